//! One group that does not add up, and what people say of it: that it stands, or that it is no conflict. Like a correction of
//! a claim that is kept with who, when and why, the last word counts, and two who decide at once are told of each other.

use super::{ConflictItem, Found, unfitting_with};
use crate::corrections::{ACCEPTED, By, REJECTED, REVIEW, trail};
use crate::registry::{Refusal, Registry, RegistryError};
use entente_model::{FieldError, Lang, MentionId, Pair};
use entente_store::{Correction, StoreError};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// How many statements of one group are told.
const STATEMENTS: usize = 200;

/// What was said of a group: how often, and the last word.
#[derive(Default)]
struct Said {
    times: u64,
    last: Option<String>,
}

/// Returns what the reviews of a group are filed under.
pub(crate) fn review_target(id: &str) -> String {
    format!("conflict:{id}")
}

/// Returns the claim that the id of a group begins with.
fn first_claim(id: &str) -> Option<MentionId> {
    id.split_once('-')?.0.parse().ok()
}

impl Registry {
    /// Returns the group of an id with its statements, as known on a day, also where a person says that it is no conflict; none
    /// where its statements fit together, or are not on file.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn conflict(
        &self,
        id: &str,
        as_of: Date,
        lang: Lang,
    ) -> Result<Option<ConflictItem>, RegistryError> {
        let Some(first) = first_claim(id) else { return Ok(None) };
        let claims = self.store().claims_by_id(&[&first]).await?;
        let parties = claims.first().map(|entry| entry.claim.parties.as_slice());
        let Some([a, b]) = parties else { return Ok(None) };
        let Some(pair) = Pair::new(*a, *b) else { return Ok(None) };
        let in_short = self.in_short(pair, &[], as_of).await?;
        let told = in_short.told();
        let mut found = unfitting_with(&told, pair, STATEMENTS);
        let Some(mut found) = found.find(|found| found.id == id) else { return Ok(None) };
        let said = self.said_of(std::slice::from_ref(&found), as_of).await?;
        found.is_said(said.get(&found.id));
        Ok(self.told_in_full(vec![found], lang).await?.pop())
    }

    /// Says of a group that it stands (`accepted`), or that it is no conflict (`rejected`): then it is in no list. It is written
    /// to the disk before it is told of. Returns what is filed.
    ///
    /// # Errors
    /// When there is no such group on file or the word is none of the two; a conflict where somebody else has said something of
    /// it since; when the registry cannot be written.
    #[crate::boxed]
    pub async fn review_conflict(&self, id: &str, word: &str, by: &By) -> Result<Correction, RegistryError> {
        if !matches!(word, ACCEPTED | REJECTED) {
            let given = word.chars().take(80).collect();
            let expected = format!("{ACCEPTED} or {REJECTED}");
            return Err(Refusal::from(FieldError { field: REVIEW.to_owned(), given, expected }).into());
        }
        let target = review_target(id);
        if self.conflict(id, by.as_of, Lang::En).await?.is_none() {
            let shown: String = target.chars().take(80).collect();
            return Err(Refusal::Absent(format!("\"{shown}\"")).into());
        }
        let before = self.store().corrections_of(&target).await?;
        let found = before.len() as u64;
        if let Some(given) = by.seen.filter(|seen| *seen != found) {
            return Err(StoreError::Conflict { target, given, found }.into());
        }
        let mut correction = Correction {
            target,
            field: REVIEW.to_owned(),
            from: before.last().and_then(|last| last.to.clone()),
            to: Some(word.to_owned()),
            who: by.who.clone(),
            made: by.now,
            why: by.why.clone(),
            version: 0,
        };
        let mut tx = self.store().begin_lasting().await?;
        correction.version = tx.put_correction(&correction, Some(found)).await?;
        tx.put_audit(&trail(&correction)).await?;
        tx.commit().await?;
        Ok(correction)
    }

    /// Leaves the groups that nobody says are no conflict, with what was said of the others.
    pub(crate) async fn that_stand(
        &self,
        mut found: Vec<Found>,
        as_of: Date,
    ) -> Result<Vec<Found>, RegistryError> {
        let said = self.said_of(&found, as_of).await?;
        found.retain(|found| said.get(&found.id).is_none_or(|said| said.last.as_deref() != Some(REJECTED)));
        found.iter_mut().for_each(|found| found.is_said(said.get(&found.id)));
        Ok(found)
    }

    /// Returns what was said of groups by a day, by their ids.
    async fn said_of(&self, found: &[Found], as_of: Date) -> Result<BTreeMap<String, Said>, RegistryError> {
        let targets: Vec<String> = found.iter().map(|found| review_target(&found.id)).collect();
        let mut said: BTreeMap<String, Said> = BTreeMap::new();
        for correction in self.store().corrections_to(REVIEW, &targets).await? {
            let Some((_, id)) = correction.target.split_once(':') else { continue };
            if TimeZone::UTC.to_datetime(correction.made).date() <= as_of {
                let own = said.entry(id.to_owned()).or_default();
                (own.times, own.last) = (own.times + 1, correction.to);
            }
        }
        Ok(said)
    }
}

impl Found {
    fn is_said(&mut self, said: Option<&Said>) {
        let Some(said) = said else { return };
        (self.reviews, self.is_accepted) = (said.times, said.last.as_deref() == Some(ACCEPTED));
    }
}

//! What is on file beside a text that is checked: who said the same first, or said otherwise.
//!
//! Statements are found by what each claim is about and by its number; no other claim of the pair is read.

use crate::conflicts::{Standing, cause_message};
use crate::filing::group_keys;
use crate::messages::render;
use crate::reading::Reading;
use crate::registry::{Registry, RegistryError};
use crate::told::told;
use entente_analysis::portfolio::is_told_as_addition;
use entente_analysis::reconcile::{Cause, Group, Told, indicator_key, reconcile};
use entente_ingest::Sources;
use entente_model::{Arg, Claim, DocumentId, Lang, MentionId, Message, Modality, Pair, SourceId};
use entente_store::{ClaimEntry, GroupKeys};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What is on file beside a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OnFile {
    /// How the claim stands to it: `agreement`, `revision` (a later figure, or a target that is moved) or `conflict`.
    pub standing: Standing,
    /// Why they do not fit together, where that is evident.
    pub cause: Option<Cause>,
    /// One sentence, with who said it first.
    pub summary: String,
    /// Who said it first.
    pub first: FirstItem,
    /// How many other voices speak of it.
    pub voices: u64,
}

/// Who said something first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FirstItem {
    /// The claim.
    pub claim: MentionId,
    /// The document.
    pub document: DocumentId,
    /// Its publisher.
    pub source: Option<SourceId>,
    /// Its title.
    pub title: Option<String>,
    /// The day from which it counts as known.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub known: Date,
    /// The words.
    pub quote: String,
}

impl Registry {
    /// Returns what is on file beside each claim of a reading, in the order of its claims, as known on a day; what the same
    /// document says does not count, nor does one of the very same text.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn on_file(
        &self,
        reading: &Reading,
        as_of: Date,
        lang: Lang,
    ) -> Result<Vec<Option<OnFile>>, RegistryError> {
        let claims = &reading.extraction.claims;
        let known = reading.page.published.unwrap_or(as_of);
        let mut pairs: BTreeMap<Pair, Vec<usize>> = BTreeMap::new();
        for (at, claim) in claims.iter().enumerate() {
            if let [a, b] = claim.parties.as_slice()
                && let Some(pair) = Pair::new(*a, *b)
            {
                pairs.entry(pair).or_default().push(at);
            }
        }
        let mut found = vec![None; claims.len()];
        for (pair, own) in pairs {
            let keys: Vec<GroupKeys> = own.iter().map(|&at| group_keys(&claims[at], known)).collect();
            let mut filed = self.store().claims_with_keys(pair, &keys, as_of).await?;
            let copies = self.copies_of(reading, &filed).await?;
            filed.retain(|entry| !copies.contains(&entry.document));
            let voices = self.voices_of(&filed).await?;
            let mut told = told(&filed, &voices);
            let first_own = told.len();
            told.extend(own.iter().map(|&at| Told {
                id: &reading.mentions()[at],
                document: &reading.document,
                voice: &reading.document,
                known,
                claim: &claims[at],
            }));
            let groups = reconcile(&told);
            for (order, &at) in own.iter().enumerate() {
                let here = first_own + order;
                let beside = match claims[at].modality {
                    Modality::Target => of_target(&told, first_own, here),
                    _ => of_groups(&groups, &told, first_own, here),
                };
                if let Some(beside) = beside {
                    found[at] = Some(self.said(&beside, &told, &filed, lang).await?);
                }
            }
        }
        Ok(found)
    }

    /// Returns which documents that make claims are the reading's own or have its very text.
    async fn copies_of(
        &self,
        reading: &Reading,
        filed: &[ClaimEntry],
    ) -> Result<BTreeSet<DocumentId>, RegistryError> {
        let text = reading.page.text_hash();
        let documents = filed.iter().map(|entry| &entry.document).collect();
        let documents = self.store().documents_by_id(&documents).await?.into_iter();
        let same = documents.filter(|(_, entry)| entry.document.text_hash == text).map(|(id, _)| id);
        Ok(same.chain([reading.document.clone()]).collect())
    }

    async fn said(
        &self,
        beside: &Beside,
        told: &[Told<'_>],
        filed: &[ClaimEntry],
        lang: Lang,
    ) -> Result<OnFile, RegistryError> {
        let entry = &filed[beside.first];
        let document = self.store().document(&entry.document).await?.map(|entry| entry.document);
        let source = document.as_ref().and_then(|document| document.source.clone());
        let title = document.and_then(|document| document.title);
        let name =
            source.as_ref().and_then(|id| Sources::bundled().by_id(id.as_str())).map(|s| s.name.clone());
        let who = name.or_else(|| title.clone()).unwrap_or_else(|| entry.document.as_str()[..12].to_owned());
        let mut voices: Vec<&DocumentId> = beside.others.iter().map(|&at| told[at].voice).collect();
        voices.sort_unstable();
        voices.dedup();
        let key = match (beside.standing, beside.is_target) {
            (Standing::Agreement, _) => "on-file-repeats",
            (Standing::Revision, true) => "on-file-moves",
            (Standing::Revision, false) => "on-file-revises",
            (Standing::Conflict, _) => "on-file-conflicts",
        };
        let why = cause_message(beside.standing, beside.cause);
        let words = entry.claim.quote.exact.split_whitespace().collect::<Vec<_>>().join(" ");
        let message = Message::new(key)
            .with("who", Arg::Text(who))
            .with("day", Arg::Text(crate::words::date(entry.known, lang)))
            .with("quote", Arg::Text(words.clone()))
            .with("why", Arg::Text(render(&why, lang)));
        Ok(OnFile {
            standing: beside.standing,
            cause: beside.cause,
            summary: render(&message, lang),
            first: FirstItem {
                claim: entry.id.clone(),
                document: entry.document.clone(),
                source,
                title,
                known: entry.known,
                quote: words,
            },
            voices: voices.len() as u64,
        })
    }
}

/// What stands beside a claim: places among what is told.
struct Beside {
    standing: Standing,
    cause: Option<Cause>,
    is_target: bool,
    first: usize,
    others: Vec<usize>,
}

/// Finds the first group that a claim stands in together with what is on file: conflicts come before agreements, and those
/// in which the claim is only the whole that another is told on top of come last.
fn of_groups(groups: &[Group], told: &[Told<'_>], first_own: usize, here: usize) -> Option<Beside> {
    let own = told[here].claim;
    let with_others =
        |group: &&Group| group.members.contains(&here) && group.members.iter().any(|&at| at < first_own);
    let is_whole_only = |group: &&Group| group.cause == Some(Cause::Addition) && !is_told_as_addition(own);
    let mut candidates: Vec<&Group> = groups.iter().filter(with_others).collect();
    candidates.sort_by_key(is_whole_only);
    let group = candidates.first()?;
    let others: Vec<usize> = group.members.iter().copied().filter(|&at| at < first_own).collect();
    // Of those that agree the first of the very number is told, of a conflict the first that says otherwise of the same
    // portion, where there is any.
    let is_told = |at: usize| match (group.standing, group.cause) {
        (Standing::Agreement, _) => told[at].claim.value == own.value,
        (_, Some(Cause::Addition)) => told[at].claim.stage == own.stage,
        _ => told[at].claim.value != own.value,
    };
    let against = others.iter().find(|&&at| is_told(at));
    let first = *against.or(others.first())?;
    Some(Beside { standing: group.standing, cause: group.cause, is_target: false, first, others })
}

/// Compares a target with those of its indicator that are on file.
fn of_target(told: &[Told<'_>], first_own: usize, here: usize) -> Option<Beside> {
    let own = told[here].claim;
    let key = indicator_key(own);
    let is_same = |claim: &Claim| claim.modality == Modality::Target && indicator_key(claim) == key;
    let mut others: Vec<usize> = (0..first_own).filter(|&at| is_same(told[at].claim)).collect();
    others.sort_by_key(|&at| (told[at].known, told[at].id));
    let same = others.iter().copied().find(|&at| told[at].claim.value == own.value);
    let standing = if same.is_some() { Standing::Agreement } else { Standing::Revision };
    let first = same.or(others.last().copied())?;
    Some(Beside { standing, cause: None, is_target: true, first, others })
}

//! The review queue: claims that the extractor is not sure of, projects that look like one told of twice, and statements of a
//! pair that do not fit together.

use crate::answers::ClaimItem;
use crate::conflicts::{ConflictItem, Found, unfitting};
use crate::projects::Alike;
use crate::registry::{Registry, RegistryError};
use crate::wire::WIRE;
use entente_model::{Lang, Pair};
use entente_store::UNSURE;
use jiff::civil::Date;
use serde::Serialize;

/// What waits for a person.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Queue {
    /// The version of the wire.
    pub wire: u8,
    /// What was known when.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub as_of: Date,
    /// Below which confidence a claim waits.
    pub below: f64,
    /// How many claims wait in all.
    pub total: u64,
    /// Claims, the least sure first.
    pub items: Vec<Waiting>,
    /// Where the next part begins: reviewed claims leave the queue, so that its beginning is the next part.
    pub next: Option<String>,
    /// Projects that look like one told of twice.
    pub merges: Vec<Alike>,
    /// Of one pair: how many conflicts wait; none where all pairs are asked for, whose claims would all have to be compared.
    pub conflicting: Option<u64>,
    /// The newest of these.
    pub conflicts: Vec<ConflictItem>,
}

/// How many conflicts are told.
const CONFLICTS: usize = 5;

/// A claim that waits for a person.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Waiting {
    /// How often it was corrected; to be given with a correction.
    pub corrections: u64,
    /// The claim.
    #[serde(flatten)]
    pub claim: ClaimItem,
}

impl Registry {
    /// Returns what waits for a person: at most `limit` claims, suggested merges, and the newest conflicts of a pair, in a
    /// language.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn review(
        &self,
        pair: Option<Pair>,
        as_of: Date,
        limit: u32,
        lang: Lang,
    ) -> Result<Queue, RegistryError> {
        let (total, claims) = self.store().unsure_claims(UNSURE, pair, as_of, limit).await?;
        // A claim that a person has said anything of waits no more.
        let waiting = |entry| Waiting { corrections: 0, claim: ClaimItem::from(entry) };
        let items = claims.into_iter().map(waiting).collect();
        let merges = self.alike(pair, as_of).await?;
        let (conflicting, conflicts) = match pair {
            Some(pair) => {
                let mut found = self.waiting_conflicts(pair, as_of).await?;
                let all = found.len() as u64;
                found.truncate(CONFLICTS);
                (Some(all), self.told_in_full(found, lang).await?)
            }
            None => (None, Vec::new()),
        };
        let below = f64::from(UNSURE) / 100.0;
        Ok(Queue { wire: WIRE, as_of, below, total, items, next: None, merges, conflicting, conflicts })
    }

    async fn waiting_conflicts(&self, pair: Pair, as_of: Date) -> Result<Vec<Found>, RegistryError> {
        let in_short = self.in_short(pair, &[], as_of).await?;
        let found = unfitting(&in_short.told(), pair).collect();
        let mut found = self.that_stand(found, as_of).await?;
        found.retain(Found::waits);
        Ok(found)
    }
}

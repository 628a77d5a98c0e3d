//! The review queue: claims that the extractor is not sure of, and projects that look like one told of twice.

use crate::answers::ClaimItem;
use crate::projects::Alike;
use crate::registry::{Registry, RegistryError};
use crate::wire::WIRE;
use entente_model::Pair;
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
}

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
    /// Returns what waits for a person: at most `limit` claims, and suggested merges.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn review(&self, pair: Option<Pair>, as_of: Date, limit: u32) -> Result<Queue, RegistryError> {
        let (total, claims) = self.store().unsure_claims(UNSURE, pair, as_of, limit).await?;
        // A claim that a person has said anything of waits no more.
        let waiting = |entry| Waiting { corrections: 0, claim: ClaimItem::from(entry) };
        let items = claims.into_iter().map(waiting).collect();
        let merges = self.alike(pair, as_of).await?;
        Ok(Queue { wire: WIRE, as_of, below: f64::from(UNSURE) / 100.0, total, items, next: None, merges })
    }
}

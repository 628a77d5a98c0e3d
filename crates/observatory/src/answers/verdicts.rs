//! Verdicts on file: one with its claim and document, and the newest.

use super::{DocumentWire, List};
use crate::check::WORDS;
use crate::registry::{Registry, RegistryError};
use crate::wire::{ClaimWire, VerdictWire, WIRE};
use entente_model::{Claim, ClaimVersionId, DocumentId, Outcome, VerdictId};
use entente_store::{LatestVerdict, StoredVerdict};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

/// A verdict in short.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VerdictItem {
    /// Its id.
    pub id: VerdictId,
    /// What was known when.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub as_of: Date,
    /// The outcome.
    pub outcome: Outcome,
}

/// A verdict on file with what it is on.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VerdictAnswer {
    /// The version of the wire.
    pub wire: u8,
    /// Its id.
    pub id: VerdictId,
    /// What was known when.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub as_of: Date,
    /// The version of the definitions.
    pub grid: String,
    /// When it was computed.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Moment"))]
    pub made: Timestamp,
    /// The verdict that it took the place of.
    pub supersedes: Option<VerdictId>,
    /// The id of the version of the claim that was checked.
    pub version: ClaimVersionId,
    /// The claim, as that version has it.
    pub claim: ClaimWire,
    /// The document that makes it.
    pub document: DocumentWire,
    /// What checking it says, with every definition.
    pub verdict: VerdictWire,
}

/// A verdict in a list of the newest, with the claim that it is on.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VerdictOnClaim {
    /// The verdict in short.
    #[serde(flatten)]
    pub verdict: VerdictItem,
    /// When it was computed.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Moment"))]
    pub made: Timestamp,
    /// One sentence.
    pub summary: String,
    /// The document that makes the claim.
    pub document: DocumentId,
    /// The claim, as the version has it that was checked.
    pub claim: ClaimWire,
}

impl From<LatestVerdict> for VerdictItem {
    fn from(latest: LatestVerdict) -> Self {
        Self { id: latest.id, as_of: latest.as_of, outcome: latest.outcome }
    }
}

impl Registry {
    /// Returns a verdict with its claim and document; none where it is not on file.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn verdict(&self, id: &VerdictId) -> Result<Option<VerdictAnswer>, RegistryError> {
        let Some(stored) = self.store().verdict(id).await? else { return Ok(None) };
        let Some(document) = self.store().document(&stored.document).await? else { return Ok(None) };
        let Some(claim) = self.claim_as_checked(&stored).await? else { return Ok(None) };
        Ok(Some(VerdictAnswer {
            wire: WIRE,
            id: stored.id,
            as_of: stored.as_of,
            grid: stored.grid,
            made: stored.made,
            supersedes: stored.supersedes,
            version: stored.version,
            claim: ClaimWire { id: stored.claim, claim },
            document: document.into(),
            verdict: VerdictWire::new(stored.verdict, WORDS),
        }))
    }

    /// Lists the newest verdicts for days up to one, those for the latest day first; the total is of those listed.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn newest_verdicts(
        &self,
        as_of: Date,
        limit: u32,
    ) -> Result<List<VerdictOnClaim>, RegistryError> {
        let mut items = Vec::new();
        for stored in self.store().newest_verdicts(as_of, limit).await? {
            let Some(claim) = self.claim_as_checked(&stored).await? else { continue };
            let outcome = stored.verdict.outcome;
            items.push(VerdictOnClaim {
                verdict: VerdictItem { id: stored.id, as_of: stored.as_of, outcome },
                made: stored.made,
                summary: VerdictWire::new(stored.verdict, WORDS).summary,
                document: stored.document,
                claim: ClaimWire { id: stored.claim, claim },
            });
        }
        Ok(List::whole(as_of, items))
    }

    /// Returns the version of a claim that a verdict is on.
    async fn claim_as_checked(&self, stored: &StoredVerdict) -> Result<Option<Claim>, RegistryError> {
        let versions = self.store().claim_versions(&stored.claim).await?;
        Ok(versions.into_iter().find(|version| version.id == stored.version).map(|version| version.claim))
    }
}

//! Claims: a list of them, and one with the whole chain from its words to its verdict.

use super::{DocumentWire, List, VerdictItem};
use crate::check::{WORDS, subject};
use crate::desk::Desk;
use crate::filing::filed_verdict;
use crate::registry::{Registry, RegistryError};
use crate::upkeep::said;
use crate::wire::{ClaimWire, VerdictWire, WIRE};
use entente_analysis::{GRID_VERSION, verdict};
use entente_model::{Claim, ClaimVersionId, DocumentId, MentionId, SnapshotHash, VerdictId};
use entente_store::{ClaimEntry, ClaimFilter, StoredVerdict};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

/// A claim in a list, with its newest outcome.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClaimItem {
    /// The document that makes it.
    pub document: DocumentId,
    /// The day from which that document counts as known.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub known: Date,
    /// The newest verdict for a day up to the one asked for.
    pub verdict: Option<VerdictItem>,
    /// The claim.
    #[serde(flatten)]
    pub claim: ClaimWire,
}

/// A claim with the whole chain: where it stands, how it was read, what checking it says and said.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Explanation {
    /// The version of the wire.
    pub wire: u8,
    /// What was known when.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub as_of: Date,
    /// The document that makes it.
    pub document: DocumentWire,
    /// Whether the newest reading of the document still finds it.
    pub present: bool,
    /// The claim.
    pub claim: ClaimWire,
    /// What checking it says, with every definition.
    pub verdict: VerdictWire,
    /// The id of that verdict.
    pub verdict_id: VerdictId,
    /// The version of the definitions.
    pub grid: String,
    /// Whether that verdict is on file; else it was computed for this answer.
    pub filed: bool,
    /// Every version of the claim, the first read first.
    pub versions: Vec<VersionItem>,
    /// Every verdict on file, by the day that it is for.
    pub verdicts: Vec<HistoryItem>,
}

/// A version of a claim.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VersionItem {
    /// Its id.
    pub id: ClaimVersionId,
    /// The extractor's version.
    pub extractor: String,
    /// The snapshot that it was read from.
    pub sha: SnapshotHash,
    /// The claim, as it was read.
    pub claim: Claim,
}

/// A verdict on file.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HistoryItem {
    /// The verdict in short.
    #[serde(flatten)]
    pub verdict: VerdictItem,
    /// The version of the claim that was checked.
    pub version: ClaimVersionId,
    /// The version of the definitions.
    pub grid: String,
    /// The verdict that it took the place of.
    pub supersedes: Option<VerdictId>,
    /// When it was computed.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Moment"))]
    pub made: Timestamp,
}

impl From<ClaimEntry> for ClaimItem {
    fn from(entry: ClaimEntry) -> Self {
        Self {
            document: entry.document,
            known: entry.known,
            verdict: entry.verdict.map(VerdictItem::from),
            claim: ClaimWire { id: entry.id, claim: entry.claim },
        }
    }
}

impl From<StoredVerdict> for HistoryItem {
    fn from(stored: StoredVerdict) -> Self {
        Self {
            verdict: VerdictItem { id: stored.id, as_of: stored.as_of, outcome: stored.verdict.outcome },
            version: stored.version,
            grid: stored.grid,
            supersedes: stored.supersedes,
            made: stored.made,
        }
    }
}

impl Registry {
    /// Lists claims: the newest documents first, in text order.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn claims(&self, filter: &ClaimFilter) -> Result<List<ClaimItem>, RegistryError> {
        Ok(List::part(filter.as_of, self.store().claims(filter).await?))
    }

    /// Explains a claim as of a day: the whole chain; none where it is not on file.
    ///
    /// The verdict is computed; it is the one on file where nothing that it rests on has changed since.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn explain(&self, id: &MentionId, as_of: Date) -> Result<Option<Explanation>, RegistryError> {
        let Some(entry) = self.store().claim(id, as_of).await? else { return Ok(None) };
        let Some(document) = self.store().document(&entry.document).await? else { return Ok(None) };
        let (extraction, _) = self.extraction_of(&document).await?;
        let said = said(&document, &extraction);
        let mut desk = Desk::default();
        desk.fetch(self, &said, as_of).await?;
        let verdict = verdict(&subject(&said, &entry.claim), desk.evidence(), as_of);
        let computed = filed_verdict(&entry.version, verdict, as_of, Timestamp::UNIX_EPOCH);
        let history = self.store().verdicts_of(id).await?;
        let filed = history.iter().any(|stored| stored.id == computed.id);
        let versions = self.store().claim_versions(id).await?.into_iter();
        let version = |v: entente_store::ClaimVersion| VersionItem {
            id: v.id,
            extractor: v.extractor,
            sha: v.snapshot,
            claim: v.claim,
        };
        Ok(Some(Explanation {
            wire: WIRE,
            as_of,
            present: entry.present,
            claim: ClaimWire { id: entry.id, claim: entry.claim },
            verdict: VerdictWire::new(computed.verdict, WORDS),
            verdict_id: computed.id,
            grid: GRID_VERSION.to_owned(),
            filed,
            versions: versions.map(version).collect(),
            verdicts: history.into_iter().map(HistoryItem::from).collect(),
            document: document.into(),
        }))
    }
}

//! Edit watch: what changed from one snapshot of a document to the next. Quotes of the earlier are looked for in the later;
//! claims that changed or vanished are told with both wordings.

use crate::registry::{Registry, RegistryError};
use crate::wire::{ClaimWire, WIRE};
use entente_analysis::anchor::anchor;
pub use entente_analysis::anchor::{Anchor, Method};
use entente_model::{Claim, Confidence, DocumentId, MentionId, Quote, SnapshotHash};
use entente_store::{ClaimVersion, PEOPLE, ReadingEntry};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;

/// What changed of a document.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edits {
    /// The version of the wire.
    pub wire: u8,
    /// The document.
    pub document: DocumentId,
    /// From each snapshot to the next, the first seen first; empty where there is one only.
    pub edits: Vec<EditItem>,
}

/// What changed from one snapshot to the next.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EditItem {
    /// The earlier bytes.
    pub from: SnapshotHash,
    /// The later bytes.
    pub to: SnapshotHash,
    /// When these were first seen.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Moment"))]
    pub seen: Timestamp,
    /// How many claims say what they said.
    pub kept: u64,
    /// Claims that say something else.
    pub changed: Vec<ChangedItem>,
    /// Claims that are made no more.
    pub vanished: Vec<VanishedItem>,
    /// Claims that are new.
    pub added: Vec<ClaimWire>,
}

impl EditItem {
    /// Says whether any claim changed, vanished or was added.
    #[must_use]
    pub const fn is_change(&self) -> bool {
        !(self.changed.is_empty() && self.vanished.is_empty() && self.added.is_empty())
    }
}

/// A claim that says something else.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangedItem {
    /// As it was.
    pub before: ClaimWire,
    /// As it is.
    pub after: ClaimWire,
    /// Where the words of the earlier are found in the later text; none where its bytes are gone.
    pub anchor: Option<Anchor>,
}

/// A claim that is made no more.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VanishedItem {
    /// As it was.
    pub before: ClaimWire,
    /// What stands in its place, where that is found.
    pub anchor: Option<Anchor>,
}

impl Registry {
    /// Returns what changed of a document from each snapshot to the next; none where it is not on file.
    ///
    /// Each snapshot is taken as the newest reading of it has it; what people corrected changes nothing here.
    ///
    /// # Errors
    /// When the registry or its blobs cannot be read.
    #[crate::boxed]
    pub async fn edits(&self, document: &DocumentId) -> Result<Option<Edits>, RegistryError> {
        let Some(entry) = self.store().document(document).await? else { return Ok(None) };
        let mut readings = self.store().readings(document).await?;
        // Of those of one moment the one that stands now came last.
        readings.sort_by_key(|reading| (reading.at, reading.id == entry.reading));
        let readings = newest_readings(readings);
        let versions = self.store().versions_of(document).await?;
        let mut edits = Vec::new();
        for couple in readings.windows(2) {
            let [from, to] = couple else { continue };
            let text = self.store().blobs().read(&to.text).await?;
            let text = text.and_then(|bytes| String::from_utf8(bytes).ok());
            edits.push(edit(from, to, &versions, text.as_deref()));
        }
        Ok(Some(Edits { wire: WIRE, document: document.clone(), edits }))
    }
}

/// Leaves the newest reading of each snapshot, in the order in which the snapshots were first read.
fn newest_readings(readings: Vec<ReadingEntry>) -> Vec<ReadingEntry> {
    let mut newest: Vec<ReadingEntry> = Vec::new();
    for reading in readings {
        match newest.iter_mut().find(|known| known.snapshot == reading.snapshot) {
            // When it was first seen stays.
            Some(known) => *known = ReadingEntry { at: known.at, ..reading },
            None => newest.push(reading),
        }
    }
    newest
}

/// The claims of a snapshot, by their ids.
fn claims_of(reading: &ReadingEntry, versions: &[(MentionId, ClaimVersion)]) -> BTreeMap<MentionId, Claim> {
    let own = versions.iter().filter(|(_, version)| {
        version.snapshot == reading.snapshot
            && version.extractor == reading.extractor
            && version.extractor != PEOPLE
    });
    own.map(|(id, version)| (id.clone(), version.claim.clone())).collect()
}

fn edit(
    from: &ReadingEntry,
    to: &ReadingEntry,
    versions: &[(MentionId, ClaimVersion)],
    text: Option<&str>,
) -> EditItem {
    let (before, after) = (claims_of(from, versions), claims_of(to, versions));
    let mut new: Vec<(&MentionId, &Claim)> =
        after.iter().filter(|(id, _)| !before.contains_key(*id)).collect();
    new.sort_by_key(|(_, claim)| claim.quote.start);
    let mut item = EditItem {
        from: from.snapshot.clone(),
        to: to.snapshot.clone(),
        seen: to.at,
        kept: 0,
        changed: Vec::new(),
        vanished: Vec::new(),
        added: Vec::new(),
    };
    let mut earlier: Vec<(&MentionId, &Claim)> = before.iter().collect();
    earlier.sort_by_key(|(_, claim)| claim.quote.start);
    for (id, claim) in earlier {
        if after.get(id).is_some_and(|later| content(later) == content(claim)) {
            item.kept += 1;
            continue;
        }
        let anchor = text.and_then(|text| anchor(&claim.quote, text));
        let later = after.get_key_value(id).or_else(|| {
            let at = new.iter().position(|(_, later)| stands_at(later, claim, anchor.as_ref()))?;
            Some(new.remove(at))
        });
        let before = wire(id, claim);
        match later {
            Some((id, later)) => item.changed.push(ChangedItem { before, after: wire(id, later), anchor }),
            None => item.vanished.push(VanishedItem { before, anchor }),
        }
    }
    item.added = new.into_iter().map(|(id, claim)| wire(id, claim)).collect();
    item
}

/// Says whether a new claim is an earlier one that was reworded: of its kind, where its words stood.
fn stands_at(later: &Claim, earlier: &Claim, anchor: Option<&Anchor>) -> bool {
    let overlaps = |anchor: &Anchor| later.quote.start < anchor.end && anchor.start < later.quote.end;
    later.kind == earlier.kind && anchor.is_some_and(overlaps)
}

/// What a claim says, wherever it stands and however sure that is.
fn content(claim: &Claim) -> Claim {
    let nowhere =
        Quote { exact: String::new(), prefix: String::new(), suffix: String::new(), start: 0, end: 0 };
    Claim { quote: nowhere, confidence: Confidence::percent(100), ..claim.clone() }
}

fn wire(id: &MentionId, claim: &Claim) -> ClaimWire {
    ClaimWire { id: id.clone(), claim: claim.clone() }
}

//! What a registry answers, in the form of the wire: lists with their total and cursor, a document, a claim.

use crate::check::{self, WORDS, subject};
use crate::desk::Desk;
use crate::filing::filed_verdict;
use crate::registry::{Registry, RegistryError};
use crate::upkeep::said;
use crate::wire::{ClaimWire, RemarkWire, VerdictWire, WIRE};
use entente_analysis::{GRID_VERSION, verdict};
use entente_model::{
    Attribution, Author, AuthorId, Claim, ClaimVersionId, DateBasis, DocumentId, Event, Lang, MentionId,
    Official, Outcome, Project, SnapshotHash, SourceId, VerdictId,
};
use entente_store::{AuthorEntry, ClaimEntry, ClaimFilter, DocumentEntry, DocumentFilter};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

/// A list, or the part of one that was asked for.
#[derive(Debug, Serialize)]
pub struct List<T> {
    /// The version of the wire.
    pub wire: u8,
    /// What was known when.
    pub as_of: Date,
    /// How many there are in all.
    pub total: u64,
    /// The part that was asked for.
    pub items: Vec<T>,
    /// Where the next part begins: its last item's id; none at the end.
    pub next: Option<String>,
}

/// A document on file.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentWire {
    /// Its id.
    pub id: DocumentId,
    /// Its publisher.
    pub source: Option<SourceId>,
    /// Its address.
    pub url: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The language it was read in.
    pub lang: Lang,
    /// When it was published.
    pub published: Option<Date>,
    /// How that is known.
    pub published_basis: DateBasis,
    /// The day from which it counts as known.
    pub known: Date,
    /// When it was first seen.
    pub first_seen: Timestamp,
    /// The hash of its newest bytes.
    pub sha: SnapshotHash,
    /// The hash of the normalised text.
    pub text_sha: SnapshotHash,
    /// The length of the normalised text in code points.
    pub chars: usize,
    /// The version of the extractor that read it.
    pub extractor: String,
    /// How many claims it makes.
    pub claims: u64,
}

/// A claim in a list, with its newest outcome.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimItem {
    /// The document that makes it.
    pub document: DocumentId,
    /// The newest verdict for a day up to the one asked for.
    pub verdict: Option<VerdictItem>,
    /// The claim.
    #[serde(flatten)]
    pub claim: ClaimWire,
}

/// A verdict in short.
#[derive(Debug, Clone, Serialize)]
pub struct VerdictItem {
    /// Its id.
    pub id: VerdictId,
    /// What was known when.
    pub as_of: Date,
    /// The outcome.
    pub outcome: Outcome,
}

/// An author on file.
#[derive(Debug, Clone, Serialize)]
pub struct AuthorItem {
    /// The id.
    pub id: AuthorId,
    /// The name.
    pub name: String,
    /// The longest note that a document gave.
    pub note: Option<String>,
    /// How many documents they signed.
    pub documents: u64,
}

/// A document with everything that was read out of it.
#[derive(Debug, Serialize)]
pub struct DocumentAnswer {
    /// The version of the wire.
    pub wire: u8,
    /// What was known when.
    pub as_of: Date,
    /// The document.
    pub document: DocumentWire,
    /// The snapshots of it, the first seen first.
    pub snapshots: Vec<SnapshotItem>,
    /// Whom it cites as a whole.
    pub attribution: Attribution,
    /// Its claims, in text order.
    pub claims: Vec<ClaimItem>,
    /// Events.
    pub events: Vec<Event>,
    /// Officials.
    pub officials: Vec<Official>,
    /// Named projects.
    pub projects: Vec<Project>,
    /// Remarks, with what the figures say to those that they can answer.
    pub remarks: Vec<RemarkWire>,
    /// Authors.
    pub authors: Vec<Author>,
}

/// A snapshot on file.
#[derive(Debug, Clone, Serialize)]
pub struct SnapshotItem {
    /// The hash of the bytes.
    pub sha: SnapshotHash,
    /// Their number.
    pub bytes: u64,
    /// Their encoding.
    pub encoding: String,
    /// When they were seen.
    pub seen: Timestamp,
}

/// A claim with the whole chain: where it stands, how it was read, what checking it says and said.
#[derive(Debug, Serialize)]
pub struct Explanation {
    /// The version of the wire.
    pub wire: u8,
    /// What was known when.
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
    pub made: Timestamp,
}

impl From<DocumentEntry> for DocumentWire {
    fn from(entry: DocumentEntry) -> Self {
        let document = entry.document;
        Self {
            id: document.id,
            source: document.source,
            url: document.url,
            title: document.title,
            lang: document.lang,
            published: document.published,
            published_basis: document.published_basis,
            known: entry.known,
            first_seen: entry.first_seen,
            sha: document.snapshot,
            text_sha: document.text_hash,
            chars: document.chars,
            extractor: entry.extractor,
            claims: entry.claims,
        }
    }
}

impl From<ClaimEntry> for ClaimItem {
    fn from(entry: ClaimEntry) -> Self {
        let verdict = entry.verdict.map(|v| VerdictItem { id: v.id, as_of: v.as_of, outcome: v.outcome });
        Self { document: entry.document, verdict, claim: ClaimWire { id: entry.id, claim: entry.claim } }
    }
}

impl From<AuthorEntry> for AuthorItem {
    fn from(entry: AuthorEntry) -> Self {
        Self { id: entry.id, name: entry.name, note: entry.note, documents: entry.documents }
    }
}

/// Makes a list out of one part of it.
fn list<E, T: From<E>>(
    as_of: Date,
    (total, entries): (u64, Vec<E>),
    limit: u32,
    id: impl Fn(&E) -> String,
) -> List<T> {
    let full = u32::try_from(entries.len()).is_ok_and(|length| length == limit);
    let next = entries.last().filter(|_| full).map(id);
    List { wire: WIRE, as_of, total, next, items: entries.into_iter().map(T::from).collect() }
}

impl Registry {
    /// Lists documents, the newest first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub async fn documents(&self, filter: &DocumentFilter) -> Result<List<DocumentWire>, RegistryError> {
        let found = self.store().documents(filter).await?;
        Ok(list(filter.as_of, found, filter.limit, |entry: &DocumentEntry| entry.document.id.to_string()))
    }

    /// Lists claims: the newest documents first, in text order.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub async fn claims(&self, filter: &ClaimFilter) -> Result<List<ClaimItem>, RegistryError> {
        let found = self.store().claims(filter).await?;
        Ok(list(filter.as_of, found, filter.limit, |entry: &ClaimEntry| entry.id.to_string()))
    }

    /// Lists the authors of the documents known by a day, by name.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub async fn authors(&self, as_of: Date) -> Result<List<AuthorItem>, RegistryError> {
        let authors = self.store().authors(as_of).await?;
        Ok(list(as_of, (authors.len() as u64, authors), u32::MAX, |entry: &AuthorEntry| entry.id.to_string()))
    }

    /// Returns a document with everything that was read out of it; none where it is not on file.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub async fn document(
        &self,
        id: &DocumentId,
        as_of: Date,
    ) -> Result<Option<DocumentAnswer>, RegistryError> {
        let Some(entry) = self.store().document(id).await? else { return Ok(None) };
        let (extraction, _) = self.extraction_of(&entry).await?;
        let mut desk = Desk::default();
        desk.fetch(self, &said(&entry, &extraction), as_of).await?;
        let published = entry.document.published;
        let answer = |remark| check::answered(remark, published, desk.evidence(), as_of);
        let remarks = extraction.remarks.into_iter().map(answer).collect();
        let snapshots = self.store().snapshots(id).await?.into_iter();
        let snapshots = snapshots.map(|s| SnapshotItem {
            sha: s.hash,
            bytes: s.bytes,
            encoding: s.encoding,
            seen: s.seen,
        });
        let filter =
            ClaimFilter { document: Some(id.clone()), as_of, limit: u32::MAX, ..ClaimFilter::default() };
        Ok(Some(DocumentAnswer {
            wire: WIRE,
            as_of,
            snapshots: snapshots.collect(),
            attribution: extraction.attribution,
            claims: self.store().claims(&filter).await?.1.into_iter().map(ClaimItem::from).collect(),
            events: extraction.events,
            officials: extraction.officials,
            projects: extraction.projects,
            remarks,
            authors: extraction.authors,
            document: entry.into(),
        }))
    }

    /// Explains a claim as of a day: the whole chain; none where it is not on file.
    ///
    /// The verdict is computed; it is the one on file where nothing that it rests on has changed since.
    ///
    /// # Errors
    /// When the registry cannot be read.
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
        let item = |v: entente_store::StoredVerdict| HistoryItem {
            verdict: VerdictItem { id: v.id, as_of: v.as_of, outcome: v.verdict.outcome },
            version: v.version,
            grid: v.grid,
            supersedes: v.supersedes,
            made: v.made,
        };
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
            verdicts: history.into_iter().map(item).collect(),
            document: document.into(),
        }))
    }
}

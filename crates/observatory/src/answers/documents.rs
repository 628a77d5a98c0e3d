//! Documents: a list of them, and one with everything that was read out of it.

use super::{ClaimItem, List};
use crate::check;
use crate::desk::Desk;
use crate::registry::{Registry, RegistryError};
use crate::upkeep::said;
use crate::wire::{RemarkWire, WIRE};
use entente_model::{
    Attribution, Author, DateBasis, DocumentId, Event, Lang, Official, Project, SnapshotHash, SourceId,
};
use entente_store::{DocumentEntry, DocumentFilter};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

/// A document on file.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    #[cfg_attr(feature = "schema", schemars(with = "Option<entente_model::schema::Day>"))]
    pub published: Option<Date>,
    /// How that is known.
    pub published_basis: DateBasis,
    /// The day from which it counts as known.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub known: Date,
    /// When it was first seen.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Moment"))]
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

/// How many other documents of its voice are listed with a document.
const MAX_COPIES: u32 = 100;

/// A document with everything that was read out of it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DocumentAnswer {
    /// The version of the wire.
    pub wire: u8,
    /// What was known when.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
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
    /// The first document on file of the same voice: this one, or the one that it is a near-copy of.
    pub voice: DocumentId,
    /// The earlier document that its text is a near-copy of.
    pub copies_of: Option<DocumentId>,
    /// The other documents of the same voice, sorted by their ids; at most a hundred.
    pub copies: Vec<DocumentId>,
}

/// A snapshot on file.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SnapshotItem {
    /// The hash of the bytes.
    pub sha: SnapshotHash,
    /// Their number.
    pub bytes: u64,
    /// Their encoding.
    pub encoding: String,
    /// When they were seen.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Moment"))]
    pub seen: Timestamp,
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

impl Registry {
    /// Lists documents, the newest first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn documents(&self, filter: &DocumentFilter) -> Result<List<DocumentWire>, RegistryError> {
        Ok(List::part(filter.as_of, self.store().documents(filter).await?))
    }

    /// Returns a document with everything that was read out of it; none where it is not on file.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn document(
        &self,
        id: &DocumentId,
        as_of: Date,
    ) -> Result<Option<DocumentAnswer>, RegistryError> {
        self.document_at(id, as_of, &mut Desk::default()).await
    }

    /// Returns a document as [`Self::document`] does, with the evidence of a desk.
    pub(crate) async fn document_at(
        &self,
        id: &DocumentId,
        as_of: Date,
        desk: &mut Desk,
    ) -> Result<Option<DocumentAnswer>, RegistryError> {
        let Some(entry) = self.store().document(id).await? else { return Ok(None) };
        let (extraction, _) = self.extraction_of(&entry).await?;
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
        let entry_of_voice = self.store().voice(id).await?;
        let (voice, copies_of) = match entry_of_voice {
            Some(entry) => (entry.voice, entry.copies_of),
            None => (id.clone(), None),
        };
        let mut copies = self.store().documents_of_voice(&voice, MAX_COPIES + 1).await?;
        copies.retain(|copy| copy != id);
        copies.truncate(MAX_COPIES as usize);
        Ok(Some(DocumentAnswer {
            wire: WIRE,
            as_of,
            snapshots: snapshots.collect(),
            attribution: extraction.attribution,
            claims: self.store().claims_of(id, as_of).await?.into_iter().map(ClaimItem::from).collect(),
            events: extraction.events,
            officials: extraction.officials,
            projects: extraction.projects,
            remarks,
            authors: extraction.authors,
            voice,
            copies_of,
            copies,
            document: entry.into(),
        }))
    }
}

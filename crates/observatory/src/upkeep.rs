//! Keeping what is on file up to date: reading documents again with this version of the extractor, checking claims
//! again with this version of the grid and the releases of now.

use crate::check::{Said, subject};
use crate::desk::Desk;
use crate::filing::{Filed, Intake, filed_verdict};
use crate::input::{InputError, read_raw};
use crate::reading::{Hints, Reading};
use crate::registry::{Registry, RegistryError};
use entente_analysis::verdict;
use entente_ingest::{Raw, Sources};
use entente_model::{DateBasis, DocumentId, Extraction, Lang};
use entente_store::{ClaimEntry, DocumentEntry, StoreError};
use jiff::Timestamp;
use jiff::civil::Date;
use thiserror::Error;

/// How many documents are looked up at once.
const PAGE: u32 = 1000;

/// Why a document could not be kept up to date.
#[derive(Debug, Error)]
pub enum UpkeepError {
    /// The registry.
    #[error(transparent)]
    Registry(#[from] RegistryError),
    /// The bytes cannot be read as they once were.
    #[error("document {document} cannot be read again")]
    Read {
        /// Which.
        document: DocumentId,
        /// Why.
        #[source]
        source: InputError,
    },
    /// The bytes are gone.
    #[error(
        "the bytes of document {document} are not there; put a backup back (entente maintenance restore FROM)"
    )]
    NoBytes {
        /// Which.
        document: DocumentId,
    },
}

impl From<StoreError> for UpkeepError {
    fn from(error: StoreError) -> Self {
        Self::Registry(error.into())
    }
}

/// What upkeep did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Upkeep {
    /// Documents that were looked at.
    pub documents: u64,
    /// Readings or verdicts that are new.
    pub new: u64,
}

impl Registry {
    /// Reads every document again from its newest bytes; what comes out differently is filed beside what was there.
    ///
    /// # Errors
    /// At the first document that cannot be read or filed; those before it are filed.
    #[crate::boxed(?Send)]
    pub async fn reextract(&self, as_of: Date, now: Timestamp) -> Result<Upkeep, UpkeepError> {
        let mut intake = Intake::new(self, as_of, now);
        let mut done = Upkeep::default();
        let mut after = None;
        loop {
            let page = self.store().document_ids(after.as_ref(), PAGE).await?;
            let Some(last) = page.last().cloned() else { return Ok(done) };
            for id in page {
                if let Some(entry) = self.store().document(&id).await? {
                    let filed = intake.file(&self.read_again(&entry).await?).await?;
                    done.new += u64::from(filed != Filed::Unchanged);
                }
                done.documents += 1;
            }
            after = Some(last);
        }
    }

    /// Reads the newest bytes of a document as they were read when they came.
    async fn read_again(&self, entry: &DocumentEntry) -> Result<Reading, UpkeepError> {
        let document = &entry.document;
        let bytes = self.store().blobs().read(&document.snapshot).await?;
        let bytes = bytes.ok_or_else(|| UpkeepError::NoBytes { document: document.id.clone() })?;
        let snapshots = self.store().snapshots(&document.id).await?;
        let content_type =
            snapshots.into_iter().find(|s| s.hash == document.snapshot).and_then(|s| s.content_type);
        let url = document.url.as_deref().and_then(|url| url.parse().ok());
        let raw = Raw { name: document.id.to_string(), bytes, content_type, url };
        let hints = Hints {
            published: document.published.filter(|_| document.published_basis == DateBasis::Given),
            lang: Some(document.lang).filter(|lang| *lang != Lang::Und),
            url: document.url.clone(),
            source: document.source.as_ref().map(ToString::to_string),
        };
        let source = |source| UpkeepError::Read { document: document.id.clone(), source };
        let mut reading = read_raw(raw, &hints).map_err(source)?;
        // Its identity was laid when it was first seen, and outlives a change of its bytes.
        reading.set_document(document.id.clone());
        Ok(reading)
    }

    /// Checks every claim again for a day; verdicts that differ from those on file are filed beside them.
    ///
    /// # Errors
    /// When the registry cannot be read or written; what was done before stays.
    #[crate::boxed]
    pub async fn recheck(&self, as_of: Date, now: Timestamp) -> Result<Upkeep, UpkeepError> {
        let (mut desk, mut done, mut after) = (Desk::default(), Upkeep::default(), None);
        loop {
            let page = self.store().document_ids(after.as_ref(), PAGE).await?;
            let Some(last) = page.last().cloned() else { return Ok(done) };
            for id in page {
                if let Some(entry) = self.store().document(&id).await? {
                    done.new += self.recheck_document(&entry, &mut desk, as_of, now).await?;
                }
                done.documents += 1;
            }
            after = Some(last);
        }
    }

    async fn recheck_document(
        &self,
        entry: &DocumentEntry,
        desk: &mut Desk,
        as_of: Date,
        now: Timestamp,
    ) -> Result<u64, UpkeepError> {
        let (extraction, claims) = self.extraction_of(entry).await?;
        let said = said(entry, &extraction);
        desk.fetch(self, &said, as_of).await?;
        let mut tx = self.store().begin().await?;
        let mut new = 0;
        for claim in claims {
            let verdict = verdict(&subject(&said, &claim.claim), desk.evidence(), as_of);
            let filed = filed_verdict(&claim.version, verdict, as_of, now);
            new += u64::from(tx.put_verdict(&claim.document, &claim.id, &claim.version, &filed).await?);
        }
        tx.commit().await?;
        Ok(new)
    }

    /// Returns what the newest reading of a document found, and its claims with their ids.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn extraction_of(
        &self,
        entry: &DocumentEntry,
    ) -> Result<(Extraction, Vec<ClaimEntry>), RegistryError> {
        let (store, reading) = (self.store(), &entry.reading);
        let claims = store.claims_of(&entry.document.id, Date::MAX).await?;
        let extraction = Extraction {
            lang: entry.document.lang,
            claims: claims.iter().map(|entry| entry.claim.clone()).collect(),
            events: store.events(reading).await?,
            officials: store.officials(reading).await?,
            projects: store.projects(reading).await?,
            remarks: store.remarks(reading).await?,
            authors: store.authors_of(reading).await?,
            attribution: store.attribution(reading).await?,
        };
        Ok((extraction, claims))
    }
}

/// Returns what of a document on file decides how its claims are checked.
pub(crate) fn said<'a>(entry: &DocumentEntry, extraction: &'a Extraction) -> Said<'a> {
    let source = entry.document.source.as_ref().and_then(|id| Sources::bundled().by_id(id.as_str()));
    Said { published: entry.document.published, outlet: source.and_then(|source| source.country), extraction }
}

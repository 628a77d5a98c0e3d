//! Documents and their snapshots.

use crate::columns::{integer, json, plain};
use crate::database::{Store, Tx, ask_by_id, read, row, write};
use crate::error::StoreError;
use crate::place::place;
use crate::records::{DocumentEntry, Filing, ReadingId};
use crate::sql;
use entente_model::{Attribution, Document, DocumentId, Lang, Snapshot, SnapshotHash, Source};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};

row!(
    pub(crate) struct DocumentRow {
        id: String,
        source_id: Option<String>,
        url: Option<String>,
        title: Option<String>,
        lang: String,
        published: Option<String>,
        published_basis: String,
        known: String,
        first_seen: i64,
        reading_id: String,
        extractor: String,
        snapshot_hash: String,
        text_hash: String,
        chars: i64,
        claims: i64,
    }
);

row!(
    struct CitedRow with document: DocumentRow {
        attribution: String,
    }
);

row!(
    struct SnapshotRow {
        document_id: String,
        hash: String,
        bytes: i64,
        encoding: String,
        content_type: Option<String>,
        seen: i64,
    }
);

row!(
    struct ReadingRow {
        id: String,
        snapshot_hash: String,
        text_hash: String,
        extractor: String,
        read_at: i64,
    }
);

/// One run of one version of the extractor over a snapshot that is on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingEntry {
    /// Its id.
    pub id: ReadingId,
    /// The snapshot that was read.
    pub snapshot: SnapshotHash,
    /// The hash of the normalised text, which stands under it among the blobs.
    pub text: SnapshotHash,
    /// The extractor's version.
    pub extractor: String,
    /// When it was read.
    pub at: Timestamp,
}

impl Store {
    /// Returns every reading of a document, the first read first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn readings(&self, document: &DocumentId) -> Result<Vec<ReadingEntry>, StoreError> {
        let rows: Vec<ReadingRow> =
            read!(self, fetch_all, sqlx::query_as(sql::READINGS).bind(document.as_str()))?;
        let reading = |row: ReadingRow| {
            Ok(ReadingEntry {
                id: self.parse("reading id", &row.id)?,
                snapshot: self.parse("snapshot hash", &row.snapshot_hash)?,
                text: self.parse("text hash", &row.text_hash)?,
                extractor: row.extractor,
                at: self.instant(row.read_at)?,
            })
        };
        rows.into_iter().map(reading).collect()
    }

    /// Returns the newest reading of a document; none where it is not on file.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn reading_of(&self, document: &DocumentId) -> Result<Option<ReadingId>, StoreError> {
        let id: Option<String> = read!(
            self,
            fetch_optional,
            sqlx::query_scalar(sql::READING_OF_DOCUMENT).bind(document.as_str())
        )?;
        self.parse_option("reading id", id.as_deref())
    }

    /// Returns a document; none where it is not on file.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn document(&self, id: &DocumentId) -> Result<Option<DocumentEntry>, StoreError> {
        let row: Option<DocumentRow> =
            read!(self, fetch_optional, sqlx::query_as(sql::DOCUMENT).bind(id.as_str()))?;
        row.map(|row| self.document_entry(row)).transpose()
    }

    /// Returns documents by their ids; those that are not on file are left out.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn documents_by_id(
        &self,
        ids: &BTreeSet<&DocumentId>,
    ) -> Result<BTreeMap<DocumentId, DocumentEntry>, StoreError> {
        let ids: Vec<&&DocumentId> = ids.iter().collect();
        let mut documents = BTreeMap::new();
        for row in ask_by_id!(self, DocumentRow, sql::DOCUMENTS_BY_ID_HEAD_PART, ids) {
            let entry = self.document_entry(row)?;
            documents.insert(entry.document.id.clone(), entry);
        }
        Ok(documents)
    }

    /// Returns documents by their ids, each with whom its newest reading cites as a whole; those that are not on file are
    /// left out.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn cited_documents(
        &self,
        ids: &BTreeSet<&DocumentId>,
    ) -> Result<BTreeMap<DocumentId, (DocumentEntry, Attribution)>, StoreError> {
        let ids: Vec<&&DocumentId> = ids.iter().collect();
        let mut documents = BTreeMap::new();
        for row in ask_by_id!(self, CitedRow, sql::CITED_DOCUMENTS_HEAD_PART, ids) {
            let attribution = self.body("attribution", row.attribution.as_bytes())?;
            let entry = self.document_entry(row.document)?;
            documents.insert(entry.document.id.clone(), (entry, attribution));
        }
        Ok(documents)
    }

    /// Returns the ids of documents after one, sorted, at most `limit` of them.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn document_ids(
        &self,
        after: Option<&DocumentId>,
        limit: u32,
    ) -> Result<Vec<DocumentId>, StoreError> {
        let after = after.map_or("", DocumentId::as_str);
        let ids: Vec<String> = read!(
            self,
            fetch_all,
            sqlx::query_scalar(sql::DOCUMENTS_AFTER).bind(after).bind(i64::from(limit))
        )?;
        ids.iter().map(|id| self.parse("document id", id)).collect()
    }

    /// Returns whom the text of a reading as a whole cites.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn attribution(&self, reading: &ReadingId) -> Result<Attribution, StoreError> {
        let body: Option<String> =
            read!(self, fetch_optional, sqlx::query_scalar(sql::ATTRIBUTION).bind(reading.as_str()))?;
        let attribution = body.map(|body| self.body("attribution", body.as_bytes())).transpose()?;
        Ok(attribution.unwrap_or_default())
    }

    /// Returns the snapshots of a document, the first seen first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn snapshots(&self, document: &DocumentId) -> Result<Vec<Snapshot>, StoreError> {
        let rows: Vec<SnapshotRow> =
            read!(self, fetch_all, sqlx::query_as(sql::SNAPSHOTS).bind(document.as_str()))?;
        rows.into_iter().map(|row| self.snapshot(row)).collect()
    }

    fn snapshot(&self, row: SnapshotRow) -> Result<Snapshot, StoreError> {
        Ok(Snapshot {
            hash: self.parse("snapshot hash", &row.hash)?,
            document: self.parse("document id", &row.document_id)?,
            seen: self.instant(row.seen)?,
            bytes: self.count(row.bytes)?,
            encoding: row.encoding,
            content_type: row.content_type,
        })
    }

    pub(crate) fn document_entry(&self, row: DocumentRow) -> Result<DocumentEntry, StoreError> {
        let lang: Lang = self.parse("language", &row.lang)?;
        let document = Document {
            id: self.parse("document id", &row.id)?,
            source: self.parse_option("source id", row.source_id.as_deref())?,
            url: row.url,
            title: row.title,
            lang,
            published: self.parse_option("day", row.published.as_deref())?,
            published_basis: self.parse("basis of a date", &row.published_basis)?,
            snapshot: self.parse("snapshot hash", &row.snapshot_hash)?,
            text_hash: self.parse("text hash", &row.text_hash)?,
            chars: usize::try_from(row.chars).map_err(|_| self.unreadable("length", &row.chars))?,
        };
        Ok(DocumentEntry {
            document,
            known: self.parse("day", &row.known)?,
            first_seen: self.instant(row.first_seen)?,
            reading: self.parse("reading id", &row.reading_id)?,
            extractor: row.extractor,
            claims: self.count(row.claims)?,
        })
    }
}

/// The day from which a document counts as known: published, else seen.
pub(crate) fn known(filing: &Filing) -> Date {
    let seen = || TimeZone::UTC.to_datetime(filing.snapshot.seen).date();
    filing.document.published.unwrap_or_else(seen)
}

impl Tx {
    /// Files what a document is, its bytes' description and the reading.
    pub(crate) async fn put_document(&mut self, filing: &Filing) -> Result<(), StoreError> {
        if let Some(source) = &filing.source {
            self.put_source(source).await?;
        }
        let (document, reading) = (&filing.document, &filing.reading);
        write!(
            self,
            sqlx::query(sql::PUT_DOCUMENT)
                .bind(document.id.as_str())
                .bind(document.source.as_ref().map(|source| source.as_str()))
                .bind(document.url.as_deref().map(plain))
                .bind(document.title.as_deref().map(plain))
                .bind(document.lang.code())
                .bind(document.published.map(|date| date.to_string()))
                .bind(document.published_basis.as_str())
                .bind(known(filing).to_string())
                .bind(filing.snapshot.seen.as_microsecond())
                .bind(reading.id.as_str())
                .bind(integer(filing.claims.len()))
                .bind(place(known(filing), &document.id))
        )?;
        self.put_snapshot(&filing.snapshot).await?;
        write!(
            self,
            sqlx::query(sql::PUT_READING)
                .bind(reading.id.as_str())
                .bind(document.id.as_str())
                .bind(document.snapshot.as_str())
                .bind(document.text_hash.as_str())
                .bind(integer(document.chars))
                .bind(reading.extractor.as_str())
                .bind(document.lang.code())
                .bind(document.published.map(|date| date.to_string()))
                .bind(document.published_basis.as_str())
                .bind(json("attribution", &reading.attribution)?)
                .bind(reading.at.as_microsecond())
        )?;
        Ok(())
    }

    async fn put_snapshot(&mut self, snapshot: &Snapshot) -> Result<(), StoreError> {
        write!(
            self,
            sqlx::query(sql::PUT_SNAPSHOT)
                .bind(snapshot.document.as_str())
                .bind(snapshot.hash.as_str())
                .bind(i64::try_from(snapshot.bytes).unwrap_or(i64::MAX))
                .bind(snapshot.encoding.as_str())
                .bind(snapshot.content_type.as_deref().map(plain))
                .bind(snapshot.seen.as_microsecond())
        )?;
        Ok(())
    }

    async fn put_source(&mut self, source: &Source) -> Result<(), StoreError> {
        write!(
            self,
            sqlx::query(sql::PUT_SOURCE)
                .bind(source.id.as_str())
                .bind(plain(&source.name))
                .bind(source.country.map(|country| country.to_string()))
                .bind(json("languages", &source.languages)?)
                .bind(source.tier.as_str())
                .bind(json("hosts", &source.hosts)?)
        )?;
        Ok(())
    }
}

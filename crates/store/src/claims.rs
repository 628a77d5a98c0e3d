//! Claims: their permanent identity, and every version that was read of them.

use crate::columns::{integer, json};
use crate::database::{Store, Tx, insert, read, row};
use crate::documents::known;
use crate::error::StoreError;
use crate::gists::gist_line;
use crate::place::{day_of, place};
use crate::records::{ClaimEntry, ClaimVersion, FiledClaim, Filing, LatestVerdict, pair_of};
use crate::sql;
use entente_model::{DocumentId, MentionId};
use jiff::civil::Date;

row!(
    pub(crate) struct ClaimRow {
        id: String,
        document_id: String,
        version_id: String,
        body: String,
        present: i64,
        place: i64,
        verdict_id: Option<String>,
        verdict_as_of: Option<String>,
        verdict_outcome: Option<String>,
    }
);

row!(
    struct VersionRow {
        id: String,
        extractor: String,
        snapshot_hash: String,
        reading_id: String,
        body: String,
    }
);

row!(
    struct OwnVersionRow {
        id: String,
        claim_id: String,
        extractor: String,
        snapshot_hash: String,
        reading_id: String,
        body: String,
    }
);

impl Store {
    /// Returns every version of every claim of a document with the claim's id, the first read first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn versions_of(
        &self,
        document: &DocumentId,
    ) -> Result<Vec<(MentionId, ClaimVersion)>, StoreError> {
        let rows: Vec<OwnVersionRow> =
            read!(self, fetch_all, sqlx::query_as(sql::VERSIONS_OF_DOCUMENT).bind(document.as_str()))?;
        let version = |row: OwnVersionRow| {
            let version = ClaimVersion {
                id: self.parse("claim version id", &row.id)?,
                extractor: row.extractor,
                snapshot: self.parse("snapshot hash", &row.snapshot_hash)?,
                reading: self.parse("reading id", &row.reading_id)?,
                claim: self.body("claim", row.body.as_bytes())?,
            };
            Ok((self.parse("claim id", &row.claim_id)?, version))
        };
        rows.into_iter().map(version).collect()
    }

    /// Returns the claims that the newest reading of a document finds, in text order, each with its newest verdict for a
    /// day up to `as_of`.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn claims_of(&self, document: &DocumentId, as_of: Date) -> Result<Vec<ClaimEntry>, StoreError> {
        let rows: Vec<ClaimRow> = read!(
            self,
            fetch_all,
            sqlx::query_as(sql::CLAIMS_OF_DOCUMENT).bind(as_of.to_string()).bind(document.as_str())
        )?;
        rows.into_iter().map(|row| self.claim_entry(row)).collect()
    }

    /// Returns a claim with the newest verdict for a day up to `as_of`; none where it is not on file.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn claim(&self, id: &MentionId, as_of: Date) -> Result<Option<ClaimEntry>, StoreError> {
        let row: Option<ClaimRow> = read!(
            self,
            fetch_optional,
            sqlx::query_as(sql::CLAIM).bind(as_of.to_string()).bind(id.as_str())
        )?;
        row.map(|row| self.claim_entry(row)).transpose()
    }

    /// Returns the claims whose id begins with some digits, at most two: one means that the digits are enough.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn claims_like(&self, digits: &str) -> Result<Vec<MentionId>, StoreError> {
        let (from, to) = (digits, format!("{digits}g"));
        let ids: Vec<String> =
            read!(self, fetch_all, sqlx::query_scalar(sql::CLAIM_IDS_LIKE).bind(from).bind(to))?;
        ids.iter().map(|id| self.parse("claim id", id)).collect()
    }

    /// Returns the documents whose id begins with some digits, at most two.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn documents_like(&self, digits: &str) -> Result<Vec<DocumentId>, StoreError> {
        let (from, to) = (digits, format!("{digits}g"));
        let ids: Vec<String> =
            read!(self, fetch_all, sqlx::query_scalar(sql::DOCUMENT_IDS_LIKE).bind(from).bind(to))?;
        ids.iter().map(|id| self.parse("document id", id)).collect()
    }

    /// Returns every version of a claim, the first read first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn claim_versions(&self, id: &MentionId) -> Result<Vec<ClaimVersion>, StoreError> {
        let rows: Vec<VersionRow> =
            read!(self, fetch_all, sqlx::query_as(sql::CLAIM_VERSIONS).bind(id.as_str()))?;
        let version = |row: VersionRow| {
            Ok(ClaimVersion {
                id: self.parse("claim version id", &row.id)?,
                extractor: row.extractor,
                snapshot: self.parse("snapshot hash", &row.snapshot_hash)?,
                reading: self.parse("reading id", &row.reading_id)?,
                claim: self.body("claim", row.body.as_bytes())?,
            })
        };
        rows.into_iter().map(version).collect()
    }

    pub(crate) fn claim_entry(&self, row: ClaimRow) -> Result<ClaimEntry, StoreError> {
        let verdict = match (row.verdict_id, row.verdict_as_of, row.verdict_outcome) {
            (Some(id), Some(as_of), Some(outcome)) => Some(LatestVerdict {
                id: self.parse("verdict id", &id)?,
                as_of: self.parse("day", &as_of)?,
                outcome: self.parse("outcome", &outcome)?,
            }),
            _ => None,
        };
        Ok(ClaimEntry {
            id: self.parse("claim id", &row.id)?,
            document: self.parse("document id", &row.document_id)?,
            known: day_of(row.place).ok_or_else(|| self.unreadable("place", &row.place))?,
            version: self.parse("claim version id", &row.version_id)?,
            claim: self.body("claim", row.body.as_bytes())?,
            present: row.present != 0,
            verdict,
        })
    }
}

impl Tx {
    /// Files the claims of a document, whose voice it is, and the versions of them that were read.
    pub(crate) async fn put_claims(&mut self, filing: &Filing, voice: &str) -> Result<(), StoreError> {
        let place = place(known(filing), &filing.document.id);
        let source = filing.document.source.as_ref().map(|source| source.as_str());
        let bodies = filing.claims.iter().map(|filed| Ok((filed, json("claim", &filed.claim)?)));
        let rows: Vec<(&FiledClaim, String)> = bodies.collect::<Result<_, StoreError>>()?;
        insert!(self, sql::PUT_CLAIMS, rows, sql::PUT_CLAIMS_TAIL, |row, (filed, _)| {
            let claim = &filed.claim;
            row.push_bind(filed.id.as_str())
                .push_bind(filing.document.id.as_str())
                .push_bind(filing.reading.id.as_str())
                .push_bind(filed.version.as_str())
                .push_bind(integer(claim.quote.start))
                .push_bind(claim.kind.as_str())
                .push_bind(claim.modality.as_str())
                .push_bind(pair_of(&claim.parties).map(|pair| pair.to_string()))
                .push_bind(source)
                .push_bind(filed.verdict.verdict.outcome.as_str())
                .push_bind(1_i64)
                .push_bind(i64::from(claim.confidence.as_percent()))
                .push_bind(place)
                .push_bind(filed.keys.quantity.as_deref())
                .push_bind(filed.keys.figure.as_deref())
                .push_bind(voice)
                .push_bind(gist_line(filed, filing, voice, place))
        });
        insert!(self, sql::PUT_CLAIM_VERSIONS, rows, sql::PUT_CLAIM_VERSIONS_TAIL, |row, (filed, body)| {
            row.push_bind(filing.document.id.as_str())
                .push_bind(filed.version.as_str())
                .push_bind(filed.id.as_str())
                .push_bind(filing.reading.id.as_str())
                .push_bind(filing.reading.extractor.as_str())
                .push_bind(filing.snapshot.hash.as_str())
                .push_bind(body.as_str())
        });
        Ok(())
    }
}

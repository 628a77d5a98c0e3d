//! Verdicts: never changed, a new one beside the old.

use crate::columns::json;
use crate::database::{Store, Tx, ask_by_id, insert, on, read, row};
use crate::error::StoreError;
use crate::records::{FiledVerdict, Filing, StoredVerdict};
use crate::sets::set_of;
use crate::sql;
use entente_model::{ClaimVersionId, DocumentId, MentionId, ReleaseId, VerdictId, decimal};
use jiff::civil::Date;

/// How hard bodies are compressed: they repeat themselves, and the fastest level finds that.
const LEVEL: i32 = 1;
/// The most that a body may unpack to.
const MOST: usize = 16 * 1024 * 1024;

row!(
    struct VerdictRow {
        id: String,
        document_id: String,
        claim_id: String,
        claim_version_id: String,
        grid: String,
        as_of: String,
        supersedes: Option<String>,
        made: i64,
        body: Vec<u8>,
    }
);

impl Store {
    /// Returns a verdict; none where it is not on file.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn verdict(&self, id: &VerdictId) -> Result<Option<StoredVerdict>, StoreError> {
        let row: Option<VerdictRow> =
            read!(self, fetch_optional, sqlx::query_as(sql::VERDICT).bind(id.as_str()))?;
        row.map(|row| self.stored_verdict(row)).transpose()
    }

    /// Returns verdicts by their ids, in no order; those that are not on file are left out.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn verdicts_by_id(&self, ids: &[&VerdictId]) -> Result<Vec<StoredVerdict>, StoreError> {
        let rows = ask_by_id!(self, VerdictRow, sql::VERDICTS_BY_ID_HEAD_PART, ids);
        rows.into_iter().map(|row| self.stored_verdict(row)).collect()
    }

    /// Returns every verdict on a claim, by the day that it is for, then as they were made.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn verdicts_of(&self, claim: &MentionId) -> Result<Vec<StoredVerdict>, StoreError> {
        let rows: Vec<VerdictRow> =
            read!(self, fetch_all, sqlx::query_as(sql::VERDICTS_OF_CLAIM).bind(claim.as_str()))?;
        rows.into_iter().map(|row| self.stored_verdict(row)).collect()
    }

    /// Returns the newest verdicts for days up to one: those for the latest day first, of these the last made first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn newest_verdicts(&self, as_of: Date, limit: u32) -> Result<Vec<StoredVerdict>, StoreError> {
        let rows: Vec<VerdictRow> = read!(
            self,
            fetch_all,
            sqlx::query_as(sql::NEWEST_VERDICTS).bind(as_of.to_string()).bind(i64::from(limit))
        )?;
        rows.into_iter().map(|row| self.stored_verdict(row)).collect()
    }

    fn stored_verdict(&self, row: VerdictRow) -> Result<StoredVerdict, StoreError> {
        let body =
            zstd::bulk::decompress(&row.body, MOST).map_err(|error| self.unreadable("verdict", &error))?;
        Ok(StoredVerdict {
            id: self.parse("verdict id", &row.id)?,
            document: self.parse("document id", &row.document_id)?,
            claim: self.parse("claim id", &row.claim_id)?,
            version: self.parse("claim version id", &row.claim_version_id)?,
            grid: row.grid,
            as_of: self.parse("day", &row.as_of)?,
            supersedes: self.parse_option("verdict id", row.supersedes.as_deref())?,
            made: self.instant(row.made)?,
            verdict: self.body("verdict", &body)?,
        })
    }
}

/// A verdict on its way into the registry.
struct Row<'a> {
    document: &'a DocumentId,
    claim: &'a MentionId,
    version: &'a ClaimVersionId,
    filed: &'a FiledVerdict,
    set: String,
    releases: Vec<ReleaseId>,
    supersedes: Option<String>,
    body: Vec<u8>,
}

impl Tx {
    /// Files a verdict with the one on the same claim that it takes the place of, and says whether it is new. One that
    /// is there already is left alone.
    ///
    /// # Errors
    /// When it cannot be written.
    #[crate::boxed]
    pub async fn put_verdict(
        &mut self,
        document: &DocumentId,
        claim: &MentionId,
        version: &ClaimVersionId,
        filed: &FiledVerdict,
    ) -> Result<bool, StoreError> {
        if self.has_verdict(&filed.id).await? {
            return Ok(false);
        }
        self.touch(document).await?;
        let row = self.row(document, claim, version, filed, true).await?;
        self.write_verdicts(&[row]).await?;
        Ok(true)
    }

    /// Files the verdicts on the claims of a document; on a new document none takes the place of another.
    pub(crate) async fn put_verdicts(&mut self, filing: &Filing, is_new: bool) -> Result<(), StoreError> {
        let mut rows = Vec::with_capacity(filing.claims.len());
        for filed in &filing.claims {
            rows.push(
                self.row(&filing.document.id, &filed.id, &filed.version, &filed.verdict, !is_new).await?,
            );
        }
        self.write_verdicts(&rows).await
    }

    async fn row<'a>(
        &mut self,
        document: &'a DocumentId,
        claim: &'a MentionId,
        version: &'a ClaimVersionId,
        filed: &'a FiledVerdict,
        may_supersede: bool,
    ) -> Result<Row<'a>, StoreError> {
        let before = if may_supersede { self.newest_verdict(document, claim).await? } else { None };
        let supersedes = before.filter(|before| *before != filed.id.as_str());
        let releases = filed.verdict.releases();
        let set = set_of(&releases);
        let body = self.pack(filed)?;
        Ok(Row { document, claim, version, filed, set, releases, supersedes, body })
    }

    /// Compresses the body of a verdict. Setting a compressor up takes longer than a body: one serves the transaction.
    fn pack(&mut self, filed: &FiledVerdict) -> Result<Vec<u8>, StoreError> {
        let failed = |source| StoreError::of_blob("compress", filed.id.to_string().into(), source);
        let body = json("verdict", &filed.verdict)?;
        let packer = match &mut self.packer {
            Some(packer) => packer,
            none => none.insert(zstd::bulk::Compressor::new(LEVEL).map_err(failed)?),
        };
        packer.compress(body.as_bytes()).map_err(failed)
    }

    async fn has_verdict(&mut self, id: &VerdictId) -> Result<bool, StoreError> {
        let result: Result<i64, _> = on!(&mut self.inner, Inner, |tx| {
            sqlx::query_scalar(sql::HAS_VERDICT).bind(id.as_str()).fetch_one(&mut **tx).await
        });
        result.map(|found| found > 0).map_err(|error| StoreError::of(&self.url, error))
    }

    async fn newest_verdict(
        &mut self,
        document: &DocumentId,
        claim: &MentionId,
    ) -> Result<Option<String>, StoreError> {
        let result = on!(&mut self.inner, Inner, |tx| {
            let query = sqlx::query_scalar(sql::NEWEST_VERDICT).bind(document.as_str()).bind(claim.as_str());
            query.fetch_optional(&mut **tx).await
        });
        result.map_err(|error| StoreError::of(&self.url, error))
    }

    async fn write_verdicts(&mut self, rows: &[Row<'_>]) -> Result<(), StoreError> {
        let sets = rows.iter().map(|row| (row.set.as_str(), row.releases.as_slice())).collect();
        self.put_release_sets(&sets).await?;
        insert!(self, sql::PUT_VERDICTS, rows, sql::PUT_VERDICTS_TAIL, |row, verdict| {
            let filed = verdict.filed;
            row.push_bind(filed.id.as_str())
                .push_bind(verdict.document.as_str())
                .push_bind(verdict.claim.as_str())
                .push_bind(verdict.version.as_str())
                .push_bind(filed.grid.as_str())
                .push_bind(filed.as_of.to_string())
                .push_bind(verdict.set.as_str())
                .push_bind(filed.verdict.outcome.as_str())
                .push_bind(filed.verdict.definition.as_ref().map(|definition| definition.as_str()))
                .push_bind(filed.verdict.computed.map(decimal::plain))
                .push_bind(verdict.supersedes.as_deref())
                .push_bind(filed.made.as_microsecond())
                .push_bind(verdict.body.as_slice())
        });
        Ok(())
    }
}

//! Verdicts: never changed, a new one beside the old.

use crate::columns::json;
use crate::database::{Store, Tx, on, read, write};
use crate::error::StoreError;
use crate::records::{FiledVerdict, StoredVerdict};
use crate::sets::set_of;
use crate::sql;
use entente_model::{ClaimVersionId, MentionId, VerdictId, decimal};

/// How hard bodies are compressed: they repeat themselves, and the fastest level finds that.
const LEVEL: i32 = 1;
/// The most that a body may unpack to.
const MOST: usize = 16 * 1024 * 1024;

#[derive(sqlx::FromRow)]
struct VerdictRow {
    id: String,
    claim_version_id: String,
    grid: String,
    as_of: String,
    supersedes: Option<String>,
    made: i64,
    body: Vec<u8>,
}

impl Store {
    /// Returns a verdict; none where it is not on file.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub async fn verdict(&self, id: &VerdictId) -> Result<Option<StoredVerdict>, StoreError> {
        let row: Option<VerdictRow> =
            read!(self, fetch_optional, sqlx::query_as(sql::VERDICT).bind(id.as_str()))?;
        row.map(|row| self.stored_verdict(row)).transpose()
    }

    /// Returns every verdict on a claim, by the day that it is for, then as they were made.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub async fn verdicts_of(&self, claim: &MentionId) -> Result<Vec<StoredVerdict>, StoreError> {
        let rows: Vec<VerdictRow> =
            read!(self, fetch_all, sqlx::query_as(sql::VERDICTS_OF_CLAIM).bind(claim.as_str()))?;
        rows.into_iter().map(|row| self.stored_verdict(row)).collect()
    }

    fn stored_verdict(&self, row: VerdictRow) -> Result<StoredVerdict, StoreError> {
        let body =
            zstd::bulk::decompress(&row.body, MOST).map_err(|error| self.unreadable("verdict", &error))?;
        Ok(StoredVerdict {
            id: self.parse("verdict id", &row.id)?,
            version: self.parse("claim version id", &row.claim_version_id)?,
            grid: row.grid,
            as_of: self.parse("day", &row.as_of)?,
            supersedes: self.parse_option("verdict id", row.supersedes.as_deref())?,
            made: self.instant(row.made)?,
            verdict: self.body("verdict", &body)?,
        })
    }
}

impl Tx {
    /// Files a verdict with the one on the same claim that it takes the place of, and says whether it is new. One that
    /// is there already is left alone.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn put_verdict(
        &mut self,
        claim: &MentionId,
        version: &ClaimVersionId,
        filed: &FiledVerdict,
    ) -> Result<bool, StoreError> {
        let before = self.newest_verdict(claim).await?.filter(|before| *before != filed.id.as_str());
        self.write_verdict(claim, version, filed, before).await
    }

    /// Files the first verdict on a claim.
    pub(crate) async fn put_first_verdict(
        &mut self,
        claim: &MentionId,
        version: &ClaimVersionId,
        filed: &FiledVerdict,
    ) -> Result<bool, StoreError> {
        self.write_verdict(claim, version, filed, None).await
    }

    async fn newest_verdict(&mut self, claim: &MentionId) -> Result<Option<String>, StoreError> {
        let result = on!(&mut self.inner, Inner, |tx| {
            sqlx::query_scalar(sql::NEWEST_VERDICT).bind(claim.as_str()).fetch_optional(&mut **tx).await
        });
        result.map_err(|error| StoreError::of(&self.url, error))
    }

    async fn write_verdict(
        &mut self,
        claim: &MentionId,
        version: &ClaimVersionId,
        filed: &FiledVerdict,
        supersedes: Option<String>,
    ) -> Result<bool, StoreError> {
        let verdict = &filed.verdict;
        let releases = verdict.releases();
        let set = set_of(&releases);
        self.put_release_set(&set, &releases).await?;
        let body = json("verdict", verdict)?;
        let packed = zstd::bulk::compress(body.as_bytes(), LEVEL)
            .map_err(|source| StoreError::of_blob("compress", filed.id.to_string().into(), source))?;
        let written = write!(
            self,
            sqlx::query(sql::PUT_VERDICT)
                .bind(filed.id.as_str())
                .bind(claim.as_str())
                .bind(version.as_str())
                .bind(filed.grid.as_str())
                .bind(filed.as_of.to_string())
                .bind(set.as_str())
                .bind(verdict.outcome.as_str())
                .bind(verdict.definition.as_ref().map(|definition| definition.as_str()))
                .bind(verdict.computed.map(decimal::plain))
                .bind(supersedes)
                .bind(filed.made.as_microsecond())
                .bind(packed)
        )?;
        Ok(written.rows_affected() > 0)
    }
}

//! Filing a document: everything of it in one transaction.

use crate::database::Tx;
use crate::database::on;
use crate::error::StoreError;
use crate::records::Filing;
use crate::sql;

impl Tx {
    /// Files a document with its snapshot, its reading and everything that this found.
    ///
    /// The bytes must stand among the blobs already. Filing the same reading again changes nothing; another reading of
    /// the same document takes the place of the newest, and what it found is added beside what was there.
    ///
    /// # Errors
    /// When it cannot be written; the transaction must then be dropped.
    pub async fn file(&mut self, filing: &Filing) -> Result<(), StoreError> {
        let is_new = !self.has_document(filing).await?;
        self.put_document(filing).await?;
        self.put_claims(filing).await?;
        self.put_verdicts(filing, is_new).await?;
        self.put_statements(filing).await?;
        self.put_authors(filing).await
    }

    async fn has_document(&mut self, filing: &Filing) -> Result<bool, StoreError> {
        let result: Result<Option<String>, _> = on!(&mut self.inner, Inner, |tx| {
            let query = sqlx::query_scalar(sql::READING_OF_DOCUMENT).bind(filing.document.id.as_str());
            query.fetch_optional(&mut **tx).await
        });
        result.map(|reading| reading.is_some()).map_err(|error| StoreError::of(&self.url, error))
    }
}

//! Filing a document: everything of it in one transaction.

use crate::database::{Tx, on, write};
use crate::documents::known;
use crate::error::StoreError;
use crate::records::Filing;
use crate::sql;

impl Tx {
    /// Files a document with its snapshot, its reading and everything that this found, and says whether the reading is
    /// another than the newest on file.
    ///
    /// The bytes must stand among the blobs already. Filing the same reading again changes nothing; another reading of
    /// the same document takes the place of the newest, and what it found is added beside what was there.
    ///
    /// # Errors
    /// When it cannot be written; the transaction must then be dropped.
    #[crate::boxed]
    pub async fn file(&mut self, filing: &Filing) -> Result<bool, StoreError> {
        let before = self.newest_reading(filing).await?;
        if before.as_deref() == Some(filing.reading.id.as_str()) {
            return Ok(false);
        }
        let is_new = before.is_none();
        if is_new {
            self.ledger.changes.add_filing(filing, known(filing));
        } else {
            self.touch(&filing.document.id).await?;
        }
        self.put_document(filing).await?;
        let voice = self.put_voice(filing, is_new).await?;
        self.put_claims(filing, &voice).await?;
        self.put_verdicts(filing, is_new).await?;
        self.put_statements(filing).await?;
        self.put_officials(filing).await?;
        self.put_authors(filing).await?;
        self.put_search(filing, is_new).await?;
        if !is_new {
            self.drop_claims(filing).await?;
        }
        Ok(true)
    }

    /// Marks the claims that the new reading does not find.
    async fn drop_claims(&mut self, filing: &Filing) -> Result<(), StoreError> {
        let (document, reading) = (filing.document.id.as_str(), filing.reading.id.as_str());
        write!(self, sqlx::query(sql::DROP_CLAIMS).bind(document).bind(reading))?;
        Ok(())
    }

    async fn newest_reading(&mut self, filing: &Filing) -> Result<Option<String>, StoreError> {
        let result = on!(&mut self.inner, Inner, |tx| {
            let query = sqlx::query_scalar(sql::READING_OF_DOCUMENT).bind(filing.document.id.as_str());
            query.fetch_optional(&mut **tx).await
        });
        result.map_err(|error| StoreError::of(&self.url, error))
    }
}

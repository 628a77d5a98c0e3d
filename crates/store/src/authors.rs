//! Authors: who signed which documents.

use crate::columns::{integer, json, plain};
use crate::database::{Store, Tx, read, row, write};
use crate::documents::known;
use crate::error::StoreError;
use crate::place::place;
use crate::records::{AuthorEntry, AuthorId, Filing, ReadingId};
use crate::sql;
use entente_model::Author;
use jiff::civil::Date;

row!(
    struct AuthorRow {
        id: String,
        name: String,
        note: Option<String>,
        documents: i64,
    }
);

impl Store {
    /// Lists the authors of the documents known by a day, by name.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn authors(&self, as_of: Date) -> Result<Vec<AuthorEntry>, StoreError> {
        let rows: Vec<AuthorRow> =
            read!(self, fetch_all, sqlx::query_as(sql::AUTHORS).bind(as_of.to_string()))?;
        rows.into_iter().map(|row| self.author_entry(row)).collect()
    }

    /// Returns an author; none who signed no document known by a day.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn author(&self, id: &AuthorId, as_of: Date) -> Result<Option<AuthorEntry>, StoreError> {
        let row: Option<AuthorRow> = read!(
            self,
            fetch_optional,
            sqlx::query_as(sql::AUTHOR).bind(as_of.to_string()).bind(id.as_str())
        )?;
        row.map(|row| self.author_entry(row)).transpose()
    }

    fn author_entry(&self, row: AuthorRow) -> Result<AuthorEntry, StoreError> {
        Ok(AuthorEntry {
            id: self.parse("author id", &row.id)?,
            name: row.name,
            note: row.note,
            documents: self.count(row.documents)?,
        })
    }

    /// Returns the authors that a reading found, in text order.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn authors_of(&self, reading: &ReadingId) -> Result<Vec<Author>, StoreError> {
        let bodies: Vec<String> =
            read!(self, fetch_all, sqlx::query_scalar(sql::READING_AUTHORS).bind(reading.as_str()))?;
        bodies.iter().map(|body| self.body("author", body.as_bytes())).collect()
    }
}

impl Tx {
    /// Files who signed a document.
    pub(crate) async fn put_authors(&mut self, filing: &Filing) -> Result<(), StoreError> {
        for (position, author) in filing.authors.iter().enumerate() {
            let id = AuthorId::of_name(&author.name);
            write!(
                self,
                sqlx::query(sql::PUT_AUTHOR)
                    .bind(id.as_str())
                    .bind(plain(&author.name))
                    .bind(author.note.as_deref().map(plain))
            )?;
            write!(
                self,
                sqlx::query(sql::PUT_READING_AUTHOR)
                    .bind(filing.reading.id.as_str())
                    .bind(integer(position))
                    .bind(id.as_str())
                    .bind(filing.document.id.as_str())
                    .bind(json("author", author)?)
                    .bind(place(known(filing), &filing.document.id))
            )?;
        }
        Ok(())
    }
}

//! Authors: who signed the documents on file, and what.

use super::{DocumentWire, List};
use crate::registry::{Registry, RegistryError};
use crate::wire::WIRE;
use entente_model::AuthorId;
use entente_store::{AuthorEntry, DocumentCursor, DocumentFilter};
use jiff::civil::Date;
use serde::Serialize;

/// An author on file.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

/// An author with the documents that they signed.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuthorAnswer {
    /// The version of the wire.
    pub wire: u8,
    /// What was known when.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub as_of: Date,
    /// The author.
    pub author: AuthorItem,
    /// Their documents, the newest first.
    pub documents: List<DocumentWire>,
}

impl From<AuthorEntry> for AuthorItem {
    fn from(entry: AuthorEntry) -> Self {
        Self { id: entry.id, name: entry.name, note: entry.note, documents: entry.documents }
    }
}

impl Registry {
    /// Lists the authors of the documents known by a day, by name.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn authors(&self, as_of: Date) -> Result<List<AuthorItem>, RegistryError> {
        Ok(List::whole(as_of, self.store().authors(as_of).await?))
    }

    /// Returns an author with a part of their documents; none who signed no document known by a day.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn author(
        &self,
        id: &AuthorId,
        as_of: Date,
        after: Option<DocumentCursor>,
        limit: u32,
    ) -> Result<Option<AuthorAnswer>, RegistryError> {
        let Some(entry) = self.store().author(id, as_of).await? else { return Ok(None) };
        let author = Some(id.clone());
        let filter = DocumentFilter { author, as_of, after, limit, ..DocumentFilter::default() };
        let documents = self.documents(&filter).await?;
        Ok(Some(AuthorAnswer { wire: WIRE, as_of, author: entry.into(), documents }))
    }
}

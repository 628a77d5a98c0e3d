//! Ids as people write them: whole, or the first digits where these are enough.

use crate::registry::{Registry, RegistryError};
use entente_model::{DocumentId, EntryId, IdError, MentionId};
use thiserror::Error;

/// What digits mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved<T> {
    /// This.
    One(T),
    /// Nothing that is on file.
    None,
    /// More than one thing.
    Several,
}

/// Why an id could not be looked up.
#[derive(Debug, Error)]
pub enum ResolveError {
    /// It is no id.
    #[error(transparent)]
    Id(#[from] IdError),
    /// The registry cannot be read.
    #[error(transparent)]
    Registry(#[from] RegistryError),
}

/// Fewer digits are taken for a slip.
const FEWEST: usize = 4;

fn resolved<T>(mut found: Vec<T>) -> Resolved<T> {
    match (found.pop(), found.pop()) {
        (Some(one), None) => Resolved::One(one),
        (None, _) => Resolved::None,
        _ => Resolved::Several,
    }
}

fn is_beginning(digits: &str) -> bool {
    (FEWEST..32).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

impl Registry {
    /// Returns the document that digits mean.
    ///
    /// # Errors
    /// When they are no id nor the beginning of one, or the registry cannot be read.
    #[crate::boxed]
    pub async fn document_id(&self, digits: &str) -> Result<Resolved<DocumentId>, ResolveError> {
        if is_beginning(digits) {
            let found = self.store().documents_like(digits).await.map_err(RegistryError::from)?;
            return Ok(resolved(found));
        }
        Ok(Resolved::One(digits.parse()?))
    }

    /// Returns the claim that digits mean.
    ///
    /// # Errors
    /// When they are no id nor the beginning of one, or the registry cannot be read.
    #[crate::boxed]
    pub async fn claim_id(&self, digits: &str) -> Result<Resolved<MentionId>, ResolveError> {
        if is_beginning(digits) {
            let found = self.store().claims_like(digits).await.map_err(RegistryError::from)?;
            return Ok(resolved(found));
        }
        Ok(Resolved::One(digits.parse()?))
    }

    /// Returns the entry of the register that digits mean.
    ///
    /// # Errors
    /// When they are no id nor the beginning of one, or the registry cannot be read.
    #[crate::boxed]
    pub async fn entry_id(&self, digits: &str) -> Result<Resolved<EntryId>, ResolveError> {
        if is_beginning(digits) {
            let found = self.store().entries_like(digits).await.map_err(RegistryError::from)?;
            return Ok(resolved(found));
        }
        let id = digits.parse()?;
        let entry = self.store().entry(&id).await.map_err(RegistryError::from)?;
        Ok(entry.map_or(Resolved::None, |entry| Resolved::One(entry.id)))
    }
}

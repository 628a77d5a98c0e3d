//! The revision: one number that goes up whenever what answers are made of changes.

use crate::database::{Store, read};
use crate::error::StoreError;
use crate::sql;

impl Store {
    /// Returns how often this registry has changed: each transaction that changes anything counts one up. What was
    /// answered at a revision is the answer for as long as it stands. Filing the same thing again, tokens and jobs leave
    /// it as it is.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn revision(&self) -> Result<u64, StoreError> {
        let revision: i64 = read!(self, fetch_one, sqlx::query_scalar(sql::REVISION))?;
        self.count(revision)
    }
}

//! The trail: who did what to which thing, in the order that it was done.

use crate::columns::plain;
use crate::database::{Store, Tx, read, row, write};
use crate::error::StoreError;
use crate::sql;
use entente_model::key::KeyHasher;
use jiff::Timestamp;

/// A line of the trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub who: String,
    /// What was done: `correct`, `enter`, `change`, `merge`.
    pub action: String,
    /// To what, as `kind:id`.
    pub target: String,
    /// More about it.
    pub detail: String,
}

row!(
    struct AuditRow {
        at: i64,
        who: String,
        action: String,
        target: String,
        detail: String,
    }
);

impl Store {
    /// Returns what was done to a thing, `kind:id`, the first first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn audit_of(&self, target: &str) -> Result<Vec<AuditEntry>, StoreError> {
        let rows: Vec<AuditRow> = read!(self, fetch_all, sqlx::query_as(sql::AUDIT_OF).bind(target))?;
        let entry = |row: AuditRow| {
            let AuditRow { at, who, action, target, detail } = row;
            Ok(AuditEntry { at: self.instant(at)?, who, action, target, detail })
        };
        rows.into_iter().map(entry).collect()
    }
}

impl Tx {
    /// Adds a line to the trail.
    ///
    /// # Errors
    /// When it cannot be written.
    #[crate::boxed]
    pub async fn put_audit(&mut self, entry: &AuditEntry) -> Result<(), StoreError> {
        let at = entry.at.as_microsecond();
        let id = KeyHasher::new("audit").part(&at.to_string()).part(&entry.who).part(&entry.action);
        let id = id.part(&entry.target).part(&entry.detail).short();
        write!(
            self,
            sqlx::query(sql::PUT_AUDIT)
                .bind(&id)
                .bind(at)
                .bind(plain(&entry.who))
                .bind(&entry.action)
                .bind(&entry.target)
                .bind(plain(&entry.detail))
        )?;
        Ok(())
    }
}

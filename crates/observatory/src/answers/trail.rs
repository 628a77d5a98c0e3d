//! The trail: what people said over what was read, and who did what to which thing.

use super::List;
use crate::conflicts::review_target;
use crate::corrections::target;
use crate::registry::{Registry, RegistryError};
use entente_model::MentionId;
use entente_store::{AuditEntry, Correction};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

/// What one person said of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CorrectionItem {
    /// What is corrected, as `kind:id`.
    pub target: String,
    /// The field.
    pub field: String,
    /// What stood there.
    pub from: Option<String>,
    /// What is right.
    pub to: Option<String>,
    /// Who says so.
    pub who: String,
    /// When.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Moment"))]
    pub made: Timestamp,
    /// Why.
    pub why: String,
    /// Which correction of this thing it is, from 1.
    pub version: u64,
}

impl From<Correction> for CorrectionItem {
    fn from(correction: Correction) -> Self {
        let Correction { target, field, from, to, who, made, why, version } = correction;
        Self { target, field, from, to, who, made, why, version }
    }
}

/// A line of the trail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TrailItem {
    /// When.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Moment"))]
    pub at: Timestamp,
    /// Who.
    pub who: String,
    /// What was done: `enter`, `change`, `correct`, `import`, `merge into ID`.
    pub action: String,
    /// To what, as `kind:id`.
    pub target: String,
    /// More about it.
    pub detail: String,
}

impl From<AuditEntry> for TrailItem {
    fn from(entry: AuditEntry) -> Self {
        let AuditEntry { at, who, action, target, detail } = entry;
        Self { at, who, action, target, detail }
    }
}

impl Registry {
    /// Lists the corrections of a claim, the first first; how many there are is the version to be given with the next.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn corrections(
        &self,
        id: &MentionId,
        as_of: Date,
    ) -> Result<List<CorrectionItem>, RegistryError> {
        Ok(List::whole(as_of, self.store().corrections_of(&target(id)).await?))
    }

    /// Lists what people said of statements that do not fit together, by the id of their group; how many there are is the
    /// version to be given with the next.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn reviews(&self, conflict: &str, as_of: Date) -> Result<List<CorrectionItem>, RegistryError> {
        Ok(List::whole(as_of, self.store().corrections_of(&review_target(conflict)).await?))
    }

    /// Lists what was done to a thing, `kind:id`, the first first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn trail(&self, target: &str, as_of: Date) -> Result<List<TrailItem>, RegistryError> {
        Ok(List::whole(as_of, self.store().audit_of(target).await?))
    }
}

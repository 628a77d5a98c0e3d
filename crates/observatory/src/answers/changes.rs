//! What moved: official figures that a later vintage changed, and verdicts that came out otherwise since.

use super::{List, ObservationItem};
use crate::registry::{Registry, RegistryError};
use entente_model::{Decimal, DocumentId, MentionId, Outcome, ReleaseId, VerdictId, decimal};
use entente_store::{ChangeFilter, ObservationChange, VerdictChange};
use jiff::civil::Date;
use serde::Serialize;

/// What moved in a stretch of days.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Changes {
    /// Observations that differ from the vintage before them in the same dataset, in the order of observations.
    #[serde(flatten)]
    pub list: List<ChangeItem>,
    /// The first day.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub since: Date,
    /// Verdicts for these days that say something else than the ones whose place they took, the newest first, at most as
    /// many as observations were asked for.
    pub verdicts: Vec<VerdictMoved>,
}

/// An observation that a release changed.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeItem {
    /// The observation as it is now.
    #[serde(flatten)]
    pub observation: ObservationItem,
    /// The value that the vintage before had.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub before: Decimal,
    /// The vintage before.
    pub before_release: ReleaseId,
    /// By how much it moved, in percent of what it was; none from zero.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub percent: Option<Decimal>,
}

/// A verdict that took the place of another and says something else.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VerdictMoved {
    /// The verdict.
    pub id: VerdictId,
    /// The claim.
    pub claim: MentionId,
    /// The document that makes it.
    pub document: DocumentId,
    /// What was known when.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub as_of: Date,
    /// The outcome.
    pub outcome: Outcome,
    /// The value that decided it.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub computed: Option<Decimal>,
    /// The verdict before, which is kept.
    pub before_id: VerdictId,
    /// The outcome before.
    pub before: Outcome,
    /// The value that decided the one before.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub before_computed: Option<Decimal>,
}

impl From<ObservationChange> for ChangeItem {
    fn from(change: ObservationChange) -> Self {
        let ObservationChange { now, before_release, before } = change;
        let moved = now.value.checked_sub(before).and_then(|by| by.checked_mul(Decimal::ONE_HUNDRED));
        let percent = moved.and_then(|by| by.checked_div(before)).map(|percent| decimal::rounded(percent, 2));
        Self { observation: now.into(), before, before_release, percent }
    }
}

impl From<VerdictChange> for VerdictMoved {
    fn from(change: VerdictChange) -> Self {
        let VerdictChange {
            id,
            before_id,
            document,
            claim,
            as_of,
            outcome,
            before,
            computed,
            before_computed,
        } = change;
        Self { id, claim, document, as_of, outcome, computed, before_id, before, before_computed }
    }
}

impl Registry {
    /// Lists what moved in a stretch of days.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn changes(&self, filter: &ChangeFilter) -> Result<Changes, RegistryError> {
        let list = List::part(filter.as_of, self.store().changes(filter).await?);
        let verdicts =
            self.store().verdict_changes(filter).await?.into_iter().map(VerdictMoved::from).collect();
        Ok(Changes { list, since: filter.since, verdicts })
    }
}

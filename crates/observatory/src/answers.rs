//! What a registry answers, in the form of the wire: lists with their total and cursor, and single things.

mod authors;
mod catalogue;
mod changes;
mod claims;
mod documents;
mod observations;
mod pairs;
mod search;
mod tokens;
mod trail;
mod verdicts;

pub use authors::{AuthorAnswer, AuthorItem};
pub use catalogue::{
    DatasetItem, DatasetList, DefinitionItem, DefinitionList, ReleaseItem, dataset_list, definition_list,
    source_list,
};
pub use changes::{ChangeItem, Changes, VerdictMoved};
pub use claims::{ClaimItem, Explanation, HistoryItem, VersionItem};
pub use documents::{DocumentAnswer, DocumentWire, SnapshotItem};
pub use observations::{ObservationAnswer, ObservationItem};
pub use pairs::{PairItem, TallyItem};
pub use search::{Hit, SearchCursor};
pub use tokens::TokenItem;
pub use trail::{CorrectionItem, TrailItem};
pub use verdicts::{VerdictAnswer, VerdictItem, VerdictOnClaim};

use crate::wire::WIRE;
use entente_store::Page;
use jiff::civil::Date;
use serde::Serialize;

/// A list, or the part of one that was asked for.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct List<T> {
    /// The version of the wire.
    pub wire: u8,
    /// What was known when.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub as_of: Date,
    /// How many there are in all.
    pub total: u64,
    /// The part that was asked for.
    pub items: Vec<T>,
    /// Where the next part begins, to be given back as it is; none at the end.
    pub next: Option<String>,
}

impl<T> List<T> {
    /// Makes a list out of one part of it.
    pub(crate) fn part<E: Into<T>, C: ToString>(as_of: Date, page: Page<E, C>) -> Self {
        let next = page.next.map(|cursor| cursor.to_string());
        let items = page.items.into_iter().map(E::into).collect();
        Self { wire: WIRE, as_of, total: page.total, next, items }
    }

    /// Leaves a part of a whole list: at most `limit` items after the one with a key, or the first ones. The key is that
    /// of an item by itself; none where no item has the one that is given.
    #[must_use]
    pub fn cut(mut self, after: Option<&str>, limit: usize, key: impl Fn(&T) -> String) -> Option<Self> {
        if let Some(after) = after {
            let at = self.items.iter().position(|item| key(item) == after)?;
            self.items.drain(..=at);
        }
        if self.items.len() > limit {
            self.items.truncate(limit);
            self.next = self.items.last().map(key);
        }
        Some(self)
    }

    /// Makes a list out of all of it.
    pub(crate) fn whole<E: Into<T>>(as_of: Date, items: Vec<E>) -> Self {
        let items: Vec<T> = items.into_iter().map(E::into).collect();
        Self { wire: WIRE, as_of, total: items.len() as u64, next: None, items }
    }
}

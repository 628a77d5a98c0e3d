//! What a registry answers, in the form of the wire: lists with their total and cursor, and single things.

mod authors;
mod claims;
mod documents;
mod observations;
mod pairs;
mod verdicts;

pub use authors::{AuthorAnswer, AuthorItem};
pub use claims::{ClaimItem, Explanation, HistoryItem, VersionItem};
pub use documents::{DocumentAnswer, DocumentWire, SnapshotItem};
pub use observations::{ObservationAnswer, ObservationItem};
pub use pairs::{PairItem, TallyItem};
pub use verdicts::{VerdictAnswer, VerdictItem, VerdictOnClaim};

use crate::wire::WIRE;
use entente_store::Page;
use jiff::civil::Date;
use serde::Serialize;

/// A list, or the part of one that was asked for.
#[derive(Debug, Serialize)]
pub struct List<T> {
    /// The version of the wire.
    pub wire: u8,
    /// What was known when.
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
    fn part<E: Into<T>, C: ToString>(as_of: Date, page: Page<E, C>) -> Self {
        let next = page.next.map(|cursor| cursor.to_string());
        let items = page.items.into_iter().map(E::into).collect();
        Self { wire: WIRE, as_of, total: page.total, next, items }
    }

    /// Makes a list out of all of it.
    fn whole<E: Into<T>>(as_of: Date, items: Vec<E>) -> Self {
        let items: Vec<T> = items.into_iter().map(E::into).collect();
        Self { wire: WIRE, as_of, total: items.len() as u64, next: None, items }
    }
}

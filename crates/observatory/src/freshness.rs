//! How fresh statistics are: when the next release of a dataset is due, and whether it is overdue.

use entente_model::{Dataset, DatasetId, Release};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// How fresh a dataset is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Freshness {
    /// When its newest release became known; none where none was.
    #[cfg_attr(feature = "schema", schemars(with = "Option<entente_model::schema::Day>"))]
    pub newest: Option<Date>,
    /// When the next release is due; none where the dataset promises none.
    #[cfg_attr(feature = "schema", schemars(with = "Option<entente_model::schema::Day>"))]
    pub due: Option<Date>,
    /// What follows of the two.
    pub state: FreshState,
}

/// Whether a dataset is as fresh as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FreshState {
    /// The next release is not due yet.
    Fresh,
    /// It is overdue: load it.
    Stale,
    /// The dataset promises nothing, or nothing of it was known.
    Unknown,
}

impl FreshState {
    /// Returns the word as it is written on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Stale => "stale",
            Self::Unknown => "unknown",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    dataset: Vec<Promise>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Promise {
    id: DatasetId,
    months: i32,
}

#[expect(clippy::expect_used, reason = "the file is part of the program and a test reads it")]
static PROMISES: LazyLock<File> = LazyLock::new(|| {
    toml::from_str(include_str!("../data/freshness.toml")).expect("data/freshness.toml is well formed")
});

/// Tells how fresh a dataset was on a day, by those of its releases that were known by then.
#[must_use]
pub fn freshness<'a>(
    dataset: &Dataset,
    releases: impl Iterator<Item = &'a Release>,
    as_of: Date,
) -> Freshness {
    let known = releases.filter(|r| r.publisher == dataset.publisher && r.dataset == dataset.id);
    let newest = known.map(Release::known).filter(|known| *known <= as_of).max();
    let promise = PROMISES.dataset.iter().find(|promise| promise.id == dataset.id);
    let due =
        newest.zip(promise).and_then(|(newest, promise)| newest.checked_add(promise.months.months()).ok());
    let state = match due {
        Some(due) if as_of > due => FreshState::Stale,
        Some(_) => FreshState::Fresh,
        None => FreshState::Unknown,
    };
    Freshness { newest, due, state }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Figures;
    use jiff::civil::date;

    #[test]
    fn a_table_is_stale_when_the_next_is_overdue() {
        let figures = Figures::bundled().unwrap();
        let of = |publisher: &str, as_of| {
            let is_it =
                |d: &&Dataset| d.publisher.as_str() == publisher && d.id.as_str() == "trade-by-country";
            let dataset = figures.datasets.iter().find(is_it).unwrap();
            freshness(dataset, figures.releases.iter(), as_of)
        };
        // Kazakhstan's table of 2023 was published on 25 July 2024.
        let fresh = of("stat.gov.kz", date(2025, 8, 25));
        assert_eq!((fresh.newest, fresh.due), (Some(date(2024, 7, 25)), Some(date(2025, 8, 25))));
        assert_eq!(fresh.state, FreshState::Fresh);
        assert_eq!(of("stat.gov.kz", date(2025, 8, 26)).state, FreshState::Stale);
        assert_eq!(of("stat.gov.kz", date(2010, 1, 1)).state, FreshState::Unknown);
    }
}

//! The observations that a verdict may rest on: every vintage, indexed for lookup.

mod column;
mod known;
mod rates;
mod shelf;
mod table;

pub(crate) use column::PartnerTrade;
pub(crate) use known::{Known, Want};
pub(crate) use rates::{Price, Rate};
pub(crate) use shelf::{ReleaseInfo, Vintage};
pub(crate) use table::Table;

use crate::evidence::rates::Rates;
use crate::evidence::shelf::{Shelf, ShelfKey};
use entente_model::{Country, Indicator, IndicatorValue, Observation, Release, ReleaseId, Unit};
use jiff::civil::Date;
use rustc_hash::FxHashMap;

/// Releases and their observations, every vintage.
///
/// Only totals over all products are kept: an observation with a product is passed over. The order in which
/// things are added changes nothing, and adding the same thing again changes nothing.
#[derive(Debug, Default, Clone)]
pub struct Evidence {
    releases: Vec<ReleaseInfo>,
    by_id: FxHashMap<ReleaseId, usize>,
    shelves: FxHashMap<ShelfKey, Shelf>,
    rates: Rates,
    /// Observations whose release has not been added yet.
    waiting: Vec<Observation>,
    observations: usize,
}

impl Evidence {
    /// Indexes releases and their observations.
    #[must_use]
    pub fn new(
        releases: impl IntoIterator<Item = Release>,
        observations: impl IntoIterator<Item = Observation>,
    ) -> Self {
        let mut evidence = Self::default();
        evidence.extend(releases, observations);
        evidence
    }

    /// Adds releases and observations; an observation counts once its release is there.
    pub fn extend(
        &mut self,
        releases: impl IntoIterator<Item = Release>,
        observations: impl IntoIterator<Item = Observation>,
    ) {
        for release in releases {
            if !self.by_id.contains_key(&release.id) {
                self.by_id.insert(release.id.clone(), self.releases.len());
                self.releases.push(ReleaseInfo::new(release));
            }
        }
        let waiting = std::mem::take(&mut self.waiting);
        for observation in waiting.into_iter().chain(observations) {
            self.add(observation);
        }
    }

    /// Adds what indicators say of rates of exchange, of releases that were added before; other indicators, and values
    /// of a release that was not, are passed over.
    pub fn extend_rates(&mut self, values: impl IntoIterator<Item = IndicatorValue>) {
        for value in values.into_iter().filter(|value| value.indicator == Indicator::ExchangeRate) {
            let (Unit::Money(currency), Some(&release)) = (value.unit, self.by_id.get(&value.release)) else {
                continue;
            };
            self.rates.add(Rate { value, currency, release });
        }
    }

    /// Returns what was known on a day: of each figure the newest vintage published by then.
    pub(crate) fn known(&self, as_of: Date) -> Known<'_> {
        Known::new(self, as_of)
    }

    /// Returns the number of releases.
    #[must_use]
    pub fn releases(&self) -> usize {
        self.releases.len()
    }

    /// Returns the number of observations that can be looked up.
    #[must_use]
    pub fn len(&self) -> usize {
        self.observations
    }

    /// Says whether a country reports anything.
    pub(crate) fn reports(&self, reporter: Country) -> bool {
        self.shelves.keys().any(|key| key.reporter() == reporter)
    }

    /// Says whether there are no observations.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.observations == 0
    }

    fn add(&mut self, observation: Observation) {
        if observation.key.product.is_some() {
            return;
        }
        let Some(&release) = self.by_id.get(&observation.release) else {
            self.waiting.push(observation);
            return;
        };
        let shelf = self.shelves.entry(ShelfKey::of(&observation.key)).or_default();
        if shelf.add(Vintage::new(observation, release), &self.releases) {
            self.observations += 1;
        }
    }
}

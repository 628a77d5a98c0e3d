//! What a dollar cost: average rates of exchange, every vintage, by currency and stretch of time.

use super::Known;
use super::shelf::ReleaseInfo;
use entente_model::{Currency, Decimal, IndicatorValue, Month, Period, RateInput};
use rustc_hash::FxHashMap;
use std::cmp::Ordering;

/// The average price of a dollar in one country's currency, in one release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rate {
    pub(super) value: IndicatorValue,
    pub(super) currency: Currency,
    pub(super) release: usize,
}

impl Rate {
    /// Returns the rate as something that a definition used.
    pub(crate) fn input(&self, releases: &[ReleaseInfo]) -> RateInput {
        let dataset = releases.get(self.release).map(|info| info.dataset().to_owned()).unwrap_or_default();
        let IndicatorValue { country, period, value, .. } = self.value;
        let release = self.value.release.clone();
        RateInput { country, currency: self.currency, period, value, dataset, release }
    }
}

/// Rates by what they are looked up with.
#[derive(Debug, Default, Clone)]
pub(crate) struct Rates(FxHashMap<(Currency, Month, Month), Vec<Rate>>);

impl Rates {
    /// Adds a rate; the same again changes nothing.
    pub(super) fn add(&mut self, rate: Rate) {
        let stretch = (rate.currency, rate.value.period.first_month(), rate.value.period.last_month());
        let rates = self.0.entry(stretch).or_default();
        if !rates.contains(&rate) {
            rates.push(rate);
        }
    }

    fn of(&self, currency: Currency, period: Period) -> &[Rate] {
        self.0.get(&(currency, period.first_month(), period.last_month())).map_or(&[], Vec::as_slice)
    }
}

/// What a dollar cost on average over a period, and the rates that this comes from.
pub(crate) struct Price<'e> {
    pub(crate) value: Decimal,
    pub(crate) rates: Vec<&'e Rate>,
}

impl<'e> Known<'e> {
    /// Returns the average price of a dollar over a period; none where no rate is known whose average it is.
    pub(crate) fn price_of_a_dollar(&self, currency: Currency, period: Period) -> Option<Price<'e>> {
        if let Some(rate) = self.rate(currency, period) {
            return Some(Price { value: rate.value.value, rates: vec![rate] });
        }
        // The average of a stretch is that of its months.
        let months = period.first_month().index()..=period.last_month().index();
        let rate = |index| self.rate(currency, Period::Month(crate::month::at(index)?));
        let rates: Vec<&Rate> = months.map(rate).collect::<Option<_>>()?;
        let sum = rates.iter().try_fold(Decimal::ZERO, |sum, rate| sum.checked_add(rate.value.value))?;
        Some(Price { value: sum.checked_div(Decimal::from(rates.len()))?, rates })
    }

    /// Returns the newest rate known. Countries that share a money share its price: where one release gives two, as
    /// for years before all of them had it, there is none.
    fn rate(&self, currency: Currency, period: Period) -> Option<&'e Rate> {
        let known = |rate: &&'e Rate| self.release(rate.release).is_some();
        let rates: Vec<&Rate> = self.rates().of(currency, period).iter().filter(known).collect();
        let order = |a: &&&Rate, b: &&&Rate| -> Ordering {
            self.age(a.release, b.release).then_with(|| b.value.country.cmp(&a.value.country))
        };
        let newest = *rates.iter().max_by(order)?;
        let agree =
            rates.iter().all(|rate| rate.release != newest.release || rate.value.value == newest.value.value);
        agree.then_some(newest)
    }
}

//! The indicators of a country or a pair in the form of the wire.

use crate::evidence::Figures;
use crate::registry::{Registry, RegistryError};
use entente_analysis::Evidence;
use entente_analysis::indicators::indicators as of_period;
pub use entente_analysis::indicators::{Indicator, State};
use entente_model::{Country, Partner, Period};
use entente_store::FigureQuery;
use jiff::civil::Date;
use serde::Serialize;

/// The indicators of a country's trade with a partner or with the world.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Indicators {
    /// The version of the wire.
    pub wire: u8,
    /// Whose trade, as it reports it.
    pub of: Country,
    /// With whom; none is the world.
    pub partner: Option<Country>,
    /// What was known when.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub as_of: Date,
    /// By period, then in the order of docs/indicators.md.
    pub items: Vec<Indicator>,
}

/// Computes the indicators of some years as they were known on a day.
#[must_use]
pub fn indicators(
    figures: Figures,
    (of, partner): (Country, Option<Country>),
    (first, last): (i16, i16),
    as_of: Date,
) -> Indicators {
    let evidence = Evidence::new(figures.releases, figures.observations);
    let years = (first..=last).filter_map(Period::year);
    let items = years.flat_map(|year| of_period(of, partner, year, &evidence, as_of)).collect();
    Indicators { wire: crate::wire::WIRE, of, partner, as_of, items }
}

impl Registry {
    /// Returns what indicators of a country rest on: all that it reports, and what every country reports of the world.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn reported_by(&self, of: Country) -> Result<Figures, RegistryError> {
        let mut figures = self.releases().await?;
        for reporter in Country::all() {
            let partner = (reporter != of).then_some(Partner::World);
            figures.observations.extend(self.store().observations(FigureQuery { reporter, partner }).await?);
        }
        Ok(figures)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_model::Decimal;
    use jiff::civil::date;

    fn of(of: &str, partner: Option<&str>, year: i16, id: &str) -> (Option<Decimal>, State) {
        let parties = (of.parse().unwrap(), partner.map(|partner| partner.parse().unwrap()));
        let found = indicators(Figures::bundled().unwrap(), parties, (year, year), date(2026, 11, 26));
        let item = found.items.into_iter().find(|item| item.id == id).unwrap();
        (item.value.map(|value| value.round_dp(3)), item.state)
    }

    fn value(text: &str) -> (Option<Decimal>, State) {
        (Some(text.parse().unwrap()), State::Value)
    }

    #[test]
    fn what_kazakhstan_reports() {
        assert_eq!(of("KAZ", None, 2019, "exports_concentration"), value("0.072"));
        assert_eq!(of("KAZ", Some("UZB"), 2023, "turnover_rank"), value("7"));
        assert_eq!(of("KAZ", Some("UZB"), 2023, "turnover_growth"), value("-10.240"));
        assert_eq!(of("KAZ", Some("UZB"), 2023, "cover_ratio"), value("243.026"));
    }

    #[test]
    fn zero_missing_and_not_covered_are_told_apart() {
        // Kazakhstan's table names no such partner.
        assert_eq!(of("KAZ", Some("TUV"), 2023, "exports"), (Some(Decimal::ZERO), State::Zero));
        assert_eq!(of("KAZ", Some("TUV"), 2023, "exports_growth"), (None, State::Missing));
        assert_eq!(of("FRA", Some("KAZ"), 2023, "exports"), (None, State::NotCovered));
        assert_eq!(of("KAZ", Some("UZB"), 2023, "intensity"), (None, State::NotCovered));
    }
}

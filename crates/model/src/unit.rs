//! Units: what a value counts. Money carries its currency; nothing is a bare number.

use crate::currency::Currency;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// The unit of a claim's or an observation's value.
///
/// Written as an ISO 4217 code for money, else as a word of the closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// An amount of money, in the currency's main unit.
    Money(Currency),
    /// Hundredths.
    Percent,
    /// A ratio: `twofold` is 2.
    Times,
    /// A place in an order, from 1.
    Rank,
    /// Places of work.
    Jobs,
    /// Anything counted that has no unit of its own.
    Count,
    /// Events a week.
    PerWeek,
    /// Metric tonnes.
    Tonnes,
    /// Hectares.
    Hectares,
    /// Kilometres.
    Kilometres,
    /// Megawatts.
    Megawatts,
    /// Square metres.
    SquareMetres,
    /// Cubic metres.
    CubicMetres,
    /// Pieces: vehicles, machines, heads.
    Pieces,
}

/// A text that is no unit.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "\"{0}\" is not a unit; write an ISO 4217 code such as USD, or one of percent, times, rank, jobs, count, \
     per_week, tonnes, ha, km, MW, m2, m3, units"
)]
pub struct UnitError(pub String);

impl Unit {
    /// The units that are not money.
    pub const WORDS: [Self; 13] = [
        Self::Percent,
        Self::Times,
        Self::Rank,
        Self::Jobs,
        Self::Count,
        Self::PerWeek,
        Self::Tonnes,
        Self::Hectares,
        Self::Kilometres,
        Self::Megawatts,
        Self::SquareMetres,
        Self::CubicMetres,
        Self::Pieces,
    ];

    /// Returns the unit as it is written on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Money(currency) => currency.code(),
            Self::Percent => "percent",
            Self::Times => "times",
            Self::Rank => "rank",
            Self::Jobs => "jobs",
            Self::Count => "count",
            Self::PerWeek => "per_week",
            Self::Tonnes => "tonnes",
            Self::Hectares => "ha",
            Self::Kilometres => "km",
            Self::Megawatts => "MW",
            Self::SquareMetres => "m2",
            Self::CubicMetres => "m3",
            Self::Pieces => "units",
        }
    }

    /// Says whether the unit is money of any currency.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(self, Self::Money(_))
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Unit {
    type Err = UnitError;

    fn from_str(s: &str) -> Result<Self, UnitError> {
        if let Some(unit) = Self::WORDS.into_iter().find(|unit| unit.as_str() == s) {
            return Ok(unit);
        }
        s.parse().map(Self::Money).map_err(|_| UnitError(s.chars().take(80).collect()))
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::from_text::from_text(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn units_round_trip() {
        for unit in Unit::WORDS.into_iter().chain([Unit::Money("USD".parse().unwrap())]) {
            assert_eq!(unit.to_string().parse(), Ok(unit));
        }
    }

    proptest! {
        #[test]
        fn parsing_never_panics(s in ".*") {
            let _ = s.parse::<Unit>();
        }
    }
}

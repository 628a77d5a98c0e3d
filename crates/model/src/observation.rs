//! Observations: official numbers, each in a release.

use crate::country::Country;
use crate::decimal::{self, Decimal};
use crate::id::{ObservationId, ReleaseId};
use crate::interval::{Interval, Stated};
use crate::partner::Partner;
use crate::period::Period;
use crate::unit::Unit;
use crate::words::{Basis, Bound, ClaimKind, Flow, Status, Valuation};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// What an observation is a number of; within a release a key stands once.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ObservationKey {
    /// Who reports.
    pub reporter: Country,
    /// With whom.
    pub partner: Partner,
    /// Which way.
    pub flow: Flow,
    /// Of what: a Harmonized System code; none is all products.
    pub product: Option<String>,
    /// When.
    pub period: Period,
    /// Where goods are valued.
    pub valuation: Valuation,
    /// What is counted.
    pub basis: Basis,
    /// In what.
    pub unit: Unit,
}

/// The canonical form, as it stands in an observation's id: parts joined by `.`, `_` for all products.
impl fmt::Display for ObservationKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { reporter, partner, flow, product, period, valuation, basis, unit } = self;
        let product = product.as_deref().unwrap_or("_");
        write!(f, "{reporter}.{partner}.{flow}.{product}.{period}.{valuation}.{basis}.{unit}")
    }
}

/// A text that is no key of an observation.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("\"{0}\" is not the key of an observation; write it as KAZ.UZB.X._.2023.FOB.goods.USD")]
pub struct ObservationKeyError(pub String);

impl FromStr for ObservationKey {
    type Err = ObservationKeyError;

    /// Reads the canonical form, and no other: what is read is written again as it was.
    fn from_str(s: &str) -> Result<Self, ObservationKeyError> {
        let parse = || {
            let mut parts = s.split('.');
            let key = Self {
                reporter: parts.next()?.parse().ok()?,
                partner: parts.next()?.parse().ok()?,
                flow: parts.next()?.parse().ok()?,
                product: Some(parts.next()?).filter(|product| *product != "_").map(str::to_owned),
                period: parts.next()?.parse().ok()?,
                valuation: parts.next()?.parse().ok()?,
                basis: parts.next()?.parse().ok()?,
                unit: parts.next()?.parse().ok()?,
            };
            (parts.next().is_none() && key.to_string() == s).then_some(key)
        };
        parse().ok_or_else(|| ObservationKeyError(s.chars().take(80).collect()))
    }
}

/// One official number in one release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Observation {
    /// What it is a number of.
    pub key: ObservationKey,
    /// The number, in base units.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub value: Decimal,
    /// The worth of one unit of the last published digit, in base units.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub precision: Decimal,
    /// Exact in tables; what an announcement asserts ("more than 3.8 bn") otherwise.
    pub bound: Bound,
    /// How settled it is.
    pub status: Status,
    /// The vintage.
    pub release: ReleaseId,
}

impl Observation {
    /// Returns the address of the observation.
    #[must_use]
    pub fn id(&self) -> ObservationId {
        ObservationId::new(&self.release, &self.key)
    }

    /// Returns what the published number asserts; none where it is beyond exact arithmetic.
    #[must_use]
    pub fn asserts(&self) -> Option<Interval> {
        let stated = Stated { value: self.value, step: self.precision };
        stated.asserts(ClaimKind::TradeTurnover, self.key.unit, self.bound, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_was_written() {
        for text in [
            "KAZ.UZB.X._.2023.FOB.goods.USD",
            "KAZ.WLD.M.27.2024-01/2024-04.CIF.goods.USD",
            "UZB.CENTRAL_ASIA.RX._.2024-Q1.unknown.goods.KZT",
        ] {
            match text.parse::<ObservationKey>() {
                Ok(key) => assert_eq!(key.to_string(), text),
                Err(error) => panic!("{error}"),
            }
        }
        let wrong = [
            "",
            "KAZ",
            "KAZ.UZB.X._.2023.FOB.goods.USD.1",
            "KAZ.UZB.X._.2023.FOB.goods",
            "kaz.UZB.X._.2023.FOB.goods.USD",
        ];
        for text in wrong {
            assert!(text.parse::<ObservationKey>().is_err(), "{text}");
        }
    }
}

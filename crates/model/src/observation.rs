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

//! One side: what one country records.

use crate::evidence::{Known, Want};
use entente_model::{
    Basis, Bound, Country, Decimal, Flow, ObservationId, Partner, Period, ReleaseId, Status, Unit, Valuation,
    decimal,
};
use jiff::civil::Date;
use serde::Serialize;

/// What one country records of a flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Side {
    /// The value.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub value: Decimal,
    /// Its unit.
    pub unit: Unit,
    /// Who records it.
    pub reporter: Country,
    /// What is counted.
    pub basis: Basis,
    /// Where goods are valued.
    pub valuation: Valuation,
    /// How settled it is.
    pub status: Status,
    /// The worth of one unit of its last digit.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub precision: Decimal,
    /// Whether it is exact, or what an announcement asserts.
    pub bound: Bound,
    /// The observation.
    pub observation: ObservationId,
    /// The vintage.
    pub release: ReleaseId,
    /// When it became known.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub known: Date,
}

impl Side {
    /// Returns the newest figure that was known.
    pub(super) fn of(
        known: Known<'_>,
        reporter: Country,
        flow: Flow,
        partner: Partner,
        period: Period,
        want: Want,
    ) -> Option<Self> {
        let vintage = known.one(reporter, flow, partner, period, want)?;
        let (observation, info) = (&vintage.observation, known.releases().get(vintage.release)?);
        let key = &observation.key;
        Some(Self {
            value: observation.value,
            unit: key.unit,
            reporter,
            basis: key.basis,
            valuation: key.valuation,
            status: observation.status,
            precision: observation.precision,
            bound: observation.bound,
            observation: observation.id(),
            release: observation.release.clone(),
            known: info.known,
        })
    }
}

/// Returns what the exports are worth where they arrive; none where both sides say that they value alike.
pub(super) fn arrived(exports: &Side, imports: &Side, factor: Decimal) -> Option<Decimal> {
    let leaves_cheaper = exports.valuation != Valuation::Cif && imports.valuation != Valuation::Fob;
    leaves_cheaper.then(|| exports.value.checked_mul(factor)).flatten()
}

/// Returns the mean of the two sides as they are worth where the goods leave.
pub(super) fn reconciled(exports: &Side, imports: &Side, factor: Decimal) -> Option<Decimal> {
    let left = match arrived(exports, imports, factor) {
        Some(_) => imports.value.checked_div(factor)?,
        None => imports.value,
    };
    let mean = exports.value.checked_add(left)?.checked_div(Decimal::TWO)?;
    Some(decimal::rounded(mean, 2))
}

//! Indicators: what official statistics say of one country alone, such as its output or the price of a dollar.

use crate::country::Country;
use crate::decimal::{self, Decimal};
use crate::id::ReleaseId;
use crate::period::Period;
use crate::unit::Unit;
use crate::words::{Indicator, Status};
use serde::{Deserialize, Serialize};

/// One official number about one country in one release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorValue {
    /// Of which country.
    pub country: Country,
    /// What.
    pub indicator: Indicator,
    /// When.
    pub period: Period,
    /// Dollars for output, persons (`count`) for population, units of the country's currency a dollar for its rate.
    pub unit: Unit,
    /// The number.
    #[serde(with = "decimal::wire")]
    pub value: Decimal,
    /// How settled it is.
    pub status: Status,
    /// The vintage.
    pub release: ReleaseId,
}

//! Targets.

use entente_model::Month;

/// The first year that a series may start with.
const FIRST_YEAR: i16 = 1990;

/// Returns the month that the longest series starts with.
pub(crate) const fn first_month() -> Option<Month> {
    Month::new(FIRST_YEAR, 1)
}

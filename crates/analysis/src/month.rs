//! Months by their number since year 0, which the model counts by.

use entente_model::Month;

/// Returns the month with a number as [`Month::index`] gives it.
pub(crate) fn at(index: i32) -> Option<Month> {
    let year = i16::try_from(index.div_euclid(12)).ok()?;
    Month::new(year, i8::try_from(index.rem_euclid(12) + 1).ok()?)
}

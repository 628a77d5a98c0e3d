//! Members of regions, as they were at the end of a period.

use entente_model::{Country, Period, Region};
use jiff::civil::Date;

/// Returns the members on the last day of a period, sorted.
pub(crate) fn members(region: Region, period: Period) -> Vec<Country> {
    end(period).map(|day| region.members(day)).unwrap_or_default()
}

fn end(period: Period) -> Option<Date> {
    let last = period.last_month();
    Some(Date::new(last.year(), last.month(), 1).ok()?.last_of_month())
}

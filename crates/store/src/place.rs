//! Where documents and their claims stand in lists: the newest first.
//!
//! A place is one number that goes up where the list goes down: minus the days from 1970 to the day from which a
//! document is known, and after that the first digits of the document's id. So a list is read off an index in its order,
//! a part of it begins with one comparison, and a span of days is a span of places.

use entente_model::DocumentId;
use jiff::civil::{Date, date};

/// The places of one day: as many as there are beginnings of eight hexadecimal digits.
const DAY: i64 = 1 << 32;
const EPOCH: Date = date(1970, 1, 1);
/// The digits of an id that are part of a place.
const DIGITS: usize = 8;

/// Returns the place of a document and of its claims.
pub(crate) fn place(known: Date, document: &DocumentId) -> i64 {
    // An id is 32 hexadecimal digits.
    let digits = i64::from_str_radix(&document.as_str()[..DIGITS], 16).unwrap_or_default();
    first_of(known) + digits
}

/// Returns the first place of a day: what is known by then stands at it or after.
pub(crate) fn first_of(day: Date) -> i64 {
    -days(day) * DAY
}

/// Returns the place after the last of a day: what is known on that day or later stands before it.
pub(crate) fn end_of(day: Date) -> i64 {
    first_of(day) + DAY
}

/// Returns the day that a place is of; none where it is no place.
pub(crate) fn day_of(place: i64) -> Option<Date> {
    EPOCH.checked_sub(jiff::SignedDuration::from_hours(24 * place.div_euclid(DAY))).ok()
}

fn days(day: Date) -> i64 {
    day.duration_since(EPOCH).as_hours() / 24
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_day_comes_first_and_then_the_ids_go_up() {
        let ids: Vec<DocumentId> =
            ["00000000", "7fffffff", "ffffffff"].map(|d| d.repeat(4).parse().unwrap()).to_vec();
        let days =
            [date(9999, 12, 31), date(2024, 3, 1), date(2024, 2, 29), date(1970, 1, 1), date(1969, 12, 31)];
        let mut before = i64::MIN;
        for day in days.into_iter().chain([date(1, 1, 1)]) {
            for id in &ids {
                let here = place(day, id);
                assert!(here > before && day_of(here) == Some(day), "{day} {id}");
                assert!(first_of(day) <= here && here < end_of(day));
                before = here;
            }
        }
        assert_eq!(end_of(date(2024, 3, 1)), first_of(date(2024, 2, 29)));
    }
}

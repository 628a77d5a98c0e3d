//! Parameters that many operations take.

use crate::api::kind::{CURSOR, DATE, LIMIT, PAIR, TEXT};
use crate::api::operation::Parameter;

/// The day to answer for.
pub(super) const AS_OF: Parameter = Parameter::query(
    "as_of",
    DATE,
    "Answer with what was known on this day; today, in UTC, where it is left out.",
);

/// How many items.
pub(super) const AT_MOST: Parameter = Parameter::query("limit", LIMIT, "At most so many items.");

/// Where a list goes on.
pub(super) const GOES_ON: Parameter =
    Parameter::query("cursor", CURSOR, "Where the list goes on: the `next` of the part before.");

/// The first day.
pub(super) const SINCE: Parameter =
    Parameter::query("since", DATE, "Only of documents published on this day or later.");

/// The last day.
pub(super) const UNTIL: Parameter =
    Parameter::query("until", DATE, "Only of documents published on this day or before.");

/// Two countries, in the path.
pub(super) const OF: Parameter = Parameter::path(
    "pair",
    PAIR,
    "Two countries in alphabetical order; in the other order, the answer is 308 to this one.",
);

/// Two countries, behind the question mark.
pub(super) const ABOUT: Parameter = Parameter::query("pair", PAIR, "Only about these two countries.");

/// What something is changed for.
pub(super) const WHY: Parameter = Parameter::need("why", TEXT, "Why; it is kept, and shown.");

//! Ranges: "90-100 million euros", "between 90 and 100 million", told as what the amount is at most.

use super::Amount;
use crate::date::is_hyphen;
use crate::meaning::{Link, Meaning};
use crate::reading::Reading;
use entente_model::Bound;
use std::ops::Range;

/// Makes the two ends of each range one amount: the upper end, with the words of both.
pub(super) fn join_spans(reading: &Reading<'_>, amounts: &mut Vec<Amount>) {
    let mut kept: Vec<Amount> = Vec::with_capacity(amounts.len());
    for mut upper in amounts.drain(..) {
        if let Some(lower) = kept.pop_if(|lower| is_span(reading, lower, &upper)) {
            upper.tokens.start = lower.tokens.start;
            upper.opens = lower.opens;
            upper.unit = upper.unit.or(lower.unit);
            upper.bound = Bound::UpTo;
        }
        kept.push(upper);
    }
    *amounts = kept;
}

/// Says whether two neighbours are the ends of one range.
fn is_span(reading: &Reading<'_>, lower: &Amount, upper: &Amount) -> bool {
    let gap: Range<usize> = lower.tokens.end..upper.tokens.start;
    let dash = gap.len() == 1 && is_hyphen(reading, gap.start);
    let between = lower.opens.checked_sub(1).is_some_and(|at| reading.is_link(at, &[Link::Between]));
    let between = between && gap.len() == 1 && reading.is_link(gap.start, &[Link::And]);
    let one_unit = lower.unit.is_none() || upper.unit.is_none() || lower.unit == upper.unit;
    let plain = lower.bound == Bound::Exact && upper.bound == Bound::Exact;
    if !one_unit || lower.value >= upper.value {
        return false;
    }
    (dash || between) && plain || is_from_to(reading, lower, upper, &gap)
}

/// So far before "from" the verb may stand by which a number moves from one end to the other.
const MOVES: usize = 10;

/// "The trade is from 90 to 100 million": the ends of a range, where nothing says that it moved.
fn is_from_to(reading: &Reading<'_>, lower: &Amount, upper: &Amount, gap: &Range<usize>) -> bool {
    let Some(from) = lower.opens.checked_sub(1) else { return false };
    let moves = |at: usize| {
        reading.meanings_at(at).iter().any(|meaning| {
            matches!(
                meaning,
                Meaning::Movement(_)
                    | Meaning::Multiple(_)
                    | Meaning::Raise
                    | Meaning::Cue(_)
                    | Meaning::Intent
            )
        })
    };
    !reading.pack.traits.verb_final
        && lower.bound == Bound::Exact
        && matches!(upper.bound, Bound::Exact | Bound::UpTo)
        && upper.unit.is_some()
        && gap.len() == 1
        && reading.is_link(from, &[Link::From])
        && reading.is_link(gap.start, &[Link::To])
        && !(from.saturating_sub(MOVES)..from).any(moves)
        && !(upper.closes..upper.closes + 3).any(moves)
}

//! Units and powers of ten that a number takes from a neighbour.

use super::Amount;
use crate::meaning::{Link, Meaning, Time, Topic};
use crate::reading::Reading;
use entente_model::{Decimal, Unit};
use std::ops::Range;

/// Gives a bare number the unit of a neighbour it is listed with: "€320 and €240 million", "(3.4 million)".
pub(super) fn lend_units(reading: &Reading<'_>, amounts: &mut [Amount]) {
    for at in 1..amounts.len() {
        let (before, behind) = amounts.split_at_mut(at);
        let (Some(left), Some(right)) = (before.last_mut(), behind.first_mut()) else { return };
        let between = left.tokens.end..right.opens;
        let listed = between.len() <= 2 && between.clone().all(|token| is_list_word(reading, token));
        if !listed {
            // "Экспорт 630 миллион, импорт эса 320 миллион доллар": the currency is said once, at the end.
            let told_last =
                left.scaled && right.scaled && left.unit.is_none() && is_head_shared(reading, &between);
            if let (true, Some(unit @ Unit::Money(_))) = (told_last, right.unit) {
                (left.unit, left.lent) = (Some(unit), true);
            } else if right.scaled
                && (is_step(reading, left, &between)
                    || is_next_goal(reading, left, right, &between)
                    || is_start(reading, left, right, &between)
                    || is_other_flow(reading, left, &between))
                && let Some(unit @ Unit::Money(_)) = right.unit
            {
                (left.unit, left.lent) = (Some(unit), true);
                lend_scale(left, right);
            }
            continue;
        }
        match (left.unit, right.unit) {
            // The power of ten of the second stands for both: "€320 and €240 million".
            (Some(unit @ Unit::Money(_)), Some(same)) if unit == same && !left.scaled && right.scaled => {
                lend_scale(left, right);
            }
            (None, Some(unit)) if !left.spelled && unit != Unit::Times => {
                (left.unit, left.lent) = (Some(unit), true);
                if !left.scaled && right.scaled {
                    lend_scale(left, right);
                }
            }
            _ => {}
        }
    }
}

/// "Алдымен 5, кейін 10 млрд долларға": a bare number before a comma or "and" and a word of time, where verbs stand last.
fn is_step(reading: &Reading<'_>, left: &Amount, between: &Range<usize>) -> bool {
    let bare = left.unit.is_none() && !left.scaled && !left.spelled && left.value < Decimal::ONE_THOUSAND;
    let later = |at: usize| reading.meanings_at(at).contains(&Meaning::Time(Time::Vague));
    reading.pack.traits.verb_final
        && bare
        && (2..=3).contains(&between.len())
        && is_list_word(reading, between.start)
        && (between.start + 1..between.end).any(later)
}

/// "Довести до 5, а затем до 10 млрд долларов": a bare number to which something is brought, and another behind a comma.
fn is_next_goal(reading: &Reading<'_>, left: &Amount, right: &Amount, between: &Range<usize>) -> bool {
    let bare = left.unit.is_none() && !left.scaled && !left.spelled && left.value < Decimal::ONE_THOUSAND;
    let to = |amount: &Amount| {
        amount.tokens.start > 0 && reading.is_link(amount.tokens.start - 1, &[Link::To, Link::Until])
    };
    reading.pack.traits.genitive
        && bare
        && (1..=4).contains(&between.len())
        && is_list_word(reading, between.start)
        && to(left)
        && to(right)
}

/// "From 120 to 95 million dollars": the unit is said once, at the end.
fn is_start(reading: &Reading<'_>, left: &Amount, right: &Amount, between: &Range<usize>) -> bool {
    let bare = left.unit.is_none() && !left.scaled && !left.spelled && left.value < Decimal::ONE_THOUSAND;
    let from = left.opens > 0 && reading.is_link(left.opens - 1, &[Link::From]);
    let year = crate::date::year_digits(reading, left.tokens.start).is_some();
    bare && from
        && !year
        && !right.spelled
        && between.len() == 1
        && reading.is_link(between.start, &[Link::To])
}

/// "Exports were 180, and imports 60 million dollars": a bare number of one flow before that of the other.
fn is_other_flow(reading: &Reading<'_>, left: &Amount, between: &Range<usize>) -> bool {
    let bare = left.unit.is_none() && !left.scaled && !left.spelled && left.value < Decimal::ONE_THOUSAND;
    let flow = |at: usize| {
        let flow = |m: &Meaning| matches!(m, Meaning::Topic(Topic::Exports | Topic::Imports));
        reading.meanings_at(at).iter().any(flow)
    };
    let before = (left.opens.saturating_sub(FLOW_REACH)..left.opens).any(flow);
    bare && before
        && is_list_word(reading, between.start)
        && between.len() <= FLOW_REACH
        && between.clone().any(flow)
}

/// How far from its number the word for a flow may stand.
const FLOW_REACH: usize = 4;

/// How many words may stand between two amounts that share the currency of the second.
const SHARED_REACH: usize = 7;

/// Says whether nothing stands between two amounts that tells of the first alone, where verbs stand last.
fn is_head_shared(reading: &Reading<'_>, between: &Range<usize>) -> bool {
    let closes = |at: usize| {
        let meanings = reading.meanings_at(at);
        matches!(reading.word(at), "(" | ")" | ";" | ":" | ".")
            || meanings
                .iter()
                .any(|m| matches!(m, Meaning::Unit(..) | Meaning::Topic(Topic::Companies | Topic::Projects)))
    };
    let topic =
        |at: usize| reading.meanings_at(at).iter().any(|m| matches!(m, Meaning::Topic(_) | Meaning::Time(_)));
    reading.pack.traits.verb_final
        && between.len() <= SHARED_REACH
        && between.clone().any(topic)
        && !between.clone().any(closes)
}

fn is_list_word(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.word(at), "," | "/" | "-") || reading.meanings_at(at).contains(&Meaning::Link(Link::And))
}

fn lend_scale(left: &mut Amount, right: &Amount) {
    // The scale of the right one is the worth of its last digit, freed of decimals.
    let mut scale = Decimal::ONE;
    while let Some(next) = scale.checked_mul(Decimal::ONE_THOUSAND).filter(|next| *next <= right.value) {
        scale = next;
    }
    if let (Some(value), Some(step)) = (left.value.checked_mul(scale), left.step.checked_mul(scale)) {
        (left.value, left.step, left.scaled) = (value, step.min(scale), true);
    }
}

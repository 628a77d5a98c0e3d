//! What an amount asserts: the words of its bound before it and behind it.

use super::Amount;
use crate::date::is_hyphen;
use crate::lexicon::Term;
use crate::meaning::{Anaphor, Link, Meaning, Time};
use crate::morphology::Form;
use crate::reading::Reading;
use crate::token::TokenKind;
use entente_model::{Bound, Unit};
use std::ops::Range;

/// How many tokens may stand between a number and the words of its bound: "exceeded the mark of $4 billion".
const BOUND_REACH: usize = 6;

/// Reads the words that say what an amount asserts: more than, nearly, up to.
pub(super) fn bind(reading: &Reading<'_>, amount: &mut Amount, range: &Range<usize>) {
    if !bind_behind(reading, amount, range.end) {
        bind_before(reading, amount, range);
    }
}

/// Reads the words of a bound that stand behind an amount, the endings glued to it passed over.
fn bind_behind(reading: &Reading<'_>, amount: &mut Amount, end: usize) -> bool {
    let glued = |at: usize| at < end && !reading.tokens[at].spaced();
    let at = amount.tokens.end;
    let suffix = glued(at) && is_hyphen(reading, at) && glued(at + 1) && reading.tokens[at + 1].is_word();
    if suffix && reading.pack.traits.suffixes {
        amount.closes = at + 2;
    }
    let form = reading.tokens[amount.tokens.end - 1].form;
    let is_change = form != Form::NONE || reading.pack.traits.verb_final;
    let is_change = is_change && matches!(amount.unit, Some(Unit::Percent | Unit::Times));
    let at = past_mark(reading, amount.closes, end);
    let bound = reading.term_at(at).filter(|term| term.tokens().end <= end).and_then(|term| {
        let bound = reading.meanings(term).iter().find_map(|meaning| match meaning {
            Meaning::BoundBehind(bound, side) => Some((*bound, *side)),
            _ => None,
        });
        bound.map(|(bound, side)| (bound, side, term.tokens().end))
    });
    match bound {
        // "2022-yildagi 13 milliarddan past": what is compared with is as large as it says.
        Some((Bound::Over | Bound::Under, ..)) if form.has(Form::FROM) && is_of_year(reading, amount) => {
            false
        }
        // "20% more": behind an amount of direction the word is one of movement.
        Some((Bound::Over | Bound::Under, ..))
            if form.has(Form::TO) && !is_denied(reading, at) || is_change && !form.has(Form::FROM) =>
        {
            false
        }
        // "Bring up to 5 billion": the level that something is moved to.
        Some((Bound::UpTo, _, closes)) => {
            amount.closes = closes;
            if !is_moved(reading, closes, end) {
                amount.bound = Bound::UpTo;
            }
            true
        }
        Some((bound, side, closes)) => {
            (amount.bound, amount.side, amount.closes) = (bound, side, closes);
            true
        }
        None if form.has(Form::ABOUT) => {
            amount.bound = Bound::About;
            true
        }
        None if form.has(Form::UNTIL) && !is_moved(reading, amount.closes, end) => {
            amount.bound = Bound::UpTo;
            true
        }
        None => false,
    }
}

/// How far before an amount the one may stand that has the same verb: "93 миллиондан, импорт эса 465 миллиондан ошди".
const SAME_VERB: usize = 5;

/// Gives an amount the bound of the next, which is told in the same case and has the verb of both.
pub(super) fn lend_bounds(reading: &Reading<'_>, amounts: &mut [Amount]) {
    if !reading.pack.traits.verb_final {
        return;
    }
    let from = |amount: &Amount| reading.tokens[amount.tokens.end - 1].form.has(Form::FROM);
    for at in (1..amounts.len()).rev() {
        let (before, behind) = amounts.split_at_mut(at);
        let (Some(left), Some(right)) = (before.last_mut(), behind.first()) else { return };
        let joined = reading.word(left.closes) == "," && right.opens - left.closes <= SAME_VERB;
        let money = left.unit == right.unit && left.unit.is_some_and(Unit::is_money);
        if joined && money && from(left) && from(right) && left.bound == Bound::Exact {
            (left.bound, left.side) = (right.bound, right.side);
        }
    }
}

/// Says whether a year owns an amount right behind it: "2022-yildagi 13 milliard", "былтырғы 5 млрд".
fn is_of_year(reading: &Reading<'_>, amount: &Amount) -> bool {
    let before = amount.tokens.start.checked_sub(1);
    before.is_some_and(|at| {
        let year = |meaning: &Meaning| matches!(meaning, Meaning::Time(Time::Years | Time::Year(_)));
        let of = reading.tokens[at].form.has(Form::OF);
        let number = reading.tokens[at].kind == TokenKind::Number && reading.word(at).len() == 4;
        of && (number || reading.meanings_at(at).iter().any(year))
    })
}

/// "200 миллионга ҳам етмаган": a level that was not reached.
fn is_denied(reading: &Reading<'_>, at: usize) -> bool {
    reading.term_at(at).is_some_and(|term| reading.tokens[term.tokens().end - 1].form.has(Form::NOT))
}

/// Passes over the word for a mark between an amount and its bound: "exceeded the mark of 5 billion", said from behind.
fn past_mark(reading: &Reading<'_>, at: usize, end: usize) -> usize {
    let mark = |at: usize| {
        let term = reading.term_at(at).filter(|term| term.tokens().end <= end)?;
        let mark = |meaning: &Meaning| matches!(meaning, Meaning::Level | Meaning::Anaphor(Anaphor::Figure));
        reading.meanings(term).iter().any(mark).then(|| term.tokens().end)
    };
    let is_bound = |at: usize| reading.meanings_at(at).iter().any(|m| matches!(m, Meaning::BoundBehind(..)));
    match mark(at) {
        Some(after) if reading.pack.traits.verb_final && !is_bound(at) && is_bound(after) => after,
        _ => at,
    }
}

/// How far behind "up to" the verb of movement may stand.
const MOVED_REACH: usize = 4;

/// Says whether a verb right behind an amount moves something to it.
fn is_moved(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    (at..(at + MOVED_REACH).min(end))
        .take_while(|&at| {
            !matches!(reading.word(at), "," | ";" | ":" | "(") && reading.tokens[at].kind != TokenKind::Number
        })
        .any(|at| reading.meanings_at(at).iter().any(|m| matches!(m, Meaning::Movement(_) | Meaning::Level)))
}

/// Reads the words of a bound that stand before an amount.
fn bind_before(reading: &Reading<'_>, amount: &mut Amount, range: &Range<usize>) {
    let lowest = range.start.max(amount.tokens.start.saturating_sub(BOUND_REACH));
    let mut at = amount.tokens.start;
    let mut seen_gap = 0;
    // "Почти достиг 5 млрд": what is nearly reached is about so much.
    let mut reached = false;
    // "Nearly a quarter": an article touches as the number does.
    let mut only_articles = true;
    while at > lowest {
        let Some(term) = term_ending_at(reading, at, lowest) else {
            // Between a bound and its number stand at most two small words: "exceeded a record", "just".
            seen_gap += 1;
            only_articles = false;
            at -= 1;
            if seen_gap > 2 || reading.tokens[at].kind != TokenKind::Word {
                return;
            }
            continue;
        };
        let tokens = term.tokens();
        let meanings = reading.meanings(term);
        let bound = meanings.iter().find_map(|meaning| match meaning {
            Meaning::Bound(bound, side, verb) => Some((*bound, *side, *verb)),
            _ => None,
        });
        let touches = only_articles;
        if let Some((bound, side, verb)) = bound
            && (touches || verb || reached && bound == Bound::About)
        {
            // "Up to" says more than that the amount is moved to; a mere "to" does not.
            let mere = meanings.contains(&Meaning::Link(Link::To));
            if bound == Bound::UpTo
                && (follows_movement(reading, tokens.start, range.start)
                    || mere && follows_change(reading, tokens.start, range.start))
            {
                amount.opens = if mere { amount.opens } else { tokens.start };
                return;
            }
            (amount.bound, amount.side, amount.opens) = (bound, side, tokens.start);
            return;
        }
        let passes = meanings.iter().all(|meaning| {
            matches!(
                meaning,
                Meaning::Link(Link::Per | Link::In | Link::To | Link::It)
                    | Meaning::Article
                    | Meaning::Common
                    | Meaning::Abbreviation
                    | Meaning::Level
                    | Meaning::Past
                    | Meaning::Anaphor(_)
            )
        });
        if !passes {
            return;
        }
        reached = touches && meanings.contains(&Meaning::Level);
        only_articles &= meanings.contains(&Meaning::Article);
        at = tokens.start;
    }
}

/// Returns the term that ends before a token, if it opens at `lowest` or behind.
fn term_ending_at<'r>(reading: &'r Reading<'_>, at: usize, lowest: usize) -> Option<&'r Term> {
    let term = (lowest..at).rev().find_map(|first| reading.term_at(first))?;
    (term.tokens().end == at).then_some(term)
}

/// How far before a mere "to" the words may stand that make what follows the level that is reached.
const CHANGE_REACH: usize = 10;

/// Says whether a mere "to" follows what something starts from, how much it changed by, or a movement: "from 0.8 to 1.5
/// billion", "by 8.7%, to 6.6 billion".
fn follows_change(reading: &Reading<'_>, at: usize, start: usize) -> bool {
    let at = if at > start && reading.word(at - 1) == "," { at - 1 } else { at };
    (start.max(at.saturating_sub(CHANGE_REACH))..at)
        .rev()
        .take_while(|&before| !matches!(reading.word(before), "," | ";" | ":" | "("))
        .any(|before| {
            reading.is_link(before, &[Link::From])
                || reading.meanings_at(before).iter().any(|meaning| {
                    matches!(meaning, Meaning::Movement(_) | Meaning::Unit(Unit::Percent | Unit::Times, _))
                })
        })
}

/// Says whether "up to" follows a verb of movement, so that it names the level reached.
fn follows_movement(reading: &Reading<'_>, at: usize, start: usize) -> bool {
    // "Grew fourfold, up to $2bn": the change stands right before the comma.
    let changes = |meaning: &Meaning| {
        matches!(meaning, Meaning::Multiple(_) | Meaning::Unit(Unit::Percent | Unit::Times, _))
    };
    let comma = at >= start + 2 && reading.word(at - 1) == ",";
    let change = comma
        && (start.max(at.saturating_sub(4))..at - 1).any(|before| {
            reading
                .term_at(before)
                .is_some_and(|term| term.tokens().end == at - 1 && reading.meanings(term).iter().any(changes))
        });
    let at = if change { at - 1 } else { at };
    (start.max(at.saturating_sub(8))..at)
        .rev()
        .take_while(|&before| !matches!(reading.word(before), "," | ";" | ":" | "("))
        .any(|before| {
            reading.meanings_at(before).iter().any(|meaning| matches!(meaning, Meaning::Movement(_)))
        })
}

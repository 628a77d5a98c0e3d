//! Whether an amount is, is planned, or is a target.

use super::kind::About;
use super::scene::{Placed, Scene};
use super::verb_final;
use crate::amount::Amount;
use crate::meaning::{Anaphor, Link, Meaning, Movement, Time, Topic};
use crate::period::Role;
use entente_model::{ClaimKind, Modality, Unit};
use std::ops::Range;

/// How far behind an amount a noun may stand that makes it a target: "a $10 billion trade target".
const NOUN_BEHIND: usize = 4;
/// How far behind it a verb may say so: "$15 billion is the goal", "$5 billion is expected".
const VERB_BEHIND: usize = 6;

/// What the words before an amount mean to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aim {
    Cue(Modality),
    Intent,
    Past,
}

/// Returns whether an amount is, is planned, or is a target; `before` is what was said of the amount before it.
pub(super) fn modality(
    scene: &Scene<'_, '_>,
    at: usize,
    about: &About,
    before: Option<(usize, Modality)>,
) -> Modality {
    let amount = &scene.amounts[at];
    if is_starting_point(scene, at) || is_compared_with(scene, at) {
        return Modality::Actual;
    }
    if is_beside_start(scene, at) {
        return Modality::Actual;
    }
    let clause = scene.clause(amount.opens);
    if scene.notes.reading.pack.traits.verb_final {
        let told = verb_final::modality(scene, at, about);
        if let Some(modality) = told.or_else(|| verb_final::of_next(scene, at, about)) {
            return modality;
        }
    } else if let Some(modality) = behind(scene, amount, about, clause.end) {
        return modality;
    }
    let previous = scene.amounts[..at].iter().rev().find(|p| scene.reaches(p.tokens.start, amount.opens));
    let previous = previous.filter(|p| p.tokens.start >= clause.start);
    // What stands in parentheses speaks of what it stands beside.
    let previous = previous.filter(|p| !scene.is_aside(p.opens, amount.opens));
    // "From $60 billion to": where a movement starts says nothing of where it leads.
    let before = before.filter(|(before, _)| !is_starting_point(scene, *before));
    let before = before.filter(|(at, _)| !scene.is_aside(scene.amounts[*at].opens, amount.opens));
    // What a relative clause says of its own amount is not said of what stands behind it.
    let before = before.filter(|(at, _)| scene.reaches(scene.amounts[*at].tokens.start, amount.opens));
    // A number that is no claim stands between: what is said of the last claim is not said of this one too.
    let before = before.filter(|(before, _)| *before + 1 == at || previous.is_none());
    let before = before.map(|(_, modality)| modality);
    let own = previous.map_or(clause.start, |previous| previous.closes)..amount.opens;
    let said = aim(scene, own.clone(), amount).or_else(|| match (previous, before) {
        (None, Some(before)) if leads_on(scene, at, clause.start) => {
            (before != Modality::Actual).then_some(before)
        }
        // "plans to raise trade to 5 and exports to 3": the second has no verb of its own.
        (Some(_), Some(before)) => (before != Modality::Actual).then_some(before),
        (Some(_), None) => aim(scene, clause.start..amount.opens, amount),
        (None, _) => named_before(scene, clause.start, amount),
    });
    let said = said.or_else(|| infinitive(scene, amount).filter(|_| is_trade(about.topic)));
    said.or_else(|| of_bound(scene, amount)).unwrap_or_else(|| {
        if lies_ahead(scene, amount, about) { Modality::Planned } else { Modality::Actual }
    })
}

/// "From $13 billion in 2021 (up 37 percent) to": what stands in parentheses behind a starting point is told of it.
pub(super) fn is_beside_start(scene: &Scene<'_, '_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let (amount, start) = (&scene.amounts[at], &scene.amounts[before]);
    scene.is_aside(amount.opens, start.opens) && is_starting_point(scene, before)
}

/// "To raise bilateral trade to $20 billion": what somebody is to do, where nothing says that it was done.
fn infinitive(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Modality> {
    let led = amount.opens > scene.tokens.start && scene.is_link(amount.opens - 1, &[Link::To]);
    (scene.notes.reading.pack.traits.month_first && led).then_some(())?;
    let clause = scene.clause(amount.opens);
    let up = |meaning: &Meaning| matches!(meaning, Meaning::Movement(Movement::Up)).then_some(());
    let verb = scene.last(clause.start..amount.opens, up)?;
    let to = verb.at > clause.start && scene.is_link(verb.at - 1, &[Link::To]);
    let told = |meaning: &Meaning| matches!(meaning, Meaning::Past).then_some(());
    let done = scene.last(clause.start..amount.opens, told).is_some();
    (to && !done).then_some(Modality::Target)
}

/// "Товарооборот превысит 2 млрд": a bound that is a verb of what is to come.
fn of_bound(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Modality> {
    let cue = |meaning: &Meaning| match meaning {
        Meaning::Cue(modality) => Some(*modality),
        _ => None,
    };
    scene.first(amount.opens..amount.tokens.start, cue).map(|found| found.what)
}

/// "Увеличить до 1 млрд, а в перспективе — до 3 млрд": the second statement has no verb of its own, only where it leads.
fn leads_on(scene: &Scene<'_, '_>, at: usize, opens: usize) -> bool {
    let amount = &scene.amounts[at];
    let verb = |meaning: &Meaning| {
        matches!(meaning, Meaning::Level | Meaning::Movement(_) | Meaning::Past | Meaning::Topic(_))
            .then_some(())
    };
    let same = at.checked_sub(1).is_some_and(|before| {
        let before = &scene.amounts[before];
        amount.unit.is_none() || before.unit == amount.unit || one_unit_is_left_out(amount, before)
    });
    let dash = matches!(scene.notes.reading.word(amount.tokens.start.saturating_sub(1)), "–" | "—")
        && scene.notes.reading.pack.traits.genitive;
    let to = amount.tokens.start > opens && (scene.is_link(amount.tokens.start - 1, &[Link::To]) || dash);
    same && to && scene.first(opens..amount.opens, verb).is_none()
}

/// "If the target is to be met: the $10 billion mark": what is named before the colon is the amount behind it.
fn named_before(scene: &Scene<'_, '_>, opens: usize, amount: &Amount) -> Option<Modality> {
    let colon = opens > scene.tokens.start && scene.notes.reading.word(opens) == ":";
    let target = |meaning: &Meaning| matches!(meaning, Meaning::Cue(Modality::Target)).then_some(());
    let named = colon && is_mark(scene, amount) && scene.first(scene.clause(opens - 1), target).is_some();
    named.then_some(Modality::Target)
}

/// What the last words of intent, expectation or report before an amount say of it.
fn aim(scene: &Scene<'_, '_>, range: Range<usize>, amount: &Amount) -> Option<Modality> {
    let pick = |meaning: &Meaning| match meaning {
        Meaning::Cue(modality) => Some(Aim::Cue(*modality)),
        Meaning::Intent => Some(Aim::Intent),
        Meaning::Past => Some(Aim::Past),
        _ => None,
    };
    let mut targeted = false;
    let mut last = None;
    let mut end = range.end;
    while let Some(found) = scene.last(range.start..end, pick) {
        end = found.at;
        let is_time = scene.times.iter().any(|when| when.tokens.contains(&found.at));
        let parted = !scene.reaches(found.at, amount.opens) || !scene.reaches(amount.opens, found.at);
        if is_time || parted || is_infinitive(scene, found) {
            continue;
        }
        last = last.or(Some(found));
        match found.what {
            Aim::Past => break,
            Aim::Cue(Modality::Target) => targeted = true,
            Aim::Intent => {
                let led_to = found.end < amount.opens && scene.is_link(amount.opens - 1, &[Link::To]);
                targeted |= led_to || moves(scene, found.end..amount.opens);
            }
            Aim::Cue(_) => {}
        }
    }
    match last?.what {
        Aim::Past => Some(Modality::Actual),
        _ if targeted => Some(Modality::Target),
        Aim::Cue(modality) => Some(modality),
        Aim::Intent => Some(Modality::Planned),
    }
}

/// "Is expected to hit": the form of the past behind "to" or "will" is none.
fn is_infinitive(scene: &Scene<'_, '_>, found: Placed<Aim>) -> bool {
    let leads = |meaning: &Meaning| {
        matches!(meaning, Meaning::Link(Link::To) | Meaning::Cue(_) | Meaning::Intent).then_some(())
    };
    let before = scene.last(scene.tokens.start..found.at, leads);
    found.what == Aim::Past && before.is_some_and(|before| before.end == found.at)
}

/// Says whether something is to move: "to increase trade", "to bring it to", "to double".
fn moves(scene: &Scene<'_, '_>, range: Range<usize>) -> bool {
    let moving = |meaning: &Meaning| {
        matches!(meaning, Meaning::Movement(Movement::Up) | Meaning::Level | Meaning::Multiple(_))
            .then_some(())
    };
    // The words of a bound stand between: "to more than double".
    let end =
        scene.amounts.iter().find(|amount| amount.opens == range.end).map_or(range.end, |a| a.tokens.start);
    scene.first(range.start..(end + 1).min(scene.tokens.end), moving).is_some()
}

/// What stands behind an amount and makes it a target or forecast.
fn behind(scene: &Scene<'_, '_>, amount: &Amount, about: &About, end: usize) -> Option<Modality> {
    let after = amount.closes;
    let pick = |meaning: &Meaning| match meaning {
        Meaning::Cue(modality) => Some(Aim::Cue(*modality)),
        Meaning::Past => Some(Aim::Past),
        _ => None,
    };
    let next = scene.amounts.iter().find(|other| other.tokens.start >= after).map_or(end, |next| next.opens);
    let found = scene.first(after..(after + VERB_BEHIND).min(end).min(next), pick)?;
    let between = after..found.at;
    if scene.is_parted(between.clone())
        || scene.has_link(between.clone(), &[Link::And, Link::Which, Link::To])
    {
        return None;
    }
    let verb = between.clone().any(|at| scene.means(at, Meaning::Level));
    match found.what {
        Aim::Cue(Modality::Target) if found.at - after < NOUN_BEHIND || verb => Some(Modality::Target),
        Aim::Cue(Modality::Planned) if verb || !is_trade(about.topic) => Some(Modality::Planned),
        _ => None,
    }
}

/// "From the current $500 million to": what a movement starts from is.
pub(super) fn is_starting_point(scene: &Scene<'_, '_>, at: usize) -> bool {
    let amount = &scene.amounts[at];
    if scene.notes.reading.pack.traits.verb_final {
        return verb_final::is_starting_point(scene, at);
    }
    let same = |next: &&Amount| next.unit == amount.unit || one_unit_is_left_out(amount, next);
    // "From $13 billion in 2021 (up 37 percent) to $15 billion": what stands in parentheses is passed over.
    let aside = |next: &&Amount| scene.is_aside(next.opens, amount.opens);
    let mut next = scene.amounts[at + 1..].iter().skip_while(aside);
    let Some(next) = next.next().filter(same) else { return false };
    let lowest = scene.tokens.start.max(amount.opens.saturating_sub(4));
    let from = (lowest..amount.opens)
        .rev()
        .take_while(|&at| !scene.is_parted(at..at + 1))
        .any(|at| scene.is_link(at, &[Link::From]));
    from && scene.has_link(amount.closes..next.tokens.start, &[Link::To])
}

/// Says whether the unit of one of two amounts with powers of ten is not written: "с 40 млн долларов до 52 млн".
const fn one_unit_is_left_out(one: &Amount, other: &Amount) -> bool {
    (one.unit.is_none() || other.unit.is_none()) && one.scaled && other.scaled
}

/// "To $5 billion from $3 billion now", "against $3 billion last year": what an amount is compared with is.
pub(super) fn is_compared_with(scene: &Scene<'_, '_>, at: usize) -> bool {
    let amount = &scene.amounts[at];
    let before = |meaning: &Meaning| {
        matches!(meaning, Meaning::Link(Link::From) | Meaning::Time(Time::Base)).then_some(())
    };
    let lowest = scene.tokens.start.max(amount.opens.saturating_sub(4));
    let found = scene.last(lowest..amount.opens, before);
    let touches = found.is_some_and(|found| {
        amount.opens - found.end <= 2 && !scene.has_link(found.end..amount.opens, &[Link::To])
    });
    // "24% higher than $725 million in 2005": how much higher stands between.
    let change = |at: &usize| matches!(scene.amounts[*at].unit, Some(Unit::Percent | Unit::Times));
    let previous = at.checked_sub(1);
    let previous = previous.and_then(|at| if change(&at) { at.checked_sub(1) } else { previous });
    touches && previous.is_some_and(|previous| scene.amounts[previous].unit == amount.unit)
}

/// Says whether the time of an amount lies ahead, or it is said to be reached without a verb: "to $10 billion by 2030".
fn lies_ahead(scene: &Scene<'_, '_>, amount: &Amount, about: &About) -> bool {
    if about.kind == ClaimKind::PartnerRank {
        return false;
    }
    let Some(this_year) = scene.notes.calendar.year(0) else { return false };
    let clause = scene.clause(amount.opens);
    scene.times.iter().any(|when| {
        let ahead = when.period.is_some_and(|period| period.last_month().year() >= this_year);
        let later = when.period.is_some_and(|period| period.first_month().year() > this_year);
        let near = when.tokens.start >= amount.closes && when.tokens.start - amount.closes <= 3;
        near && clause.contains(&when.tokens.start) && (when.role == Role::Until && ahead || later)
    })
}

/// Says whether an amount is called a mark or level that was spoken of: "the $10 billion mark".
pub(super) fn is_mark(scene: &Scene<'_, '_>, amount: &Amount) -> bool {
    let after = amount.closes;
    let pick = |meaning: &Meaning| {
        let mark = matches!(meaning, Meaning::Anaphor(Anaphor::Figure) | Meaning::Cue(Modality::Target));
        mark.then_some(())
    };
    scene.first(after..(after + 2).min(scene.tokens.end), pick).is_some()
}

/// Says whether a topic is one of trade.
pub(super) const fn is_trade(topic: Topic) -> bool {
    matches!(topic, Topic::Turnover | Topic::Trade | Topic::Exports | Topic::Imports | Topic::Supplies)
}

//! When an amount is about, and whether it is, is planned, or is a target.

use super::kind::About;
use super::scene::Scene;
use crate::amount::Amount;
use crate::meaning::{Meaning, Topic};
use crate::period::{Role, When};
use entente_model::{ClaimKind, Modality, Period};

/// How far behind an amount a word may stand that makes it a target: "a $10 billion trade target".
const CUE_BEHIND: usize = 4;

/// A time within the first words of a sentence is told of all of it.
const OPENING: usize = 6;
/// A time that closes one statement still holds for the next one so near.
const NEXT: usize = 8;

/// Returns whether the amount is, is planned, or is a target.
pub(super) fn modality(scene: &Scene<'_, '_>, amount: &Amount) -> Modality {
    let pick = |meaning: &Meaning| match meaning {
        Meaning::Cue(modality) => Some(*modality),
        _ => None,
    };
    let clause = scene.clause(amount.opens);
    let behind = scene.first(amount.tokens.end..(amount.tokens.end + CUE_BEHIND).min(clause.end), pick);
    let behind =
        behind.filter(|cue| cue.what == Modality::Target && !scene.is_parted(amount.tokens.end..cue.at));
    // What a target is set against stands before the cue: the cue of an earlier amount does not reach over it.
    let previous = scene.amounts.iter().rev().find(|other| {
        other.tokens.end <= amount.opens && other.unit == amount.unit && clause.contains(&other.tokens.start)
    });
    let listed = previous.is_some_and(|other| amount.opens - other.tokens.end <= 3);
    let from = previous.filter(|_| !listed).map_or(clause.start, |other| other.tokens.end);
    let before = scene.last(from..amount.opens, pick).or_else(|| {
        // "plans to raise trade to 5 and exports to 3": no verb of its own since.
        let own = scene.last(from..amount.opens, |m| matches!(m, Meaning::Level).then_some(()));
        own.is_none().then(|| scene.last(clause.start..amount.opens, pick)).flatten()
    });
    let targeted = scene.last(clause.start..amount.opens, |m| {
        matches!(m, Meaning::Cue(Modality::Target)).then_some(Modality::Target)
    });
    match (behind, before, targeted) {
        (Some(cue), _, _) => cue.what,
        (None, Some(_), Some(_)) => Modality::Target,
        (None, Some(cue), None) => cue.what,
        (None, None, _) => Modality::Actual,
    }
}

/// Returns the period that an amount is about.
pub(super) fn period(
    scene: &Scene<'_, '_>,
    amount: &Amount,
    about: &About,
    modality: Modality,
) -> Option<Period> {
    let stock = matches!(
        about.kind,
        ClaimKind::ProjectCount
            | ClaimKind::ProjectValue
            | ClaimKind::ProjectJobs
            | ClaimKind::CompanyCount
            | ClaimKind::AgreementCount
            | ClaimKind::Capacity
            | ClaimKind::Area
    );
    if stock {
        return None;
    }
    if modality != Modality::Actual {
        return horizon(scene, amount);
    }
    let clause = scene.clause(amount.opens);
    let this_year = scene.notes.calendar.year(0);
    // "growing to 6.3 billion by 2021", told afterwards.
    let is_past = |when: &When| {
        when.period.is_some_and(|period| this_year.is_some_and(|year| period.last_month().year() < year))
    };
    let usable = |when: &&When| {
        matches!(when.role, Role::Plain | Role::Same | Role::Vague)
            || when.role == Role::Until && is_past(when)
    };
    let distance = |when: &&When| {
        if when.tokens.end <= amount.opens {
            amount.opens - when.tokens.end
        } else {
            // What stands right behind an amount is its own; what stands behind the next one is not.
            let gap = when.tokens.start.saturating_sub(amount.tokens.end);
            if between(scene, amount, when) { gap * 3 } else { gap.saturating_sub(2) }
        }
    };
    let within = scene.times.iter().filter(usable).filter(|when| clause.contains(&when.tokens.start));
    // "In 2023, exports grew, while imports ...": what opens the sentence holds for all of it.
    let opening = scene.tokens.start + OPENING;
    let nearest = within.min_by_key(distance).or_else(|| {
        let before = |when: &&When| when.tokens.end <= amount.opens;
        let tells = |when: &&When| when.tokens.end <= opening || amount.opens - when.tokens.end <= NEXT;
        scene.times.iter().filter(usable).filter(before).rfind(tells)
    });
    nearest.and_then(|when| when.period)
}

/// Says whether another amount stands between an amount and a time behind it.
fn between(scene: &Scene<'_, '_>, amount: &Amount, when: &When) -> bool {
    scene
        .amounts
        .iter()
        .any(|other| other.tokens.start >= amount.tokens.end && other.tokens.end <= when.tokens.start)
}

/// The time by which a target or plan shall be reached.
fn horizon(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Period> {
    let this_year = scene.notes.calendar.year(0);
    let ahead = |when: &&When| {
        let last = when.period.map(|period| period.last_month().year());
        when.role == Role::Until
            || when.role == Role::Plain && last.is_some_and(|y| this_year.is_some_and(|t| y >= t))
    };
    let distance = |when: &&When| {
        if when.tokens.end <= amount.opens {
            amount.opens - when.tokens.end
        } else {
            when.tokens.start.saturating_sub(amount.tokens.end)
        }
    };
    scene.times.iter().filter(ahead).min_by_key(distance).and_then(|when| when.period)
}

/// The period that a growth compares with, where the text names one.
pub(super) fn base(scene: &Scene<'_, '_>, amount: &Amount, about: &About) -> Option<Period> {
    if about.kind != ClaimKind::TradeGrowth {
        return None;
    }
    let clause = scene.clause(amount.opens);
    let named = scene.times.iter().find(|when| when.role == Role::Base && when.tokens.start >= clause.start);
    named.and_then(|when| when.period)
}

/// Says whether a topic is one of trade.
pub(super) const fn is_trade(topic: Topic) -> bool {
    matches!(topic, Topic::Turnover | Topic::Trade | Topic::Exports | Topic::Imports | Topic::Supplies)
}

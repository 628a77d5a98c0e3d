//! The periods that sentences without figures tell of, for the figures behind them.

use super::kind::Context;
use super::modality::is_trade;
use super::scene::Scene;
use crate::meaning::Meaning;
use crate::period::{Role, When};
use entente_model::{Claim, Period};

/// The only period that a sentence names which speaks of trade: "trade grew in 2023. It amounted to 3 billion".
pub(super) fn spoken(scene: &Scene<'_, '_>) -> Option<Period> {
    let plain = |when: &&When| when.role == Role::Plain;
    let mut plain = scene.times.iter().filter(plain);
    let (when, None) = (plain.next()?, plain.next()) else { return None };
    let this_year = scene.notes.calendar.year(0)?;
    let named = scene.topics.iter().any(|topic| is_trade(topic.what));
    when.period.filter(|period| named && period.last_month().year() <= this_year && !when.same)
}

/// Holds the period that trade was told of over a sentence that only tells who said so.
pub(super) fn hold(scene: &Scene<'_, '_>, context: &mut Context) {
    let said = |meaning: &Meaning| matches!(meaning, Meaning::Speech(_)).then_some(());
    if let Some((_, sentence)) = &mut context.period
        && *sentence + 1 == scene.number
        && scene.amounts.is_empty()
        && scene.topics.is_empty()
        && scene.times.iter().all(|when| when.role == Role::Day)
        && scene.first(scene.tokens.clone(), said).is_some()
    {
        *sentence = scene.number;
    }
}

/// Holds the period that trade was told of over a sentence that only tells what it shall be.
pub(super) fn hold_over_goals(claims: &[Claim], number: usize, context: &mut Context) {
    if let Some((_, sentence)) = &mut context.period
        && !claims.is_empty()
        && *sentence + 1 == number
    {
        *sentence = number;
    }
}

/// The period that a sentence of ranks alone names, or else holds: "In 2010 Chile was the second market. Brazil, in
/// turn, was the fourth partner."
pub(super) fn by_ranks(scene: &Scene<'_, '_>, before: Option<(Period, usize)>) -> Option<(Period, usize)> {
    let plain = |when: &&When| when.role == Role::Plain;
    let mut plain = scene.times.iter().filter(plain);
    let named = match (plain.next(), plain.next()) {
        (Some(when), None) => when.period,
        (None, _) => before.filter(|(_, sentence)| sentence + 1 == scene.number).map(|(period, _)| period),
        _ => None,
    };
    named.map(|period| (period, scene.number))
}

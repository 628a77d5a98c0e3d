//! Shares that a list tells in parentheses: "Хитой (27,9 %), Россия (18,7 %) ҳиссасига тўғри келди".

use super::scene::Scene;
use crate::amount::Amount;
use crate::meaning::{Meaning, Movement, Topic};
use entente_model::{Country, Unit};

/// A list of shares has at least so many.
const LIST: usize = 2;

/// The country right before the parenthesis that holds an amount.
fn before(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Country> {
    let reading = &scene.notes.reading;
    let open = amount.opens.checked_sub(1).filter(|open| *open >= scene.tokens.start)?;
    let held = reading.word(open) == "(" && reading.word(amount.closes) == ")";
    let mention = scene.mentions().iter().find(|m| m.tokens.end == open && !m.of_person);
    mention.filter(|_| held && amount.unit == Some(Unit::Percent)).map(|m| m.country)
}

/// The countries of the list, in order; none where the sentence tells no such list of shares of trade.
fn list(scene: &Scene<'_, '_>) -> Option<Vec<Country>> {
    if !scene.notes.reading.pack.traits.verb_final {
        return None;
    }
    let countries: Vec<Country> = scene.amounts.iter().filter_map(|amount| before(scene, amount)).collect();
    let part = |m: &Meaning| matches!(m, Meaning::Share(_)).then_some(());
    let moved = |m: &Meaning| matches!(m, Meaning::Movement(Movement::Up | Movement::Down)).then_some(());
    let told = scene.first(scene.tokens.clone(), part).is_some()
        || scene.topics.iter().any(|t| is_trade(t.what))
            && scene.first(scene.tokens.clone(), moved).is_none();
    let other = scene.topics.iter().any(|topic| {
        matches!(
            topic.what,
            Topic::Investment | Topic::Projects | Topic::Companies | Topic::Loan | Topic::Freight
        )
    });
    (countries.len() >= LIST && told && !other).then_some(countries)
}

/// The country that a share in a list is the part of.
pub(super) fn partner(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Country> {
    let country = before(scene, amount)?;
    list(scene).map(|_| country)
}

/// The country whose trade is the whole of such a list: one that is named outside of it, else ours, else one of the pair.
pub(super) fn owner(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Country> {
    before(scene, amount)?;
    let countries = list(scene)?;
    let outside = |country: &Country| !countries.contains(country);
    let named = scene.mentions().iter().filter(|m| !m.of_person).map(|m| m.country).find(outside);
    named
        .or_else(|| scene.notes.pair.iter().copied().find(outside))
        .or(scene.notes.home.filter(outside))
        .or(scene.notes.reading.pack.home.filter(outside))
}

/// Says whether a topic is trade, or a part of it.
pub(super) const fn is_trade(topic: Topic) -> bool {
    matches!(topic, Topic::Turnover | Topic::Trade | Topic::Exports | Topic::Imports)
}

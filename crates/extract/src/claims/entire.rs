//! The trade of one country with all the world, which is none of two: "O‘zbekistonning tashqi savdo aylanmasi".

use super::kind::{About, Context};
use super::scene::{Placed, Scene};
use crate::amount::Amount;
use crate::meaning::{Anaphor, Meaning, Topic};
use crate::morphology::Case;
use crate::party::Mention;
use entente_model::ClaimKind;

/// Says whether an amount is of all trade of one country: told of in its sentence, or just before by the sentence that its
/// own goes on from.
pub(super) fn is_entire(scene: &Scene<'_, '_>, amount: &Amount, about: &About, context: &Context) -> bool {
    let level = matches!(
        about.kind,
        ClaimKind::TradeTurnover
            | ClaimKind::TradeGrowth
            | ClaimKind::Exports
            | ClaimKind::Imports
            | ClaimKind::TradeBalance
    );
    level && (is_told(scene, amount.opens) || goes_on(scene, about, context))
}

/// Says whether a sentence tells of all trade of one country, before a token.
pub(super) fn is_told(scene: &Scene<'_, '_>, before: usize) -> bool {
    let told = scene.topics.iter().any(|topic| topic.end <= before && is_of_one(scene, topic));
    told && is_alone(scene)
}

/// "Its exports were 20 billion": the flows of what the sentence before told of, where no country is named.
fn goes_on(scene: &Scene<'_, '_>, about: &About, context: &Context) -> bool {
    let flow = matches!(
        about.topic,
        Topic::Exports | Topic::Imports | Topic::Deficit | Topic::Surplus | Topic::Balance
    );
    let before = context.entire.is_some_and(|sentence| scene.number == sentence + 1);
    // "This is 29% more": the figure that was told of.
    (flow || about.place.is_none()) && before && scene.mentions().is_empty() && is_alone(scene)
}

/// Says whether trade is all that one has: "foreign trade" or "all exports", right behind whose it is.
fn is_of_one(scene: &Scene<'_, '_>, topic: &Placed<Topic>) -> bool {
    let reading = &scene.notes.reading;
    let trade = matches!(topic.what, Topic::Turnover | Topic::Trade | Topic::Exports | Topic::Imports);
    let entire = |at: usize| {
        let word = reading.pack.lexicon.longest(&reading.tokens, at, at + 1);
        word.is_some_and(|word| reading.meanings(&word).contains(&Meaning::Entire))
    };
    let before = topic.at.checked_sub(1).filter(|before| *before > scene.tokens.start);
    let opens = if entire(topic.at) { Some(topic.at) } else { before.filter(|before| entire(*before)) };
    let Some(opens) = opens.filter(|opens| trade && *opens > scene.tokens.start) else { return false };
    let owns = |m: &Mention| m.tokens.end == opens && !m.of_person && reading.case(&m.tokens) != Case::With;
    scene.means(opens - 1, Meaning::Anaphor(Anaphor::Ours))
        || scene.means(opens - 1, Meaning::Anaphor(Anaphor::Country))
        || scene.mentions().iter().any(owns)
}

/// Says whether a sentence names no second country and does not speak of two.
fn is_alone(scene: &Scene<'_, '_>) -> bool {
    let pair = |meaning: &Meaning| matches!(meaning, Meaning::Anaphor(Anaphor::Pair)).then_some(());
    let mut named = scene.mentions().iter().filter(|m| !m.of_person).map(|m| m.country);
    let first = named.next();
    named.all(|country| Some(country) == first) && scene.first(scene.tokens.clone(), pair).is_none()
}

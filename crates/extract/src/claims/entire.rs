//! The trade of one country with all the world, which is none of two: "O‘zbekistonning tashqi savdo aylanmasi".

use super::kind::{About, Context};
use super::scene::{Placed, Scene};
use crate::amount::Amount;
use crate::meaning::{Anaphor, Link, Meaning, Topic};
use crate::morphology::{Case, Form};
use crate::party::{Mention, RegionMention};
use entente_model::ClaimKind;

/// Says whether an amount is of all trade of one country: told of in its sentence, before it (`told` is where that ends), or
/// just before by the sentence that its own goes on from.
pub(super) fn is_entire(
    scene: &Scene<'_, '_>,
    amount: &Amount,
    about: &About,
    told: Option<usize>,
    context: &Context,
) -> bool {
    let level = matches!(
        about.kind,
        ClaimKind::TradeTurnover
            | ClaimKind::TradeGrowth
            | ClaimKind::Exports
            | ClaimKind::Imports
            | ClaimKind::TradeBalance
    );
    level && (told.is_some_and(|end| end <= amount.opens) || goes_on(scene, about, context))
}

/// How far behind a region the word may stand that says that something is done with it: "Африка елдерімен".
const WITH: usize = 2;

/// "O‘zbekistonning Yevropa Ittifoqi bilan savdosi", "Yevropa kompaniyalari ishtirokida": told of a region, where no second
/// country is named.
pub(super) fn is_of_region(scene: &Scene<'_, '_>, amount: &Amount, about: &About) -> bool {
    let reading = &scene.notes.reading;
    let told = !matches!(about.kind, ClaimKind::TradeShare | ClaimKind::PartnerRank);
    if !reading.pack.traits.verb_final || !told {
        return false;
    }
    let clause = scene.clause(amount.opens);
    let firms = |at: usize| scene.topics.iter().any(|t| t.at == at && t.what == Topic::Companies);
    let of_region = |region: &RegionMention| {
        let end = region.tokens.end;
        let with = (end - 1..end + WITH).take_while(|at| *at < amount.opens).any(|at| {
            reading.tokens[at].form.has(Form::WITH)
                || at >= end
                    && (scene.is_link(at, &[Link::With]) || scene.means(at, Meaning::Post(Link::With)))
        });
        end <= amount.opens && clause.contains(&region.tokens.start) && (with || firms(end))
    };
    scene.regions.iter().any(of_region) && is_alone(scene)
}

/// Returns where the words end by which a sentence tells of all trade of one country.
pub(super) fn told(scene: &Scene<'_, '_>) -> Option<usize> {
    let told = scene.topics.iter().find(|topic| is_of_one(scene, topic))?;
    is_alone(scene).then_some(told.end)
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
    if !matches!(topic.what, Topic::Turnover | Topic::Trade | Topic::Exports | Topic::Imports) {
        return false;
    }
    let of_country = |m: &Mention| !m.of_person && reading.case(&m.tokens) != Case::With;
    let owned = |opens: usize| {
        opens > scene.tokens.start
            && (scene.mentions().iter().any(|m| m.tokens.end == opens && of_country(m))
                || scene.means(opens - 1, Meaning::Anaphor(Anaphor::Ours))
                || scene.means(opens - 1, Meaning::Anaphor(Anaphor::Country)))
    };
    let entire = |at: usize| {
        let word = reading.pack.lexicon.longest(&reading.tokens, at, at + 1);
        word.is_some_and(|word| reading.meanings(&word).contains(&Meaning::Entire))
    };
    let opens = |at: usize| owned(at) && entire(at);
    opens(topic.at) || topic.at > scene.tokens.start + 1 && opens(topic.at - 1)
}

/// Says whether a sentence names no second country and does not speak of two.
fn is_alone(scene: &Scene<'_, '_>) -> bool {
    let pair = |meaning: &Meaning| matches!(meaning, Meaning::Anaphor(Anaphor::Pair)).then_some(());
    let mut named = scene.mentions().iter().filter(|m| !m.of_person).map(|m| m.country);
    let first = named.next();
    named.all(|country| Some(country) == first) && scene.first(scene.tokens.clone(), pair).is_none()
}

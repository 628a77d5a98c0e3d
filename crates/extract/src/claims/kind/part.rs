//! Percentages that are a part of a country's or a region's trade.

use super::{About, BEHIND};
use crate::amount::Amount;
use crate::claims::bracketed;
use crate::claims::scene::{Placed, Scene};
use crate::meaning::{Link, Meaning, Rank, Share, Topic};
use crate::morphology::{Case, Form};
use entente_model::ClaimKind;

pub(super) fn share(scene: &Scene<'_, '_>, amount: &Amount) -> Option<About> {
    if bracketed::partner(scene, amount).is_some() {
        let whole = scene.topics.iter().find(|topic| bracketed::is_trade(topic.what));
        return Some(About {
            kind: ClaimKind::TradeShare,
            topic: whole.map_or(Topic::Trade, |topic| topic.what),
            place: whole.map(|topic| (topic.at, topic.end)),
        });
    }
    let clause = scene.clause(amount.opens);
    let pick = |meaning: &Meaning| match meaning {
        Meaning::Share(share) => Some(*share),
        _ => None,
    };
    let verb = || {
        scene.first(amount.closes..clause.end, pick).filter(|_| scene.notes.reading.pack.traits.verb_final)
    };
    let named = scene.last(clause.start..amount.opens, pick).or_else(verb);
    let noun_behind = scene.first(amount.closes..(amount.closes + 3).min(clause.end), pick);
    let trade = |t: &&Placed<Topic>| {
        matches!(t.what, Topic::Trade | Topic::Turnover | Topic::Exports | Topic::Imports)
    };
    let whole = scene.topics.iter().filter(trade).find(|t| t.at >= amount.closes && t.at < clause.end);
    // "57% всей торговли": the whole belongs to the percentage by its case.
    let in_genitive = whole.is_some_and(|t| {
        let between = amount.closes..t.at;
        scene.notes.reading.pack.traits.genitive
            && between.len() <= BEHIND
            && scene.notes.reading.case(&(t.at..t.end)) == Case::Of
            && !scene.is_parted(between)
    });
    let of = amount.closes < clause.end && scene.is_link(amount.closes, &[Link::Of]) || in_genitive;
    let is_noun = |share: Option<Placed<Share>>| share.is_some_and(|share| share.what == Share::Noun);
    let noun = is_noun(named) || is_noun(noun_behind);
    let before = scene.topics.iter().rev().filter(trade).find(|t| t.end <= amount.opens);
    let foreign =
        scene.topics.iter().any(|t| t.what == Topic::Foreign && t.at >= amount.closes && t.at < clause.end);
    // "Жаһандық саудадағы үлесі": the whole that stands last before a part is another one.
    let last = scene.topics.iter().rfind(|t| t.end <= amount.opens);
    let verb_final = scene.notes.reading.pack.traits.verb_final;
    let foreign = foreign || verb_final && last.is_some_and(|t| t.what == Topic::Foreign);
    if foreign {
        return None;
    }
    let owner = before.filter(|topic| is_whole_before(scene, amount, topic, named.map(|share| share.what)));
    let owner = owner.or(before.filter(|topic| is_opening_whole(scene, amount, topic)));
    let topic = match (of, noun) {
        _ if owner.is_some() => owner?,
        (true, _) => whole.filter(|t| t.at - amount.closes <= 10)?,
        // "The share of Chad in Kenya's imports is 4%, and 12% in its exports": the whole stands behind the word for a part.
        (false, true) if whole.or(before).is_none() => return of_rank(scene, amount, named),
        (false, true) => {
            let since = |t: &&Placed<Topic>| named.is_some_and(|share| t.at >= share.end);
            let inside = |t: &&Placed<Topic>| {
                t.at - amount.closes <= BEHIND && scene.is_link(amount.closes, &[Link::In])
            };
            whole.filter(inside).or(before.filter(since)).or(whole).or(before)?
        }
        (false, false) => return None,
    };
    Some(About { kind: ClaimKind::TradeShare, topic: topic.what, place: Some((topic.at, topic.end)) })
}

/// "Was its sixth trading partner, with a share of 3.5%": of the trade of the country whose partner it is.
fn of_rank(scene: &Scene<'_, '_>, amount: &Amount, named: Option<Placed<Share>>) -> Option<About> {
    let partner = |m: &Meaning| matches!(m, Meaning::Rank(Rank::Partner(_))).then_some(());
    let share = named.filter(|share| amount.opens - share.end <= 1)?;
    let clause = scene.clause(amount.opens);
    scene.last(clause.start..share.at, partner)?;
    let genitive = scene.notes.reading.pack.traits.genitive;
    genitive.then_some(About { kind: ClaimKind::TradeShare, topic: Topic::Turnover, place: None })
}

/// How far from the opening "of" the whole may stand: "of all Kenyan exports".
const OPENING_REACH: usize = 5;

/// "Of Kenya's exports, 10% go to Uganda": the whole opens the statement and a comma parts it from its part.
fn is_opening_whole(scene: &Scene<'_, '_>, amount: &Amount, topic: &Placed<Topic>) -> bool {
    let opens = scene.clause(amount.opens).start;
    scene.is_link(opens, &[Link::Of])
        && topic.at > opens
        && topic.at - opens <= OPENING_REACH
        && scene.notes.reading.word(topic.end) == ","
        && topic.end < amount.opens
        && amount.opens - topic.end <= OPENING_REACH
}

/// How far before its part the whole may stand that owns it: "барлық сауданың 57%-ы".
const OWNER_REACH: usize = 4;
/// How far behind a part the verb may stand that says how things are.
const STATE_REACH: usize = 3;

/// Says whether a topic before an amount is the whole that the amount is a part of, by its ending.
fn is_whole_before(
    scene: &Scene<'_, '_>,
    amount: &Amount,
    topic: &Placed<Topic>,
    share: Option<Share>,
) -> bool {
    let tokens = &scene.notes.reading.tokens;
    let owns = scene.notes.reading.is_possessive(topic.end - 1);
    // "40 пайызға жуығы": the word of the bound has the ending.
    let bound = tokens[amount.closes - 1].form;
    let form = tokens[amount.tokens.end - 1].form;
    let form = if bound.has(Form::OWN) { bound } else { form };
    // "Умумий экспортнинг 6,1 фоизини ташкил этади": how things are, and no change.
    let state = scene.first(amount.closes..(amount.closes + STATE_REACH).min(scene.tokens.end), |m| {
        matches!(m, Meaning::State).then_some(())
    });
    let part = form.has(Form::OWN) || share.is_some() || state.is_some();
    let near = amount.opens - topic.end <= OWNER_REACH && !scene.is_parted(topic.end..amount.opens);
    let moved = scene.first(topic.end..amount.opens, |m| matches!(m, Meaning::Movement(_)).then_some(()));
    let towards = form.has(Form::TO) && !form.has(Form::OWN);
    scene.notes.reading.pack.traits.verb_final && owns && part && near && moved.is_none() && !towards
}

//! Ranks in languages whose place stands behind the partner, with no word between: "сауда серіктестері арасында
//! үшінші орында", "savdo hamkorlari reytingida 3-o‘rinda", "ондығына кіреді".

use super::rank::Ranked;
use super::scene::{Placed, Scene};
use crate::meaning::{Link, Meaning, Rank, Topic};
use crate::morphology::{Case, Form};
use crate::ordinal::ordinal_before;
use crate::party::Mention;
use entente_model::country::FormKind;
use entente_model::{Bound, Country, Of, Region, TradeFlow};
use std::ops::Range;

/// How far behind the partner its place may stand.
const REACH: usize = 9;

/// Says whether what stands right behind a partner makes it one of several: "серіктестерінің бірі".
pub(super) fn is_among(scene: &Scene<'_, '_>, noun: &Placed<Rank>) -> bool {
    let reach = noun.end..(noun.end + 2).min(scene.tokens.end);
    scene.first(reach, |m| matches!(m, Meaning::Rank(Rank::Among)).then_some(())).is_some()
}

/// The place behind a partner: its number, what it asserts, its words.
pub(super) fn place(scene: &Scene<'_, '_>, noun: &Placed<Rank>) -> Option<(u16, Bound, Range<usize>)> {
    let end = (noun.end + REACH).min(scene.tokens.end);
    let reading = &scene.notes.reading;
    let placed = (noun.end..end).find_map(|at| {
        let place = scene.means(at, Meaning::Rank(Rank::Place));
        let (number, opens) = place.then(|| ordinal_before(reading, at, noun.end)).flatten()?;
        Some((number, Bound::Exact, opens..reading.term_at(at)?.tokens().end))
    });
    // "Үштігіне кіреді", "beshligiga kiradi"
    let grouped = || {
        let group = scene.first(noun.at.saturating_sub(REACH).max(scene.tokens.start)..end, |m| match m {
            Meaning::Rank(Rank::Group(number)) => Some(*number),
            _ => None,
        })?;
        Some((group.what, Bound::UpTo, group.at..group.end))
    };
    placed.or_else(grouped).or_else(|| among(scene, noun))
}

/// "Ең ірі он сауда серіктесінің қатарына кіреді": so many, and the word for being among them behind.
fn among(scene: &Scene<'_, '_>, noun: &Placed<Rank>) -> Option<(u16, Bound, Range<usize>)> {
    let reach = noun.end..(noun.end + 3).min(scene.tokens.end);
    scene.first(reach, |m| matches!(m, Meaning::Rank(Rank::Among)).then_some(()))?;
    let lowest = scene.tokens.start.max(noun.at.saturating_sub(3));
    let number = scene.amounts.iter().rev().find(|amount| {
        amount.unit.is_none() && amount.tokens.start >= lowest && amount.tokens.end <= noun.at
    })?;
    let few = u16::try_from(number.value.trunc().mantissa()).ok().filter(|few| (2..=100).contains(few))?;
    Some((few, Bound::UpTo, number.tokens.start..noun.end))
}

/// How far before its place the trade may stand that a country is ranked by.
const TRADE_REACH: usize = 12;

/// "Савдо ҳажми бўйича Хитой биринчи ўринда": a place by trade, without a word for the partner.
pub(super) fn by_trade(scene: &Scene<'_, '_>) -> Option<Ranked> {
    let reading = &scene.notes.reading;
    scene.tokens.clone().find_map(|at| {
        let place = scene.means(at, Meaning::Rank(Rank::Place));
        let (value, opens) = place.then(|| ordinal_before(reading, at, scene.tokens.start)).flatten()?;
        let topic =
            scene.topics.iter().rev().find(|topic| topic.end <= opens && opens - topic.end <= TRADE_REACH)?;
        let of = match topic.what {
            Topic::Exports => Some(Of::Flow(TradeFlow::Exports)),
            Topic::Imports => Some(Of::Flow(TradeFlow::Imports)),
            Topic::Turnover | Topic::Trade | Topic::Investment => None,
            _ => return None,
        };
        let end = reading.term_at(at)?.tokens().end;
        let noun = Placed { at: opens, end, what: Rank::Partner(false) };
        // "Қазақстанға инвестиция салу бойынша": whose partner the investor is, stands in the case of the goal.
        let goal = |m: &&Mention| !m.of_person && reading.case(&m.tokens) == Case::To;
        let host = scene.mentions().iter().find(goal).filter(|_| topic.what == Topic::Investment);
        let investor = host.and_then(|host| {
            let other = |m: &&Mention| !m.of_person && m.country != host.country && m.tokens.end <= opens;
            Some([host.country, scene.mentions().iter().find(other)?.country])
        });
        let parties = investor.or_else(|| parties(scene, &noun))?;
        Some(Ranked { value, bound: Bound::Exact, parties, of, scope: None, tokens: opens..end })
    })
}

/// "Экспорт бўйича бешинчи йирик шерик": the flow that a partner is ranked by, named before its place.
pub(super) fn by_flow(scene: &Scene<'_, '_>, opens: usize) -> Option<Of> {
    let by = opens.checked_sub(1).filter(|by| *by > scene.tokens.start)?;
    let topic = scene.topics.iter().find(|topic| topic.end == by)?;
    let flow = match topic.what {
        Topic::Exports => TradeFlow::Exports,
        Topic::Imports => TradeFlow::Imports,
        _ => return None,
    };
    scene.means(by, Meaning::Post(Link::In)).then_some(Of::Flow(flow))
}

/// How far before a partner the region may stand that it is one in: "Орталық Азиядағы ең ірі сауда серіктесі".
const SCOPE_REACH: usize = 6;

/// The region that a partner is one in, by its ending.
pub(super) fn scope(scene: &Scene<'_, '_>, noun: &Placed<Rank>) -> Option<Region> {
    let reading = &scene.notes.reading;
    let inside = |at: usize| {
        reading.tokens[at].form.any(Form::IN.with(Form::OF).with(Form::OWNER))
            || reading.meanings_at(at + 1).contains(&Meaning::Post(Link::Between))
    };
    let region = scene.regions.iter().rev().find(|region| region.tokens.end <= noun.at)?;
    let near = noun.at - region.tokens.end <= SCOPE_REACH && !scene.is_parted(region.tokens.end..noun.at);
    (near && inside(region.tokens.end - 1)).then_some(region.region)
}

/// Whose partner who is: the owner by its ending or with "with", the subject is the other.
pub(super) fn parties(scene: &Scene<'_, '_>, noun: &Placed<Rank>) -> Option<[Country; 2]> {
    let mentions = || scene.mentions().iter().filter(|m| !m.of_person && m.tokens.end <= noun.at);
    let case = |m: &Mention| scene.notes.reading.tokens[m.tokens.end - 1].case;
    let with = |m: &Mention| {
        case(m) == Case::With
            || scene.is_link(m.tokens.end, &[Link::With])
            || scene.means(m.tokens.end, Meaning::Post(Link::With))
    };
    // "O‘zbekiston tashqi savdosida Koreya": in whose trade it is.
    let in_trade = |m: &&Mention| {
        scene.topics.iter().any(|topic| {
            let trade =
                matches!(topic.what, Topic::Turnover | Topic::Trade | Topic::Exports | Topic::Imports);
            let inside = (topic.at..topic.end).any(|at| scene.notes.reading.tokens[at].form.has(Form::IN));
            trade && inside && topic.at == m.tokens.end
        })
    };
    let owner = mentions().find(in_trade);
    let owner = owner.or_else(|| mentions().rev().find(|m| m.possessive || m.kind == FormKind::Adjective));
    // Two that are joined by the word for "with" are one list; only the last can own what follows.
    let owner = owner.or_else(|| mentions().rev().find(|m| with(m)));
    // "Қазақстан үшін Қытай", "экспортында": in whose trade it is.
    let inside = || {
        mentions()
            .rev()
            .find(|m| matches!(case(m), Case::In) || scene.means(m.tokens.end, Meaning::Post(Link::For)))
    };
    let owner = owner.or_else(inside).map(|m| m.country);
    let partner =
        scene.mentions().iter().filter(|m| !m.of_person).map(|m| m.country).find(|c| Some(*c) != owner);
    let pair = &scene.notes.pair;
    let other = |country: Country| pair.iter().copied().find(|c| *c != country);
    match (owner, partner) {
        (Some(owner), Some(partner)) => Some([owner, partner]),
        (Some(owner), None) => Some([owner, other(owner)?]),
        (None, Some(partner)) => Some([other(partner)?, partner]),
        (None, None) => None,
    }
}

//! Ranks: "Kazakhstan's third largest trading partner", "among the top ten trading partners".

use super::parties::owner_of;
use super::rank_behind;
use super::scene::{Placed, Scene};
use crate::date::year_digits;
use crate::meaning::{Anaphor, Kinds, Link, Meaning, Rank, Topic};
use crate::ordinal::{ordinal_at, ordinal_before};
use crate::party::Mention;
use crate::token::TokenKind;
use entente_model::{Bound, Country, Decimal, Of, Scope, TradeFlow};
use std::ops::Range;

/// A rank as it is written.
pub(super) struct Ranked {
    pub value: u16,
    pub bound: Bound,
    /// [of, partner]
    pub parties: [Country; 2],
    pub of: Option<Of>,
    /// The region that it is a rank within: "in Central Asia".
    pub scope: Option<Scope>,
    /// The words that hold the rank.
    pub tokens: Range<usize>,
}

/// How far before the word for a partner its rank may stand.
const REACH: usize = 6;

/// How far behind it a place may stand, "ranked seventh", and a region.
const BEHIND: usize = 10;
const SCOPE_REACH: usize = 6;

/// Finds the ranks of a sentence.
pub(super) fn ranks(scene: &Scene<'_, '_>) -> Vec<Ranked> {
    if !scene.notes.reading.kinds_of(scene.number).meets(Kinds::RANK) {
        return Vec::new();
    }
    let pick = |meaning: &Meaning| match meaning {
        Meaning::Rank(rank @ (Rank::Partner(_) | Rank::ExportMarket(_) | Rank::ImportSource(_))) => {
            Some(*rank)
        }
        _ => None,
    };
    let mut out: Vec<Ranked> = Vec::new();
    let mut from = scene.tokens.start;
    while let Some(noun) = scene.first(from..scene.tokens.end, pick) {
        from = noun.end;
        out.extend(ranked(scene, noun));
    }
    if out.is_empty() {
        let verb_final = scene.notes.reading.pack.traits.verb_final;
        out.extend(if verb_final { rank_behind::by_trade(scene) } else { in_trade(scene) });
    }
    out
}

/// "Kenya ranks 12th in Uganda's foreign trade": no word for a partner, but a place in a country's trade.
fn in_trade(scene: &Scene<'_, '_>) -> Option<Ranked> {
    let place = |meaning: &Meaning| matches!(meaning, Meaning::Rank(Rank::Place)).then_some(());
    let word = scene.first(scene.tokens.clone(), place)?;
    let reading = &scene.notes.reading;
    let behind = (word.end..(word.end + 2).min(scene.tokens.end)).find_map(|at| ordinal_at(reading, at));
    let before = || {
        ordinal_before(reading, word.at, scene.tokens.start).map(|(number, opens)| (number, opens, word.end))
    };
    let (value, opens, end) = behind.map(|(number, end)| (number, word.at, end)).or_else(before)?;
    let trade = scene.topics.iter().find(|topic| {
        let trade = matches!(topic.what, Topic::Trade | Topic::Turnover | Topic::Exports | Topic::Imports);
        let near = topic.at > end && topic.at - end <= REACH && !scene.is_parted(end..topic.at);
        trade && near && scene.has_link(end..topic.at, &[Link::In, Link::On, Link::By])
    })?;
    // "Третье место по товарообороту с Казахстаном"
    let with = || {
        let near = |m: &&Mention| m.tokens.start > trade.end && m.tokens.start - trade.end <= 2;
        let with = scene.mentions().iter().find(near)?;
        scene.is_led(&with.tokens, &[Link::With]).then_some(with.country)
    };
    let owner = owner_of(scene, (trade.at, trade.end)).or_else(with)?;
    let partner =
        scene.mentions().iter().find(|m| m.tokens.end <= opens && !m.of_person && m.country != owner)?;
    let of = match trade.what {
        Topic::Exports => Some(Of::Flow(TradeFlow::Exports)),
        Topic::Imports => Some(Of::Flow(TradeFlow::Imports)),
        _ => None,
    };
    let parties = [owner, partner.country];
    Some(Ranked { value, bound: Bound::Exact, parties, of, scope: None, tokens: opens..end })
}

fn ranked(scene: &Scene<'_, '_>, noun: Placed<Rank>) -> Option<Ranked> {
    let start = scene.tokens.start.max(noun.at.saturating_sub(REACH));
    let scope = scope(scene, noun);
    let verb_final = scene.notes.reading.pack.traits.verb_final;
    let behind = verb_final.then(|| rank_behind::place(scene, &noun)).flatten();
    if let Some((value, bound, tokens)) = behind {
        let of = flow(noun.what);
        return Some(Ranked {
            value,
            bound,
            parties: rank_behind::parties(scene, &noun)?,
            of,
            scope,
            tokens,
        });
    }
    if verb_final && rank_behind::is_among(scene, &noun) {
        return None;
    }
    let found = place(scene, start..noun.at, noun, scope.is_some());
    let (value, bound, tokens) = match found {
        Some((value, bound, opens)) => (value, bound, opens..noun.end),
        None => place_behind(scene, noun)?,
    };
    let superlative = superlative(scene, start..noun.at);
    let opens = tokens.start.min(superlative.map_or(noun.at, |word| word.at));
    let of = flow(noun.what).or_else(|| rank_behind::by_flow(scene, opens).filter(|_| verb_final));
    let parties = if verb_final { rank_behind::parties(scene, &noun)? } else { parties(scene, opens, noun)? };
    Some(Ranked { value, bound, parties, of, scope, tokens })
}

/// The flow that a rank is by.
const fn flow(rank: Rank) -> Option<Of> {
    match rank {
        Rank::ExportMarket(_) => Some(Of::Flow(TradeFlow::Exports)),
        Rank::ImportSource(_) => Some(Of::Flow(TradeFlow::Imports)),
        _ => None,
    }
}

/// The region behind a partner: "trading partner in Central Asia", "largest partner among ASEAN countries".
fn scope(scene: &Scene<'_, '_>, noun: Placed<Rank>) -> Option<Scope> {
    if scene.notes.reading.pack.traits.verb_final {
        return rank_behind::scope(scene, &noun).map(Scope::Region);
    }
    let region = scene.regions.iter().find(|region| region.tokens.start >= noun.end)?;
    let between = noun.end..region.tokens.start;
    let within = |at: usize| scene.is_link(at, &[Link::In]) || scene.means(at, Meaning::Rank(Rank::Among));
    let near = between.len() <= SCOPE_REACH && !scene.is_parted(between.clone());
    (near && between.rev().take(3).any(within)).then_some(Scope::Region(region.region))
}

/// "One of Kenya's main trading partners, ranked seventh": the place stands behind the partner.
fn place_behind(scene: &Scene<'_, '_>, noun: Placed<Rank>) -> Option<(u16, Bound, Range<usize>)> {
    let end = (noun.end + BEHIND).min(scene.tokens.end);
    let word = scene.first(noun.end..end, |m| matches!(m, Meaning::Rank(Rank::Place)).then_some(()))?;
    let digits = scene.amounts.iter().find(|a| a.unit.is_none() && a.tokens.start == word.end);
    let number = digits.and_then(|a| Some((u16::try_from(a.value.trunc().mantissa()).ok()?, a.closes)));
    let ordinal = || {
        let reach = word.end..(word.end + 3).min(scene.tokens.end);
        let found = scene.first(reach.clone(), |m| match m {
            Meaning::Ordinal(n) => Some(*n),
            _ => None,
        });
        found.map(|n| (n.what, n.end)).or_else(|| ordinal_in_digits(scene, reach).map(|(n, _, end)| (n, end)))
    };
    // "В списке партнеров Грузии Азербайджан находится на третьем месте"
    let ahead = || ordinal_before(&scene.notes.reading, word.at, noun.end);
    match (number.or_else(ordinal), scene.notes.reading.pack.traits.genitive) {
        (Some((value, end)), _) => Some((value, Bound::Exact, word.at..end)),
        (None, true) => ahead().map(|(value, opens)| (value, Bound::Exact, opens..word.end)),
        (None, false) => None,
    }
}

/// The place in the ranking, what it asserts, and where its words open.
fn place(
    scene: &Scene<'_, '_>,
    before: Range<usize>,
    noun: Placed<Rank>,
    scoped: bool,
) -> Option<(u16, Bound, usize)> {
    let superlative = superlative(scene, before.clone());
    let ordinal = scene.last(before.clone(), |m| match m {
        Meaning::Ordinal(n) => Some(*n),
        _ => None,
    });
    let amount = scene.amounts.iter().rev().find(|a| a.unit.is_none() && before.contains(&a.tokens.start));
    let small = amount.and_then(|a| {
        u16::try_from(a.value.trunc().mantissa()).ok().filter(|_| a.value <= Decimal::ONE_HUNDRED)
    });
    let reach = scene.tokens.start.max(before.start.saturating_sub(6))..noun.at;
    let among = scene.last(reach, |m| matches!(m, Meaning::Rank(Rank::Among)).then_some(()));
    let top = scene.last(before.clone(), |m| matches!(m, Meaning::Rank(Rank::Top)).then_some(()));
    if let Some(n) = small
        && (among.is_some() || top.is_some())
    {
        let opens =
            [top.as_ref().map(|t| t.at), amount.map(|a| a.tokens.start)].into_iter().flatten().min()?;
        return Some((n, Bound::UpTo, opens));
    }
    let group = scene.last(before.clone(), |m| match m {
        Meaning::Rank(Rank::Group(size)) => Some(*size),
        _ => None,
    });
    // "Третье место в десятке партнеров": the place within the group says more.
    let within = group.and_then(|group| {
        let place = |m: &Meaning| matches!(m, Meaning::Rank(Rank::Place)).then_some(());
        let place = scene.last(before.start..group.at, place)?;
        ordinal_before(&scene.notes.reading, place.at, scene.tokens.start)
    });
    if let Some((value, opens)) = within {
        return Some((value, Bound::Exact, opens));
    }
    if let Some(group) = group {
        return Some((group.what, Bound::UpTo, group.at));
    }
    let number = scene.last(before.clone(), |m| matches!(m, Meaning::Rank(Rank::Place)).then_some(()));
    if let (Some(n), Some(amount), Some(number)) = (small, amount, number)
        && amount.tokens.start >= number.end
        && amount.tokens.start - number.end <= 1
    {
        return Some((n, Bound::Exact, number.at));
    }
    let digits = ordinal_in_digits(scene, before.clone()).map(|(n, at, _)| (n, at));
    if let Some((n, at)) = digits.or(ordinal.as_ref().map(|o| (o.what, o.at))) {
        return Some((n, Bound::Exact, at));
    }
    if among.is_some() {
        return None;
    }
    // "main", "key", "important" praise; only a true superlative is a rank, or what is so within a region.
    let word = superlative.filter(|word| scoped || word.what == Rank::First);
    let opens = word.map(|word| word.at).or(top.filter(|_| superlative.is_none()).map(|top| top.at))?;
    let several =
        matches!(noun.what, Rank::Partner(true) | Rank::ExportMarket(true) | Rank::ImportSource(true));
    (!several).then_some((1, Bound::Exact, opens))
}

/// The last superlative of some words.
fn superlative(scene: &Scene<'_, '_>, range: Range<usize>) -> Option<Placed<Rank>> {
    scene.last(range, |meaning| match meaning {
        Meaning::Rank(rank @ (Rank::First | Rank::Superlative)) => Some(*rank),
        _ => None,
    })
}

/// "5th", "2nd": digits with an ending; returns also the token after them.
fn ordinal_in_digits(scene: &Scene<'_, '_>, range: Range<usize>) -> Option<(u16, usize, usize)> {
    let reading = &scene.notes.reading;
    // "2022-yilda turk investorlari": a year is no place.
    let digits =
        |at: &usize| reading.tokens[*at].kind == TokenKind::Number && year_digits(reading, *at).is_none();
    range.rev().filter(digits).find_map(|at| ordinal_at(reading, at).map(|(number, end)| (number, at, end)))
}

/// Whose partner who is: the owner stands before or behind the words, the other is the subject.
fn parties(scene: &Scene<'_, '_>, opens: usize, noun: Placed<Rank>) -> Option<[Country; 2]> {
    let pair = &scene.notes.pair;
    let mentions = || scene.mentions().iter().filter(|m| !m.of_person);
    let owner_before = mentions().rev().find(|m| {
        m.tokens.end <= opens
            && opens - m.tokens.end <= 2
            && (m.possessive || m.kind == entente_model::country::FormKind::Adjective)
    });
    let owner_behind = || {
        mentions().find(|m| {
            m.tokens.start >= noun.end
                && m.tokens.start - noun.end <= 4
                && ((noun.end..m.tokens.start).any(|t| scene.is_link(t, &[Link::Of, Link::To])) || m.genitive)
        })
    };
    // "Polish firms invest in what is their sixth-largest market": the owner is who was spoken of.
    // "It took the ninth place": a verb stands between, and the pronoun is who took it.
    let pronoun = (opens.saturating_sub(1).max(scene.tokens.start)..opens).any(|at| {
        scene.means(at, Meaning::Anaphor(Anaphor::They)) || scene.means(at, Meaning::Link(Link::It))
    });
    let spoken_of = || mentions().find(|m| pronoun && m.tokens.end <= opens);
    let owner = owner_before.or_else(owner_behind).or_else(spoken_of).map(|m| m.country);
    let subject = mentions().find(|m| m.tokens.end <= opens && Some(m.country) != owner).map(|m| m.country);
    let behind =
        mentions().find(|m| m.tokens.start >= noun.end && Some(m.country) != owner).map(|m| m.country);
    let partner = subject.or(behind);
    let other = |country: Country| pair.iter().copied().find(|c| *c != country);
    match (owner, partner) {
        (Some(of), Some(partner)) => Some([of, partner]),
        (Some(of), None) => Some([of, other(of)?]),
        (None, Some(partner)) => Some([other(partner)?, partner]),
        (None, None) => None,
    }
}

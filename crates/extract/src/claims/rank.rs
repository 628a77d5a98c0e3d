//! Ranks: "Kazakhstan's third largest trading partner", "among the top ten trading partners".

use super::scene::{Placed, Scene};
use crate::meaning::{Anaphor, Link, Meaning, Rank};
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
    let pick = |meaning: &Meaning| match meaning {
        Meaning::Rank(rank @ (Rank::Partner | Rank::ExportMarket | Rank::ImportSource)) => Some(*rank),
        _ => None,
    };
    let mut out: Vec<Ranked> = Vec::new();
    let mut from = scene.tokens.start;
    while let Some(noun) = scene.first(from..scene.tokens.end, pick) {
        from = noun.end;
        out.extend(ranked(scene, noun));
    }
    out
}

fn ranked(scene: &Scene<'_, '_>, noun: Placed<Rank>) -> Option<Ranked> {
    let start = scene.tokens.start.max(noun.at.saturating_sub(REACH));
    let scope = scope(scene, noun);
    let found = place(scene, start..noun.at, noun, scope.is_some());
    let (value, bound, tokens) = match found {
        Some((value, bound, opens)) => (value, bound, opens..noun.end),
        None => place_behind(scene, noun)?,
    };
    let of = match noun.what {
        Rank::ExportMarket => Some(Of::Flow(TradeFlow::Exports)),
        Rank::ImportSource => Some(Of::Flow(TradeFlow::Imports)),
        _ => None,
    };
    let superlative =
        scene.last(start..noun.at, |m| matches!(m, Meaning::Rank(Rank::Superlative)).then_some(()));
    let opens = tokens.start.min(superlative.map_or(noun.at, |word| word.at));
    let parties = parties(scene, opens, noun)?;
    Some(Ranked { value, bound, parties, of, scope, tokens })
}

/// The region behind a partner: "trading partner in Central Asia", "largest partner among ASEAN countries".
fn scope(scene: &Scene<'_, '_>, noun: Placed<Rank>) -> Option<Scope> {
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
    let number = digits.and_then(|a| Some((u16::try_from(a.value.trunc().mantissa()).ok()?, a.tokens.end)));
    let ordinal = || {
        let reach = word.end..(word.end + 3).min(scene.tokens.end);
        let found = scene.first(reach.clone(), |m| match m {
            Meaning::Ordinal(n) => Some(*n),
            _ => None,
        });
        found.map(|n| (n.what, n.end)).or_else(|| ordinal_in_digits(scene, reach).map(|(n, at)| (n, at + 2)))
    };
    let (value, end) = number.or_else(ordinal)?;
    Some((value, Bound::Exact, word.at..end))
}

/// The place in the ranking, what it asserts, and where its words open.
fn place(
    scene: &Scene<'_, '_>,
    before: Range<usize>,
    noun: Placed<Rank>,
    scoped: bool,
) -> Option<(u16, Bound, usize)> {
    let superlative =
        scene.last(before.clone(), |m| matches!(m, Meaning::Rank(Rank::Superlative)).then_some(()));
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
    let number = scene.last(before.clone(), |m| matches!(m, Meaning::Rank(Rank::Place)).then_some(()));
    if let (Some(n), Some(amount), Some(number)) = (small, amount, number)
        && amount.tokens.start >= number.end
        && amount.tokens.start - number.end <= 1
    {
        return Some((n, Bound::Exact, number.at));
    }
    let digits = ordinal_in_digits(scene, before.clone());
    if let Some((n, at)) = digits.or(ordinal.as_ref().map(|o| (o.what, o.at))) {
        return Some((n, Bound::Exact, at));
    }
    if among.is_some() {
        return None;
    }
    let word = superlative.or(top)?;
    // "main", "key", "important" praise; only a true superlative is a rank, or what is so within a region.
    let text = scene.notes.reading.word(word.at).to_lowercase();
    let first =
        scoped || text.ends_with("est") || matches!(text.as_str(), "number" | "top" | "the" | "leading");
    let plural = scene.notes.reading.slice(noun.at..noun.end).ends_with('s');
    (first && !plural).then_some((1, Bound::Exact, word.at))
}

/// "5th", "2nd": digits with an ending, read as one or two tokens.
fn ordinal_in_digits(scene: &Scene<'_, '_>, range: Range<usize>) -> Option<(u16, usize)> {
    range.rev().find_map(|at| {
        let bytes = scene.notes.reading.bytes(at..at + 1);
        let text =
            scene.notes.reading.text.get(bytes.start..(bytes.end + 2).min(scene.notes.reading.text.len()))?;
        let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = &text[digits.len()..];
        let suffixed = matches!(ending, "st" | "nd" | "rd" | "th");
        (suffixed && !digits.is_empty()).then(|| digits.parse().ok()).flatten().map(|n| (n, at))
    })
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
                && (noun.end..m.tokens.start).any(|t| scene.is_link(t, &[Link::Of, Link::To]))
        })
    };
    // "Polish firms invest in what is their sixth-largest market": the owner is who was spoken of.
    let pronoun = (opens.saturating_sub(2).max(scene.tokens.start)..opens).any(|at| {
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

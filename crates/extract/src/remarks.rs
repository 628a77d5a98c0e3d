//! Remarks: what a speaker says without a number, of relations, trade, potential, or a place among partners.

#[cfg(test)]
mod tests;

use crate::attribution::{Voice, Voices};
use crate::cues::{Cue, Notion, Spot};
use crate::meaning::Link;
use crate::narrative::Narrative;
use crate::party::Mention;
use crate::people::People;
use crate::token::TokenKind;
use entente_model::country::FormKind;
use entente_model::{Claim, ClaimKind, Country, Quote, Remark};
use std::ops::Range;

/// Reads the remarks of a text; what is claimed as a rank with a number is none.
pub(crate) fn read(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    voices: &Voices,
    claims: &[Claim],
) -> Vec<Remark> {
    let ranks: Vec<&Quote> = claims
        .iter()
        .filter(|claim| claim.kind == ClaimKind::PartnerRank)
        .map(|claim| &claim.quote)
        .collect();
    let mut remarks: Vec<Remark> = Vec::new();
    for sentence in 0..narrative.sentences {
        let Some(voice) = voices.of(sentence) else { continue };
        // Without a speaker only a place among partners is a remark.
        let remarked = |cue: &Cue| match cue {
            Cue::Remark(notion) => voice.speaker.is_some() || *notion == Notion::Rank,
            _ => false,
        };
        if !narrative.spots(sentence).iter().any(|spot| narrative.cues(spot).iter().any(remarked)) {
            continue;
        }
        let speaker = voice.speaker.map(|person| people.get(person).name.clone().into_owned());
        let mut said: Vec<Notion> = Vec::new();
        for statement in statements(narrative, sentence, voice) {
            let Some(notion) =
                notion(narrative, sentence, &statement).filter(|notion| !said.contains(notion))
            else {
                continue;
            };
            let Some(parties) = parties(narrative, sentence, &statement, notion) else { continue };
            let Some(quote) = narrative.reading().quote(statement) else { continue };
            let at = ranks.partition_point(|rank| rank.end <= quote.start);
            let claimed = ranks.get(at).is_some_and(|rank| rank.start < quote.end);
            if claimed || (speaker.is_none() && notion != Notion::Rank) {
                continue;
            }
            said.push(notion);
            remarks.push(Remark {
                speaker: speaker.clone(),
                topic: notion.as_str().to_owned(),
                parties,
                quote,
            });
        }
    }
    remarks
}

/// The statements of a sentence: behind the verb of saying, parted by what opens a new one.
fn statements(narrative: &Narrative<'_, '_>, sentence: usize, voice: &Voice) -> Vec<Range<usize>> {
    let Range { start, end } = narrative.tokens(sentence);
    let mut cuts = vec![start];
    if let Some(said) = &voice.said {
        cuts.extend([said.start, said.end]);
    }
    for term in narrative.reading().terms_of(sentence) {
        let at = term.tokens();
        if narrative.reading().is_link(at.start, &[Link::Clause])
            && at.start > start
            && narrative.word(at.start - 1) == ","
        {
            cuts.push(at.start);
        }
    }
    // "stressed that ... and recalled that ..."
    let said_too = narrative.spots(sentence).iter().filter(|spot| narrative.is(spot, Cue::Say));
    for verb in said_too.map(|spot| spot.tokens()) {
        if verb.start > start && narrative.is_link(verb.start - 1, &[Link::And]) {
            cuts.extend([verb.start - 1, verb.end.min(end)]);
        }
    }
    cuts.extend((start..end).filter(|&at| narrative.reading().sign(at) == Some(b';')));
    cuts.push(end);
    cuts.sort_unstable();
    cuts.dedup();
    let verb = voice.said.as_ref().map_or(usize::MAX, |said| said.start);
    let pieces = cuts.windows(2).map(|cut| trim(narrative, cut[0]..cut[1], cut[1] == verb));
    pieces.filter(|piece| piece.len() >= FEWEST).collect()
}

/// A statement has at least so many tokens.
const FEWEST: usize = 5;

/// The subject of a verb of saying is at most so long.
const SUBJECT: usize = 10;

/// Takes off what opens and closes a statement; from one before a verb of saying also the verb's subject.
fn trim(narrative: &Narrative<'_, '_>, piece: Range<usize>, before_verb: bool) -> Range<usize> {
    let Range { mut start, mut end } = piece;
    let sign = |at: usize| {
        narrative.reading().tokens[at].kind == TokenKind::Sign && !narrative.is_quotation_mark(at)
    };
    if before_verb {
        let comma = (end.saturating_sub(SUBJECT).max(start)..end).rev().find(|&at| narrative.word(at) == ",");
        end = comma.unwrap_or(start);
    }
    while start < end {
        let opens = narrative.reading().is_link(start, &[Link::Which, Link::Clause, Link::And]);
        let link = narrative.reading().term_at(start).filter(|_| opens);
        match link {
            Some(term) => start = term.tokens().end,
            None if sign(start) => start += 1,
            None => break,
        }
    }
    while end > start && sign(end - 1) {
        end -= 1;
    }
    // A mark of quotation whose fellow stands elsewhere is no part of the statement.
    if (start..end).filter(|&at| narrative.is_quotation_mark(at)).count() == 1 {
        start += usize::from(narrative.is_quotation_mark(start));
        end -= usize::from(narrative.is_quotation_mark(end - 1));
    }
    start..end.max(start)
}

/// What a statement without a number is about.
fn notion(narrative: &Narrative<'_, '_>, sentence: usize, statement: &Range<usize>) -> Option<Notion> {
    let reading = narrative.reading();
    let number = |at: usize| {
        reading.tokens[at].kind == TokenKind::Number && crate::date::year_digits(reading, at).is_none()
    };
    if statement.clone().any(number) {
        return None;
    }
    let inside = || spots_in(narrative, sentence, statement);
    let has = |cue: Cue| inside().any(|spot| narrative.is(spot, cue));
    if ranked(narrative, sentence, statement).is_some() {
        return Some(Notion::Rank);
    }
    let marked = has(Cue::Mark);
    if has(Cue::Remark(Notion::Potential)) {
        return Some(Notion::Potential);
    }
    [Notion::Relations, Notion::Trade].into_iter().find(|notion| marked && has(Cue::Remark(*notion)))
}

fn spots_in<'n>(
    narrative: &'n Narrative<'_, '_>,
    sentence: usize,
    tokens: &Range<usize>,
) -> impl Iterator<Item = &'n Spot> {
    let Range { start, end } = *tokens;
    narrative
        .spots(sentence)
        .iter()
        .filter(move |spot| spot.tokens().start >= start && spot.tokens().end <= end)
}

/// So far behind "one of the largest" the word for a partner may stand.
const REACH: usize = 3;

/// The words of a place among partners without a number: "one of the largest trading partners".
fn ranked(narrative: &Narrative<'_, '_>, sentence: usize, statement: &Range<usize>) -> Option<Range<usize>> {
    spots_in(narrative, sentence, statement).find_map(|spot| {
        if !narrative.is(spot, Cue::Remark(Notion::Rank)) {
            return None;
        }
        let rank = spot.tokens();
        let partner = spots_in(narrative, sentence, statement).find(|spot| {
            let start = spot.tokens().start;
            start >= rank.end && start <= rank.end + REACH && narrative.is(spot, Cue::Partner)
        })?;
        Some(rank.start..partner.tokens().end)
    })
}

/// The countries of a remark: the pair, or for a place among partners [of, partner].
fn parties(
    narrative: &Narrative<'_, '_>,
    sentence: usize,
    statement: &Range<usize>,
    notion: Notion,
) -> Option<Vec<Country>> {
    let pair = &narrative.notes.pair;
    let inside = || {
        narrative.mentions(sentence).iter().filter(|mention| {
            !mention.of_person
                && statement.contains(&mention.tokens.start)
                && mention.kind != FormKind::Capital
        })
    };
    if notion != Notion::Rank {
        let mut named: Vec<Country> = inside().map(|mention| mention.country).collect();
        named.sort_unstable();
        named.dedup();
        if named.len() != 2 {
            named.clone_from(pair);
            named.sort_unstable();
        }
        return Some(named);
    }
    let words = ranked(narrative, sentence, statement)?;
    let owns = |m: &&Mention| {
        let before = m.tokens.end <= words.start && words.start - m.tokens.end <= 1;
        before && (m.possessive || m.kind == FormKind::Adjective)
    };
    let within = |m: &&Mention| {
        m.tokens.start >= words.start
            && m.tokens.end <= words.end
            && (m.possessive || m.kind == FormKind::Adjective)
    };
    let behind = |m: &&Mention| {
        let near = m.tokens.start >= words.end && m.tokens.start <= words.end + REACH;
        near && (words.end..m.tokens.start).any(|at| narrative.is_link(at, &[Link::Of, Link::For, Link::To]))
    };
    let owner = inside()
        .find(owns)
        .or_else(|| inside().find(within))
        .or_else(|| inside().find(behind))
        .map(|m| m.country);
    let other = |country: Country| pair.iter().copied().find(|c| *c != country);
    let partner =
        inside().find(|m| m.tokens.end <= words.start && Some(m.country) != owner).map(|m| m.country);
    let of = owner.or_else(|| partner.and_then(other))?;
    let partner = partner.or_else(|| other(of))?;
    (of != partner).then(|| vec![of, partner])
}

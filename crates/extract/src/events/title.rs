//! The words of an event's name: its number, its countries, what it is on.

use crate::meaning::{Link, Meaning, Time};
use crate::narrative::Narrative;
use crate::token::TokenKind;
use entente_model::country::FormKind;
use std::ops::Range;

/// Where the name of an event opens: at words with capitals, countries, numbers before its noun.
pub(super) fn opens(narrative: &Narrative<'_, '_>, sentence: usize, head: usize, from: usize) -> usize {
    let tokens = &narrative.reading().tokens;
    let mut start = head;
    while start > from {
        let before = start - 1;
        let token = &tokens[before];
        let country = narrative.mention_before(sentence, start).filter(|m| {
            m.tokens.start >= from
                && (m.kind == FormKind::Adjective || m.kind == FormKind::Name || m.possessive)
        });
        if let Some(mention) = country.filter(|m| !m.of_person) {
            start = mention.tokens.start;
            continue;
        }
        let hyphen =
            matches!(narrative.word(before), "-" | "–" | "‑") && start < head && !tokens[start].spaced();
        let capital = token.is_word()
            && token.is_capitalised()
            && !narrative.is_article(before)
            && !narrative.is_link(before, &[Link::In, Link::On, Link::And])
            && !narrative.says(before);
        let number = is_ordinal(narrative, before);
        if !(hyphen || capital || number) {
            let Some(farther) = past_adjectives(narrative, sentence, start, from) else { break };
            start = farther;
            continue;
        }
        start = before;
    }
    start
}

/// An event may have so many adjectives between its number or country and its noun.
const ADJECTIVES: usize = 3;

/// Passes over plain words before a noun, if a number or a country stands before them: "22nd annual summit".
fn past_adjectives(
    narrative: &Narrative<'_, '_>,
    sentence: usize,
    noun: usize,
    from: usize,
) -> Option<usize> {
    let plain = |at: usize| {
        let known = narrative.reading().meanings_at(at).iter().any(|meaning| {
            matches!(
                meaning,
                Meaning::Link(_) | Meaning::Common | Meaning::Level | Meaning::Past | Meaning::Cue(_)
            )
        });
        let token = &narrative.reading().tokens[at];
        token.is_word()
            && !token.is_capitalised()
            && token.spaced()
            && !known
            && narrative.spot_at(at).is_none()
    };
    let mut start = noun;
    while start > from && noun - start < ADJECTIVES && plain(start - 1) {
        start -= 1;
        let country = narrative.mention_before(sentence, start).is_some_and(|m| {
            let paired = m.tokens.start > from && matches!(narrative.word(m.tokens.start - 1), "-" | "–");
            m.kind == FormKind::Adjective || paired
        });
        let number = start > from && is_ordinal(narrative, start - 1);
        if country || number {
            return Some(start);
        }
    }
    None
}

/// Where the name of an event closes: behind "on", "for" or "of" and what it is on.
pub(super) fn closes(narrative: &Narrative<'_, '_>, sentence: usize, head_end: usize, end: usize) -> usize {
    let tokens = &narrative.reading().tokens;
    let capital = |at: usize| {
        at < end
            && tokens[at].is_word()
            && tokens[at].is_capitalised()
            && narrative.mention_at(sentence, at).is_none()
            && !is_weekday(narrative, at)
            && !is_month(narrative, at)
    };
    let mut close = head_end;
    while capital(close) && close < head_end + 4 {
        close += 1;
    }
    let next = narrative.past_article(close + 1);
    if close < end && narrative.is_link(close, &[Link::On, Link::For, Link::Of]) && capital(next) {
        close = next;
        while close < end {
            let joins = matches!(narrative.word(close), "," | "-" | "&")
                || narrative.is_link(close, &[Link::And, Link::Of, Link::For]);
            let after = if narrative.is_link(close + 1, &[Link::And]) { close + 2 } else { close + 1 };
            match (capital(close), joins && capital(after)) {
                (true, _) => close += 1,
                (_, true) => close = after,
                _ => break,
            }
        }
    }
    close
}

/// The number of an event in its series.
pub(super) fn ordinal(narrative: &Narrative<'_, '_>, tokens: Range<usize>) -> Option<u16> {
    tokens.rev().find_map(|at| number_at(narrative, at))
}

fn is_ordinal(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    let suffix = at > 0
        && !narrative.reading().tokens[at].spaced()
        && narrative.reading().tokens[at - 1].kind == TokenKind::Number
        && narrative.reading().tokens[at].is_word();
    suffix || number_at(narrative, at).is_some()
}

/// Reads "21st", "ninth" or "XXI" at a token.
fn number_at(narrative: &Narrative<'_, '_>, at: usize) -> Option<u16> {
    let reading = narrative.reading();
    let token = reading.tokens.get(at)?;
    let word = reading.word(at);
    if token.kind == TokenKind::Number {
        let ending = reading.tokens.get(at + 1).filter(|next| !next.spaced() && next.is_word())?;
        let suffixed = ending.text(reading.text).len() <= 3;
        return suffixed.then(|| word.parse().ok()).flatten();
    }
    if token.is_upper() {
        return roman(word);
    }
    narrative.alone(at).iter().find_map(|meaning| match meaning {
        Meaning::Ordinal(number) => Some(*number),
        _ => None,
    })
}

/// Reads a Roman number to 89.
fn roman(word: &str) -> Option<u16> {
    let (mut sum, mut before) = (0_u16, 0);
    if word.len() > 8 {
        return None;
    }
    for letter in word.bytes().rev() {
        let value = match letter {
            b'I' => 1,
            b'V' => 5,
            b'X' => 10,
            b'L' => 50,
            _ => return None,
        };
        if value < before {
            sum = sum.checked_sub(value)?;
        } else {
            sum += value;
        }
        before = before.max(value);
    }
    (sum > 0).then_some(sum)
}

pub(super) fn is_weekday(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    narrative.reading().meanings_at(at).iter().any(|m| matches!(m, Meaning::Time(Time::Weekday(_))))
}

fn is_month(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    narrative.reading().meanings_at(at).iter().any(|m| matches!(m, Meaning::Time(Time::Month(_))))
}

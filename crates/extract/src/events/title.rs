//! The words of an event's name: its number, its countries, what it is on.

use crate::cues::Cue;
use crate::meaning::{Link, Meaning, Time};
use crate::morphology::Form;
use crate::narrative::Narrative;
use crate::ordinal::{ordinal_at, ordinal_before};
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
        // "In Bishkek a business forum": where somebody went or was is no part of the name.
        let place = narrative.has_genitive() && before > from && narrative.is_link(before - 1, &[Link::In]);
        if place && token.is_word() && token.is_capitalised() {
            break;
        }
        if let Some(opens) = ordinal_opens(narrative, before, from) {
            start = opens;
            continue;
        }
        let hyphen =
            matches!(narrative.word(before), "-" | "–" | "‑") && start < head && !tokens[start].spaced();
        // "Kenya – Ghana Business Forum": the dash stands between two countries.
        let between = matches!(narrative.word(before), "–" | "-")
            && start < head
            && narrative.mention_at(sentence, start).is_some()
            && narrative.mention_before(sentence, before).is_some();
        let capital = token.is_word()
            && token.is_capitalised()
            && !narrative.is_article(before)
            && !narrative.is_link(before, &[Link::In, Link::On, Link::And])
            && !narrative.says(before)
            && !tells_when(narrative, before)
            && !tells_where(narrative, before);
        if !(hyphen || between || capital) {
            let Some(farther) = past_adjectives(narrative, sentence, start, from) else { break };
            start = farther;
            continue;
        }
        start = before;
    }
    start
}

/// Says whether a word is a place by its ending: "Алматыда комиссияның отырысы".
fn tells_where(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    let reading = narrative.reading();
    let attribute = reading.tokens[at].form.has(Form::OF);
    // "Urganchdagi forum" is the forum in Urganch.
    let there = ["дағы", "дегі", "тағы", "тегі", "dagi", "даги", "daǵy", "degi", "taǵy", "tegi"];
    let there = there.iter().any(|ending| reading.word(at).ends_with(ending));
    reading.pack.traits.verb_final && (reading.unknown_form(at).has(Form::IN) && !attribute || there)
}

/// Says whether a word tells that an event is to come or has been: "Ahead of the visit" is no name.
fn tells_when(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    narrative.spot_at(at).or_else(|| narrative.spot_before(at + 1)).is_some_and(|spot| {
        narrative
            .cues(spot)
            .iter()
            .any(|cue| matches!(cue, Cue::Planned | Cue::Held | Cue::Anaphor | Cue::Pronoun(_)))
    })
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
        // "Жоғары деңгейдегі": what something is of, by its ending.
        let known = known && !token.form.has(Form::OF);
        token.is_word()
            && !token.is_capitalised()
            && token.spaced()
            && !known
            && narrative.spot_at(at).is_none_or(|spot| {
                narrative.cues(spot).iter().all(|cue| matches!(cue, Cue::Mark | Cue::Remark(_)))
            })
    };
    // "Четвертый чилийско-перуанский деловой и инвестиционный форум"
    let joins = |at: usize| {
        narrative.has_genitive() && at > from && narrative.is_link(at, &[Link::And]) && plain(at - 1)
    };
    let mut start = noun;
    while start > from && noun - start < ADJECTIVES && (plain(start - 1) || joins(start - 1)) {
        start -= 1;
        let country = narrative.mention_before(sentence, start).is_some_and(|m| {
            let paired = m.tokens.start > from && matches!(narrative.word(m.tokens.start - 1), "-" | "–");
            m.kind == FormKind::Adjective || paired
        });
        let number = start > from && ordinal_opens(narrative, start - 1, from).is_some();
        if country || number {
            return Some(start);
        }
        // "II Toshkent xalqaro forumi": the number stands before the name of a place.
        let place = start > from + 1 && narrative.reading().tokens[start - 1].is_capitalised();
        if place && ordinal_opens(narrative, start - 2, from).is_some() {
            return Some(start - 1);
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
    let reading = narrative.reading();
    tokens.clone().rev().find_map(|at| {
        let (number, end) = ordinal_at(reading, at).or_else(|| {
            (reading.tokens[at].kind == TokenKind::Number).then_some(())?;
            let (number, opens) = ordinal_before(reading, at + 2, at)?;
            (opens == at).then_some((number, at + 2))
        })?;
        // "Двадцать первое": the number opens farther before.
        let longer = ordinal_before(reading, end, at.saturating_sub(1)).map(|(longer, _)| longer);
        Some(longer.unwrap_or(number))
    })
}

/// Where the number of an event in its series opens that ends behind a token.
fn ordinal_opens(narrative: &Narrative<'_, '_>, last: usize, from: usize) -> Option<usize> {
    ordinal_before(narrative.reading(), last + 1, from).map(|(_, opens)| opens)
}

pub(super) fn is_weekday(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    narrative.reading().meanings_at(at).iter().any(|m| matches!(m, Meaning::Time(Time::Weekday(_))))
}

fn is_month(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    narrative.reading().meanings_at(at).iter().any(|m| matches!(m, Meaning::Time(Time::Month(_))))
}

//! The days that a sentence names: dates, weekdays, "today", "a day earlier".

use super::when::distance;
use crate::cues::{Cue, Spot};
use crate::date::date_at;
use crate::lexicon::Term;
use crate::meaning::{Anaphor, Kinds, Link, Meaning, Time};
use crate::morphology::{Case, Form};
use crate::narrative::Narrative;
use crate::token::TokenKind;
use jiff::ToSpan;
use jiff::civil::Date;
use std::ops::Range;

/// A day that a sentence names.
pub(super) struct Day {
    pub tokens: Range<usize>,
    pub what: What,
    /// Whether something was said on it.
    pub said: bool,
}

pub(super) enum What {
    /// From a date to a last day; true where the year is written.
    Date(Date, Option<Date>, bool),
    /// A day of the week, Monday is 1; true where it is to come.
    Weekday(i8, bool),
}

/// Says whether a day is the one that something lasts to: "until 14 July", "до 14 июля", "14 шілдеге дейін".
fn is_last_day(narrative: &Narrative<'_, '_>, sentence: usize, day: &Range<usize>) -> bool {
    let reading = narrative.reading();
    let links: &[Link] = if narrative.has_genitive() { &[Link::Until, Link::To] } else { &[Link::Until] };
    let before = day.start > narrative.tokens(sentence).start
        && reading.is_link(day.start - 1, links)
        && !reading.is_link(day.start - 1, &[Link::In, Link::On]);
    let behind = reading.pack.traits.verb_final
        && (reading.tokens.get(day.end.saturating_sub(1)).is_some_and(|token| token.form.has(Form::UNTIL))
            || reading.meanings_at(day.end).contains(&Meaning::Post(Link::Until)));
    before || behind
}

/// The days of a sentence; `last` is that of the event told of last.
pub(super) fn days(narrative: &Narrative<'_, '_>, sentence: usize, last: Option<Date>) -> Vec<Day> {
    let calendar = narrative.notes.calendar;
    let mut found = Vec::new();
    let Range { start: mut at, end } = narrative.tokens(sentence);
    while at < end {
        let token = &narrative.reading().tokens[at];
        // A day opens with a number or with the name of its month.
        let reading = narrative.reading();
        let number = Kinds::ORDINAL.with(Kinds::NUMBER);
        let opens = token.kind == TokenKind::Number
            || token.is_capitalised() && reading.kinds_at(at).meets(Kinds::TIME)
            || narrative.has_genitive() && reading.kinds_at(at).meets(number);
        let dated = if opens { date_at(narrative.reading(), at, end, calendar) } else { None };
        at = dated.as_ref().map_or(at + 1, |dated| dated.tokens.end.max(at + 1));
        if let Some(dated) = dated
            && let Some(date) = dated.date
            && !lasts_to(narrative, &mut found, &dated.tokens, date)
            && !is_last_day(narrative, sentence, &dated.tokens)
        {
            let said = is_said_right_before(narrative, sentence, &dated.tokens);
            found.push(Day { tokens: dated.tokens, what: What::Date(date, dated.until, dated.full), said });
        }
    }
    let times = |term: &&Term| narrative.reading().kinds_at(term.first as usize).meets(Kinds::TIME);
    for term in narrative.reading().terms_of(sentence).iter().filter(times) {
        for meaning in narrative.reading().meanings(term) {
            if let Meaning::Time(Time::Weekday(weekday)) = meaning {
                let tokens = term.tokens();
                let ahead = tokens.start > 0
                    && narrative
                        .spot_before(tokens.start)
                        .is_some_and(|spot| narrative.is(spot, Cue::Planned));
                // "said on Wednesday" is not when it took place; beside a date a weekday says nothing more.
                let on = if narrative.is_link(tokens.start.saturating_sub(1), &[Link::On]) { 1 } else { 0 };
                let said = tokens.start > on
                    && (narrative.says_before(tokens.start - on)
                        || is_said_on(narrative, sentence, tokens.start - on));
                // "Last Friday", on a Friday, is the one a week ago.
                let last = tokens.start.checked_sub(1).is_some_and(|at| {
                    narrative.reading().meanings_at(at).contains(&Meaning::Time(Time::Behind))
                });
                if last && let Some(date) = calendar.today.and_then(|today| week_before(today, *weekday)) {
                    found.push(Day { tokens, what: What::Date(date, None, true), said: false });
                } else if !(said && narrative.reading().pack.traits.verb_final)
                    && found.iter().all(|day| distance(&day.tokens, &tokens) > 2)
                {
                    found.push(Day { tokens, what: What::Weekday(*weekday, ahead), said });
                }
            }
        }
    }
    for spot in narrative.spots(sentence) {
        for cue in narrative.cues(spot) {
            let date = match cue {
                Cue::Day(_) if is_of_today(narrative, sentence, spot) => None,
                Cue::Day(days) => calendar.today.and_then(|today| shift(today, *days)),
                Cue::Eve
                    if is_day_before(narrative, sentence, spot.tokens().end)
                        || was_held(narrative, spot.tokens().start) =>
                {
                    calendar.today.and_then(|today| shift(today, -1))
                }
                Cue::DayFrom(days) => last.and_then(|last| shift(last, *days)),
                Cue::SameDay => last,
                _ => None,
            };
            found.extend(date.map(|date| Day {
                tokens: spot.tokens(),
                what: What::Date(date, None, true),
                said: false,
            }));
        }
    }
    found
}

/// Says whether a verb of saying stands right before a day: "заявил 5 мая".
fn is_said_right_before(narrative: &Narrative<'_, '_>, sentence: usize, day: &Range<usize>) -> bool {
    let on = if narrative.is_link(day.start.saturating_sub(1), &[Link::On]) { 1 } else { 0 };
    !narrative.reading().pack.traits.verb_final
        && day.start > narrative.tokens(sentence).start + on
        && narrative.says_before(day.start - on)
}

/// So many words the name of the one who says may have between the verb and the weekday.
const SAYS: usize = 8;

/// "Сообщила пресс-служба правительства во вторник": the verb of saying is the last one before the weekday.
fn is_said_on(narrative: &Narrative<'_, '_>, sentence: usize, at: usize) -> bool {
    let lowest = narrative.tokens(sentence).start.max(at.saturating_sub(SAYS));
    let verb = (lowest..at).rev().find_map(|at| {
        let spaced = narrative.reading().tokens[at].spaced();
        let stop =
            matches!(narrative.word(at), "," | ";" | ":" | "–" | "—") || narrative.word(at) == "-" && spaced;
        let spot = narrative.spot_at(at);
        let event = |cue: &Cue| {
            matches!(cue, Cue::Event(_) | Cue::Held | Cue::Planned | Cue::Meets | Cue::Visits | Cue::Session)
        };
        let other = spot.is_some_and(|spot| narrative.cues(spot).iter().any(event));
        let says = spot.is_some_and(|spot| narrative.is(spot, Cue::Say) || narrative.is(spot, Cue::Reports));
        (stop || other || says).then_some(says && !other && !stop)
    });
    narrative.has_genitive() && verb == Some(true)
}

/// "Состоявшийся накануне визит": what was held the day before.
pub(super) fn was_held(narrative: &Narrative<'_, '_>, eve: usize) -> bool {
    narrative.spot_before(eve).is_some_and(|spot| narrative.is(spot, Cue::Held))
}

/// "Накануне министры встретились в Лиме" tells a day, "накануне встречи" none: what stands behind is no event.
fn is_day_before(narrative: &Narrative<'_, '_>, sentence: usize, at: usize) -> bool {
    let acts = |cue: &Cue| {
        matches!(
            cue,
            Cue::Office
                | Cue::Offices(_)
                | Cue::Held
                | Cue::Meets
                | Cue::Receives
                | Cue::Visits
                | Cue::Delegation
        )
    };
    let nominative = |spot: &Spot| narrative.case(spot) == Case::Plain;
    let who = narrative.spot_at(at);
    let who = who.is_some_and(|spot| narrative.cues(spot).iter().any(acts) && nominative(spot));
    let pair = narrative.reading().meanings_at(at).contains(&Meaning::Anaphor(Anaphor::Pair));
    let city = narrative.is_link(at, &[Link::In])
        && narrative.mention_at(sentence, narrative.cue_at(at + 1, Cue::City).unwrap_or(at + 1)).is_some();
    let closes = at >= narrative.tokens(sentence).end || matches!(narrative.word(at), "." | ",");
    who || pair || city || closes
}

/// "С 28 июня по 1 июля", "from 28 June to 1 July": the second day is the last of what the first opens.
fn lasts_to(narrative: &Narrative<'_, '_>, found: &mut [Day], day: &Range<usize>, date: Date) -> bool {
    let Some(Day { tokens, what: What::Date(first, until @ None, _), .. }) = found.last_mut() else {
        return false;
    };
    let from = tokens.start > 0 && narrative.is_link(tokens.start - 1, &[Link::Since, Link::From]);
    let joins =
        tokens.end + 1 == day.start && narrative.is_link(tokens.end, &[Link::Through, Link::Until, Link::To]);
    if !(from && joins && date > *first) {
        return false;
    }
    *until = Some(date);
    tokens.end = day.end;
    true
}

/// "Муносабатларнинг бугунги ҳолати": an adjective of the day, of a noun that is no event.
fn is_of_today(narrative: &Narrative<'_, '_>, sentence: usize, spot: &Spot) -> bool {
    let end = spot.tokens().end;
    let adjective = narrative.reading().tokens[end - 1].form.has(Form::OF);
    let event = |spot: &&Spot| {
        let near = spot.tokens().start >= end && spot.tokens().start <= end + 2;
        near && narrative
            .cues(spot)
            .iter()
            .any(|cue| matches!(cue, Cue::Event(_) | Cue::Session | Cue::Occasion))
    };
    adjective && !narrative.spots(sentence).iter().any(|spot| event(&spot))
}

fn shift(date: Date, days: i8) -> Option<Date> {
    date.checked_add(i32::from(days).days()).ok()
}

/// The weekday before a day, which may be one itself.
fn week_before(today: Date, weekday: i8) -> Option<Date> {
    on(today.yesterday().ok()?, weekday, false)
}

/// The weekday nearest to a day: on or before it, or behind it for what is to come.
pub(super) fn on(today: Date, weekday: i8, ahead: bool) -> Option<Date> {
    // News of today calls the day by its name too: "which opens on Wednesday", of a Wednesday.
    let mut date = today;
    for _ in 0..7 {
        if date.weekday().to_monday_one_offset() == weekday {
            return Some(date);
        }
        date = if ahead { date.tomorrow().ok()? } else { date.yesterday().ok()? };
    }
    None
}

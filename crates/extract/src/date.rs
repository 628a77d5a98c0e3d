//! Days: "July 12", "12 July, 2024", "12.07.2024", "May 2-3".

use crate::calendar::Calendar;
use crate::meaning::{Kinds, Link, Meaning, Time};
use crate::morphology::Form;
use crate::ordinal::{ending_behind, ordinal_at};
use crate::reading::Reading;
use crate::token::TokenKind;
use jiff::civil::Date;
use std::ops::Range;

/// A day, or the days from one to another, that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dated {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The (first) day; none where the year is not known.
    pub date: Option<Date>,
    /// The last day, where there are several.
    pub until: Option<Date>,
    /// Whether the year is written.
    pub full: bool,
}

/// Reads the day that opens at a token.
pub(crate) fn date_at(reading: &Reading<'_>, at: usize, end: usize, calendar: Calendar) -> Option<Dated> {
    let month_first = || month_first(reading, at, end, calendar).filter(|_| reading.pack.traits.month_first);
    let day_first = || day_first(reading, at, end, calendar);
    numeric(reading, at)
        .or_else(month_first)
        .or_else(day_first)
        .or_else(|| day_of_month(reading, at, end, calendar))
}

/// "Шілденің 12-сінде", "iyulning 12-sida": the day behind its month, where endings say whose it is.
fn day_of_month(reading: &Reading<'_>, at: usize, end: usize, calendar: Calendar) -> Option<Dated> {
    let before = at.checked_sub(1).filter(|_| reading.pack.traits.verb_final)?;
    let (month, _) = month_at(reading, before).filter(|_| reading.tokens[before].form.has(Form::OWNER))?;
    let (day, next) = day_at(reading, at, end)?;
    // The ending may be one token with its day.
    let glued = reading.tokens[at].form != Form::NONE;
    let ending = next < end && is_hyphen(reading, next) && !reading.tokens[next].spaced();
    (glued || ending).then_some(())?;
    let next = if ending { (next + 2).min(end) } else { next };
    dated(at..next, year_before(reading, before), month, day, None, calendar)
}

/// `12.07.2024`, `2024-07-12`
fn numeric(reading: &Reading<'_>, at: usize) -> Option<Dated> {
    let token = reading.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    let mut parts = token.text(reading.text).split('.');
    let (tokens, parts) =
        if let (Some(d), Some(m), Some(y), None) = (parts.next(), parts.next(), parts.next(), parts.next()) {
            (at..at + 1, (y, m, d))
        } else {
            let hyphens = (1..5).all(|i| reading.tokens.get(at + i).is_some_and(|token| !token.spaced()))
                && ["-", "/"].contains(&reading.word(at + 1))
                && reading.word(at + 1) == reading.word(at + 3);
            let (first, middle, last) = (reading.word(at), reading.word(at + 2), reading.word(at + 4));
            hyphens.then_some(())?;
            (at..at + 5, if first.len() == 4 { (first, middle, last) } else { (last, middle, first) })
        };
    let (year, month, day) = parts;
    let (year, month, day) =
        ((year.len() == 4).then(|| year.parse().ok())??, month.parse().ok()?, day.parse().ok()?);
    let date = Date::new(year, month, day).ok()?;
    Some(Dated { tokens, date: Some(date), until: None, full: true })
}

/// `July 12`, `Aug. 7, 2024`, `May 2-3`
fn month_first(reading: &Reading<'_>, at: usize, end: usize, calendar: Calendar) -> Option<Dated> {
    let (month, next) = month_at(reading, at)?;
    let (day, next) = day_at(reading, next, end)?;
    let (last, next) = last_day(reading, next, end).unzip();
    let next = next.unwrap_or(if last.is_some() { at } else { day_end(reading, at, end)? });
    let (year, next) = year_behind(reading, next, end);
    dated(at..next, year, month, day, last, calendar)
}

/// `12 July`, `12 July, 2024`, `2-3 May`, `12th of July`
fn day_first(reading: &Reading<'_>, at: usize, end: usize, calendar: Calendar) -> Option<Dated> {
    let (day, next) = day_at(reading, at, end)?;
    let (last, after) = last_day(reading, next, end).unzip();
    let next = after.unwrap_or(next);
    let next = if next < end && reading.is_link(next, &[Link::Of]) { next + 1 } else { next };
    let (month, next) = (next < end).then(|| month_at(reading, next)).flatten()?;
    let (year, next) = year_behind(reading, next, end);
    let year = year.or_else(|| year_before(reading, at)).or_else(|| told_year(reading, at, calendar));
    dated(at..next, year, month, day, last, calendar)
}

/// "2024 жылғы 12 шілде": the year before a day, in languages that name it first.
fn year_before(reading: &Reading<'_>, at: usize) -> Option<i16> {
    let word = at.checked_sub(1).filter(|_| reading.pack.traits.verb_final)?;
    let years = reading.meanings_at(word).contains(&Meaning::Time(Time::Years));
    years.then(|| year_digits(reading, word.checked_sub(1)?)).flatten()
}

/// "O‘tgan yil 7-fevral kuni", "былтыр 7 ақпанда": the year that words before a day tell, where it is another than this.
fn told_year(reading: &Reading<'_>, at: usize, calendar: Calendar) -> Option<i16> {
    if !reading.pack.traits.verb_final {
        return None;
    }
    let lowest = at.saturating_sub(YEAR_WORDS);
    let term = (lowest..at).find_map(|from| reading.term_at(from).filter(|term| term.tokens().end == at))?;
    reading.meanings(term).iter().find_map(|meaning| match meaning {
        Meaning::Time(Time::Year(years @ ..0)) => calendar.year(*years),
        _ => None,
    })
}

/// The words that tell a year without digits are at most so many.
const YEAR_WORDS: usize = 3;

fn day_end(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    let (_, next) = month_at(reading, at)?;
    day_at(reading, next, end).map(|(_, next)| next)
}

fn dated(
    tokens: Range<usize>,
    year: Option<i16>,
    month: i8,
    day: i8,
    last: Option<i8>,
    calendar: Calendar,
) -> Option<Dated> {
    // A day that no year has is no day; in a leap year all are.
    Date::new(2024, month, day).ok()?;
    let full = year.is_some();
    let date = match year {
        Some(year) => Date::new(year, month, day).ok(),
        None => calendar.nearest(month, day),
    };
    let until = last.and_then(|last| Date::new(date?.year(), month, last).ok());
    Some(Dated { tokens, date, until, full })
}

/// Reads the name of a month, with the full stop of its abbreviation.
pub(crate) fn month_at(reading: &Reading<'_>, at: usize) -> Option<(i8, usize)> {
    let term = reading.term_at(at).filter(|_| reading.kinds_at(at).meets(Kinds::TIME))?;
    let month = reading.meanings(term).iter().find_map(|meaning| match meaning {
        Meaning::Time(Time::Month(month)) => Some(*month),
        _ => None,
    })?;
    Some((month, term.tokens().end))
}

/// Reads a day from 1 to 31: one or two digits, with an ending such as "th", or an ordinal right before its month.
fn day_at(reading: &Reading<'_>, at: usize, end: usize) -> Option<(i8, usize)> {
    day_in_digits(reading, at, end).or_else(|| day_in_words(reading, at, end))
}

/// "Двадцать первого мая": an ordinal in words, in languages that tell days so.
fn day_in_words(reading: &Reading<'_>, at: usize, end: usize) -> Option<(i8, usize)> {
    let word = reading.tokens.get(at).filter(|token| at < end && token.is_word())?;
    (reading.pack.traits.genitive && !word.is_upper()).then_some(())?;
    let (day, next) = ordinal_at(reading, at)?;
    let joined = next < end && joins(reading, next) && ordinal_at(reading, next + 1).is_some();
    let month = next < end && month_at(reading, next).is_some();
    ((month || joined) && next <= end && (1..=31).contains(&day)).then_some((i8::try_from(day).ok()?, next))
}

fn day_in_digits(reading: &Reading<'_>, at: usize, end: usize) -> Option<(i8, usize)> {
    let token = reading.tokens.get(at).filter(|token| at < end && token.kind == TokenKind::Number)?;
    let text = token.text(reading.text);
    let day = (text.len() <= 2).then(|| text.parse::<i8>().ok())??;
    let ending = ending_behind(reading, at + 1, Meaning::OrdinalEnding).filter(|after| *after <= end);
    (1..=31).contains(&day).then_some((day, ending.unwrap_or(at + 1)))
}

/// Reads the second day of "2-3".
fn last_day(reading: &Reading<'_>, at: usize, end: usize) -> Option<(i8, usize)> {
    let joins = at < end && joins(reading, at);
    joins.then(|| day_at(reading, at + 1, end)).flatten()
}

/// Says whether a token joins the first and the last of several days, months or years.
pub(crate) fn joins(reading: &Reading<'_>, at: usize) -> bool {
    is_hyphen(reading, at) || reading.is_link(at, &[Link::And, Link::To, Link::Through, Link::Until])
}

/// Says whether a token is a hyphen or a dash.
pub(crate) fn is_hyphen(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.word(at), "-" | "‑" | "–" | "—" | "−")
}

/// Reads a year behind a day or month, perhaps after a comma.
pub(crate) fn year_behind(reading: &Reading<'_>, at: usize, end: usize) -> (Option<i16>, usize) {
    let comma = at < end && (reading.word(at) == "," || reading.is_link(at, &[Link::Of, Link::In]));
    let digits = if comma { at + 1 } else { at };
    match (digits < end).then(|| year_digits(reading, digits)).flatten() {
        Some(year) => (Some(year), past_year_word(reading, digits + 1, end)),
        None => (None, at),
    }
}

/// Returns the token behind the word or the ending that says of digits that they are a year: "2024 года", "2023-м".
pub(crate) fn past_year_word(reading: &Reading<'_>, at: usize, end: usize) -> usize {
    let at = ending_behind(reading, at, Meaning::OrdinalEnding).filter(|after| *after <= end).unwrap_or(at);
    let word = reading.term_at(at).filter(|term| {
        term.tokens().end <= end && reading.meanings(term).contains(&Meaning::Time(Time::Years))
    });
    word.map_or(at, |term| term.tokens().end)
}

/// Reads four digits from 1900 to 2100.
pub(crate) fn year_digits(reading: &Reading<'_>, at: usize) -> Option<i16> {
    let token = reading.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    let text = token.text(reading.text);
    (text.len() == 4).then(|| text.parse().ok())?.filter(|year| (1900..=2100).contains(year))
}

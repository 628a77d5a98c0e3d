//! Dates of publication: as the text near its head writes them, and as markup does.
//!
//! A wrong date is worse than none, because "last year" hangs on it. So a date counts only where it stands alone
//! on its line or in a dateline; the dates in a sentence are left alone; a date that can be read in two ways, such
//! as 07/12/2024, is not read; and two lines that say different dates say none.

mod token;

use crate::date::token::{Token, tokens};
use jiff::civil::Date;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// How many lines that are not empty belong to the head of a text.
const HEAD_LINES: usize = 6;

/// The longest line that can hold a date and nothing else, in characters.
const MAX_DATE_LINE: usize = 80;

/// How far into a dateline the date begins at most, in tokens.
const MAX_PLACE: usize = 8;

/// The forms of the months in lower case, from a file that a linguist can edit.
static MONTHS: LazyLock<HashMap<&'static str, i8>> = LazyLock::new(|| {
    include_str!("../data/months.csv")
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut fields = line.split(',');
            let month = fields.next()?.parse().ok()?;
            Some((fields.nth(1)?, month))
        })
        .collect()
});

/// Returns the date that a text bears near its head: alone on a line, or in a dateline.
#[must_use]
pub fn dateline(text: &str) -> Option<Date> {
    let day_first = day_comes_first(text);
    let mut found = None;
    for line in text.lines().filter(|line| !line.trim().is_empty()).take(HEAD_LINES) {
        let Some(date) = alone(line, day_first).or_else(|| opening(line, day_first)) else { continue };
        if found.is_some_and(|earlier| earlier != date) {
            return None;
        }
        found = Some(date);
    }
    found
}

/// Tells whether `12.07.2024` is a day of July in a text: it is, but for some who write English.
#[must_use]
pub fn day_comes_first(text: &str) -> bool {
    !text.contains(" the ") && !text.contains(" of ")
}

/// Returns the date of a line that holds a date and, besides it, only a time, a day of the week or a label.
pub(crate) fn alone(line: &str, day_first: bool) -> Option<Date> {
    if line.chars().count() > MAX_DATE_LINE {
        return None;
    }
    let tokens = tokens(line);
    let (date, range) = first_date(&tokens, day_first)?;
    let is_beside = |token: &Token<'_>| match token {
        Token::Number(number) => number.len() <= 2,
        Token::Word(word) => is_beside_a_date(&word.to_lowercase()),
        Token::Mark(_) => true,
    };
    let is_alone = tokens[..range.start].iter().chain(&tokens[range.end..]).all(is_beside);
    is_alone.then_some(date)
}

/// Returns the date that markup writes: ISO 8601 with or without a time, or one of the forms of a text.
#[must_use]
pub fn of_markup(value: &str, day_first: bool) -> Option<Date> {
    let value = value.trim();
    let digits = value.as_bytes().iter().take_while(|b| b.is_ascii_digit()).count();
    // 20240712 or 20240712T1015Z; a run of ten or more digits is a number of seconds, which nobody dates by.
    if digits == 8 && value.as_bytes().get(8).is_none_or(|&b| b == b'T' || b == b' ') {
        return plausible(value[..4].parse().ok()?, value[4..6].parse().ok()?, value[6..8].parse().ok()?);
    }
    first_date(&tokens(value), day_first).map(|(date, _)| date)
}

/// Returns the date of a line that begins with a place and a date: `ASTANA, July 12, 2024 (Agency) - The ...`.
fn opening(line: &str, day_first: bool) -> Option<Date> {
    let head: String = line.chars().take(2 * MAX_DATE_LINE).collect();
    let tokens = tokens(&head);
    let (date, range) = first_date(&tokens, day_first)?;
    if range.start > MAX_PLACE {
        return None;
    }
    let before_is_a_place = tokens[..range.start].iter().all(|token| match token {
        Token::Word(word) => word.chars().next().is_some_and(char::is_uppercase),
        Token::Number(number) => number.len() <= 2,
        Token::Mark(_) => true,
    });
    // After the date comes the end of the dateline: at once a full stop that is not of an abbreviated "year", a
    // dash, a slash or a bracket.
    let after = tokens[range.end..].iter().find(|token| !matches!(token, Token::Mark(',' | ' ')));
    let ends_there = match after {
        Some(Token::Mark('-' | '–' | '—' | '/' | '(' | ':' | '|')) => true,
        Some(Token::Mark('.')) => range.start > 0 || starts_with_number_date(&tokens),
        _ => false,
    };
    (before_is_a_place && ends_there).then_some(date)
}

fn starts_with_number_date(tokens: &[Token<'_>]) -> bool {
    matches!(tokens, [Token::Number(_), Token::Mark('.' | '-'), ..])
}

fn is_beside_a_date(word: &str) -> bool {
    const WORDS: [&str; 56] = [
        "published",
        "posted",
        "date",
        "on",
        "at",
        "by",
        "am",
        "pm",
        "gmt",
        "utc",
        "ist",
        "local",
        "time",
        "t",
        "z",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "опубликовано",
        "дата",
        "публикации",
        "г",
        "года",
        "год",
        "в",
        "мск",
        "понедельник",
        "вторник",
        "среда",
        "четверг",
        "пятница",
        "суббота",
        "воскресенье",
        "жарияланды",
        "жыл",
        "жылы",
        "жылғы",
        "yil",
        "йил",
        "chop",
        "etilgan",
        "soat",
        "сағат",
        "соат",
        "eshitish",
    ];
    WORDS.contains(&word)
}

/// Returns the first date of a line that can be read in one way only, and the tokens that it spans.
fn first_date(tokens: &[Token<'_>], day_first: bool) -> Option<(Date, Range<usize>)> {
    (0..tokens.len()).find_map(|start| {
        // A number that continues another one, as in 5.12.07.2024, begins nothing.
        let continues = start >= 2
            && matches!(tokens[start - 2..start], [Token::Number(_), Token::Mark('.' | '-' | '/')])
            && matches!(tokens[start], Token::Number(_));
        if continues {
            return None;
        }
        let rest = &tokens[start..];
        let (date, length) = numbers(rest, day_first)
            .or_else(|| day_month_year(rest))
            .or_else(|| month_day_year(rest))
            .or_else(|| year_day_month(rest))?;
        Some((date, start..start + length))
    })
}

/// `2024-07-12`, `2024/07/12`, `12.07.2024`.
fn numbers(tokens: &[Token<'_>], day_first: bool) -> Option<(Date, usize)> {
    let [
        Token::Number(a),
        Token::Mark(first),
        Token::Number(b),
        Token::Mark(second),
        Token::Number(c),
        rest @ ..,
    ] = tokens
    else {
        return None;
    };
    if first != second || matches!(rest, [Token::Mark('.' | '-' | '/'), Token::Number(_), ..]) {
        return None;
    }
    let (year, month, day) = match (first, a.len(), c.len()) {
        ('-' | '/' | '.', 4, 1..=2) => (a, b, c),
        // With full stops the day comes first, but for some who write English; with strokes it may be either.
        ('.', 1..=2, 4) if day_first => (c, b, a),
        ('.' | '/' | '-', 1..=2, 4) if a.parse::<i8>().is_ok_and(|day| day > 12) => (c, b, a),
        _ => return None,
    };
    if b.len() > 2 {
        return None;
    }
    Some((plausible(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?, 5))
}

/// `12 July 2024`, `12th of July, 2024`, `12-iyul 2024`.
fn day_month_year(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let [Token::Number(day), rest @ ..] = tokens else { return None };
    let mut at = tokens.len() - rest.len();
    let day = day_number(day)?;
    at += skip(&tokens[at..], |token| {
        matches!(token, Token::Mark('-' | ' '))
            || matches!(token, Token::Word("st" | "nd" | "rd" | "th" | "of"))
    });
    let Some(Token::Word(word)) = tokens.get(at) else { return None };
    let month = month_number(word)?;
    at += 1;
    at += skip(&tokens[at..], |token| matches!(token, Token::Mark(',' | ' ' | '.' | '-')));
    let Some(Token::Number(year)) = tokens.get(at) else { return None };
    Some((plausible(year_number(year)?, month, day)?, at + 1))
}

/// `July 12, 2024`.
fn month_day_year(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let [Token::Word(word), ..] = tokens else { return None };
    let month = month_number(word)?;
    let mut at = 1 + skip(&tokens[1..], |token| matches!(token, Token::Mark('.' | ' ')));
    let Some(Token::Number(day)) = tokens.get(at) else { return None };
    let day = day_number(day)?;
    at += 1;
    at += skip(&tokens[at..], |token| {
        matches!(token, Token::Mark(',' | ' ')) || matches!(token, Token::Word("st" | "nd" | "rd" | "th"))
    });
    let Some(Token::Number(year)) = tokens.get(at) else { return None };
    Some((plausible(year_number(year)?, month, day)?, at + 1))
}

/// `2024 жылғы 12 шілде`, `2024-yil 12-iyul`, `2024 йил 12 июль`.
fn year_day_month(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let [Token::Number(year), ..] = tokens else { return None };
    let year = year_number(year)?;
    let mut at = 1 + skip(&tokens[1..], |token| matches!(token, Token::Mark('-' | ' ' | ',')));
    match tokens.get(at) {
        Some(Token::Word("жылғы" | "жылы" | "жыл" | "yil" | "йил" | "jylǵy" | "jylğy")) => {
            at += 1
        }
        _ => return None,
    }
    at += skip(&tokens[at..], |token| matches!(token, Token::Mark('-' | ' ' | ',')));
    let Some(Token::Number(day)) = tokens.get(at) else { return None };
    let day = day_number(day)?;
    at += 1;
    at += skip(&tokens[at..], |token| matches!(token, Token::Mark('-' | ' ')));
    let Some(Token::Word(word)) = tokens.get(at) else { return None };
    Some((plausible(year, month_number(word)?, day)?, at + 1))
}

fn skip(tokens: &[Token<'_>], is_between: impl Fn(&Token<'_>) -> bool) -> usize {
    tokens.iter().take(3).take_while(|token| is_between(token)).count()
}

fn day_number(digits: &str) -> Option<i8> {
    if digits.len() > 2 { None } else { digits.parse().ok() }
}

fn year_number(digits: &str) -> Option<i16> {
    if digits.len() == 4 { digits.parse().ok() } else { None }
}

fn month_number(word: &str) -> Option<i8> {
    MONTHS.get(word.to_lowercase().as_str()).copied()
}

/// Makes a date, where it is one at which a page can have been published.
fn plausible(year: i16, month: i8, day: i8) -> Option<Date> {
    // Earlier dates are what programs write that have none.
    if !(1991..=2100).contains(&year) {
        return None;
    }
    Date::new(year, month, day).ok()
}

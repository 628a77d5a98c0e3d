//! The forms of a date in the four languages.

use crate::date::token::Token;
use jiff::civil::Date;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// The forms of the months in lower case, from a file that a linguist can edit.
static MONTHS: LazyLock<HashMap<&'static str, i8>> = LazyLock::new(|| {
    include_str!("../../data/months.csv")
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut fields = line.split(',');
            let month = fields.next()?.parse().ok()?;
            Some((fields.nth(1)?, month))
        })
        .collect()
});

/// Returns the first date of a line that can be read in one way only, and the tokens that it spans.
pub(super) fn first_date(tokens: &[Token<'_>], day_first: bool) -> Option<(Date, Range<usize>)> {
    (0..tokens.len()).find_map(|start| {
        // A number that continues another one, as in 5.12.07.2024, begins nothing.
        let continues = start >= 2
            && matches!(tokens[start - 2..start], [Token::Number(_), Token::Mark('.' | '-')])
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
        matches!(token, Token::Mark('-')) || matches!(token, Token::Word("st" | "nd" | "rd" | "th" | "of"))
    });
    let Some(Token::Word(word)) = tokens.get(at) else { return None };
    let month = month_number(word)?;
    at += 1;
    at += skip(&tokens[at..], |token| matches!(token, Token::Mark(',' | '.' | '-')));
    let Some(Token::Number(year)) = tokens.get(at) else { return None };
    Some((plausible(year_number(year)?, month, day)?, at + 1))
}

/// `July 12, 2024`.
fn month_day_year(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let [Token::Word(word), ..] = tokens else { return None };
    let month = month_number(word)?;
    let mut at = 1 + skip(&tokens[1..], |token| matches!(token, Token::Mark('.')));
    let Some(Token::Number(day)) = tokens.get(at) else { return None };
    let day = day_number(day)?;
    at += 1;
    at += skip(&tokens[at..], |token| {
        matches!(token, Token::Mark(',')) || matches!(token, Token::Word("st" | "nd" | "rd" | "th"))
    });
    let Some(Token::Number(year)) = tokens.get(at) else { return None };
    Some((plausible(year_number(year)?, month, day)?, at + 1))
}

/// `2024 жылғы 12 шілде`, `2024-yil 12-iyul`, `2024 йил 12 июль`.
fn year_day_month(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let [Token::Number(year), ..] = tokens else { return None };
    let year = year_number(year)?;
    let mut at = 1 + skip(&tokens[1..], |token| matches!(token, Token::Mark('-' | ',')));
    let Some(Token::Word("жылғы" | "жылы" | "жыл" | "yil" | "йил" | "jylǵy" | "jylğy")) = tokens.get(at)
    else {
        return None;
    };
    at += 1;
    at += skip(&tokens[at..], |token| matches!(token, Token::Mark('-' | ',')));
    let Some(Token::Number(day)) = tokens.get(at) else { return None };
    let day = day_number(day)?;
    at += 1;
    at += skip(&tokens[at..], |token| matches!(token, Token::Mark('-')));
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
pub(super) fn plausible(year: i16, month: i8, day: i8) -> Option<Date> {
    // Earlier dates are what programs write that have none.
    if !(1991..=2100).contains(&year) {
        return None;
    }
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::MONTHS;

    #[test]
    fn every_month_has_its_forms() {
        let table = include_str!("../../data/months.csv");
        for lang in ["en", "ru", "kk", "uz"] {
            for month in 1..=12 {
                assert!(table.contains(&format!("\n{month},{lang},")), "{month} {lang}");
            }
        }
        assert!(MONTHS.keys().all(|form| *form == form.to_lowercase()));
    }
}

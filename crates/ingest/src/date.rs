//! Dates of publication: as the text near its head writes them, and as markup does.
//!
//! A wrong date is worse than none, because "last year" hangs on it. So a date counts only where it stands alone
//! on its line or in a dateline; the dates in a sentence are left alone; a date that can be read in two ways, such
//! as 07/12/2024, is not read; and two lines that say different dates say none.

mod form;
mod token;

use crate::date::form::first_date;
use crate::date::token::{Token, tokens};
use jiff::civil::Date;

/// How many lines that are not empty belong to the head of a text.
const HEAD_LINES: usize = 6;

/// The longest line that can hold a date and nothing else, in characters.
const MAX_DATE_LINE: usize = 80;

/// How far into a dateline the date begins at most, in tokens.
const MAX_PLACE: usize = 8;

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
        return form::plausible(
            value[..4].parse().ok()?,
            value[4..6].parse().ok()?,
            value[6..8].parse().ok()?,
        );
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
    let is_beside = |token: &&Token<'_>| match token {
        Token::Mark(mark) => *mark != ',',
        Token::Word(word) => !is_year_word(word),
        Token::Number(_) => true,
    };
    // Then the dateline ends, with a full stop, a dash, a slash or a bracket.
    let ends_there = match tokens[range.end..].iter().find(is_beside) {
        Some(Token::Mark('-' | '–' | '—' | '/' | '(' | ':' | '|')) => true,
        Some(Token::Mark('.')) => range.start > 0 || starts_with_number_date(&tokens),
        _ => false,
    };
    (before_is_a_place && ends_there).then_some(date)
}

fn starts_with_number_date(tokens: &[Token<'_>]) -> bool {
    matches!(tokens, [Token::Number(_), Token::Mark('.' | '-'), ..])
}

fn is_year_word(word: &str) -> bool {
    matches!(word, "г" | "года" | "год" | "жыл" | "жылы" | "yil" | "йил")
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

#[cfg(test)]
mod tests {
    use super::{dateline, of_markup};
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = dateline(text).map(|date| date.to_string()).unwrap_or_default();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_date_alone_on_its_line_is_found() {
        for line in [
            "2024-07-12",
            "12 July 2024",
            "July 12, 2024",
            "Published: 12 Jul. 2024, 10:15 GMT",
            "Friday, July 12th, 2024 at 9:05 am",
            "12.07.2024",
            "17:19 / 12.07.2024",
            "15:51 / 2024-07-12",
            "12 июля 2024 г., 14:30",
            "Дата публикации: 12 июля 2024 года",
            "12 Шілде 2024, 17:05",
            "2024 жылғы 12 шілде",
            "12-iyul 2024-yil",
            "2024-yil 12-iyul",
            "2024 йил 12 июль",
            "12 shilde 2024",
        ] {
            check(&format!("A title\n\n{line}\n\nA sentence that says something."), "2024-07-12");
        }
    }

    #[test]
    fn a_dateline_is_found() {
        check("ASTANA, July 12, 2024 (Agency) - Trade grew by a tenth.", "2024-07-12");
        check("TASHKENT. 12 July 2024. AGENCY – Trade grew.", "2024-07-12");
        check("АСТАНА, 12 июля 2024 года — Товарооборот вырос.", "2024-07-12");
        check("Заголовок\n\n14.12.2021. Товарооборот вырос.", "2021-12-14");
        check("Almaty, Kazakhstan, 12 July 2024: Trade grew.", "2024-07-12");
    }

    #[test]
    fn the_dates_of_sentences_are_left_alone() {
        for text in [
            "On July 12, 2024, the commission met in Almaty.",
            "The agreement of 12 July 2024 is in force.",
            "12 июля 2024 года состоялось заседание комиссии.",
            "The session of July 12, 2024 - the 21st - was held.",
            "Trade grew.\n\nThe next session is on 12 July 2024.",
            "ASTANA, July 12 (Agency) - Trade grew.",
            "",
        ] {
            check(text, "");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_not_read() {
        check("07/12/2024", "");
        check("A title\n\n07.12.2024\n\nThis is the text of the page.", "");
        check("A title\n\n13.12.2024\n\nThis is the text of the page.", "2024-12-13");
        check("31 February 2024", "");
        check("12 July 2024\n\n13 July 2024", "");
        check("12 July 2024\n\n2024-07-12", "2024-07-12");
        check("12 July 1824", "");
        check("Tel. 8.12.07.2024", "");
    }

    #[test]
    fn a_date_far_from_the_head_is_not_the_pages() {
        check(&format!("{}12 July 2024", "A line.\n".repeat(9)), "");
    }

    #[test]
    fn the_dates_of_markup_are_read() {
        for value in [
            "2024-07-12",
            "2024-07-12T22:15:00+05:00",
            "2024-07-12 10:00",
            "20240712T101500Z",
            "Fri, 12 Jul 2024 10:00:00 GMT",
            "July 12, 2024",
            "12.07.2024 10:15",
        ] {
            assert_eq!(
                of_markup(value, true).map(|date| date.to_string()).as_deref(),
                Some("2024-07-12"),
                "{value}"
            );
        }
        for value in
            ["1720778100", "07/12/2024", "1970-01-01T00:00:00Z", "0000-00-00", "", "today", "2024-13-01"]
        {
            assert_eq!(of_markup(value, true), None, "{value}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "[0-9 .,/:а-я\\-A-Za-z\n\\PC]{0,80}") {
            let _ = (dateline(&text), of_markup(&text, true));
        }

        #[test]
        fn an_iso_date_is_read_as_it_is(days in 0..30_000_i32) {
            let date = jiff::civil::date(2000, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            prop_assert_eq!(dateline(&date.to_string()), Some(date));
        }
    }
}

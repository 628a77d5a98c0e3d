//! Periods: what stretch of time an amount is about, resolved against the day of publication.

mod months;
mod role;
mod year_first;
mod years;

use crate::calendar::Calendar;
use crate::date::{Dated, date_at};
use crate::meaning::{Kinds, Link, Meaning, Time};
use crate::number::{Number, number_at};
use crate::reading::Reading;
use crate::token::TokenKind;
use entente_model::Period;
use months::{named_months, part_of_year, several_months, since_start};
use role::role_of;
use std::ops::Range;
use years::{fiscal_year, year, years_around};

/// What a time of the text does for the amounts around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// It is the time that an amount is about.
    Plain,
    /// It is the time by which something shall be: by 2030.
    Until,
    /// Something is compared with it: than in 2022.
    Base,
    /// It is the period last spoken of.
    Same,
    /// It is no period, and keeps an amount from taking another: in recent years.
    Vague,
    /// It is a day.
    Day,
}

/// A time that the text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct When {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The period; none where the text gives none.
    pub period: Option<Period>,
    /// What it does.
    pub role: Role,
    /// The first year of several that it spans, for a growth over them.
    pub since: Option<Period>,
    /// Whether it is the year before the one that is spoken of; its period is reckoned from the day of publication.
    pub earlier: bool,
    /// Whether it is the same part of another year as was told of: "in the same period last year".
    pub same: bool,
    /// The days, where it is a date.
    pub day: Option<Dated>,
}

impl When {
    fn plain(tokens: Range<usize>, period: Option<Period>) -> Self {
        let role = if period.is_some() { Role::Plain } else { Role::Vague };
        Self { tokens, period, role, since: None, earlier: false, same: false, day: None }
    }
}

/// Finds the times of some tokens, in order.
pub(crate) fn times(reading: &Reading<'_>, range: Range<usize>, calendar: Calendar) -> Vec<When> {
    let mut found: Vec<When> = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let Some(mut when) = time_at(reading, at, range.end, calendar) else {
            at += 1;
            continue;
        };
        if when.role != Role::Day {
            when.role = role(reading, &when, &range);
        }
        // "Than in the same period of the previous year": both name what is compared with.
        let joined = found.last().is_some_and(|last| {
            let of = last.tokens.end + 1 == when.tokens.start
                && links(reading, last.tokens.end, &[Link::Of, Link::In]);
            // "Аналогичного периода прошлого года", "the same period last year"
            let touches = last.tokens.end == when.tokens.start;
            last.role == Role::Base && last.period.is_none() && (of || touches)
        });
        if joined && when.role == Role::Plain {
            when.role = Role::Base;
        }
        at = when.tokens.end.max(at + 1);
        let mut both = found.last().and_then(|last| same_part(reading, last, &when));
        if let Some(both) = &mut both {
            both.role = role(reading, both, &range);
            found.pop();
        }
        found.push(both.unwrap_or(when));
    }
    found
}

/// What a time does, by the words behind it where languages have them there, else by those before it.
fn role(reading: &Reading<'_>, when: &When, range: &Range<usize>) -> Role {
    let behind = reading.pack.traits.verb_final.then(|| year_first::role(reading, when, range.end));
    behind.flatten().unwrap_or_else(|| role_of(reading, when, range.start))
}

/// "In the same period of last year", "ўтган йилнинг шу даврида": the months that were told of, in another year.
fn same_part(reading: &Reading<'_>, last: &When, when: &When) -> Option<When> {
    let of =
        last.tokens.end + 1 == when.tokens.start && links(reading, last.tokens.end, &[Link::Of, Link::In]);
    let touches = last.tokens.end == when.tokens.start || of;
    let year = match (last.role, when.role) {
        (Role::Same, Role::Plain) => when,
        (Role::Plain, Role::Same) if reading.pack.traits.verb_final => last,
        _ => return None,
    };
    let whole = year.period.filter(|period| period.whole_year().is_some())?;
    let tokens = last.tokens.start..when.tokens.end;
    touches.then(|| When { same: true, ..When::plain(tokens, Some(whole)) })
}

/// What a word is that opens a time.
pub(crate) const OPENING: Kinds = Kinds::TIME.with(Kinds::NUMBER);

/// How far behind digits the word of time may stand that they count or date.
const TIME_REACH: usize = 8;

/// Says whether digits can open a time at all: a year, a date in digits, or what stands beside a word of time. Nearly all
/// that can not are amounts.
fn can_open(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let text = reading.word(at);
    let year = text.len() == 4;
    let date = text.bytes().filter(|byte| *byte == b'.').count() == 2
        || matches!(reading.sign(at + 1), Some(b'-' | b'/'));
    let near = || {
        (at.saturating_sub(1)..(at + TIME_REACH).min(end)).any(|at| reading.kinds_at(at).meets(Kinds::TIME))
    };
    year || date || near()
}

fn time_at(reading: &Reading<'_>, at: usize, end: usize, calendar: Calendar) -> Option<When> {
    let token = &reading.tokens[at];
    let opens =
        reading.kinds_at(at).meets(OPENING) || token.kind == TokenKind::Number && can_open(reading, at, end);
    if !opens {
        return None;
    }
    if reading.pack.traits.verb_final
        && let Some(when) = year_first::year_first(reading, at, end, calendar)
    {
        return Some(when);
    }
    if let Some(day) = date_at(reading, at, end, calendar) {
        return Some(When {
            tokens: day.tokens.clone(),
            period: None,
            role: Role::Day,
            since: None,
            earlier: false,
            same: false,
            day: Some(day),
        });
    }
    several_months(reading, at, end, calendar)
        .or_else(|| named_months(reading, at, end, calendar))
        .or_else(|| part_of_year(reading, at, end, calendar))
        .or_else(|| since_start(reading, at, end, calendar))
        .or_else(|| years_around(reading, at, end, calendar))
        .or_else(|| fiscal_year(reading, at, end))
        .or_else(|| year(reading, at, end))
        .or_else(|| in_words(reading, at, calendar))
}

/// A time in one phrase: last year, since the beginning of the year, in the medium term.
fn in_words(reading: &Reading<'_>, at: usize, calendar: Calendar) -> Option<When> {
    let term = reading.term_at(at)?;
    let tokens = term.tokens();
    reading.meanings(term).iter().find_map(|meaning| {
        let Meaning::Time(time) = meaning else { return None };
        Some(match time {
            Time::Year(years) => When::plain(tokens.clone(), calendar.year(*years).and_then(Period::year)),
            Time::Earlier => When {
                earlier: true,
                ..When::plain(tokens.clone(), calendar.year(-1).and_then(Period::year))
            },
            Time::YearToDate => When::plain(tokens.clone(), calendar.year_to_date()),
            Time::ThisMonth(months) => When::plain(tokens.clone(), calendar.month(*months)),
            Time::Vague => When::plain(tokens.clone(), None),
            Time::Same => When { role: Role::Same, ..When::plain(tokens.clone(), None) },
            _ => return None,
        })
    })
}

/// Reads the words before a number of months or years: the first, the past, the next.
fn lead(reading: &Reading<'_>, at: usize) -> (Option<Time>, usize) {
    let term = reading.term_at(at).filter(|_| reading.kinds_at(at).meets(Kinds::TIME));
    let found = term.and_then(|term| {
        let time = reading.meanings(term).iter().find_map(|meaning| match meaning {
            Meaning::Time(time @ (Time::First | Time::Ahead | Time::Behind)) => Some(*time),
            _ => None,
        });
        time.map(|time| (Some(time), term.tokens().end))
    });
    found.unwrap_or((None, at))
}

/// The longest number before "months" and "years": "sixty-five", and the hyphen behind it.
const LONGEST_COUNT: usize = 5;

/// Reads a number that a word of time may stand behind.
fn count(reading: &Reading<'_>, at: usize, end: usize) -> Option<Number> {
    let counts =
        (at + 1..(at + 1 + LONGEST_COUNT).min(end)).any(|at| reading.kinds_at(at).meets(Kinds::TIME));
    counts.then(|| number_at(reading, at, end)).flatten()
}

/// Reads a word of time that a test accepts.
fn time_word(
    reading: &Reading<'_>,
    at: usize,
    end: usize,
    accept: impl Fn(Time) -> bool,
) -> Option<(Time, usize)> {
    let time_here = at < end && reading.kinds_at(at).meets(Kinds::TIME);
    let term = time_here.then(|| reading.term_at(at)).flatten()?;
    let time = reading.meanings(term).iter().find_map(|meaning| match meaning {
        Meaning::Time(time) if accept(*time) => Some(*time),
        _ => None,
    })?;
    Some((time, term.tokens().end))
}

fn hyphen(reading: &Reading<'_>, at: usize, end: usize) -> usize {
    if at < end && reading.word(at) == "-" { at + 1 } else { at }
}

/// Says whether a link of one of some kinds, of one word or several, ends before a token.
fn is_led(reading: &Reading<'_>, at: usize, wanted: &[Link]) -> bool {
    let mut opens = at.saturating_sub(3)..at;
    opens.any(|opens| {
        reading.term_at(opens).is_some_and(|term| term.tokens().end == at) && links(reading, opens, wanted)
    })
}

fn links(reading: &Reading<'_>, at: usize, wanted: &[Link]) -> bool {
    reading.is_link(at, wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_model::Lang;
    use expect_test::{Expect, expect};
    use jiff::civil::date;

    #[track_caller]
    fn check(text: &str, expect: &Expect) {
        let reading = Reading::new(text, Lang::En).unwrap();
        let calendar = Calendar { today: Some(date(2024, 7, 13)), latest_year: None };
        let shown: String = times(&reading, 0..reading.tokens.len(), calendar)
            .iter()
            .map(|when| {
                let what = match (&when.day, when.period) {
                    (Some(day), _) => format!("{:?} {:?}", day.date, day.until),
                    (None, Some(period)) => period.to_string(),
                    (None, None) => "-".to_owned(),
                };
                format!("{} = {what} {:?}\n", reading.slice(when.tokens.clone()), when.role)
            })
            .collect();
        expect.assert_eq(&shown);
    }

    #[test]
    fn reads_years() {
        check(
            "in 2023, by 2030, since 2005, 2019-2023, from 2019 to 2023, last year, this year, by the end of this year, than in 2022, compared to the same period last year, from 2022",
            &expect![[r#"
                2023 = 2023 Plain
                2030 = 2030 Until
                2005 = 2005 Vague
                2019-2023 = 2019-01/2023-12 Plain
                2019 to 2023 = 2019-01/2023-12 Plain
                last year = 2023 Plain
                this year = 2024 Plain
                this year = 2024 Until
                2022 = 2022 Base
                the same period = - Base
                last year = 2023 Base
                2022 = 2022 Plain
            "#]],
        );
        check(
            "2000 jobs, 2,023, in 2000 companies, FY 2022-23, fiscal year 2023, 2022-23, COVID-2019",
            &expect![[r#"
            2000 = 2000 Plain
            FY 2022-23 = 2022-04/2023-03 Plain
            fiscal year 2023 = 2022-04/2023-03 Plain
            2022-23 = 2022-04/2023-03 Plain
            2019 = 2019 Plain
        "#]],
        );
    }

    #[test]
    fn reads_months() {
        check(
            "the first four months of 2024, 9 months of 2017, in 11 months, first 10 months of this year, January-April 2024, January to September, in April, April 2023, Over 9 months in 2023, in the past seven months, since the beginning of the year, last month",
            &expect![[r#"
            the first four months of 2024 = 2024-01/2024-04 Plain
            9 months of 2017 = 2017-01/2017-09 Plain
            11 months = 2023-01/2023-11 Plain
            first 10 months of this year = 2024-01/2024-10 Plain
            January-April 2024 = 2024-01/2024-04 Plain
            January to September = 2023-01/2023-09 Plain
            April = 2024-04 Plain
            April 2023 = 2023-04 Plain
            9 months in 2023 = 2023-01/2023-09 Plain
            the past seven months = 2024-01/2024-07 Plain
            since the beginning of the year = 2024-01/2024-07 Plain
            last month = 2024-06 Plain
        "#]],
        );
        check(
            "In January-May of this year, between January and March, Jan. to Oct. 2023, November 2023 to March 2024, four-month, May said",
            &expect![[r#"
            January-May of this year = 2024-01/2024-05 Plain
            January and March = 2024-01/2024-03 Plain
            Jan. to Oct. 2023 = 2023-01/2023-10 Plain
            November 2023 to March 2024 = 2023-11/2024-03 Plain
            four-month = 2024-01/2024-04 Plain
        "#]],
        );
    }

    #[test]
    fn reads_halves_and_quarters() {
        check(
            "in the first half of 2024, H1 2023, first quarter, Q3 2023, the third quarter of this year, the fourth quarter, first half of the year",
            &expect![[r#"
            the first half of 2024 = 2024-H1 Plain
            H1 2023 = 2023-H1 Plain
            first quarter = 2024-Q1 Plain
            Q3 2023 = 2023-Q3 Plain
            third quarter of this year = 2024-Q3 Plain
            fourth quarter = 2023-Q4 Plain
            first half of the year = 2024-H1 Plain
        "#]],
        );
    }

    #[test]
    fn reads_what_lies_ahead_and_behind() {
        check(
            "within five years, over the next 3 years, in the next five years, over the past five years, in the medium term, in recent years, during the last five years",
            &expect![[r#"
            five years = 2029 Until
            the next 3 years = 2027 Until
            the next five years = 2029 Until
            the past five years = - Vague
            in the medium term = - Vague
            in recent years = - Vague
            the last five years = - Vague
        "#]],
        );
    }

    #[test]
    fn reads_days() {
        check(
            "On July 12, 12 July, 2024, Aug. 7, on May 2-3, March 13th, 12.07.2024, 2024-07-12, 2–3 May 2023, Nov. 29, February 30",
            &expect![[r#"
            July 12 = Some(2024-07-12) None Day
            12 July, 2024 = Some(2024-07-12) None Day
            Aug. 7 = Some(2024-08-07) None Day
            May 2-3 = Some(2024-05-02) Some(2024-05-03) Day
            March 13th = Some(2024-03-13) None Day
            12.07.2024 = Some(2024-07-12) None Day
            2024-07-12 = Some(2024-07-12) None Day
            2–3 May 2023 = Some(2023-05-02) Some(2023-05-03) Day
            Nov. 29 = Some(2024-11-29) None Day
        "#]],
        );
    }
}

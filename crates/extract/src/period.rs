//! Periods: what stretch of time an amount is about, resolved against the day of publication.

mod year_first;

use crate::calendar::Calendar;
use crate::date::{Dated, date_at, is_hyphen, joins, month_at, past_year_word, year_behind, year_digits};
use crate::meaning::{Link, Meaning, Time, Topic};
use crate::number::number_at;
use crate::reading::Reading;
use crate::token::TokenKind;
use entente_model::{Bound, Month, Period, Unit};
use std::ops::Range;

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
    /// The days, where it is a date.
    pub day: Option<Dated>,
}

impl When {
    fn plain(tokens: Range<usize>, period: Option<Period>) -> Self {
        let role = if period.is_some() { Role::Plain } else { Role::Vague };
        Self { tokens, period, role, since: None, earlier: false, day: None }
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
            let behind = reading.pack.traits.verb_final.then(|| year_first::role(reading, &when, range.end));
            when.role = behind.flatten().unwrap_or_else(|| role_of(reading, &when, range.start));
        }
        at = when.tokens.end.max(at + 1);
        found.push(when);
    }
    found
}

fn time_at(reading: &Reading<'_>, at: usize, end: usize, calendar: Calendar) -> Option<When> {
    let token = &reading.tokens[at];
    let words = |meaning: &Meaning| matches!(meaning, Meaning::Time(_) | Meaning::Number(_));
    let opens = token.kind == TokenKind::Number || reading.meanings_at(at).iter().any(words);
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

/// "the first four months of 2024", "9 months of this year", "the past seven months"
fn several_months(reading: &Reading<'_>, at: usize, end: usize, calendar: Calendar) -> Option<When> {
    let (lead, next) = lead(reading, at);
    let number = (next < end).then(|| number_at(reading, next, end)).flatten()?;
    let months = i8::try_from(number.value).ok().filter(|n| (1..=12).contains(n))?;
    let after = hyphen(reading, number.tokens.end, end);
    let (_, after) = time_word(reading, after, end, |time| time == Time::Months)?;
    let (year, behind) = year_or_relative(reading, after, end, calendar);
    if lead == Some(Time::Ahead) {
        return Some(When::plain(at..behind, None));
    }
    let whole_stretch_behind = lead == Some(Time::Behind) && year.is_none();
    let year = year.or_else(|| latest_year_with(calendar, months, whole_stretch_behind));
    let period = year.and_then(|year| first_months(year, months));
    Some(When::plain(at..behind, period))
}

/// Returns the latest year whose first months are over or running. "The past seven months" must end about now.
fn latest_year_with(calendar: Calendar, months: i8, must_end_now: bool) -> Option<i16> {
    let today = calendar.today?;
    if must_end_now {
        return (today.month() - 1..=today.month()).contains(&months).then(|| today.year());
    }
    Some(if months > today.month() { today.year() - 1 } else { today.year() })
}

fn first_months(year: i16, months: i8) -> Option<Period> {
    if months == 12 {
        return Period::year(year);
    }
    Period::months(Month::new(year, 1)?, Month::new(year, months)?)
}

/// "January-April 2024", "from January to September", "January 2024", "in January"
fn named_months(reading: &Reading<'_>, at: usize, end: usize, calendar: Calendar) -> Option<When> {
    let (first, next) = month_at(reading, at)?;
    let (early, next) = year_behind(reading, next, end);
    let joined = next < end && joins(reading, next);
    let last = joined.then(|| (next + 1 < end).then(|| month_at(reading, next + 1)).flatten()).flatten();
    let Some((last, next)) = last else {
        return one_month(reading, at, (first, early, next), end, calendar);
    };
    let (year, behind) = year_or_relative(reading, next, end, calendar);
    let year = year.or(early).or_else(|| calendar.year_of_month(last));
    let first_year = early.or(if first > last { year.map(|year| year - 1) } else { year });
    let period = (|| Period::months(Month::new(first_year?, first)?, Month::new(year?, last)?))();
    Some(When::plain(at..behind, period))
}

fn one_month(
    reading: &Reading<'_>,
    at: usize,
    (month, early, next): (i8, Option<i16>, usize),
    end: usize,
    calendar: Calendar,
) -> Option<When> {
    let (year, behind) =
        if early.is_some() { (early, next) } else { year_or_relative(reading, next, end, calendar) };
    // Without a year it has to be said of time: "in January", not "January called".
    let of_time = at > 0
        && links(reading, at - 1, &[Link::In, Link::Of, Link::For, Link::Since, Link::Until, Link::By]);
    let of_time = of_time || reading.pack.traits.verb_final && year_first::is_of_time(reading, at, next);
    if year.is_none() && !of_time {
        return None;
    }
    let year = year.or_else(|| calendar.year_of_month(month));
    let period = year.and_then(|year| Month::new(year, month)).map(Period::Month);
    Some(When::plain(at..behind, period))
}

/// "the first half of 2024", "Q1 2024", "the third quarter of this year"
fn part_of_year(reading: &Reading<'_>, at: usize, end: usize, calendar: Calendar) -> Option<When> {
    let (time, next) =
        time_word(reading, at, end, |time| matches!(time, Time::Half(1..) | Time::Quarter(1..)))?;
    let (year, behind) = year_or_relative(reading, next, end, calendar);
    let (last_month, part): (i8, fn(i16, i8) -> Period) = match time {
        Time::Half(half) => (half * 6, Period::Half),
        Time::Quarter(quarter) => (quarter * 3, Period::Quarter),
        _ => return None,
    };
    let number = match time {
        Time::Half(number) | Time::Quarter(number) => number,
        _ => return None,
    };
    let year = year.or_else(|| latest_year_with(calendar, last_month.min(12), false));
    Some(When::plain(at..behind, year.map(|year| part(year, number))))
}

/// "since the beginning of 2024": the months up to now, or all of a year that is over.
fn since_start(reading: &Reading<'_>, at: usize, end: usize, calendar: Calendar) -> Option<When> {
    let (_, next) = time_word(reading, at, end, |time| time == Time::Start)?;
    let (year, behind) = year_behind(reading, next, end);
    let year = year?;
    let period = if calendar.year(0) == Some(year) { calendar.year_to_date() } else { Period::year(year) };
    Some(When::plain(at..behind, period))
}

/// "within five years", "over the next 3 years": the year in which they end. "Over the past five years": none.
fn years_around(reading: &Reading<'_>, at: usize, end: usize, calendar: Calendar) -> Option<When> {
    let (lead, next) = lead(reading, at);
    let number = (next < end).then(|| number_at(reading, next, end)).flatten()?;
    let years = i8::try_from(number.value).ok().filter(|n| (1..=60).contains(n))?;
    let after = hyphen(reading, number.tokens.end, end);
    let (_, behind) = time_word(reading, after, end, |time| time == Time::Years)?;
    let within = at > 0 && links(reading, at - 1, &[Link::Within])
        || year_first::is_within(reading, &(at..behind)) && reading.pack.traits.verb_final;
    let ahead = lead == Some(Time::Ahead) || within && lead.is_none();
    if ahead {
        let period = calendar.year(years).and_then(Period::year);
        return Some(When { role: Role::Until, ..When::plain(at..behind, period) });
    }
    (lead == Some(Time::Behind) || lead == Some(Time::First)).then(|| When::plain(at..behind, None))
}

/// "FY 2022-23", "fiscal year 2023", "2022-23"
fn fiscal_year(reading: &Reading<'_>, at: usize, end: usize) -> Option<When> {
    let named = time_word(reading, at, end, |time| time == Time::Fiscal);
    let digits =
        named.map_or(
            at,
            |(_, next)| if next < end && links(reading, next, &[Link::Of]) { next + 1 } else { next },
        );
    let first = (digits < end).then(|| year_digits(reading, digits)).flatten()?;
    let joined = digits + 2 < end
        && (is_hyphen(reading, digits + 1) || reading.word(digits + 1) == "/")
        && !reading.tokens[digits + 2].spaced();
    let second = joined
        .then(|| reading.word(digits + 2))
        .filter(|text| text.len() == 2)
        .and_then(|text| text.parse().ok());
    let follows = second == Some((first + 1) % 100);
    if follows {
        return Some(When::plain(at..digits + 3, fiscal(first, FISCAL_START)));
    }
    named.map(|_| When::plain(at..digits + 1, fiscal(first - 1, FISCAL_START)))
}

/// The month in which fiscal years that are written with two years begin: April, as in India.
const FISCAL_START: i8 = 4;

fn fiscal(first: i16, start: i8) -> Option<Period> {
    Period::months(Month::new(first, start)?, Month::new(first + 1, start - 1)?)
}

/// "2023", "2019-2023", "from 2019 to 2023"
fn year(reading: &Reading<'_>, at: usize, end: usize) -> Option<When> {
    let first = year_digits(reading, at)?;
    if !stands_for_year(reading, at, end) {
        return None;
    }
    let joined = at + 2 < end && joins(reading, at + 1);
    // "A quota for 2019 and 2020" is one for both.
    let both =
        at > 0 && links(reading, at - 1, &[Link::For]) && year_digits(reading, at + 2) == Some(first + 1);
    let spans =
        is_hyphen(reading, at + 1) || both || at > 0 && links(reading, at - 1, &[Link::From, Link::Between]);
    let last = (joined && spans).then(|| year_digits(reading, at + 2)).flatten().filter(|last| *last > first);
    let Some(last) = last else {
        return Some(When::plain(at..past_year_word(reading, at + 1, end), Period::year(first)));
    };
    let months = (|| Period::months(Month::new(first, 1)?, Month::new(last, 12)?))();
    Some(When { since: Period::year(first), ..When::plain(at..past_year_word(reading, at + 3, end), months) })
}

/// Says whether four digits are a year and not the number of something: not "2000 jobs", "2,000", "$2020".
fn stands_for_year(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let before = if at > 0 { reading.word(at - 1) } else { "" };
    let glued = at > 0
        && !reading.tokens[at].spaced()
        && !matches!(before, "(" | "-" | "–" | "/" | "\"" | "“" | "‘" | "'");
    if glued {
        return false;
    }
    let is_time = at > 0
        && links(
            reading,
            at - 1,
            &[Link::In, Link::Of, Link::By, Link::Since, Link::Until, Link::From, Link::For],
        );
    let next = if at + 1 < end { reading.meanings_at(at + 1) } else { &[] };
    let counts = next.iter().any(|meaning| {
        matches!(
            meaning,
            Meaning::Currency(_)
                | Meaning::Unit(..)
                | Meaning::Scale(_)
                | Meaning::Topic(
                    Topic::Projects | Topic::Jobs | Topic::Companies | Topic::Agreements | Topic::Flights
                )
        )
    });
    is_time || !counts
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
    let found = reading.term_at(at).and_then(|term| {
        let time = reading.meanings(term).iter().find_map(|meaning| match meaning {
            Meaning::Time(time @ (Time::First | Time::Ahead | Time::Behind)) => Some(*time),
            _ => None,
        });
        time.map(|time| (Some(time), term.tokens().end))
    });
    found.unwrap_or((None, at))
}

/// Reads a word of time that a test accepts.
fn time_word(
    reading: &Reading<'_>,
    at: usize,
    end: usize,
    accept: impl Fn(Time) -> bool,
) -> Option<(Time, usize)> {
    let term = (at < end).then(|| reading.term_at(at)).flatten()?;
    let time = reading.meanings(term).iter().find_map(|meaning| match meaning {
        Meaning::Time(time) if accept(*time) => Some(*time),
        _ => None,
    })?;
    Some((time, term.tokens().end))
}

/// Reads "of 2024", "2024", "of this year", "last year" behind some months.
fn year_or_relative(
    reading: &Reading<'_>,
    at: usize,
    end: usize,
    calendar: Calendar,
) -> (Option<i16>, usize) {
    let (year, behind) = year_behind(reading, at, end);
    if year.is_some() {
        return (year, behind);
    }
    let joined = at < end && (reading.word(at) == "," || links(reading, at, &[Link::Of, Link::In]));
    let word = if joined { at + 1 } else { at };
    match time_word(reading, word, end, |time| matches!(time, Time::Year(_))) {
        Some((Time::Year(years), behind)) => (calendar.year(years), behind),
        _ => (None, at),
    }
}

fn hyphen(reading: &Reading<'_>, at: usize, end: usize) -> usize {
    if at < end && reading.word(at) == "-" { at + 1 } else { at }
}

fn links(reading: &Reading<'_>, at: usize, wanted: &[Link]) -> bool {
    reading.is_link(at, wanted)
}

/// How far before a time the words may stand that make it the base of a comparison.
const BASE_REACH: usize = 7;

/// Tells the role of a period by the words before it.
fn role_of(reading: &Reading<'_>, when: &When, start: usize) -> Role {
    let at = when.tokens.start;
    if when.role == Role::Until {
        return Role::Until;
    }
    if follows_change(reading, when, start) {
        return Role::Base;
    }
    if opens_since(reading, at, start) {
        return Role::Vague;
    }
    for before in (start.max(at.saturating_sub(BASE_REACH))..at).rev() {
        if matches!(reading.word(before), "," | ";" | "(") || reading.tokens[before].kind == TokenKind::Number
        {
            break;
        }
        let meanings = reading.meanings_at(before);
        if meanings.contains(&Meaning::Time(Time::Base)) {
            return Role::Base;
        }
        let touches = reading.term_at(before).is_some_and(|term| (at - 1..=at).contains(&term.tokens().end));
        let several = matches!(when.period, Some(Period::Months(..)));
        if touches && meanings.contains(&Meaning::Link(Link::Since)) && !several {
            return Role::Vague;
        }
        if touches && meanings.iter().any(|m| matches!(m, Meaning::Link(Link::Until | Link::By))) {
            return if when.role == Role::Vague { Role::Vague } else { Role::Until };
        }
    }
    when.role
}

/// How many words may stand between "since" and the year in which something began.
const SINCE_REACH: usize = 12;

/// "Since ties began in 1992, ...": the time is when something began, and no period of an amount.
fn opens_since(reading: &Reading<'_>, at: usize, start: usize) -> bool {
    let lowest = start.max(at.saturating_sub(SINCE_REACH));
    let opens = (lowest..at).rev().take_while(|&before| reading.word(before) != ",").last();
    let began = at > start && links(reading, at - 1, &[Link::In]);
    began && opens.is_some_and(|opens| opens + 1 < at && links(reading, opens, &[Link::Since]))
}

/// "Up 30% from 2022", "a fifth on the year before": what stands behind a change is what it is reckoned from.
fn follows_change(reading: &Reading<'_>, when: &When, start: usize) -> bool {
    let link = when.tokens.start.saturating_sub(1);
    let several = matches!(when.period, Some(Period::Months(..)));
    if several || link <= start {
        return false;
    }
    // "18 percent more than a year earlier"
    let compares = (start..=link).rev().take(2).find(|&at| {
        let bound = |m: &Meaning| matches!(m, Meaning::Bound(Bound::Over | Bound::Under, ..));
        let term = reading.term_at(at).filter(|term| term.tokens().end == when.tokens.start);
        term.is_some_and(|term| reading.meanings(term).iter().any(bound))
    });
    if compares.is_none() && !links(reading, link, &[Link::From, Link::On]) {
        return false;
    }
    let link = compares.unwrap_or(link);
    let term = (start.max(link.saturating_sub(2))..link).rev().find_map(|at| reading.term_at(at));
    term.is_some_and(|term| {
        let change = |m: &Meaning| matches!(m, Meaning::Unit(Unit::Percent | Unit::Times, _));
        term.tokens().end == link && reading.meanings(term).iter().any(change)
    })
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

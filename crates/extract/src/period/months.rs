//! Months, quarters and halves: "the first four months of 2024", "January-May", "since the beginning of 2024".

use super::years::fiscal_year;
use super::{When, count, hyphen, lead, links, time_word, year_first};
use crate::calendar::Calendar;
use crate::date::{joins, month_at, year_behind};
use crate::meaning::{Link, Time};
use crate::reading::Reading;
use entente_model::{Month, Period};

/// "the first four months of 2024", "9 months of this year", "the past seven months"
pub(super) fn several_months(
    reading: &Reading<'_>,
    at: usize,
    end: usize,
    calendar: Calendar,
) -> Option<When> {
    let (lead, next) = lead(reading, at);
    let number = count(reading, next, end)?;
    let months = i8::try_from(number.value).ok().filter(|n| (1..=12).contains(n))?;
    let after = hyphen(reading, number.tokens.end, end);
    let counted = |time| matches!(time, Time::Months | Time::Quarter(0));
    let (unit, after) = time_word(reading, after, end, counted)?;
    // "In three quarters": nine months.
    let months = if unit == Time::Months { months } else { months * 3 };
    if months > 12 {
        return None;
    }
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
        return (today.month() - 2..=today.month()).contains(&months).then(|| today.year());
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
pub(super) fn named_months(reading: &Reading<'_>, at: usize, end: usize, calendar: Calendar) -> Option<When> {
    let (first, next) = month_at(reading, at)?;
    let (early, next) = year_behind(reading, next, end);
    let joined = next < end && joins(reading, next);
    let last = joined.then(|| (next + 1 < end).then(|| month_at(reading, next + 1)).flatten()).flatten();
    let last = last.or_else(|| year_first::until_month(reading, next, end));
    let Some((last, next)) = last else {
        return one_month(reading, at, (first, early, next), end, calendar);
    };
    let next = time_word(reading, next, end, |time| time == Time::Stretch).map_or(next, |(_, next)| next);
    // "April-September 2022-23": months of a fiscal year.
    if let Some(When { tokens, period: Some(fiscal), .. }) = fiscal_year(reading, next, end) {
        let in_year = |month: i8| {
            let years = [fiscal.first_month(), fiscal.last_month()].map(|m| m.year());
            Month::new(if month >= fiscal.first_month().month() { years[0] } else { years[1] }, month)
        };
        let period = (|| Period::months(in_year(first)?, in_year(last)?))();
        return Some(When::plain(at..tokens.end, period));
    }
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
    // "Since March": the months from then up to now.
    let since = year.is_none() && at > 0 && links(reading, at - 1, &[Link::Since]);
    let year = year.or_else(|| calendar.year_of_month(month));
    let first = year.and_then(|year| Month::new(year, month));
    let now = calendar.today.filter(|_| since).and_then(|today| Month::new(today.year(), today.month()));
    let period = match (first, now) {
        (Some(first), Some(now)) => Period::months(first, now).or(Some(Period::Month(first))),
        _ => first.map(Period::Month),
    };
    Some(When::plain(at..behind, period))
}

/// "the first half of 2024", "Q1 2024", "the third quarter of this year"
pub(super) fn part_of_year(reading: &Reading<'_>, at: usize, end: usize, calendar: Calendar) -> Option<When> {
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
pub(super) fn since_start(reading: &Reading<'_>, at: usize, end: usize, calendar: Calendar) -> Option<When> {
    let (_, next) = time_word(reading, at, end, |time| time == Time::Start)?;
    let (year, behind) = year_behind(reading, next, end);
    let year = year?;
    let period = if calendar.year(0) == Some(year) { calendar.year_to_date() } else { Period::year(year) };
    Some(When::plain(at..behind, period))
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

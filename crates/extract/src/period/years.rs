//! Years: "2023", "2019-2023", "fiscal year 2022-23", "within five years".

use super::{Role, When, count, hyphen, is_led, lead, links, time_word, year_first};
use crate::calendar::Calendar;
use crate::date::{is_hyphen, joins, past_year_word, year_digits};
use crate::meaning::{Link, Meaning, Time, Topic};
use crate::reading::Reading;
use entente_model::{Month, Period};

/// "within five years", "over the next 3 years": the year in which they end. "Over the past five years": none.
pub(super) fn years_around(reading: &Reading<'_>, at: usize, end: usize, calendar: Calendar) -> Option<When> {
    let (lead, next) = lead(reading, at);
    let number = count(reading, next, end)?;
    let years = i8::try_from(number.value).ok().filter(|n| (1..=60).contains(n))?;
    let after = hyphen(reading, number.tokens.end, end);
    let (_, behind) = time_word(reading, after, end, |time| time == Time::Years)?;
    // "Five years ago"
    if let Some((_, behind)) =
        time_word(reading, behind, end, |time| time == Time::Ago).filter(|_| lead.is_none())
    {
        return Some(When::plain(at..behind, calendar.year(-years).and_then(Period::year)));
    }
    let within = is_led(reading, at, &[Link::Within])
        || year_first::is_within(reading, &(at..behind)) && reading.pack.traits.verb_final;
    let ahead = lead == Some(Time::Ahead) || within && lead.is_none();
    if ahead {
        let period = calendar.year(years).and_then(Period::year);
        return Some(When { role: Role::Until, ..When::plain(at..behind, period) });
    }
    (lead == Some(Time::Behind) || lead == Some(Time::First)).then(|| When::plain(at..behind, None))
}

/// "FY 2022-23", "fiscal year 2023", "2022-23"
pub(super) fn fiscal_year(reading: &Reading<'_>, at: usize, end: usize) -> Option<When> {
    let named = time_word(reading, at, end, |time| time == Time::Fiscal);
    let digits =
        named.map_or(
            at,
            |(_, next)| if next < end && links(reading, next, &[Link::Of]) { next + 1 } else { next },
        );
    // "FY24": the fiscal year that ends in 2024.
    let short =
        (digits < end && named.is_some()).then(|| reading.word(digits)).filter(|text| text.len() == 2);
    if let Some(last) = short.and_then(|text| text.parse::<i16>().ok()) {
        return Some(When::plain(at..digits + 1, fiscal(1999 + last, FISCAL_START)));
    }
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
pub(super) fn year(reading: &Reading<'_>, at: usize, end: usize) -> Option<When> {
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
        matches!(meaning, Meaning::Currency(_) | Meaning::Unit(..) | Meaning::Scale(_))
            || matches!(meaning, Meaning::Topic(topic) if is_counted(*topic))
    });
    // "Около 1900 турецких компаний", "более 2000 крупных предприятий"
    let bound = at > 0
        && reading.pack.traits.genitive
        && reading.meanings_at(at - 1).iter().any(|meaning| matches!(meaning, Meaning::Bound(_, _, false)));
    let things = bound
        && (at + 1..(at + 1 + COUNTED).min(end)).any(|at| {
            let counted = |meaning: &Meaning| matches!(meaning, Meaning::Topic(topic) if is_counted(*topic));
            reading.meanings_at(at).iter().any(counted)
        });
    is_time || !(counts || things)
}

/// So far behind a number what it counts may stand, adjectives between.
const COUNTED: usize = 4;

/// Says whether a topic is of things that are counted.
const fn is_counted(topic: Topic) -> bool {
    matches!(topic, Topic::Projects | Topic::Jobs | Topic::Companies | Topic::Agreements | Topic::Flights)
}

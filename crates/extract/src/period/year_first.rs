//! Times in languages that name the year first: "2024 жылдың алғашқы төрт айында", "joriy yilning yanvar-iyun oylari".

use super::{Role, When, in_words, named_months, part_of_year, several_months, time_word, year};
use crate::calendar::Calendar;
use crate::date::{date_at, month_at, year_digits};
use crate::meaning::{Link, Meaning, Time};
use crate::morphology::Form;
use crate::reading::Reading;
use crate::token::TokenKind;
use entente_model::{Month, Period};
use jiff::civil::Date;
use std::ops::Range;

/// Reads a time that opens with its year.
pub(super) fn year_first(reading: &Reading<'_>, at: usize, end: usize, calendar: Calendar) -> Option<When> {
    if let Some(when) = since_start(reading, at, calendar) {
        return Some(when);
    }
    let (year, whole, next) = year_at(reading, at, end, calendar)?;
    // Reckoned from the end of that year its months are the latest that there are.
    let then = Calendar { today: Date::new(year, 12, 31).ok(), latest_year: Some(year) };
    let within = (next < end).then(|| part(reading, next, end, then)).flatten();
    Some(match within {
        Some(part) => When { tokens: at..part.tokens.end, ..part },
        None => When { tokens: at..next, ..whole },
    })
}

/// "2024 йил бошидан": the months up to now, or all of a year that is over.
fn since_start(reading: &Reading<'_>, at: usize, calendar: Calendar) -> Option<When> {
    let year = year_digits(reading, at)?;
    let hyphen = usize::from(reading.word(at + 1) == "-");
    let term = reading.term_at(at + 1 + hyphen)?;
    reading.meanings(term).contains(&Meaning::Time(Time::YearToDate)).then_some(())?;
    let period = if calendar.year(0) == Some(year) { calendar.year_to_date() } else { Period::year(year) };
    Some(When::plain(at..term.tokens().end, period))
}

/// The year that opens at a token, with the word for a year behind its digits.
fn year_at(reading: &Reading<'_>, at: usize, end: usize, calendar: Calendar) -> Option<(i16, When, usize)> {
    // By itself: "2023 йил якунига кўра" is not the end of this year.
    let word = |at: usize| {
        let term = (at < end).then(|| reading.pack.lexicon.longest(&reading.tokens, at, at + 1)).flatten()?;
        reading.meanings(&term).contains(&Meaning::Time(Time::Years)).then_some(at + 1)
    };
    if let Some(digits) = year_digits(reading, at) {
        let several = reading.tokens.get(at + 2).is_some_and(|token| token.kind == TokenKind::Number);
        let whole = match word(at + 1) {
            Some(_) => When::plain(at..at + 1, Period::year(digits)),
            None => year(reading, at, end)?,
        };
        let next = word(whole.tokens.end);
        if several && whole.since.is_some() {
            return Some((digits, whole.clone(), next.unwrap_or(whole.tokens.end)));
        }
        return Some((digits, whole, next?));
    }
    let whole = in_words(reading, at, calendar)?;
    let relative =
        reading.meanings_at(at).iter().any(|meaning| matches!(meaning, Meaning::Time(Time::Year(_))));
    let year = whole.period.filter(|_| relative)?.last_month().year();
    let next = whole.tokens.end;
    Some((year, whole, word(next).unwrap_or(next)))
}

/// The months, half, quarter or day of a year that was named before them.
fn part(reading: &Reading<'_>, at: usize, end: usize, then: Calendar) -> Option<When> {
    if let Some(day) = date_at(reading, at, end, then) {
        let year = then.today?.year();
        let in_year = |date: Date| Date::new(year, date.month(), date.day()).ok();
        let day = crate::date::Dated {
            date: day.date.and_then(in_year),
            until: day.until.and_then(in_year),
            full: true,
            ..day
        };
        return Some(When { role: Role::Day, day: Some(day.clone()), ..When::plain(day.tokens, None) });
    }
    let months = |when: When| {
        // "қаңтар-маусым айларында": the word for months says nothing more.
        let end = time_word(reading, when.tokens.end, end, |time| time == Time::Months);
        When { tokens: when.tokens.start..end.map_or(when.tokens.end, |(_, end)| end), ..when }
    };
    several_months(reading, at, end, then)
        .or_else(|| named_months(reading, at, end, then).map(months))
        .or_else(|| part_of_year(reading, at, end, then))
        .or_else(|| one_month(reading, at, then).map(months))
}

/// "2024 жылғы қаңтарда"
fn one_month(reading: &Reading<'_>, at: usize, then: Calendar) -> Option<When> {
    let (month, next) = month_at(reading, at)?;
    Some(When::plain(at..next, Some(Period::Month(Month::new(then.today?.year(), month)?))))
}

/// How far behind a time the words may stand that tell its role: "2030 жылдың соңына дейін".
const REACH: usize = 4;

/// Tells the role of a time by its ending and by the words behind it.
pub(super) fn role(reading: &Reading<'_>, when: &When, end: usize) -> Option<Role> {
    let last = reading.tokens.get(when.tokens.end.checked_sub(1)?)?;
    let until = |when: &When| if when.role == Role::Vague { Role::Vague } else { Role::Until };
    let several = matches!(when.period, Some(Period::Months(..)));
    if last.form.has(Form::UNTIL) && !several {
        return Some(until(when));
    }
    if since_then(reading, when.tokens.end, end) {
        return Some(Role::Vague);
    }
    // "Былтырғыдан 12% көп": what a change is reckoned from.
    // "Yil boshidan 5% ko‘p" tells since when.
    let since =
        when.tokens.clone().any(|at| reading.meanings_at(at).contains(&Meaning::Time(Time::YearToDate)));
    let from = (last.form.has(Form::FROM) && when.role == Role::Plain && !since).then_some(Role::Base);
    for at in when.tokens.end..(when.tokens.end + REACH).min(end) {
        let token = &reading.tokens[at];
        let meanings = reading.meanings_at(at);
        for meaning in meanings {
            match meaning {
                Meaning::Post(Link::Until) => return Some(until(when)),
                // "2022-yil yanvar-sentabr holatiga": several months are a period, whatever the day they are told for.
                Meaning::Post(Link::Since) if matches!(when.period, Some(Period::Months(..))) => {}
                Meaning::Post(Link::Since) => return Some(Role::Vague),
                Meaning::Time(Time::Base) => return Some(Role::Base),
                // "Былтырғы деңгейден 12% төмен"
                Meaning::Time(Time::Mark) if token.form.has(Form::FROM) => return Some(Role::Base),
                Meaning::Post(Link::In) if when.role == Role::Until => return Some(Role::Until),
                _ => {}
            }
        }
        if token.form.has(Form::UNTIL) && meanings.is_empty() {
            return Some(until(when));
        }
        let of_time = meanings.iter().all(|meaning| {
            matches!(meaning, Meaning::Time(_) | Meaning::Common | Meaning::Office | Meaning::Topic(_))
        });
        // "2022 yil bilan solishtirganda"
        let of_time = of_time || meanings.contains(&Meaning::Post(Link::With));
        if !token.is_word() || !of_time || is_figure(reading, at) {
            return from;
        }
    }
    from
}

/// How far behind a time the words may stand that say that all since then is told of.
const SINCE: usize = 8;

/// "1992 yilda aloqalar o‘rnatilganidan buyon", "1992 жылы қатынас орнағаннан бері": what has been since something took place.
fn since_then(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let stops = |at: &usize| matches!(reading.word(*at), "," | ";" | ":") || is_figure(reading, *at);
    let since = (at..(at + SINCE).min(end))
        .take_while(|at| !stops(at))
        .find(|at| reading.meanings_at(*at).contains(&Meaning::Post(Link::Since)));
    let verb = since.and_then(|since| since.checked_sub(1)).filter(|verb| *verb >= at);
    verb.is_some_and(|verb| {
        let form = reading.tokens[verb].form;
        let form = if form == Form::NONE { reading.unknown_form(verb) } else { form };
        form.has(Form::FROM)
    })
}

fn is_figure(reading: &Reading<'_>, at: usize) -> bool {
    reading.tokens[at].kind == TokenKind::Number
}

/// "Yanvardan maygacha", "қаңтардан мамырға дейін", "yanvaridan 14-dekabriga qadar": the last month, behind a first one in
/// the case that says from when.
pub(super) fn until_month(reading: &Reading<'_>, at: usize, end: usize) -> Option<(i8, usize)> {
    let from = at.checked_sub(1).is_some_and(|first| reading.tokens[first].form.has(Form::FROM));
    if !from || !reading.pack.traits.verb_final {
        return None;
    }
    let number = reading.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
    let month = if number { at + 1 + usize::from(reading.word(at + 1) == "-") } else { at };
    let (last, next) = (month < end).then(|| month_at(reading, month)).flatten()?;
    let form = reading.tokens[next - 1].form;
    let until = next < end && reading.meanings_at(next).contains(&Meaning::Post(Link::Until));
    match () {
        () if form.has(Form::TO) && until => Some((last, next + 1)),
        () if form.has(Form::UNTIL) => Some((last, next)),
        () => None,
    }
}

/// Says whether a stretch of years lies ahead by the word behind it: "5 жыл ішінде".
pub(super) fn is_within(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    reading.meanings_at(tokens.end).contains(&Meaning::Post(Link::In))
}

/// Says whether a month is told as a time by its ending or by the word for a month behind it: "мамырда", "yanvar oyida".
pub(super) fn is_of_time(reading: &Reading<'_>, at: usize, next: usize) -> bool {
    let within = reading.tokens[at].form.any(Form::IN.with(Form::OF));
    within || reading.meanings_at(next).contains(&Meaning::Time(Time::Months))
}

//! What a time does for the amounts around it, told by the words before it.

use super::{Role, When, links};
use crate::lexicon::Term;
use crate::meaning::{Link, Meaning, Time};
use crate::morphology::Form;
use crate::reading::Reading;
use crate::token::TokenKind;
use entente_model::{Bound, Period, Unit};

/// How far before a time the words may stand that make it the base of a comparison.
const BASE_REACH: usize = 7;

/// Tells the role of a period by the words before it.
pub(super) fn role_of(reading: &Reading<'_>, when: &When, start: usize) -> Role {
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
    if is_marked(reading, when, start) || leads_from(reading, when) {
        return Role::Base;
    }
    for before in (start.max(at.saturating_sub(BASE_REACH))..at).rev() {
        if matches!(reading.word(before), "," | ";" | "(") || reading.tokens[before].kind == TokenKind::Number
        {
            break;
        }
        let meanings = reading.meanings_at(before);
        if meanings.contains(&Meaning::Time(Time::Base)) || compares_change(reading, before, start) {
            return Role::Base;
        }
        let touches = reading.term_at(before).is_some_and(|term| (at - 1..=at).contains(&term.tokens().end));
        let several = matches!(when.period, Some(Period::Months(..)));
        if touches && meanings.contains(&Meaning::Link(Link::Since)) && !several {
            return Role::Vague;
        }
        if touches
            && meanings.contains(&Meaning::Link(Link::Until))
            && is_change_before(reading, before, start)
        {
            return Role::Base;
        }
        if touches && meanings.iter().any(|m| matches!(m, Meaning::Link(Link::Until | Link::By))) {
            return if when.role == Role::Vague { Role::Vague } else { Role::Until };
        }
    }
    when.role
}

/// "15 times more than the figure of 2016": words of a bound of several words right behind a change.
fn compares_change(reading: &Reading<'_>, at: usize, start: usize) -> bool {
    let bound = |m: &Meaning| matches!(m, Meaning::Bound(Bound::Over | Bound::Under, ..));
    let change = |m: &Meaning| matches!(m, Meaning::Unit(Unit::Percent | Unit::Times, _));
    let compares = reading
        .term_at(at)
        .is_some_and(|term| term.tokens().len() > 1 && reading.meanings(term).iter().any(bound));
    compares
        && (start.max(at.saturating_sub(2))..at)
            .rev()
            .find_map(|at| reading.term_at(at))
            .is_some_and(|term| term.tokens().end == at && reading.meanings(term).iter().any(change))
}

/// "Twice the 2015 level", "выше показателя 2015 года": the year is one that something is compared with.
fn is_marked(reading: &Reading<'_>, when: &When, start: usize) -> bool {
    let mark = |at: usize| reading.meanings_at(at).contains(&Meaning::Time(Time::Mark));
    // "Показатель всего прошлого года"
    let near = (start.max(when.tokens.start.saturating_sub(2))..when.tokens.start).any(mark);
    let before = near && reading.pack.traits.genitive;
    let behind = mark(when.tokens.end) && reading.pack.traits.month_first;
    when.role == Role::Plain && (before || behind)
}

/// So far behind a time the noun may stand that is of it, and behind the noun a change.
const FIGURE: usize = 4;

/// "2017 йилдаги ҳажмдан беш баравар кўп": the time is of what a change is reckoned from.
fn leads_from(reading: &Reading<'_>, when: &When) -> bool {
    let tokens = &reading.tokens;
    let end = when.tokens.end;
    let behind = |at: &usize| *at < tokens.len() && tokens[*at].is_word();
    let figure = (end..end + FIGURE).take_while(behind).find(|&at| tokens[at].form.has(Form::FROM));
    let change = |at: usize| {
        reading.term_at(at).is_some_and(|term| {
            reading.meanings(term).iter().any(|m| matches!(m, Meaning::Unit(Unit::Percent | Unit::Times, _)))
        })
    };
    when.role == Role::Plain
        && reading.pack.traits.verb_final
        && figure.is_some_and(|figure| {
            (figure + 1..figure + FIGURE).take_while(|at| *at < tokens.len()).any(change)
        })
}

/// "Рост к 2023 году", "+15% к 2023 году": what is told right before is a change, and the year is what it is reckoned from.
fn is_change_before(reading: &Reading<'_>, link: usize, start: usize) -> bool {
    let before = |end: usize| {
        let term = (start.max(end.saturating_sub(2))..end).rev().find_map(|at| reading.term_at(at));
        term.filter(|term| term.tokens().end == end)
    };
    let change = |term: &Term| {
        let change = |m: &Meaning| matches!(m, Meaning::Movement(_) | Meaning::Unit(Unit::Percent, _));
        reading.meanings(term).iter().any(change)
    };
    // "Рост товарооборота к 2023 году"
    let topic = |term: &&Term| reading.meanings(term).iter().any(|m| matches!(m, Meaning::Topic(_)));
    let noun = before(link).filter(topic).and_then(|noun| before(noun.tokens().start));
    reading.pack.traits.genitive && (before(link).is_some_and(change) || noun.is_some_and(change))
}

/// How many words may stand between "since" and the year in which something began.
const SINCE_REACH: usize = 12;

/// "Since ties began in 1992, ...": the time is when something began, and no period of an amount.
fn opens_since(reading: &Reading<'_>, at: usize, start: usize) -> bool {
    let lowest = start.max(at.saturating_sub(SINCE_REACH));
    let opens = (lowest..at).rev().take_while(|&before| reading.word(before) != ",").last();
    let began = at > start && links(reading, at - 1, &[Link::In]);
    // "С 60 млн в 2021 году до 95 млн в 2023 году": what a change starts from is no time.
    let figure = |at: usize| reading.tokens[at].kind == TokenKind::Number;
    began
        && opens.is_some_and(|opens| {
            opens + 1 < at && links(reading, opens, &[Link::Since]) && !figure(opens + 1)
        })
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
    // "A 15-percent rise on 2023": the noun of the change stands between.
    // "A 5 percent increase over the previous year"
    let on = links(reading, link, &[Link::On]) && !reading.pack.traits.genitive || compares.is_some();
    // "A 58% increase from 2009"
    let by_percent = links(reading, link, &[Link::From])
        && term.is_some_and(|term| {
            let percent = |at: usize| {
                reading.meanings_at(at).iter().any(|m| matches!(m, Meaning::Unit(Unit::Percent, _)))
            };
            let noun = term.tokens().start;
            (start.max(noun.saturating_sub(2))..noun).any(percent)
        });
    term.is_some_and(|term| {
        let change = |m: &Meaning| {
            let noun = (on || by_percent) && matches!(m, Meaning::Movement(_));
            noun || matches!(m, Meaning::Unit(Unit::Percent | Unit::Times, _))
        };
        term.tokens().end == link && reading.meanings(term).iter().any(change)
    })
}

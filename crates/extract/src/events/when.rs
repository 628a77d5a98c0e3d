//! The days of events: dates, weekdays, "today", each given to the event that it stands nearest to.

use super::draft::{Draft, is_planned, told_status};
use crate::cues::{Cue, Spot};
use crate::date::date_at;
use crate::meaning::{Link, Meaning, Time};
use crate::morphology::Form;
use crate::narrative::Narrative;
use crate::token::TokenKind;
use entente_model::country::FormKind;
use entente_model::{EventKind, EventStatus};
use jiff::ToSpan;
use jiff::civil::Date;
use std::ops::Range;

/// A day that a sentence names.
struct Day {
    tokens: Range<usize>,
    what: What,
}

enum What {
    /// From a date to a last day; true where the year is written.
    Date(Date, Option<Date>, bool),
    /// A day of the week, Monday is 1; true where it is to come.
    Weekday(i8, bool),
}

/// So far from an event its day may stand.
const REACH: usize = 16;

/// Among so many words a day opens its sentence: "On Friday, 12 March, ...".
const OPENS: usize = 3;

/// A title is followed by a sentence that says when.
const LEAD: usize = 1;

/// Dates the events of a sentence; returns the day that the second sentence of a text names for none of its own.
pub(super) fn date(
    narrative: &Narrative<'_, '_>,
    sentence: usize,
    drafts: &mut [Draft],
    last: Option<Date>,
) -> Option<Date> {
    // "Tomorrow the Council will hold a session": the day is of an event that is none of those told of.
    let another =
        drafts.is_empty() && narrative.spots(sentence).iter().any(|spot| narrative.is(spot, Cue::Session));
    if drafts.is_empty() && sentence != LEAD || another {
        return None;
    }
    let mut free = None;
    let mut days = days(narrative, sentence, last);
    // "MUSCAT (12 July) - The sides met on Thursday": the day of a dateline gives way to any other.
    days.sort_by_key(|day| is_dateline(narrative, sentence, day));
    let alone = drafts.first().filter(|_| drafts.len() == 1).map(|draft| draft.tokens.clone());
    for day in days {
        // "A press conference following the talks was held on Friday": the day is not that of the talks.
        let other = drafts.iter().any(|draft| draft.kind == EventKind::Other && !draft.back);
        // "Suhbat chog‘ida o‘tgan yil 7-fevral kunidagi tashrif muhokama qilindi": the day is that of what follows it.
        let opens_others = narrative.reading().pack.traits.verb_final
            && drafts.iter().any(|draft| !draft.back && draft.head.start >= day.tokens.end);
        let nearest = drafts.iter_mut().min_by_key(|draft| {
            let over = is_over(narrative, draft, &day.tokens);
            let opener = opens_others && draft.back && draft.head.end <= day.tokens.start;
            let beside = draft.aside && is_dateline(narrative, sentence, &day);
            (draft.back && other || opener || beside, over, distance(&day.tokens, &draft.tokens))
        });
        // A day that opens its sentence is told of all of it.
        let opens = day.tokens.start <= narrative.tokens(sentence).start + OPENS;
        let reach = if opens || told_by_verb(narrative, sentence, &day.tokens, alone.as_ref()) {
            usize::MAX
        } else {
            REACH
        };
        let near = nearest.filter(|draft| distance(&day.tokens, &draft.tokens) <= reach);
        let Some(draft) = near.filter(|draft| draft.date.is_none()) else {
            free = free.or(resolve(narrative, sentence, &day.what));
            continue;
        };
        match day.what {
            What::Date(date, until, true) => (draft.date, draft.until) = (Some(date), until),
            What::Date(date, until, false) => {
                let been = has_been(narrative, draft, date);
                let year = |date: Date| if been { a_year_before(date) } else { Some(date) };
                (draft.date, draft.until) = (year(date), until.and_then(year));
            }
            What::Weekday(weekday, ahead) => {
                let ahead =
                    ahead || draft.status == Some(EventStatus::Planned) || is_planned(narrative, draft);
                draft.date = narrative.notes.calendar.today.and_then(|today| on(today, weekday, ahead));
            }
        }
    }
    beside(narrative, drafts);
    elsewhen(narrative, sentence, drafts);
    free.filter(|_| sentence == LEAD)
}

/// Marks what a sentence tells of without a day behind "last year" or "on the eve of the visit": the day of another
/// event is none of its own.
fn elsewhen(narrative: &Narrative<'_, '_>, sentence: usize, drafts: &mut [Draft]) {
    let reading = narrative.reading();
    let past = |m: &Meaning| matches!(m, Meaning::Time(Time::Year(..0)));
    let opens = narrative.tokens(sentence).start;
    let told = reading
        .terms_of(sentence)
        .iter()
        .find(|term| term.tokens().start <= opens + OPENS && reading.meanings(term).iter().any(past));
    let told = told.filter(|_| drafts.iter().all(|draft| draft.date.is_none())).map(|term| term.tokens().end);
    let eve = || eve(narrative, sentence).filter(|_| reading.pack.traits.verb_final);
    let Some(told) = told.or_else(eve) else { return };
    for draft in drafts.iter_mut().filter(|draft| draft.date.is_none() && !draft.back) {
        draft.elsewhen = draft.head.start >= told && draft.status != Some(EventStatus::Planned);
    }
}

/// Returns where the words end that name another event and what lies before it: "ташриф арафасида".
fn eve(narrative: &Narrative<'_, '_>, sentence: usize) -> Option<usize> {
    let event = |spot: &Spot| narrative.cues(spot).iter().any(|cue| matches!(cue, Cue::Event(_)));
    let next = |pair: &&[Spot]| {
        event(&pair[0])
            && narrative.is(&pair[1], Cue::Planned)
            && !event(&pair[1])
            && pair[0].tokens().end == pair[1].tokens().start
    };
    narrative.spots(sentence).windows(2).find(next).map(|pair| pair[1].tokens().end)
}

/// Says whether an event was told of to its end before a day: where verbs stand last, a day behind one opens what follows.
fn is_over(narrative: &Narrative<'_, '_>, draft: &Draft, day: &Range<usize>) -> bool {
    let reading = narrative.reading();
    let finite = Form::PAST.with(Form::AHEAD).with(Form::NOW).with(Form::ALONG);
    let verb = reading.tokens.get(draft.head.end - 1).is_some_and(|token| token.form.any(finite));
    reading.pack.traits.verb_final && verb && day.start >= draft.head.end
}

/// Gives what took place beside another event the only day that a sentence tells: "On 12 June, at the summit, X met Y".
fn beside(narrative: &Narrative<'_, '_>, drafts: &mut [Draft]) {
    let dated = |draft: &&Draft| draft.date.is_some();
    let [day, rest @ ..] = &drafts.iter().filter(dated).collect::<Vec<_>>()[..] else { return };
    // "On the eve of the summit" is another day.
    let eve = narrative.cue_at(day.tokens.end, Cue::Planned).is_some();
    if !rest.is_empty() || !day.aside || eve {
        return;
    }
    let (date, until) = (day.date, day.until);
    for draft in drafts.iter_mut().filter(|draft| !draft.back && draft.is_of_people()) {
        if until.is_none() {
            draft.date = date;
        }
    }
}

/// How far behind the verb that says that something is held its day may stand.
const HELD_ON: usize = 6;

/// "The forum of the countries of the ... takes place in Lima on 8-12 July": the day stands beside the verb of the only
/// event of its sentence, however long its name.
fn told_by_verb(
    narrative: &Narrative<'_, '_>,
    sentence: usize,
    day: &Range<usize>,
    alone: Option<&Range<usize>>,
) -> bool {
    let Some(event) = alone else { return false };
    let parted = |from: usize| (from..day.start).any(|at| matches!(narrative.word(at), "," | ";" | ":"));
    let verb = narrative.spots(sentence).iter().rev().find(|spot| {
        let end = spot.tokens().end;
        let held = narrative.is(spot, Cue::Held) || narrative.is(spot, Cue::Planned);
        held && spot.tokens().start >= event.end && end <= day.start && day.start - end <= HELD_ON
    });
    verb.is_some_and(|verb| !parted(verb.tokens().end))
}

/// "On 14 February the session was held", in September: a day without its year that lies ahead is one of the year before,
/// where it is told as what has been.
fn has_been(narrative: &Narrative<'_, '_>, draft: &Draft, date: Date) -> bool {
    let soon = narrative.notes.calendar.today.and_then(|today| today.checked_add(SOON.days()).ok());
    soon.is_some_and(|soon| date > soon) && told_status(narrative, draft) == Some(EventStatus::Held)
}

/// So many days ahead a day may be that was only announced: the text may be older than its date.
const SOON: i64 = 60;

fn a_year_before(date: Date) -> Option<Date> {
    Date::new(date.year() - 1, date.month(), date.day()).ok()
}

/// Says whether a day is the one that something lasts to: "until 14 July", "до 14 июля", "14 шілдеге дейін".
fn is_last_day(narrative: &Narrative<'_, '_>, sentence: usize, day: &Range<usize>) -> bool {
    let reading = narrative.reading();
    let links: &[Link] = if narrative.has_genitive() { &[Link::Until, Link::To] } else { &[Link::Until] };
    let before = day.start > narrative.tokens(sentence).start
        && reading.is_link(day.start - 1, links)
        && !reading.is_link(day.start - 1, &[Link::In, Link::On]);
    let behind = reading.pack.traits.verb_final
        && (reading.tokens.get(day.end.saturating_sub(1)).is_some_and(|token| token.form.has(Form::UNTIL))
            || reading.meanings_at(day.end).contains(&Meaning::Post(Link::Until)));
    before || behind
}

/// So many tokens stand at most before the day of a dateline that opens a sentence.
const BEFORE_DAY: usize = 4;

/// Says whether a day stands behind a city in capitals that opens a sentence.
fn is_dateline(narrative: &Narrative<'_, '_>, sentence: usize, day: &Day) -> bool {
    let start = narrative.tokens(sentence).start;
    let first = narrative.reading().tokens.get(start);
    let upper = first.is_some_and(|token| token.is_word() && token.is_upper() && token.bytes().len() > 3);
    upper && day.tokens.start <= start + BEFORE_DAY
}

/// Returns the first day that a sentence names.
pub(super) fn first_day(narrative: &Narrative<'_, '_>, sentence: usize) -> Option<Date> {
    days(narrative, sentence, None).into_iter().find_map(|day| match day.what {
        What::Date(date, ..) => Some(date),
        What::Weekday(..) => None,
    })
}

/// A dateline stands in one of so many sentences that open a text, and has at most so many tokens.
const OPENING: usize = 5;
const DATELINE: usize = 14;

/// Returns the day of a dateline that is a sentence of its own: "LIMA, 14 July. Andina."
pub(super) fn dateline(narrative: &Narrative<'_, '_>, sentence: usize) -> Option<Date> {
    let tokens = narrative.tokens(sentence);
    let short = sentence < OPENING && tokens.len() <= DATELINE;
    let city = |sentence: usize| {
        let at = narrative.tokens(sentence).start;
        let first = narrative.reading().tokens.get(at);
        let capital = narrative.mention_at(sentence, at).map(|mention| mention.kind);
        capital == Some(FormKind::Capital) || first.is_some_and(|token| token.is_word() && token.is_upper())
    };
    // "ЛИМА. 14 июля. ТАСС": the city is a sentence of its own.
    let before = || sentence.checked_sub(1).filter(|before| is_mark(narrative, *before)).is_some_and(city);
    (short && (city(sentence) || before())).then(|| first_day(narrative, sentence)).flatten()
}

/// The most words of a sentence that holds nothing but a city or an agency.
const MARK: usize = 3;

/// Says whether a sentence is too short to tell anything: the agency of a dateline.
pub(super) fn is_mark(narrative: &Narrative<'_, '_>, sentence: usize) -> bool {
    narrative.tokens(sentence).filter(|&at| narrative.reading().tokens[at].is_word()).count() <= MARK
}

/// Dates what the sentence behind a dateline tells of, where it has taken place and no other day is told.
pub(super) fn from_dateline(dateline: Option<Date>, drafts: &mut [Draft]) {
    // "At the summit a forum was held": the day is that of the forum.
    let main = |draft: &Draft| !draft.back && draft.kind != EventKind::Other;
    let aside = drafts.iter().any(|draft| main(draft) && !draft.aside);
    let first = drafts.iter_mut().find(|draft| main(draft) && !(aside && draft.aside));
    if let Some(draft) = first
        .filter(|draft| draft.date.is_none() && !draft.elsewhen && draft.status != Some(EventStatus::Planned))
    {
        draft.date = dateline;
    }
}

/// The day of a weekday that no event stands near to.
fn resolve(narrative: &Narrative<'_, '_>, sentence: usize, what: &What) -> Option<Date> {
    match what {
        What::Weekday(weekday, ahead) => on(narrative.notes.calendar.today?, *weekday, *ahead),
        // A line that holds nothing but the day, and perhaps the hour, dates what the headline tells.
        What::Date(date, ..) => (narrative.tokens(sentence).len() <= DAY_LINE).then_some(*date),
    }
}

/// Says whether a sentence is a line that holds only a day and an hour.
pub(super) fn is_day_line(narrative: &Narrative<'_, '_>, sentence: usize) -> bool {
    narrative.tokens(sentence).len() <= DAY_LINE
}

/// The most tokens of a line that holds only a day and an hour: "8 August 2024, 17:05".
const DAY_LINE: usize = 7;

fn distance(a: &Range<usize>, b: &Range<usize>) -> usize {
    if a.end <= b.start { b.start - a.end } else { a.start.saturating_sub(b.end) }
}

fn days(narrative: &Narrative<'_, '_>, sentence: usize, last: Option<Date>) -> Vec<Day> {
    let calendar = narrative.notes.calendar;
    let mut found = Vec::new();
    let Range { start: mut at, end } = narrative.tokens(sentence);
    while at < end {
        let token = &narrative.reading().tokens[at];
        // A day opens with a number or with the name of its month.
        let opens = token.kind == TokenKind::Number || token.is_capitalised();
        let dated = if opens { date_at(narrative.reading(), at, end, calendar) } else { None };
        at = dated.as_ref().map_or(at + 1, |dated| dated.tokens.end.max(at + 1));
        if let Some(dated) = dated
            && let Some(date) = dated.date
            && !is_last_day(narrative, sentence, &dated.tokens)
        {
            found.push(Day { tokens: dated.tokens, what: What::Date(date, dated.until, dated.full) });
        }
    }
    for term in narrative.reading().terms_of(sentence) {
        for meaning in narrative.reading().meanings(term) {
            if let Meaning::Time(Time::Weekday(weekday)) = meaning {
                let tokens = term.tokens();
                let ahead = tokens.start > 0
                    && narrative
                        .spot_before(tokens.start)
                        .is_some_and(|spot| narrative.is(spot, Cue::Planned));
                // "said on Wednesday" is not when it took place; beside a date a weekday says nothing more.
                let on = if narrative.is_link(tokens.start.saturating_sub(1), &[Link::On]) { 1 } else { 0 };
                let said = tokens.start > on && narrative.says_before(tokens.start - on);
                // "Last Friday", on a Friday, is the one a week ago.
                let last = tokens.start.checked_sub(1).is_some_and(|at| {
                    narrative.reading().meanings_at(at).contains(&Meaning::Time(Time::Behind))
                });
                if last && let Some(date) = calendar.today.and_then(|today| week_before(today, *weekday)) {
                    found.push(Day { tokens, what: What::Date(date, None, true) });
                } else if !said && found.iter().all(|day| distance(&day.tokens, &tokens) > 2) {
                    found.push(Day { tokens, what: What::Weekday(*weekday, ahead) });
                }
            }
        }
    }
    for spot in narrative.spots(sentence) {
        for cue in narrative.cues(spot) {
            let date = match cue {
                Cue::Day(_) if is_of_today(narrative, sentence, spot) => None,
                Cue::Day(days) => calendar.today.and_then(|today| shift(today, *days)),
                Cue::SameDay => last,
                _ => None,
            };
            found.extend(date.map(|date| Day { tokens: spot.tokens(), what: What::Date(date, None, true) }));
        }
    }
    found
}

/// "Муносабатларнинг бугунги ҳолати": an adjective of the day, of a noun that is no event.
fn is_of_today(narrative: &Narrative<'_, '_>, sentence: usize, spot: &Spot) -> bool {
    let end = spot.tokens().end;
    let adjective = narrative.reading().tokens[end - 1].form.has(Form::OF);
    let event = |spot: &&Spot| {
        let near = spot.tokens().start >= end && spot.tokens().start <= end + 2;
        near && narrative
            .cues(spot)
            .iter()
            .any(|cue| matches!(cue, Cue::Event(_) | Cue::Session | Cue::Occasion))
    };
    adjective && !narrative.spots(sentence).iter().any(|spot| event(&spot))
}

fn shift(date: Date, days: i8) -> Option<Date> {
    date.checked_add(i32::from(days).days()).ok()
}

/// The weekday before a day, which may be one itself.
fn week_before(today: Date, weekday: i8) -> Option<Date> {
    on(today.yesterday().ok()?, weekday, false)
}

/// The weekday nearest to a day: on or before it, or behind it for what is to come.
fn on(today: Date, weekday: i8, ahead: bool) -> Option<Date> {
    let mut date = if ahead { today.tomorrow().ok()? } else { today };
    for _ in 0..7 {
        if date.weekday().to_monday_one_offset() == weekday {
            return Some(date);
        }
        date = if ahead { date.tomorrow().ok()? } else { date.yesterday().ok()? };
    }
    None
}

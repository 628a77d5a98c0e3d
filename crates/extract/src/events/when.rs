//! The days of events: dates, weekdays, "today", each given to the event that it stands nearest to.

use super::day::{Day, What, days, on};
use super::draft::{Draft, is_planned, told_status};
use crate::cues::{Cue, Spot};
use crate::meaning::{Link, Meaning, Time};
use crate::morphology::Form;
use crate::narrative::Narrative;
use entente_model::country::FormKind;
use entente_model::{EventKind, EventStatus};
use jiff::ToSpan;
use jiff::civil::Date;
use std::ops::Range;

/// So far from an event its day may stand.
const REACH: usize = 16;

/// Among so many words a day opens its sentence: "On Friday, 12 March, ...".
const OPENS: usize = 3;

/// A title is followed by a sentence that says when.
const LEAD: usize = 1;

/// So far behind a day on which something was said the event may stand at which it was.
const SAID_AT: usize = 3;

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
    // Of several days the one is told of an event that stands nearest to it.
    let nearest = |day: &Day| drafts.iter().map(|draft| distance(&day.tokens, &draft.tokens)).min();
    let far = |day: &Day| if narrative.has_genitive() { nearest(day) } else { None };
    days.sort_by_key(|day| (is_dateline(narrative, sentence, day), far(day)));
    // "During the visit a forum was held on 21 August": the day is that of the forum.
    let frames: Vec<bool> =
        drafts.iter().map(|draft| drafts.len() > 1 && is_frame(narrative, draft)).collect();
    let several = drafts.len() > 1;
    let alone = drafts.first().filter(|_| drafts.len() == 1).map(|draft| draft.tokens.clone());
    for day in days {
        // "A press conference following the talks was held on Friday": the day is not that of the talks.
        let other = drafts.iter().any(|draft| draft.kind == EventKind::Other && !draft.back);
        // "Suhbat chog‘ida o‘tgan yil 7-fevral kunidagi tashrif muhokama qilindi": the day is that of what follows it.
        let opens_others = narrative.reading().pack.traits.verb_final
            && drafts.iter().any(|draft| !draft.back && draft.head.start >= day.tokens.end);
        let nearest = drafts.iter_mut().zip(&frames).min_by_key(|(draft, frame)| {
            let framed = **frame || is_ahead_of(narrative, draft) && day.tokens.end <= draft.tokens.start;
            let over = is_over(narrative, draft, &day.tokens);
            let opener = opens_others && draft.back && draft.head.end <= day.tokens.start;
            let beside = draft.aside && is_dateline(narrative, sentence, &day);
            let parted = is_parted(narrative, &day.tokens, &draft.tokens);
            (
                draft.back && other || several && framed || opener || beside,
                parted || over,
                distance(&day.tokens, &draft.tokens),
            )
        });
        let nearest = nearest.map(|(draft, _)| draft);
        // A day that opens its sentence is told of all of it.
        let opens = day.tokens.start <= narrative.tokens(sentence).start + OPENS;
        let by_verb = told_by_verb(narrative, sentence, &day.tokens, alone.as_ref());
        let reach = if opens || by_verb || told_by_which(narrative, sentence, &day.tokens) {
            usize::MAX
        } else {
            REACH
        };
        // "Сообщил 26 августа министр": the day is that of an event only where this is named right behind.
        let said = day.said;
        let at_event = |draft: &Draft| {
            let weekday = matches!(day.what, What::Weekday(..));
            draft.kind == EventKind::Other && !weekday
                || draft.head.end == day.tokens.start
                || is_said_at(narrative, &day.tokens, draft)
                || draft.tokens.start >= day.tokens.end && draft.tokens.start - day.tokens.end <= SAID_AT
        };
        let near = nearest
            .filter(|draft| distance(&day.tokens, &draft.tokens) <= reach && (!said || at_event(draft)));
        let Some(draft) = near.filter(|draft| draft.date.is_none()) else {
            if !(said && matches!(day.what, What::Weekday(..))) {
                free = free.or(resolve(narrative, sentence, &day.what));
            }
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
    there(narrative, sentence, drafts);
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

/// Gives what is told behind "where" the day and place of what is told before: "will meet in Lima on 11 May, where they
/// will take part in the forum".
fn there(narrative: &Narrative<'_, '_>, sentence: usize, drafts: &mut [Draft]) {
    for at in 1..drafts.len() {
        let (before, behind) = drafts.split_at_mut(at);
        let (Some(first), Some(second)) = (before.last(), behind.first_mut()) else { return };
        let series =
            matches!(second.kind, EventKind::Forum | EventKind::Summit | EventKind::CommissionSession);
        let near = first.head.end..second.head.start;
        if !series || narrative.first(sentence, near, Cue::Where).is_none() {
            continue;
        }
        if second.date.is_none() && first.until.is_none() {
            second.date = first.date;
        }
        second.place = second.place.take().or_else(|| first.place.clone());
    }
}

/// Says whether a visit only says when something else took place: "в рамках визита".
fn is_frame(narrative: &Narrative<'_, '_>, draft: &Draft) -> bool {
    let before = draft.tokens.start.min(draft.head.start);
    draft.kind == EventKind::Visit
        && narrative.has_genitive()
        && narrative.spot_before(before).is_some_and(|spot| narrative.is(spot, Cue::Aside))
}

/// Says whether an event is named for what took place before it: "on the eve of the visit".
fn is_ahead_of(narrative: &Narrative<'_, '_>, draft: &Draft) -> bool {
    let start = draft.tokens.start.min(draft.head.start);
    let opens = start.checked_sub(1).map_or(0, |at| if narrative.is_article(at) { at } else { at + 1 });
    let ahead = narrative.spot_before(opens).filter(|spot| spot.tokens().len() > 1);
    !narrative.reading().pack.traits.verb_final
        && ahead.is_some_and(|spot| narrative.is(spot, Cue::Planned) && !narrative.is(spot, Cue::Held))
}

/// Says whether a statement opens between a day and an event: "was held on 3 May, while the next session".
fn is_parted(narrative: &Narrative<'_, '_>, day: &Range<usize>, event: &Range<usize>) -> bool {
    let between = if day.end <= event.start { day.end..event.start } else { event.end..day.start };
    let clause = |at: usize| narrative.reading().meanings_at(at).contains(&Meaning::Link(Link::Clause));
    !narrative.reading().pack.traits.verb_final && { between }.any(clause)
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

/// "A session of the committee on trade, which is set for 6 May": the day is that of what is named before.
fn told_by_which(narrative: &Narrative<'_, '_>, sentence: usize, day: &Range<usize>) -> bool {
    narrative.spots(sentence).iter().any(|spot| {
        let Range { start, end } = spot.tokens();
        let near = end <= day.start && day.start - end <= 1;
        let told = near && (narrative.is(spot, Cue::Held) || narrative.is(spot, Cue::Planned));
        told && start > 0 && narrative.is_link(start - 1, &[Link::Which])
    })
}

/// "Сообщил 12 июля министр в ходе встречи с послом": what was said at an event was said on its day.
fn is_said_at(narrative: &Narrative<'_, '_>, day: &Range<usize>, event: &Draft) -> bool {
    let start = event.tokens.start.min(event.head.start);
    let at = || {
        let aside = narrative.spot_before(start).is_some_and(|spot| narrative.is(spot, Cue::Aside));
        aside || start > 0 && narrative.is_link(start - 1, &[Link::On])
    };
    let mark = |at: usize| matches!(narrative.word(at), "," | ";" | ":" | "(");
    narrative.has_genitive() && start >= day.end && at() && !(day.end..start).any(mark)
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

/// So many words behind "after" the event may be named that was followed.
const FOLLOWED: usize = 2;

/// Dates what a sentence tells to have followed on the same day: "After the talks they took part in the session".
pub(super) fn then(
    narrative: &Narrative<'_, '_>,
    sentence: usize,
    before: Option<Date>,
    drafts: &mut [Draft],
) {
    let opens = narrative.tokens(sentence).start;
    let met = |at: usize| {
        let meeting = |cue: &Cue| matches!(cue, Cue::Event(EventKind::Meeting) | Cue::Session);
        narrative.spot_at(at).is_some_and(|spot| narrative.cues(spot).iter().any(meeting))
    };
    let after = narrative.cue_at(opens, Cue::After).is_some_and(|end| (end..end + FOLLOWED).any(met));
    let follows = after || narrative.cue_at(opens, Cue::Then).is_some();
    let undated = |draft: &&mut Draft| {
        !draft.back
            && draft.date.is_none()
            && draft.status != Some(EventStatus::Planned)
            && !matches!(draft.kind, EventKind::Visit | EventKind::Other)
    };
    if let Some(date) = before.filter(|_| follows) {
        for draft in drafts.iter_mut().filter(undated) {
            (draft.date, draft.after) = (Some(date), true);
        }
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

pub(super) fn distance(a: &Range<usize>, b: &Range<usize>) -> usize {
    if a.end <= b.start { b.start - a.end } else { a.start.saturating_sub(b.end) }
}

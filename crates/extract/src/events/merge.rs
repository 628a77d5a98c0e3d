//! One event told several times is one event.

use super::draft::{Draft, Role};
use crate::cues::Lead;
use crate::narrative::Narrative;
use entente_model::{EventKind, EventStatus};
use jiff::civil::Date;
use std::ops::Range;

/// The events told of so far.
#[derive(Debug, Default)]
pub(super) struct Told {
    drafts: Vec<Draft>,
    /// Whether "the visit" was said of an event that no other word tells of.
    visit: bool,
}

/// A sentence is about an event told of in one of so many sentences before it.
const NEAR: usize = 2;

/// What the visitor does in so many sentences behind a visit is part of it.
const DURING: usize = 3;

/// What is told again is looked for among so many events.
const LOOKED_AT: usize = 16;

impl Told {
    /// The day of the event told of last.
    pub(super) fn last_date(&self) -> Option<Date> {
        self.drafts.iter().rev().find_map(|draft| draft.date)
    }

    /// Says whether no event was told of yet.
    pub(super) const fn is_empty(&self) -> bool {
        self.drafts.is_empty()
    }

    fn recent(&self) -> Range<usize> {
        self.drafts.len().saturating_sub(LOOKED_AT)..self.drafts.len()
    }

    /// Takes what a sentence tells of an event.
    pub(super) fn tell(&mut self, narrative: &Narrative<'_, '_>, draft: Draft) {
        if draft.back {
            return self.point_back(draft);
        }
        match self.recent().rev().find(|&at| is_same(narrative, &self.drafts[at], &draft)) {
            Some(at) => add(&mut self.drafts[at], draft),
            None => self.drafts.push(draft),
        }
    }

    /// Takes what is said of "the meeting": of the last event of its kind, of any but a planned one for a meeting.
    fn point_back(&mut self, draft: Draft) {
        let of_kind = |other: &Draft| other.kind == draft.kind;
        let close = |other: &Draft| {
            let meeting = draft.kind == EventKind::Meeting || draft.kind == EventKind::Other;
            meeting && other.kind != EventKind::Forum && other.status != Some(EventStatus::Planned)
        };
        let fits = |other: &Draft| agree(other.date, draft.date);
        let recent = || self.recent().rev();
        let found = recent()
            .find(|&at| of_kind(&self.drafts[at]) && fits(&self.drafts[at]))
            .or_else(|| recent().find(|&at| close(&self.drafts[at]) && fits(&self.drafts[at])));
        match found {
            Some(at) => add(&mut self.drafts[at], draft),
            None if draft.kind == EventKind::Visit => self.visit = true,
            None if draft.is_told_of() => self.drafts.push(Draft { back: false, ..draft }),
            None => {}
        }
    }

    /// The event that a sentence without one of its own is about: a session before others, a visit last.
    fn main(&mut self, sentence: usize) -> Option<&mut Draft> {
        let range = self.recent();
        let near = self.drafts[range].iter_mut().rev().filter(|draft| draft.sentence + NEAR >= sentence);
        near.max_by_key(|draft| {
            let kind = match draft.kind {
                EventKind::CommissionSession => 2,
                EventKind::Visit => 0,
                _ => 1,
            };
            (draft.status != Some(EventStatus::Planned), kind)
        })
    }

    /// Takes the day that the sentence behind the title names.
    pub(super) fn date(&mut self, narrative: &Narrative<'_, '_>, sentence: usize, date: Option<Date>) {
        if let Some(date) = date
            && let Some(draft) = self.main(sentence)
            && draft.date.is_none()
        {
            draft.date = Some(date);
            draft.settle(narrative);
        }
    }

    /// Adds people to the event that a sentence is about.
    pub(super) fn join(&mut self, sentence: usize, people: impl Iterator<Item = usize>, lead: Option<Lead>) {
        let Some(draft) = self.main(sentence) else { return };
        for person in people {
            let role = match lead {
                Some(Lead::CoChair) => Role::CoChair,
                _ => Role::Participant,
            };
            if draft.people.iter().all(|(other, _)| *other != person) {
                draft.people.push((person, role));
            }
        }
    }

    /// Says whether a sentence may tell what was spoken about: near an event of which it is not known yet.
    pub(super) fn is_about(&mut self, sentence: usize) -> bool {
        self.main(sentence).is_some_and(|draft| draft.agenda.is_empty())
    }

    /// Adds what was spoken about to the event that a sentence is about.
    pub(super) fn discuss(&mut self, sentence: usize, agenda: Vec<String>) {
        if let Some(draft) = self.main(sentence)
            && draft.agenda.is_empty()
        {
            draft.agenda = agenda;
        }
    }

    /// Returns the events, those told of under two kinds made one.
    pub(super) fn finish(mut self) -> Vec<Draft> {
        let has_visit = self.drafts.iter().any(|draft| draft.kind == EventKind::Visit);
        if self.visit
            && !has_visit
            && let Some(received) = self.drafts.iter_mut().find(|draft| draft.received)
        {
            received.kind = EventKind::Visit;
        }
        let mut at = self.drafts.len();
        while at > 0 {
            at -= 1;
            if self.drafts[at].kind != EventKind::Meeting {
                continue;
            }
            let from = at.saturating_sub(LOOKED_AT);
            let to = (at + LOOKED_AT).min(self.drafts.len());
            let host = (from..to).find(|&other| other != at && holds(&self.drafts[other], &self.drafts[at]));
            if let Some(host) = host {
                let meeting = self.drafts.remove(at);
                let host = if host > at { host - 1 } else { host };
                add(&mut self.drafts[host], meeting);
            }
        }
        self.drafts
    }
}

/// Takes a journey that a sentence tells of together with the event that it was made for into that event.
pub(super) fn travel(drafts: &mut Vec<Draft>) {
    let goal = |draft: &Draft| {
        matches!(draft.kind, EventKind::CommissionSession | EventKind::Summit | EventKind::Forum)
    };
    let Some(journey) = drafts.iter().position(|draft| draft.kind == EventKind::Visit && draft.journey)
    else {
        return;
    };
    let Some(host) = drafts.iter().position(goal).filter(|host| *host > journey) else { return };
    let journey = drafts.remove(journey);
    let host = &mut drafts[host - 1];
    host.place = host.place.take().or(journey.place);
    host.host = host.host.or(journey.host);
    host.tokens.start = host.tokens.start.min(journey.tokens.start);
}

fn agree<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}

/// Says whether a day lies in an event, where both have one.
fn agree_in_time(a: &Draft, b: &Draft) -> bool {
    match (a.date, b.date) {
        (Some(x), Some(y)) => x == y || a.until.is_some_and(|until| (x..=until).contains(&y)),
        _ => true,
    }
}

/// Says whether two drafts of one kind tell of one event.
fn is_same(narrative: &Narrative<'_, '_>, a: &Draft, b: &Draft) -> bool {
    if a.kind != b.kind || !agree(a.ordinal, b.ordinal) || !agree_in_time(a, b) {
        return false;
    }
    let shares = a.people.iter().any(|(person, _)| b.people.iter().any(|(other, _)| other == person));
    let unnamed = a.people.is_empty() || b.people.is_empty();
    match a.kind {
        // "The next meeting of the commission" is another one.
        EventKind::CommissionSession => {
            let past = a.status != Some(EventStatus::Planned) && (a.ordinal.is_some() || a.date.is_some());
            !(b.next && past)
        }
        EventKind::Visit => (shares || (a.sent || b.sent)) && agree(a.host, b.host),
        EventKind::Other => shares,
        EventKind::Meeting => shares || unnamed,
        EventKind::Forum | EventKind::Summit | EventKind::Signing => {
            a.ordinal.is_some() && a.ordinal == b.ordinal || names_agree(narrative, a, b)
        }
    }
}

/// Says whether the words of one name are all in the other.
fn names_agree(narrative: &Narrative<'_, '_>, a: &Draft, b: &Draft) -> bool {
    if !a.named || !b.named {
        return true;
    }
    let reading = narrative.reading();
    let has =
        |words: &Draft, word: &str| words.name.clone().any(|at| reading.word(at).eq_ignore_ascii_case(word));
    let inside = |one: &Draft, other: &Draft| one.name.clone().all(|at| has(other, reading.word(at)));
    inside(a, b) || inside(b, a)
}

/// Says whether a meeting is part of another event: of the commission whose members met, of a visit told of in the
/// same sentence.
fn holds(event: &Draft, meeting: &Draft) -> bool {
    if !agree_in_time(event, meeting) {
        return false;
    }
    let known = |person: &usize| event.people.iter().any(|(other, _)| other == person);
    let all_known = meeting.people.iter().all(|(person, _)| known(person));
    match event.kind {
        EventKind::CommissionSession => all_known || meeting.led || event.people.is_empty(),
        EventKind::Visit => {
            let visitor = event.people.iter().find(|(_, role)| *role == Role::Visitor);
            let comes =
                visitor.is_some_and(|(visitor, _)| meeting.people.iter().any(|(other, _)| other == visitor));
            let during =
                comes && meeting.sentence >= event.sentence && meeting.sentence <= event.sentence + DURING;
            let status = |draft: &Draft| draft.status.unwrap_or(EventStatus::Held);
            (event.sentence == meeting.sentence || during) && status(event) == status(meeting)
        }
        EventKind::Summit => {
            let shared = meeting.people.iter().any(|(person, _)| known(person));
            all_known || (shared && meeting.date.is_none() && meeting.place.is_none())
        }
        _ => false,
    }
}

/// Adds to an event what is told of it again.
fn add(event: &mut Draft, again: Draft) {
    event.ordinal = event.ordinal.or(again.ordinal);
    if event.date.is_none() {
        (event.date, event.until) = (again.date, again.until);
        if again.date.is_some() {
            event.status = again.status;
        }
    }
    event.until = event.until.or(again.until.filter(|_| event.date == again.date));
    event.place = event.place.take().or(again.place);
    event.host = event.host.or(again.host);
    event.status = event.status.or(again.status);
    event.led |= again.led;
    event.received |= again.received;
    if again.named
        && (!event.named || (again.kind == event.kind && again.name.len() > event.name.len()))
        && !again.back
    {
        (event.name, event.named) = (again.name, true);
    }
    for (person, role) in again.people {
        match event.people.iter_mut().find(|(other, _)| *other == person) {
            Some((_, known)) if *known == Role::Participant => *known = role,
            Some(_) => {}
            None => event.people.push((person, role)),
        }
    }
    if event.agenda.is_empty() {
        event.agenda = again.agenda;
    }
    event.sentence = event.sentence.max(again.sentence);
}

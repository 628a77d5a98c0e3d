//! One event told several times is one event.

use super::draft::{Draft, Role, is_planned};
use super::same::{agree, holds, is_same};
use super::when;
use crate::cues::{Cue, Lead};
use crate::meaning::Link;
use crate::narrative::Narrative;
use crate::people::People;
use entente_model::{EventKind, EventStatus};
use jiff::ToSpan;
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

/// What is told again is looked for among so many events.
const LOOKED_AT: usize = 16;

impl Told {
    /// The day of the event told of last.
    pub(super) fn last_date(&self) -> Option<Date> {
        self.drafts.iter().rev().find_map(|draft| draft.date)
    }

    /// Says whether a session of a commission was told of lately.
    pub(super) fn has_session(&self) -> bool {
        self.drafts[self.recent()].iter().any(|draft| draft.kind == EventKind::CommissionSession)
    }

    /// The kind of the last event.
    pub(super) fn last_kind(&self) -> Option<EventKind> {
        self.drafts.last().map(|draft| draft.kind)
    }

    /// The day of the last event, where it was of one day and is told of right before a sentence.
    pub(super) fn last_met(&self, sentence: usize) -> Option<Date> {
        let last = self.drafts.last()?;
        let near = last.sentence + 1 == sentence && last.until.is_none() && last.kind != EventKind::Visit;
        last.date.filter(|_| near)
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
            return self.point_back(narrative, draft);
        }
        match self.recent().rev().find(|&at| is_same(narrative, &self.drafts[at], &draft)) {
            Some(at) => add(&mut self.drafts[at], draft),
            None => self.drafts.push(draft),
        }
    }

    /// Takes what is said of "the meeting": of the last event of its kind, of any but a planned one for a meeting.
    fn point_back(&mut self, narrative: &Narrative<'_, '_>, draft: Draft) {
        let session = draft.kind == EventKind::CommissionSession;
        let of_kind = |other: &Draft| other.kind == draft.kind || session && other.kind == EventKind::Summit;
        let close = |other: &Draft| {
            let meeting = session || draft.kind == EventKind::Meeting || draft.kind == EventKind::Other;
            let other_kind = other.kind == EventKind::Forum || session && other.kind == EventKind::Visit;
            meeting && !other_kind && other.status != Some(EventStatus::Planned)
        };
        let is_meeting = |other: &Draft| other.kind == EventKind::Meeting;
        // "They met to prepare the consultations scheduled for 8 October": what has been is not what is to come.
        let ahead = draft.status == Some(EventStatus::Planned) && draft.date.is_some();
        let been = |other: &Draft| ahead && other.status == Some(EventStatus::Held) && other.date.is_none();
        let fits = |other: &Draft| agree(other.date, draft.date) && !been(other);
        let recent = || self.recent().rev();
        let found = recent()
            .find(|&at| of_kind(&self.drafts[at]) && fits(&self.drafts[at]))
            .or_else(|| {
                recent().find(|&at| session && is_meeting(&self.drafts[at]) && fits(&self.drafts[at]))
            })
            .or_else(|| recent().find(|&at| close(&self.drafts[at]) && fits(&self.drafts[at])));
        // "The session will go on on 18 November": it lasts until then.
        let series =
            |other: &Draft| of_kind(other) || close(other) && other.kind == EventKind::CommissionSession;
        let lasts = || recent().find(|&at| series(&self.drafts[at]) && goes_on(&self.drafts[at], &draft));
        match found.or_else(lasts) {
            Some(at) => add(&mut self.drafts[at], draft),
            // "The Premier was here on a visit on 17 May 2024": another than the one told of with its day.
            None if draft.kind == EventKind::Visit
                && draft.date.is_some()
                && recent().any(|at| of_kind(&self.drafts[at])) =>
            {
                self.drafts.push(Draft { back: false, ..draft });
            }
            None if draft.kind == EventKind::Visit => {
                self.visit |= !draft.dated_only && !is_planned(narrative, &draft);
            }
            // "The session" of nothing that was named is a meeting.
            None if session => {
                let kind = if draft.of_body { draft.kind } else { EventKind::Meeting };
                let draft = Draft { kind, back: false, ..draft };
                self.drafts.extend(Some(draft).filter(Draft::is_told_of));
            }
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

    /// The day that a sentence near the opening names for what somebody did there who took part in the event told of.
    pub(super) fn shared_day(
        &mut self,
        narrative: &Narrative<'_, '_>,
        people: &People<'_>,
        sentence: usize,
        found: bool,
    ) -> Option<Date> {
        let draft = self.main(sentence).filter(|_| !found)?;
        let known =
            people.sightings(sentence).iter().any(|s| draft.people.iter().any(|(p, _)| *p == s.person));
        (known && sentence <= NEAR || is_held(narrative, sentence))
            .then(|| when::first_day(narrative, sentence))
            .flatten()
    }

    /// Takes the day that the sentence behind the title names.
    pub(super) fn date(&mut self, narrative: &Narrative<'_, '_>, sentence: usize, date: Option<Date>) {
        let Some(date) = date else { return };
        // "It is to be held on 14 July" is said of what was told to come.
        let ahead = is_to_be(narrative, sentence);
        let recent = self.recent();
        let planned = self.drafts[recent].iter_mut().rev().find(|draft| {
            ahead
                && draft.sentence + NEAR >= sentence
                && draft.status == Some(EventStatus::Planned)
                && draft.date.is_none()
        });
        if let Some(draft) = planned {
            draft.date = Some(date);
            return draft.settle(narrative);
        }
        if let Some(draft) = self.main(sentence)
            && draft.date.is_none()
            && !draft.elsewhen
            && !(draft.status == Some(EventStatus::Planned)
                && (narrative.notes.calendar.today.is_some_and(|today| date < today)
                    // The day of a dateline is not that of what is to come.
                    || when::dateline(narrative, sentence).is_some()))
        {
            draft.date = Some(date);
            draft.lined = when::is_day_line(narrative, sentence);
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
        if self.drafts.iter().any(|draft| !draft.press) {
            self.drafts.retain(|draft| !draft.press);
        }
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
                let host = &mut self.drafts[host];
                // What comes before a part of it is a part of it too.
                let sentence = host.sentence;
                add(host, meeting);
                host.sentence = sentence;
            }
        }
        self.drafts
    }
}

/// The most days of an event of which a later day is told apart.
const DAYS: i64 = 3;

/// Says whether an event is told of again with a day right behind its own.
fn goes_on(event: &Draft, again: &Draft) -> bool {
    let (Some(first), Some(day)) = (event.date, again.date) else { return false };
    day > first && first.checked_add(DAYS.days()).is_ok_and(|last| day <= last)
}

/// Says whether a pronoun opens a sentence and a verb says that it was held: "It took place on 13 March."
fn is_held(narrative: &Narrative<'_, '_>, sentence: usize) -> bool {
    let mut tokens = narrative.tokens(sentence);
    tokens.start = narrative.past_article(tokens.start);
    let verb = |at: usize| narrative.cue_at(at, Cue::Held).or(narrative.cue_at(at, Cue::Planned)).is_some();
    let occasion = || narrative.cue_at(tokens.start, Cue::Occasion).is_some();
    (narrative.is_link(tokens.start, &[Link::It]) || occasion())
        && (tokens.start + 1..tokens.end.min(tokens.start + 3)).any(verb)
}

/// Says whether a pronoun opens a sentence and a verb says that it is to be.
fn is_to_be(narrative: &Narrative<'_, '_>, sentence: usize) -> bool {
    let tokens = narrative.tokens(sentence);
    let verb = |at: usize| narrative.cue_at(at, Cue::Planned).is_some();
    narrative.is_link(tokens.start, &[Link::It])
        && (tokens.start + 1..tokens.end.min(tokens.start + 3)).any(verb)
}

/// Takes a journey that a sentence tells of together with the event that it was made for into that event.
pub(super) fn travel(narrative: &Narrative<'_, '_>, sentence: usize, drafts: &mut Vec<Draft>) {
    let goal = |draft: &Draft| {
        !draft.back
            && matches!(draft.kind, EventKind::CommissionSession | EventKind::Summit | EventKind::Forum)
    };
    let Some(journey) = drafts.iter().position(|draft| draft.kind == EventKind::Visit && draft.journey)
    else {
        return;
    };
    let Some(host) = drafts.iter().position(goal) else { return };
    // "The President has arrived in Lima for the summit": the summit is to come, and who came has come.
    let came = drafts[journey].status == Some(EventStatus::Held) && narrative.has_genitive();
    if came && drafts[host].kind == EventKind::Summit && drafts[host].ordinal.is_none() {
        return;
    }
    // "Саммитке қатысу үшін Бішкекке барады": where verbs stand last, the event stands before the journey.
    let attends = drafts[host].head.end..drafts[journey].tokens.end;
    let before = host < journey && narrative.first(sentence, attends.clone(), Cue::Attends).is_some();
    if host < journey && !before || host > journey && !is_for(narrative, &drafts[journey], &drafts[host]) {
        return;
    }
    let journey = drafts.remove(journey);
    // "Саммитке қатысу үшін жұмыс сапармен барады": the noun beside the verb is the same journey.
    drafts.retain(|draft| draft.kind != EventKind::Visit || !attends.contains(&draft.head.start));
    let host = drafts.iter().position(goal).unwrap_or(host);
    let host = &mut drafts[host];
    host.place = host.place.take().or(journey.place);
    host.host = host.host.or(journey.host);
    host.tokens.start = host.tokens.start.min(journey.tokens.start);
}

/// Says whether somebody went on a journey for an event: "for the summit", "to attend the summit", "на саммит".
fn is_for(narrative: &Narrative<'_, '_>, journey: &Draft, host: &Draft) -> bool {
    let between = journey.head.end..host.head.start;
    let clause = between.clone().any(|at| narrative.is_link(at, &[Link::Which, Link::Clause]));
    let links: &[Link] =
        if narrative.has_genitive() { &[Link::By, Link::On, Link::For] } else { &[Link::For] };
    let leads = |at: usize| narrative.is_link(at, links) || narrative.cue_at(at, Cue::Attends).is_some();
    !clause && between.clone().any(leads)
}

/// Adds to an event what is told of it again.
fn add(event: &mut Draft, again: Draft) {
    event.ordinal = event.ordinal.or(again.ordinal);
    let lined = event.lined && again.date.is_some();
    if event.date.is_none() || lined {
        event.lined &= !lined;
        (event.date, event.until) = (again.date, again.until);
        if again.date.is_some() {
            event.status = again.status;
        }
    }
    event.until = event.until.or(again.until.filter(|_| event.date == again.date));
    if event.until.is_none() && again.back && goes_on(event, &again) {
        event.until = again.date;
    }
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

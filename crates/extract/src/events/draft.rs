//! An event while it is being read.

use super::day::was_held;
use crate::cues::{Cue, Spot};
use crate::morphology::Form;
use crate::narrative::Narrative;
use entente_model::{Country, EventKind, EventStatus};
use jiff::civil::Date;
use std::ops::Range;

/// What somebody did at an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Led it together with another.
    CoChair,
    /// Led it.
    Chair,
    /// Came for it.
    Visitor,
    /// Took part.
    Participant,
}

impl Role {
    /// Returns the role as events write it.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::CoChair => "co-chair",
            Self::Chair => "chair",
            Self::Visitor => "visitor",
            Self::Participant => "participant",
        }
    }
}

/// What a sentence tells of an event.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub kind: EventKind,
    /// The sentence that tells of it.
    pub sentence: usize,
    /// The word that it is known by.
    pub head: Range<usize>,
    /// Its name.
    pub name: Range<usize>,
    /// All that speaks of it.
    pub tokens: Range<usize>,
    pub ordinal: Option<u16>,
    pub date: Option<Date>,
    pub until: Option<Date>,
    pub place: Option<Range<usize>>,
    /// The country that is visited.
    pub host: Option<Country>,
    pub status: Option<EventStatus>,
    pub people: Vec<(usize, Role)>,
    pub agenda: Vec<String>,
    /// Whether it points back at an event named before: "the meeting".
    pub back: bool,
    /// Whether its words tell it from others of its kind: a name, an adjective.
    pub named: bool,
    /// Whether somebody led it.
    pub led: bool,
    /// Whether one received the other.
    pub received: bool,
    /// Whether it is the one after another of its series.
    pub next: bool,
    /// Whether it is called the one before or after another: "the previous forum".
    pub apart: bool,
    /// Whether it is told to have followed what was told before: "after the talks".
    pub after: bool,
    /// Whether a visitor is named by the office alone.
    pub sent: bool,
    /// Whether a verb tells that somebody went there.
    pub journey: bool,
    /// Whether it is an event only where its day is told: "signed on Monday", "at a briefing on May 5".
    pub dated_only: bool,
    /// Whether another event of its sentence is what the sentence tells of.
    pub weak: bool,
    /// Whether the sentence before names the commission that held it.
    pub of_body: bool,
    /// Whether somebody spoke to the press, which is an event where nothing else is told of.
    pub press: bool,
    /// Whether something was opened for good.
    pub opens: bool,
    /// Whether something else took place beside it: "on the sidelines of the summit".
    pub aside: bool,
    /// Whether its day is that of a line that holds nothing else: of the text, where another is told.
    pub lined: bool,
    /// Whether words tell without a day that it was at another time: "last year", "on the eve of the visit".
    pub elsewhen: bool,
}

impl Draft {
    /// Makes a draft of a kind, known by some words.
    pub(super) const fn new(
        kind: EventKind,
        sentence: usize,
        head: Range<usize>,
        name: Range<usize>,
    ) -> Self {
        Self {
            kind,
            sentence,
            head,
            tokens: Range { start: name.start, end: name.end },
            name,
            ordinal: None,
            date: None,
            until: None,
            place: None,
            host: None,
            status: None,
            people: Vec::new(),
            agenda: Vec::new(),
            back: false,
            named: false,
            led: false,
            received: false,
            next: false,
            apart: false,
            after: false,
            sent: false,
            journey: false,
            dated_only: false,
            weak: false,
            of_body: false,
            press: false,
            opens: false,
            aside: false,
            elsewhen: false,
            lined: false,
        }
    }

    /// Says whether another draft is told of by the same words.
    pub(super) const fn covers(&self, other: &Self) -> bool {
        other.head.start < self.tokens.end && self.tokens.start < other.head.end
    }

    /// Says whether enough is told for an event and not a mere word.
    pub(super) fn is_told_of(&self) -> bool {
        if self.dated_only {
            return self.date.is_some();
        }
        let placed = self.date.is_some() || self.place.is_some() || !self.people.is_empty();
        match self.kind {
            EventKind::CommissionSession => true,
            EventKind::Visit => {
                let visitor = self.people.iter().any(|(_, role)| *role == Role::Visitor);
                visitor || (self.sent && (placed || self.host.is_some()))
            }
            EventKind::Forum => self.named || placed,
            // What the headline or the first sentence tells is what the text is about, on whatever day it was.
            EventKind::Other if self.opens => {
                self.date.is_some() || self.place.is_some() && self.sentence <= LEAD
            }
            EventKind::Other => self.sent || !self.people.is_empty(),
            EventKind::Signing => true,
            EventKind::Meeting => placed || self.sent || self.ordinal.is_some(),
            EventKind::Summit => placed || self.named || self.ordinal.is_some(),
        }
    }

    /// Says whether it is a meeting of somebody who is told.
    pub(super) fn is_of_people(&self) -> bool {
        self.kind == EventKind::Meeting && (self.sent || !self.people.is_empty())
    }

    /// Decides whether the event has taken place: by its day, else by the words around it.
    pub(super) fn settle(&mut self, narrative: &Narrative<'_, '_>) {
        if is_postponed(narrative, self) {
            self.status = Some(EventStatus::Planned);
            return;
        }
        if let (Some(date), Some(today)) = (self.date, narrative.notes.calendar.today) {
            // "The summit will open today": on the day itself the words tell.
            let ahead = date > today
                || date == today
                    && self.status.or_else(|| told_status(narrative, self)) == Some(EventStatus::Planned);
            self.status = Some(if ahead { EventStatus::Planned } else { EventStatus::Held });
            return;
        }
        if self.status.is_none() {
            self.status = told_status(narrative, self);
        }
    }
}

/// The last sentence that tells what a text is about: the one behind the headline.
const LEAD: usize = 1;

/// So far before an event and behind it a word may stand that says that it is to come.
const BEFORE: usize = 6;
const BEHIND: usize = 14;

/// So far before an event the verb may stand by which it is put off.
const POSTPONED: usize = 3;

/// Says whether a word beside an event says that it did not take place when it was to: "has been postponed".
fn is_postponed(narrative: &Narrative<'_, '_>, draft: &Draft) -> bool {
    let spots = narrative.spots(draft.sentence).iter();
    let behind = spots.filter(|spot| spot.tokens().start >= draft.head.end);
    // "They decided to postpone the visit"
    let before = narrative.spots(draft.sentence).iter().any(|spot| {
        let end = spot.tokens().end;
        let near = end <= draft.tokens.start && draft.tokens.start - end <= POSTPONED;
        near && narrative.has_genitive() && narrative.is(spot, Cue::Postponed)
    });
    if before {
        return true;
    }
    let another = |spot: &&Spot| {
        let other = narrative.cues(spot).iter().any(|cue| matches!(cue, Cue::Event(_)));
        !(other && spot.tokens().start >= draft.tokens.end)
    };
    behind.take_while(another).any(|spot| narrative.is(spot, Cue::Postponed))
}

/// Says whether a word beside an event says that it is to come, and none that it has been.
pub(super) fn is_planned(narrative: &Narrative<'_, '_>, draft: &Draft) -> bool {
    told_status(narrative, draft) == Some(EventStatus::Planned)
}

/// What the words beside an event say of whether it has been; none where they say nothing.
pub(super) fn told_status(narrative: &Narrative<'_, '_>, draft: &Draft) -> Option<EventStatus> {
    // "Келгені үшін алғыс айтты": the verb that tells of it says that it has been.
    let past = |at: usize| narrative.reading().tokens.get(at).is_some_and(|token| token.form.has(Form::PAST));
    let visit = draft.kind == EventKind::Visit;
    let been = draft.journey && past(draft.head.end - 1) || visit && past(draft.head.end);
    if been && narrative.reading().pack.traits.verb_final {
        return Some(EventStatus::Held);
    }
    let near = narrative.spots(draft.sentence).iter().filter(|spot| {
        let tokens = spot.tokens();
        tokens.end + BEFORE > draft.tokens.start && tokens.start < draft.tokens.end + BEHIND
    });
    // "The forum was held ahead of the summit": what stands right before an event speaks of it alone.
    let series = matches!(
        draft.kind,
        EventKind::Summit | EventKind::Forum | EventKind::Visit | EventKind::CommissionSession
    );
    let before = narrative.spot_before(draft.tokens.start).filter(|_| series && narrative.has_genitive());
    let before =
        before.filter(|spot| !(narrative.is(spot, Cue::Eve) && was_held(narrative, spot.tokens().start)));
    if before.is_some_and(|spot| narrative.is(spot, Cue::Planned) && !narrative.is(spot, Cue::Held)) {
        return Some(EventStatus::Planned);
    }
    let mut planned = false;
    let mut named = None;
    for spot in near {
        let tokens = spot.tokens();
        // "Tashrif arafasida o‘tkazilgan forum": the word behind an event speaks of it where nouns stand before.
        let of_other = narrative.reading().pack.traits.verb_final
            && named == Some(tokens.start)
            && tokens.end <= draft.tokens.start;
        let other = narrative.cues(spot).iter().any(|cue| matches!(cue, Cue::Event(_)));
        if other && tokens.start >= draft.tokens.end {
            break;
        }
        if other && tokens.end <= draft.tokens.start {
            (planned, named) = (false, Some(tokens.end));
        }
        // "was held ahead of the visit": what stands before the other event speaks of that one.
        let ahead = narrative.is(spot, Cue::Planned) && !of_other;
        if narrative.is(spot, Cue::Held) && !ahead {
            let ahead = planned && tokens.start < draft.tokens.start;
            return Some(if ahead { EventStatus::Planned } else { EventStatus::Held });
        }
        planned |=
            ahead && !(tokens.start >= draft.tokens.end && opens_another(narrative, draft, tokens.end));
    }
    planned.then_some(EventStatus::Planned)
}

/// Says whether an event opens right behind some words, so that they speak of it: "ahead of the visit".
fn opens_another(narrative: &Narrative<'_, '_>, draft: &Draft, at: usize) -> bool {
    narrative.spots(draft.sentence).iter().any(|spot| {
        let start = spot.tokens().start;
        start >= at && start < at + 3 && narrative.cues(spot).iter().any(|cue| matches!(cue, Cue::Event(_)))
    })
}

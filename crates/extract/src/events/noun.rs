//! Events that a noun names: "the 21st meeting of the commission", "a business forum", "the visit of X to Y".

use super::draft::{Draft, Role};
use super::signing;
use super::title::{closes, is_weekday, opens, ordinal};
use crate::cues::{Cue, Lead, Spot};
use crate::meaning::{Link, Meaning, Time};
use crate::morphology::Form;
use crate::narrative::Narrative;
use crate::people::{People, Sighting};
use crate::token::{Token, TokenKind};
use entente_model::{EventKind, EventStatus};
use std::ops::Range;

/// Reads the event that a noun names.
pub(super) fn named(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    spot: &Spot,
    kind: EventKind,
) -> Option<Draft> {
    let head = spot.tokens();
    let bounds = narrative.tokens(sentence);
    let start = opens(narrative, sentence, head.start, bounds.start);
    let start = if kind == EventKind::Visit { start } else { past_office(narrative, start, head.start) };
    let end = match kind {
        EventKind::Visit | EventKind::Meeting => head.end,
        _ => closes(narrative, sentence, head.end, bounds.end),
    };
    let mut draft = Draft::new(kind, sentence, head.clone(), start..end);
    // A summit that several words name is told of where somebody was at it.
    let series = kind == EventKind::Summit && head.len() > 1 && narrative.reading().pack.traits.verb_final;
    let held = (kind == EventKind::Forum || series) && is_held(narrative, sentence, &head);
    draft.named = start < head.start && !is_weekday(narrative, start) || held;
    draft.ordinal = ordinal(narrative, start.saturating_sub(2).max(bounds.start)..head.start);
    if matches!(kind, EventKind::Summit | EventKind::Forum) {
        of_series(narrative, sentence, &mut draft);
        if is_first_in(narrative, start) {
            if !is_held(narrative, sentence, &head) {
                return None;
            }
            (draft.ordinal, draft.named) = (None, false);
        }
    }
    match kind {
        EventKind::CommissionSession => commission(narrative, sentence, draft),
        EventKind::Visit => visit(narrative, people, draft, end),
        EventKind::Meeting if is_of_commission(narrative, sentence, &head) => None,
        EventKind::Meeting if is_of_document(narrative, sentence, &head) => None,
        EventKind::Meeting
            if draft.ordinal.is_some() && panel_before(narrative, sentence, &head).is_some() =>
        {
            draft.kind = EventKind::CommissionSession;
            let body = panel_before(narrative, sentence, &head)?;
            draft.name = opens(narrative, sentence, body.start, bounds.start)..body.end;
            draft.tokens.start = draft.name.start;
            Some(draft)
        }
        // "The opening of the forum" is that of the forum.
        EventKind::Other if opens_another(narrative, sentence, &head) => None,
        EventKind::Other => Some(interview(narrative, people, draft)),
        EventKind::Signing => signing::ceremony(narrative, draft, end, bounds.end),
        _ => {
            let article = start > bounds.start
                && narrative.spot_before(start).is_some_and(|spot| narrative.is(spot, Cue::Anaphor));
            // "the meeting", "Wednesday's session", "the same forum"; "встреча прошла", where there is no article.
            let bare = narrative.has_genitive()
                && kind == EventKind::Meeting
                && stands_alone(narrative, sentence, &head);
            // "At the meeting of the minister with the ambassador" is told with those who met.
            let with = if narrative.is_link(head.end, &[Link::With]) { head.end + 1 } else { head.end };
            let whose = people.sightings(sentence).iter().any(|s| {
                let at = narrative.past_article(with);
                (s.whole.start == at || s.whole.start == with)
                    && (with > head.end || narrative.has_genitive())
            });
            // "Саммит якунида ҳужжатлар имзоланади": what opens its sentence without a name was told of.
            let opener = narrative.reading().pack.traits.verb_final
                && kind == EventKind::Summit
                && head.start == bounds.start
                && narrative.cue_at(head.end, Cue::Aside).is_some();
            let known = start == head.start && (article || bare || opener) && end == head.end && !whose;
            draft.back = (known || is_weekday(narrative, start)) && draft.ordinal.is_none();
            Some(draft)
        }
    }
}

/// "Ўзбекистон Президенти саммит доирасида": who was there is no part of the name of what was held.
fn past_office(narrative: &Narrative<'_, '_>, start: usize, head: usize) -> usize {
    let office = narrative.spot_before(head).filter(|spot| narrative.is(spot, Cue::Office));
    let office = office.filter(|spot| spot.tokens().start >= start);
    if narrative.reading().pack.traits.verb_final && office.is_some() { head } else { start }
}

/// "Сўнгги 17 йилдаги биринчи саммит": the first in so many years is no number of a series.
fn is_first_in(narrative: &Narrative<'_, '_>, start: usize) -> bool {
    let reading = narrative.reading();
    start.checked_sub(1).is_some_and(|before| {
        reading.tokens[before].form.has(Form::OF)
            && reading.meanings_at(before).contains(&Meaning::Time(Time::Years))
    })
}

/// Somebody spoke to the press: "told reporters".
pub(super) fn press(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    spot: &Spot,
) -> Option<Draft> {
    let draft = named(narrative, people, sentence, spot, EventKind::Meeting)?;
    Some(Draft { press: true, ..draft })
}

/// Numbers a summit or forum by the meeting of it that is named before: "the fifth meeting of the Supreme Council".
fn of_series(narrative: &Narrative<'_, '_>, sentence: usize, draft: &mut Draft) {
    let head = draft.head.clone();
    // A council has a name of several words, the first with a capital.
    let first = narrative.reading().tokens.get(head.start);
    draft.named |=
        draft.kind == EventKind::Summit && head.len() > 1 && first.is_some_and(Token::is_capitalised);
    let Some(meeting) = narrative.spots(sentence).iter().rev().find(|spot| {
        let tokens = spot.tokens();
        tokens.end <= head.start
            && head.start - tokens.end < REACH
            && narrative.is(spot, Cue::Session)
            && is_of_commission(narrative, sentence, &tokens)
    }) else {
        return;
    };
    let bounds = narrative.tokens(sentence);
    let start = opens(narrative, sentence, meeting.tokens().start, bounds.start);
    let number = ordinal(narrative, start.saturating_sub(2).max(bounds.start)..meeting.tokens().start);
    draft.ordinal = draft.ordinal.or(number);
    draft.tokens.start = draft.tokens.start.min(start);
}

/// Says whether a noun is followed by the event that it is a part of.
fn opens_another(narrative: &Narrative<'_, '_>, sentence: usize, head: &Range<usize>) -> bool {
    narrative.spots(sentence).iter().any(|spot| {
        // "A press conference following the talks" is an event of its own.
        let reach = if narrative.is_link(head.end, &[Link::Of]) { 5 } else { 3 };
        let behind = (head.end..head.end + reach).contains(&spot.tokens().start);
        let behind =
            behind && narrative.first(sentence, head.end..spot.tokens().start, Cue::Anaphor).is_none();
        let event = |cue: &Cue| matches!(cue, Cue::Event(kind) if !matches!(kind, EventKind::Other));
        behind && narrative.cues(spot).iter().any(event)
    })
}

/// Says whether something else took place beside an event: "on the sidelines of the summit", "саммит аясында".
pub(super) fn is_aside(narrative: &Narrative<'_, '_>, draft: &Draft) -> bool {
    let verb_final = narrative.reading().pack.traits.verb_final;
    if verb_final && draft.kind == EventKind::CommissionSession {
        return is_purpose(narrative, draft);
    }
    let visit = draft.kind == EventKind::Visit && verb_final;
    if !visit && !matches!(draft.kind, EventKind::Summit | EventKind::Forum | EventKind::Other) {
        return false;
    }
    let before =
        draft.name.start.checked_sub(1).map_or(0, |at| if narrative.is_article(at) { at } else { at + 1 });
    // Where nouns stand before what is said of them, the word before an event is of another.
    let led = !verb_final && narrative.spot_before(before).is_some_and(|spot| narrative.is(spot, Cue::Aside));
    led || narrative.cue_at(draft.tokens.end, Cue::Aside).is_some()
}

/// How far behind a session the words may stand that say that somebody came for it.
const PURPOSE: usize = 4;

/// "Комиссия йиғилишида иштирок этиш учун келган вазирни қабул қилди": what somebody came for is not what is told.
fn is_purpose(narrative: &Narrative<'_, '_>, draft: &Draft) -> bool {
    let end = draft.tokens.end;
    let reading = narrative.reading();
    (end..end + PURPOSE).any(|at| {
        reading.meanings_at(at).contains(&Meaning::Post(Link::For))
            && narrative.spot_before(at).is_some_and(|spot| narrative.is(spot, Cue::Attends))
    })
}

/// Says whether a noun opens its sentence and a verb follows: nothing tells the event from the one spoken of.
fn stands_alone(narrative: &Narrative<'_, '_>, sentence: usize, head: &Range<usize>) -> bool {
    let follows = narrative.spot_at(head.end);
    head.start == narrative.tokens(sentence).start
        && follows.is_some_and(|spot| narrative.is(spot, Cue::Held) || narrative.is(spot, Cue::Planned))
}

/// How far from a forum the verb may stand that says that it was held.
const HELD: usize = 8;

/// Says whether a verb near a noun says that it was held.
fn is_held(narrative: &Narrative<'_, '_>, sentence: usize, head: &Range<usize>) -> bool {
    narrative.spots(sentence).iter().any(|spot| {
        let tokens = spot.tokens();
        let near = tokens.end <= head.start && head.start - tokens.end <= HELD
            || tokens.start >= head.end && tokens.start - head.end <= HELD;
        near && (narrative.is(spot, Cue::Held) || narrative.is(spot, Cue::Attends))
    })
}

/// A session of a commission named before: "the session", "Wednesday's session".
pub(super) fn session(narrative: &Narrative<'_, '_>, sentence: usize, spot: &Spot) -> Option<Draft> {
    let head = spot.tokens();
    if is_of_commission(narrative, sentence, &head) || narrative.is(spot, Cue::Event(EventKind::Meeting)) {
        return None;
    }
    let bounds = narrative.tokens(sentence);
    let start = opens(narrative, sentence, head.start, bounds.start);
    let number = ordinal(narrative, start.saturating_sub(2).max(bounds.start)..head.start);
    // "Комиссия провела третье заседание"
    let body = panel_before(narrative, sentence, &head).filter(|_| number.is_some());
    let mut draft = Draft::new(EventKind::Meeting, sentence, head, start..spot.tokens().end);
    (draft.ordinal, draft.back) = (number, number.is_none());
    // "The commission last met in 2022. Its sixth session is scheduled for May."
    let before = body.is_none().then(|| sentence.checked_sub(1)).flatten();
    let of_body = before.is_some_and(|before| {
        narrative.spots(before).iter().any(|spot| {
            narrative.is(spot, Cue::Panel) || narrative.is(spot, Cue::Event(EventKind::CommissionSession))
        })
    });
    draft.of_body = of_body;
    if draft.back || of_body {
        draft.kind = EventKind::CommissionSession;
    }
    if let Some(body) = body {
        draft.kind = EventKind::CommissionSession;
        draft.name = opens(narrative, sentence, body.start, bounds.start)..body.end;
        draft.tokens.start = draft.name.start;
    }
    Some(draft)
}

/// So far behind "meeting" the commission may stand that met.
const REACH: usize = 14;

/// Says whether a meeting is one of a commission or council named behind it: "the 21st meeting of the commission".
fn is_of_commission(narrative: &Narrative<'_, '_>, sentence: usize, head: &Range<usize>) -> bool {
    let of = |at: usize| narrative.is_link(at, &[Link::Of, Link::In]);
    // "A meeting of the co-chairs of the commission" is none of the commission.
    let of_people = narrative.spots(sentence).iter().any(|spot| {
        let start = spot.tokens().start;
        let people = |cue: &Cue| matches!(cue, Cue::Offices(_) | Cue::Leads(Lead::CoChair));
        let whose = start == head.end && narrative.is(spot, Cue::Office);
        whose || (head.end..head.end + 3).contains(&start) && narrative.cues(spot).iter().any(people)
    });
    if of_people {
        return false;
    }
    (of(head.end) || narrative.has_genitive())
        && narrative.spots(sentence).iter().any(|spot| {
            let start = spot.tokens().start;
            let body = narrative.cues(spot).iter().any(|cue| match cue {
                Cue::Panel => true,
                Cue::Event(EventKind::Meeting) => spot.tokens().len() > 1,
                Cue::Event(kind) => !matches!(kind, EventKind::Visit | EventKind::Signing | EventKind::Other),
                _ => false,
            });
            let parted = || (head.end..start).any(|at| matches!(narrative.word(at), "," | ";" | "." | ":"));
            body && start >= head.end && start < head.end + REACH && (of(head.end) || !parted())
        })
}

/// Says whether a document is about what a noun names: "a memorandum on consultations".
fn is_of_document(narrative: &Narrative<'_, '_>, sentence: usize, head: &Range<usize>) -> bool {
    let on = |at: usize| narrative.is_link(at, &[Link::On, Link::For]);
    narrative.spots(sentence).iter().any(|spot| {
        let end = spot.tokens().end;
        let near = end <= head.start && head.start - end <= DOCUMENT;
        near && narrative.is(spot, Cue::Document) && (on(end) || end < head.start && on(end - 1))
    })
}

/// So far behind a document the noun may stand that it is about.
const DOCUMENT: usize = 2;

/// The commission before its meeting: "the commission held its third meeting".
fn panel_before(narrative: &Narrative<'_, '_>, sentence: usize, head: &Range<usize>) -> Option<Range<usize>> {
    let body = narrative.spots(sentence).iter().rev().find(|spot| {
        let cues = narrative.cues(spot);
        spot.tokens().end <= head.start
            && (cues.contains(&Cue::Panel) || cues.contains(&Cue::Event(EventKind::CommissionSession)))
    })?;
    (head.start - body.tokens().end <= REACH).then(|| body.tokens())
}

/// A session of a body that is called just a commission: only where it is numbered.
pub(super) fn panel(narrative: &Narrative<'_, '_>, sentence: usize, spot: &Spot) -> Option<Draft> {
    let head = spot.tokens();
    let head_end = head.end;
    let bounds = narrative.tokens(sentence);
    let start = opens(narrative, sentence, head.start, bounds.start);
    let end = closes(narrative, sentence, head.end, bounds.end);
    let draft = Draft::new(EventKind::CommissionSession, sentence, head, start..end);
    // "The Kenyan-Ugandan commission" is one of two governments, whatever it is called.
    let countries = narrative.mentions(sentence).iter().filter(|m| draft.name.contains(&m.tokens.start));
    // "The commission on economic cooperation between Kenya and Ghana"
    let between = narrative.mentions(sentence).iter().filter(|m| {
        (head_end..head_end + REACH).contains(&m.tokens.start)
            && (head_end..m.tokens.start).any(|at| narrative.is_link(at, &[Link::Between]))
    });
    let bilateral = countries.count() > 1 || between.count() > 1;
    // "The commission, which met in Accra on 5 May": told with its place and its day.
    let met = narrative.is_link(head_end + usize::from(narrative.word(head_end) == ","), &[Link::Which]);
    commission(narrative, sentence, draft)
        .filter(|draft| draft.ordinal.is_some() || draft.next || bilateral || met)
}

/// So far behind a commission that will hold it its meeting may stand.
const MEETS: usize = 8;

/// A session of a commission: where a meeting of it, its number or "at" says that it met.
fn commission(narrative: &Narrative<'_, '_>, sentence: usize, mut draft: Draft) -> Option<Draft> {
    let bounds = narrative.tokens(sentence);
    let session = narrative.spots(sentence).iter().rev().find(|spot| {
        let tokens = spot.tokens();
        tokens.end <= draft.head.start
            && draft.head.start - tokens.end < REACH
            && narrative.is(spot, Cue::Session)
            && is_of_commission(narrative, sentence, &tokens)
    });
    if let Some(session) = session {
        let start = opens(narrative, sentence, session.tokens().start, bounds.start);
        let number = ordinal(narrative, start.saturating_sub(2).max(bounds.start)..session.tokens().start);
        draft.ordinal = draft.ordinal.or(number);
        draft.tokens.start = start;
        let next = narrative.spot_before(start).is_some_and(|spot| narrative.is(spot, Cue::Planned));
        draft.next = next && draft.ordinal.is_none();
        return Some(draft);
    }
    let before = draft.name.start.checked_sub(1).filter(|at| *at >= bounds.start);
    let article = before.filter(|at| narrative.cue_at(*at, Cue::Anaphor).is_some());
    let before = article.and_then(|at| at.checked_sub(1)).or(before);
    let at = before.is_some_and(|at| narrative.is_link(at, &[Link::In]));
    // "Intergovernmental commission session": the noun stands behind.
    let behind = narrative.spot_at(draft.head.end).or_else(|| narrative.spot_at(draft.name.end));
    let behind = behind.filter(|spot| narrative.is(spot, Cue::Session));
    if let Some(behind) = behind {
        draft.tokens.end = draft.tokens.end.max(behind.tokens().end);
    }
    // "The commission, which met in Accra,"
    let comma = usize::from(narrative.word(draft.name.end) == ",");
    let which = narrative.is_link(draft.name.end + comma, &[Link::Which]);
    let met = narrative
        .spot_at(if which { draft.name.end + comma + 1 } else { draft.name.end })
        .is_some_and(|spot| narrative.is(spot, Cue::Held) || narrative.is(spot, Cue::Meets));
    // "The commission will hold its first meeting"
    let ahead = narrative.spot_at(draft.name.end).is_some_and(|spot| narrative.is(spot, Cue::Planned));
    let to_meet = ahead.then(|| {
        narrative.spots(sentence).iter().find(|spot| {
            let start = spot.tokens().start;
            narrative.is(spot, Cue::Session) && (draft.name.end..draft.name.end + MEETS).contains(&start)
        })
    });
    if let Some(session) = to_meet.flatten() {
        let number = ordinal(narrative, draft.name.end..session.tokens().start);
        draft.ordinal = draft.ordinal.or(number);
        draft.tokens.end = session.tokens().end;
        draft.status = Some(EventStatus::Planned);
        return Some(draft);
    }
    (at || met || draft.ordinal.is_some() || behind.is_some()).then_some(draft)
}

/// A visit, with its visitor; "the visit" alone points back.
fn visit(narrative: &Narrative<'_, '_>, people: &People<'_>, mut draft: Draft, end: usize) -> Option<Draft> {
    let sentence = draft.sentence;
    let bounds = narrative.tokens(sentence);
    let sightings = people.sightings(sentence);
    let behind = sightings.iter().find(|s| s.whole.start >= end && s.whole.start < end + 8).filter(|s| {
        let from = s.whole.start.saturating_sub(3).max(draft.head.end);
        let adjacent = narrative.has_genitive() && s.whole.start == end;
        // "С визитом в Баку находился премьер-министр …"
        let verb =
            narrative.has_genitive() && narrative.first(sentence, end..s.whole.start, Cue::Pays).is_some();
        adjacent
            || verb
            || (from..s.whole.start).any(|at| narrative.is_link(at, &[Link::Of, Link::By]))
            || s.whole.start <= end + 2 && narrative.is_led(sentence, &s.whole, &[Link::Of])
    });
    // "the visit of a delegation": whoever stands before it is not the visitor.
    let number = narrative.reading().tokens.get(end + 1).is_some_and(|next| next.kind == TokenKind::Number);
    let of = narrative.is_link(end, &[Link::Of, Link::By]) && !number;
    let guests = sightings.iter().filter(|s| !invites(narrative, s));
    let before = guests.rev().find(|s| s.whole.end <= draft.head.start).filter(|s| {
        let between = s.whole.end..draft.head.start;
        !of && narrative.first(sentence, between, Cue::Say).is_none()
    });
    // "During his visit to Accra, President … met": who follows went there.
    let his = narrative.spot_before(draft.head.start).is_some_and(|spot| narrative.is(spot, Cue::Anaphor))
        && !narrative.is_article(draft.head.start - 1);
    // "In the course of the visit he will hold talks with President …": it is his.
    let met = |s: &&Sighting| {
        let pronoun = |at: usize| {
            narrative.is_link(at, &[Link::It]) || narrative.cue_at(at, Cue::Pronoun(false)).is_some()
        };
        narrative.has_genitive()
            && ((end..s.whole.start).any(pronoun) || narrative.is_led(sentence, &s.whole, &[Link::With]))
    };
    let after = sightings.iter().find(|s| s.whole.start >= end).filter(|_| his && before.is_none());
    let after = after.filter(|s| !met(s));
    let visitor = behind.or(before).or(after);
    let start = draft.head.start.saturating_sub(1).max(bounds.start);
    let definite = start < draft.head.start && narrative.cue_at(start, Cue::Anaphor).is_some();
    // "The minister ended her visit to Chad": told with its visitor and its goal.
    let whole = his && before.is_some() && narrative.is_link(draft.head.end, &[Link::To]);
    draft.back = behind.is_none() && after.is_none() && definite && !whole;
    draft.ordinal = None;
    draft.named = visitor.is_some();
    draft.sent = behind.is_none() && by_office(narrative, sentence, &draft.head)
        || visitor.is_none() && goes(narrative, sentence, &draft.head)
        || visitor.is_none() && stayed(narrative, sentence, &draft.head);
    if !draft.sent && visitor.is_none() && of_delegation(narrative, sentence, &draft.head) {
        (draft.sent, draft.dated_only) = (true, true);
    }
    draft.back &= !draft.sent;
    draft.back |= visitor.is_none() && !draft.sent && narrative.has_genitive();
    let visitor = visitor.filter(|_| !draft.sent);
    if let Some(visitor) = visitor.filter(|_| !draft.back) {
        draft.people.push((visitor.person, Role::Visitor));
        draft.tokens = draft.tokens.start.min(draft.head.start)..draft.tokens.end;
        if behind.is_some() {
            draft.tokens.end = draft.tokens.end.max(visitor.whole.end);
        }
    }
    Some(draft)
}

/// Says whether somebody asked another to come: "at the invitation of President …", "Президент …тің шақыруымен".
pub(super) fn invites(narrative: &Narrative<'_, '_>, sighting: &Sighting) -> bool {
    let whole = &sighting.whole;
    let before = narrative.spot_before(whole.start).is_some_and(|spot| narrative.is(spot, Cue::Invites));
    let verb_final = narrative.reading().pack.traits.verb_final;
    before && !verb_final || verb_final && narrative.cue_at(whole.end, Cue::Invites).is_some()
}

/// Says whether a visit is that of somebody named by the office alone: "the visit of the President of X".
fn by_office(narrative: &Narrative<'_, '_>, sentence: usize, head: &Range<usize>) -> bool {
    let office = |spot: &&Spot| narrative.is(spot, Cue::Office);
    let behind = narrative.is_link(head.end, &[Link::Of, Link::By])
        && narrative.spots(sentence).iter().filter(office).any(|spot| {
            let start = spot.tokens().start;
            start > head.end && start <= head.end + 4
        });
    let before = narrative.spot_before(head.start).filter(office);
    let owner = before.is_some_and(|spot| narrative.reading().is_possessive(spot.tokens().end - 1));
    // "Визит премьер-министра Пакистана в Баку"
    let sent = |spot: &&Spot| office(spot) || narrative.is(spot, Cue::Delegation);
    let genitive = narrative.has_genitive() && narrative.spot_at(head.end).filter(sent).is_some();
    behind || owner || genitive
}

/// "Перу бош вазири расмий ташриф билан Чилида бўлган": an office opens the sentence, and the verb says that its holder
/// was there.
fn stayed(narrative: &Narrative<'_, '_>, sentence: usize, head: &Range<usize>) -> bool {
    let bounds = narrative.tokens(sentence);
    let office = |spot: &Spot| {
        spot.tokens().start <= bounds.start + OPENS
            && spot.tokens().end <= head.start
            && narrative.is(spot, Cue::Office)
    };
    narrative.reading().pack.traits.verb_final
        && narrative.first(sentence, head.end..bounds.end, Cue::Stays).is_some()
        && narrative.spots(sentence).iter().any(office)
}

/// Among so many words an office opens its sentence.
const OPENS: usize = 3;

/// Says whether a visit is that of a delegation: "the visit of a business delegation to Tajikistan".
fn of_delegation(narrative: &Narrative<'_, '_>, sentence: usize, head: &Range<usize>) -> bool {
    let reach = head.end + 1..head.end + SENT + 1;
    let near = |spot: &Spot| reach.contains(&spot.tokens().start) && narrative.is(spot, Cue::Delegation);
    narrative.is_link(head.end, &[Link::Of]) && narrative.spots(sentence).iter().any(near)
}

/// So far behind a visit the delegation may stand that made it.
const SENT: usize = 5;

/// So far before a visit the one may stand who goes on it.
const GOES: usize = 14;

/// Says whether an office without a name goes on a visit: "the President of Peru is to pay a visit to Chile".
fn goes(narrative: &Narrative<'_, '_>, sentence: usize, head: &Range<usize>) -> bool {
    let spots = narrative.spots(sentence);
    let Some(verb) = spots.iter().rev().find(|spot| {
        spot.tokens().end <= head.start
            && head.start - spot.tokens().end <= 2
            && narrative.is(spot, Cue::Pays)
    }) else {
        return false;
    };
    let office = spots.iter().rev().find(|spot| {
        let sent = narrative.is(spot, Cue::Office) || narrative.is(spot, Cue::Delegation);
        sent && spot.tokens().end <= verb.tokens().start
    });
    office.is_some_and(|office| head.start - office.tokens().end <= GOES)
}

/// An interview or a briefing, with the one who is asked, named or told by the office; without one, an opening or a
/// briefing on a day that is told.
fn interview(narrative: &Narrative<'_, '_>, people: &People<'_>, mut draft: Draft) -> Draft {
    let asked = people.sightings(draft.sentence).iter().find(|s| s.whole.start >= draft.head.end);
    let asked = asked.filter(|s| s.whole.start < draft.head.end + 4);
    // "said in an interview"
    let said = people.sightings(draft.sentence).iter().rev().find(|s| s.whole.end <= draft.head.start);
    let before = || draft.sentence.checked_sub(1).and_then(|before| people.sightings(before).first());
    let spots = narrative.spots(draft.sentence);
    let pronoun = || spots.iter().any(|spot| narrative.is(spot, Cue::Pronoun(false)));
    let Some(asked) = asked.or(said).or_else(|| before().filter(|_| pronoun())) else {
        // "The ambassador said at a briefing"
        draft.sent = spots.iter().any(|spot| narrative.is(spot, Cue::Office))
            && spots.iter().any(|spot| narrative.is(spot, Cue::Say));
        draft.dated_only = !draft.sent;
        return draft;
    };
    draft.people.push((asked.person, Role::Participant));
    draft.tokens.end = draft.tokens.end.max(asked.whole.end);
    draft.name = draft.tokens.clone();
    draft
}

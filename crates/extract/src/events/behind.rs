//! Events in languages whose verbs and links stand behind: "комиссияның 21-ші отырысы", "X билан учрашув",
//! "Астанаға келді", "Алматыда өтті".

use super::draft::{Draft, Role, is_planned};
use super::title::{opens, ordinal};
use super::{noun, verb, visit};
use crate::cues::{Cue, Spot};
use crate::meaning::{Link, Meaning};
use crate::morphology::{Case, Form};
use crate::narrative::Narrative;
use crate::ordinal::ordinal_at;
use crate::people::{People, Sighting};
use crate::token::TokenKind;
use entente_model::country::FormKind;
use entente_model::{Country, EventKind, EventStatus};
use std::ops::Range;

/// Reads the event that a cue of a sentence tells of.
pub(super) fn event(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    spot: &Spot,
    cue: Cue,
) -> Option<Draft> {
    match cue {
        Cue::Event(EventKind::CommissionSession) | Cue::Panel => session(narrative, sentence, spot, cue),
        Cue::Event(EventKind::Meeting) => meeting(narrative, people, sentence, spot),
        Cue::Event(kind) => {
            let mut draft = noun::named(narrative, people, sentence, spot, kind)?;
            if kind == EventKind::Visit && draft.people.is_empty() {
                of_goal(narrative, people, sentence, &mut draft);
            }
            // "Кеңес төртінші рет жиналды": the number stands behind.
            let digits = |at: usize| {
                narrative.reading().tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
            };
            let behind = ordinal_at(narrative.reading(), draft.head.end).filter(|_| !digits(draft.head.end));
            let behind = behind.map(|(number, _)| number);
            draft.ordinal = draft.ordinal.or(behind);
            Some(draft)
        }
        Cue::Visits => visited(narrative, people, sentence, spot),
        Cue::Stays => stayed(narrative, people, sentence, spot),
        Cue::Meets | Cue::Receives => met(narrative, people, sentence, spot),
        _ => None,
    }
}

/// Gives a visit its visitor, who stands before the goal: "Президенттің Қытайға сапары".
fn of_goal(narrative: &Narrative<'_, '_>, people: &People<'_>, sentence: usize, draft: &mut Draft) {
    let from = narrative.tokens(sentence).start.max(draft.head.start.saturating_sub(GOAL_REACH));
    let Some((place, host)) = (from..draft.head.start).rev().find_map(|at| goal(narrative, sentence, at))
    else {
        return;
    };
    // "Премьер-министрінің 8 шілдеге жоспарланған Алжирге сапары": words of time may stand between.
    let owns = |at: &usize| crate::people::name::owns(narrative, *at);
    let Some(owner) = (from..place.start).rev().find(owns) else {
        return of_him(people, sentence, draft, place, host);
    };
    let visitor = people.sightings(sentence).iter().find(|s| s.whole.end == owner + 1);
    let office = narrative.spot_before(owner + 1).filter(|spot| narrative.is(spot, Cue::Office));
    // "Садыр Жапаровтың Пекинге сапары": whose name stands without an office.
    let name = || {
        let word = |at: usize| narrative.reading().tokens[at].is_capitalised();
        (owner > from && word(owner) && word(owner - 1)).then(|| owner - 1)
    };
    let opens = visitor.map(|s| s.whole.start).or(office.map(|spot| spot.tokens().start));
    let Some(opens) = opens.or_else(name) else {
        return;
    };
    draft.people.extend(visitor.map(|s| (s.person, Role::Visitor)));
    draft.sent = visitor.is_none();
    (draft.back, draft.named, draft.place, draft.host) = (false, true, Some(place), host);
    draft.tokens.start = opens;
    draft.name.start = opens;
}

/// How far behind a visit its visitor may stand.
const HIS_REACH: usize = 4;

/// Gives a visit its visitor, who is named behind it: "Қытайға сапары аясында Президент …".
fn of_him(
    people: &People<'_>,
    sentence: usize,
    draft: &mut Draft,
    place: Range<usize>,
    host: Option<Country>,
) {
    let behind =
        |s: &&Sighting| s.whole.start >= draft.head.end && s.whole.start <= draft.head.end + HIS_REACH;
    let sightings = people.sightings(sentence);
    let alone = sightings.iter().all(|s| s.whole.start >= draft.head.end);
    let Some(visitor) = sightings.iter().find(behind).filter(|_| alone) else { return };
    draft.people.push((visitor.person, Role::Visitor));
    (draft.back, draft.named) = (false, true);
    draft.tokens.start = place.start;
    draft.name.start = place.start;
    (draft.place, draft.host) = (Some(place), host);
}

/// How far behind its commission a session may stand: "комиссияның кезекті 21-ші отырысы".
const SESSION_REACH: usize = 6;

/// A session of a commission that is named before it.
fn session(narrative: &Narrative<'_, '_>, sentence: usize, spot: &Spot, cue: Cue) -> Option<Draft> {
    let head = spot.tokens();
    let bounds = narrative.tokens(sentence);
    let start = opens(narrative, sentence, head.start, bounds.start);
    let parted = |at: usize| matches!(narrative.word(at), "," | ";" | ":" | ".");
    let session = narrative.spots(sentence).iter().find(|other| {
        let at = other.tokens().start;
        at >= head.end && at - head.end <= SESSION_REACH && narrative.is(other, Cue::Session)
    });
    let session = session.filter(|other| !(head.end..other.tokens().start).any(parted));
    let mut draft = Draft::new(EventKind::CommissionSession, sentence, head.clone(), start..head.end);
    let end = session.map_or(head.end, |session| session.tokens().end);
    let number = session.and_then(|session| ordinal(narrative, head.end..session.tokens().start));
    draft.ordinal =
        number.or_else(|| ordinal(narrative, start.saturating_sub(2).max(bounds.start)..head.start));
    draft.tokens.end = end;
    let next = session.is_some_and(|session| {
        narrative.spots(sentence).iter().any(|other| {
            let at = other.tokens().start;
            at >= head.end && at < session.tokens().start && narrative.is(other, Cue::Planned)
        })
    });
    draft.next = next && draft.ordinal.is_none();
    // "Кения мен Гана комиссиясы" is one of two governments, whatever it is called.
    let countries = narrative.mentions(sentence).iter().filter(|mention| {
        mention.tokens.end <= head.start && head.start - mention.tokens.end <= SESSION_REACH
    });
    let bilateral = countries.count() > 1 && session.is_some();
    let told = if cue == Cue::Panel {
        draft.ordinal.is_some()
            || draft.next
            || bilateral
            || session.is_some() && is_planned(narrative, &draft)
    } else {
        session.is_some() || draft.ordinal.is_some()
    };
    told.then_some(draft)
}

/// A meeting: "X-тің Y-пен кездесуі", "Y билан учрашувда X"; a bare "meeting" points back.
fn meeting(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    spot: &Spot,
) -> Option<Draft> {
    let mut draft = noun::named(narrative, people, sentence, spot, EventKind::Meeting)?;
    let head = draft.head.clone();
    let sightings = people.sightings(sentence);
    let with = sightings.iter().rev().find(|s| s.whole.end <= head.start && head.start - s.whole.end <= 2);
    if let Some(with) = with {
        draft.people.push((with.person, Role::Participant));
        let other = sightings.iter().find(|s| s.person != with.person);
        draft.people.extend(other.map(|other| (other.person, Role::Participant)));
        return Some(draft);
    }
    // "Келіссөз қорытындысы бойынша": what else took place is told of.
    if narrative.cue_at(head.end, Cue::Aside).is_some() && draft.ordinal.is_none() {
        draft.back = true;
        return Some(draft);
    }
    // A session without a name is one that was named.
    // "Тәуелсіз мемлекеттер кеңесінің отырысы": the session of a body that is named is none that was told of.
    let owner = head.start.checked_sub(1).filter(|at| *at >= narrative.tokens(sentence).start);
    let owned = owner.is_some_and(|at| {
        let panel = narrative.spot_before(head.start).is_some_and(|spot| narrative.is(spot, Cue::Panel));
        crate::people::name::owns(narrative, at) && !panel && narrative.cue_at(at, Cue::Anaphor).is_none()
    });
    draft.back = !draft.named && draft.ordinal.is_none() && narrative.is(spot, Cue::Session) && !owned;
    if draft.back {
        draft.kind = EventKind::CommissionSession;
    }
    Some(draft)
}

/// How far before the verb of a meeting the one may stand whom somebody met.
const MET_REACH: usize = 6;

/// Two people came together; where one is named, the other is the one spoken of, or is named by the office alone.
fn met(narrative: &Narrative<'_, '_>, people: &People<'_>, sentence: usize, spot: &Spot) -> Option<Draft> {
    if let Some(draft) = verb::met(narrative, people, sentence, spot) {
        return Some(draft);
    }
    let head = spot.tokens();
    let start = narrative.tokens(sentence).start;
    let with = people.sightings(sentence).iter().rev().find(|s| s.whole.end <= head.start);
    let with = with.filter(|s| head.start - s.whole.end <= MET_REACH);
    let before = sentence.checked_sub(1).map_or(&[][..], |before| people.sightings(before));
    let pronoun = (start..head.start).any(|at| narrative.cue_at(at, Cue::Pronoun(false)).is_some());
    let he = before.first().filter(|_| pronoun);
    let office = (start..head.start)
        .rev()
        .take(MET_REACH)
        .find(|at| narrative.reading().meanings_at(*at).contains(&Meaning::Office));
    let opens = match (he, with) {
        (Some(_), Some(with)) => with.whole.start,
        // One alone met nobody; officials without names met each other.
        (_, Some(_)) => return None,
        _ => office?,
    };
    let mut draft = Draft::new(EventKind::Meeting, sentence, head.clone(), opens..head.end);
    draft.people.extend(he.into_iter().chain(with).map(|s| (s.person, Role::Participant)));
    draft.received = narrative.is(spot, Cue::Receives);
    Some(draft)
}

/// How far before the verb the place may stand that somebody went to.
const GOAL_REACH: usize = 10;

/// Somebody went somewhere: "Астанаға келді", "Tojikistonga bordi".
fn visited(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    spot: &Spot,
) -> Option<Draft> {
    let head = spot.tokens();
    let from = narrative.tokens(sentence).start.max(head.start.saturating_sub(GOAL_REACH));
    let (place, host) = (from..head.start).rev().find_map(|at| goal(narrative, sentence, at))?;
    let guests = people.sightings(sentence).iter().filter(|s| !visit::invites(narrative, s));
    let visitor = guests.rev().find(|s| s.whole.end <= place.start);
    // "Делегация келді", "Президент барады": named by the office alone.
    let sent = || {
        (narrative.tokens(sentence).start..place.start)
            .rev()
            .find(|at| narrative.reading().meanings_at(*at).contains(&Meaning::Office))
            .filter(|at| !narrative.reading().tokens[*at].form.has(Form::MANY))
    };
    // "Ханойға вице-премьер бастаған делегация барды": who went may stand behind the goal.
    let behind = || {
        let went = |spot: &&Spot| {
            (place.end..head.start).contains(&spot.tokens().start)
                && (narrative.is(spot, Cue::Office) || narrative.is(spot, Cue::Delegation))
        };
        narrative.spots(sentence).iter().find(went).map(|spot| spot.tokens().start)
    };
    let opens = visitor.map(|s| s.whole.start).or_else(sent);
    let opens = opens.or_else(|| behind().map(|_| place.start))?;
    let form = narrative.reading().tokens[head.end - 1].form;
    let mut draft = Draft::new(EventKind::Visit, sentence, head.clone(), opens..head.end);
    draft.people = visitor.iter().map(|s| (s.person, Role::Visitor)).collect();
    draft.sent = visitor.is_none();
    draft.place = Some(place);
    draft.host = host;
    draft.named = true;
    draft.journey = true;
    draft.status = form.any(Form::AHEAD.with(Form::AIM)).then_some(EventStatus::Planned);
    Some(draft)
}

/// Somebody was somewhere: "Prezident Bokuda bo‘ldi"; where an event is named, it is that which was there.
fn stayed(narrative: &Narrative<'_, '_>, people: &People<'_>, sentence: usize, spot: &Spot) -> Option<Draft> {
    let head = spot.tokens();
    let named = |spot: &Spot| {
        let event = |cue: &Cue| matches!(cue, Cue::Event(_) | Cue::Panel | Cue::Session | Cue::Occasion);
        narrative.cues(spot).iter().any(event)
    };
    if narrative.spots(sentence).iter().any(named) {
        return None;
    }
    let lowest = narrative.tokens(sentence).start.max(head.start.saturating_sub(2));
    let (place, _) = (lowest..head.start).rev().find_map(|at| place_at(narrative, sentence, at))?;
    let visitor = people.sightings(sentence).iter().rev().find(|s| s.whole.end <= place.start)?;
    let host = narrative.mention_at(sentence, place.start).map(|mention| mention.country);
    let mut draft = Draft::new(EventKind::Visit, sentence, head.clone(), visitor.whole.start..head.end);
    draft.people = vec![(visitor.person, Role::Visitor)];
    (draft.named, draft.journey) = (true, true);
    (draft.place, draft.host) = (Some(place), host);
    Some(draft)
}

/// A country or city that a token closes and that somebody goes to.
fn goal(
    narrative: &Narrative<'_, '_>,
    sentence: usize,
    at: usize,
) -> Option<(Range<usize>, Option<Country>)> {
    let reading = narrative.reading();
    if let Some(mention) = narrative.mention_before(sentence, at + 1) {
        let towards = reading.case(&mention.tokens) == Case::To && mention.kind != FormKind::Adjective;
        return towards.then(|| (mention.tokens.clone(), Some(mention.country)));
    }
    let unknown = |at: usize| {
        let token = &reading.tokens[at];
        token.is_word() && token.is_capitalised() && reading.term_at(at).is_none()
    };
    // "Лима шаҳрига": the word for a city has the ending.
    let city = at
        .checked_sub(1)
        .filter(|_| narrative.cue_at(at, Cue::City).is_some() && reading.tokens[at].form.has(Form::TO));
    if let Some(name) = city.filter(|name| *name >= narrative.tokens(sentence).start) {
        let mention = narrative.mention_before(sentence, at).filter(|m| m.kind == FormKind::Capital);
        let place = mention.map(|m| (m.tokens.clone(), Some(m.country)));
        return place.or_else(|| unknown(name).then_some((name..at, None)));
    }
    let towards = unknown(at) && reading.unknown_form(at).has(Form::TO);
    towards.then_some((at..at + 1, None))
}

/// Gives the events of a sentence their places: cities in the case that says where.
pub(super) fn places(narrative: &Narrative<'_, '_>, sentence: usize, drafts: &mut [Draft]) {
    if drafts.is_empty() {
        return;
    }
    let found: Vec<(Range<usize>, Option<Country>)> =
        narrative.tokens(sentence).filter_map(|at| place_at(narrative, sentence, at)).collect();
    for draft in drafts.iter_mut().filter(|draft| draft.place.is_none()) {
        // "Президенттің Қытайға сапары"
        let from = narrative.tokens(sentence).start.max(draft.head.start.saturating_sub(GOAL_REACH));
        let goal = || (from..draft.head.start).rev().find_map(|at| goal(narrative, sentence, at));
        if let Some((place, country)) = (draft.kind == EventKind::Visit).then(goal).flatten() {
            (draft.place, draft.host) = (Some(place), country);
            continue;
        }
        let nearest = found
            .iter()
            .filter(|(place, _)| {
                let spans = matches!(draft.kind, EventKind::Meeting | EventKind::Signing);
                spans || !draft.name.contains(&place.start)
            })
            .min_by_key(|(place, _)| place.start.abs_diff(draft.head.start));
        if let Some((place, country)) = nearest {
            draft.place = Some(place.clone());
            if draft.kind == EventKind::Visit {
                draft.host = *country;
            }
        }
    }
}

/// The city that opens at a token and in which something is: "Алматыда", "Xo‘jand shahrida".
fn place_at(
    narrative: &Narrative<'_, '_>,
    sentence: usize,
    at: usize,
) -> Option<(Range<usize>, Option<Country>)> {
    let reading = narrative.reading();
    let token = reading.tokens.get(at)?;
    let capital = token.is_word() && token.is_capitalised();
    if let Some(mention) = narrative.mention_at(sentence, at) {
        let city = mention.kind == FormKind::Capital;
        let inside = reading.case(&mention.tokens) == Case::In || named_city(narrative, mention.tokens.end);
        return (city && inside).then(|| (mention.tokens.clone(), Some(mention.country)));
    }
    let unknown = capital && reading.term_at(at).is_none() && narrative.spot_at(at).is_none();
    let inside = unknown && (reading.unknown_form(at).has(Form::IN) || named_city(narrative, at + 1));
    inside.then(|| (hyphenated(narrative, at)..at + 1, None))
}

/// Where the name of a city opens that ends with a token: "Ұлан-Баторда".
fn hyphenated(narrative: &Narrative<'_, '_>, at: usize) -> usize {
    let reading = narrative.reading();
    let glued = |at: usize| reading.tokens.get(at).is_some_and(|token| !token.spaced());
    let first = at.checked_sub(2).filter(|_| glued(at) && glued(at - 1) && narrative.word(at - 1) == "-");
    first.filter(|first| reading.tokens[*first].is_capitalised()).unwrap_or(at)
}

/// Says whether the word for a city stands at a token in the case that says where.
fn named_city(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    narrative.cue_at(at, Cue::City).is_some()
        && narrative.reading().tokens.get(at).is_some_and(|token| token.form.has(Form::IN))
        && !narrative.is_link(at, &[Link::And])
}

//! Events in languages whose verbs and links stand behind: "комиссияның 21-ші отырысы", "X билан учрашув",
//! "Астанаға келді", "Алматыда өтті".

use super::draft::{Draft, Role, is_planned};
use super::title::{opens, ordinal};
use super::{noun, verb, visit};
use crate::cues::{Cue, Spot};
use crate::meaning::{Anaphor, Link, Meaning, Speech};
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
        Cue::Event(EventKind::Visit) if brings_guest(narrative, sentence, spot) => None,
        Cue::Event(kind) => {
            let mut draft = noun::named(narrative, people, sentence, spot, kind)?;
            if kind == EventKind::Visit && draft.people.is_empty() {
                of_goal(narrative, people, sentence, &mut draft);
                // "Ташриф 18-19 октябрь кунлари бўлиб ўтди": a day of the visit that was told of.
                let end = draft.head.end;
                let with = narrative.reading().case(&draft.head) != Case::Plain || is_with(narrative, end);
                let bare = draft.people.is_empty() && !draft.sent && draft.host.is_none() && !with;
                (draft.back, draft.dated_only) = (draft.back || bare, draft.dated_only || bare);
            }
            // "Кеңес төртінші рет жиналды": the number stands behind.
            let digits = |at: usize| {
                narrative.reading().tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
            };
            let behind = ordinal_at(narrative.reading(), draft.head.end).filter(|_| !digits(draft.head.end));
            let behind = behind.map(|(number, _)| number);
            draft.ordinal = draft.ordinal.or(behind);
            if matches!(kind, EventKind::Summit | EventKind::Meeting) {
                of_council(narrative, sentence, &mut draft);
            }
            Some(draft)
        }
        Cue::Visits => visited(narrative, people, sentence, spot),
        Cue::Stays => stayed(narrative, people, sentence, spot),
        Cue::Meets | Cue::Receives => met(narrative, people, sentence, spot),
        _ => None,
    }
}

/// "Олий кенгашнинг биринчи мажлиси": the session behind a council that owns it is the event that the council is.
fn of_council(narrative: &Narrative<'_, '_>, sentence: usize, draft: &mut Draft) {
    let end = draft.head.end;
    if !narrative.reading().is_possessive(end - 1) {
        return;
    }
    let session = narrative.spots(sentence).iter().find(|spot| {
        let at = spot.tokens().start;
        at >= end && at - end <= SESSION_REACH && narrative.is(spot, Cue::Session)
    });
    let parted = |at: usize| matches!(narrative.word(at), "," | ";" | ":" | ".");
    let session = session.map(Spot::tokens).filter(|session| !(end..session.start).any(parted));
    if let Some(session) = session {
        draft.ordinal = draft.ordinal.or_else(|| ordinal(narrative, end..session.start));
        draft.tokens.end = draft.tokens.end.max(session.end);
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
    // "Делегациясининг июль ойида АҚШга ташрифи": what a month or year owns is no journey.
    let of_time = |at: usize| {
        let time = |meaning: &Meaning| matches!(meaning, Meaning::Time(_));
        (at.saturating_sub(1)..=at).any(|at| narrative.reading().meanings_at(at).iter().any(time))
    };
    let owns = |at: &usize| crate::people::name::owns(narrative, *at) && !of_time(*at);
    let Some(owner) = (from..place.start).rev().find(owns) else {
        return of_him(people, sentence, draft, place, host);
    };
    let visitor = people.sightings(sentence).iter().find(|s| s.whole.end == owner + 1);
    let office = narrative
        .spot_before(owner + 1)
        .filter(|spot| narrative.is(spot, Cue::Office) || narrative.is(spot, Cue::Delegation));
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
        // "Qo‘shma komissiya uchrashuvi": a meeting right behind its commission is its session.
        let meets = narrative.is(other, Cue::Event(EventKind::Meeting)) || narrative.is(other, Cue::Meets);
        let meets = at == head.end && meets;
        at >= head.end && at - head.end <= SESSION_REACH && (narrative.is(other, Cue::Session) || meets)
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

/// Says whether a word behind some words or their own ending says that it was with them: "вазир билан", "министрмен".
fn is_with(narrative: &Narrative<'_, '_>, end: usize) -> bool {
    let reading = narrative.reading();
    let last = end.checked_sub(1);
    reading.meanings_at(end).contains(&Meaning::Post(Link::With))
        || last.is_some_and(|last| {
            reading.tokens[last].form.has(Form::WITH) || reading.unknown_form(last).has(Form::WITH)
        })
}

/// How far before a meeting the one may stand with whom it was, where "with" says so.
const WITH_REACH: usize = 10;

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
    let led = |s: &&Sighting| {
        s.whole.end < head.start && head.start - s.whole.end <= WITH_REACH && is_with(narrative, s.whole.end)
    };
    if let Some(with) = with.or_else(|| sightings.iter().rev().find(led)) {
        draft.people.push((with.person, Role::Participant));
        let other = sightings.iter().find(|s| s.person != with.person);
        draft.people.extend(other.map(|other| (other.person, Role::Participant)));
        return Some(draft);
    }
    // "Элчи Ўзбекистон делегацияси билан учрашувда таъкидлади": the other side has no name.
    let side = [head.start.checked_sub(1), Some(head.start)].into_iter().flatten();
    let side = side.filter(|at| is_with(narrative, *at)).find_map(|at| narrative.spot_before(at));
    let side = side.filter(|spot| narrative.is(spot, Cue::Delegation) || narrative.is(spot, Cue::Office));
    let one = sightings.iter().rev().find(|s| side.is_some_and(|side| s.whole.end <= side.tokens().start));
    if let Some(one) = one {
        draft.people.push((one.person, Role::Participant));
        return Some(draft);
    }
    // "Келіссөз қорытындысы бойынша": what else took place is told of.
    if narrative.cue_at(head.end, Cue::Aside).is_some() && draft.ordinal.is_none() {
        draft.back = true;
        return Some(draft);
    }
    // "Кездесуді елші ашты": what opens a sentence without a word more was told of.
    // "Учрашув аввалида": and what says when in its course something was done.
    let course = narrative.reading().tokens.get(head.end).is_some_and(|next| next.form.has(Form::IN));
    let bare = head.start == narrative.tokens(sentence).start
        && (course || narrative.reading().case(&head) != Case::Plain);
    if bare && !draft.named && draft.ordinal.is_none() && !narrative.is(spot, Cue::Session) {
        draft.back = true;
        return Some(draft);
    }
    // "Келесі отырыс Лимада өтеді": the one after that of the commission that was told of.
    let next = head.start.checked_sub(1).is_some_and(|at| narrative.cue_at(at, Cue::Planned).is_some());
    if narrative.is(spot, Cue::Session)
        && next
        && of_told(narrative, sentence)
        && is_planned(narrative, &draft)
    {
        (draft.kind, draft.next) = (EventKind::CommissionSession, true);
        return Some(draft);
    }
    // A session without a name is one that was named.
    // "Тәуелсіз мемлекеттер кеңесінің отырысы": the session of a body that is named is none that was told of.
    let owner = head.start.checked_sub(1).filter(|at| *at >= narrative.tokens(sentence).start);
    let owned = owner.is_some_and(|at| {
        let panel = narrative.spot_before(head.start).is_some_and(|spot| narrative.is(spot, Cue::Panel));
        crate::people::name::owns(narrative, at) && !panel && narrative.cue_at(at, Cue::Anaphor).is_none()
    });
    // "Навбатдаги, саккизинчи мажлис Тошкентда ўтади": of the commission that was told of.
    if narrative.is(spot, Cue::Session) && draft.ordinal.is_some() && !owned && of_told(narrative, sentence) {
        draft.kind = EventKind::CommissionSession;
        return Some(draft);
    }
    draft.back = !draft.named && draft.ordinal.is_none() && narrative.is(spot, Cue::Session) && !owned;
    if draft.back {
        draft.kind = EventKind::CommissionSession;
    }
    Some(draft)
}

/// So many sentences before a session its commission may be named.
const TOLD: usize = 12;

/// Says whether one of the sentences before names a commission.
fn of_told(narrative: &Narrative<'_, '_>, sentence: usize) -> bool {
    (sentence.saturating_sub(TOLD)..sentence).any(|before| {
        narrative.spots(before).iter().any(|spot| {
            narrative.is(spot, Cue::Panel) || narrative.is(spot, Cue::Event(EventKind::CommissionSession))
        })
    })
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
    let near = |s: &&Sighting| {
        let reach = if is_with(narrative, s.whole.end) { WITH_REACH } else { MET_REACH };
        head.start - s.whole.end <= reach
    };
    let with = with.filter(near);
    let before = sentence.checked_sub(1).map_or(&[][..], |before| people.sightings(before));
    let pronoun = (start..head.start).any(|at| narrative.cue_at(at, Cue::Pronoun(false)).is_some());
    let he = before.first().filter(|_| pronoun);
    let office = (start..head.start)
        .rev()
        .take(MET_REACH)
        .find(|at| narrative.reading().meanings_at(*at).contains(&Meaning::Office));
    let opens = match (he, with) {
        (Some(_), Some(with)) => with.whole.start,
        // "Вазир билан учрашув ўтказилди": where nobody is spoken of, it is not said who met whom.
        (_, Some(with)) if before.is_empty() && is_with(narrative, with.whole.end) => with.whole.start,
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

/// Says whether a verb only says of the one who is met that he came: "O‘zbekistonga kelgan delegatsiyani qabul qildi".
fn describes_guest(narrative: &Narrative<'_, '_>, sentence: usize, verb: &Range<usize>) -> bool {
    let form = narrative.reading().tokens[verb.end - 1].form;
    let goes_on = narrative.word(verb.end) != "," && !narrative.is_link(verb.end, &[Link::And]);
    let met = |spot: &Spot| {
        let meets = narrative.is(spot, Cue::Meets) || narrative.is(spot, Cue::Receives);
        spot.tokens().start > verb.end && meets
    };
    form.has(Form::PAST) && goes_on && narrative.spots(sentence).iter().any(met)
}

/// How far behind a visit the verb may stand that says who made it.
const BRINGS: usize = 5;

/// Says whether a visit only says how the one came who is met: "мемлекеттік сапармен келген Әмірмен келіссөз жүргізді".
fn brings_guest(narrative: &Narrative<'_, '_>, sentence: usize, visit: &Spot) -> bool {
    let end = visit.tokens().end;
    let parted = |at: usize| matches!(narrative.word(at), "," | ";" | ":");
    let verb = narrative.spots(sentence).iter().map(|spot| (spot, spot.tokens())).find(|(spot, tokens)| {
        (end..end + BRINGS).contains(&tokens.start) && narrative.is(spot, Cue::Visits)
    });
    // The verb may be one phrase with its noun.
    let own = narrative.is(visit, Cue::Visits).then(|| visit.tokens());
    let verb = verb.map(|(_, tokens)| tokens).or(own);
    verb.is_some_and(|verb| !(end..verb.start).any(parted) && describes_guest(narrative, sentence, &verb))
}

/// Somebody went somewhere: "Астанаға келді", "Tojikistonga bordi".
fn visited(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    spot: &Spot,
) -> Option<Draft> {
    let head = spot.tokens();
    if describes_guest(narrative, sentence, &head) {
        return None;
    }
    let from = narrative.tokens(sentence).start.max(head.start.saturating_sub(GOAL_REACH));
    let (place, host) = (from..head.start).rev().find_map(|at| goal(narrative, sentence, at))?;
    let guests = people.sightings(sentence).iter().filter(|s| !visit::invites(narrative, s));
    // "Пабло Диаснинг сўзларига кўра": who said it did not go there.
    let guests = guests.filter(|s| !is_source(narrative, s.whole.end));
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
    // "Тоқаев Мәскеуге барады": called by the surname alone.
    let surname = || {
        let first = narrative.tokens(sentence).start;
        let reading = narrative.reading();
        let name = reading.tokens.get(first).filter(|_| first < place.start)?;
        let known = reading.term_at(first).is_some() || narrative.spot_at(first).is_some();
        (name.is_word() && name.is_capitalised() && !known && reading.unknown_form(first) == Form::NONE)
            .then_some(first)
    };
    let opens = visitor.map(|s| s.whole.start).or_else(sent);
    let opens = opens.or_else(|| behind().map(|_| place.start)).or_else(surname)?;
    let form = narrative.reading().tokens[head.end - 1].form;
    let mut draft = Draft::new(EventKind::Visit, sentence, head.clone(), opens..head.end);
    draft.people = visitor.iter().map(|s| (s.person, Role::Visitor)).collect();
    draft.sent = visitor.is_none();
    draft.place = Some(place).filter(|place| !is_ours(narrative, place.start));
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

/// Says whether words say that somebody told what follows: "сўзларига кўра", "айтуынша".
fn is_source(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    narrative.reading().meanings_at(at).contains(&Meaning::Speech(Speech::According))
}

/// Says whether a word stands for our country: "mamlakatimizga keldi".
fn is_ours(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    narrative.reading().meanings_at(at).contains(&Meaning::Anaphor(Anaphor::Ours))
}

/// A country or city that a token closes and that somebody goes to.
fn goal(
    narrative: &Narrative<'_, '_>,
    sentence: usize,
    at: usize,
) -> Option<(Range<usize>, Option<Country>)> {
    let reading = narrative.reading();
    if is_ours(narrative, at) {
        return reading.tokens[at].form.has(Form::TO).then(|| (at..at + 1, narrative.notes.home));
    }
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
        .filter(|_| narrative.cue_at(at, Cue::City).or(narrative.cue_at(at, Cue::Region)).is_some())
        .filter(|_| reading.tokens[at].form.has(Form::TO));
    if let Some(name) = city.filter(|name| *name >= narrative.tokens(sentence).start) {
        let mention = narrative.mention_before(sentence, at).filter(|m| m.kind == FormKind::Capital);
        let place = mention.map(|m| (m.tokens.clone(), Some(m.country)));
        return place.or_else(|| unknown(name).then_some((name..at, None)));
    }
    // "Qisqa suhbatdan so‘ng ...": the first word of a sentence has a capital whatever it is.
    let opens = at == narrative.tokens(sentence).start;
    let near = || (at + 1..at + 1 + NEAR_VERB).any(|verb| narrative.cue_at(verb, Cue::Visits).is_some());
    let towards = unknown(at) && reading.unknown_form(at).has(Form::TO) && (!opens || near());
    towards.then_some((at..at + 1, None))
}

/// So far behind the first word of a sentence the verb of a journey may stand to which it is the goal.
const NEAR_VERB: usize = 4;

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
            draft.host = country;
            draft.place = Some(place).filter(|place| !is_ours(narrative, place.start));
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
            (draft.place, draft.host) = (Some(place.clone()), *country);
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

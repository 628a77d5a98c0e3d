//! Events that a noun names: "the 21st meeting of the commission", "a business forum", "the visit of X to Y".

use super::draft::{Draft, Role};
use super::title::{closes, is_weekday, opens, ordinal};
use super::{signing, visit};
use crate::cues::{Cue, Lead, Spot};
use crate::meaning::{Link, Meaning, Time};
use crate::morphology::Form;
use crate::narrative::Narrative;
use crate::party::Mention;
use crate::people::{People, Sighting, listed_countries};
use crate::token::Token;
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
    // "К форуму «Перу – Чили»", "проведение Форума регионов": its name is told.
    let quoted = kind == EventKind::Forum
        && narrative.has_genitive()
        && narrative.is_quotation_mark(head.end)
        && narrative.reading().tokens[head.end].spaced();
    let titled = kind == EventKind::Forum
        && narrative.has_genitive()
        && head.len() > 1
        && head.start > bounds.start
        && narrative.reading().tokens[head.start].is_capitalised();
    draft.named = start < head.start && !is_weekday(narrative, start) || held || quoted || titled;
    draft.ordinal = ordinal(narrative, start.saturating_sub(2).max(bounds.start)..head.start);
    if matches!(kind, EventKind::Summit | EventKind::Forum) {
        number_of_series(narrative, sentence, &mut draft);
        if is_first_in(narrative, start) {
            if !is_held(narrative, sentence, &head) {
                return None;
            }
            (draft.ordinal, draft.named) = (None, false);
        }
    }
    match kind {
        EventKind::CommissionSession => commission(narrative, sentence, draft),
        EventKind::Visit => visit::visit(narrative, people, draft, end),
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
                && matches!(kind, EventKind::Meeting | EventKind::Forum)
                && stands_alone(narrative, sentence, &head);
            // "At the meeting of the minister with the ambassador" is told with those who met.
            let with = if narrative.is_link(head.end, &[Link::With]) { head.end + 1 } else { head.end };
            let whose = people.sightings(sentence).iter().any(|s| {
                let at = narrative.past_article(with);
                (s.whole.start == at || s.whole.start == with)
                    && (with > head.end || narrative.has_genitive())
            });
            // "The talks between the heads of state" are told with those who met.
            let between = kind == EventKind::Meeting && narrative.is_link(head.end, &[Link::Between]);
            let sides = |m: &&Mention| (head.end..head.end + SIDES).contains(&m.tokens.start);
            draft.sent |= between && narrative.mentions(sentence).iter().filter(sides).count() > 1;
            let whose = whose || between;
            // "Саммит якунида ҳужжатлар имзоланади": what opens its sentence without a name was told of.
            let opener = narrative.reading().pack.traits.verb_final
                && kind == EventKind::Summit
                && head.start == bounds.start
                && narrative.cue_at(head.end, Cue::Aside).is_some();
            let known = start == head.start && (article || bare || opener) && end == head.end && !whose;
            draft.apart = is_apart(narrative, start);
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
fn number_of_series(narrative: &Narrative<'_, '_>, sentence: usize, draft: &mut Draft) {
    let head = draft.head.clone();
    // A council has a name of several words, the first with a capital.
    let tokens = &narrative.reading().tokens;
    let titled = |at: usize| tokens.get(at).is_some_and(Token::is_capitalised);
    let titled = titled(head.start) || narrative.has_genitive() && head.clone().skip(1).any(titled);
    draft.named |= draft.kind == EventKind::Summit && head.len() > 1 && titled;
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

/// So far behind its opening an event may be named: "the opening of the second Ghana-Nigeria Business Summit".
const OPENED: usize = 6;

/// Says whether a noun is followed by the event that it is a part of.
fn opens_another(narrative: &Narrative<'_, '_>, sentence: usize, head: &Range<usize>) -> bool {
    narrative.spots(sentence).iter().any(|spot| {
        // "A press conference following the talks" is an event of its own.
        let article = head.len() > 1 && narrative.alone(head.end - 1).contains(&Meaning::Article);
        let reach = if narrative.is_link(head.end, &[Link::Of]) || article { OPENED } else { 3 };
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

/// "На саммите состоялась встреча Карлоса Риверо и Луиса Торреса": whose meeting it was stands right behind it, and the
/// summit is only where they met.
pub(super) fn meeting_at(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    drafts: &mut [Draft],
) {
    let whose = |draft: &Draft| {
        let named = |s: &Sighting| s.whole.start == draft.head.end || s.name.start == draft.head.end;
        draft.kind == EventKind::Meeting && people.sightings(sentence).iter().any(named)
    };
    let Some(meeting) = drafts.iter().find(|draft| whose(draft)).map(|draft| draft.head.start) else {
        return;
    };
    if narrative.has_genitive() {
        for draft in drafts.iter_mut().filter(|draft| draft.head.start < meeting) {
            draft.aside |= matches!(draft.kind, EventKind::Summit | EventKind::Forum);
        }
    }
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
///
/// `of_series` says whether a session was told of before, of which this may be the next.
pub(super) fn session(
    narrative: &Narrative<'_, '_>,
    sentence: usize,
    spot: &Spot,
    of_series: bool,
) -> Option<Draft> {
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
    // "The next session will be held in 2026"
    if body.is_none() && is_apart(narrative, start) {
        // Of nothing that was named it is a meeting.
        draft.kind = if of_series { EventKind::CommissionSession } else { EventKind::Meeting };
        (draft.apart, draft.back) = (true, false);
        return Some(draft);
    }
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

/// So far behind "talks between" the countries may stand whose officials met.
const SIDES: usize = 10;

/// So many words the number of an event in its series has at most.
const NUMBER: usize = 3;

/// "The 8th meeting", where the session of a commission was told of: a session of it that is only numbered.
pub(super) fn of_series(narrative: &Narrative<'_, '_>, draft: Draft, told: bool) -> Draft {
    let before = draft.name.start..draft.head.start;
    let bare = draft.name.end == draft.head.end
        && draft.head.len() == 1
        && before.len() <= NUMBER
        && !{ before }.any(|at| narrative.mention_at(draft.sentence, at).is_some());
    let of = narrative.is_link(draft.head.end, &[Link::Of]);
    let series = draft.kind == EventKind::Meeting && draft.ordinal.is_some() && bare && !of;
    let verb_final = narrative.reading().pack.traits.verb_final;
    Draft {
        kind: if series && told && !verb_final { EventKind::CommissionSession } else { draft.kind },
        ..draft
    }
}

/// Says whether a word before an event says that it is the one before or after another: "прошлый форум".
fn is_apart(narrative: &Narrative<'_, '_>, start: usize) -> bool {
    // A capital at the head of its sentence makes the word part of the name.
    let mut before = start.checked_sub(1).into_iter().chain([start]);
    let other = |at: usize| {
        let meanings = narrative.reading().meanings_at(at);
        meanings.contains(&Meaning::Time(Time::Behind)) || meanings.contains(&Meaning::Time(Time::Ahead))
    };
    !narrative.reading().pack.traits.verb_final && before.any(other)
}

/// Another event of the kind told of last, of which only the number is told: "Первый состоялся в мае".
pub(super) fn numbered(
    narrative: &Narrative<'_, '_>,
    sentence: usize,
    verb: &Spot,
    kind: Option<EventKind>,
) -> Option<Draft> {
    let series = |kind: &EventKind| {
        matches!(kind, EventKind::CommissionSession | EventKind::Forum | EventKind::Summit)
    };
    let kind = kind.filter(series)?;
    let opens = narrative.tokens(sentence).start;
    let planned = narrative.is(verb, Cue::Planned);
    let verb = verb.tokens();
    if verb.start == opens || verb.start - opens > NUMBER {
        return None;
    }
    let number = ordinal(narrative, opens..verb.start)?;
    let word =
        |at: usize| narrative.alone(at).iter().any(|m| matches!(m, Meaning::Ordinal(_) | Meaning::Number(_)));
    if !(opens..verb.start).all(word) {
        return None;
    }
    let mut draft = Draft::new(kind, sentence, verb.clone(), opens..verb.end);
    draft.name = opens..verb.start;
    draft.ordinal = Some(number);
    (draft.apart, draft.status) =
        (true, Some(if planned { EventStatus::Planned } else { EventStatus::Held }));
    Some(draft)
}

/// Another event of the kind told of last, without its noun: "the next is planned for May".
pub(super) fn another(
    narrative: &Narrative<'_, '_>,
    sentence: usize,
    spot: &Spot,
    kind: Option<EventKind>,
) -> Option<Draft> {
    let series = |kind: &EventKind| {
        matches!(kind, EventKind::CommissionSession | EventKind::Forum | EventKind::Summit)
    };
    let head = spot.tokens();
    let kind = kind.filter(series)?;
    let verb = narrative.spot_at(head.end)?;
    let planned = narrative.is(verb, Cue::Planned);
    (planned || narrative.is(verb, Cue::Held)).then_some(())?;
    let mut draft = Draft::new(kind, sentence, head, spot.tokens().start..verb.tokens().end);
    draft.name = spot.tokens();
    draft.apart = true;
    draft.status = Some(if planned { EventStatus::Planned } else { EventStatus::Held });
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
    // "The commission of Kenya and Ghana met in Accra"
    let of = of_countries(narrative, sentence, head_end).is_some_and(|(countries, _)| countries > 1);
    let bilateral = countries.count() > 1 || between.count() > 1 || of;
    // "The commission, which met in Accra on 5 May": told with its place and its day.
    let met = narrative.is_link(head_end + usize::from(narrative.word(head_end) == ","), &[Link::Which]);
    commission(narrative, sentence, draft)
        .filter(|draft| draft.ordinal.is_some() || draft.next || bilateral || met)
}

/// How many countries a commission is told to be of right behind it, and where they end.
fn of_countries(narrative: &Narrative<'_, '_>, sentence: usize, at: usize) -> Option<(usize, usize)> {
    if narrative.reading().pack.traits.verb_final {
        return None;
    }
    let of = narrative.is_link(at, &[Link::Of]);
    let opens = if of { narrative.past_article(at + 1) } else { at };
    (of || narrative.has_genitive()).then_some(())?;
    let (countries, end) = listed_countries(narrative, sentence, opens, narrative.tokens(sentence).end)?;
    Some((countries.len(), end))
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
        draft.apart = is_apart(narrative, start);
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
    // "Комиссия Перу и Чили пройдет в ноябре"
    let countries = of_countries(narrative, sentence, draft.name.end).map_or(draft.name.end, |(_, end)| end);
    let met = narrative
        .spot_at(if which { draft.name.end + comma + 1 } else { countries })
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

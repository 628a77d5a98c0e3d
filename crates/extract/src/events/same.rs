//! When two things that are told are one event, or one part of the other.

use super::draft::{Draft, Role};
use crate::narrative::Narrative;
use entente_model::{EventKind, EventStatus};

/// What the visitor does in so many sentences behind a visit is part of it.
const DURING: usize = 3;

/// Says whether two things agree, where both are known.
pub(super) fn agree<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}

/// Says whether a day lies in an event, where both have one.
pub(super) fn agree_in_time(a: &Draft, b: &Draft) -> bool {
    match (a.date, b.date) {
        // "Last year the first session was held": not on a day that another sentence tells.
        (Some(_), None) if b.elsewhen => false,
        (None, Some(_)) if a.elsewhen => false,
        // "28 February" alone, and "on 27 February" behind it: the day of the text is not that of the event.
        (Some(x), Some(y)) if a.lined && x > y => x.since(y).is_ok_and(|apart| apart.get_days() <= LINED),
        (Some(x), Some(y)) => x == y || a.until.is_some_and(|until| (x..=until).contains(&y)),
        _ => true,
    }
}

/// So many days before the text the event may have been that it tells of.
const LINED: i32 = 3;

/// Says whether two drafts of one kind tell of one event.
pub(super) fn is_same(narrative: &Narrative<'_, '_>, a: &Draft, b: &Draft) -> bool {
    // "He told reporters after talks with the minister": the talks are no talk to the press.
    if a.press != b.press {
        return false;
    }
    if a.kind != b.kind || !agree(a.ordinal, b.ordinal) || !agree_in_time(a, b) {
        return false;
    }
    // "The previous forum" is none of those told of, unless its number or its day says so.
    let told = a.ordinal.is_some() && a.ordinal == b.ordinal || a.date.is_some() && a.date == b.date;
    if a.apart != b.apart && !told {
        return false;
    }
    let shares = a.people.iter().any(|(person, _)| b.people.iter().any(|(other, _)| other == person));
    let unnamed = a.people.is_empty() || b.people.is_empty();
    match a.kind {
        // "The next meeting of the commission" is another one.
        EventKind::CommissionSession => {
            // "It will meet in May. The fifth session was held in 2022": one is to come, the other has been.
            let both = a.ordinal.is_some() && a.ordinal == b.ordinal || a.date.is_some() && a.date == b.date;
            if !both && !agree(a.status, b.status) {
                return false;
            }
            let past = a.status != Some(EventStatus::Planned) && (a.ordinal.is_some() || a.date.is_some());
            !(b.next && past)
        }
        // "He will visit Peru. In 2022 he visited Peru": one is to come, the other has been.
        EventKind::Visit => {
            let other = is_another_time(a, b);
            (shares || (a.sent || b.sent)) && agree(a.host, b.host) && !other
        }
        EventKind::Other => shares || unnamed,
        // "Met to prepare for the consultations that are to be held on 8 October": one has been, the other is to come.
        EventKind::Meeting => {
            let dated = a.date.is_some() != b.date.is_some();
            let other = unnamed && dated && narrative.reading().pack.traits.month_first;
            // "He received the minister. He also received the ambassador": each is another one's meeting.
            let received = a.received && b.received && others(a, b);
            (shares || unnamed) && (!other || agree(a.status, b.status)) && !received
        }
        // "A round table was held at the fair on its second day"
        EventKind::Forum if a.date != b.date && a.date.is_some() && b.date.is_some() => {
            same_noun(narrative, a, b) && names_agree(narrative, a, b)
        }
        // "The forum will be held in Lima. Last year it was held in Quito"
        EventKind::Forum | EventKind::Summit
            if narrative.has_genitive() && a.sentence != b.sentence && is_another_time(a, b) =>
        {
            a.ordinal.is_some() && a.ordinal == b.ordinal
        }
        EventKind::Forum | EventKind::Summit
            if narrative.has_genitive() && a.date.is_some() && a.date == b.date =>
        {
            same_noun(narrative, a, b) || names_agree(narrative, a, b)
        }
        EventKind::Forum | EventKind::Summit | EventKind::Signing => {
            a.ordinal.is_some() && a.ordinal == b.ordinal || names_agree(narrative, a, b)
        }
    }
}

/// Says whether each of two meetings has somebody who is not told of at the other.
fn others(a: &Draft, b: &Draft) -> bool {
    let missing = |from: &Draft, of: &Draft| {
        from.people.iter().any(|(person, _)| of.people.iter().all(|(other, _)| other != person))
    };
    missing(a, b) && missing(b, a)
}

/// Says whether one event is to come and the other has been, on a day that is not told.
fn is_another_time(a: &Draft, b: &Draft) -> bool {
    let held = |draft: &Draft| draft.status == Some(EventStatus::Held) && draft.date.is_none();
    let planned = |draft: &Draft| draft.status == Some(EventStatus::Planned);
    held(a) && planned(b) || planned(a) && held(b)
}

/// So many letters of a noun stay the same whatever its case.
const STEM: usize = 4;

/// Says whether two events are called by one noun.
fn same_noun(narrative: &Narrative<'_, '_>, a: &Draft, b: &Draft) -> bool {
    let stem = |draft: &Draft| {
        let word = narrative.reading().word(draft.head.end - 1);
        word.chars().take(STEM).flat_map(char::to_lowercase).collect::<String>()
    };
    stem(a) == stem(b)
}

/// Says whether two words are one but for their endings: "кенгаши", "кенгашнинг".
fn is_form(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    shared > STEM && shared + ENDING >= a.chars().count().min(b.chars().count())
}

/// So many letters of the shorter of two forms may be its ending.
const ENDING: usize = 2;

/// An ending has at most so many letters.
const CASE_ENDING: usize = 3;

/// Says whether two words are forms of one: "Форума", "форум".
fn is_one_word(a: &str, b: &str) -> bool {
    let small = |word: &str| word.chars().flat_map(char::to_lowercase).collect::<Vec<char>>();
    let (a, b) = (small(a), small(b));
    let common = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    common >= STEM && common + CASE_ENDING >= a.len().max(b.len())
}

/// Says whether the words of one name are all in the other.
fn names_agree(narrative: &Narrative<'_, '_>, a: &Draft, b: &Draft) -> bool {
    if !a.named || !b.named {
        return true;
    }
    let reading = narrative.reading();
    let traits = reading.pack.traits;
    let same = |a: &str, b: &str| {
        a.eq_ignore_ascii_case(b)
            || traits.verb_final && is_form(a, b)
            || traits.genitive && is_one_word(a, b)
    };
    let has = |words: &Draft, word: &str| words.name.clone().any(|at| same(reading.word(at), word));
    let inside = |one: &Draft, other: &Draft| one.name.clone().all(|at| has(other, reading.word(at)));
    // "Форумда": where endings change the only word of a name, it tells nothing from any other.
    let bare =
        |draft: &Draft| reading.pack.traits.verb_final && draft.name == draft.head && draft.head.len() == 1;
    inside(a, b) || inside(b, a) || bare(a) || bare(b)
}

/// Says whether a meeting is told of in a sentence before the one that first tells of an event.
const fn is_before(event: &Draft, meeting: &Draft) -> bool {
    meeting.head.start < event.head.start && meeting.sentence < event.sentence
}

/// Says whether a meeting is part of another event: of the commission whose members met, of a visit told of in the
/// same sentence.
pub(super) fn holds(event: &Draft, meeting: &Draft) -> bool {
    if event.after && meeting.sentence < event.sentence {
        return false;
    }
    let elsewhen = event.elsewhen && !meeting.elsewhen && !meeting.led;
    if elsewhen || !agree_in_time(event, meeting) || event.aside && meeting.is_of_people() {
        return false;
    }
    let status = |draft: &Draft| draft.status.unwrap_or(EventStatus::Held);
    let known = |person: &usize| event.people.iter().any(|(other, _)| other == person);
    let all_known = meeting.people.iter().all(|(person, _)| known(person));
    match event.kind {
        // "They agreed that the commission will meet in June": where they agreed is no part of it.
        EventKind::CommissionSession | EventKind::Summit
            if status(event) == EventStatus::Planned && meeting.status == Some(EventStatus::Held) =>
        {
            false
        }
        EventKind::CommissionSession => {
            let near = event.sentence <= meeting.sentence + DURING;
            let led = |person: &usize| {
                event.people.iter().any(|(other, role)| other == person && *role == Role::CoChair)
            };
            // Where two led the session, a third who met one of them met elsewhere.
            let co_chairs = event.people.iter().filter(|(_, role)| *role == Role::CoChair).count() > 1;
            let elsewhere =
                co_chairs && meeting.people.len() > 1 && !meeting.people.iter().all(|(p, _)| led(p));
            let nobody = event.people.is_empty() || meeting.people.is_empty();
            // "The presidents spoke on 5 May. A session was held in April": what has people and a day of its own is
            // no part of what was told behind it without either.
            let elsewhere_held = event.place.is_some() && meeting.place.is_none();
            // One who receives another holds no session, also where the session has its number.
            let apart = event.ordinal.is_none() && (meeting.date.is_some() || elsewhere_held);
            let own = event.people.is_empty()
                && event.date.is_none()
                && event.sentence >= meeting.sentence
                && (apart || meeting.received)
                && meeting.people.len() > 1;
            // "Talks were held on 2 May. The tasks of the second session were set": a day of its own that came before.
            let before = is_before(event, meeting) && meeting.date.is_some() && event.date.is_none();
            let unnamed = nobody && near && status(event) == status(meeting) && !own && !before;
            // "The co-chairs met. The next session will be in May": that is another.
            let to_come = event.status == Some(EventStatus::Planned) && meeting.status != event.status;
            let led_it = meeting.led && !to_come;
            !elsewhere && !meeting.people.is_empty() && all_known || led_it || unnamed
        }
        EventKind::Visit => {
            let visitor = event.people.iter().find(|(_, role)| *role == Role::Visitor);
            let comes =
                visitor.is_some_and(|(visitor, _)| meeting.people.iter().any(|(other, _)| other == visitor));
            // "He will hold talks with the President": who came is not named again.
            let there = meeting.place.is_none() || meeting.host.is_some() && meeting.host == event.host;
            let then = meeting.date.is_none() || meeting.date == event.date;
            let his = meeting.people.len() < 2 && then && there;
            let part = (comes || his && visitor.is_some()) && meeting.sentence <= event.sentence + DURING;
            let during = part && meeting.sentence >= event.sentence;
            // A meeting with a number is one of a series of its own.
            let numbered = meeting.ordinal.is_some();
            // "He arrived on a visit. In the course of it he will hold talks."
            // Where the visit is told of again behind the talks, they are part of one that has begun.
            let to_come = part
                && meeting.head.start >= event.head.start
                && meeting.date.is_none()
                && status(meeting) == EventStatus::Planned
                && (during || status(event) == EventStatus::Held);
            let when = status(event) == status(meeting) || to_come;
            // "The talks were on what was agreed in the course of the visit": two others met.
            let beside =
                event.sentence == meeting.sentence && (visitor.is_some() || meeting.people.len() < 2);
            !numbered && (beside || during || to_come) && when
        }
        EventKind::Summit => {
            let shared = meeting.people.iter().any(|(person, _)| known(person));
            // Those who met are not known where only their offices are named.
            let unnamed = meeting.sent && meeting.people.is_empty();
            all_known && !unnamed || (shared && meeting.date.is_none() && meeting.place.is_none())
        }
        _ => false,
    }
}

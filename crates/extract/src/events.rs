//! The events of a text: sessions, meetings, visits, forums, signings, summits, each once.

mod agenda;
mod behind;
mod cast;
mod day;
mod draft;
mod merge;
mod noun;
mod opening;
mod place;
mod same;
mod signing;
mod title;
mod verb;
mod visit;
mod when;

#[cfg(test)]
mod tests;

use crate::cues::Cue;
use crate::narrative::Narrative;
use crate::people::People;
use draft::{Draft, Role};
use entente_model::{Country, Event, EventKind, EventStatus, Participant};
use merge::Told;

/// Reads the events of a text, in the order in which they are first told of.
pub(crate) fn read(narrative: &Narrative<'_, '_>, people: &People<'_>) -> Vec<Event> {
    let mut told = Told::default();
    let mut dateline = None;
    for sentence in 0..narrative.sentences {
        let mut drafts = of_sentence(narrative, people, sentence, &told);
        if drafts.is_empty() && told.is_empty() {
            drafts.extend(verb::conferred(narrative, people, sentence));
            place::places(narrative, sentence, &mut drafts);
        }
        drafts
            .retain(|draft| draft.kind != EventKind::Visit || draft.is_told_of() || draft.back || draft.sent);
        let free = when::date(narrative, sentence, &mut drafts, told.last_date());
        drafts.retain(|draft| draft.is_told_of() || draft.back);
        for draft in &mut drafts {
            draft.settle(narrative);
        }
        when::from_dateline(dateline, &mut drafts);
        when::then(narrative, sentence, told.last_met(sentence), &mut drafts);
        let kept = dateline.filter(|_| when::is_mark(narrative, sentence));
        dateline = if drafts.is_empty() { when::dateline(narrative, sentence).or(kept) } else { None };
        let found = !drafts.is_empty();
        let day = free.or_else(|| told.shared_day(narrative, people, sentence, found));
        told.date(narrative, sentence, day);
        for draft in drafts {
            told.tell(narrative, draft);
        }
        if !found {
            cast::take_part(narrative, people, sentence, &mut told);
        }
        if told.is_about(sentence)
            && let Some(agenda) = agenda::agenda(narrative, sentence)
        {
            told.discuss(sentence, agenda);
        }
    }
    let drafts = told.finish();
    drafts.iter().filter_map(|draft| event(narrative, people, draft)).collect()
}

/// Finds what a sentence tells of events, in order.
///
/// `told` are those told of before.
fn of_sentence(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    told: &Told,
) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let verb_final = narrative.reading().pack.traits.verb_final;
    let of_series = told.has_session();
    for spot in narrative.spots(sentence) {
        // "Телефон арқылы сөйлесті" is a verb first, and names what took place only where nobody is told of.
        let cues = narrative.cues(spot);
        let is_verb = |cue: &&Cue| matches!(cue, Cue::Meets);
        for cue in cues.iter().filter(is_verb).chain(cues.iter().filter(|cue| !is_verb(cue))) {
            let found = match cue {
                Cue::Press => noun::press(narrative, people, sentence, spot),
                Cue::Event(_) | Cue::Panel | Cue::Visits | Cue::Stays | Cue::Meets | Cue::Receives
                    if verb_final =>
                {
                    behind::event(narrative, people, sentence, spot, *cue)
                }
                Cue::Event(EventKind::Visit) => verb::goes_on_visit(narrative, people, sentence, spot)
                    .or_else(|| noun::named(narrative, people, sentence, spot, EventKind::Visit)),
                Cue::Event(kind) => noun::named(narrative, people, sentence, spot, *kind),
                Cue::Panel => noun::panel(narrative, sentence, spot),
                Cue::Session => noun::session(narrative, sentence, spot, told.has_session()),
                Cue::Meets | Cue::Receives => verb::met(narrative, people, sentence, spot),
                Cue::Visits => verb::visited(narrative, people, sentence, spot),
                Cue::Signs => signing::signed(narrative, sentence, spot),
                Cue::Held if narrative.has_genitive() => {
                    let kind = drafts.last().map(|draft| draft.kind).or(told.last_kind());
                    noun::numbered(narrative, sentence, spot, kind)
                }
                Cue::Another => {
                    let kind = drafts.last().map(|draft| draft.kind).or(told.last_kind());
                    noun::another(narrative, sentence, spot, kind)
                }
                Cue::Opens => opening::opened(narrative, sentence, spot),
                _ => None,
            };
            let found =
                found.map(|draft| noun::of_series(narrative, draft, of_series || has_session(&drafts)));
            if let Some(mut draft) = found
                && drafts.iter().all(|other| !other.covers(&draft))
            {
                draft.aside = noun::is_aside(narrative, &draft);
                drafts.push(draft);
                break;
            }
        }
    }
    // "Келіссөз қорытындысы бойынша баспасөз мәслихаты": the talks are only what it followed.
    if verb_final && drafts.iter().any(|draft| draft.kind == EventKind::Other && !draft.back) {
        drafts.retain(|draft| !(draft.back && draft.kind == EventKind::Meeting));
    }
    if verb_final {
        behind::places(narrative, sentence, &mut drafts);
    } else {
        place::places(narrative, sentence, &mut drafts);
    }
    noun::meeting_at(narrative, people, sentence, &mut drafts);
    merge::travel(narrative, sentence, &mut drafts);
    signing::keep(&mut drafts);
    cast::cast(narrative, people, sentence, &mut drafts);
    drafts
}

fn has_session(drafts: &[Draft]) -> bool {
    drafts.iter().any(|draft| draft.kind == EventKind::CommissionSession)
}

/// Writes a draft out as an event.
fn event(narrative: &Narrative<'_, '_>, people: &People<'_>, draft: &Draft) -> Option<Event> {
    let reading = narrative.reading();
    let participants = draft.people.iter().map(|(person, role)| {
        let person = people.get(*person);
        Participant {
            name: person.name.clone().into_owned(),
            office: person.office.clone(),
            country: person.country,
            role: Some(role.as_str().to_owned()),
        }
    });
    let place = draft.place.clone().map(|place| place::written(narrative, place));
    Some(Event {
        kind: draft.kind,
        name: name(narrative, draft),
        ordinal: draft.ordinal,
        date: draft.date,
        until: draft.until,
        place,
        status: draft.status.unwrap_or(EventStatus::Held),
        parties: parties(narrative, people, draft),
        people: participants.collect(),
        agenda: draft.agenda.clone(),
        quote: reading.quote(draft.tokens.clone())?,
    })
}

/// The name of an event: as written; as listed where the name is one phrase of the pack.
fn name(narrative: &Narrative<'_, '_>, draft: &Draft) -> String {
    let listed = narrative.spot_at(draft.name.start).filter(|spot| spot.tokens() == draft.name);
    match listed.filter(|_| narrative.has_genitive()) {
        Some(spot) => narrative.as_listed(spot),
        None if narrative.reading().pack.traits.verb_final => narrative.without_case(draft.name.clone()),
        None => narrative.reading().slice(draft.name.clone()).to_owned(),
    }
}

/// The countries of an event: those of a visit's visitor and host, else those of the people, else the pair.
fn parties(narrative: &Narrative<'_, '_>, people: &People<'_>, draft: &Draft) -> Vec<Country> {
    let visitor = draft.people.iter().find(|(_, role)| *role == Role::Visitor);
    let of_people = draft.people.iter().filter_map(|(person, _)| people.get(*person).country);
    let mut found: Vec<Country> = match (draft.kind, visitor) {
        (EventKind::Visit, Some((visitor, _))) => {
            people.get(*visitor).country.into_iter().chain(draft.host).collect()
        }
        _ => of_people.collect(),
    };
    found.sort_unstable();
    found.dedup();
    if found.len() != 2 || draft.kind == EventKind::Forum {
        found.clone_from(&narrative.notes.pair);
        found.sort_unstable();
    }
    found
}

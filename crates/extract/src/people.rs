//! The people of a text: each once, under the fullest name, with office and country, and where each is named.

pub(crate) mod name;
mod office;
mod roll;

#[cfg(test)]
mod tests;

pub(crate) use roll::{People, Sighting};

use crate::cues::Cue;
use crate::meaning::{Anaphor, Link, Meaning};
use crate::morphology::{Case, Form};
use crate::narrative::Narrative;
use entente_model::{Country, EventKind, Official};
use name::{name_at, name_before};
pub(crate) use office::listed_countries;
use office::{Office, office};
use std::ops::Range;

/// Reads the people of a text.
pub(crate) fn read<'t>(narrative: &Narrative<'_, 't>) -> People<'t> {
    let mut people = People::default();
    for sentence in 0..narrative.sentences {
        people.open_sentence();
        of_offices(narrative, sentence, &mut people);
        of_speech(narrative, sentence, &mut people);
        if narrative.reading().pack.traits.verb_final {
            of_subject(narrative, sentence, &mut people);
        } else if narrative.has_genitive() {
            of_speech_behind(narrative, sentence, &mut people);
            of_traveller(narrative, sentence, &mut people);
            of_met(narrative, sentence, &mut people);
        }
        of_visits(narrative, sentence, &mut people);
        of_known(narrative, sentence, &mut people);
        people.close_sentence();
    }
    // A headline may name by the surname alone whom the text names in full.
    if narrative.sentences > 1 && people.sightings(0).is_empty() {
        people.open_first();
        of_known(narrative, 0, &mut people);
        people.close_first();
    }
    people
}

/// Returns the people that a text gives an office.
pub(crate) fn officials(narrative: &Narrative<'_, '_>, people: &People<'_>) -> Vec<Official> {
    let officials = people.all().iter().filter_map(|person| {
        let office = person.office.clone()?;
        let quote = narrative.reading().quote(person.place.clone())?;
        Some(Official {
            name: person.name.clone().into_owned(),
            office: Some(office),
            country: person.country,
            quote,
        })
    });
    let mut officials: Vec<Official> = officials.collect();
    officials.sort_by_key(|official| official.quote.start);
    officials
}

/// Finds the people that a sentence names beside their office.
fn of_offices<'t>(narrative: &Narrative<'_, 't>, sentence: usize, people: &mut People<'t>) {
    let bounds = narrative.tokens(sentence);
    let mut from = bounds.start;
    for spot in narrative.spots(sentence) {
        if spot.tokens().start < from {
            continue;
        }
        let Some(mut office) = office(narrative, sentence, spot) else { continue };
        if office.countries.is_empty() {
            office.countries.extend(sender(narrative, sentence, &office));
        }
        if office.counterpart && !as_before(&mut office, people) {
            continue;
        }
        let names = holders(narrative, &office, from, bounds.end);
        if let Some(last) = names.last() {
            from = last.end.max(office.tokens.end);
        }
        enter(narrative, sentence, &office, &names, people);
    }
}

/// The country that an official without one stands for: "Kenya was represented by Minister …".
fn sender(narrative: &Narrative<'_, '_>, sentence: usize, office: &Office) -> Option<Country> {
    let spot = narrative.spot_before(office.tokens.start)?;
    let sends = narrative.is(spot, Cue::Sends);
    let mentions = narrative.mentions(sentence);
    let before = mentions.iter().rev().find(|mention| mention.tokens.end <= spot.tokens().start)?;
    sends.then_some(before.country)
}

/// Gives a counterpart the office of the one named before, and that one the other country of the pair.
fn as_before(office: &mut Office, people: &People<'_>) -> bool {
    let Some(title) = people.last().and_then(|before| people.get(before).office.clone()) else {
        return false;
    };
    office.title = title;
    true
}

/// Enters the holders of an office, each with the country that stands in the same place as the name.
fn enter<'t>(
    narrative: &Narrative<'_, 't>,
    sentence: usize,
    office: &Office,
    names: &[Range<usize>],
    people: &mut People<'t>,
) {
    let pair = &narrative.notes.pair;
    let before = people.last();
    for (order, name) in names.iter().enumerate() {
        let country = if office.countries.len() >= names.len() {
            office.countries.get(order).copied()
        } else {
            office.countries.first().copied()
        };
        let alone = names.len() == 1;
        let place = if alone { union(&office.tokens, name) } else { name.clone() };
        let id = people.enter(
            narrative,
            sentence,
            name.clone(),
            Some((&office.title, place)),
            (country, office.case),
        );
        if let (true, Some(before), Some(country)) = (office.counterpart, before, country)
            && before != id
        {
            people.lend_country(before, other(pair, country));
        }
    }
}

/// The other country of the pair.
fn other(pair: &[Country], country: Country) -> Option<Country> {
    pair.contains(&country).then(|| pair.iter().copied().find(|c| *c != country)).flatten()
}

fn union(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    a.start.min(b.start)..a.end.max(b.end)
}

/// The names of those who hold an office: behind it, several for several countries, else before it with a comma.
fn holders(narrative: &Narrative<'_, '_>, office: &Office, from: usize, end: usize) -> Vec<Range<usize>> {
    let after = past_pair(narrative, past_second(narrative, office.tokens.end));
    let comma = matches!(narrative.word(after), "," | "–" | "—" | ":")
        || narrative.word(after) == "-" && narrative.reading().tokens[after].spaced();
    let at = past_titles(narrative, if comma && after < end { after + 1 } else { after });
    let first =
        name_at(narrative, at, end).filter(|name| !comma || is_apposition(narrative, office, name, end));
    if let Some(first) = first {
        let mut names = vec![first];
        let pair = office.countries.len() > 1 || office.several && office.countries.is_empty();
        while names.len() < office.countries.len() || (names.len() < 2 && pair) {
            let Some(next) = next_name(narrative, names[names.len() - 1].end, end) else { break };
            names.push(next);
        }
        return names;
    }
    let opens = office.tokens.start;
    let opens = if opens > from && narrative.is_article(opens - 1) { opens - 1 } else { opens };
    let before =
        opens.checked_sub(1).filter(|at| *at > from && matches!(narrative.word(*at), "," | "(" | "–" | "—"));
    before.and_then(|comma| name_before(narrative, comma, from)).into_iter().collect()
}

/// Passes over a second office of the same person: "Prime Minister and Minister of Finance".
fn past_second(narrative: &Narrative<'_, '_>, at: usize) -> usize {
    let next = narrative.past_article(at + 1);
    let second = narrative.is_link(at, &[Link::And]).then(|| narrative.spot_at(next)).flatten();
    second.and_then(|spot| office::title_end(narrative, spot)).unwrap_or(at)
}

/// Passes over words for the pair behind an office: "главы правительств двух стран".
fn past_pair(narrative: &Narrative<'_, '_>, at: usize) -> usize {
    let reading = narrative.reading();
    let pair =
        reading.term_at(at).filter(|term| reading.meanings(term).contains(&Meaning::Anaphor(Anaphor::Pair)));
    pair.filter(|_| narrative.has_genitive()).map_or(at, |term| term.tokens().end)
}

/// Says whether a name behind a comma is that of the office before: it has two words, or two are named for two.
fn is_apposition(narrative: &Narrative<'_, '_>, office: &Office, name: &Range<usize>, end: usize) -> bool {
    let several = office.countries.len() > 1;
    let long = narrative.reading().tokens[name.clone()].iter().filter(|token| token.is_word()).count() >= 2;
    let closes = name.end >= end || !narrative.says(name.end) || narrative.word(name.end) == ",";
    several || (long && closes)
}

fn next_name(narrative: &Narrative<'_, '_>, at: usize, end: usize) -> Option<Range<usize>> {
    let comma = if narrative.word(at) == "," { at + 1 } else { at };
    let and = if narrative.is_link(comma, &[Link::And]) { comma + 1 } else { comma };
    (and > at).then(|| name_at(narrative, past_titles(narrative, and), end)).flatten()
}

/// Returns where the name behind "Mr." and the like opens.
fn past_titles(narrative: &Narrative<'_, '_>, at: usize) -> usize {
    let mut next = at;
    while let Some(end) = narrative.cue_at(next, Cue::Title) {
        next = end;
    }
    next
}

/// Finds the people who speak, meet or travel without an office: two words with capitals, then the verb.
fn of_speech<'t>(narrative: &Narrative<'_, 't>, sentence: usize, people: &mut People<'t>) {
    let bounds = narrative.tokens(sentence);
    let genitive = narrative.has_genitive();
    let acts = |cue: &Cue| {
        let speaks = matches!(cue, Cue::Say | Cue::Meets | Cue::Receives | Cue::Visits);
        speaks || genitive && matches!(cue, Cue::Pays)
    };
    for spot in narrative.spots(sentence).iter().filter(|spot| narrative.cues(spot).iter().any(acts)) {
        let at = spot.tokens().start;
        let from = people.sighted_before(at).max(bounds.start);
        if at > from
            && !narrative.reading().tokens[at].is_capitalised()
            && let Some(name) = name_before(narrative, at, from)
            && narrative.reading().tokens[name.clone()].iter().filter(|token| token.is_word()).count() >= 2
            && narrative.cue_at(name.start, Cue::Portfolio).is_none()
            && stands_free(narrative, name.start, bounds.start)
        {
            people.enter(narrative, sentence, name, None, (None, Case::Plain));
        }
    }
}

/// Finds those who are named right behind the verb by which they speak: "заявил Марат Алиев".
fn of_speech_behind<'t>(narrative: &Narrative<'_, 't>, sentence: usize, people: &mut People<'t>) {
    let bounds = narrative.tokens(sentence);
    for spot in narrative.spots(sentence).iter().filter(|spot| narrative.is(spot, Cue::SpeaksFirst)) {
        let at = spot.tokens().end;
        if people.sighting_over(at).is_none()
            && let Some(name) = name_at(narrative, at, bounds.end)
            && narrative.reading().tokens[name.clone()].iter().filter(|token| token.is_word()).count() >= 2
        {
            people.enter(narrative, sentence, name, None, (None, Case::Plain));
        }
    }
}

/// Finds the one with whose name a sentence opens that a verb of speaking, meeting or travelling closes.
fn of_subject<'t>(narrative: &Narrative<'_, 't>, sentence: usize, people: &mut People<'t>) {
    let bounds = narrative.tokens(sentence);
    let acts = |cue: &Cue| {
        matches!(
            cue,
            Cue::Say | Cue::Meets | Cue::Receives | Cue::Visits | Cue::Attends | Cue::Event(EventKind::Visit)
        )
    };
    let Some(verb) = narrative.spots(sentence).iter().find(|spot| narrative.cues(spot).iter().any(acts))
    else {
        return;
    };
    let end = verb.tokens().start;
    let full = |name: &Range<usize>| {
        narrative.reading().tokens[name.clone()].iter().filter(|token| token.is_word()).count() >= 2
    };
    // "Айта кетсек, 10 қарашада Аскар Оспанов ...": behind what opens the sentence, in the nominative.
    let behind = || {
        (bounds.start + 1..end.min(bounds.start + SUBJECT))
            .filter(|at| opens_subject(narrative, *at))
            .find_map(|at| {
                let name = name_at(narrative, at, end).filter(full)?;
                let plain = narrative.reading().unknown_form(name.end - 1) == Form::NONE;
                (plain && people.sighting_over(at).is_none()).then_some(name)
            })
    };
    // Who owns a visit is told with it.
    let journey = narrative.is(verb, Cue::Event(EventKind::Visit));
    let owner = |name: &Range<usize>| journey && name::owns(narrative, name.end - 1);
    let first = people.sighting_over(bounds.start).is_none();
    let first = first.then(|| name_at(narrative, bounds.start, end).filter(full)).flatten();
    let first = first.filter(|name| !owner(name));
    let Some(name) = first.or_else(behind) else { return };
    let next = name.end + 1;
    people.enter(narrative, sentence, name.clone(), None, (None, Case::Plain));
    // "Аскар Оспанов пен Пабло Диас кездесті"
    let joined = narrative.is_link(name.end, &[Link::And]) && people.sighting_over(next).is_none();
    if let Some(second) = joined.then(|| name_at(narrative, next, end)).flatten().filter(full) {
        people.enter(narrative, sentence, second, None, (None, Case::Plain));
    }
}

/// So far behind a name that opens a sentence the verb may stand by which somebody travels or meets.
const TRAVELS: usize = 5;

/// Finds the one with whose name a sentence opens and who goes somewhere or meets somebody: "Марат Алиев с рабочим
/// визитом посетит …".
fn of_traveller<'t>(narrative: &Narrative<'_, 't>, sentence: usize, people: &mut People<'t>) {
    let bounds = narrative.tokens(sentence);
    if people.sighting_over(bounds.start).is_some() {
        return;
    }
    let words = |name: &Range<usize>| {
        narrative.reading().tokens[name.clone()].iter().filter(|token| token.is_word()).count()
    };
    let Some(name) = name_at(narrative, bounds.start, bounds.end).filter(|name| words(name) >= 2) else {
        return;
    };
    let acts = |cue: &Cue| matches!(cue, Cue::Meets | Cue::Receives | Cue::Visits | Cue::Pays);
    let verb = narrative.spots(sentence).iter().find(|spot| {
        let start = spot.tokens().start;
        (name.end..name.end + TRAVELS).contains(&start) && narrative.cues(spot).iter().any(acts)
    });
    if let Some(verb) = verb
        && !(name.end..verb.tokens().start).any(|at| narrative.word(at) == ",")
    {
        people.enter(narrative, sentence, name, None, (None, Case::Plain));
    }
}

/// Among so many words of a sentence its subject opens.
const SUBJECT: usize = 8;

/// Says whether a subject can open at a token: behind a comma or words of time.
fn opens_subject(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    let time = |meaning: &Meaning| matches!(meaning, Meaning::Time(_));
    let day = narrative
        .spot_before(at)
        .is_some_and(|spot| narrative.cues(spot).iter().any(|cue| matches!(cue, Cue::Day(_))));
    narrative.word(at - 1) == "," || day || narrative.reading().meanings_at(at - 1).iter().any(time)
}

/// Finds those with whom somebody met who are named without an office: "talks with Carlos Rivero".
fn of_met<'t>(narrative: &Narrative<'_, 't>, sentence: usize, people: &mut People<'t>) {
    let bounds = narrative.tokens(sentence);
    let meets = |cue: &Cue| matches!(cue, Cue::Meets | Cue::Event(EventKind::Meeting));
    for spot in narrative.spots(sentence).iter().filter(|spot| narrative.cues(spot).iter().any(meets)) {
        let end = spot.tokens().end;
        let with = |at: usize| narrative.is_link(at, &[Link::With]);
        let at = if with(end) { end + 1 } else { end };
        // "Встреча Карлоса Риверо и Луиса Торреса"
        let noun = narrative.has_genitive() && narrative.is(spot, Cue::Event(EventKind::Meeting));
        if noun && !with(end) {
            of_both(narrative, sentence, end, people);
        }
        if (with(end) || with(end - 1))
            && people.sighting_over(at).is_none()
            && let Some(name) = name_at(narrative, at, bounds.end)
            && narrative.reading().tokens[name.clone()].iter().filter(|token| token.is_word()).count() >= 2
        {
            people.enter(narrative, sentence, name, None, (None, Case::By));
        }
    }
}

/// Finds the two whose meeting a noun names, each by two words: "встреча Карлоса Риверо и Луиса Торреса".
fn of_both<'t>(narrative: &Narrative<'_, 't>, sentence: usize, at: usize, people: &mut People<'t>) {
    let end = narrative.tokens(sentence).end;
    let name = |at: usize| name_at(narrative, at, end).filter(|name| name.len() > 1);
    let Some(first) = name(at) else { return };
    let joins = narrative.is_link(first.end, &[Link::And, Link::With]);
    let Some(second) = name(first.end + 1).filter(|_| joins) else { return };
    for name in [first, second] {
        if people.sighting_over(name.start).is_none() {
            people.enter(narrative, sentence, name, None, (None, Case::Of));
        }
    }
}

/// Finds the visitors whom a text names without an office: "Tan's visit".
fn of_visits<'t>(narrative: &Narrative<'_, 't>, sentence: usize, people: &mut People<'t>) {
    let bounds = narrative.tokens(sentence);
    for spot in
        narrative.spots(sentence).iter().filter(|spot| narrative.is(spot, Cue::Event(EventKind::Visit)))
    {
        let end = spot.tokens().end;
        // "Визит Карлоса Риверо в Лиму"
        if narrative.has_genitive()
            && people.sighting_over(end).is_none()
            && let Some(name) = name_at(narrative, end, bounds.end)
            && narrative.reading().tokens[name.clone()].iter().filter(|token| token.is_word()).count() >= 2
        {
            people.enter(narrative, sentence, name, None, (None, Case::Of));
        }
        let at = spot.tokens().start;
        let from = people.sighted_before(at).max(bounds.start);
        if at > from
            && name::owns(narrative, at - 1)
            && let Some(name) = name_before(narrative, at, from)
            && name.start > bounds.start
        {
            people.enter(narrative, sentence, name, None, (None, Case::Plain));
        }
    }
}

/// Says whether no country or adjective stands before a name: "Kazakh Invest said" names nobody.
fn stands_free(narrative: &Narrative<'_, '_>, at: usize, from: usize) -> bool {
    let opening = |at: usize| at == from && narrative.spot_at(at).is_some();
    at == from
        || opening(at - 1)
        || (!narrative.is_article(at - 1) && !narrative.reading().tokens[at - 1].is_capitalised())
}

/// Finds those who are named again, by any word of their name.
fn of_known<'t>(narrative: &Narrative<'_, 't>, sentence: usize, people: &mut People<'t>) {
    let bounds = narrative.tokens(sentence);
    let mut at = bounds.start;
    while at < bounds.end {
        let token = &narrative.reading().tokens[at];
        if !token.is_word() || !token.is_capitalised() {
            at += 1;
            continue;
        }
        if let Some(end) = people.sighting_over(at) {
            at = end.max(at + 1);
            continue;
        }
        let known = people.knows(narrative.reading().pack, narrative.without_owner(at));
        let name = if known { name_at(narrative, at, bounds.end) } else { None };
        match name {
            Some(name) => {
                at = name.end;
                people.again(narrative, name);
            }
            None => at += 1,
        }
    }
}

//! Where events take place.

use super::draft::Draft;
use crate::cues::Cue;
use crate::meaning::{Link, Meaning, Time};
use crate::narrative::Narrative;
use crate::party::Mention;
use crate::token::{Token, TokenKind};
use entente_model::country::FormKind;
use entente_model::{Country, EventKind};
use std::ops::Range;

/// A place that a sentence names.
struct Place {
    /// The word before it: in, to.
    at: usize,
    tokens: Range<usize>,
    country: Option<Country>,
    /// Whether it is a country and no city.
    wide: bool,
    /// Whether it is where somebody goes.
    towards: bool,
}

/// Gives the events of a sentence their places, the nearest to each.
pub(super) fn places(narrative: &Narrative<'_, '_>, sentence: usize, drafts: &mut [Draft]) {
    if drafts.is_empty() {
        return;
    }
    let goes = drafts.iter().find(|draft| draft.kind == EventKind::Visit).map(|draft| draft.head.end);
    let mut found = found(narrative, sentence, goes);
    // "at the International Forum" is no place.
    found.retain(|place| {
        drafts.iter().all(|draft| {
            let verb = narrative.spot_at(draft.head.start).is_some_and(|spot| {
                narrative
                    .cues(spot)
                    .iter()
                    .any(|cue| matches!(cue, Cue::Meets | Cue::Receives | Cue::Confers))
            });
            let outside = place.tokens.end <= draft.name.start || place.tokens.start >= draft.name.end;
            outside || draft.journey || verb && draft.head != draft.name
        })
    });
    let host = host(narrative, sentence, drafts);
    let heads: Vec<usize> = drafts.iter().map(|draft| draft.head.start).collect();
    for (number, draft) in drafts.iter_mut().enumerate() {
        if draft.place.is_some() {
            continue;
        }
        let next = heads.get(number + 1).copied().unwrap_or(usize::MAX);
        let before = number.checked_sub(1).map_or(0, |at| heads[at]);
        let ours = |place: &&Place| place.at >= before && place.at < next;
        let visit = draft.kind == EventKind::Visit;
        let fits =
            |place: &&Place| if visit { place.towards || !place.wide } else { !place.towards && !place.wide };
        let behind = found.iter().filter(ours).find(|p| p.at + 1 >= draft.head.end && fits(p));
        let ahead = || found.iter().filter(ours).rev().find(|p| p.at < draft.head.start && fits(p) && !visit);
        // "the Nairobi Investment Forum"
        if behind.is_none() && !visit && draft.named {
            let inside = |m: &&Mention| m.kind == FormKind::Capital && draft.name.contains(&m.tokens.start);
            let city = narrative.mentions(sentence).iter().find(inside);
            draft.place = city.map(|city| city.tokens.clone());
        }
        let hosted = || host.as_ref().filter(|place| place.at < draft.head.start && !visit);
        if let Some(place) = behind.or_else(ahead).or_else(hosted).filter(|_| draft.place.is_none()) {
            draft.place = Some(place.tokens.clone());
            draft.host = place.country;
            if visit && place.at >= draft.head.end {
                draft.tokens.end = draft.tokens.end.max(place.tokens.end);
                draft.name = draft.tokens.clone();
            }
        }
    }
}

/// Returns a place as it is called: a country or capital in the nominative, another as its case can be taken off.
pub(super) fn written(narrative: &Narrative<'_, '_>, place: Range<usize>) -> String {
    let reading = narrative.reading();
    let sentence = reading.sentences.partition_point(|sentence| sentence.tokens().end <= place.start);
    let slice = reading.pack.without_owner(reading.slice(place.clone()));
    let Some(morphology) = reading.pack.morphology else { return slice.to_owned() };
    if let Some(mention) = narrative.mention_at(sentence, place.start).filter(|m| m.tokens == place) {
        let called = mention.called(reading.pack.lang, slice);
        // A name in another alphabet than the one that is printed stands in its case still.
        return if called == slice { narrative.without_case(place) } else { called.to_owned() };
    }
    match place.len() {
        // "Түркістан қаласында": the word for a city has the ending.
        1 if reading.pack.traits.verb_final && narrative.cue_at(place.end, Cue::City).is_some() => {
            slice.to_owned()
        }
        1 => morphology.place_in_nominative(slice),
        // "Санкт-Петербурге": only the last part has the ending.
        3.. if narrative.has_genitive() && narrative.word(place.end - 2) == "-" => {
            let last = narrative.word(place.end - 1);
            let first = slice.strip_suffix(last).unwrap_or(slice);
            format!("{first}{}", morphology.place_in_nominative(last))
        }
        _ => slice.to_owned(),
    }
}

/// The name of a city has at most so many words: Ho Chi Minh City.
const LONGEST_CITY: usize = 4;

/// The city that hosts what a sentence tells of: "Nairobi hosted the forum".
fn host(narrative: &Narrative<'_, '_>, sentence: usize, drafts: &[Draft]) -> Option<Place> {
    let verb = narrative.spots(sentence).iter().find(|spot| narrative.is(spot, Cue::Hosts))?.tokens();
    // "X received Y": the verb tells of two people.
    if drafts.iter().any(|draft| draft.head == verb) {
        return None;
    }
    let (tokens, country) = match narrative.mention_before(sentence, verb.start) {
        Some(city) if city.kind == FormKind::Capital => (city.tokens.clone(), Some(city.country)),
        Some(_) => return None,
        // A city that is no capital: "Kisumu hosted the forum".
        None => (narrative.tokens(sentence).start..verb.start, None),
    };
    let capital = |at: usize| narrative.word(at).chars().next().is_some_and(char::is_uppercase);
    let named = !tokens.is_empty() && tokens.len() <= LONGEST_CITY && tokens.clone().all(capital);
    named.then_some(Place { at: tokens.start, tokens, country, wide: false, towards: false })
}

/// The places of a sentence, in order.
///
/// Behind a visit, which ends at token `goes`, "to" says where it goes, whoever stands before: "the visit of the Prime
/// Minister to Kenya".
fn found(narrative: &Narrative<'_, '_>, sentence: usize, goes: Option<usize>) -> Vec<Place> {
    let bounds = narrative.tokens(sentence);
    let mut places: Vec<Place> = bracketed(narrative, sentence).into_iter().collect();
    for term in narrative.reading().terms_of(sentence) {
        let at = term.tokens();
        let inside = narrative.reading().is_link(at.start, &[Link::In]);
        let towards = narrative.reading().is_link(at.start, &[Link::To]);
        if (inside || towards) && at.len() == 1 {
            let goes = towards && goes.is_some_and(|goes| goes <= at.start);
            places.extend(place_at(narrative, sentence, at.start, (towards, goes), bounds.end));
        }
    }
    places.sort_by_key(|place| place.at);
    places
}

/// The place in brackets before a day: "the meeting (Doha, 9 July 2024)".
fn bracketed(narrative: &Narrative<'_, '_>, sentence: usize) -> Option<Place> {
    let bounds = narrative.tokens(sentence);
    let at = bounds.clone().find(|&at| narrative.reading().sign(at) == Some(b'('))?;
    let end = words(narrative, at + 1, bounds.end).or_else(|| {
        let mention = narrative.mention_at(sentence, at + 1)?;
        (mention.kind == FormKind::Capital).then_some(mention.tokens.end)
    })?;
    let country = narrative.mention_at(sentence, at + 1).map(|mention| mention.country);
    let dated = narrative.word(end) == ","
        && narrative.reading().tokens.get(end + 1).is_some_and(|token| token.kind == TokenKind::Number);
    dated.then_some(Place { at, tokens: at + 1..end, country, wide: false, towards: false })
}

/// The place behind "in", "at" or "to".
fn place_at(
    narrative: &Narrative<'_, '_>,
    sentence: usize,
    at: usize,
    (towards, goes): (bool, bool),
    end: usize,
) -> Option<Place> {
    let mut next = narrative.past_article(at + 1);
    // "in the Kenyan city of Kisumu"
    if let Some(mention) = narrative.mention_at(sentence, next)
        && let Some(city) = narrative.cue_at(mention.tokens.end, Cue::City)
    {
        let of = if narrative.is_link(city, &[Link::Of]) { city + 1 } else { city };
        let after = if narrative.word(of) == "," { of + 1 } else { of };
        return Some(Place {
            at,
            tokens: after..words(narrative, after, end)?,
            country: Some(mention.country),
            wide: false,
            towards,
        });
    }
    if let Some(city) = narrative.cue_at(next, Cue::City) {
        next = if narrative.is_link(city, &[Link::Of]) { city + 1 } else { city };
    }
    if let Some(mention) = narrative.mention_at(sentence, next) {
        let wide = mention.kind != FormKind::Capital;
        // "to Kazakhstan's minister", "in Kazakh business": no place.
        let owner = mention.kind == FormKind::Adjective
            || mention.of_person && !goes
            || (wide && mention.possessive && !towards);
        let tokens = mention.tokens.clone();
        let reading = narrative.reading();
        let towards = towards || wide && reading.is_goal(at, reading.case(&tokens));
        return (!owner).then_some(Place { at, tokens, country: Some(mention.country), wide, towards });
    }
    let tokens = next..words(narrative, next, end)?;
    Some(Place { at, tokens, country: None, wide: false, towards })
}

/// Where the words with capitals of a place end; none where they are known for something else.
fn words(narrative: &Narrative<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let reading = narrative.reading();
    let part = |at: usize| {
        let token = reading.tokens.get(at).filter(|_| at < end)?;
        let other = reading.meanings_at(at).iter().any(|meaning| {
            matches!(
                meaning,
                Meaning::Time(
                    Time::Month(_) | Time::Weekday(_) | Time::Year(_) | Time::Quarter(_) | Time::Half(_)
                ) | Meaning::Region(_)
                    | Meaning::Office
                    | Meaning::Topic(_)
                    | Meaning::Common
                    | Meaning::Number(_)
            )
        });
        let cue = narrative.spot_at(at).is_some_and(|spot| {
            narrative.cues(spot).iter().any(|cue| {
                matches!(
                    cue,
                    Cue::Event(_) | Cue::Office | Cue::Body | Cue::Portfolio | Cue::Ministry | Cue::Title
                )
            })
        });
        (token.is_word() && token.is_capitalised() && !other && !cue).then_some(at + 1)
    };
    // "Чолпон-Ата": a name of two words that a hyphen joins.
    let part = |at: usize| part(at).map(|next| hyphenated(narrative, next, end).unwrap_or(next));
    let mut next = part(at)?;
    // "В Самарканде Марат Алиев": what ends as places in a case do is a place of one word.
    let inflected = reading.pack.traits.genitive
        && reading.word(next - 1).ends_with(['е', 'и'])
        && !reading.word(next - 1).ends_with("ие");
    while next < at + 3
        && !inflected
        && let Some(longer) = part(next)
    {
        next = longer;
    }
    Some(next)
}

/// Where a name ends that goes on behind a hyphen.
fn hyphenated(narrative: &Narrative<'_, '_>, hyphen: usize, end: usize) -> Option<usize> {
    let glued = |at: usize| narrative.reading().tokens.get(at).filter(|token| !token.spaced());
    let joins =
        hyphen + 1 < end && glued(hyphen).is_some() && matches!(narrative.word(hyphen), "-" | "‑" | "‐");
    let name = |token: &&Token| token.is_word() && token.is_capitalised();
    (joins && glued(hyphen + 1).filter(name).is_some()).then_some(hyphen + 2)
}

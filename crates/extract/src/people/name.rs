//! Names of people: words with capitals, and the initials, hyphens and small words between them.

use crate::cues::Cue;
use crate::meaning::{Meaning, Time};
use crate::morphology::{Case, Form, ends_as_surname};
use crate::narrative::Narrative;
use crate::ordinal::ordinal_at;
use crate::token::Token;
use entente_model::country::FormKind;
use std::borrow::Cow;
use std::ops::Range;

/// A name has at most so many words.
const LONGEST: usize = 6;

/// Reads the name that opens at a token.
pub(super) fn name_at(narrative: &Narrative<'_, '_>, at: usize, end: usize) -> Option<Range<usize>> {
    let mut next = word_of_name(narrative, at, end)?;
    for _ in 1..LONGEST {
        if owns(narrative, next - 1) || next > at + 1 && closes(narrative, next - 1) {
            break;
        }
        let after = particles(narrative, next, end);
        let Some(longer) = word_of_name(narrative, after, end).filter(|_| goes_on(narrative, next)) else {
            break;
        };
        // "Sardor Aliyev Samarqandda": a word that says where is no part of the name.
        if narrative.reading().unknown_form(longer - 1).has(Form::IN) {
            break;
        }
        // "Sardor Aliyev Xo‘jand shahriga": nor is the name of a city.
        let verb_final = narrative.reading().pack.traits.verb_final;
        let common =
            |at: usize| narrative.reading().tokens.get(at).is_some_and(|token| !token.is_capitalised());
        if verb_final && common(longer) && narrative.cue_at(longer, Cue::City).is_some() {
            break;
        }
        next = longer;
    }
    // A lone initial is no name; "Islom Karimov nomidagi aeroport" tells of an airport.
    let namesake = narrative.cue_at(next, Cue::Namesake).is_some();
    (narrative.word(next - 1) != "." && !namesake).then_some(at..next)
}

/// Says whether a word closes a name by its ending, where names of several people may follow each other without a comma.
fn closes(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    narrative.reading().pack.traits.verb_final && ends_as_surname(narrative.word(at))
}

/// Reads the name that ends before a token and opens not before another.
pub(super) fn name_before(narrative: &Narrative<'_, '_>, end: usize, from: usize) -> Option<Range<usize>> {
    let reach = end.saturating_sub(2 * LONGEST).max(from);
    let mut opens = end;
    while opens > reach {
        let before = opens - 1;
        let joins = (narrative.word(before) == "-"
            || narrative.word(before) == "."
            || is_particle(narrative, before))
            && opens < end;
        let token = &narrative.reading().tokens[before];
        let part = token.is_word() && (token.is_capitalised() || is_glued(narrative, before));
        if !joins && (!part || is_other(narrative, before)) {
            break;
        }
        opens = before;
    }
    (opens..end).find_map(|at| name_at(narrative, at, end).filter(|name| name.end == end))
}

/// Returns the end of one word of a name: a word with a capital, its hyphened parts, an initial with its stop.
fn word_of_name(narrative: &Narrative<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let reading = narrative.reading();
    let token = reading.tokens.get(at).filter(|_| at < end)?;
    // "VI" is a number.
    let roman = token.is_upper() && reading.pack.traits.verb_final && ordinal_at(reading, at).is_some();
    if !token.is_word()
        || !token.is_capitalised()
        || roman
        || is_abbreviation(narrative, at)
        || is_other(narrative, at)
    {
        return None;
    }
    let mut next = at + 1;
    let initial = token.text(reading.text).chars().nth(1).is_none();
    if initial && next < end && narrative.word(next) == "." {
        return Some(next + 1);
    }
    while next + 1 < end
        && !reading.tokens[next].spaced()
        && !reading.tokens[next + 1].spaced()
        && matches!(narrative.word(next), "-" | "‑" | "‐")
        && reading.tokens[next + 1].is_word()
    {
        next += 2;
    }
    Some(next)
}

/// An abbreviation has at most so many letters.
const ABBREVIATION: usize = 5;

/// "ЦК", "ТАСС": some capitals among words that are not written so are no part of a name.
fn is_abbreviation(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    let tokens = &narrative.reading().tokens;
    let upper = |token: &Token| token.is_word() && token.is_upper() && !is_initial(narrative, token);
    let beside = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| token.is_word() && !token.is_upper())
    };
    narrative.has_genitive()
        && upper(&tokens[at])
        && narrative.word(at).chars().count() <= ABBREVIATION
        && (beside(at.checked_sub(1)) || beside(at.checked_add(1)))
}

fn is_initial(narrative: &Narrative<'_, '_>, token: &Token) -> bool {
    token.text(narrative.reading().text).chars().nth(1).is_none()
}

/// Says whether a token belongs to the one before by a hyphen.
fn is_glued(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    at > 0 && !narrative.reading().tokens[at].spaced() && matches!(narrative.word(at - 1), "-" | "‑" | "‐")
}

/// Says whether a name can go on at a token: on the same line.
fn goes_on(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    narrative.reading().tokens.get(at).is_some_and(|token| token.spaced() && !token.opens_paragraph())
}

fn particles(narrative: &Narrative<'_, '_>, at: usize, end: usize) -> usize {
    let mut next = at;
    while next < end && next < at + 3 && is_particle(narrative, next) {
        next += 1;
    }
    // "al-Sudani"
    if next > at && next < end && narrative.word(next) == "-" { next + 1 } else { next }
}

fn is_particle(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    narrative.reading().tokens.get(at).is_some_and(|token| token.is_word() && !token.is_capitalised())
        && narrative.cue_at(at, Cue::Particle).is_some()
}

/// Says whether a word with a capital is known for something else: a country, a month, an office, an event.
fn is_other(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    let meanings = narrative.reading().meanings_at(at);
    // Some capitals and months are first names too: before another word with a capital they are taken for one.
    let ambiguous = meanings.iter().any(|meaning| {
        matches!(meaning, Meaning::Country(_, FormKind::Capital) | Meaning::Time(Time::Month(_)))
    });
    if ambiguous && goes_on(narrative, at + 1) {
        let next = &narrative.reading().tokens[at + 1];
        let known =
            narrative.spot_at(at + 1).is_some() || !narrative.reading().meanings_at(at + 1).is_empty();
        return !next.is_capitalised() || known;
    }
    let term = meanings.iter().any(|meaning| {
        matches!(
            meaning,
            Meaning::Country(..)
                | Meaning::Region(_)
                | Meaning::Time(Time::Month(_) | Time::Weekday(_))
                | Meaning::Office
                | Meaning::Link(_)
                | Meaning::Common
                | Meaning::Currency(_)
        )
    });
    let cue = narrative.spot_at(at).is_some_and(|spot| {
        narrative.cues(spot).iter().any(|cue| {
            matches!(
                cue,
                Cue::Office
                    | Cue::Offices(_)
                    | Cue::Event(_)
                    | Cue::Session
                    | Cue::Body
                    | Cue::Ministry
                    | Cue::Title
                    | Cue::Pronoun(_)
                    | Cue::Anaphor
                    | Cue::Source(_)
                    | Cue::Project
                    | Cue::Agenda
                    | Cue::Planned
                    | Cue::Day(_)
                    | Cue::Report(_)
            )
        })
    });
    term || cue
}

/// Says whether a word owns what follows it: a name ends there.
pub(crate) fn owns(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    narrative.without_owner(at).len() < narrative.word(at).len()
        || narrative.reading().is_possessive(at)
        || narrative.reading().unknown_form(at).has(Form::OWNER)
}

/// Returns a name in the nominative, without the ending by which it owns what follows.
pub(super) fn written<'t>(narrative: &Narrative<'_, 't>, name: Range<usize>, case: Case) -> Cow<'t, str> {
    let pack = narrative.reading().pack;
    let slice = pack.without_owner(narrative.reading().slice(name.clone()));
    if pack.traits.verb_final {
        let morphology = pack.morphology;
        return morphology.map_or(slice, |morphology| morphology.name_stem(slice)).into();
    }
    let Some(morphology) = pack.morphology.filter(|_| case != Case::Plain) else { return slice.into() };
    let mut nominative = String::with_capacity(slice.len());
    for at in name.clone() {
        let token = &narrative.reading().tokens[at];
        if at > name.start && token.spaced() {
            nominative.push(' ');
        }
        // The first part of "Касым-Жомарт" does not change.
        let first_part = at + 1 < name.end && !narrative.reading().tokens[at + 1].spaced();
        if token.is_word() && !first_part {
            nominative.push_str(&morphology.name_in_nominative(narrative.word(at), case));
        } else {
            nominative.push_str(narrative.word(at));
        }
    }
    nominative.into()
}

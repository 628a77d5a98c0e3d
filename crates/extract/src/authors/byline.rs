//! Bylines: "By Jane Doe", "Jane Doe, Nairobi", "Reporting by …".

use super::line::{Line, has_cue, is_name};
use crate::cues::Cue;
use crate::meaning::{Link, Meaning};
use crate::reading::Reading;
use entente_model::Author;
use entente_model::country::FormKind;
use std::ops::Range;

/// Bylines stand in so many first lines, or so many last.
const HEAD: usize = 6;
const FOOT: usize = 4;

/// A byline has at most so many tokens.
const LONGEST: usize = 24;

/// Reads the bylines at the head and the foot of a text.
pub(super) fn bylines(reading: &Reading<'_>, lines: &[Line], body_end: usize) -> Vec<Author> {
    let body = lines.partition_point(|line| line.bytes.start < body_end);
    let foot = body.saturating_sub(FOOT).max(HEAD.min(body));
    let mut authors: Vec<Author> = Vec::new();
    for (number, line) in lines[..body].iter().enumerate() {
        if (number >= HEAD && number < foot) || line.tokens.len() > LONGEST {
            continue;
        }
        // The first line is the title unless it says "by".
        let names = match opened(reading, line) {
            Some(at) => names_from(reading, at, line.tokens.end),
            None if number > 0 && number < HEAD => with_city(reading, line).into_iter().collect(),
            None => Vec::new(),
        };
        for name in names {
            let written = reading.slice(name.clone()).to_owned();
            if let Some(quote) = reading.quote(name)
                && authors.iter().all(|author| author.name != written)
            {
                authors.push(Author { name: written, note: None, quote });
            }
        }
    }
    authors
}

/// Where the names open in a line that opens with "by" and the like.
fn opened(reading: &Reading<'_>, line: &Line) -> Option<usize> {
    let mut spots = Vec::new();
    let first = line.tokens.start;
    let open = usize::from(reading.word(first) == "(");
    let reach = (first + open + 4).min(line.tokens.end);
    reading.pack.cues.spot(&reading.tokens, first + open..reach, &mut spots);
    let spot = spots.first().filter(|spot| spot.tokens().start == first + open)?;
    reading.pack.cues.of(spot).contains(&Cue::Byline).then_some(())?;
    let end = spot.tokens().end;
    Some(if reading.word(end) == ":" { end + 1 } else { end })
}

/// The names from a token on, with commas and "and" between.
fn names_from(reading: &Reading<'_>, at: usize, end: usize) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut opens = at;
    while opens < end {
        let closes = (opens..end).find(|&at| is_end(reading, at, opens)).unwrap_or(end);
        if !is_name(reading, opens..closes) {
            break;
        }
        names.push(opens..closes);
        let and = |at: usize| reading.meanings_at(at).contains(&Meaning::Link(Link::And));
        let comma = closes < end && reading.word(closes) == ",";
        if closes >= end || !(comma || and(closes)) {
            break;
        }
        opens = if comma && closes + 1 < end && and(closes + 1) { closes + 2 } else { closes + 1 };
    }
    names
}

/// Says whether a name ends before a token: at a sign that is not inside it, at "and", at a small letter.
fn is_end(reading: &Reading<'_>, at: usize, opens: usize) -> bool {
    let word = reading.word(at);
    let initial = at > opens && reading.word(at - 1).chars().nth(1).is_none();
    let token = &reading.tokens[at];
    match word {
        "." => !initial,
        "-" | "‑" => token.spaced(),
        _ if token.is_word() => {
            let small = !token.is_capitalised() && token.spaced();
            small && !has_cue(reading, at..at + 1, |cue| matches!(cue, Cue::Particle))
        }
        _ => true,
    }
}

/// The name in a line of a name and a city: "Jane Doe, Nairobi".
fn with_city(reading: &Reading<'_>, line: &Line) -> Option<Range<usize>> {
    let comma = line.tokens.clone().find(|&at| matches!(reading.word(at), "," | "/" | "|" | "—"))?;
    let place = comma + 1..line.tokens.end;
    let capital = place.clone().any(|at| {
        reading.meanings_at(at).iter().any(|m| matches!(m, Meaning::Country(_, FormKind::Capital)))
    });
    let one_word = place.len() == 1
        && reading.word(comma) == ","
        && reading.tokens[place.start].is_capitalised()
        && reading.term_at(place.start).is_none();
    let name = line.tokens.start..comma;
    (is_name(reading, name.clone()) && (one_word || (capital && place.len() <= 3))).then_some(name)
}

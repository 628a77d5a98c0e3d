//! The lines at the head and the foot of a text.

use crate::cues::Cue;
use crate::meaning::{Meaning, Time};
use crate::reading::Reading;
use std::ops::Range;

/// A line that holds something.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its bytes.
    pub bytes: Range<usize>,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// Splits a text into its lines, empty ones left out.
pub(super) fn lines(reading: &Reading<'_>) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    let mut token = 0;
    let mut start = 0;
    for line in reading.text.split('\n') {
        let end = start + line.len();
        let first = token;
        while reading.tokens.get(token).is_some_and(|next| next.bytes().start < end) {
            token += 1;
        }
        if token > first {
            found.push(Line { bytes: start..end, tokens: first..token });
        }
        start = end + 1;
    }
    found
}

/// A name has two to so many words.
const LONGEST: usize = 5;

/// Returns the name that is all that a line holds.
pub(super) fn name_alone(reading: &Reading<'_>, line: &Line) -> Option<Range<usize>> {
    is_name(reading, line.tokens.clone()).then(|| line.tokens.clone())
}

/// Says whether some tokens are a person's name and nothing else.
pub(super) fn is_name(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    if tokens.len() > 2 * LONGEST {
        return false;
    }
    let mut words = 0;
    for at in tokens.clone() {
        let token = &reading.tokens[at];
        let initial = at > tokens.start && reading.word(at - 1).chars().nth(1).is_none();
        let joins = matches!(reading.word(at), "-" | "‑") && at > tokens.start && at + 1 < tokens.end;
        let stop = reading.word(at) == "." && initial && at + 1 < tokens.end;
        let glued = !token.spaced() && at > tokens.start && matches!(reading.word(at - 1), "-" | "‑");
        let part = token.is_word() && (token.is_capitalised() || glued || is_particle(reading, at, &tokens));
        if (!part || is_known(reading, at)) && !joins && !stop {
            return false;
        }
        words += usize::from(part);
    }
    (2..=LONGEST).contains(&words)
}

fn is_particle(reading: &Reading<'_>, at: usize, tokens: &Range<usize>) -> bool {
    at > tokens.start
        && at + 1 < tokens.end
        && has_cue(reading, at..at + 1, |cue| matches!(cue, Cue::Particle))
}

/// Says whether a word is known for something that is no part of a name.
fn is_known(reading: &Reading<'_>, at: usize) -> bool {
    let term = reading.meanings_at(at).iter().any(|meaning| {
        matches!(
            meaning,
            Meaning::Country(..)
                | Meaning::Region(_)
                | Meaning::Time(Time::Month(_) | Time::Weekday(_))
                | Meaning::Office
                | Meaning::Topic(_)
                | Meaning::Link(_)
                | Meaning::Common
        )
    });
    term || has_cue(reading, at..at + 1, |cue| {
        matches!(
            cue,
            Cue::Office
                | Cue::Event(_)
                | Cue::Session
                | Cue::Body
                | Cue::Source(_)
                | Cue::Furniture
                | Cue::Bio
                | Cue::Portfolio
                | Cue::Remark(_)
                | Cue::Byline
        )
    })
}

/// Says whether a cue phrase that is right stands in some tokens.
pub(super) fn has_cue(reading: &Reading<'_>, tokens: Range<usize>, right: impl Fn(&Cue) -> bool) -> bool {
    let mut spots = Vec::new();
    let end = tokens.end.min(reading.tokens.len());
    reading.pack.cues.spot(&reading.tokens, tokens.start..end, &mut spots);
    spots.iter().any(|spot| reading.pack.cues.of(spot).iter().any(&right))
}

/// A line of the page that has no full stop is no longer than this, in tokens.
const SHORT: usize = 7;

/// Says whether a line is of the page and not of the text: "View more", a lone word.
pub(super) fn is_furniture(reading: &Reading<'_>, line: &Line) -> bool {
    let head = line.tokens.start..line.tokens.end.min(line.tokens.start + 4);
    let closed = matches!(reading.word(line.tokens.end - 1), "." | "!" | "?" | "”" | "\"");
    let named = has_cue(reading, head, |cue| matches!(cue, Cue::Furniture));
    (named && (!closed || line.tokens.len() <= 2 * SHORT)) || (!closed && line.tokens.len() <= SHORT)
}

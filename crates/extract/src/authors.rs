//! Who signed a text: bylines at its head and foot, and the note on an author at its end.

mod byline;
mod line;

#[cfg(test)]
mod tests;

use crate::cues::Cue;
use crate::reading::Reading;
use entente_model::Author;
use line::{Line, lines};
use std::ops::Range;

/// The authors of a text, and where its body ends: before the note on an author.
pub(crate) struct Signed {
    /// Who signed it.
    pub authors: Vec<Author>,
    /// The byte at which the text itself ends.
    pub body_end: usize,
}

/// Reads who signed a text.
pub(crate) fn read(reading: &Reading<'_>) -> Signed {
    let lines = lines(reading);
    let block = block(reading, &lines);
    let body_end = block.as_ref().map_or(reading.text.len(), |block| lines[block.first].bytes.start);
    let mut authors = byline::bylines(reading, &lines, body_end);
    if let Some(author) = block.and_then(|block| block.author(reading, &lines)) {
        match authors.iter_mut().find(|known| known.name == author.name) {
            Some(known) => known.note = author.note,
            None => authors.push(author),
        }
    }
    Signed { authors, body_end }
}

/// A line that is only a person's name, perhaps said again, and paragraphs on that person behind it.
struct Block {
    /// The first line of the name.
    first: usize,
    /// The tokens of the name.
    name: Range<usize>,
    /// The lines of the note.
    note: Vec<usize>,
}

/// So many lines may stand behind a note on an author; with more it is part of something else.
const REST: usize = 5;

/// A note on an author opens in one of so many last lines.
const FOOT: usize = 48;

/// Finds the note on the author of a text: the last that there is.
fn block(reading: &Reading<'_>, lines: &[Line]) -> Option<Block> {
    (0..lines.len()).rev().take(FOOT).find_map(|first| block_at(reading, lines, first)).map(|mut block| {
        // The name may be said several times; the note is cut off with all of them.
        while block.first > 0 && same_name(reading, lines, block.first - 1, block.first) {
            block.first -= 1;
        }
        block
    })
}

fn same_name(reading: &Reading<'_>, lines: &[Line], a: usize, b: usize) -> bool {
    reading.slice(lines[a].tokens.clone()) == reading.slice(lines[b].tokens.clone())
}

fn block_at(reading: &Reading<'_>, lines: &[Line], first: usize) -> Option<Block> {
    let name = line::name_alone(reading, &lines[first])?;
    let mut at = first + 1;
    while lines.get(at).is_some() && same_name(reading, lines, at, first) {
        at += 1;
    }
    let opens = lines.get(at)?;
    if !(opens_with_name(reading, opens, &name) && tells_of_career(reading, opens)) {
        return None;
    }
    let mut note = vec![at];
    let mut rest = 0;
    for (number, line) in lines.iter().enumerate().skip(at + 1) {
        if line::is_furniture(reading, line) || same_name(reading, lines, number, first) {
            continue;
        }
        if rest == 0 && (opens_with_name(reading, line, &name) || tells_of_career(reading, line)) {
            note.push(number);
        } else {
            rest += 1;
        }
    }
    (rest <= REST).then_some(Block { first, name, note })
}

/// Says whether a line opens with the name, one of its words, or a pronoun.
fn opens_with_name(reading: &Reading<'_>, line: &Line, name: &Range<usize>) -> bool {
    let first = reading.word(line.tokens.start);
    let named = name.clone().any(|at| reading.tokens[at].is_word() && reading.word(at) == first);
    named
        || line::has_cue(reading, line.tokens.start..line.tokens.start + 1, |cue| {
            matches!(cue, Cue::Pronoun(false))
        })
}

fn tells_of_career(reading: &Reading<'_>, line: &Line) -> bool {
    line::has_cue(reading, line.tokens.clone(), |cue| matches!(cue, Cue::Bio))
}

impl Block {
    fn author(&self, reading: &Reading<'_>, lines: &[Line]) -> Option<Author> {
        let paragraphs: Vec<&str> =
            self.note.iter().map(|&line| reading.text[lines[line].bytes.clone()].trim()).collect();
        Some(Author {
            name: reading.slice(self.name.clone()).to_owned(),
            note: Some(paragraphs.join("\n\n")),
            quote: reading.quote(self.name.clone())?,
        })
    }
}

//! The brief as Markdown, with footnotes.

use super::wording::{day, say};
use super::{Brief, Line};
use crate::markdown::escape;
use std::fmt::Write as _;

/// Writes the brief as Markdown; notes are footnotes.
#[must_use]
pub fn markdown(brief: &Brief) -> String {
    let mut out = String::new();
    let as_of = say("brief-as-of", &[("day", &day(brief.as_of, brief.lang))], brief.lang);
    // Writing to a string does not fail.
    let _ = writeln!(out, "# {}\n\n{}.", escape(&brief.title), escape(&as_of));
    for section in &brief.sections {
        let _ = writeln!(out, "\n## {}\n", escape(&section.title));
        for line in &section.lines {
            let _ = writeln!(out, "- {}", sentence(line));
        }
    }
    let _ = writeln!(out, "\n## {}\n", escape(&say("brief-section-notes", &[], brief.lang)));
    for note in &brief.notes {
        let _ = writeln!(out, "[^{}]: {}", note.number, escape(&note.text));
    }
    out
}

fn sentence(line: &Line) -> String {
    let marks: String = line.notes.iter().map(|number| format!("[^{number}]")).collect();
    format!("{}{marks}", escape(&line.text))
}

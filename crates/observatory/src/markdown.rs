//! A check as a Markdown page.

use crate::normal_form::normal_form;
use crate::wire::{CheckWire, ResultWire};
use crate::words::quantity;
use entente_model::Lang;
use std::fmt::Write as _;

/// Writes a check as Markdown: a section a claim, with its quote, the verdict and every definition tried.
#[must_use]
pub fn markdown(report: &CheckWire) -> String {
    let mut out = String::new();
    let title = report.document.title.as_deref().unwrap_or(&report.document.file);
    // Writing to a String cannot fail, so what `write!` returns is let go.
    let _ = writeln!(out, "# {}\n\nAs known on {}.\n", escape(title), report.as_of);
    for result in &report.results {
        section(&mut out, result);
    }
    out
}

fn section(out: &mut String, result: &ResultWire) {
    let verdict = &result.verdict;
    let quote = escape(&result.claim.claim.quote.exact);
    let _ = writeln!(out, "## {quote}: {}\n", verdict.outcome.as_str().replace('_', " "));
    let _ = writeln!(out, "{}\n\n{}\n", escape(&normal_form(&result.claim.claim)), escape(&verdict.summary));
    for note in &verdict.notes {
        let _ = writeln!(out, "- {}", escape(note));
    }
    if let Some(on_file) = &result.on_file {
        let _ = writeln!(out, "- {}", escape(&on_file.summary));
    }
    for tried in &verdict.tried {
        let value = tried.computed.map_or_else(
            || format!("not computed, lacks {}", tried.missing.join("; ")),
            |value| quantity(value, tried.unit, Lang::En),
        );
        let mark = if tried.matches { "**matches**" } else { "does not match" };
        let _ = writeln!(
            out,
            "- `{}`: {} ({mark}); {}",
            tried.definition,
            escape(&value),
            escape(&tried.formula)
        );
    }
    out.push('\n');
}

/// Keeps text from outside from being read as markup.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_from_outside_is_text() {
        assert_eq!(escape("<b>*x*\n# y"), "\\<b\\>\\*x\\* \\# y");
    }
}

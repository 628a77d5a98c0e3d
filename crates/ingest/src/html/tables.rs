//! Tables of figures in a page become lines of text before the main text is looked for, so that each number stays
//! with its row and its column: `2023 | 4,417.9 | 3,130.0`. Tables that only lay out a page are left as they are.

use crate::html::entity;
use crate::html::is_block;
use crate::html::scan::{Piece, Scanner, Tag};
use crate::rows::{Cell, Table};
use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;

/// How deep tables within tables are followed.
const MAX_DEPTH: usize = 64;

/// A table whose end has not come yet.
struct Open {
    start: usize,
    table: Table,
    caption: Option<String>,
    in_caption: bool,
    /// Whether the text that comes belongs to a cell.
    in_cell: bool,
    /// It holds another table: it lays out a page.
    holds_table: bool,
}

/// Returns the page with its tables of figures written as paragraphs of lines.
pub(super) fn as_lines(html: &str) -> Cow<'_, str> {
    let may_hold_one = html.match_indices('<').any(|(at, _)| {
        html.as_bytes().get(at + 1..at + 6).is_some_and(|name| name.eq_ignore_ascii_case(b"table"))
    });
    let replacements = if may_hold_one { replacements(html) } else { Vec::new() };
    if replacements.is_empty() {
        return Cow::Borrowed(html);
    }
    let mut result = String::with_capacity(html.len());
    let mut at = 0;
    for (range, lines) in replacements {
        result.push_str(&html[at..range.start]);
        result.push_str(&lines);
        at = range.end;
    }
    result.push_str(&html[at..]);
    Cow::Owned(result)
}

/// Returns which bytes are tables of figures, in order, and what stands for each.
fn replacements(html: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut scanner = Scanner::new(html);
    loop {
        let start = scanner.at();
        let Some(piece) = scanner.next() else { break };
        match piece {
            Piece::Open(tag) if tag.name() == "table" => {
                if let Some(outer) = open.last_mut() {
                    outer.holds_table = true;
                }
                if open.len() == MAX_DEPTH {
                    open.clear();
                }
                open.push(Open::at(start));
            }
            Piece::Close(name) if name.eq_ignore_ascii_case("table") => {
                if let Some(closed) = open.pop()
                    && !closed.holds_table
                    && let Some(lines) = closed.lines()
                {
                    found.push((closed.start..scanner.at(), lines));
                }
            }
            piece => {
                if let Some(current) = open.last_mut() {
                    current.take(&piece);
                }
            }
        }
    }
    // An inner table ends before its outer one, which then is none of figures: the ranges are apart and in order.
    found
}

impl Open {
    fn at(start: usize) -> Self {
        Self {
            start,
            table: Table::default(),
            caption: None,
            in_caption: false,
            in_cell: false,
            holds_table: false,
        }
    }

    fn take(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Open(tag) => self.opened(tag),
            Piece::Close(name) => match name.to_ascii_lowercase().as_str() {
                "td" | "th" | "tr" => self.in_cell = false,
                "caption" => self.in_caption = false,
                name if is_block(name) => self.push(" "),
                _ => {}
            },
            Piece::Text(text) => self.push(&entity::decode(text)),
            Piece::Raw(..) | Piece::Doctype(_) => {}
        }
    }

    fn opened(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "tr" => {
                self.table.begin_row();
                self.in_cell = false;
            }
            "td" | "th" => {
                let span = |name| tag.attribute(name).and_then(|value| value.trim().parse().ok());
                self.table.push(Cell {
                    text: String::new(),
                    columns: span("colspan").unwrap_or(1),
                    rows: span("rowspan").unwrap_or(1),
                });
                (self.in_cell, self.in_caption) = (true, false);
            }
            "caption" => {
                self.in_caption = true;
                self.caption.get_or_insert_default();
            }
            name if name == "br" || is_block(name) => self.push(" "),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.in_cell {
            self.table.push_text(text);
        } else if self.in_caption
            && let Some(caption) = &mut self.caption
        {
            caption.push_str(text);
        }
    }

    /// Returns the paragraphs that stand for the table, where it is one of figures.
    fn lines(&self) -> Option<String> {
        let lines = self.table.lines()?;
        let mut html = String::new();
        if let Some(caption) = &self.caption {
            let _ = write!(html, "<p>{}</p>", escaped(caption));
        }
        let lines: Vec<Cow<'_, str>> = lines.iter().map(|line| escaped(line)).collect();
        let _ = write!(html, "<p>{}</p>", lines.join("<br>"));
        Some(html)
    }
}

fn escaped(text: &str) -> Cow<'_, str> {
    if text.contains(['&', '<', '>']) {
        Cow::Owned(text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::as_lines;

    #[track_caller]
    fn check(html: &str, lines: &str) {
        assert_eq!(as_lines(html), lines);
    }

    #[test]
    fn a_table_of_figures_becomes_lines() {
        check(
            "<p>a</p><table><caption>Trade, $ million</caption><thead><tr><th>Year<th>Exports</tr></thead>\
             <tr><td>2022<td>1&nbsp;200 &lt;1&gt;<tr><td>2023</td><td><p>1,300</p></td></tr></table><p>b</p>",
            "<p>a</p><p>Trade, $ million</p><p>Year | Exports<br>2022 | 1 200 &lt;1&gt;<br>2023 | 1,300</p><p>b</p>",
        );
    }

    #[test]
    fn a_cell_that_spans_others_names_each() {
        check(
            "<table><tr><th rowspan=2>Year</th><th colspan=2>Flow</th></tr><tr><th>Exports</th><th>Imports</th></tr>\
             <tr><td>2023</td><td>5</td><td></td></tr></table>",
            "<p>Year | Flow | Flow<br>Year | Exports | Imports<br>2023 | 5 | </p>",
        );
    }

    #[test]
    fn tables_that_lay_out_a_page_stay() {
        for html in [
            "<table><tr><td>Menu</td><td>Trade reached $4 billion.</td></tr></table>",
            "<table><tr><td>1</td></tr><tr><td>2</td></tr></table>",
            "<table><tr><td>Home<td>News</tr><tr><td>Sport<td>Culture</tr></table>",
            "<table><tr><td>1<td>2<tr><td>3<td>4",
            "</table>",
        ] {
            check(html, html);
        }
        check(
            "<table><tr><td>Menu<td>x<tr><td>1<td><table><tr><td>1<td>2<tr><td>3<td>4</table></table>",
            "<table><tr><td>Menu<td>x<tr><td>1<td><p>1 | 2<br>3 | 4</p></table>",
        );
    }
}

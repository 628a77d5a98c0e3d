//! The shape of a page: how deep and how unfinished its markup is.
//!
//! Building a tree after the HTML standard takes time in the product of open formatting elements and tags, and in
//! the square of the attributes of one tag; walking it takes stack in its depth. No page that people read comes
//! near the bounds here; a page made to hurt does, and is read without a tree.

use crate::html::scan::{Piece, Scanner};

/// The deepest nesting of elements that a tree is built for.
const MAX_DEPTH: usize = 256;
/// The most formatting elements that may be open at once.
const MAX_OPEN_FORMATTING: usize = 48;
/// The most attributes of one tag.
const MAX_ATTRIBUTES: usize = 512;
/// The most start tags of a page.
const MAX_TAGS: usize = 60_000;
/// The most formatting elements that a tree builder may have to open again, in all: every paragraph opens again
/// those that were left open before it.
const MAX_REOPENED: usize = 500_000;
/// The longest page that a tree is built for, in bytes.
const MAX_LENGTH: usize = 8 * 1024 * 1024;

/// The shape of a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Shape {
    length: usize,
    tags: usize,
    depth: usize,
    open_formatting: usize,
    attributes: usize,
}

impl Shape {
    /// Tells whether a tree can be built of the page in little time and stack.
    pub(super) fn is_harmless(&self) -> bool {
        self.length <= MAX_LENGTH
            && self.tags <= MAX_TAGS
            && self.depth <= MAX_DEPTH
            && self.open_formatting <= MAX_OPEN_FORMATTING
            && self.open_formatting * self.tags <= MAX_REOPENED
            && self.attributes <= MAX_ATTRIBUTES
    }
}

/// Measures a page.
pub(super) fn of(html: &str) -> Shape {
    let mut shape = Shape { length: html.len(), ..Shape::default() };
    let (mut depth, mut formatting) = (0_usize, 0_usize);
    for piece in Scanner::new(html) {
        match piece {
            Piece::Open(tag) => {
                let name = tag.name();
                shape.tags += 1;
                shape.attributes = shape.attributes.max(tag.attributes().take(MAX_ATTRIBUTES + 1).count());
                if is_formatting(name) {
                    formatting += 1;
                    shape.open_formatting = shape.open_formatting.max(formatting);
                }
                if !is_void(name) && !ends_itself(name) {
                    depth += 1;
                    shape.depth = shape.depth.max(depth);
                }
            }
            Piece::Close(name) => {
                let name = name.to_ascii_lowercase();
                if is_formatting(&name) {
                    formatting = formatting.saturating_sub(1);
                }
                if !ends_itself(&name) && !is_void(&name) {
                    depth = depth.saturating_sub(1);
                }
            }
            Piece::Text(_) | Piece::Raw(..) | Piece::Doctype(_) => {}
        }
    }
    shape
}

fn is_formatting(name: &str) -> bool {
    matches!(
        name,
        "a" | "b"
            | "big"
            | "code"
            | "em"
            | "font"
            | "i"
            | "nobr"
            | "s"
            | "small"
            | "strike"
            | "strong"
            | "tt"
            | "u"
    )
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Tells whether an element is closed by the next of its kind, so that leaving it open nests nothing.
fn ends_itself(name: &str) -> bool {
    matches!(
        name,
        "p" | "li"
            | "dt"
            | "dd"
            | "td"
            | "th"
            | "tr"
            | "tbody"
            | "thead"
            | "tfoot"
            | "option"
            | "optgroup"
            | "body"
            | "head"
            | "html"
    )
}

//! Markup to paragraphs without a tree.

use crate::html::entity;
use crate::html::is_block;
use crate::html::scan::{Piece, Scanner};

/// Returns the paragraphs of a page: what stands between the tags, but for scripts, forms and navigation.
pub(super) fn paragraphs(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut current = String::new();
    // The element whose content is left out, and how often it is open within itself.
    let mut hidden: Option<(String, usize)> = None;
    for piece in Scanner::new(html) {
        match piece {
            Piece::Text(text) if hidden.is_none() => push_text(text, &mut current),
            Piece::Open(tag) => {
                let name = tag.name();
                match &mut hidden {
                    Some((outer, depth)) if outer.as_str() == name => *depth += 1,
                    Some(_) => {}
                    None if is_hidden(name) => hidden = Some((name.to_owned(), 1)),
                    None => break_at(name, &mut current, &mut found),
                }
            }
            Piece::Close(name) => {
                let name = name.to_ascii_lowercase();
                match &mut hidden {
                    Some((outer, depth)) if *outer == name => {
                        *depth -= 1;
                        if *depth == 0 {
                            hidden = None;
                        }
                    }
                    // The end of the page's frame shows that the hidden element was never closed.
                    Some(_) if matches!(name.as_str(), "head" | "body" | "html") => hidden = None,
                    Some(_) => {}
                    None => break_at(&name, &mut current, &mut found),
                }
            }
            Piece::Text(_) | Piece::Raw(..) | Piece::Doctype(_) => {}
        }
    }
    finish(&mut current, &mut found);
    found
}

fn break_at(name: &str, current: &mut String, found: &mut Vec<String>) {
    if is_block(name) {
        finish(current, found);
    } else if name == "br" {
        current.push('\n');
    }
}

/// Adds text; a line break in the markup is a space.
fn push_text(text: &str, current: &mut String) {
    current.extend(entity::decode(text).chars().map(|c| if c.is_ascii_whitespace() { ' ' } else { c }));
}

/// Ends a paragraph. Two breaks in a row end one, too: old pages have no other.
fn finish(current: &mut String, found: &mut Vec<String>) {
    let mut lines: Vec<String> = Vec::new();
    for line in current.split('\n').map(spaced).chain([String::new()]) {
        if !line.is_empty() {
            lines.push(line);
        } else if !lines.is_empty() {
            found.push(lines.join("\n"));
            lines.clear();
        }
    }
    current.clear();
}

/// Returns a text on one line with single spaces and without soft hyphens.
pub(super) fn spaced(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !result.is_empty() {
            result.push(' ');
        }
        result.extend(word.chars().filter(|&c| c != '\u{ad}'));
    }
    result
}

fn is_hidden(name: &str) -> bool {
    matches!(
        name,
        "noscript" | "template" | "svg" | "math" | "nav" | "footer" | "form" | "select" | "button" | "object"
    )
}

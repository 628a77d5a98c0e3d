//! HTML to an article: the main text, and what the markup says of it.
//!
//! Tables of figures become lines of text first (see `tables`). The main text is found by `trafilatura`. Markup whose shape would make a tree builder slow (see `shape`) and
//! pages in which no main text is found go through a plain stripper instead, which is linear in the bytes. The
//! facts are read here and not by the library, whose search for dates reads the clock.

mod entity;
mod facts;
mod json_ld;
mod lean;
mod main_text;
mod scan;
mod shape;
mod strip;
mod tables;

pub use facts::Facts;

use crate::date;
use crate::html::scan::{Piece, Scanner};
use jiff::civil::Date;
use url::Url;

/// How many characters of a page show whether it is HTML.
const SNIFF_REACH: usize = 4096;

/// An article as it stands on a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// What the markup says of it.
    pub facts: Facts,
    /// The title, an empty line and the main text, its paragraphs separated by an empty line.
    pub text: String,
}

/// Tells whether a text is HTML, by its first tags and by the content type, where a server gave one.
#[must_use]
pub fn looks_like_html(text: &str, content_type: Option<&str>) -> bool {
    let kind =
        content_type.map(|value| value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase());
    if kind.as_deref() == Some("text/plain") {
        return false;
    }
    let said = matches!(kind.as_deref(), Some("text/html" | "application/xhtml+xml"));
    let head = &text[..text.floor_char_boundary(SNIFF_REACH)];
    if !said && !head.trim_start().starts_with('<') {
        return false;
    }
    let mut closed = false;
    for piece in Scanner::new(head) {
        match piece {
            Piece::Doctype(name) => return name.eq_ignore_ascii_case("html"),
            Piece::Open(tag) if matches!(tag.name(), "html" | "head" | "body" | "meta" | "title") => {
                return true;
            }
            Piece::Close(name) => closed |= is_block(name),
            _ => {}
        }
    }
    closed
}

/// Reads a page of HTML; `url` is the address that it was read from.
#[must_use]
pub fn read(html: &str, url: Option<&Url>) -> Article {
    let facts = facts::of(html, url);
    let html = tables::as_lines(html);
    let lean = lean::of(&html);
    let main = if shape::of(&lean).is_harmless() { main_text::of(&lean) } else { None };
    let main = main.unwrap_or_else(|| strip::paragraphs(&html));
    let text = with_title(facts.title.as_deref(), &main);
    Article { facts, text }
}

/// Reads a piece of HTML all of which is wanted, such as the content of a feed's item, into paragraphs.
pub(crate) fn paragraphs(html: &str) -> Vec<String> {
    strip::paragraphs(&tables::as_lines(html))
}

/// Returns the character that a reference names, written without `&` and `;`.
pub(crate) fn reference(name: &str) -> Option<char> {
    entity::character(name)
}

/// Replaces the character references of a text.
pub(crate) fn decoded(text: &str) -> String {
    entity::decode(text)
}

/// Puts the title before the paragraphs, where they do not begin with it.
pub(crate) fn with_title(title: Option<&str>, paragraphs: &[String]) -> String {
    let mut lines: Vec<&str> = Vec::with_capacity(paragraphs.len() + 1);
    if let Some(title) = title {
        lines.push(title);
    }
    let repeats = |line: &str| title.is_some_and(|title| fold(title) == fold(line));
    // A heading may stand after a section's name or a date; only the first paragraphs are looked at.
    lines.extend(
        paragraphs
            .iter()
            .enumerate()
            .filter(|(at, line)| *at > 2 || !repeats(line))
            .map(|(_, line)| line.as_str()),
    );
    lines.join("\n\n")
}

/// Returns the letters and digits of a text, in small letters.
pub(crate) fn fold(line: &str) -> String {
    line.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Tells whether an element begins a new paragraph.
fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 42] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "title",
        "tr",
        "ul",
    ];
    BLOCKS.contains(&name)
}

/// Returns the date that the markup gives in a value.
pub(crate) fn date_of(value: &str, lang: Option<&str>) -> Option<Date> {
    date::of_markup(value, day_comes_first(lang))
}

/// Returns the date of a text that holds nothing else.
fn date_alone(text: &str, lang: Option<&str>) -> Option<Date> {
    date::alone(text, day_comes_first(lang))
}

fn day_comes_first(lang: Option<&str>) -> bool {
    lang.is_none_or(|lang| !lang.to_ascii_lowercase().starts_with("en"))
}

#[cfg(test)]
mod tests;

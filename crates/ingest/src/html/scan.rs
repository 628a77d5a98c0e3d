//! A scanner of HTML that keeps no tree: tags, text and the raw text of scripts, one after the other.
//!
//! It is what the facts of the head, the shape of a page and the plain stripper are read with. It is linear in
//! the bytes, whatever the bytes: nothing is looked for twice.

use crate::html::entity;
use std::borrow::Cow;

/// A piece of a page.
#[derive(Debug)]
pub(super) enum Piece<'a> {
    /// Text between tags, with its entities as written.
    Text(&'a str),
    /// The content of an element that holds no tags: script, style, title, textarea.
    Raw(Tag<'a>, &'a str),
    /// A start tag.
    Open(Tag<'a>),
    /// An end tag's name, as it is written.
    Close(&'a str),
    /// The name of a document type.
    Doctype(&'a str),
}

/// A start tag.
#[derive(Debug, Clone)]
pub(super) struct Tag<'a> {
    name: Cow<'a, str>,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// Returns the name in lower case.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Returns the attributes as they are written.
    pub(super) fn attributes(&self) -> Attributes<'a> {
        Attributes { rest: self.attributes }
    }

    /// Returns the value of an attribute, its entities decoded.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        self.attributes()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| entity::decode(value))
    }
}

/// The attributes of a tag, one after the other.
#[derive(Debug)]
pub(super) struct Attributes<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        self.rest = self.rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/' || c == '=');
        if self.rest.is_empty() {
            return None;
        }
        let is_end = |c: char| c.is_ascii_whitespace() || c == '=' || c == '/';
        let (name, rest) = self.rest.split_at(self.rest.find(is_end).unwrap_or(self.rest.len()));
        let after = rest.trim_ascii_start();
        let Some(value) = after.strip_prefix('=') else {
            self.rest = after;
            return Some((name, ""));
        };
        let value = value.trim_ascii_start();
        let (value, rest) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            _ => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
        };
        self.rest = rest;
        Some((name, value))
    }
}

/// Yields the pieces of a page.
#[derive(Debug)]
pub(super) struct Scanner<'a> {
    html: &'a str,
    at: usize,
    /// Where the piece last given began.
    began: usize,
    /// The start tag whose raw content comes next.
    raw: Option<Tag<'a>>,
    /// Set when an end tag, the end of a comment or of a quoted value is nowhere ahead, so that it is not looked
    /// for again at every beginning.
    missing: Missing,
}

#[derive(Debug, Default)]
struct Missing {
    comment_end: bool,
    double_quote: bool,
    single_quote: bool,
    tag_end: bool,
    raw_ends: Vec<String>,
}

impl<'a> Scanner<'a> {
    /// Scans a page from its beginning.
    pub(super) fn new(html: &'a str) -> Self {
        Self { html, at: 0, began: 0, raw: None, missing: Missing::default() }
    }

    /// Returns how many bytes the pieces so far were made of.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// Returns where the piece last given began; what is no piece, such as a comment, may stand before it.
    pub(super) const fn began(&self) -> usize {
        self.began
    }

    fn rest(&self) -> &'a str {
        &self.html[self.at..]
    }

    /// Takes the content of a raw element, up to its end tag.
    fn raw_piece(&mut self, tag: Tag<'a>) -> Piece<'a> {
        let rest = self.rest();
        let length = self.raw_length(tag.name());
        self.at += length;
        Piece::Raw(tag, &rest[..length])
    }

    fn raw_length(&mut self, name: &str) -> usize {
        let rest = self.rest();
        if self.missing.raw_ends.iter().any(|missing| missing == name) {
            return rest.len();
        }
        let bytes = rest.as_bytes();
        let mut from = 0;
        while let Some(found) = rest[from..].find("</") {
            let at = from + found;
            let end = at + 2 + name.len();
            let named = bytes.get(at + 2..end).is_some_and(|word| word.eq_ignore_ascii_case(name.as_bytes()));
            if named && bytes.get(end).is_none_or(|b| !b.is_ascii_alphanumeric()) {
                return at;
            }
            from = at + 2;
        }
        self.missing.raw_ends.push(name.to_owned());
        // An unclosed script hides the rest of a page; an unclosed title must not.
        if matches!(name, "title" | "textarea") { rest.find('<').unwrap_or(rest.len()) } else { rest.len() }
    }

    /// Takes what begins with `<`; none where it is no tag after all.
    fn markup(&mut self) -> Option<Option<Piece<'a>>> {
        let rest = self.rest();
        let inner = &rest[1..];
        if let Some(comment) = inner.strip_prefix("!--") {
            let end = if self.missing.comment_end { None } else { comment.find("-->") };
            self.missing.comment_end |= end.is_none();
            // An unclosed comment ends with its tag, so that it cannot hide the page.
            self.at += end.map_or_else(|| self.tag_length(rest), |end| 4 + end + 3);
            return Some(None);
        }
        match inner.chars().next() {
            Some('!') => {
                self.at += self.tag_length(rest);
                let word = inner[1..].split(['>', '[', '"']).next().unwrap_or_default();
                let mut words = word.split_ascii_whitespace();
                let doctype = words.next().is_some_and(|word| word.eq_ignore_ascii_case("doctype"));
                Some(doctype.then(|| Piece::Doctype(words.next().unwrap_or_default())))
            }
            Some('?') => {
                self.at += self.tag_length(rest);
                Some(None)
            }
            Some('/') if inner[1..].starts_with(|c: char| c.is_ascii_alphabetic()) => {
                let length = self.tag_length(rest);
                self.at += length;
                let name = &rest[2..length];
                let name = &name[..name.find(|c: char| !is_of_name(c)).unwrap_or(name.len())];
                Some(Some(Piece::Close(name)))
            }
            Some(c) if c.is_ascii_alphabetic() => {
                let length = self.tag_length(rest);
                self.at += length;
                let tag = rest[1..length].trim_end_matches('>');
                let (name, attributes) =
                    tag.split_at(tag.find(|c: char| !is_of_name(c)).unwrap_or(tag.len()));
                let name = if name.bytes().any(|b| b.is_ascii_uppercase()) {
                    Cow::Owned(name.to_ascii_lowercase())
                } else {
                    Cow::Borrowed(name)
                };
                Some(Some(Piece::Open(Tag { name, attributes })))
            }
            _ => None,
        }
    }

    /// Returns the length of the tag that a text begins with, up to the `>` that stands in no quoted value.
    fn tag_length(&mut self, rest: &str) -> usize {
        if self.missing.tag_end {
            return rest.len();
        }
        let bytes = rest.as_bytes();
        let mut at = 1;
        let mut after_equals = false;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'>' => return at + 1,
                b'"' | b'\'' if after_equals => {
                    let known_missing = if byte == b'"' {
                        &mut self.missing.double_quote
                    } else {
                        &mut self.missing.single_quote
                    };
                    let end =
                        if *known_missing { None } else { bytes[at + 1..].iter().position(|&b| b == byte) };
                    *known_missing |= end.is_none();
                    at += end.map_or(0, |end| end + 1);
                    after_equals = false;
                }
                b'=' => after_equals = true,
                b if b.is_ascii_whitespace() => {}
                _ => after_equals = false,
            }
            at += 1;
        }
        self.missing.tag_end = true;
        rest.len()
    }
}

impl<'a> Iterator for Scanner<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            self.began = self.at;
            if let Some(tag) = self.raw.take() {
                return Some(self.raw_piece(tag));
            }
            let rest = self.rest();
            if rest.is_empty() {
                return None;
            }
            if rest.starts_with('<') {
                match self.markup() {
                    Some(Some(piece)) => {
                        if let Piece::Open(tag) = &piece
                            && is_raw(tag.name())
                        {
                            self.raw = Some(tag.clone());
                        }
                        return Some(piece);
                    }
                    Some(None) => continue,
                    None => {}
                }
            }
            // A `<` that begins no tag is text.
            let length =
                rest.char_indices().skip(1).find(|&(_, c)| c == '<').map_or(rest.len(), |(at, _)| at);
            self.at += length;
            return Some(Piece::Text(&rest[..length]));
        }
    }
}

fn is_raw(name: &str) -> bool {
    matches!(name, "script" | "style" | "title" | "textarea" | "xmp" | "iframe" | "noembed" | "noframes")
}

fn is_of_name(c: char) -> bool {
    !c.is_ascii_whitespace() && c != '/' && c != '>'
}

#[cfg(test)]
mod tests {
    use super::{Piece, Scanner};
    use expect_test::{Expect, expect};
    use std::fmt::Write as _;

    #[track_caller]
    fn check(html: &str, expect: Expect) {
        let mut lines = String::new();
        for piece in Scanner::new(html) {
            match piece {
                Piece::Text(text) => writeln!(lines, "text {text:?}"),
                Piece::Raw(tag, content) => writeln!(lines, "raw {} {content:?}", tag.name()),
                Piece::Open(tag) => {
                    writeln!(lines, "open {} {:?}", tag.name(), tag.attributes().collect::<Vec<_>>())
                }
                Piece::Close(name) => writeln!(lines, "close {name}"),
                Piece::Doctype(name) => writeln!(lines, "doctype {name}"),
            }
            .unwrap();
        }
        expect.assert_eq(&lines);
    }

    #[test]
    fn tags_text_and_attributes_are_told_apart() {
        check(
            "<!DOCTYPE html><A href='a>b' checked  data-x = 1 title=\"5 &gt; 4\"/>1 < 2</A><!-- <p> --><br/>",
            expect![[r#"
                doctype html
                open a [("href", "a>b"), ("checked", ""), ("data-x", "1"), ("title", "5 &gt; 4")]
                text "1 "
                text "< 2"
                close A
                open br []
            "#]],
        );
    }

    #[test]
    fn scripts_hold_no_tags() {
        check(
            "<script>if (a</b/.test('</p>')) x()</SCRIPT ><title>A <b> B</title>",
            expect![[r#"
            open script []
            raw script "if (a</b/.test('</p>')) x()"
            close SCRIPT
            open title []
            raw title "A <b> B"
            close title
        "#]],
        );
        check(
            "<title>open <p>text",
            expect![[r#"
            open title []
            raw title "open "
            open p []
            text "text"
        "#]],
        );
    }
}

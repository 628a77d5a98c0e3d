//! A page without what holds no text of it: comments, scripts, styles, drawings, pictures, lists to choose from, the
//! particulars of its head, and what its tags say for scripts alone. Half of a news page and more is such; a tree of the
//! rest is built and searched in half the time.

use crate::html::scan::{Piece, Scanner, Tag};
use std::borrow::Cow;

/// What a script is that repeats the text of the page for machines; the library reads it where it finds no other.
const BODY: &str = "articleBody";

/// The attributes by which the library tells what a part of a page is.
const TELLING: [&str; 16] = [
    "aria-hidden",
    "class",
    "colspan",
    "data-component",
    "data-lp-replacement-content",
    "data-testid",
    "datetime",
    "dir",
    "hidden",
    "href",
    "id",
    "itemprop",
    "itemtype",
    "rel",
    "role",
    "style",
];

/// Returns the page without them; as it is where something that is left out has no end, which would hide what stands
/// behind it.
pub(super) fn of(html: &str) -> Cow<'_, str> {
    let mut lean = String::with_capacity(html.len() / 2);
    let mut scanner = Scanner::new(html);
    // How many elements are open, one in another, of which nothing is taken.
    let mut hidden = 0_usize;
    while let Some(piece) = scanner.next() {
        let written = &html[scanner.began()..scanner.at()];
        match &piece {
            Piece::Open(tag) if is_hidden(tag.name()) => hidden += usize::from(!written.ends_with("/>")),
            Piece::Close(name) if is_hidden(name) => hidden = hidden.saturating_sub(1),
            _ if hidden > 0 => {}
            Piece::Open(tag) if matches!(tag.name(), "link" | "meta" | "style" | "img" | "source") => {}
            Piece::Open(tag) => open(tag, written, &mut lean),
            Piece::Close(name) if name.eq_ignore_ascii_case("style") => {}
            Piece::Raw(tag, content) => match tag.name() {
                "script" if !content.contains(BODY) => {}
                "style" => {}
                _ => lean.push_str(content),
            },
            Piece::Close(_) | Piece::Text(_) | Piece::Doctype(_) => lean.push_str(written),
        }
    }
    if hidden == 0 { Cow::Owned(lean) } else { Cow::Borrowed(html) }
}

/// Says whether nothing of an element is text of the page.
fn is_hidden(name: &str) -> bool {
    ["svg", "select", "template"].iter().any(|hidden| name.eq_ignore_ascii_case(hidden))
}

/// Writes a start tag with the attributes that tell something.
fn open(tag: &Tag<'_>, written: &str, lean: &mut String) {
    // A script that is kept is known by its type.
    if tag.name() == "script" || tag.attributes().next().is_none() {
        lean.push_str(written);
        return;
    }
    lean.push('<');
    lean.push_str(tag.name());
    for (name, value) in tag.attributes() {
        if !TELLING.iter().any(|telling| name.eq_ignore_ascii_case(telling)) {
            continue;
        }
        let quote = if value.contains('"') { '\'' } else { '"' };
        lean.push(' ');
        lean.push_str(name);
        lean.push('=');
        lean.push(quote);
        lean.push_str(value);
        lean.push(quote);
    }
    lean.push_str(if written.ends_with("/>") { "/>" } else { ">" });
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn what_holds_no_text_is_left_out() {
        let page = "<!doctype html><head><meta charset=utf-8><link rel=a><title>A &amp; B</title><style>p{}</style></head>\
            <!-- <p>no</p> --><BODY onload='x()' class=a> <script>x()</script><SVG><path/><svg/><text>no</text></SVG>\
            <p data-x=1 ID='b\"c'>Yes<br />so<img src=a></p><select><option>no</select>\
            <script type='application/ld+json'>{\"articleBody\":\"Yes\"}</script></body>";
        let lean = "<!doctype html><head><title>A &amp; B</title></head><body class=\"a\"> <script></script>\
            <p ID='b\"c'>Yes<br />so</p>\
            <script type='application/ld+json'>{\"articleBody\":\"Yes\"}</script></body>";
        assert_eq!(of(page), lean);
    }

    #[test]
    fn what_has_no_end_hides_nothing() {
        let page = "<p>One</p><svg><path><p>Two</p>";
        assert_eq!(of(page), page);
    }
}

//! A page without what holds no text of it: comments, scripts, styles, drawings and the particulars of its head. Half of
//! a news page and more is such; a tree of the rest is built in half the time.

use crate::html::scan::{Piece, Scanner};
use std::borrow::Cow;

/// What a script is that repeats the text of the page for machines; the library reads it where it finds no other.
const BODY: &str = "articleBody";

/// Returns the page without them; as it is where a drawing has no end, which would hide what stands behind it.
pub(super) fn of(html: &str) -> Cow<'_, str> {
    let mut lean = String::with_capacity(html.len() / 2);
    let mut scanner = Scanner::new(html);
    // Within a drawing: how many of them are open, one in another.
    let mut drawings = 0_usize;
    while let Some(piece) = scanner.next() {
        let written = &html[scanner.began()..scanner.at()];
        let kept = match &piece {
            Piece::Open(tag) if tag.name() == "svg" => {
                drawings += usize::from(!written.ends_with("/>"));
                false
            }
            Piece::Close(name) if name.eq_ignore_ascii_case("svg") => {
                drawings = drawings.saturating_sub(1);
                false
            }
            Piece::Open(tag) => !matches!(tag.name(), "link" | "meta" | "style"),
            Piece::Close(name) => !name.eq_ignore_ascii_case("style"),
            Piece::Raw(tag, content) => match tag.name() {
                "script" => content.contains(BODY),
                "style" => false,
                _ => true,
            },
            Piece::Text(_) | Piece::Doctype(_) => true,
        };
        if kept && drawings == 0 {
            lean.push_str(written);
        }
    }
    if drawings == 0 { Cow::Owned(lean) } else { Cow::Borrowed(html) }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn what_holds_no_text_is_left_out() {
        let page = "<!doctype html><head><meta charset=utf-8><link rel=a><title>A &amp; B</title><style>p{}</style></head>\
            <!-- <p>no</p> --><body><script>x()</script><SVG><path/><svg/><text>no</text></SVG><p class=a>Yes<br>so</p>\
            <script type='application/ld+json'>{\"articleBody\":\"Yes\"}</script></body>";
        let lean = "<!doctype html><head><title>A &amp; B</title></head>\
            <body><script></script><p class=a>Yes<br>so</p>\
            <script type='application/ld+json'>{\"articleBody\":\"Yes\"}</script></body>";
        assert_eq!(of(page), lean);
    }

    #[test]
    fn a_drawing_without_an_end_hides_nothing() {
        let page = "<p>One</p><svg><path><p>Two</p>";
        assert_eq!(of(page), page);
    }
}

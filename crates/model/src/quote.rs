//! Quotes: where in a text the words of a statement stand.

use serde::{Deserialize, Serialize};

/// The exact words of a statement, as a W3C `TextQuoteSelector` (exact, prefix, suffix) and
/// `TextPositionSelector` (start, end) in one (W3C Web Annotation Data Model, sections 4.2.4 and 4.2.5).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quote {
    /// The words.
    pub exact: String,
    /// Up to 32 code points before them.
    pub prefix: String,
    /// Up to 32 code points after them.
    pub suffix: String,
    /// Offset of their first code point in the normalised text.
    pub start: usize,
    /// Offset after their last code point.
    pub end: usize,
}

/// How many code points of the surroundings a quote keeps on each side.
pub const CONTEXT: usize = 32;

impl Quote {
    /// Cuts the quote of the bytes `start..end` out of `text`; `start_chars` is the number of code points before.
    ///
    /// None where the range is no range of `text` or cuts a code point.
    #[must_use]
    pub fn cut(text: &str, bytes: std::ops::Range<usize>, start_chars: usize) -> Option<Self> {
        let exact = text.get(bytes.clone())?.to_owned();
        let before = &text[..bytes.start];
        let after = &text[bytes.end..];
        let (from, to) = (last_characters(before), first_characters(after));
        let end = start_chars + exact.chars().count();
        let (prefix, suffix) = (before[from..].to_owned(), after[..to].to_owned());
        Some(Self { exact, prefix, suffix, start: start_chars, end })
    }
}

/// Where the last code points of a text begin that a quote keeps. In ASCII, as most are, each is a byte.
fn last_characters(text: &str) -> usize {
    match text.as_bytes().last_chunk::<CONTEXT>() {
        Some(near) if near.is_ascii() => text.len() - CONTEXT,
        _ => text.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at),
    }
}

/// Where the first code points of a text end that a quote keeps.
fn first_characters(text: &str) -> usize {
    match text.as_bytes().first_chunk::<CONTEXT>() {
        Some(near) if near.is_ascii() => CONTEXT,
        _ => text.char_indices().nth(CONTEXT).map_or(text.len(), |(at, _)| at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn text_between_the_offsets_is_the_quote(text in "\\PC{0,120}|[a-z ]{0,120}", a in 0usize..120, b in 0usize..120) {
            let chars: Vec<(usize, char)> = text.char_indices().collect();
            let (a, b) = (a.min(chars.len()), b.min(chars.len()));
            let (a, b) = (a.min(b), a.max(b));
            let byte = |i: usize| chars.get(i).map_or(text.len(), |(at, _)| *at);
            let quote = Quote::cut(&text, byte(a)..byte(b), a).unwrap();
            let between: String = text.chars().skip(quote.start).take(quote.end - quote.start).collect();
            prop_assert_eq!(&between, &quote.exact);
            let before: String = chars[a.saturating_sub(CONTEXT)..a].iter().map(|(_, c)| *c).collect();
            let after: String = chars[b..].iter().take(CONTEXT).map(|(_, c)| *c).collect();
            prop_assert_eq!((&quote.prefix, &quote.suffix), (&before, &after));
        }
    }
}

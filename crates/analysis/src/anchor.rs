//! Finding a quote again in a text that was edited: by its exact words, by what stands before and behind it, and else by
//! the words that are most like it.

use entente_model::Quote;
use rustc_hash::FxHashMap;
use serde::Serialize;

/// So many code points before or behind a quote must be the same, for it to be the same place.
const LEAST_CONTEXT: usize = 10;
/// Between what stands before and behind a quote may stand so many times its length, and some more.
const TIMES_AS_LONG: usize = 3;
const SOME_MORE: usize = 40;
/// So many hundredths of the words must be there for a place to be like another.
const LEAST_ALIKE: usize = 50;

/// How a quote was found again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Its exact words stand there.
    Exact,
    /// What stands before and behind it does.
    Context,
    /// Most of its words and of those around it do.
    Approximate,
}

impl Method {
    /// Returns the word as it is written on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Context => "context",
            Self::Approximate => "approximate",
        }
    }
}

/// Where a quote is found again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Anchor {
    /// How.
    pub method: Method,
    /// How sure that is, in hundredths: of the exact words and of the context how much of the 64 code points around the
    /// quote is the same, of an approximate place how many of the words are.
    pub score: u8,
    /// What stands there now.
    pub text: String,
    /// The offset of its first code point.
    pub start: usize,
    /// The offset after its last code point.
    pub end: usize,
}

/// Finds a quote in a text; none where nothing is like it.
#[must_use]
pub fn anchor(quote: &Quote, text: &str) -> Option<Anchor> {
    let exact = by_words(quote, text);
    let is_sure = |(_, score): &(usize, usize)| *score >= LEAST_CONTEXT;
    if let Some((at, score)) = exact.filter(is_sure) {
        return Some(anchored(Method::Exact, score, text, at..at + quote.exact.len()));
    }
    by_context(quote, text)
        .or_else(|| exact.map(|(at, score)| anchored(Method::Exact, score, text, at..at + quote.exact.len())))
        .or_else(|| by_likeness(quote, text))
}

fn anchored(method: Method, score: usize, text: &str, bytes: std::ops::Range<usize>) -> Anchor {
    let most = 2 * entente_model::quote::CONTEXT;
    let score = if method == Method::Approximate { score } else { (100 * score / most).min(100) };
    let start = text[..bytes.start].chars().count();
    let found = &text[bytes];
    Anchor {
        method,
        score: u8::try_from(score).unwrap_or(100),
        end: start + found.chars().count(),
        start,
        text: found.to_owned(),
    }
}

/// Returns where the exact words stand among what is most like their surroundings, and how many code points of those are
/// the same.
fn by_words(quote: &Quote, text: &str) -> Option<(usize, usize)> {
    if quote.exact.is_empty() {
        return None;
    }
    let places = text.match_indices(&quote.exact).map(|(at, words)| {
        let before = same(quote.prefix.chars().rev(), text[..at].chars().rev());
        let behind = same(quote.suffix.chars(), text[at + words.len()..].chars());
        (at, before + behind)
    });
    // Of those that are as much alike the first stands.
    places.fold(None, |best: Option<(usize, usize)>, place| match best {
        Some(best) if best.1 >= place.1 => Some(best),
        _ => Some(place),
    })
}

fn same(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

/// Finds what stands between the words that stood before the quote and those that stood behind it.
fn by_context(quote: &Quote, text: &str) -> Option<Anchor> {
    let (from, before) = last_of(&quote.prefix, text)?;
    let longest = quote.exact.len() * TIMES_AS_LONG + SOME_MORE;
    let mut reach = from.saturating_add(longest).min(text.len());
    while !text.is_char_boundary(reach) {
        reach -= 1;
    }
    let (length, behind) = first_of(&quote.suffix, &text[from..reach])?;
    Some(anchored(Method::Context, before + behind, text, from..from + length))
}

/// Finds the longest end of a prefix in a text: where it ends there, and how many code points it has.
fn last_of(prefix: &str, text: &str) -> Option<(usize, usize)> {
    let starts: Vec<usize> = prefix.char_indices().map(|(at, _)| at).collect();
    let ends = starts.iter().enumerate().map(|(n, at)| (&prefix[*at..], starts.len() - n));
    let mut ends = ends.take_while(|(_, length)| *length >= LEAST_CONTEXT);
    ends.find_map(|(end, length)| Some((text.find(end)? + end.len(), length)))
}

/// Finds the longest beginning of a suffix in a text: where it begins there, and how many code points it has.
fn first_of(suffix: &str, text: &str) -> Option<(usize, usize)> {
    let ends: Vec<usize> = suffix.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
    let beginnings = ends.iter().enumerate().rev().map(|(n, end)| (&suffix[..*end], n + 1));
    let mut beginnings = beginnings.take_while(|(_, length)| *length >= LEAST_CONTEXT);
    beginnings.find_map(|(beginning, length)| Some((text.find(beginning)?, length)))
}

/// Finds as many words in a row as the quote and its surroundings have, of which most are the same.
fn by_likeness(quote: &Quote, text: &str) -> Option<Anchor> {
    let around = format!("{}{}{}", quote.prefix, quote.exact, quote.suffix);
    let mut wanted: FxHashMap<String, i32> = FxHashMap::default();
    for (_, word) in words(&around) {
        *wanted.entry(word.to_lowercase()).or_default() += 1;
    }
    let size: usize = words(&around).count();
    let all: Vec<(usize, &str)> = words(text).collect();
    if size < 3 || all.is_empty() {
        return None;
    }
    // How many words of the window are wanted, kept up as it goes on.
    let (mut shared, mut best) = (0_usize, (0_usize, 0_usize));
    for (at, (_, word)) in all.iter().enumerate() {
        if let Some(left) = wanted.get_mut(&word.to_lowercase()) {
            shared += usize::from(*left > 0);
            *left -= 1;
        }
        if let Some((_, gone)) = at.checked_sub(size).and_then(|gone| all.get(gone))
            && let Some(left) = wanted.get_mut(&gone.to_lowercase())
        {
            *left += 1;
            shared -= usize::from(*left > 0);
        }
        if shared > best.0 {
            best = (shared, (at + 1).saturating_sub(size));
        }
    }
    let score = 100 * best.0 / size;
    let first = all.get(best.1)?;
    let last = all.get((best.1 + size - 1).min(all.len() - 1))?;
    (score >= LEAST_ALIKE).then(|| anchored(Method::Approximate, score, text, first.0..last.0 + last.1.len()))
}

/// The words of a text, each with where it begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_sign = |c: char| !c.is_alphanumeric();
    let mut next = 0;
    text.split_inclusive(is_sign).filter_map(move |piece| {
        let at = next;
        next += piece.len();
        let word = piece.trim_end_matches(is_sign);
        (!word.is_empty()).then_some((at, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: &str = "In 2020 the ports of the two countries handled 3 million tonnes of freight, the ministry said. \
        Trade reached $4.5 billion in the year. It is to reach $10 billion.";

    fn quote(words: &str) -> Quote {
        let at = BEFORE.find(words).unwrap();
        Quote::cut(BEFORE, at..at + words.len(), BEFORE[..at].chars().count()).unwrap()
    }

    #[track_caller]
    fn check(words: &str, text: &str, expect: Option<(Method, &str)>) {
        let found = anchor(&quote(words), text);
        assert_eq!(found.as_ref().map(|found| (found.method, found.text.as_str())), expect, "{found:?}");
        if let Some(found) = found {
            let there: String = text.chars().skip(found.start).take(found.end - found.start).collect();
            assert_eq!(there, found.text);
        }
    }

    #[test]
    fn a_quote_is_found_by_its_words_its_context_and_its_likeness() {
        let moved = format!("A headline of $4.5 billion. {BEFORE}");
        check("$4.5 billion", &moved, Some((Method::Exact, "$4.5 billion")));
        assert_eq!(anchor(&quote("$4.5 billion"), &moved).unwrap().start, quote("$4.5 billion").start + 28);
        let edited = BEFORE.replace("$4.5 billion", "$4.7 billion, more than ever,");
        check("$4.5 billion", &edited, Some((Method::Context, "$4.7 billion, more than ever,")));
        let rewritten = "The two countries' ports in 2020 handled 4 million tonnes of freight (ministry).";
        let found = anchor(&quote("3 million tonnes"), rewritten).unwrap();
        assert!(found.method == Method::Approximate && found.text.contains("4 million tonnes"), "{found:?}");
        check("3 million tonnes", "Nothing is left of all that.", None);
        check("3 million tonnes", "", None);
    }
}

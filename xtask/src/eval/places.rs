//! Where a quote stands in a text, in code points.

use serde_json::Value;

use super::agree::get;

/// First code point and the one after the last.
pub(super) type Place = (usize, usize);

/// Returns every occurrence of a gold fact's quote and of its alternates.
pub(super) fn places(text: &[char], fact: &Value) -> Vec<Place> {
    let alternates = get(fact, "alt_quotes").as_array().into_iter().flatten();
    let quotes = std::iter::once(get(fact, "quote")).chain(alternates).filter_map(Value::as_str);
    quotes.flat_map(|quote| occurrences(text, quote)).collect()
}

/// Says whether the offsets of a prediction's quote really are the quote, and overlap one of the places.
pub(super) fn anchored(text: &[char], places: &[Place], got: &Value) -> bool {
    let quote = get(got, "quote");
    let offset = |key: &str| get(quote, key).as_u64().and_then(|offset| usize::try_from(offset).ok());
    let (Some(start), Some(end)) = (offset("start"), offset("end")) else {
        return false;
    };
    if start >= end || end > text.len() {
        return false;
    }
    let exact =
        get(quote, "exact").as_str().is_some_and(|exact| exact.chars().eq(text[start..end].iter().copied()));
    exact && places.iter().any(|(first, last)| start < *last && *first < end)
}

/// Returns the occurrences that do not overlap, from the left.
fn occurrences(text: &[char], quote: &str) -> Vec<Place> {
    let quote: Vec<char> = quote.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while !quote.is_empty() && at + quote.len() <= text.len() {
        if text[at..at + quote.len()] == quote[..] {
            found.push((at, at + quote.len()));
            at += quote.len();
        } else {
            at += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn places_are_counted_in_code_points_and_do_not_overlap() {
        let text: Vec<char> = "ақш aaa 5".chars().collect();
        assert_eq!(places(&text, &json!({"quote": "aa", "alt_quotes": ["5", ""]})), [(4, 6), (8, 9)]);
        assert_eq!(places(&text, &json!({"quote": null})), []);
    }

    #[test]
    fn an_anchor_is_the_quote_and_overlaps() {
        let text: Vec<char> = "ақш 5 bn".chars().collect();
        let quote = |start: i64, end: i64, exact: &str| json!({"quote": {"start": start, "end": end, "exact": exact}});
        assert!(anchored(&text, &[(4, 5)], &quote(4, 8, "5 bn")));
        assert!(!anchored(&text, &[(0, 4)], &quote(4, 8, "5 bn")));
        assert!(!anchored(&text, &[(4, 5)], &quote(3, 7, "5 bn")));
        assert!(!anchored(&text, &[(4, 5)], &quote(4, 9, "5 bn")));
        assert!(!anchored(&text, &[(4, 5)], &quote(-4, 8, "5 bn")));
        assert!(!anchored(&text, &[(4, 5)], &json!({})));
    }
}

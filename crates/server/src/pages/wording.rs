//! How claims are put in words: what was said, what it is about, who is meant.

use crate::pages::words::{Words, text};
use entente_model::{Bound, Claim, Lang, Pair, Period, Side};

/// The longest quote in a list, in letters.
const LONGEST_QUOTE: usize = 200;

/// Writes the names of a pair: `Kazakhstan–Uzbekistan`.
pub(crate) fn pair_name(words: Words, pair: Pair) -> String {
    format!("{}–{}", words.country(pair.first()), words.country(pair.second()))
}

/// Writes words that somebody said, on one line and cut to a length, in quotation marks.
pub(crate) fn said(words: Words, exact: &str) -> String {
    words.with("quote", [("text", text(cut(exact, LONGEST_QUOTE)))])
}

/// Writes a text on one line, at most `most` letters of it.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let head: String = text.chars().take(most.saturating_sub(1)).collect();
    let whole = head.rsplit_once(' ').map_or(head.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', ';', ':']))
}

/// Writes why a claim may be read wrongly; none where nothing is said against it.
pub(crate) fn doubts(words: Words, claim: &Claim) -> Option<String> {
    let doubts: Vec<_> = claim.doubts.iter().map(|doubt| words.word("doubt", doubt.as_str())).collect();
    (!doubts.is_empty()).then(|| doubts.join("; "))
}

/// Writes a claim's number with its bound: `over $1.2 billion`.
pub(crate) fn stated(words: Words, claim: &Claim) -> String {
    let quantity = words.quantity(claim.value, claim.unit);
    let key = match (claim.bound, claim.side) {
        (Bound::Exact, _) => return quantity,
        (Bound::About, Some(Side::Below)) => "stated-nearly",
        (Bound::About, None) => "stated-about",
        (Bound::Over, _) => "stated-over",
        (Bound::Under, _) => "stated-under",
        (Bound::UpTo, _) => "stated-up-to",
    };
    words.with(key, [("value", text(quantity))])
}

/// Writes what a claim is about: `trade turnover, Kazakhstan–Uzbekistan, 2023: $4.5 billion`.
pub(crate) fn about(words: Words, claim: &Claim) -> String {
    let names: Vec<&str> = claim.parties.iter().map(|country| words.country(*country)).collect();
    let mut parts = vec![words.word("claim-kind", claim.kind.as_str())];
    parts.extend((!names.is_empty()).then(|| names.join("–")));
    parts.extend(claim.period.map(|period| short_period(words, period)));
    format!("{}: {}", parts.join(", "), stated(words, claim))
}

/// Writes a period without a noun where it is a year.
pub(crate) fn short_period(words: Words, period: Period) -> String {
    match period.whole_year() {
        Some(year) => year.to_string(),
        None => words.period(period),
    }
}

/// Returns the language of foreign words, for the attribute; none where it is the reader's own or not known.
pub(crate) fn foreign(words: Words, lang: Lang) -> Option<&'static str> {
    (lang != words.lang() && lang != Lang::Und).then(|| lang.code())
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn texts_are_cut_between_words() {
        assert_eq!(cut("one  two,\nthree", 10), "one two…");
        assert_eq!(cut("one", 3), "one");
        assert_eq!(cut(&"x".repeat(9), 5), "xxxx…");
    }
}

//! The permanent identities of a document's claims: which occurrence of which words each one is.

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use entente_model::id::fold_quote;
use entente_model::{Claim, DocumentId, MentionId};
use rustc_hash::FxHashMap;

/// Returns the id of each claim, in the order of the claims.
///
/// The ordinal of a quote counts the occurrences of its folded words in the folded text before it, whether or not
/// they were read as claims: an extractor that finds more or fewer claims changes no id. One pass over the text.
#[must_use]
pub fn mentions(document: &DocumentId, text: &str, claims: &[Claim]) -> Vec<MentionId> {
    let quotes: Vec<String> = claims.iter().map(|claim| fold_quote(&claim.quote.exact)).collect();
    let ordinals = ordinals(text, claims, &quotes);
    quotes.iter().zip(ordinals).map(|(quote, ordinal)| MentionId::new(document, quote, ordinal)).collect()
}

fn ordinals(text: &str, claims: &[Claim], quotes: &[String]) -> Vec<usize> {
    let mut patterns: Vec<&str> = Vec::new();
    let mut pattern_of: FxHashMap<&str, usize> = FxHashMap::default();
    for quote in quotes {
        pattern_of.entry(quote).or_insert_with(|| {
            patterns.push(quote);
            patterns.len() - 1
        });
    }
    let (folded, starts) = fold_text(text, claims);
    let wanted: FxHashMap<(usize, usize), ()> =
        quotes.iter().zip(&starts).map(|(quote, start)| ((pattern_of[quote.as_str()], *start), ())).collect();
    let Ok(finder) = AhoCorasick::builder().kind(Some(AhoCorasickKind::ContiguousNFA)).build(&patterns)
    else {
        return vec![0; claims.len()]; // Patterns beyond what the finder can hold: more than any text has.
    };
    let mut seen = vec![0_usize; patterns.len()];
    let mut found: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for hit in finder.find_overlapping_iter(&folded) {
        let pattern = hit.pattern().as_usize();
        if wanted.contains_key(&(pattern, hit.start())) {
            found.insert((pattern, hit.start()), seen[pattern]);
        }
        seen[pattern] += 1;
    }
    let ordinal = |quote: &String, start: &usize| found.get(&(pattern_of[quote.as_str()], *start)).copied();
    quotes.iter().zip(&starts).map(|(quote, start)| ordinal(quote, start).unwrap_or(0)).collect()
}

/// Folds a text as [`fold_quote`] folds a quote, and returns where in it each claim's quote begins.
fn fold_text(text: &str, claims: &[Claim]) -> (String, Vec<usize>) {
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by_key(|&i| claims[i].quote.start);
    let mut starts = vec![0; claims.len()];
    let mut next = order.into_iter().peekable();
    let mut folded = String::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        if c.is_whitespace() {
            if !folded.ends_with(' ') {
                folded.push(' ');
            }
            continue;
        }
        while let Some(i) = next.next_if(|&i| claims[i].quote.start <= at) {
            starts[i] = folded.len();
        }
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            folded.extend(c.to_lowercase());
        }
    }
    (folded, starts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_model::{ClaimKind, Quote, SnapshotHash, Stated, Unit};

    fn claim(text: &str, exact: &str, nth: usize) -> Claim {
        let (byte, _) = text.match_indices(exact).nth(nth).unwrap();
        let quote = Quote::cut(text, byte..byte + exact.len(), text[..byte].chars().count()).unwrap();
        let one = Stated { value: 1.into(), step: 1.into() };
        Claim::new(ClaimKind::TradeTurnover, Vec::new(), one, Unit::Count, quote)
    }

    #[test]
    fn the_ordinal_counts_words_not_claims() {
        let document = DocumentId::of_bytes(None, &SnapshotHash::of(b"x"));
        let text = "Ещё $5 Billion, then $5\n billion and again $5 billion.";
        let last = claim(text, "$5 billion", 0);
        let expected = MentionId::new(&document, "$5 billion", 2);
        assert_eq!(mentions(&document, text, std::slice::from_ref(&last)), std::slice::from_ref(&expected));
        let first = claim(text, "$5 Billion", 0);
        let both = mentions(&document, text, &[first, last]);
        assert_eq!(both, [MentionId::new(&document, "$5 billion", 0), expected]);
    }
}

//! A long text, part by part: what one part is read with is given back before the next.
//!
//! The words of a text take several times its own room while it is read. Only a text much longer than any article or
//! protocol has more than one part; what is reckoned over a whole text (its pair, its day, its people, what repeats) is
//! then reckoned over each part, beginning with what the part before was about. What is kept of the words around a
//! quote ends where its part does.

use entente_model::Extraction;
use rustc_hash::FxHashSet;

/// About so many bytes make a part: 700 pages.
pub(crate) const PART: usize = 2 << 20;

/// Cuts a text into parts of about `size` bytes: behind an empty line, where there is none behind a line, else between
/// words. Together they are the text.
pub(crate) fn parts(text: &str, size: usize) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (part, behind) = rest.split_at_checked(cut(rest, size))?;
        rest = behind;
        (!part.is_empty()).then_some(part)
    })
}

/// The byte at which the first part of a text ends.
fn cut(text: &str, size: usize) -> usize {
    if text.len() <= size + size / 2 {
        return text.len();
    }
    let (from, to) = (text.floor_char_boundary(size), text.floor_char_boundary(size + size / 2));
    let behind = |pattern: &str| text[from..to].find(pattern).map(|at| from + at + pattern.len());
    ["\n\n", "\n", ". ", " "].into_iter().find_map(behind).unwrap_or(to)
}

/// Makes room for the claims of a whole text of `all` bytes, of which the first part of `read` bytes was read: a list that
/// grows by doubling would take twice the room for a while.
pub(crate) fn make_room(extraction: &mut Extraction, read: usize, all: usize) {
    let rest = all.saturating_sub(read) as u64;
    let more = extraction.claims.len() as u64 * rest / read.max(1) as u64;
    extraction.claims.reserve_exact(usize::try_from(more + more / 16).unwrap_or(0));
}

/// Drops an official who was told before, in the same office.
pub(crate) fn once(extraction: &mut Extraction) {
    let mut told = FxHashSet::default();
    extraction
        .officials
        .retain(|official| told.insert((official.name.clone(), official.office.clone(), official.country)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Context, in_parts};
    use entente_model::Lang;

    /// A size that a test fills soon.
    const SMALL: usize = 20_000;
    const HEAD: &str = "Kenya and Ghana deepen trade\n\n";
    const TALKS: &str = "President Ann Owusu of Ghana met the delegation of Kenya in Accra.\n\n";

    /// A text of paragraphs that differ in their figures, of at least so many bytes.
    fn long(bytes: usize) -> String {
        let mut text = format!("{HEAD}{TALKS}");
        for number in 1.. {
            if text.len() >= bytes {
                break;
            }
            text.push_str(&format!(
                "Trade between the two countries reached ${number} million in {}.\n\n",
                1992 + number % 32
            ));
        }
        text
    }

    #[test]
    fn an_article_is_one_part() {
        let text = long(SMALL);
        assert_eq!(parts(&text, SMALL).collect::<Vec<_>>(), [text.as_str()]);
        assert_eq!(parts("", SMALL).count(), 0);
    }

    #[test]
    fn parts_are_the_text_and_end_with_a_paragraph() {
        let text = long(4 * SMALL);
        let cut: Vec<&str> = parts(&text, SMALL).collect();
        assert!(cut.len() > 2 && cut.concat() == text);
        assert!(cut.iter().all(|part| part.ends_with("\n\n") && part.len() <= SMALL + SMALL / 2));
    }

    #[test]
    fn one_word_without_an_end_is_cut_between_letters() {
        let text = "ж".repeat(2 * SMALL);
        assert_eq!(parts(&text, SMALL).collect::<String>(), text);
    }

    #[test]
    fn what_a_text_tells_does_not_change_where_it_is_cut() {
        let text = long(3 * SMALL);
        let context = Context { lang: Some(Lang::En), ..Context::default() };
        let told = in_parts(&text, &context, SMALL);
        let whole = in_parts(&text, &context, usize::MAX / 2);
        let facts = |told: &Extraction| -> Vec<_> {
            told.claims
                .iter()
                .map(|c| (c.quote.start, c.kind, c.value, c.period, c.parties.clone()))
                .collect()
        };
        assert_eq!(facts(&told), facts(&whole));
        assert_eq!(told.officials, whole.officials);
        let chars: Vec<char> = text.chars().collect();
        let paragraphs = text.matches("reached").count();
        assert_eq!(told.claims.len(), paragraphs);
        for claim in &told.claims {
            assert_eq!(claim.parties, ["GHA".parse().unwrap(), "KEN".parse().unwrap()], "{:?}", claim.quote);
            let quote: String = chars[claim.quote.start..claim.quote.end].iter().collect();
            assert_eq!(quote, claim.quote.exact);
        }
        assert_eq!(told.officials.len(), 1);
    }
}

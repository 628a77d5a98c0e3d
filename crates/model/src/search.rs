//! What a text is searched by: its words, folded to what their spellings have in common.
//!
//! Lower case, without accents (NFKD, then no marks), `ё` and `й` as `е` and `и` by the same rule, and without the
//! apostrophes of Uzbek, which stand in as many forms as there are keyboards. Cyrillic stays Cyrillic.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest word that is kept, in characters.
const LONGEST: usize = 32;

/// The apostrophes of Uzbek and of hurried typing: within a word they are no break.
const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`' | '´' | 'ʹ' | '′')
}

/// Returns the words of a text, folded, in its order.
///
/// A number keeps the point or comma within it, as a point: `4,5` and `4.5` are one word.
#[must_use]
pub fn folded_words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut length = 0;
    let mut letters = text.nfkd().filter(|c| !is_combining_mark(*c) && !is_apostrophe(*c)).peekable();
    while let Some(letter) = letters.next() {
        let follows_digit = word.ends_with(|c: char| c.is_ascii_digit());
        if letter.is_alphanumeric() {
            for lower in letter.to_lowercase().filter(|c| !is_combining_mark(*c)) {
                if length < LONGEST {
                    word.push(plain(lower));
                    length += 1;
                }
            }
        } else if matches!(letter, '.' | ',')
            && follows_digit
            && length < LONGEST - 1
            && letters.peek().is_some_and(char::is_ascii_digit)
        {
            word.push('.');
            length += 1;
        } else if !word.is_empty() {
            words.push(std::mem::take(&mut word));
            length = 0;
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Letters that no decomposition takes apart and that people type without their stroke or tail.
const fn plain(letter: char) -> char {
    match letter {
        'ı' => 'i',
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, words: &str) {
        assert_eq!(folded_words(text).join(" "), words, "{text}");
    }

    #[test]
    fn spellings_fold_together() {
        for form in ["Oʻzbekiston", "O‘zbekiston", "O’zbekiston", "O'ZBEKISTON", "O`zbekiston", "Oʼzbekiston"]
        {
            check(form, "ozbekiston");
        }
        check("Ещё ЁЛКА, Й\u{306} й", "еще елка и и");
        check("Қазақстан Үкіметі", "қазақстан үкіметі");
        check("Ўзбекистон", "узбекистон");
        check("Côte d’Ivoire, Türkiye; İzmir ısı", "cote divoire turkiye izmir isi");
        check("$4.5 billion, 57% (14,000 jobs). ﬁn", "4.5 billion 57 14.000 jobs fin");
        check("4,5 млрд. долларов", "4.5 млрд долларов");
        check("2024.", "2024");
        check("a.b,c --- ''", "a b c");
        assert_eq!(folded_words(&"я".repeat(999)), ["я".repeat(32)]);
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            let once = folded_words(&text);
            prop_assert_eq!(folded_words(&once.join(" ")), once);
        }
    }
}

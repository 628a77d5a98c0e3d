//! Passages in another language than the text: a statement quoted in the original, a page in two languages.

use crate::detect::Evidence;
use entente_model::{Extraction, Lang, Quote};
use std::ops::Range;

/// As much of a paragraph as is looked at, in bytes.
const LOOKED_AT: usize = 160;
/// So much of a paragraph shows mostly at once that it is in the language of the text, in bytes.
const AT_ONCE: usize = 64;
/// A shorter paragraph tells not its language: it is of that of the passage before it.
const FEWEST_WORDS: u32 = 8;
/// So many times more has to speak for another language than for that of the text.
const FAR_MORE: u32 = 3;

/// A stretch of whole lines in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Passage {
    /// Its bytes.
    pub bytes: Range<usize>,
    /// Its language.
    pub lang: Lang,
}

/// Finds the passages of a text that are in another of our languages than the text.
pub(crate) fn passages(text: &str, main: Lang) -> Vec<Passage> {
    let mut found: Vec<Passage> = Vec::new();
    let (mut start, mut open) = (0, None);
    for line in text.split_inclusive('\n') {
        let bytes = start..start + line.len();
        start = bytes.end;
        if line.trim_start().is_empty() {
            continue;
        }
        if open.is_none() && Evidence::of(&line[..line.floor_char_boundary(AT_ONCE)]).is_clearly(main) {
            continue;
        }
        let evidence = Evidence::of(&line[..line.floor_char_boundary(LOOKED_AT)]);
        if evidence.words >= FEWEST_WORDS {
            let other = evidence.lang().filter(|lang| {
                *lang != main && evidence.score(*lang) >= FAR_MORE * evidence.score(main).max(1)
            });
            open = other;
        }
        let Some(lang) = open else { continue };
        match found
            .last_mut()
            .filter(|last| last.lang == lang && text[last.bytes.end..bytes.start].trim().is_empty())
        {
            Some(last) => last.bytes.end = bytes.end,
            None => found.push(Passage { bytes, lang }),
        }
    }
    found
}

/// Returns a text with spaces where its passages stand, of as many code points.
pub(crate) fn without(text: &str, passages: &[Passage]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut end = 0;
    for passage in passages {
        out.push_str(&text[end..passage.bytes.start]);
        let blank = |c: char| if c == '\n' { '\n' } else { ' ' };
        out.extend(text[passage.bytes.clone()].chars().map(blank));
        end = passage.bytes.end;
    }
    out.push_str(&text[end..]);
    out
}

/// Adds what was read of a passage that opens behind so many code points.
pub(crate) fn add(extraction: &mut Extraction, passage: Extraction, before: usize) {
    let shift = |quote: &mut Quote| {
        quote.start += before;
        quote.end += before;
    };
    macro_rules! take {
        ($list:ident) => {
            extraction.$list.extend(passage.$list.into_iter().map(|mut item| {
                shift(&mut item.quote);
                item
            }));
            extraction.$list.sort_by_key(|item| item.quote.start);
        };
    }
    take!(claims);
    take!(events);
    take!(officials);
    take!(projects);
    take!(remarks);
    take!(authors);
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIXED: &str = "Trade between the two countries grew by a fifth in the past year.\n\n\
        Министр сказал, что товарооборот между странами вырос на пятую часть и составил 5 млрд долларов.\n\
        Да.\n\nThe minister said that it was the best result of the past ten years.";

    #[test]
    fn finds_what_is_in_another_language() {
        let found = passages(MIXED, Lang::En);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].lang, Lang::Ru);
        assert!(
            MIXED[found[0].bytes.clone()].starts_with("Министр")
                && MIXED[found[0].bytes.clone()].ends_with("Да.\n")
        );
        assert_eq!(passages("The names Икки давлат and others stand in it.", Lang::En), []);
    }

    #[test]
    fn what_is_left_has_as_many_code_points() {
        let left = without(MIXED, &passages(MIXED, Lang::En));
        assert_eq!(left.chars().count(), MIXED.chars().count());
        assert!(!left.contains("млрд") && left.ends_with("past ten years."));
    }
}

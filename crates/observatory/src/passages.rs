//! A document's text around its quotes: what may be shown of a text that is somebody else's.
//!
//! A text is cut by paragraphs. Of a text that may not be shown whole, each quote keeps at most [`AROUND`] code points
//! of its paragraph around it, half of them on each side and cut between words; what is left out is told as such.

use std::ops::Range;

/// How many code points around a quote may be shown of a text whose licence allows no more.
pub const AROUND: usize = 200;

/// What of a text is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// The quotes, with at most [`AROUND`] code points around each.
    Quotes,
}

/// A stretch of a text, in code points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// From and to.
    pub range: Range<usize>,
    /// Whether it is the quote of a claim, which is marked, rather than words that only have to be shown.
    pub is_quote: bool,
}

/// A paragraph, or what is shown of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Where the paragraph stands in the text, in code points.
    pub range: Range<usize>,
    /// Its pieces, in order.
    pub pieces: Vec<Piece>,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// A quote: which of the stretches that were given it is; several where they overlap.
    Quote {
        /// The places of the stretches in what was given.
        stretches: Vec<usize>,
        /// Its words.
        text: String,
    },
    /// Something was left out.
    Cut,
}

/// Returns the paragraphs of a text with its quotes; only those with any where the text is not shown whole.
#[must_use]
pub fn passages(text: &str, stretches: &[Stretch], extent: Extent) -> Vec<Passage> {
    let chars: Vec<char> = text.chars().collect();
    let paragraphs = paragraphs(&chars, stretches);
    let passage = |range: Range<usize>| {
        let shown = match extent {
            Extent::Whole => vec![range.clone()],
            Extent::Quotes => shown(&chars, stretches, &range),
        };
        let pieces = pieces(&chars, stretches, &range, &shown);
        (!pieces.is_empty()).then_some(Passage { range, pieces })
    };
    paragraphs.into_iter().filter_map(passage).collect()
}

/// Returns the paragraphs that hold more than blanks; those that a quote runs through are one.
fn paragraphs(chars: &[char], stretches: &[Stretch]) -> Vec<Range<usize>> {
    let inside = |at: usize| stretches.iter().any(|s| s.is_quote && s.range.start < at && at < s.range.end);
    let mut found = Vec::new();
    let mut start = 0;
    for end in (0..=chars.len()).filter(|at| chars.get(*at).is_none_or(|c| *c == '\n') && !inside(*at)) {
        let blank = |at: &usize| chars.get(*at).is_none_or(|c| c.is_whitespace());
        let first = (start..end).find(|at| !blank(at));
        let last = (start..end).rev().find(|at| !blank(at));
        found.extend(first.zip(last).map(|(first, last)| first..last + 1));
        start = end + 1;
    }
    found
}

/// Returns the stretches of a paragraph that may be shown, in order and without overlap.
fn shown(chars: &[char], stretches: &[Stretch], paragraph: &Range<usize>) -> Vec<Range<usize>> {
    let inside = stretches.iter().filter(|s| paragraph.contains(&s.range.start));
    let mut ranges: Vec<Range<usize>> = inside.map(|stretch| around(chars, stretch, paragraph)).collect();
    ranges.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            // What would leave out a blank alone leaves out nothing.
            Some(last) if range.start <= last.end + 1 => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

fn around(chars: &[char], stretch: &Stretch, paragraph: &Range<usize>) -> Range<usize> {
    let Range { start, end } = stretch.range.clone();
    let end = end.min(paragraph.end);
    if !stretch.is_quote {
        return start..word_end(chars, start, end.min(start + AROUND), end);
    }
    let before = start.saturating_sub(AROUND / 2).max(paragraph.start);
    let after = (end + AROUND / 2).min(paragraph.end);
    word_start(chars, before, start, paragraph.start)..word_end(chars, end, after, paragraph.end)
}

/// Returns the first place from `from` to `to` at which a word begins.
fn word_start(chars: &[char], from: usize, to: usize, paragraph: usize) -> usize {
    let begins = |at: &usize| *at == paragraph || chars.get(at - 1).is_some_and(|c| c.is_whitespace());
    (from..to).find(begins).unwrap_or(to)
}

/// Returns the last place from `from` to `to` at which a word ends.
fn word_end(chars: &[char], from: usize, to: usize, paragraph: usize) -> usize {
    let ends = |at: &usize| *at == paragraph || chars.get(*at).is_some_and(|c| c.is_whitespace());
    (from..=to).rev().find(ends).unwrap_or(if from == to { to } else { from })
}

fn pieces(
    chars: &[char],
    stretches: &[Stretch],
    paragraph: &Range<usize>,
    shown: &[Range<usize>],
) -> Vec<Piece> {
    let text = |range: Range<usize>| -> String {
        let words = chars.get(range).unwrap_or_default().iter();
        words.map(|c| if *c == '\n' { ' ' } else { *c }).collect()
    };
    let quotes = quotes(stretches);
    let mut pieces = Vec::new();
    for range in shown {
        if range.start > paragraph.start {
            pieces.push(Piece::Cut);
        }
        let mut at = range.start;
        for (quote, indices) in quotes.iter().filter(|(q, _)| range.start <= q.start && q.start < range.end) {
            if quote.start > at {
                pieces.push(Piece::Text(text(at..quote.start)));
            }
            let end = quote.end.min(range.end);
            pieces.push(Piece::Quote { stretches: indices.clone(), text: text(quote.start..end) });
            at = end;
        }
        if range.end > at {
            pieces.push(Piece::Text(text(at..range.end)));
        }
    }
    if shown.last().is_some_and(|last| last.end < paragraph.end) {
        pieces.push(Piece::Cut);
    }
    pieces
}

/// Returns the quotes in order, those that overlap as one.
fn quotes(stretches: &[Stretch]) -> Vec<(Range<usize>, Vec<usize>)> {
    let mut order: Vec<usize> = (0..stretches.len()).collect();
    order.sort_by_key(|at| stretches.get(*at).map(|s| (s.range.start, s.range.end)));
    let mut quotes: Vec<(Range<usize>, Vec<usize>)> = Vec::new();
    for at in order {
        let Some(stretch) = stretches.get(at).filter(|s| s.is_quote && s.range.start < s.range.end) else {
            continue;
        };
        match quotes.last_mut() {
            Some((range, indices)) if stretch.range.start < range.end => {
                range.end = range.end.max(stretch.range.end);
                indices.push(at);
            }
            _ => quotes.push((stretch.range.clone(), vec![at])),
        }
    }
    quotes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn find(text: &str, words: &str) -> Range<usize> {
        let byte = text.find(words).unwrap();
        let start = text[..byte].chars().count();
        start..start + words.chars().count()
    }

    fn quote(text: &str, words: &str) -> Stretch {
        Stretch { range: find(text, words), is_quote: true }
    }

    /// Writes passages with quotes in brackets, cuts as dots and paragraphs apart by bars.
    fn shape(text: &str, stretches: &[Stretch], extent: Extent) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Quote { stretches, text } => format!("[{text}]{stretches:?}"),
            Piece::Cut => "…".to_owned(),
        };
        let passages = passages(text, stretches, extent);
        passages.iter().map(|p| p.pieces.iter().map(piece).collect()).collect::<Vec<String>>().join(" | ")
    }

    #[test]
    fn a_whole_text_keeps_every_paragraph() {
        let text = "Ещё до речи.\n\n Торговля: $4.5 billion.\nКонец.";
        let quotes = [quote(text, "$4.5 billion")];
        let expect = "Ещё до речи. | Торговля: [$4.5 billion][0]. | Конец.";
        assert_eq!(shape(text, &quotes, Extent::Whole), expect);
        assert_eq!(shape(text, &quotes, Extent::Quotes), "Торговля: [$4.5 billion][0].");
    }

    #[test]
    fn what_is_around_a_quote_is_cut_between_words() {
        let word = "слово ".repeat(60);
        let text = format!("{word}было $5 bn, {word}и $6 bn.");
        let found = shape(&text, &[quote(&text, "$5 bn"), quote(&text, "$6 bn")], Extent::Quotes);
        assert!(found.starts_with("…слово слово") && found.ends_with("и [$6 bn][1]."), "{found}");
        assert!(found.contains("было [$5 bn][0], слово") && found.contains("слово…слово"), "{found}");
    }

    #[test]
    fn quotes_that_overlap_are_one() {
        let text = "In all 69 projects worth $3.1 billion.";
        let two = [quote(text, "69 projects worth"), quote(text, "projects worth $3.1 billion")];
        assert_eq!(shape(text, &two, Extent::Whole), "In all [69 projects worth $3.1 billion][0, 1].");
    }

    #[test]
    fn a_quote_that_runs_through_paragraphs_joins_them() {
        let text = "Trade of $4.5\nbillion.\nNext.";
        assert_eq!(
            shape(text, &[quote(text, "$4.5\nbillion")], Extent::Whole),
            "Trade of [$4.5 billion][0]. | Next."
        );
    }

    #[test]
    fn words_that_are_no_quote_are_shown_without_their_surroundings() {
        let text = "Before. A session was held. After.";
        let words = [Stretch { range: find(text, "A session was held."), is_quote: false }];
        assert_eq!(shape(text, &words, Extent::Quotes), "…A session was held.…");
    }

    proptest! {
        #[test]
        fn no_more_is_shown_than_may_be(text in "[а-яa-z \n]{0,900}", starts in prop::collection::vec((0usize..900, 1usize..30), 0..6)) {
            let length = text.chars().count();
            let stretches: Vec<Stretch> = starts.into_iter().filter(|(start, _)| *start < length)
                .map(|(start, long)| Stretch { range: start..(start + long).min(length), is_quote: true }).collect();
            let own: usize = stretches.iter().map(|s| s.range.len()).sum();
            let pieces = passages(&text, &stretches, Extent::Quotes);
            let shown: usize = pieces.iter().flat_map(|p| &p.pieces).map(|piece| match piece {
                Piece::Text(text) | Piece::Quote { text, .. } => text.chars().count(),
                Piece::Cut => 0,
            }).sum();
            // A blank between two that meet is shown with them.
            prop_assert!(shown <= own + (AROUND + 1) * stretches.len());
        }

        #[test]
        fn a_whole_text_loses_no_letter(text in "[а-яa-z \n]{0,300}", start in 0usize..300, long in 1usize..30) {
            let length = text.chars().count();
            let stretches = [Stretch { range: start.min(length)..(start + long).min(length), is_quote: true }];
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let all: String = passages(&text, &stretches, Extent::Whole).iter().flat_map(|p| &p.pieces).map(|piece| match piece {
                Piece::Text(text) | Piece::Quote { text, .. } => letters(text),
                Piece::Cut => "CUT".to_owned(),
            }).collect();
            prop_assert_eq!(all, letters(&text));
        }
    }
}

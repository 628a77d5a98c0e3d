//! Where sentences begin and end.

use crate::lexicon::Lexicon;
use crate::meaning::{Meaning, Time};
use crate::token::{Token, TokenKind};
use std::ops::Range;

/// A sentence: tokens of one paragraph up to a full stop, a question or exclamation mark.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sentence {
    /// Its first token.
    pub first: u32,
    /// The token after its last.
    pub end: u32,
}

impl Sentence {
    /// The tokens of the sentence.
    pub(crate) const fn tokens(&self) -> Range<usize> {
        self.first as usize..self.end as usize
    }
}

/// A sentence is cut here, so that a text without any full stop takes linear time all the same.
const LONGEST: usize = 400;

/// Lines of a text that is broken at a width are about as long as this; others end with their sentence.
const WRAPPED_LINE: Range<u32> = 55..110;

/// Splits the tokens of a text into sentences.
pub(crate) fn sentences(text: &str, tokens: &[Token], lexicon: &Lexicon) -> Vec<Sentence> {
    let mut found = Vec::with_capacity(tokens.len() / 16 + 1);
    let (mut first, mut line) = (0, 0);
    let mut push = |first: usize, end: usize| {
        if let (Ok(first), Ok(end)) = (u32::try_from(first), u32::try_from(end))
            && first < end
        {
            found.push(Sentence { first, end });
        }
    };
    for at in 0..tokens.len() {
        let breaks = at > 0 && tokens[at].opens_line() && ends_line(text, tokens, line, at);
        if tokens[at].opens_line() {
            line = at;
        }
        if breaks {
            push(first, at);
            first = at;
        }
        if at + 1 - first >= LONGEST || ends_sentence(text, tokens, at, lexicon) {
            push(first, at + 1);
            first = at + 1;
        }
    }
    push(first, tokens.len());
    found
}

/// Says whether the line of tokens from `line` to `at` ends a paragraph: before an empty line, or where the line
/// does not look as if the text was broken at a width.
fn ends_line(text: &str, tokens: &[Token], line: usize, at: usize) -> bool {
    let last = &tokens[at - 1];
    tokens[at].opens_paragraph()
        || !WRAPPED_LINE.contains(&(last.end - tokens[line].start))
        || matches!(last.text(text), "." | "!" | "?" | ":" | ";" | "…" | "\"" | "”" | "»")
}

fn ends_sentence(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let token = &tokens[at];
    if token.kind != TokenKind::Sign {
        return false;
    }
    match token.text(text) {
        // What closes after the mark still belongs to the sentence, and ends it.
        "\"" | "”" | "»" | ")" | "’" => {
            at > 0 && is_end_mark(text, tokens, at - 1, lexicon) && goes_on_afresh(text, tokens, at)
        }
        _ => {
            is_end_mark(text, tokens, at, lexicon)
                && goes_on_afresh(text, tokens, at)
                && !closes(text, tokens, at)
        }
    }
}

/// Says whether a closing quote or bracket stands right behind a token.
fn closes(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens
        .get(at + 1)
        .is_some_and(|next| !next.spaced() && matches!(next.text(text), "\"" | "”" | "»" | ")" | "’"))
}

fn is_end_mark(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    match tokens[at].text(text) {
        "!" | "?" | "…" => true,
        "." => {
            at > 0
                && (!is_abbreviation(text, tokens, at - 1, lexicon)
                    || opens_with_common_word(tokens, at + 1, lexicon)
                    || opens_behind_unit(tokens, at, lexicon))
        }
        _ => false,
    }
}

/// Says whether what follows looks like the start of a sentence: white space, then no small letter.
fn goes_on_afresh(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_none_or(|next| {
        let small =
            next.is_word() && !next.is_capitalised() && next.text(text).chars().any(char::is_lowercase);
        (next.spaced() || closes(text, tokens, at)) && !small
    })
}

/// Says whether a token does not end a sentence with the full stop behind it: an initial, "Dr", "bn".
fn is_abbreviation(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let token = &tokens[at];
    if !token.is_word() {
        return false;
    }
    let one_letter = token.is_capitalised() && token.text(text).chars().nth(1).is_none();
    one_letter || has(lexicon, tokens, at, Meaning::Abbreviation)
}

fn opens_with_common_word(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    tokens.get(at).is_some_and(|next| next.is_capitalised() && has(lexicon, tokens, at, Meaning::Common))
}

/// "На 3 млн. Импорт вырос", "в 2024 г. Экспорт составил": behind a power of ten or a currency what has a capital opens a
/// sentence, unless it is what is counted; behind a year where it is known for what trade is told with.
fn opens_behind_unit(tokens: &[Token], stop: usize, lexicon: &Lexicon) -> bool {
    let meanings = |at: usize| lexicon.longest(tokens, at, at + 1).map(|term| lexicon.meanings(&term));
    let Some(next) = tokens.get(stop + 1).filter(|next| next.is_capitalised() && !next.is_upper()) else {
        return false;
    };
    let Some(before) = stop.checked_sub(1).and_then(meanings) else { return false };
    let counts = before.iter().any(|m| matches!(m, Meaning::Scale(_) | Meaning::Currency(_)));
    let opening = meanings(stop + 1).unwrap_or_default();
    let counted = |m: &Meaning| {
        matches!(
            m,
            Meaning::Currency(_)
                | Meaning::Unit(..)
                | Meaning::Scale(_)
                | Meaning::Country(..)
                | Meaning::Region(_)
        )
    };
    let told = |m: &Meaning| {
        matches!(
            m,
            Meaning::Topic(_)
                | Meaning::Share(_)
                | Meaning::Link(_)
                | Meaning::Time(_)
                | Meaning::Anaphor(_)
                | Meaning::Movement(_)
        )
    };
    let year = before.contains(&Meaning::Time(Time::Years));
    next.spaced() && (counts && !opening.iter().any(counted) || year && opening.iter().any(told))
}

fn has(lexicon: &Lexicon, tokens: &[Token], at: usize, meaning: Meaning) -> bool {
    lexicon.longest(tokens, at, at + 1).is_some_and(|term| lexicon.meanings(&term).contains(&meaning))
}

#[cfg(test)]
mod tests {
    use crate::reading::Reading;
    use entente_model::Lang;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expect: &Expect) {
        let reading = Reading::new(text, Lang::En).unwrap();
        let sentences: Vec<_> =
            reading.sentences.iter().map(|sentence| reading.slice(sentence.tokens())).collect();
        expect.assert_eq(&sentences.join(" | "));
    }

    #[test]
    fn ends_at_full_stops_but_not_at_abbreviations() {
        check(
            "Dr. S. Ali of the U.S. said 9,5 bln. US dollars came. Then it rose! \"Really?\" Yes (on Nov. 29.) So 4.5 it is.",
            &expect![[
                r#"Dr. S. Ali of the U.S. said 9,5 bln. US dollars came. | Then it rose! | "Really?" | Yes (on Nov. 29.) | So 4.5 it is."#
            ]],
        );
        check(
            "It sold 3 mln. The rest went to the U.S. The end.",
            &expect!["It sold 3 mln. | The rest went to the U.S. | The end."],
        );
    }

    #[test]
    fn ends_at_lines_unless_the_text_is_broken_at_a_width() {
        check("Trade: $4.5bn\nExports: $3bn\n\nThe end", &expect!["Trade: $4.5bn | Exports: $3bn | The end"]);
        check(
            "The trade between the two countries grew last year by more\nthan a third.",
            &expect!["The trade between the two countries grew last year by more\nthan a third."],
        );
    }
}

//! Places in an order, as texts write them: 21st, ninth, XXI.

use crate::lexicon::Term;
use crate::meaning::{Meaning, Time};
use crate::morphology::Form;
use crate::reading::Reading;
use crate::token::TokenKind;

/// Reads the place in an order that opens at a token, and returns the token after it. Roman numbers are read only
/// from two letters on or where `roman` says so: "I" and "V" are mostly something else.
pub(crate) fn ordinal_at(reading: &Reading<'_>, at: usize) -> Option<(u16, usize)> {
    let token = reading.tokens.get(at)?;
    if token.kind == TokenKind::Number && token.form.has(Form::ORDINAL) {
        // "27-fevralda" is a day.
        let month = |m: &Meaning| matches!(m, Meaning::Time(Time::Month(_)));
        if reading.pack.traits.verb_final && reading.meanings_at(at + 1).iter().any(month) {
            return None;
        }
        return Some((reading.word(at).parse().ok()?, at + 1));
    }
    if token.kind == TokenKind::Number {
        let end = ending_behind(reading, at + 1, Meaning::OrdinalEnding)?;
        return Some((reading.word(at).parse().ok()?, end));
    }
    if token.is_upper()
        && let Some(number) = roman(reading.word(at))
    {
        return Some((number, at + 1));
    }
    // "Thirty first" is one number; "first meeting" is one and another word.
    let lexicon = &reading.pack.lexicon;
    let longest = |words: usize| lexicon.longest(&reading.tokens, at, (at + words).min(reading.tokens.len()));
    let number = |term: &Term| {
        lexicon.meanings(term).iter().find_map(|meaning| match meaning {
            Meaning::Ordinal(number) => Some((*number, term.tokens().end)),
            _ => None,
        })
    };
    let two = longest(2)?;
    number(&two).or_else(|| number(&longest(1).filter(|_| two.tokens().len() > 1)?))
}

/// The place in an order that ends before a token, and where it opens.
pub(crate) fn ordinal_before(reading: &Reading<'_>, end: usize, from: usize) -> Option<(u16, usize)> {
    if let Some(found) = hyphenated(reading, end, from) {
        return Some(found);
    }
    (from.max(end.saturating_sub(3))..end).find_map(|at| {
        let (number, after) = ordinal_at(reading, at)?;
        (after == end).then_some((number, at))
    })
}

/// "3-Ўзбекистон форуми": the hyphen alone makes an ordinal of digits, where suffixes would stand.
fn hyphenated(reading: &Reading<'_>, end: usize, from: usize) -> Option<(u16, usize)> {
    let (number, hyphen) = (end.checked_sub(2).filter(|at| *at >= from)?, end - 1);
    // "5 - отырысы" as well.
    let hyphens = matches!(reading.word(hyphen), "-" | "‑");
    let digits = reading.tokens[number].kind == TokenKind::Number && reading.word(number).len() <= 2;
    (reading.pack.traits.verb_final && hyphens && digits)
        .then(|| Some((reading.word(number).parse().ok()?, number)))
        .flatten()
}

/// Returns the token behind the ending of a number in digits: glued to it, perhaps with a hyphen, 21st or 21-st.
pub(crate) fn ending_behind(reading: &Reading<'_>, at: usize, ending: Meaning) -> Option<usize> {
    let glued = |at: usize| reading.tokens.get(at).is_some_and(|token| !token.spaced());
    let hyphen = glued(at) && matches!(reading.word(at), "-" | "‑" | "–");
    let at = if hyphen { at + 1 } else { at };
    let lexicon = &reading.pack.lexicon;
    let term = glued(at).then(|| lexicon.longest(&reading.tokens, at, at + 1)).flatten()?;
    lexicon.meanings(&term).contains(&ending).then_some(at + 1)
}

/// Reads a Roman number to 89; Cyrillic letters that look alike count.
fn roman(word: &str) -> Option<u16> {
    let (mut sum, mut before, mut letters) = (0_u16, 0, 0);
    for letter in word.chars().rev() {
        let value = match letter {
            'I' | 'І' => 1,
            'V' => 5,
            'X' | 'Х' => 10,
            'L' => 50,
            _ => return None,
        };
        if value < before {
            sum = sum.checked_sub(value)?;
        } else {
            sum += value;
        }
        before = before.max(value);
        letters += 1;
    }
    (sum > 0 && letters <= 8).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_model::Lang;

    #[test]
    fn reads_digits_words_and_roman_numbers() {
        for (text, number) in [
            ("21st", Some(21)),
            ("ninth", Some(9)),
            ("XIV", Some(14)),
            ("IX", Some(9)),
            ("21", None),
            ("21 st", None),
            ("seven", None),
            ("WTO", None),
        ] {
            let reading = Reading::new(text, Lang::En).unwrap();
            assert_eq!(ordinal_at(&reading, 0).map(|(number, _)| number), number, "{text}");
        }
    }
}

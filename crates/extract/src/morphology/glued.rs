//! Endings that stand apart from the figure that they belong to: "57%-ы", "$1,2 млрд-тан", "700 dan", "20 ta".

use super::turkic::Turkic;
use super::{Form, Morphology};
use crate::token::{Folded, Token, TokenKind};

/// Puts the endings of figures to their tokens; the tokens that they were are left out.
pub(super) fn join(morphology: &dyn Morphology, language: &Turkic, text: &str, tokens: &mut Vec<Token>) {
    let mut kept = 0;
    let mut at = 0;
    while at < tokens.len() {
        let mut token = tokens[at];
        at += 1;
        while let Some((form, next)) = behind(morphology, language, text, tokens, (token, at)) {
            token.add(form);
            at = next;
        }
        tokens[kept] = token;
        kept += 1;
    }
    tokens.truncate(kept);
}

/// An abbreviation that an ending may follow behind its full stop has at most so many letters.
const SHORT: usize = 4;

/// Says whether a hyphen makes a place in an order of the digits before it, though a space stands on one side of it:
/// "18- yig‘ilish", "2024 -yil".
fn is_loose_ordinal(text: &str, tokens: &[Token], hyphen: usize) -> bool {
    let (Some(sign), Some(word)) = (tokens.get(hyphen), tokens.get(hyphen + 1)) else { return false };
    sign.text(text) == "-"
        && sign.spaced() != word.spaced()
        && word.is_word()
        && !word.is_capitalised()
        && !word.opens_line()
}

/// What stands behind a token and tells its form, and the token after it.
fn behind(
    morphology: &dyn Morphology,
    language: &Turkic,
    text: &str,
    tokens: &[Token],
    (token, at): (Token, usize),
) -> Option<(Form, usize)> {
    let next = tokens.get(at)?;
    let number = token.kind == TokenKind::Number;
    let key = |token: &Token| Folded::of(token.text(text), morphology);
    if number && is_loose_ordinal(text, tokens, at) {
        return Some((Form::ORDINAL, at + 1));
    }
    if next.kind == TokenKind::Sign {
        // "млрд-тан", "21-ші", "2020-yilda"
        let word = tokens.get(at + 1).filter(|word| word.is_word() && !word.spaced() && !next.spaced())?;
        // "$1,1 mlrd.dan": the full stop of a short word and an ending, without a space.
        let stop = next.text(text) == "." && token.is_word() && token.text(text).chars().count() <= SHORT;
        if stop && !word.is_capitalised() {
            return language.ending(key(word).as_bytes()).map(|form| (form, at + 2));
        }
        let hyphen = matches!(next.text(text), "-" | "‑" | "–" | "‐");
        if !hyphen || word.is_capitalised() && !word.is_upper() || token.text(text).chars().all(|c| c == '-')
        {
            return None;
        }
        let key = key(word);
        return match language.ending(key.as_bytes()) {
            _ if number && language.is_ordinal(key.as_bytes()) => Some((Form::ORDINAL, at + 2)),
            Some(form) if !word.is_capitalised() => Some((form, at + 2)),
            // The hyphen alone makes an ordinal of digits: "19-yig‘ilish".
            None if number => Some((Form::ORDINAL, at + 1)),
            _ => None,
        };
    }
    let figure = number || matches!(token.text(text), "%" | "$" | "€");
    if !figure || !next.is_word() || next.is_capitalised() || next.opens_line() {
        return None;
    }
    let word = key(next);
    if let Some(form) = language.counter(word.as_bytes()) {
        return Some((Form::COUNT.with(form), at + 1));
    }
    // "700 dan ortiq"; but "100 ga" is so many hectares unless a verb or "close" follows.
    let ending = language.spaced(word.as_bytes())?;
    let after = tokens.get(at + 1).filter(|_| ending == Form::TO && number);
    let of_figure = after.is_none_or(|after| language.takes_figure(key(after).as_bytes()));
    of_figure.then_some((ending, at + 1))
}

//! Words as lexicons have them: in small letters, with one form for each sign that is written in several ways.

use super::is_apostrophe;
use crate::letter::{is_capital, small};
use crate::morphology::{Key, Morphology};

/// Longer words are in no lexicon; the bound keeps the folding buffer on the stack.
pub(super) const LONGEST_WORD: usize = 64;

/// A word in lower case, with one form for each apostrophe, on the stack.
pub(crate) struct Folded {
    bytes: [u8; LONGEST_WORD],
    len: usize,
    overflow: bool,
}

impl Folded {
    pub(super) const fn new() -> Self {
        Self { bytes: [0; LONGEST_WORD], len: 0, overflow: false }
    }

    pub(super) const fn clear(&mut self) {
        (self.len, self.overflow) = (0, false);
    }

    /// Adds a letter of ASCII.
    pub(super) fn push_byte(&mut self, byte: u8) {
        if let Some(room) = self.bytes.get_mut(self.len) {
            *room = byte;
            self.len += 1;
        } else {
            self.overflow = true;
        }
    }

    /// Adds letters that are folded already.
    pub(super) fn push_bytes(&mut self, letters: &[u8]) {
        if let Some(room) = self.bytes.get_mut(self.len..self.len + letters.len()) {
            room.copy_from_slice(letters);
            self.len += letters.len();
        } else {
            self.overflow = true;
        }
    }

    pub(super) fn push(&mut self, c: char) {
        let mut utf8 = [0; 4];
        let encoded = c.encode_utf8(&mut utf8).as_bytes();
        if let Some(room) = self.bytes.get_mut(self.len..self.len + encoded.len()) {
            room.copy_from_slice(encoded);
            self.len += encoded.len();
        } else {
            self.overflow = true;
        }
    }

    /// Folds a word.
    pub(crate) fn of(word: &str, morphology: &dyn Morphology) -> Self {
        let mut folded = Self::new();
        word.chars().for_each(|letter| morphology.fold(letter, &mut folded));
        folded
    }

    /// Returns the folded bytes; empty if the word is too long to be in a lexicon.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        if self.overflow { &[] } else { &self.bytes[..self.len] }
    }
}

impl Key for Folded {
    fn add(&mut self, letters: &str) {
        letters.chars().for_each(|letter| self.push(letter));
    }

    fn last(&self) -> Option<u8> {
        self.as_bytes().last().copied()
    }
}

/// Adds a letter in lower case.
pub(crate) fn fold_letter(c: char, folded: &mut Folded) {
    match c {
        _ if is_apostrophe(c) => folded.push('\''),
        'ё' | 'Ё' => folded.push('е'),
        'А'..='Я' => folded.push(small(c)),
        _ if is_capital(c) => c.to_lowercase().for_each(|lower| folded.push(lower)),
        _ => folded.push(c),
    }
}

/// Gives signs that mean the same one form.
pub(super) const fn fold_sign(c: char) -> char {
    match c {
        '‐' | '‑' | '‒' | '–' | '−' | '﹣' | '－' => '-',
        '“' | '”' | '„' | '«' | '»' | '‟' | '″' => '"',
        '…' => '.',
        '％' | '﹪' => '%',
        '＄' | '﹩' => '$',
        _ if is_apostrophe(c) => '\'',
        _ => c,
    }
}

//! One pass over the bytes of a text.

use super::folded::{Folded, LONGEST_WORD, fold_letter, fold_sign};
use super::{CAPITAL, LINE, PARAGRAPH, SPACE, Token, TokenKind, UPPER, is_apostrophe};
use crate::letter::{is_capital, is_letter};
use crate::lexicon::{Known, Lookup};
use crate::morphology::Morphology;
use std::ops::Range;

/// Reads the tokens of a text, one after the other.
pub(super) struct Scanner<'t> {
    text: &'t str,
    at: usize,
    morphology: Option<&'static dyn Morphology>,
    /// Whether letters are folded in no other way than to small ones.
    plain: bool,
    /// Where the token last read begins, and whether it is folded as it is written, as nearly all are.
    start: usize,
    as_written: bool,
    /// The token last read, folded, where it is not so as it is written.
    folded: Folded,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str, morphology: Option<&'static dyn Morphology>) -> Self {
        let plain = morphology.is_none_or(|morphology| !morphology.has_script());
        Self { text, at: 0, morphology, plain, start: 0, as_written: false, folded: Folded::new() }
    }

    pub(super) fn next_token(&mut self, lookup: &mut Lookup<'_>) -> Option<Token> {
        let before = self.at;
        let (bytes, kind, flags) = self.scan()?;
        debug_assert!(bytes.start >= before);
        let known = match kind {
            TokenKind::Number if bytes.len() > 4 => Known::default(),
            _ => lookup.word(self.key()),
        };
        let (start, end) = (u32::try_from(bytes.start).ok()?, u32::try_from(bytes.end).ok()?);
        Some(Token {
            start,
            end,
            word: known.word,
            lemma: known.lemma,
            kind,
            case: known.form.case_or(known.case),
            form: known.form,
            flags,
        })
    }

    /// The token last read, folded; nothing if it is too long to be in a lexicon.
    pub(super) fn key(&self) -> &[u8] {
        match self.text.as_bytes().get(self.start..self.at) {
            Some(written) if self.as_written && written.len() <= LONGEST_WORD => written,
            Some(_) if self.as_written => &[],
            _ => self.folded.as_bytes(),
        }
    }

    /// Reads one token: its bytes, its kind, its flags.
    pub(super) fn scan(&mut self) -> Option<(Range<usize>, TokenKind, u8)> {
        let mut flags = self.skip_space();
        (self.start, self.as_written) = (self.at, true);
        let byte = *self.text.as_bytes().get(self.at)?;
        let kind = if self.plain && self.small_word() {
            TokenKind::Word
        } else if byte.is_ascii_digit() {
            self.number();
            TokenKind::Number
        } else if byte.is_ascii_alphabetic() || !byte.is_ascii() && self.opens_word() {
            flags |= self.word();
            TokenKind::Word
        } else if byte.is_ascii() && byte != b'`' {
            self.at += 1;
            TokenKind::Sign
        } else {
            let sign = self.text[self.at..].chars().next()?;
            self.at += sign.len_utf8();
            self.as_written = false;
            self.folded.clear();
            self.folded.push(fold_sign(sign));
            TokenKind::Sign
        };
        Some((self.start..self.at, kind, flags))
    }

    /// Reads a word that is nothing but small letters, which is folded as it is written.
    fn small_word(&mut self) -> bool {
        let (bytes, _) = self.small_letters();
        let end = self.text.as_bytes().get(self.at + bytes);
        let ends = matches!(end, None | Some(b' ' | b',' | b'.' | b'-' | b'\n' | b'0'..=b'9'));
        self.at += if ends { bytes } else { 0 };
        ends && bytes > 0
    }

    fn opens_word(&self) -> bool {
        self.text[self.at..].chars().next().is_some_and(|first| is_letter(first) && !is_apostrophe(first))
    }

    fn skip_space(&mut self) -> u8 {
        // Nearly all words stand behind one blank.
        let bytes = self.text.as_bytes();
        match (bytes.get(self.at), bytes.get(self.at + 1)) {
            (Some(first), _) if first.is_ascii_graphic() => return 0,
            (Some(b' '), Some(next)) if next.is_ascii_graphic() => {
                self.at += 1;
                return SPACE;
            }
            _ => {}
        }
        let (mut flags, mut lines) = (0, 0);
        for c in self.text[self.at..].chars() {
            match c {
                '\n' => lines += 1,
                // What is no character of the text at all: marks of order and width, the soft hyphen.
                '\u{ad}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => {}
                _ if c.is_whitespace() || c.is_control() => flags |= SPACE,
                _ => break,
            }
            self.at += c.len_utf8();
        }
        match lines {
            0 => flags,
            1 => flags | LINE,
            _ => flags | PARAGRAPH,
        }
    }

    /// Digits; a comma or a point belongs to the number when a digit follows it.
    fn number(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            let inside = match byte {
                b'0'..=b'9' => true,
                b'.' | b',' => bytes.get(self.at + 1).is_some_and(u8::is_ascii_digit),
                _ => false,
            };
            if !inside {
                break;
            }
            self.at += 1;
        }
    }

    /// Letters; an apostrophe belongs to the word when a letter follows it.
    fn word(&mut self) -> u8 {
        self.as_written = false;
        self.folded.clear();
        let (mut letters, mut capitals, mut first_is_capital) = (0_usize, 0_usize, false);
        loop {
            if self.plain {
                let (bytes, small) = self.small_letters();
                self.folded.push_bytes(&self.text.as_bytes()[self.at..self.at + bytes]);
                self.at += bytes;
                letters += small;
            }
            match self.text.as_bytes().get(self.at) {
                Some(capital @ b'A'..=b'Z') if self.plain => {
                    self.folded.push_byte(capital.to_ascii_lowercase());
                    first_is_capital |= letters == 0;
                    (letters, capitals) = (letters + 1, capitals + 1);
                    self.at += 1;
                    continue;
                }
                Some(b' ' | b',' | b'.' | b'-' | b'\n' | b'0'..=b'9') | None => break,
                _ => {}
            }
            let mut rest = self.text[self.at..].chars();
            let Some(c) = rest.next() else { break };
            if is_letter(c) && !is_apostrophe(c) {
                if is_capital(c) {
                    first_is_capital |= letters == 0;
                    capitals += 1;
                }
                self.fold(c);
            } else if is_apostrophe(c) && rest.next().is_some_and(is_letter) {
                self.fold('\'');
                letters = letters.saturating_sub(1);
            } else if !matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}') {
                break;
            }
            letters += 1;
            self.at += c.len_utf8();
        }
        let upper = if capitals == letters { UPPER } else { 0 };
        if first_is_capital { CAPITAL | upper } else { 0 }
    }

    fn fold(&mut self, letter: char) {
        match self.morphology {
            Some(morphology) => morphology.fold(letter, &mut self.folded),
            None => fold_letter(letter, &mut self.folded),
        }
    }

    /// Returns how many bytes come that are small letters of the Latin or, behind them, of the basic Cyrillic alphabet,
    /// and how many letters they are.
    fn small_letters(&self) -> (usize, usize) {
        let rest = &self.text.as_bytes()[self.at..];
        let latin = rest.iter().take_while(|byte| byte.is_ascii_lowercase()).count();
        let mut end = latin;
        // а to п, р to я
        while let Some([0xd0, 0xb0..=0xbf] | [0xd1, 0x80..=0x8f]) = rest.get(end..end + 2) {
            end += 2;
        }
        (end, latin + (end - latin) / 2)
    }
}

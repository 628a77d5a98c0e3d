//! One pass over the text: words, numbers and signs with their offsets, each looked up in the lexicon at once.

use crate::letter::{is_capital, is_letter, small};
use crate::lexicon::{Known, Lexicon, Lookup, WordId};
use crate::morphology::{Case, Form, Key, Morphology};
use std::ops::Range;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, with the apostrophes between them.
    Word,
    /// Digits, with the commas and points between them.
    Number,
    /// Any other single character.
    Sign,
}

/// A word, number or sign of the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    /// Offset of its first byte.
    pub start: u32,
    /// Offset after its last byte.
    pub end: u32,
    /// What the lexicon knows it as, as it is written.
    pub word: WordId,
    /// What the lexicon knows it as a form of.
    pub lemma: WordId,
    /// What it is made of.
    pub kind: TokenKind,
    /// What its form says of its place in the sentence.
    pub case: Case,
    /// All that its endings tell.
    pub form: Form,
    flags: u8,
}

const SPACE: u8 = 1;
const LINE: u8 = 2;
const PARAGRAPH: u8 = 4;
const CAPITAL: u8 = 8;
const UPPER: u8 = 16;

impl Token {
    /// The bytes of the token.
    pub(crate) const fn bytes(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Returns the token as written.
    pub(crate) fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.bytes()).unwrap_or_default()
    }

    /// Says whether white space stands before it.
    pub(crate) const fn spaced(&self) -> bool {
        self.flags & (SPACE | LINE | PARAGRAPH) != 0
    }

    /// Says whether it opens a line.
    pub(crate) const fn opens_line(&self) -> bool {
        self.flags & (LINE | PARAGRAPH) != 0
    }

    /// Says whether it follows an empty line.
    pub(crate) const fn opens_paragraph(&self) -> bool {
        self.flags & PARAGRAPH != 0
    }

    /// Says whether its first letter is a capital.
    pub(crate) const fn is_capitalised(&self) -> bool {
        self.flags & CAPITAL != 0
    }

    /// Says whether all its letters are capitals.
    pub(crate) const fn is_upper(&self) -> bool {
        self.flags & UPPER != 0
    }

    /// Says whether it is a word of a phrase, as written or in one of its forms.
    pub(crate) fn is(&self, word: WordId) -> bool {
        word != WordId::UNKNOWN && (self.word == word || self.lemma == word)
    }

    /// Adds what an ending tells that stood apart from it.
    pub(crate) fn add(&mut self, form: Form) {
        self.form = self.form.with(form);
        self.case = form.case_or(self.case);
    }

    /// Says whether it is a word.
    pub(crate) fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }
}

/// Longer words are in no lexicon; the bound keeps the folding buffer on the stack.
const LONGEST_WORD: usize = 64;

/// A word in lower case, with one form for each apostrophe, on the stack.
pub(crate) struct Folded {
    bytes: [u8; LONGEST_WORD],
    len: usize,
    overflow: bool,
}

impl Folded {
    const fn new() -> Self {
        Self { bytes: [0; LONGEST_WORD], len: 0, overflow: false }
    }

    const fn clear(&mut self) {
        (self.len, self.overflow) = (0, false);
    }

    /// Adds a letter of ASCII.
    fn push_byte(&mut self, byte: u8) {
        if let Some(room) = self.bytes.get_mut(self.len) {
            *room = byte;
            self.len += 1;
        } else {
            self.overflow = true;
        }
    }

    /// Adds letters that are folded already.
    fn push_bytes(&mut self, letters: &[u8]) {
        if let Some(room) = self.bytes.get_mut(self.len..self.len + letters.len()) {
            room.copy_from_slice(letters);
            self.len += letters.len();
        } else {
            self.overflow = true;
        }
    }

    fn push(&mut self, c: char) {
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

/// Splits a text into tokens.
///
/// Offsets are 32 bits wide: what stands beyond 4 GB of a text is not read.
pub(crate) fn tokenise(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 4);
    let mut scanner = Scanner::new(text, lexicon.morphology());
    let mut lookup = Lookup::new(lexicon);
    while let Some(token) = scanner.next_token(&mut lookup) {
        tokens.push(token);
    }
    if let Some(morphology) = lexicon.morphology() {
        morphology.join(text, &mut tokens);
    }
    tokens
}

/// A word of a phrase of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PhraseWord {
    /// The word, folded.
    pub folded: Vec<u8>,
    /// Whether it opens with a capital.
    pub capital: bool,
    /// Whether it is all capitals.
    pub upper: bool,
    /// Whether it is found only as it is written: `word!`.
    pub exact: bool,
}

impl PhraseWord {
    /// Says whether its other forms are found too.
    pub(crate) fn is_inflected(&self) -> bool {
        !(self.exact || self.upper && self.folded.len() > 1)
    }
}

/// Splits a phrase of a pack as a text is split. `!` behind a word asks for it as it is written.
pub(crate) fn fold_phrase(phrase: &str, morphology: Option<&'static dyn Morphology>) -> Vec<PhraseWord> {
    let mut scanner = Scanner::new(phrase, morphology);
    let mut words: Vec<PhraseWord> = Vec::new();
    while let Some((_, kind, flags)) = scanner.scan() {
        let folded = scanner.key();
        if folded == b"!"
            && let Some(word) = words.last_mut()
        {
            word.exact = true;
            continue;
        }
        words.push(PhraseWord {
            folded: folded.to_vec(),
            capital: flags & CAPITAL != 0,
            upper: flags & UPPER != 0,
            exact: kind != TokenKind::Word,
        });
    }
    words
}

struct Scanner<'t> {
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
    fn new(text: &'t str, morphology: Option<&'static dyn Morphology>) -> Self {
        let plain = morphology.is_none_or(|morphology| !morphology.has_script());
        Self { text, at: 0, morphology, plain, start: 0, as_written: false, folded: Folded::new() }
    }

    fn next_token(&mut self, lookup: &mut Lookup<'_>) -> Option<Token> {
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
    fn key(&self) -> &[u8] {
        match self.text.as_bytes().get(self.start..self.at) {
            Some(written) if self.as_written && written.len() <= LONGEST_WORD => written,
            Some(_) if self.as_written => &[],
            _ => self.folded.as_bytes(),
        }
    }

    /// Reads one token: its bytes, its kind, its flags.
    fn scan(&mut self) -> Option<(Range<usize>, TokenKind, u8)> {
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

/// Says whether a character is written for an apostrophe, as in Uzbek o‘ and English don’t.
pub(crate) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`' | '´' | '′')
}

/// Gives signs that mean the same one form.
const fn fold_sign(c: char) -> char {
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

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expect: &Expect) {
        let tokens = tokenise(text, &Lexicon::default());
        let marked = |token: &Token| {
            let before = match (token.opens_paragraph(), token.opens_line(), token.spaced()) {
                (true, ..) => "¶ ",
                (_, true, _) => "↵ ",
                (.., true) => " ",
                _ => "",
            };
            format!("{before}{}|", token.text(text))
        };
        expect.assert_eq(&tokens.iter().map(marked).collect::<String>());
    }

    #[test]
    fn splits() {
        check(
            "Kazakh-Uzbek trade: $4.5bn, 1,200 jobs.",
            &expect!["Kazakh|-|Uzbek| trade|:| $|4.5|bn|,| 1,200| jobs|.|"],
        );
        check(
            "Uzbekistan’s 21st\r\n\r\nO‘zbekiston\n57%",
            &expect!["Uzbekistan’s| 21|st|¶ O‘zbekiston|↵ 57|%|"],
        );
        // Two of the characters written for an apostrophe are letters to Unicode.
        check("togʻ ʼ rock ʻnʼ roll ʼ", &expect!["tog|ʻ| ʼ| rock| ʻ|n|ʼ| roll| ʼ|"]);
        check("countries’ “U.S.” 12.07.2024", &expect!["countries|’| “|U|.|S|.|”| 12.07.2024|"]);
    }

    #[test]
    fn sees_capitals() {
        let tokens = tokenise("US us Us O‘Z", &Lexicon::default());
        let seen: Vec<_> = tokens.iter().map(|t| (t.is_capitalised(), t.is_upper())).collect();
        assert_eq!(seen, [(true, true), (false, false), (true, false), (true, true)]);
    }

    proptest! {
        #[test]
        fn tokens_are_in_order_and_leave_only_space_between(text in "\\PC{0,200}|[a-z0-9,.\\s’$%-]{0,200}") {
            let mut end = 0;
            for token in tokenise(&text, &Lexicon::default()) {
                prop_assert!(token.bytes().start >= end && !token.text(&text).is_empty());
                end = token.bytes().end;
            }
        }
    }
}

//! One pass over the text: words, numbers and signs with their offsets, each looked up in the lexicon at once.

mod folded;
mod scanner;

pub(crate) use folded::{Folded, fold_letter};

use crate::lexicon::{Lexicon, Lookup, WordId};
use crate::morphology::{Case, Form, Morphology};
use scanner::Scanner;
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

/// Says whether a character is written for an apostrophe, as in Uzbek o‘ and English don’t.
pub(crate) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`' | '´' | '′')
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

//! A text as it is read: its tokens, its sentences, the phrases that the pack knows.

use crate::codepoints::CodePoints;
use crate::lexicon::Term;
use crate::meaning::{Kinds, Link, Meaning};
use crate::morphology::Case;
use crate::pack::Pack;
use crate::sentence::{Sentence, sentences};
use crate::token::{Token, TokenKind, is_apostrophe, tokenise};
use entente_model::{Lang, Quote};
use std::ops::Range;

/// A text with what one pass over it finds. Everything else is read from this.
pub(crate) struct Reading<'t> {
    /// The text.
    pub text: &'t str,
    /// The language pack that it is read with.
    pub pack: &'static Pack,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Its sentences; together they hold every token.
    pub sentences: Vec<Sentence>,
    /// The known phrases, none overlapping another, none across sentences.
    pub terms: Vec<Term>,
    /// For each token, and for the end, how many terms open before it.
    terms_before: Vec<u32>,
    /// For each token the kinds of what the term means that it opens.
    kinds: Vec<Kinds>,
    /// For each sentence the kinds of all its terms, and whether it has digits.
    sentence_kinds: Vec<Kinds>,
    /// For each sentence its terms, as a range of `terms`.
    sentence_terms: Vec<Range<u32>>,
    codepoints: CodePoints,
}

impl<'t> Reading<'t> {
    /// Reads a text; none where there is no pack for the language.
    pub(crate) fn new(text: &'t str, lang: Lang) -> Option<Self> {
        let pack = Pack::of(lang)?;
        let tokens = tokenise(text, &pack.lexicon);
        let sentences = sentences(text, &tokens, &pack.lexicon);
        let mut terms = Vec::with_capacity(tokens.len() / 2);
        let mut terms_before = Vec::with_capacity(tokens.len() + 1);
        let mut kinds = vec![Kinds::default(); tokens.len()];
        let mut sentence_terms = Vec::with_capacity(sentences.len());
        let mut sentence_kinds = Vec::with_capacity(sentences.len());
        for sentence in &sentences {
            let first = u32::try_from(terms.len()).unwrap_or(u32::MAX);
            let Range { start: mut at, end } = sentence.tokens();
            let mut all = Kinds::default();
            while at < end {
                let digits = tokens[at].kind == TokenKind::Number;
                all = if digits { all.with(Kinds::DIGITS) } else { all };
                terms_before.push(u32::try_from(terms.len()).unwrap_or(u32::MAX));
                at += 1;
                let Some(term) = pack.lexicon.longest(&tokens, at - 1, end) else { continue };
                terms.push(term);
                kinds[at - 1] = pack.lexicon.kinds(&term);
                all = all.with(kinds[at - 1]);
                let inside = term.tokens().end - at;
                terms_before
                    .extend(std::iter::repeat_n(u32::try_from(terms.len()).unwrap_or(u32::MAX), inside));
                at += inside;
            }
            sentence_kinds.push(all);
            sentence_terms.push(first..u32::try_from(terms.len()).unwrap_or(u32::MAX));
        }
        terms_before.push(u32::try_from(terms.len()).unwrap_or(u32::MAX));
        Some(Self {
            text,
            pack,
            tokens,
            sentences,
            terms,
            terms_before,
            kinds,
            sentence_kinds,
            sentence_terms,
            codepoints: CodePoints::of(text),
        })
    }

    /// Returns the known phrases of a sentence.
    pub(crate) fn terms_of(&self, sentence: usize) -> &[Term] {
        let range = &self.sentence_terms[sentence];
        &self.terms[range.start as usize..range.end as usize]
    }

    /// Returns the kinds of what the phrases of a sentence mean, and whether it has digits.
    pub(crate) fn kinds_of(&self, sentence: usize) -> Kinds {
        self.sentence_kinds[sentence]
    }

    /// Returns the known phrases of a sentence that lie within some tokens.
    pub(crate) fn terms_in(&self, sentence: usize, within: Range<usize>) -> &[Term] {
        let Range { start, end } = self.sentence_terms[sentence].clone();
        let before =
            |token: usize| self.terms_before.get(token).map_or(end, |&before| before.clamp(start, end));
        let (first, mut last) = (before(within.start), before(within.end));
        // The last may reach beyond; none overlaps another.
        if last > first && self.terms[last as usize - 1].end as usize > within.end {
            last -= 1;
        }
        self.terms.get(first as usize..last as usize).unwrap_or_default()
    }

    /// Returns what a term means.
    pub(crate) fn meanings(&self, term: &Term) -> &'static [Meaning] {
        self.pack.lexicon.meanings(term)
    }

    /// Returns the term that opens at a token.
    pub(crate) fn term_at(&self, token: usize) -> Option<&Term> {
        let before = *self.terms_before.get(token)?;
        self.terms.get(before as usize).filter(|term| term.first as usize == token)
    }

    /// Returns the meanings of the term that opens at a token; none where none does.
    pub(crate) fn meanings_at(&self, token: usize) -> &'static [Meaning] {
        self.term_at(token).map_or(&[], |term| self.meanings(term))
    }

    /// Returns the kinds of what the term means that opens at a token.
    pub(crate) fn kinds_at(&self, token: usize) -> Kinds {
        self.kinds.get(token).copied().unwrap_or_default()
    }

    /// Says whether a link of one of some kinds opens at a token.
    #[inline]
    pub(crate) fn is_link(&self, token: usize, links: &[Link]) -> bool {
        self.kinds_at(token).meets(Kinds::links(links))
    }

    /// Returns the kinds of what a token means by itself, also inside a longer phrase.
    pub(crate) fn kinds_alone(&self, token: usize) -> Kinds {
        let Some(&before) = self.terms_before.get(token) else { return Kinds::default() };
        let inside = |term: &&Term| term.tokens().contains(&token) && term.tokens().len() > 1;
        let longer = [before.checked_sub(1), Some(before)].into_iter().flatten();
        if longer.filter_map(|term| self.terms.get(term as usize)).find(inside).is_none() {
            return self.kinds_at(token);
        }
        let lexicon = &self.pack.lexicon;
        lexicon.longest(&self.tokens, token, token + 1).map(|term| lexicon.kinds(&term)).unwrap_or_default()
    }

    /// Says whether a token is a link of one of some kinds by itself, also inside a longer phrase.
    #[inline]
    pub(crate) fn is_link_alone(&self, token: usize, links: &[Link]) -> bool {
        self.kinds_alone(token).meets(Kinds::links(links))
    }

    /// Returns a token as written; nothing beyond the last.
    pub(crate) fn word(&self, token: usize) -> &'t str {
        self.tokens.get(token).map_or("", |token| token.text(self.text))
    }

    /// Returns a sign of one byte; nothing for any other token.
    pub(crate) fn sign(&self, token: usize) -> Option<u8> {
        let token = self.tokens.get(token).filter(|token| token.kind == TokenKind::Sign)?;
        (token.end - token.start == 1)
            .then(|| self.text.as_bytes().get(token.start as usize).copied())
            .flatten()
    }

    /// Returns the bytes from the first to the last of some tokens.
    pub(crate) fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        match self.tokens.get(tokens) {
            Some([first, .., last]) => first.bytes().start..last.bytes().end,
            Some([only]) => only.bytes(),
            _ => 0..0,
        }
    }

    /// Returns the text from the first to the last of some tokens.
    pub(crate) fn slice(&self, tokens: Range<usize>) -> &'t str {
        self.text.get(self.bytes(tokens)).unwrap_or_default()
    }

    /// Returns the quote of some tokens; none where there are none.
    pub(crate) fn quote(&self, tokens: Range<usize>) -> Option<Quote> {
        let bytes = self.bytes(tokens);
        let start = self.codepoints.before(self.text, bytes.start);
        Quote::cut(self.text, bytes, start).filter(|quote| !quote.exact.is_empty())
    }

    /// Returns how many code points of the text stand before a token.
    pub(crate) fn chars_before(&self, token: usize) -> usize {
        let byte = self.tokens.get(token).map_or(self.text.len(), |token| token.bytes().start);
        self.codepoints.before(self.text, byte)
    }

    /// Says whether a word owns what follows it: Uzbekistan's, the countries'.
    pub(crate) fn is_possessive(&self, token: usize) -> bool {
        let apostrophe = || {
            let glued = self.tokens.get(token + 1).is_some_and(|next| !next.spaced());
            glued && self.word(token + 1).chars().all(is_apostrophe)
        };
        self.tokens.get(token).is_some_and(|token| token.case == Case::Owner) || apostrophe()
    }
}

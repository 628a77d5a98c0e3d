//! The compiled words of a language pack: phrases of one or more words, and what they mean.

use crate::meaning::Meaning;
use crate::token::{Token, fold_phrase};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A word that the lexicon knows, as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct WordId(u32);

impl WordId {
    /// A word that is in no phrase.
    pub(crate) const UNKNOWN: Self = Self(0);
}

/// What the first word of a phrase has to look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Case {
    /// Capitals matter not.
    Any,
    /// It opens with a capital: "Polish", "March".
    Capital,
    /// It is all capitals: "US", "UK".
    Upper,
}

/// A phrase, compiled.
#[derive(Debug)]
struct Phrase {
    words: Box<[WordId]>,
    case: Case,
    meanings: Vec<Meaning>,
}

/// A phrase found in a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Term {
    /// Its first token.
    pub first: u32,
    /// The token after its last.
    pub end: u32,
    phrase: u32,
}

impl Term {
    /// The tokens of the phrase.
    pub(crate) const fn tokens(&self) -> Range<usize> {
        self.first as usize..self.end as usize
    }
}

/// All phrases of a language.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    words: FxHashMap<Box<[u8]>, WordId>,
    phrases: Vec<Phrase>,
    /// For each word the phrases that it opens, as a range of `phrases`, the longest first.
    opened: Vec<Range<u32>>,
    /// Endings that words may carry; the one that was taken off is numbered from 1.
    endings: Vec<Box<[u8]>>,
}

impl Lexicon {
    /// Compiles phrases with their meanings; a phrase that is given twice has the meanings of both.
    pub(crate) fn compile(entries: Vec<(String, Meaning)>, endings: Vec<String>) -> Self {
        let mut lexicon = Self::default();
        lexicon.words.reserve(entries.len());
        let mut phrases: Vec<Phrase> =
            entries.into_iter().filter_map(|(phrase, meaning)| lexicon.phrase(&phrase, meaning)).collect();
        // Sorting is stable: among equal phrases the first of the pack stays first.
        phrases.sort_by(|a, b| {
            (a.words[0], b.words.len(), &a.words, b.case).cmp(&(b.words[0], a.words.len(), &b.words, a.case))
        });
        phrases.dedup_by(|next, kept| {
            let same = next.words == kept.words && next.case == kept.case;
            if same {
                add(&mut kept.meanings, &next.meanings);
            }
            same
        });
        // What "march" means "March" means too; the stricter phrase stands before the looser one.
        for at in (1..phrases.len()).rev() {
            let (strict, loose) = phrases.split_at_mut(at);
            if let (Some(strict), Some(loose)) = (strict.last_mut(), loose.first())
                && strict.words == loose.words
            {
                add(&mut strict.meanings, &loose.meanings);
            }
        }
        lexicon.opened = vec![0..0; lexicon.words.len() + 1];
        for (at, phrase) in (0_u32..).zip(&phrases) {
            let range = &mut lexicon.opened[phrase.words[0].0 as usize];
            *range = if range.start == range.end { at..at + 1 } else { range.start..at + 1 };
        }
        lexicon.phrases = phrases;
        lexicon.endings = endings.into_iter().map(|ending| ending.into_bytes().into()).collect();
        lexicon
    }

    fn phrase(&mut self, phrase: &str, meaning: Meaning) -> Option<Phrase> {
        let folded = fold_phrase(phrase);
        let case = match folded.first()? {
            (word, _, true) if word.len() > 1 || folded.len() > 1 => Case::Upper,
            (_, true, _) => Case::Capital,
            _ => Case::Any,
        };
        let words = folded.into_iter().map(|(word, ..)| self.intern(word)).collect();
        Some(Phrase { words, case, meanings: vec![meaning] })
    }

    fn intern(&mut self, word: Vec<u8>) -> WordId {
        let next = WordId(u32::try_from(self.words.len() + 1).unwrap_or(u32::MAX));
        *self.words.entry(word.into()).or_insert(next)
    }

    /// Returns the word and the ending that was taken off to find it.
    pub(crate) fn word(&self, folded: &[u8]) -> (WordId, u8) {
        if let Some(&word) = self.words.get(folded) {
            return (word, 0);
        }
        for (number, ending) in (1..).zip(&self.endings) {
            if let Some(stem) = folded.strip_suffix(&**ending)
                && let Some(&word) = self.words.get(stem)
            {
                return (word, number);
            }
        }
        (WordId::UNKNOWN, 0)
    }

    /// Returns the longest phrase that opens at `at` and ends before `end`.
    pub(crate) fn longest(&self, tokens: &[Token], at: usize, end: usize) -> Option<Term> {
        let opened = self.opened.get(tokens[at].word.0 as usize)?;
        for phrase in opened.clone() {
            let Phrase { words, case, .. } = &self.phrases[phrase as usize];
            let fits = at + words.len() <= end
                && case_fits(*case, &tokens[at])
                && words.iter().zip(&tokens[at..]).all(|(word, token)| *word == token.word);
            if fits {
                let (first, end) = (u32::try_from(at).ok()?, u32::try_from(at + words.len()).ok()?);
                return Some(Term { first, end, phrase });
            }
        }
        None
    }

    /// Returns what a term means.
    pub(crate) fn meanings(&self, term: &Term) -> &[Meaning] {
        &self.phrases[term.phrase as usize].meanings
    }
}

fn add(meanings: &mut Vec<Meaning>, more: &[Meaning]) {
    for meaning in more {
        if !meanings.contains(meaning) {
            meanings.push(*meaning);
        }
    }
}

const fn case_fits(case: Case, token: &Token) -> bool {
    match case {
        Case::Any => true,
        Case::Capital => token.is_capitalised(),
        Case::Upper => token.is_upper(),
    }
}

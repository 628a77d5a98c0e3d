//! The compiled words of a language pack: phrases of one or more words, and what they mean.

mod openers;
mod words;

pub(crate) use openers::{Openers, rest_fits};

use crate::meaning::{Kinds, Meaning};
use crate::morphology::{Case, Form, Morphology};
use crate::token::{PhraseWord, Token, fold_phrase};
use crate::word_map::WordMap;
use rustc_hash::FxHashMap;
use std::ops::Range;
use words::{Words, stems};

/// A word that the lexicon knows, as a number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct WordId(u32);

impl WordId {
    /// A word that is in no phrase.
    pub(crate) const UNKNOWN: Self = Self(0);

    /// The number, for tables by word.
    pub(crate) const fn number(self) -> usize {
        self.0 as usize
    }
}

/// What the first word of a phrase has to look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Letters {
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
    case: Letters,
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

/// What the lexicon knows of a word of a text.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known {
    /// The word as it is written.
    pub word: WordId,
    /// The word that it is a form of.
    pub lemma: WordId,
    /// What the form says of the word's place in its sentence.
    pub case: Case,
    /// All that its endings tell.
    pub form: Form,
}

/// All phrases of a language.
#[derive(Default)]
pub(crate) struct Lexicon {
    words: WordMap<Known>,
    phrases: Vec<Phrase>,
    /// For each phrase the kinds of its meanings.
    kinds: Vec<Kinds>,
    openers: Openers,
    /// Endings that words may carry, with what they say.
    endings: Vec<(Box<[u8]>, Case)>,
    /// For each word that is found as written the word that it is a form of.
    looser: FxHashMap<WordId, WordId>,
    /// For each word whether it is found as written.
    written: Vec<bool>,
    morphology: Option<&'static dyn Morphology>,
}

impl Lexicon {
    /// Compiles phrases with their meanings; a phrase that is given twice has the meanings of both.
    pub(crate) fn compile(
        entries: Vec<(String, Meaning)>,
        endings: Vec<(String, Case)>,
        morphology: Option<&'static dyn Morphology>,
    ) -> Self {
        let mut words = Words::default();
        let inflects = morphology.is_some();
        let folded: Vec<(Vec<PhraseWord>, Meaning)> = entries
            .into_iter()
            .map(|(phrase, meaning)| (fold_phrase(&phrase, morphology), meaning))
            .collect();
        let stems = stems(&folded, morphology);
        let several = folded.iter().flat_map(|(phrase, meaning)| {
            stems.in_plural(phrase).into_iter().map(move |phrase| (phrase, *meaning))
        });
        let several: Vec<(Vec<PhraseWord>, Meaning)> = several.collect();
        let compiled = folded
            .into_iter()
            .chain(several)
            .filter_map(|(phrase, meaning)| words.phrase(phrase, meaning, &stems, inflects));
        let mut phrases: Vec<Phrase> = compiled.collect();
        if let Some(morphology) = morphology {
            words.unite(morphology, &mut phrases);
        }
        // Sorting is stable: among equal phrases the first of the pack stays first.
        // Of phrases of one length the one with more words as written is the stricter.
        let written = words.written();
        let strict = |words: &[WordId]| words.iter().filter(|word| written[word.0 as usize]).count();
        phrases.sort_by(|a, b| {
            let strictness = || strict(&b.words).cmp(&strict(&a.words));
            let length = a.words[0].cmp(&b.words[0]).then(b.words.len().cmp(&a.words.len()));
            length.then_with(strictness).then_with(|| (&a.words, b.case).cmp(&(&b.words, a.case)))
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
        let known = words.known(morphology);
        let looser = looser(&known);
        let by_words: FxHashMap<(Box<[WordId]>, Letters), Vec<Meaning>> = phrases
            .iter()
            .filter(|_| !looser.is_empty())
            .map(|phrase| ((phrase.words.clone(), phrase.case), phrase.meanings.clone()))
            .collect();
        // What a word means in all its forms it means as written too.
        for phrase in &mut phrases {
            if let Some(loose) = loosen(&looser, &phrase.words)
                && let Some(meanings) = by_words.get(&(loose, phrase.case))
            {
                add(&mut phrase.meanings, meanings);
            }
        }
        let endings = endings.into_iter().map(|(ending, case)| (ending.into_bytes().into(), case)).collect();
        let openers = Openers::of(phrases.iter().map(|phrase| &*phrase.words));
        let kinds = phrases.iter().map(|phrase| phrase.meanings.iter().collect()).collect();
        Self { words: known, phrases, kinds, openers, endings, looser, written, morphology }
    }

    /// Returns the words of a phrase in all their forms; none where they are so already.
    pub(crate) fn loosen(&self, words: &[WordId]) -> Option<Box<[WordId]>> {
        loosen(&self.looser, words)
    }

    /// Returns how many words of a phrase are found only as written.
    pub(crate) fn strictness(&self, words: &[WordId]) -> usize {
        words.iter().filter(|word| self.written.get(word.0 as usize) == Some(&true)).count()
    }

    /// Returns what a phrase's word is known as, whose forms count unless it asks for one as written.
    pub(crate) fn number(&self, word: &PhraseWord) -> WordId {
        let inflected = self.morphology.is_some() && word.is_inflected();
        let known = self.words.get(&word.folded).copied();
        let known = known.filter(|known| !inflected || known.lemma != WordId::UNKNOWN);
        let known = known.unwrap_or_else(|| Lookup::new(self).word(&word.folded));
        if inflected { known.lemma } else { known.word }
    }

    /// Returns what a word of a text is known as, as written or with an ending taken off.
    fn known(&self, folded: &[u8]) -> Option<Known> {
        self.words.get(folded).copied().or_else(|| {
            self.endings.iter().find_map(|(ending, case)| {
                let stem = folded.strip_suffix(&**ending)?;
                Some(Known { case: *case, ..*self.words.get(stem)? })
            })
        })
    }

    /// Returns the longest phrase that opens at `at` and ends before `end`.
    pub(crate) fn longest(&self, tokens: &[Token], at: usize, end: usize) -> Option<Term> {
        let fits = |phrase: u32| {
            let Phrase { words, case, .. } = &self.phrases[phrase as usize];
            case_fits(*case, &tokens[at]) && rest_fits(words, tokens, at)
        };
        let phrase = self.openers.longest(tokens, at, end, fits)?;
        let words = self.phrases[phrase as usize].words.len();
        Some(Term { first: u32::try_from(at).ok()?, end: u32::try_from(at + words).ok()?, phrase })
    }

    /// How the words of the language change.
    pub(crate) const fn morphology(&self) -> Option<&'static dyn Morphology> {
        self.morphology
    }

    /// Returns the kinds of what a term means.
    pub(crate) fn kinds(&self, term: &Term) -> Kinds {
        self.kinds[term.phrase as usize]
    }

    /// Returns what a term means.
    pub(crate) fn meanings(&self, term: &Term) -> &[Meaning] {
        &self.phrases[term.phrase as usize].meanings
    }
}

/// Looks the words of one text up: what a chain of endings hides is searched for once for each word.
pub(crate) struct Lookup<'l> {
    lexicon: &'l Lexicon,
    found: WordMap<Known>,
}

impl<'l> Lookup<'l> {
    /// Makes a lookup for one text.
    pub(crate) fn new(lexicon: &'l Lexicon) -> Self {
        Self { lexicon, found: WordMap::default() }
    }

    /// Returns what a word is known as.
    pub(crate) fn word(&mut self, folded: &[u8]) -> Known {
        if let Some(known) = self.lexicon.known(folded) {
            return known;
        }
        let Some(morphology) = self.lexicon.morphology.filter(|morphology| morphology.has_chains()) else {
            return Known::default();
        };
        if let Some(known) = self.found.get(folded) {
            return *known;
        }
        let look = |stem: &str| {
            let known = self.lexicon.words.get(stem.as_bytes())?;
            Some(known.lemma).filter(|lemma| *lemma != WordId::UNKNOWN && known.form == Form::NONE)
        };
        let found = std::str::from_utf8(folded).ok().and_then(|word| morphology.find(word, &look));
        let known =
            found.map_or_else(Known::default, |(lemma, form)| Known { lemma, form, ..Known::default() });
        *self.found.entry(folded) = known;
        known
    }
}

/// For each word that is found as written the word that it is a form of.
fn looser(known: &WordMap<Known>) -> FxHashMap<WordId, WordId> {
    let both = known.values().filter(|known| known.word != WordId::UNKNOWN && known.lemma != WordId::UNKNOWN);
    both.map(|known| (known.word, known.lemma)).collect()
}

fn root_of(roots: &[u32], mut word: u32) -> u32 {
    while roots[word as usize] != word {
        word = roots[word as usize];
    }
    word
}

fn loosen(looser: &FxHashMap<WordId, WordId>, words: &[WordId]) -> Option<Box<[WordId]>> {
    let loose: Box<[WordId]> = words.iter().map(|word| *looser.get(word).unwrap_or(word)).collect();
    (*loose != *words).then_some(loose)
}

fn add(meanings: &mut Vec<Meaning>, more: &[Meaning]) {
    for meaning in more {
        if !meanings.contains(meaning) {
            meanings.push(*meaning);
        }
    }
}

const fn case_fits(case: Letters, token: &Token) -> bool {
    match case {
        Letters::Any => true,
        Letters::Capital => token.is_capitalised(),
        Letters::Upper => token.is_upper(),
    }
}

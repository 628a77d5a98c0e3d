//! The words of phrases while a lexicon is compiled.

use super::{Known, Letters, Phrase, WordId, root_of};
use crate::meaning::Meaning;
use crate::morphology::{Form, Morphology};
use crate::token::PhraseWord;
use crate::word_map::WordMap;
use rustc_hash::{FxHashMap, FxHashSet};

/// The words of phrases while a lexicon is compiled: those found as written, and those found in all their forms.
#[derive(Default)]
pub(super) struct Words {
    pub(super) numbers: FxHashMap<(Vec<u8>, bool), WordId>,
}

impl Words {
    fn number(&mut self, word: Vec<u8>, inflected: bool) -> WordId {
        let next = WordId(u32::try_from(self.numbers.len() + 1).unwrap_or(u32::MAX));
        *self.numbers.entry((word, inflected)).or_insert(next)
    }

    /// Compiles a phrase.
    pub(super) fn phrase(
        &mut self,
        folded: Vec<PhraseWord>,
        meaning: Meaning,
        stems: &Stems,
        inflects: bool,
    ) -> Option<Phrase> {
        let first = folded.first()?;
        let case = match (first.upper, first.capital) {
            (true, _) if first.folded.len() > 1 || folded.len() > 1 => Letters::Upper,
            (_, true) => Letters::Capital,
            _ => Letters::Any,
        };
        let alone = folded.iter().filter(|word| word.folded[0].is_ascii_alphabetic()).count() == 1;
        let words = folded.into_iter().map(|word| {
            let inflected =
                inflects && word.is_inflected() && !(alone && stems.written.contains(&word.folded));
            let word = stems.of.get(&word.folded).filter(|_| inflected).cloned().unwrap_or(word.folded);
            self.number(word, inflected)
        });
        Some(Phrase { words: words.collect(), case, meanings: vec![meaning] })
    }

    /// For each word, by its number, whether it is found as written.
    pub(super) fn written(&self) -> Vec<bool> {
        let mut written = vec![false; self.numbers.len() + 1];
        for ((_, inflected), number) in &self.numbers {
            written[number.0 as usize] = !inflected;
        }
        written
    }

    /// Makes one word of those that are forms of each other: "стран Азии" and "Азия".
    pub(super) fn unite(&mut self, morphology: &'static dyn Morphology, phrases: &mut [Phrase]) {
        let mut roots: Vec<u32> = (0..=u32::try_from(self.numbers.len()).unwrap_or(0)).collect();
        let mut inflected: Vec<(&[u8], WordId)> = self
            .numbers
            .iter()
            .filter(|((_, inflected), _)| *inflected)
            .map(|((word, _), n)| (&**word, *n))
            .collect();
        inflected.sort_unstable_by_key(|(_, number)| *number);
        let by_word: FxHashMap<&[u8], WordId> = inflected.iter().copied().collect();
        for (word, number) in &inflected {
            let Ok(word) = std::str::from_utf8(word) else { continue };
            morphology.forms(word, &mut |form, _| {
                if let Some(other) = by_word.get(form.as_bytes()) {
                    let (root, other) = (root_of(&roots, number.0), root_of(&roots, other.0));
                    roots[other as usize] = root;
                }
            });
        }
        let united = |word: &WordId| WordId(root_of(&roots, word.0));
        for phrase in phrases {
            phrase.words = phrase.words.iter().map(united).collect();
        }
        self.numbers.values_mut().for_each(|number| *number = united(number));
    }

    /// Writes out what each word of a text is known as.
    pub(super) fn known(self, morphology: Option<&'static dyn Morphology>) -> WordMap<Known> {
        let mut listed: Vec<((Vec<u8>, bool), WordId)> = self.numbers.into_iter().collect();
        listed.sort_unstable_by_key(|(_, number)| *number);
        let mut known: WordMap<Known> = WordMap::default();
        for ((word, inflected), number) in &listed {
            let entry = known.entry(word);
            if *inflected { entry.lemma = *number } else { entry.word = *number }
        }
        // A form of one word that is another word of the lists is that other word.
        let Some(morphology) = morphology else { return known };
        for ((word, _), number) in listed.iter().filter(|((_, inflected), _)| *inflected) {
            let Ok(word) = std::str::from_utf8(word) else { continue };
            morphology.forms(word, &mut |form, case| {
                let entry = known.entry(form.as_bytes());
                if entry.lemma == WordId::UNKNOWN {
                    (entry.lemma, entry.case) = (*number, case);
                }
            });
        }
        if morphology.has_chains() {
            of_stems(&mut known, morphology);
        }
        known
    }
}

/// What is listed as written may be a form of what is listed in all its forms.
fn of_stems(known: &mut WordMap<Known>, morphology: &dyn Morphology) {
    for word in known.words(|known| known.lemma == WordId::UNKNOWN) {
        let look = |stem: &str| {
            known.get(stem.as_bytes()).map(|known| known.lemma).filter(|l| *l != WordId::UNKNOWN)
        };
        let found = std::str::from_utf8(&word).ok().and_then(|word| morphology.find(word, &look));
        if let Some((lemma, form)) = found {
            let entry = known.entry(&word);
            (entry.lemma, entry.form) = (lemma, form);
        }
    }
}

/// What phrases have that are written with endings: the stems of their words, and the words that are found as written.
#[derive(Default)]
pub(super) struct Stems {
    of: FxHashMap<Vec<u8>, Vec<u8>>,
    written: FxHashSet<Vec<u8>>,
    /// For each word the words for several of it that are phrases by themselves.
    several: FxHashMap<Vec<u8>, Vec<Vec<u8>>>,
}

impl Stems {
    /// A phrase of several words with one of them in the plural, where that plural is a phrase by itself: it would
    /// hide the singular.
    pub(super) fn in_plural(&self, phrase: &[PhraseWord]) -> Vec<Vec<PhraseWord>> {
        let mut found = Vec::new();
        for (at, word) in
            phrase.iter().enumerate().filter(|(_, word)| phrase.len() > 1 && word.is_inflected())
        {
            for several in self.several.get(&word.folded).into_iter().flatten() {
                let mut plural = phrase.to_vec();
                plural[at].folded.clone_from(several);
                found.push(plural);
            }
        }
        found
    }
}

/// Finds the stems of the words of phrases: in a list with "leader" the "leaders'" of "council of leaders'" is a form
/// of it. A word that is a phrase by itself is a stem, unless it is another such word in a case.
pub(super) fn stems(
    phrases: &[(Vec<PhraseWord>, Meaning)],
    morphology: Option<&'static dyn Morphology>,
) -> Stems {
    let Some(morphology) = morphology.filter(|morphology| morphology.has_chains()) else {
        return Stems::default();
    };
    let (mut alone, mut rest): (FxHashSet<&[u8]>, Vec<&[u8]>) = (FxHashSet::default(), Vec::new());
    for (phrase, _) in phrases {
        // Cue phrases stand behind two signs that no text holds.
        let words: Vec<&PhraseWord> =
            phrase.iter().filter(|word| word.folded[0].is_ascii_alphabetic()).collect();
        let inflected = words.iter().filter(|word| word.is_inflected()).map(|word| word.folded.as_slice());
        if words.len() == 1 { alone.extend(inflected) } else { rest.extend(inflected) }
    }
    let mut stems = Stems::default();
    let stem = |word: &[u8], known: &FxHashSet<&[u8]>| {
        let found = std::cell::Cell::new(0);
        let look = |stem: &str| {
            known.contains(stem.as_bytes()).then(|| found.set(stem.len()))?;
            Some(WordId::UNKNOWN)
        };
        let (_, form) = morphology.find(std::str::from_utf8(word).ok()?, &look)?;
        Some((found.get(), form))
    };
    for word in &alone {
        let Some((length, form)) = stem(word, &alone) else { continue };
        if form.is_owned() {
            stems.written.insert(word.to_vec());
        } else if form == Form::MANY {
            stems.several.entry(word[..length].to_vec()).or_default().push(word.to_vec());
        }
    }
    alone.retain(|word| !stems.written.contains(*word));
    rest.sort_by(|a, b| a.len().cmp(&b.len()).then(a.cmp(b)));
    rest.dedup();
    for word in rest {
        if alone.contains(word) {
            continue;
        }
        match stem(word, &alone) {
            // The last letter of a stem may be another before an ending: what was looked up tells only how long it is.
            Some((length, _)) => {
                let spelt = alone.iter().find(|known| {
                    known.len() == length
                        && known[..length - 1] == word[..length - 1]
                        && (known[length - 1] == word[length - 1] || matches!(word[length - 1], b'g' | b'b'))
                });
                stems.of.extend(spelt.map(|spelt| (word.to_vec(), spelt.to_vec())));
            }
            None => {
                alone.insert(word);
            }
        }
    }
    stems
}

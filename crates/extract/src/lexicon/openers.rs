//! Which phrases of a list open with a word: the longest one is looked for at every word of a text.

use super::WordId;
use crate::token::Token;

/// What most phrases are told apart by, side by side: a common word opens dozens.
#[derive(Debug, Clone, Copy)]
struct Head {
    /// The second word; unknown where there is none.
    second: WordId,
    /// The number of words.
    words: u16,
}

impl Head {
    fn of(words: &[WordId]) -> Self {
        let second = words.get(1).copied().unwrap_or_default();
        // A word that no text can have: the phrase is found nowhere.
        let never = words.len() > 1 && second == WordId::UNKNOWN;
        let words = u16::try_from(words.len()).unwrap_or(u16::MAX);
        Self { second, words: if never { u16::MAX } else { words } }
    }

    /// Says whether the first two words of the phrase stand before `end`, of which the first stands at `at`.
    fn fits(self, tokens: &[Token], at: usize, end: usize) -> bool {
        at + usize::from(self.words) <= end
            && (self.second == WordId::UNKNOWN || tokens.get(at + 1).is_some_and(|next| next.is(self.second)))
    }
}

/// The phrases that one word opens, as a stretch of all, the longest first.
#[derive(Debug, Clone, Copy, Default)]
struct Opened {
    first: u32,
    /// Where those of one word begin.
    alone: u32,
    end: u32,
}

/// How many bits tell the pairs of words that open phrases, as a power of two: some twenty for each pair of a list.
const PAIR_BITS: u32 = 16;

/// For each word the phrases that it opens.
#[derive(Debug, Default)]
pub(crate) struct Openers {
    by_word: Vec<Opened>,
    heads: Vec<Head>,
    /// The first and second words of phrases, each pair as one bit: nearly all neighbours in a text are none of them.
    pairs: Vec<u64>,
}

/// Where the bit of a pair stands: its number of 64 and its place there.
const fn pair(first: WordId, second: WordId) -> (usize, u32) {
    let mixed = (first.0.wrapping_mul(0x9e37_79b9) ^ second.0).wrapping_mul(0x85eb_ca6b);
    let bit = mixed >> (u32::BITS - PAIR_BITS);
    ((bit / u64::BITS) as usize, bit % u64::BITS)
}

impl Openers {
    /// Reads the phrases of a list, which stand in the order of their first words, the longest of each first.
    pub(crate) fn of<'p>(phrases: impl Iterator<Item = &'p [WordId]>) -> Self {
        let mut openers = Self { pairs: vec![0; (1 << PAIR_BITS) / u64::BITS as usize], ..Self::default() };
        for (number, words) in (0_u32..).zip(phrases) {
            openers.heads.push(Head::of(words));
            let Some(first) = words.first().filter(|word| **word != WordId::UNKNOWN) else { continue };
            if openers.by_word.len() <= first.number() {
                openers.by_word.resize(first.number() + 1, Opened::default());
            }
            let opened = &mut openers.by_word[first.number()];
            if opened.first == opened.end {
                *opened = Opened { first: number, alone: number, end: number };
            }
            opened.end = number + 1;
            if let Some(second) = words.get(1) {
                opened.alone = number + 1;
                if *second == WordId::UNKNOWN {
                    continue;
                }
                let (at, bit) = pair(*first, *second);
                openers.pairs[at] |= 1 << bit;
            }
        }
        openers
    }

    /// Returns the longest phrase that stands at `at` and before `end`, as written or else in its forms. `fits` judges
    /// what stands behind the second word, and the letters.
    pub(crate) fn longest(
        &self,
        tokens: &[Token],
        at: usize,
        end: usize,
        fits: impl Fn(u32) -> bool,
    ) -> Option<u32> {
        let Token { word, lemma, .. } = *tokens.get(at)?;
        if lemma == WordId::UNKNOWN {
            return self.opened_by(word, tokens, at, end, &fits);
        }
        let written = self.opened_by(word, tokens, at, end, &fits);
        let form = self.opened_by(lemma, tokens, at, end, &fits);
        match (written, form) {
            (Some(written), Some(form)) if self.words(form) > self.words(written) => Some(form),
            (written, form) => written.or(form),
        }
    }

    fn words(&self, phrase: u32) -> u16 {
        self.heads[phrase as usize].words
    }

    #[inline]
    fn opened_by(
        &self,
        word: WordId,
        tokens: &[Token],
        at: usize,
        end: usize,
        fits: impl Fn(u32) -> bool,
    ) -> Option<u32> {
        let Opened { first, alone, end: last } = *self.by_word.get(word.number())?;
        let opens = |second: WordId| {
            let (at, bit) = pair(word, second);
            second != WordId::UNKNOWN && self.pairs.get(at).is_some_and(|bits| bits >> bit & 1 == 1)
        };
        if first == last {
            return None;
        }
        let next = tokens.get(at + 1).filter(|_| at + 1 < end && first < alone);
        if next.is_some_and(|next| opens(next.word) || opens(next.lemma)) {
            let heads = self.heads.get(first as usize..alone as usize)?;
            let mut longer = (first..alone).zip(heads);
            if let Some((phrase, _)) =
                longer.find(|(phrase, head)| head.fits(tokens, at, end) && fits(*phrase))
            {
                return Some(phrase);
            }
        }
        (alone..last).find(|phrase| at < end && fits(*phrase))
    }
}

/// Says whether the words of a phrase stand at `at`, of which the first two do.
pub(crate) fn rest_fits(words: &[WordId], tokens: &[Token], at: usize) -> bool {
    words.len() <= 2 || words.iter().zip(&tokens[at..]).skip(2).all(|(word, token)| token.is(*word))
}

//! Phrases of people, events and reports, in a table apart from the lexicon.
//!
//! The lexicon's terms never overlap and the longest wins: an office of five words in it would swallow the
//! country inside and change what is claimed. These phrases lie over the terms and take nothing from them.

mod cue;

pub(crate) use cue::{Cue, Lead, Notion};

use crate::lexicon::{Lexicon, Openers, WordId, rest_fits};
use crate::pack::lines;
use crate::token::{Token, fold_phrase};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A phrase, compiled.
#[derive(Debug)]
struct Phrase {
    words: Box<[WordId]>,
    /// Whether its first letter has to be a capital.
    capital: bool,
    /// Its words as listed.
    listed: Vec<Box<str>>,
    cues: Vec<Cue>,
}

/// All cue phrases of a language.
#[derive(Debug, Default)]
pub(crate) struct Cues {
    phrases: Vec<Phrase>,
    openers: Openers,
}

/// A cue phrase in a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spot {
    /// Its first token.
    pub first: u32,
    /// The token after its last.
    pub end: u32,
    phrase: u32,
}

impl Spot {
    /// The tokens of the phrase.
    pub(crate) const fn tokens(&self) -> Range<usize> {
        self.first as usize..self.end as usize
    }
}

/// Reads the phrases of cue lists with what they mean.
pub(crate) fn entries(lists: &[&'static str]) -> Vec<(String, Cue)> {
    let mut entries = Vec::new();
    for line in lists.iter().flat_map(|list| lines(list)) {
        if let Some(cue) = Cue::parse(line.tag, &line.arguments) {
            entries.extend(line.phrases.into_iter().map(|phrase| (phrase, cue)));
        }
    }
    entries
}

impl Cues {
    /// Compiles phrases, whose words the lexicon knows already.
    pub(crate) fn compile(entries: Vec<(String, Cue)>, lexicon: &Lexicon) -> Self {
        let mut phrases: Vec<Phrase> = entries
            .into_iter()
            .filter_map(|(phrase, cue)| {
                let folded = fold_phrase(&phrase, lexicon.morphology());
                let capital = folded.first()?.capital;
                let words = folded.iter().map(|word| lexicon.number(word)).collect();
                let listed = folded.iter().map(|word| String::from_utf8_lossy(&word.folded).into()).collect();
                let words: Box<[WordId]> = words;
                Some(Phrase { words, capital, listed, cues: vec![cue] })
            })
            .collect();
        phrases.sort_by(|a, b| {
            let strictness = || lexicon.strictness(&b.words).cmp(&lexicon.strictness(&a.words));
            let length = a.words[0].cmp(&b.words[0]).then(b.words.len().cmp(&a.words.len()));
            length.then_with(strictness).then_with(|| (&a.words, b.capital).cmp(&(&b.words, a.capital)))
        });
        phrases.dedup_by(|next, kept| {
            let same = next.words == kept.words && next.capital == kept.capital;
            if same && !kept.cues.contains(&next.cues[0]) {
                kept.cues.append(&mut next.cues);
            }
            same
        });
        let by_words: FxHashMap<(Box<[WordId]>, bool), Vec<Cue>> = phrases
            .iter()
            .map(|phrase| ((phrase.words.clone(), phrase.capital), phrase.cues.clone()))
            .collect();
        // What a word means in all its forms it means as written too.
        for phrase in &mut phrases {
            let loose =
                lexicon.loosen(&phrase.words).and_then(|loose| by_words.get(&(loose, phrase.capital)));
            for cue in loose.into_iter().flatten() {
                if !phrase.cues.contains(cue) {
                    phrase.cues.push(*cue);
                }
            }
        }
        let openers = Openers::of(phrases.iter().map(|phrase| &*phrase.words));
        Self { phrases, openers }
    }

    /// Finds the phrases of some tokens, none overlapping another, and adds them to `found`.
    pub(crate) fn spot(&self, tokens: &[Token], range: Range<usize>, found: &mut Vec<Spot>) {
        let mut at = range.start;
        while at < range.end {
            match self.longest(tokens, at, range.end) {
                Some(spot) => {
                    at = spot.tokens().end;
                    found.push(spot);
                }
                None => at += 1,
            }
        }
    }

    fn longest(&self, tokens: &[Token], at: usize, end: usize) -> Option<Spot> {
        let fits = |phrase: u32| {
            let Phrase { words, capital, .. } = &self.phrases[phrase as usize];
            (!capital || tokens[at].is_capitalised()) && rest_fits(words, tokens, at)
        };
        let phrase = self.openers.longest(tokens, at, end, fits)?;
        let words = self.phrases[phrase as usize].words.len();
        Some(Spot { first: u32::try_from(at).ok()?, end: u32::try_from(at + words).ok()?, phrase })
    }

    /// Returns the words of a spot: as the lexicon knows them, and as listed.
    pub(crate) fn words(&self, spot: &Spot) -> impl Iterator<Item = (WordId, &str)> {
        let Phrase { words, listed, .. } = &self.phrases[spot.phrase as usize];
        words.iter().copied().zip(listed.iter().map(|word| &**word))
    }

    /// Returns what a spot means.
    pub(crate) fn of(&self, spot: &Spot) -> &[Cue] {
        &self.phrases[spot.phrase as usize].cues
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::Reading;
    use entente_model::Lang;

    #[test]
    fn the_longest_phrase_is_spotted() {
        let reading = Reading::new("the deputy prime minister’s press service said", Lang::En).unwrap();
        let mut found = Vec::new();
        reading.pack.cues.spot(&reading.tokens, 0..reading.tokens.len(), &mut found);
        let shown: Vec<_> = found.iter().map(|spot| reading.slice(spot.tokens())).collect();
        assert_eq!(shown, ["the", "deputy prime minister’s", "press service", "said"]);
    }
}

//! A text with the cue phrases of each sentence: what people, events, projects and remarks are read from.

use crate::cues::{Cue, Spot};
use crate::meaning::{Link, Meaning, Speech};
use crate::morphology::Case;
use crate::notes::Notes;
use crate::party::Mention;
use crate::reading::Reading;
use std::ops::Range;

/// The notes on a text, with its cue phrases.
pub(crate) struct Narrative<'n, 't> {
    /// The notes.
    pub notes: &'n Notes<'t>,
    /// How many of its sentences are its own; behind them stands the note on its author.
    pub sentences: usize,
    spots: Vec<Spot>,
    /// For each token the number of the spot that it opens, counted from 1; 0 where it opens none.
    opened: Vec<u32>,
    /// For each sentence its spots, as a range of `spots`.
    of_sentence: Vec<Range<u32>>,
}

impl<'n, 't> Narrative<'n, 't> {
    /// Spots the cue phrases of the sentences that open before a byte.
    pub(crate) fn new(notes: &'n Notes<'t>, body_end: usize) -> Self {
        let reading = &notes.reading;
        let body = |sentence: &&crate::sentence::Sentence| {
            reading.tokens.get(sentence.first as usize).is_some_and(|token| token.bytes().start < body_end)
        };
        let (mut spots, mut of_sentence): (Vec<Spot>, _) =
            (Vec::new(), Vec::with_capacity(reading.sentences.len()));
        for sentence in reading.sentences.iter().take_while(body) {
            let first = u32::try_from(spots.len()).unwrap_or(u32::MAX);
            reading.pack.cues.spot(&reading.tokens, sentence.tokens(), &mut spots);
            of_sentence.push(first..u32::try_from(spots.len()).unwrap_or(u32::MAX));
        }
        let mut opened = vec![0; reading.tokens.len()];
        for (number, spot) in (1..).zip(&spots) {
            opened[spot.first as usize] = number;
        }
        Self { opened, notes, sentences: of_sentence.len(), spots, of_sentence }
    }

    /// The text as read.
    pub(crate) fn reading(&self) -> &'n Reading<'t> {
        &self.notes.reading
    }

    /// The tokens of a sentence.
    pub(crate) fn tokens(&self, sentence: usize) -> Range<usize> {
        self.notes.reading.sentences[sentence].tokens()
    }

    /// The cue phrases of a sentence, in order.
    pub(crate) fn spots(&self, sentence: usize) -> &[Spot] {
        let range = &self.of_sentence[sentence];
        &self.spots[range.start as usize..range.end as usize]
    }

    /// What a spot means.
    pub(crate) fn cues(&self, spot: &Spot) -> &'static [Cue] {
        self.notes.reading.pack.cues.of(spot)
    }

    /// Returns a spot in the form that it is listed in, with the capital that it has in the text.
    pub(crate) fn as_listed(&self, spot: &Spot) -> String {
        let reading = self.reading();
        let pack = reading.pack;
        let mut written = String::new();
        for (at, (word, listed)) in spot.tokens().zip(pack.cues.words(spot)) {
            let token = &reading.tokens[at];
            if at > spot.tokens().start && token.spaced() {
                written.push(' ');
            }
            // A word that is found as written stands as it does; another stands in the form that is listed.
            if !token.is_word() || token.word == word {
                written.push_str(self.word(at));
            } else if token.is_capitalised() {
                let mut letters = listed.chars();
                written.extend(letters.next().into_iter().flat_map(char::to_uppercase));
                written.push_str(letters.as_str());
            } else {
                written.push_str(listed);
            }
        }
        written
    }

    /// The case of a spot: that of the first of its words that change.
    pub(crate) fn case(&self, spot: &Spot) -> Case {
        let reading = self.reading();
        let changed = spot.tokens().zip(reading.pack.cues.words(spot)).filter(|(at, (word, _))| {
            reading.tokens[*at].lemma == *word && reading.tokens[*at].case != Case::Plain
        });
        changed.map(|(at, _)| reading.tokens[at].case).next().unwrap_or_default()
    }

    /// Says whether a noun phrase is led by one of some links.
    pub(crate) fn is_led(&self, sentence: usize, phrase: &Range<usize>, links: &[Link]) -> bool {
        self.reading().is_led(phrase, self.tokens(sentence).start, links)
    }

    /// Says whether nouns belong to what stands before them by their case alone.
    pub(crate) fn has_genitive(&self) -> bool {
        self.reading().pack.traits.genitive
    }

    /// Says whether a spot has a meaning.
    #[inline]
    #[expect(clippy::manual_contains, reason = "inline, a known meaning is compared as one small number")]
    pub(crate) fn is(&self, spot: &Spot, cue: Cue) -> bool {
        self.cues(spot).iter().any(|known| *known == cue)
    }

    /// The spot that opens at a token.
    pub(crate) fn spot_at(&self, token: usize) -> Option<&Spot> {
        let number = *self.opened.get(token)?;
        self.spots.get((number as usize).checked_sub(1)?)
    }

    /// The spot that ends before a token.
    pub(crate) fn spot_before(&self, token: usize) -> Option<&Spot> {
        let at = self.spots.partition_point(|spot| (spot.end as usize) < token);
        self.spots.get(at).filter(|spot| spot.end as usize == token)
    }

    /// Says whether a spot with a meaning opens at a token, and where it ends.
    pub(crate) fn cue_at(&self, token: usize, cue: Cue) -> Option<usize> {
        self.spot_at(token).filter(|spot| self.is(spot, cue)).map(|spot| spot.tokens().end)
    }

    /// The first spot of a sentence within some tokens that has a meaning.
    pub(crate) fn first(&self, sentence: usize, within: Range<usize>, cue: Cue) -> Option<&Spot> {
        self.spots(sentence).iter().find(|spot| {
            let Range { start, end } = spot.tokens();
            start >= within.start && end <= within.end && self.is(spot, cue)
        })
    }

    /// The countries that a sentence names.
    pub(crate) fn mentions(&self, sentence: usize) -> &[Mention] {
        self.notes.mentions(sentence)
    }

    /// The country that opens at a token.
    pub(crate) fn mention_at(&self, sentence: usize, token: usize) -> Option<&Mention> {
        let mentions = self.mentions(sentence);
        let at = mentions.partition_point(|mention| mention.tokens.start < token);
        mentions.get(at).filter(|mention| mention.tokens.start == token)
    }

    /// The country that ends before a token; an apostrophe may stand between.
    pub(crate) fn mention_before(&self, sentence: usize, token: usize) -> Option<&Mention> {
        let mentions = self.mentions(sentence);
        let at = mentions.partition_point(|mention| mention.tokens.end <= token);
        mentions[..at].last().filter(|mention| mention.tokens.end == token)
    }

    /// What a word means by itself, also inside a longer phrase.
    pub(crate) fn alone(&self, token: usize) -> &'static [Meaning] {
        let reading = &self.notes.reading;
        if token >= reading.tokens.len() {
            return &[];
        }
        let lexicon = &reading.pack.lexicon;
        lexicon.longest(&reading.tokens, token, token + 1).map_or(&[], |term| lexicon.meanings(&term))
    }

    /// Says whether a token is a link of one of some kinds, also inside a longer phrase: "minister of trade".
    pub(crate) fn is_link(&self, token: usize, links: &[Link]) -> bool {
        self.reading().is_link_alone(token, links)
    }

    /// Says whether a verb of saying opens at a token.
    pub(crate) fn says(&self, token: usize) -> bool {
        self.cue_at(token, Cue::Say).is_some()
            || self.notes.reading.meanings_at(token).contains(&Meaning::Speech(Speech::Say))
    }

    /// Says whether a verb of saying ends before a token.
    pub(crate) fn says_before(&self, token: usize) -> bool {
        self.spot_before(token).is_some_and(|spot| self.is(spot, Cue::Say) || self.is(spot, Cue::Reports))
    }

    /// Returns a word without the ending by which it owns what follows, also one that the lexicon does not know.
    pub(crate) fn without_owner(&self, token: usize) -> &'t str {
        self.notes.reading.pack.without_owner(self.word(token))
    }

    /// Returns some words as written, the last without the ending of its case: "президентінің" is "президенті".
    pub(crate) fn without_case(&self, tokens: Range<usize>) -> String {
        let reading = self.reading();
        let slice = reading.slice(tokens.clone());
        let last = tokens.end.saturating_sub(1);
        let word = reading.word(last);
        let bare = reading.pack.morphology.map_or(word, |morphology| {
            morphology.without_case(
                word,
                reading.tokens.get(last).map_or_else(Default::default, |token| token.form),
            )
        });
        slice[..slice.len().saturating_sub(word.len() - bare.len())].to_owned()
    }

    /// Returns a token as written.
    pub(crate) fn word(&self, token: usize) -> &'t str {
        self.notes.reading.word(token)
    }

    /// Says whether a token is an article: it opens a noun phrase and is no part of a name.
    pub(crate) fn is_article(&self, token: usize) -> bool {
        self.cue_at(token, Cue::Article).is_some()
    }

    /// Returns where the words from a token on begin, its articles passed over.
    pub(crate) fn past_article(&self, token: usize) -> usize {
        if self.is_article(token) { token + 1 } else { token }
    }

    /// Says whether a token is a quotation mark.
    pub(crate) fn is_quotation_mark(&self, token: usize) -> bool {
        matches!(self.word(token), "\"" | "“" | "”" | "„" | "«" | "»")
    }
}

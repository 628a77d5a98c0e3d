//! A sentence as the grammar sees it: its amounts, its times, and what its phrases mean, by place.

use super::kind::money_kind;
use super::paired::{Paired, paired};
use super::topic;
use crate::amount::Amount;
use crate::calendar::Calendar;
use crate::lexicon::Term;
use crate::meaning::{Kinds, Link, Meaning, Topic};
use crate::notes::Notes;
use crate::party::{Mention, RegionMention, regions};
use crate::period::{Role, When};
use std::ops::Range;

/// A phrase of the sentence with its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed<T> {
    /// Its first token.
    pub at: usize,
    /// The token after its last.
    pub end: usize,
    /// What it means.
    pub what: T,
}

/// One sentence.
pub(super) struct Scene<'n, 't> {
    pub notes: &'n Notes<'t>,
    pub number: usize,
    pub tokens: Range<usize>,
    pub times: Vec<When>,
    pub amounts: Vec<Amount>,
    pub regions: Vec<RegionMention>,
    pub topics: Vec<Placed<Topic>>,
    /// The amounts that answer to a list, item by item.
    pub paired: Paired,
    /// Tokens at which a new statement opens.
    boundaries: Vec<usize>,
    /// Relative clauses: "the turnover, which amounted to $4 billion,".
    relatives: Vec<Range<usize>>,
    /// What stands in parentheses.
    parentheses: Vec<Range<usize>>,
}

impl<'n, 't> Scene<'n, 't> {
    /// Looks at a sentence.
    pub(super) fn new(notes: &'n Notes<'t>, number: usize, calendar: Calendar) -> Self {
        let reading = &notes.reading;
        let tokens = reading.sentences[number].tokens();
        let times = notes.times(number, calendar);
        let amounts = notes.amounts(number, &times);
        let (mut topics, mut boundaries, mut relatives) = (Vec::new(), Vec::new(), Vec::new());
        let told = Kinds::TOPIC.with(Kinds::links(&[Link::Clause, Link::Which]));
        for term in reading.terms_of(number) {
            let Range { start: at, end } = term.tokens();
            if !reading.kinds_at(at).meets(told) {
                continue;
            }
            for meaning in reading.meanings(term) {
                match meaning {
                    Meaning::Topic(topic) => topics.push(Placed { at, end, what: *topic }),
                    Meaning::Link(Link::Clause) => boundaries.push(at),
                    Meaning::Link(Link::Which) if at > tokens.start && reading.word(at - 1) == "," => {
                        let closes = (end..tokens.end).find(|&at| matches!(reading.word(at), "," | ";"));
                        relatives.push(at..closes.unwrap_or(tokens.end));
                    }
                    _ => {}
                }
            }
        }
        let mut parentheses = Vec::new();
        let mut opened = None;
        for at in tokens.clone() {
            match reading.sign(at) {
                Some(b';' | b':') => boundaries.push(at),
                Some(b'(') => opened = Some(at),
                Some(b')') => parentheses.extend(opened.take().map(|opened| opened..at)),
                _ => {}
            }
        }
        boundaries.sort_unstable();
        let regions = regions(reading, number);
        let mut scene = Self {
            notes,
            number,
            tokens,
            times,
            amounts,
            regions,
            topics: Vec::new(),
            paired: Paired::default(),
            boundaries,
            relatives,
            parentheses,
        };
        scene.topics = topic::heads(&scene, &topics);
        scene.paired = paired(&scene, |topic| money_kind(topic).is_some());
        scene
    }

    /// The countries of the sentence, in order.
    pub(super) fn mentions(&self) -> &[Mention] {
        self.notes.mentions(self.number)
    }

    /// Says whether the phrase that opens at a token has a meaning.
    pub(super) fn means(&self, at: usize, meaning: Meaning) -> bool {
        self.notes.reading.meanings_at(at).contains(&meaning)
    }

    /// Says whether a token is a link of one of some kinds.
    pub(super) fn is_link(&self, at: usize, links: &[Link]) -> bool {
        self.notes.reading.is_link(at, links)
    }

    /// Says whether a noun phrase is led by one of some links.
    pub(super) fn is_led(&self, phrase: &Range<usize>, links: &[Link]) -> bool {
        self.notes.reading.is_led(phrase, self.tokens.start, links)
    }

    /// The tokens of the statement that a token stands in.
    pub(super) fn clause(&self, at: usize) -> Range<usize> {
        let start = self.boundaries.iter().rev().find(|&&b| b <= at).copied().unwrap_or(self.tokens.start);
        let end = self.boundaries.iter().find(|&&b| b > at).copied().unwrap_or(self.tokens.end);
        start..end
    }

    /// Says whether what stands at a token can speak of an amount: not from inside a relative clause beside it.
    pub(super) fn reaches(&self, at: usize, amount: usize) -> bool {
        self.relatives.iter().all(|relative| !relative.contains(&at) || relative.contains(&amount))
    }

    /// Says whether a token stands in parentheses that another stands outside of.
    pub(super) fn is_aside(&self, at: usize, other: usize) -> bool {
        self.parentheses.iter().any(|aside| aside.contains(&at) && !aside.contains(&other))
    }

    /// Returns the token behind the parenthesis that opens at a token, or the token itself.
    pub(super) fn past_aside(&self, at: usize) -> usize {
        self.parentheses.iter().find(|aside| aside.start == at).map_or(at, |aside| aside.end + 1)
    }

    /// The number of tokens in a range, relative clauses that lie within it left out.
    pub(super) fn distance(&self, range: Range<usize>) -> usize {
        let within = self.relatives.iter().filter(|r| range.start <= r.start && r.end <= range.end);
        range.len() - within.map(Range::len).sum::<usize>().min(range.len())
    }

    /// The last phrase in some tokens for which `pick` gives something, and its place.
    pub(super) fn last<T>(
        &self,
        range: Range<usize>,
        pick: impl Fn(&Meaning) -> Option<T>,
    ) -> Option<Placed<T>> {
        self.terms_in(range).iter().rev().find_map(|term| self.picked(term, &pick))
    }

    /// The first phrase in some tokens for which `pick` gives something, and its place.
    pub(super) fn first<T>(
        &self,
        range: Range<usize>,
        pick: impl Fn(&Meaning) -> Option<T>,
    ) -> Option<Placed<T>> {
        self.terms_in(range).iter().find_map(|term| self.picked(term, &pick))
    }

    /// The phrases of the sentence that lie within some tokens.
    fn terms_in(&self, range: Range<usize>) -> &[Term] {
        self.notes.reading.terms_in(self.number, range)
    }

    fn picked<T>(&self, term: &Term, pick: impl Fn(&Meaning) -> Option<T>) -> Option<Placed<T>> {
        let Range { start: at, end } = term.tokens();
        let what = self.notes.reading.meanings(term).iter().find_map(pick)?;
        Some(Placed { at, end, what })
    }

    /// Whether two tokens have a phrase of some links between them.
    pub(super) fn has_link(&self, range: Range<usize>, links: &[Link]) -> bool {
        range.into_iter().any(|at| self.is_link(at, links))
    }

    /// Says whether the sentence names a time of its own.
    pub(super) fn has_own_time(&self) -> bool {
        self.times.iter().any(|when| matches!(when.role, Role::Plain | Role::Until | Role::Same))
    }

    /// Says whether a sign that parts a sentence stands between two tokens.
    pub(super) fn is_parted(&self, range: Range<usize>) -> bool {
        range
            .into_iter()
            .any(|at| matches!(self.notes.reading.word(at), "," | ";" | ":" | "(" | ")" | "–" | "—"))
    }
}

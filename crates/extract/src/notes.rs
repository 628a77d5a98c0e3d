//! What a reading holds beside its words: the countries of each sentence, the pair, the day it was written.

use crate::Context;
use crate::amount::{self, Amount, amounts};
use crate::calendar::Calendar;
use crate::date::date_at;
use crate::lexicon::Term;
use crate::meaning::{Anaphor, Kinds, Meaning, Topic};
use crate::party::{Mention, mentions, salient};
use crate::period::{self, When, times};
use crate::reading::Reading;
use entente_model::{Country, Lang};
use jiff::civil::Date;
use std::ops::Range;

/// A reading with its countries and its time.
pub(crate) struct Notes<'t> {
    /// The text as read.
    pub reading: Reading<'t>,
    /// The time that relative words are reckoned from.
    pub calendar: Calendar,
    /// The two countries that the text is most about, the first named first.
    pub pair: Vec<Country>,
    /// The country of the outlet: "our country".
    pub home: Option<Country>,
    mentions: Vec<Mention>,
    /// For each sentence its mentions, as a range of `mentions`.
    of_sentence: Vec<Range<u32>>,
}

/// A text without a given day is searched for one this far.
const DATE_SENTENCES: usize = 200;

impl<'t> Notes<'t> {
    /// Reads a text; none where there is no pack for the language.
    pub(crate) fn new(text: &'t str, lang: Lang, context: &Context) -> Option<Self> {
        let reading = Reading::new(text, lang)?;
        let (mut all, mut of_sentence) = (Vec::new(), Vec::with_capacity(reading.sentences.len()));
        for sentence in 0..reading.sentences.len() {
            let first = u32::try_from(all.len()).unwrap_or(u32::MAX);
            mentions(&reading, sentence, &mut all);
            of_sentence.push(first..u32::try_from(all.len()).unwrap_or(u32::MAX));
        }
        let ours: Vec<usize> = says(&reading, Anaphor::Ours).collect();
        let told = !ours.is_empty() || says(&reading, Anaphor::Home).next().is_some();
        let home = context.country.or(reading.pack.home.filter(|_| told));
        let mut pair = salient(&reading, &all, home, &ours);
        // "Икки давлат" of which one is named, or its turnover, are that one and ours.
        if let ([_], Some(home)) = (pair.as_slice(), reading.pack.home)
            && !pair.contains(&home)
            && (says(&reading, Anaphor::Pair).next().is_some() || tells_turnover(&reading))
        {
            pair.push(home);
        }
        let calendar =
            Calendar { today: context.published.or_else(|| first_date(&reading)), latest_year: None };
        Some(Self { reading, calendar, pair, home, mentions: all, of_sentence })
    }

    /// Returns the countries that a sentence names, in order.
    pub(crate) fn mentions(&self, sentence: usize) -> &[Mention] {
        let range = &self.of_sentence[sentence];
        &self.mentions[range.start as usize..range.end as usize]
    }

    /// The first country of the text that a test accepts.
    pub(crate) fn named_elsewhere(&self, accept: impl Fn(Country) -> bool) -> Option<Country> {
        self.mentions.iter().map(|mention| mention.country).find(|country| accept(*country))
    }

    /// Returns the times that a sentence names, in order.
    pub(crate) fn times(&self, sentence: usize, calendar: Calendar) -> Vec<When> {
        if !self.reading.kinds_of(sentence).meets(period::OPENING.with(Kinds::DIGITS)) {
            return Vec::new();
        }
        times(&self.reading, self.reading.sentences[sentence].tokens(), calendar)
    }

    /// Returns the amounts of a sentence, in order; numbers of its times are none.
    pub(crate) fn amounts(&self, sentence: usize, times: &[When]) -> Vec<Amount> {
        let opening = amount::OPENING.with(Kinds::SCALE).with(Kinds::DIGITS);
        if !self.reading.kinds_of(sentence).meets(opening) {
            return Vec::new();
        }
        let taken: Vec<Range<usize>> = times.iter().map(|when| when.tokens.clone()).collect();
        amounts(&self.reading, self.reading.sentences[sentence].tokens(), &taken)
    }
}

/// Says whether a text tells of turnover, which is between two.
fn tells_turnover(reading: &Reading<'_>) -> bool {
    let turnover = Meaning::Topic(Topic::Turnover);
    reading.terms.iter().any(|term| reading.meanings(term).contains(&turnover))
}

/// Where a text has words that point back in one way: "our country".
fn says(reading: &Reading<'_>, what: Anaphor) -> impl Iterator<Item = usize> {
    let points = move |term: &&Term| {
        reading.kinds_at(term.first as usize).meets(Kinds::ANAPHOR)
            && reading.meanings(term).contains(&Meaning::Anaphor(what))
    };
    reading.terms.iter().filter(points).map(|term| term.tokens().start)
}

/// Returns the first day of a text that is written with its year.
fn first_date(reading: &Reading<'_>) -> Option<Date> {
    let sentences = reading.sentences.iter().take(DATE_SENTENCES);
    sentences.flat_map(|sentence| sentence.tokens().map(|at| (at, sentence.tokens().end))).find_map(
        |(at, end)| {
            let dated = date_at(reading, at, end, Calendar::default())?;
            dated.date.filter(|_| dated.full)
        },
    )
}

//! Lists that are told in one order: "exports and imports came to $1 billion and $2 billion, respectively".

use super::scene::{Placed, Scene};
use crate::amount::Amount;
use crate::meaning::{Link, Meaning, Topic};
use entente_model::{Country, Period};
use std::ops::Range;

/// How far behind the last amount the word "respectively" may stand.
const WORD_REACH: usize = 3;

/// Amounts that stand in a list, and the list before them that they answer to, item by item.
#[derive(Debug, Default)]
pub(super) struct Paired {
    /// Where the numbers of the amounts begin.
    amounts: Vec<usize>,
    topics: Vec<Placed<Topic>>,
    countries: Vec<Country>,
    periods: Vec<Period>,
}

impl Paired {
    /// What an amount is about, by its place in the list.
    pub(super) fn topic(&self, amount: &Amount) -> Option<Placed<Topic>> {
        self.item(&self.topics, amount)
    }

    /// The country that an amount belongs to, by its place in the list.
    pub(super) fn country(&self, amount: &Amount) -> Option<Country> {
        self.item(&self.countries, amount)
    }

    /// All countries of the list.
    pub(super) fn countries(&self) -> &[Country] {
        &self.countries
    }

    /// The period that an amount is of, by its place in the list.
    pub(super) fn period(&self, amount: &Amount) -> Option<Period> {
        self.item(&self.periods, amount)
    }

    fn item<T: Copy>(&self, items: &[T], amount: &Amount) -> Option<T> {
        let at = self.amounts.iter().position(|start| *start == amount.tokens.start)?;
        items.get(at).copied()
    }
}

/// Finds the first amounts of a sentence that are listed, and what they answer to.
pub(super) fn paired(scene: &Scene<'_, '_>, is_told: impl Fn(Topic) -> bool) -> Paired {
    let Some(run) = run(scene) else { return Paired::default() };
    let (first, last) = (&run[0], &run[run.len() - 1]);
    let amounts: Vec<usize> = run.iter().map(|amount| amount.tokens.start).collect();
    let topics = scene.topics.iter().filter(|topic| is_told(topic.what));
    let topics = listed(scene, topics.map(|topic| (topic.at..topic.end, *topic)), run.len(), first.opens);
    if let Some(topics) = topics {
        return Paired { amounts, topics, ..Paired::default() };
    }
    let end = (last.tokens.end + WORD_REACH).min(scene.tokens.end);
    if !scene.has_link(last.tokens.end..end, &[Link::Respectively]) {
        return Paired::default();
    }
    let times = scene.times.iter().filter_map(|when| Some((when.tokens.clone(), when.period?)));
    if let Some(periods) = listed(scene, times, run.len(), first.opens) {
        return Paired { amounts, periods, ..Paired::default() };
    }
    let mentions = scene.mentions().iter().filter(|mention| !mention.of_person);
    let named = mentions.map(|mention| (mention.tokens.clone(), mention.country));
    let countries = listed(scene, named, run.len(), first.opens).unwrap_or_default();
    Paired { amounts, countries, ..Paired::default() }
}

/// The first amounts of one unit that stand in a list.
fn run<'s>(scene: &'s Scene<'_, '_>) -> Option<&'s [Amount]> {
    let amounts = scene.amounts.as_slice();
    let joined = |pair: &[Amount]| match pair {
        [a, b] => a.unit.is_some() && a.unit == b.unit && is_listed(scene, a.closes..b.opens),
        _ => false,
    };
    let first = amounts.windows(2).position(joined)?;
    let more = amounts[first..].windows(2).take_while(|pair| joined(pair)).count();
    amounts.get(first..=first + more)
}

/// The last so many items before a token that stand in a list; not "between Kenya and Uganda", which are one pair.
fn listed<T>(
    scene: &Scene<'_, '_>,
    items: impl Iterator<Item = (Range<usize>, T)>,
    count: usize,
    before: usize,
) -> Option<Vec<T>> {
    let items: Vec<(Range<usize>, T)> = items.filter(|(tokens, _)| tokens.end <= before).collect();
    let first = (0..(items.len() + 1).saturating_sub(count)).rev().find(|&first| {
        let window = &items[first..first + count];
        let opens = window[0].0.start;
        let one = opens > scene.tokens.start && scene.is_link(opens - 1, &[Link::Between]);
        !one && window.windows(2).all(|pair| is_listed(scene, pair[0].0.end..pair[1].0.start))
    })?;
    Some(items.into_iter().skip(first).take(count).map(|(_, item)| item).collect())
}

/// Says whether nothing but a comma and an "and" stand between two items.
fn is_listed(scene: &Scene<'_, '_>, between: Range<usize>) -> bool {
    (1..=2).contains(&between.len())
        && between
            .into_iter()
            .all(|at| scene.notes.reading.word(at) == "," || scene.means(at, Meaning::Link(Link::And)))
}

//! What the voices that speak of one quantity say of it. Voices that give the same figures are taken together, so that what
//! a hundred of them repeat is compared once.

use super::Told;
use super::sense::Senses;
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// A set of places, a bit each.
struct Bits(Vec<u64>);

impl Bits {
    fn of(places: impl Iterator<Item = usize>) -> Self {
        let mut bits = Self(Vec::new());
        places.for_each(|place| bits.add(place));
        bits
    }

    fn add(&mut self, place: usize) {
        let word = place / 64;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (place % 64);
    }

    fn is_disjoint(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(a, b)| a & b == 0)
    }
}

/// What is told of one quantity.
pub(super) struct Figures {
    /// Each figure with a bound and a precision of its own, by the first statement that gives it.
    first: Vec<usize>,
    /// The figures that can be so beside each.
    meet: Vec<Bits>,
    /// The figures that a voice gives, and the days on which voices gave them.
    voices: Vec<(BTreeSet<usize>, BTreeSet<Date>)>,
}

impl Figures {
    /// Sorts what is told of one quantity by who says it.
    pub(super) fn of(told: &[Told<'_>], senses: &Senses, members: &[usize]) -> Self {
        let mut numbers = FxHashMap::default();
        let mut first = Vec::new();
        let mut given: BTreeMap<usize, (BTreeSet<usize>, BTreeSet<Date>)> = BTreeMap::new();
        for &at in members {
            let claim = told[at].claim;
            let key = (claim.value.normalize(), claim.precision.normalize(), claim.bound, claim.side);
            let figure = *numbers.entry(key).or_insert_with(|| {
                first.push(at);
                first.len() - 1
            });
            let (figures, days) = given.entry(senses.voice(at)).or_default();
            figures.insert(figure);
            days.insert(told[at].known);
        }
        let mut voices: BTreeMap<BTreeSet<usize>, BTreeSet<Date>> = BTreeMap::new();
        for (figures, days) in given.into_values() {
            voices.entry(figures).or_default().extend(days);
        }
        let intervals: Vec<_> = first.iter().map(|&at| senses.get(at).map(|sense| sense.interval)).collect();
        // That they meet holds both ways round, so each couple is looked at once.
        let mut meet: Vec<Bits> = first.iter().map(|_| Bits(vec![0; first.len().div_ceil(64)])).collect();
        for a in 0..first.len() {
            for b in a..first.len() {
                if intervals[a].zip(intervals[b]).is_none_or(|(a, b)| a.meets(&b)) {
                    meet[a].add(b);
                    meet[b].add(a);
                }
            }
        }
        Self { first, meet, voices: voices.into_iter().collect() }
    }

    /// Returns the voices that have no figure in common, as places. A text that gives several numbers for one quantity tells
    /// of several things; it stands against another only where none of its numbers is there.
    pub(super) fn disagreeing(&self) -> Vec<(usize, usize)> {
        let given: Vec<Bits> =
            self.voices.iter().map(|(figures, _)| Bits::of(figures.iter().copied())).collect();
        let mut found = Vec::new();
        for (a, (own, _)) in self.voices.iter().enumerate() {
            let meet: Vec<&Bits> = own.iter().map(|&figure| &self.meet[figure]).collect();
            let others = given.iter().enumerate().skip(a + 1);
            let apart = others.filter(|(_, others)| meet.iter().all(|meet| meet.is_disjoint(others)));
            found.extend(apart.map(|(b, _)| (a, b)));
        }
        found
    }

    /// Returns each figure of one voice with each of another, by the first statements that give them.
    pub(super) fn couples(&self, a: usize, b: usize) -> impl Iterator<Item = (usize, usize)> {
        let of = |voice: usize| self.voices[voice].0.iter().map(|&figure| self.first[figure]);
        of(a).flat_map(move |a| of(b).map(move |b| (a, b)))
    }

    /// Returns the days on which voices spoke.
    pub(super) fn days(&self, voice: usize) -> &BTreeSet<Date> {
        &self.voices[voice].1
    }
}

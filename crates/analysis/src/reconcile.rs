//! Reconciliation: what several documents say of one quantity, whether it fits together, and why where it does not.
//!
//! A **quantity** is what a claim is about beside its number: kind, parties, place, period, stage, modality, basis and
//! the rest that decides truth. Statements about one quantity are compared as intervals of stated precision. Near-copies
//! of one text count as one voice, and a voice does not stand against itself, except where a part exceeds its whole.
//!
//! Two statements about *different* quantities are put beside each other only where they carry the same number and differ
//! in one thing: then one of them probably tells the figure of the other as something that it is not.

mod cause;
mod quantity;

pub use cause::Cause;
pub use quantity::{figure_key, indicator_key, quantity_key};

use crate::portfolio::{additions, planned_as_done};
use cause::{borrowed, exceeds, revised, slipped};
use entente_model::{Claim, Decimal, DocumentId, MentionId, Modality, Period};
use jiff::ToSpan;
use jiff::civil::Date;
use quantity::{Quantity, is_compared};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;
use std::hash::Hash;

/// Statements without a period about what changes from day to day are about one quantity while they are known within so
/// many days of each other.
const DAYS_OF_ONE_QUANTITY: i64 = 30;

/// One claim, with who says it and since when it is known.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// The claim's id.
    pub id: &'a MentionId,
    /// The document that makes it.
    pub document: &'a DocumentId,
    /// The first document of its near-copies; itself where it is none.
    pub voice: &'a DocumentId,
    /// The day from which the document counts as known.
    pub known: Date,
    /// The claim.
    pub claim: &'a Claim,
}

/// How the statements of a group stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// They do not fit together.
    Conflict,
    /// Later ones give a figure that took the place of the earlier.
    Revision,
    /// Their intervals meet.
    Agreement,
}

impl Standing {
    /// Returns the word as it is written on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Revision => "revision",
            Self::Agreement => "agreement",
        }
    }
}

/// What several voices say of one quantity, or two of two that are taken for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// How they stand to each other.
    pub standing: Standing,
    /// Why they do not fit together, where that is evident.
    pub cause: Option<Cause>,
    /// The least and the greatest value, where all are in one unit.
    pub spread: Option<(Decimal, Decimal)>,
    /// Which statements, as places in what was given: the first known before the others; one a voice and value.
    pub members: Vec<usize>,
}

/// Groups statements by what they are about and says how those of each group stand to each other.
///
/// Groups of a single voice are left out, except where its own figures cannot both be so. The order of what is given does
/// not matter: groups come conflicts first, then by when the newest of their statements was known, the newest first.
/// A claim whose number is beyond exact arithmetic asserts nothing and stands in no group.
#[must_use]
pub fn reconcile(told: &[Told<'_>]) -> Vec<Group> {
    let mut order: Vec<usize> = (0..told.len()).filter(|&at| told[at].claim.asserts().is_some()).collect();
    order.sort_by_key(|&at| (told[at].known, told[at].id));
    let mut groups = Vec::new();
    for members in of_one_quantity(told, &order) {
        groups.extend(compared(told, &members));
    }
    groups.extend(mistaken(told, &order));
    groups.extend(impossible(told, &order));
    let of_portfolio = |cause| {
        move |members: Vec<usize>| group(told, first_known(told, members), Standing::Conflict, Some(cause))
    };
    groups.extend(additions(told).into_iter().map(of_portfolio(Cause::Addition)));
    groups.extend(planned_as_done(told).into_iter().map(of_portfolio(Cause::Stage)));
    groups.sort_by(|a, b| {
        let newest = |group: &Group| group.members.last().map(|&at| (told[at].known, told[at].id));
        a.standing.cmp(&b.standing).then_with(|| newest(b).cmp(&newest(a))).then(a.cause.cmp(&b.cause))
    });
    groups
}

/// Sorts places into buckets by a key, in the order in which the keys first appear.
fn buckets<K: Eq + Hash>(order: &[usize], key: impl Fn(usize) -> Option<K>) -> Vec<Vec<usize>> {
    let mut places: FxHashMap<K, usize> = FxHashMap::default();
    let mut buckets: Vec<Vec<usize>> = Vec::new();
    for &at in order {
        let Some(key) = key(at) else { continue };
        let place = *places.entry(key).or_insert_with(|| {
            buckets.push(Vec::new());
            buckets.len() - 1
        });
        buckets[place].push(at);
    }
    buckets
}

/// The statements about each quantity that a pair has one of, in one unit.
fn of_one_quantity(told: &[Told<'_>], order: &[usize]) -> Vec<Vec<usize>> {
    let key = |at: usize| {
        let Told { claim, known, .. } = told[at];
        is_compared(claim).then(|| (Quantity::of(claim, known), claim.unit))
    };
    let same = buckets(order, key);
    same.into_iter().flat_map(|members| split_by_time(told, members)).collect()
}

/// Splits statements that have no period where none was known for a while.
fn split_by_time(told: &[Told<'_>], members: Vec<usize>) -> Vec<Vec<usize>> {
    let is_dated = |at: usize| told[at].claim.period.is_some() || told[at].claim.kind.is_trade();
    if members.first().is_none_or(|&at| is_dated(at)) {
        return vec![members];
    }
    let goes_on = |a: &usize, b: &usize| within(told[*a].known, told[*b].known, DAYS_OF_ONE_QUANTITY);
    members.chunk_by(goes_on).map(<[usize]>::to_vec).collect()
}

/// Says whether two days lie at most so many days apart.
pub(crate) fn within(a: Date, b: Date, days: i64) -> bool {
    let (first, last) = if a <= b { (a, b) } else { (b, a) };
    first.checked_add(days.days()).is_ok_and(|end| last <= end)
}

/// Compares what is said of one quantity; none where only one voice speaks.
fn compared(told: &[Told<'_>], members: &[usize]) -> Option<Group> {
    let members = one_a_voice(told, members);
    let mut voices: Vec<_> = members.iter().map(|&at| told[at].voice).collect();
    voices.sort_unstable();
    voices.dedup();
    if voices.len() < 2 {
        return None;
    }
    let disagreeing = disagreeing(told, &members);
    let Some(&(a, b)) = disagreeing.first() else {
        return Some(group(told, members, Standing::Agreement, None));
    };
    let slip = disagreeing.iter().find_map(|&(a, b)| slipped(told[a].claim, told[b].claim));
    if slip.is_some() {
        return Some(group(told, members, Standing::Conflict, slip));
    }
    let later = disagreeing.iter().all(|&(a, b)| revised(&told[a], &told[b]));
    let standing =
        if later && told[a].known < told[b].known { Standing::Revision } else { Standing::Conflict };
    Some(group(told, members, standing, None))
}

/// The pairs of statements of different voices that have no figure in common, the earlier first. A text that gives several
/// numbers for one quantity tells of several things; it stands against another only where none of its numbers is there.
fn disagreeing(told: &[Told<'_>], members: &[usize]) -> Vec<(usize, usize)> {
    let meet = |a: usize, b: usize| {
        let intervals = told[a].claim.asserts().zip(told[b].claim.asserts());
        intervals.is_none_or(|(a, b)| a.meets(&b))
    };
    let pairs = members.iter().enumerate().flat_map(|(i, &a)| members[i + 1..].iter().map(move |&b| (a, b)));
    let pairs: Vec<_> = pairs.filter(|&(a, b)| told[a].voice != told[b].voice).collect();
    let voices = |(a, b): (usize, usize)| {
        let (a, b) = (told[a].voice, told[b].voice);
        if a <= b { (a, b) } else { (b, a) }
    };
    let agreeing: FxHashSet<_> =
        pairs.iter().filter(|(a, b)| meet(*a, *b)).map(|&pair| voices(pair)).collect();
    pairs.into_iter().filter(|&pair| !agreeing.contains(&voices(pair))).collect()
}

/// Leaves the first of the statements of a voice that give one number.
fn one_a_voice(told: &[Told<'_>], members: &[usize]) -> Vec<usize> {
    let mut seen = FxHashSet::default();
    let says = |at: usize| (told[at].voice, told[at].claim.value.normalize(), told[at].claim.bound);
    members.iter().copied().filter(|&at| seen.insert(says(at))).collect()
}

/// Pairs of quantities that carry one number and differ in one thing: one is taken for the other. Each group has every
/// voice that gives either.
fn mistaken(told: &[Told<'_>], order: &[usize]) -> Vec<Group> {
    let key = |at: usize| {
        let claim = told[at].claim;
        cause::is_telling(claim).then(|| (claim.kind, claim.parties.clone(), claim.value.normalize()))
    };
    let mut groups = Vec::new();
    for same in buckets(order, key) {
        let same = one_a_quantity(told, &same);
        let mut by_cause: Vec<(Cause, Vec<usize>)> = Vec::new();
        for (i, &a) in same.iter().enumerate() {
            for &b in &same[i + 1..] {
                if told[a].voice == told[b].voice {
                    continue;
                }
                let Some(cause) = borrowed(&told[a], &told[b]) else { continue };
                match by_cause.iter_mut().find(|(known, _)| *known == cause) {
                    Some((_, members)) => members.extend([a, b]),
                    None => by_cause.push((cause, vec![a, b])),
                }
            }
        }
        for (cause, members) in by_cause {
            groups.push(group(told, first_known(told, members), Standing::Conflict, Some(cause)));
        }
    }
    groups
}

/// Leaves the first statement of each voice about each quantity.
fn one_a_quantity(told: &[Told<'_>], members: &[usize]) -> Vec<usize> {
    let mut seen = FxHashSet::default();
    let about =
        |at: usize| (told[at].voice, Quantity::of(told[at].claim, told[at].known), told[at].claim.unit);
    members.iter().copied().filter(|&at| seen.insert(about(at))).collect()
}

/// Parts that exceed their whole: the months of a year above the year.
fn impossible(told: &[Told<'_>], order: &[usize]) -> Vec<Group> {
    let key = |at: usize| {
        let claim = told[at].claim;
        let is_flow = cause::is_flow(claim) && claim.modality == Modality::Actual;
        let year = claim.period.map(Period::last_month).map(entente_model::Month::year)?;
        is_flow.then(|| (Quantity::of(claim, told[at].known).of_any_period(), claim.unit, year))
    };
    let mut groups = Vec::new();
    for same in buckets(order, key) {
        let same = one_a_quantity(told, &same);
        let found = same.iter().find_map(|&part| {
            let whole = same.iter().find(|&&whole| exceeds(told[part].claim, told[whole].claim))?;
            Some((part, *whole))
        });
        if let Some((part, whole)) = found {
            let members = first_known(told, vec![part, whole]);
            groups.push(group(told, members, Standing::Conflict, Some(Cause::Series)));
        }
    }
    groups
}

/// Puts members in the order in which they were known, each once.
fn first_known(told: &[Told<'_>], mut members: Vec<usize>) -> Vec<usize> {
    members.sort_by_key(|&at| (told[at].known, told[at].id));
    members.dedup();
    members
}

fn group(told: &[Told<'_>], members: Vec<usize>, standing: Standing, cause: Option<Cause>) -> Group {
    let mut values: Vec<Decimal> = members.iter().map(|&at| told[at].claim.value).collect();
    values.sort_unstable();
    let unit = members.first().map(|&at| told[at].claim.unit);
    let is_one_unit = members.iter().all(|&at| Some(told[at].claim.unit) == unit);
    let spread = values.first().copied().zip(values.last().copied()).filter(|_| is_one_unit);
    Group { standing, cause, spread, members }
}

#[cfg(test)]
mod tests;

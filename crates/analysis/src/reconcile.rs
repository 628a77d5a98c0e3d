//! Reconciliation: what several documents say of one quantity, whether it fits together, and why where it does not.
//!
//! A **quantity** is what a claim is about beside its number: kind, parties, place, period, stage, modality, basis and
//! the rest that decides truth. Statements about one quantity are compared as intervals of stated precision. Near-copies
//! of one text count as one voice, and a voice does not stand against itself, except where a part exceeds its whole.
//!
//! Two statements about *different* quantities are put beside each other only where they carry the same number and differ
//! in one thing: then one of them probably tells the figure of the other as something that it is not.

mod cause;
mod figures;
mod quantity;
mod sense;

pub use cause::Cause;
pub use quantity::{figure_key, indicator_key, quantity_key};

use crate::portfolio::{additions, planned_as_done};
use cause::{Reach, borrowed, exceeds, is_revision, slipped};
use entente_model::{Claim, Decimal, DocumentId, MentionId};
use figures::Figures;
use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use sense::Senses;
use serde::Serialize;
use std::collections::BTreeMap;
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
///
/// What statements are about is worked out once for those that share a claim, so that who has many of them to compare lends
/// one claim to all that say the same.
#[must_use]
pub fn reconcile(told: &[Told<'_>]) -> Vec<Group> {
    let senses = Senses::of(told);
    let mut order: Vec<usize> = (0..told.len()).filter(|&at| senses.get(at).is_some()).collect();
    // Mostly they come in this order, which a stable sort makes use of.
    order.sort_by_key(|&at| (told[at].known, told[at].id));
    let mut groups = Vec::new();
    for members in of_one_quantity(told, &senses, &order) {
        groups.extend(compared(told, &senses, &members));
    }
    groups.extend(mistaken(told, &senses, &order));
    groups.extend(impossible(told, &senses, &order));
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
fn of_one_quantity(told: &[Told<'_>], senses: &Senses, order: &[usize]) -> Vec<Vec<usize>> {
    let same = buckets(order, |at| senses.get(at).filter(|sense| sense.is_compared).map(|sense| sense.about));
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
    days_between(a, b) <= days
}

fn days_between(a: Date, b: Date) -> i64 {
    (a.duration_since(b).as_hours() / 24).abs()
}

/// Compares what is said of one quantity; none where only one voice speaks.
fn compared(told: &[Told<'_>], senses: &Senses, members: &[usize]) -> Option<Group> {
    let members = one_a_voice(told, senses, members);
    let first = senses.voice(*members.first()?);
    if members.iter().all(|&at| senses.voice(at) == first) {
        return None;
    }
    let figures = Figures::of(told, senses, &members);
    let disagreeing = figures.disagreeing();
    if disagreeing.is_empty() {
        return Some(group(told, members, Standing::Agreement, None));
    }
    let couples = || disagreeing.iter().flat_map(|&(a, b)| figures.couples(a, b));
    let slip = couples().find_map(|(a, b)| slipped(told[a].claim, told[b].claim));
    if slip.is_some() {
        return Some(group(told, members, Standing::Conflict, slip));
    }
    let is_later = |&(a, b): &(usize, usize)| {
        let on_one_day = !figures.days(a).is_disjoint(figures.days(b));
        !on_one_day && figures.couples(a, b).all(|(a, b)| is_revision(told[a].claim, told[b].claim))
    };
    let standing = if disagreeing.iter().all(is_later) { Standing::Revision } else { Standing::Conflict };
    Some(group(told, members, standing, None))
}

/// Leaves the first of the statements of a voice that give one number.
fn one_a_voice(told: &[Told<'_>], senses: &Senses, members: &[usize]) -> Vec<usize> {
    let mut seen = FxHashSet::default();
    let says = |at: usize| (senses.voice(at), told[at].claim.value.normalize(), told[at].claim.bound);
    members.iter().copied().filter(|&at| seen.insert(says(at))).collect()
}

/// Pairs of quantities that carry one number and differ in one thing: one is taken for the other. Each group has every
/// voice that gives either.
fn mistaken(told: &[Told<'_>], senses: &Senses, order: &[usize]) -> Vec<Group> {
    let mut groups = Vec::new();
    for same in buckets(order, |at| senses.get(at)?.figure) {
        let same = one_a_quantity(senses, &same);
        let about = buckets(&same, |at| senses.get(at).map(|sense| sense.about));
        let mut by_cause: BTreeMap<Cause, FxHashSet<usize>> = BTreeMap::new();
        for (i, first) in about.iter().enumerate() {
            for second in &about[i + 1..] {
                let telling = |members: &[usize]| {
                    let at = *members.first()?;
                    Some((told[at].claim, senses.quantity(senses.get(at)?.about)))
                };
                let Some((a, b)) = telling(first).zip(telling(second)) else { continue };
                let causes = Reach::ALL.map(|reach| borrowed(a, b, reach));
                if causes == [None; Reach::ALL.len()] {
                    continue;
                }
                for (&a, &b) in first.iter().flat_map(|a| second.iter().map(move |b| (a, b))) {
                    let reach = Reach::of(days_between(told[a].known, told[b].known));
                    if let Some(cause) = causes[reach as usize].filter(|_| senses.voice(a) != senses.voice(b))
                    {
                        by_cause.entry(cause).or_default().extend([a, b]);
                    }
                }
            }
        }
        for (cause, members) in by_cause {
            let members = first_known(told, members.into_iter().collect());
            groups.push(group(told, members, Standing::Conflict, Some(cause)));
        }
    }
    groups
}

/// Leaves the first statement of each voice about each quantity.
fn one_a_quantity(senses: &Senses, members: &[usize]) -> Vec<usize> {
    let mut seen = FxHashSet::default();
    let about = |at: usize| (senses.voice(at), senses.get(at).map(|sense| sense.about));
    members.iter().copied().filter(|&at| seen.insert(about(at))).collect()
}

/// Parts that exceed their whole: the months of a year above the year.
fn impossible(told: &[Told<'_>], senses: &Senses, order: &[usize]) -> Vec<Group> {
    let mut groups = Vec::new();
    for same in buckets(order, |at| senses.get(at)?.year) {
        let same = one_a_quantity(senses, &same);
        // Of each stretch of months what asserts least as a whole: what exceeds any exceeds that.
        let mut least: Vec<usize> = Vec::new();
        for stretch in buckets(&same, |at| told[at].claim.period) {
            let high = |at: &usize| senses.get(*at).and_then(|sense| sense.interval.high);
            least.extend(stretch.into_iter().filter(|at| high(at).is_some()).min_by_key(high));
        }
        if least.len() < 2 {
            continue;
        }
        let exceeds = |part: usize, whole: usize| exceeds(told[part].claim, told[whole].claim);
        let part = same.iter().find(|&&part| least.iter().any(|&whole| exceeds(part, whole)));
        let couple =
            part.and_then(|&part| same.iter().find(|&&whole| exceeds(part, whole)).map(|&w| [part, w]));
        if let Some(couple) = couple {
            let members = first_known(told, couple.to_vec());
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
mod slow;
#[cfg(test)]
mod tests;

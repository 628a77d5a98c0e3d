//! Counts hits, text by text.

use std::collections::BTreeMap;

use serde_json::Value;

use super::agree::{attributes, get, same_core, same_event};
use super::corpus::Text;
use super::officials::Officials;
use super::places::{anchored, places};

/// What was counted in one text, or in several.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) core: u32,
    pub(super) strict: u32,
    pub(super) anchored: u32,
    pub(super) got: u32,
    pub(super) gold: u32,
    pub(super) event_hits: u32,
    pub(super) events_got: u32,
    pub(super) events_gold: u32,
    pub(super) officials: Officials,
}

impl Counts {
    pub(super) fn sum(rows: &[Self]) -> Self {
        let total = |field: fn(&Self) -> u32| rows.iter().map(field).sum();
        Self {
            core: total(|row| row.core),
            strict: total(|row| row.strict),
            anchored: total(|row| row.anchored),
            got: total(|row| row.got),
            gold: total(|row| row.gold),
            event_hits: total(|row| row.event_hits),
            events_got: total(|row| row.events_got),
            events_gold: total(|row| row.events_gold),
            officials: rows.iter().map(|row| row.officials).fold(Officials::default(), Officials::add),
        }
    }
}

/// Precision, recall and their harmonic mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Score {
    pub(super) precision: f64,
    pub(super) recall: f64,
    pub(super) f1: f64,
}

impl Score {
    pub(super) fn of(hits: u32, got: u32, gold: u32) -> Self {
        let share = |whole: u32| if whole == 0 { 0.0 } else { f64::from(hits) / f64::from(whole) };
        let (precision, recall) = (share(got), share(gold));
        let sum = precision + recall;
        Self { precision, recall, f1: if sum == 0.0 { 0.0 } else { 2.0 * precision * recall / sum } }
    }
}

/// What was counted in all texts so far.
#[derive(Default)]
pub(super) struct Tally {
    /// Language and counts of each text.
    pub(super) rows: Vec<(String, Counts)>,
    /// Counts of each kind, in the order in which the kinds were first seen.
    pub(super) kinds: Vec<(String, Counts)>,
    /// Of each attribute, how often it agreed among core hits, and how often it was compared.
    pub(super) attributes: BTreeMap<&'static str, (u32, u32)>,
}

/// How one text was scored.
pub(super) struct Scored<'a> {
    pub(super) golds: Vec<&'a Value>,
    pub(super) gots: Vec<&'a Value>,
    pub(super) pairs: Vec<(usize, usize)>,
    /// The predictions without a match that sit on a fact which is not scored.
    pub(super) on_others: Vec<usize>,
}

impl Tally {
    /// Adds one text with what was printed for it.
    pub(super) fn add<'a>(&mut self, text: &'a Text, lines: &'a [Value]) -> Scored<'a> {
        let is_other = |fact: &&Value| get(fact, "kind") == "other";
        let of_type = |wanted: &'static str| lines.iter().filter(move |line| get(line, "type") == wanted);
        let golds: Vec<&Value> = text.facts().iter().filter(|fact| !is_other(fact)).collect();
        let gots: Vec<&Value> = of_type("claim").filter(|claim| !is_other(claim)).collect();
        let pairs = matches(&golds, &gots);

        let mut row = Counts { core: count(pairs.len()), gold: count(golds.len()), ..Counts::default() };
        for (i, j) in &pairs {
            let (strict, anchored) = self.add_pair(text, golds[*i], gots[*j]);
            row.strict += u32::from(strict);
            row.anchored += u32::from(anchored);
        }
        let on_others = on_others(text, &gots, &pairs);
        row.got = count(gots.len() - on_others.len());
        for gold in &golds {
            self.kind(get(gold, "kind")).gold += 1;
        }
        for got in &gots {
            self.kind(get(got, "kind")).got += 1;
        }

        let events: Vec<&Value> = of_type("event").collect();
        row.events_got = count(events.len());
        row.events_gold = count(text.events().len());
        row.event_hits = event_hits(text.events(), events);
        row.officials = Officials::of(text, lines);
        self.rows.push((text.lang().to_owned(), row));
        Scored { golds, gots, pairs, on_others }
    }

    /// Counts one core hit and says whether it is strict, and anchored too.
    fn add_pair(&mut self, text: &Text, gold: &Value, got: &Value) -> (bool, bool) {
        let mut agreed = attributes(gold, got);
        let strict = agreed.iter().all(|(_, agrees)| *agrees);
        let anchor = anchored(&text.chars, &places(&text.chars, gold), got);
        agreed.push(("anchor", anchor));
        for (name, agrees) in agreed {
            let (hits, compared) = self.attributes.entry(name).or_default();
            *hits += u32::from(agrees);
            *compared += 1;
        }
        let kind = self.kind(get(gold, "kind"));
        kind.core += 1;
        kind.strict += u32::from(strict);
        kind.anchored += u32::from(strict && anchor);
        (strict, strict && anchor)
    }

    fn kind(&mut self, kind: &Value) -> &mut Counts {
        let name = kind.as_str().map_or_else(|| "None".to_owned(), str::to_owned);
        let index = self.kinds.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
            self.kinds.push((name, Counts::default()));
            self.kinds.len() - 1
        });
        &mut self.kinds[index].1
    }
}

/// Matches facts and predictions one to one: greedily, those that agree in most attributes first.
fn matches(golds: &[&Value], gots: &[&Value]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, gold) in golds.iter().enumerate() {
        for (j, got) in gots.iter().enumerate().filter(|(_, got)| same_core(gold, got)) {
            let agreed = attributes(gold, got).iter().filter(|(_, agrees)| *agrees).count();
            candidates.push((std::cmp::Reverse(agreed), i, j));
        }
    }
    candidates.sort_unstable();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, i, j) in candidates {
        if pairs.iter().all(|(used_i, used_j)| *used_i != i && *used_j != j) {
            pairs.push((i, j));
        }
    }
    pairs
}

/// Returns the predictions without a match that sit on a fact of kind "other".
fn on_others(text: &Text, gots: &[&Value], pairs: &[(usize, usize)]) -> Vec<usize> {
    let others = text.facts().iter().filter(|fact| get(fact, "kind") == "other");
    let off: Vec<_> = others.flat_map(|fact| places(&text.chars, fact)).collect();
    let matched = |j: usize| pairs.iter().any(|(_, used)| *used == j);
    let on = gots.iter().enumerate().filter(|(j, got)| !matched(*j) && anchored(&text.chars, &off, got));
    on.map(|(j, _)| j).collect()
}

fn event_hits(golds: &[Value], mut left: Vec<&Value>) -> u32 {
    let mut hits = 0;
    for gold in golds {
        if let Some(index) = left.iter().position(|event| same_event(gold, event)) {
            left.remove(index);
            hits += 1;
        }
    }
    hits
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

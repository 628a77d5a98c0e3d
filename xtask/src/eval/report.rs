//! What is printed of the scores.

use std::fmt::Write;

use serde_json::{Map, Value};

use super::agree::{attributes, get};
use super::corpus::Text;
use super::interval::interval;
use super::officials::Officials;
use super::places::{anchored, places};
use super::score::{Counts, Score, Scored, Tally};

const HEADER: &str = "         texts  gold   got | core P    R     F1  (80%)        | strict F1 (80%)        | anchored F1 | events F1";

/// Returns the table: all texts, each language, each kind, each attribute.
pub(super) fn table(tally: &Tally) -> String {
    let mut out = format!("{HEADER}\n");
    for (name, rows) in groups(&tally.rows) {
        out += &group(&name, &rows);
    }
    let mut kinds: Vec<_> = tally.kinds.iter().collect();
    kinds.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.gold));
    for (name, Counts { core, strict, got, gold, .. }) in kinds {
        let (core, strict) = (Score::of(*core, *got, *gold).f1, Score::of(*strict, *got, *gold).f1);
        out += &format!("  {name:18} gold {gold:4} got {got:4} core {core:5.3} strict {strict:5.3}\n");
    }
    let shares: Vec<_> =
        tally.attributes.iter().map(|(name, (hits, of))| format!("{name} {hits}/{of}")).collect();
    out += &format!("attributes among core hits: {}\n", shares.join(", "));
    for (name, rows) in groups(&tally.rows) {
        let Officials { gold, found, with_office, with_country } = Counts::sum(&rows).officials;
        out += &format!(
            "officials {name:8} of {gold:3} people at events found {found:3}, with office {with_office:3}, with country too {with_country:3}\n"
        );
    }
    out
}

/// Returns the rows of all texts, of each language, and of the two that have the fewest texts.
pub(super) fn groups(rows: &[(String, Counts)]) -> Vec<(String, Vec<Counts>)> {
    let those = |wanted: &dyn Fn(&str) -> bool| -> Vec<Counts> {
        rows.iter().filter(|(lang, _)| wanted(lang)).map(|(_, counts)| *counts).collect()
    };
    let mut langs: Vec<&str> = rows.iter().map(|(lang, _)| lang.as_str()).collect();
    langs.sort_unstable();
    langs.dedup();
    let mut groups = vec![("all".to_owned(), those(&|_| true))];
    groups.extend(langs.iter().map(|lang| ((*lang).to_owned(), those(&|other| other == *lang))));
    groups.push(("kk+uz".to_owned(), those(&|lang| lang == "kk" || lang == "uz")));
    groups
}

fn group(name: &str, rows: &[Counts]) -> String {
    let core = |rows: &[Counts]| {
        let sum = Counts::sum(rows);
        Score::of(sum.core, sum.got, sum.gold)
    };
    let strict = |rows: &[Counts]| {
        let sum = Counts::sum(rows);
        Score::of(sum.strict, sum.got, sum.gold).f1
    };
    let sum = Counts::sum(rows);
    let (core_low, core_high) = interval(rows, |rows| core(rows).f1);
    let (strict_low, strict_high) = interval(rows, strict);
    let Score { precision, recall, f1 } = core(rows);
    let anchored = Score::of(sum.anchored, sum.got, sum.gold).f1;
    let events = Score::of(sum.event_hits, sum.events_got, sum.events_gold).f1;
    format!(
        "{name:8}{:6}{:6}{:6} | {precision:5.3} {recall:5.3} {f1:5.3} ({core_low:.2}-{core_high:.2}) | {:5.3}     ({strict_low:.2}-{strict_high:.2}) | {anchored:5.3}       | {events:5.3}\n",
        rows.len(),
        sum.gold,
        sum.got,
        strict(rows),
    )
}

/// Returns what is wrong, missed and extra in one text.
pub(super) fn details(text: &Text, scored: &Scored<'_>) -> String {
    let mut out = format!("== {}\n", text.id());
    let Scored { golds, gots, pairs, .. } = scored;
    for (i, j) in pairs {
        let (gold, got) = (golds[*i], gots[*j]);
        let agreed = attributes(gold, got);
        let mut wrong: Vec<&str> =
            agreed.iter().filter(|(_, agrees)| !agrees).map(|(name, _)| *name).collect();
        if !anchored(&text.chars, &places(&text.chars, gold), got) {
            wrong.push("anchor");
        }
        if !wrong.is_empty() {
            line(&mut out, &format!("wrong {} {gold} GOT {}", wrong.join(","), compared(got)));
        }
    }
    for (_, gold) in golds.iter().enumerate().filter(|(i, _)| pairs.iter().all(|(hit, _)| hit != i)) {
        line(&mut out, &format!("missed {gold}"));
    }
    for (_, got) in gots.iter().enumerate().filter(|(j, _)| pairs.iter().all(|(_, hit)| hit != j)) {
        line(&mut out, &format!("extra  {got}"));
    }
    out
}

/// Returns the fields of a prediction that are compared.
fn compared(got: &Value) -> Value {
    let fields = ["parties", "period", "bound", "modality", "stage", "of"];
    Value::Object(
        fields.into_iter().map(|key| (key.to_owned(), get(got, key).clone())).collect::<Map<_, _>>(),
    )
}

fn line(out: &mut String, text: &str) {
    // Writing to a string does not fail.
    let _ = writeln!(out, "  {text}");
}

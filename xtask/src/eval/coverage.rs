//! `cargo xtask eval DIR --coverage`: of how many claims statistics compute a definition, with and without each source.
//!
//! Counted are the claims of the kinds that statistics can answer. One is covered where any of its definitions has a
//! value; without a source, where any has a value that rests on nothing of that source.

use super::command::Template;
use super::corpus::Text;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The kinds that statistics can answer.
const KINDS: [&str; 7] =
    ["trade_turnover", "exports", "imports", "trade_balance", "trade_growth", "trade_share", "partner_rank"];

/// How many claims have a computed definition.
#[derive(Default)]
struct Coverage {
    claims: usize,
    covered: usize,
    /// By source: how many are covered without it.
    without: BTreeMap<String, usize>,
    /// What each covered claim's definitions rest on.
    rests: Vec<Vec<BTreeSet<String>>>,
}

/// Checks every text and prints the shares.
pub(super) fn run(template: &Template, texts: &[Text]) {
    let mut coverage = Coverage::default();
    for text in texts {
        for report in template.run(&text.file, text.lang(), text.published()) {
            let results = report.get("results").and_then(Value::as_array);
            results.into_iter().flatten().for_each(|result| coverage.add(result));
        }
    }
    coverage.settle();
    println!("{} claims of kinds that statistics can answer", coverage.claims);
    println!("{:<40} {}", "with every source", coverage.share(coverage.covered));
    for (source, covered) in &coverage.without {
        println!("{:<40} {}", format!("without {source}"), coverage.share(*covered));
    }
}

impl Coverage {
    fn add(&mut self, result: &Value) {
        let kind = result.pointer("/claim/kind").and_then(Value::as_str).unwrap_or_default();
        if !KINDS.contains(&kind) {
            return;
        }
        self.claims += 1;
        let tried = result.pointer("/verdict/tried").and_then(Value::as_array);
        let computed = tried.into_iter().flatten().filter(|tried| !tried["computed"].is_null());
        let rests: Vec<BTreeSet<String>> = computed.map(sources).collect();
        if !rests.is_empty() {
            self.covered += 1;
            self.rests.push(rests);
        }
    }

    fn settle(&mut self) {
        let sources: BTreeSet<&String> = self.rests.iter().flatten().flatten().collect();
        let without = |source: &String| {
            let other = |rests: &&Vec<BTreeSet<String>>| rests.iter().any(|rests| !rests.contains(source));
            self.rests.iter().filter(other).count()
        };
        self.without = sources.into_iter().map(|source| (source.clone(), without(source))).collect();
    }

    fn share(&self, covered: usize) -> String {
        let percent = covered * 1000 / self.claims.max(1);
        format!("{:>5.1}%  {covered} of {}", percent as f64 / 10.0, self.claims)
    }
}

/// Returns the datasets that a definition's value rests on.
fn sources(tried: &Value) -> BTreeSet<String> {
    let inputs = tried["inputs"].as_array();
    inputs.into_iter().flatten().filter_map(|input| input["dataset"].as_str()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_claim_is_covered_without_a_source_where_another_answers() {
        let mut coverage = Coverage::default();
        let tried = |value: Value, datasets: &[&str]| {
            let inputs: Vec<Value> = datasets.iter().map(|dataset| json!({"dataset": dataset})).collect();
            json!({"computed": value, "inputs": inputs})
        };
        let claim =
            |kind: &str, tried: Vec<Value>| json!({"claim": {"kind": kind}, "verdict": {"tried": tried}});
        coverage.add(&claim("exports", vec![tried(json!("1"), &["a"]), tried(json!("2"), &["b"])]));
        coverage.add(&claim("imports", vec![tried(json!("1"), &["a", "b"])]));
        coverage.add(&claim("trade_share", vec![tried(Value::Null, &[])]));
        coverage.add(&claim("loan", vec![]));
        coverage.settle();
        assert_eq!((coverage.claims, coverage.covered), (3, 2));
        assert_eq!(coverage.without, BTreeMap::from([("a".to_owned(), 1), ("b".to_owned(), 1)]));
        assert_eq!(coverage.share(2), " 66.6%  2 of 3");
    }
}

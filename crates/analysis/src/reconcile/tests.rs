//! Invented statements, and what is found among them.

use super::*;
use entente_model::{ClaimKind, Quote, Stated};
use serde_json::Value;
use std::collections::BTreeSet;

/// One case of the data: statements of numbered voices, and the groups that are found.
#[derive(serde::Deserialize)]
struct Case {
    name: String,
    says: Vec<Says>,
    /// Standing, cause, number of members.
    found: BTreeSet<(String, Option<String>, usize)>,
}

/// A voice, the day from which it is known, and what differs from a turnover of Peru and Chile, with its own kind.
#[derive(serde::Deserialize)]
struct Says(u8, Date, Value);

fn claim(given: &Value) -> Claim {
    let parties = vec!["CHL".parse().unwrap(), "PER".parse().unwrap()];
    let stated = Stated { value: Decimal::ONE, step: Decimal::ONE };
    let usd = "USD".parse().unwrap();
    let quote = Quote::cut("", 0..0, 0).unwrap();
    let claim = Claim::new(ClaimKind::TradeTurnover, parties, stated, usd, quote);
    let mut wire = serde_json::to_value(claim).unwrap();
    for (key, value) in given.as_object().unwrap() {
        assert!(wire.as_object_mut().unwrap().insert(key.clone(), value.clone()).is_some(), "no key {key}");
    }
    serde_json::from_value(wire).unwrap()
}

fn found(says: &[Says]) -> BTreeSet<(String, Option<String>, usize)> {
    let documents: Vec<DocumentId> =
        says.iter().map(|s| DocumentId::of_address(&format!("https://example.org/{}", s.0))).collect();
    let ids: Vec<MentionId> =
        documents.iter().enumerate().map(|(i, document)| MentionId::new(document, "said", i)).collect();
    let claims: Vec<Claim> = says.iter().map(|s| claim(&s.2)).collect();
    let told: Vec<Told<'_>> = (0..says.len())
        .map(|i| Told {
            id: &ids[i],
            document: &documents[i],
            voice: &documents[i],
            known: says[i].1,
            claim: &claims[i],
        })
        .collect();
    let groups = reconcile(&told);
    let mut reversed = told.clone();
    reversed.reverse();
    let back = reconcile(&reversed);
    let ids = |told: &[Told<'_>], groups: &[Group]| -> Vec<Vec<String>> {
        groups.iter().map(|g| g.members.iter().map(|&at| told[at].id.to_string()).collect()).collect()
    };
    assert_eq!(ids(&told, &groups), ids(&reversed, &back), "the order of what is given matters");
    let told = |group: &Group| {
        (
            group.standing.as_str().to_owned(),
            group.cause.map(|cause| cause.as_str().to_owned()),
            group.members.len(),
        )
    };
    groups.iter().map(told).collect()
}

#[test]
fn finds_what_does_not_fit_and_nothing_else() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("cases.json")).unwrap();
    for case in &cases {
        assert_eq!(found(&case.says), case.found, "{}", case.name);
    }
    let causes: BTreeSet<&str> = cases.iter().flat_map(|c| &c.found).filter_map(|f| f.1.as_deref()).collect();
    assert_eq!(causes, Cause::ALL.iter().map(|cause| cause.as_str()).collect(), "a cause without a case");
}

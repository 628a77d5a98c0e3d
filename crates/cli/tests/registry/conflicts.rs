//! What documents say of one quantity is compared, and only what does not fit together is listed.

use crate::{Desk, text};
use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Command;

/// Files texts, each known from a day, in a registry of its own.
fn filed(texts: &[(&str, &str)]) -> Desk {
    let desk = Desk::new();
    for (at, (published, content)) in texts.iter().enumerate() {
        let path = desk.write(&format!("{at}.txt"), content);
        desk.done(&["ingest", "--published", published, &path]);
    }
    desk
}

fn conflicts(desk: &Desk, countries: [&str; 2]) -> Vec<Value> {
    let [a, b] = countries;
    let list = desk.json(&["conflicts", a, b, "--format", "json"]);
    list["items"].as_array().expect("a list").clone()
}

/// The values of one key in the statements of the conflict with a cause about a kind.
fn of<'a>(items: &'a [Value], cause: &str, kind: &str, key: &str) -> BTreeSet<&'a str> {
    let with_cause = items.iter().filter(|item| item["cause"] == cause && item["kind"] == kind);
    let statements = with_cause.filter_map(|item| item["statements"].as_array()).flatten();
    statements.filter_map(|statement| statement[key].as_str()).collect()
}

#[test]
fn a_slip_and_another_currency_are_found_in_invented_texts() {
    let desk = filed(&[
        (
            "2021-03-01",
            "Trade turnover between Chile and Peru reached $3.72 billion in 2020, the ministry said.",
        ),
        ("2021-03-02", "In 2020, trade turnover between Peru and Chile amounted to $3.72 million."),
        ("2021-03-03", "Trade turnover between Chile and Peru reached 3.72 billion euros in 2020."),
    ]);
    let items = conflicts(&desk, ["PER", "CHL"]);
    assert_eq!(
        of(&items, "scale", "trade_turnover", "value"),
        ["3720000", "3720000000"].into(),
        "{items:#?}"
    );
    assert_eq!(of(&items, "currency", "trade_turnover", "unit"), ["EUR", "USD"].into(), "{items:#?}");
    let table = desk.done(&["conflicts"]);
    assert!(table.contains("CHL-PER conflict: The same number is given in two currencies."), "{table}");
    let id =
        items.iter().find(|item| item["cause"] == "currency").expect("there")["id"].as_str().expect("an id");
    let one = desk.done(&["conflicts", "--id", id]);
    assert!(one.contains(&format!("id {id}")) && one.contains("EUR 3.72"), "{one}");
    // The second text was not known yet.
    let mut before = Command::new(env!("CARGO_BIN_EXE_entente"));
    before.args(["--database", &desk.url("r.db"), "--as-of", "2021-03-01", "conflicts", "CHL", "PER"]);
    let before = before.output().expect("the binary runs");
    assert!(text(&before.stderr).contains("nothing on file on 2021-03-01"), "{}", text(&before.stderr));
}

#[test]
fn what_a_person_says_is_no_conflict_is_told_no_more() {
    let said = "Trade turnover between Chile and Peru reached";
    let desk = filed(&[
        ("2021-03-01", &format!("{said} $3.72 billion in 2020.")),
        ("2021-03-02", &format!("{said} $3.72 million in 2020.")),
    ]);
    let id = conflicts(&desk, ["CHL", "PER"])[0]["id"].as_str().expect("an id").to_owned();
    assert!(desk.done(&["review", "CHL", "PER"]).contains(&format!("id {id}")));
    desk.done(&["review", "accept", &id, "--by", "ann"]);
    let queue = desk.done(&["review", "CHL", "PER"]);
    assert!(queue.contains("and 0 conflicts") && !queue.contains(&id), "{queue}");
    assert!(desk.done(&["conflicts", "CHL", "PER"]).contains("conflict, accepted"));
    desk.done(&["review", "reject", &id, "--seen", "1", "--by", "ben"]);
    let list = desk.run(&["conflicts", "CHL", "PER"]);
    assert!(text(&list.stderr).contains("nothing on file"), "{}", text(&list.stderr));
    assert!(desk.done(&["conflicts", "--id", &id]).contains("3.72"), "it stays on file");
    let late = desk.run(&["review", "accept", &id, "--seen", "1", "--by", "ann"]);
    assert!(!late.status.success(), "somebody has said something of it since");
    let unknown = desk.run(&["review", "reject", &format!("{}-scale", "0".repeat(32)), "--by", "ann"]);
    assert!(
        !unknown.status.success() && text(&unknown.stderr).contains("conflict:"),
        "{}",
        text(&unknown.stderr)
    );
}

#[test]
fn nothing_is_found_in_texts_that_agree() {
    let desk = filed(&[
        (
            "2021-03-01",
            "Trade turnover between Chile and Peru reached $3.72 billion in 2020, the ministry said.",
        ),
        ("2021-03-02", "In 2020, trade turnover between Peru and Chile exceeded $3.7 billion."),
        ("2021-03-03", "Trade turnover between Chile and Peru reached about $3.7 billion in 2020."),
    ]);
    let output = desk.run(&["conflicts", "CHL", "PER"]);
    assert_ne!(output.status.code(), Some(0), "{}", text(&output.stdout));
    assert!(text(&output.stderr).contains("nothing on file"), "{}", text(&output.stderr));
}

/// Texts of the world are not part of this project: where they lie beside it, they are read.
#[test]
fn texts_of_one_pair_over_the_years() {
    let Some(desk) = crate::beside::texts_of("kz-uz") else { return };
    let items = conflicts(&desk, ["KAZ", "UZB"]);
    assert_eq!(of(&items, "denominator", "trade_share", "value"), ["57"].into(), "{items:#?}");
    assert_eq!(
        of(&items, "denominator", "trade_share", "of"),
        ["CENTRAL_ASIA", "KAZ:CENTRAL_ASIA"].into(),
        "{items:#?}"
    );
    let slip = of(&items, "scale", "project_value", "value");
    assert_eq!(slip, ["3000100000", "3100000000"].into(), "{items:#?}");
    assert_eq!(of(&items, "scale", "project_value", "known"), ["2024-07-12"].into(), "{items:#?}");
}

//! The built binary, as people run it.

#![expect(clippy::expect_used, clippy::panic, reason = "the helpers of a test fail by panicking")]

use std::path::Path;
use std::process::{Command, Output};

fn entente(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_entente")).args(arguments).output().expect("the binary runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

fn check(name: &str, replace: &[(&str, &str)], as_of: &str) -> serde_json::Value {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    let mut sample = include_str!("../../observatory/data/sample.txt").to_owned();
    for (from, to) in replace {
        assert!(sample.contains(from), "{from}");
        sample = sample.replace(from, to);
    }
    std::fs::write(&path, sample).expect("written");
    let path = path.to_str().expect("a path");
    let output = entente(&["check", "--published", "2024-07-13", "--as-of", as_of, "--format", "json", path]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// The verdict on the claim whose quote begins with some words.
fn verdict<'a>(report: &'a serde_json::Value, quote: &str) -> &'a serde_json::Value {
    let results = report["results"].as_array().expect("results");
    let exact = |result: &&serde_json::Value| {
        result["claim"]["quote"]["exact"].as_str().is_some_and(|exact| exact.starts_with(quote))
    };
    &results.iter().find(exact).unwrap_or_else(|| panic!("no claim {quote}"))["verdict"]
}

#[test]
fn the_sample_is_checked() {
    let report = check("a.txt", &[], "2026-11-26");
    let share = verdict(&report, "57%");
    assert_eq!(share["outcome"], "supported_otherwise");
    assert_eq!(share["definition"], "pair_over_first_trade_with_region");
    assert!(share["computed"].as_str().is_some_and(|v| v.starts_with("56.64")), "{}", share["computed"]);
    let turnover = verdict(&report, "$4.5 billion");
    assert_eq!(
        (turnover["outcome"].as_str(), turnover["one_side_only"].as_str()),
        (Some("supported"), Some("UZB"))
    );
    let months = verdict(&report, "$1.2 billion");
    assert_eq!(
        (months["outcome"].as_str(), months["within_rounding"].as_bool()),
        (Some("supported"), Some(true))
    );
    assert_eq!(verdict(&report, "$10 billion")["outcome"], "open");
}

#[test]
fn what_was_known_decides() {
    let report = check("a.txt", &[], "2024-07-13");
    assert_ne!(verdict(&report, "$4.5 billion")["outcome"], "supported");
}

#[test]
fn other_figures_give_other_verdicts() {
    let as_of = "2026-11-26";
    let report = check("a.txt", &[("$4.5 billion", "$4.4 billion")], as_of);
    assert_eq!(verdict(&report, "$4.4 billion")["one_side_only"], "KAZ");
    let report = check("a.txt", &[("57%", "61%")], as_of);
    assert_eq!(verdict(&report, "61%")["definition"], "pair_over_second_trade_with_region");
    let report = check("a.txt", &[("57%", "23%")], as_of);
    let share = verdict(&report, "23%");
    assert!(share["tried"].as_array().expect("tried").iter().all(|tried| tried["matches"] == false));
}

#[test]
fn wrong_usage_is_told_apart() {
    assert_eq!(entente(&["check"]).status.code(), Some(2));
    assert!(text(&entente(&["check"]).stderr).contains("--sample"));
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path().to_str().expect("a path");
    assert_eq!(entente(&["extract", folder]).status.code(), Some(2));
    assert_eq!(entente(&["pair", "KAZ", "XXX"]).status.code(), Some(2));
    assert_eq!(entente(&["check", "--sample", "--as-of", "2024-02-30"]).status.code(), Some(2));
    assert_eq!(entente(&["extract", "no-such-file"]).status.code(), Some(1));
    assert_eq!(entente(&["pair", "BRA", "ARG"]).status.code(), Some(3));
    let fail_on = ["check", "--sample", "--as-of", "2026-11-26", "--fail-on", "supported", "--quiet"];
    assert_eq!(entente(&fail_on).status.code(), Some(4));
}

#[test]
fn a_pair_has_both_sides() {
    let output =
        entente(&["pair", "UZB", "KAZ", "--years", "2023", "--format", "json", "--as-of", "2026-11-26"]);
    let profile: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let exports = profile["rows"][0]["exports"].as_str().expect("a number");
    assert!(exports.starts_with("3129992906.57"), "{exports}");
    assert_eq!(profile["rows"][1]["reporter"], "UZB");
}

#[test]
fn the_same_bytes_come_out_again_and_fit_a_terminal() {
    let arguments = ["check", "--sample", "--as-of", "2026-11-26"];
    let first = entente(&arguments).stdout;
    let other =
        Command::new(env!("CARGO_BIN_EXE_entente")).args(arguments).env("LC_ALL", "ru_RU.UTF-8").output();
    assert_eq!(first, other.expect("the binary runs").stdout);
    let widest = text(&first).lines().map(|line| line.chars().count()).max();
    assert!(widest.is_some_and(|width| width <= 80), "{widest:?}");
}

#[test]
fn the_reference_is_up_to_date() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/cli.md");
    let printed = text(&entente(&["reference"]).stdout);
    assert!(
        std::fs::read_to_string(page).is_ok_and(|page| page == printed),
        "write docs/cli.md anew: entente reference"
    );
}

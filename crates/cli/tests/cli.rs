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

/// What of each claim must not move when another figure of the text does.
fn told(report: &serde_json::Value) -> Vec<(String, String, String)> {
    let results = report["results"].as_array().expect("results");
    let told = |result: &serde_json::Value| {
        let (claim, verdict) = (&result["claim"], &result["verdict"]);
        (claim["value"].to_string(), claim["period"].to_string(), verdict["outcome"].to_string())
    };
    results.iter().map(told).collect()
}

#[test]
fn one_figure_changes_one_claim() {
    let as_of = "2026-11-26";
    let before = told(&check("a.txt", &[], as_of));
    let after = told(&check("a.txt", &[("69 projects", "71 projects")], as_of));
    assert_eq!(before.len(), after.len());
    let moved: Vec<_> = before.iter().zip(&after).filter(|(before, after)| before != after).collect();
    assert_eq!(moved.len(), 1, "{moved:?}");
    assert_eq!((moved[0].0.0.as_str(), moved[0].1.0.as_str()), ("\"69\"", "\"71\""));
}

#[test]
fn another_country_gives_its_figures() {
    let country =
        [("Uzbekistan", "Kyrgyzstan"), ("Kazakh-Uzbek", "Kazakh-Kyrgyz"), ("Uzbek heads", "Kyrgyz heads")];
    let report = check("a.txt", &country.map(|(from, to)| (from, to)), "2026-11-26");
    let turnover = report["results"].as_array().expect("results").iter().find(|result| {
        result["claim"]["quote"]["exact"].as_str().is_some_and(|exact| exact.starts_with("$4.5"))
    });
    let turnover = turnover.expect("the turnover is claimed");
    assert_eq!(turnover["claim"]["parties"], serde_json::json!(["KAZ", "KGZ"]));
    // Kazakhstan reports 1.17 bn and Kyrgyzstan 1.27 bn of trade with the other in 2023: neither is 4.5.
    assert_eq!(turnover["verdict"]["outcome"], "contradicted", "{}", turnover["verdict"]["summary"]);
    let tried = turnover["verdict"]["tried"].as_array().expect("tried");
    let inputs: Vec<&str> = tried
        .iter()
        .flat_map(|tried| tried["inputs"].as_array().expect("inputs"))
        .filter_map(|input| input["observation"].as_str())
        .collect();
    assert!(!inputs.is_empty() && inputs.iter().all(|input| input.contains("KGZ")), "{inputs:?}");
}

#[test]
fn the_sample_tells_more_than_its_figures() {
    let report = check("a.txt", &[], "2026-11-26");
    let session = &report["events"][0];
    assert_eq!(
        (
            session["kind"].as_str(),
            session["ordinal"].as_u64(),
            session["date"].as_str(),
            session["place"].as_str()
        ),
        (Some("commission_session"), Some(21), Some("2024-07-12"), Some("Almaty"))
    );
    let people = session["people"].as_array().expect("people");
    let chairs: Vec<_> = people
        .iter()
        .map(|p| (p["name"].as_str(), p["office"].as_str(), p["country"].as_str(), p["role"].as_str()))
        .collect();
    let chair = |name, country| (Some(name), Some("Prime Minister"), Some(country), Some("co-chair"));
    assert_eq!(chairs, [chair("Olzhas Bektenov", "KAZ"), chair("Abdulla Aripov", "UZB")]);
    assert_eq!(session["agenda"].as_array().map(Vec::len), Some(10), "{}", session["agenda"]);
    assert!(
        report["events"]
            .as_array()
            .expect("events")
            .iter()
            .any(|e| e["kind"] == "visit" && e["status"] == "planned")
    );
    let remarks = report["remarks"].as_array().expect("remarks");
    let topics: Vec<_> = remarks.iter().filter_map(|remark| remark["topic"].as_str()).collect();
    assert_eq!(topics, ["partner_rank", "relations", "potential"]);
    assert!(
        remarks[0]["answer"].as_str().is_some_and(|answer| answer.contains("7th of 204")),
        "{}",
        remarks[0]
    );
    let project = &report["projects"][0];
    assert_eq!(
        (project["stage"].as_str(), project["regions"].as_array().map(Vec::len)),
        (Some("under_construction"), Some(2))
    );
    assert_eq!(report["author"]["name"], "Maria Example");
    let sources =
        report["results"].as_array().expect("results").iter().map(|r| &r["claim"]["attribution"]["source"]);
    assert!(sources.clone().any(|source| source.as_str().is_some_and(|s| s.contains("press service"))));
}

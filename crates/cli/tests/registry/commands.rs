//! What was filed can be asked for.

use crate::{Desk, SAMPLE, text};
use std::io::Write;
use std::process::Stdio;

fn filed() -> Desk {
    let desk = Desk::new();
    let sample = desk.write("sample.txt", SAMPLE);
    let told = desk.done(&["ingest", "--published", "2024-07-13", "--source", "kazinform", &sample]);
    assert!(told.contains("new") && told.contains("10 claims"), "{told}");
    desk
}

#[test]
fn the_chain_can_be_walked() {
    let desk = filed();
    let documents = desk.json(&["documents", "--format", "json"]);
    assert_eq!((&documents["total"], &documents["items"][0]["claims"]), (&1.into(), &10.into()));
    let id = documents["items"][0]["id"].as_str().expect("an id");
    let document = desk.json(&["document", &id[..8], "--format", "json"]);
    assert_eq!(document["document"]["id"], id);
    assert_eq!(document["claims"].as_array().map(Vec::len), Some(10));
    let claims = desk.json(&["claims", "UZB", "KAZ", "--kind", "trade_share", "--format", "json"]);
    assert_eq!(claims["total"], 1);
    let share = &claims["items"][0];
    assert_eq!(share["verdict"]["outcome"], "supported_otherwise");
    let claim = share["id"].as_str().expect("an id");
    let explained = desk.json(&["explain", &claim[..12], "--format", "json"]);
    assert_eq!(explained["filed"], true);
    assert_eq!(explained["verdict_id"], share["verdict"]["id"]);
    assert_eq!(explained["verdict"]["definition"], "pair_over_first_trade_with_region");
    assert_eq!(explained["document"]["id"], id);
    let inputs =
        explained["verdict"]["tried"].as_array().expect("tried").iter().flat_map(|t| t["inputs"].as_array());
    let with_release = |input: &serde_json::Value| {
        let (release, address) = (input["release"].as_str(), input["observation"].as_str());
        release.zip(address).is_some_and(|(release, address)| address.starts_with(&format!("{release}#")))
    };
    assert!(inputs.flatten().all(with_release));
    let by_outcome = desk.json(&["claims", "--outcome", "open", "--format", "json"]);
    assert_eq!(
        (by_outcome["total"].as_u64(), &by_outcome["items"][0]["value"]),
        (Some(1), &"10000000000".into())
    );
}

#[test]
fn an_earlier_day_has_another_answer() {
    let desk = filed();
    let claims = desk.json(&["claims", "--kind", "trade_turnover", "--format", "json"]);
    let id = claims["items"][0]["id"].as_str().expect("an id").to_owned();
    assert_eq!(desk.json(&["explain", &id, "--format", "json"])["verdict"]["outcome"], "supported");
    // The last of two days counts.
    let early = desk.json(&["explain", &id, "--format", "json", "--as-of", "2024-07-13"]);
    assert_ne!(early["verdict"]["outcome"], "supported");
    assert_eq!(early["filed"], false);
}

#[test]
fn a_registry_gives_the_verdicts_of_memory() {
    let desk = filed();
    let sample = desk.path("sample.txt");
    let sample = sample.to_str().expect("a path");
    for as_of in ["2026-11-26", "2024-07-13"] {
        let check = |registry: &str| {
            let output = std::process::Command::new(env!("CARGO_BIN_EXE_entente"))
                .args(["check", "--published", "2024-07-13", "--format", "json", sample, "--as-of", as_of])
                .args(["--database", &format!("sqlite:{}", desk.path(registry).display())])
                .output();
            output.expect("the binary runs").stdout
        };
        let (filed, memory) = (check("r.db"), check("absent.db"));
        assert!(!filed.is_empty() && filed == memory, "{as_of}");
    }
    assert!(!desk.path("absent.db").exists(), "checking writes nothing");
    for command in [["pair", "KAZ", "UZB"], ["series", "KAZ", "UZB"], ["datasets", "--format", "json"]] {
        let memory = desk.command("absent.db", &command).output().expect("the binary runs").stdout;
        assert!(!memory.is_empty() && desk.done(&command).as_bytes() == memory, "{command:?}");
    }
}

#[test]
fn checking_can_save() {
    let desk = Desk::new();
    let sample = desk.write("sample.txt", SAMPLE);
    desk.done(&["check", "--save", "--published", "2024-07-13", &sample]);
    assert_eq!(desk.json(&["claims", "--format", "json"])["total"], 10);
}

#[test]
fn lists_of_files_say_what_is_known_of_each() {
    let desk = Desk::new();
    desk.write("list/a.txt", SAMPLE);
    desk.write("list/b.txt", SAMPLE.replace("$4.5 billion", "$4.4 billion"));
    let lines = [
        r#"{"file":"a.txt","url":"https://www.inform.kz/a","outlet":"Kazinform","published":"2024-07-13","lang":"en"}"#,
        r#"{"file":"b.txt","url":null,"outlet":null,"published":"2023-02-01","lang":null}"#,
        r#"{"file":"none.txt"}"#,
    ];
    let manifest = desk.write("list/manifest.jsonl", lines.join("\n"));
    let output = desk.run(&["ingest", "--manifest", &manifest]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("none.txt"), "{}", text(&output.stderr));
    let documents = desk.json(&["documents", "--format", "json"]);
    let items = documents["items"].as_array().expect("a list");
    let of = |key: &str| items.iter().map(|item| item[key].as_str().unwrap_or("-")).collect::<Vec<_>>();
    assert_eq!(of("published"), ["2024-07-13", "2023-02-01"]);
    assert_eq!(of("url"), ["https://www.inform.kz/a", "-"]);
    assert_eq!(desk.json(&["documents", "--since", "2024-01-01", "--format", "json"])["total"], 1);
}

#[test]
fn a_text_can_come_by_standard_input_and_change() {
    let desk = Desk::new();
    let ingest = |content: &str| {
        let arguments = ["ingest", "--url", "https://outlet.example/one", "--published", "2024-07-13", "-"];
        let mut child = desk.command("r.db", &arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let child = child.as_mut().expect("the binary runs");
        child.stdin.take().expect("a pipe").write_all(content.as_bytes()).expect("written");
        let mut told = String::new();
        std::io::Read::read_to_string(&mut child.stdout.take().expect("a pipe"), &mut told).expect("read");
        assert!(child.wait().expect("ended").success());
        told
    };
    assert!(ingest(SAMPLE).contains("  new "));
    assert!(ingest(SAMPLE).contains("  unchanged "));
    let before = desk.json(&["claims", "--format", "json"]);
    assert!(ingest(&SAMPLE.replace("$10 billion", "$15 billion")).contains("  changed "));
    let after = desk.json(&["claims", "--format", "json"]);
    let ids = |list: &serde_json::Value| -> Vec<String> {
        list["items"].as_array().expect("a list").iter().map(|item| item["id"].to_string()).collect()
    };
    let (before, after) = (ids(&before), ids(&after));
    assert_eq!((before.len(), after.len()), (10, 10));
    assert_eq!(before.iter().filter(|id| after.contains(id)).count(), 9, "nine claims keep their address");
    let documents = desk.json(&["documents", "--format", "json"]);
    assert_eq!(documents["total"], 1);
}

#[test]
fn upkeep_finds_nothing_to_do_twice() {
    let desk = filed();
    assert!(desk.done(&["maintenance", "reextract"]).contains("1 documents read again, 0 readings are new"));
    assert!(desk.done(&["maintenance", "recheck"]).contains("0 verdicts are new"));
    let early = desk.done(&["maintenance", "recheck", "--as-of", "2024-07-13"]);
    assert!(early.contains("10 verdicts are new"), "{early}");
}

#[test]
fn every_answer_fits_a_terminal() {
    let desk = filed();
    let id = desk.json(&["documents", "--format", "json"])["items"][0]["id"].to_string().replace('"', "");
    let claim = desk.json(&["claims", "--format", "json"])["items"][0]["id"].to_string().replace('"', "");
    let commands: [&[&str]; 9] = [
        &["documents"],
        &["document", &id],
        &["claims"],
        &["explain", &claim],
        &["pair", "KAZ", "UZB", "--years", "2021-2023"],
        &["series", "KAZ", "UZB"],
        &["definitions"],
        &["sources"],
        &["datasets"],
    ];
    for command in commands {
        let told = desk.done(command);
        let widest = told.lines().max_by_key(|line| line.chars().count()).unwrap_or_default();
        assert!(widest.chars().count() <= 80, "{command:?}: {widest}");
    }
}

#[test]
fn what_is_not_on_file_is_told_apart() {
    let desk = Desk::new();
    for command in
        [&["documents"][..], &["claims"], &["authors"], &["document", "abcdef"], &["explain", "abcdef"]]
    {
        let output = desk.run(command);
        assert_eq!(output.status.code(), Some(3), "{command:?}");
        assert!(text(&output.stderr).contains("there is no registry"), "{command:?}");
    }
    let desk = filed();
    for command in [&["claims", "BRA", "ARG"][..], &["document", "abcdef"], &["explain", "0000000"]] {
        assert_eq!(desk.run(command).status.code(), Some(3), "{command:?}");
    }
    for command in [
        &["claims", "KAZ"][..],
        &["claims", "KAZ", "KAZ"],
        &["explain", "xyz"],
        &["documents", "--source", "nobody"],
    ] {
        assert_eq!(desk.run(command).status.code(), Some(2), "{command:?}");
    }
}

#[test]
fn the_list_of_tokens_fits_and_keeps_ids_whole() {
    let desk = Desk::new();
    for (role, label) in [("editor", "the secretariat of the commission"), ("reader", "")] {
        assert!(desk.done(&["token", "create", "--role", role, "--label", label]).starts_with("entente_"));
    }
    let list = desk.done(&["token", "list"]);
    assert!(list.lines().all(|line| line.chars().count() <= 80), "{list}");
    let ids: Vec<&str> = list
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|word| word.len() == 32 && word.bytes().all(|b| b.is_ascii_hexdigit()))
        .collect();
    assert_eq!(ids.len(), 2, "{list}");
    let revoked = desk.done(&["token", "revoke", ids[0]]);
    assert_eq!(revoked, format!("token {} is revoked\n", ids[0]));
}

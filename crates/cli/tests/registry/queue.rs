//! `ingest --queue`: several programs that are given the same inputs divide them, on a file and on a server.

use crate::schema::Schema;
use crate::{Desk, SAMPLE, text};
use std::collections::BTreeSet;
use std::process::{Child, Stdio};

/// So many texts, of one claim each but for the first.
const TEXTS: usize = 300;
const PROCESSES: usize = 3;

/// Three programs take the same folder from one queue; each text is taken by one of them, and filed once.
fn divided(desk: &Desk, database: &str) {
    desk.write("texts/000.txt", SAMPLE);
    for n in 1..TEXTS {
        let sentence =
            format!("Trade turnover between Kazakhstan and Uzbekistan reached ${n}.5 billion in 2023.\n");
        desk.write(&format!("texts/{n:03}.txt"), sentence);
    }
    let folder = desk.path("texts").to_str().expect("a path").to_owned();
    let ingest = ["ingest", "--queue", "--threads", "1", "--published", "2024-07-13", &folder];
    let start = |_| {
        let mut command = desk.command_at(database, &ingest);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary runs")
    };
    let processes: Vec<Child> = (0..PROCESSES).map(start).collect();
    let mut told = Vec::new();
    for process in processes {
        let output = process.wait_with_output().expect("ended");
        assert!(output.status.success(), "{}", text(&output.stderr));
        told.extend(text(&output.stdout).lines().map(str::to_owned));
    }
    assert_eq!(told.len(), TEXTS, "each text is told of once, by the one that took it");
    assert_eq!(told.iter().collect::<BTreeSet<_>>().len(), TEXTS, "no text is told of twice");
    assert!(told.iter().all(|line| line.contains("  new ")), "each is new");
    let again = desk.command_at(database, &ingest).output().expect("the binary runs");
    assert!(again.status.success() && again.stdout.is_empty(), "nothing is left to take");
    let verify = desk.command_at(database, &["maintenance", "verify"]).output().expect("the binary runs");
    let verified = text(&verify.stdout);
    let expected = format!("{TEXTS} documents, {} claims", TEXTS + 9);
    assert!(verify.status.success() && verified.contains(&expected), "{verified}");
}

#[test]
fn three_processes_divide_a_folder_on_a_file() {
    let desk = Desk::new();
    divided(&desk, &desk.url("r.db"));
}

#[test]
fn three_processes_divide_a_folder_on_a_server() {
    let desk = Desk::new();
    let Some(schema) = Schema::make(&desk, "queue") else { return };
    divided(&desk, &schema.url);
    schema.leave();
}

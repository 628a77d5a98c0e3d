//! Killed in the middle of filing: what is on file is whole, and going on ends where an unbroken run ends.

use crate::{Desk, SAMPLE, bytes_of, text};
use std::process::Stdio;
use std::time::{Duration, Instant};

pub(crate) const TEXTS: u64 = 200;
/// So many runs are killed at a moment that is drawn.
const MOMENTS: u32 = 50;
/// So many texts each of them files: the moments fall into making the registry, filing and ending alike.
const TEXTS_OF_A_MOMENT: u64 = 60;

/// A generator of numbers (xorshift64*, Vigna 2016), seeded.
pub(crate) struct Draws(pub(crate) u64);

impl Draws {
    pub(crate) fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % n
    }
}

/// Texts that differ in their figures, two in ten of them the same as another.
pub(crate) fn texts(desk: &Desk, count: u64) -> String {
    let mut draws = Draws(7);
    for n in 0..count {
        let (bn, projects) = (2 + draws.below(80), 10 + draws.below(160));
        let sample = SAMPLE
            .replace("$4.5 billion", &format!("${bn}.3 billion"))
            .replace("69 ", &format!("{projects} "));
        desk.write(&format!("texts/{n:03}.txt"), sample);
    }
    desk.path("texts").to_str().expect("a path").to_owned()
}

pub(crate) fn ingest(folder: &str) -> [&str; 5] {
    ["ingest", "--quiet", "--published", "2024-07-13", folder]
}

/// Checks that the registry is whole, and that what is on file is what `extract` gives.
pub(crate) fn is_whole(desk: &Desk, database: &str) -> u64 {
    let verify = desk.command_at(database, &["maintenance", "verify"]).output().expect("the binary runs");
    let told = text(&verify.stdout);
    assert!(verify.status.success() && told.contains("\n0 faults"), "{told}{}", text(&verify.stderr));
    let list = desk.command_at(database, &["documents", "--format", "json", "--limit", "100000"]).output();
    let list = list.expect("the binary runs");
    if list.status.code() == Some(3) {
        return 0;
    }
    let list: serde_json::Value = serde_json::from_slice(&list.stdout).expect("JSON");
    let documents = list["items"].as_array().expect("a list");
    documents.iter().for_each(|document| assert_eq!(document["claims"], 10, "{document}"));
    documents.len() as u64
}

/// Goes on after a kill and compares with an unbroken run.
fn ends_the_same(desk: &Desk, name: &str, folder: &str, unbroken: &[(String, Vec<u8>)]) {
    let output = desk.command(name, &ingest(folder)).output().expect("the binary runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let bytes = bytes_of(desk, name);
    assert_eq!(bytes.len(), unbroken.len(), "{name}: blobs");
    assert!(bytes == unbroken, "{name}: the bytes differ from those of an unbroken run");
    for file in ["", ".copy"] {
        let path = desk.path(&format!("{name}{file}"));
        std::fs::remove_file(&path).expect("removed");
        std::fs::remove_dir_all(format!("{}.blobs", path.display())).expect("removed");
    }
}

#[test]
fn killed_after_each_step_nothing_is_half_filed() {
    let desk = Desk::new();
    let folder = texts(&desk, TEXTS);
    desk.done(&ingest(&folder));
    let unbroken = bytes_of(&desk, "r.db");
    for step in ["blob-written", "transaction-open", "before-commit", "after-commit"] {
        for document in [1, 77] {
            let (name, stop) = (format!("{step}-{document}.db"), format!("{step}:{document}"));
            let mut command = desk.command(&name, &ingest(&folder));
            let killed = command.args(["--stop-after", &stop]).stderr(Stdio::null()).output();
            let killed = killed.expect("the binary runs");
            assert!(!killed.status.success(), "{stop} was not reached");
            let on_file = is_whole(&desk, &desk.url(&name));
            let distinct = u64::from(step == "after-commit");
            assert!(on_file + 1 == document + distinct, "{stop}: {on_file} documents on file");
            ends_the_same(&desk, &name, &folder, &unbroken);
        }
    }
}

#[test]
fn killed_at_any_moment_nothing_is_half_filed() {
    let desk = Desk::new();
    let folder = texts(&desk, TEXTS_OF_A_MOMENT);
    let start = Instant::now();
    desk.done(&ingest(&folder));
    let whole = start.elapsed();
    let unbroken = bytes_of(&desk, "r.db");
    let mut draws = Draws(11);
    let mut micros = u64::try_from(whole.as_micros()).expect("short");
    let (mut moment, mut broken) = (0, 0);
    while broken < MOMENTS {
        moment += 1;
        assert!(moment <= 4 * MOMENTS, "only {broken} of {moment} runs were killed before their end");
        let name = format!("moment-{moment}.db");
        let start = Instant::now();
        let mut command = desk.command(&name, &ingest(&folder));
        let mut child = command.stdout(Stdio::null()).spawn().expect("the binary runs");
        std::thread::sleep(Duration::from_micros(draws.below(micros)));
        child.kill().expect("killed");
        if child.wait().expect("ended").success() {
            // It was faster than the one that was measured: the next moments lie closer.
            micros = micros.min(u64::try_from(start.elapsed().as_micros()).expect("short"));
        } else {
            broken += 1;
        }
        if desk.path(&name).exists() {
            // The registry itself may have been made only in part; opening it to write goes on with that.
            let migrated =
                desk.command(&name, &["maintenance", "migrate"]).output().expect("the binary runs");
            assert!(migrated.status.success(), "moment {moment}: {}", text(&migrated.stderr));
            is_whole(&desk, &desk.url(&name));
        }
        ends_the_same(&desk, &name, &folder, &unbroken);
    }
}

#[test]
fn one_thread_and_two_give_the_same_bytes() {
    let desk = Desk::new();
    let folder = texts(&desk, TEXTS);
    for (name, threads) in [("one.db", "1"), ("two.db", "2")] {
        let mut command = desk.command(name, &ingest(&folder));
        assert!(command.args(["--threads", threads]).status().expect("the binary runs").success());
    }
    assert!(bytes_of(&desk, "one.db") == bytes_of(&desk, "two.db"));
}

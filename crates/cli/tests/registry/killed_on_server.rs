//! Killed in the middle of filing on a PostgreSQL server: as on SQLite, nothing is half filed.

use crate::Desk;
use crate::killed::{Draws, TEXTS, ingest, is_whole, texts};
use crate::schema::Schema;
use crate::text;
use std::process::Stdio;
use std::time::{Duration, Instant};

/// So many runs are killed at a moment that is drawn.
const MOMENTS: u32 = 5;

#[test]
fn killed_after_each_step_on_a_server_nothing_is_half_filed() {
    let desk = Desk::new();
    let Some(unbroken) = Schema::make(&desk, "each_step") else { return };
    let folder = texts(&desk, TEXTS);
    finish(&desk, &unbroken, &folder);
    let expected = unbroken.fingerprint();
    for (step, document) in
        [("blob-written", 1), ("transaction-open", 77), ("before-commit", 77), ("after-commit", 1)]
    {
        let stop = format!("{step}:{document}");
        let schema = Schema::make(&desk, &step.replace('-', "_")).expect("as before");
        let mut command = desk.command_at(&schema.url, &ingest(&folder));
        let killed = command.args(["--stop-after", &stop]).stderr(Stdio::null()).output();
        assert!(!killed.expect("the binary runs").status.success(), "{stop} was not reached");
        let on_file = is_whole(&desk, &schema.url);
        let committed = u64::from(step == "after-commit");
        assert_eq!(on_file + 1, document + committed, "{stop}: {on_file} documents on file");
        finish(&desk, &schema, &folder);
        assert_eq!(schema.fingerprint(), expected, "{stop}: the tables differ from those of an unbroken run");
        schema.leave();
    }
    unbroken.leave();
}

fn finish(desk: &Desk, schema: &Schema, folder: &str) {
    let output = desk.command_at(&schema.url, &ingest(folder)).output().expect("the binary runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
}

#[test]
fn killed_at_any_moment_on_a_server_nothing_is_half_filed() {
    let desk = Desk::new();
    let Some(unbroken) = Schema::make(&desk, "unbroken") else { return };
    let folder = texts(&desk, TEXTS);
    let start = Instant::now();
    finish(&desk, &unbroken, &folder);
    let mut micros = u64::try_from(start.elapsed().as_micros()).expect("short");
    let expected = unbroken.fingerprint();
    assert!(expected.iter().any(|(table, rows, _)| table == "documents" && *rows > 0), "{expected:?}");
    let mut draws = Draws(13);
    let (mut moment, mut broken) = (0, 0);
    while broken < MOMENTS {
        moment += 1;
        assert!(moment <= 4 * MOMENTS, "only {broken} of {moment} runs were killed before their end");
        let schema = Schema::make(&desk, &format!("moment_{moment}")).expect("as before");
        let start = Instant::now();
        let mut command = desk.command_at(&schema.url, &ingest(&folder));
        let mut child = command.stdout(Stdio::null()).spawn().expect("the binary runs");
        std::thread::sleep(Duration::from_micros(draws.below(micros)));
        child.kill().expect("killed");
        if child.wait().expect("ended").success() {
            // It was faster than the one that was measured: the next moments lie closer.
            micros = micros.min(u64::try_from(start.elapsed().as_micros()).expect("short"));
        } else {
            broken += 1;
        }
        // The tables themselves may have been made only in part; opening the registry to write goes on with that.
        let migrated = desk.command_at(&schema.url, &["maintenance", "migrate"]).output().expect("it runs");
        assert!(migrated.status.success(), "moment {moment}: {}", text(&migrated.stderr));
        assert!(is_whole(&desk, &schema.url) <= TEXTS);
        finish(&desk, &schema, &folder);
        assert_eq!(
            schema.fingerprint(),
            expected,
            "moment {moment}: the tables differ from those of an unbroken run"
        );
        schema.leave();
    }
    unbroken.leave();
}

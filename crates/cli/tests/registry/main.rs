//! The built binary over a registry.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "the helpers of a test fail by panicking, and say what is skipped"
)]

mod beside;
mod brief;
mod changes;
mod commands;
mod conflicts;
mod faults;
mod killed;
mod killed_on_server;
mod load;
mod load_fetched;
mod many_machines;
mod printed;
mod queue;
mod register;
mod schema;
mod serve;
mod told;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A folder of its own with a place for a registry; nothing of this user's is looked at.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(&path, content).expect("written");
        path.to_str().expect("a path").to_owned()
    }

    /// Prepares a command over the registry `name`, with a fixed present.
    fn command(&self, name: &str, arguments: &[&str]) -> Command {
        self.command_at(&self.url(name), arguments)
    }

    /// Returns the address of the registry `name` in this folder.
    fn url(&self, name: &str) -> String {
        format!("sqlite:{}", self.path(name).display())
    }

    /// Prepares a command over the registry at an address, with a fixed present.
    fn command_at(&self, database: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_entente"));
        command.env_remove("ENTENTE_DATABASE").env("HOME", self.folder.path());
        command.args(["--database", database]);
        command.args(["--now", "2026-11-26T12:00:00Z"]);
        // A server is asked for a day by each request.
        if arguments.first() != Some(&"serve") {
            command.args(["--as-of", "2026-11-26"]);
        }
        command.args(arguments);
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command("r.db", arguments).output().expect("the binary runs")
    }

    /// Runs a command that must succeed and returns what it printed.
    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    fn json(&self, arguments: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.done(arguments)).expect("JSON")
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

const SAMPLE: &str = include_str!("../../../observatory/data/sample.txt");

/// Copies the registry in one piece and returns the bytes of the copy and of its blobs, by name.
fn bytes_of(desk: &Desk, name: &str) -> Vec<(String, Vec<u8>)> {
    let copy = desk.path(&format!("{name}.copy"));
    let output = desk.command(name, &["maintenance", "backup", copy.to_str().expect("a path")]).output();
    let output = output.expect("the binary runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let mut files = vec![("registry".to_owned(), std::fs::read(&copy).expect("read"))];
    let mut blobs = copy.into_os_string();
    blobs.push(".blobs");
    if Path::new(&blobs).exists() {
        files_in(Path::new(&blobs), &mut files);
    }
    files.sort();
    files
}

fn files_in(folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files_in(&path, files);
        } else {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            files.push((name, std::fs::read(&path).expect("read")));
        }
    }
}

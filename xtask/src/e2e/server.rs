//! The server that is looked at, over a registry of texts of our own wording.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::bail;
use tempfile::TempDir;

use crate::service::Service;
use crate::workspace;

/// The present, so that pages and pictures of them are the same on every day.
const NOW: &str = "2026-11-26T12:00:00Z";
const TODAY: &str = "2026-11-26";

/// A server that is looked at.
pub(super) struct Server {
    address: String,
    /// The token of an editor, where one was made for this.
    token: Option<String>,
    /// It, and the folder of its registry, where it was started for this.
    _started: Option<(Service, TempDir)>,
}

impl Server {
    /// Takes one that runs already.
    pub(super) fn at(address: &str) -> Self {
        Self { address: address.trim_end_matches('/').to_owned(), token: None, _started: None }
    }

    /// Returns the address: `http://127.0.0.1:1234`.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// Returns the token of an editor; none of a server that ran already.
    pub(super) fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// Returns host and port.
    pub(super) fn host(&self) -> &str {
        self.address.trim_start_matches("http://")
    }

    /// Builds the programs, files the texts, starts the server, and waits until it is ready.
    pub(super) fn start() -> anyhow::Result<Self> {
        let programs = workspace::build(false)?;
        let folder = tempfile::tempdir()?;
        let database = format!("sqlite:{}", folder.path().join("registry.db").display());
        let texts = workspace::root().join("xtask/e2e/manifest.jsonl");
        let sample = workspace::root().join("crates/observatory/data/sample.txt");
        file(&programs, &database, &["--manifest".as_ref(), texts.as_os_str()])?;
        file(&programs, &database, &["--published".as_ref(), "2024-07-13".as_ref(), sample.as_os_str()])?;
        for what in ["items", "projects", "agreements"] {
            let table = workspace::root().join(format!("xtask/e2e/register/{what}.csv"));
            let by: [&OsStr; 4] =
                ["import".as_ref(), what.as_ref(), "--by".as_ref(), "Example Secretariat".as_ref()];
            run(&programs, &database, &[&by[..], &[table.as_os_str()]].concat())?;
        }
        let token = token(&programs, &database)?;
        let mut command = Command::new(programs.join("entente-server"));
        command.args(["--bind", "127.0.0.1:0", "--database", &database, "--now", NOW]);
        let service = Service::start(command.stderr(Stdio::inherit()))?;
        Ok(Self {
            address: service.address().to_owned(),
            token: Some(token),
            _started: Some((service, folder)),
        })
    }
}

fn file(programs: &Path, database: &str, what: &[&OsStr]) -> anyhow::Result<()> {
    run(programs, database, &[&["ingest".as_ref()], what].concat())
}

fn run(programs: &Path, database: &str, what: &[&OsStr]) -> anyhow::Result<()> {
    workspace::finish(entente(programs, database).args(what).stdout(Stdio::null()))
}

fn entente(programs: &Path, database: &str) -> Command {
    let mut command = Command::new(programs.join("entente"));
    command.args(["--database", database, "--as-of", TODAY, "--now", NOW, "--quiet"]);
    command
}

/// Makes the token of an editor.
fn token(programs: &Path, database: &str) -> anyhow::Result<String> {
    let mut command = entente(programs, database);
    let made = command.args(["token", "create", "--role", "editor", "--label", "Aigul Example"]).output()?;
    if !made.status.success() {
        bail!("no token is made: {}", String::from_utf8_lossy(&made.stderr));
    }
    Ok(String::from_utf8(made.stdout)?.trim().to_owned())
}

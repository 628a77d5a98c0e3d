//! `cargo xtask pg -- COMMAND…`: runs a command beside a PostgreSQL server that is thrown away afterwards.

mod programs;

use std::fs;
use std::io::Read;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, bail};
use tempfile::TempDir;

use crate::workspace;
pub(crate) use programs::Programs;

/// The variable that tests find the server in.
pub(crate) const VARIABLE: &str = "ENTENTE_TEST_POSTGRES";

/// What a server that is thrown away need not do, and room for tests that run at once.
const SETTINGS: &str =
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200";

/// Waits until its standard input ends, which it does when the program that started it is gone for whatever reason;
/// then stops the server and removes its folder.
const KEEPER: &str = r#"cat; cd /; "$1" -D "$2/data" -s -w -m immediate stop; rm -rf "$2""#;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The command; it finds the server's address in ENTENTE_TEST_POSTGRES
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true, value_name = "COMMAND")]
    pub(crate) command: Vec<String>,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<()> {
    let cluster = Cluster::start(&Programs::find()?)?;
    let (name, rest) = args.command.split_first().context("no command")?;
    let status = Command::new(name).args(rest).env(VARIABLE, cluster.url()).status();
    let status = status.with_context(|| format!("cannot start {name}"))?;
    // A command shown with its variables would show the password.
    if !status.success() {
        bail!("{} failed: {status}", args.command.join(" "));
    }
    Ok(())
}

/// A server in a temporary folder. It is stopped and removed when this is dropped, and when this program is killed.
pub(crate) struct Cluster {
    url: String,
    keeper: Child,
    folder: TempDir,
}

impl Cluster {
    pub(crate) fn start(programs: &Programs) -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new().prefix("entente-pg-").tempdir()?;
        let (password, port) = (password()?, free_port()?);
        fs::write(folder.path().join("password"), &password)?;
        programs.give(folder.path())?;
        // Before there is a server: from here on nothing is left behind.
        let keeper = keeper(programs, folder.path())?;
        let url = format!("postgres://entente:{password}@127.0.0.1:{port}/postgres");
        let cluster = Self { url, keeper, folder };
        initialise(programs, cluster.folder.path())?;
        launch(programs, cluster.folder.path(), port)?;
        Ok(cluster)
    }

    /// Returns the address of the server, with the password.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        let stopped = self.keeper.wait().is_ok_and(|status| status.success());
        if !stopped {
            eprintln!("the server in {} may still be there", self.folder.path().display());
        }
    }
}

/// Starts the process that stops the server. What a terminal sends to this program does not reach it.
fn keeper(programs: &Programs, folder: &Path) -> anyhow::Result<Child> {
    let mut keeper = programs.command(Path::new("sh"), folder);
    keeper.args(["-c", KEEPER, "sh"]).arg(programs.path("pg_ctl")).arg(folder);
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut keeper, 0);
    keeper.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    keeper.spawn().with_context(|| format!("cannot start {keeper:?}"))
}

/// Makes the files of a server. The socket stands in a folder that only its user enters; by TCP the password is asked.
fn initialise(programs: &Programs, folder: &Path) -> anyhow::Result<()> {
    let init = |more: &[&str]| {
        let mut init = programs.command(&programs.path("initdb"), folder);
        init.arg("-D").arg(folder.join("data")).arg("--pwfile").arg(folder.join("password"));
        init.args(["-U", "entente", "--auth-local=trust", "--auth-host=scram-sha-256"]);
        init.args(["--encoding=UTF8", "--locale=C", "--no-sync"]).args(more).stdout(Stdio::null());
        init
    };
    // The default order is that of a language, so that a column that should sort by bytes and does not is found.
    let mut with_language = init(&["--locale-provider=icu", "--icu-locale=en"]);
    if with_language.stderr(Stdio::null()).status().is_ok_and(|status| status.success()) {
        return Ok(());
    }
    println!("this PostgreSQL has no order of a language; that texts sort by bytes is not tested");
    workspace::finish(&mut init(&[]))
}

fn launch(programs: &Programs, folder: &Path, port: u16) -> anyhow::Result<()> {
    let log = folder.join("log");
    let options = format!("-p {port} -h 127.0.0.1 -k '{}' {SETTINGS}", folder.display());
    let mut start = programs.command(&programs.path("pg_ctl"), folder);
    start.arg("-D").arg(folder.join("data")).arg("-l").arg(&log).args(["-w", "-s", "-o", &options, "start"]);
    // The server would hold this program's output open for as long as it runs.
    start.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    workspace::finish(&mut start).with_context(|| fs::read_to_string(&log).unwrap_or_default())
}

/// Returns a password that nobody guesses: other users of this machine reach the port too.
fn password() -> anyhow::Result<String> {
    let mut bytes = [0; 16];
    fs::File::open("/dev/urandom").and_then(|mut random| random.read_exact(&mut bytes))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

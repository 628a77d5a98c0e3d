//! `cargo xtask bench server`: a release server on one core over a registry of a million claims, asked by wrk from the
//! others.

mod load;
pub(super) mod made;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, bail};
use serde_json::Value;

use crate::service::Service;
use crate::{http, pg, workspace};
use load::{Measured, Wrk};

/// The most memory that the server may have held, in megabytes.
const MEMORY_BAR: f64 = 300.0;
/// The most that one request in a hundred may take, in milliseconds.
const TAIL_BAR: f64 = 25.0;
/// How deep the cursor of the deep list stands.
const DEEP: usize = 50;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Measure on a PostgreSQL server that is thrown away, in place of SQLite; its figures are printed and not judged
    #[arg(long)]
    postgres: bool,
    /// How many documents are on file, ten claims each
    #[arg(long, default_value_t = 100_000)]
    documents: u32,
    /// How many seconds each request is asked for
    #[arg(long, default_value_t = 5)]
    seconds: u32,
}

/// One kind of request.
struct Case {
    name: &'static str,
    path: String,
    /// What of `load.lua` makes the requests; none asks for the path each time.
    made: Option<&'static str>,
    /// How many connections ask at once.
    connections: u32,
    /// Requests a second that must be reached.
    bar: Option<f64>,
    /// Whether one in a hundred may not take longer than the bar for that.
    has_tail_bar: bool,
}

impl Case {
    fn new(name: &'static str, path: impl Into<String>) -> Self {
        Self { name, path: path.into(), made: None, connections: 32, bar: None, has_tail_bar: false }
    }

    fn made(self, how: &'static str) -> Self {
        Self { made: Some(how), ..self }
    }

    fn tail(self) -> Self {
        Self { has_tail_bar: true, ..self }
    }

    fn bar(self, bar: f64) -> Self {
        Self { bar: Some(bar), has_tail_bar: true, ..self }
    }
}

/// What is asked. Where each list is new and the server is busy throughout, one of 32 waits for the others: with the 300 a
/// second that are asked for, that is 107 ms, however it works. Their tail is judged with 8 connections, and printed with 32.
fn cases(deep: &str, claim: &Value) -> Vec<Case> {
    let of = |name: &str| claim[name].as_str().unwrap_or_default().to_owned();
    let list = |rest: &str| format!("/api/v1/claims?limit=20{rest}");
    vec![
        Case::new("/healthz", "/healthz"),
        Case::new("pair profile", "/api/v1/pairs/KAZ-UZB").bar(3000.0),
        Case::new("claims", list("")).bar(1500.0),
        Case::new("claims of a pair", list("&pair=KAZ-UZB")).bar(1500.0),
        Case::new("claims by kind, outcome", list("&kind=exports&outcome=contradicted")).bar(1500.0),
        Case::new("claims, deep cursor", list(&format!("&cursor={deep}"))).bar(1500.0),
        Case { has_tail_bar: false, ..Case::new("claims, each new", list("")).made("list-cold").bar(300.0) },
        Case {
            connections: 8,
            ..Case::new("claims, each new, 8 at once", list("")).made("list-cold").tail()
        },
        Case::new("pair profile, each new", "/api/v1/pairs/KAZ-UZB").made("profile-cold"),
        Case::new("check of 2.4 KB", "/api/v1/check").made("check").bar(1000.0),
        Case::new("home page", "/").tail(),
        Case::new("pair page", "/pairs/KAZ-UZB").tail(),
        Case::new("claim page", format!("/claims/{}", of("id"))).tail(),
        Case::new("document page", format!("/documents/{}", of("document"))).tail(),
    ]
}

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let wrk = Wrk::find()?;
    let programs = workspace::build(true)?;
    let made = made::Made { documents: args.documents };
    let cluster = if args.postgres { Some(pg::Cluster::start(&pg::Programs::find()?)?) } else { None };
    let folder = tempfile::tempdir()?;
    let url = match &cluster {
        Some(cluster) => format!("{}?blobs={}", cluster.url(), folder.path().display()),
        None => made.sqlite()?,
    };
    if cluster.is_some() {
        made.fill(&url)?;
    }
    let service = start(&programs, &url)?;
    let missed = measure_all(&service, &wrk, args.seconds)?;
    match (missed.is_empty(), args.postgres) {
        (true, _) => Ok(()),
        // The bars are SQLite's: PostgreSQL's own processes work beside wrk on the other core.
        (false, true) => {
            println!("not reached on PostgreSQL: {}", missed.join("; "));
            Ok(())
        }
        (false, false) => bail!("bars missed: {}", missed.join("; ")),
    }
}

/// Starts the server on the first core, without a limit for each client.
fn start(programs: &Path, url: &str) -> anyhow::Result<Service> {
    let mut command = Command::new("taskset");
    command.args(["-c", "0"]).arg(programs.join("entente-server"));
    command.args(["--bind", "127.0.0.1:0", "--database", url]).stderr(Stdio::null());
    Service::start(&mut command)
}

/// Measures every case and returns the bars that were missed.
fn measure_all(service: &Service, wrk: &Wrk, seconds: u32) -> anyhow::Result<Vec<String>> {
    let deep = deep_cursor(service)?;
    let claim = newest_claim(service)?;
    let mut missed = Vec::new();
    let mut health = None;
    let head = ["a second", "bar", "p50 ms", "p99 ms", "bar", "of /healthz"];
    println!(
        "{:27} {:>8} {:>6} {:>8} {:>8} {:>4} {:>11}",
        "", head[0], head[1], head[2], head[3], head[4], head[5]
    );
    for case in cases(&deep, &claim) {
        let measured =
            wrk.run(&format!("{}{}", service.address(), case.path), case.made, case.connections, seconds);
        let measured = measured.with_context(|| case.name)?;
        let health = *health.get_or_insert(measured.rate);
        let shown = case.bar.map_or_else(String::new, |bar| format!("{bar:.0}"));
        let Measured { rate, p50, p99, .. } = measured;
        let tail = if case.has_tail_bar { format!("{TAIL_BAR:.0}") } else { String::new() };
        let of_health = rate / health;
        println!("{:27} {rate:8.0} {shown:>6} {p50:8.2} {p99:8.2} {tail:>4} {of_health:11.3}", case.name);
        missed.extend(judge(&case, &measured));
    }
    let (peak, now) = (memory(service.id(), "VmHWM")?, memory(service.id(), "VmRSS")?);
    println!("memory: {peak:.0} MB at most, {now:.0} MB at the end (bar {MEMORY_BAR:.0})");
    if peak > MEMORY_BAR {
        missed.push(format!("memory of {peak:.0} MB"));
    }
    Ok(missed)
}

fn judge(case: &Case, measured: &Measured) -> Vec<String> {
    let mut missed = Vec::new();
    if let Some(bar) = case.bar.filter(|bar| measured.rate < *bar) {
        missed.push(format!("{} at {:.0} of {bar:.0} a second", case.name, measured.rate));
    }
    if case.has_tail_bar && measured.p99 > TAIL_BAR {
        missed.push(format!("{} with a p99 of {:.1} ms", case.name, measured.p99));
    }
    if measured.failed > 0 {
        missed.push(format!("{}: {} of {} requests failed", case.name, measured.failed, measured.requests));
    }
    missed
}

/// Returns the first claim of the list.
fn newest_claim(service: &Service) -> anyhow::Result<Value> {
    let answer = http::get(service.host(), "/api/v1/claims?limit=1")?;
    let list: Value = serde_json::from_str(&answer.body)
        .with_context(|| format!("a list of claims is answered with {}", answer.status))?;
    list["items"].get(0).cloned().context("there is no claim on file")
}

/// Returns a cursor far down the list of claims.
fn deep_cursor(service: &Service) -> anyhow::Result<String> {
    let mut cursor = String::new();
    for _ in 0..DEEP {
        let after = if cursor.is_empty() { String::new() } else { format!("&cursor={cursor}") };
        let answer = http::get(service.host(), &format!("/api/v1/claims?limit=1000{after}"))?;
        let list: Value = serde_json::from_str(&answer.body)
            .with_context(|| format!("a list of claims is answered with {}", answer.status))?;
        match list["next"].as_str() {
            Some(next) => next.clone_into(&mut cursor),
            None => break,
        }
    }
    Ok(cursor)
}

/// Returns what the system says of the memory of a process, in megabytes.
pub(super) fn memory(process: u32, what: &str) -> anyhow::Result<f64> {
    let path = PathBuf::from(format!("/proc/{process}/status"));
    let status = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let line = status.lines().find(|line| line.starts_with(what)).context("no such line")?;
    let kilobytes = line.split_whitespace().nth(1).context("no number")?;
    Ok(kilobytes.parse::<f64>()? / 1024.0)
}

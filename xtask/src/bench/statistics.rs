//! `cargo xtask bench statistics`: the release binary loading two million observations, and answering over them.

use super::runs::{best, binary, time};
use super::server::memory;
use crate::{http, pg, service::Service, workspace};
use anyhow::{Context, bail};
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Observations that are loaded.
const ROWS: usize = 2_000_000;
/// Observations a second into SQLite.
const SQLITE_BAR: f64 = 150_000.0;
/// Observations a second into PostgreSQL.
const POSTGRES_BAR: f64 = 200_000.0;
/// By how much the memory may grow from a tenth of the rows to all of them, in megabytes.
const GROWTH_BAR: f64 = 16.0;
/// Milliseconds for a pair's series.
const SERIES_BAR: f64 = 2.0;
/// Milliseconds for checking the sample from a cold start.
const CHECK_BAR: f64 = 40.0;

const DESCRIPTION: &str = "publisher = \"bench.example\"\ndataset = \"made\"\ntitle = \"Made\"\noffice = \"Bench\"\n\
    licence = \"made up\"\npublished = \"2026-01-01\"\nbasis = \"goods\"\n";

pub(super) fn run() -> anyhow::Result<()> {
    let binary = binary()?;
    let folder = tempfile::tempdir()?;
    let codes = codes();
    let (large, small) = (folder.path().join("large.csv"), folder.path().join("small.csv"));
    write(&large, &codes, ROWS)?;
    write(&small, &codes, ROWS / 10)?;
    let mut missed = Vec::new();
    let sqlite = |name: &str| format!("sqlite:{}", folder.path().join(name).display());
    let (_, before) = load(&binary, &small, &sqlite("small.db"))?;
    let (wall, after) = load(&binary, &large, &sqlite("large.db"))?;
    missed.extend(at_least("SQLite", rate(wall), SQLITE_BAR));
    println!(
        "memory: {before:.0} MB for {} rows, {after:.0} MB for {ROWS} (bar: {GROWTH_BAR:.0} MB more)",
        ROWS / 10
    );
    if after - before > GROWTH_BAR {
        missed.push(format!("memory grew by {:.0} MB", after - before));
    }
    match pg::Programs::find() {
        Ok(programs) => {
            let cluster = pg::Cluster::start(&programs)?;
            let url = format!("{}?blobs={}", cluster.url(), folder.path().join("blobs").display());
            let (wall, _) = load(&binary, &large, &url)?;
            missed.extend(at_least("PostgreSQL", rate(wall), POSTGRES_BAR));
        }
        Err(error) => println!("PostgreSQL: not measured, {error:#}"),
    }
    missed.extend(at_most("series of a pair", series(&binary, &sqlite("large.db"), &codes)?, SERIES_BAR));
    region_share()?;
    let absent = sqlite("absent.db");
    let cold = best(|| {
        let mut command = Command::new(&binary);
        time(command.args(["check", "--sample", "--format", "json", "--quiet", "--database", &absent]))
    })?;
    missed.extend(at_most("check of the sample from a cold start", cold * 1e3, CHECK_BAR));
    if !missed.is_empty() {
        bail!("under the bar: {}", missed.join("; "));
    }
    Ok(())
}

fn at_least(what: &str, reached: f64, bar: f64) -> Option<String> {
    println!("{what}: {reached:.0} observations/s (bar {bar:.0})");
    (reached < bar).then(|| format!("{what} reaches {reached:.0}"))
}

fn at_most(what: &str, took: f64, bar: f64) -> Option<String> {
    println!("{what}: {took:.2} ms (bar {bar:.0})");
    (took > bar).then(|| format!("{what} takes {took:.2} ms"))
}

#[expect(clippy::cast_precision_loss, reason = "counts of a benchmark are far below 2^52")]
fn rate(wall: Duration) -> f64 {
    ROWS as f64 / wall.as_secs_f64()
}

/// Returns the codes of the countries that the rows are about.
fn codes() -> Vec<&'static str> {
    include_str!("statistics/countries.txt").split_whitespace().collect()
}

/// Writes rows of years: reporter by reporter, exports and imports with every partner.
fn write(path: &Path, codes: &[&str], rows: usize) -> anyhow::Result<()> {
    std::fs::write(path.with_extension("toml"), DESCRIPTION)?;
    let mut text = String::with_capacity(rows * 36);
    text.push_str("reporter,partner,flow,period,value\n");
    let mut left = rows;
    for year in 1990..2026 {
        for (at, reporter) in codes.iter().enumerate() {
            for (by, partner) in codes.iter().enumerate().filter(|(by, _)| *by != at) {
                for flow in ["X", "M"] {
                    if left == 0 {
                        return std::fs::write(path, text).context("cannot write the rows");
                    }
                    left -= 1;
                    writeln!(
                        text,
                        "{reporter},{partner},{flow},{year},{}",
                        1_000_000 + at * 7919 + by * 104_729
                    )?;
                }
            }
        }
    }
    bail!("there are not so many rows as {rows}")
}

/// Loads a file into a new registry; returns how long it took and the most memory it held, in megabytes.
fn load(binary: &Path, file: &Path, database: &str) -> anyhow::Result<(Duration, f64)> {
    // What a new registry begins with is not what is measured.
    time(Command::new(binary).args(["load", "bundled", "--quiet", "--database", database]))?;
    let start = Instant::now();
    let mut command = Command::new(binary);
    command.args(["load", "csv", "--quiet", "--database", database]).arg(file).stdout(Stdio::null());
    let mut child = command.spawn()?;
    let mut peak = 0.0_f64;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        // It may have ended just now.
        peak = peak.max(memory(child.id(), "VmHWM").unwrap_or(peak));
        std::thread::sleep(Duration::from_millis(20));
    };
    let wall = start.elapsed();
    if !status.success() {
        bail!("loading ended with {status}");
    }
    Ok((wall, peak))
}

/// The median of many questions for a pair's series; each for another day, so that none is answered from memory.
fn series(binary: &Path, database: &str, codes: &[&str]) -> anyhow::Result<f64> {
    let mut command = Command::new(binary);
    command.args(["serve", "--bind", "127.0.0.1:0", "--database", database]);
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    let service = Service::start(&mut command)?;
    let (Some(a), Some(b)) = (codes.first(), codes.get(1)) else { bail!("no countries") };
    let mut took = Vec::new();
    for day in 0..200 {
        let path = format!("/api/v1/pairs/{a}-{b}/series?as_of=2026-{:02}-{:02}", 2 + day / 28, 1 + day % 28);
        let start = Instant::now();
        let answer = http::get(service.host(), &path)?;
        took.push(start.elapsed().as_secs_f64() * 1e3);
        if answer.status != 200 {
            bail!("{path} answers {}", answer.status);
        }
    }
    took.sort_by(f64::total_cmp);
    took.get(took.len() / 2).copied().context("nothing was asked")
}

/// Runs the measurement that stands with the definitions; it prints its figure beside its bar and fails over it.
fn region_share() -> anyhow::Result<()> {
    let arguments = ["run", "--quiet", "--release", "-p", "entente-analysis", "--example", "region_share"];
    workspace::finish(&mut workspace::cargo(&arguments))
}

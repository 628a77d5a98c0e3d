//! `cargo xtask bench check|ingest`: the release binary over folders of made texts.

use super::texts::communique;
use crate::workspace;
use anyhow::{Context, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Documents a second that checking must reach on one core.
const CHECK_BAR: f64 = 2000.0;
/// Documents a second that ingesting into SQLite must reach.
const INGEST_BAR: f64 = 300.0;
/// The size of a news item, in bytes.
const ITEM: usize = 2400;

/// Builds the release binary and returns its path.
pub(super) fn binary() -> anyhow::Result<PathBuf> {
    Ok(workspace::build(true)?.join("entente"))
}

/// Writes `count` texts of about `bytes` bytes each and returns their paths and total size.
fn write_texts(folder: &Path, count: u64, bytes: usize) -> anyhow::Result<(Vec<PathBuf>, usize)> {
    let (mut paths, mut size) = (Vec::new(), 0);
    for seed in 0..count {
        let text = communique(seed, bytes);
        let path = folder.join(format!("{seed:06}.txt"));
        size += text.len();
        std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        paths.push(path);
    }
    Ok((paths, size))
}

/// Runs a command with its output read by nobody and returns its wall time.
pub(super) fn time(command: &mut Command) -> anyhow::Result<Duration> {
    let start = Instant::now();
    let status = command.stdout(Stdio::null()).status().with_context(|| format!("cannot run {command:?}"))?;
    let wall = start.elapsed();
    if !status.success() {
        bail!("{command:?} ended with {status}");
    }
    Ok(wall)
}

/// The best of three runs: what the machine can do when nothing else wants it.
pub(super) fn best(mut run: impl FnMut() -> anyhow::Result<Duration>) -> anyhow::Result<f64> {
    let mut best = f64::INFINITY;
    for _ in 0..3 {
        best = best.min(run()?.as_secs_f64());
    }
    Ok(best)
}

fn judge(what: &str, reached: f64, unit: &str, bar: f64) -> anyhow::Result<()> {
    println!("{what}: {reached:.1} {unit} (bar {bar:.0})");
    if reached < bar {
        bail!("{what} reaches {reached:.1} {unit}, under the bar of {bar:.0}");
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "sizes and counts of a benchmark are far below 2^52")]
pub(super) fn check() -> anyhow::Result<()> {
    let binary = binary()?;
    let folder = tempfile::tempdir()?;
    let (files, _) = write_texts(folder.path(), 4000, ITEM)?;
    let absent = format!("sqlite:{}", folder.path().join("absent.db").display());
    let wall = best(|| {
        let mut command = Command::new(&binary);
        command.args(["check", "--format", "json", "--quiet", "--published", "2024-07-13"]);
        time(command.args(["--as-of", "2026-01-01", "--database", &absent]).args(&files))
    })?;
    judge("check", files.len() as f64 / wall, "documents/s", CHECK_BAR)
}

#[expect(clippy::cast_precision_loss, reason = "sizes and counts of a benchmark are far below 2^52")]
pub(super) fn ingest() -> anyhow::Result<()> {
    let binary = binary()?;
    let folder = tempfile::tempdir()?;
    let (files, _) = write_texts(folder.path(), 3000, ITEM)?;
    let mut run = 0;
    let wall = best(|| {
        run += 1;
        let registries = tempfile::tempdir()?;
        let registry = format!("sqlite:{}", registries.path().join("bench.db").display());
        let mut command = Command::new(&binary);
        command.args(["ingest", "--quiet", "--published", "2024-07-13", "--as-of", "2026-01-01"]);
        time(command.args(["--database", &registry]).arg(folder.path()))
    })?;
    judge("ingest", files.len() as f64 / wall, "documents/s", INGEST_BAR)
}

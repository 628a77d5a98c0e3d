//! `cargo xtask bench extract|check|ingest`: the release binary over folders of made texts.

use super::texts::{communique, russian, turkic};
use crate::workspace;
use anyhow::{Context, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use xshell::{Shell, cmd};

/// Megabytes of text a second that extraction must reach on one core.
const EXTRACT_BAR: f64 = 20.0;
/// Documents a second that checking must reach on one core.
const CHECK_BAR: f64 = 2000.0;
/// Documents a second that ingesting into SQLite must reach.
const INGEST_BAR: f64 = 300.0;
/// The size of a news item, in bytes.
const ITEM: usize = 2400;

/// Makes a text of a seed and a length.
type Make = fn(u64, usize) -> String;

/// The languages that are read, each with what makes its texts.
const LANGUAGES: &[(&str, Make)] =
    &[("en", communique), ("ru", russian::communique), ("kk", turkic::kazakh), ("uz", turkic::uzbek)];

/// Builds the release binary and returns its path.
pub(super) fn binary() -> anyhow::Result<PathBuf> {
    let sh = Shell::new()?;
    sh.change_dir(workspace::root());
    cmd!(sh, "cargo build --release --package entente --locked --quiet").run()?;
    let metadata = cargo_metadata::MetadataCommand::new().current_dir(workspace::root()).no_deps().exec()?;
    Ok(metadata.target_directory.join("release/entente").into_std_path_buf())
}

/// Writes `count` texts of about `bytes` bytes each and returns their paths and total size.
fn write_texts(folder: &Path, make: Make, count: u64, bytes: usize) -> anyhow::Result<(Vec<PathBuf>, usize)> {
    let (mut paths, mut size) = (Vec::new(), 0);
    for seed in 0..count {
        let text = make(seed, bytes);
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

fn claims_in(binary: &Path, lang: &str, files: &[PathBuf]) -> anyhow::Result<usize> {
    let output = Command::new(binary).args(["extract", "--lang", lang, "--quiet"]).args(files).output()?;
    let lines = String::from_utf8(output.stdout).context("extract printed what is no UTF-8")?;
    Ok(lines.lines().filter(|line| line.starts_with(r#"{"type":"claim""#)).count())
}

pub(super) fn extract() -> anyhow::Result<()> {
    let binary = binary()?;
    LANGUAGES.iter().try_for_each(|(lang, make)| extract_language(&binary, lang, *make))
}

#[expect(clippy::cast_precision_loss, reason = "sizes and counts of a benchmark are far below 2^52")]
fn extract_language(binary: &Path, lang: &str, make: Make) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    // One text of 32 pieces beside the same pieces one by one: no figure may be lost or found by the company it keeps.
    let (pieces, size) = write_texts(folder.path(), make, 400, 100_000)?;
    let wall =
        best(|| time(Command::new(binary).args(["extract", "--lang", lang, "--quiet"]).args(&pieces)))?;
    let together = claims_in(binary, lang, &pieces)? as f64 / size as f64;
    let singly = tempfile::tempdir()?;
    let mut files = Vec::new();
    let mut single_size = 0;
    for (number, piece) in pieces.iter().take(20).enumerate() {
        let text = std::fs::read_to_string(piece)?;
        let title = text.lines().next().unwrap_or_default();
        for (part, paragraphs) in text.split("\n\n").collect::<Vec<_>>().chunks(9).enumerate() {
            let single = format!("{title}\n\n{}", paragraphs.join("\n\n"));
            single_size += single.len();
            let path = singly.path().join(format!("{number:03}-{part:04}.txt"));
            std::fs::write(&path, single)?;
            files.push(path);
        }
    }
    let alone = claims_in(binary, lang, &files)? as f64 / single_size as f64;
    let off = (together / alone - 1.0) * 100.0;
    println!(
        "{lang}: claims per MB: {:.0} in long texts, {:.0} in the same paragraphs as short texts ({off:+.1}%)",
        together * 1e6,
        alone * 1e6
    );
    judge(&format!("extract {lang}"), size as f64 / 1e6 / wall, "MB/s", EXTRACT_BAR)
}

#[expect(clippy::cast_precision_loss, reason = "sizes and counts of a benchmark are far below 2^52")]
pub(super) fn check() -> anyhow::Result<()> {
    let binary = binary()?;
    let folder = tempfile::tempdir()?;
    let (files, _) = write_texts(folder.path(), communique, 4000, ITEM)?;
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
    let (files, _) = write_texts(folder.path(), communique, 3000, ITEM)?;
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

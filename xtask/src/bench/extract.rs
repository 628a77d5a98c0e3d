//! `cargo xtask bench extract`: the release binary over made texts, on one core, against every bar of extraction. All
//! are measured and printed before the command fails for one that is missed.

use super::runs::{best, binary, time};
use super::texts::{communique, russian, turkic};
use anyhow::{Context, bail};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// The size of a news item, in bytes.
const ITEM: usize = 2400;
/// How many news items are read in one call.
const ITEMS: u64 = 10_000;
/// The share of the bar that is asked where the text has to tell its language, and where each text is a news item.
const AUTO_SHARE: f64 = 0.8;
const ITEMS_SHARE: f64 = 0.5;
/// How far the claims a megabyte of long texts may be from those of the same paragraphs alone, in percent.
const DENSITY_BAR: f64 = 10.0;
/// The speed of one text of 10 MB, as a share of that of texts of 100 KB: length must not matter.
const LONG_SHARE: f64 = 0.7;
/// The memory that a text of 50 MB may take, in megabytes.
const MEMORY_BAR: f64 = 500.0;
/// How long one small file may take, in milliseconds.
const START_BAR: f64 = 30.0;

/// Makes a text of a seed and a length.
type Make = fn(u64, usize) -> String;

/// The languages that are read, each with what makes its texts and the megabytes a second that are asked of it.
const LANGUAGES: &[(&str, Make, f64)] = &[
    ("en", communique, 20.0),
    ("ru", russian::communique, 20.0),
    ("kk", turkic::kazakh, 10.0),
    ("uz", turkic::uzbek, 10.0),
];

/// What was measured, and what misses its bar.
#[derive(Default)]
struct Bars {
    missed: Vec<String>,
}

impl Bars {
    /// Prints a figure that has to be at least its bar.
    fn at_least(&mut self, what: &str, reached: f64, unit: &str, bar: f64) {
        self.judge(what, reached, unit, ("at least", bar), reached >= bar);
    }

    /// Prints a figure that has to be at most its bar.
    fn at_most(&mut self, what: &str, reached: f64, unit: &str, bar: f64) {
        self.judge(what, reached, unit, ("at most", bar), reached <= bar);
    }

    fn judge(&mut self, what: &str, reached: f64, unit: &str, (side, bar): (&str, f64), holds: bool) {
        let line = format!("{what}: {reached:.1} {unit} ({side} {bar:.0})");
        println!("{line}{}", if holds { "" } else { ", MISSED" });
        if !holds {
            self.missed.push(line);
        }
    }
}

/// Measures all that is asked of extraction.
pub(super) fn run() -> anyhow::Result<()> {
    let binary = binary()?;
    let mut bars = Bars::default();
    for (lang, make, bar) in LANGUAGES {
        language(&binary, &mut bars, (lang, *make, *bar))?;
    }
    long(&binary, &mut bars)?;
    start(&binary, &mut bars)?;
    if !bars.missed.is_empty() {
        bail!("{} of the bars of extraction are missed: {}", bars.missed.len(), bars.missed.join("; "));
    }
    Ok(())
}

/// The command that reads some files on one core.
fn command(binary: &Path, lang: &str, files: &[PathBuf]) -> Command {
    let mut command = Command::new(binary);
    command
        .args(["--threads", "1", "extract", "--quiet", "--published", "2024-07-13", "--lang", lang])
        .args(files);
    command
}

/// Texts of a folder, and their size in megabytes.
struct Texts {
    folder: tempfile::TempDir,
    paths: Vec<PathBuf>,
    megabytes: f64,
}

impl Texts {
    fn new() -> anyhow::Result<Self> {
        Ok(Self { folder: tempfile::tempdir()?, paths: Vec::new(), megabytes: 0.0 })
    }

    fn made(make: Make, count: u64, bytes: usize) -> anyhow::Result<Self> {
        let mut texts = Self::new()?;
        (0..count).try_for_each(|seed| texts.add(&make(seed, bytes)))?;
        Ok(texts)
    }

    #[expect(clippy::cast_precision_loss, reason = "sizes of a benchmark are far below 2^52")]
    fn add(&mut self, text: &str) -> anyhow::Result<()> {
        let path = self.folder.path().join(format!("{:06}.txt", self.paths.len()));
        std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        self.paths.push(path);
        self.megabytes += text.len() as f64 / 1e6;
        Ok(())
    }

    /// Megabytes read a second.
    fn speed(&self, binary: &Path, lang: &str) -> anyhow::Result<f64> {
        let wall = best(|| time(&mut command(binary, lang, &self.paths)))?;
        Ok(self.megabytes / wall)
    }

    /// Claims a megabyte.
    #[expect(clippy::cast_precision_loss, reason = "counts of a benchmark are far below 2^52")]
    fn density(&self, binary: &Path, lang: &str) -> anyhow::Result<f64> {
        let output = command(binary, lang, &self.paths).output()?;
        let lines = String::from_utf8(output.stdout).context("extract printed what is no UTF-8")?;
        let claims = lines.lines().filter(|line| line.starts_with(r#"{"type":"claim""#)).count();
        Ok(claims as f64 / self.megabytes)
    }
}

/// Long texts of one language, told and found out; the same as news items; the claims that each gives.
fn language(binary: &Path, bars: &mut Bars, (lang, make, bar): (&str, Make, f64)) -> anyhow::Result<()> {
    let long = Texts::made(make, 400, 100_000)?;
    bars.at_least(&format!("{lang}, texts of 100 KB"), long.speed(binary, lang)?, "MB/s", bar);
    let auto = long.speed(binary, "auto")?;
    bars.at_least(&format!("{lang}, texts of 100 KB, --lang auto"), auto, "MB/s", AUTO_SHARE * bar);
    let items = Texts::made(make, ITEMS, ITEM)?;
    let speed = items.speed(binary, lang)?;
    bars.at_least(
        &format!("{lang}, {ITEMS} files of {ITEM} bytes in one call"),
        speed,
        "MB/s",
        ITEMS_SHARE * bar,
    );
    // No figure may be lost or found by the company that it keeps.
    let alone = pieces(make)?;
    let (together, alone) = (long.density(binary, lang)?, alone.density(binary, lang)?);
    println!(
        "{lang}: claims a MB: {together:.0} in long texts, {alone:.0} in the same paragraphs as short texts"
    );
    bars.at_most(
        &format!("{lang}, difference of the two"),
        (together / alone - 1.0).abs() * 100.0,
        "%",
        DENSITY_BAR,
    );
    Ok(())
}

/// The paragraphs of some long texts as short texts, each under the headline of its own.
fn pieces(make: Make) -> anyhow::Result<Texts> {
    let mut texts = Texts::new()?;
    for seed in 0..20 {
        let text = make(seed, 100_000);
        let title = text.lines().next().unwrap_or_default();
        for paragraphs in text.split("\n\n").collect::<Vec<_>>().chunks(9) {
            texts.add(&format!("{title}\n\n{}", paragraphs.join("\n\n")))?;
        }
    }
    Ok(texts)
}

/// One text of 10 MB beside texts of 100 KB, and the memory of one of 50 MB.
fn long(binary: &Path, bars: &mut Bars) -> anyhow::Result<()> {
    let short = Texts::made(communique, 100, 100_000)?.speed(binary, "en")?;
    let one = Texts::made(communique, 1, 10_000_000)?.speed(binary, "en")?;
    bars.at_least(
        "en, one text of 10 MB beside texts of 100 KB",
        one / short * 100.0,
        "%",
        LONG_SHARE * 100.0,
    );
    let largest = Texts::made(communique, 1, 50_000_000)?;
    let mut child = command(binary, "en", &largest.paths).stdout(Stdio::null()).spawn()?;
    match peak(&mut child)? {
        Some(megabytes) => bars.at_most("en, memory of a text of 50 MB", megabytes, "MB", MEMORY_BAR),
        None => println!("en, memory of a text of 50 MB: not told by this system"),
    }
    Ok(())
}

/// The most memory that a program takes until it ends, in megabytes; none where the system has no `/proc`.
fn peak(child: &mut Child) -> anyhow::Result<Option<f64>> {
    let status = format!("/proc/{}/status", child.id());
    let mut most = None;
    while child.try_wait()?.is_none() {
        let told = std::fs::read_to_string(&status).unwrap_or_default();
        let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<f64>().ok());
        most = kilobytes.map(|kilobytes| kilobytes / 1e3).or(most);
        std::thread::sleep(Duration::from_millis(5));
    }
    Ok(most)
}

/// One small file: mostly the start of the program.
fn start(binary: &Path, bars: &mut Bars) -> anyhow::Result<()> {
    for (lang, make, _) in LANGUAGES {
        let one = Texts::made(*make, 1, ITEM)?;
        let mut quickest = f64::INFINITY;
        for _ in 0..5 {
            quickest = quickest.min(best(|| time(&mut command(binary, lang, &one.paths)))?);
        }
        bars.at_most(&format!("{lang}, one small file"), quickest * 1e3, "ms", START_BAR);
    }
    Ok(())
}

//! `cargo xtask bench pages DIR`: the release binary over real news pages, on one core: how many a second, and how well
//! their main text is told from the rest.
//!
//! `DIR` is the folder `tests` of trafilatura's repository (<https://github.com/adbar/trafilatura>), which holds some
//! thousand pages and for each some pieces of its text that have to be found and some of the rest that must not
//! (`evaldata.json`). The measure is that of its `evaluate.py`: white space counts as one blank, a piece is found where it
//! stands in the text, and F is reckoned over the pieces of all pages.

use super::runs::{best, binary};
use anyhow::{Context, bail, ensure};
use serde_json::Value;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Pages a second that are asked for, and the F.
const SPEED_BAR: f64 = 120.0;
const F_BAR: f64 = 0.91;

#[derive(clap::Args)]
pub(super) struct Args {
    /// The folder `tests` of trafilatura's repository
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// A page and the pieces that are known of it.
struct Page {
    path: PathBuf,
    wanted: Vec<String>,
    unwanted: Vec<String>,
}

/// Measures, prints, and fails where a bar is missed.
#[expect(clippy::cast_precision_loss, reason = "counts of a benchmark are far below 2^52")]
pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let pages = pages(&args.folder)?;
    let binary = binary()?;
    // One page of the set is no text, which the command says at its end.
    let wall = best(|| {
        let start = Instant::now();
        command(&binary, &pages).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        Ok(start.elapsed())
    })?;
    let texts = read(&binary, &pages)?;
    let (precision, recall) = judge(&pages, &texts);
    let f = 2.0 * precision * recall / (precision + recall);
    let speed = pages.len() as f64 / wall;
    println!("{} pages, of which {} have a text", pages.len(), texts.len());
    println!("precision {precision:.3}, recall {recall:.3}, F {f:.4} (at least {F_BAR})");
    println!("{speed:.1} pages/s (at least {SPEED_BAR:.0})");
    ensure!(f >= F_BAR && speed >= SPEED_BAR, "a bar of pages is missed");
    Ok(())
}

/// Reads what is known of the pages.
fn pages(folder: &Path) -> anyhow::Result<Vec<Page>> {
    let path = folder.join("evaldata.json");
    let known = std::fs::read(&path).with_context(|| {
        format!("cannot read {}; give the folder `tests` of trafilatura's repository", path.display())
    })?;
    let known: HashMap<String, Value> = serde_json::from_slice(&known)?;
    let mut pages = Vec::with_capacity(known.len());
    for item in known.values() {
        let file = item["file"].as_str().context("a page of evaldata.json has no file")?;
        let candidates = ["cache", "eval"].map(|within| folder.join(within).join(file));
        let Some(path) = candidates.into_iter().find(|path| path.is_file()) else {
            bail!("{} names {file}, which is neither in cache nor in eval", path.display());
        };
        let pieces = |key: &str| {
            let pieces = item[key].as_array().into_iter().flatten();
            pieces.filter_map(Value::as_str).map(with_blanks).collect()
        };
        pages.push(Page { path, wanted: pieces("with"), unwanted: pieces("without") });
    }
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(pages)
}

/// The command that reads all pages in one call.
fn command(binary: &Path, pages: &[Page]) -> Command {
    let mut command = Command::new(binary);
    command.args(["--threads", "1", "extract", "--quiet", "--text", "--lang", "en"]);
    command.args(pages.iter().map(|page| &page.path));
    command
}

/// Returns the text of each. A page that is no text at all has none.
fn read(binary: &Path, pages: &[Page]) -> anyhow::Result<HashMap<PathBuf, String>> {
    let output = command(binary, pages).output()?;
    let lines = String::from_utf8(output.stdout).context("extract printed what is no UTF-8")?;
    let mut texts = HashMap::new();
    for line in lines.lines().filter(|line| line.starts_with(r#"{"type":"document""#)) {
        let document: Value = serde_json::from_str(line)?;
        let (file, text) = (document["file"].as_str(), document["text"].as_str());
        let file = file.context("a document has no file")?;
        texts.insert(PathBuf::from(file), with_blanks(text.unwrap_or_default()));
    }
    Ok(texts)
}

/// Precision and recall over the pieces of all pages.
#[expect(clippy::cast_precision_loss, reason = "counts of a benchmark are far below 2^52")]
fn judge(pages: &[Page], texts: &HashMap<PathBuf, String>) -> (f64, f64) {
    let (mut right, mut wrong, mut wanted) = (0, 0, 0);
    for page in pages {
        let text = texts.get(&page.path).map_or("", String::as_str);
        let found = |pieces: &[String]| pieces.iter().filter(|piece| text.contains(piece.as_str())).count();
        right += found(&page.wanted);
        wrong += found(&page.unwanted);
        wanted += page.wanted.len();
    }
    (right as f64 / (right + wrong).max(1) as f64, right as f64 / wanted.max(1) as f64)
}

fn with_blanks(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

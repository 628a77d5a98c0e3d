//! Texts of the world that may lie beside the project: they are not part of it.

use crate::Desk;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Returns the folder beside the project; none where there is none, which is printed.
fn shared() -> Option<PathBuf> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    if shared.join("corpus/dev/manifest.jsonl").exists() {
        return Some(shared);
    }
    println!("skipped: there are no texts beside the project");
    None
}

/// Files the texts about a pair, such as `kz-uz`, with their manifest; none where they are not there.
pub(crate) fn texts_of(pair: &str) -> Option<Desk> {
    let corpus = shared()?.join("corpus/dev");
    let manifest = std::fs::read_to_string(corpus.join("manifest.jsonl")).expect("a manifest");
    let desk = Desk::new();
    let of_pair = format!("text/{pair}_");
    let lines: Vec<&str> = manifest.lines().filter(|line| line.contains(&of_pair)).collect();
    for line in &lines {
        let entry: Value = serde_json::from_str(line).expect("JSON");
        let name = entry["file"].as_str().expect("a file");
        desk.write(name, std::fs::read(corpus.join(name)).expect("a text"));
    }
    let manifest = desk.write("manifest.jsonl", lines.join("\n"));
    desk.done(&["ingest", "--manifest", &manifest]);
    Some(desk)
}

/// Writes the first text that the product must read into a desk, and returns its path.
pub(crate) fn seed(desk: &Desk) -> Option<String> {
    let folder = std::fs::read_dir(shared()?.join("seed")).ok()?;
    let path = folder
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.extension().is_some_and(|e| e == "txt"))?;
    Some(desk.write("seed.txt", std::fs::read(path).expect("a text")))
}

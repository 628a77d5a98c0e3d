//! The annotated texts.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use serde_json::Value;

use super::agree::{get, truthy};

/// One text with what a reader found in it.
pub(super) struct Text {
    pub(super) file: PathBuf,
    pub(super) chars: Vec<char>,
    /// The part of the corpus that it belongs to.
    pub(super) part: Option<String>,
    gold: Value,
}

impl Text {
    pub(super) fn id(&self) -> &str {
        get(&self.gold, "id").as_str().unwrap_or_default()
    }

    pub(super) fn lang(&self) -> &str {
        get(&self.gold, "lang").as_str().unwrap_or_default()
    }

    pub(super) fn published(&self) -> Option<&str> {
        get(&self.gold, "published").as_str()
    }

    pub(super) fn facts(&self) -> &[Value] {
        list(&self.gold, "facts")
    }

    pub(super) fn events(&self) -> &[Value] {
        list(&self.gold, "events")
    }
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    get(value, key).as_array().map_or(&[], Vec::as_slice)
}

/// Reads the texts of a corpus, in the order of their names; with `only`, those of one part.
pub(super) fn read(folder: &Path, only: Option<&str>) -> anyhow::Result<Vec<Text>> {
    let split = folder.join("split.json");
    let split: BTreeMap<String, Value> =
        if split.exists() { serde_json::from_str(&read_text(&split)?)? } else { BTreeMap::new() };
    let mut texts = Vec::new();
    for path in gold_files(&folder.join("gold"))? {
        let gold: Value = serde_json::from_str(&read_text(&path)?)
            .with_context(|| format!("{} is no JSON", path.display()))?;
        for key in ["id", "lang", "facts", "events"] {
            ensure!(truthy(get(&gold, key)) || get(&gold, key).is_array(), "{} has no {key}", path.display());
        }
        let id = get(&gold, "id").as_str().unwrap_or_default();
        let part = split.get(id).and_then(Value::as_str).map(str::to_owned);
        if only.is_some() && only != part.as_deref() {
            continue;
        }
        let file = folder.join("text").join(format!("{id}.txt"));
        // Offsets are counted with one character a line end.
        let text = read_text(&file)?.replace("\r\n", "\n").replace('\r', "\n");
        texts.push(Text { file, chars: text.chars().collect(), part, gold });
    }
    Ok(texts)
}

fn gold_files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if !hidden && path.extension().is_some_and(|ending| ending == "json") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn read_text(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

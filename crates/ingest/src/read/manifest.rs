//! A list of files with what is known of each: one JSON object a line.

use crate::read::{ReadError, read_file};
use jiff::civil::Date;
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};
use thiserror::Error;
use url::Url;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManifestEntry {
    /// The file, its path completed with the list's folder.
    pub path: PathBuf,
    /// The file, as the list writes it.
    pub file: String,
    /// Its address.
    pub url: Option<Url>,
    /// The name of its publisher.
    pub outlet: Option<String>,
    /// When it was published.
    pub published: Option<Date>,
    /// Its language, as the list writes it.
    pub lang: Option<String>,
}

/// Why a list was not read.
#[derive(Debug, Error)]
pub enum ManifestError {
    /// The list itself cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The list is not UTF-8.
    #[error("\"{}\" is not UTF-8; save it as UTF-8", path.display())]
    NotUtf8 {
        /// The list.
        path: PathBuf,
    },
    /// A line is no JSON object.
    #[error("\"{}\", line {line}: expected one JSON object a line, such as {{\"file\":\"a.txt\"}}", path.display())]
    NotAnObject {
        /// The list.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
    },
    /// A field is missing or holds something else.
    #[error("\"{}\", line {line}: {field} is {given}; expected {expected}", path.display())]
    Field {
        /// The list.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// The field.
        field: &'static str,
        /// What stands there.
        given: String,
        /// What would be accepted.
        expected: &'static str,
    },
}

/// Reads a list of files. Empty lines and keys that are not known are passed over; `null` is the same as no key.
///
/// # Errors
/// When the list cannot be read, or a line of it is not what it should be.
pub fn read_manifest(path: &Path) -> Result<Vec<ManifestEntry>, ManifestError> {
    let bytes = read_file(path)?;
    let text = String::from_utf8(bytes).map_err(|_| ManifestError::NotUtf8 { path: path.to_owned() })?;
    let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    lines.filter(|(_, line)| !line.trim().is_empty()).map(|(at, line)| entry(path, at + 1, line)).collect()
}

/// A line on its way to an entry.
struct Line<'a> {
    path: &'a Path,
    line: usize,
    object: Map<String, Value>,
}

fn entry(path: &Path, line: usize, text: &str) -> Result<ManifestEntry, ManifestError> {
    let object = match serde_json::from_str(text) {
        Ok(Value::Object(object)) => object,
        _ => return Err(ManifestError::NotAnObject { path: path.to_owned(), line }),
    };
    let line = Line { path, line, object };
    let file = line.text("file")?.filter(|file| !file.is_empty());
    let file = file.ok_or_else(|| line.fault("file", "a path relative to the list"))?;
    let url = line.text("url")?.map(|text| Url::parse(&text)).transpose();
    let published = line.text("published")?.map(|text| text.parse()).transpose();
    Ok(ManifestEntry {
        path: path.parent().unwrap_or(Path::new("")).join(&file),
        file,
        url: url.map_err(|_| line.fault("url", "an address such as https://example.org/page, or null"))?,
        outlet: line.text("outlet")?,
        published: published.map_err(|_| line.fault("published", "a date such as 2024-07-13, or null"))?,
        lang: line.text("lang")?,
    })
}

impl Line<'_> {
    fn text(&self, field: &'static str) -> Result<Option<String>, ManifestError> {
        match self.object.get(field) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(self.fault(field, "a text, or null")),
        }
    }

    fn fault(&self, field: &'static str, expected: &'static str) -> ManifestError {
        let given =
            self.object.get(field).map_or_else(|| "missing".to_owned(), |value| shown(&value.to_string()));
        ManifestError::Field { path: self.path.to_owned(), line: self.line, field, given, expected }
    }
}

fn shown(value: &str) -> String {
    value.chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::read_manifest;
    use expect_test::{Expect, expect};
    use std::fs;

    #[test]
    fn a_list_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("list.jsonl");
        let text = "\u{feff}{\"file\":\"text/a.txt\",\"url\":\"https://example.org/a\",\"outlet\":\"A\",\
            \"published\":\"2024-07-12\",\"lang\":\"en\",\"note\":1}\r\n\r\n{\"file\":\"b.txt\",\"url\":null}\n";
        fs::write(&list, text).unwrap();
        let entries = read_manifest(&list).unwrap();
        assert_eq!(entries.len(), 2);
        assert_eq!(entries[0].path, folder.path().join("text/a.txt"));
        assert_eq!(entries[0].url.as_ref().map(|url| url.as_str()), Some("https://example.org/a"));
        assert_eq!(entries[0].published.map(|date| date.to_string()).as_deref(), Some("2024-07-12"));
        assert_eq!((entries[0].outlet.as_deref(), entries[0].lang.as_deref()), (Some("A"), Some("en")));
        assert_eq!((entries[1].file.as_str(), &entries[1].url, entries[1].published), ("b.txt", &None, None));
    }

    #[track_caller]
    fn check_error(text: &str, expect: Expect) {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("list.jsonl");
        fs::write(&list, text).unwrap();
        let message = read_manifest(&list).unwrap_err().to_string();
        expect.assert_eq(&message.replace(&folder.path().display().to_string(), "FOLDER"));
    }

    #[test]
    fn a_fault_names_its_line_and_field() {
        check_error(
            "{\"file\":\"a.txt\"}\nnonsense",
            expect![[
                r#""FOLDER/list.jsonl", line 2: expected one JSON object a line, such as {"file":"a.txt"}"#
            ]],
        );
        check_error(
            "[1]",
            expect![[
                r#""FOLDER/list.jsonl", line 1: expected one JSON object a line, such as {"file":"a.txt"}"#
            ]],
        );
        check_error(
            "\n{\"url\":\"https://example.org/\"}",
            expect![[
                r#""FOLDER/list.jsonl", line 2: file is missing; expected a path relative to the list"#
            ]],
        );
        check_error(
            "{\"file\":7}",
            expect![[r#""FOLDER/list.jsonl", line 1: file is 7; expected a text, or null"#]],
        );
        check_error(
            "{\"file\":\"a.txt\",\"published\":\"12.07.2024\"}",
            expect![[
                r#""FOLDER/list.jsonl", line 1: published is "12.07.2024"; expected a date such as 2024-07-13, or null"#
            ]],
        );
        check_error(
            "{\"file\":\"a.txt\",\"url\":\"example\"}",
            expect![[
                r#""FOLDER/list.jsonl", line 1: url is "example"; expected an address such as https://example.org/page, or null"#
            ]],
        );
    }
}

//! SDMX-CSV. Version 2.0 opens with `STRUCTURE,STRUCTURE_ID[,ACTION]`, version 1.0 with `DATAFLOW`; the IMF's answers call
//! themselves 2.0 and open as 1.0 does. A heading may carry a label (`DIM_1: Dimension 1`), a list mark (`ATTR[]`) or
//! languages (`ATTR[en;fr]`); `STRUCTURE[;]` sets the separator inside lists.

use super::{Action, SdmxRow, SdmxRows};
use crate::statistics::comtrade::of_csv;
use crate::statistics::facts::FactError;
use csv::{Reader, StringRecord};
use std::io::Read;

/// What a column is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    /// A component, by its id.
    Component(String),
    /// What is done with the row.
    Action,
    /// Nothing that a row is read for: the name of the structure.
    Structure,
}

/// Returns what parts the fields: whatever stands behind the first heading. Version 2.0 leaves it to the sender.
pub(super) fn delimiter(head: &[u8]) -> u8 {
    let rest = head.iter().position(|byte| !byte.is_ascii_alphabetic()).and_then(|at| head.get(at..));
    let rest = rest.unwrap_or_default();
    let behind_mark = rest.starts_with(b"[").then(|| rest.iter().position(|byte| *byte == b']')).flatten();
    let delimiter = behind_mark.map_or(rest.first(), |at| rest.get(at + 1));
    delimiter.copied().filter(|byte| matches!(byte, b',' | b';' | b'\t' | b'|')).unwrap_or(b',')
}

pub(super) fn rows<'a>(
    file: &'a str,
    delimiter: u8,
    bytes: Box<dyn Read + Send + 'a>,
) -> Result<SdmxRows<'a>, FactError> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(bytes);
    let headings = reader.headers().map_err(|error| of_csv(file, &error))?.clone();
    let columns = columns(&headings).ok_or_else(|| FactError::Shape {
        file: file.to_owned(),
        expected: "SDMX-CSV message",
        found: format!(
            "its first column is \"{}\"; expected STRUCTURE (version 2.0) or DATAFLOW (version 1.0)",
            headings.get(0).unwrap_or_default().chars().take(40).collect::<String>()
        ),
    })?;
    Ok(Box::new(Message { file, reader, columns, record: StringRecord::new(), failed: false }))
}

fn columns(headings: &StringRecord) -> Option<Vec<Column>> {
    let first = bare(headings.get(0)?);
    let is_two = first == "STRUCTURE";
    if !is_two && first != "DATAFLOW" {
        return None;
    }
    let column = |(at, heading): (usize, &str)| match (at, bare(heading).as_str()) {
        (0, _) | (_, "STRUCTURE_ID" | "STRUCTURE_NAME") if at < 3 => Column::Structure,
        (_, "ACTION") if is_two => Column::Action,
        (_, id) => Column::Component(id.to_owned()),
    };
    Some(headings.iter().enumerate().map(column).collect())
}

/// Returns the id in a heading, without label, list mark and languages.
fn bare(heading: &str) -> String {
    let heading = heading.trim().trim_start_matches('\u{feff}');
    let end = heading.find(['[', ':']).unwrap_or(heading.len());
    heading.get(..end).unwrap_or_default().trim().to_owned()
}

/// Returns the code in a cell, without its label.
fn code(cell: &str) -> &str {
    cell.split_once(": ").map_or(cell, |(code, _)| code).trim()
}

struct Message<'a> {
    file: &'a str,
    reader: Reader<Box<dyn Read + Send + 'a>>,
    columns: Vec<Column>,
    record: StringRecord,
    failed: bool,
}

impl Iterator for Message<'_> {
    type Item = Result<SdmxRow, FactError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        let row = match self.reader.read_record(&mut self.record) {
            Ok(false) => return None,
            Ok(true) => self.row(),
            Err(error) => Err(of_csv(self.file, &error)),
        };
        self.failed = row.is_err();
        Some(row)
    }
}

impl Message<'_> {
    fn row(&self) -> Result<SdmxRow, FactError> {
        let line = self.record.position().map_or(0, csv::Position::line);
        let mut row = SdmxRow { line, ..SdmxRow::default() };
        for (column, cell) in self.columns.iter().zip(&self.record) {
            match column {
                Column::Structure => {}
                Column::Action => {
                    row.action = match code(cell) {
                        "" | "I" | "A" | "M" | "R" => Action::Holds,
                        "D" => Action::Delete,
                        other => {
                            return Err(FactError::Row {
                                file: self.file.to_owned(),
                                line,
                                problem: format!("\"{other}\" is no action; expected I, A, M, R or D"),
                            });
                        }
                    };
                }
                Column::Component(id) => {
                    let code = code(cell);
                    if !code.is_empty() {
                        row.codes.insert(id.clone(), code.to_owned());
                    }
                }
            }
        }
        Ok(row)
    }
}

//! Files of entries: from bytes to rows, and what importing them did, in the form of the wire.

use crate::corrections::By;
use crate::iati;
use crate::import::{Delimiter, Imported, Read, Row, TableError, known_columns, read};
use crate::register::NewEntry;
use crate::registry::{Registry, RegistryError};
use crate::wire::WIRE;
use entente_ingest::iati::{IatiError, read as activities_of};
use entente_ingest::tables::{TablesError, divided};
use entente_model::{EntryId, EntryKind, Pair};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;
use thiserror::Error;

/// A file, and what its rows mean where they do not say it.
#[derive(Debug, Clone)]
pub struct TableFile<'a> {
    /// What the tables are of.
    pub kind: EntryKind,
    /// Its name.
    pub name: &'a str,
    /// What rows are about that do not say it.
    pub pair: Option<Pair>,
    /// Since when the states of the table are so, where it does not say.
    pub since: Date,
    /// How they are known, where the table does not say; the name of the file where this is none.
    pub evidence: Option<&'a str>,
}

/// A file that is no table of entries.
#[derive(Debug, Error)]
pub enum FileError {
    /// It is no file that has tables.
    #[error(transparent)]
    Tables(#[from] TablesError),
    /// Its tables are of something else.
    #[error("\"{name}\"")]
    Headings {
        /// The file.
        name: String,
        /// Why.
        source: TableError,
    },
    /// It is markup in another encoding.
    #[error("\"{name}\" is not UTF-8; save it so")]
    Encoding {
        /// The file.
        name: String,
    },
    /// It is markup, but no list of activities.
    #[error("\"{name}\"")]
    Activities {
        /// The file.
        name: String,
        /// Why.
        source: IatiError,
    },
}

impl TableFile<'_> {
    /// Reads the rows of the file: CSV, XLSX, XLS or the tables of a DOCX file; of projects also IATI 2.03 activities.
    ///
    /// # Errors
    /// When it is none of these, broken, or of something else.
    pub fn read(&self, bytes: &[u8]) -> Result<Read, FileError> {
        let name = || self.name.to_owned();
        if self.kind == EntryKind::Project && bytes.trim_ascii_start().starts_with(b"<") {
            let text = std::str::from_utf8(bytes).map_err(|_| FileError::Encoding { name: name() })?;
            let found = activities_of(text);
            let found = found.map_err(|source| FileError::Activities { name: name(), source })?;
            let rows = found.iter().zip(1..).flat_map(|(activity, number)| self.activity(activity, number));
            return Ok(Read { rows: rows.collect(), ..Read::default() });
        }
        let evidence = self.evidence.unwrap_or(self.name);
        let (sheets, delimiter) = divided(self.name, bytes, |sheet| known_columns(self.kind, sheet))?;
        let found = read(self.kind, &sheets, self.pair, self.since, evidence);
        let found = found.map_err(|source| FileError::Headings { name: name(), source })?;
        Ok(Read { delimiter, ..found })
    }

    /// Returns the rows of an activity, whose number is that of the activity.
    fn activity(&self, activity: &entente_ingest::iati::Activity, number: usize) -> Vec<Row> {
        match iati::read(activity, self.pair, self.since) {
            Ok(entries) => {
                entries.into_iter().map(|entry| Row { number, entry: Ok((entry, None)) }).collect()
            }
            Err(fault) => vec![Row { number, entry: Err(fault) }],
        }
    }
}

/// What importing a file did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ImportReport {
    /// The version of the wire.
    pub wire: u8,
    /// The day that it was imported for.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub as_of: Date,
    /// Whether nothing was written.
    pub dry_run: bool,
    /// How many entries are new.
    pub new: u64,
    /// How many were there and are changed.
    pub changed: u64,
    /// How many were there just so.
    pub unchanged: u64,
    /// What was read, row by row.
    pub rows: Vec<ImportedRow>,
    /// Rows that cannot be read, and why; the others are imported without them.
    pub faults: Vec<RowFault>,
    /// Columns whose heading is not known: nothing of them is read.
    pub unknown: Vec<String>,
    /// What divides the columns of a CSV file, found by its headings: `comma`, `semicolon` or `tab`; null of another file.
    pub delimiter: Option<&'static str>,
}

/// What one row says, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ImportedRow {
    /// Its number in the table, from 1.
    pub row: usize,
    /// The two countries.
    pub pair: Pair,
    /// The entry that it names by id.
    pub id: Option<EntryId>,
    /// Its fields, as they are written.
    pub fields: BTreeMap<String, String>,
    /// The state that it gives.
    pub state: Option<String>,
    /// Since when.
    #[cfg_attr(feature = "schema", schemars(with = "Option<entente_model::schema::Day>"))]
    pub since: Option<Date>,
    /// How that is known.
    pub evidence: Option<String>,
    /// What became of it: `new`, `changed` or `unchanged`; null where nothing was written.
    pub done: Option<&'static str>,
}

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RowFault {
    /// Its number in the table, from 1.
    pub row: usize,
    /// What is wrong with it.
    pub fault: String,
}

impl ImportedRow {
    fn new(row: usize, entry: &NewEntry, id: Option<&EntryId>) -> Self {
        let state = entry.state.as_ref();
        Self {
            row,
            pair: entry.pair,
            id: id.cloned(),
            fields: entry.given.iter().cloned().collect(),
            state: state.map(|(state, ..)| state.clone()),
            since: state.map(|(_, day, _)| *day),
            evidence: state.map(|(.., evidence)| evidence.clone()),
            done: None,
        }
    }
}

impl ImportReport {
    /// Tells what was read, before anything is written.
    #[must_use]
    pub fn dry(read: &Read, as_of: Date) -> Self {
        let mut report = Self {
            wire: WIRE,
            as_of,
            dry_run: true,
            new: 0,
            changed: 0,
            unchanged: 0,
            rows: Vec::new(),
            faults: Vec::new(),
            unknown: read.unknown.clone(),
            delimiter: read.delimiter.map(Delimiter::as_str),
        };
        for row in &read.rows {
            match &row.entry {
                Ok((entry, id)) => report.rows.push(ImportedRow::new(row.number, entry, id.as_ref())),
                Err(fault) => report.faults.push(RowFault { row: row.number, fault: fault.clone() }),
            }
        }
        report
    }

    /// Adds what became of each row that could be read.
    fn wrote(&mut self, done: &[Imported]) {
        self.dry_run = false;
        for (row, done) in self.rows.iter_mut().zip(done) {
            row.done = Some(done.as_str());
            match done {
                Imported::New => self.new += 1,
                Imported::Changed => self.changed += 1,
                Imported::Unchanged => self.unchanged += 1,
            }
        }
    }
}

impl Registry {
    /// Imports what was read of a file, all of it in one transaction, and tells what became of each row.
    ///
    /// # Errors
    /// When the registry cannot be read or written; nothing is then imported.
    #[crate::boxed]
    pub async fn import_read(&self, read: Read, by: &By) -> Result<ImportReport, RegistryError> {
        let mut report = ImportReport::dry(&read, by.as_of);
        let good: Vec<(NewEntry, Option<EntryId>)> =
            read.rows.into_iter().filter_map(|row| row.entry.ok()).collect();
        let done = if good.is_empty() { Vec::new() } else { self.import(&good, by).await? };
        report.wrote(&done);
        Ok(report)
    }
}

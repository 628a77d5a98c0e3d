//! Table maps: where in an office's file what stands. A map is a TOML file that a statistician can read and edit.

use super::grid;
use entente_model::{Basis, Country, DatasetId, Decimal, Flow, Partner, PublisherId, Status, Valuation};
use jiff::civil::Date;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use thiserror::Error;

/// How the tables of one dataset of one office are read.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableMap {
    /// The office's id.
    pub publisher: PublisherId,
    /// The dataset's id.
    pub dataset: DatasetId,
    /// Who reports.
    pub reporter: Country,
    /// The dataset's title in English.
    pub title: String,
    /// The office's name in English.
    pub office: String,
    /// Where the dataset stands.
    pub url: String,
    /// Under what terms the figures may be passed on.
    pub licence: String,
    /// What the tables count as trade.
    pub basis: Basis,
    /// What makes up a release.
    pub release: ReleaseOf,
    /// What a number of the table is multiplied by to give dollars.
    pub multiplier: Decimal,
    /// The most decimals that the office publishes; a workbook's computed cells have more, which are noise.
    pub decimals: Option<u32>,
    /// What a reader should know of every release.
    pub note: Option<String>,
    /// Where each flow is valued; unknown for a flow that is not named.
    #[serde(default)]
    pub valuation: BTreeMap<Flow, Valuation>,
    /// When a release was published.
    #[serde(default)]
    pub published: Published,
    /// The tables.
    pub table: Vec<Table>,
    /// Rows that are no partner.
    pub rows: Rows,
    /// Names and codes that only this office writes so.
    #[serde(default)]
    pub aliases: BTreeMap<String, Partner>,
}

/// What makes up a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReleaseOf {
    /// Each file is one.
    EachFile,
    /// All files that are read together are one.
    AllFiles,
}

/// Where the date of publication stands; the first of these that there is.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// Words of a cell that are followed by the day, as 25.07.2024. The office states it.
    pub label: Option<String>,
    /// A day that is known otherwise. It is inferred.
    pub date: Option<Date>,
    /// The day (`07-25`) of the year after the latest year of the release. It is inferred.
    pub month_day: Option<MonthDay>,
}

/// A day of any year, written `07-25`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthDay {
    /// The month.
    pub month: i8,
    /// The day of the month.
    pub day: i8,
}

/// One table of a dataset.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Words, one of which the names of its files have in them.
    pub files: Vec<String>,
    /// Which sheets of a workbook are read.
    pub sheets: Sheets,
    /// Words that must stand above the table, so that a change of unit does not go unnoticed.
    pub unit: Option<String>,
    /// The columns that hold names, as letters, in the order in which they are tried.
    pub names: Vec<Column>,
    /// The column that holds the partner's number in M49.
    pub code: Option<Code>,
    /// What an empty cell means.
    pub blank: Blank,
    /// What else stands for zero.
    #[serde(default)]
    pub nil: Vec<String>,
    /// How settled the figures are.
    pub status: Status,
    /// Marks behind a year that say otherwise.
    #[serde(default)]
    pub marks: BTreeMap<String, Status>,
    /// What the columns are.
    pub layout: Layout,
}

/// What the columns of a table are.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Layout {
    /// Flows, under a heading of two rows; the year is the sheet's.
    Flows {
        /// How the heading's first cell opens.
        heading: String,
        /// What stands below a flow's heading where its values are.
        below: String,
        /// The headings of the flows.
        flows: BTreeMap<Flow, String>,
    },
    /// Years; the flow is the file's.
    Years {
        /// The flow.
        flow: Flow,
    },
}

/// Which sheets of a workbook are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sheets {
    /// The first.
    First,
    /// Those whose names end in a year.
    NamedByYear,
}

/// What an empty cell means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Blank {
    /// Nothing is published.
    Missing,
    /// Zero, where the row has a number in another column.
    NilBesideANumber,
}

/// A column that holds the partner's number.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// The column.
    pub column: Column,
    /// Its heading.
    pub heading: String,
}

/// Rows that are no partner.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rows {
    /// Labels of the total.
    pub world: Vec<String>,
    /// Labels of groups of countries, whose members stand in rows of their own.
    pub groups: Vec<String>,
}

/// A column, written as its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column(pub usize);

/// A text that is no table map.
#[derive(Debug, Error)]
#[error("the table map {name} cannot be read")]
pub struct MapError {
    /// The map.
    pub name: String,
    /// Why.
    #[source]
    pub source: toml::de::Error,
}

const NATIONAL: [(&str, &str); 3] = [
    ("kaz.toml", include_str!("../../data/maps/kaz.toml")),
    ("kgz.toml", include_str!("../../data/maps/kgz.toml")),
    ("uzb.toml", include_str!("../../data/maps/uzb.toml")),
];

impl TableMap {
    /// Reads a map.
    ///
    /// # Errors
    /// A text that is no table map.
    pub fn parse(name: &str, text: &str) -> Result<Self, MapError> {
        toml::from_str(text).map_err(|source| MapError { name: name.to_owned(), source })
    }

    /// Returns the maps that come with the program, in the order of their reporters.
    ///
    /// # Errors
    /// None, unless the program was built from broken maps.
    pub fn national() -> Result<Vec<Self>, MapError> {
        NATIONAL.into_iter().map(|(name, text)| Self::parse(name, text)).collect()
    }

    /// Returns the table that a file of that name holds, by its position in the map.
    #[must_use]
    pub fn table_of(&self, file: &str) -> Option<usize> {
        self.table.iter().position(|table| table.files.iter().any(|word| file.contains(word)))
    }
}

impl<'de> Deserialize<'de> for Column {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let letters = String::deserialize(deserializer)?;
        let error =
            || serde::de::Error::custom(format!("\"{letters}\" is no column; write its letters, such as B"));
        grid::column(&letters).map(Self).ok_or_else(error)
    }
}

impl<'de> Deserialize<'de> for MonthDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let error = || serde::de::Error::custom(format!("\"{text}\" is no day of a year; write it as 07-25"));
        let date: Date = format!("2001-{text}").parse().map_err(|_| error())?;
        Ok(Self { month: date.month(), day: date.day() })
    }
}

//! Findings: what a reader met in a file and could not take as it stands.

use entente_model::Decimal;
use entente_model::decimal::plain;
use std::fmt;
use thiserror::Error;

/// Something in a file that could not be read, or that does not add up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file, as it was named to the reader.
    pub file: String,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The cell (`B12`) or the line (`line 12`).
    pub cell: String,
    /// What is the matter.
    pub problem: Problem,
}

/// What is the matter with a cell or a row.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// No country or other partner has that name or code.
    #[error("\"{0}\" is no partner that is known; add it to the aliases of the table map")]
    UnknownPartner(String),
    /// A cell that should hold a number holds something else.
    #[error("\"{0}\" is not a number; write digits with a decimal point, such as 1234.5")]
    NotANumber(String),
    /// A trade value below zero.
    #[error("{} is below zero; a trade value is zero or more", plain(*.0))]
    Negative(Decimal),
    /// The same partner twice; the first row was kept.
    #[error("\"{0}\" stands a second time; the first row was kept")]
    Duplicate(String),
    /// The published total is not what the partners add up to.
    #[error("the total of {what} is {}, its partners add up to {}", plain(*.total), plain(*.sum))]
    TotalDiffers {
        /// Flow and period.
        what: String,
        /// The published total, in base units.
        total: Decimal,
        /// The sum of the partners.
        sum: Decimal,
    },
    /// A field of a list that is not one of its words.
    #[error("{0}")]
    BadField(String),
    /// The value and the words it was stated in differ.
    #[error("the value {} is not what \"{stated_as}\" says", plain(*.value))]
    StatedOtherwise {
        /// The value.
        value: Decimal,
        /// How it was stated.
        stated_as: String,
    },
    /// The same figure again, in the same release or on the same day; the more precise one was kept.
    #[error("{key} stands again with {}; {} was kept", plain(*.given), plain(*.kept))]
    Again {
        /// What it is a figure of.
        key: String,
        /// The figure that was left out.
        given: Decimal,
        /// The one that was kept.
        kept: Decimal,
    },
}

impl Problem {
    /// Says whether a row was lost; otherwise the finding is a remark on rows that were read.
    #[must_use]
    pub const fn loses_data(&self) -> bool {
        !matches!(self, Self::TotalDiffers { .. } | Self::Again { .. })
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, ", self.file)?;
        if let Some(sheet) = &self.sheet {
            write!(f, "sheet \"{sheet}\", ")?;
        }
        write!(f, "{}: {}", self.cell, self.problem)
    }
}

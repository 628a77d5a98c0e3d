//! Tables that people keep: CSV files, workbooks, and the tables of Word documents, as sheets of cells.

use crate::docx::{self, DocxError};
use crate::statistics::grid::{Cell, Grid, GridError, sheets};
use thiserror::Error;

/// Why a file was not read as tables.
#[derive(Debug, Error)]
pub enum TablesError {
    /// It is no CSV file and no workbook.
    #[error("\"{name}\" {fault}")]
    Grid {
        /// The name of the file.
        name: String,
        /// What is wrong with it.
        fault: GridError,
    },
    /// It is no Word document, or a broken one.
    #[error(transparent)]
    Docx(#[from] DocxError),
}

/// Where a workbook says what is in it.
const WORKBOOK: &[u8] = b"xl/workbook";

/// Reads the tables of a file, whose kind is told by its bytes and not by its name.
///
/// # Errors
/// When it is none of the kinds that are read, or broken.
pub fn tables(name: &str, bytes: &[u8]) -> Result<Vec<Grid>, TablesError> {
    let is_workbook = bytes.windows(WORKBOOK.len()).any(|window| window == WORKBOOK);
    if docx::is_zip(bytes) && !is_workbook {
        let row = |row: Vec<String>| row.iter().map(|cell| Cell::of_text(cell)).collect();
        let table = |table: Vec<Vec<String>>| Grid::new(None, table.into_iter().map(row).collect());
        return Ok(docx::read(name, bytes)?.tables.into_iter().map(table).collect());
    }
    sheets(bytes).map_err(|fault| TablesError::Grid { name: name.to_owned(), fault })
}

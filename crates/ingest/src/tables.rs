//! Tables that people keep: CSV files, workbooks, and the tables of Word documents, as sheets of cells.

use crate::docx::{self, DocxError};
use crate::statistics::grid::{Cell, Grid, GridError, is_workbook, of_csv, sheets};
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

/// What divides the columns of a CSV file: which, depends on the language that a spreadsheet program was set to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

impl Delimiter {
    const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// Returns the word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
        }
    }

    const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// Reads the tables of a file as [`tables`] does; a CSV file with what divides its columns: that by which the most columns
/// are known, of as many the comma.
///
/// # Errors
/// When it is none of the kinds that are read, or broken.
pub fn divided(
    name: &str,
    bytes: &[u8],
    known: impl Fn(&Grid) -> usize,
) -> Result<(Vec<Grid>, Option<Delimiter>), TablesError> {
    if is_workbook(bytes) {
        return Ok((tables(name, bytes)?, None));
    }
    let mut best: Option<(usize, Grid, Delimiter)> = None;
    for delimiter in Delimiter::ALL {
        // What one divides into rows of different lengths another may divide well.
        let Ok(grid) = of_csv(bytes, delimiter.byte()) else { continue };
        let columns = known(&grid);
        if best.as_ref().is_none_or(|(most, ..)| columns > *most) {
            best = Some((columns, grid, delimiter));
        }
    }
    match best {
        // Where no heading is known nothing tells what divides them, and the comma's fault is told.
        Some((columns, grid, delimiter)) if columns > 0 => Ok((vec![grid], Some(delimiter))),
        _ => Ok((tables(name, bytes)?, Some(Delimiter::Comma))),
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_divides_the_columns_is_told_by_the_headings() {
        let check = |text: &str, expected: Delimiter, cell: &str| {
            let known = |grid: &Grid| {
                grid.row(0)
                    .iter()
                    .filter(|cell| ["Text", "Deadline"].contains(&cell.shown().as_str()))
                    .count()
            };
            let (grids, delimiter) = divided("t.csv", text.as_bytes(), known).unwrap();
            assert_eq!((delimiter, grids[0].cell(1, 1).shown().as_str()), (Some(expected), cell), "{text}");
        };
        check("Text,Deadline\nPay; then go,2024-07-12\n", Delimiter::Comma, "2024-07-12");
        check("Text;Deadline\nPay, then go;2024-07-12\n", Delimiter::Semicolon, "2024-07-12");
        check("Text\tDeadline\nPay, then; go\t2024-07-12\n", Delimiter::Tab, "2024-07-12");
        // No heading is known: it is read as what it is called.
        check("a,b\n1,2\n", Delimiter::Comma, "2");
    }
}

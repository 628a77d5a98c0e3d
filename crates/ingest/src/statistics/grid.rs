//! Sheets of cells: what a workbook and a CSV file have in common.

use calamine::{Data, DataRef, Range, Reader, Xls, Xlsx};
use entente_model::Decimal;
use std::io::{Cursor, Read as _};
use thiserror::Error;
use zip::ZipArchive;

/// A sheet as rows of cells; row and column count from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The sheet's name; none for a CSV file.
    pub sheet: Option<String>,
    rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing, or white space.
    #[default]
    Empty,
    /// Text, its white space folded to single spaces.
    Text(String),
    /// A number.
    Number(Decimal),
}

/// Bytes that are no table.
#[derive(Debug, Error)]
pub enum GridError {
    /// A web page under the name of a table.
    #[error("is a web page, not a table; download the file itself (xls, xlsx or csv)")]
    Html,
    /// No bytes at all.
    #[error("is empty; expected an xls, xlsx or csv table")]
    Empty,
    /// A workbook that asks for a password.
    #[error("is protected by a password; save it without one")]
    Password,
    /// A workbook that breaks off or is damaged.
    #[error("is not a whole xls workbook; download it again")]
    Xls(#[source] calamine::XlsError),
    /// A workbook that breaks off or is damaged.
    #[error("is not a whole xlsx workbook; download it again")]
    Xlsx(#[source] calamine::XlsxError),
    /// A workbook that would take too much room once it is unpacked.
    #[error("unpacks to more than a table of entries or figures would; save the sheet that is wanted alone")]
    TooLarge,
    /// Text that is not UTF-8.
    #[error("is neither a workbook nor UTF-8 text; save it as xlsx or as CSV in UTF-8")]
    NotText,
    /// Rows of differing length.
    #[error("has rows of differing length; is it cut off?")]
    Csv(#[source] csv::Error),
}

const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];
const ZIP: &[u8] = b"PK\x03\x04";
const BOM: &[u8] = &[0xEF, 0xBB, 0xBF];

/// A workbook does not unpack to more bytes.
const MOST_BYTES: u64 = 256 << 20;

/// A workbook does not have more cells.
const MOST_CELLS: u64 = 8_000_000;

/// Reads the sheets of a file, whose kind is told by its first bytes and not by its name.
///
/// # Errors
/// Bytes that are no table.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Grid>, GridError> {
    if bytes.starts_with(ZIP) {
        bounded(bytes)?;
        let mut book = Xlsx::new(Cursor::new(bytes)).map_err(of_xlsx)?;
        let mut room = MOST_CELLS;
        let mut sheets = Vec::new();
        for name in book.sheet_names() {
            room = room.checked_sub(cells(&mut book, &name)?).ok_or(GridError::TooLarge)?;
            let range = book.worksheet_range(&name).map_err(of_xlsx)?;
            sheets.push(of_range(name, &range));
        }
        return Ok(sheets);
    }
    if bytes.starts_with(COMPOUND_FILE) {
        // An encrypted xlsx is a compound file too, and one that has no workbook inside.
        if contains_utf16(bytes, "EncryptedPackage") {
            return Err(GridError::Password);
        }
        let mut book = Xls::new(Cursor::new(bytes)).map_err(of_xls)?;
        let names = book.sheet_names();
        let sheet =
            |name: String| book.worksheet_range(&name).map(|range| of_range(name, &range)).map_err(of_xls);
        return names.into_iter().map(sheet).collect();
    }
    of_csv(bytes, b',').map(|grid| vec![grid])
}

impl Grid {
    /// Makes a sheet of rows.
    #[must_use]
    pub const fn new(sheet: Option<String>, rows: Vec<Vec<Cell>>) -> Self {
        Self { sheet, rows }
    }

    /// Returns a cell, an empty one outside the sheet.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(&Cell::Empty)
    }

    /// Returns the cells of a row.
    #[must_use]
    pub fn row(&self, row: usize) -> &[Cell] {
        self.rows.get(row).map_or(&[], Vec::as_slice)
    }

    /// Returns the number of rows.
    #[must_use]
    pub fn height(&self) -> usize {
        self.rows.len()
    }
}

impl Cell {
    /// Makes a cell of a text; white space is folded, line breaks included.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if folded.is_empty() { Self::Empty } else { Self::Text(folded) }
    }

    /// Returns the text as a reader of the sheet sees it; empty for an empty cell.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// Writes the place of a cell as spreadsheets do: `B12`.
#[must_use]
pub fn place(row: usize, column: usize) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.insert(0, char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(rest - 1) % 26]));
        rest = (rest - 1) / 26;
    }
    format!("{letters}{}", row + 1)
}

/// Sees that an archive does not unpack to more than a workbook of figures ever does.
fn bounded(bytes: &[u8]) -> Result<(), GridError> {
    // What is no archive is told of by who reads it.
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Ok(()) };
    let mut room = MOST_BYTES;
    for at in 0..archive.len() {
        let Ok(file) = archive.by_index(at) else { continue };
        let read = std::io::copy(&mut file.take(room + 1), &mut std::io::sink()).unwrap_or(0);
        room = room.checked_sub(read).ok_or(GridError::TooLarge)?;
    }
    Ok(())
}

/// Returns how many cells a sheet has from its first row and column that hold anything to its last ones: two far corners
/// make a large one.
fn cells(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<u64, GridError> {
    let mut reader = match book.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        // A sheet that is a chart has none.
        Err(calamine::XlsxError::NotAWorksheet(_)) => return Ok(0),
        Err(error) => return Err(of_xlsx(error)),
    };
    let (mut height, mut width) = (0, 0);
    while let Some(cell) = reader.next_cell().map_err(of_xlsx)? {
        if !matches!(cell.get_value(), DataRef::Empty) {
            let (row, column) = cell.get_position();
            height = height.max(u64::from(row) + 1);
            width = width.max(u64::from(column) + 1);
        }
    }
    Ok(height.saturating_mul(width))
}

/// Reads a column's letters: `A` is 0.
#[must_use]
pub fn column(letters: &str) -> Option<usize> {
    let digit = |letter: u8| letter.is_ascii_uppercase().then(|| usize::from(letter - b'A') + 1);
    let number = letters.bytes().take(3).try_fold(0, |sum, letter| Some(sum * 26 + digit(letter)?))?;
    number.checked_sub(1)
}

fn of_range(name: String, range: &Range<Data>) -> Grid {
    let (height, width) = range.end().map_or((0, 0), |(row, column)| (row + 1, column + 1));
    let cell = |row, column| range.get_value((row, column)).map_or(Cell::Empty, of_data);
    let rows = (0..height).map(|row| (0..width).map(|column| cell(row, column)).collect()).collect();
    Grid { sheet: Some(name), rows }
}

fn of_data(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(Decimal::from(*number)),
        Data::Float(number) => of_float(*number),
        Data::Error(error) => Cell::Text(error.to_string()),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::of_text(text),
        // A day is kept as a number of days, which nobody reads as one.
        Data::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            Cell::of_text(&format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"))
        }
        Data::Bool(_) | Data::DateTime(_) => Cell::of_text(&data.to_string()),
    }
}

/// A workbook's numbers are binary fractions, good for fifteen digits: the sixteenth of a computed sum is noise.
fn of_float(number: f64) -> Cell {
    let digits = format!("{number:.14e}");
    Decimal::from_scientific(&digits)
        .map_or_else(|_| Cell::Text(number.to_string()), |d| Cell::Number(d.normalize()))
}

/// Says whether bytes are a workbook and no text.
pub(crate) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND_FILE)
}

/// Reads a CSV file whose columns are divided by a letter.
pub(crate) fn of_csv(bytes: &[u8], delimiter: u8) -> Result<Grid, GridError> {
    let text =
        std::str::from_utf8(bytes.strip_prefix(BOM).unwrap_or(bytes)).map_err(|_| GridError::NotText)?;
    let start = text.trim_start();
    if start.is_empty() {
        return Err(GridError::Empty);
    }
    if start.starts_with('<') {
        return Err(GridError::Html);
    }
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(GridError::Csv)?;
        rows.push(record.iter().map(Cell::of_text).collect());
    }
    Ok(Grid { sheet: None, rows })
}

fn of_xls(error: calamine::XlsError) -> GridError {
    if matches!(error, calamine::XlsError::Password) { GridError::Password } else { GridError::Xls(error) }
}

fn of_xlsx(error: calamine::XlsxError) -> GridError {
    if matches!(error, calamine::XlsxError::Password) { GridError::Password } else { GridError::Xlsx(error) }
}

fn contains_utf16(bytes: &[u8], word: &str) -> bool {
    let word: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(word.len()).any(|window| window == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_columns_are_inverse() {
        for number in 0..800 {
            let place = place(0, number);
            assert_eq!(column(place.trim_end_matches('1')), Some(number), "{place}");
        }
        assert_eq!(place(11, 27), "AB12");
        assert_eq!(column("a"), None);
    }

    /// Packs a workbook whose one sheet has these rows, as XML.
    fn workbook(rows: &str) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let package = "http://schemas.openxmlformats.org/package/2006/relationships";
        for (name, text) in [
            (
                "_rels/.rels",
                format!(
                    "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                ),
            ),
            (
                "xl/workbook.xml",
                format!(
                    "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                ),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                format!(
                    "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
                ),
            ),
            (
                "xl/worksheets/sheet1.xml",
                format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"),
            ),
        ] {
            archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut archive, text.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn a_workbook_that_takes_too_much_room_is_refused() {
        let small = workbook("<row r=\"2\"><c r=\"B2\"><v>7</v></c></row>");
        assert_eq!(sheets(&small).unwrap()[0].cell(1, 1), &Cell::Number(Decimal::from(7)));
        let corners = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
        assert!(matches!(sheets(&workbook(corners)), Err(GridError::TooLarge)));
        let bomb = workbook(&" ".repeat(usize::try_from(MOST_BYTES).unwrap() + 1));
        assert!(bomb.len() < 1 << 20, "{}", bomb.len());
        assert!(matches!(sheets(&bomb), Err(GridError::TooLarge)));
    }

    #[test]
    fn noise_of_binary_fractions_goes() {
        assert_eq!(of_float(22_221.200_000_000_004), Cell::Number("22221.2".parse().unwrap()));
        assert_eq!(of_float(3_129_992.906_57), Cell::Number("3129992.90657".parse().unwrap()));
        assert_eq!(of_float(f64::NAN), Cell::Text("NaN".to_owned()));
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let message = |bytes: &[u8]| sheets(bytes).unwrap_err().to_string();
        assert_eq!(message(b"<!DOCTYPE html><html>"), GridError::Html.to_string());
        assert_eq!(message(b" \n"), GridError::Empty.to_string());
        assert_eq!(message(&[0xFF, 0xFE, 0x00]), GridError::NotText.to_string());
        assert_eq!(message(b"a,b\n1,2\n3\n"), "has rows of differing length; is it cut off?");
        assert!(message(&[ZIP, b"rest"].concat()).starts_with("is not a whole xlsx"));
        assert!(message(&[COMPOUND_FILE, &[0; 600]].concat()).starts_with("is not a whole xls "));
    }
}

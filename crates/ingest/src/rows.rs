//! Tables as lines of text: a row is a line, and a bar stands between its cells, as the extractor reads them.
//!
//! Offsets of quotes are counted in this text like in any other, so that a figure of a table is anchored to its cell.

/// What stands between two cells of a row.
pub(crate) const BETWEEN: &str = " | ";
/// The most columns of a table of figures.
const MAX_COLUMNS: usize = 50;
/// The most rows of a table of figures.
const MAX_ROWS: usize = 2000;
/// The longest cell of a table of figures, in bytes: longer ones hold a text.
const MAX_CELL: usize = 400;

/// A cell as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Its text.
    pub(crate) text: String,
    /// How many columns it covers.
    pub(crate) columns: usize,
    /// How many rows it covers; none where it goes on with the cell above it.
    pub(crate) rows: usize,
}

/// A table while it is read.
#[derive(Debug, Default)]
pub(crate) struct Table {
    rows: Vec<Vec<Cell>>,
    /// More rows or columns than a table of figures has.
    too_large: bool,
}

impl Table {
    /// Begins a row.
    pub(crate) fn begin_row(&mut self) {
        self.too_large |= self.rows.len() == MAX_ROWS;
        self.rows.push(Vec::new());
    }

    /// Adds a cell to the row.
    pub(crate) fn push(&mut self, cell: Cell) {
        if self.rows.is_empty() {
            self.begin_row();
        }
        if let Some(row) = self.rows.last_mut() {
            self.too_large |= row.len() == MAX_COLUMNS;
            row.push(cell);
        }
    }

    /// Returns the cell that was added last.
    pub(crate) fn last_cell(&mut self) -> Option<&mut Cell> {
        self.rows.last_mut().and_then(|row| row.last_mut())
    }

    /// Adds text to the cell.
    pub(crate) fn push_text(&mut self, text: &str) {
        if let Some(cell) = self.last_cell() {
            cell.text.push_str(text);
        }
    }

    /// Returns the table as lines, where it holds figures: at least two rows of two columns, no cell that is a text
    /// of its own, and digits in some cell.
    ///
    /// A cell that covers several columns or rows names each of them, unless it is a number.
    pub(crate) fn lines(&self) -> Option<Vec<String>> {
        if self.too_large {
            return None;
        }
        let laid = self.laid_out()?;
        let rows: Vec<&Vec<String>> =
            laid.iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        let figures =
            rows.iter().any(|row| row.iter().any(|cell| cell.contains(|c: char| c.is_ascii_digit())));
        let columns = rows.iter().map(|row| row.len()).max().unwrap_or(0);
        (rows.len() > 1 && columns > 1 && figures).then(|| rows.iter().map(|row| row.join(BETWEEN)).collect())
    }

    /// Returns the texts of the cells, row by row.
    pub(crate) fn texts(&self) -> impl Iterator<Item = String> {
        self.rows.iter().flatten().map(|cell| on_one_line(&cell.text)).filter(|text| !text.is_empty())
    }

    /// Returns every cell row by row, whatever it holds: one that covers several columns stands in the first, one that goes
    /// on with the cell above it says the same.
    pub(crate) fn cells(&self) -> Vec<Vec<String>> {
        let mut laid: Vec<Vec<String>> = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let mut cells = Vec::new();
            for cell in row {
                let above = laid.last().and_then(|row| row.get(cells.len())).filter(|_| cell.rows == 0);
                cells.push(above.cloned().unwrap_or_else(|| on_one_line(&cell.text)));
                cells.extend((1..cell.columns.clamp(1, MAX_COLUMNS)).map(|_| String::new()));
            }
            laid.push(cells);
        }
        laid
    }

    /// Returns the cells with those that span others repeated; none where one holds a text.
    fn laid_out(&self) -> Option<Vec<Vec<String>>> {
        let mut laid: Vec<Vec<String>> = Vec::with_capacity(self.rows.len());
        // For each column the cell above that reaches down, and how far it still does.
        let mut above: Vec<(usize, String)> = Vec::new();
        for row in &self.rows {
            let mut cells = Vec::new();
            for cell in row {
                take_from_above(&mut above, &mut cells);
                let text = match laid.last().and_then(|row| row.get(cells.len())) {
                    Some(above) if cell.rows == 0 && !is_number(above) => above.clone(),
                    _ => on_one_line(&cell.text),
                };
                if text.len() > MAX_CELL {
                    return None;
                }
                let name = if is_number(&text) { String::new() } else { text.clone() };
                for number in 0..cell.columns.clamp(1, MAX_COLUMNS) {
                    let column = cells.len();
                    if column == MAX_COLUMNS {
                        return None;
                    }
                    if above.len() <= column {
                        above.resize(column + 1, (0, String::new()));
                    }
                    above[column] = (cell.rows.clamp(1, MAX_ROWS) - 1, name.clone());
                    cells.push(if number == 0 { text.clone() } else { name.clone() });
                }
            }
            take_from_above(&mut above, &mut cells);
            laid.push(cells);
        }
        Some(laid)
    }
}

/// Adds the cells of the rows above that reach down to this one.
fn take_from_above(above: &mut [(usize, String)], cells: &mut Vec<String>) {
    while let Some((left, text)) = above.get_mut(cells.len())
        && *left > 0
    {
        *left -= 1;
        cells.push(text.clone());
    }
}

/// Tells whether a cell is a figure: it has digits, no letters, and is no year.
fn is_number(text: &str) -> bool {
    let is_year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    text.contains(|c: char| c.is_ascii_digit()) && !text.contains(char::is_alphabetic) && !is_year
}

/// Returns a text on one line, a bar in it written otherwise: it is what parts the cells.
fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter(|&c| c != '\u{ad}').map(|c| if c == '|' { '/' } else { c }));
    }
    line
}

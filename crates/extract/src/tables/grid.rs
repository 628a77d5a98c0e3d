//! Where the tables of a text are: lines one after the other whose cells a bar parts.

use std::ops::Range;

/// The most cells of a row.
const MAX_CELLS: usize = 64;
/// How many lines before a table can be its caption.
const CAPTION: usize = 2;
/// How many bytes before a table its caption is looked for.
const CAPTION_REACH: usize = 600;

/// A table, by the bytes of its cells.
#[derive(Debug)]
pub(super) struct Grid {
    /// All of it.
    pub(super) bytes: Range<usize>,
    /// The cells, row by row.
    pub(super) rows: Vec<Vec<Range<usize>>>,
    /// The lines before it, the nearest first.
    pub(super) caption: Vec<Range<usize>>,
}

/// Finds the tables of a text: two rows or more of at least two cells.
pub(super) fn grids(text: &str) -> Vec<Grid> {
    let mut grids: Vec<Grid> = Vec::new();
    let mut open: Option<Grid> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bytes = at..at + line.len();
        at = bytes.end;
        let cells = cells(line, bytes.start);
        match (&mut open, cells) {
            (Some(grid), Some(cells)) => {
                grid.bytes.end = bytes.end;
                grid.rows.extend(cells);
            }
            (None, Some(cells)) => {
                let caption = Vec::new();
                open = Some(Grid { bytes, rows: cells.into_iter().collect(), caption });
            }
            (_, None) => grids.extend(open.take()),
        }
    }
    grids.extend(open);
    grids.retain(|grid| grid.rows.len() > 1);
    for grid in &mut grids {
        grid.caption = caption(text, grid.bytes.start);
    }
    grids
}

/// Returns the cells of a line, where it is a row; `Some(None)` for the rule under the head of a table in Markdown.
#[expect(clippy::option_option, reason = "a rule belongs to the table and has no cells")]
fn cells(line: &str, start: usize) -> Option<Option<Vec<Range<usize>>>> {
    if !line.contains('|') {
        return None;
    }
    let trimmed = line.trim();
    let start = start + (line.len() - line.trim_start().len());
    let framed = trimmed.len() > 1 && trimmed.starts_with('|') && trimmed.ends_with('|');
    let (inner, start) = if framed { (&trimmed[1..trimmed.len() - 1], start + 1) } else { (trimmed, start) };
    if inner.chars().all(|c| "|-:+ ".contains(c)) {
        return framed.then_some(None);
    }
    let mut cells = Vec::new();
    let mut at = start;
    for cell in inner.split('|').take(MAX_CELLS) {
        let from = at + (cell.len() - cell.trim_start().len());
        cells.push(from..from + cell.trim().len());
        at += cell.len() + 1;
    }
    (cells.len() > 1).then_some(Some(cells))
}

/// Returns the lines before a table that can be its caption, the nearest first.
fn caption(text: &str, start: usize) -> Vec<Range<usize>> {
    let from = text.floor_char_boundary(start.saturating_sub(CAPTION_REACH));
    let mut lines = Vec::new();
    let mut at = start;
    for line in text[from..start].split_inclusive('\n').rev() {
        at -= line.len();
        if line.contains('|') || lines.len() == CAPTION {
            break;
        }
        if !line.trim().is_empty() {
            lines.push(at..at + line.trim_end().len());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::grids;

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        let shown: Vec<Vec<&str>> = grids(text)
            .iter()
            .flat_map(|grid| &grid.rows)
            .map(|row| row.iter().map(|cell| &text[cell.clone()]).collect())
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn rows_are_lines_with_bars() {
        check("Trade\n\nYear | Exports\n2023 | 4,5\n\nEnd.", &[&["Year", "Exports"], &["2023", "4,5"]]);
        check("| Год | Экспорт |\n|---|:--:|\n| 2023 |  |\n", &[&["Год", "Экспорт"], &["2023", ""]]);
        check(" | 2022 | 2023\nExports | 1 | 2", &[&["", "2022", "2023"], &["Exports", "1", "2"]]);
        check("One | line\n\nand | another", &[]);
    }

    #[test]
    fn the_lines_before_a_table_are_its_caption() {
        let text = "Far.\n\nTrade, 2023\n\nmillion dollars\na | 1\nb | 2";
        let caption: Vec<&str> = grids(text)[0].caption.iter().map(|line| &text[line.clone()]).collect();
        assert_eq!(caption, ["million dollars", "Trade, 2023"]);
    }
}

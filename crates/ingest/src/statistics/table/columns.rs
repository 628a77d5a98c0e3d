//! Finding the columns of a table by its headings.

use super::TableError;
use super::rows::place;
use crate::statistics::grid::{Cell, Grid};
use crate::statistics::map::{Layout, Table};
use entente_model::{Flow, Period, Status};
use std::collections::{BTreeMap, BTreeSet};

/// Where the values of a sheet stand.
#[derive(Debug)]
pub(super) struct Columns {
    /// The first row below the headings.
    pub(super) first_row: usize,
    /// The columns of values.
    pub(super) values: Vec<ValueColumn>,
}

/// A column of values.
#[derive(Debug)]
pub(super) struct ValueColumn {
    pub(super) column: usize,
    pub(super) flow: Flow,
    pub(super) period: Period,
    pub(super) status: Status,
}

/// Headings stand in the first rows; below them, a year in a cell is a number like others.
const HEADING_ROWS: usize = 15;

pub(super) fn locate(
    table: &Table,
    file: &str,
    grid: &Grid,
    year: Option<i16>,
) -> Result<Columns, TableError> {
    let columns = match &table.layout {
        Layout::Flows { heading, below, flows } => {
            of_flows(table, file, grid, year, (heading, below, flows))?
        }
        Layout::Years { flow } => of_years(table, file, grid, *flow)?,
    };
    if let Some(unit) = &table.unit {
        let above = (0..columns.first_row).flat_map(|row| grid.row(row));
        let shown = |cell: &Cell| matches!(cell, Cell::Text(text) if text.contains(unit.as_str()));
        if !above.into_iter().any(shown) {
            let expected = format!("\"{unit}\" above the table");
            return Err(changed(file, grid, None, expected, "none"));
        }
    }
    Ok(columns)
}

fn of_flows(
    table: &Table,
    file: &str,
    grid: &Grid,
    year: Option<i16>,
    (heading, below, flows): (&str, &str, &BTreeMap<Flow, String>),
) -> Result<Columns, TableError> {
    let first = table.names.first().map_or(0, |column| column.0);
    let opens = |row: &usize| matches!(grid.cell(*row, first), Cell::Text(text) if text.starts_with(heading));
    let Some(row) = (0..HEADING_ROWS).find(opens) else {
        let expected = format!("a heading that opens with \"{heading}\"");
        return Err(changed(file, grid, None, expected, "none"));
    };
    let Some(period) = year.and_then(Period::year) else {
        return Err(changed(file, grid, None, "a sheet named by its year".to_owned(), "none"));
    };
    let mut values = Vec::new();
    for (flow, name) in flows {
        let found = grid.row(row).iter().position(|cell| same(&cell.shown(), name));
        let Some(column) = found else {
            let headings = grid.row(row).iter().map(Cell::shown).filter(|text| !text.is_empty());
            let headings = headings.collect::<Vec<_>>().join(", ");
            return Err(changed(file, grid, Some((row, 0)), format!("a column \"{name}\""), &headings));
        };
        let under = grid.cell(row + 1, column).shown();
        if !same(&under, below) {
            return Err(changed(file, grid, Some((row + 1, column)), format!("\"{below}\""), &under));
        }
        values.push(ValueColumn { column, flow: *flow, period, status: table.status });
    }
    Ok(Columns { first_row: row + 2, values })
}

fn of_years(table: &Table, file: &str, grid: &Grid, flow: Flow) -> Result<Columns, TableError> {
    let years = |row: usize| -> Vec<(usize, i16, String)> {
        let cells = grid.row(row).iter().enumerate();
        cells
            .filter_map(|(column, cell)| year_and_mark(cell).map(|(year, mark)| (column, year, mark)))
            .collect()
    };
    let Some((row, years)) =
        (0..HEADING_ROWS).map(|row| (row, years(row))).find(|(_, years)| !years.is_empty())
    else {
        return Err(changed(file, grid, None, "a row of years".to_owned(), "none"));
    };
    if let Some(code) = &table.code {
        let found = grid.cell(row, code.column.0).shown();
        if !same(&found, &code.heading) {
            let expected = format!("\"{}\"", code.heading);
            return Err(changed(file, grid, Some((row, code.column.0)), expected, &found));
        }
    }
    let mut seen = BTreeSet::new();
    let mut values = Vec::new();
    for (column, year, mark) in years {
        let cell = Some((row, column));
        if !seen.insert(year) {
            return Err(TableError::YearTwice { file: place(file, grid, cell), year });
        }
        let status = if mark.is_empty() { Some(table.status) } else { table.marks.get(&mark).copied() };
        let (Some(status), Some(period)) = (status, Period::year(year)) else {
            let expected = format!("a year with one of the marks of the map, {}", known_marks(table));
            return Err(changed(file, grid, cell, expected, &grid.cell(row, column).shown()));
        };
        values.push(ValueColumn { column, flow, period, status });
    }
    Ok(Columns { first_row: row + 1, values })
}

/// Reads a year with a mark behind it: `2023`, `2023 1`, `2023*`.
fn year_and_mark(cell: &Cell) -> Option<(i16, String)> {
    let shown = cell.shown();
    let (year, mark) = shown.split_at_checked(4)?;
    let digits = year.bytes().all(|byte| byte.is_ascii_digit());
    let year: i16 = year.parse().ok().filter(|year| digits && (1900..2100).contains(year))?;
    let apart = mark.is_empty() || !mark.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    (apart && mark.len() <= 4).then(|| (year, mark.trim().to_owned()))
}

fn known_marks(table: &Table) -> String {
    let marks: Vec<_> = table.marks.keys().map(|mark| format!("\"{mark}\"")).collect();
    if marks.is_empty() { "which has none".to_owned() } else { marks.join(", ") }
}

/// Compares headings, whose capitals drift.
fn same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

fn changed(
    file: &str,
    grid: &Grid,
    cell: Option<(usize, usize)>,
    expected: String,
    found: &str,
) -> TableError {
    let found = if found.is_empty() { "an empty cell".to_owned() } else { format!("\"{found}\"") };
    let found = if found == "\"none\"" { "none".to_owned() } else { found };
    TableError::Columns { file: place(file, grid, cell), expected, found }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::map::TableMap;

    fn grid(text: &str) -> Grid {
        let rows = text.lines().map(|line| line.split(',').map(Cell::of_text).collect());
        Grid::new(Some("12_2019".to_owned()), rows.collect())
    }

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let maps = TableMap::national().unwrap();
        let located = locate(&maps[0].table[0], "a.xls", &grid(text), Some(2019));
        let shown = located.map(|columns| {
            let value = |v: &ValueColumn| format!("{} {} in column {}", v.flow, v.period, v.column);
            let values: Vec<_> = columns.values.iter().map(value).collect();
            format!("{} from row {}", values.join(", "), columns.first_row)
        });
        assert_eq!(shown.unwrap_or_else(|error| error.to_string()), expect);
    }

    #[test]
    fn flows_stand_under_two_rows_of_headings() {
        let unit = ",,,тыс. долларов США\n";
        let flows = "Наименование страны,Товарооборот,,экспорт,,импорт\n";
        let below = ",Всего,доля,Всего,доля,Всего\n";
        check(&format!("{unit}{flows}{below}"), "X 2019 in column 3, M 2019 in column 5 from row 3");
        check(
            &format!("{flows}{below}"),
            "a.xls, sheet \"12_2019\": expected \"тыс. долларов США\" above the table, found none; \
             the columns of the table have changed",
        );
        check(
            &format!("{unit}{}{below}", flows.replace("экспорт", "вывоз")),
            "a.xls, sheet \"12_2019\", A2: expected a column \"Экспорт\", found \"Наименование страны, Товарооборот, \
             вывоз, импорт\"; the columns of the table have changed",
        );
        check(
            &format!("{unit}{flows}{}", below.replace("Всего,доля,Всего,доля", "доля,Всего,доля,Всего")),
            "a.xls, sheet \"12_2019\", D3: expected \"Всего\", found \"доля\"; the columns of the table have changed",
        );
    }

    #[test]
    fn years_bear_marks() {
        let read = |text: &str| year_and_mark(&Cell::of_text(text));
        assert_eq!(read("2023"), Some((2023, String::new())));
        assert_eq!(read("2023 1"), Some((2023, "1".to_owned())));
        assert_eq!(read("2023*"), Some((2023, "*".to_owned())));
        assert_eq!(read("20231"), None);
        assert_eq!(read("2023.5"), None);
        assert_eq!(read("Код"), None);
        assert_eq!(read("12"), None);
    }
}

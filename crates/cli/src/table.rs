//! Tables for reading, fitted to 80 columns.

use crate::context::Context;
use comfy_table::{
    Cell, CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle, Width,
};
use entente_observatory::answers::List;
use std::io::Write;

/// A rule under the headings and one between rows; nothing else that is not data.
const STYLE: TableStyle =
    TableStyle::new().header_separator(LineStyle::new('-', '-', '-', '-')).row_separator(LineStyle::none());

/// One column: its heading, the share of the width it takes at most, and whether its cells are numbers.
pub(crate) struct Column {
    pub(crate) heading: &'static str,
    /// The column's width in characters; none takes what it needs.
    pub(crate) width: Option<u16>,
    /// Whether the cells are set to the right.
    pub(crate) number: bool,
}

/// A column of words of a fixed width.
pub(crate) const fn words(heading: &'static str, width: u16) -> Column {
    Column { heading, width: Some(width), number: false }
}

/// A column as wide as its content.
pub(crate) const fn fitted(heading: &'static str) -> Column {
    Column { heading, width: None, number: false }
}

/// A column of numbers, set to the right.
pub(crate) const fn numbers(heading: &'static str) -> Column {
    Column { heading, width: None, number: true }
}

/// Lays rows out under headings.
pub(crate) fn lay_out(context: &Context, columns: &[Column], rows: Vec<Vec<String>>) -> String {
    let mut table = Table::new();
    table.load_style(STYLE);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(context.width);
    table.set_header(columns.iter().map(|column| Cell::new(column.heading)).collect::<Vec<_>>());
    for row in rows {
        table.add_row(row.into_iter().map(Cell::new).collect::<Vec<_>>());
    }
    for (index, column) in columns.iter().enumerate() {
        if let Some(laid) = table.column_mut(index) {
            laid.set_padding((0, 1));
            if let Some(width) = column.width {
                laid.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width + 1)));
            }
            if column.number {
                laid.set_cell_alignment(CellAlignment::Right);
            }
        }
    }
    table.trim_fmt()
}

/// Says how many there are, and how many of them are shown where that is not all.
pub(crate) fn more<T>(list: &List<T>, (one, many): (&str, &str), out: &mut dyn Write) -> anyhow::Result<()> {
    let what = if list.total == 1 { one } else { many };
    let (shown, total) = (list.items.len() as u64, list.total);
    let part = match &list.next {
        Some(next) => format!("; {shown} are shown, --cursor {next} shows what follows"),
        None if shown < total => format!("; the last {shown} are shown"),
        None => String::new(),
    };
    writeln!(out, "\n{total} {what}, as known on {}{part}", list.as_of)?;
    Ok(())
}

/// Prints one line of CSV (RFC 4180): a field that holds a comma, a quote or a line break is quoted.
pub(crate) fn csv_line(out: &mut dyn Write, fields: &[&str]) -> std::io::Result<()> {
    for (at, field) in fields.iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        if field.contains([',', '"', '\n', '\r']) {
            write!(out, "{comma}\"{}\"", field.replace('"', "\"\""))?;
        } else {
            write!(out, "{comma}{field}")?;
        }
    }
    writeln!(out)
}

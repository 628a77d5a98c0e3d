//! Tables for reading, fitted to 80 columns.

use crate::context::Context;
use comfy_table::{
    Cell, CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle, Width,
};

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

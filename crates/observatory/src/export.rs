//! Entries as tables: the columns are those that an import reads, so that what was exported can be imported again.

use crate::answers::ObservationItem;
use crate::register::EntryWire;
use entente_model::{EntryKind, decimal};

/// Returns the columns of a table of entries.
#[must_use]
pub fn columns(kind: EntryKind) -> Vec<&'static str> {
    let fields = kind.fields().iter().map(|field| field.name);
    ["id", "pair"].into_iter().chain(fields).chain(["state", "state_day", "evidence"]).collect()
}

/// Returns the cells of an entry, in the order of the columns.
#[must_use]
pub fn cells(entry: &EntryWire) -> Vec<String> {
    let state = entry.states.last();
    let cell = |column: &str| match column {
        "id" => entry.id.to_string(),
        "pair" => entry.pair.to_string(),
        "state" => state.map(|state| state.state.clone()).unwrap_or_default(),
        "state_day" => state.map(|state| state.day.to_string()).unwrap_or_default(),
        "evidence" => state.map(|state| state.evidence.clone()).unwrap_or_default(),
        name => entry.field(name).unwrap_or_default().to_owned(),
    };
    columns(entry.kind).into_iter().map(cell).collect()
}

/// Writes entries as CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with a space, which an
/// import leaves out.
#[must_use]
pub fn csv(kind: EntryKind, entries: &[EntryWire]) -> String {
    let mut text = columns(kind).join(",");
    text.push_str("\r\n");
    for entry in entries {
        let cells: Vec<String> = cells(entry).iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// Returns the columns of a table of observations.
#[must_use]
pub const fn observation_columns() -> &'static str {
    "id,reporter,partner,flow,product,period,valuation,basis,unit,value,precision,bound,status,dataset,release\r\n"
}

/// Writes an observation as a line of CSV, in the order of the columns; no cell of it needs quotes.
#[must_use]
pub fn observation_line(item: &ObservationItem) -> String {
    let ObservationItem { id, reporter, partner, flow, period, valuation, basis, unit, .. } = item;
    let ObservationItem { bound, status, dataset, release, .. } = item;
    let product = item.product.as_deref().unwrap_or_default();
    let (value, precision) = (decimal::plain(item.value), decimal::plain(item.precision));
    format!(
        "{id},{reporter},{partner},{flow},{product},{period},{valuation},{basis},{unit},{value},{precision},{bound},\
        {status},{dataset},{release}\r\n"
    )
}

fn quoted(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@']);
    let cell = if is_formula { format!(" {cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) || is_formula {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

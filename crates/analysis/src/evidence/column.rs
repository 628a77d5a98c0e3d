//! Columns of a table: all partners of one flow in one release, to add up and to rank.

use super::known::{Candidate, Want};
use super::shelf::{Column, Row, Shelf, Vintage};
use super::table::Table;
use crate::figure::Figure;
use entente_model::{Decimal, Partner, TradeFlow};
use std::cmp::Ordering;

/// A list of partners counts as a table, which can be added up and ranked, from this many on.
///
/// Announcements name at most some twenty; the smallest tables at hand have over a hundred.
const TABLE_PARTNERS: usize = 30;

/// A partner's trade in a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PartnerTrade<'e> {
    pub(crate) partner: Partner,
    pub(crate) value: Decimal,
    cells: [Option<&'e Vintage>; 2],
}

impl<'e> PartnerTrade<'e> {
    /// Returns the observations that the value is the sum of.
    pub(crate) fn vintages(&self) -> impl Iterator<Item = &'e Vintage> + use<'e> {
        self.cells.into_iter().flatten()
    }
}

impl<'e> Table<'e> {
    /// Says whether there is a table of all partners, in which a partner that is absent had no trade.
    pub(crate) fn is_full(&self, flow: TradeFlow, want: Want) -> bool {
        self.columns(flow, want).is_some()
    }

    /// Returns each partner country's trade in the newest table, in the order of the partners.
    pub(crate) fn partners(&self, flow: TradeFlow, want: Want) -> Option<Vec<PartnerTrade<'e>>> {
        let columns = self.columns(flow, want)?;
        let mut columns = columns.into_iter();
        let (shelf, column) = columns.next()?;
        let mut rows: Vec<PartnerTrade<'e>> = cells(shelf, column).collect();
        for (shelf, column) in columns {
            rows = merged(rows, cells(shelf, column))?;
        }
        Some(rows)
    }

    /// Returns the columns to add up or rank: the newest known one of each flow that is a table.
    pub(super) fn columns(&self, flow: TradeFlow, want: Want) -> Option<Vec<(&'e Shelf, &'e Column)>> {
        let exports = || self.column(self.exports, want);
        let imports = || self.column(self.imports, want);
        match flow {
            TradeFlow::Exports => Some(vec![exports()?]),
            TradeFlow::Imports => Some(vec![imports()?]),
            TradeFlow::Turnover => {
                let (exports, imports) = (exports()?, imports()?);
                let alike = (exports.1.basis, exports.1.unit) == (imports.1.basis, imports.1.unit);
                alike.then(|| vec![exports, imports])
            }
        }
    }

    fn column(&self, shelf: Option<&'e Shelf>, want: Want) -> Option<(&'e Shelf, &'e Column)> {
        let shelf = shelf?;
        let usable = |column: &&Column| {
            column.partners >= TABLE_PARTNERS
                && self.known.release(column.release).is_some()
                && (!want.strict || column.basis == want.basis)
        };
        let merit = |a: &&Column, b: &&Column| {
            let fit = |column: &Column| (column.unit == want.unit, column.basis == want.basis);
            let rest = |column: &Column| (column.partners, column.basis, column.unit, column.valuation);
            fit(a)
                .cmp(&fit(b))
                .then_with(|| self.known.age(a.release, b.release))
                .then_with(|| rest(a).cmp(&rest(b)))
        };
        shelf.columns.iter().filter(usable).max_by(merit).map(|column| (shelf, column))
    }

    /// Adds up columns. The inputs are one observation of each column's release: what is allocated to no partner,
    /// else the first; the hundreds of others stand in the same release.
    pub(super) fn sum(&self, columns: &[(&'e Shelf, &'e Column)]) -> Option<(Candidate<'e>, usize)> {
        let mut result: Option<(Candidate<'e>, usize)> = None;
        for (shelf, column) in columns {
            let unspecified = shelf.row(Partner::Unspecified).and_then(|row| cell(row, column));
            let newest = unspecified.or_else(|| shelf.rows.iter().find_map(|row| cell(row, column)))?;
            let mut figure = Figure::of(newest);
            (figure.value, figure.spread) = (column.sum?, None);
            let step = newest.observation.precision;
            result = Some(match result {
                None => (Candidate { figure, newest, step }, column.partners),
                Some((old, partners)) => {
                    let later = self.known.age(old.newest.release, newest.release) != Ordering::Less;
                    let newest = if later { old.newest } else { newest };
                    let figure = old.figure.plus(&figure)?;
                    (Candidate { figure, newest, step: old.step }, partners.max(column.partners))
                }
            });
        }
        result
    }
}

/// Returns the rows of partners that are or were countries, in their order.
fn cells<'e>(shelf: &'e Shelf, column: &'e Column) -> impl Iterator<Item = PartnerTrade<'e>> {
    let partners =
        shelf.rows.iter().filter(|row| matches!(row.partner, Partner::Country(_) | Partner::Other(_)));
    partners.filter_map(|row| {
        let vintage = cell(row, column)?;
        Some(PartnerTrade {
            partner: row.partner,
            value: vintage.observation.value,
            cells: [Some(vintage), None],
        })
    })
}

/// Merges two lists in the order of the partners. None where a sum is beyond exact arithmetic.
fn merged<'e>(
    left: Vec<PartnerTrade<'e>>,
    right: impl Iterator<Item = PartnerTrade<'e>>,
) -> Option<Vec<PartnerTrade<'e>>> {
    let mut result = Vec::with_capacity(left.len() + 16);
    let mut left = left.into_iter().peekable();
    for row in right {
        while let Some(before) = left.next_if(|other| other.partner < row.partner) {
            result.push(before);
        }
        result.push(match left.next_if(|other| other.partner == row.partner) {
            None => row,
            Some(same) => PartnerTrade {
                partner: row.partner,
                value: same.value.checked_add(row.value)?,
                cells: [same.cells[0], row.cells[0]],
            },
        });
    }
    result.extend(left);
    Some(result)
}

/// Returns the row's vintage that belongs to a column.
fn cell<'e>(row: &'e Row, column: &Column) -> Option<&'e Vintage> {
    row.vintages.iter().find(|vintage| {
        let key = &vintage.observation.key;
        (vintage.release, key.basis, key.unit, key.valuation)
            == (column.release, column.basis, column.unit, column.valuation)
    })
}

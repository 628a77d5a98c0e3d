//! What was known on a day: of each figure the newest vintage published by then.

use super::Evidence;
use super::shelf::{Column, ReleaseInfo, Row, Shelf, ShelfKey, Vintage};
use crate::figure::Figure;
use entente_model::{Basis, Country, Decimal, Flow, Partner, Period, TradeFlow, Unit, Valuation};
use jiff::civil::Date;
use std::cmp::Ordering;

/// A list of partners counts as a table, which can be added up and ranked, from this many on.
///
/// Announcements name at most some twenty; the smallest tables at hand have over a hundred.
pub(crate) const TABLE_PARTNERS: usize = 30;

/// The longest stretch that months are added up to, in months.
const LONGEST_SUM: i32 = 24;

/// What is asked for; another basis or unit is taken only where this one is not there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Want {
    pub(crate) basis: Basis,
    /// Passes over figures on any other basis.
    pub(crate) strict: bool,
    pub(crate) unit: Unit,
}

/// Evidence as it stood on a day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known<'e> {
    evidence: &'e Evidence,
    as_of: Date,
}

/// What one country reports of one stretch of time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table<'e> {
    pub(crate) known: Known<'e>,
    pub(crate) reporter: Country,
    pub(crate) period: Period,
    exports: Option<&'e Shelf>,
    imports: Option<&'e Shelf>,
    turnover: Option<&'e Shelf>,
}

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

/// A candidate: its newest vintage, and the worth of the last digit of the whole.
struct Candidate<'e> {
    figure: Figure<'e>,
    newest: &'e Vintage,
    step: Decimal,
}

impl<'e> Known<'e> {
    pub(super) const fn new(evidence: &'e Evidence, as_of: Date) -> Self {
        Self { evidence, as_of }
    }

    pub(crate) const fn as_of(&self) -> Date {
        self.as_of
    }

    pub(crate) fn releases(&self) -> &'e [ReleaseInfo] {
        &self.evidence.releases
    }

    pub(crate) fn table(&self, reporter: Country, period: Period) -> Table<'e> {
        let shelf = |flow| self.evidence.shelves.get(&ShelfKey::new(reporter, flow, period));
        Table {
            known: *self,
            reporter,
            period,
            exports: shelf(Flow::Exports),
            imports: shelf(Flow::Imports),
            turnover: shelf(Flow::Turnover),
        }
    }

    /// Returns an announced balance, exports less imports.
    pub(crate) fn announced_balance(
        &self,
        reporter: Country,
        partner: Partner,
        period: Period,
        want: Want,
    ) -> Option<Figure<'e>> {
        let shelf = self.evidence.shelves.get(&ShelfKey::new(reporter, Flow::Balance, period))?;
        self.single(Some(shelf), partner, want).map(|found| found.figure)
    }

    fn release(&self, index: usize) -> Option<&'e ReleaseInfo> {
        self.evidence.releases.get(index).filter(|info| info.known <= self.as_of)
    }

    fn vintages(
        &self,
        shelf: Option<&'e Shelf>,
        partner: Partner,
        want: Want,
    ) -> impl Iterator<Item = &'e Vintage> {
        let known = *self;
        let row: Option<&'e Row> = shelf.and_then(|shelf| shelf.row(partner));
        row.into_iter().flat_map(|row| &row.vintages).filter(move |vintage| {
            let basis = vintage.observation.key.basis;
            known.release(vintage.release).is_some() && (!want.strict || basis == want.basis)
        })
    }

    fn single(&self, shelf: Option<&'e Shelf>, partner: Partner, want: Want) -> Option<Candidate<'e>> {
        let mut best: Option<Candidate<'e>> = None;
        for vintage in self.vintages(shelf, partner, want) {
            let step = vintage.observation.precision;
            best = self.better(best, Candidate { figure: Figure::of(vintage), newest: vintage, step }, want);
        }
        best
    }

    fn better(&self, old: Option<Candidate<'e>>, new: Candidate<'e>, want: Want) -> Option<Candidate<'e>> {
        match old {
            Some(old) if self.merit(&old, &new, want) != Ordering::Less => Some(old),
            _ => Some(new),
        }
    }

    /// Orders candidates: the unit and basis asked for, then the newest vintage, then the finer figure.
    fn merit(&self, a: &Candidate<'e>, b: &Candidate<'e>, want: Want) -> Ordering {
        let fit = |c: &Candidate<'e>| (c.figure.unit == want.unit, c.figure.basis == want.basis);
        let named = |c: &Candidate<'e>| c.newest.observation.key.valuation != Valuation::Unknown;
        let key = |c: &Candidate<'e>| (c.newest.observation.key.valuation, c.figure.basis, c.figure.unit);
        fit(a)
            .cmp(&fit(b))
            .then_with(|| self.age(a.newest.release, b.newest.release))
            .then_with(|| b.step.cmp(&a.step))
            .then_with(|| named(a).cmp(&named(b)))
            .then_with(|| key(b).cmp(&key(a)))
    }

    fn age(&self, a: usize, b: usize) -> Ordering {
        match (self.evidence.releases.get(a), self.evidence.releases.get(b)) {
            (Some(a), Some(b)) => a.age(b),
            (a, b) => a.is_some().cmp(&b.is_some()),
        }
    }
}

impl<'e> Table<'e> {
    /// Returns the trade with a partner: the newest known figure, else the sum of the months where all are there.
    pub(crate) fn trade(
        &self,
        partner: impl Into<Partner>,
        flow: TradeFlow,
        want: Want,
    ) -> Option<Figure<'e>> {
        let partner = partner.into();
        self.newest(partner, flow, want)
            .map(|found| found.figure)
            .or_else(|| self.months(partner, flow, want))
    }

    /// Says whether there is a table of all partners, in which a partner that is absent had no trade.
    pub(crate) fn is_full(&self, flow: TradeFlow, want: Want) -> bool {
        self.columns(flow, want).is_some()
    }

    /// Returns the trade with the world and, where it is the sum of the partners, their number.
    ///
    /// The newer of the published total and the sum is taken, and the published one where both are as new.
    pub(crate) fn total(&self, flow: TradeFlow, want: Want) -> Option<(Figure<'e>, Option<usize>)> {
        let published = self.newest(Partner::World, flow, want);
        let summed = self.columns(flow, want).and_then(|columns| self.sum(&columns));
        match (published, summed) {
            (Some(total), Some((sum, partners))) => {
                let newer = self.known.merit(&sum, &total, want) == Ordering::Greater
                    && (sum.newest.release != total.newest.release || sum.figure.basis != total.figure.basis);
                Some(if newer { (sum.figure, Some(partners)) } else { (total.figure, None) })
            }
            (Some(total), None) => Some((total.figure, None)),
            (None, Some((sum, partners))) => Some((sum.figure, Some(partners))),
            (None, None) => None,
        }
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

    fn newest(&self, partner: Partner, flow: TradeFlow, want: Want) -> Option<Candidate<'e>> {
        match flow {
            TradeFlow::Exports => self.known.single(self.exports, partner, want),
            TradeFlow::Imports => self.known.single(self.imports, partner, want),
            TradeFlow::Turnover => self.turnover(partner, want),
        }
    }

    /// Returns the newest of exports and imports of one release, and an announced turnover.
    fn turnover(&self, partner: Partner, want: Want) -> Option<Candidate<'e>> {
        let mut best = self.known.single(self.turnover, partner, want);
        for exports in self.known.vintages(self.exports, partner, want) {
            let Some(imports) = self.counterpart(exports, partner, want) else { continue };
            let Some(figure) = Figure::of(exports).plus(&Figure::of(imports)) else { continue };
            let later = self.known.age(exports.release, imports.release) != Ordering::Less;
            let newest = if later { exports } else { imports };
            let step = exports.observation.precision.checked_add(imports.observation.precision);
            let step = step.unwrap_or(Decimal::MAX);
            best = self.known.better(best, Candidate { figure, newest, step }, want);
        }
        best
    }

    /// Returns the imports that belong to exports: of the same release, else the newest of the same publisher.
    fn counterpart(&self, exports: &'e Vintage, partner: Partner, want: Want) -> Option<&'e Vintage> {
        let key = &exports.observation.key;
        let publisher =
            |vintage: &Vintage| self.known.release(vintage.release).map(|info| &info.release.publisher);
        let alike = self.known.vintages(self.imports, partner, want).filter(|imports| {
            let other = &imports.observation.key;
            (other.basis, other.unit) == (key.basis, key.unit) && publisher(imports) == publisher(exports)
        });
        let mut newest = None;
        for imports in alike {
            if imports.release == exports.release {
                return Some(imports);
            }
            newest = newest.or(Some(imports));
        }
        newest
    }

    fn months(&self, partner: Partner, flow: TradeFlow, want: Want) -> Option<Figure<'e>> {
        let (first, last) = (self.period.first_month().index(), self.period.last_month().index());
        if last <= first || last - first >= LONGEST_SUM {
            return None;
        }
        let mut sum: Option<Figure<'e>> = None;
        for index in first..=last {
            let month = crate::month::at(index)?;
            let table = self.known.table(self.reporter, Period::Month(month));
            let figure = table.newest(partner, flow, want)?.figure;
            sum = Some(match sum {
                None => figure,
                Some(sum) => sum.plus(&figure)?,
            });
        }
        sum
    }

    /// Returns the columns to add up or rank: the newest known one of each flow that is a table.
    fn columns(&self, flow: TradeFlow, want: Want) -> Option<Vec<(&'e Shelf, &'e Column)>> {
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
    fn sum(&self, columns: &[(&'e Shelf, &'e Column)]) -> Option<(Candidate<'e>, usize)> {
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

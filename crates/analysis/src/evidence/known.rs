//! What was known on a day: of each figure the newest vintage published by then.

use super::Evidence;
use super::shelf::{ReleaseInfo, Row, Shelf, ShelfKey, Vintage};
use super::table::Table;
use crate::figure::Figure;
use entente_model::{Basis, Country, Decimal, Flow, Partner, Period, Unit, Valuation};
use jiff::civil::Date;
use std::cmp::Ordering;

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

/// A candidate: its newest vintage, and the worth of the last digit of the whole.
pub(super) struct Candidate<'e> {
    pub(super) figure: Figure<'e>,
    pub(super) newest: &'e Vintage,
    pub(super) step: Decimal,
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

    /// Returns the periods in which a country had reported a flow with a partner, in whatever order, some more than once.
    pub(crate) fn periods(&self, reporter: Country, flow: Flow, partner: Partner) -> Vec<Period> {
        let known = *self;
        let shelves = self.evidence.shelves.iter().filter(|(key, _)| key.is_of(reporter, flow));
        let vintages = shelves.filter_map(|(_, shelf)| shelf.row(partner)).flat_map(|row| &row.vintages);
        let vintages = vintages.filter(|vintage| known.release(vintage.release).is_some());
        vintages.map(|vintage| vintage.observation.key.period).collect()
    }

    /// Returns the newest observation of one flow with one partner in one period.
    pub(crate) fn one(
        &self,
        reporter: Country,
        flow: Flow,
        partner: Partner,
        period: Period,
        want: Want,
    ) -> Option<&'e Vintage> {
        let shelf = self.evidence.shelves.get(&ShelfKey::new(reporter, flow, period));
        self.single(shelf, partner, want).map(|found| found.newest)
    }

    pub(super) const fn rates(&self) -> &'e super::Rates {
        &self.evidence.rates
    }

    pub(super) fn release(&self, index: usize) -> Option<&'e ReleaseInfo> {
        self.evidence.releases.get(index).filter(|info| info.known <= self.as_of)
    }

    pub(super) fn vintages(
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

    pub(super) fn single(
        &self,
        shelf: Option<&'e Shelf>,
        partner: Partner,
        want: Want,
    ) -> Option<Candidate<'e>> {
        let mut best: Option<Candidate<'e>> = None;
        for vintage in self.vintages(shelf, partner, want) {
            let step = vintage.observation.precision;
            best = self.better(best, Candidate { figure: Figure::of(vintage), newest: vintage, step }, want);
        }
        best
    }

    pub(super) fn better(
        &self,
        old: Option<Candidate<'e>>,
        new: Candidate<'e>,
        want: Want,
    ) -> Option<Candidate<'e>> {
        match old {
            Some(old) if self.merit(&old, &new, want) != Ordering::Less => Some(old),
            _ => Some(new),
        }
    }

    /// Orders candidates: the unit and basis asked for, then the newest vintage, then the finer figure.
    pub(super) fn merit(&self, a: &Candidate<'e>, b: &Candidate<'e>, want: Want) -> Ordering {
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

    pub(super) fn age(&self, a: usize, b: usize) -> Ordering {
        match (self.evidence.releases.get(a), self.evidence.releases.get(b)) {
            (Some(a), Some(b)) => a.age(b),
            (a, b) => a.is_some().cmp(&b.is_some()),
        }
    }
}

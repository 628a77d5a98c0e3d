//! What one country reports of one stretch of time, and what can be made of it.

use super::known::{Candidate, Known, Want};
use super::shelf::{Shelf, Vintage};
use crate::figure::Figure;
use entente_model::{Country, Decimal, Partner, Period, TradeFlow};
use std::cmp::Ordering;

/// The longest stretch that months are added up to, in months.
const LONGEST_SUM: i32 = 24;

/// What one country reports of one stretch of time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table<'e> {
    pub(crate) known: Known<'e>,
    pub(crate) reporter: Country,
    pub(crate) period: Period,
    pub(super) exports: Option<&'e Shelf>,
    pub(super) imports: Option<&'e Shelf>,
    pub(super) turnover: Option<&'e Shelf>,
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
}

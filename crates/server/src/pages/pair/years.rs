//! The figures of a pair by year, in the order of its countries.

use crate::pages::amounts::Amounts;
use entente_model::{Country, Decimal, Period, Unit};
use entente_observatory::pair::{Profile, Row};

/// How many years the charts show; the table has all.
const SHOWN: i16 = 14;

/// One year as both report it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Year<'a> {
    pub(crate) year: i16,
    /// What the first and the second country report.
    pub(crate) rows: [Option<&'a Row>; 2],
}

impl Year<'_> {
    /// Returns the turnover that a side reports.
    pub(crate) fn turnover(&self, side: usize) -> Option<Decimal> {
        self.rows.get(side).copied().flatten()?.turnover
    }

    /// Returns the turnovers of both sides.
    pub(crate) fn both(&self) -> Option<(Decimal, Decimal)> {
        self.turnover(0).zip(self.turnover(1))
    }
}

/// The years of a pair.
#[derive(Debug)]
pub(crate) struct Years<'a> {
    /// The countries.
    pub(crate) countries: [Country; 2],
    /// Every year of which anything is reported, by year.
    pub(crate) rows: Vec<Year<'a>>,
    /// The unit of the figures.
    pub(crate) unit: Unit,
    /// How they are written: billions with two decimals.
    pub(crate) amounts: Amounts,
}

impl<'a> Years<'a> {
    pub(crate) fn new(profile: &'a Profile) -> Self {
        let countries = [profile.pair.first(), profile.pair.second()];
        // Years in other money than most cannot stand on one axis.
        let unit = profile.rows.last().map_or(Unit::Count, |row| row.unit);
        let mut rows: Vec<Year<'a>> = Vec::new();
        for row in profile.rows.iter().filter(|row| row.unit == unit) {
            let Some(year) = row.period.whole_year() else { continue };
            if rows.last().is_none_or(|last| last.year != year) {
                rows.push(Year { year, rows: [None, None] });
            }
            let side = usize::from(row.reporter != profile.pair.first());
            if let Some(place) = rows.last_mut().and_then(|last| last.rows.get_mut(side)) {
                *place = Some(row);
            }
        }
        let largest = profile.rows.iter().filter_map(|row| row.turnover).max().unwrap_or_default();
        let step = largest.checked_div(Decimal::from(450)).unwrap_or_default();
        Self { countries, rows, unit, amounts: Amounts::new(unit, largest, step) }
    }

    /// Returns the last year of which anything is reported.
    pub(crate) fn last(&self) -> Option<i16> {
        self.rows.last().map(|year| year.year)
    }

    /// Returns the years that charts show.
    pub(crate) fn shown(&self) -> &[Year<'a>] {
        let first = self.last().map_or(0, |last| last - SHOWN + 1);
        let from = self.rows.iter().position(|year| year.year >= first).unwrap_or(0);
        self.rows.get(from..).unwrap_or_default()
    }

    /// Returns the newest year that both report.
    pub(crate) fn newest_of_both(&self) -> Option<&Year<'a>> {
        self.rows.iter().rev().find(|year| year.both().is_some())
    }

    /// Returns the newest year of which a turnover is reported.
    pub(crate) fn newest(&self) -> Option<&Year<'a>> {
        self.newest_of_both()
            .or_else(|| self.rows.iter().rev().find(|y| y.turnover(0).or(y.turnover(1)).is_some()))
    }

    /// Returns a year.
    pub(crate) fn of(&self, year: i16) -> Option<&Year<'a>> {
        self.rows.iter().find(|other| other.year == year)
    }

    /// Returns by how many percent the turnover that a side reports changed on the year before.
    pub(crate) fn change(&self, year: i16, side: usize) -> Option<Decimal> {
        let (now, before) = (self.of(year)?.turnover(side)?, self.of(year - 1)?.turnover(side)?);
        percent(now.checked_sub(before)?, before)
    }
}

/// Returns a part of a whole in percent; none of nothing.
pub(crate) fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// Returns the address of the observations that a side's figure of a year is made of.
pub(crate) fn address(visit: &crate::pages::Visit, row: &Row, flow: Option<&str>) -> String {
    let parties = [row.reporter.alpha3(), row.partner.alpha3()];
    crate::pages::parts::observations(visit, parties, flow, &Period::to_string(&row.period))
}

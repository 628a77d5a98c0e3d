//! The frame of a question: a claim's parties, times and wanted basis, and what was known.

use crate::evidence::{Evidence, Known, Table, Want};
use crate::subject::Subject;
use entente_model::{Basis, Claim, ClaimKind, Country, Currency, Of, Period, Scope, TradeFlow, Unit};
use jiff::civil::Date;

/// One of the two parties, in the order that the kind of claim gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    First,
    Second,
}

/// A claim about two countries with everything that its definitions ask for.
pub(crate) struct Frame<'e, 'c> {
    pub(crate) claim: &'c Claim,
    pub(crate) known: Known<'e>,
    /// The party that definitions call first.
    pub(crate) first: Country,
    /// The party that definitions call second.
    pub(crate) second: Country,
    pub(crate) period: Period,
    pub(crate) assumed: bool,
    /// The period that changes are counted from: the claim's, else the same months a year before.
    pub(crate) base: Option<Period>,
    pub(crate) want: Want,
    pub(crate) voice: Option<Country>,
    /// The day that relative times are counted from.
    pub(crate) spoken: Date,
    tables: [Table<'e>; 2],
}

impl<'e, 'c> Frame<'e, 'c> {
    /// Lays out the frame; none where there are not two parties or no period can be told.
    pub(crate) fn new(subject: &Subject<'c>, evidence: &'e Evidence, as_of: Date) -> Option<Self> {
        let claim = subject.claim;
        let (period, assumed) = subject.period(as_of)?;
        let [first, second] = ordered(subject)?;
        let known = evidence.known(as_of);
        let basis = claim.basis.unwrap_or(Basis::Goods);
        let unit = if claim.unit.is_money() { claim.unit } else { Unit::Money(Currency::USD) };
        Some(Self {
            claim,
            known,
            first,
            second,
            period,
            assumed,
            base: claim.base.or_else(|| period.shift_years(-1)),
            want: Want { basis, strict: false, unit },
            voice: subject.voice,
            spoken: subject.spoken(as_of),
            tables: [known.table(first, period), known.table(second, period)],
        })
    }

    pub(crate) const fn country(&self, who: Who) -> Country {
        match who {
            Who::First => self.first,
            Who::Second => self.second,
        }
    }

    pub(crate) const fn other(&self, who: Who) -> Country {
        match who {
            Who::First => self.second,
            Who::Second => self.first,
        }
    }

    pub(crate) fn who(&self, country: Country) -> Option<Who> {
        [Who::First, Who::Second].into_iter().find(|who| self.country(*who) == country)
    }

    /// Returns what a party reports of a period.
    pub(crate) fn table(&self, who: Who, period: Period) -> Table<'e> {
        let [first, second] = &self.tables;
        let table = if who == Who::First { first } else { second };
        if period == self.period { *table } else { self.known.table(self.country(who), period) }
    }
}

/// Returns the flow of a growth or a rank; turnover where the claim names none.
pub(crate) const fn flow(claim: &Claim) -> TradeFlow {
    match claim.of {
        Some(Of::Flow(flow)) | Some(Of::Trade { flow: Some(flow), .. }) => flow,
        _ => TradeFlow::Turnover,
    }
}

/// Returns the parties as definitions call them first and second.
///
/// Sorted; but [reporter, partner] for exports and imports, [of, partner] for a rank, the exporter or importer
/// first for a growth of exports or imports, and the country whose balance it is first for a balance.
fn ordered(subject: &Subject<'_>) -> Option<[Country; 2]> {
    let claim = subject.claim;
    let [a, b] = subject.parties()?;
    let party = |country: Option<Country>| country.filter(|country| [a, b].contains(country));
    let other = |country: Country| if country == a { b } else { a };
    let leading = |named: Option<Country>, opposite: Option<Country>| {
        party(named).or_else(|| party(opposite).map(other)).or_else(|| party(subject.voice)).unwrap_or(a)
    };
    let first = match (claim.kind, flow(claim)) {
        (ClaimKind::Exports | ClaimKind::Imports | ClaimKind::PartnerRank, _) => a,
        (ClaimKind::TradeBalance, _) => {
            let holder = match claim.of {
                Some(Of::Trade { country: None, scope: Scope::Country(country), .. }) => Some(country),
                _ => None,
            };
            party(holder).unwrap_or_else(|| leading(claim.from, claim.to))
        }
        (ClaimKind::TradeGrowth, TradeFlow::Exports) => leading(claim.from, claim.to),
        (ClaimKind::TradeGrowth, TradeFlow::Imports) => leading(claim.to, claim.from),
        _ => a.min(b),
    };
    Some([first, other(first)])
}

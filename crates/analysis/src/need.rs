//! What a claim needs to be checked: which observations to fetch from a registry.

use crate::subject::Subject;
use crate::target;
use entente_model::{
    Claim, ClaimKind, Country, Currency, Flow, Modality, Month, Of, Partner, Period, Region, Scope, Unit,
};
use jiff::civil::Date;

/// All vintages of what one country reports of one partner, or of all, whose period lies within some months.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Who reports.
    pub reporter: Country,
    /// Of whom.
    pub partners: Partners,
    /// Which flows.
    pub flows: &'static [Flow],
    /// The first month.
    pub first: Month,
    /// The last month.
    pub last: Month,
}

/// One partner or all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Partners {
    /// One.
    One(Partner),
    /// All of them, what is allocated to none, and the published total.
    All,
}

const LEVELS: &[Flow] = &[Flow::Exports, Flow::Imports, Flow::Turnover];
const LEVELS_AND_BALANCE: &[Flow] = &[Flow::Exports, Flow::Imports, Flow::Turnover, Flow::Balance];

/// Returns what a claim needs to be checked; nothing where statistics do not answer it.
#[must_use]
pub fn needs(subject: &Subject<'_>, as_of: Date) -> Vec<Need> {
    let claim = subject.claim;
    let Some((period, _)) = subject.period(as_of) else { return Vec::new() };
    let Some([a, b]) = subject.parties().filter(|_| claim.kind.is_trade()) else { return Vec::new() };
    let (first, last) = stretch(claim, period, as_of);
    let flows = if claim.kind == ClaimKind::TradeBalance { LEVELS_AND_BALANCE } else { LEVELS };
    let need = |reporter, partners| Need { reporter, partners, flows, first, last };
    let region = match claim.of {
        Some(Of::Trade { country: None, scope: Scope::Region(region), .. }) => Some(region),
        _ => None,
    };
    match (claim.kind, region) {
        (ClaimKind::PartnerRank, _) => vec![need(a, Partners::All)],
        (ClaimKind::TradeShare, Some(region)) => {
            reporters(region, [a, b], period).into_iter().map(|r| need(r, Partners::All)).collect()
        }
        (ClaimKind::TradeShare, None) => vec![need(a, Partners::All), need(b, Partners::All)],
        _ => vec![need(a, Partners::One(b.into())), need(b, Partners::One(a.into()))],
    }
}

/// Returns the money whose rates of exchange a claim needs to be checked: its own, where that is not the dollar that
/// statistics are told in.
#[must_use]
pub fn money(claim: &Claim) -> Option<Currency> {
    match claim.unit {
        Unit::Money(currency) if claim.kind.is_trade() && currency != Currency::USD => Some(currency),
        _ => None,
    }
}

/// Returns the members of a region and the parties, each once, sorted.
fn reporters(region: Region, parties: [Country; 2], period: Period) -> Vec<Country> {
    let mut reporters = crate::region::members(region, period);
    reporters.extend(parties);
    reporters.sort_unstable();
    reporters.dedup();
    reporters
}

/// Returns the months from the period compared with, or the start of the series, to the period itself.
fn stretch(claim: &Claim, period: Period, as_of: Date) -> (Month, Month) {
    let base = claim.base.or_else(|| period.shift_years(-1)).unwrap_or(period);
    let first = base.first_month().min(period.first_month());
    let last = base.last_month().max(period.last_month());
    if claim.modality == Modality::Actual {
        return (first, last);
    }
    let today = Month::new(as_of.year(), as_of.month()).unwrap_or(last);
    (target::first_month().unwrap_or(first).min(first), today.max(last))
}

//! Ranks: the place of a partner among a country's partners.

use crate::evidence::{Evidence, Known, Want};
use crate::region;
use entente_model::{Basis, Country, Decimal, Input, Partner, Period, Region, Scope, TradeFlow, Unit};
use jiff::civil::Date;

/// The place of a partner among a country's partners.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankAnswer {
    /// The place, from 1; partners with the same trade share the better one.
    pub rank: usize,
    /// The number of partners that were ranked.
    pub partners: usize,
    /// The partner's trade.
    pub value: Decimal,
    /// Its unit.
    pub unit: Unit,
    /// What is counted.
    pub basis: Basis,
    /// The period.
    pub period: Period,
    /// The partners before it, largest first.
    pub before: Vec<Partner>,
    /// The observations of the partner and of those before it.
    pub inputs: Vec<Input>,
}

/// Ranks `partner` among the partners of `of` by a flow that `of` reports, within a scope where one is named.
///
/// Partners are countries, those that exist no more included; the world, groups and what is allocated to no
/// country are not ranked. None where no table of all partners was known on `as_of`, or the partner is not in it.
#[must_use]
pub fn rank_of(
    of: Country,
    partner: Country,
    by: TradeFlow,
    scope: Option<Scope>,
    period: Period,
    evidence: &Evidence,
    as_of: Date,
) -> Option<RankAnswer> {
    let want = Want { basis: Basis::Goods, strict: false, unit: Unit::Money(entente_model::Currency::USD) };
    rank(evidence.known(as_of), [of, partner], by, scope, period, want)
}

/// Ranks as [`rank_of`], by what is wanted.
pub(crate) fn rank(
    known: Known<'_>,
    [of, partner]: [Country; 2],
    by: TradeFlow,
    scope: Option<Scope>,
    period: Period,
    want: Want,
) -> Option<RankAnswer> {
    let mut rows = known.table(of, period).partners(by, want)?;
    if let Some(Scope::Region(region)) = scope.filter(|scope| *scope != Scope::Region(Region::World)) {
        let members = region::members(region, period);
        rows.retain(|row| row.0.country().is_some_and(|country| members.binary_search(&country).is_ok()));
    }
    let (_, value, vintages) = rows.iter().find(|row| row.0 == Partner::Country(partner))?;
    let key = &vintages.first()?.observation.key;
    let before = rows.partition_point(|row| row.1 > *value);
    let above = rows.iter().take(before);
    let used = above.clone().flat_map(|row| &row.2).chain(vintages);
    Some(RankAnswer {
        rank: before + 1,
        partners: rows.len(),
        value: *value,
        unit: key.unit,
        basis: key.basis,
        period,
        before: above.map(|row| row.0).collect(),
        inputs: used.map(|vintage| vintage.input(known.releases())).collect(),
    })
}

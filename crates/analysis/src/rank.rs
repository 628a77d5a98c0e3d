//! Ranks: the place of a partner among a country's partners.

use crate::evidence::{Evidence, Known, Vintage, Want};
use crate::region;
use entente_model::{
    Basis, Country, Currency, Decimal, Input, Partner, Period, Region, Scope, TradeFlow, Unit,
};
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
    let want = Want { basis: Basis::Goods, strict: false, unit: Unit::Money(Currency::USD) };
    let known = evidence.known(as_of);
    let place = place(known, [of, partner], by, scope, period, want)?;
    Some(RankAnswer {
        rank: place.rank,
        partners: place.partners,
        value: place.value,
        unit: place.unit,
        basis: place.basis,
        period,
        before: place.before,
        inputs: place.inputs.iter().map(|vintage| vintage.input(known.releases())).collect(),
    })
}

/// A place with the observations that it rests on.
pub(crate) struct Place<'e> {
    pub(crate) rank: usize,
    pub(crate) partners: usize,
    value: Decimal,
    unit: Unit,
    pub(crate) basis: Basis,
    before: Vec<Partner>,
    pub(crate) inputs: Vec<&'e Vintage>,
}

/// Ranks as [`rank_of`], by what is wanted.
pub(crate) fn place<'e>(
    known: Known<'e>,
    [of, partner]: [Country; 2],
    by: TradeFlow,
    scope: Option<Scope>,
    period: Period,
    want: Want,
) -> Option<Place<'e>> {
    let mut rows = known.table(of, period).partners(by, want)?;
    if let Some(Scope::Region(region)) = scope.filter(|scope| *scope != Scope::Region(Region::World)) {
        let members = region::members(region, period);
        rows.retain(|row| {
            row.partner.country().is_some_and(|country| members.binary_search(&country).is_ok())
        });
    }
    let partners = rows.len();
    let own = *rows.iter().find(|row| row.partner == Partner::Country(partner))?;
    let key = &own.vintages().next()?.observation.key;
    rows.retain(|row| row.value > own.value);
    rows.sort_by(|a, b| b.value.cmp(&a.value).then_with(|| a.partner.cmp(&b.partner)));
    Some(Place {
        rank: rows.len() + 1,
        partners,
        value: own.value,
        unit: key.unit,
        basis: key.basis,
        before: rows.iter().map(|row| row.partner).collect(),
        inputs: rows.iter().chain([&own]).flat_map(|row| row.vintages()).collect(),
    })
}

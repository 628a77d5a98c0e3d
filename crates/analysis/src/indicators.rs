//! Indicators of a country's trade and of a pair's: growth, shares, ranks, balance and cover ratio, intensity,
//! concentration. `docs/indicators.md` gives each formula with its reference.
//!
//! Each says apart what is zero, what is missing and what is not covered: a partner that a table of all partners does not
//! name had no trade; a figure that stands in no table although the country reports that period is missing; where the
//! country reports nothing of that period, it is not covered.

use crate::evidence::{Evidence, Known, Want};
use crate::rank::rank_of;
use entente_model::{Basis, Country, Currency, Decimal, Partner, Period, TradeFlow, Unit, decimal};
use jiff::civil::Date;
use serde::Serialize;

/// World trade is the sum of what so many countries report at least.
const WORLD_REPORTERS: usize = 100;

/// One indicator of one period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Indicator {
    /// Which.
    pub id: &'static str,
    /// When.
    pub period: Period,
    /// The number; zero where it is zero, none where it is missing or not covered.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub value: Option<Decimal>,
    /// In what: `USD`, `percent`, `rank`, `ratio`.
    pub unit: &'static str,
    /// Whether there is a number, and why not.
    pub state: State,
}

/// Whether an indicator has a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It has one.
    Value,
    /// It is zero: no trade, where all partners are told.
    Zero,
    /// An input is missing although its country reports that period, or the formula has no value, such as growth from zero.
    Missing,
    /// A country that it needs reports nothing of that period.
    NotCovered,
}

impl State {
    /// Returns the word as it is written on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Zero => "zero",
            Self::Missing => "missing",
            Self::NotCovered => "not_covered",
        }
    }
}

/// A number, or why there is none.
type Amount = Result<Decimal, State>;

const FLOWS: [(TradeFlow, [&str; 5]); 3] = [
    (
        TradeFlow::Exports,
        ["exports", "exports_growth", "exports_share", "exports_rank", "exports_concentration"],
    ),
    (
        TradeFlow::Imports,
        ["imports", "imports_growth", "imports_share", "imports_rank", "imports_concentration"],
    ),
    (
        TradeFlow::Turnover,
        ["turnover", "turnover_growth", "turnover_share", "turnover_rank", "turnover_concentration"],
    ),
];

/// Computes the indicators of a country's trade with a partner, or with the world, as the country reports it.
#[must_use]
pub fn indicators(
    of: Country,
    partner: Option<Country>,
    period: Period,
    evidence: &Evidence,
    as_of: Date,
) -> Vec<Indicator> {
    let desk = Desk {
        known: evidence.known(as_of),
        of,
        with: partner.map_or(Partner::World, Partner::Country),
        period,
    };
    let mut found = Vec::new();
    let mut put = |id, unit, amount: Amount| {
        let (value, state) = match amount {
            Ok(value) if value.is_zero() => (Some(value), State::Zero),
            Ok(value) => (Some(decimal::rounded(value, if unit == "USD" { 2 } else { 4 })), State::Value),
            Err(state) => (None, state),
        };
        found.push(Indicator { id, period, value, unit, state });
    };
    for (flow, [level, growth, share, rank, concentration]) in FLOWS {
        put(level, "USD", desk.level(flow, period));
        put(growth, "percent", desk.growth(flow));
        match partner {
            Some(partner) => {
                put(share, "percent", desk.share(flow));
                let place = rank_of(of, partner, flow, None, period, evidence, as_of);
                let place = place.map(|place| Decimal::from(place.rank));
                put(rank, "rank", place.ok_or_else(|| desk.lacking(of, period)));
            }
            None => put(concentration, "ratio", desk.concentration(flow)),
        }
    }
    put("balance", "USD", desk.both(|exports, imports| exports.checked_sub(imports)));
    put("cover_ratio", "percent", desk.both(percent));
    if let Some(partner) = partner {
        put("intensity", "ratio", desk.intensity(partner, evidence));
    }
    found
}

/// What the indicators of one question are computed from.
struct Desk<'e> {
    known: Known<'e>,
    of: Country,
    with: Partner,
    period: Period,
}

const WANT: Want = Want { basis: Basis::Goods, strict: false, unit: Unit::Money(Currency::USD) };

fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

impl Desk<'_> {
    /// Says why a figure of a country is not there.
    fn lacking(&self, reporter: Country, period: Period) -> State {
        let table = self.known.table(reporter, period);
        let reports = |(flow, _): &(TradeFlow, [&str; 5])| table.total(*flow, WANT).is_some();
        if FLOWS.iter().any(reports) { State::Missing } else { State::NotCovered }
    }

    fn figure(&self, reporter: Country, partner: Partner, flow: TradeFlow, period: Period) -> Amount {
        let table = self.known.table(reporter, period);
        let found = match partner {
            Partner::World => table.total(flow, WANT).map(|(figure, _)| figure.value),
            partner => table.trade(partner, flow, WANT).map(|figure| figure.value),
        };
        match found {
            Some(value) => Ok(value),
            None if partner != Partner::World && table.is_full(flow, WANT) => Ok(Decimal::ZERO),
            None => Err(self.lacking(reporter, period)),
        }
    }

    fn level(&self, flow: TradeFlow, period: Period) -> Amount {
        self.figure(self.of, self.with, flow, period)
    }

    fn growth(&self, flow: TradeFlow) -> Amount {
        let before = self.period.shift_years(-1).ok_or(State::NotCovered)?;
        let (now, then) = (self.level(flow, self.period)?, self.level(flow, before)?);
        percent(now, then).and_then(|index| index.checked_sub(Decimal::ONE_HUNDRED)).ok_or(State::Missing)
    }

    fn share(&self, flow: TradeFlow) -> Amount {
        let whole = self.figure(self.of, Partner::World, flow, self.period)?;
        percent(self.level(flow, self.period)?, whole).ok_or(State::Missing)
    }

    fn both(&self, make: impl Fn(Decimal, Decimal) -> Option<Decimal>) -> Amount {
        let exports = self.level(TradeFlow::Exports, self.period)?;
        make(exports, self.level(TradeFlow::Imports, self.period)?).ok_or(State::Missing)
    }

    /// The sum of the squared shares of the partners in what goes to all of them.
    fn concentration(&self, flow: TradeFlow) -> Amount {
        let partners = self.known.table(self.of, self.period).partners(flow, WANT);
        let partners = partners.ok_or_else(|| self.lacking(self.of, self.period))?;
        let sum = partners.iter().try_fold(Decimal::ZERO, |sum, row| sum.checked_add(row.value));
        let squared = |sum: Decimal| {
            let part = |row: &crate::evidence::PartnerTrade<'_>| {
                let share = row.value.checked_div(sum)?;
                share.checked_mul(share)
            };
            partners.iter().try_fold(Decimal::ZERO, |total, row| total.checked_add(part(row)?))
        };
        sum.and_then(squared).ok_or(State::Missing)
    }

    /// The partner's share in the country's exports over the partner's share in the imports of all other countries.
    fn intensity(&self, partner: Country, evidence: &Evidence) -> Amount {
        let world = |reporter: Country, flow| self.figure(reporter, Partner::World, flow, self.period);
        let share =
            self.level(TradeFlow::Exports, self.period)?.checked_div(world(self.of, TradeFlow::Exports)?);
        let imports = world(partner, TradeFlow::Imports)?;
        let others = Country::all().filter(|reporter| *reporter != self.of && evidence.reports(*reporter));
        let others: Vec<Decimal> =
            others.filter_map(|reporter| world(reporter, TradeFlow::Imports).ok()).collect();
        if others.len() < WORLD_REPORTERS {
            return Err(State::NotCovered);
        }
        let all = others.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add);
        let expected = all.and_then(|all| imports.checked_div(all));
        share.zip(expected).and_then(|(share, expected)| share.checked_div(expected)).ok_or(State::Missing)
    }
}

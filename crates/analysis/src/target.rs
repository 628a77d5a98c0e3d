//! Targets: whether they were reached, and how far and how fast they ask to go.

use crate::evidence::{Evidence, Want};
use crate::figure::Figure;
use crate::forecast::forecast;
use crate::frame::{Frame, Who};
use crate::grid;
use crate::messages::say;
use crate::subject::Subject;
use entente_model::decimal::rounded;
use entente_model::{
    Arg, Basis, Claim, ClaimKind, Country, Decimal, Measure, Message, Modality, Month, Outlook, Pace, Period,
};
use entente_model::{Bound, Outcome, TradeFlow};
use jiff::civil::Date;

/// The first year that a series may start with.
const FIRST_YEAR: i16 = 1990;
/// How many years back the latest complete year of a series is looked for.
const LATEST_WITHIN: i16 = 10;

/// Returns the month that the longest series starts with.
pub(crate) const fn first_month() -> Option<Month> {
    Month::new(FIRST_YEAR, 1)
}

/// Says whether a claim is about the future and its deadline lies ahead, or it has none.
///
/// Portfolios of projects that are planned are no forecasts: the register holds them.
pub(crate) fn is_open(claim: &Claim, as_of: Date) -> bool {
    let future = match claim.modality {
        Modality::Actual => false,
        Modality::Planned => !claim.kind.is_portfolio(),
        Modality::Target => true,
    };
    future && claim.period.is_none_or(|deadline| !deadline.is_over(as_of))
}

/// Says whether a value reaches the value that a target names.
pub(crate) fn reaches(frame: &Frame<'_, '_>, value: Decimal) -> bool {
    if is_ceiling(frame) { value <= frame.claim.value } else { value >= frame.claim.value }
}

fn is_ceiling(frame: &Frame<'_, '_>) -> bool {
    let claim = frame.claim;
    matches!(claim.bound, Bound::Under | Bound::UpTo) || claim.kind == ClaimKind::PartnerRank
}

/// Judges a target whose deadline is over: met where a plain reading reaches the value itself.
pub(crate) fn ended(frame: &Frame<'_, '_>, figures: &[Option<Decimal>]) -> Outcome {
    if figures.iter().flatten().any(|value| reaches(frame, *value)) {
        Outcome::Met
    } else if figures.iter().any(Option::is_some) {
        Outcome::Missed
    } else {
        Outcome::NoData
    }
}

/// Returns the value that comes nearest to reaching a target.
pub(crate) fn best(frame: &Frame<'_, '_>, figures: &[Option<Decimal>]) -> Option<Decimal> {
    let known = figures.iter().flatten().copied();
    if is_ceiling(frame) { known.min() } else { known.max() }
}

/// Returns how much of the named value is lacking, in percent of it.
pub(crate) fn shortfall(frame: &Frame<'_, '_>, figures: &[Option<Decimal>]) -> Option<Decimal> {
    let named = frame.claim.value;
    let lacking = named.checked_sub(best(frame, figures)?)?.abs();
    Some(rounded(lacking.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(named.abs())?, 2))
}

/// Returns how far and how fast a target of a level asks to go, by each reporter's series.
pub(crate) fn outlook(frame: &Frame<'_, '_>, notes: &mut Vec<Message>) -> Option<Outlook> {
    let sides = sides(frame.claim)?;
    let horizon = match frame.claim.period {
        Some(deadline) => deadline.last_month().year(),
        None => declared_horizon(frame, notes)?,
    };
    let newest = frame.known.as_of().year().checked_sub(1)?;
    let paces = sides.into_iter().filter_map(|(who, flow)| pace(frame, who, flow, (newest, horizon), notes));
    let mut paces: Vec<Pace> = paces.collect();
    paces.sort_by_key(|pace| Some(pace.reporter) != frame.voice);
    Some(Outlook { deadline: frame.claim.period, horizon: Period::year(horizon)?, paces })
}

/// Returns whose series answers a target of a level, and the flow that each reports of it; none for other targets.
fn sides(claim: &Claim) -> Option<[(Who, TradeFlow); 2]> {
    let level = matches!(claim.measure, None | Some(Measure::Level)) && claim.unit.is_money();
    let flows = match claim.kind {
        ClaimKind::TradeTurnover => [TradeFlow::Turnover, TradeFlow::Turnover],
        ClaimKind::Exports => [TradeFlow::Exports, TradeFlow::Imports],
        ClaimKind::Imports => [TradeFlow::Imports, TradeFlow::Exports],
        _ => return None,
    };
    if !level || claim.product.is_some() || claim.sector.is_some() || claim.place.is_some() {
        return None;
    }
    Some([(Who::First, flows[0]), (Who::Second, flows[1])])
}

/// What one side's series told of a target when that was set, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Who reports.
    pub reporter: Country,
    /// The chance of reaching it by the years before it was set, from 0 to 1.
    pub chance: Decimal,
    /// Whether this side's figure of the deadline's year reached it.
    pub reached: bool,
}

/// Looks back at a target whose deadline is over: the chance that each side's series gave it in the year in which it was
/// set, from the years before that, in the figures that are known now. Empty where the deadline lies ahead or there is
/// none, and without a side that has five yearly growths before and a figure for the deadline.
#[must_use]
pub fn seen(subject: &Subject<'_>, evidence: &Evidence, as_of: Date, set_in: i16) -> Vec<Seen> {
    let claim = subject.claim;
    let over = claim.period.filter(|deadline| deadline.is_over(as_of));
    let frame = Frame::new(subject, evidence, as_of).filter(|_| claim.kind.is_trade());
    let (Some(deadline), Some(frame), Some(sides)) = (over, frame, sides(claim)) else { return Vec::new() };
    let (horizon, before) = (deadline.last_month().year(), set_in.saturating_sub(1));
    let one = |(who, flow): (Who, TradeFlow)| {
        let pace = pace(&frame, who, flow, (before, horizon), &mut Vec::new())?;
        let (basis, _) = latest(&frame, who, flow, before)?;
        let came = year_of(&frame, who, flow, horizon, basis)?;
        Some(Seen { reporter: pace.reporter, chance: pace.chance?, reached: reaches(&frame, came.value) })
    };
    sides.into_iter().filter_map(one).collect()
}

/// Returns the Brier score of chances: the mean of the squared distances to what came, 1 or 0; none without any.
#[must_use]
pub fn brier(seen: &[Seen]) -> Option<Decimal> {
    let distance = |seen: &Seen| {
        let came = if seen.reached { Decimal::ONE } else { Decimal::ZERO };
        (seen.chance - came) * (seen.chance - came)
    };
    let sum: Decimal = seen.iter().map(distance).sum();
    sum.checked_div(Decimal::from(seen.len())).map(|mean| rounded(mean, 3))
}

/// Returns the year that the pace of a target without a date is reckoned to, by the declared rule.
fn declared_horizon(frame: &Frame<'_, '_>, notes: &mut Vec<Message>) -> Option<i16> {
    let rule = grid::horizon();
    let after = |year: i16| {
        let earliest = year.checked_add(rule.ahead)?;
        let over = earliest.checked_rem(rule.every)?;
        if over == 0 { Some(earliest) } else { earliest.checked_add(rule.every - over) }
    };
    let said = after(frame.spoken.year())?;
    // A horizon that has passed since is counted again from the day of checking.
    let as_of = frame.known.as_of().year();
    let horizon = if said > as_of { said } else { after(as_of)? };
    notes.push(say(
        "note-horizon",
        [
            ("horizon", Arg::Period(Period::year(horizon)?)),
            ("every", Arg::Number(rule.every.into())),
            ("ahead", Arg::Number(rule.ahead.into())),
        ],
    ));
    Some(horizon)
}

/// Reckons a pace from the series up to `newest` to the year `horizon`.
fn pace(
    frame: &Frame<'_, '_>,
    who: Who,
    flow: TradeFlow,
    (newest, horizon): (i16, i16),
    notes: &mut Vec<Message>,
) -> Option<Pace> {
    let reporter = frame.country(who);
    let (basis, last) = latest(frame, who, flow, newest)?;
    let mut series = Vec::new();
    for year in (FIRST_YEAR..=last).rev() {
        let Some(figure) = year_of(frame, who, flow, year, basis) else { break };
        series.push(figure);
    }
    series.reverse();
    let values: Vec<Decimal> = series.iter().map(|figure| figure.value).collect();
    let (last_value, growths) = (*values.last()?, values.len() - 1);
    let found = forecast(&values, frame.claim.value, horizon.checked_sub(last)?)?;
    note_since(frame, who, flow, last, notes);
    if reaches(frame, last_value) {
        notes.push(say(
            "note-reached-already",
            [
                ("reporter", Arg::Country(reporter)),
                ("value", Arg::Quantity(last_value, frame.want.unit)),
                ("period", Arg::Period(Period::year(last)?)),
            ],
        ));
    }
    let inputs = series.iter().flat_map(|figure| &figure.inputs);
    Some(Pace {
        reporter,
        last_period: Period::year(last)?,
        last_value,
        needed: found.needed,
        so_far: found.so_far,
        first_period: Period::year(last.checked_sub(i16::try_from(growths).ok()?)?)?,
        growths,
        median: found.median,
        chance: found.chance,
        inputs: inputs.map(|vintage| vintage.input(frame.known.releases())).collect(),
    })
}

/// Returns the basis of a reporter's series and its latest year up to `newest`.
///
/// A series keeps to one basis. The claim's own comes first where it reaches the same year; figures whose basis is
/// not told, as in announcements, are used only where there is nothing else.
fn latest(frame: &Frame<'_, '_>, who: Who, flow: TradeFlow, newest: i16) -> Option<(Basis, i16)> {
    let bases = [frame.want.basis, Basis::Goods, Basis::GoodsAndServices, Basis::Services];
    for year in (newest - LATEST_WITHIN..=newest).rev() {
        let found = bases.iter().find(|basis| year_of(frame, who, flow, year, **basis).is_some());
        if let Some(basis) = found {
            return Some((*basis, year));
        }
    }
    let years = (newest - LATEST_WITHIN..=newest).rev();
    let mut known = years.filter(|year| year_of(frame, who, flow, *year, Basis::Unknown).is_some());
    known.next().map(|year| (Basis::Unknown, year))
}

fn year_of<'e>(
    frame: &Frame<'e, '_>,
    who: Who,
    flow: TradeFlow,
    year: i16,
    basis: Basis,
) -> Option<Figure<'e>> {
    let want = Want { basis, strict: true, unit: frame.want.unit };
    let figure = frame.table(who, Period::year(year)?).trade(frame.other(who), flow, want)?;
    (figure.unit == frame.want.unit).then_some(figure)
}

/// Notes what was announced for a year after the series ends.
fn note_since(frame: &Frame<'_, '_>, who: Who, flow: TradeFlow, last: i16, notes: &mut Vec<Message>) {
    let newest = frame.known.as_of().year().saturating_sub(1);
    let later = (last.saturating_add(1)..=newest).rev();
    let announced = later.filter_map(|year| Some((year, year_of(frame, who, flow, year, Basis::Unknown)?)));
    if let Some((year, figure)) = announced.into_iter().next() {
        let Some(period) = Period::year(year) else { return };
        notes.push(say(
            "note-announced-since",
            [
                ("reporter", Arg::Country(frame.country(who))),
                ("value", Arg::Quantity(figure.value, figure.unit)),
                ("period", Arg::Period(period)),
            ],
        ));
    }
}

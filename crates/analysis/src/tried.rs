//! Writing a judged reading down.

use crate::evidence::{Known, Rate, Vintage};
use crate::frame::Frame;
use crate::grid::{self, Definition};
use crate::judge::{Fit, Judged};
use entente_model::decimal::rounded;
use entente_model::{
    Arg, ClaimKind, Decimal, Input, Interval, Of, Period, RateInput, Region, Scope, Tried, Unit,
};
use rustc_hash::FxHashSet;

/// Writes a reading down as the definition that was tried.
pub(crate) fn tried(frame: &Frame<'_, '_>, judged: &Judged<'_, '_>) -> Option<Tried> {
    let reading = judged.reading;
    let definition = grid::definition(reading.id)?;
    let figure = reading.figure.as_ref().ok();
    let unit = figure.map_or_else(|| unit_of(frame), |figure| figure.unit);
    let range = figure.and_then(|figure| figure.spread.or(figure.choices));
    Some(Tried {
        definition: definition.id.clone(),
        plain: reading.plain,
        formula: formula(frame, definition),
        computed: figure.map(|figure| told(figure.value, unit)),
        unit,
        range: range.map(|range| told_range(range, unit)),
        matches: judged.fit != Fit::Outside,
        within_rounding: judged.fit == Fit::Meets,
        period: Some(reading.period),
        basis: figure.map_or(frame.want.basis, |figure| figure.basis),
        missing: reading.figure.as_ref().err().cloned().unwrap_or_default(),
        inputs: figure.map(|figure| inputs(frame.known, &figure.inputs)).unwrap_or_default(),
        rates: figure.map(|figure| rates(frame.known, &figure.rates)).unwrap_or_default(),
    })
}

/// Returns a value as it is told: money as it is, percents and ratios to three digits after the point.
pub(crate) fn told(value: Decimal, unit: Unit) -> Decimal {
    match unit {
        Unit::Percent | Unit::Times => rounded(value, 3),
        _ => rounded(value, 2),
    }
}

fn told_range(range: Interval, unit: Unit) -> Interval {
    Interval { low: range.low.map(|v| told(v, unit)), high: range.high.map(|v| told(v, unit)), ..range }
}

/// Returns observations as inputs, each once, in their order.
fn inputs(known: Known<'_>, vintages: &[&Vintage]) -> Vec<Input> {
    let mut seen = FxHashSet::default();
    let once = vintages.iter().filter(|vintage| seen.insert(std::ptr::from_ref::<Vintage>(vintage)));
    once.map(|vintage| vintage.input(known.releases())).collect()
}

/// Returns rates as inputs, each once, in their order.
fn rates(known: Known<'_>, rates: &[&Rate]) -> Vec<RateInput> {
    let mut seen = FxHashSet::default();
    let once = rates.iter().filter(|rate| seen.insert(std::ptr::from_ref::<Rate>(rate)));
    once.map(|rate| rate.input(known.releases())).collect()
}

/// Returns the unit that the claim's definitions give where they cannot be computed.
fn unit_of(frame: &Frame<'_, '_>) -> Unit {
    match frame.claim.kind {
        ClaimKind::TradeShare => Unit::Percent,
        ClaimKind::PartnerRank => Unit::Rank,
        ClaimKind::TradeGrowth => frame.claim.unit,
        _ => frame.want.unit,
    }
}

/// Returns the region that a claim's whole or scope names.
pub(crate) fn region(frame: &Frame<'_, '_>) -> Option<Region> {
    let scope = match (frame.claim.of, frame.claim.scope) {
        (Some(Of::Trade { scope, .. }), _) => Some(scope),
        (_, scope) => scope,
    };
    match scope {
        Some(Scope::Region(region)) => Some(region),
        _ => None,
    }
}

/// Puts the countries and the periods into a definition's formula.
fn formula(frame: &Frame<'_, '_>, definition: &Definition) -> String {
    let mut text = String::with_capacity(definition.formula.len() + 16);
    let mut rest = definition.formula.as_str();
    while let Some((before, name, after)) = placeholder(rest) {
        text.push_str(before);
        match name {
            "first" => text.push_str(frame.first.alpha3()),
            "second" => text.push_str(frame.second.alpha3()),
            "period" => text.push_str(&frame.period.to_string()),
            "base" => text.push_str(&frame.base.map(|base: Period| base.to_string()).unwrap_or_default()),
            "region" => text.push_str(&region(frame).map(|region| region.to_string()).unwrap_or_default()),
            _ => {}
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

fn placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// Returns a value as an argument of a message.
pub(crate) fn quantity(value: Decimal, unit: Unit) -> Arg {
    match unit {
        Unit::Percent => Arg::Quantity(rounded(value, 1), unit),
        _ => Arg::Quantity(rounded(value, 2), unit),
    }
}

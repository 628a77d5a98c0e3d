//! Judging readings against a claim, in the declared order.

use crate::figure::Figure;
use crate::frame::Frame;
use crate::reading::{Reading, Readings};
use entente_model::{Basis, Bound, ClaimKind, Country, Decimal, Interval, Outcome, Per};

/// A value this near to the stated one, in hundredths of it, is near.
const NEAR_PERCENT: i64 = 5;
/// Shares this near to the stated one, in points, are near.
const NEAR_POINTS: Decimal = Decimal::ONE;

/// How a figure stands to the claim's interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    Inside,
    /// A rounded figure whose interval meets the claim's without lying inside it.
    Meets,
    Outside,
}

/// Why a figure cannot be set against the claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Difference {
    /// It covers more than the claim: all products, places, the whole period.
    Coverage,
    /// It is in another currency or unit.
    Unit,
    /// It counts something else as trade, or does not say what.
    Basis,
}

/// A judged reading; the difference is one that a match is not refused for unless `barred`.
pub(crate) struct Judged<'r, 'e> {
    pub(crate) reading: &'r Reading<'e>,
    pub(crate) fit: Fit,
    pub(crate) difference: Option<Difference>,
    barred: bool,
}

impl Judged<'_, '_> {
    /// Says whether the figure can be set against the claim at all.
    pub(crate) const fn comparable(&self) -> bool {
        !self.barred
    }
}

/// What judging gives.
pub(crate) struct Judgement<'r, 'e> {
    pub(crate) outcome: Outcome,
    /// The reading that decided it.
    pub(crate) deciding: Option<usize>,
    pub(crate) one_side_only: Option<Country>,
    /// The readings in the order of the grid.
    pub(crate) all: Vec<Judged<'r, 'e>>,
    /// The plain ones, the voice's first.
    pub(crate) plain: Vec<usize>,
}

/// Judges readings: the outcomes 2 to 7 of the order that the crate's documentation gives.
pub(crate) fn judge<'r, 'e>(
    frame: &Frame<'e, '_>,
    readings: &'r Readings<'e>,
    interval: &Interval,
) -> Judgement<'r, 'e> {
    let all: Vec<Judged<'r, 'e>> =
        readings.list.iter().map(|reading| judged(frame, reading, interval)).collect();
    let plain = plain_order(frame, readings);
    let found = |wanted: &dyn Fn(&Judged<'r, 'e>) -> bool| {
        plain.iter().copied().find(|at| all.get(*at).is_some_and(wanted))
    };
    let agrees = |judged: &Judged<'r, 'e>| judged.fit != Fit::Outside;
    let has_value = |judged: &Judged<'r, 'e>| judged.reading.figure.is_ok();
    let other = || all.iter().position(|judged| !judged.reading.plain && agrees(judged));
    let (outcome, deciding) = if let Some(at) = found(&agrees) {
        (Outcome::Supported, Some(at))
    } else if let Some(at) = other() {
        (Outcome::SupportedOtherwise, Some(at))
    } else if let Some(at) = found(&|judged| is_near(frame, judged)) {
        (Outcome::Near, Some(at))
    } else if let Some(at) = found(&|judged| has_value(judged) && judged.difference.is_some()) {
        (Outcome::NotComparable, Some(at))
    } else if plain.is_empty() || found(&|judged| !has_value(judged)).is_some() {
        (Outcome::NoData, None)
    } else {
        (Outcome::Contradicted, plain.first().copied())
    };
    let one_side_only = one_side(&all, &plain).filter(|_| outcome == Outcome::Supported);
    Judgement { outcome, deciding, one_side_only, all, plain }
}

/// Returns the one party whose report agrees where there are more than one.
fn one_side(all: &[Judged<'_, '_>], plain: &[usize]) -> Option<Country> {
    let mut agreeing = plain.iter().filter_map(|at| all.get(*at)).filter(|judged| judged.fit != Fit::Outside);
    match (agreeing.next(), agreeing.next()) {
        (Some(one), None) if plain.len() > 1 => one.reading.party,
        _ => None,
    }
}

/// Returns the plain readings, that of the speaker's or the source's country first.
fn plain_order(frame: &Frame<'_, '_>, readings: &Readings<'_>) -> Vec<usize> {
    let plain = readings.list.iter().enumerate().filter(|(_, reading)| reading.plain);
    let mut order: Vec<usize> = plain.map(|(at, _)| at).collect();
    let is_voice = |at: &usize| {
        let party = readings.list.get(*at).and_then(|reading| reading.party);
        party.is_some() && party == frame.voice
    };
    order.sort_by_key(|at| !is_voice(at));
    order
}

fn judged<'r, 'e>(frame: &Frame<'e, '_>, reading: &'r Reading<'e>, interval: &Interval) -> Judged<'r, 'e> {
    let Ok(figure) = &reading.figure else {
        return Judged { reading, fit: Fit::Outside, difference: None, barred: true };
    };
    let difference = difference(frame, figure);
    // The definition with services counted says itself what it counts.
    let told = reading.id.ends_with("goods_and_services");
    let named_basis = frame.claim.basis.is_some() && figure.basis != Basis::Unknown && !told;
    let barred = difference.is_some_and(|difference| difference != Difference::Basis || named_basis);
    let fit = if barred { Fit::Outside } else { fit(figure, interval) };
    Judged { reading, fit, difference, barred }
}

fn fit(figure: &Figure<'_>, interval: &Interval) -> Fit {
    match &figure.spread {
        None if interval.contains(figure.value) => Fit::Inside,
        Some(spread) if interval.covers(spread) => Fit::Inside,
        Some(spread) if interval.meets(spread) => Fit::Meets,
        _ => Fit::Outside,
    }
}

/// Says why a figure cannot be set against the claim, or can only where it agrees.
fn difference(frame: &Frame<'_, '_>, figure: &Figure<'_>) -> Option<Difference> {
    let claim = frame.claim;
    let part = claim.product.is_some() || claim.sector.is_some() || claim.place.is_some();
    let limited = part || claim.per == Some(Per::Month);
    if limited {
        Some(Difference::Coverage)
    } else if figure.unit != claim.unit {
        Some(Difference::Unit)
    } else if figure.basis != frame.want.basis {
        Some(Difference::Basis)
    } else {
        None
    }
}

fn is_near(frame: &Frame<'_, '_>, judged: &Judged<'_, '_>) -> bool {
    let Some(figure) = judged.reading.figure.as_ref().ok().filter(|_| !judged.barred) else { return false };
    let claim = frame.claim;
    let Some(gap) = figure.value.checked_sub(claim.value).map(|gap| gap.abs()) else { return false };
    match claim.kind {
        ClaimKind::PartnerRank => false,
        ClaimKind::TradeShare => gap <= NEAR_POINTS,
        _ => {
            let limit = claim.value.abs().checked_mul(Decimal::new(NEAR_PERCENT, 2));
            limit.is_some_and(|limit| gap <= limit)
        }
    }
}

/// Returns by what fraction of the number named a value exceeds an "over", or falls short of an "under".
pub(crate) fn excess(frame: &Frame<'_, '_>, figure: &Figure<'_>) -> Option<Decimal> {
    let claim = frame.claim;
    let gap = figure.value.checked_sub(claim.value)?;
    let gap = match claim.bound {
        Bound::Over => gap,
        Bound::Under => -gap,
        _ => return None,
    };
    let excess = gap.checked_div(claim.value.abs())?;
    (excess >= Decimal::ZERO).then(|| entente_model::decimal::rounded(excess, 4))
}

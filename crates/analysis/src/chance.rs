//! Chance: how often a made-up number would have agreed.

use entente_model::{Bound, Claim, ClaimKind, Decimal, Side, Unit};

/// Returns the part of the numbers written to the claim's precision that some computed value would have agreed
/// with, from 0 to 1; none where nothing was computed or the numbers cannot be counted.
///
/// chance = |{s in S: some v lies in the interval that s asserts}| / |S|. S is every number written to the claim's
/// precision u to which a value in a window is rounded: round(low / u) to round(high / u). The window is 0 to 100
/// for shares, 1 to the number of partners for ranks, half the smallest to twice the largest value for money, and
/// 50 points (a ratio of 0.5) around the values for growth. What s asserts follows the bound as in
/// [`Claim::asserts`]. Source: the project's own definition; a plain count of equally likely numbers.
pub(crate) fn chance(claim: &Claim, values: &[Decimal], partners: Option<usize>) -> Option<Decimal> {
    let step = if claim.unit == Unit::Rank { Decimal::ONE } else { claim.precision };
    if values.is_empty() || step <= Decimal::ZERO {
        return None;
    }
    let (low, high) = window(claim, values, partners)?;
    let (low, high) = (nearest(low, step)?, nearest(high, step)?);
    let mut runs = Vec::with_capacity(values.len());
    for value in values {
        let (from, to) = agreeing(claim, *value, step, (low, high))?;
        if from <= to {
            runs.push((from, to));
        }
    }
    let all = high.checked_sub(low)?.checked_add(Decimal::ONE)?;
    let chance = covered(runs)?.checked_div(all)?;
    Some(entente_model::decimal::rounded(chance, 4))
}

/// Returns the window that made-up numbers are drawn from.
fn window(claim: &Claim, values: &[Decimal], partners: Option<usize>) -> Option<(Decimal, Decimal)> {
    let (min, max) = (*values.iter().min()?, *values.iter().max()?);
    match (claim.kind, claim.unit) {
        (ClaimKind::TradeShare, _) => Some((Decimal::ZERO, Decimal::ONE_HUNDRED)),
        (ClaimKind::PartnerRank, _) => Some((Decimal::ONE, Decimal::from(partners?))),
        (ClaimKind::TradeGrowth, Unit::Percent) => {
            let points = Decimal::from(50);
            Some((min.checked_sub(points)?, max.checked_add(points)?))
        }
        (ClaimKind::TradeGrowth, Unit::Times) => {
            let half = Decimal::new(5, 1);
            Some((min.checked_sub(half)?, max.checked_add(half)?))
        }
        _ => {
            let ends = |v: Decimal| Some((v.checked_div(Decimal::TWO)?, v.checked_mul(Decimal::TWO)?));
            let ((a, b), (c, d)) = (ends(min)?, ends(max)?);
            Some((a.min(b), c.max(d)))
        }
    }
}

/// Returns the first and last of the numbers, counted in steps and within the limits, that a value agrees with.
fn agreeing(
    claim: &Claim,
    value: Decimal,
    step: Decimal,
    (low, high): (Decimal, Decimal),
) -> Option<(Decimal, Decimal)> {
    let steps = value.checked_div(step)?;
    let wide = |percent: i64| -> Option<(Decimal, Decimal)> {
        // |v - s| <= part of |s| ends at v / (1 + part) and v / (1 - part).
        let part = Decimal::new(percent, 2);
        let inner = steps.checked_div(Decimal::ONE.checked_add(part)?)?;
        let outer = steps.checked_div(Decimal::ONE.checked_sub(part)?)?;
        Some((inner.min(outer), inner.max(outer)))
    };
    let one = Decimal::ONE;
    let (from, to) = match (claim.bound, claim.side) {
        (Bound::Exact, _) if claim.unit == Unit::Times => {
            let half = Decimal::new(5, 1);
            (steps.checked_sub(half)?.ceil(), steps.checked_add(half)?.floor())
        }
        (Bound::Exact, _) => (nearest(value, step)?, nearest(value, step)?),
        (Bound::About, Some(Side::Below)) => {
            let (_, to) = wide(10)?;
            (steps.floor().checked_add(one)?, to.max(steps.checked_add(one)?).floor())
        }
        (Bound::About, None) => {
            let (from, to) = wide(5)?;
            (from.min(steps.checked_sub(one)?).ceil(), to.max(steps.checked_add(one)?).floor())
        }
        (Bound::Over, _) => (low, steps.floor()),
        (Bound::Under | Bound::UpTo, _) => (steps.ceil(), high),
    };
    Some((from.max(low), to.min(high)))
}

/// Counts the numbers in a union of runs.
fn covered(mut runs: Vec<(Decimal, Decimal)>) -> Option<Decimal> {
    runs.sort_unstable();
    let (mut count, mut end): (Decimal, Option<Decimal>) = (Decimal::ZERO, None);
    for (from, to) in runs {
        let from = match end {
            Some(end) => from.max(end.checked_add(Decimal::ONE)?),
            None => from,
        };
        if from <= to {
            count = count.checked_add(to.checked_sub(from)?.checked_add(Decimal::ONE)?)?;
            end = Some(to);
        }
    }
    Some(count)
}

/// Returns the number of steps that a value is rounded to, halves up: the s with v in [s - u/2, s + u/2).
fn nearest(value: Decimal, step: Decimal) -> Option<Decimal> {
    Some(value.checked_div(step)?.checked_add(Decimal::new(5, 1))?.floor())
}

#[cfg(test)]
mod tests;

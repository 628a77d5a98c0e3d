//! Changes: a formula now against the same formula in a base period.

use super::form::{At, Form, compute};
use crate::figure::Figure;
use crate::frame::Frame;
use crate::need;
use crate::reading::{Missing, beyond};
use entente_model::{Claim, Currency, Decimal, Measure, Period, Unit};

/// What is made of a formula's value and its value in the base period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// The value itself; no base.
    Level,
    /// Now less then, in the unit of the level.
    Increase,
    /// Then less now.
    Decrease,
    /// (now / then - 1) 100, in percent.
    Growth,
    /// (1 - now / then) 100, in percent.
    Fall,
    /// 100 now / then, in percent.
    Index,
    /// now / then, a ratio.
    Ratio,
    /// then / now, a ratio: "fell twofold".
    InverseRatio,
}

impl Change {
    /// Returns what the number of a growth claim is made of. A fall is told by its measure or by a minus sign.
    pub(crate) fn of_growth(claim: &Claim) -> Self {
        let falls = claim.measure == Some(Measure::Decrease) && !claim.value.is_sign_negative();
        match claim.unit {
            Unit::Times if falls => Self::InverseRatio,
            Unit::Times => Self::Ratio,
            Unit::Money(_) if falls => Self::Decrease,
            Unit::Money(_) => Self::Increase,
            _ if falls => Self::Fall,
            _ if claim.measure == Some(Measure::Level) => Self::Index,
            _ => Self::Growth,
        }
    }
}

/// Computes a formula and what the change makes of it.
pub(super) fn changed<'e>(frame: &Frame<'e, '_>, form: &Form, change: Change) -> Result<Figure<'e>, Missing> {
    match (change, frame.base) {
        (Change::Level, _) => {
            let figure = compute(frame, form, At { period: frame.period, like_now: false })?;
            in_the_claims_money(frame, figure, frame.period)
        }
        (_, Some(base)) => between(frame, form, base, change),
        (_, None) => Err(beyond()),
    }
}

/// Turns dollars into the claim's money at the average rate of their period; where there is none they stay as they are,
/// and are then not comparable.
fn in_the_claims_money<'e>(
    frame: &Frame<'e, '_>,
    figure: Figure<'e>,
    period: Period,
) -> Result<Figure<'e>, Missing> {
    let dollars = figure.unit == Unit::Money(Currency::USD);
    let money = need::money(frame.claim).filter(|_| dollars);
    let priced = money.and_then(|money| Some((frame.known.price_of_a_dollar(money, period)?, money)));
    match priced {
        Some((dollar, money)) => figure.converted(dollar, Unit::Money(money)).ok_or_else(beyond),
        None => Ok(figure),
    }
}

/// Computes the change of a formula from a base period to the frame's.
pub(super) fn between<'e>(
    frame: &Frame<'e, '_>,
    form: &Form,
    base: Period,
    change: Change,
) -> Result<Figure<'e>, Missing> {
    let now = compute(frame, form, At { period: frame.period, like_now: false });
    let then = compute(frame, form, At { period: base, like_now: true });
    let (now, then) = match (now, then) {
        (Ok(now), Ok(then)) => (now, then),
        (now, then) => return Err([now.err(), then.err()].into_iter().flatten().flatten().collect()),
    };
    // A change in percent is that of the figures as they are reported.
    let (now, then) = match change {
        Change::Increase | Change::Decrease => {
            (in_the_claims_money(frame, now, frame.period)?, in_the_claims_money(frame, then, base)?)
        }
        _ => (now, then),
    };
    let hundred = Decimal::ONE_HUNDRED;
    let percent = |figure: Figure<'e>| figure.over(&then, hundred, Unit::Percent);
    let result = match change {
        Change::Level => Some(now),
        Change::Increase => now.minus(&then),
        Change::Decrease => then.minus(&now),
        Change::Growth => percent(now).and_then(|index| index.shifted(-hundred)),
        Change::Fall => percent(now).and_then(|index| index.shifted(-hundred)).map(Figure::negated),
        Change::Index => percent(now),
        Change::Ratio => now.over(&then, Decimal::ONE, Unit::Times),
        Change::InverseRatio => then.over(&now, Decimal::ONE, Unit::Times),
    };
    result.ok_or_else(beyond)
}

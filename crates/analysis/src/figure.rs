//! A figure: a number computed from observations, with what it counts and what it rests on.

use crate::evidence::{Price, Rate, Vintage};
use entente_model::{Basis, Bound, Decimal, Interval, Observation, Unit};

/// A figure of at least this many units of its last digit is compared as the plain value that it is.
const POINT_UNITS: Decimal = Decimal::ONE_THOUSAND;

/// A number computed from observations.
#[derive(Debug, Clone)]
pub(crate) struct Figure<'e> {
    pub(crate) value: Decimal,
    /// What rounded figures among the inputs leave open.
    pub(crate) spread: Option<Interval>,
    /// The lowest and highest number over the choices that the definition leaves open.
    pub(crate) choices: Option<Interval>,
    /// What is counted; unknown where inputs differ.
    pub(crate) basis: Basis,
    pub(crate) unit: Unit,
    pub(crate) inputs: Vec<&'e Vintage>,
    /// The rates of exchange that it was converted at.
    pub(crate) rates: Vec<&'e Rate>,
}

impl<'e> Figure<'e> {
    /// The figure of one observation.
    pub(crate) fn of(vintage: &'e Vintage) -> Self {
        let observation = &vintage.observation;
        Self {
            value: observation.value,
            spread: spread(observation),
            choices: None,
            basis: observation.key.basis,
            unit: observation.key.unit,
            inputs: vec![vintage],
            rates: Vec::new(),
        }
    }

    /// Adds `other`. None where units differ or the sum is beyond exact arithmetic, as in all operations here.
    pub(crate) fn plus(mut self, other: &Self) -> Option<Self> {
        if self.unit != other.unit {
            return None;
        }
        self.spread = match (&self.spread, &other.spread) {
            (None, None) => None,
            _ => Some(self.reach().plus(&other.reach())?),
        };
        self.value = self.value.checked_add(other.value)?;
        self.join(other);
        self.choices = None;
        Some(self)
    }

    /// Takes `other` away.
    pub(crate) fn minus(self, other: &Self) -> Option<Self> {
        self.plus(&other.clone().negated())
    }

    /// Changes the sign.
    pub(crate) fn negated(mut self) -> Self {
        let turned = |interval: Interval| Interval {
            low: interval.high.map(|v| -v),
            high: interval.low.map(|v| -v),
            high_closed: true,
        };
        self.value = -self.value;
        (self.spread, self.choices) = (self.spread.map(turned), self.choices.map(turned));
        self
    }

    /// Divides by a positive `other` and multiplies by `scale`.
    pub(crate) fn over(mut self, other: &Self, scale: Decimal, unit: Unit) -> Option<Self> {
        if self.unit != other.unit || other.value <= Decimal::ZERO {
            return None;
        }
        let divided = |a: Decimal, b: Decimal| a.checked_mul(scale)?.checked_div(b);
        let (top, bottom) = (self.reach(), other.reach());
        if self.spread.is_some() || other.spread.is_some() {
            let positive = bottom.low.filter(|low| *low > Decimal::ZERO)?;
            let low = divided(top.low?, bottom.high?)?;
            let high = divided(top.high?, positive)?;
            self.spread = Some(Interval { low: Some(low), high: Some(high), high_closed: top.high_closed });
        }
        self.value = divided(self.value, other.value)?;
        (self.unit, self.choices) = (unit, None);
        self.join(other);
        Some(self)
    }

    /// Takes the mean of two figures of the same thing; the two are its choices.
    pub(crate) fn mean(self, other: &Self) -> Option<Self> {
        let (low, high) = (self.value.min(other.value), self.value.max(other.value));
        let mut mean = self.plus(other)?;
        mean.value = mean.value.checked_div(Decimal::TWO)?;
        let half = |v: Option<Decimal>| v.and_then(|v| v.checked_div(Decimal::TWO));
        mean.spread = mean.spread.map(|s| Interval { low: half(s.low), high: half(s.high), ..s });
        mean.choices = Some(Interval::closed(low, high));
        Some(mean)
    }

    /// Divides by a positive number.
    pub(crate) fn divided(mut self, by: Decimal) -> Option<Self> {
        let part = |v: Option<Decimal>| v.and_then(|v| v.checked_div(by));
        self.value = self.value.checked_div(by)?;
        self.spread = self.spread.map(|s| Interval { low: part(s.low), high: part(s.high), ..s });
        self.choices = None;
        Some(self)
    }

    /// Shifts the value, as from a ratio in percent to a growth in percent.
    pub(crate) fn shifted(mut self, by: Decimal) -> Option<Self> {
        self.value = self.value.checked_add(by)?;
        self.spread = match self.spread {
            None => None,
            Some(spread) => Some(spread.plus(&Interval::point(by))?),
        };
        Some(self)
    }

    /// Turns dollars into another money.
    pub(crate) fn converted(mut self, dollar: Price<'e>, unit: Unit) -> Option<Self> {
        let Price { value: factor, rates } = dollar;
        let turned = |interval: Option<Interval>| -> Option<Option<Interval>> {
            let Some(interval) = interval else { return Some(None) };
            let end = |end: Option<Decimal>| match end {
                None => Some(None),
                Some(end) => end.checked_mul(factor).map(Some),
            };
            Some(Some(Interval { low: end(interval.low)?, high: end(interval.high)?, ..interval }))
        };
        (self.spread, self.choices) = (turned(self.spread)?, turned(self.choices)?);
        self.value = self.value.checked_mul(factor)?;
        self.unit = unit;
        self.rates.extend(rates);
        Some(self)
    }

    /// Returns what the figure may be: its spread, or the point that it is.
    fn reach(&self) -> Interval {
        self.spread.unwrap_or_else(|| Interval::point(self.value))
    }

    fn join(&mut self, other: &Self) {
        if self.basis != other.basis {
            self.basis = Basis::Unknown;
        }
        self.inputs.extend_from_slice(&other.inputs);
        self.rates.extend_from_slice(&other.rates);
    }
}

/// Returns what a published number leaves open; none for a table's, which are taken as they are.
///
/// An office that says "more than 3.8 bn" would have said 3.9 had it been that: the last digit bounds what is
/// left open on the open side too, so that such a figure does not agree with every larger number.
fn spread(observation: &Observation) -> Option<Interval> {
    let (value, step) = (observation.value, observation.precision);
    if step <= Decimal::ZERO || value.is_zero() {
        return None;
    }
    match observation.bound {
        Bound::Over => Some(Interval::half_open(value, value.checked_add(step)?)),
        Bound::Under | Bound::UpTo => Some(Interval::closed(value.checked_sub(step)?, value)),
        Bound::Exact if is_fine(value, step) => None,
        Bound::Exact | Bound::About => observation.asserts(),
    }
}

fn is_fine(value: Decimal, step: Decimal) -> bool {
    step.checked_mul(POINT_UNITS).is_some_and(|units| units <= value.abs())
}

//! Intervals: what a written number asserts, given its precision and its bound.

use crate::decimal::{Decimal, plain};
use crate::unit::Unit;
use crate::words::{Bound, ClaimKind, Side};
use serde::ser::SerializeTuple;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A stretch of the number line; an end that is absent is infinite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The lower end, always part of the interval.
    pub low: Option<Decimal>,
    /// The upper end.
    pub high: Option<Decimal>,
    /// Whether the upper end is part of the interval.
    pub high_closed: bool,
}

impl Interval {
    /// The single value `v`.
    #[must_use]
    pub const fn point(v: Decimal) -> Self {
        Self { low: Some(v), high: Some(v), high_closed: true }
    }

    /// All values from `low` to `high`, both included.
    #[must_use]
    pub const fn closed(low: Decimal, high: Decimal) -> Self {
        Self { low: Some(low), high: Some(high), high_closed: true }
    }

    /// All values from `low` to below `high`.
    #[must_use]
    pub const fn half_open(low: Decimal, high: Decimal) -> Self {
        Self { low: Some(low), high: Some(high), high_closed: false }
    }

    /// Says whether `v` lies in the interval.
    #[must_use]
    pub fn contains(&self, v: Decimal) -> bool {
        self.low.is_none_or(|low| v >= low)
            && self.high.is_none_or(|high| if self.high_closed { v <= high } else { v < high })
    }

    /// Says whether the whole of `other` lies in the interval.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        let low = match (self.low, other.low) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(a), Some(b)) => a <= b,
        };
        let high = match (self.high, other.high) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(a), Some(b)) => b < a || (b == a && (self.high_closed || !other.high_closed)),
        };
        low && high
    }

    /// Says whether the two have a value in common.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        let below = |a: &Self, b: &Self| match (a.high, b.low) {
            (Some(high), Some(low)) => high < low || (high == low && !a.high_closed),
            _ => false,
        };
        !below(self, other) && !below(other, self)
    }

    /// Returns the ends as they are written on the wire.
    #[must_use]
    pub fn ends(&self) -> (Option<String>, Option<String>) {
        (self.low.map(plain), self.high.map(plain))
    }

    /// Returns the sum of two intervals: every value of one with every value of the other.
    ///
    /// None where a sum is out of range of an exact decimal.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Option<Self> {
        let add = |a: Option<Decimal>, b: Option<Decimal>| match (a, b) {
            (Some(a), Some(b)) => a.checked_add(b).map(Some),
            _ => Some(None),
        };
        let high_closed = self.high_closed && other.high_closed;
        Some(Self { low: add(self.low, other.low)?, high: add(self.high, other.high)?, high_closed })
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (low, high) = self.ends();
        let open = if low.is_some() { '[' } else { '(' };
        let close = if self.high_closed && high.is_some() { ']' } else { ')' };
        let end = |end: Option<String>, infinite: &str| end.unwrap_or_else(|| infinite.to_owned());
        write!(f, "{open}{}, {}{close}", end(low, "-infinity"), end(high, "infinity"))
    }
}

impl Serialize for Interval {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (low, high) = self.ends();
        let mut tuple = serializer.serialize_tuple(2)?;
        tuple.serialize_element(&low)?;
        tuple.serialize_element(&high)?;
        tuple.end()
    }
}

/// The wire has the two ends alone: the upper is taken as open, unless both are the same value.
impl<'de> Deserialize<'de> for Interval {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (low, high) = <(Option<String>, Option<String>)>::deserialize(deserializer)?;
        let end =
            |end: Option<String>| end.map(|end| end.parse().map_err(serde::de::Error::custom)).transpose();
        let (low, high) = (end(low)?, end(high)?);
        Ok(Self { low, high, high_closed: low.is_some() && low == high })
    }
}

/// A number as it was written: its value, and what one unit of its last written digit is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stated {
    /// The value, in base units.
    pub value: Decimal,
    /// The worth of one unit of the last written digit, in base units: 0.1 bn for "4.5 billion".
    ///
    /// Where trailing zeros are written without a scale word ("14,000") it is the place of the last digit that
    /// is not zero. A multiple in words ("doubled") has one half.
    pub step: Decimal,
}

impl Stated {
    /// Returns what the number asserts under a bound.
    ///
    /// # Errors
    /// None where the value is beyond exact arithmetic.
    #[must_use]
    pub fn asserts(&self, kind: ClaimKind, unit: Unit, bound: Bound, side: Option<Side>) -> Option<Interval> {
        let (v, u) = (self.value, self.step);
        let share = |percent: i64| v.abs().checked_mul(Decimal::new(percent, 2));
        Some(match (bound, side) {
            (Bound::Exact, _) if is_counted(kind, unit) && v < Decimal::ONE_THOUSAND => Interval::point(v),
            (Bound::Exact, _) if unit == Unit::Times => spread(v, u.checked_div(Decimal::TWO)?)?,
            (Bound::Exact, _) => {
                let half = u.checked_div(Decimal::TWO)?;
                Interval::half_open(v.checked_sub(half)?, v.checked_add(half)?)
            }
            (Bound::About, Some(Side::Below)) => Interval::half_open(v.checked_sub(u.max(share(10)?))?, v),
            (Bound::About, None) => spread(v, u.max(share(5)?))?,
            (Bound::Over, _) => Interval { low: Some(v), high: None, high_closed: false },
            (Bound::Under, _) => Interval { low: None, high: Some(v), high_closed: true },
            (Bound::UpTo, _) => {
                let low = (unit == Unit::Rank).then_some(Decimal::ONE);
                Interval { low, high: Some(v), high_closed: true }
            }
        })
    }
}

fn spread(v: Decimal, d: Decimal) -> Option<Interval> {
    Some(Interval::closed(v.checked_sub(d)?, v.checked_add(d)?))
}

/// Numbers that are counted one by one, so that a small one is meant to the unit.
const fn is_counted(kind: ClaimKind, unit: Unit) -> bool {
    matches!(unit, Unit::Rank)
        || matches!(kind, ClaimKind::ProjectCount | ClaimKind::AgreementCount | ClaimKind::CompanyCount)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(value: &str, step: &str, bound: Bound, side: Option<Side>, expect: &str) {
        let stated = Stated { value: value.parse().unwrap(), step: step.parse().unwrap() };
        let unit = Unit::Money("USD".parse().unwrap());
        let interval = stated.asserts(ClaimKind::TradeTurnover, unit, bound, side).unwrap();
        assert_eq!(interval.to_string(), expect);
    }

    #[test]
    fn asserts_what_was_written() {
        check("4.5", "0.1", Bound::Exact, None, "[4.45, 4.55)");
        check("10", "1", Bound::Exact, None, "[9.5, 10.5)");
        check("10", "1", Bound::About, None, "[9, 11]");
        check("100", "1", Bound::About, None, "[95, 105]");
        check("100", "1", Bound::About, Some(Side::Below), "[90, 100)");
        check("1.2", "0.1", Bound::Over, None, "[1.2, infinity)");
        check("1.2", "0.1", Bound::Under, None, "(-infinity, 1.2]");
        check("1.2", "0.1", Bound::UpTo, None, "(-infinity, 1.2]");
    }

    #[test]
    fn counts_ranks_and_multiples() {
        let stated = |v: i64, step: Decimal| Stated { value: v.into(), step };
        let asserts = |s: Stated, kind, unit, bound| s.asserts(kind, unit, bound, None).unwrap().to_string();
        let one = Decimal::ONE;
        assert_eq!(asserts(stated(69, one), ClaimKind::ProjectCount, Unit::Count, Bound::Exact), "[69, 69]");
        assert_eq!(asserts(stated(7, one), ClaimKind::PartnerRank, Unit::Rank, Bound::Exact), "[7, 7]");
        assert_eq!(asserts(stated(5, one), ClaimKind::PartnerRank, Unit::Rank, Bound::UpTo), "[1, 5]");
        let doubled = stated(2, Decimal::new(5, 1));
        assert_eq!(asserts(doubled, ClaimKind::TradeGrowth, Unit::Times, Bound::Exact), "[1.75, 2.25]");
    }

    #[test]
    fn rounded_parts_and_their_sum_are_compared_as_intervals() {
        let stated = |v: &str, step: &str| {
            let stated = Stated { value: v.parse().unwrap(), step: step.parse().unwrap() };
            let usd = Unit::Money("USD".parse().unwrap());
            stated.asserts(ClaimKind::TradeTurnover, usd, Bound::Exact, None).unwrap()
        };
        let sum = stated("52.9", "0.1").plus(&stated("164.6", "0.1")).unwrap();
        assert!(sum.meets(&stated("217", "1")));
        let sum = stated("21.3", "0.1").plus(&stated("22", "1")).unwrap();
        assert!(sum.meets(&stated("43.4", "0.1")));
        assert!(!sum.meets(&stated("45.4", "0.1")));
    }

    proptest! {
        #[test]
        fn what_is_covered_meets(a in -50i64..50, b in 0i64..20, c in -50i64..50, d in 0i64..20, closed: bool) {
            let x = Interval { low: Some(a.into()), high: Some((a + b).into()), high_closed: true };
            let y = Interval { low: Some(c.into()), high: Some((c + d + 1).into()), high_closed: closed };
            prop_assert!(!x.covers(&y) || x.meets(&y));
            prop_assert_eq!(x.meets(&y), y.meets(&x));
        }
    }
}

//! Why two statements do not fit together, where that is evident from the two.

use super::quantity::Quantity;
use entente_model::{Bound, Claim, ClaimKind, Decimal, Measure, Modality, Portion, Stated};
use serde::Serialize;

/// Two texts that tell one event are known within so many days of each other.
const DAYS_OF_ONE_EVENT: i64 = 60;

/// A denominator is mistaken within so many days: afterwards the same percentage may be another one.
const DAYS_OF_ONE_SHARE: i64 = 366;

/// A revision moves a figure by no more than so many hundredths.
const PERCENT_OF_REVISION: i64 = 10;

/// A figure is stale when it is told for a year at least so many later.
const YEARS_UNTIL_STALE: i32 = 2;

/// Why statements do not fit together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// One is a power of ten of the other, or has its last part a thousand times too small.
    Scale,
    /// The same number in another currency.
    Currency,
    /// The same share of another whole, or of another subject.
    Denominator,
    /// A part of the year told as the year.
    Period,
    /// A place's figure told as the country's.
    Place,
    /// What is planned told as done.
    Stage,
    /// A part told as an addition to its whole.
    Addition,
    /// The same figure told again for a much later year.
    Stale,
    /// A part that exceeds its whole.
    Series,
}

impl Cause {
    /// All causes, in the order in which they are looked for.
    pub const ALL: &'static [Self] = &[
        Self::Scale,
        Self::Currency,
        Self::Denominator,
        Self::Period,
        Self::Place,
        Self::Stage,
        Self::Addition,
        Self::Stale,
        Self::Series,
    ];

    /// Returns the word as it is written on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Scale => "scale",
            Self::Currency => "currency",
            Self::Denominator => "denominator",
            Self::Period => "period",
            Self::Place => "place",
            Self::Stage => "stage",
            Self::Addition => "addition",
            Self::Stale => "stale",
            Self::Series => "series",
        }
    }
}

/// Says whether one number is a slip of scale of the other.
pub(super) fn slipped(a: &Claim, b: &Claim) -> Option<Cause> {
    let (small, large) = if a.value.abs() <= b.value.abs() { (a, b) } else { (b, a) };
    (is_power_apart(small, large) || is_part_too_small(small.value, large.value)).then_some(Cause::Scale)
}

/// 1.2 million for 1.2 billion: what one asserts, times a thousand or a million, meets what the other asserts; times ten,
/// where a digit too many was written, the digits must be the same ones. Both are told as numbers, not as bounds.
fn is_power_apart(small: &Claim, large: &Claim) -> bool {
    let is_written_alike = |scale: Decimal| {
        let scaled = small.value.checked_mul(scale).zip(small.precision.checked_mul(scale));
        let scaled = scaled.map(|(value, step)| Stated { value, step });
        let asserts = scaled.and_then(|s| s.asserts(small.kind, small.unit, small.bound, small.side));
        asserts.zip(large.asserts()).is_some_and(|(a, b)| a.meets(&b))
    };
    let is_number = |claim: &Claim| matches!(claim.bound, Bound::Exact | Bound::About);
    let has_digit_more = is_telling(small) && small.value.checked_mul(Decimal::TEN) == Some(large.value);
    let is_large = small.value.abs() >= Decimal::ONE_HUNDRED;
    is_number(small)
        && is_number(large)
        && is_large
        && (has_digit_more
            || [1_000, 1_000_000].into_iter().any(|scale| is_written_alike(Decimal::from(scale))))
}

/// "3 billion 100 thousand" for 3 billion 100 million: the same whole of a scale, and of the rest one is a thousand times
/// the other. With whole w and rest r, small = w + r and large = w + 1000 r, so that w = (1000 small - large) / 999.
fn is_part_too_small(small: Decimal, large: Decimal) -> bool {
    let thousand = Decimal::ONE_THOUSAND;
    let Some(whole) = small.checked_mul(thousand).and_then(|s| s.checked_sub(large)) else { return false };
    // Most couples end here: a whole of a scale is one of millions, and dividing is dear.
    if let Some(whole) = integer(whole)
        && whole % 999_000_000 != 0
    {
        return false;
    }
    let Some(whole) = whole.checked_div(Decimal::from(999)) else { return false };
    let rest = small - whole;
    let mut scale = Decimal::from(1_000_000);
    let most = Decimal::from(1_000_000_000_000_i64);
    while scale <= most {
        let is_whole = (whole / scale).fract().is_zero() && whole >= scale;
        if is_whole && rest > Decimal::ZERO && rest * thousand < scale {
            return true;
        }
        scale *= thousand;
    }
    false
}

/// Returns the number that a decimal without decimals is.
fn integer(value: Decimal) -> Option<i128> {
    (value.scale() == 0).then(|| value.mantissa())
}

/// Says whether one of two figures may be a revision of the other by statisticians: of trade, and not far off.
pub(super) fn is_revision(one: &Claim, other: &Claim) -> bool {
    let (a, b) = (one.value, other.value);
    let most = a.abs().max(b.abs()).checked_mul(Decimal::new(PERCENT_OF_REVISION, 2));
    one.kind.is_trade() && most.is_some_and(|most| (a - b).abs() <= most)
}

/// Says whether a number is so particular that the same one elsewhere is the same figure: two digits or more.
pub(super) fn is_telling(claim: &Claim) -> bool {
    digits(claim) >= 10 && claim.parties.len() == 2
}

/// Returns the digits of a number from the first to the last that is not zero, as a whole number.
pub(super) fn digits(claim: &Claim) -> i128 {
    let value = claim.value.normalize().abs();
    let mut digits = value.mantissa();
    while digits != 0 && digits % 10 == 0 {
        digits /= 10;
    }
    digits
}

/// Says whether a claim gives an amount that adds up over months.
pub(super) fn is_flow(claim: &Claim) -> bool {
    let is_trade = matches!(claim.kind, ClaimKind::TradeTurnover | ClaimKind::Exports | ClaimKind::Imports);
    is_trade
        && claim.unit.is_money()
        && claim.measure.is_none_or(|m| m == Measure::Level)
        && claim.per.is_none()
}

/// How far apart two statements were known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// They may tell of one event.
    Event,
    /// A share may be the same one.
    Share,
    /// Farther.
    Ever,
}

impl Reach {
    pub(super) const ALL: [Self; 3] = [Self::Event, Self::Share, Self::Ever];

    pub(super) const fn of(days: i64) -> Self {
        if days <= DAYS_OF_ONE_EVENT {
            Self::Event
        } else if days <= DAYS_OF_ONE_SHARE {
            Self::Share
        } else {
            Self::Ever
        }
    }
}

/// Finds why one number is told of two quantities; none where they differ in more than one thing, or in none.
pub(super) fn borrowed(
    (a, first): (&Claim, &Quantity),
    (b, second): (&Claim, &Quantity),
    reach: Reach,
) -> Option<Cause> {
    let differ = first.differ(second);
    let is_near = reach == Reach::Event;
    if a.unit != b.unit {
        let is_money = a.unit.is_money() && b.unit.is_money();
        return (is_money && differ.in_nothing() && is_near).then_some(Cause::Currency);
    }
    if differ.in_nothing() {
        return None;
    }
    if a.kind == ClaimKind::TradeShare && reach != Reach::Ever && differ.whole {
        return differ.only(|d| (d.whole, d.months) = (false, false)).then_some(Cause::Denominator);
    }
    if is_near && first.place.is_some() != second.place.is_some() && differ.only(|d| d.place = false) {
        return Some(Cause::Place);
    }
    if is_near && is_planned(a) != is_planned(b) && a.kind.is_portfolio() {
        let is_same = differ.only(|d| (d.modality, d.stage, d.months) = (false, false, false));
        return is_same.then_some(Cause::Stage);
    }
    if !is_flow(a) || !differ.only(|d| d.months = false) {
        return None;
    }
    match (first.months, second.months) {
        (Some(first), Some(second)) if is_part(first, second) || is_part(second, first) => {
            Some(Cause::Period)
        }
        // Trade of two years may well round to the same two digits.
        (Some(first), Some(second)) if digits(a) >= 100 => is_stale(first, second).then_some(Cause::Stale),
        _ => None,
    }
}

/// What is foreseen, by its modality or as a portion.
pub(super) fn is_planned(claim: &Claim) -> bool {
    claim.modality == Modality::Planned || claim.stage == Some(Portion::Planned)
}

/// Says whether months are the beginning of a longer stretch that ends within the same year.
pub(super) fn is_part(part: (i32, i32), whole: (i32, i32)) -> bool {
    part.0 == whole.0 && part.1 < whole.1 && whole.1 - whole.0 == 11
}

/// Says whether one of two stretches of the same months lies years after the other.
pub(super) fn is_stale(a: (i32, i32), b: (i32, i32)) -> bool {
    let years = (a.1 - b.1).abs();
    a.1 - a.0 == b.1 - b.0 && years % 12 == 0 && years / 12 >= YEARS_UNTIL_STALE
}

/// Says whether what is told of months within a stretch is more than what is told of the stretch.
pub(super) fn exceeds(part: &Claim, whole: &Claim) -> bool {
    let Some((months, stretch)) = part.period.zip(whole.period) else { return false };
    let is_within = months.first_month() >= stretch.first_month()
        && months.last_month() <= stretch.last_month()
        && !months.same_months(stretch);
    let low = part.asserts().and_then(|interval| interval.low);
    let high = whole.asserts().and_then(|interval| interval.high);
    is_within && low.zip(high).is_some_and(|(low, high)| low > high)
}

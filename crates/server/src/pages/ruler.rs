//! The ruler: one axis; the band is what the words assert, each dot what a definition gives, filled where inside.
//!
//! It is fluid: its places are percentages, so that one drawing serves every width.

use super::chart::N;
use entente_model::{Decimal, Interval};
use maud::{Markup, html};

/// A dot: the value that a definition gives, and whether it agrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Dot {
    pub(crate) value: Decimal,
    pub(crate) agrees: bool,
}

/// An axis with a band on it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ruler {
    /// The values at the ends.
    pub(crate) ends: (Decimal, Decimal),
    band: (f64, f64),
    dots: Vec<(f64, bool)>,
}

/// The narrowest band that is seen, in percent of the ruler.
const NARROWEST: f64 = 1.0;

impl Ruler {
    /// Lays out a ruler for what is asserted and what was computed; none where nothing was.
    ///
    /// `whole` is whether the values are shares of a whole, whose axis runs from 0 to 100.
    pub(crate) fn new(asserted: &Interval, dots: &[Dot], whole: bool) -> Option<Self> {
        let values: Vec<Decimal> = dots.iter().map(|dot| dot.value).collect();
        let all = || values.iter().copied().chain(asserted.low).chain(asserted.high);
        let (low, high) = (all().min()?, all().max()?);
        if values.is_empty() {
            return None;
        }
        let ends = if whole && low >= Decimal::ZERO && high <= Decimal::ONE_HUNDRED {
            (Decimal::ZERO, Decimal::ONE_HUNDRED)
        } else {
            rounded_ends(low, high)?
        };
        let at = |value: Decimal| percent(value, ends);
        let exact = |place: f64| (place * 1000.0).round() / 1000.0;
        let from = asserted.low.map_or(0.0, at);
        let to = asserted.high.map_or(100.0, at);
        let lacking = (NARROWEST - (to - from)).max(0.0) / 2.0;
        let from = exact((from - lacking).clamp(0.0, 100.0 - NARROWEST));
        let band = (from, exact((to + lacking).clamp(from + NARROWEST, 100.0)));
        Some(Self { ends, band, dots: dots.iter().map(|dot| (at(dot.value), dot.agrees)).collect() })
    }

    /// Returns the band's left end and width, in percent.
    pub(crate) fn band(&self) -> (f64, f64) {
        (self.band.0, self.band.1 - self.band.0)
    }

    /// Draws it with words at its ends; beside the same figures as text, so hidden from readers of the screen.
    pub(crate) fn strip(&self, ends: (&str, &str)) -> Markup {
        html! {
            svg class="ruler strip" aria-hidden="true" focusable="false" {
                (self.marks(None))
                text x="0" y="36" { (ends.0) }
                text x="100%" y="36" text-anchor="end" { (ends.1) }
            }
        }
    }

    /// Draws the band with one of the dots, under a common scale.
    pub(crate) fn single(&self, dot: usize) -> Markup {
        html! { svg class="ruler" aria-hidden="true" focusable="false" { (self.marks(Some(dot))) } }
    }

    fn marks(&self, only: Option<usize>) -> Markup {
        let (left, width) = self.band();
        let dots = || self.dots.iter().enumerate().filter(|(i, _)| only.is_none_or(|only| only == *i));
        html! {
            rect class="said" x={ (N(left)) "%" } y="1" width={ (N(width)) "%" } height="20" {}
            line class="rail" x1="0" x2="100%" y1="11" y2="11" {}
            @for (_, (at, _)) in dots().filter(|(_, (_, agrees))| !agrees) { circle class="out" cx={ (N(*at)) "%" } cy="11" r="4.5" {} }
            @for (_, (at, _)) in dots().filter(|(_, (_, agrees))| *agrees) { circle class="in" cx={ (N(*at)) "%" } cy="11" r="6" {} }
        }
    }
}

/// Returns ends that hold both values with a tenth of room, rounded to a figure that can be written.
fn rounded_ends(low: Decimal, high: Decimal) -> Option<(Decimal, Decimal)> {
    let span = high.checked_sub(low)?;
    let span = if span.is_zero() { high.abs().max(Decimal::ONE) } else { span };
    let room = span.checked_div(Decimal::TEN)?;
    let unit = power_below(room)?;
    let down = |value: Decimal| (value / unit).floor().checked_mul(unit);
    let up = |value: Decimal| (value / unit).ceil().checked_mul(unit);
    let from = low.checked_sub(room)?;
    // What cannot be negative does not begin below zero.
    let from = if low >= Decimal::ZERO { from.max(Decimal::ZERO) } else { from };
    Some((down(from)?, up(high.checked_add(room)?)?))
}

/// Returns the power of ten that is at most a value.
fn power_below(value: Decimal) -> Option<Decimal> {
    let mut power = Decimal::ONE;
    while power > value {
        power = power.checked_div(Decimal::TEN).filter(|power| !power.is_zero())?;
    }
    while let Some(next) = power.checked_mul(Decimal::TEN).filter(|next| *next <= value) {
        power = next;
    }
    Some(power)
}

/// Returns the place of a value between two ends, in percent.
fn percent(value: Decimal, (low, high): (Decimal, Decimal)) -> f64 {
    let part =
        value.checked_sub(low).zip(high.checked_sub(low)).and_then(|(part, span)| part.checked_div(span));
    let part: f64 = part.and_then(|part| part.round_dp(6).to_string().parse().ok()).unwrap_or(0.0);
    (part * 100.0).clamp(0.0, 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn dot(value: &str, agrees: bool) -> Dot {
        Dot { value: decimal(value), agrees }
    }

    #[test]
    fn shares_stand_between_nothing_and_all() {
        let said = Interval::half_open(decimal("56.5"), decimal("57.5"));
        let ruler = Ruler::new(&said, &[dot("42.8", false), dot("56.647", true)], true).unwrap();
        assert_eq!(ruler.ends, (Decimal::ZERO, Decimal::ONE_HUNDRED));
        assert_eq!(ruler.band(), (56.5, 1.0));
        let svg = ruler.strip(("0%", "100%")).into_string();
        assert!(svg.contains("class=\"out\" cx=\"42.8%\""), "{svg}");
        assert!(svg.contains("class=\"in\" cx=\"56.6%\""), "{svg}");
    }

    #[test]
    fn ends_are_round_and_hold_everything() {
        let said = Interval::half_open(decimal("4450000000"), decimal("4550000000"));
        let dots = [dot("4417900000", false), dot("4485600000", true)];
        let ruler = Ruler::new(&said, &dots, false).unwrap();
        assert_eq!(ruler.ends, (decimal("4400000000"), decimal("4570000000")));
        let only = ruler.single(1).into_string();
        assert!(!only.contains("class=\"out\"") && only.contains("class=\"in\""), "{only}");
    }

    #[test]
    fn an_open_end_runs_to_the_edge() {
        let over = Interval { low: Some(decimal("1200")), high: None, high_closed: false };
        let ruler = Ruler::new(&over, &[dot("1000", false)], false).unwrap();
        let (left, width) = ruler.band();
        assert!((left + width - 100.0).abs() < 1e-9, "{left} {width}");
    }

    #[test]
    fn nothing_computed_is_no_ruler() {
        assert_eq!(Ruler::new(&Interval::point(Decimal::ONE), &[], false), None);
    }

    proptest! {
        #[test]
        fn everything_lies_on_the_ruler(low in -1_000_000_i64..1_000_000, width in 0_i64..1000, value in -1_000_000_i64..1_000_000) {
            let said = Interval::half_open(low.into(), (low + width).into());
            let ruler = Ruler::new(&said, &[Dot { value: value.into(), agrees: false }], false).unwrap();
            let (left, width) = ruler.band();
            prop_assert!(left >= 0.0 && width >= 0.99 && left + width <= 100.001);
            prop_assert!(ruler.ends.0 <= value.into() && ruler.ends.1 >= value.into());
        }
    }
}

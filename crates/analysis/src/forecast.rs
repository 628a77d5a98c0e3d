//! The pace to a target, and the chance of reaching it, from a series of yearly values.

use entente_model::Decimal;
use entente_model::decimal::rounded;
use statrs::distribution::{ContinuousCDF, StudentsT};

/// The fewest yearly growths that a chance is told for.
const FEWEST_GROWTHS: usize = 5;
/// The significant digits that a median is told with.
const MEDIAN_DIGITS: i32 = 4;

/// What a series of yearly values says about a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Forecast {
    /// Growth needed a year, in percent.
    pub(crate) needed: Decimal,
    /// Compound growth a year over the series, in percent.
    pub(crate) so_far: Option<Decimal>,
    /// The median for the horizon, in the unit of the series.
    pub(crate) median: Option<Decimal>,
    /// The chance of reaching the target, from 0 to 1.
    pub(crate) chance: Option<Decimal>,
}

/// Forecasts whether `target` is reached `years` after the last value of an unbroken yearly series.
///
/// needed = (T / y0)^(1/h) - 1; so far = (y0 / y1)^(1/n) - 1; with the yearly growths g = ln y(t) - ln y(t-1), their
/// mean m and standard deviation s (of the sample, n - 1), the logarithm at the horizon is taken as
/// ln y0 + h m + s sqrt(h + h^2 / n) t with t of Student's distribution with n - 1 degrees of freedom: the random
/// walk with drift whose drift is itself estimated (Box, Jenkins, Reinsel, Ljung: Time Series Analysis, 5th ed.,
/// chapter 5). The median is y0 exp(h m), the chance P = 1 - F((ln T - ln y0 - h m) / (s sqrt(h + h^2 / n))).
/// Logarithms are taken in binary floating point, so results are rounded: growth to hundredths of a percent, the
/// chance to hundredths, the median to four digits. None where a value or the target is not positive, or `years`
/// is not.
pub(crate) fn forecast(series: &[Decimal], target: Decimal, years: i16) -> Option<Forecast> {
    let logs: Vec<f64> = series.iter().map(|value| logarithm(*value)).collect::<Option<_>>()?;
    let (first, last, goal) = (*logs.first()?, *logs.last()?, logarithm(target)?);
    if years < 1 {
        return None;
    }
    let horizon = f64::from(years);
    let growths: Vec<f64> = logs.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let n = f64::from(u32::try_from(growths.len()).ok()?);
    let needed = percent((goal - last) / horizon)?;
    let so_far = if growths.is_empty() { None } else { percent((last - first) / n) };
    let drift = if growths.len() < FEWEST_GROWTHS { None } else { Some(growths.iter().sum::<f64>() / n) };
    let median = drift.and_then(|drift| significant((last + horizon * drift).exp(), MEDIAN_DIGITS));
    let chance = drift.and_then(|drift| {
        let variance = growths.iter().map(|growth| (growth - drift).powi(2)).sum::<f64>() / (n - 1.0);
        let spread = (variance * (horizon + horizon * horizon / n)).sqrt();
        decimal(chance_above(goal - last - horizon * drift, spread, n - 1.0)?, 2)
    });
    Some(Forecast { needed, so_far, median, chance })
}

/// Returns the chance that `spread` times a number of Student's distribution reaches `gap`; certain without a spread.
fn chance_above(gap: f64, spread: f64, freedom: f64) -> Option<f64> {
    if spread.is_nan() || spread <= 0.0 {
        return Some(if gap <= 0.0 { 1.0 } else { 0.0 });
    }
    let distribution = StudentsT::new(0.0, 1.0, freedom).ok()?;
    // Beyond a million standard deviations nothing changes in the digits that are told.
    let deviations = (gap / spread).clamp(-1.0e6, 1.0e6);
    (!deviations.is_nan()).then(|| 1.0 - distribution.cdf(deviations))
}

fn logarithm(value: Decimal) -> Option<f64> {
    let value = f64::try_from(value).ok()?;
    (value > 0.0).then(|| value.ln())
}

/// Returns the yearly growth in percent of a growth in logarithms.
fn percent(growth: f64) -> Option<Decimal> {
    decimal(growth.exp_m1() * 100.0, 2)
}

fn decimal(value: f64, digits: u32) -> Option<Decimal> {
    Decimal::try_from(value).ok().map(|value| rounded(value, digits))
}

/// Rounds a positive number to significant digits.
fn significant(value: f64, digits: i32) -> Option<Decimal> {
    if !(value.is_finite() && value > 0.0) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "the logarithm of a finite number is below 400")]
    let places = digits - 1 - value.log10().floor() as i32;
    if let Ok(places) = u32::try_from(places) {
        return decimal(value, places.min(28));
    }
    let unit = 10.0_f64.powi(-places);
    Decimal::try_from((value / unit).round() * unit).ok().map(|value| rounded(value, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(s: &str) -> Decimal {
        s.parse().unwrap()
    }

    #[test]
    fn needs_the_growth_that_reaches_the_target() {
        let needed = |last: &str| forecast(&[d(last)], d("10"), 7).unwrap().needed.to_string();
        assert_eq!(needed("4.418"), "12.38");
        assert_eq!(needed("4.486"), "12.13");
    }

    #[test]
    fn tells_no_chance_for_few_growths() {
        let series: Vec<Decimal> = (1..=5).map(Decimal::from).collect();
        let forecast = forecast(&series, d("10"), 5).unwrap();
        assert_eq!((forecast.chance, forecast.median), (None, None));
        assert_eq!(forecast.so_far, Some(d("49.53")));
    }

    #[test]
    fn a_series_without_spread_is_certain() {
        let series: Vec<Decimal> = (0..8).map(|_| d("3")).collect();
        let over = forecast(&series, d("4"), 5).unwrap();
        assert_eq!(over.chance, Some(Decimal::ZERO));
        assert_eq!(over.median, Some(d("3")));
        assert_eq!(forecast(&series, d("3"), 5).unwrap().chance, Some(Decimal::ONE));
        let mut nearly = series.clone();
        nearly.push(d("3.0000000000001"));
        assert_eq!(forecast(&nearly, d("4"), 5).unwrap().chance, Some(Decimal::ZERO));
        assert_eq!(forecast(&[d("-1"), d("2")], d("3"), 5), None);
        assert_eq!(forecast(&series, d("3"), 0), None);
    }

    #[test]
    fn medians_have_four_digits() {
        assert_eq!(significant(7_159_123_456.0, 4), Some(d("7159000000")));
        assert_eq!(significant(0.000_123_456, 4), Some(d("0.0001235")));
    }
}

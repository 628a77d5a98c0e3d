//! Periods: what stretch of time a number is about.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// A calendar month of a year between 1000 and 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    // Ordered by year, then month. Private: 1000..=9999 and 1..=12.
    year: i16,
    month: i8,
}

impl Month {
    /// Makes a month; none outside years 1000 to 9999 and months 1 to 12.
    #[must_use]
    pub const fn new(year: i16, month: i8) -> Option<Self> {
        if year >= 1000 && year <= 9999 && month >= 1 && month <= 12 {
            Some(Self { year, month })
        } else {
            None
        }
    }

    /// Returns the year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// Returns the month of the year, 1 to 12.
    #[must_use]
    pub const fn month(self) -> i8 {
        self.month
    }

    /// Returns the number of months since year 0.
    #[must_use]
    pub fn index(self) -> i32 {
        i32::from(self.year) * 12 + i32::from(self.month) - 1
    }

    /// Returns the month `years` later (earlier if negative); none outside years 1000 to 9999.
    #[must_use]
    pub fn shift_years(self, years: i16) -> Option<Self> {
        Self::new(self.year.checked_add(years)?, self.month)
    }
}

/// The stretch of time that a number is about.
///
/// Written `2023`, `2024-H1`, `2024-Q1`, `2024-04` or `2024-01/2024-04`; printing and parsing are inverse.
/// Two periods that cover the same months are different values ([`Period::same_months`] compares them):
/// the form follows the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Period {
    /// A calendar year.
    Year(i16),
    /// A half of a year, 1 or 2.
    Half(i16, i8),
    /// A quarter of a year, 1 to 4.
    Quarter(i16, i8),
    /// A month.
    Month(Month),
    /// Several whole months, the first before the last.
    Months(Month, Month),
}

/// A text that is no period.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("\"{0}\" is not a period; write 2024, 2024-H1, 2024-Q2, 2024-03 or 2024-01/2024-04")]
pub struct PeriodError(pub String);

impl Period {
    /// Makes a calendar year; none outside 1000 to 9999.
    #[must_use]
    pub fn year(year: i16) -> Option<Self> {
        (1000..=9999).contains(&year).then_some(Self::Year(year))
    }

    /// Makes the months from `first` to `last`: one month if they are equal, none if they are the wrong way round.
    #[must_use]
    pub fn months(first: Month, last: Month) -> Option<Self> {
        match first.cmp(&last) {
            std::cmp::Ordering::Less => Some(Self::Months(first, last)),
            std::cmp::Ordering::Equal => Some(Self::Month(first)),
            std::cmp::Ordering::Greater => None,
        }
    }

    /// Returns the first month that is covered.
    #[must_use]
    pub fn first_month(self) -> Month {
        let (year, month) = match self {
            Self::Year(y) => (y, 1),
            Self::Half(y, h) => (y, h * 6 - 5),
            Self::Quarter(y, q) => (y, q * 3 - 2),
            Self::Month(m) | Self::Months(m, _) => return m,
        };
        Month { year, month }
    }

    /// Returns the last month that is covered.
    #[must_use]
    pub fn last_month(self) -> Month {
        let (year, month) = match self {
            Self::Year(y) => (y, 12),
            Self::Half(y, h) => (y, h * 6),
            Self::Quarter(y, q) => (y, q * 3),
            Self::Month(m) | Self::Months(_, m) => return m,
        };
        Month { year, month }
    }

    /// Says whether both cover the same months.
    #[must_use]
    pub fn same_months(self, other: Self) -> bool {
        (self.first_month(), self.last_month()) == (other.first_month(), other.last_month())
    }

    /// Returns the year if whole calendar years are not cut: a period that is one calendar year in any form.
    #[must_use]
    pub fn whole_year(self) -> Option<i16> {
        let (first, last) = (self.first_month(), self.last_month());
        (first.year() == last.year() && first.month() == 1 && last.month() == 12).then_some(first.year())
    }

    /// Returns the same months `years` later (earlier if negative), in the same form.
    #[must_use]
    pub fn shift_years(self, years: i16) -> Option<Self> {
        let shift = |y: i16| y.checked_add(years).filter(|y| (1000..=9999).contains(y));
        Some(match self {
            Self::Year(y) => Self::Year(shift(y)?),
            Self::Half(y, h) => Self::Half(shift(y)?, h),
            Self::Quarter(y, q) => Self::Quarter(shift(y)?, q),
            Self::Month(m) => Self::Month(m.shift_years(years)?),
            Self::Months(a, b) => Self::Months(a.shift_years(years)?, b.shift_years(years)?),
        })
    }

    /// Says whether the period is over on `date`: its last month ended before the month of `date`.
    #[must_use]
    pub fn is_over(self, date: Date) -> bool {
        let last = self.last_month();
        (last.year(), last.month()) < (date.year(), date.month())
    }

    /// Returns the latest calendar year that was complete on `date`.
    #[must_use]
    pub fn latest_complete_year(date: Date) -> Option<Self> {
        Self::year(date.year().checked_sub(1)?)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(y) => write!(f, "{y:04}"),
            Self::Half(y, h) => write!(f, "{y:04}-H{h}"),
            Self::Quarter(y, q) => write!(f, "{y:04}-Q{q}"),
            Self::Month(m) => write!(f, "{m}"),
            Self::Months(a, b) => write!(f, "{a}/{b}"),
        }
    }
}

fn parse_year(s: &str) -> Option<i16> {
    let digits = s.len() == 4 && s.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| s.parse().ok()).flatten().filter(|y| *y >= 1000)
}

fn parse_month(s: &str) -> Option<Month> {
    let (year, month) = s.split_once('-')?;
    let two_digits = month.len() == 2 && month.bytes().all(|b| b.is_ascii_digit());
    Month::new(parse_year(year)?, if two_digits { month.parse().ok()? } else { return None })
}

fn parse_part(year: i16, part: &str) -> Option<Period> {
    match part {
        "H1" => Some(Period::Half(year, 1)),
        "H2" => Some(Period::Half(year, 2)),
        "Q1" => Some(Period::Quarter(year, 1)),
        "Q2" => Some(Period::Quarter(year, 2)),
        "Q3" => Some(Period::Quarter(year, 3)),
        "Q4" => Some(Period::Quarter(year, 4)),
        _ => None,
    }
}

fn parse(s: &str) -> Option<Period> {
    if let Some((first, last)) = s.split_once('/') {
        let (first, last) = (parse_month(first)?, parse_month(last)?);
        return (first < last).then_some(Period::Months(first, last));
    }
    match s.split_once('-') {
        None => parse_year(s).map(Period::Year),
        Some((year, part)) => {
            parse_part(parse_year(year)?, part).or_else(|| parse_month(s).map(Period::Month))
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(s: &str) -> Result<Self, PeriodError> {
        parse(s).ok_or_else(|| PeriodError(s.chars().take(80).collect()))
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::from_text::from_text(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn months() -> impl Strategy<Value = Month> {
        (1000i16..=9999, 1i8..=12).prop_map(|(y, m)| Month::new(y, m).unwrap())
    }

    fn periods() -> impl Strategy<Value = Period> {
        prop_oneof![
            (1000i16..=9999).prop_map(Period::Year),
            (1000i16..=9999, 1i8..=2).prop_map(|(y, h)| Period::Half(y, h)),
            (1000i16..=9999, 1i8..=4).prop_map(|(y, q)| Period::Quarter(y, q)),
            (months(), months()).prop_map(|(a, b)| Period::months(a.min(b), a.max(b)).unwrap()),
        ]
    }

    proptest! {
        #[test]
        fn round_trips(period in periods()) {
            prop_assert_eq!(period.to_string().parse::<Period>().unwrap(), period);
        }

        #[test]
        fn parsing_never_panics(s in ".*") {
            let _ = s.parse::<Period>();
        }

        #[test]
        fn first_month_is_not_after_last(period in periods()) {
            prop_assert!(period.first_month() <= period.last_month());
        }
    }

    #[test]
    fn refuses_what_is_no_period() {
        for s in [
            "",
            "24",
            "2024-13",
            "2024-00",
            "2024-Q5",
            "2024-04/2024-01",
            "2024-04/2024-04",
            "2024-4",
            "0999",
        ] {
            assert!(s.parse::<Period>().is_err(), "{s}");
        }
        assert_eq!(
            "2024-13".parse::<Period>().unwrap_err().to_string(),
            "\"2024-13\" is not a period; write 2024, 2024-H1, 2024-Q2, 2024-03 or 2024-01/2024-04"
        );
    }

    #[test]
    fn compares_months_across_forms() {
        let p = |s: &str| s.parse::<Period>().unwrap();
        assert!(p("2022-H1").same_months(p("2022-01/2022-06")));
        assert!(p("2022").same_months(p("2022-01/2022-12")));
        assert!(!p("2022-Q1").same_months(p("2022-01")));
        assert_eq!(p("2024-01/2024-04").shift_years(-1), Some(p("2023-01/2023-04")));
    }

    #[test]
    fn latest_complete_year_is_the_year_before() {
        assert_eq!(Period::latest_complete_year(date(2024, 7, 13)), Some(Period::Year(2023)));
        assert!(Period::Year(2023).is_over(date(2024, 1, 1)));
        assert!(!Period::Year(2023).is_over(date(2023, 12, 31)));
    }
}

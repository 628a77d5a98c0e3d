//! What "last year" hangs on: the day of publication, or what the text itself tells of its time.

use entente_model::{Month, Period};
use jiff::civil::Date;

/// The time that relative words are reckoned from.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Calendar {
    /// The day of publication, or the first full date of the text.
    pub today: Option<Date>,
    /// The latest year that the text has named so far, for a text without any date.
    pub latest_year: Option<i16>,
}

impl Calendar {
    /// Returns the year that lies `years` from the year of publication.
    pub(crate) fn year(self, years: i8) -> Option<i16> {
        match self.today {
            Some(today) => today.year().checked_add(i16::from(years)),
            // Without a date "last year" is most often the year that the text has just named.
            None => self.latest_year.filter(|_| years == -1),
        }
    }

    /// Returns the months from January on, of the year so far.
    pub(crate) fn year_to_date(self) -> Option<Period> {
        let today = self.today?;
        Period::months(Month::new(today.year(), 1)?, Month::new(today.year(), today.month())?)
    }

    /// Returns the year that a month without one is of: the latest in which it has begun.
    pub(crate) fn year_of_month(self, month: i8) -> Option<i16> {
        let today = self.today?;
        Some(if month > today.month() { today.year() - 1 } else { today.year() })
    }

    /// Returns the month that lies `months` from the month of publication.
    pub(crate) fn month(self, months: i8) -> Option<Period> {
        let today = self.today?;
        let index = i32::from(today.year()) * 12 + i32::from(today.month()) - 1 + i32::from(months);
        let (year, month) =
            (i16::try_from(index.div_euclid(12)).ok()?, i8::try_from(index.rem_euclid(12)).ok()?);
        Month::new(year, month + 1).map(Period::Month)
    }

    /// Returns the day without a year that lies nearest to the day of publication.
    pub(crate) fn nearest(self, month: i8, day: i8) -> Option<Date> {
        let today = self.today?;
        let candidates = (-1..=1).filter_map(|years| Date::new(today.year() + years, month, day).ok());
        candidates.min_by_key(|date| {
            let days = |date: Date| {
                i32::from(date.year()) * 372 + i32::from(date.month()) * 31 + i32::from(date.day())
            };
            (days(*date) - days(today)).abs()
        })
    }
}

//! One line of a list of announced figures.

use super::Page;
use super::note::{self, Note};
use crate::statistics::finding::Problem;
use crate::statistics::grid::Grid;
use entente_model::{Basis, Bound, Country, Decimal, Flow, Partner, Period, Status};
use jiff::civil::Date;
use std::fmt::Display;
use std::str::FromStr;

/// A figure as it was announced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) partner: Partner,
    pub(super) flow: Flow,
    pub(super) period: Period,
    pub(super) basis: Basis,
    pub(super) status: Status,
    pub(super) value: Decimal,
    pub(super) precision: Decimal,
    pub(super) bound: Bound,
    pub(super) notes: Vec<Note>,
    /// Whether another line of the same day says the same.
    pub(super) left_out: bool,
}

/// Where the fields of a list stand.
pub(super) struct Columns {
    reporter: usize,
    partner: usize,
    flow: usize,
    period: usize,
    value: usize,
    stated_as: usize,
    basis: usize,
    status: usize,
    published: usize,
    url: usize,
    note: usize,
}

impl Columns {
    /// Finds the columns by their headings, in whatever order; the error is the one that is missing.
    pub(super) fn locate(grid: &Grid) -> Result<Self, &'static str> {
        let headings: Vec<String> = grid.row(0).iter().map(crate::statistics::grid::Cell::shown).collect();
        let find = |name: &'static str| headings.iter().position(|heading| heading == name).ok_or(name);
        Ok(Self {
            reporter: find("reporter")?,
            partner: find("partner")?,
            flow: find("flow")?,
            period: find("period")?,
            value: find("value_usd")?,
            stated_as: find("stated_as")?,
            basis: find("basis")?,
            status: find("status")?,
            published: find("published")?,
            url: find("url")?,
            note: find("note")?,
        })
    }

    pub(super) fn read(&self, grid: &Grid, row: usize) -> Result<(Page, Figure), Problem> {
        let text = |column: usize| grid.cell(row, column).shown();
        let reporter: Country = word(&text(self.reporter))?;
        let flow: Flow = word(&text(self.flow))?;
        let value = number(&text(self.value))?;
        let (stated_as, remark) = (text(self.stated_as), text(self.note));
        let (said, mut precision) = stated(&stated_as).ok_or_else(|| {
            Problem::BadField(format!(
                "\"{stated_as}\" is not a stated figure; write 4.39 bn, 581.8 mn or 14000"
            ))
        })?;
        if said != value {
            return Err(Problem::StatedOtherwise { value, stated_as });
        }
        if value.is_sign_negative() && flow != Flow::Balance {
            return Err(Problem::Negative(value));
        }
        let notes = Note::all_of(&remark, stated_as.ends_with("bn"));
        if notes.contains(&Note::Truncated) {
            // The truth lies in [v, v + step), which a step twice as wide covers: [v - step, v + step).
            precision *= Decimal::TWO;
        }
        let figure = Figure {
            partner: word(&text(self.partner))?,
            flow,
            period: word(&text(self.period))?,
            basis: word(&text(self.basis))?,
            status: word(&text(self.status))?,
            value: value.normalize(),
            precision: precision.normalize(),
            bound: note::bound(&remark, flow),
            notes,
            left_out: false,
        };
        let (published, month_only) = published(&text(self.published))?;
        let inferred = month_only || note_infers_date(&remark);
        let url = Some(text(self.url)).filter(|url| !url.is_empty());
        Ok((Page { reporter, published, inferred: published.is_some() && inferred, url }, figure))
    }
}

impl Figure {
    /// Says whether two figures of one key are one figure, stated with different care.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        let half = |figure: &Self| figure.precision / Decimal::TWO;
        let apart = (self.value - other.value).abs();
        let same_words = self.value == other.value && self.precision == other.precision;
        let finer = self.precision.min(other.precision);
        let wider = half(self).max(half(other));
        same_words || (finer != self.precision.max(other.precision) && apart <= wider)
    }
}

fn word<T: FromStr<Err: Display>>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|error: T::Err| Problem::BadField(error.to_string()))
}

fn number(text: &str) -> Result<Decimal, Problem> {
    let plain = text.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let number: Option<Decimal> = plain.then(|| text.parse().ok()).flatten();
    let largest = Decimal::from(1_000_000_000_000_000_000_i64);
    number.filter(|n| n.abs() < largest).ok_or_else(|| Problem::NotANumber(text.to_owned()))
}

/// Reads a figure in words: its value, and the worth of one unit of its last written digit.
fn stated(text: &str) -> Option<(Decimal, Decimal)> {
    let (digits, scale) = text.split_once(' ').map_or((text, None), |(digits, scale)| (digits, Some(scale)));
    let written = number(digits).ok()?;
    let multiplier = match scale {
        Some("trn") => Decimal::from(1_000_000_000_000_i64),
        Some("bn") => Decimal::from(1_000_000_000_i64),
        Some("mn") => Decimal::from(1_000_000_i64),
        Some("k") => Decimal::ONE_THOUSAND,
        Some(_) => return None,
        None => Decimal::ONE,
    };
    let mut step = Decimal::new(1, written.scale());
    if scale.is_none() && written.scale() == 0 && !written.is_zero() {
        // Zeros at the end of a whole number are places that were rounded away.
        while (written % (step * Decimal::TEN)).is_zero() {
            step *= Decimal::TEN;
        }
    }
    Some((written.checked_mul(multiplier)?, step.checked_mul(multiplier)?))
}

/// Reads a day, a month (whose last day is taken, and said to be inferred), or nothing.
fn published(text: &str) -> Result<(Option<Date>, bool), Problem> {
    if text.is_empty() {
        return Ok((None, false));
    }
    if let Ok(date) = text.parse::<Date>() {
        return Ok((Some(date), false));
    }
    let month = format!("{text}-01").parse::<Date>().map(Date::last_of_month).ok();
    let bad = || Problem::BadField(format!("\"{text}\" is not a date; write 2024-06-08, 2024-06 or nothing"));
    month.map(|date| (Some(date), true)).ok_or_else(bad)
}

fn note_infers_date(note: &str) -> bool {
    let clause = |clause: &str| {
        let clause = clause.trim();
        clause == "inferred"
            || clause.starts_with("inferred (")
            || clause.contains("month inferred")
            || clause.contains("year and month inferred")
    };
    note.split(';').any(clause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, value: &str, step: &str) {
        let expect = (value.parse().unwrap(), step.parse().unwrap());
        assert_eq!(stated(text), Some(expect), "{text}");
    }

    #[test]
    fn stated_figures_carry_their_precision() {
        check("1.2 bn", "1200000000", "100000000");
        check("4.39 bn", "4390000000", "10000000");
        check("581.8 mn", "581800000", "100000");
        check("12140.0 mn", "12140000000", "100000");
        check("500 mn", "500000000", "1000000");
        check("-1.96 bn", "-1960000000", "10000000");
        check("14000", "14000", "1000");
        check("14050", "14050", "10");
        assert_eq!(stated("1,2 bn"), None);
        assert_eq!(stated("1.2 billion"), None);
        assert_eq!(stated("bn"), None);
    }

    #[test]
    fn dates_may_be_months_or_absent() {
        let day = |text: &str| published(text).unwrap();
        assert_eq!(day("2024-06-08"), (Some(jiff::civil::date(2024, 6, 8)), false));
        assert_eq!(day("2024-02"), (Some(jiff::civil::date(2024, 2, 29)), true));
        assert_eq!(day(""), (None, false));
        assert!(published("2024-13").is_err());
    }
}

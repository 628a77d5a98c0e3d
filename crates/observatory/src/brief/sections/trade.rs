//! Trade: what both report for the latest year, and why the two differ.

use super::Writer;
use crate::brief::wording::{cause, percent, period, quantity};
use crate::brief::{Chart, Line, Section, Series};
use crate::evidence::Figures;
use entente_analysis::mirror::{Method, Row, Side, mirror};
use entente_model::decimal::{plain, rounded};
use entente_model::{Country, Decimal, Lang, Period, Unit};

/// So many years are drawn.
const YEARS: usize = 8;
/// So many causes of a gap are told.
const CAUSES: usize = 3;

impl Writer<'_> {
    /// What both report of their trade, with a chart, and the gap between the two.
    pub(in crate::brief) fn trade(&mut self, figures: Figures) -> Option<Section> {
        let evidence = figures.into_evidence();
        let mut rows = mirror(self.pair, &evidence, self.as_of, Method::default());
        rows.retain(|row| row.period.whole_year().is_some());
        let both = [(self.pair.first(), self.pair.second()), (self.pair.second(), self.pair.first())];
        let mut lines = Vec::new();
        for (country, partner) in both {
            lines.extend(self.turnover(&rows, country, partner));
        }
        let newest = rows.iter().rev().find(|row| row.gap.is_some()).map(|row| row.period);
        for row in rows.iter().filter(|row| Some(row.period) == newest) {
            lines.extend(self.gap(row));
        }
        let chart = self.chart(&rows);
        let section = self.section("brief-section-trade", lines);
        section.map(|section| Section { chart, ..section })
    }

    fn turnover(&mut self, rows: &[Row], country: Country, partner: Country) -> Option<Line> {
        let years = years_of(rows, country);
        let (newest, sides) = years.last()?;
        let value = sum(sides)?;
        let unit = sides.first()?.unit;
        let before = years.iter().rev().nth(1).filter(|(year, _)| newest.shift_years(-1) == Some(*year));
        let growth = before.and_then(|(_, sides)| sum(sides)).and_then(|old| {
            let ratio = value.checked_div(old)?.checked_sub(Decimal::ONE)?;
            ratio.checked_mul(Decimal::ONE_HUNDRED).map(|percent| rounded(percent, 1))
        });
        let change = growth.map(|growth| {
            let sign = if growth.is_sign_negative() { "" } else { "+" };
            self.say("brief-change", &[("percent", &format!("{sign}{}", percent(growth, self.lang)))])
        });
        let of = |side: &&Side| quantity(side.value, side.unit, self.lang);
        let [exports, imports] = [sides.first()?, sides.get(1)?].map(of);
        let text = self.say(
            "brief-trade",
            &[
                ("country", country.name(self.lang)),
                ("partner", partner.name(self.lang)),
                ("period", &period(*newest, self.lang)),
                ("value", &quantity(value, unit, self.lang)),
                ("exports", &exports),
                ("imports", &imports),
                ("change", &change.unwrap_or_default()),
            ],
        );
        let used: Vec<&Side> =
            sides.iter().chain(before.iter().flat_map(|(_, sides)| sides)).copied().collect();
        let notes = used.into_iter().map(|side| self.note_of_side(side)).collect();
        Some(Line { text, notes })
    }

    /// Tells what both sides record of a flow, and what the gap may be due to.
    fn gap(&mut self, row: &Row) -> Vec<Line> {
        let (Some(exports), Some(imports), Some(gap)) = (&row.exports, &row.imports, row.gap) else {
            return Vec::new();
        };
        let text = self.say(
            "brief-gap",
            &[
                ("from", row.from.name(self.lang)),
                ("to", row.to.name(self.lang)),
                ("period", &period(row.period, self.lang)),
                ("exports", &quantity(exports.value, exports.unit, self.lang)),
                ("imports", &quantity(imports.value, imports.unit, self.lang)),
                ("gap", &quantity(gap, exports.unit, self.lang)),
            ],
        );
        let notes = vec![self.note_of_side(exports), self.note_of_side(imports)];
        let causes: Vec<String> =
            row.causes.iter().take(CAUSES).map(|own| cause(&own.summary, self.lang)).collect();
        let first = Line { text, notes: notes.clone() };
        std::iter::once(first)
            .chain(causes.into_iter().map(|text| Line { text, notes: notes.clone() }))
            .collect()
    }

    fn chart(&mut self, rows: &[Row]) -> Option<Chart> {
        let sides = [self.pair.first(), self.pair.second()];
        let series: Vec<(Country, Years<'_>)> =
            sides.map(|country| (country, years_of(rows, country))).into_iter().collect();
        let newest = series.iter().flat_map(|(_, years)| years.last()).map(|(year, _)| *year).max()?;
        let last = newest.whole_year()?;
        let span = i16::try_from(YEARS).ok()?;
        let years: Vec<i16> = (last.checked_sub(span)?.checked_add(1)?..=last).collect();
        let first = series
            .iter()
            .flat_map(|(_, years)| years.last())
            .find_map(|(_, sides)| sides.first().copied())?;
        let unit = first.unit;
        let value = |own: &Years<'_>, year: i16| {
            let (_, sides) = own.iter().find(|(period, _)| period.whole_year() == Some(year))?;
            sum(sides).filter(|_| sides.iter().all(|side| side.unit == unit)).map(plain)
        };
        let notes: Vec<usize> = {
            let used: Vec<&Side> = series
                .iter()
                .flat_map(|(_, years)| years.last())
                .flat_map(|(_, sides)| sides)
                .copied()
                .collect();
            used.into_iter().map(|side| self.note_of_side(side)).collect()
        };
        let text = self.say("brief-chart", &[("unit", &billions(unit, self.lang))]);
        let series = series.iter().map(|(country, own)| Series {
            name: country.name(self.lang).to_owned(),
            values: years.iter().map(|year| value(own, *year)).collect(),
        });
        Some(Chart { caption: Line { text, notes }, unit, series: series.collect(), years })
    }
}

/// What the values of a chart are written in: billions of the money.
fn billions(unit: Unit, lang: Lang) -> String {
    let billion = match lang {
        Lang::Ru | Lang::Kk => "млрд",
        Lang::Uz => "mlrd",
        _ => "billion",
    };
    format!("{billion} {unit}")
}

/// Years, each with what a country sold and what it bought.
type Years<'a> = Vec<(Period, Vec<&'a Side>)>;

/// Returns the years for which a country reports both what it sold and what it bought, in one unit, with the two.
fn years_of(rows: &[Row], country: Country) -> Years<'_> {
    let mut years: Years<'_> = Vec::new();
    for row in rows {
        let side = if row.from == country { row.exports.as_ref() } else { row.imports.as_ref() };
        let Some(side) = side.filter(|side| side.reporter == country) else { continue };
        let is_sale = row.from == country;
        match years.iter_mut().find(|(period, _)| *period == row.period) {
            // What it sold stands first.
            Some((_, sides)) if is_sale => sides.insert(0, side),
            Some((_, sides)) => sides.push(side),
            None => years.push((row.period, vec![side])),
        }
    }
    years.retain(|(_, sides)| matches!(sides.as_slice(), [a, b] if a.unit == b.unit));
    years
}

fn sum(sides: &[&Side]) -> Option<Decimal> {
    sides.iter().try_fold(Decimal::ZERO, |sum, side| sum.checked_add(side.value))
}

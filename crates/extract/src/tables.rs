//! Tables of figures: lines whose cells a bar parts, as pages, PDF and DOCX files are written out and as plain texts
//! have them.
//!
//! A figure is told by what stands at the head of its column and row, and by the caption: its topic, its period, its
//! unit and its two countries. Where one of topic, unit and countries is nowhere, there is no claim; a row or column of
//! a table by country that names none is a total, and no claim either. The sentence grammar leaves tables alone.

mod cell;
mod grid;

use crate::meaning::{Link, Meaning, Movement, Topic};
use crate::notes::Notes;
use cell::{Head, Value, head, value};
use entente_model::{Claim, ClaimKind, Confidence, Country, Doubt, Modality, Of, Period, TradeFlow, Unit};
use grid::Grid;
use std::ops::Range;

/// The most figures of a text's tables that are read.
const MAX_FIGURES: usize = 5000;
/// How sure a claim of a table is, in hundredths; less where its reporter is only named first.
const SURE: u8 = 85;

/// The tables of a text, by their bytes, in order.
#[derive(Debug, Default)]
pub(crate) struct Tables(Vec<Grid>);

impl Tables {
    /// Finds the tables of a text.
    pub(crate) fn of(text: &str) -> Self {
        Self(if text.contains('|') { grid::grids(text) } else { Vec::new() })
    }

    /// Says whether a byte stands in a table.
    pub(crate) fn hold(&self, byte: usize) -> bool {
        let after = self.0.partition_point(|grid| grid.bytes.start <= byte);
        after > 0 && self.0[after - 1].bytes.contains(&byte)
    }

    /// Reads the claims of the tables up to byte `body_end`.
    pub(crate) fn claims(&self, notes: &Notes<'_>, body_end: usize) -> Vec<Claim> {
        let tables = self.0.iter().take_while(|grid| grid.bytes.start < body_end);
        tables.flat_map(|grid| of_table(notes, grid)).take(MAX_FIGURES).collect()
    }
}

/// What stands around a figure, the nearest first: the heads of its row and column, then the caption.
struct Around<'h> {
    near: Vec<&'h Head>,
    caption: &'h [Head],
}

impl<'h> Around<'h> {
    fn all(&self) -> impl Iterator<Item = &'h Head> + '_ {
        self.near.iter().copied().chain(self.caption)
    }
}

fn of_table(notes: &Notes<'_>, grid: &Grid) -> Vec<Claim> {
    let caption: Vec<Head> = grid.caption.iter().map(|bytes| head(notes, bytes)).collect();
    let rows: Vec<Vec<Head>> =
        grid.rows.iter().map(|row| row.iter().map(|bytes| head(notes, bytes)).collect()).collect();
    let heads = rows.iter().take_while(|row| row.iter().skip(1).all(|cell| !cell.is_figure())).count();
    let (heads, rows_of_figures) = rows.split_at(heads.min(rows.len()));
    // In a table by country, what names no country is a total.
    let labels = |row: &[Head]| row.iter().take_while(|cell| !cell.is_figure()).count();
    let named = rows_of_figures.iter().flat_map(|row| &row[..labels(row)]).chain(heads.iter().flatten());
    let by_country = named.clone().any(|cell| !cell.countries.is_empty());
    let mut claims = Vec::new();
    for row in rows_of_figures {
        let label = labels(row);
        for (column, cell) in row.iter().enumerate().skip(label) {
            let above = heads.iter().filter_map(|row| row.get(column));
            let corner = heads.iter().flat_map(|row| row.iter().take(label.min(1)));
            let near: Vec<&Head> = above.chain(&row[..label]).collect();
            if by_country && near.iter().all(|head| head.countries.is_empty()) {
                continue;
            }
            // The corner names what the labels are, and sometimes the unit.
            let units: Vec<&Head> = near.iter().copied().chain(corner).collect();
            let around = Around { near, caption: &caption };
            claims.extend(value(notes, cell).and_then(|value| claim(notes, &value, &around, &units)));
        }
    }
    claims
}

fn claim(notes: &Notes<'_>, value: &Value, around: &Around<'_>, units: &[&Head]) -> Option<Claim> {
    let (topic, growth) = topic(around)?;
    let written = value.unit.or_else(|| units.iter().find_map(|head| head.unit));
    let (unit, factor) = written.or_else(|| around.caption.iter().find_map(|head| head.unit))?;
    let kind = kind(topic, growth, unit)?;
    let parties = parties(notes, around, topic)?;
    let [first, _] = parties.countries;
    let period = period(around)?;
    let mut claim =
        Claim::new(kind, parties.countries.to_vec(), value.stated(factor)?, unit, value.quote.clone());
    if !matches!(kind, ClaimKind::Exports | ClaimKind::Imports) {
        claim.parties.sort_unstable();
    }
    claim.of = match kind {
        ClaimKind::TradeGrowth => Some(Of::Flow(flow(topic))),
        ClaimKind::TradeBalance => Some(Of::country(first)),
        _ => None,
    };
    if topic == Topic::Deficit && claim.value.is_sign_positive() {
        claim.value = -claim.value;
    }
    claim.period = period;
    claim.modality = modality(notes, around, period);
    let guessed = matches!(kind, ClaimKind::Exports | ClaimKind::Imports | ClaimKind::TradeBalance)
        && !parties.directed;
    claim.confidence = Confidence::percent(SURE - if guessed { 15 } else { 0 });
    claim.doubts.extend(guessed.then_some(Doubt::NoDirection));
    Some(claim)
}

/// Returns what a figure is about, and whether it is how that grew: the nearest head that says so.
fn topic(around: &Around<'_>) -> Option<(Topic, bool)> {
    let topic = around.all().find_map(|head| head.topic)?;
    Some((topic, around.near.iter().any(|head| head.movement.is_some())))
}

fn kind(topic: Topic, growth: bool, unit: Unit) -> Option<ClaimKind> {
    let trade =
        matches!(topic, Topic::Turnover | Topic::Trade | Topic::Exports | Topic::Imports | Topic::Supplies);
    match (unit, topic) {
        (Unit::Percent, _) => (growth && trade).then_some(ClaimKind::TradeGrowth),
        (Unit::Money(_), _) if growth => None,
        (Unit::Money(_), Topic::Turnover | Topic::Trade) => Some(ClaimKind::TradeTurnover),
        (_, Topic::Exports | Topic::Supplies) => Some(ClaimKind::Exports),
        (_, Topic::Imports) => Some(ClaimKind::Imports),
        (Unit::Money(_), Topic::Balance | Topic::Deficit | Topic::Surplus) => Some(ClaimKind::TradeBalance),
        (Unit::Money(_), Topic::Investment) => Some(ClaimKind::Investment),
        (Unit::Tonnes, Topic::Freight) => Some(ClaimKind::FreightVolume),
        _ => None,
    }
}

const fn flow(topic: Topic) -> TradeFlow {
    match topic {
        Topic::Exports | Topic::Supplies => TradeFlow::Exports,
        Topic::Imports => TradeFlow::Imports,
        _ => TradeFlow::Turnover,
    }
}

/// Returns the period of a figure; none where two heads of its row and column say different ones.
fn period(around: &Around<'_>) -> Option<Option<Period>> {
    let mut near = around.near.iter().filter_map(|head| head.period);
    let Some(first) = near.next() else { return Some(around.caption.iter().find_map(|head| head.period)) };
    near.all(|other| other == first || within(first, other) || within(other, first)).then_some(())?;
    // "January-April" under "2023": the narrower one.
    let narrow = around.near.iter().filter_map(|head| head.period).find(|p| within(*p, first) && *p != first);
    Some(Some(narrow.unwrap_or(first)))
}

fn within(inner: Period, outer: Period) -> bool {
    inner.first_month() >= outer.first_month() && inner.last_month() <= outer.last_month()
}

fn modality(notes: &Notes<'_>, around: &Around<'_>, period: Option<Period>) -> Modality {
    let cue = around.all().find_map(|head| head.cue);
    let ahead = notes.calendar.today.zip(period).is_some_and(|(today, period)| {
        let first = period.first_month();
        (first.year(), first.month()) > (today.year(), today.month())
    });
    cue.unwrap_or(if ahead { Modality::Planned } else { Modality::Actual })
}

/// The two countries of a figure: the reporter first.
struct Pair {
    countries: [Country; 2],
    /// Whether the words say who reports, and not only the order.
    directed: bool,
}

/// A country of the heads, and how it is tied to the topic.
#[derive(Clone, Copy)]
struct Named {
    country: Country,
    link: Option<Link>,
    owns: bool,
}

fn parties(notes: &Notes<'_>, around: &Around<'_>, topic: Topic) -> Option<Pair> {
    let mut named: Vec<Named> = Vec::new();
    for head in around.all() {
        for found in &head.countries {
            if !named.iter().any(|known| known.country == found.country) {
                named.push(Named { country: found.country, link: found.link, owns: found.owns });
            }
        }
    }
    let near = around.near.iter().map(|head| head.countries.len()).sum::<usize>();
    // A row's or column's country is the partner of the one that the caption is about, else of the text's.
    let (partner, other) = match named.as_slice() {
        [] => {
            let [a, b] = *notes.pair.as_slice() else { return None };
            return Some(Pair { countries: [a, b], directed: false });
        }
        [one] => {
            let other =
                notes.pair.iter().copied().chain(notes.home).find(|country| *country != one.country)?;
            let known =
                notes.pair.contains(&one.country) || notes.home == Some(other) || notes.pair.len() == 1;
            known.then_some(())?;
            (*one, Named { country: other, link: None, owns: false })
        }
        [first, second] if near == 1 => (*first, *second),
        [first, second] => (*second, *first),
        _ => return None,
    };
    let reporter = reporter(&partner, &other, topic);
    let by_place = near == 1;
    let (first, second) = match reporter {
        Some(country) if country == partner.country => (partner.country, other.country),
        _ => (other.country, partner.country),
    };
    Some(Pair { countries: [first, second], directed: reporter.is_some() || by_place })
}

/// Returns who reports a flow, where the words say it: whose exports they are, or to and from whom they go.
fn reporter(a: &Named, b: &Named, topic: Topic) -> Option<Country> {
    if let Some(owner) = [a, b].into_iter().find(|named| named.owns) {
        return Some(owner.country);
    }
    let imports = topic == Topic::Imports;
    [(a, b), (b, a)].into_iter().find_map(|(named, other)| match named.link {
        Some(Link::To) => Some(if imports { named.country } else { other.country }),
        Some(Link::From) => Some(if imports { other.country } else { named.country }),
        _ => None,
    })
}

/// Says whether a meaning is a movement, for the heads.
fn movement_of(meaning: &Meaning) -> Option<Movement> {
    match meaning {
        Meaning::Movement(movement) => Some(*movement),
        _ => None,
    }
}

/// Returns the tokens whose first byte stands in some bytes.
fn tokens_in(notes: &Notes<'_>, bytes: &Range<usize>) -> Range<usize> {
    let tokens = &notes.reading.tokens;
    let at = |byte: usize| tokens.partition_point(|token| token.bytes().start < byte);
    at(bytes.start)..at(bytes.end)
}

#[cfg(test)]
mod tests;

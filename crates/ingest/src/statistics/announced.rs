//! Figures as offices announced them: first figures and figures of the year to date, rounded, each with the page
//! that cites the office.
//!
//! The list is a CSV file with one figure a line. A release is one page on one day: it has one address, and the
//! hash of its own lines stands in its id, so that a longer list gives the same releases for the lines it had
//! before. Where two pages give the same figure on the same day, only the more precise one is kept.

mod figure;
mod note;

use super::finding::{Finding, Problem};
use super::map::MapError;
use super::table::Load;
use entente_model::{
    Basis, Country, Currency, Dataset, DatasetId, Observation, ObservationKey, PublishedBasis, PublisherId,
    Release, ReleaseId, SnapshotHash, Terms, Unit, Valuation,
};
use figure::Figure;
use jiff::civil::Date;
use note::Note;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use thiserror::Error;

/// Who the offices are.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offices {
    /// The dataset's id, the same for each office.
    pub dataset: DatasetId,
    /// The dataset's title in English.
    pub title: String,
    /// Under what terms the figures may be passed on.
    pub licence: String,
    /// When the list that comes with the program was made.
    pub collected: Date,
    /// The offices, by the country that they report for.
    pub offices: BTreeMap<Country, Office>,
}

/// An office.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Its id.
    pub publisher: PublisherId,
    /// Its name in English.
    pub office: String,
    /// Its address.
    pub url: String,
}

/// A list that cannot be read.
#[derive(Debug, Error)]
pub enum AnnouncedError {
    /// Bytes that are no list.
    #[error("{file} {source}")]
    Grid {
        /// The file.
        file: String,
        /// Why; its words are part of this message.
        source: super::grid::GridError,
    },
    /// A column is missing.
    #[error("{file} has no column \"{column}\"; expected {HEADINGS}")]
    NoColumn {
        /// The file.
        file: String,
        /// The column.
        column: &'static str,
    },
}

/// The columns of a list.
pub const HEADINGS: &str =
    "reporter,partner,flow,period,value_usd,stated_as,basis,status,published,publisher,url,note";

impl Offices {
    /// Returns the offices that come with the program.
    ///
    /// # Errors
    /// None, unless the program was built from a broken file.
    pub fn known() -> Result<Self, MapError> {
        let text = include_str!("../../data/maps/announced.toml");
        toml::from_str(text).map_err(|source| MapError { name: "announced.toml".to_owned(), source })
    }

    fn dataset(&self, reporter: Country, office: &Office) -> Dataset {
        Dataset {
            publisher: office.publisher.clone(),
            id: self.dataset.clone(),
            title: self.title.clone(),
            office: office.office.clone(),
            reporter: Some(reporter),
            url: Some(office.url.clone()),
            licence: self.licence.clone(),
            terms: Terms::Open,
        }
    }
}

/// What a release is made of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Page {
    reporter: Country,
    published: Option<Date>,
    inferred: bool,
    url: Option<String>,
}

/// One line of the list, read.
struct Line {
    number: usize,
    text: String,
    figure: Figure,
}

/// Reads a list of announced figures; `loaded` dates a figure whose publication is not dated.
///
/// # Errors
/// A file that is no such list.
pub fn read_announced(
    offices: &Offices,
    file: &str,
    bytes: &[u8],
    loaded: Date,
) -> Result<Load, AnnouncedError> {
    let grids = super::grid::sheets(bytes);
    let grids = grids.map_err(|source| AnnouncedError::Grid { file: file.to_owned(), source })?;
    let Some(grid) = grids.first() else {
        return Err(AnnouncedError::NoColumn { file: file.to_owned(), column: "reporter" });
    };
    let columns = figure::Columns::locate(grid)
        .map_err(|column| AnnouncedError::NoColumn { file: file.to_owned(), column })?;
    let mut findings = Vec::new();
    let mut report = |line: usize, problem: Problem| {
        findings.push(Finding { file: file.to_owned(), sheet: None, cell: format!("line {line}"), problem });
    };
    let mut pages: BTreeMap<Page, Vec<Line>> = BTreeMap::new();
    for row in 1..grid.height() {
        match columns.read(grid, row) {
            Ok((page, figure)) if offices.offices.contains_key(&page.reporter) => {
                let text: Vec<String> = grid.row(row).iter().map(super::grid::Cell::shown).collect();
                let line = Line { number: row + 1, text: text.join("\u{1f}"), figure };
                pages.entry(page).or_default().push(line);
            }
            Ok((page, _)) => {
                let known: Vec<_> = offices.offices.keys().map(|country| country.alpha3()).collect();
                let known = known.join(", ");
                let reporter = page.reporter;
                report(
                    row + 1,
                    Problem::BadField(format!("no office is known for {reporter}; known are {known}")),
                );
            }
            Err(problem) => report(row + 1, problem),
        }
    }
    leave_out_repeats(&mut pages, &mut report);
    let mut load = Load { findings, ..Load::default() };
    let reporters: BTreeSet<Country> = pages.keys().map(|page| page.reporter).collect();
    for (reporter, office) in offices.offices.iter().filter(|(reporter, _)| reporters.contains(reporter)) {
        load.datasets.push(offices.dataset(*reporter, office));
    }
    for (page, lines) in &pages {
        if let Some(office) = offices.offices.get(&page.reporter) {
            add_release(offices, office, page, lines, loaded, &mut load);
        }
    }
    load.releases.sort_by(|a, b| a.id.cmp(&b.id));
    load.observations.sort_by(|a, b| (&a.release, &a.key).cmp(&(&b.release, &b.key)));
    Ok(load)
}

/// A figure that is kept so far.
struct Kept {
    page: Page,
    line: usize,
    figure: Figure,
}

/// Leaves out what stands again on one day: the same key in the same page, whatever its value, and in another
/// page where the two figures are one figure in other words. Figures that contradict each other stay, each in its
/// page. The text of a line is kept, so that what is left out does not change the release's id.
fn leave_out_repeats(pages: &mut BTreeMap<Page, Vec<Line>>, report: &mut impl FnMut(usize, Problem)) {
    let mut days: BTreeMap<(ObservationKey, Option<Date>), Vec<Kept>> = BTreeMap::new();
    let mut dropped: BTreeSet<usize> = BTreeSet::new();
    for (page, lines) in pages.iter() {
        for line in lines {
            let key = line.figure.key(page.reporter);
            let now = Kept { page: page.clone(), line: line.number, figure: line.figure.clone() };
            let same_day = days.entry((key.clone(), page.published)).or_default();
            let again = |other: &&mut Kept| other.page == *page || other.figure.agrees(&line.figure);
            let Some(before) = same_day.iter_mut().find(again) else {
                same_day.push(now);
                continue;
            };
            let gone = if now.figure.precision < before.figure.precision {
                std::mem::replace(before, now)
            } else {
                now
            };
            let (given, kept) = (gone.figure.value, before.figure.value);
            report(gone.line, Problem::Again { key: key.to_string(), given, kept });
            dropped.insert(gone.line);
        }
    }
    for line in pages.values_mut().flatten().filter(|line| dropped.contains(&line.number)) {
        line.figure.left_out = true;
    }
}

fn add_release(
    offices: &Offices,
    office: &Office,
    page: &Page,
    lines: &[Line],
    loaded: Date,
    load: &mut Load,
) {
    let kept: Vec<&Line> = lines.iter().filter(|line| !line.figure.left_out).collect();
    if kept.is_empty() {
        return;
    }
    let mut texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    texts.sort_unstable();
    let hash = SnapshotHash::of(texts.join("\n").as_bytes());
    let id = ReleaseId::new(&office.publisher, &offices.dataset, page.published.unwrap_or(loaded), &hash);
    let bases: BTreeSet<Basis> = kept.iter().map(|line| line.figure.basis).collect();
    let published_basis = match (page.published, page.inferred) {
        (None, _) => PublishedBasis::Unknown,
        (Some(_), true) => PublishedBasis::Inferred,
        (Some(_), false) => PublishedBasis::Stated,
    };
    load.releases.push(Release {
        id: id.clone(),
        publisher: office.publisher.clone(),
        dataset: offices.dataset.clone(),
        published: page.published,
        published_basis,
        loaded,
        basis: if bases.len() == 1 { kept[0].figure.basis } else { Basis::Unknown },
        coverage: coverage(page.reporter, &kept),
        url: page.url.clone(),
        hash,
        note: release_note(&kept),
    });
    for line in kept {
        let figure = &line.figure;
        load.observations.push(Observation {
            key: figure.key(page.reporter),
            value: figure.value,
            precision: figure.precision,
            bound: figure.bound,
            status: figure.status,
            release: id.clone(),
        });
    }
}

fn coverage(reporter: Country, lines: &[&Line]) -> String {
    let partners: BTreeSet<String> = lines.iter().map(|line| line.figure.partner.to_string()).collect();
    let periods: BTreeSet<String> = lines.iter().map(|line| line.figure.period.to_string()).collect();
    let list = |words: BTreeSet<String>| words.into_iter().collect::<Vec<_>>().join(", ");
    format!("{reporter} with {}: {}", list(partners), list(periods))
}

/// Tells what readers of the page should know: each remark once, with the figures that it is about.
fn release_note(lines: &[&Line]) -> Option<String> {
    let mut remarks: BTreeMap<Note, Vec<String>> = BTreeMap::new();
    for line in lines {
        for note in &line.figure.notes {
            let figure = &line.figure;
            let what = format!("{} {} {}", figure.partner, figure.flow, figure.period);
            remarks.entry(*note).or_default().push(what);
        }
    }
    let mut text = String::new();
    for (note, figures) in &remarks {
        let apart = if text.is_empty() { "" } else { "; " };
        let figures = if figures.len() == lines.len() { "all".to_owned() } else { figures.join(", ") };
        // Writing to a string does not fail.
        let _ = write!(text, "{apart}{} ({figures})", note.words());
    }
    (!text.is_empty()).then_some(text)
}

impl Figure {
    fn key(&self, reporter: Country) -> ObservationKey {
        ObservationKey {
            reporter,
            partner: self.partner,
            flow: self.flow,
            product: None,
            period: self.period,
            valuation: Valuation::Unknown,
            basis: self.basis,
            unit: Unit::Money(Currency::USD),
        }
    }
}

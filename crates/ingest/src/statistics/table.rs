//! National tables: the bytes of an office's files and a [`TableMap`] give releases, observations and findings.

mod columns;
mod rows;

use super::finding::{Finding, Problem};
use super::grid::{Cell, Grid, GridError, sheets};
use super::map::{ReleaseOf, Sheets, TableMap};
use entente_model::{
    Bound, Dataset, Decimal, Observation, ObservationKey, Partner, Period, PublishedBasis, Release,
    ReleaseId, SnapshotHash, Terms,
};
use jiff::civil::Date;
use rows::{Entries, Entry};
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;

/// A file of an office.
#[derive(Debug, Clone, Copy)]
pub struct TableFile<'a> {
    /// Its name, without folders.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// What files gave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Load {
    /// The datasets that the releases belong to.
    pub datasets: Vec<Dataset>,
    /// The releases, in the order of their ids.
    pub releases: Vec<Release>,
    /// The observations, by release and then by key.
    pub observations: Vec<Observation>,
    /// What could not be read or does not add up.
    pub findings: Vec<Finding>,
}

/// A file that is not what its map says.
#[derive(Debug, Error)]
pub enum TableError {
    /// No file at all.
    #[error("no file was given for {office}; expected files with {expected} in their names")]
    NoFile {
        /// The office.
        office: String,
        /// Words of the names that are known.
        expected: String,
    },
    /// The name tells nothing.
    #[error("{file}: no table of {office} has such a name; expected one with {expected} in it")]
    UnknownFile {
        /// The file.
        file: String,
        /// The office.
        office: String,
        /// Words of the names that are known.
        expected: String,
    },
    /// Bytes that are no table.
    #[error("{file} {source}")]
    Grid {
        /// The file.
        file: String,
        /// Why; its words are part of this message.
        source: GridError,
    },
    /// The sheet that should be read is not there.
    #[error("{file} has no sheet whose name ends in a year, such as 2023; its sheets are {found}")]
    NoSheet {
        /// The file.
        file: String,
        /// The sheets that it has.
        found: String,
    },
    /// A heading is not where or what it should be.
    #[error("{file}: expected {expected}, found {found}; the columns of the table have changed")]
    Columns {
        /// The file, its sheet and the cell.
        file: String,
        /// What should be there.
        expected: String,
        /// What is there.
        found: String,
    },
    /// Two columns or sheets for one year.
    #[error("{file}: the year {year} stands twice; keep one of them")]
    YearTwice {
        /// The file, its sheet and the cell.
        file: String,
        /// The year.
        year: i16,
    },
    /// Not one row of partners.
    #[error("{file} has headings and no rows that could be read; is it cut off?")]
    NoRows {
        /// The file and its sheet.
        file: String,
    },
}

/// Reads the files of one dataset.
///
/// The files of one release are read in the order of the map's tables; its hash is that of the file's bytes, or
/// of the hashes of its files in that order, each as 64 digits and a line feed. `loaded` is the day on which the
/// files are loaded; it dates a release of which nothing better is known.
///
/// # Errors
/// A file that is not what the map says.
pub fn read_tables(map: &TableMap, files: &[TableFile<'_>], loaded: Date) -> Result<Load, TableError> {
    let expected = || {
        let words = map.table.iter().flat_map(|table| &table.files);
        words.map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" or ")
    };
    if files.is_empty() {
        return Err(TableError::NoFile { office: map.office.clone(), expected: expected() });
    }
    let mut named = Vec::new();
    for file in files {
        let unknown = || TableError::UnknownFile {
            file: file.name.to_owned(),
            office: map.office.clone(),
            expected: expected(),
        };
        named.push((map.table_of(file.name).ok_or_else(unknown)?, *file));
    }
    named.sort_by_key(|(table, file)| (*table, file.name));
    let mut load = Load { datasets: vec![dataset(map)], ..Load::default() };
    match map.release {
        ReleaseOf::AllFiles => read_release(map, &named, loaded, &mut load)?,
        ReleaseOf::EachFile => {
            for file in &named {
                read_release(map, std::slice::from_ref(file), loaded, &mut load)?;
            }
        }
    }
    load.releases.sort_by(|a, b| a.id.cmp(&b.id));
    load.observations.sort_by(|a, b| (&a.release, &a.key).cmp(&(&b.release, &b.key)));
    Ok(load)
}

/// Reads files of several offices, each by the map that knows its name.
///
/// # Errors
/// A file that no map knows, or that is not what its map says.
pub fn read_national(maps: &[TableMap], files: &[TableFile<'_>], loaded: Date) -> Result<Load, TableError> {
    if let Some(file) = files.iter().find(|file| maps.iter().all(|map| map.table_of(file.name).is_none())) {
        let offices = maps.iter().map(|map| map.office.as_str()).collect::<Vec<_>>().join(", ");
        let words = maps.iter().flat_map(|map| &map.table).flat_map(|table| &table.files);
        let expected = words.map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" or ");
        return Err(TableError::UnknownFile { file: file.name.to_owned(), office: offices, expected });
    }
    let mut all = Load::default();
    for map in maps {
        let own: Vec<_> = files.iter().filter(|file| map.table_of(file.name).is_some()).copied().collect();
        if !own.is_empty() {
            let load = read_tables(map, &own, loaded)?;
            all.datasets.extend(load.datasets);
            all.releases.extend(load.releases);
            all.observations.extend(load.observations);
            all.findings.extend(load.findings);
        }
    }
    Ok(all)
}

/// Returns the dataset that a map reads.
#[must_use]
pub fn dataset(map: &TableMap) -> Dataset {
    Dataset {
        publisher: map.publisher.clone(),
        id: map.dataset.clone(),
        title: map.title.clone(),
        office: map.office.clone(),
        reporter: Some(map.reporter),
        url: Some(map.url.clone()),
        licence: map.licence.clone(),
        terms: Terms::Open,
    }
}

fn read_release(
    map: &TableMap,
    files: &[(usize, TableFile<'_>)],
    loaded: Date,
    load: &mut Load,
) -> Result<(), TableError> {
    let mut entries = Entries::new();
    let mut stated = None;
    for (table, file) in files {
        let of_grid = |source| TableError::Grid { file: file.name.to_owned(), source };
        let grids = sheets(file.bytes).map_err(of_grid)?;
        stated = stated.or_else(|| map.published.label.as_ref().and_then(|label| stated_date(&grids, label)));
        read_file(map, *table, file.name, &grids, &mut entries, &mut load.findings)?;
    }
    check_totals(map, &entries, &mut load.findings);
    let release = release(map, files, &entries, stated, loaded);
    load.observations.extend(entries.into_iter().map(|(key, entry)| observation(key, &entry, &release.id)));
    load.releases.push(release);
    Ok(())
}

fn read_file(
    map: &TableMap,
    table: usize,
    file: &str,
    grids: &[Grid],
    entries: &mut Entries,
    findings: &mut Vec<Finding>,
) -> Result<(), TableError> {
    let table = &map.table[table];
    let mut read = BTreeSet::new();
    for grid in grids {
        let year = grid.sheet.as_deref().and_then(year_of_sheet);
        match table.sheets {
            Sheets::First => {}
            Sheets::NamedByYear if year.is_none() => continue,
            Sheets::NamedByYear => {
                if let Some(year) = year.filter(|year| !read.insert(*year)) {
                    return Err(TableError::YearTwice { file: rows::place(file, grid, None), year });
                }
            }
        }
        let columns = columns::locate(table, file, grid, year)?;
        rows::read(&rows::Sheet { map, table, file, grid, columns: &columns }, entries, findings)?;
        if table.sheets == Sheets::First {
            return Ok(());
        }
    }
    if read.is_empty() {
        let found = grids.iter().map(|grid| format!("\"{}\"", grid.sheet.as_deref().unwrap_or_default()));
        let found = found.collect::<Vec<_>>().join(", ");
        return Err(TableError::NoSheet { file: file.to_owned(), found });
    }
    Ok(())
}

/// Returns the year that a sheet's name ends in: "2023", "12_2019".
fn year_of_sheet(name: &str) -> Option<i16> {
    let digits = name.trim().as_bytes().last_chunk::<4>()?;
    let year: i16 = std::str::from_utf8(digits).ok()?.parse().ok()?;
    (1900..2100).contains(&year).then_some(year)
}

/// Returns the day that stands behind a label, in the same cell.
fn stated_date(grids: &[Grid], label: &str) -> Option<Date> {
    let cells = grids.iter().flat_map(|grid| (0..grid.height()).flat_map(|row| grid.row(row)));
    cells.into_iter().find_map(|cell| {
        let Cell::Text(text) = cell else { return None };
        let rest = text.strip_prefix(label)?.trim_start_matches([':', ' ']);
        let mut parts = rest.split(' ').next()?.split('.');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
    })
}

fn release(
    map: &TableMap,
    files: &[(usize, TableFile<'_>)],
    entries: &Entries,
    stated: Option<Date>,
    loaded: Date,
) -> Release {
    let years: BTreeSet<Period> = entries.keys().map(|key| key.period).collect();
    let partners: BTreeSet<Partner> =
        entries.keys().map(|key| key.partner).filter(|partner| *partner != Partner::World).collect();
    let inferred = map.published.date.or_else(|| {
        let day = map.published.month_day?;
        Date::new(years.last()?.last_month().year().checked_add(1)?, day.month, day.day).ok()
    });
    let (published, published_basis) = match (stated, inferred) {
        (Some(date), _) => (Some(date), PublishedBasis::Stated),
        (None, Some(date)) => (Some(date), PublishedBasis::Inferred),
        (None, None) => (None, PublishedBasis::Unknown),
    };
    let hash = hash(files);
    let span = match (years.first(), years.last()) {
        (Some(first), Some(last)) if first != last => format!("{first}-{last}"),
        (Some(year), _) => year.to_string(),
        (None, _) => String::new(),
    };
    Release {
        id: ReleaseId::new(&map.publisher, &map.dataset, published.unwrap_or(loaded), &hash),
        publisher: map.publisher.clone(),
        dataset: map.dataset.clone(),
        published,
        published_basis,
        loaded,
        basis: map.basis,
        coverage: format!("{} with {} partners, {span}", map.reporter, partners.len()),
        url: Some(map.url.clone()),
        hash,
        note: map.note.clone(),
    }
}

fn hash(files: &[(usize, TableFile<'_>)]) -> SnapshotHash {
    if let [(_, file)] = files {
        return SnapshotHash::of(file.bytes);
    }
    let hashes: String =
        files.iter().map(|(_, file)| format!("{}\n", SnapshotHash::of(file.bytes))).collect();
    SnapshotHash::of(hashes.as_bytes())
}

fn observation(key: ObservationKey, entry: &Entry, release: &ReleaseId) -> Observation {
    Observation {
        key,
        value: entry.value,
        precision: entry.step,
        bound: Bound::Exact,
        status: entry.status,
        release: release.clone(),
    }
}

/// Compares each published total with the sum of its partners; rounding explains half a tenth a row.
fn check_totals(map: &TableMap, entries: &Entries, findings: &mut Vec<Finding>) {
    let mut sums: BTreeMap<_, (Decimal, i64)> = BTreeMap::new();
    for (key, entry) in entries.iter().filter(|(key, _)| key.partner != Partner::World) {
        let (sum, rows) = sums.entry((key.flow, key.period)).or_default();
        *sum += entry.value;
        *rows += 1;
    }
    for (key, entry) in entries.iter().filter(|(key, _)| key.partner == Partner::World) {
        let (sum, rows) = sums.get(&(key.flow, key.period)).copied().unwrap_or_default();
        let rounding = map.multiplier * Decimal::new(5, 2) * Decimal::from(rows + 1);
        if (sum - entry.value).abs() > rounding {
            let what = format!("{} in {}", key.flow, key.period);
            let problem = Problem::TotalDiffers { what, total: entry.value, sum: sum.normalize() };
            findings.push(entry.place.finding(problem));
        }
    }
}

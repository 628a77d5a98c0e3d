//! Tables of action items, projects and agreements: which column is which field, what each row says, and what is wrong
//! with it.

use crate::corrections::By;
use crate::register::{NewEntry, line, target};
use crate::registry::{Refusal, Registry, RegistryError};
use entente_ingest::statistics::grid::Grid;
pub use entente_ingest::tables::Delimiter;
use entente_model::{Country, EntryId, EntryKind, Pair};
use entente_store::Entry;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use thiserror::Error;

/// A table has not more rows.
const MOST_ROWS: usize = 100_000;

/// The headings that are known: kind (`*` for every kind), field, heading.
static HEADINGS: LazyLock<Vec<[&str; 3]>> = LazyLock::new(|| lines(include_str!("../data/headings.csv")));

/// The words for states and sections that are known: list, word, written form.
static WORDS: LazyLock<Vec<[&str; 3]>> = LazyLock::new(|| lines(include_str!("../data/register_words.csv")));

fn lines(text: &'static str) -> Vec<[&'static str; 3]> {
    let line = |line: &'static str| {
        let mut parts = line.splitn(3, ',');
        Some([parts.next()?, parts.next()?, parts.next()?])
    };
    text.lines().skip(1).filter_map(line).collect()
}

/// Columns that are no fields of an entry.
const ID: &str = "id";
const PAIR: &str = "pair";
const PARTNER: &str = "partner";
const STATE: &str = "state";
const STATE_DAY: &str = "state_day";
const EVIDENCE: &str = "evidence";

/// A file that is no table of entries.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TableError {
    /// No row of it has headings that are known.
    #[error("no row has the headings of a table of {kind}; expected \"{first}\" and others, such as {known}")]
    NoHeadings {
        /// What was to be read.
        kind: EntryKind,
        /// The heading that there must be.
        first: &'static str,
        /// Headings that are known.
        known: String,
    },
    /// It is too long.
    #[error("has more than {MOST_ROWS} rows; import it in parts")]
    TooLong,
}

/// What a row of a table says, or what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number in the table, from 1, as spreadsheets count.
    pub number: usize,
    /// The entry, by the id that it has on file where the table names it.
    pub entry: Result<(NewEntry, Option<EntryId>), String>,
}

/// What was read out of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    /// The rows below the headings that are not empty.
    pub rows: Vec<Row>,
    /// Columns whose heading is not known, as they are headed: nothing of them is read.
    pub unknown: Vec<String>,
    /// What divides the columns of a CSV file; none of another.
    pub delimiter: Option<Delimiter>,
}

/// What importing one row did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Imported {
    /// It is new.
    New,
    /// It was there, and is changed.
    Changed,
    /// It was there just so.
    Unchanged,
}

impl Imported {
    /// Returns the word as it is written on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Unchanged => "unchanged",
        }
    }
}

/// Reads a table. `pair` is what rows are about that do not say it; `day` is since when a state is so where the table does
/// not say, and `evidence` how that is known.
///
/// # Errors
/// When no row has headings that are known, or there are too many rows.
pub fn read(
    kind: EntryKind,
    sheets: &[Grid],
    pair: Option<Pair>,
    day: Date,
    evidence: &str,
) -> Result<Read, TableError> {
    let mut read = Read::default();
    let mut has_headings = false;
    for sheet in sheets {
        let Some((at, columns)) = headings(kind, sheet) else { continue };
        has_headings = true;
        if sheet.height() > MOST_ROWS {
            return Err(TableError::TooLong);
        }
        for (column, cell) in sheet.row(at).iter().enumerate() {
            if !columns.contains_key(&column) && !cell.shown().is_empty() {
                read.unknown.push(cell.shown());
            }
        }
        for row in at + 1..sheet.height() {
            let cells: Vec<(&'static str, String)> = columns
                .iter()
                .map(|(column, name)| (*name, sheet.cell(row, *column).shown()))
                .filter(|(_, shown)| !shown.is_empty() && shown != "-" && shown != "–")
                .collect();
            if !cells.is_empty() {
                let entry = entry(kind, &cells, pair, day, evidence);
                read.rows.push(Row { number: row + 1, entry });
            }
        }
    }
    if has_headings {
        return Ok(read);
    }
    let first = kind.fields()[0].name;
    let known = HEADINGS.iter().filter(|[of, ..]| *of == kind.as_str()).map(|[_, _, heading]| *heading);
    Err(TableError::NoHeadings { kind, first, known: known.take(12).collect::<Vec<_>>().join(", ") })
}

/// Returns how many columns of a table have headings that are known.
pub(crate) fn known_columns(kind: EntryKind, sheet: &Grid) -> usize {
    headings(kind, sheet).map_or(0, |(_, columns)| columns.len())
}

/// Returns the first row that has the heading of the first field and one more, and what each column is.
fn headings(kind: EntryKind, sheet: &Grid) -> Option<(usize, BTreeMap<usize, &'static str>)> {
    let first = kind.fields()[0].name;
    (0..sheet.height().min(50)).find_map(|row| {
        let mut columns = BTreeMap::new();
        for (column, cell) in sheet.row(row).iter().enumerate() {
            // The first column of a name is taken; a second one is told as not known.
            if let Some(name) = heading(kind, &cell.shown())
                && !columns.values().any(|taken| *taken == name)
            {
                columns.insert(column, name);
            }
        }
        (columns.len() > 1 && columns.values().any(|name| *name == first)).then_some((row, columns))
    })
}

/// Returns the field that a heading names.
fn heading(kind: EntryKind, shown: &str) -> Option<&'static str> {
    let folded = folded(shown);
    let own = kind.fields().iter().map(|field| field.name);
    let common = [ID, PAIR, PARTNER, STATE, STATE_DAY, EVIDENCE];
    if let Some(name) = own.chain(common).find(|name| self::folded(name) == folded) {
        return Some(name);
    }
    let of = |list: &str| list == "*" || list == kind.as_str();
    HEADINGS.iter().find(|[list, _, heading]| of(list) && *heading == folded).map(|[_, name, _]| *name)
}

/// Folds a heading or word: lower case, one space between words, no marks at the ends.
fn folded(shown: &str) -> String {
    let lower = shown.to_lowercase().replace('_', " ").replace('ё', "е");
    let words = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    words.trim_matches([':', '.', '*', '№', ' ']).to_owned()
}

/// Returns the word of a list that a cell means, the cell itself where it is not known.
fn word(list: &str, shown: &str) -> String {
    let folded = folded(shown);
    let found = WORDS.iter().find(|[of, _, form]| *of == list && *form == folded);
    found.map_or_else(
        || shown.trim().to_lowercase().replace([' ', '-'], "_"),
        |[_, word, _]| (*word).to_owned(),
    )
}

fn entry(
    kind: EntryKind,
    cells: &[(&'static str, String)],
    pair: Option<Pair>,
    day: Date,
    evidence: &str,
) -> Result<(NewEntry, Option<EntryId>), String> {
    let cell = |name: &str| cells.iter().find(|(of, _)| *of == name).map(|(_, shown)| shown.as_str());
    let id = cell(ID).map(str::parse::<EntryId>).transpose().map_err(|error| error.to_string())?;
    let pair = match cell(PAIR) {
        Some(shown) => pair_of(shown)?,
        None => pair.ok_or("no pair is given; add a column \"pair\" or name the pair with --pair")?,
    };
    let mut given = Vec::new();
    for (name, shown) in cells.iter().filter(|(name, _)| kind.field(name).is_some()) {
        let is_section = kind == EntryKind::Project && *name == "sector";
        let value = if is_section && shown.len() > 1 { word("section", shown) } else { shown.clone() };
        kind.read(name, &value).map_err(|error| error.to_string())?;
        given.push(((*name).to_owned(), value));
    }
    // An entry is known by its first field, or by its id.
    let first = kind.fields()[0].name;
    if id.is_none() && !given.iter().any(|(name, value)| name == first && !value.trim().is_empty()) {
        return Err(Refusal::Missing(first).to_string());
    }
    let state = match cell(STATE) {
        Some(shown) => {
            let state = kind.state(&word(kind.as_str(), shown)).map_err(|error| error.to_string())?;
            let since = cell(STATE_DAY).map(day_of).transpose()?.unwrap_or(day);
            Some((state.to_owned(), since, cell(EVIDENCE).unwrap_or(evidence).to_owned()))
        }
        None => None,
    };
    Ok((NewEntry { kind, pair, given, state }, id))
}

fn day_of(shown: &str) -> Result<Date, String> {
    let read = EntryKind::ActionItem.read("deadline", shown).map_err(|_| {
        format!("\"{shown}\" is no day of a state; expected a day, such as 2024-07-12 or 12.07.2024")
    })?;
    read.and_then(|day| day.parse().ok()).ok_or_else(|| format!("\"{shown}\" is no day"))
}

/// Reads two countries: `KAZ-UZB`, `Kazakhstan - Uzbekistan`.
fn pair_of(shown: &str) -> Result<Pair, String> {
    let expected = || format!("\"{shown}\" is no pair; expected two countries, such as KAZ-UZB");
    let mut parts = shown.split(['-', '–', '—', ',', ';', '/']).map(str::trim);
    let (Some(a), Some(b), None) = (parts.next(), parts.next(), parts.next()) else { return Err(expected()) };
    let country = |text: &str| text.to_uppercase().parse().ok().or_else(|| Country::by_name(text));
    let pair = country(a).zip(country(b)).and_then(|(a, b): (Country, Country)| Pair::new(a, b));
    pair.ok_or_else(expected)
}

impl Registry {
    /// Imports rows, all of them in one transaction that is written to the disk before it is told of. What a person has
    /// corrected stays as it was corrected. Returns what became of each row.
    ///
    /// # Errors
    /// When the registry cannot be read or written; nothing is then imported.
    #[crate::boxed]
    pub async fn import(
        &self,
        rows: &[(NewEntry, Option<EntryId>)],
        by: &By,
    ) -> Result<Vec<Imported>, RegistryError> {
        let mut tx = self.store().begin_lasting().await?;
        // Of two rows about one thing the second builds on the first.
        let mut seen: BTreeMap<EntryId, Entry> = BTreeMap::new();
        let mut done = Vec::with_capacity(rows.len());
        for (new, id) in rows {
            let mut entry = new.read(by)?;
            entry.id = id.clone().unwrap_or(entry.id);
            let before = match seen.get(&entry.id) {
                Some(before) => Some(before.clone()),
                None => self.store().entry(&entry.id).await?,
            };
            let (entry, what) = match before {
                None if id.is_some() => return Err(Refusal::Absent(target(&entry)).into()),
                None => (entry, Imported::New),
                Some(before) => {
                    let corrections = self.store().corrections_of(&target(&before)).await?;
                    let is_own = |name: &str| corrections.iter().any(|c| c.field == name);
                    let after = laid(&before, entry, is_own);
                    if (&after.fields, &after.states) == (&before.fields, &before.states) {
                        (after, Imported::Unchanged)
                    } else {
                        (Entry { version: before.version + 1, ..after }, Imported::Changed)
                    }
                }
            };
            if what != Imported::Unchanged {
                tx.put_entry(&entry).await?;
                tx.put_audit(&line("import", &target(&entry), by)).await?;
            }
            seen.insert(entry.id.clone(), entry);
            done.push(what);
        }
        tx.commit().await?;
        Ok(done)
    }
}

/// Lays what a table says over what is on file.
fn laid(before: &Entry, new: Entry, is_corrected: impl Fn(&str) -> bool) -> Entry {
    let mut after = before.clone();
    for (name, value) in new.fields {
        if !is_corrected(&name) {
            after.fields.insert(name, value);
        }
    }
    for state in new.states {
        // The same state of a later day is no news: it is so since the day that is on file.
        let known = after.state(state.day).is_some_and(|known| known.state == state.state);
        if !known {
            after.known = after.known.min(state.day);
            after.states.push(state);
        }
    }
    after.states.sort_by(|a, b| (a.day, a.made, &a.state).cmp(&(b.day, b.made, &b.state)));
    after
}

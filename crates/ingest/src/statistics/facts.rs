//! Facts: what the rows of a machine-readable file say, one after the other, so that a file of any length is read in
//! constant memory.
//!
//! A file is read once: each fact is handed on as it comes, and only when the last is read is it known what the release is
//! and what it covers. A file with a row that cannot be read is refused whole: unlike a table that people wrote, it has no
//! reason to hold one.

use entente_model::{
    Basis, Country, Dataset, Decimal, ObservationKey, Partner, Period, PublishedBasis, Release, ReleaseId,
    SnapshotHash, Status,
};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::io::{self, Read};
use thiserror::Error;

/// What one row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is a number of.
    pub key: ObservationKey,
    /// The number, in base units.
    pub value: Decimal,
    /// The worth of one unit of its last digit.
    pub precision: Decimal,
    /// How settled it is.
    pub status: Status,
    /// When the publisher says that it published it.
    pub published: Option<Date>,
}

/// A row: a fact, or something that is no figure of trade between two partners and is passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A fact.
    Fact(Fact),
    /// Passed over, for this reason.
    Passed(&'static str),
}

/// Why a file is refused. Every message names the file, and the row where one is at fault.
#[derive(Debug, Error)]
pub enum FactError {
    /// It cannot be read.
    #[error("{file} cannot be read")]
    Io {
        /// The file.
        file: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// It is not what was expected.
    #[error("{file} is no {expected}: {found}")]
    Shape {
        /// The file.
        file: String,
        /// What was expected.
        expected: &'static str,
        /// What is there instead.
        found: String,
    },
    /// A row cannot be read.
    #[error("{file}, line {line}: {problem}; nothing of the file was loaded")]
    Row {
        /// The file.
        file: String,
        /// The line, from 1; for JSON the row, from 1.
        line: u64,
        /// What is the matter.
        problem: String,
    },
    /// It holds no row that is a fact.
    #[error("{file} holds no figures{why}")]
    Empty {
        /// The file.
        file: String,
        /// What it holds instead, or what to do.
        why: String,
    },
    /// The publisher's server says that something went wrong.
    #[error("{file}: {publisher} answered \"{message}\"; {advice}")]
    Answer {
        /// The file or address.
        file: String,
        /// Who.
        publisher: &'static str,
        /// In its words.
        message: String,
        /// What to do.
        advice: &'static str,
    },
}

/// The rows of a file.
pub type Rows<'a> = Box<dyn Iterator<Item = Result<Row, FactError>> + Send + 'a>;

/// How the files of one publisher are read.
pub trait Format: Sync {
    /// Returns the rows of a file.
    ///
    /// # Errors
    /// A file that is not of this format.
    fn rows<'a>(&self, file: &'a str, bytes: Box<dyn Read + Send + 'a>) -> Result<Rows<'a>, FactError>;

    /// Returns the dataset that a file belongs to, told by its first fact.
    fn dataset(&self, first: &Fact) -> Dataset;
}

/// What reading a file found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The dataset.
    pub dataset: Dataset,
    /// The release.
    pub release: Release,
    /// How many facts there are.
    pub facts: u64,
    /// How many rows were passed over, by reason.
    pub passed: Vec<(&'static str, u64)>,
}

/// Reads a file: every row is checked and every fact handed to `take`, in the order of the file.
///
/// `loaded` dates a release whose publisher does not.
///
/// # Errors
/// A file that is not of the format, a row that cannot be read, or what `take` says. What was taken so far is then to be
/// thrown away.
pub fn plan<'a, E: From<FactError>>(
    format: &dyn Format,
    file: &'a str,
    bytes: impl Read + Send + 'a,
    loaded: Date,
    take: &mut dyn FnMut(&Fact) -> Result<(), E>,
) -> Result<Plan, E> {
    let hash = std::sync::Arc::new(std::sync::Mutex::new(blake3::Hasher::new()));
    let hashing = Hashing { inner: bytes, hash: std::sync::Arc::clone(&hash) };
    let mut rows = format.rows(file, Box::new(hashing))?;
    let mut seen = Seen::default();
    let mut first = None;
    for row in &mut rows {
        match row? {
            Row::Fact(fact) => {
                seen.take(&fact);
                take(&fact)?;
                first.get_or_insert(fact);
            }
            Row::Passed(why) => seen.pass(why),
        }
    }
    drop(rows);
    let first = first.ok_or_else(|| FactError::Empty { file: file.to_owned(), why: seen.why_empty() })?;
    let hash = hash.lock().map_or_else(|error| error.into_inner().finalize(), |hash| hash.finalize());
    let hash: SnapshotHash = hash.to_hex().parse().map_err(|_| FactError::Shape {
        file: file.to_owned(),
        expected: "file with a hash",
        found: "none".to_owned(),
    })?;
    let dataset = format.dataset(&first);
    Ok(seen.plan(dataset, hash, loaded))
}

/// What of the facts makes up the release: bounded by the number of countries.
#[derive(Debug, Default)]
struct Seen {
    facts: u64,
    reporters: BTreeSet<Country>,
    partners: BTreeSet<Partner>,
    first: Option<Period>,
    last: Option<Period>,
    bases: BTreeSet<Basis>,
    published: Option<Date>,
    passed: Vec<(&'static str, u64)>,
}

impl Seen {
    fn take(&mut self, fact: &Fact) {
        let key = &fact.key;
        self.facts += 1;
        self.reporters.insert(key.reporter);
        if self.partners.len() < 1000 {
            self.partners.insert(key.partner);
        }
        let earlier = |old: &Period| key.period.first_month() < old.first_month();
        if self.first.as_ref().is_none_or(earlier) {
            self.first = Some(key.period);
        }
        let later = |old: &Period| key.period.last_month() > old.last_month();
        if self.last.as_ref().is_none_or(later) {
            self.last = Some(key.period);
        }
        self.bases.insert(key.basis);
        self.published = self.published.max(fact.published);
    }

    fn pass(&mut self, why: &'static str) {
        match self.passed.iter_mut().find(|(known, _)| *known == why) {
            Some((_, count)) => *count += 1,
            None => self.passed.push((why, 1)),
        }
    }

    fn why_empty(&self) -> String {
        let passed: Vec<_> = self.passed.iter().map(|(why, count)| format!("{count} {why}")).collect();
        if passed.is_empty() { String::new() } else { format!("; passed over: {}", passed.join(", ")) }
    }

    fn plan(self, dataset: Dataset, hash: SnapshotHash, loaded: Date) -> Plan {
        let known = self.published.unwrap_or(loaded);
        let id = ReleaseId::new(&dataset.publisher, &dataset.id, known, &hash);
        let published_basis =
            if self.published.is_some() { PublishedBasis::Stated } else { PublishedBasis::Unknown };
        let one = (self.bases.len() == 1).then(|| self.bases.iter().next().copied()).flatten();
        let release = Release {
            id,
            publisher: dataset.publisher.clone(),
            dataset: dataset.id.clone(),
            published: self.published,
            published_basis,
            loaded,
            basis: one.unwrap_or(Basis::Unknown),
            coverage: self.coverage(),
            url: None,
            hash,
            note: None,
        };
        Plan { dataset, release, facts: self.facts, passed: self.passed }
    }

    fn coverage(&self) -> String {
        const NAMED: usize = 8;
        let reporters = match self.reporters.len() {
            0..=NAMED => self.reporters.iter().map(|c| c.alpha3()).collect::<Vec<_>>().join(", "),
            many => format!("{many} reporters"),
        };
        let partners = match self.partners.len() {
            0..=NAMED => {
                let mut names: Vec<String> = self.partners.iter().map(Partner::to_string).collect();
                names.sort_unstable();
                names.join(", ")
            }
            many => format!("{many} partners"),
        };
        let periods = match (self.first, self.last) {
            (Some(first), Some(last)) if first == last => first.to_string(),
            (Some(first), Some(last)) => format!("{first} to {last}"),
            _ => String::new(),
        };
        format!("{reporters} with {partners}, {periods}")
    }
}

/// Hashes what is read through it.
struct Hashing<R> {
    inner: R,
    hash: std::sync::Arc<std::sync::Mutex<blake3::Hasher>>,
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        if let (Ok(mut hash), Some(bytes)) = (self.hash.lock(), buffer.get(..read)) {
            hash.update(bytes);
        }
        Ok(read)
    }
}

/// Reads a value as it is written, with the worth of its last digit; scientific notation too.
pub(super) fn value(text: &str) -> Option<(Decimal, Decimal)> {
    let text = text.trim();
    let (value, precision) = if text.contains(['e', 'E']) {
        let value = Decimal::from_scientific(text).ok()?;
        (value, Decimal::new(1, value.scale().min(28)))
    } else if let Ok(value) = Decimal::from_str_exact(text) {
        // "6804128143.0": the zero behind the point is how the format writes a whole number.
        (value.normalize(), Decimal::new(1, value.normalize().scale()))
    } else {
        // More than 28 digits: the noise of a computed number.
        let value: Decimal = text.parse().ok()?;
        (value.normalize(), Decimal::new(1, value.normalize().scale()))
    };
    Some((value, precision))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_their_last_digit() {
        let read = |text: &str| value(text).map(|(v, p)| format!("{v} {p}"));
        assert_eq!(read("6804128143.0").as_deref(), Some("6804128143 1"));
        assert_eq!(read("131901325.5049214").as_deref(), Some("131901325.5049214 0.0000001"));
        assert_eq!(read("1.5E3").as_deref(), Some("1500 1"));
        assert_eq!(read("NaN"), None);
        assert_eq!(read("1,5"), None);
        assert_eq!(read(""), None);
    }
}

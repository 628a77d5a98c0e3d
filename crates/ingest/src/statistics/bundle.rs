//! The releases that come with the program: compressed CSV, one part a reporter, and an index of their datasets.
//!
//! A part holds one observation a line, sorted; `examples/bundle.rs` writes the parts from the original files.

mod part;

use super::table::Load;
use entente_model::{Country, Dataset, Observation, Release};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io;
use thiserror::Error;

/// The releases that come with the program, or some of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bundle {
    /// The datasets, by publisher and id.
    pub datasets: Vec<Dataset>,
    /// The releases, by id.
    pub releases: Vec<Release>,
    /// The observations, by release and key.
    pub observations: Vec<Observation>,
}

/// Bundled bytes that cannot be read; the program was built from broken files.
#[derive(Debug, Error)]
pub enum BundleError {
    /// The index is no JSON of the expected shape.
    #[error("the index of the bundled releases cannot be read")]
    Index(#[source] serde_json::Error),
    /// A part cannot be unpacked.
    #[error("the bundled part {part} cannot be unpacked")]
    Unpack {
        /// The part.
        part: &'static str,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A line of a part is no observation.
    #[error("line {line} of the bundled part {part} is no observation")]
    Line {
        /// The part.
        part: &'static str,
        /// The line, from 1.
        line: usize,
    },
}

/// The index: what the parts are of.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Index {
    datasets: Vec<Dataset>,
    releases: Vec<Release>,
}

/// A file of the bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

struct Part {
    reporter: &'static str,
    bytes: &'static [u8],
}

const INDEX: &str = include_str!("../../data/bundle/index.json");

macro_rules! parts {
    ($($reporter:literal),+) => {
        [$(Part {
            reporter: $reporter,
            bytes: include_bytes!(concat!("../../data/bundle/", $reporter, ".csv.zst")),
        }),+]
    };
}

/// The parts, by reporter. The example that writes them says so when a reporter is missing here.
const PARTS: [Part; 5] = parts!("CHN", "KAZ", "KGZ", "TJK", "UZB");

/// Returns all releases that come with the program.
///
/// # Errors
/// None, unless the program was built from broken files.
pub fn bundled() -> Result<Bundle, BundleError> {
    select(|_| true)
}

/// Returns the releases that come with the program in which some of the countries report.
///
/// # Errors
/// None, unless the program was built from broken files.
pub fn bundled_for(reporters: &[Country]) -> Result<Bundle, BundleError> {
    select(|reporter| reporters.iter().any(|country| country.alpha3() == reporter))
}

/// Returns the reporters of the bundled releases, sorted.
pub fn reporters() -> impl Iterator<Item = &'static str> {
    PARTS.iter().map(|part| part.reporter)
}

fn select(wanted: impl Fn(&str) -> bool) -> Result<Bundle, BundleError> {
    let index: Index = serde_json::from_str(INDEX).map_err(BundleError::Index)?;
    let mut bundle = Bundle::default();
    for part in PARTS.iter().filter(|part| wanted(part.reporter)) {
        part::read(part.reporter, part.bytes, &index.releases, &mut bundle.observations)?;
    }
    let of_wanted = |dataset: &&Dataset| dataset.reporter.is_some_and(|country| wanted(country.alpha3()));
    bundle.datasets = index.datasets.iter().filter(of_wanted).cloned().collect();
    let has = |release: &Release| {
        bundle.datasets.iter().any(|d| d.publisher == release.publisher && d.id == release.dataset)
    };
    bundle.releases = index.releases.into_iter().filter(has).collect();
    bundle.observations.sort_by(|a, b| (&a.release, &a.key).cmp(&(&b.release, &b.key)));
    Ok(bundle)
}

impl Bundle {
    /// Puts together what was loaded.
    #[must_use]
    pub fn of(loads: Vec<Load>) -> Self {
        let mut bundle = Self::default();
        for load in loads {
            bundle.datasets.extend(load.datasets);
            bundle.releases.extend(load.releases);
            bundle.observations.extend(load.observations);
        }
        bundle.datasets.sort_by(|a, b| (&a.publisher, &a.id).cmp(&(&b.publisher, &b.id)));
        bundle.releases.sort_by(|a, b| a.id.cmp(&b.id));
        bundle.observations.sort_by(|a, b| (&a.release, &a.key).cmp(&(&b.release, &b.key)));
        bundle
    }

    /// Writes the files of the bundle: the same bytes for the same releases.
    ///
    /// # Errors
    /// Those of the compressor.
    pub fn files(&self) -> io::Result<Vec<BundleFile>> {
        let index = Index { datasets: self.datasets.clone(), releases: self.releases.clone() };
        let mut json = serde_json::to_vec_pretty(&index)?;
        json.push(b'\n');
        let mut files = vec![BundleFile { name: "index.json".to_owned(), bytes: json }];
        let reporters: BTreeSet<Country> = self.observations.iter().map(|o| o.key.reporter).collect();
        for reporter in reporters {
            let bytes = part::write(reporter, &self.releases, &self.observations)?;
            files.push(BundleFile { name: format!("{reporter}.csv.zst"), bytes });
        }
        Ok(files)
    }
}

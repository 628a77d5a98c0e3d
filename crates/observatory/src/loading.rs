//! Loading official statistics into a registry: each release whole or not at all, and once.

use crate::registry::{Registry, RegistryError};
use entente_ingest::statistics::facts::{self, Fact, FactError, Format};
use entente_ingest::statistics::worldbank::Indicators;
use entente_ingest::statistics::{Finding, Load};
use entente_model::{Bound, Dataset, Observation, Release, ReleaseId};
use entente_store::StoreError;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::io::Read;
use thiserror::Error;

/// Why something was not loaded. Nothing of it was.
#[derive(Debug, Error)]
pub enum LoadError {
    /// The file.
    #[error(transparent)]
    Fact(#[from] FactError),
    /// An answer has as many rows as the service gives at most.
    #[error(
        "{file} gave {rows} rows, the most that it gives: there may be more; ask for fewer years. Nothing of it was loaded"
    )]
    Cut {
        /// The address.
        file: String,
        /// How many rows it has.
        rows: u64,
    },
    /// The registry.
    #[error(transparent)]
    Registry(#[from] RegistryError),
    /// One figure stands twice in one file, or has more digits than can be stored.
    #[error("{file}: a figure cannot be stored; does one stand twice? Nothing of the file was loaded")]
    Figure {
        /// The file.
        file: String,
        /// Why.
        #[source]
        source: StoreError,
    },
}

impl From<StoreError> for LoadError {
    fn from(error: StoreError) -> Self {
        Self::Registry(error.into())
    }
}

/// What became of a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// Its id.
    pub release: ReleaseId,
    /// What it covers.
    pub coverage: String,
    /// How many figures it has.
    pub rows: u64,
    /// Whether it is new; a release that is on file is left alone.
    pub new: bool,
    /// How many rows were passed over, by reason.
    pub passed: Vec<(&'static str, u64)>,
}

/// A file that is to be loaded, or an answer of a service.
pub struct Origin<'a> {
    /// Its name, or the address that was asked.
    pub file: &'a str,
    /// What it holds.
    pub bytes: Box<dyn Read + Send + 'a>,
    /// Where it was fetched from, where it was.
    pub url: Option<&'a str>,
    /// How many rows at least mean that the service may have cut its answer short.
    pub cut_at: Option<u64>,
}

impl Registry {
    /// Loads a file of a machine's format as one release; `progress` is told how many figures are filed so far.
    ///
    /// # Errors
    /// When the file or a row of it cannot be read, an answer may have been cut short, or the registry cannot be
    /// written. Nothing of it is then filed.
    pub async fn load_file(
        &self,
        format: &dyn Format,
        origin: Origin<'_>,
        loaded: Date,
        progress: &mut (dyn FnMut(u64) + Send),
    ) -> Result<Loaded, LoadError> {
        let file = origin.file;
        let mut sorting = self.store().sorting();
        let figure = |source| LoadError::Figure { file: file.to_owned(), source };
        let mut plan = facts::plan(format, file, origin.bytes, loaded, &mut |fact: &Fact| {
            sorting.push(&fact.key, (fact.value, fact.precision), Bound::Exact, fact.status).map_err(figure)
        })?;
        let rows = plan.facts + plan.passed.iter().map(|(_, count)| count).sum::<u64>();
        if origin.cut_at.is_some_and(|most| rows >= most) {
            return Err(LoadError::Cut { file: file.to_owned(), rows });
        }
        plan.release.url = origin.url.map(str::to_owned);
        let Release { id, coverage, .. } = plan.release.clone();
        let mut done = Loaded { release: id, coverage, rows: plan.facts, new: false, passed: plan.passed };
        let mut tx = self.store().begin().await?;
        if let Some(filed) = tx.filed_release(&plan.release).await? {
            done.release = filed;
            return Ok(done);
        }
        // What was filed so far is undone with the transaction.
        tx.open_release(&plan.dataset, &plan.release, plan.facts).await?;
        tx.put_sorted(&plan.release.id, sorting, progress).await.map_err(figure)?;
        tx.commit().await?;
        done.new = true;
        Ok(done)
    }

    /// Loads what tables of offices gave: all of their releases or none. What they gave beside is in their findings.
    ///
    /// # Errors
    /// When the registry cannot be written.
    #[crate::boxed]
    pub async fn load_tables(&self, load: &Load) -> Result<Vec<Loaded>, LoadError> {
        Ok(self.file_releases(&load.datasets, load.releases.iter(), &load.observations).await?)
    }

    /// Files releases with their observations, all or none of them; of those that are there nothing is changed.
    pub(crate) async fn file_releases<'a>(
        &self,
        datasets: &[Dataset],
        releases: impl Iterator<Item = &'a Release>,
        observations: &[Observation],
    ) -> Result<Vec<Loaded>, RegistryError> {
        let mut of_release: BTreeMap<&ReleaseId, Vec<&Observation>> = BTreeMap::new();
        for observation in observations {
            of_release.entry(&observation.release).or_default().push(observation);
        }
        let mut done = Vec::new();
        let mut tx = self.store().begin().await?;
        for release in releases {
            let is_of = |d: &&Dataset| d.publisher == release.publisher && d.id == release.dataset;
            let Some(dataset) = datasets.iter().find(is_of) else { continue };
            let rows = of_release.remove(&release.id).unwrap_or_default();
            let filed = tx.filed_release(release).await?;
            let new = tx.put_release(dataset, release, &rows).await?;
            done.push(Loaded {
                release: filed.unwrap_or_else(|| release.id.clone()),
                coverage: release.coverage.clone(),
                rows: rows.len() as u64,
                new,
                passed: Vec::new(),
            });
        }
        tx.commit().await?;
        Ok(done)
    }

    /// Loads indicators as one release.
    ///
    /// # Errors
    /// When the registry cannot be written.
    #[crate::boxed]
    pub async fn load_indicators(&self, found: &Indicators) -> Result<Loaded, LoadError> {
        let mut tx = self.store().begin().await?;
        let rows = found.values.len() as u64;
        let filed = tx.filed_release(&found.release).await?;
        let new = tx.open_release(&found.dataset, &found.release, rows).await?;
        if new {
            tx.put_indicators(&found.values).await?;
            tx.commit().await?;
        }
        Ok(Loaded {
            release: filed.unwrap_or_else(|| found.release.id.clone()),
            coverage: found.release.coverage.clone(),
            rows,
            new,
            passed: found.passed.clone(),
        })
    }
}

/// Says whether findings cost rows; a total that differs from its partners' sum costs none.
#[must_use]
pub fn lost(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.problem.loses_data()).count()
}

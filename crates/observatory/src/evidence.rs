//! The figures that claims are checked against: the bundled releases, in memory.

use entente_analysis::Evidence;
use entente_ingest::statistics::bundle::{BundleError, bundled};
use entente_model::{Dataset, Observation, Release};
use std::collections::BTreeMap;
use thiserror::Error;

/// Releases with their observations, and the index that verdicts are computed from.
#[derive(Debug)]
pub struct Figures {
    /// The publications.
    pub datasets: Vec<Dataset>,
    /// Their vintages, sorted by id.
    pub releases: Vec<Release>,
    /// How many observations each release has, in the order of `releases`.
    pub counts: Vec<usize>,
    /// The index.
    pub evidence: Evidence,
    observations: Vec<Observation>,
}

/// The bundled releases cannot be read.
#[derive(Debug, Error)]
#[error("the bundled releases cannot be read; the program file is damaged, install it again")]
pub struct FiguresError(#[from] BundleError);

impl Figures {
    /// Reads the releases that come with the program.
    ///
    /// # Errors
    /// When they are damaged.
    pub fn bundled() -> Result<Self, FiguresError> {
        let bundle = bundled()?;
        let mut by_release: BTreeMap<_, usize> = BTreeMap::new();
        for observation in &bundle.observations {
            *by_release.entry(&observation.release).or_default() += 1;
        }
        let counts = bundle.releases.iter().map(|r| by_release.get(&r.id).copied().unwrap_or(0)).collect();
        let evidence = Evidence::new(bundle.releases.iter().cloned(), bundle.observations.iter().cloned());
        Ok(Self {
            datasets: bundle.datasets,
            releases: bundle.releases,
            counts,
            evidence,
            observations: bundle.observations,
        })
    }

    /// Returns every observation, sorted by release and key.
    #[must_use]
    pub fn observations(&self) -> &[Observation] {
        &self.observations
    }
}

//! The figures that claims are checked against: the bundled releases, or some out of a registry.

use entente_analysis::Evidence;
use entente_ingest::statistics::bundle::{BundleError, bundled};
use entente_model::{Dataset, Observation, Release};
use std::collections::BTreeMap;
use thiserror::Error;

/// Releases with their observations.
#[derive(Debug, Default)]
pub struct Figures {
    /// The publications.
    pub datasets: Vec<Dataset>,
    /// Their vintages, sorted by id.
    pub releases: Vec<Release>,
    /// How many observations each release has in all, in the order of `releases`.
    pub counts: Vec<u64>,
    /// Every observation, or those that were asked for, sorted by release and key.
    pub observations: Vec<Observation>,
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
        // They are sorted by release.
        let of_releases = bundle.observations.chunk_by(|a, b| a.release == b.release);
        let by_release: BTreeMap<_, u64> =
            of_releases.filter_map(|of_one| Some((&of_one.first()?.release, of_one.len() as u64))).collect();
        let counts = bundle.releases.iter().map(|r| by_release.get(&r.id).copied().unwrap_or(0)).collect();
        Ok(Self {
            datasets: bundle.datasets,
            releases: bundle.releases,
            counts,
            observations: bundle.observations,
        })
    }

    /// Indexes the figures, to check claims with.
    #[must_use]
    pub fn into_evidence(self) -> Evidence {
        Evidence::new(self.releases, self.observations)
    }
}

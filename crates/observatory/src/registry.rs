//! A registry on disk: documents with their claims and verdicts, and the figures that these rest on.

use crate::evidence::{Figures, FiguresError};
use crate::gist::Kept;
use entente_model::{FieldError, Pair, Partner, Release};
use entente_store::{FigureQuery, Mode, Store, StoreError, Url};
use std::collections::BTreeSet;
use thiserror::Error;

/// Why a registry could not be used.
#[derive(Debug, Error)]
pub enum RegistryError {
    /// The registry itself.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The releases that a new registry begins with.
    #[error(transparent)]
    Figures(#[from] FiguresError),
    /// What was entered cannot be taken.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

/// Why what a person entered was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// A value is none of its field.
    #[error(transparent)]
    Field(#[from] FieldError),
    /// A field that must be given is not.
    #[error("\"{0}\" must be given")]
    Missing(&'static str),
    /// It is there already.
    #[error("{0} is on file already; change that, or enter it under another name")]
    Exists(String),
    /// There is nothing of this id.
    #[error("no {0} is on file")]
    Absent(String),
    /// Nothing would change.
    #[error("{0} says so already")]
    Same(String),
}

impl RegistryError {
    /// Says whether somebody else has changed something since it was looked at.
    #[must_use]
    pub const fn is_conflict(&self) -> bool {
        matches!(self, Self::Store(StoreError::Conflict { .. }) | Self::Refused(Refusal::Exists(_)))
    }
}

/// How often another program that holds a new registry is waited for, a few seconds each time.
const WAITS: u32 = 6;

/// A registry that is open.
#[derive(Debug, Clone)]
pub struct Registry {
    store: Store,
    kept: Kept,
}

impl Registry {
    /// Opens a registry; one that is made, or lacks releases that come with the program, gets them.
    ///
    /// # Errors
    /// When it is absent (unless it may be made), locked, damaged, newer than this program, or may not be opened.
    #[crate::boxed]
    pub async fn open(url: &Url, mode: Mode) -> Result<Self, RegistryError> {
        let store = Store::open(url, mode).await?;
        let registry = Self { store, kept: Kept::default() };
        if mode != Mode::Create {
            return Ok(registry);
        }
        // Programs that begin together on a new registry wait for the one that files them.
        let mut loaded = registry.load_bundled().await;
        for _ in 0..WAITS {
            if !matches!(loaded, Err(RegistryError::Store(StoreError::Locked { .. }))) {
                break;
            }
            loaded = registry.load_bundled().await;
        }
        loaded.map(|()| registry)
    }

    /// Returns what the registry stands on.
    #[must_use]
    pub const fn store(&self) -> &Store {
        &self.store
    }

    pub(crate) const fn kept(&self) -> &Kept {
        &self.kept
    }

    /// Files the releases that come with the program and are not there yet, all or none of them.
    async fn load_bundled(&self) -> Result<(), RegistryError> {
        let filed = self.store.releases().await?;
        let filed: BTreeSet<_> = filed.iter().map(|entry| entry.id().clone()).collect();
        let bundle = Figures::bundled()?;
        let missing: Vec<&Release> = bundle.releases.iter().filter(|r| !filed.contains(&r.id)).collect();
        if missing.is_empty() {
            return Ok(());
        }
        self.file_releases(&bundle.datasets, missing.into_iter(), &bundle.observations).await?;
        Ok(())
    }

    /// Returns how often what answers are made of has changed.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn revision(&self) -> Result<u64, RegistryError> {
        Ok(self.store.revision().await?)
    }

    /// Returns every dataset and release, without observations.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn releases(&self) -> Result<Figures, RegistryError> {
        Ok(Figures { datasets: self.store.datasets().await?, ..self.vintages().await? })
    }

    /// Returns every release.
    async fn vintages(&self) -> Result<Figures, RegistryError> {
        let entries = self.store.releases().await?;
        let counts = entries.iter().map(|entry| entry.rows).collect();
        let releases = entries.into_iter().map(|entry| entry.release).collect();
        Ok(Figures { datasets: Vec::new(), releases, counts, observations: Vec::new() })
    }

    /// Returns what two countries report of each other and of partners that they do not name, every vintage.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn sides(&self, pair: Pair) -> Result<Figures, RegistryError> {
        let mut figures = self.between(pair).await?;
        figures.datasets = self.store.datasets().await?;
        for reporter in [pair.first(), pair.second()] {
            let query = FigureQuery { reporter, partner: Some(Partner::Unspecified) };
            figures.observations.extend(self.store.observations(query).await?);
        }
        Ok(figures)
    }

    /// Returns what two countries report of each other, every vintage; which datasets there are is not told.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn between(&self, pair: Pair) -> Result<Figures, RegistryError> {
        Ok(Figures { observations: self.store.observations_of_pair(pair).await?, ..self.vintages().await? })
    }
}

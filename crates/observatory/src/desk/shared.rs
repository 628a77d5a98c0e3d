//! A desk that many check at, each reading what it needs of the evidence that all of them have fetched so far.

use super::{Desk, Query, queries};
use crate::check;
use crate::reading::Reading;
use crate::registry::{Registry, RegistryError};
use crate::wire::CheckWire;
use jiff::civil::Date;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// Evidence of one state of the registry, fetched as it is needed and shared.
#[derive(Debug)]
pub struct SharedDesk {
    state: RwLock<State>,
    /// How many observations are kept before the desk is cleared.
    most: usize,
}

#[derive(Debug, Default)]
struct State {
    /// The revision of the registry that the evidence is of.
    revision: Option<u64>,
    desk: Desk,
}

/// A reading that cannot be checked yet.
#[derive(Debug)]
pub struct NotReady(pub Box<Reading>);

impl SharedDesk {
    /// Makes a desk that keeps about so many observations.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self { state: RwLock::default(), most }
    }

    /// Returns how many observations are kept.
    #[must_use]
    pub fn observations(&self) -> usize {
        self.read().desk.evidence().len()
    }

    /// Fetches what a reading needs and is not there yet.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn fetch(
        &self,
        registry: &Registry,
        revision: u64,
        reading: &Reading,
        as_of: Date,
    ) -> Result<(), RegistryError> {
        let missing = self.missing(revision, reading, as_of);
        if missing.is_empty() && self.read().is_of(revision) {
            return Ok(());
        }
        let releases = registry.releases().await?.releases;
        let mut found = Vec::with_capacity(missing.len());
        for query in missing {
            found.push((query, query.ask(registry).await?));
        }
        let mut state = self.write();
        if !state.is_of(revision) || state.desk.evidence().len() > self.most {
            *state = State { revision: Some(revision), desk: Desk::default() };
        }
        state.desk.add_releases(releases);
        for (query, answer) in found {
            state.desk.add(query, answer);
        }
        Ok(())
    }

    /// Checks a reading with what is there.
    ///
    /// # Errors
    /// When that is not all it needs: the desk was cleared meanwhile.
    pub fn check(&self, revision: u64, reading: Box<Reading>, as_of: Date) -> Result<CheckWire, NotReady> {
        let state = self.read();
        if !state.is_of(revision) || queries(&reading.said(), as_of).iter().any(|q| !state.desk.has(q)) {
            return Err(NotReady(reading));
        }
        let evidence = state.desk.evidence();
        let verdicts = check::verdicts(&reading, evidence, as_of);
        Ok(check::report(*reading, verdicts, evidence, as_of))
    }

    fn missing(&self, revision: u64, reading: &Reading, as_of: Date) -> Vec<Query> {
        let needed = queries(&reading.said(), as_of);
        let state = self.read();
        if !state.is_of(revision) || state.desk.evidence().len() > self.most {
            return needed.into_iter().collect();
        }
        needed.into_iter().filter(|query| !state.desk.has(query)).collect()
    }

    /// What a thread left that panicked is whole: evidence is only added to.
    fn read(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn is_of(&self, revision: u64) -> bool {
        self.revision == Some(revision)
    }
}

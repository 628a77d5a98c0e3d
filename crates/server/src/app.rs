//! What every request is given: the registry, the settings, the clock.

use crate::config::Config;
use crate::problem::Problem;
use entente_observatory::Registry;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::sync::{Arc, OnceLock};

/// Where the present comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The machine.
    System,
    /// Always the same, for tests and pictures.
    Fixed(Timestamp),
}

impl Clock {
    /// Returns the present.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the edge: the present is read here and passed down")]
    pub fn now(self) -> Timestamp {
        match self {
            Self::System => Timestamp::now(),
            Self::Fixed(now) => now,
        }
    }

    /// Returns the day, in UTC.
    #[must_use]
    pub fn today(self) -> Date {
        TimeZone::UTC.to_datetime(self.now()).date()
    }
}

/// What every request is given. Clones share it.
#[derive(Debug, Clone)]
pub struct App {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    registry: OnceLock<Registry>,
    config: Config,
    clock: Clock,
}

impl App {
    /// Makes a server without its registry, which is given to it once it is open.
    #[must_use]
    pub fn new(config: Config, clock: Clock) -> Self {
        Self { shared: Arc::new(Shared { registry: OnceLock::new(), config, clock }) }
    }

    /// Gives the registry, once; a second one is dropped.
    pub fn open(&self, registry: Registry) {
        // The first stays: requests may hold it already.
        let _ = self.shared.registry.set(registry);
    }

    /// Returns the registry.
    ///
    /// # Errors
    /// While it is being opened and its tables are made or changed.
    pub fn registry(&self) -> Result<&Registry, Problem> {
        self.shared.registry.get().ok_or_else(Problem::starting)
    }

    /// Says whether requests can be answered.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.shared.registry.get().is_some()
    }

    /// Returns the settings.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.shared.config
    }

    /// Returns the clock.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.shared.clock
    }
}

//! What every command is given: the options, the present, and where to say what is not data.

use crate::args::Global;
use crate::failure::{nothing, wrong_usage};
use entente_observatory::{Mode, Registry, RegistryError, StoreError, Url};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::io::{IsTerminal, Write};
use std::num::NonZeroUsize;
use tokio::runtime::Runtime;

/// The options of a run and its one reading of the clock.
#[derive(Debug, Clone)]
pub(crate) struct Context {
    /// What was known when.
    pub(crate) as_of: Date,
    /// The same, where it was given.
    pub(crate) given_as_of: Option<Date>,
    /// The present, once.
    pub(crate) now: Timestamp,
    /// The present, where it was given.
    pub(crate) fixed_now: Option<Timestamp>,
    /// Where the registry stands, or is to stand, as it was given.
    given_database: Option<String>,
    /// How many threads read.
    pub(crate) threads: NonZeroUsize,
    quiet: bool,
    /// Whether standard output is a terminal.
    pub(crate) is_terminal: bool,
    /// Whether standard output is a terminal that may show colour.
    pub(crate) colour: bool,
    /// The width that tables are fitted to.
    pub(crate) width: u16,
}

/// The width of a terminal that nobody has widened.
const WIDTH: u16 = 80;

impl Context {
    /// Reads the clock, once, and the one variable that says whether colour is wanted.
    #[expect(
        clippy::disallowed_methods,
        reason = "the edge: the present and the settings are passed down from here"
    )]
    pub(crate) fn new(global: &Global) -> Self {
        let now = global.now.unwrap_or_else(Timestamp::now);
        let today = || TimeZone::UTC.to_datetime(now).date();
        let terminal = std::io::stdout().is_terminal();
        let plain = std::env::var("NO_COLOR").is_ok_and(|value| !value.is_empty());
        Self {
            as_of: global.as_of.unwrap_or_else(today),
            given_as_of: global.as_of,
            now,
            fixed_now: global.now,
            given_database: global.database.clone(),
            threads: global.threads.unwrap_or_else(cores),
            quiet: global.quiet,
            is_terminal: terminal,
            colour: terminal && !plain,
            width: WIDTH,
        }
    }

    /// Returns where the registry stands, or is to stand: as it was given, else among this user's data.
    pub(crate) fn database(&self) -> anyhow::Result<Url> {
        match self.given_database() {
            Some(given) => given.parse().map_err(|error: StoreError| wrong_usage(error.to_string())),
            None => entente_server::home::registry().map_err(wrong_usage),
        }
    }

    /// Returns what was given as the address of the registry.
    pub(crate) fn given_database(&self) -> Option<&str> {
        self.given_database.as_deref()
    }

    /// Returns the present day, in UTC.
    pub(crate) fn today(&self) -> Date {
        TimeZone::UTC.to_datetime(self.now).date()
    }

    /// Opens the registry; it must be there.
    pub(crate) fn registry(&self, runtime: &Runtime, mode: Mode) -> anyhow::Result<Registry> {
        let opened = runtime.block_on(Registry::open(&self.database()?, mode));
        opened.map_err(|error| match error {
            RegistryError::Store(error @ StoreError::Absent { .. }) => nothing(error.to_string()),
            error => error.into(),
        })
    }

    /// Opens the registry to read it, where there is one.
    pub(crate) fn registry_if_any(&self, runtime: &Runtime) -> anyhow::Result<Option<Registry>> {
        if self.database()?.exists() { self.registry(runtime, Mode::Read).map(Some) } else { Ok(None) }
    }

    /// Says whether a bar may be drawn on standard error.
    pub(crate) fn may_draw(&self) -> bool {
        !self.quiet && std::io::stderr().is_terminal()
    }

    /// Says something that is not data, on standard error, unless quiet is wanted.
    pub(crate) fn say(&self, message: &str) {
        if !self.quiet {
            Self::complain(message);
        }
    }

    /// Says what went wrong with one of several inputs.
    pub(crate) fn complain(message: &str) {
        // Nothing can be done about a standard error that cannot be written to.
        let _ = writeln!(std::io::stderr(), "entente: {message}");
    }
}

fn cores() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// Makes what registries are waited for with.
///
/// Connections are given back to their pool by tasks of their own, which must run also while nobody waits for anything:
/// hence a thread beside this one. One is enough, for SQLite has its own.
pub(crate) fn runtime() -> anyhow::Result<Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?)
}

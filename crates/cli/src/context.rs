//! What every command is given: the options, the present, and where to say what is not data.

use crate::args::Global;
use anyhow::Context as _;
use entente_observatory::{Observatory, OpenMode};
use etcetera::{AppStrategy, AppStrategyArgs};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;

/// The options of a run and its one reading of the clock.
#[derive(Debug, Clone)]
pub(crate) struct Context {
    database: Option<String>,
    /// The present.
    pub(crate) now: Timestamp,
    /// What was known when.
    pub(crate) as_of: Date,
    quiet: bool,
    /// Whether standard output is a terminal that may show colour.
    pub(crate) colour: bool,
    /// The width that tables are fitted to.
    pub(crate) width: u16,
}

impl Context {
    /// Reads the clock, once.
    #[expect(clippy::disallowed_methods, reason = "the edge: time is passed down from here")]
    pub(crate) fn new(global: &Global) -> Self {
        let now = global.now.unwrap_or_else(Timestamp::now);
        let today = now.to_zoned(TimeZone::UTC).date();
        let terminal = std::io::stdout().is_terminal();
        let plain = std::env::var("NO_COLOR").is_ok_and(|value| !value.is_empty());
        Self {
            database: global.database.clone(),
            now,
            as_of: global.as_of.unwrap_or(today),
            quiet: global.quiet,
            colour: terminal && !plain,
            width: 80,
        }
    }

    /// Says something that is not data, on standard error.
    pub(crate) fn say(&self, message: &str) {
        if !self.quiet {
            // Nothing can be done about a standard error that cannot be written to.
            let _ = writeln!(std::io::stderr(), "entente: {message}");
        }
    }

    /// Says what went wrong with one of several inputs.
    pub(crate) fn complain(&self, message: &str) {
        let _ = writeln!(std::io::stderr(), "entente: {message}");
    }

    /// Whether a progress bar may be shown.
    pub(crate) fn shows_progress(&self) -> bool {
        !self.quiet && std::io::stderr().is_terminal()
    }

    /// The registry's address: the option, else a file in the platform's data directory.
    pub(crate) fn database(&self) -> anyhow::Result<String> {
        if let Some(url) = &self.database {
            return Ok(url.clone());
        }
        Ok(format!("sqlite:{}", default_registry()?.display()))
    }

    /// Opens the registry for writing; makes it, with the bundled releases in it, where there is none.
    pub(crate) async fn registry(&self) -> anyhow::Result<Observatory> {
        let url = self.database()?;
        Ok(Observatory::open(&url, OpenMode::Create, self.now).await?)
    }

    /// Opens the registry for reading if there is one, else one in memory made from the bundled releases.
    pub(crate) async fn reading(&self) -> anyhow::Result<Observatory> {
        let url = self.database()?;
        match Observatory::open(&url, OpenMode::ReadIfPresent, self.now).await {
            Ok(observatory) => Ok(observatory),
            Err(error) => Err(anyhow::Error::from(error)),
        }
    }
}

fn default_registry() -> anyhow::Result<PathBuf> {
    let strategy = etcetera::choose_app_strategy(AppStrategyArgs {
        top_level_domain: "org".to_owned(),
        author: "Entente".to_owned(),
        app_name: "entente".to_owned(),
    })
    .context("there is no home directory to keep the registry in; name one with --database sqlite:PATH")?;
    Ok(strategy.in_data_dir("registry.db"))
}

//! What every command is given: the options, the present, and where to say what is not data.

use crate::args::Global;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::io::{IsTerminal, Write};

/// The options of a run and its one reading of the clock.
#[derive(Debug, Clone)]
pub(crate) struct Context {
    /// What was known when.
    pub(crate) as_of: Date,
    quiet: bool,
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
        let today = || TimeZone::UTC.to_datetime(Timestamp::now()).date();
        let terminal = std::io::stdout().is_terminal();
        let plain = std::env::var("NO_COLOR").is_ok_and(|value| !value.is_empty());
        Self {
            as_of: global.as_of.unwrap_or_else(today),
            quiet: global.quiet,
            colour: terminal && !plain,
            width: WIDTH,
        }
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

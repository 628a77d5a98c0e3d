//! What went wrong: one line on standard error, and the documented exit code.

use std::io::Write;
use std::process::ExitCode;

/// How a command ended. The numbers are the wire: scripts depend on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done.
    Done = 0,
    /// Something failed; what could be done was done.
    Failed = 1,
    /// Wrong usage: an unknown country, a bad date, a folder where a file is wanted.
    Usage = 2,
    /// Nothing on file for what was named.
    Nothing = 3,
    /// An outcome named by `--fail-on` was met.
    FailOn = 4,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// An error that carries another exit code than 1.
#[derive(Debug)]
pub(crate) struct Classified {
    exit: Exit,
    message: String,
}

impl std::fmt::Display for Classified {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Classified {}

/// Wrong usage that clap cannot see.
pub(crate) fn wrong_usage(message: impl Into<String>) -> anyhow::Error {
    Classified { exit: Exit::Usage, message: message.into() }.into()
}

/// Nothing on file for what was named.
pub(crate) fn nothing(message: impl Into<String>) -> anyhow::Error {
    Classified { exit: Exit::Nothing, message: message.into() }.into()
}

/// Prints what clap has to say; help and version are no failures.
pub(crate) fn usage(error: &clap::Error) -> ExitCode {
    let printed = error.print();
    match (printed, error.use_stderr()) {
        (_, true) => Exit::Usage.into(),
        _ => Exit::Done.into(),
    }
}

/// Prints an error with its causes as one line and returns its exit code.
///
/// A reader that went away (`entente claims | head`) is no error.
pub(crate) fn report(error: &anyhow::Error) -> ExitCode {
    let gone = error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe);
    if gone {
        return Exit::Done.into();
    }
    let exit = error.downcast_ref::<Classified>().map_or(Exit::Failed, |classified| classified.exit);
    // Nothing can be done about a standard error that cannot be written to.
    let _ = writeln!(std::io::stderr(), "entente: {error:#}");
    exit.into()
}

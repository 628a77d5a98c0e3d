//! `entente completions`: completion scripts for shells.

use crate::args::Cli;
use crate::failure::Exit;
use clap::CommandFactory;
use clap_complete::Shell;
use std::io::Write;

/// Print a completion script for a shell.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The shell.
    shell: Shell,
}

pub(crate) fn run(args: &Args, out: &mut dyn Write) -> Exit {
    clap_complete::generate(args.shell, &mut Cli::command(), "entente", &mut &mut *out);
    Exit::Done
}

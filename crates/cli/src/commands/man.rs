//! `entente man`: a manual page for each command.

use crate::args::Cli;
use crate::failure::Exit;
use clap::CommandFactory;
use std::path::PathBuf;

/// Write a manual page for each command into a folder.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder, which must be there.
    folder: PathBuf,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<Exit> {
    clap_mangen::generate_to(Cli::command(), &args.folder)?;
    Ok(Exit::Done)
}

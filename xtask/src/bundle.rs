//! `cargo xtask bundle`: writes the bundled releases from the tables of the statistics offices.

use std::path::PathBuf;

use crate::workspace;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder of the official tables
    #[arg(long, value_name = "DIR")]
    from: PathBuf,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<()> {
    let to = workspace::root().join("crates/ingest/data/bundle");
    let mut command = workspace::cargo(&["run", "--release", "-p", "entente-ingest", "--example", "bundle"]);
    workspace::finish(command.arg("--").arg(&args.from).arg(to))
}

//! The binary `entente-server`.

use clap::Parser;
use entente_server::Clock;
use entente_server::run::{Flags, run};
use std::io::Write;
use std::process::ExitCode;

/// Serves the API and the pages.
#[derive(Debug, Parser)]
#[command(name = "entente-server", version)]
struct Args {
    #[command(flatten)]
    flags: Flags,
    /// The registry: sqlite:PATH or postgres://.... Default: a file in the data folder of this user.
    #[arg(long, value_name = "URL", env = "ENTENTE_DATABASE")]
    database: Option<String>,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let config = args.flags.settings(args.database.as_deref());
    match config.and_then(|config| run(config, Clock::System, &mut std::io::stdout())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing can be done about a standard error that cannot be written to.
            let _ = writeln!(std::io::stderr(), "entente-server: {error:#}");
            ExitCode::FAILURE
        }
    }
}

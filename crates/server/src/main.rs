//! The binary `entente-server`.

use clap::Parser;
use entente_server::Clock;
use entente_server::run::{Flags, run};
use jiff::Timestamp;
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
    /// The present (RFC 3339), for tests and pictures. Default: the clock's.
    #[arg(long, value_name = "TIME", hide = true)]
    now: Option<Timestamp>,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let clock = args.now.map_or(Clock::System, Clock::Fixed);
    let config = args.flags.settings(args.database.as_deref());
    match config.and_then(|config| run(config, clock, &mut std::io::stdout())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing can be done about a standard error that cannot be written to.
            let _ = writeln!(std::io::stderr(), "entente-server: {error:#}");
            ExitCode::FAILURE
        }
    }
}

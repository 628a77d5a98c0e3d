//! `entente serve`: the API and the pages over HTTP.

use crate::context::Context;
use crate::failure::{Exit, wrong_usage};
use entente_server::Clock;
use entente_server::run::{Flags, run as serve};

/// Serve the API and the pages; a registry is made where there is none.
///
/// The first line is the address. The server stops on an interrupt or SIGTERM, once the requests under way are answered.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    flags: Flags,
}

pub(crate) fn run(args: &Args, context: &Context) -> anyhow::Result<Exit> {
    if let Some(day) = context.given_as_of {
        return Err(wrong_usage(format!(
            "--as-of {day} is not for serve: a server answers for today, and each request may name another day \
             (?as_of={day})"
        )));
    }
    let config = args.flags.settings(context.given_database()).map_err(|e| wrong_usage(format!("{e:#}")))?;
    let clock = context.fixed_now.map_or(Clock::System, Clock::Fixed);
    serve(config, clock, &mut std::io::stdout())?;
    Ok(Exit::Done)
}

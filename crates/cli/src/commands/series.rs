//! `entente series`: every period of a pair that figures are known for.

use crate::commands::pair;
use crate::context::Context;
use crate::failure::Exit;
use std::io::Write;

/// Show every period of a pair, years, months and the year so far, as each reports it.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    pair: pair::Args,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    pair::show(&args.pair, context, out, entente_observatory::pair::series)
}

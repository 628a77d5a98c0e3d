//! The binary `entente`: parses, dispatches, and turns what went wrong into a line and an exit code.

mod args;
mod commands;
mod context;
mod failure;
mod inputs;
mod report;
mod table;

use args::Cli;
use clap::Parser;
use context::Context;
use std::io::Write;
use std::process::ExitCode;

/// Texts are read into many small pieces, which are all given back before the next text: the system's allocator returns
/// them to the system each time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// So many bytes of output are written at once.
const OUTPUT: usize = 1 << 16;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return failure::usage(&error),
    };
    logging(&cli);
    let stdout = std::io::stdout();
    let mut out = std::io::BufWriter::with_capacity(OUTPUT, stdout.lock());
    let context = Context::new(&cli.global);
    let result = commands::run(cli.command, &context, &mut out);
    let flushed = out.flush().map_err(anyhow::Error::from);
    match result.and_then(|code| flushed.map(|()| code)) {
        Ok(code) => code.into(),
        Err(error) => failure::report(&error),
    }
}

fn logging(cli: &Cli) {
    if matches!(cli.command, args::Command::Serve(_)) {
        return; // A server logs as its settings say.
    }
    let level = match (cli.global.quiet, cli.global.verbose) {
        (true, _) => "error",
        (_, true) => "debug",
        _ => "warn",
    };
    let filter = tracing_subscriber::EnvFilter::new(level);
    let ansi = std::io::IsTerminal::is_terminal(&std::io::stderr());
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(ansi)
        .without_time()
        .init();
}

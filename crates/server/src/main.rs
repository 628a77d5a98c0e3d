//! The binary `entente-server`.

use clap::Parser;
use entente_observatory::Url;
use entente_server::{App, Clock, Config, serve};
use std::net::SocketAddr;
use std::process::ExitCode;

/// Serves the API and the pages.
#[derive(Debug, Parser)]
#[command(name = "entente-server", version)]
struct Args {
    /// The address to listen on; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS")]
    bind: Option<SocketAddr>,
    /// The registry: sqlite:PATH or postgres://....
    #[arg(long, value_name = "URL", env = "ENTENTE_DATABASE")]
    database: Option<String>,
}

fn main() -> ExitCode {
    let args = Args::parse();
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    match run(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: Args) -> anyhow::Result<()> {
    let mut config = Config::default();
    config.bind = args.bind.unwrap_or(config.bind);
    config.database = args.database.or(config.database);
    let given = config.database.as_deref().unwrap_or_default();
    let url: Url = given.parse()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    Ok(runtime.block_on(serve(App::new(config, Clock::System), &url, &mut std::io::stdout()))?)
}

//! Running a server from a command line: the same for `entente serve` and `entente-server`.

use crate::app::{App, Clock};
use crate::config::Config;
use crate::serve::serve;
use crate::{home, log};
use anyhow::Context as _;
use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;

/// What a command line says of a server. It wins over the file of settings.
#[derive(Debug, Clone, clap::Args)]
pub struct Flags {
    /// The address to listen on; port 0 takes a free one. Default: 127.0.0.1:8080.
    #[arg(long, value_name = "ADDRESS")]
    pub bind: Option<SocketAddr>,
    /// A file of settings (TOML); docs/configuration.md lists them.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

impl Flags {
    /// Returns the settings: the file's where there is one, with what the command line says laid over them.
    ///
    /// # Errors
    /// When the file cannot be read or has something wrong in it.
    pub fn settings(&self, database: Option<&str>) -> anyhow::Result<Config> {
        let mut config = self.config.as_deref().map_or_else(|| Ok(Config::default()), Config::read)?;
        config.bind = self.bind.unwrap_or(config.bind);
        config.database = database.map(str::to_owned).or(config.database);
        Ok(config)
    }
}

/// Serves until the process is told to stop. The first line on `out` is the address.
///
/// # Errors
/// When the registry has no address, the server cannot listen, or the registry cannot be opened.
pub fn run(config: Config, clock: Clock, out: &mut (dyn Write + Send)) -> anyhow::Result<()> {
    log::start(&config);
    let url = match config.database.as_deref() {
        Some(given) => given.parse()?,
        None => home::registry().map_err(anyhow::Error::msg)?,
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.context("the threads of the server cannot be started")?;
    Ok(runtime.block_on(serve(App::new(config, clock), &url, out))?)
}

//! The log: lines on standard error, for reading or for programs.

use crate::config::{Config, LogFormat, LogLevel};
use tracing_subscriber::filter::LevelFilter;

/// Starts the log as the settings say. Where one was started before, that one stays.
pub fn start(config: &Config) {
    let level = match config.log {
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
    };
    // What libraries tell of each statement and connection is not for a log of requests.
    let others = level.min(LevelFilter::WARN);
    let filter = tracing_subscriber::EnvFilter::default()
        .add_directive(others.into())
        .add_directive(ours("entente_server", level))
        .add_directive(ours("entente_observatory", level));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let started = match config.log_format {
        LogFormat::Text => log.with_ansi(false).try_init(),
        LogFormat::Json => log.json().flatten_event(true).with_current_span(false).try_init(),
    };
    // Only a test starts two servers in one process.
    drop(started);
}

fn ours(target: &str, level: LevelFilter) -> tracing_subscriber::filter::Directive {
    let directive = format!("{target}={level}");
    directive.parse().unwrap_or_else(|_| level.into())
}

//! The settings of a server: one structure, read from a file; what is not a setting is refused.

mod file;
mod network;
mod page;

pub use file::ConfigError;
pub use network::Network;
pub use page::page;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::net::{Ipv4Addr, SocketAddr};

/// The settings of a server.
// The first paragraph of each is printed in docs/configuration.md.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The address that is listened on; port 0 takes a free one.
    #[schemars(with = "String")]
    pub bind: SocketAddr,
    /// The registry: `sqlite:PATH` or `postgres://...`. Without it, a file in the data folder of the user.
    pub database: Option<String>,
    /// What is logged on standard error: `error`, `warn`, `info` (a line a request) or `debug`.
    pub log: LogLevel,
    /// How a line of the log is written: `text` or `json`.
    pub log_format: LogFormat,
    /// Proxies whose `X-Forwarded-For` is believed, as addresses or networks such as `10.0.0.0/8`.
    #[schemars(with = "Vec<String>")]
    pub trusted_proxies: Vec<Network>,
    /// How many requests a client may make a second, in the long run; 0 sets no limit. What costs the server more counts as more than one: a check as 5, an address to fetch as 20.
    pub requests_per_second: u32,
    /// How many requests a client may make at once before the limit is felt.
    pub request_burst: u32,
    /// Whether the limit is also for requests from this machine that no proxy passed on.
    pub limit_local: bool,
    /// How many requests are worked on at once; one more is told to come back (503).
    pub concurrent_requests: u32,
    /// How many connections are open at once; one more waits.
    pub connections: u32,
    /// How many seconds a request may take from its last header to its answer.
    pub request_seconds: u32,
    /// How many seconds a client may take to send the headers of a request, and may stay silent between two requests.
    pub header_seconds: u32,
    /// How many seconds requests under way may take when the server is told to stop.
    pub stop_seconds: u32,
    /// How many bytes the body of a request may have.
    pub body_bytes: u32,
    /// How many bytes of answers are kept to be given again.
    pub cache_bytes: u64,
    /// How many observations are kept in memory to check texts with.
    pub evidence_observations: u32,
    /// How many milliseconds old the knowledge may be that nothing was filed since: so long can an answer lag behind what another program files. What this server files shows at once.
    pub revision_age_ms: u32,
}

/// What is logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LogLevel {
    /// What went wrong.
    Error,
    /// What may go wrong.
    Warn,
    /// Each request.
    Info,
    /// More.
    Debug,
}

/// How a line of the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For reading.
    Text,
    /// For programs.
    Json,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            bind: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            database: None,
            log: LogLevel::Info,
            log_format: LogFormat::Text,
            trusted_proxies: Vec::new(),
            requests_per_second: 20,
            request_burst: 100,
            limit_local: false,
            concurrent_requests: 256,
            connections: 1024,
            request_seconds: 30,
            header_seconds: 15,
            stop_seconds: 20,
            body_bytes: 1024 * 1024,
            cache_bytes: 64 * 1024 * 1024,
            evidence_observations: 2_000_000,
            revision_age_ms: 100,
        }
    }
}

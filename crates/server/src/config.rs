//! The settings of a server: one structure, read from a file; what is not a setting is refused.

use serde::Deserialize;
use std::net::{Ipv4Addr, SocketAddr};

/// The settings of a server.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The address that is listened on; port 0 takes a free one.
    pub bind: SocketAddr,
    /// The registry: `sqlite:PATH` or `postgres://...`.
    pub database: Option<String>,
}

impl Default for Config {
    fn default() -> Self {
        Self { bind: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)), database: None }
    }
}

//! Which addresses may be asked: those of the public internet, and no others.
//!
//! An address that a stranger gave must not reach the machine itself, its neighbours or the service that hands
//! out a cloud machine's credentials; not by a literal number, a name that resolves to one, nor a redirect.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use thiserror::Error;
use url::{Host, Url};

/// Why an address is not asked.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// Its scheme is another one.
    #[error("\"{0}\" is not an address that is read; give one that begins with http:// or https://")]
    Scheme(String),
    /// It names a user.
    #[error("\"{0}\" holds a user name or password; give the address without them")]
    UserInfo(String),
    /// It has no host.
    #[error("\"{0}\" has no host; give an address such as https://example.org/page")]
    NoHost(String),
    /// Its port is another one.
    #[error("\"{url}\" has port {port}; only ports {allowed} are asked")]
    Port {
        /// The address.
        url: String,
        /// Its port.
        port: u16,
        /// The ports that are asked.
        allowed: String,
    },
    /// Its host is, or resolves to, an address that is not public.
    #[error("\"{host}\" is at {address}, {what}; only public addresses are asked")]
    NotPublic {
        /// The host as it was given.
        host: String,
        /// Where it is.
        address: IpAddr,
        /// What kind of address that is.
        what: &'static str,
    },
}

/// What the guard lets through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guard {
    /// The ports that may be asked.
    pub ports: Vec<u16>,
    /// Whether the machine itself may be asked, on any port; only tests do.
    loopback: bool,
}

impl Default for Guard {
    fn default() -> Self {
        Self { ports: vec![80, 443], loopback: false }
    }
}

impl Guard {
    /// Returns a guard that also lets 127.0.0.1 through, on any port, so that a test can serve pages to itself.
    #[must_use]
    pub fn allowing_loopback_for_tests() -> Self {
        Self { loopback: true, ..Self::default() }
    }

    /// Checks what can be seen in an address before its host is resolved.
    ///
    /// # Errors
    /// When the address must not be asked.
    pub fn check_url(&self, url: &Url) -> Result<(), Refusal> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Refusal::Scheme(url.to_string()));
        }
        if !url.username().is_empty() || url.password().is_some() {
            let mut shown = url.clone();
            // Neither can fail on an http address, and what is shown to a reader holds no password.
            let _ = shown.set_password(None);
            let _ = shown.set_username("");
            return Err(Refusal::UserInfo(shown.to_string()));
        }
        let ip = match url.host() {
            None => return Err(Refusal::NoHost(url.to_string())),
            Some(Host::Ipv4(ip)) => Some(IpAddr::V4(ip)),
            Some(Host::Ipv6(ip)) => Some(IpAddr::V6(ip)),
            Some(Host::Domain(_)) => None,
        };
        if let Some(ip) = ip {
            self.check_ip(url.host_str().unwrap_or_default(), ip)?;
        }
        let port = url.port_or_known_default().unwrap_or_default();
        if !self.ports.contains(&port) && !self.loopback {
            let allowed = self.ports.iter().map(u16::to_string).collect::<Vec<_>>().join(" and ");
            return Err(Refusal::Port { url: url.to_string(), port, allowed });
        }
        Ok(())
    }

    /// Checks an address that a host was found to be at.
    ///
    /// # Errors
    /// When the address is not public.
    pub fn check_ip(&self, host: &str, address: IpAddr) -> Result<(), Refusal> {
        if self.loopback && address == IpAddr::V4(Ipv4Addr::LOCALHOST) {
            return Ok(());
        }
        match not_public(address) {
            Some(what) => Err(Refusal::NotPublic { host: host.to_owned(), address, what }),
            None => Ok(()),
        }
    }
}

/// Says what kind of address it is that is not public; none of one that is.
#[must_use]
pub fn not_public(address: IpAddr) -> Option<&'static str> {
    match address {
        IpAddr::V4(address) => not_public_v4(address),
        IpAddr::V6(address) => not_public_v6(address),
    }
}

/// The blocks of IANA's IPv4 Special-Purpose Address Registry, and what clouds keep for themselves.
const V4_BLOCKS: [(Ipv4Addr, u32, &str); 18] = [
    (Ipv4Addr::new(169, 254, 169, 254), 32, "a cloud's metadata service"),
    (Ipv4Addr::new(169, 254, 170, 2), 32, "a cloud's metadata service"),
    (Ipv4Addr::new(100, 100, 100, 200), 32, "a cloud's metadata service"),
    (Ipv4Addr::new(192, 0, 0, 192), 32, "a cloud's metadata service"),
    (Ipv4Addr::new(168, 63, 129, 16), 32, "a cloud's metadata service"),
    (Ipv4Addr::new(0, 0, 0, 0), 8, "an address of this network"),
    (Ipv4Addr::new(10, 0, 0, 0), 8, "a private address"),
    (Ipv4Addr::new(100, 64, 0, 0), 10, "an address shared within a provider's network"),
    (Ipv4Addr::new(127, 0, 0, 0), 8, "this machine itself"),
    (Ipv4Addr::new(169, 254, 0, 0), 16, "a link-local address"),
    (Ipv4Addr::new(172, 16, 0, 0), 12, "a private address"),
    (Ipv4Addr::new(192, 0, 0, 0), 24, "an address reserved for protocols"),
    (Ipv4Addr::new(192, 88, 99, 0), 24, "an address reserved for protocols"),
    (Ipv4Addr::new(192, 168, 0, 0), 16, "a private address"),
    (Ipv4Addr::new(198, 18, 0, 0), 15, "an address reserved for measurements"),
    (Ipv4Addr::new(192, 0, 2, 0), 24, "an address reserved for documentation"),
    (Ipv4Addr::new(198, 51, 100, 0), 24, "an address reserved for documentation"),
    (Ipv4Addr::new(203, 0, 113, 0), 24, "an address reserved for documentation"),
];

fn not_public_v4(address: Ipv4Addr) -> Option<&'static str> {
    let within = |block: Ipv4Addr, length: u32| (address.to_bits() ^ block.to_bits()) >> (32 - length) == 0;
    V4_BLOCKS.iter().find(|&&(block, length, _)| within(block, length)).map(|&(_, _, what)| what).or(
        match address.octets()[0] {
            224..=239 => Some("a multicast address"),
            240..=255 => Some("a reserved address"),
            _ => None,
        },
    )
}

fn not_public_v6(address: Ipv6Addr) -> Option<&'static str> {
    let segments = address.segments();
    let embedded = |high: u16, low: u16| {
        let [a, b] = high.to_be_bytes();
        let [c, d] = low.to_be_bytes();
        not_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match segments {
        [0, 0, 0, 0, 0, 0, 0, 1] => Some("this machine itself"),
        [0, 0, 0, 0, 0, 0, 0, 0] => Some("an address of this network"),
        // An IPv4 address written as an IPv6 one, and one behind the translator of an IPv6-only network.
        [0, 0, 0, 0, 0, 0xFFFF, high, low] | [0x64, 0xFF9B, 0, 0, 0, 0, high, low] => embedded(high, low),
        [0x2002, high, low, ..] => embedded(high, low),
        [0x2001, 0xDB8, ..] => Some("an address reserved for documentation"),
        [0x3FFF, second, ..] if second < 0x1000 => Some("an address reserved for documentation"),
        // Teredo, ORCHID and the rest of 2001::/23.
        [0x2001, second, ..] if second < 0x200 => Some("an address reserved for protocols"),
        [first, ..] if first & 0xFFC0 == 0xFE80 => Some("a link-local address"),
        [first, ..] if first & 0xFE00 == 0xFC00 => Some("a private address"),
        [first, ..] if first & 0xFF00 == 0xFF00 => Some("a multicast address"),
        // All public addresses lie in 2000::/3.
        [first, ..] if first & 0xE000 != 0x2000 => Some("a reserved address"),
        _ => None,
    }
}

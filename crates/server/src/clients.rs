//! Who asks, and how much each client may ask.

use crate::config::{Config, Network};
use axum::http::HeaderMap;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// So many requests after the last time, clients that ask nothing any more are forgotten.
const SWEEP: u32 = 10_000;

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Client {
    /// The address that counts as theirs.
    pub(crate) address: IpAddr,
    /// Whether they sit at this machine.
    local: bool,
}

/// How much each client may ask.
#[derive(Debug)]
pub(crate) struct Clients {
    trusted: Vec<Network>,
    limiter: Option<DefaultKeyedRateLimiter<IpAddr>>,
    burst: u32,
    limit_local: bool,
    since_sweep: AtomicU32,
    clock: DefaultClock,
}

impl Clients {
    pub(crate) fn new(config: &Config) -> Self {
        let burst = NonZeroU32::new(config.request_burst).unwrap_or(NonZeroU32::MIN);
        let rate = NonZeroU32::new(config.requests_per_second);
        let limiter = rate.map(|rate| RateLimiter::keyed(Quota::per_second(rate).allow_burst(burst)));
        Self {
            trusted: config.trusted_proxies.clone(),
            limiter,
            burst: burst.get(),
            limit_local: config.limit_local,
            since_sweep: AtomicU32::new(0),
            clock: DefaultClock::default(),
        }
    }

    /// Says who asks: the peer, or whom a trusted proxy names.
    ///
    /// `X-Forwarded-For` is read from its end: each trusted proxy has added whom it heard from, and what stands before the
    /// first address that is no trusted proxy is what a client has made up.
    pub(crate) fn client(&self, peer: IpAddr, headers: &HeaderMap) -> Client {
        let trusted = |address| self.trusted.iter().any(|network| network.holds(address));
        let mut address = peer.to_canonical();
        if trusted(address) {
            let values = headers.get_all("x-forwarded-for").into_iter().rev();
            let given = values.filter_map(|value| value.to_str().ok()).flat_map(|value| value.rsplit(','));
            for hop in given {
                let Ok(hop) = hop.trim().parse::<IpAddr>() else { break };
                address = hop.to_canonical();
                if !trusted(address) {
                    break;
                }
            }
        }
        Client { address, local: address.is_loopback() }
    }

    /// Counts what a request costs; where its client may not ask that much, returns how long to wait.
    pub(crate) fn admit(&self, client: Client, cost: u32) -> Result<(), Duration> {
        let Some(limiter) = &self.limiter else { return Ok(()) };
        if client.local && !self.limit_local {
            return Ok(());
        }
        if self.since_sweep.fetch_add(1, Ordering::Relaxed) >= SWEEP {
            self.since_sweep.store(0, Ordering::Relaxed);
            limiter.retain_recent();
        }
        let cost = NonZeroU32::new(cost.min(self.burst)).unwrap_or(NonZeroU32::MIN);
        match limiter.check_key_n(&household(client.address), cost) {
            Ok(Err(not_until)) => Err(not_until.wait_time_from(self.clock.now())),
            // More than the burst never comes through, which the least of both rules out.
            Ok(Ok(())) | Err(_) => Ok(()),
        }
    }
}

/// Returns what one client has: an IPv4 address, or a network of 64 bits, which is what a household is given.
fn household(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clients(config: &Config) -> Clients {
        Clients::new(config)
    }

    #[track_caller]
    fn check(peer: &str, forwarded: &[&str], expect: &str) {
        let config = Config {
            trusted_proxies: vec!["10.0.0.0/8".parse().unwrap(), "127.0.0.1".parse().unwrap()],
            ..Config::default()
        };
        let pairs = forwarded
            .iter()
            .map(|value| (axum::http::HeaderName::from_static("x-forwarded-for"), value.parse().unwrap()));
        let mut headers = HeaderMap::new();
        pairs.for_each(|(name, value)| {
            headers.append(name, value);
        });
        let client = clients(&config).client(peer.parse().unwrap(), &headers);
        assert_eq!(client.address.to_string(), expect, "{peer} {forwarded:?}");
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        check("203.0.113.1", &["198.51.100.7"], "203.0.113.1");
        check("10.0.0.1", &["198.51.100.7"], "198.51.100.7");
        check("10.0.0.1", &["1.2.3.4, 198.51.100.7, 10.0.0.2"], "198.51.100.7");
        check("10.0.0.1", &["1.2.3.4", "198.51.100.7"], "198.51.100.7");
        check("10.0.0.1", &["198.51.100.7, nonsense"], "10.0.0.1");
        check("::ffff:127.0.0.1", &["2001:db8::1"], "2001:db8::1");
        check("127.0.0.1", &[], "127.0.0.1");
    }

    #[test]
    fn a_client_is_limited_and_its_neighbour_is_not() {
        let config = Config { requests_per_second: 1, request_burst: 3, ..Config::default() };
        let clients = clients(&config);
        let at = |address: &str| clients.client(address.parse().unwrap(), &HeaderMap::new());
        let (one, other) = (at("2001:db8::1"), at("2001:db8:0:1::1"));
        assert_eq!(clients.admit(one, 3), Ok(()));
        let wait = clients.admit(at("2001:db8::2"), 1).unwrap_err();
        assert!(wait > Duration::ZERO && wait <= Duration::from_secs(1), "{wait:?}");
        assert_eq!(clients.admit(other, 1), Ok(()));
        let here = at("127.0.0.1");
        assert!((0..10).all(|_| clients.admit(here, 1).is_ok()));
    }
}

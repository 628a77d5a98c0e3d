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
        let is_own = self.loopback && ip == Some(IpAddr::V4(Ipv4Addr::LOCALHOST));
        if !self.ports.contains(&port) && !is_own {
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

#[cfg(test)]
mod tests {
    use super::{Guard, not_public};
    use expect_test::{Expect, expect};
    use url::Url;

    #[test]
    fn addresses_that_are_not_public_are_named() {
        let table = "
            0.0.0.0 network | 0.1.2.3 network | 10.0.0.1 private | 10.255.255.255 private | 100.64.0.1 shared
            100.127.255.255 shared | 100.100.100.200 metadata | 127.0.0.1 itself | 127.255.0.1 itself
            169.254.0.1 link-local | 169.254.169.254 metadata | 169.254.170.2 metadata | 172.16.0.1 private
            172.31.255.255 private | 192.0.0.8 protocols | 192.0.0.192 metadata | 192.0.2.1 documentation
            192.88.99.1 protocols | 192.168.1.1 private | 198.18.0.1 measurements | 198.19.255.255 measurements
            198.51.100.7 documentation | 203.0.113.9 documentation | 224.0.0.1 multicast | 239.255.255.255 multicast
            240.0.0.1 reserved | 255.255.255.255 reserved | 168.63.129.16 metadata
            :: network | ::1 itself | ::7f00:1 reserved | ::ffff:127.0.0.1 itself | ::ffff:10.1.2.3 private
            ::ffff:169.254.169.254 metadata | 64:ff9b::7f00:1 itself | 64:ff9b::a9fe:a9fe metadata
            64:ff9b:1::1 reserved | 2002:7f00:1:: itself | 2002:c0a8:101::1 private | 2001::1 protocols
            2001:20::1 protocols | 2001:db8::1 documentation | 3fff::1 documentation | 100::1 reserved
            fc00::1 private | fd00:ec2::254 private | fdff::1 private | fe80::1 link-local | febf::1 link-local
            fec0::1 reserved | ff02::1 multicast | 5f00::1 reserved | 4000::1 reserved";
        for row in table.split(['\n', '|']).map(str::trim).filter(|row| !row.is_empty()) {
            for entry in row.split(" | ") {
                let (address, word) = entry.split_once(' ').unwrap();
                let what = not_public(address.parse().unwrap());
                assert!(what.is_some_and(|what| what.contains(word)), "{address}: {what:?}");
            }
        }
    }

    #[test]
    fn public_addresses_are_let_through() {
        let table = "1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.1.1.1 128.0.0.1 169.253.1.1
            172.15.1.1 172.32.0.1 192.0.1.1 192.167.1.1 192.169.0.1 198.17.1.1 198.20.0.1 223.255.255.255
            2606:4700::1111 2a00:1450:4001::200e 2001:200::1 2001:4860:4860::8888 64:ff9b::808:808 ::ffff:8.8.8.8
            2002:808:808::1 3fff:1000::1 2400::1";
        for address in table.split_whitespace() {
            assert_eq!(not_public(address.parse().unwrap()), None, "{address}");
        }
    }

    #[track_caller]
    fn check(url: &str, expect: Expect) {
        let answer = match Guard::default().check_url(&Url::parse(url).unwrap()) {
            Ok(()) => "let through".to_owned(),
            Err(refusal) => refusal.to_string(),
        };
        expect.assert_eq(&answer);
    }

    #[test]
    fn what_can_be_seen_in_an_address_is_checked() {
        check("https://example.org/a?b#c", expect!["let through"]);
        check("http://8.8.8.8:443/", expect!["let through"]);
        check(
            "ftp://example.org/",
            expect![[
                r#""ftp://example.org/" is not an address that is read; give one that begins with http:// or https://"#
            ]],
        );
        check(
            "file:///etc/passwd",
            expect![[
                r#""file:///etc/passwd" is not an address that is read; give one that begins with http:// or https://"#
            ]],
        );
        check(
            "https://me:secret@example.org/",
            expect![[
                r#""https://example.org/" holds a user name or password; give the address without them"#
            ]],
        );
        check(
            "https://example.org:8443/",
            expect![[r#""https://example.org:8443/" has port 8443; only ports 80 and 443 are asked"#]],
        );
        check(
            "http://169.254.169.254/latest/meta-data/",
            expect![[
                r#""169.254.169.254" is at 169.254.169.254, a cloud's metadata service; only public addresses are asked"#
            ]],
        );
    }

    #[test]
    fn other_ways_of_writing_a_number_are_seen_through() {
        for url in [
            "http://2130706433/",
            "http://0x7f.1/",
            "http://0177.0.0.1/",
            "http://127.1/",
            "http://[::1]/",
            "http://[::ffff:7f00:1]/",
            "http://①②⑦.⓪.⓪.①/",
            "http://0/",
        ] {
            assert!(Guard::default().check_url(&Url::parse(url).unwrap()).is_err(), "{url}");
        }
    }

    #[test]
    fn the_switch_for_tests_lets_only_the_machine_itself_through() {
        let guard = Guard::allowing_loopback_for_tests();
        assert!(guard.check_url(&Url::parse("http://127.0.0.1:8080/").unwrap()).is_ok());
        for url in ["http://10.0.0.1/", "http://169.254.169.254/", "http://[::1]/", "http://127.0.0.2/"] {
            assert!(guard.check_url(&Url::parse(url).unwrap()).is_err(), "{url}");
        }
    }
}

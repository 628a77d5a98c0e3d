//! Reads one page from an http or https address.

mod resolve;

use crate::fetch::resolve::{GuardedResolver, Refused};
use crate::guard::{Guard, Refusal};
use std::io::Read;
use std::time::{Duration, Instant};
use thiserror::Error;
use ureq::http::{Response, StatusCode, header};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body};
use url::Url;

/// What the program says of itself to servers.
pub(crate) const USER_AGENT: &str =
    concat!("entente/", env!("CARGO_PKG_VERSION"), " (+", env!("CARGO_PKG_REPOSITORY"), ")");

/// The kinds of pages that are read.
const ACCEPT: &str = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1";

/// The bounds of reading an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchPolicy {
    /// How long it may take in all, from the resolving of the name to the last byte, redirects included.
    pub timeout: Duration,
    /// How many bytes are read at most, counted after decompression.
    pub max_bytes: u64,
    /// How many redirects are followed.
    pub max_redirects: u32,
    /// Which addresses may be asked.
    pub guard: Guard,
}

impl Default for FetchPolicy {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(10),
            max_bytes: 16 * 1024 * 1024,
            max_redirects: 5,
            guard: Guard::default(),
        }
    }
}

impl FetchPolicy {
    /// Returns a policy that also lets 127.0.0.1 be asked, so that a test can serve pages to itself.
    ///
    /// No setting of a program reaches this.
    #[must_use]
    pub fn allowing_loopback_for_tests() -> Self {
        Self { guard: Guard::allowing_loopback_for_tests(), ..Self::default() }
    }
}

/// What was read from an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetched {
    /// The address after all redirects.
    pub final_url: Url,
    /// The content type that the server gave.
    pub content_type: Option<String>,
    /// The bytes, decompressed.
    pub bytes: Vec<u8>,
}

/// Why an address was not read.
#[derive(Debug, Error)]
pub enum FetchError {
    /// It, or an address that it leads to, must not be asked.
    #[error("cannot read {url}")]
    Refused {
        /// The address that was given.
        url: String,
        /// Why.
        #[source]
        source: Refusal,
    },
    /// The server answered, but not with the page.
    #[error("{url} answered {status}; expected 200")]
    Status {
        /// The address that answered.
        url: String,
        /// The status.
        status: u16,
    },
    /// A redirect leads nowhere.
    #[error("{url} redirects to \"{location}\", which is no address")]
    BadRedirect {
        /// The address that answered.
        url: String,
        /// What it said.
        location: String,
    },
    /// One redirect followed another.
    #[error("{url} redirects more than {max} times")]
    TooManyRedirects {
        /// The address that was given.
        url: String,
        /// How many are followed.
        max: u32,
    },
    /// The page is too long.
    #[error("{url} is longer than {} MB, the most that is read from an address", max / (1024 * 1024))]
    TooLarge {
        /// The address that answered.
        url: String,
        /// How many bytes are read.
        max: u64,
    },
    /// It took too long.
    #[error("{url} did not answer in full within {} s", timeout.as_secs())]
    Timeout {
        /// The address that was given.
        url: String,
        /// How long was waited.
        timeout: Duration,
    },
    /// There was no connection, or it broke.
    #[error("cannot read {url}")]
    Connection {
        /// The address that was asked.
        url: String,
        /// Why.
        #[source]
        source: ConnectionError,
    },
}

/// How a connection failed.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct ConnectionError(Box<ureq::Error>);

/// Reads pages from addresses within the bounds of a policy.
#[derive(Debug)]
pub struct Fetcher {
    policy: FetchPolicy,
    agent: Agent,
}

impl Fetcher {
    /// Makes a fetcher. Nothing is asked yet.
    #[must_use]
    pub fn new(policy: FetchPolicy) -> Self {
        let config = Agent::config_builder()
            // Redirects are followed here, so that each address is checked.
            .max_redirects(0)
            .http_status_as_error(false)
            // A proxy would resolve the name again, where nobody checks what it finds.
            .proxy(None)
            .user_agent(USER_AGENT)
            .accept(ACCEPT)
            .max_idle_connections(0)
            .build();
        let resolver = GuardedResolver::new(policy.guard.clone());
        Self { agent: Agent::with_parts(config, DefaultConnector::default(), resolver), policy }
    }

    /// Reads the page at an address.
    ///
    /// # Errors
    /// When the address or one it redirects to is refused, the server does not answer with the page, or the page
    /// is too long or too slow.
    pub fn fetch(&self, url: &Url) -> Result<Fetched, FetchError> {
        let start = Instant::now();
        let mut current = url.clone();
        current.set_fragment(None);
        for _ in 0..=self.policy.max_redirects {
            self.policy
                .guard
                .check_url(&current)
                .map_err(|source| FetchError::Refused { url: url.to_string(), source })?;
            let left = self.policy.timeout.saturating_sub(start.elapsed());
            if left.is_zero() {
                return Err(self.timeout(url));
            }
            let response = self.ask(url, &current, left)?;
            match next_address(&current, &response)? {
                Some(next) => current = next,
                None => return self.take(url, current, response),
            }
        }
        Err(FetchError::TooManyRedirects { url: url.to_string(), max: self.policy.max_redirects })
    }

    fn ask(&self, given: &Url, current: &Url, left: Duration) -> Result<Response<Body>, FetchError> {
        let request = self.agent.get(current.as_str()).config().timeout_global(Some(left)).build();
        request.call().map_err(|error| self.error(given, current, error))
    }

    fn take(&self, given: &Url, final_url: Url, response: Response<Body>) -> Result<Fetched, FetchError> {
        if response.status() != StatusCode::OK {
            return Err(FetchError::Status {
                url: final_url.to_string(),
                status: response.status().as_u16(),
            });
        }
        let content_type = response
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned);
        let mut bytes = Vec::new();
        let max = self.policy.max_bytes;
        // One byte more shows that there is more; the reader gives decompressed bytes.
        let reader = response.into_body().into_with_config().limit(max.saturating_add(2)).reader();
        if let Err(error) = reader.take(max.saturating_add(1)).read_to_end(&mut bytes) {
            return Err(self.error(given, &final_url, ureq::Error::from(error)));
        }
        if bytes.len() as u64 > max {
            return Err(FetchError::TooLarge { url: final_url.to_string(), max });
        }
        Ok(Fetched { final_url, content_type, bytes })
    }

    fn timeout(&self, url: &Url) -> FetchError {
        FetchError::Timeout { url: url.to_string(), timeout: self.policy.timeout }
    }

    fn error(&self, given: &Url, current: &Url, error: ureq::Error) -> FetchError {
        match error {
            ureq::Error::Timeout(_) => self.timeout(given),
            ureq::Error::Other(other) => match other.downcast::<Refused>() {
                Ok(refused) => FetchError::Refused { url: given.to_string(), source: refused.0 },
                Err(other) => self.connection(current, ureq::Error::Other(other)),
            },
            error => self.connection(current, error),
        }
    }

    fn connection(&self, url: &Url, error: ureq::Error) -> FetchError {
        FetchError::Connection { url: url.to_string(), source: ConnectionError(Box::new(error)) }
    }
}

/// Returns the address that an answer redirects to.
fn next_address(current: &Url, response: &Response<Body>) -> Result<Option<Url>, FetchError> {
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let Some(location) = response.headers().get(header::LOCATION) else { return Ok(None) };
    let location = String::from_utf8_lossy(location.as_bytes());
    match current.join(&location) {
        Ok(mut next) => {
            next.set_fragment(None);
            Ok(Some(next))
        }
        Err(_) => Err(FetchError::BadRedirect {
            url: current.to_string(),
            location: location.chars().take(200).collect(),
        }),
    }
}

#[cfg(test)]
mod tests;

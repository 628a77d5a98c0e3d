//! Asking the statistics services: one address after the other, patiently.
//!
//! An answer that is refused for haste (429) or fails on the server's side (5xx, a connection that breaks) is asked for
//! again, after the time that the server names in `Retry-After`, else after a wait that doubles. Anything else is final.

mod plans;

pub use plans::{Asked, Bases, Service, world_bank_page};

use std::io::Read;
use std::time::Duration;
use thiserror::Error;
use ureq::http::{Response, header};
use ureq::{Agent, Body};

/// How patient an asker is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patience {
    /// How long one answer may take.
    pub timeout: Duration,
    /// How many bytes an answer has at most, decompressed.
    pub max_bytes: u64,
    /// How often one address is asked.
    pub attempts: u32,
    /// The first wait; each further one is twice as long.
    pub first_wait: Duration,
    /// The longest wait, whatever a server asks for.
    pub longest_wait: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(120),
            max_bytes: 512 * 1024 * 1024,
            attempts: 6,
            first_wait: Duration::from_secs(2),
            longest_wait: Duration::from_secs(120),
        }
    }
}

/// Why a service gave no answer.
#[derive(Debug, Error)]
pub enum ApiError {
    /// It cannot be reached, or broke off.
    #[error(
        "{url} was asked {attempts} times and gave no whole answer; try again later, what was loaded stays"
    )]
    Connection {
        /// The address, without its key.
        url: String,
        /// How often.
        attempts: u32,
        /// The last failure.
        #[source]
        source: Box<ureq::Error>,
    },
    /// It answers, but not with figures.
    #[error("{url} answered {status} {attempts} times; try again later, what was loaded stays")]
    Status {
        /// The address, without its key.
        url: String,
        /// The last status.
        status: u16,
        /// How often.
        attempts: u32,
    },
    /// The answer is too long.
    #[error("{url} answered with more than {} MB; ask for fewer periods or reporters", max / (1024 * 1024))]
    TooLarge {
        /// The address, without its key.
        url: String,
        /// How many bytes are read.
        max: u64,
    },
}

/// Asks services.
#[derive(Debug)]
pub struct Asker {
    patience: Patience,
    agent: Agent,
}

/// What one try gave.
enum Try {
    /// The answer's bytes.
    Answer(Vec<u8>),
    /// To be tried again, after a time where the server named one.
    Again(ApiError, Option<Duration>),
    /// Final.
    Failed(ApiError),
}

impl Asker {
    /// Makes an asker. Nothing is asked yet.
    #[must_use]
    pub fn new(patience: Patience) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(5)
            .timeout_global(Some(patience.timeout))
            .user_agent(crate::fetch::USER_AGENT)
            .build();
        Self { patience, agent: Agent::new_with_config(config) }
    }

    /// Asks one address until it answers; `waiting` is told before each wait.
    ///
    /// Statuses that carry a message of the service (400, 401, 403, 404) give their bytes, for the reader of the service's
    /// format knows its words.
    ///
    /// # Errors
    /// When the service gives no answer in as many tries as the patience allows.
    pub fn ask(
        &self,
        asked: &Asked,
        waiting: &mut dyn FnMut(Duration, &ApiError),
    ) -> Result<Vec<u8>, ApiError> {
        let mut wait = self.patience.first_wait;
        let mut attempt = 1;
        loop {
            match self.attempt(asked, attempt) {
                Try::Answer(bytes) => return Ok(bytes),
                Try::Failed(error) => return Err(error),
                Try::Again(error, _) if attempt >= self.patience.attempts => return Err(error),
                Try::Again(error, named) => {
                    let pause = named.unwrap_or(wait).min(self.patience.longest_wait);
                    waiting(pause, &error);
                    std::thread::sleep(pause);
                    (wait, attempt) = (wait * 2, attempt + 1);
                }
            }
        }
    }

    fn attempt(&self, asked: &Asked, attempts: u32) -> Try {
        let url = asked.url.to_string();
        let mut request = self.agent.get(asked.url.as_str()).header(header::ACCEPT, asked.accept);
        if let Some((name, secret)) = &asked.key {
            request = request.header(*name, secret.as_str());
        }
        let connection =
            |source| ApiError::Connection { url: url.clone(), attempts, source: Box::new(source) };
        let response = match request.call() {
            Ok(response) => response,
            Err(error) => return Try::Again(connection(error), None),
        };
        let status = response.status().as_u16();
        match status {
            200 | 400 | 401 | 403 | 404 => match self.take(response) {
                Ok(Some(bytes)) => Try::Answer(bytes),
                Ok(None) => Try::Failed(ApiError::TooLarge { url, max: self.patience.max_bytes }),
                Err(error) => Try::Again(connection(error), None),
            },
            429 | 500..=599 => {
                let named = retry_after(&response);
                Try::Again(ApiError::Status { url, status, attempts }, named)
            }
            _ => Try::Failed(ApiError::Status { url, status, attempts }),
        }
    }

    /// Reads an answer; none where it is too long.
    fn take(&self, response: Response<Body>) -> Result<Option<Vec<u8>>, ureq::Error> {
        let max = self.patience.max_bytes;
        let told: Option<u64> =
            header_of(&response, header::CONTENT_LENGTH).and_then(|text| text.parse().ok());
        let packed = response.headers().contains_key(header::CONTENT_ENCODING);
        let mut bytes = Vec::new();
        let reader = response.into_body().into_with_config().limit(max.saturating_add(2)).reader();
        reader.take(max.saturating_add(1)).read_to_end(&mut bytes).map_err(ureq::Error::from)?;
        let length = bytes.len() as u64;
        if !packed && told.is_some_and(|told| told != length && length <= max) {
            return Err(ureq::Error::from(std::io::Error::from(std::io::ErrorKind::UnexpectedEof)));
        }
        Ok((length <= max).then_some(bytes))
    }
}

fn header_of(response: &Response<Body>, name: header::HeaderName) -> Option<&str> {
    response.headers().get(name).and_then(|value| value.to_str().ok())
}

/// Reads `Retry-After` where it is a number of seconds; a date would need a clock, which is not here.
fn retry_after(response: &Response<Body>) -> Option<Duration> {
    let seconds: u64 = header_of(response, header::RETRY_AFTER)?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}

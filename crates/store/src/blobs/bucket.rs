//! Blobs in a bucket of an object store that speaks S3: Amazon's, and those of others (MinIO, Ceph, Garage, R2, Google's).
//!
//! The addresses are signed by `rusty-s3` and asked for with `ureq`: four requests, which need no client of their own.

use crate::error::StoreError;
use rusty_s3::{Bucket as Signer, Credentials, S3Action, UrlStyle};
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;
use ureq::http::{Response, StatusCode};
use ureq::{Agent, Body};

/// What the address of a bucket begins with.
pub(crate) const SCHEME: &str = "s3://";
/// How long a signed address is good for.
const GOOD_FOR: Duration = Duration::from_secs(300);
/// How long one request may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// So often is a request sent that finds the store busy or out of reach.
const TRIES: u32 = 4;
/// How long to wait before the second time; it doubles each time.
const WAIT: Duration = Duration::from_millis(200);
/// What is read of an answer that tells an error.
const TOLD: u64 = 4096;

/// A bucket and what the names of our objects in it begin with: `s3://BUCKET/PREFIX`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BucketName {
    bucket: String,
    /// Without slashes around it; empty for none.
    prefix: String,
}

impl BucketName {
    /// Reads the address of a bucket; none where it is none.
    pub(crate) fn parse(address: &str) -> Option<Self> {
        let rest = address.strip_prefix(SCHEME)?;
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let prefix = prefix.trim_matches('/');
        let in_name = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.';
        let in_prefix = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
        let is_part =
            |part: &str| !part.is_empty() && part != "." && part != ".." && part.bytes().all(in_prefix);
        // The names that Amazon allows; others allow no more.
        let is_bucket = (3..=63).contains(&bucket.len()) && bucket.bytes().all(in_name);
        let is_prefix = prefix.len() <= 500 && (prefix.is_empty() || prefix.split('/').all(is_part));
        (is_bucket && is_prefix).then(|| Self { bucket: bucket.to_owned(), prefix: prefix.to_owned() })
    }

    /// Returns the key of an object.
    fn key(&self, name: &str) -> String {
        if self.prefix.is_empty() { name.to_owned() } else { format!("{}/{name}", self.prefix) }
    }
}

impl fmt::Display for BucketName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let slash = if self.prefix.is_empty() { "" } else { "/" };
        write!(f, "{SCHEME}{}{slash}{}", self.bucket, self.prefix)
    }
}

/// How a bucket is reached.
pub(crate) struct Access {
    /// Where the store is; Amazon's of the region where it is not said.
    pub(crate) endpoint: Option<String>,
    pub(crate) region: String,
    pub(crate) key: String,
    pub(crate) secret: String,
    /// With a key that is good for a time only.
    pub(crate) token: Option<String>,
}

impl Access {
    /// Reads it from the variables that the programs of such stores read; none without a key.
    #[expect(
        clippy::disallowed_methods,
        reason = "a secret has no place in an address; sqlx reads its own so too"
    )]
    pub(crate) fn from_env() -> Option<Self> {
        let first = |names: &[&str]| {
            names.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        };
        Some(Self {
            endpoint: first(&["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"]),
            region: first(&["AWS_REGION", "AWS_DEFAULT_REGION"]).unwrap_or_else(|| "us-east-1".to_owned()),
            key: first(&["AWS_ACCESS_KEY_ID"])?,
            secret: first(&["AWS_SECRET_ACCESS_KEY"])?,
            token: first(&["AWS_SESSION_TOKEN"]),
        })
    }
}

/// A bucket that can be asked.
pub(super) struct Bucket {
    name: BucketName,
    signer: Signer,
    credentials: Credentials,
    agent: Agent,
}

impl fmt::Debug for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bucket({})", self.name)
    }
}

impl Bucket {
    pub(super) fn new(name: &BucketName, access: Access) -> Result<Self, StoreError> {
        let endpoint =
            access.endpoint.unwrap_or_else(|| format!("https://s3.{}.amazonaws.com", access.region));
        let wrong = || StoreError::Endpoint { given: crate::address::without_password(&endpoint) };
        let url = endpoint.parse().map_err(|_| wrong())?;
        // Under the path of the store: not every one has a name for each of its buckets.
        let signer =
            Signer::new(url, UrlStyle::Path, name.bucket.clone(), access.region).map_err(|_| wrong())?;
        let credentials = match access.token {
            Some(token) => Credentials::new_with_token(access.key, access.secret, token),
            None => Credentials::new(access.key, access.secret),
        };
        let config = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .max_redirects(0)
            .build();
        Ok(Self { name: name.clone(), signer, credentials, agent: config.into() })
    }

    /// Returns the address of an object, to be shown.
    pub(super) fn shown(&self, name: &str) -> PathBuf {
        PathBuf::from(format!("{}/{name}", self.name))
    }

    pub(super) fn has(&self, name: &str) -> Result<bool, StoreError> {
        let key = self.name.key(name);
        let found = self.ask("look for", name, || {
            let action = self.signer.head_object(Some(&self.credentials), &key);
            self.agent.head(action.sign(GOOD_FOR).as_str()).call()
        })?;
        Ok(found.is_some())
    }

    pub(super) fn put(&self, name: &str, packed: &[u8]) -> Result<(), StoreError> {
        let key = self.name.key(name);
        let written = self.ask("write", name, || {
            let action = self.signer.put_object(Some(&self.credentials), &key);
            self.agent.put(action.sign(GOOD_FOR).as_str()).send(packed)
        })?;
        written.map(drop).ok_or_else(|| self.failed("write", name, "there is no such bucket".to_owned()))
    }

    /// Reads an object of at most so many bytes; none where there is none.
    pub(super) fn get(&self, name: &str, most: u64) -> Result<Option<Vec<u8>>, StoreError> {
        let key = self.name.key(name);
        let found = self.ask("read", name, || {
            let action = self.signer.get_object(Some(&self.credentials), &key);
            self.agent.get(action.sign(GOOD_FOR).as_str()).call()
        })?;
        let Some(mut response) = found else { return Ok(None) };
        let bytes = response.body_mut().with_config().limit(most).read_to_vec();
        bytes.map(Some).map_err(|error| self.failed("read", name, error.to_string()))
    }

    /// Sends a request, again where the store is busy or out of reach. None says that there is no such object.
    fn ask(
        &self,
        what: &'static str,
        name: &str,
        send: impl Fn() -> Result<Response<Body>, ureq::Error>,
    ) -> Result<Option<Response<Body>>, StoreError> {
        let mut wait = WAIT;
        for last in (0..TRIES).map(|attempt| attempt + 1 == TRIES) {
            match send() {
                Ok(response) if response.status().is_success() => return Ok(Some(response)),
                Ok(mut response) => {
                    let status = response.status();
                    let told = response.body_mut().with_config().limit(TOLD).read_to_string();
                    let told = told.unwrap_or_default();
                    if status == StatusCode::NOT_FOUND && !told.contains("<Code>NoSuchBucket</Code>") {
                        return Ok(None);
                    }
                    let again = status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS;
                    if last || !again {
                        return Err(self.failed(what, name, answered(status, &told)));
                    }
                }
                Err(error) if last => return Err(self.failed(what, name, error.to_string())),
                Err(_) => {}
            }
            thread::sleep(wait);
            wait *= 2;
        }
        Err(self.failed(what, name, "the store does not answer".to_owned()))
    }

    fn failed(&self, what: &'static str, name: &str, why: String) -> StoreError {
        StoreError::of_blob(what, self.shown(name), io::Error::other(why))
    }
}

/// Tells what a store answered: the status, and the code that it gives in its own words.
fn answered(status: StatusCode, told: &str) -> String {
    let code = told.split_once("<Code>").and_then(|(_, rest)| rest.split_once("</Code>"));
    let code = code.map(|(code, _)| code).filter(|code| code.bytes().all(|b| b.is_ascii_alphanumeric()));
    match code {
        Some(code) => format!("the store answers {status} ({code})"),
        None => format!("the store answers {status}"),
    }
}

#[cfg(test)]
mod tests;

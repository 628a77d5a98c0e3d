//! An answer: bytes that stay the same until the registry changes, given again as often as they are asked for.

use crate::problem::Problem;
use axum::body::{Body, Bytes};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use entente_model::SnapshotHash;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Serialize;
use std::io::Write;
use std::sync::{Arc, OnceLock};

/// What an answer without a page or a document is written as.
pub const JSON: &str = "application/json";

/// Less than this is not worth compressing: it fits one packet anyway.
const WORTH_COMPRESSING: usize = 1024;

/// An answer. Clones share its bytes.
#[derive(Debug, Clone)]
pub struct Answer {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    content_type: &'static str,
    body: Bytes,
    etag: HeaderValue,
    /// The body compressed, from the first time that somebody takes it so; none where that makes it no smaller.
    gzip: OnceLock<Option<Bytes>>,
}

impl Answer {
    /// Makes an answer of bytes.
    #[must_use]
    pub fn new(content_type: &'static str, body: impl Into<Bytes>) -> Self {
        let body = body.into();
        let hash = SnapshotHash::of(&body);
        // Weak, for it is the same whether the body is compressed or not.
        let etag = format!("W/\"{}\"", &hash.as_str()[..32]);
        let etag = HeaderValue::try_from(etag).unwrap_or(HeaderValue::from_static("W/\"\""));
        Self { inner: Arc::new(Inner { content_type, body, etag, gzip: OnceLock::new() }) }
    }

    /// Makes an answer of a value of the wire: JSON on one line.
    ///
    /// # Errors
    /// When it has no JSON form.
    pub fn json(value: &impl Serialize) -> Result<Self, Problem> {
        Ok(Self::new(JSON, json(value)?))
    }

    /// Makes an answer of a page.
    #[must_use]
    pub fn html(page: String) -> Self {
        Self::new("text/html; charset=utf-8", page)
    }

    /// Returns the body.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.inner.body
    }

    /// Returns how many bytes it takes to keep, also once it has been compressed.
    #[must_use]
    pub fn weight(&self) -> u64 {
        const AROUND: u64 = 256;
        let body = self.inner.body.len() as u64;
        body + body / 4 + AROUND
    }

    /// Answers a request with it: 304 where the client has it already, compressed where the client takes that.
    #[must_use]
    pub fn respond(&self, request: &HeaderMap) -> Response {
        let inner = &*self.inner;
        let mut response = Response::new(Body::empty());
        let headers = response.headers_mut();
        headers.insert(ETAG, inner.etag.clone());
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
        if is_known(request, &inner.etag) {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(inner.content_type));
        let gzip = if takes_gzip(request) { self.gzip() } else { None };
        if gzip.is_some() {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        *response.body_mut() = Body::from(gzip.unwrap_or_else(|| inner.body.clone()));
        response
    }

    fn gzip(&self) -> Option<Bytes> {
        let body = &self.inner.body;
        if body.len() < WORTH_COMPRESSING {
            return None;
        }
        let packed = self.inner.gzip.get_or_init(|| {
            let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 4), Compression::default());
            encoder.write_all(body).ok()?;
            encoder.finish().ok().filter(|packed| packed.len() < body.len()).map(Bytes::from)
        });
        packed.clone()
    }
}

/// Writes a value of the wire as JSON on one line.
///
/// # Errors
/// When it has no JSON form.
pub fn json(value: &impl Serialize) -> Result<Vec<u8>, Problem> {
    let mut body = serde_json::to_vec(value).map_err(|error| {
        tracing::error!(%error, "an answer has no JSON form");
        Problem::internal()
    })?;
    body.push(b'\n');
    Ok(body)
}

/// Says whether a client has what an entity tag stands for (RFC 9110, 13.1.2: compared weakly).
fn is_known(request: &HeaderMap, etag: &HeaderValue) -> bool {
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let Ok(own) = etag.to_str().map(opaque) else { return false };
    let given = request.get_all(IF_NONE_MATCH).into_iter().filter_map(|value| value.to_str().ok());
    given.flat_map(|value| value.split(',')).any(|tag| tag.trim() == "*" || opaque(tag) == own)
}

fn takes_gzip(request: &HeaderMap) -> bool {
    let given = request.get_all(ACCEPT_ENCODING).into_iter().filter_map(|value| value.to_str().ok());
    given.flat_map(|value| value.split(',')).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, "q=1"));
        let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse() == Ok(0.0_f32));
        (name.trim().eq_ignore_ascii_case("gzip") || name.trim() == "*") && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: axum::http::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn gzip_is_for_those_who_take_it() {
        for (value, expect) in [
            ("gzip", true),
            ("br, GZIP;q=0.5", true),
            ("*", true),
            ("gzip;q=0", false),
            ("gzip; q=0.000", false),
            ("br", false),
            ("", false),
        ] {
            assert_eq!(takes_gzip(&headers(ACCEPT_ENCODING, value)), expect, "{value}");
        }
    }

    #[test]
    fn a_known_answer_is_not_sent_again() {
        let answer = Answer::html("x".repeat(5000));
        let etag = answer.respond(&HeaderMap::new()).headers()[ETAG].to_str().unwrap().to_owned();
        assert!(etag.starts_with("W/\"") && etag.len() == 36, "{etag}");
        for (value, expect) in [
            (format!("\"zzz\", {etag}"), 304),
            (etag.trim_start_matches("W/").to_owned(), 304),
            ("*".to_owned(), 304),
            ("\"zzz\"".to_owned(), 200),
        ] {
            let request = HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::try_from(&value).unwrap())]);
            assert_eq!(answer.respond(&request).status().as_u16(), expect, "{value}");
        }
        let packed = answer.respond(&headers(ACCEPT_ENCODING, "gzip"));
        assert_eq!(packed.headers()[CONTENT_ENCODING], "gzip");
        assert_eq!(packed.headers()[ETAG], *etag);
    }
}

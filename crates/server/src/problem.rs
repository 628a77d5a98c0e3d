//! Errors as RFC 9457 has them: `application/problem+json`.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use entente_observatory::registry::Refusal;
use entente_observatory::{RegistryError, StoreError};
use serde::Serialize;
use std::time::Duration;

/// What went wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// What kind of problem it is; `about:blank` where the status says all.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The status in words.
    title: &'static str,
    #[serde(serialize_with = "code")]
    status: StatusCode,
    /// What was given, what was expected, what to do.
    detail: String,
    /// The parameter or field at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    /// Of a conflict, the two versions.
    #[serde(flatten)]
    versions: Option<Box<Versions>>,
    /// How many seconds to wait before asking again.
    #[serde(skip)]
    retry: Option<u32>,
    /// The message that tells it on a page, where the status does not say it.
    #[serde(skip)]
    on_pages: Option<&'static str>,
}

/// The versions that stand against each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Versions {
    /// The one that was looked at.
    given: u64,
    /// The one that it has.
    found: u64,
}

fn code<S: serde::Serializer>(status: &StatusCode, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u16(status.as_u16())
}

impl Problem {
    /// Makes a problem of a status.
    #[must_use]
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        let title = status.canonical_reason().unwrap_or("Error");
        Self {
            kind: "about:blank",
            title,
            status,
            detail: detail.into(),
            field: None,
            versions: None,
            retry: None,
            on_pages: None,
        }
    }

    /// A parameter or field is wrong.
    #[must_use]
    pub fn field(field: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { field: Some(field.into()), ..Self::new(StatusCode::BAD_REQUEST, detail) }
    }

    /// What was named is not on file.
    #[must_use]
    pub fn not_found(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, detail)
    }

    /// The registry is still being opened.
    #[must_use]
    pub fn starting() -> Self {
        let detail = "the registry is being opened; try again in a moment";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, detail)
            .after(Duration::from_secs(1))
            .told("fault-starting")
    }

    /// The client has asked more than it may.
    #[must_use]
    pub fn too_many(wait: Duration) -> Self {
        let detail = "you have asked more than one client may at once; wait as Retry-After says";
        Self::new(StatusCode::TOO_MANY_REQUESTS, detail).after(wait).told("fault-too-many")
    }

    /// As many requests are being answered as can be.
    #[must_use]
    pub fn busy(wait: Duration) -> Self {
        let detail = "the server is answering as many requests as it can; try again in a moment";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, detail).after(wait).told("fault-busy")
    }

    /// The request did not arrive or could not be answered in time.
    #[must_use]
    pub fn too_slow(limit: Duration) -> Self {
        let detail =
            format!("the request took longer than {} s; send it faster or ask for less", limit.as_secs());
        Self::new(StatusCode::REQUEST_TIMEOUT, detail).told("fault-too-slow")
    }

    /// Something failed that the client can do nothing about; the log says what.
    #[must_use]
    pub fn internal() -> Self {
        let detail = "something failed inside; the server's log says what, under this X-Request-Id";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, detail)
    }

    /// It is not said, or not well, who asks.
    #[must_use]
    pub fn unauthorised(detail: &str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, detail)
    }

    /// A page of another site asks for something to be changed.
    #[must_use]
    pub fn foreign() -> Self {
        let detail =
            "a page of another site cannot change anything here; ask from this site, or from no page";
        Self::new(StatusCode::FORBIDDEN, detail).told("fault-foreign")
    }

    /// Gives it another status.
    #[must_use]
    pub fn with_status(self, status: StatusCode) -> Self {
        Self { status, title: status.canonical_reason().unwrap_or("Error"), ..self }
    }

    /// Says how long to wait before asking again.
    fn after(mut self, wait: Duration) -> Self {
        let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
        self.retry = Some(u32::try_from(seconds).unwrap_or(u32::MAX));
        self
    }

    /// Names the message that tells it on a page.
    fn told(self, key: &'static str) -> Self {
        Self { on_pages: Some(key), ..self }
    }

    /// Returns the message that tells it on a page, where the status does not say it.
    pub(crate) const fn on_pages(&self) -> Option<&'static str> {
        self.on_pages
    }

    /// Returns how many seconds to wait before asking again.
    pub(crate) fn retry(&self) -> Option<u64> {
        self.retry.map(|seconds| u64::from(seconds.max(1)))
    }

    /// Returns the status.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns what was given, what was expected, what to do.
    #[must_use]
    pub fn detail(&self) -> &str {
        &self.detail
    }
}

impl From<RegistryError> for Problem {
    fn from(error: RegistryError) -> Self {
        match error {
            RegistryError::Refused(refusal) => refusal.into(),
            RegistryError::Store(StoreError::Conflict { given, found, .. }) => Self {
                versions: Some(Box::new(Versions { given, found })),
                ..Self::new(StatusCode::CONFLICT, error.to_string())
            },
            error => {
                // What failed inside is for the log: it may name files and hosts.
                tracing::error!(error = &error as &dyn std::error::Error, "the registry cannot be read");
                Self::internal()
            }
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let detail = refusal.to_string();
        match refusal {
            Refusal::Field(error) => Self::field(error.field, detail),
            Refusal::Missing(field) => Self::field(field, detail),
            Refusal::Absent(_) => Self::not_found(detail),
            Refusal::Exists(_) | Refusal::Same(_) => Self::new(StatusCode::CONFLICT, detail),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = serde_json::to_string(&self).unwrap_or_default();
        let headers =
            [(header::CONTENT_TYPE, "application/problem+json"), (header::CACHE_CONTROL, "no-store")];
        let mut response = (self.status, headers, body + "\n").into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(seconds) = self.retry() {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

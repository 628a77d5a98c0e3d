//! Errors as pages: what, where, what is accepted.

use crate::app::App;
use crate::pages::frame::Frame;
use crate::pages::kept;
use crate::pages::session::is_signed_in;
use crate::pages::visit::{Visit, how_fresh};
use crate::pages::words::text;
use crate::problem::Problem;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use entente_model::{Arg, FieldError, Message};
use entente_observatory::registry::Refusal;
use entente_observatory::{RegistryError, StoreError};
use maud::html;

/// Why a page cannot be shown, in words of the message files.
#[derive(Debug, Clone)]
pub struct Fault {
    status: StatusCode,
    /// What is wrong, and what is accepted.
    message: Message,
    /// The parameter or field at fault.
    field: Option<String>,
    /// What other parts of the server say of it, which is English.
    detail: Option<String>,
    /// How many seconds to wait before asking again.
    retry: Option<u64>,
}

impl Fault {
    /// Makes a fault of a status, told by a message of the pages.
    #[must_use]
    pub const fn new(status: StatusCode, message: Message) -> Self {
        Self { status, message, field: None, detail: None, retry: None }
    }

    /// What was named is not on file.
    #[must_use]
    pub const fn not_found(key: &'static str) -> Self {
        Self::new(StatusCode::NOT_FOUND, Message::new(key))
    }

    /// A parameter of the address or a field of a form is wrong.
    #[must_use]
    pub fn field<const N: usize>(
        field: impl Into<String>,
        key: &'static str,
        args: [(&'static str, Arg); N],
    ) -> Self {
        let message =
            args.into_iter().fold(Message::new(key), |message, (name, arg)| message.with(name, arg));
        Self { field: Some(field.into()), ..Self::new(StatusCode::BAD_REQUEST, message) }
    }

    /// Returns the status.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns what is wrong, and what is accepted.
    #[must_use]
    pub const fn message(&self) -> &Message {
        &self.message
    }

    /// Writes the page that tells it.
    pub(crate) fn page(&self, visit: &Visit) -> Response {
        let words = visit.words;
        let title = words.text(match self.status {
            StatusCode::BAD_REQUEST => "fault-title-bad-request",
            StatusCode::NOT_FOUND => "fault-title-not-found",
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => "fault-title-not-yours",
            StatusCode::CONFLICT => "fault-title-conflict",
            StatusCode::METHOD_NOT_ALLOWED => "fault-title-method",
            StatusCode::SERVICE_UNAVAILABLE => "fault-title-unavailable",
            StatusCode::TOO_MANY_REQUESTS => "fault-title-too-many",
            StatusCode::REQUEST_TIMEOUT => "fault-title-too-slow",
            _ => "fault-title-inside",
        });
        let where_ = match &self.field {
            Some(field) => {
                words.with("fault-where-field", [("field", text(field)), ("path", text(visit.path()))])
            }
            None => words.with("fault-where", [("path", text(visit.path()))]),
        };
        let body = html! {
            header class="head" { h1 { (title) } p class="lead" { (words.say(&self.message)) } }
            @if let Some(detail) = &self.detail { p class="note" lang="en" { (detail) } }
            p class="soft" { (where_) " " (words.with("fault-status", [("status", text(self.status.as_str()))])) }
            p class="acts" {
                @if self.status == StatusCode::UNAUTHORIZED {
                    a href=(visit.link_with("/sign-in", &[("back", visit.path())])) { (words.text("sign-in-title")) }
                }
                a href=(visit.link("/")) { (words.text("fault-to-start")) }
                a href=(visit.link("/search")) { (words.text("fault-to-search")) }
            }
        };
        let mut response = (self.status, Frame::new(title).unlisted().show(visit, body)).into_response();
        if let Some(seconds) = self.retry {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        if let Some(key) = problem.on_pages() {
            return Self { retry: problem.retry(), ..Self::new(problem.status(), Message::new(key)) };
        }
        let key = match problem.status() {
            StatusCode::NOT_FOUND => "fault-not-on-file",
            status if status.is_client_error() => "fault-request",
            _ => return Self::new(problem.status(), Message::new("fault-inside")),
        };
        let detail = Some(problem.detail().to_owned());
        Self { detail, ..Self::new(problem.status(), Message::new(key)) }
    }
}

impl From<RegistryError> for Fault {
    fn from(error: RegistryError) -> Self {
        let count = |count: u64| Arg::Number(count.into());
        match error {
            RegistryError::Store(StoreError::Conflict { given, found, .. }) => {
                let message =
                    Message::new("fault-conflict").with("given", count(given)).with("found", count(found));
                Self::new(StatusCode::CONFLICT, message)
            }
            RegistryError::Refused(Refusal::Field(FieldError { field, given, expected })) => {
                let detail = Some(format!("expected {expected}"));
                let args = [("given", text(given))];
                Self { detail, ..Self::field(field, "fault-value", args) }
            }
            RegistryError::Refused(Refusal::Missing(field)) => Self::field(field, "fault-missing", []),
            RegistryError::Refused(Refusal::Same(_)) => {
                Self::new(StatusCode::CONFLICT, Message::new("fault-same"))
            }
            RegistryError::Refused(Refusal::Exists(_)) => {
                Self::new(StatusCode::CONFLICT, Message::new("fault-exists"))
            }
            error => Problem::from(error).into(),
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        // The page is made by `told`, which knows the reader.
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Turns what went wrong into a page for the reader, and keeps the language that an address names.
pub async fn told(State(app): State<App>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let mut visit = Visit::lenient(&parts, app.clock().today());
    let chosen = chosen_language(&visit, &parts);
    let is_head = parts.method == Method::HEAD;
    let is_own = is_signed_in(&parts.headers) && !parts.uri.path().starts_with("/assets/");
    let response = kept::answered(&app, &visit, Request::from_parts(parts, body), next).await;
    if !response.status().is_success() {
        visit.freshness = how_fresh(&visit, &app).await;
    }
    let mut response = match response.extensions().get::<Fault>() {
        Some(fault) => fault.page(&visit),
        None if is_bare(&response) && !is_head => {
            Fault::new(response.status(), Message::new("fault-request")).page(&visit)
        }
        None => response,
    };
    if is_own {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if let Some(cookie) = chosen {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Says whether a response is an error of the router itself, in plain text or without one.
fn is_bare(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    let is_error = response.status().is_client_error() || response.status().is_server_error();
    is_error && kind.is_none_or(|kind| kind.starts_with(b"text/plain"))
}

/// Returns the cookie that keeps the language of the address for addresses that name none.
fn chosen_language(visit: &Visit, parts: &axum::http::request::Parts) -> Option<HeaderValue> {
    let lang = visit.words.lang();
    visit.parameter("lang").filter(|code| *code == lang.code())?;
    if super::visit::preferred(&parts.headers) == lang {
        return None;
    }
    HeaderValue::from_str(&format!("lang={lang}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly")).ok()
}

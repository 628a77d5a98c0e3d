//! The edge: what holds for every request, whatever it asks. It is given an id, counted, admitted or turned away, answered
//! in time, and written to the log; its answer is given the headers that keep browsers out of trouble.

use crate::app::App;
use crate::clients::Client;
use crate::metrics::Route;
use crate::pages;
use crate::problem::Problem;
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::header::{
    ACCEPT, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_METHOD,
    CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};
use tokio::sync::OwnedSemaphorePermit;

/// The name of the header that carries a request's id.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// An id that is longer is not taken.
const LONGEST_ID: usize = 64;

/// How long one who was turned away because all are busy should wait.
const BUSY: Duration = Duration::from_secs(1);

/// Where the API begins.
pub(crate) const API: &str = "/api/";

/// Stands for every path that is no route.
static NO_ROUTE: LazyLock<Route> = LazyLock::new(|| Route("none".into()));

/// What is known of a request before it is answered.
struct Facts {
    id: HeaderValue,
    client: Client,
    method: Method,
    path: String,
    route: Route,
    started: Instant,
}

/// Answers a request; `next` is everything inside the edge.
pub(crate) async fn edge(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let facts = Facts::of(&app, &request);
    let _in_flight = app.metrics().enter();
    request.extensions_mut().insert(facts.client);
    let preflight = is_preflight(&request);
    let reader = Reader::of(&request);
    let answered = match admit(&app, &facts) {
        Ok(_permit) if preflight => Ok(StatusCode::NO_CONTENT.into_response()),
        Ok(_permit) => in_time(&app, next.run(request)).await,
        Err(problem) => Err(problem),
    };
    let mut response = answered.unwrap_or_else(|problem| reader.tell(&app, problem));
    dress(&facts, preflight, &mut response);
    note(&app, &facts, response.status());
    response
}

/// Who is told why a request is turned away.
enum Reader {
    /// A person, who is shown a page: what the address and the headers of the request say of them.
    Person(Box<Parts>),
    /// A program.
    Program,
}

impl Reader {
    fn of(request: &Request) -> Self {
        let path = request.uri().path();
        if path.starts_with(API) || is_watched(path) || !takes_pages(request.headers()) {
            return Self::Program;
        }
        let (mut parts, ()) = Request::new(()).into_parts();
        parts.uri.clone_from(request.uri());
        parts.headers.clone_from(request.headers());
        Self::Person(Box::new(parts))
    }

    fn tell(&self, app: &App, problem: Problem) -> Response {
        match self {
            Self::Person(parts) => pages::turned_away(app, parts, problem),
            Self::Program => problem.into_response(),
        }
    }
}

/// Says whether a request takes a page for an answer (RFC 9110, 12.5.1): one that says nothing takes anything.
fn takes_pages(headers: &HeaderMap) -> bool {
    let mut given = headers.get_all(ACCEPT).into_iter().filter_map(|value| value.to_str().ok()).peekable();
    let page = |range: &str| {
        let kind = range.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        ["text/html", "text/*", "*/*", "application/xhtml+xml"].contains(&kind.as_str())
    };
    given.peek().is_none() || given.flat_map(|value| value.split(',')).any(page)
}

/// Says whether a path is for those who watch the server.
fn is_watched(path: &str) -> bool {
    matches!(path, "/healthz" | "/readyz" | "/metrics")
}

impl Facts {
    fn of(app: &App, request: &Request) -> Self {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip());
        let given = request.headers().get(&REQUEST_ID).filter(|id| is_id(id.as_bytes()));
        let made = || HeaderValue::try_from(app.next_request_id()).unwrap_or(HeaderValue::from_static("-"));
        let route = request.extensions().get::<MatchedPath>();
        Self {
            id: given.cloned().unwrap_or_else(made),
            client: app.clients().client(peer, request.headers()),
            method: request.method().clone(),
            path: request.uri().path().to_owned(),
            route: route.map_or_else(|| NO_ROUTE.clone(), |path| Route(Arc::from(path.as_str()))),
            started: Instant::now(),
        }
    }
}

fn is_id(bytes: &[u8]) -> bool {
    let plain = |b: &u8| b.is_ascii_alphanumeric() || b"-_.:".contains(b);
    (1..=LONGEST_ID).contains(&bytes.len()) && bytes.iter().all(plain)
}

/// Lets a request in, unless its client has asked too much or too many are being answered. Whoever watches the server is
/// always let in.
fn admit(app: &App, facts: &Facts) -> Result<Option<OwnedSemaphorePermit>, Problem> {
    if is_watched(&facts.path) {
        return Ok(None);
    }
    app.clients().admit(facts.client, 1).map_err(Problem::too_many)?;
    app.room().try_acquire_owned().map(Some).map_err(|_| Problem::busy(BUSY))
}

async fn in_time(app: &App, answer: impl Future<Output = Response>) -> Result<Response, Problem> {
    let limit = Duration::from_secs(app.config().request_seconds.into());
    tokio::time::timeout(limit, answer).await.map_err(|_| Problem::too_slow(limit))
}

/// A browser asks whether a page from elsewhere may ask.
fn is_preflight(request: &Request) -> bool {
    request.method() == Method::OPTIONS
        && request.uri().path().starts_with(API)
        && request.headers().contains_key(ACCESS_CONTROL_REQUEST_METHOD)
}

fn dress(facts: &Facts, preflight: bool, response: &mut Response) {
    let headers = response.headers_mut();
    let mut put = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    put(X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(REFERRER_POLICY, "no-referrer");
    if facts.path.starts_with(API) {
        put(ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        put(ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Retry-After, X-Request-Id");
    }
    if preflight {
        put(ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST");
        put(ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type, If-None-Match, X-Request-Id");
        put(ACCESS_CONTROL_MAX_AGE, "86400");
    }
    // A page has said what it needs, and who may frame it.
    if !headers.contains_key(CONTENT_SECURITY_POLICY) {
        let policy = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");
        headers.insert(CONTENT_SECURITY_POLICY, policy);
        headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    }
    headers.insert(REQUEST_ID, facts.id.clone());
}

/// Counts the request and writes a line about it. What was asked for in the query stays out of the log.
fn note(app: &App, facts: &Facts, status: StatusCode) {
    let took = facts.started.elapsed();
    app.metrics().request(&facts.route, method_label(&facts.method), status.as_u16(), took);
    tracing::info!(
        request = facts.id.to_str().unwrap_or_default(),
        client = %facts.client.address,
        method = method_label(&facts.method),
        route = &*facts.route.0,
        path = shortened(&facts.path),
        status = status.as_u16(),
        micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
        "answered"
    );
}

fn shortened(path: &str) -> &str {
    const LONGEST: usize = 200;
    path.char_indices().nth(LONGEST).map_or(path, |(at, _)| &path[..at])
}

fn method_label(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PATCH => "PATCH",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_short_and_plain() {
        for (id, expect) in
            [("a-B_9.:", true), ("", false), ("a b", false), ("x\"y", false), (&"x".repeat(65), false)]
        {
            assert_eq!(is_id(id.as_bytes()), expect, "{id}");
        }
    }
}

//! Listening: binds, prints where, opens the registry, serves until it is told to stop.

mod connections;
mod stop;

pub use stop::stopped;

use crate::app::App;
use crate::edge::{API, edge};
use crate::pages::Fault;
use crate::problem::Problem;
use crate::{api, metrics, pages};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Router, middleware};
use entente_observatory::{Mode, Registry, RegistryError, StoreError, Url};
use std::any::Any;
use std::future::Future;
use std::io::Write;
use std::net::SocketAddr;
use thiserror::Error;
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

/// Why a server could not start or go on.
#[derive(Debug, Error)]
pub enum ServeError {
    /// The address cannot be listened on.
    #[error("cannot listen on {address}; name another with --bind, such as 127.0.0.1:0")]
    Bind {
        /// Which.
        address: SocketAddr,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The address of the registry is none.
    #[error(transparent)]
    Address(#[from] StoreError),
    /// The registry cannot be opened.
    #[error(transparent)]
    Registry(#[from] RegistryError),
    /// Serving broke off.
    #[error("serving broke off")]
    Io(#[from] std::io::Error),
}

/// Returns every route, inside the edge.
pub fn router(app: App) -> Router {
    let watched = Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(measured));
    let routes = watched.merge(api::routes()).merge(pages::routes(&app));
    let routes = routes.fallback(no_route).method_not_allowed_fallback(no_method);
    routes
        .layer(CompressionLayer::new())
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn_with_state(app.clone(), edge))
        .with_state(app)
}

async fn ready(State(app): State<App>) -> (StatusCode, &'static str) {
    if app.is_ready() { (StatusCode::OK, "ready\n") } else { (StatusCode::SERVICE_UNAVAILABLE, "starting\n") }
}

async fn measured(State(app): State<App>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, metrics::CONTENT_TYPE)], app.metrics().text())
}

async fn no_route(State(app): State<App>, request: Request) -> Response {
    let path = request.uri().path();
    if path.starts_with(API) {
        let shown: String = path.chars().take(80).collect();
        Problem::not_found(format!("there is nothing at {shown}; see /api/openapi.json")).into_response()
    } else {
        pages::failed(&app, request, &Fault::not_found("fault-no-page"))
    }
}

async fn no_method(State(app): State<App>, request: Request) -> Response {
    let detail = format!("{} is not done here; the Allow header says what is", request.method());
    let problem = Problem::new(StatusCode::METHOD_NOT_ALLOWED, detail);
    if request.uri().path().starts_with(API) {
        problem.into_response()
    } else {
        pages::failed(&app, request, &problem.into())
    }
}

fn panicked(panic: Box<dyn Any + Send + 'static>) -> Response {
    let text = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref().map(String::as_str));
    tracing::error!(panic = text.unwrap_or("of an unknown kind"), "answering panicked");
    Problem::internal().into_response()
}

/// Serves until the process is told to stop, then lets the requests that are under way end.
///
/// The first line on `out` is the address: `http://127.0.0.1:8080`. The registry is opened after that.
///
/// # Errors
/// When the address cannot be bound or the registry cannot be opened.
pub async fn serve(app: App, url: &Url, out: &mut (dyn Write + Send)) -> Result<(), ServeError> {
    serve_until(app, url, out, stopped()).await
}

/// Serves until `stop` ends.
///
/// # Errors
/// When the address cannot be bound or the registry cannot be opened.
pub async fn serve_until(
    app: App,
    url: &Url,
    out: &mut (dyn Write + Send),
    stop: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let address = app.config().bind;
    let listener = TcpListener::bind(address).await.map_err(|source| ServeError::Bind { address, source })?;
    writeln!(out, "http://{}", listener.local_addr()?)?;
    out.flush()?;
    let opened = async {
        app.open(Registry::open(url, Mode::Create).await?);
        tracing::info!("the registry is open");
        Ok::<_, ServeError>(())
    };
    let served = connections::serve(listener, &app, router(app.clone()), stop);
    let served = async {
        served.await;
        Ok(())
    };
    tokio::try_join!(opened, served).map(|_| ())
}

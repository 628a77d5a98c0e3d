//! Listening: binds, prints where, opens the registry, serves until it is told to stop.

use crate::app::App;
use crate::{api, pages};
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use entente_observatory::{Mode, Registry, RegistryError, StoreError, Url};
use std::io::Write;
use std::net::SocketAddr;
use thiserror::Error;
use tokio::net::TcpListener;

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

/// Returns every route.
pub fn router(app: App) -> Router {
    let health = Router::new().route("/healthz", get(|| async { "ok\n" })).route("/readyz", get(ready));
    health.merge(api::routes()).merge(pages::routes()).with_state(app)
}

async fn ready(axum::extract::State(app): axum::extract::State<App>) -> (StatusCode, &'static str) {
    if app.is_ready() { (StatusCode::OK, "ready\n") } else { (StatusCode::SERVICE_UNAVAILABLE, "starting\n") }
}

/// Serves until the process is told to stop, then lets the requests that are under way end.
///
/// The first line on `out` is the address: `http://127.0.0.1:8080`.
///
/// # Errors
/// When the address cannot be bound or the registry cannot be opened.
pub async fn serve(app: App, url: &Url, out: &mut (dyn Write + Send)) -> Result<(), ServeError> {
    let address = app.config().bind;
    let listener = TcpListener::bind(address).await.map_err(|source| ServeError::Bind { address, source })?;
    writeln!(out, "http://{}", listener.local_addr()?)?;
    out.flush()?;
    let server = axum::serve(listener, router(app.clone())).with_graceful_shutdown(stopped());
    let opened = async {
        app.open(Registry::open(url, Mode::Create).await?);
        Ok::<_, ServeError>(())
    };
    let served = async { Ok(server.await?) };
    tokio::try_join!(opened, served).map(|_| ())
}

async fn stopped() {
    let interrupt = async {
        // Without a handler for it, the process is stopped by the signal itself.
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let terminate = async {
            match signal(SignalKind::terminate()) {
                Ok(mut signal) => {
                    signal.recv().await;
                }
                Err(_) => std::future::pending().await,
            }
        };
        tokio::select! { () = interrupt => {}, () = terminate => {} }
    }
    #[cfg(not(unix))]
    interrupt.await;
}

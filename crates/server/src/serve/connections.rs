//! Connections: so many at once, none that is silent for long, each let finish when the server is told to stop.

use crate::app::App;
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::future::Future;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tower::ServiceExt;

/// More headers are refused (431).
const MOST_HEADERS: usize = 64;

/// What is read of a request before its body: more headers than fit are refused (431), a longer path too (414).
const HEADER_BYTES: usize = 64 * 1024;

/// How long to wait when no connection can be taken, such as for want of file descriptors.
const PAUSE: Duration = Duration::from_millis(50);

/// Serves connections until `stop` ends and then until those that are open have finished, or the time for it is over.
pub(super) async fn serve(listener: TcpListener, app: &App, router: Router, stop: impl Future<Output = ()>) {
    let room = Arc::new(Semaphore::new(app.config().connections as usize));
    let graceful = GracefulShutdown::new();
    let server = builder(app);
    let mut stop = pin!(stop);
    loop {
        let taken = tokio::select! {
            taken = take(&listener, &room) => taken,
            () = &mut stop => break,
        };
        let Some((stream, peer, permit)) = taken else { continue };
        // A small answer waits for nothing; where this cannot be said it only comes later.
        let _ = stream.set_nodelay(true);
        let service = router.clone().map_request(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            request.map(Body::new)
        });
        let connection = server.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // A client that goes away or sends what is no HTTP is no fault of the server.
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection broke off");
            }
            drop(permit);
        });
    }
    drop(listener);
    let limit = Duration::from_secs(app.config().stop_seconds.into());
    if tokio::time::timeout(limit, graceful.shutdown()).await.is_err() {
        tracing::warn!("requests under way were cut off when the time to stop was over");
    }
}

fn builder(app: &App) -> http1::Builder {
    let mut server = http1::Builder::new();
    server
        .timer(TokioTimer::new())
        .header_read_timeout(Duration::from_secs(app.config().header_seconds.into()))
        .max_headers(MOST_HEADERS)
        .max_buf_size(HEADER_BYTES);
    server
}

type Taken = (TcpStream, SocketAddr, tokio::sync::OwnedSemaphorePermit);

/// Takes the next connection once there is room for one.
async fn take(listener: &TcpListener, room: &Arc<Semaphore>) -> Option<Taken> {
    let permit = Arc::clone(room).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => Some((stream, peer, permit)),
        Err(error) => {
            tracing::warn!(%error, "a connection cannot be taken");
            tokio::time::sleep(PAUSE).await;
            None
        }
    }
}

//! How a server is told to stop: by an interrupt from the terminal, or by the signal that service managers send.

/// Ends when the process is told to stop.
pub async fn stopped() {
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

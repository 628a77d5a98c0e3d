//! The API: JSON under `/api/v1`.

use crate::app::App;
use axum::Router;

/// Returns the routes of the API.
pub fn routes() -> Router<App> {
    Router::new()
}

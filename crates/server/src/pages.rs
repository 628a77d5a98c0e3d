//! The pages for people, rendered here: no script is needed.

use crate::app::App;
use axum::Router;

/// Returns the routes of the pages.
pub fn routes() -> Router<App> {
    Router::new()
}

mod chart;
mod ruler;

//! The pages for people, rendered here: no script is needed.

use crate::app::App;
use crate::problem::Problem;
use axum::Router;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};

/// Returns the routes of the pages.
pub fn routes() -> Router<App> {
    Router::new()
}

/// Answers a request for what is not there.
pub async fn not_found(request: Request) -> Response {
    let shown: String = request.uri().path().chars().take(80).collect();
    Problem::not_found(format!("there is nothing at {shown}")).into_response()
}

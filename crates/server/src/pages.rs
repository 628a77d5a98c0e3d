//! The pages for people, rendered here: no script is needed.

pub mod assets;
pub mod error;
pub mod fields;
pub mod frame;
pub mod guard;
pub mod marks;
pub mod theme;
pub mod visit;
pub mod words;

use crate::app::App;
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};

pub use error::Fault;
pub use frame::{Entry, Frame};
pub use visit::Visit;
pub use words::Words;

/// What a page's handler returns.
pub type Shown = Result<maud::Markup, Fault>;

/// Returns the routes of the pages; whatever no other route answers is told as a page, too.
pub fn routes(app: &App) -> Router<App> {
    Router::new()
        .route("/assets/{name}", get(assets::asset))
        .route("/appearance", post(theme::choose))
        .fallback(error::unknown)
        .layer(from_fn_with_state(app.clone(), error::told))
        .layer(axum::middleware::from_fn(guard::headers))
}

#[cfg(test)]
mod tests;

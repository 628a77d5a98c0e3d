//! The pages for people, rendered here: no script is needed.

pub mod assets;
pub mod authors;
pub mod claims;
pub mod datasets;
pub mod definitions;
pub mod documents;
pub mod error;
pub mod fields;
pub mod frame;
pub mod guard;
pub mod home;
pub mod legend;
mod lists;
pub mod marks;
pub mod pairs;
pub mod search;
pub mod sources;
pub mod theme;
pub mod visit;
mod wording;
pub mod words;

use crate::app::App;
use axum::Router;
use axum::extract::Request;
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::{get, post};

pub use error::Fault;
pub use frame::{Entry, Frame};
pub use visit::Visit;
pub use words::Words;

/// What a page's handler returns.
pub type Shown = Result<maud::Markup, Fault>;

/// Returns the routes of the pages.
pub fn routes(app: &App) -> Router<App> {
    Router::new()
        .route("/", get(home::home))
        .route("/search", get(search::search))
        .route("/pairs", get(pairs::pairs))
        .route("/claims", get(claims::claims))
        .route("/documents", get(documents::documents))
        .route("/authors", get(authors::authors))
        .route("/authors/{id}", get(authors::author))
        .route("/sources", get(sources::sources))
        .route("/datasets", get(datasets::datasets))
        .route("/datasets/{*id}", get(datasets::dataset))
        .route("/definitions", get(definitions::definitions))
        .route("/marks", get(legend::marks))
        .route("/assets/{name}", get(assets::asset))
        .route("/appearance", post(theme::choose))
        .layer(from_fn_with_state(app.clone(), error::told))
        .layer(axum::middleware::from_fn(guard::headers))
}

/// Answers a request that no route answers with a page that says why.
#[must_use]
pub fn failed(app: &App, request: Request, fault: &Fault) -> Response {
    let (parts, _) = request.into_parts();
    let mut response = fault.page(&Visit::lenient(&parts, app.clock().today()));
    guard::dress(&mut response);
    response
}

#[cfg(test)]
mod tests;

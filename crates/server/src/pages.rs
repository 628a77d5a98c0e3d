//! The pages for people, rendered here: no script is needed.

mod amounts;
pub mod assets;
pub mod authors;
mod card;
mod chart;
mod check;
mod claim;
pub mod claims;
pub mod conflicts;
pub mod datasets;
pub mod definitions;
mod document;
pub mod documents;
pub mod error;
pub mod fields;
pub mod frame;
pub mod guard;
pub mod home;
mod kept;
pub mod legend;
mod lists;
mod marked;
pub mod marks;
mod pair;
pub mod pairs;
mod parts;
pub mod register;
pub mod review;
mod ruler;
mod said;
pub mod search;
pub mod session;
pub mod sources;
pub mod theme;
pub mod visit;
mod wording;
pub mod words;

use crate::app::App;
use crate::problem::Problem;
use axum::Router;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::http::request::Parts;
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::{get, post};

pub use error::Fault;
pub use frame::{Entry, Frame};
pub use session::Reader;
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
        .route("/pairs/{pair}", get(pair::pair))
        .route("/documents/{id}", get(document::document))
        .route("/claims/{id}", get(claim::claim))
        .route("/check", get(check::form).post(check::check))
        .route("/conflicts", get(conflicts::conflicts))
        .route("/conflicts/{id}", get(conflicts::conflict))
        .route("/review", get(review::review).post(review::decide))
        .route("/claims/{id}/corrections", post(review::correct))
        .route("/items", get(register::items::items))
        .route("/items/{id}", get(register::entry::item).post(register::entry::change_item))
        .route("/projects", get(register::projects::projects))
        .route("/projects/{id}", get(register::entry::project).post(register::entry::change_project))
        .route("/agreements", get(register::agreements::agreements))
        .route("/agreements/{id}", get(register::entry::agreement).post(register::entry::change_agreement))
        .route("/targets", get(register::targets::targets))
        .route("/commissions", get(register::commissions::commissions))
        .route("/sessions/{id}", get(register::commissions::session))
        .route("/officials", get(register::officials::officials))
        .route("/officials/{id}", get(register::officials::official))
        .route("/pairs/{pair}/brief", get(register::brief::brief))
        .route("/sign-in", get(session::form).post(session::enter))
        .route("/sign-out", post(session::leave))
        .layer(from_fn_with_state(app.clone(), error::told))
        .layer(axum::middleware::from_fn(guard::headers))
}

/// Answers a request that no route answers with a page that says why.
pub async fn failed(app: &App, request: Request, fault: &Fault) -> Response {
    let (parts, _) = request.into_parts();
    let mut visit = Visit::lenient(&parts, app.clock().today());
    visit.freshness = visit::how_fresh(&visit, app).await;
    let mut response = fault.page(&visit);
    guard::dress(&mut response);
    response
}

/// Answers a request that the edge turns away, for a reader who takes a page. Nothing is looked up for it: the server has
/// too much to do as it is.
pub(crate) fn turned_away(app: &App, parts: &Parts, problem: Problem) -> Response {
    let mut response = Fault::from(problem).page(&Visit::lenient(parts, app.clock().today()));
    guard::dress(&mut response);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests;

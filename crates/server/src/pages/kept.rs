//! Pages that were made are given again until the registry changes.

use crate::answer::Answer;
use crate::app::App;
use crate::pages::error::Fault;
use crate::pages::session::is_signed_in;
use crate::pages::visit::Visit;
use crate::problem::Problem;
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// A longer address is answered anew each time.
const LONGEST: usize = 2000;

/// No page is longer, in bytes.
const LARGEST: usize = 8 << 20;

/// Answers a request for a page: with the one that was made before for the same address, language, appearance and day,
/// where the registry is as it was.
pub(crate) async fn answered(app: &App, visit: &Visit, request: Request, next: Next) -> Response {
    let address = request.uri().path_and_query().map_or("/", |address| address.as_str());
    let is_page = request.method() == Method::GET && !address.starts_with("/assets/");
    // What is shown to somebody who has signed in is for them alone.
    let is_own = is_signed_in(request.headers());
    if !is_page || is_own || address.len() > LONGEST || !app.is_ready() {
        return next.run(request).await;
    }
    let (lang, theme) = (visit.words.lang(), visit.theme.as_str());
    let asked = format!("page {lang} {theme} {} {address}", visit.today);
    let headers = request.headers().clone();
    let mut other = None;
    let made = app.cached_page(asked, || async {
        match page(next.run(request).await).await {
            Ok(page) => Ok(Answer::html(page)),
            Err(response) => {
                other = Some(response);
                Err(Problem::internal())
            }
        }
    });
    match made.await {
        Ok(answer) => answer.respond(&headers),
        Err(problem) => other.unwrap_or_else(|| Fault::from(problem).into_response()),
    }
}

/// Returns the text of a page that depends on nothing but its address; anything else stays as it is.
async fn page(response: Response) -> Result<String, Response> {
    if response.status() != StatusCode::OK || !is_plain(response.headers()) {
        return Err(response);
    }
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, LARGEST).await.unwrap_or_default();
    String::from_utf8(bytes.to_vec()).map_err(|error| Response::from_parts(parts, error.into_bytes().into()))
}

/// Says whether a response is a page without headers of its own, such as a policy or a cookie.
fn is_plain(headers: &HeaderMap) -> bool {
    let html =
        headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    html && headers.keys().all(|name| [header::CONTENT_TYPE, header::CONTENT_LENGTH].contains(name))
}

//! The API: JSON under `/api/v1`, all of it out of one table of operations.

mod authors;
mod catalogue;
mod changes;
mod check;
mod claims;
mod conflicts;
mod corrections;
mod documents;
mod entering;
mod entries;
mod exports;
mod importing;
mod input;
pub mod kind;
mod observations;
mod openapi;
pub mod operation;
mod pairs;
mod params;
mod review;
mod search;
mod tokens;
mod told;
mod verdicts;

pub use openapi::description;

use crate::app::App;
use crate::auth;
use crate::clients::Client;
use crate::problem::Problem;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::uri::PathAndQuery;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, get, on};
use entente_model::{Country, Pair};
pub(crate) use entries::{due, path};
use input::Input;
use operation::{Operation, Place, RestsOn};
use percent_encoding::percent_decode_str;

/// Every operation, by resource.
const TABLE: &[&[Operation]] = &[
    pairs::OPERATIONS,
    documents::OPERATIONS,
    claims::OPERATIONS,
    conflicts::OPERATIONS,
    entries::OPERATIONS,
    entering::OPERATIONS,
    importing::OPERATIONS,
    exports::OPERATIONS,
    review::OPERATIONS,
    corrections::OPERATIONS,
    told::OPERATIONS,
    verdicts::OPERATIONS,
    observations::OPERATIONS,
    changes::OPERATIONS,
    catalogue::OPERATIONS,
    authors::OPERATIONS,
    search::OPERATIONS,
    check::OPERATIONS,
    tokens::OPERATIONS,
];

/// Returns every operation.
pub fn operations() -> impl Iterator<Item = &'static Operation> {
    TABLE.iter().copied().flatten()
}

/// Returns the routes of the API.
pub fn routes() -> Router<App> {
    let described = get(|request: Request| async move { openapi::answer().respond(request.headers()) });
    operations().fold(Router::new().route("/api/openapi.json", described), |router, operation| {
        router.route(&operation.route(), route(operation))
    })
}

fn route(operation: &'static Operation) -> MethodRouter<App> {
    // Each method of the table is one that axum knows.
    let method = MethodFilter::try_from(operation.method.clone()).unwrap_or(MethodFilter::GET);
    on(method, move |State(app): State<App>, request: Request| async move {
        answer(app, operation, request).await.unwrap_or_else(IntoResponse::into_response)
    })
}

/// Answers one request: reads it against the table, sees who asks, and takes the answer from among those kept where it
/// is still good.
async fn answer(app: App, operation: &'static Operation, request: Request) -> Result<Response, Problem> {
    let (mut parts, body) = request.into_parts();
    if let Some(elsewhere) = sorted_pair(operation, parts.uri.path_and_query()) {
        return Ok(elsewhere);
    }
    let mut input = Input::read(operation, &mut parts, app.clock().today()).await?;
    if operation.cost > 1
        && let Some(client) = parts.extensions.get::<Client>()
    {
        app.clients().admit(*client, operation.cost - 1).map_err(Problem::too_many)?;
    }
    if let Some(role) = operation.role {
        if operation.writes() && !auth::is_own(&parts.headers) {
            return Err(Problem::foreign());
        }
        input.held_by(auth::admit(&app, &parts.headers, role).await?);
    }
    if operation.has_body() {
        input.read_body(operation, &parts, body, app.config().body_bytes as usize).await?;
    }
    match operation.rests_on {
        RestsOn::Request => Ok((operation.run)(app, input).await?.respond(&parts.headers)),
        RestsOn::Registry => {
            let asked = input.asked(operation);
            let make = || async {
                let reply = (operation.run)(app.clone(), input).await?;
                Ok(reply.into_answer())
            };
            Ok(app.cached(asked, make).await?.respond(&parts.headers))
        }
    }
}

/// Sends a pair in the wrong order on to where it stands, with its query.
fn sorted_pair(operation: &Operation, address: Option<&PathAndQuery>) -> Option<Response> {
    let at = operation.path.split('/').position(|segment| segment == "{pair}")?;
    let address = address?;
    let mut segments: Vec<&str> = address.path().split('/').collect();
    // The path of the table begins below /api/v1.
    let segment = segments.get_mut(at + 2)?;
    let given = percent_decode_str(segment).decode_utf8().ok()?;
    let (first, second) = given.split_once('-')?;
    let (first, second): (Country, Country) = (first.parse().ok()?, second.parse().ok()?);
    if first <= second {
        return None;
    }
    let sorted = Pair::new(first, second)?.to_string();
    *segment = &sorted;
    let query = address.query().map(|query| format!("?{query}")).unwrap_or_default();
    let location = HeaderValue::try_from(format!("{}{query}", segments.join("/"))).ok()?;
    Some((StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, location)]).into_response())
}

/// Writes the row of the table that calls an `async fn(App, Input) -> Result<Reply, Problem>`.
macro_rules! run {
    ($handler:path) => {
        |app, input| Box::pin($handler(app, input))
    };
}
use run;

/// Returns what was found, or says that it is not on file.
fn on_file<T>(found: Option<T>, what: &str, id: impl std::fmt::Display) -> Result<T, Problem> {
    found.ok_or_else(|| Problem::not_found(format!("no {what} \"{id}\" is on file")))
}

/// The places that the description knows.
const fn place_name(place: Place) -> &'static str {
    match place {
        Place::Path | Place::Rest => "path",
        Place::Query => "query",
        Place::Body | Place::File => "body",
    }
}

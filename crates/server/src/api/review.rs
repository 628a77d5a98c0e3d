//! What waits for a person.

use crate::api::operation::{Operation, Reply, RestsOn, kept};
use crate::api::params::{ABOUT, AS_OF, AT_MOST};
use crate::api::{input::Input, run};
use crate::app::App;
use crate::problem::Problem;
use axum::http::Method;
use entente_model::Lang;
use entente_observatory::review::Queue;

pub(super) const OPERATIONS: &[Operation] = &[Operation {
    id: "listReview",
    method: Method::GET,
    path: "/review",
    summary: "Lists what waits for a person: claims that the extractor is not sure of, the least sure first, projects that look like one told of twice, and the newest conflicts of a pair.",
    parameters: &[ABOUT, AT_MOST, AS_OF],
    answer: |generator| generator.subschema_for::<Queue>(),
    statuses: &["200"],
    rests_on: RestsOn::Registry,
    role: None,
    cost: 2,
    run: run!(list),
}];

async fn list(app: App, input: Input) -> Result<Reply, Problem> {
    kept(&app.registry()?.review(input.get("pair")?, input.as_of(), input.limit(), Lang::En).await?)
}

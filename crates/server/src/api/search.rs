//! Search: what a few words find.

use crate::api::kind::WORDS;
use crate::api::operation::{Operation, Parameter, Reply, RestsOn, kept};
use crate::api::params::{AS_OF, AT_MOST, GOES_ON};
use crate::api::{input::Input, run};
use crate::app::App;
use crate::problem::Problem;
use axum::http::Method;
use entente_observatory::answers::{Hit, List, SearchCursor};

const QUESTION: Parameter = Parameter {
    required: true,
    ..Parameter::query("q", WORDS, "Words, all of which must be there; the last may be the beginning of one.")
};

pub(super) const OPERATIONS: &[Operation] = &[Operation {
    id: "search",
    method: Method::GET,
    path: "/search",
    summary: "Searches: pairs and names first, then documents with the claims that hold the words.",
    parameters: &[QUESTION, AT_MOST, GOES_ON, AS_OF],
    answer: |generator| generator.subschema_for::<List<Hit>>(),
    statuses: &["200"],
    rests_on: RestsOn::Registry,
    role: None,
    cost: 2,
    run: run!(search),
}];

async fn search(app: App, input: Input) -> Result<Reply, Problem> {
    let question: String = input.need("q")?;
    let after: Option<SearchCursor> = input.get("cursor")?;
    let found = app.registry()?.search(&question, input.as_of(), after.as_ref(), input.limit());
    kept(&found.await?)
}

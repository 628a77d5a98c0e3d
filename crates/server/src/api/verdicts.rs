//! Verdicts on file, by id.

use crate::api::kind::Kind;
use crate::api::operation::{Operation, Parameter, Reply, RestsOn, kept};
use crate::api::{input::Input, on_file, run};
use crate::app::App;
use crate::problem::Problem;
use axum::http::Method;
use entente_model::VerdictId;
use entente_observatory::answers::VerdictAnswer;

pub(super) const OPERATIONS: &[Operation] = &[Operation {
    id: "getVerdict",
    method: Method::GET,
    path: "/verdicts/{id}",
    summary: "Tells a verdict on file with its claim, its document and every definition that was tried.",
    parameters: &[Parameter::path("id", Kind::of::<VerdictId>(), "Its id.")],
    answer: |generator| generator.subschema_for::<VerdictAnswer>(),
    rests_on: RestsOn::Registry,
    role: None,
    cost: 1,
    run: run!(one),
}];

async fn one(app: App, input: Input) -> Result<Reply, Problem> {
    let id: VerdictId = input.need("id")?;
    let found = app.registry()?.verdict(&id).await?;
    kept(&on_file(found, "verdict", id)?)
}

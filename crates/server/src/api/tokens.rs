//! Tokens, for those who administer the registry. No secret is told: none is on file.

use crate::answer::json;
use crate::api::operation::{Operation, Reply, RestsOn};
use crate::api::params::{AT_MOST, GOES_ON};
use crate::api::{input::Input, run};
use crate::app::App;
use crate::problem::Problem;
use axum::http::{Method, StatusCode};
use entente_observatory::Role;
use entente_observatory::answers::{List, TokenItem};

pub(super) const OPERATIONS: &[Operation] = &[Operation {
    id: "listTokens",
    method: Method::GET,
    path: "/tokens",
    summary: "Lists the tokens that were made, revoked ones too, without their secrets.",
    parameters: &[AT_MOST, GOES_ON],
    answer: |generator| generator.subschema_for::<List<TokenItem>>(),
    statuses: &["200"],
    rests_on: RestsOn::Request,
    role: Some(Role::Admin),
    cost: 1,
    run: run!(list),
}];

async fn list(app: App, input: Input) -> Result<Reply, Problem> {
    let list = app.registry()?.tokens(input.as_of()).await?;
    let body = json(&input.part(list, |token| token.id.clone())?)?;
    Ok(Reply::Fresh { status: StatusCode::OK, location: None, body })
}

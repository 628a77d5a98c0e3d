//! Authors: who signed the documents on file.

use crate::api::kind::Kind;
use crate::api::operation::{Operation, Parameter, Reply, RestsOn, kept};
use crate::api::params::{AS_OF, AT_MOST, GOES_ON};
use crate::api::{input::Input, on_file, run};
use crate::app::App;
use crate::problem::Problem;
use axum::http::Method;
use entente_model::AuthorId;
use entente_observatory::answers::{AuthorAnswer, AuthorItem, List};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        id: "listAuthors",
        method: Method::GET,
        path: "/authors",
        summary: "Lists the authors of the documents on file, by name.",
        parameters: &[AT_MOST, GOES_ON, AS_OF],
        answer: |generator| generator.subschema_for::<List<AuthorItem>>(),
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(list),
    },
    Operation {
        id: "getAuthor",
        method: Method::GET,
        path: "/authors/{id}",
        summary: "Tells an author with a part of the list of what they signed, the newest first.",
        parameters: &[Parameter::path("id", Kind::of::<AuthorId>(), "Their id."), AT_MOST, GOES_ON, AS_OF],
        answer: |generator| generator.subschema_for::<AuthorAnswer>(),
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(one),
    },
];

async fn list(app: App, input: Input) -> Result<Reply, Problem> {
    let list = app.registry()?.authors(input.as_of()).await?;
    kept(&input.part(list, |author| author.id.to_string())?)
}

async fn one(app: App, input: Input) -> Result<Reply, Problem> {
    let id: AuthorId = input.need("id")?;
    let (after, limit) = (input.get("cursor")?, input.limit());
    let found = app.registry()?.author(&id, input.as_of(), after, limit).await?;
    kept(&on_file(found, "author", id)?)
}

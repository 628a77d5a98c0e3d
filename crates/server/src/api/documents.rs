//! Documents: which are on file, and one with all that was read out of it.

use crate::api::kind::Kind;
use crate::api::operation::{Operation, Parameter, Reply, RestsOn, kept};
use crate::api::params::{AS_OF, AT_MOST, GOES_ON, SINCE, UNTIL};
use crate::api::{input::Input, on_file, run};
use crate::app::App;
use crate::problem::Problem;
use axum::http::Method;
use entente_model::{AuthorId, DocumentId, SourceId};
use entente_observatory::DocumentFilter;
use entente_observatory::answers::{DocumentAnswer, DocumentWire, List};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        id: "listDocuments",
        method: Method::GET,
        path: "/documents",
        summary: "Lists the documents on file, the newest first.",
        parameters: &[
            Parameter::query("source", Kind::of::<SourceId>(), "Only of this publisher."),
            Parameter::query("author", Kind::of::<AuthorId>(), "Only signed by this author."),
            SINCE,
            UNTIL,
            AT_MOST,
            GOES_ON,
            AS_OF,
        ],
        answer: |generator| generator.subschema_for::<List<DocumentWire>>(),
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(list),
    },
    Operation {
        id: "getDocument",
        method: Method::GET,
        path: "/documents/{id}",
        summary: "Tells a document on file with everything that was read out of it.",
        parameters: &[Parameter::path("id", Kind::of::<DocumentId>(), "Its id."), AS_OF],
        answer: |generator| generator.subschema_for::<DocumentAnswer>(),
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(one),
    },
];

async fn list(app: App, input: Input) -> Result<Reply, Problem> {
    let filter = DocumentFilter {
        source: input.get("source")?,
        author: input.get("author")?,
        since: input.get("since")?,
        until: input.get("until")?,
        as_of: input.as_of(),
        after: input.get("cursor")?,
        limit: input.limit(),
    };
    kept(&app.registry()?.documents(&filter).await?)
}

async fn one(app: App, input: Input) -> Result<Reply, Problem> {
    let id: DocumentId = input.need("id")?;
    let found = app.registry()?.document(&id, input.as_of()).await?;
    kept(&on_file(found, "document", id)?)
}

//! Claims: which are on file, and one with the whole chain from its words to its verdict.

use crate::api::kind::{Kind, PAIR};
use crate::api::operation::{Operation, Parameter, Reply, RestsOn, kept};
use crate::api::params::{AS_OF, AT_MOST, GOES_ON, SINCE, UNTIL};
use crate::api::{input::Input, on_file, run};
use crate::app::App;
use crate::problem::Problem;
use axum::http::Method;
use entente_model::{ClaimKind, DocumentId, MentionId, Modality, Outcome, SourceId};
use entente_observatory::ClaimFilter;
use entente_observatory::answers::{ClaimItem, Explanation, List};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        id: "listClaims",
        method: Method::GET,
        path: "/claims",
        summary: "Lists the claims on file: the newest documents first, in text order.",
        parameters: &[
            Parameter::query("pair", PAIR, "Only about these two countries."),
            Parameter::query("kind", Kind::of::<ClaimKind>(), "Only of this kind."),
            Parameter::query("modality", Kind::of::<Modality>(), "Only told as this."),
            Parameter::query(
                "outcome",
                Kind::of::<Outcome>(),
                "Only with this outcome on the day of `as_of`.",
            ),
            Parameter::query("source", Kind::of::<SourceId>(), "Only in documents of this publisher."),
            Parameter::query("document", Kind::of::<DocumentId>(), "Only in this document."),
            SINCE,
            UNTIL,
            AT_MOST,
            GOES_ON,
            AS_OF,
        ],
        answer: |generator| generator.subschema_for::<List<ClaimItem>>(),
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(list),
    },
    Operation {
        id: "getClaim",
        method: Method::GET,
        path: "/claims/{id}",
        summary: "Explains a claim: where it stands, every definition that was tried, what was said of it before.",
        parameters: &[Parameter::path("id", Kind::of::<MentionId>(), "Its id."), AS_OF],
        answer: |generator| generator.subschema_for::<Explanation>(),
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(one),
    },
];

async fn list(app: App, input: Input) -> Result<Reply, Problem> {
    let filter = ClaimFilter {
        document: input.get("document")?,
        pair: input.get("pair")?,
        kind: input.get("kind")?,
        modality: input.get("modality")?,
        source: input.get("source")?,
        since: input.get("since")?,
        until: input.get("until")?,
        outcome: input.get("outcome")?,
        as_of: input.as_of(),
        after: input.get("cursor")?,
        limit: input.limit(),
    };
    kept(&app.registry()?.claims(&filter).await?)
}

async fn one(app: App, input: Input) -> Result<Reply, Problem> {
    let id: MentionId = input.need("id")?;
    let found = app.registry()?.explain(&id, input.as_of()).await?;
    kept(&on_file(found, "claim", id)?)
}

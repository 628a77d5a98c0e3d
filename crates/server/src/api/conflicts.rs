//! What does not add up among the claims on file.

use crate::api::input::{Input, not_of_the_list};
use crate::api::kind::{Kind, PAIR, VERSION};
use crate::api::operation::{Operation, Parameter, Reply, RestsOn, fresh, kept};
use crate::api::params::{AS_OF, AT_MOST, GOES_ON, WHY};
use crate::api::{on_file, run};
use crate::app::App;
use crate::problem::Problem;
use axum::http::{Method, StatusCode};
use entente_model::{Lang, MentionId};
use entente_observatory::Role;
use entente_observatory::answers::{CorrectionItem, List};
use entente_observatory::conflicts::{ConflictFilter, ConflictItem};
use entente_observatory::corrections::{ACCEPTED, REJECTED};
use schemars::json_schema;

/// A group of statements: the first of them, and the cause or how they stand to each other.
const ID: Parameter =
    Parameter::path(
        "id",
        Kind {
            schema: |_| json_schema!({ "type": "string", "pattern": "^[0-9a-f]{32}-[a-z]+$" }),
            read: |given| {
                let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase());
                match given.split_once('-') {
                    Some((claim, word)) if claim.parse::<MentionId>().is_ok() && is_word(word) => {
                        Ok(given.to_owned())
                    }
                    _ => Err("is no id of statements that do not fit together; they are told by /conflicts"
                        .to_owned()),
                }
            },
            is_number: false,
        },
        "Its id.",
    );

/// What a person says of it.
const SAID: Kind = Kind {
    schema: |_| json_schema!({ "type": "string", "enum": [ACCEPTED, REJECTED] }),
    read: |given| match given {
        ACCEPTED | REJECTED => Ok(given.to_owned()),
        _ => Err(format!("must be {ACCEPTED} or {REJECTED}")),
    },
    is_number: false,
};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        id: "listConflicts",
        method: Method::GET,
        path: "/conflicts",
        summary: "Lists statements on file that do not fit together, with the cause where one is evident.",
        parameters: &[
            Parameter::query("pair", PAIR, "Only about these two countries."),
            AT_MOST,
            GOES_ON,
            AS_OF,
        ],
        answer: |generator| generator.subschema_for::<List<ConflictItem>>(),
        statuses: &["200"],
        rests_on: RestsOn::Registry,
        role: None,
        cost: 4,
        run: run!(list),
    },
    Operation {
        id: "getConflict",
        method: Method::GET,
        path: "/conflicts/{id}",
        summary: "Returns statements on file that do not fit together, also where a person says that they are no conflict.",
        parameters: &[ID, AS_OF],
        answer: |generator| generator.subschema_for::<ConflictItem>(),
        statuses: &["200"],
        rests_on: RestsOn::Registry,
        role: None,
        cost: 4,
        run: run!(one),
    },
    Operation {
        id: "reviewConflict",
        method: Method::POST,
        path: "/conflicts/{id}/reviews",
        summary: "Says that a conflict stands (`accepted`), or is none (`rejected`): then it is in no list.",
        parameters: &[
            ID,
            Parameter::need("review", SAID, "What is said."),
            Parameter::need(
                "version",
                VERSION,
                "How often a person had said something of it when it was looked at, its `reviews`. Where that is more since, the answer is 409, and nothing is changed.",
            ),
            WHY,
        ],
        answer: |generator| generator.subschema_for::<CorrectionItem>(),
        statuses: &["201"],
        rests_on: RestsOn::Request,
        role: Some(Role::Editor),
        cost: 4,
        run: run!(review),
    },
];

async fn one(app: App, input: Input) -> Result<Reply, Problem> {
    let id: String = input.need("id")?;
    let found = app.registry()?.conflict(&id, input.as_of(), Lang::En).await?;
    kept(&on_file(found, "conflict", &id)?)
}

async fn review(app: App, input: Input) -> Result<Reply, Problem> {
    let (id, word): (String, String) = (input.need("id")?, input.need("review")?);
    let by = input.by(&app, input.get("version")?)?;
    let location = Some(format!("/api/v1/conflicts/{id}"));
    let work = move |registry: entente_observatory::Registry| async move {
        registry.review_conflict(&id, &word, &by).await
    };
    let said = app.write(work).await??;
    fresh(StatusCode::CREATED, location, &CorrectionItem::from(said))
}

async fn list(app: App, input: Input) -> Result<Reply, Problem> {
    let filter = ConflictFilter {
        pair: input.get("pair")?,
        as_of: input.as_of(),
        lang: Lang::En,
        after: input.text("cursor"),
        limit: input.limit() as usize,
    };
    let part = app.registry()?.conflicts_part(&filter).await?;
    kept(&part.ok_or_else(not_of_the_list)?.list)
}

//! What people say over what was read, and the trail of who did what.

use crate::api::kind::{Kind, VALUE, VERSION};
use crate::api::operation::{Operation, Parameter, Reply, RestsOn, fresh, kept};
use crate::api::params::{AS_OF, AT_MOST, GOES_ON, WHY};
use crate::api::{input::Input, on_file, run};
use crate::app::App;
use crate::problem::Problem;
use axum::http::{Method, StatusCode};
use entente_model::MentionId;
use entente_model::key::KeyHasher;
use entente_observatory::Role;
use entente_observatory::answers::{CorrectionItem, List, TrailItem};
use entente_observatory::corrections::{FIELDS, NONE};
use schemars::json_schema;

/// A field of a claim that can be corrected.
const FIELD: Kind = Kind {
    schema: |_| json_schema!({ "type": "string", "enum": FIELDS }),
    read: |given| {
        let found = FIELDS.iter().find(|field| **field == given);
        found.map(|field| (*field).to_owned()).ok_or_else(|| {
            let given: String = given.chars().take(80).collect();
            format!("\"{given}\" is no field of a claim; there are {}", FIELDS.join(", "))
        })
    },
    is_number: false,
};

/// A thing of the registry: `claim:ID`, `project:ID`.
const TARGET: Kind = Kind {
    schema: |_| json_schema!({ "type": "string", "pattern": "^[a-z_]+:[0-9a-f]{32}(-[a-z]+)?$" }),
    read: |given| {
        let is_kind =
            |kind: &str| !kind.is_empty() && kind.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        let is_id =
            |id: &str| id.len() == 32 && id.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        // Statements that do not fit together have a word behind the id of the first.
        let is_whole = |id: &str| match id.split_once('-') {
            Some((id, word)) => is_id(id) && is_kind(word),
            None => is_id(id),
        };
        match given.split_once(':') {
            Some((kind, id)) if is_kind(kind) && is_whole(id) => Ok(given.to_owned()),
            _ => {
                Err("is no thing of the registry; write its kind and its id, such as claim:0123..."
                    .to_owned())
            }
        }
    },
    is_number: false,
};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        id: "listCorrections",
        method: Method::GET,
        path: "/claims/{id}/corrections",
        summary: "Lists what people said of a claim over what was read, the first first; how many there are is the version to be given with the next.",
        parameters: &[
            Parameter::path("id", Kind::of::<MentionId>(), "The claim's id."),
            AT_MOST,
            GOES_ON,
            AS_OF,
        ],
        answer: |generator| generator.subschema_for::<List<CorrectionItem>>(),
        statuses: &["200"],
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(list),
    },
    Operation {
        id: "correct",
        method: Method::POST,
        path: "/corrections",
        summary: "Corrects one field of a claim; or with the field `review` says that it is `accepted` or `rejected`.",
        parameters: &[
            Parameter::need("claim", Kind::of::<MentionId>(), "The claim's id."),
            Parameter::need("field", FIELD, "The field, as the claim has it."),
            Parameter::body(
                "value",
                VALUE,
                "What is right; left out, or `none`, where the text does not say.",
            ),
            Parameter::need(
                "version",
                VERSION,
                "How many corrections of the claim were looked at. Where there are more since, the answer is 409, and nothing is changed.",
            ),
            WHY,
        ],
        answer: |generator| generator.subschema_for::<CorrectionItem>(),
        statuses: &["201"],
        rests_on: RestsOn::Request,
        role: Some(Role::Editor),
        cost: 2,
        run: run!(correct),
    },
    Operation {
        id: "listTrail",
        method: Method::GET,
        path: "/trail",
        summary: "Lists who did what to a thing of the registry, and when, the first first.",
        parameters: &[
            Parameter {
                required: true,
                ..Parameter::query(
                    "of",
                    TARGET,
                    "Its kind and id: `claim:ID`, `action_item:ID`, `project:ID`, `agreement:ID`, `conflict:ID`.",
                )
            },
            AT_MOST,
            GOES_ON,
            AS_OF,
        ],
        answer: |generator| generator.subschema_for::<List<TrailItem>>(),
        statuses: &["200"],
        rests_on: RestsOn::Registry,
        role: Some(Role::Reader),
        cost: 1,
        run: run!(trail),
    },
];

async fn list(app: App, input: Input) -> Result<Reply, Problem> {
    let (id, as_of): (MentionId, _) = (input.need("id")?, input.as_of());
    let registry = app.registry()?;
    on_file(registry.explain(&id, as_of).await?, "claim", &id)?;
    let list = registry.corrections(&id, as_of).await?;
    kept(&input.part(list, |correction| correction.version.to_string())?)
}

async fn correct(app: App, input: Input) -> Result<Reply, Problem> {
    let (id, field): (MentionId, String) = (input.need("claim")?, input.need("field")?);
    let value = input.text("value").filter(|value| !value.is_empty() && *value != NONE).map(str::to_owned);
    let by = input.by(&app, input.get("version")?)?;
    let location = Some(format!("/api/v1/claims/{id}"));
    let work = move |registry: entente_observatory::Registry| async move {
        registry.correct(&id, &field, value.as_deref(), &by).await
    };
    let correction = app.write(work).await??;
    fresh(StatusCode::CREATED, location, &CorrectionItem::from(correction))
}

async fn trail(app: App, input: Input) -> Result<Reply, Problem> {
    let target: String = input.need("of")?;
    let list = app.registry()?.trail(&target, input.as_of()).await?;
    let key = |line: &TrailItem| {
        let at = line.at.to_string();
        KeyHasher::new("trail").part(&at).part(&line.action).part(&line.detail).short()
    };
    kept(&input.part(list, key)?)
}

//! Observations: official numbers, listed and by address.

use crate::api::kind::Kind;
use crate::api::operation::{Operation, Parameter, Place, Reply, RestsOn, kept};
use crate::api::params::{AS_OF, AT_MOST, GOES_ON};
use crate::api::{input::Input, on_file, run};
use crate::app::App;
use crate::problem::Problem;
use axum::http::Method;
use entente_model::{Country, DatasetId, Flow, ObservationId, Partner, Period, PublisherId};
use entente_observatory::ObservationFilter;
use entente_observatory::answers::{List, ObservationAnswer, ObservationItem};
use schemars::json_schema;

/// A dataset with its publisher before it.
const DATASET: Kind = Kind {
    schema: |_| json_schema!({ "type": "string", "examples": ["stat.gov.kz/trade-by-country"] }),
    read: |given| match dataset(given) {
        Some(_) => Ok(given.to_owned()),
        None => {
            Err("is not a dataset; write publisher/dataset, such as stat.gov.kz/trade-by-country".to_owned())
        }
    },
    is_number: false,
};

/// Whether.
const YES_OR_NO: Kind = Kind {
    schema: |_| json_schema!({ "type": "boolean", "default": false }),
    read: |given| match given {
        "true" | "false" => Ok(given.to_owned()),
        _ => Err(format!("\"{}\" is neither true nor false", given.chars().take(80).collect::<String>())),
    },
    is_number: false,
};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        id: "listObservations",
        method: Method::GET,
        path: "/observations",
        summary: "Lists official numbers by reporter, partner, flow, product, period and release.",
        parameters: &[
            Parameter::query("reporter", Kind::of::<Country>(), "Only reported by this country."),
            Parameter::query("partner", Kind::of::<Partner>(), "Only of the trade with this partner."),
            Parameter::query("flow", Kind::of::<Flow>(), "Only of this flow."),
            Parameter::query("period", Kind::of::<Period>(), "Only of this period, exactly."),
            Parameter::query("dataset", DATASET, "Only in releases of this dataset."),
            Parameter::query(
                "with_internal",
                YES_OR_NO,
                "Whether to list numbers, too, whose publisher does not let rows be passed on, such as those of UN \
                Comtrade: for internal use alone. Else they are left out.",
            ),
            AT_MOST,
            GOES_ON,
            AS_OF,
        ],
        answer: |generator| generator.subschema_for::<List<ObservationItem>>(),
        statuses: &["200"],
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(list),
    },
    Operation {
        id: "getObservation",
        method: Method::GET,
        path: "/observations/{id}",
        summary: "Tells an official number by its address; its `#` is written %23, its slashes stay.",
        parameters: &[Parameter {
            name: "id",
            place: Place::Rest,
            required: true,
            kind: Kind::of::<ObservationId>(),
            about: "Its address.",
        }],
        answer: |generator| generator.subschema_for::<ObservationAnswer>(),
        statuses: &["200"],
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(one),
    },
];

fn dataset(given: &str) -> Option<(PublisherId, DatasetId)> {
    let (publisher, dataset) = given.split_once('/')?;
    Some((publisher.parse().ok()?, dataset.parse().ok()?))
}

async fn list(app: App, input: Input) -> Result<Reply, Problem> {
    let filter = ObservationFilter {
        reporter: input.get("reporter")?,
        partner: input.get("partner")?,
        flow: input.get("flow")?,
        period: input.get("period")?,
        dataset: input.text("dataset").and_then(dataset),
        with_internal: input.get("with_internal")?.unwrap_or(false),
        as_of: input.as_of(),
        after: input.get("cursor")?,
        limit: input.limit(),
    };
    kept(&app.registry()?.observations(&filter).await?)
}

async fn one(app: App, input: Input) -> Result<Reply, Problem> {
    let id: ObservationId = input.need("id")?;
    let found = app.registry()?.observation(&id).await?;
    kept(&on_file(found, "observation", id)?)
}

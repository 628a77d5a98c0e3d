//! What moved: of everything, and of a pair.

use crate::api::kind::{DATE, PAIR};
use crate::api::operation::{Operation, Parameter, Reply, RestsOn, kept};
use crate::api::params::{AS_OF, AT_MOST, GOES_ON};
use crate::api::{input::Input, run};
use crate::app::App;
use crate::problem::Problem;
use axum::http::Method;
use entente_model::Pair;
use entente_observatory::ChangeFilter;
use entente_observatory::answers::Changes;

const SINCE: Parameter = Parameter {
    required: true,
    ..Parameter::query("since", DATE, "What became known on this day or later.")
};
const OF: Parameter = Parameter::path(
    "pair",
    PAIR,
    "Two countries in alphabetical order; in the other order, the answer is 308 to this one.",
);

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        id: "listChanges",
        method: Method::GET,
        path: "/changes",
        summary: "Lists what moved since a day, from what to what: official figures, and verdicts that came out otherwise.",
        parameters: &[SINCE, AT_MOST, GOES_ON, AS_OF],
        answer: |generator| generator.subschema_for::<Changes>(),
        statuses: &["200"],
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(all),
    },
    Operation {
        id: "listPairChanges",
        method: Method::GET,
        path: "/pairs/{pair}/changes",
        summary: "Lists what moved between two countries since a day, from what to what.",
        parameters: &[OF, SINCE, AT_MOST, GOES_ON, AS_OF],
        answer: |generator| generator.subschema_for::<Changes>(),
        statuses: &["200"],
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(of_pair),
    },
];

async fn all(app: App, input: Input) -> Result<Reply, Problem> {
    show(app, input, None).await
}

async fn of_pair(app: App, input: Input) -> Result<Reply, Problem> {
    let pair = input.need("pair")?;
    show(app, input, Some(pair)).await
}

async fn show(app: App, input: Input, pair: Option<Pair>) -> Result<Reply, Problem> {
    let filter = ChangeFilter {
        since: input.need("since")?,
        as_of: input.as_of(),
        pair,
        after: input.get("cursor")?,
        limit: input.limit(),
    };
    kept(&app.registry()?.changes(&filter).await?)
}

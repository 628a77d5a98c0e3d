//! What does not add up among the claims on file.

use crate::api::input::{Input, not_of_the_list};
use crate::api::kind::PAIR;
use crate::api::operation::{Operation, Parameter, Reply, RestsOn, kept};
use crate::api::params::{AS_OF, AT_MOST, GOES_ON};
use crate::api::run;
use crate::app::App;
use crate::problem::Problem;
use axum::http::Method;
use entente_model::Lang;
use entente_observatory::answers::List;
use entente_observatory::conflicts::{ConflictFilter, ConflictItem};

pub(super) const OPERATIONS: &[Operation] = &[Operation {
    id: "listConflicts",
    method: Method::GET,
    path: "/conflicts",
    summary: "Lists statements on file that do not fit together, with the cause where one is evident.",
    parameters: &[Parameter::query("pair", PAIR, "Only about these two countries."), AT_MOST, GOES_ON, AS_OF],
    answer: |generator| generator.subschema_for::<List<ConflictItem>>(),
    statuses: &["200"],
    rests_on: RestsOn::Registry,
    role: None,
    cost: 4,
    run: run!(list),
}];

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

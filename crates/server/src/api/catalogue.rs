//! What a registry is read against: definitions, publishers, statistics.

use crate::api::operation::{Operation, Reply, RestsOn, kept};
use crate::api::params::{AS_OF, AT_MOST, GOES_ON};
use crate::api::{input::Input, run};
use crate::app::App;
use crate::problem::Problem;
use axum::http::Method;
use entente_model::Source;
use entente_observatory::answers::{
    DatasetList, DefinitionList, List, dataset_list, definition_list, source_list,
};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        id: "listDefinitions",
        method: Method::GET,
        path: "/definitions",
        summary: "Lists the definitions that a claim's number is tried against.",
        parameters: &[AT_MOST, GOES_ON, AS_OF],
        answer: |generator| generator.subschema_for::<DefinitionList>(),
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(definitions),
    },
    Operation {
        id: "listSources",
        method: Method::GET,
        path: "/sources",
        summary: "Lists the publishers that are read.",
        parameters: &[AT_MOST, GOES_ON, AS_OF],
        answer: |generator| generator.subschema_for::<List<Source>>(),
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(sources),
    },
    Operation {
        id: "listDatasets",
        method: Method::GET,
        path: "/datasets",
        summary: "Lists the statistics that claims are checked against, with the releases that were known.",
        parameters: &[AT_MOST, GOES_ON, AS_OF],
        answer: |generator| generator.subschema_for::<DatasetList>(),
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(datasets),
    },
];

async fn definitions(_: App, input: Input) -> Result<Reply, Problem> {
    let DefinitionList { list, grid } = definition_list(input.as_of());
    kept(&DefinitionList { list: input.part(list, |item| format!("{}:{}", item.kind, item.id))?, grid })
}

async fn sources(_: App, input: Input) -> Result<Reply, Problem> {
    kept(&input.part(source_list(input.as_of()), |source| source.id.to_string())?)
}

async fn datasets(app: App, input: Input) -> Result<Reply, Problem> {
    let DatasetList { list, datasets, releases } =
        dataset_list(app.registry()?.releases().await?, input.as_of());
    let list = input.part(list, |item| format!("{}/{}", item.dataset.publisher, item.dataset.id))?;
    kept(&DatasetList { list, datasets, releases })
}

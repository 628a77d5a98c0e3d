//! The register: action items, projects and agreements, listed and told one by one.

use crate::api::kind::{DAYS, Kind, VALUE};
use crate::api::operation::{Doing, Operation, Parameter, Reply, kept};
use crate::api::params::{ABOUT, AS_OF, AT_MOST, GOES_ON, OF};
use crate::api::{input::Input, on_file};
use crate::app::App;
use crate::problem::Problem;
use entente_model::{EntryId, EntryKind, ItemStatus};
use entente_observatory::EntryFilter;
use entente_observatory::answers::List;
use entente_observatory::register::EntryWire;
use jiff::ToSpan as _;
use schemars::json_schema;

/// Reads states, with commas between them.
macro_rules! states {
    ($kind:expr) => {
        Kind {
            schema: |_| json_schema!({ "type": "string", "examples": [$kind.states().join(",")] }),
            read: |given| {
                let states: Result<Vec<&str>, _> = given.split(',').map(|state| $kind.state(state)).collect();
                states.map(|states| states.join(",")).map_err(|error| error.to_string())
            },
            is_number: false,
        }
    };
}

const ITEM_STATE: Parameter = Parameter::query(
    "state",
    states!(EntryKind::ActionItem),
    "Only with these statuses on the day of `as_of`, with commas between them.",
);
const STAGE: Parameter = Parameter::query(
    "state",
    states!(EntryKind::Project),
    "Only at these stages on the day of `as_of`, with commas between them.",
);
const AGREEMENT_STATE: Parameter = Parameter::query(
    "state",
    states!(EntryKind::Agreement),
    "Only with these statuses on the day of `as_of`, with commas between them.",
);
const DUE: Parameter = Parameter::query(
    "due",
    DAYS,
    "Only what is due within so many days of `as_of` or overdue; and owed, where no state is named.",
);
const SECTOR: Parameter =
    Parameter::query("sector", VALUE, "Only of this sector; of projects the section of ISIC.");
const ID: Parameter = Parameter::path("id", Kind::of::<EntryId>(), "Its id.");

pub(super) const OPERATIONS: &[Operation] = &[
    list(
        "listActionItems",
        "/action-items",
        "Lists action items by deadline, those without one last.",
        &[ABOUT, ITEM_STATE, SECTOR, DUE, AT_MOST, GOES_ON, AS_OF],
        |app, input| Box::pin(listed(app, input, EntryKind::ActionItem)),
    ),
    list(
        "listPairActionItems",
        "/pairs/{pair}/action-items",
        "Lists the action items of two countries by deadline, those without one last.",
        &[OF, ITEM_STATE, SECTOR, DUE, AT_MOST, GOES_ON, AS_OF],
        |app, input| Box::pin(listed(app, input, EntryKind::ActionItem)),
    ),
    one(
        "getActionItem",
        "/action-items/{id}",
        "Tells an action item with every status that it had, and how each is known.",
        |app, input| Box::pin(told(app, input, EntryKind::ActionItem)),
    ),
    list(
        "listProjects",
        "/projects",
        "Lists joint projects.",
        &[ABOUT, STAGE, SECTOR, AT_MOST, GOES_ON, AS_OF],
        |app, input| Box::pin(listed(app, input, EntryKind::Project)),
    ),
    list(
        "listPairProjects",
        "/pairs/{pair}/projects",
        "Lists the joint projects of two countries.",
        &[OF, STAGE, SECTOR, AT_MOST, GOES_ON, AS_OF],
        |app, input| Box::pin(listed(app, input, EntryKind::Project)),
    ),
    one(
        "getProject",
        "/projects/{id}",
        "Tells a project with every stage that it went through, and how each is known.",
        |app, input| Box::pin(told(app, input, EntryKind::Project)),
    ),
    list(
        "listAgreements",
        "/agreements",
        "Lists agreements by day, those without one last.",
        &[ABOUT, AGREEMENT_STATE, SECTOR, AT_MOST, GOES_ON, AS_OF],
        |app, input| Box::pin(listed(app, input, EntryKind::Agreement)),
    ),
    list(
        "listPairAgreements",
        "/pairs/{pair}/agreements",
        "Lists the agreements of two countries by day, those without one last.",
        &[OF, AGREEMENT_STATE, SECTOR, AT_MOST, GOES_ON, AS_OF],
        |app, input| Box::pin(listed(app, input, EntryKind::Agreement)),
    ),
    one(
        "getAgreement",
        "/agreements/{id}",
        "Tells an agreement with every status that it had, and how each is known.",
        |app, input| Box::pin(told(app, input, EntryKind::Agreement)),
    ),
];

const fn list(
    id: &'static str,
    path: &'static str,
    summary: &'static str,
    parameters: &'static [Parameter],
    run: fn(App, Input) -> Doing,
) -> Operation {
    Operation::reading(
        id,
        path,
        summary,
        parameters,
        |generator| generator.subschema_for::<List<EntryWire>>(),
        run,
    )
}

const fn one(
    id: &'static str,
    path: &'static str,
    summary: &'static str,
    run: fn(App, Input) -> Doing,
) -> Operation {
    Operation::reading(
        id,
        path,
        summary,
        &[ID, AS_OF],
        |generator| generator.subschema_for::<EntryWire>(),
        run,
    )
}

async fn listed(app: App, input: Input, kind: EntryKind) -> Result<Reply, Problem> {
    let filter = filter(&app, &input, kind).await?;
    kept(&app.registry()?.entries(&filter).await?)
}

async fn told(app: App, input: Input, kind: EntryKind) -> Result<Reply, Problem> {
    let id: EntryId = input.need("id")?;
    let found = app.registry()?.entry(kind, &id, input.as_of()).await?;
    kept(&on_file(found, name(kind), id)?)
}

/// Returns what an entry is called in a sentence.
pub(super) const fn name(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::ActionItem => "action item",
        EntryKind::Project => "project",
        EntryKind::Agreement => "agreement",
    }
}

/// Returns where the entries of a kind stand below `/api/v1`.
pub(crate) const fn path(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::ActionItem => "action-items",
        EntryKind::Project => "projects",
        EntryKind::Agreement => "agreements",
    }
}

async fn filter(app: &App, input: &Input, kind: EntryKind) -> Result<EntryFilter, Problem> {
    let (pair, after, as_of) = (input.get("pair")?, input.get::<EntryId>("cursor")?, input.as_of());
    if let Some(id) = &after
        && app.registry()?.entry(kind, id, as_of).await?.is_none()
    {
        let detail = "is not a cursor of this list; give the `next` of the part before as it is";
        return Err(Problem::field("cursor", detail));
    }
    let states = input.text("state").unwrap_or_default().split(',').filter(|state| !state.is_empty());
    let mut filter = EntryFilter {
        pair,
        sector: input.text("sector").filter(|sector| !sector.is_empty()).map(str::to_owned),
        states: states.map(str::to_owned).collect(),
        after,
        limit: input.limit(),
        ..EntryFilter::all(kind, as_of)
    };
    if let Some(days) = input.get::<i64>("due")? {
        due(&mut filter, days);
    }
    Ok(filter)
}

/// Leaves what is due within so many days, and owed where no state is asked for.
pub(crate) fn due(filter: &mut EntryFilter, days: i64) {
    filter.until = filter.as_of.checked_add(days.days()).ok();
    if filter.states.is_empty() {
        let owed = ItemStatus::ALL.iter().filter(|status| status.is_owed());
        filter.states = owed.map(ToString::to_string).collect();
    }
}

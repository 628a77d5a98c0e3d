//! The register in the forms of others: tables, a calendar, IATI activities.

use crate::api::kind::{Kind, VALUE};
use crate::api::operation::{CALENDAR, CSV, Doing, Operation, Parameter, Reply, XML, kept_as};
use crate::api::params::{ABOUT, AS_OF};
use crate::api::{input::Input, run};
use crate::app::App;
use crate::problem::Problem;
use entente_model::EntryKind;
use entente_observatory::register::EntryWire;
use entente_observatory::{EntryFilter, calendar, export, iati};
use schemars::json_schema;

/// A code of the codelist OrganisationType.
const ORGANISATION: Kind = Kind {
    schema: |_| json_schema!({ "type": "string", "pattern": "^[0-9]{2}$", "default": "80" }),
    read: |given| match given.parse::<u8>() {
        Ok(code) if (10..=90).contains(&code) => Ok(code.to_string()),
        _ => Err(
            "is no code of the codelist OrganisationType; write 10 for a government, 60 for a foundation, \
                  80 for academics"
                .to_owned(),
        ),
    },
    is_number: false,
};

const NARROWED: &[Parameter] = &[ABOUT, AS_OF];

/// Who reports must be told: the registry does not know it.
const REPORTED: &[Parameter] = &[
    ABOUT,
    Parameter {
        required: true,
        ..Parameter::query(
            "reporter",
            VALUE,
            "The identifier of the organisation that reports, such as XM-DAC-7.",
        )
    },
    Parameter { required: true, ..Parameter::query("reporter_name", VALUE, "Its name.") },
    Parameter::query(
        "reporter_type",
        ORGANISATION,
        "Its type, by the codelist OrganisationType; 80 where it is left out.",
    ),
    AS_OF,
];

pub(super) const OPERATIONS: &[Operation] = &[
    exported(
        "tableActionItems",
        "/action-items.csv",
        "Gives the action items as a table, with the columns that an import reads.",
        NARROWED,
        |app, input| Box::pin(csv(app, input, EntryKind::ActionItem)),
    ),
    exported(
        "tableProjects",
        "/projects.csv",
        "Gives the projects as a table, with the columns that an import reads.",
        NARROWED,
        |app, input| Box::pin(csv(app, input, EntryKind::Project)),
    ),
    exported(
        "tableAgreements",
        "/agreements.csv",
        "Gives the agreements as a table, with the columns that an import reads.",
        NARROWED,
        |app, input| Box::pin(csv(app, input, EntryKind::Agreement)),
    ),
    exported(
        "activitiesOfProjects",
        "/projects.iati.xml",
        "Gives the projects as IATI 2.03 activities, told of by a secondary reporter; those of which no stage is known are left out.",
        REPORTED,
        run!(activities),
    ),
    exported(
        "calendar",
        "/calendar.ics",
        "Gives sessions as events and the deadlines of action items as to-dos (iCalendar).",
        NARROWED,
        run!(deadlines),
    ),
];

const fn exported(
    id: &'static str,
    path: &'static str,
    summary: &'static str,
    parameters: &'static [Parameter],
    run: fn(App, Input) -> Doing,
) -> Operation {
    Operation::reading(id, path, summary, parameters, |_| json_schema!({ "type": "string" }), run).costing(4)
}

async fn all(app: &App, input: &Input, kind: EntryKind) -> Result<Vec<EntryWire>, Problem> {
    let filter = EntryFilter { pair: input.get("pair")?, ..EntryFilter::all(kind, input.as_of()) };
    Ok(app.registry()?.entries(&filter).await?.items)
}

async fn csv(app: App, input: Input, kind: EntryKind) -> Result<Reply, Problem> {
    Ok(kept_as(CSV, export::csv(kind, &all(&app, &input, kind).await?)))
}

async fn activities(app: App, input: Input) -> Result<Reply, Problem> {
    let reporter = iati::Reporter {
        id: input.need("reporter")?,
        name: input.need("reporter_name")?,
        kind: input.get("reporter_type")?.unwrap_or(80),
    };
    if reporter.id.is_empty() || reporter.name.is_empty() {
        let field = if reporter.id.is_empty() { "reporter" } else { "reporter_name" };
        return Err(Problem::field(field, "must be given"));
    }
    let projects = all(&app, &input, EntryKind::Project).await?;
    let (xml, _) = iati::write(&projects, &reporter, app.clock().now());
    Ok(kept_as(XML, xml))
}

async fn deadlines(app: App, input: Input) -> Result<Reply, Problem> {
    let sessions = app.registry()?.sessions(input.get("pair")?, input.as_of()).await?.items;
    let items = all(&app, &input, EntryKind::ActionItem).await?;
    Ok(kept_as(CALENDAR, calendar::calendar(&sessions, &items, app.clock().now())))
}

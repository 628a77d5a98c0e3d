//! Importing tables: a file is sent as it is, and each row is told of, whether it is written or not.

use crate::api::input::Input;
use crate::api::kind::{DATE, VALUE, YES};
use crate::api::operation::{Doing, Operation, Parameter, Reply, RestsOn, fresh};
use crate::api::params::ABOUT;
use crate::app::App;
use crate::problem::Problem;
use axum::http::{Method, StatusCode};
use entente_model::EntryKind;
use entente_observatory::Role;
use entente_observatory::import::Read;
use entente_observatory::table_file::{ImportReport, TableFile};
use std::error::Error;

const PARAMETERS: &[Parameter] = &[
    ABOUT,
    Parameter::query(
        "since",
        DATE,
        "Since when the states of the table are so, where it does not say; today where it is left out.",
    ),
    Parameter::query(
        "evidence",
        VALUE,
        "How they are known, where the table does not say; the name where it is left out.",
    ),
    Parameter::query(
        "name",
        VALUE,
        "The name of the file, by which it is told of; `file` where it is left out.",
    ),
    Parameter::query("dry_run", YES, "Whether to tell what would be read, and write nothing."),
    Parameter::file(
        "The file: CSV in UTF-8, XLSX, or a DOCX file with tables; of projects also IATI 2.03 activities. Columns are known by their headings, in English or Russian.",
    ),
];

pub(super) const OPERATIONS: &[Operation] = &[
    importing(
        "importActionItems",
        "/action-items/import",
        "Imports a table of action items. A row that cannot be read is told of, and the others are imported; what a person has corrected stays.",
        |app, input| Box::pin(import(app, input, EntryKind::ActionItem)),
    ),
    importing(
        "importProjects",
        "/projects/import",
        "Imports a table of projects, or IATI activities. A row that cannot be read is told of, and the others are imported; what a person has corrected stays.",
        |app, input| Box::pin(import(app, input, EntryKind::Project)),
    ),
    importing(
        "importAgreements",
        "/agreements/import",
        "Imports a table of agreements. A row that cannot be read is told of, and the others are imported; what a person has corrected stays.",
        |app, input| Box::pin(import(app, input, EntryKind::Agreement)),
    ),
];

const fn importing(
    id: &'static str,
    path: &'static str,
    summary: &'static str,
    run: fn(App, Input) -> Doing,
) -> Operation {
    Operation {
        id,
        method: Method::POST,
        path,
        summary,
        parameters: PARAMETERS,
        answer: |generator| generator.subschema_for::<ImportReport>(),
        statuses: &["200"],
        rests_on: RestsOn::Request,
        role: Some(Role::Editor),
        cost: 10,
        run,
    }
}

async fn import(app: App, mut input: Input, kind: EntryKind) -> Result<Reply, Problem> {
    let read = read(&app, &mut input, kind).await?;
    if input.text("dry_run") == Some("true") {
        return fresh(StatusCode::OK, None, &ImportReport::dry(&read, input.as_of()));
    }
    let name = input.text("name").unwrap_or(NAME);
    let mut by = input.by(&app, None)?;
    by.why = format!("imported from {name}");
    let done = app.write(move |registry| async move { registry.import_read(read, &by).await }).await?;
    // What a row names by an id that is not on file is no fault of the address.
    let report = done.map_err(|error| match Problem::from(error) {
        problem if problem.status() == StatusCode::NOT_FOUND => {
            problem.with_status(StatusCode::UNPROCESSABLE_ENTITY)
        }
        problem => problem,
    })?;
    fresh(StatusCode::OK, None, &report)
}

/// What a file is called that was sent without a name.
const NAME: &str = "file";

/// How a workbook begins as it was before XLSX.
const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// Reads the file where nobody else waits for it.
async fn read(app: &App, input: &mut Input, kind: EntryKind) -> Result<Read, Problem> {
    let (pair, since) = (input.get("pair")?, input.get("since")?);
    let since = since.unwrap_or_else(|| app.clock().today());
    let text = |name: &str| input.text(name).filter(|text| !text.is_empty()).map(str::to_owned);
    let (evidence, name) = (text("evidence"), text("name").unwrap_or_else(|| NAME.to_owned()));
    let bytes = input.take_file();
    if bytes.starts_with(COMPOUND_FILE) {
        let detail =
            "is a workbook of the old kind, of whose size nothing is known beforehand; save it as XLSX";
        return Err(Problem::field("file", detail).with_status(StatusCode::UNPROCESSABLE_ENTITY));
    }
    let work = move || {
        let file = TableFile { kind, name: &name, pair, since, evidence: evidence.as_deref() };
        file.read(&bytes).map_err(|error| {
            let why = error.source().map(|source| format!(": {source}")).unwrap_or_default();
            Problem::field("file", format!("{error}{why}")).with_status(StatusCode::UNPROCESSABLE_ENTITY)
        })
    };
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| {
        tracing::error!(%error, "reading a file panicked");
        Err(Problem::internal())
    })
}

//! Entering into the register, and changing what is there. A change names the version that was looked at, so that nobody's
//! change is lost; who, when and why are kept. What is answered is on the disk.

use crate::api::kind::{DATE, Kind, PAIR, TEXT, VALUE, VERSION};
use crate::api::operation::{Doing, Operation, Parameter, Reply, RestsOn, fresh};
use crate::api::params::WHY;
use crate::api::{entries, input::Input, run};
use crate::app::App;
use crate::problem::Problem;
use axum::http::{Method, StatusCode};
use entente_model::{EntryId, EntryKind};
use entente_observatory::Role;
use entente_observatory::register::{Change, EntryWire, NewEntry};
use jiff::civil::Date;

const ID: Parameter = Parameter::path("id", Kind::of::<EntryId>(), "Its id.");
const COUNTRIES: Parameter = Parameter::need("pair", PAIR, "The two countries.");
const SEEN: Parameter = Parameter::need(
    "version",
    VERSION,
    "The version that was looked at. Where it has another one since, the answer is 409, and nothing is changed.",
);
const STATE: Parameter =
    Parameter::body("state", TEXT, "The state that it is in: the status, of a project the stage.");
const SINCE: Parameter = Parameter::body("since", DATE, "Since when; today where it is left out.");
const EVIDENCE: Parameter = Parameter::body(
    "evidence",
    VALUE,
    "How that is known: an address, a document, a protocol. It must be given with a state.",
);

/// Writes the fields of an entry as keys of the body.
macro_rules! fields {
    ($($name:literal: $about:literal),+ $(,)?; $($other:expr),+) => {
        &[$($other,)+ $(Parameter::body($name, VALUE, $about)),+]
    };
}

macro_rules! item {
    ($($other:expr),+) => {
        fields!(
            "text": "What is to be done.",
            "session": "The session that decided it.",
            "sector": "The sector, as written.",
            "first_body": "Who is responsible on the side of the first country of the pair.",
            "second_body": "Who is responsible on the side of the second country.",
            "deadline": "By when.",
            "move": "Whose move it is.";
            $($other),+
        )
    };
}

macro_rules! project {
    ($($other:expr),+) => {
        fields!(
            "name": "What it is called.",
            "sector": "The section of ISIC, Rev. 4.",
            "country": "Where it stands.",
            "region": "The region of that country.",
            "place": "The town or site.",
            "value": "What it costs, in units of the currency.",
            "currency": "The currency of its value.",
            "jobs": "How many jobs it is to give.",
            "capacity": "What it is to make in a year, with the unit.",
            "partners": "The companies, with semicolons between them.",
            "note": "What else is to be known.";
            $($other),+
        )
    };
}

macro_rules! agreement {
    ($($other:expr),+) => {
        fields!(
            "title": "What it is called.",
            "type": "What it is: treaty, agreement, memorandum, road map.",
            "sector": "The sector, as written.",
            "day": "The day that is set for its signing, or on which it was signed.",
            "documents": "Where its text is, with semicolons between addresses.";
            $($other),+
        )
    };
}

pub(super) const OPERATIONS: &[Operation] = &[
    writing(
        Method::POST,
        CREATED,
        "enterActionItem",
        "/action-items",
        "Enters an action item; 409 where it is on file.",
        item!(COUNTRIES, STATE, SINCE, EVIDENCE, WHY),
        |app, input| Box::pin(enter(app, input, EntryKind::ActionItem)),
    ),
    writing(
        Method::PATCH,
        CHANGED,
        "changeActionItem",
        "/action-items/{id}",
        "Changes fields or the status of an action item; an empty value takes a field away.",
        item!(ID, SEEN, STATE, SINCE, EVIDENCE, WHY),
        |app, input| Box::pin(change(app, input, EntryKind::ActionItem)),
    ),
    writing(
        Method::POST,
        CREATED,
        "enterProject",
        "/projects",
        "Enters a joint project; 409 where it is on file.",
        project!(COUNTRIES, STATE, SINCE, EVIDENCE, WHY),
        |app, input| Box::pin(enter(app, input, EntryKind::Project)),
    ),
    writing(
        Method::PATCH,
        CHANGED,
        "changeProject",
        "/projects/{id}",
        "Changes fields or the stage of a project; an empty value takes a field away.",
        project!(ID, SEEN, STATE, SINCE, EVIDENCE, WHY),
        |app, input| Box::pin(change(app, input, EntryKind::Project)),
    ),
    writing(
        Method::POST,
        CREATED,
        "enterAgreement",
        "/agreements",
        "Enters an agreement; 409 where it is on file.",
        agreement!(COUNTRIES, STATE, SINCE, EVIDENCE, WHY),
        |app, input| Box::pin(enter(app, input, EntryKind::Agreement)),
    ),
    writing(
        Method::PATCH,
        CHANGED,
        "changeAgreement",
        "/agreements/{id}",
        "Changes fields or the status of an agreement; an empty value takes a field away.",
        agreement!(ID, SEEN, STATE, SINCE, EVIDENCE, WHY),
        |app, input| Box::pin(change(app, input, EntryKind::Agreement)),
    ),
    writing(
        Method::POST,
        CHANGED,
        "mergeProject",
        "/projects/{id}/merge",
        "Says that a project is another telling of one: its stages go over to that, and it is in no list any more.",
        &[
            ID,
            Parameter::need("into", Kind::of::<EntryId>(), "The project that it is another telling of."),
            WHY,
        ],
        run!(merge),
    ),
    writing(
        Method::POST,
        CHANGED,
        "keepProjectApart",
        "/projects/{id}/apart",
        "Says that two projects that look alike are two; they are not suggested again.",
        &[
            ID,
            Parameter::need("from", Kind::of::<EntryId>(), "The project that looks like it and is another."),
            WHY,
        ],
        run!(apart),
    ),
];

/// A new thing is made.
const CREATED: &[&str] = &["201"];
/// One that is there is changed.
const CHANGED: &[&str] = &["200"];

const fn writing(
    method: Method,
    statuses: &'static [&'static str],
    id: &'static str,
    path: &'static str,
    summary: &'static str,
    parameters: &'static [Parameter],
    run: fn(App, Input) -> Doing,
) -> Operation {
    Operation {
        id,
        method,
        path,
        summary,
        parameters,
        answer: |generator| generator.subschema_for::<EntryWire>(),
        statuses,
        rests_on: RestsOn::Request,
        role: Some(Role::Editor),
        cost: 2,
        run,
    }
}

/// Returns the state that was given, since when, and how it is known.
fn state(app: &App, input: &Input) -> Result<Option<(String, Date, String)>, Problem> {
    let Some(state) = input.text("state") else {
        let alone = ["since", "evidence"].into_iter().find(|name| input.has(name));
        return alone.map_or(Ok(None), |name| Err(Problem::field(name, "is of a state; give the state too")));
    };
    let evidence = input.text("evidence").filter(|evidence| !evidence.is_empty());
    let evidence = evidence.ok_or_else(|| Problem::field("evidence", "must be given with a state"))?;
    let since = input.get("since")?.unwrap_or_else(|| app.clock().today());
    Ok(Some((state.to_owned(), since, evidence.to_owned())))
}

async fn enter(app: App, input: Input, kind: EntryKind) -> Result<Reply, Problem> {
    let pair = input.need("pair")?;
    let given = input.given(|name| kind.field(name).is_some());
    let new = NewEntry { kind, pair, given, state: state(&app, &input)? };
    let by = input.by(&app, None)?;
    let entered = app.write(move |registry| async move { registry.enter(&new, &by).await }).await??;
    let location = format!("/api/v1/{}/{}", entries::path(kind), entered.id);
    fresh(StatusCode::CREATED, Some(location), &entered)
}

async fn change(app: App, input: Input, kind: EntryKind) -> Result<Reply, Problem> {
    let id: EntryId = input.need("id")?;
    let fields = input.given(|name| kind.field(name).is_some());
    let change = Change { fields, state: state(&app, &input)? };
    let by = input.by(&app, input.get("version")?)?;
    is_of_kind(&app, kind, &id).await?;
    let changed =
        app.write(move |registry| async move { registry.change(&id, &change, &by).await }).await??;
    fresh(StatusCode::OK, None, &changed)
}

/// Sees that an id names an entry of the kind whose address it stands in.
async fn is_of_kind(app: &App, kind: EntryKind, id: &EntryId) -> Result<(), Problem> {
    let found = app.registry()?.entry(kind, id, app.clock().today()).await?;
    crate::api::on_file(found, entries::name(kind), id).map(|_| ())
}

async fn merge(app: App, input: Input) -> Result<Reply, Problem> {
    let (second, first): (EntryId, EntryId) = (input.need("id")?, input.need("into")?);
    let by = input.by(&app, None)?;
    is_of_kind(&app, EntryKind::Project, &second).await?;
    let merged =
        app.write(move |registry| async move { registry.merge(&second, &first, &by).await }).await??;
    fresh(StatusCode::OK, Some(format!("/api/v1/projects/{}", merged.id)), &merged)
}

async fn apart(app: App, input: Input) -> Result<Reply, Problem> {
    let (second, first): (EntryId, EntryId) = (input.need("id")?, input.need("from")?);
    let by = input.by(&app, None)?;
    is_of_kind(&app, EntryKind::Project, &second).await?;
    is_of_kind(&app, EntryKind::Project, &first).await?;
    let (other, as_of) = (second.clone(), app.clock().today());
    app.write(move |registry| async move { registry.keep_apart(&other, &first, &by).await }).await??;
    let found = app.registry()?.entry(EntryKind::Project, &second, as_of).await?;
    fresh(StatusCode::OK, None, &crate::api::on_file(found, "project", second)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::operation::Place;

    #[test]
    fn every_field_of_an_entry_can_be_given_as_the_model_has_it() {
        for operation in OPERATIONS
            .iter()
            .filter(|operation| !operation.path.ends_with('t') && !operation.path.ends_with("merge"))
        {
            let kind = match operation.path.split('/').nth(1) {
                Some("action-items") => EntryKind::ActionItem,
                Some("projects") => EntryKind::Project,
                _ => EntryKind::Agreement,
            };
            let given: Vec<_> = operation
                .parameters
                .iter()
                .filter(|p| p.place == Place::Body && kind.field(p.name).is_some())
                .collect();
            let given: Vec<_> = given.iter().map(|p| (p.name, p.about)).collect();
            let fields: Vec<_> = kind.fields().iter().map(|field| (field.name, field.about)).collect();
            assert_eq!(given, fields, "{}", operation.id);
        }
    }
}

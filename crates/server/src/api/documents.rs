//! Documents: which are on file, and one with all that was read out of it.

use crate::answer::json;
use crate::api::check::read;
use crate::api::kind::{ADDRESS, DATE, Kind, LANG, TEXT, WORDS};
use crate::api::operation::{Operation, Parameter, Reply, RestsOn, kept};
use crate::api::params::{AS_OF, AT_MOST, GOES_ON, SINCE, UNTIL};
use crate::api::{input::Input, on_file, run};
use crate::app::App;
use crate::problem::Problem;
use axum::http::{Method, StatusCode};
use entente_model::{AuthorId, DocumentId, SourceId};
use entente_observatory::answers::{DocumentAnswer, DocumentWire, List};
use entente_observatory::{DocumentFilter, Filed, Intake, Role, Sources};
use schemars::json_schema;

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        id: "listDocuments",
        method: Method::GET,
        path: "/documents",
        summary: "Lists the documents on file, the newest first.",
        parameters: &[
            Parameter::query("source", Kind::of::<SourceId>(), "Only of this publisher."),
            Parameter::query("author", Kind::of::<AuthorId>(), "Only signed by this author."),
            Parameter::query(
                "q",
                WORDS,
                "Only what holds these words; the last may be the beginning of one.",
            ),
            SINCE,
            UNTIL,
            AT_MOST,
            GOES_ON,
            AS_OF,
        ],
        answer: |generator| generator.subschema_for::<List<DocumentWire>>(),
        statuses: &["200"],
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(list),
    },
    Operation {
        id: "getDocument",
        method: Method::GET,
        path: "/documents/{id}",
        summary: "Tells a document on file with everything that was read out of it.",
        parameters: &[Parameter::path("id", Kind::of::<DocumentId>(), "Its id."), AS_OF],
        answer: |generator| generator.subschema_for::<DocumentAnswer>(),
        statuses: &["200"],
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(one),
    },
    Operation {
        id: "fileDocument",
        method: Method::POST,
        path: "/documents",
        summary: "Files a text, or the page at an address: 201 where the document is new, 200 where it is on file.",
        parameters: &[
            Parameter::body("text", TEXT, "The text: plain or HTML. Either this or `url` is given."),
            Parameter::body("url", ADDRESS, "The address of a page on the web."),
            Parameter::body("published", DATE, "When it was published."),
            Parameter::body("lang", LANG, "Its language."),
            Parameter::body(
                "source",
                SOURCE,
                "Its publisher, by id or name, where the address does not tell.",
            ),
        ],
        answer: |generator| generator.subschema_for::<DocumentAnswer>(),
        statuses: &["200", "201"],
        rests_on: RestsOn::Request,
        role: Some(Role::Editor),
        cost: 5,
        run: run!(file),
    },
];

/// A publisher that is read, by its id or its name.
const SOURCE: Kind = Kind {
    schema: |_| json_schema!({ "type": "string", "examples": ["timesca", "The Times of Central Asia"] }),
    read: |given| {
        let sources = Sources::bundled();
        let found = sources.by_id(given).or_else(|| sources.by_name(given));
        let unknown = || "is not a publisher that is known; /api/v1/sources lists them".to_owned();
        found.map(|source| source.id.to_string()).ok_or_else(unknown)
    },
    is_number: false,
};

async fn list(app: App, input: Input) -> Result<Reply, Problem> {
    let filter = DocumentFilter {
        source: input.get("source")?,
        author: input.get("author")?,
        since: input.get("since")?,
        until: input.get("until")?,
        q: input.get("q")?,
        as_of: input.as_of(),
        after: input.get("cursor")?,
        limit: input.limit(),
    };
    kept(&app.registry()?.documents(&filter).await?)
}

async fn one(app: App, input: Input) -> Result<Reply, Problem> {
    let id: DocumentId = input.need("id")?;
    let found = app.registry()?.document(&id, input.as_of()).await?;
    kept(&on_file(found, "document", id)?)
}

async fn file(app: App, mut input: Input) -> Result<Reply, Problem> {
    let source = input.take_text("source");
    let reading = read(&app, &mut input, source).await?;
    let (id, as_of, now) = (reading.document.clone(), app.clock().today(), app.clock().now());
    let registry = app.registry()?.clone();
    // Filing waits for the disk, and is not broken off halfway where the client goes away.
    let filing = tokio::task::spawn_blocking(move || {
        let filing = async { Intake::new(&registry, as_of, now).file(&reading).await };
        tokio::runtime::Handle::current().block_on(filing)
    });
    let filed = filing.await.map_err(|error| {
        tracing::error!(%error, "filing panicked");
        Problem::internal()
    })??;
    app.filed().await?;
    let answer = on_file(app.registry()?.document(&id, as_of).await?, "document", &id)?;
    let status = if filed == Filed::New { StatusCode::CREATED } else { StatusCode::OK };
    let location = Some(format!("/api/v1/documents/{id}"));
    Ok(Reply::Fresh { status, location, body: json(&answer)? })
}

//! Checking: each claim of a text against official figures. Nothing is filed.

use crate::answer::json;
use crate::api::kind::{ADDRESS, DATE, LANG, TEXT, YES};
use crate::api::operation::{Operation, Parameter, Reply, RestsOn};
use crate::api::{input::Input, run};
use crate::app::App;
use crate::problem::Problem;
use axum::http::{Method, StatusCode};
use entente_model::Lang;
use entente_observatory::wire::CheckWire;
use entente_observatory::{Hints, Reading};

/// A longer text is read on a thread of its own, so that short ones need not wait for it.
const LONG: usize = 16 * 1024;

pub(super) const OPERATIONS: &[Operation] = &[Operation {
    id: "check",
    method: Method::POST,
    path: "/check",
    summary: "Checks each claim of a text, or of the page at an address, against official figures. Files nothing.",
    parameters: &[
        Parameter::body("text", TEXT, "The text: plain or HTML. Either this or `url` is given."),
        Parameter::body("url", ADDRESS, "The address of a page on the web."),
        Parameter::body("published", DATE, "When it was published: \"last year\" is reckoned from it."),
        Parameter::body("lang", LANG, "Its language."),
        Parameter::body(
            "as_of",
            DATE,
            "Answer with what was known on this day; today, in UTC, where it is left out.",
        ),
        Parameter::body(
            "on_file",
            YES,
            "Whether to look what documents on file say of each claim: who said the same first, or said otherwise.",
        ),
    ],
    answer: |generator| generator.subschema_for::<CheckWire>(),
    statuses: &["200"],
    rests_on: RestsOn::Request,
    role: None,
    cost: 5,
    run: run!(check),
}];

async fn check(app: App, mut input: Input) -> Result<Reply, Problem> {
    let as_of = input.as_of();
    // A client that asks again at once does not go before those who have waited.
    tokio::task::yield_now().await;
    let reading = read(&app, &mut input, None).await?;
    // Other claims are looked up for it, so it is done for those who ask.
    let on_file = match input.text("on_file") {
        Some("true") => app.registry()?.on_file(&reading, as_of, Lang::En).await?,
        _ => Vec::new(),
    };
    let told = move |mut report: CheckWire| {
        report.add_on_file(on_file);
        json(&report)
    };
    let body = app.check(reading, as_of, told).await?;
    Ok(Reply::Fresh { status: StatusCode::OK, location: None, body })
}

/// Reads the text that was sent, or the page whose address was.
pub(super) async fn read(app: &App, input: &mut Input, source: Option<String>) -> Result<Reading, Problem> {
    let lang = input.text("lang").and_then(|lang| lang.parse().ok()); // `auto` is none
    let hints = Hints { published: input.get("published")?, lang, source, ..Hints::default() };
    match (input.take_text("text"), input.text("url")) {
        (Some(text), None) if text.len() < LONG => Ok(read_text(&text, &hints)?),
        (Some(text), None) => elsewhere(move || read_text(&text, &hints)).await,
        (None, Some(url)) => {
            let (app, url) = (app.clone(), url.to_owned());
            elsewhere(move || app.read_page(&url, &hints)).await
        }
        _ => Err(Problem::field("text", "give either text or url")),
    }
}

fn read_text(text: &str, hints: &Hints) -> Result<Reading, Problem> {
    let reading = entente_observatory::input::read_text("text", text, hints);
    reading.map_err(|error| Problem::field("text", error.to_string()))
}

/// Does what takes long where nobody else waits for it.
async fn elsewhere<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| {
        tracing::error!(%error, "reading a text panicked");
        Err(Problem::internal())
    })
}

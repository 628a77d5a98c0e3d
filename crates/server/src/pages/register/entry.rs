//! The page of an action item, a project or an agreement: what is known of it, every state that it had with how that is
//! known, and for editors the forms that change it.

use super::projects::section_name;
use super::{forms, rows};
use crate::api;
use crate::app::App;
use crate::pages::fields::Fields;
use crate::pages::frame::{Entry, Frame, as_of_form};
use crate::pages::lists::title;
use crate::pages::session;
use crate::pages::visit::Visit;
use crate::pages::wording::{cut, pair_name};
use crate::pages::words::{Words, text};
use crate::pages::{Fault, Shown};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use entente_model::{EntryId, EntryKind, EntryState, Form};
use entente_observatory::answers::TrailItem;
use entente_observatory::register::{Change, EntryWire, target_of};
use maud::{Markup, html};

/// Shows an action item.
///
/// # Errors
/// When it is not on file, or the registry cannot be read.
pub async fn item(visit: Visit, app: State<App>, id: Path<String>) -> Shown {
    show(visit, app, id, EntryKind::ActionItem).await
}

/// Shows a project.
///
/// # Errors
/// When it is not on file, or the registry cannot be read.
pub async fn project(visit: Visit, app: State<App>, id: Path<String>) -> Shown {
    show(visit, app, id, EntryKind::Project).await
}

/// Shows an agreement.
///
/// # Errors
/// When it is not on file, or the registry cannot be read.
pub async fn agreement(visit: Visit, app: State<App>, id: Path<String>) -> Shown {
    show(visit, app, id, EntryKind::Agreement).await
}

/// Changes an action item as a form says.
///
/// # Errors
/// When who sends it may not, what it says is none of the fields, or somebody has changed it since.
pub async fn change_item(
    visit: Visit,
    app: State<App>,
    id: Path<String>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Fault> {
    change(visit, app, id, (headers, fields), EntryKind::ActionItem).await
}

/// Changes a project as a form says.
///
/// # Errors
/// When who sends it may not, what it says is none of the fields, or somebody has changed it since.
pub async fn change_project(
    visit: Visit,
    app: State<App>,
    id: Path<String>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Fault> {
    change(visit, app, id, (headers, fields), EntryKind::Project).await
}

/// Changes an agreement as a form says.
///
/// # Errors
/// When who sends it may not, what it says is none of the fields, or somebody has changed it since.
pub async fn change_agreement(
    visit: Visit,
    app: State<App>,
    id: Path<String>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Fault> {
    change(visit, app, id, (headers, fields), EntryKind::Agreement).await
}

/// The most lines of the trail that are shown.
const TRAIL: usize = 50;

async fn find(app: &App, visit: &Visit, id: &str, kind: EntryKind) -> Result<EntryWire, Fault> {
    let missing = || Fault::not_found("fault-no-entry");
    let id: EntryId = id.parse().map_err(|_| missing())?;
    let entry = app.registry()?.entry(kind, &id, visit.as_of).await?;
    entry.ok_or_else(missing)
}

async fn show(visit: Visit, State(app): State<App>, Path(id): Path<String>, kind: EntryKind) -> Shown {
    let entry = find(&app, &visit, &id, kind).await?;
    // Who did what is for those who have signed in.
    let trail = match &visit.reader {
        Some(_) => app.registry()?.trail(&target_of(kind, &entry.id), visit.as_of).await?.items,
        None => Vec::new(),
    };
    Ok(page(&visit, &entry, &trail))
}

async fn change(
    visit: Visit,
    State(app): State<App>,
    Path(id): Path<String>,
    (headers, fields): (HeaderMap, Fields),
    kind: EntryKind,
) -> Result<Response, Fault> {
    let by = session::by(&app, &visit, &headers, &fields)?;
    let entry = find(&app, &visit, &id, kind).await?;
    let change = read(&visit, &fields)?;
    let id = entry.id.clone();
    app.write(move |registry| async move { registry.change(&id, &change, &by).await }).await??;
    Ok(Redirect::to(&visit.link_with(&rows::path(kind, &entry.id), &[("done", "changed")])).into_response())
}

/// Reads what a form says: a state with its evidence, or a field.
fn read(visit: &Visit, fields: &Fields) -> Result<Change, Fault> {
    let value = |name: &str| fields.get(name).map(str::trim).unwrap_or_default();
    if fields.get("what") == Some("state") {
        let since = match value("since") {
            "" => visit.today,
            day => {
                let shown = text(cut(day, 40));
                day.parse().map_err(|_| Fault::field("since", "fault-day", [("given", shown)]))?
            }
        };
        let evidence = Some(value("evidence")).filter(|evidence| !evidence.is_empty());
        let evidence = evidence.ok_or_else(|| Fault::field("evidence", "fault-evidence", []))?;
        let state = (value("state").to_owned(), since, evidence.to_owned());
        return Ok(Change { state: Some(state), ..Change::default() });
    }
    Ok(Change { fields: vec![(value("field").to_owned(), value("value").to_owned())], ..Change::default() })
}

fn page(visit: &Visit, entry: &EntryWire, trail: &[TrailItem]) -> Markup {
    let words = visit.words;
    let (kind, name) = (entry.kind, title(visit, Some(entry.name())));
    let is_done = visit.parameter("done") == Some("changed");
    let body = html! {
        header class="head" {
            h1 { (name) }
            p class="lead" {
                (rows::state(words, entry))
                @if let Some(since) = entry.since { " " (words.with("register-since", [("date", text(words.date(since)))])) }
            }
            @if is_done { p class="banner" role="status" { (words.text("register-changed")) } }
            @if let Some(other) = &entry.merged_into {
                p class="banner" { (words.text("register-merged")) " " a href=(visit.link(&rows::path(kind, other))) { (words.text("register-merged-into")) } }
            }
            (as_of_form(visit, None))
        }
        section class="sec" id="known" { h2 { (words.text("register-known")) } (facts(visit, entry)) }
        section class="sec" id="states" { h2 { (words.text("register-states")) } (states(words, entry)) }
        @if let Some(reader) = session::editor(visit) { (forms::entry(visit, reader, entry)) }
        @if !trail.is_empty() { (history(words, trail)) }
    };
    let (at, list) = match kind {
        EntryKind::ActionItem => (Entry::Items, "items-title"),
        EntryKind::Project => (Entry::Projects, "projects-title"),
        EntryKind::Agreement => (Entry::Agreements, "agreements-title"),
    };
    Frame::new(cut(&name, 60))
        .at(at)
        .described(cut(entry.name(), 160))
        .crumb(pair_name(words, entry.pair), format!("/pairs/{}", entry.pair))
        .crumb(words.text(list), rows::list_path(kind))
        .data("JSON", format!("/api/v1/{}/{}", api::path(kind), entry.id))
        .show(visit, body)
}

fn facts(visit: &Visit, entry: &EntryWire) -> Markup {
    let words = visit.words;
    // The first field is the title of the page.
    let fields = entry.kind.fields().iter().skip(1);
    let known = fields.filter_map(|field| Some((field, entry.field(field.name)?)));
    html! {
        dl class="meta-dl" {
            dt { (words.text("register-pair")) }
            dd { a href=(visit.link(&format!("/pairs/{}", entry.pair))) { (pair_name(words, entry.pair)) } }
            @for (field, value) in known {
                dt { (words.heading("entry-field", field.name)) }
                dd { (fact(words, entry, field.form, field.name, value)) }
            }
        }
    }
}

fn fact(words: Words, entry: &EntryWire, form: Form, name: &str, value: &str) -> Markup {
    html! {
        @match form {
            Form::Day => (rows::day(words, entry, name).unwrap_or_else(|| value.to_owned())),
            Form::Country => (value.parse().map_or(value, |country| words.country(country))),
            Form::Amount => (rows::value(words, entry).unwrap_or_else(|| value.to_owned())),
            Form::Count => (value.parse().map_or_else(|_| value.to_owned(), |count| words.count(count))),
            Form::Section => (section_name(words, value)),
            Form::Currency => (value),
            Form::Text => {
                @for (at, part) in value.split("; ").enumerate() {
                    @if at > 0 { "; " }
                    (addressed(part))
                }
            }
        }
    }
}

/// Writes a text; one that is the address of a page as a link.
fn addressed(part: &str) -> Markup {
    let is_address = ["http://", "https://"].iter().any(|scheme| part.starts_with(scheme));
    html! {
        @if is_address && !part.contains(char::is_whitespace) {
            a href=(part) rel="nofollow noopener" data-cite=(part) { (cut(part, 80)) }
        } @else { (part) }
    }
}

fn states(words: Words, entry: &EntryWire) -> Markup {
    let line = |state: &EntryState| {
        html! {
            tr role="row" {
                td role="cell" class="nb" data-l=(words.text("register-since-day")) { (words.date(state.day)) }
                th role="rowheader" scope="row" { span class={ "st st-" (state.state) } { (words.word(rows::states(entry.kind), &state.state)) } }
                td role="cell" data-l=(words.text("register-evidence")) {
                    @if state.evidence.is_empty() { span class="soft" { (words.text("register-no-evidence")) } } @else { (addressed(&state.evidence)) }
                }
                td role="cell" data-l=(words.text("register-entered")) {
                    (state.who) span class="soft small line" { (words.date(day_of(state.made))) }
                }
            }
        }
    };
    html! {
        @if entry.states.is_empty() { p class="note" { (words.text("register-no-states")) } } @else {
            div class="scroll" tabindex="0" role="region" aria-label=(words.text("register-states")) {
                table class="stack" role="table" {
                    caption class="vh" { (words.text("register-states")) }
                    thead role="rowgroup" { tr role="row" {
                        th role="columnheader" scope="col" { (words.text("register-since-day")) }
                        th role="columnheader" scope="col" { (words.text("register-state")) }
                        th role="columnheader" scope="col" { (words.text("register-evidence")) }
                        th role="columnheader" scope="col" { (words.text("register-entered")) }
                    } }
                    tbody role="rowgroup" { @for state in entry.states.iter().rev() { (line(state)) } }
                }
            }
        }
    }
}

fn day_of(at: jiff::Timestamp) -> jiff::civil::Date {
    jiff::tz::TimeZone::UTC.to_datetime(at).date()
}

fn history(words: Words, trail: &[TrailItem]) -> Markup {
    html! {
        section class="sec" id="trail" {
            h2 { (words.text("register-trail")) }
            ul class="list" {
                @for line in trail.iter().rev().take(TRAIL) {
                    li {
                        p { span class="code" { (line.action) } " " (cut(&line.detail, 300)) }
                        p class="meta" { (words.date(day_of(line.at))) " · " (line.who) }
                    }
                }
            }
        }
    }
}

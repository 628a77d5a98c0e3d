//! Documents on file, the newest first.

use crate::app::App;
use crate::pages::Shown;
use crate::pages::claims::{day, read};
use crate::pages::frame::{Entry, Frame};
use crate::pages::lists::{self, ROWS, kept, nothing, pager, source_name};
use crate::pages::visit::Visit;
use crate::pages::words::number;
use axum::extract::State;
use entente_model::SourceId;
use entente_observatory::{DocumentFilter, Sources};
use maud::{Markup, html};

/// Lists documents.
///
/// # Errors
/// When a filter is none, or the registry cannot be read.
pub async fn documents(visit: Visit, State(app): State<App>) -> Shown {
    let words = visit.words;
    let source = read::<SourceId>(&visit, "source", "fault-choice")?;
    let filter = DocumentFilter {
        source: source.clone(),
        since: read(&visit, "since", "fault-day")?,
        until: read(&visit, "until", "fault-day")?,
        after: read(&visit, "cursor", "fault-cursor-given")?,
        as_of: visit.as_of,
        limit: ROWS,
        ..DocumentFilter::default()
    };
    let is_narrowed = source.is_some() || filter.since.is_some() || filter.until.is_some();
    let found = app.registry()?.documents(&filter).await?;
    let body = html! {
        header class="head" {
            h1 { (words.text("documents-title")) }
            p class="lead" { (words.with("documents-lead", [("count", number(found.total))])) }
        }
        (form(&visit, source.as_ref()))
        @if found.items.is_empty() {
            (nothing(&words.text(if is_narrowed { "documents-none-so" } else { "documents-none" })))
        } @else {
            (lists::documents(&visit, &found.items))
        }
        (pager(&visit, found.next.as_deref()))
    };
    let frame =
        Frame::new(words.text("documents-title")).at(Entry::Documents).data("JSON", "/api/v1/documents");
    Ok(frame.show(&visit, body))
}

fn form(visit: &Visit, chosen: Option<&SourceId>) -> Markup {
    let words = visit.words;
    let sources = Sources::bundled();
    let is_other = chosen.is_some_and(|id| sources.by_id(id.as_str()).is_none());
    html! {
        form class="filter" method="get" action="/documents" aria-label=(words.text("documents-filter")) {
            (kept(visit))
            div class="fields" {
                div {
                    label for="f-source" { (words.text("claims-source")) }
                    select id="f-source" name="source" {
                        option value="" { (words.text("claims-any")) }
                        @if let (Some(id), true) = (chosen, is_other) { option value=(id) selected { (source_name(id)) } }
                        @for source in sources.all() {
                            option value=(source.id) selected[chosen == Some(&source.id)] { (source.name) }
                        }
                    }
                }
                (day(visit, "since", "claims-since"))
                (day(visit, "until", "claims-until"))
                div { button class="btn" { (words.text("claims-show")) } " " a href=(visit.link("/documents")) { (words.text("claims-clear")) } }
            }
        }
    }
}

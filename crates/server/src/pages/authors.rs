//! Authors: who signed the documents on file, and what.

use crate::app::App;
use crate::pages::claims::read;
use crate::pages::frame::{Entry, Frame};
use crate::pages::lists::{self, ROWS, nothing, pager};
use crate::pages::visit::Visit;
use crate::pages::wording::cut;
use crate::pages::words::number;
use crate::pages::{Fault, Shown};
use axum::extract::{Path, State};
use entente_model::AuthorId;
use maud::html;

/// The longest note on an author, in letters.
const LONGEST_NOTE: usize = 400;

/// The longest name, in letters.
const LONGEST_NAME: usize = 120;

/// How many authors the list shows.
const AUTHORS: usize = 500;

/// Lists the authors, by name.
///
/// # Errors
/// When the registry cannot be read.
pub async fn authors(visit: Visit, State(app): State<App>) -> Shown {
    let words = visit.words;
    let found = app.registry()?.authors(visit.as_of).await?;
    let body = html! {
        header class="head" {
            h1 { (words.text("authors-title")) }
            p class="lead" { (words.with("authors-lead", [("count", number(found.total))])) }
        }
        @if found.items.is_empty() { (nothing(&words.text("authors-none"))) } @else {
            ul class="list" {
                @for author in found.items.iter().take(AUTHORS) {
                    li {
                        p { a href=(visit.link(&format!("/authors/{}", author.id))) { (cut(&author.name, LONGEST_NAME)) } }
                        p class="meta" { (words.with("list-documents", [("count", number(author.documents))])) }
                    }
                }
            }
            @if found.items.len() > AUTHORS { (nothing(&words.with("authors-cut", [("count", number(AUTHORS as u64))]))) }
        }
    };
    let frame = Frame::new(words.text("authors-title")).at(Entry::Authors).data("JSON", "/api/v1/authors");
    Ok(frame.crumb(words.text("nav-documents"), "/documents").show(&visit, body))
}

/// Shows an author: the note, and the documents that they signed.
///
/// # Errors
/// When nobody of that id signed a document known by the day, or the registry cannot be read.
pub async fn author(visit: Visit, State(app): State<App>, Path(id): Path<String>) -> Shown {
    let words = visit.words;
    let missing = || Fault::not_found("fault-no-author");
    let id: AuthorId = id.parse().map_err(|_| missing())?;
    let after = read(&visit, "cursor", "fault-cursor-given")?;
    let found = app.registry()?.author(&id, visit.as_of, after, ROWS).await?.ok_or_else(missing)?;
    let name = cut(&found.author.name, LONGEST_NAME);
    let body = html! {
        header class="head" {
            h1 { (name) }
            @match &found.author.note {
                Some(note) => blockquote class="lead said" { (cut(note, LONGEST_NOTE)) },
                None => p class="lead" { (words.text("authors-no-note")) },
            }
        }
        section class="sec" {
            h2 { (words.with("list-documents", [("count", number(found.author.documents))])) }
            (lists::documents(&visit, &found.documents.items))
            (pager(&visit, found.documents.next.as_deref()))
        }
    };
    let frame = Frame::new(name).at(Entry::Authors).data("JSON", format!("/api/v1/authors/{id}"));
    let frame = frame.crumb(words.text("nav-documents"), "/documents");
    Ok(frame.crumb(words.text("authors-title"), "/authors").show(&visit, body))
}

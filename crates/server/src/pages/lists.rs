//! Rows that several pages list, how long lists go on, and what stands where there is nothing.

use crate::app::App;
use crate::pages::Fault;
use crate::pages::marks;
use crate::pages::visit::Visit;
use crate::pages::wording::{about, cut, foreign, said};
use crate::pages::words::{Words, capitalised, number, text};
use entente_model::quote::CONTEXT;
use entente_model::{DocumentId, Lang, Outcome, SourceId};
use entente_observatory::answers::{ClaimItem, DocumentWire};
use entente_observatory::wire::ClaimWire;
use entente_observatory::{RegistryError, Sources};
use jiff::civil::Date;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// How many rows a part of a list has.
pub(crate) const ROWS: u32 = 50;

/// The longest title that is shown, in letters.
const LONGEST_TITLE: usize = 200;

/// A claim in a list.
pub(crate) struct ClaimRow<'a> {
    pub(crate) claim: &'a ClaimWire,
    pub(crate) document: &'a DocumentId,
    /// The document, where it is at hand.
    pub(crate) written: Option<&'a DocumentWire>,
    /// When it was said, or when it was checked.
    pub(crate) day: String,
    pub(crate) outcome: Option<Outcome>,
}

impl<'a> ClaimRow<'a> {
    /// Makes a row of a claim on file.
    pub(crate) fn new(words: Words, item: &'a ClaimItem, documents: &'a Documents) -> Self {
        let outcome = item.verdict.as_ref().map(|verdict| verdict.outcome);
        let written = documents.get(&item.document);
        let published = written.and_then(|document| document.published);
        let day = said_on(words, published, item.known);
        Self { claim: &item.claim, document: &item.document, written, day, outcome }
    }
}

/// Writes when something was published; where that is not known, since when it is on file.
pub(crate) fn said_on(words: Words, published: Option<Date>, known: Date) -> String {
    match published {
        Some(day) => words.date(day),
        None => words.with("list-undated", [("date", text(words.date(known)))]),
    }
}

/// Documents by their id.
pub(crate) type Documents = BTreeMap<DocumentId, DocumentWire>;

/// Returns the documents of some claims, each once.
///
/// # Errors
/// When the registry cannot be read.
pub(crate) async fn documents_of<'a>(
    app: &App,
    ids: impl Iterator<Item = &'a DocumentId>,
) -> Result<Documents, Fault> {
    let documents = app.registry()?.store().documents_by_id(&ids.collect()).await;
    let documents = documents.map_err(RegistryError::from)?;
    Ok(documents.into_iter().map(|(id, entry)| (id, entry.into())).collect())
}

/// Lists claims: verdict, quote, what it is about, when.
pub(crate) fn claims<'a>(visit: &Visit, rows: impl IntoIterator<Item = ClaimRow<'a>>) -> Markup {
    let words = visit.words;
    html! {
        ul class="list cols" {
            @for row in rows {
                @let quote = said(words, &row.claim.claim.quote.exact);
                li {
                    @match row.outcome {
                        Some(outcome) => (marks::verdict(outcome, words)),
                        None => span class="v soft" { (words.text("said-not-checked")) },
                    }
                    p class="q" lang=[row.written.and_then(|document| foreign(words, document.lang))] {
                        (in_context(visit, row.claim))
                    }
                    p class="why" { (capitalised(about(words, &row.claim.claim))) }
                    p class="meta" {
                        (row.day) " · "
                        @if let Some(source) = row.written.and_then(|document| document.source.as_ref()) {
                            (source_name(source)) " · "
                        }
                        a href=(visit.link(&format!("/documents/{}", row.document)))
                            aria-label=(words.with("list-document-of", [("said", text(&quote))])) {
                            (words.text("list-document"))
                        }
                    }
                }
            }
        }
    }
}

/// Writes a quote with the words around it; the quote leads to the claim.
pub(crate) fn in_context(visit: &Visit, claim: &ClaimWire) -> Markup {
    let quote = &claim.claim.quote;
    let (before, after) = (whole_words(&quote.prefix, true), whole_words(&quote.suffix, false));
    html! {
        span class="ctx" { (before) }
        a href=(visit.link(&format!("/claims/{}", claim.id))) { (cut(&quote.exact, LONGEST_TITLE)) }
        span class="ctx" { (after) }
    }
}

/// Writes what stands beside a quote, without the word that the surroundings cut.
fn whole_words(around: &str, is_before: bool) -> String {
    let is_whole = around.chars().count() < CONTEXT;
    let line = around.replace(['\n', '\r', '\t'], " ");
    let cut_off = if is_before { line.split_once(' ') } else { line.rsplit_once(' ') };
    match (is_whole, cut_off, is_before) {
        (true, ..) => line,
        (false, Some((_, rest)), true) => format!("… {rest}"),
        (false, Some((rest, _)), false) => format!("{rest} …"),
        (false, None, _) => String::new(),
    }
}

/// Lists documents: title, source, day, language, how many claims.
pub(crate) fn documents<'a>(visit: &Visit, rows: impl IntoIterator<Item = &'a DocumentWire>) -> Markup {
    let words = visit.words;
    html! {
        ul class="list" {
            @for row in rows {
                li {
                    p class="q" lang=[foreign(words, row.lang)] {
                        a href=(visit.link(&format!("/documents/{}", row.id))) { (title(visit, row.title.as_deref())) }
                    }
                    p class="meta" {
                        (said_on(words, row.published, row.known))
                        @if let Some(source) = &row.source { " · " (source_name(source)) }
                        @if row.lang != Lang::Und { " · " (words.word("lang", row.lang.code())) }
                        " · " (words.with("list-claims", [("count", number(row.claims))]))
                    }
                }
            }
        }
    }
}

/// Writes the title of a document, cut to a length.
pub(crate) fn title(visit: &Visit, title: Option<&str>) -> String {
    let title = title.map(|title| cut(title, LONGEST_TITLE)).filter(|title| !title.is_empty());
    title.unwrap_or_else(|| visit.words.text("list-untitled"))
}

/// Writes the name of a source, its id where the table has none.
pub(crate) fn source_name(id: &SourceId) -> String {
    Sources::bundled().by_id(id.as_str()).map_or_else(|| id.to_string(), |source| source.name.clone())
}

/// Links to the next part of a list, and to its beginning from a later part.
pub(crate) fn pager(visit: &Visit, next: Option<&str>) -> Markup {
    let words = visit.words;
    let is_later = visit.parameter("cursor").is_some();
    html! {
        @if is_later || next.is_some() {
            nav class="pager" aria-label=(words.text("list-parts")) {
                @if is_later { a href=(visit.here_with("cursor", "")) { (words.text("list-first")) } }
                @if let Some(next) = next {
                    a class="btn ghost" href=(visit.here_with("cursor", next)) { (words.text("list-next")) }
                }
            }
        }
    }
}

/// Says why there is nothing.
pub(crate) fn nothing(sentence: &str) -> Markup {
    html! { p class="note" { (sentence) } }
}

/// Fields that a GET form repeats so that its answer keeps language and day.
pub(crate) fn kept(visit: &Visit) -> Markup {
    html! { @for (name, value) in visit.kept_fields() { input type="hidden" name=(name) value=(value); } }
}

/// The form that searches.
pub(crate) fn search_form(visit: &Visit, asked: &str) -> Markup {
    let words = visit.words;
    html! {
        form class="search" method="get" action="/search" role="search" {
            (kept(visit))
            label for="q" { (words.text("search-label")) }
            p class="hint" id="q-hint" { (words.text("search-hint")) }
            div class="fields" {
                input id="q" name="q" type="search" maxlength="200" value=(asked) aria-describedby="q-hint";
                button class="btn" { (words.text("search-button")) }
            }
        }
    }
}

//! Rows that several pages list, how long lists go on, and what stands where there is nothing.

use crate::pages::marks;
use crate::pages::visit::Visit;
use crate::pages::wording::{about, cut, foreign, said};
use crate::pages::words::{number, text};
use entente_model::{DocumentId, Lang, Outcome, SourceId};
use entente_observatory::Sources;
use entente_observatory::answers::{ClaimItem, DocumentWire};
use entente_observatory::wire::ClaimWire;
use jiff::civil::Date;
use maud::{Markup, html};

/// How many rows a part of a list has.
pub(crate) const ROWS: u32 = 50;

/// The longest title that is shown, in letters.
const LONGEST_TITLE: usize = 200;

/// A claim in a list.
pub(crate) struct ClaimRow<'a> {
    pub(crate) claim: &'a ClaimWire,
    pub(crate) document: &'a DocumentId,
    pub(crate) day: Date,
    pub(crate) outcome: Option<Outcome>,
    /// One sentence in place of what the claim is about.
    pub(crate) summary: Option<String>,
}

impl<'a> From<&'a ClaimItem> for ClaimRow<'a> {
    fn from(item: &'a ClaimItem) -> Self {
        let outcome = item.verdict.as_ref().map(|verdict| verdict.outcome);
        Self { claim: &item.claim, document: &item.document, day: item.known, outcome, summary: None }
    }
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
                    p class="q" { a href=(visit.link(&format!("/claims/{}", row.claim.id))) { (quote) } }
                    p class="why" {
                        (about(words, &row.claim.claim)) "."
                        @if let Some(summary) = &row.summary { " " (summary) }
                    }
                    p class="meta" {
                        (words.date(row.day)) " · "
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
                        (words.date(row.published.unwrap_or(row.known)))
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

//! Rows of what was said, and the sources that figures come from.

use crate::pages::card::{meaning, summary};
use crate::pages::marks;
use crate::pages::parts::{capital, cut, evidence, foreign, quoted, stated, year};
use crate::pages::visit::Visit;
use crate::pages::words::{Words, number, text};
use entente_model::{Pair, Verdict};
use entente_observatory::Sources;
use entente_observatory::standing::Publication;
use entente_observatory::statements::Statement;
use maud::{Markup, html};

/// Writes the names of a pair's countries.
pub(crate) fn pair_name(words: Words, pair: Pair) -> String {
    format!("{}–{}", words.country(pair.first()), words.country(pair.second()))
}

/// Returns the anchor of a statement's row.
pub(crate) fn anchor(statement: &Statement) -> String {
    format!("s-{}", statement.claim.claim.id.as_str().chars().take(16).collect::<String>())
}

/// Writes a row: the verdict, the quote, one sentence, when and by how many documents.
pub(crate) fn statement(
    visit: &Visit,
    statement: &Statement,
    verdict: Option<&Verdict>,
    has_anchor: bool,
) -> Markup {
    let words = visit.words;
    let (item, document) = (&statement.claim.claim, &statement.document);
    let claim = &item.claim;
    let said = quoted(words, &cut(&crate::pages::parts::said(claim), 160));
    let source = document.source.as_ref().and_then(|id| Sources::bundled().by_id(id.as_str()));
    let about = [Some(meaning(words, claim)), statement.period.map(|period| year(words, period))];
    let about = capital(&about.into_iter().flatten().collect::<Vec<_>>().join(", "));
    html! {
        li id=[has_anchor.then(|| anchor(statement))] {
            @match statement.outcome() {
                Some(outcome) => (marks::verdict(outcome, words)),
                None => span class="v soft" { (words.text("said-not-checked")) },
            }
            p class="q" lang=[foreign(words, document.lang)] { (said) }
            p class="why" {
                (about) ": " (stated(words, claim)) ". "
                @if let Some(verdict) = verdict { (summary(verdict, words)) }
            }
            p class="meta" {
                @match document.published {
                    Some(day) => (words.date(day)),
                    None => (words.text("said-undated")),
                }
                @if let Some(source) = source { " · " (source.name) }
                @if statement.documents > 1 {
                    " · " (words.with("said-documents", [("count", number(statement.documents as u64))]))
                    @if let Some(day) = statement.first_said { ", " (words.with("pair-said-on", [("date", text(words.date(day)))])) }
                }
                " · " a href=(visit.link(&format!("/claims/{}", item.id))) aria-label=(words.with("said-working-for", [("said", text(&said))])) { (words.text("said-working")) }
                " · " a href=(visit.link(&format!("/documents/{}", document.id))) aria-label=(words.with("said-document-of", [("said", text(&said))])) { (words.text("said-document")) }
            }
        }
    }
}

/// Writes where figures come from.
pub(crate) fn sources(visit: &Visit, publications: &[Publication]) -> Markup {
    let words = visit.words;
    html! {
        @if !publications.is_empty() {
            p class="src" {
                (words.text("source-label")) " "
                @for (i, publication) in publications.iter().enumerate() {
                    @if i > 0 { "; " }
                    (publication.dataset.office) ", "
                    (evidence(&visit.link(&format!("/datasets/{}/{}", publication.dataset.publisher, publication.dataset.id)), &publication.dataset.title))
                    @if let Some(release) = publication.releases.last() { " (" (words.date(release.known())) ")" }
                }
                "."
            }
        }
    }
}

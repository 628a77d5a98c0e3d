//! Search: pairs and countries by name, sources, authors, definitions, the newest documents and claims.

use crate::app::App;
use crate::pages::frame::Frame;
use crate::pages::lists::{self, ClaimRow, documents_of, nothing, search_form};
use crate::pages::visit::Visit;
use crate::pages::wording::{cut, pair_name};
use crate::pages::words::{number, text};
use crate::pages::{Fault, Shown};
use axum::extract::State;
use entente_model::{Country, Pair};
use entente_observatory::answers::{AuthorItem, ClaimItem, DocumentWire};
use entente_observatory::{ClaimFilter, DocumentFilter, Sources};
use maud::html;
use std::collections::BTreeSet;

/// How many of each sort are shown.
const SHOWN: usize = 10;

/// Among how many of the newest documents and claims words are looked for.
const NEWEST: u32 = 500;

/// The longest question, in letters.
const LONGEST: usize = 200;

/// What was found.
#[derive(Default)]
struct Found {
    pairs: Vec<Pair>,
    claims: Vec<ClaimItem>,
    documents: Vec<DocumentWire>,
    authors: Vec<AuthorItem>,
    sources: Vec<&'static entente_model::Source>,
}

impl Found {
    fn count(&self) -> usize {
        let lists = [self.pairs.len(), self.claims.len(), self.documents.len(), self.authors.len()];
        lists.into_iter().sum::<usize>() + self.sources.len()
    }
}

/// Shows what is found for a question.
///
/// # Errors
/// When the registry cannot be read.
pub async fn search(visit: Visit, State(app): State<App>) -> Shown {
    let words = visit.words;
    let asked: String = visit.parameter("q").unwrap_or_default().chars().take(LONGEST).collect();
    let found = if asked.is_empty() { Found::default() } else { find(&app, &visit, &asked).await? };
    let documents = documents_of(&app, found.claims.iter().map(|item| &item.document)).await?;
    let count = found.count();
    let title = words.text("search-title");
    let body = html! {
        header class="head" {
            h1 { (title) }
            @if !asked.is_empty() {
                p class="lead" { (words.with("search-found", [("count", number(count as u64)), ("asked", text(&asked))])) }
            }
        }
        (search_form(&visit, &asked))
        @if count == 0 && !asked.is_empty() { (nothing(&words.text("search-nothing"))) }
        @if !found.pairs.is_empty() {
            section class="sec" { h2 { (words.text("nav-pairs")) } ul class="list" {
                @for pair in &found.pairs {
                    li { p { a href=(visit.link(&format!("/pairs/{pair}"))) { (pair_name(words, *pair)) } " " span class="code" { (pair) } } }
                }
            } }
        }
        @if !found.claims.is_empty() {
            section class="sec" { h2 { (words.text("nav-claims")) } (lists::claims(&visit, found.claims.iter().map(|item| ClaimRow::new(words, item, &documents)))) }
        }
        @if !found.documents.is_empty() {
            section class="sec" { h2 { (words.text("nav-documents")) } (lists::documents(&visit, &found.documents)) }
        }
        @if !found.authors.is_empty() {
            section class="sec" { h2 { (words.text("authors-title")) } ul class="list" {
                @for author in &found.authors { li { p { a href=(visit.link(&format!("/authors/{}", author.id))) { (cut(&author.name, 120)) } } } }
            } }
        }
        @if !found.sources.is_empty() {
            section class="sec" { h2 { (words.text("nav-sources")) } ul class="list" {
                @for source in &found.sources { li { p { a href=(visit.link(&format!("/sources#{}", source.id))) { (source.name) } } } }
            } }
        }
        p class="src" { (words.with("search-bounds", [("count", number(u64::from(NEWEST)))])) }
    };
    Ok(Frame::new(title).unlisted().show(&visit, body))
}

async fn find(app: &App, visit: &Visit, asked: &str) -> Result<Found, Fault> {
    let registry = app.registry()?;
    let wanted: Vec<String> = asked.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let has = |text: &str| {
        let text = text.to_lowercase();
        wanted.iter().all(|word| text.contains(word.as_str()))
    };
    let as_of = visit.as_of;
    let documents = DocumentFilter { as_of, limit: NEWEST, ..DocumentFilter::default() };
    let documents = registry.documents(&documents).await?.items;
    let claims = ClaimFilter { as_of, limit: NEWEST, ..ClaimFilter::default() };
    let claims = registry.claims(&claims).await?.items;
    let authors = registry.authors(as_of).await?.items;
    let known: BTreeSet<Pair> = registry.pairs_named(as_of).await?.into_iter().collect();
    let title = |document: &DocumentWire| document.title.as_deref().is_some_and(has);
    Ok(Found {
        pairs: pairs(asked, &known),
        claims: claims.into_iter().filter(|item| has(&item.claim.claim.quote.exact)).take(SHOWN).collect(),
        documents: documents.into_iter().filter(title).take(SHOWN).collect(),
        authors: authors.into_iter().filter(|author| has(&author.name)).take(SHOWN).collect(),
        sources: Sources::bundled().all().filter(|source| has(&source.name)).take(SHOWN).collect(),
    })
}

/// Returns the pairs that a question names: its two countries, or all known pairs of its only one.
fn pairs(asked: &str, known: &BTreeSet<Pair>) -> Vec<Pair> {
    let named = countries(asked);
    match named.as_slice() {
        [one] => {
            known.iter().copied().filter(|p| p.first() == *one || p.second() == *one).take(SHOWN).collect()
        }
        [one, other, ..] => Pair::new(*one, *other).into_iter().collect(),
        [] => Vec::new(),
    }
}

/// Returns the countries that a question names, by name or code, in any of the languages.
fn countries(asked: &str) -> Vec<Country> {
    let words: Vec<&str> =
        asked.split(|c: char| c.is_whitespace() || "-–—,/".contains(c)).filter(|w| !w.is_empty()).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = (1..=4.min(words.len() - at)).rev().find_map(|length| {
            let name = words[at..at + length].join(" ");
            let country = name.parse().ok().or_else(|| Country::by_name(&name))?;
            Some((length, country))
        });
        at += longest.map_or(1, |(length, _)| length);
        found.extend(longest.map(|(_, country)| country));
    }
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::countries;

    #[test]
    fn countries_are_found_by_name_and_code() {
        for (asked, expect) in [
            ("Kazakhstan Uzbekistan", "KAZ UZB"),
            ("казахстан – узбекистан", "KAZ UZB"),
            ("KAZ-UZB", "KAZ UZB"),
            ("KAZ and CHN", "KAZ CHN"),
            ("South Korea", "KOR"),
            ("turnover", ""),
        ] {
            let found: Vec<&str> = countries(asked).iter().map(|country| country.alpha3()).collect();
            assert_eq!(found.join(" "), expect, "{asked}");
        }
    }
}

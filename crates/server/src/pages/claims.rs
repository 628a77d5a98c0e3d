//! Claims on file: narrowed by a form, part by part.

use crate::app::App;
use crate::pages::frame::{Entry, Frame};
use crate::pages::lists::{self, ClaimRow, ROWS, documents_of, kept, nothing, pager};
use crate::pages::visit::Visit;
use crate::pages::wording::pair_name;
use crate::pages::words::{Words, number, text};
use crate::pages::{Fault, Shown};
use axum::extract::State;
use entente_model::{ClaimKind, Modality, Outcome, Pair};
use entente_observatory::{ClaimFilter, Sources};
use jiff::civil::Date;
use maud::{Markup, html};
use std::str::FromStr;

/// Lists claims.
///
/// # Errors
/// When a filter is none, or the registry cannot be read.
pub async fn claims(visit: Visit, State(app): State<App>) -> Shown {
    let words = visit.words;
    let filter = filter(&visit)?;
    let registry = app.registry()?;
    let found = registry.claims(&filter).await?;
    let documents = documents_of(&app, found.items.iter().map(|item| &item.document)).await?;
    let mut pairs: Vec<Pair> = registry.pairs_named(visit.as_of).await?;
    pairs.sort_by_key(|pair| pair_name(words, *pair));
    let is_narrowed = NAMES.iter().any(|name| visit.parameter(name).is_some());
    let body = html! {
        header class="head" {
            h1 { (words.text("claims-title")) }
            p class="lead" { (words.with("claims-lead", [("count", number(found.total))])) }
        }
        (form(&visit, &pairs))
        @if found.items.is_empty() {
            (nothing(&words.text(if is_narrowed { "claims-none-so" } else { "claims-none" })))
        } @else {
            (lists::claims(&visit, found.items.iter().map(|item| ClaimRow::new(words, item, &documents))))
        }
        (pager(&visit, found.next.as_deref()))
    };
    let frame = Frame::new(words.text("claims-title")).at(Entry::Claims).data("JSON", data(&visit));
    Ok(frame.show(&visit, body))
}

/// The fields of the form; the API has the same.
const NAMES: [&str; 7] = ["pair", "kind", "outcome", "modality", "source", "since", "until"];

/// Returns the same list of the API.
fn data(visit: &Visit) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(NAMES.iter().filter_map(|name| Some((*name, visit.parameter(name)?))))
        .finish();
    if query.is_empty() { "/api/v1/claims".to_owned() } else { format!("/api/v1/claims?{query}") }
}

fn filter(visit: &Visit) -> Result<ClaimFilter, Fault> {
    Ok(ClaimFilter {
        pair: read::<Pair>(visit, "pair", "fault-pair-filter")?,
        kind: read::<ClaimKind>(visit, "kind", "fault-choice")?,
        outcome: read::<Outcome>(visit, "outcome", "fault-choice")?,
        modality: read::<Modality>(visit, "modality", "fault-choice")?,
        source: read(visit, "source", "fault-choice")?,
        since: read::<Date>(visit, "since", "fault-day")?,
        until: read::<Date>(visit, "until", "fault-day")?,
        after: read(visit, "cursor", "fault-cursor-given")?,
        as_of: visit.as_of,
        limit: ROWS,
        ..ClaimFilter::default()
    })
}

/// Reads a parameter; what is none of its values is told with what would be.
pub(crate) fn read<T: FromStr>(visit: &Visit, name: &str, key: &'static str) -> Result<Option<T>, Fault> {
    let Some(given) = visit.parameter(name) else { return Ok(None) };
    let shown: String = given.chars().take(80).collect();
    given.parse().map(Some).map_err(|_| Fault::field(name, key, [("given", text(shown))]))
}

fn form(visit: &Visit, pairs: &[Pair]) -> Markup {
    let words = visit.words;
    let of = |list: &'static str, all: Vec<&'static str>| -> Vec<(String, String)> {
        all.into_iter().map(|word| (word.to_owned(), words.word(list, word))).collect()
    };
    let pairs = pairs.iter().map(|pair| (pair.to_string(), pair_name(words, *pair))).collect();
    let kinds = of("claim-kind", ClaimKind::ALL.iter().map(|kind| kind.as_str()).collect());
    let outcomes = of("outcome", Outcome::ALL.iter().map(|outcome| outcome.as_str()).collect());
    let modalities = of("claim-modality", Modality::ALL.iter().map(|modality| modality.as_str()).collect());
    let sources =
        Sources::bundled().all().map(|source| (source.id.to_string(), source.name.clone())).collect();
    html! {
        form class="filter" method="get" action="/claims" aria-label=(words.text("claims-filter")) {
            (kept(visit))
            div class="fields" {
                (choice(visit, "pair", "claims-pair", pairs))
                (choice(visit, "kind", "claims-kind", kinds))
                (choice(visit, "outcome", "claims-outcome", outcomes))
                (choice(visit, "modality", "claims-modality", modalities))
                (choice(visit, "source", "claims-source", sources))
                (day(visit, "since", "claims-since"))
                (day(visit, "until", "claims-until"))
                div { button class="btn" { (words.text("claims-show")) } " " a href=(visit.link("/claims")) { (words.text("claims-clear")) } }
            }
        }
    }
}

pub(crate) fn choice(
    visit: &Visit,
    name: &str,
    label: &'static str,
    options: Vec<(String, String)>,
) -> Markup {
    let words: Words = visit.words;
    let chosen = visit.parameter(name);
    html! {
        div {
            label for={ "f-" (name) } { (words.text(label)) }
            select id={ "f-" (name) } name=(name) {
                option value="" { (words.text("claims-any")) }
                @for (value, shown) in &options {
                    option value=(value) selected[chosen == Some(value.as_str())] { (shown) }
                }
            }
        }
    }
}

pub(crate) fn day(visit: &Visit, name: &str, label: &'static str) -> Markup {
    html! {
        div {
            label for={ "f-" (name) } { (visit.words.text(label)) }
            input id={ "f-" (name) } name=(name) type="date" value=[visit.parameter(name)];
        }
    }
}

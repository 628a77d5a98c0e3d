//! Sources: the publishers that are read, and those whose figures are loaded.

use crate::app::App;
use crate::pages::Shown;
use crate::pages::frame::{Entry, Frame};
use crate::pages::visit::Visit;
use crate::pages::words::number;
use axum::extract::State;
use entente_model::{Source, Tier};
use entente_observatory::{DocumentFilter, Sources};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Lists the sources, by kind of publisher.
///
/// # Errors
/// When the registry cannot be read.
pub async fn sources(visit: Visit, State(app): State<App>) -> Shown {
    let words = visit.words;
    let mut of_tier: BTreeMap<Tier, Vec<(&Source, u64)>> = BTreeMap::new();
    let mut documents = 0;
    for source in Sources::bundled().all() {
        let filter = DocumentFilter {
            source: Some(source.id.clone()),
            as_of: visit.as_of,
            limit: 1,
            ..DocumentFilter::default()
        };
        let total = app.registry()?.documents(&filter).await?.total;
        documents += total;
        of_tier.entry(source.tier).or_default().push((source, total));
    }
    let count = of_tier.values().map(|sources| sources.len() as u64).sum();
    let body = html! {
        header class="head" {
            h1 { (words.text("sources-title")) }
            p class="lead" {
                (words.with("sources-lead", [("sources", number(count)), ("documents", number(documents))]))
            }
            p { (words.text("sources-figures")) " " a href=(visit.link("/datasets")) { (words.text("datasets-title")) } }
        }
        @for (tier, sources) in of_tier {
            section class="sec" {
                h2 { (words.word("tiers", tier.as_str())) }
                (table(&visit, tier, &sources))
            }
        }
    };
    let frame = Frame::new(words.text("sources-title")).at(Entry::Sources).data("JSON", "/api/v1/sources");
    Ok(frame.show(&visit, body))
}

fn table(visit: &Visit, tier: Tier, sources: &[(&Source, u64)]) -> Markup {
    let words = visit.words;
    html! {
        table class="stack" role="table" {
            caption class="vh" { (words.word("tiers", tier.as_str())) }
            thead role="rowgroup" { tr role="row" {
                th role="columnheader" scope="col" { (words.text("sources-name")) }
                th role="columnheader" scope="col" { (words.text("sources-country")) }
                th role="columnheader" scope="col" { (words.text("sources-languages")) }
                th role="columnheader" scope="col" class="n" { (words.text("sources-documents")) }
            } }
            tbody role="rowgroup" {
                @for (source, documents) in sources {
                    tr role="row" id=(source.id) {
                        th role="rowheader" scope="row" {
                            (source.name)
                            @if let Some(host) = source.hosts.first() { " " span class="soft small" { (host) } }
                        }
                        td role="cell" data-l=(words.text("sources-country")) {
                            @match source.country {
                                Some(country) => (words.country(country)),
                                None => (words.text("sources-no-country")),
                            }
                        }
                        td role="cell" data-l=(words.text("sources-languages")) {
                            (source.languages.iter().map(|lang| words.word("lang", lang.code())).collect::<Vec<_>>().join(", "))
                        }
                        td role="cell" class="n" data-l=(words.text("sources-documents")) {
                            @if *documents == 0 { span class="soft" { (words.text("sources-none")) } } @else {
                                a href=(visit.link_with("/documents", &[("source", source.id.as_str())]))
                                    aria-label=(words.with("sources-documents-of", [
                                        ("count", number(*documents)), ("source", crate::pages::words::text(&source.name)),
                                    ])) { (words.count(*documents)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

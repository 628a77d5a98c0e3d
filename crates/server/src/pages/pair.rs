//! The page of a pair: its trade as both report it, what was said of it, targets, sources.

mod charts;
mod lead;
mod marks_on;
mod register;
mod table;
mod targets;
mod two_sides;
mod years;

use crate::app::App;
use crate::pages::marked::tally;
use crate::pages::said;
use crate::pages::words::{number, text};
use crate::pages::{Entry, Fault, Frame, Visit, marks};
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use entente_model::{Country, Pair};
use entente_observatory::mirror::{Mirror, mirror};
use entente_observatory::standing::Standing;
use maud::{Markup, html};
use register::Beside;
use years::Years;

/// How many rows of statements stand on the page; the list has the rest.
const ROWS: usize = 30;

/// Shows a pair; the other order of its countries leads to the one in use.
pub(crate) async fn pair(
    visit: Visit,
    State(app): State<App>,
    Path(code): Path<String>,
) -> Result<Response, Fault> {
    let Ok(pair) = code.parse::<Pair>() else {
        let turned = turned(&code).ok_or_else(|| {
            let given = code.chars().take(80).collect::<String>();
            Fault::field("pair", "fault-pair", [("given", text(given))])
        })?;
        let location = visit.link(&format!("/pairs/{turned}"));
        return Ok((StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, location)]).into_response());
    };
    let registry = app.registry()?;
    let (standing, sides, beside) = tokio::try_join!(
        async { Ok::<_, Fault>(registry.standing(pair, visit.as_of).await?) },
        async { Ok(registry.sides(pair).await?) },
        Beside::of(&app, pair, &visit),
    )?;
    let mirror = mirror(sides, pair, visit.as_of, visit.words.lang());
    Ok(page(&visit, &standing, &mirror, &beside).into_response())
}

/// Returns the pair that a code names in the other order.
fn turned(code: &str) -> Option<Pair> {
    let (a, b) = code.split_once('-')?;
    let (a, b): (Country, Country) = (a.parse().ok()?, b.parse().ok()?);
    Pair::new(a, b)
}

/// Writes the page.
pub(crate) fn page(visit: &Visit, standing: &Standing, mirror: &Mirror, beside: &Beside) -> Markup {
    let words = visit.words;
    let pair = standing.profile.pair;
    let name = said::pair_name(words, pair);
    let years = Years::new(&standing.profile);
    let targets = targets::targets(standing);
    let lead = lead::lead(visit, &years, &targets);
    let body = html! {
        (lead::head(visit, &name, pair, lead))
        (lead::key_figures(visit, &years, &targets))
        div class="body with-toc" {
            (contents(visit, &targets, two_sides::has_any(mirror)))
            div {
                section class="sec" id="trade" {
                    h2 { (words.text("pair-trade")) }
                    @if years.rows.is_empty() { p { (words.text("pair-no-figures")) } }
                    @else { (charts::charts(visit, standing, &years, &targets)) }
                }
                (two_sides::section(visit, mirror))
                (statements(visit, standing, &years))
                (targets::section(visit, &years, &targets))
                (beside.section(visit, pair))
                (lacking(visit))
                (sources(visit, standing))
            }
        }
    };
    Frame::new(name.clone())
        .at(Entry::Pairs)
        .described(words.with("pair-description", [("name", text(name))]))
        .crumb(words.text("nav-pairs"), "/pairs")
        .data("JSON", format!("/api/v1/pairs/{pair}"))
        .data(words.text("pair-series"), format!("/api/v1/pairs/{pair}/series"))
        .show(visit, body)
}

fn contents(visit: &Visit, targets: &[targets::Target<'_>], has_sides: bool) -> Markup {
    let words = visit.words;
    html! {
        nav class="toc" aria-label=(words.text("pair-contents")) { ul {
            li { a href="#trade" { (words.text("pair-trade")) } }
            @if has_sides { li { a href="#sides" { (words.text("pair-contents-sides")) } } }
            li { a href="#statements" { (words.text("pair-contents-statements")) } }
            @if !targets.is_empty() { li { a href="#targets" { (words.text("pair-contents-targets")) } } }
            li { a href="#register" { (words.text("pair-register")) } }
            li { a href="#lacking" { (words.text("pair-contents-lacking")) } }
            li { a href="#sources" { (words.text("pair-sources")) } }
        } }
    }
}

fn statements(visit: &Visit, standing: &Standing, years: &Years) -> Markup {
    let words = visit.words;
    let pair = standing.profile.pair.to_string();
    let outcomes = standing.statements.iter().filter_map(|statement| statement.outcome());
    let tally = tally(outcomes);
    let placed = marks_on::chosen(standing, years);
    let shown = standing.statements.iter().enumerate().filter(|(at, _)| *at < ROWS || placed.contains(at));
    html! {
        section class="sec" id="statements" {
            h2 { (words.text("pair-statements")) }
            @if standing.statements.is_empty() { p { (words.text("pair-no-statements")) } }
            @else {
                p { (words.with("pair-statements-count", [
                    ("statements", number(standing.statements.len() as u64)),
                    ("documents", number(standing.documents as u64)),
                    ("claims", number(standing.claims)),
                ])) }
                @if !tally.is_empty() { (marks::tally(&tally, &words.text("pair-tally"), words)) }
                ul class="list cols" {
                    @for (_, statement) in shown {
                        (said::statement(visit, statement, standing.verdicts.get(&statement.claim.claim.id), true))
                    }
                }
                p { a href=(visit.link_with("/claims", &[("pair", &pair)])) { (words.text("pair-all-statements")) } }
            }
        }
    }
}

/// Says what this registry cannot answer yet.
fn lacking(visit: &Visit) -> Markup {
    let words = visit.words;
    html! {
        section class="sec" id="lacking" {
            h2 { (words.text("pair-lacking")) }
            p { (words.text("pair-lacking-months")) }
        }
    }
}

fn sources(visit: &Visit, standing: &Standing) -> Markup {
    let words = visit.words;
    html! {
        section class="sec" id="sources" {
            h2 { (words.text("pair-sources")) }
            @if standing.publications.is_empty() { p { (words.text("pair-no-figures")) } }
            @else {
                div class="scroll" tabindex="0" role="region" aria-label=(words.text("pair-sources")) {
                    table class="stack" role="table" {
                        caption class="vh" { (words.text("pair-sources")) }
                        thead role="rowgroup" { tr role="row" {
                            th role="columnheader" scope="col" { (words.text("pair-source")) }
                            th role="columnheader" scope="col" { (words.text("pair-covers")) }
                            th role="columnheader" scope="col" { (words.text("pair-counts")) }
                            th role="columnheader" scope="col" { (words.text("pair-known")) }
                            th role="columnheader" scope="col" { (words.text("pair-licence")) }
                        } }
                        tbody role="rowgroup" {
                            @for publication in &standing.publications {
                                @for release in &publication.releases {
                                    tr role="row" {
                                        th role="rowheader" scope="row" {
                                            (publication.dataset.office) ": "
                                            a href=(visit.link(&format!("/datasets/{}/{}", publication.dataset.publisher, publication.dataset.id))) { (publication.dataset.title) }
                                        }
                                        td role="cell" data-l=(words.text("pair-covers")) lang="en" { (release.coverage) }
                                        td role="cell" data-l=(words.text("pair-counts")) { (words.word("basis", release.basis.as_str())) }
                                        td role="cell" data-l=(words.text("pair-known")) { (words.date(release.known())) }
                                        td role="cell" data-l=(words.text("pair-licence")) lang="en" { (publication.dataset.licence) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

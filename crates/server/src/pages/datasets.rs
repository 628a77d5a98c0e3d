//! Datasets: which figures are loaded, how new they are, and every release of each.

use crate::app::App;
use crate::pages::frame::{Entry, Frame, as_of_form};
use crate::pages::lists::nothing;
use crate::pages::visit::Visit;
use crate::pages::wording::cut;
use crate::pages::words::{Words, number, text};
use crate::pages::{Fault, Shown};
use axum::extract::{Path, State};
use entente_model::{Arg, Dataset, Release};
use entente_observatory::freshness::{FreshState, freshness};
use maud::{Markup, html};

/// The longest note on a release, in letters.
const LONGEST_NOTE: usize = 600;

/// A release with the number of its figures.
type Vintage<'a> = (&'a Release, u64);

/// Lists the datasets.
///
/// # Errors
/// When the registry cannot be read.
pub async fn datasets(visit: Visit, State(app): State<App>) -> Shown {
    let words = visit.words;
    let figures = app.registry()?.releases().await?;
    let all: Vec<Vintage<'_>> = figures.releases.iter().zip(figures.counts.iter().copied()).collect();
    let body = html! {
        header class="head" {
            h1 { (words.text("datasets-title")) }
            p class="lead" { (words.with("datasets-lead", [("count", number(figures.datasets.len() as u64))])) }
            (as_of_form(&visit, None))
        }
        @if figures.datasets.is_empty() { (nothing(&words.text("datasets-none"))) }
        div class="boxes" { @for dataset in &figures.datasets { (card(&visit, dataset, &of(dataset, &all, &visit))) } }
        section class="sec" {
            h2 { (words.text("datasets-lacking-title")) }
            p { (words.text("datasets-lacking")) }
        }
    };
    let frame = Frame::new(words.text("datasets-title")).at(Entry::Datasets).data("JSON", "/api/v1/datasets");
    Ok(frame.show(&visit, body))
}

/// Shows a dataset with its releases, the newest first.
///
/// # Errors
/// When there is none of that name, or the registry cannot be read.
pub async fn dataset(visit: Visit, State(app): State<App>, Path(id): Path<String>) -> Shown {
    let words = visit.words;
    let figures = app.registry()?.releases().await?;
    let all: Vec<Vintage<'_>> = figures.releases.iter().zip(figures.counts.iter().copied()).collect();
    let found = figures.datasets.iter().find(|dataset| path(dataset) == id);
    let dataset = found.ok_or_else(|| Fault::not_found("fault-no-dataset"))?;
    let releases = of(dataset, &all, &visit);
    let later = all.iter().filter(|(release, _)| is_of(dataset, release)).count() - releases.len();
    let title = title(words, dataset);
    let body = html! {
        header class="head" {
            h1 { (title) }
            p class="lead" { (state(words, &releases)) }
            (as_of_form(&visit, Some(&id)))
        }
        (facts(words, dataset))
        section class="sec" {
            h2 { (words.with("datasets-releases", [("count", number(releases.len() as u64))])) }
            @if later > 0 { p { (words.with("datasets-later", [("count", number(later as u64))])) } }
            ol class="list" { @for vintage in &releases { (release(words, vintage)) } }
        }
    };
    let frame = Frame::new(title).at(Entry::Datasets).data("JSON", "/api/v1/datasets");
    Ok(frame.crumb(words.text("datasets-title"), "/datasets").show(&visit, body))
}

/// Returns the title of a dataset: of our own where many offices have one like it, else the office's, in English.
fn title(words: Words, dataset: &Dataset) -> String {
    let key = match dataset.id.as_str() {
        "trade-by-country" => "datasets-by-country",
        "announced-figures" => "datasets-announced",
        _ => return dataset.title.clone(),
    };
    match dataset.reporter {
        Some(country) => words.with(key, [("country", Arg::Country(country))]),
        None => dataset.title.clone(),
    }
}

/// Returns the name of a dataset in addresses: `KZ-BNS/trade-by-country`.
fn path(dataset: &Dataset) -> String {
    format!("{}/{}", dataset.publisher, dataset.id)
}

fn is_of(dataset: &Dataset, release: &Release) -> bool {
    release.publisher == dataset.publisher && release.dataset == dataset.id
}

/// Returns the releases of a dataset that were known by the day of the page, the newest first.
fn of<'a>(dataset: &Dataset, all: &[Vintage<'a>], visit: &Visit) -> Vec<Vintage<'a>> {
    let known = |release: &Release| is_of(dataset, release) && release.known() <= visit.as_of;
    let mut own: Vec<Vintage<'a>> = all.iter().filter(|(release, _)| known(release)).copied().collect();
    own.sort_by(|(a, _), (b, _)| (b.known(), b.loaded, &b.id).cmp(&(a.known(), a.loaded, &a.id)));
    own
}

fn card(visit: &Visit, dataset: &Dataset, releases: &[Vintage<'_>]) -> Markup {
    let words = visit.words;
    html! {
        section class="box" {
            h2 class="h3" { a href=(visit.link(&format!("/datasets/{}", path(dataset)))) { (title(words, dataset)) } }
            p lang=[english(words)] { (dataset.office) }
            p { (state(words, releases)) }
            @if let Some(stale) = stale(visit, dataset, releases) { p class="warn" { (stale) } }
            @if let Some((newest, _)) = releases.first() { p class="soft small" lang=[english(words)] { (newest.coverage) } }
        }
    }
}

/// Says how new a dataset is.
fn state(words: Words, releases: &[Vintage<'_>]) -> String {
    match releases.first() {
        Some((newest, rows)) => words.with(
            "datasets-state",
            [
                ("releases", number(releases.len() as u64)),
                ("date", text(words.date(newest.known()))),
                ("rows", number(*rows)),
            ],
        ),
        None => words.text("datasets-not-yet"),
    }
}

/// Says since when the next release is overdue.
pub(crate) fn stale(visit: &Visit, dataset: &Dataset, releases: &[Vintage<'_>]) -> Option<String> {
    let fresh = freshness(dataset, releases.iter().map(|(release, _)| *release), visit.as_of);
    let due = fresh.due.filter(|_| fresh.state == FreshState::Stale)?;
    Some(visit.words.with("datasets-stale", [("due", text(visit.words.date(due)))]))
}

fn facts(words: Words, dataset: &Dataset) -> Markup {
    html! {
        dl class="meta-dl" {
            dt { (words.text("datasets-office")) } dd lang=[english(words)] { (dataset.office) }
            @if let Some(country) = dataset.reporter {
                dt { (words.text("datasets-reporter")) } dd { (words.country(country)) }
            }
            dt { (words.text("datasets-licence")) } dd lang=[english(words)] { (dataset.licence) }
            @if let Some(url) = &dataset.url { dt { (words.text("datasets-address")) } dd class="address" { (url) } }
        }
    }
}

fn release(words: Words, (release, rows): &Vintage<'_>) -> Markup {
    html! {
        li {
            p {
                b { (words.date(release.known())) } " "
                span class="soft" { (words.word("published", release.published_basis.as_str())) }
            }
            p class="why" {
                (words.with("datasets-rows", [("count", number(*rows))])) ", "
                (words.word("datasets-basis", release.basis.as_str())) ". "
                (words.with("datasets-loaded", [("date", text(words.date(release.loaded)))]))
            }
            p class="meta" lang=[english(words)] {
                (release.coverage)
                @if let Some(note) = &release.note { ". " (cut(note, LONGEST_NOTE)) }
            }
            p class="meta address" { (release.id) }
        }
    }
}

/// Offices' titles and notes are in English.
fn english(words: Words) -> Option<&'static str> {
    (words.lang() != entente_model::Lang::En).then_some("en")
}

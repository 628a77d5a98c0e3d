//! The first page: what this is, search, a text to check, pairs, the newest verdicts.

use crate::app::App;
use crate::pages::frame::{Frame, as_of_form};
use crate::pages::lists::{self, ClaimRow, documents_of, nothing, search_form};
use crate::pages::pairs;
use crate::pages::register::rows;
use crate::pages::visit::Visit;
use crate::pages::words::{number, text};
use crate::pages::{Fault, Shown};
use axum::extract::State;
use entente_model::{EntryKind, ItemStatus, Outcome};
use entente_observatory::EntryFilter;
use entente_observatory::answers::{List, VerdictOnClaim};
use entente_observatory::register::EntryWire;
use maud::{Markup, html};

/// How many pairs the first page shows.
const PAIRS: usize = 6;

/// How many action items the first page shows.
const DUE: u32 = 5;

/// How many verdicts the first page shows.
const VERDICTS: usize = 5;

/// Among how many of the newest those are looked for.
const LOOKED_AT: u32 = 40;

/// Shows the first page.
///
/// # Errors
/// When the registry cannot be read.
pub async fn home(visit: Visit, State(app): State<App>) -> Shown {
    let words = visit.words;
    let all = pairs::most_claimed(&app, &visit).await?;
    let total = all.len();
    let rows = pairs::with_figures(&app, &visit, all.into_iter().take(PAIRS)).await?;
    let newest = newest_verdicts(&app, &visit).await?;
    let documents = documents_of(&app, newest.iter().map(|item| &item.document)).await?;
    let verdicts = newest.iter().map(|item| ClaimRow {
        claim: &item.claim,
        document: &item.document,
        written: documents.get(&item.document),
        day: words.with("list-checked", [("date", text(words.date(item.verdict.as_of)))]),
        outcome: Some(item.verdict.outcome),
    });
    let due = due(&app, &visit).await?;
    let body = html! {
        header class="head" {
            h1 { (words.text("home-title")) }
            p class="lead" { (words.text("home-lead")) }
            (as_of_form(&visit, None))
        }
        div class="doors" {
            section aria-labelledby="find" { h2 id="find" { (words.text("home-search")) } (search_form(&visit, "")) }
            section aria-labelledby="try" { h2 id="try" { (words.text("home-check")) } (check_box(&visit)) }
        }
        section class="sec" id="pairs" {
            h2 { (words.text("home-pairs")) }
            @if rows.is_empty() {
                (nothing(&words.text("pairs-none")))
            } @else {
                (pairs::list(&visit, &rows))
                @if total > rows.len() {
                    p { a href=(visit.link("/pairs")) { (words.with("home-all-pairs", [("count", number(total as u64))])) } }
                }
            }
        }
        section class="sec" id="verdicts" {
            h2 { (words.text("home-verdicts")) }
            @if newest.is_empty() {
                (nothing(&words.text("claims-none")))
            } @else {
                p { (words.text("home-verdicts-how")) }
                (lists::claims(&visit, verdicts))
                p { a href=(visit.link("/claims")) { (words.text("home-all-claims")) } " · " a href=(visit.link("/marks")) { (words.text("marks-link")) } }
            }
        }
    };
    let body = html! { (body) (owed(&visit, &due)) };
    let frame =
        Frame::new(words.text("home-tab")).described(words.text("home-lead")).data("JSON", "/api/v1/pairs");
    Ok(frame.show(&visit, body))
}

/// Returns what is owed, the first deadline first.
async fn due(app: &App, visit: &Visit) -> Result<List<EntryWire>, Fault> {
    let states = ItemStatus::ALL.iter().filter(|status| status.is_owed()).map(ToString::to_string);
    let filter = EntryFilter {
        states: states.collect(),
        limit: DUE,
        ..EntryFilter::all(EntryKind::ActionItem, visit.as_of)
    };
    Ok(app.registry()?.entries(&filter).await?)
}

/// Lists what is owed next, and leads to what does not add up.
fn owed(visit: &Visit, due: &List<EntryWire>) -> Markup {
    let words = visit.words;
    html! {
        section class="sec" id="due" {
            h2 { (words.text("home-due")) }
            @if due.items.is_empty() { (nothing(&words.text("register-none"))) } @else {
                ul class="list" {
                    @for item in &due.items {
                        li {
                            p { (rows::name(visit, item)) }
                            p class="meta" {
                                (item.pair) " · "
                                @match rows::day(words, item, "deadline") {
                                    Some(day) => (words.with("items-by", [("date", text(day))])),
                                    None => (words.text("items-no-deadline")),
                                }
                                @if item.overdue { " " span class="st late" { (words.text("register-overdue")) } }
                            }
                        }
                    }
                }
            }
            p {
                a href=(visit.link("/items")) { (words.text("home-all-items")) } " · "
                a href=(visit.link("/projects")) { (words.text("projects-title")) } " · "
                a href=(visit.link("/agreements")) { (words.text("agreements-title")) } " · "
                a href=(visit.link("/conflicts")) { (words.text("conflicts-title")) }
            }
        }
    }
}

/// Returns the newest verdicts that say something: those without data only where there are no others.
async fn newest_verdicts(app: &App, visit: &Visit) -> Result<Vec<VerdictOnClaim>, Fault> {
    let newest = app.registry()?.newest_verdicts(visit.as_of, LOOKED_AT).await?.items;
    let (silent, telling): (Vec<_>, Vec<_>) =
        newest.into_iter().partition(|item| item.verdict.outcome == Outcome::NoData);
    Ok(telling.into_iter().chain(silent).take(VERDICTS).collect())
}

/// A box for a text, which goes to the page that checks it.
fn check_box(visit: &Visit) -> Markup {
    let words = visit.words;
    html! {
        form method="post" action=(visit.link("/check")) {
            label for="text" { (words.text("home-check-label")) }
            p class="hint" id="text-hint" { (words.text("home-check-hint")) }
            textarea id="text" name="text" rows="5" required aria-describedby="text-hint" {}
            p class="go" { button class="btn" { (words.text("home-check-button")) } }
        }
    }
}

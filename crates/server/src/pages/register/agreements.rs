//! Agreements in the four lanes that ministries report: being drafted, agreed, ready to be signed, signed.

use super::rows;
use crate::app::App;
use crate::pages::claims::choice;
use crate::pages::frame::{Entry, Frame, as_of_form};
use crate::pages::lists::{nothing, pager};
use crate::pages::visit::Visit;
use crate::pages::words::{number, text};
use crate::pages::{Fault, Shown};
use axum::extract::State;
use entente_model::{AgreementStatus, EntryKind};
use entente_observatory::EntryFilter;
use entente_observatory::register::EntryWire;
use maud::{Markup, html};

/// How many agreements a lane shows.
const CARDS: u32 = 50;

/// The lanes: the key of each heading, and the statuses in it.
const LANES: [(&str, &[AgreementStatus]); 4] = [
    ("agreements-lane-draft", &[AgreementStatus::Draft]),
    ("agreements-lane-agreed", &[AgreementStatus::Agreed]),
    ("agreements-lane-ready", &[AgreementStatus::ReadyForSignature]),
    ("agreements-lane-signed", &[AgreementStatus::Signed, AgreementStatus::InForce]),
];

/// Shows agreements: in lanes, or those of one status as a list.
///
/// # Errors
/// When a filter is none, or the registry cannot be read.
pub async fn agreements(visit: Visit, State(app): State<App>) -> Shown {
    let words = visit.words;
    let filter = rows::filter(&app, &visit, EntryKind::Agreement, CARDS).await?;
    let list = app.registry()?.entries(&filter).await?;
    let pairs = rows::pairs(&app, &visit, &list.items).await?;
    let is_list = !filter.states.is_empty();
    let shown = if is_list { one_list(&visit, &list.items) } else { lanes(&app, &visit, &filter).await? };
    let csv = rows::data(&visit, "/api/v1/agreements.csv", &["pair"]);
    let body = html! {
        header class="head" {
            h1 { (words.text("agreements-title")) }
            p class="lead" { (words.with("agreements-lead", [("count", number(list.total))])) }
            (as_of_form(&visit, None))
        }
        (rows::narrow(&visit, EntryKind::Agreement, html! {
            (choice(&visit, "pair", "claims-pair", pairs))
            (choice(&visit, "state", "register-state", rows::offered(words, EntryKind::Agreement)))
        }))
        p class="views" { a href=(visit.link(&csv)) { (words.text("register-csv")) } }
        @if list.total == 0 { (nothing(&rows::none(&visit))) } @else { (shown) }
        @if is_list { (pager(&visit, list.next.as_deref())) }
    };
    let frame = Frame::new(words.text("agreements-title")).at(Entry::Agreements);
    let frame = frame.data("JSON", rows::data(&visit, "/api/v1/agreements", &["pair", "state"]));
    Ok(frame.data("CSV", csv).described(words.text("agreements-about")).show(&visit, body))
}

fn one_list(visit: &Visit, entries: &[EntryWire]) -> Markup {
    html! { ul class="list" { @for entry in entries { li { (card(visit, entry)) (rows::state(visit.words, entry)) } } } }
}

async fn lanes(app: &App, visit: &Visit, filter: &EntryFilter) -> Result<Markup, Fault> {
    let words = visit.words;
    let mut lanes = Vec::new();
    let mut placed = 0;
    for (key, statuses) in LANES {
        let states = statuses.iter().map(ToString::to_string).collect();
        let list = app.registry()?.entries(&EntryFilter { states, ..filter.clone() }).await?;
        let more = [("pair", visit.parameter("pair").unwrap_or_default()), ("state", statuses[0].as_str())];
        placed += list.total;
        lanes.push((key, visit.link_with("/agreements", &more), list));
    }
    let ended = vec![AgreementStatus::Ended.to_string()];
    let ended = app.registry()?.entries(&EntryFilter { states: ended, ..filter.clone() }).await?.total;
    let all = app.registry()?.entries(&EntryFilter { limit: 1, ..filter.clone() }).await?.total;
    let link = [("pair", visit.parameter("pair").unwrap_or_default()), ("state", "ended")];
    Ok(html! {
        div class="board" {
            @for (key, more, list) in &lanes {
                (rows::lane(visit, (key, words.text(key).as_str()), list, Some(more.as_str()), |entry| html! {
                    (card(visit, entry))
                    @if entry.state.as_deref() == Some(AgreementStatus::InForce.as_str()) { p { (rows::state(words, entry)) } }
                }))
            }
        }
        @if ended > 0 {
            p { a href=(visit.link_with("/agreements", &link)) { (words.with("agreements-ended", [("count", number(ended))])) } }
        }
        @let unknown = all.saturating_sub(placed + ended);
        @if unknown > 0 { (nothing(&words.with("agreements-no-status", [("count", number(unknown))]))) }
    })
}

fn card(visit: &Visit, entry: &EntryWire) -> Markup {
    let words = visit.words;
    html! {
        p { (rows::name(visit, entry)) }
        p class="small soft" {
            (entry.pair)
            @if let Some(kind) = entry.field("type") { " · " (kind) }
            @if let Some(day) = rows::day(words, entry, "day") { " · " span class="nb" { (day) } }
            @else if let Some(since) = entry.since { " · " span class="nb" { (words.with("register-since", [("date", text(words.date(since)))])) } }
        }
    }
}

//! Action items: a table by deadline, a board by status, or what each month asks for.

use super::rows;
use crate::api::due;
use crate::app::App;
use crate::pages::claims::{choice, read};
use crate::pages::frame::{Entry, Frame, as_of_form};
use crate::pages::lists::{ROWS, nothing, pager};
use crate::pages::visit::Visit;
use crate::pages::words::{capitalised, number, text};
use crate::pages::{Fault, Shown};
use axum::extract::State;
use entente_model::{EntryKind, ItemStatus};
use entente_observatory::EntryFilter;
use entente_observatory::answers::List;
use entente_observatory::register::EntryWire;
use maud::{Markup, html};

/// How many cards a list of the board has.
const CARDS: u32 = 30;

/// The lists of the board: the key of each heading, and the statuses in it.
const LANES: [(&str, &[ItemStatus]); 4] = [
    ("items-lane-open", &[ItemStatus::Open]),
    ("items-lane-in-progress", &[ItemStatus::InProgress]),
    ("items-lane-carried-over", &[ItemStatus::CarriedOver]),
    ("items-lane-done", &[ItemStatus::Done, ItemStatus::Dropped]),
];

/// The days ahead that the form offers.
const AHEAD: [u16; 4] = [7, 14, 30, 90];

/// What narrows the list, which the API has too.
const NAMES: [&str; 4] = ["pair", "state", "sector", "due"];

/// Lists action items.
///
/// # Errors
/// When a filter is none, or the registry cannot be read.
pub async fn items(visit: Visit, State(app): State<App>) -> Shown {
    let words = visit.words;
    let mut filter = rows::filter(&app, &visit, EntryKind::ActionItem, ROWS).await?;
    if let Some(days) = read::<u16>(&visit, "due", "fault-choice")? {
        due(&mut filter, i64::from(days.min(3660)));
    }
    let looked_at = visit.parameter("view").unwrap_or_default();
    let is_board = looked_at == "board";
    let registry = app.registry()?;
    let list = registry.entries(&filter).await?;
    let overdue = overdue(&app, &filter).await?;
    let pairs = rows::pairs(&app, &visit, &list.items).await?;
    let shown = match looked_at {
        "board" => board(&app, &visit, &filter).await?,
        "months" => months(&visit, &list),
        _ => table(&visit, &list),
    };
    let csv = rows::data(&visit, "/api/v1/action-items.csv", &["pair"]);
    let ics = rows::data(&visit, "/api/v1/calendar.ics", &["pair"]);
    let body = html! {
        header class="head" {
            h1 { (words.text("items-title")) }
            p class="lead" {
                (words.with("items-lead", [("count", number(list.total)), ("overdue", number(overdue))]))
            }
            (as_of_form(&visit, None))
        }
        (rows::narrow(&visit, EntryKind::ActionItem, fields(&visit, pairs)))
        p class="views" {
            (view(&visit, "", !is_board && looked_at != "months", words.text("items-as-list")))
            (view(&visit, "board", is_board, words.text("items-as-board")))
            (view(&visit, "months", looked_at == "months", words.text("items-as-months")))
            a href=(visit.link(&ics)) { (words.text("items-calendar")) }
            a href=(visit.link(&csv)) { (words.text("register-csv")) }
        }
        @if list.total == 0 { (nothing(&rows::none(&visit))) } @else { (shown) }
        @if !is_board { (pager(&visit, list.next.as_deref())) }
    };
    let frame = Frame::new(words.text("items-title")).at(Entry::Items);
    let frame = frame.data("JSON", rows::data(&visit, "/api/v1/action-items", &NAMES)).data("CSV", csv);
    Ok(frame.data("iCalendar", ics).described(words.text("items-about")).show(&visit, body))
}

/// Counts what is owed and should have been done.
async fn overdue(app: &App, filter: &EntryFilter) -> Result<u64, Fault> {
    let Ok(yesterday) = filter.as_of.yesterday() else { return Ok(0) };
    let owed = ItemStatus::ALL.iter().filter(|status| status.is_owed()).map(ToString::to_string);
    let filter = EntryFilter {
        pair: filter.pair,
        until: Some(yesterday),
        states: owed.collect(),
        limit: 1,
        ..EntryFilter::all(EntryKind::ActionItem, filter.as_of)
    };
    Ok(app.registry()?.entries(&filter).await?.total)
}

fn fields(visit: &Visit, pairs: Vec<(String, String)>) -> Markup {
    let words = visit.words;
    let days = |days: u16| (days.to_string(), words.with("items-within", [("count", number(days.into()))]));
    html! {
        @if let Some(view) = visit.parameter("view") { input type="hidden" name="view" value=(view); }
        (choice(visit, "pair", "claims-pair", pairs))
        (choice(visit, "state", "register-state", rows::offered(words, EntryKind::ActionItem)))
        (choice(visit, "due", "items-due", AHEAD.map(days).to_vec()))
    }
}

/// Links to one way to look at the list.
fn view(visit: &Visit, name: &str, is_current: bool, shown: String) -> Markup {
    html! { a href=(visit.here_with("view", name)) aria-current=[is_current.then_some("true")] { (shown) } }
}

fn table(visit: &Visit, list: &List<EntryWire>) -> Markup {
    let words = visit.words;
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(words.text("items-title")) {
            table class="stack" role="table" {
                caption class="vh" { (words.text("items-title")) }
                thead role="rowgroup" { tr role="row" {
                    th role="columnheader" scope="col" { (words.text("items-deadline")) }
                    th role="columnheader" scope="col" { (words.text("items-what")) }
                    th role="columnheader" scope="col" { (words.text("items-who")) }
                    th role="columnheader" scope="col" { (words.text("register-state")) }
                } }
                tbody role="rowgroup" { @for entry in &list.items { (row(visit, entry)) } }
            }
        }
    }
}

fn row(visit: &Visit, entry: &EntryWire) -> Markup {
    let words = visit.words;
    html! {
        tr role="row" {
            td role="cell" class="nb" data-l=(words.text("items-deadline")) {
                @match rows::day(words, entry, "deadline") {
                    Some(day) => (day),
                    None => span class="soft" { (words.text("items-no-deadline")) },
                }
            }
            th role="rowheader" scope="row" class="what" {
                (rows::name(visit, entry))
                span class="soft small line" {
                    (entry.pair)
                    @if let Some(sector) = entry.field("sector") { " · " (sector) }
                    @if let Some(session) = entry.field("session") { " · " (session) }
                }
            }
            td role="cell" data-l=(words.text("items-who")) { (owed_by(visit, entry)) }
            td role="cell" data-l=(words.text("register-state")) { (rows::state(words, entry)) }
        }
    }
}

/// Writes who is responsible, and whose move it is.
fn owed_by(visit: &Visit, entry: &EntryWire) -> Markup {
    let words = visit.words;
    let bodies = rows::bodies(words, entry);
    let turn = entry.field("move").and_then(|code| code.parse().ok());
    html! {
        @for body in &bodies { span class="line" { (body) } }
        @if let Some(country) = turn {
            span class="line soft small" { (words.with("items-move", [("country", text(words.country(country)))])) }
        }
        @if bodies.is_empty() && turn.is_none() { span class="soft" { (words.text("register-unknown")) } }
    }
}

/// Writes what each month asks for, as the list has it: those without a deadline last.
fn months(visit: &Visit, list: &List<EntryWire>) -> Markup {
    let words = visit.words;
    // `2026-12` of `2026-12-15`.
    let month = |entry: &EntryWire| entry.field("deadline").and_then(|day| day.get(..7)).map(str::to_owned);
    let parts: Vec<&[EntryWire]> = list.items.chunk_by(|a, b| month(a) == month(b)).collect();
    let heading = |month: Option<String>| {
        let period = month.and_then(|month| month.parse().ok());
        period.map_or_else(|| words.text("items-no-deadline"), |period| words.period(period))
    };
    html! {
        section class="sec" {
            h2 { (words.text("items-as-months")) }
            @for part in parts {
                h3 { (capitalised(heading(part.first().and_then(month)))) }
                ul class="list" { @for entry in part { (of_month(visit, entry)) } }
            }
        }
    }
}

fn of_month(visit: &Visit, entry: &EntryWire) -> Markup {
    let words = visit.words;
    html! {
        li {
            p { (rows::name(visit, entry)) " " (rows::state(words, entry)) }
            (by_when(visit, entry))
        }
    }
}

async fn board(app: &App, visit: &Visit, filter: &EntryFilter) -> Result<Markup, Fault> {
    let words = visit.words;
    let mut lanes = Vec::new();
    for (key, statuses) in LANES {
        let states: Vec<String> = statuses.iter().map(ToString::to_string).collect();
        let wanted: Vec<String> = states
            .into_iter()
            .filter(|state| filter.states.is_empty() || filter.states.contains(state))
            .collect();
        let more = match wanted.as_slice() {
            [] => continue,
            [one] => Some(visit.link_with(
                "/items",
                &[("pair", visit.parameter("pair").unwrap_or_default()), ("state", one.as_str())],
            )),
            _ => None,
        };
        let narrowed = EntryFilter { states: wanted, after: None, limit: CARDS, ..filter.clone() };
        lanes.push((key, more, app.registry()?.entries(&narrowed).await?));
    }
    Ok(html! {
        div class="board" {
            @for (key, more, list) in &lanes {
                (rows::lane(visit, (key, words.text(key).as_str()), list, more.as_deref(), |entry| card(visit, entry)))
            }
        }
    })
}

/// Writes between whom it was agreed, and by when it is due.
fn by_when(visit: &Visit, entry: &EntryWire) -> Markup {
    let words = visit.words;
    html! {
        p class="small soft" {
            (entry.pair)
            @if let Some(day) = rows::day(words, entry, "deadline") { " · " span class="nb" { (words.with("items-by", [("date", text(day))])) } }
        }
    }
}

fn card(visit: &Visit, entry: &EntryWire) -> Markup {
    let words = visit.words;
    html! {
        p { (rows::name(visit, entry)) }
        (by_when(visit, entry))
        @if entry.overdue { p { span class="st late" { (words.text("register-overdue")) } } }
        @if entry.state.as_deref() == Some(ItemStatus::Dropped.as_str()) { p { (rows::state(words, entry)) } }
    }
}

//! Pairs of countries: those that claims are about, each with the newest figures of both sides.

use crate::app::App;
use crate::pages::frame::{Entry, Frame, as_of_form};
use crate::pages::lists::{nothing, pager};
use crate::pages::marks;
use crate::pages::visit::Visit;
use crate::pages::wording::{pair_name, short_period};
use crate::pages::words::{number, text};
use crate::pages::{Fault, Shown};
use axum::extract::State;
use entente_model::{Arg, Country, Outcome, Pair};
use entente_observatory::answers::PairItem;
use entente_observatory::pair::{Row, profile};
use maud::{Markup, html};

/// How many pairs a page lists.
const ROWS: usize = 40;

/// A pair with the newest figures of each side.
pub(crate) struct PairRow {
    item: PairItem,
    figures: Vec<Row>,
}

/// Shows every pair that claims are about.
///
/// # Errors
/// When the registry cannot be read, or the cursor is none.
pub async fn pairs(visit: Visit, State(app): State<App>) -> Shown {
    let words = visit.words;
    let all = most_claimed(&app, &visit).await?;
    let start = start(&visit)?;
    let next = (start + ROWS < all.len()).then(|| (start + ROWS).to_string());
    let total = all.len() as u64;
    let rows = with_figures(&app, &visit, all.into_iter().skip(start).take(ROWS)).await?;
    let body = html! {
        header class="head" {
            h1 { (words.text("pairs-title")) }
            p class="lead" { (words.with("pairs-lead", [("count", number(total))])) }
            (as_of_form(&visit, None))
        }
        @if rows.is_empty() { (nothing(&words.text("pairs-none"))) } @else { (list(&visit, &rows)) }
        (pager(&visit, next.as_deref()))
    };
    let frame = Frame::new(words.text("pairs-title")).at(Entry::Pairs).data("JSON", "/api/v1/pairs");
    Ok(frame.show(&visit, body))
}

fn start(visit: &Visit) -> Result<usize, Fault> {
    let Some(given) = visit.parameter("cursor") else { return Ok(0) };
    let wrong = |_| Fault::field("cursor", "fault-cursor", []);
    given.parse::<u16>().map(usize::from).map_err(wrong)
}

/// Returns the pairs, those with the most claims first.
pub(crate) async fn most_claimed(app: &App, visit: &Visit) -> Result<Vec<PairItem>, Fault> {
    let mut items = app.registry()?.pairs(visit.as_of).await?.items;
    items.sort_by(|a, b| b.claims.cmp(&a.claims).then(a.pair.cmp(&b.pair)));
    Ok(items)
}

/// Adds to each pair the newest figures that each side reports.
pub(crate) async fn with_figures(
    app: &App,
    visit: &Visit,
    items: impl Iterator<Item = PairItem>,
) -> Result<Vec<PairRow>, Fault> {
    let mut rows = Vec::new();
    for item in items {
        let figures = app.registry()?.between(item.pair).await?;
        let profile = profile(&figures, item.pair, visit.as_of);
        let newest = |country: Country| {
            profile.rows.iter().rev().find(|row| row.reporter == country && row.turnover.is_some()).cloned()
        };
        let figures = [item.pair.first(), item.pair.second()].into_iter().filter_map(newest).collect();
        rows.push(PairRow { item, figures });
    }
    Ok(rows)
}

/// Lists pairs: names, the newest figure of each side, how many claims have which outcome.
pub(crate) fn list(visit: &Visit, rows: &[PairRow]) -> Markup {
    html! { ul class="pairs" { @for row in rows { li { (pair(visit, row)) } } } }
}

fn pair(visit: &Visit, row: &PairRow) -> Markup {
    let words = visit.words;
    let PairRow { item, figures } = row;
    let name = pair_name(words, item.pair);
    let path = format!("/pairs/{}", item.pair);
    let tally: Vec<(Outcome, u64)> =
        item.tally.iter().filter_map(|of| Some((of.outcome?, of.claims))).collect();
    html! {
        p class="h3" { a href=(visit.link(&path)) { (name) } " " span class="code" { (item.pair) } }
        @if figures.is_empty() {
            p class="soft" { (words.text("pairs-no-figures")) }
        } @else {
            dl class="newest" {
                @for figure in figures { (newest(visit, item.pair, figure)) }
            }
        }
        p class="small soft" {
            (words.with("list-claims", [("count", number(item.claims))]))
            @if let Some(day) = item.newest { ", " (words.with("pairs-newest", [("date", text(words.date(day)))])) }
        }
        @if !tally.is_empty() { (marks::tally(&tally, &words.with("pairs-tally", [("pair", text(&name))]), words)) }
    }
}

fn newest(visit: &Visit, pair: Pair, row: &Row) -> Markup {
    let words = visit.words;
    let side = if row.reporter == pair.second() { "rep b" } else { "rep" };
    html! {
        div {
            dt class=(side) { (words.with("pairs-reports", [("country", Arg::Country(row.reporter))])) }
            dd {
                @if let Some(value) = row.turnover {
                    a class="ev num" href=(visit.link(&format!("/pairs/{pair}#trade"))) { (words.quantity(value, row.unit)) }
                }
                " " span class="soft" { (words.with("pairs-in", [("period", text(short_period(words, row.period)))])) }
            }
        }
    }
}

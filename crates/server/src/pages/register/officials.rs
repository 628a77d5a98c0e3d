//! Officials: who is named with which office from when to when, and which sessions they led.

use super::commissions::told;
use crate::app::App;
use crate::pages::frame::{Entry, Frame, as_of_form};
use crate::pages::lists::{ROWS, kept, nothing, pager};
use crate::pages::parts::cut;
use crate::pages::visit::Visit;
use crate::pages::words::{Words, number, text};
use crate::pages::{Fault, Shown};
use axum::extract::{Path, State};
use entente_observatory::officials::{OfficeItem, OfficialItem};
use jiff::civil::Date;
use maud::{Markup, html};

/// How many documents of an office are shown.
const SOURCES: usize = 20;

/// Lists officials.
///
/// # Errors
/// When the cursor is none, or the registry cannot be read.
pub async fn officials(visit: Visit, State(app): State<App>) -> Shown {
    let words = visit.words;
    let asked: String = visit.parameter("q").unwrap_or_default().chars().take(200).collect();
    let list = app.registry()?.officials(&asked, visit.parameter("cursor"), visit.as_of, ROWS).await?;
    let list = list.ok_or_else(|| Fault::field("cursor", "fault-cursor", []))?;
    let body = html! {
        header class="head" {
            h1 { (words.text("officials-title")) }
            p class="lead" { (words.with("officials-lead", [("count", number(list.total))])) }
            (as_of_form(&visit, None))
        }
        form class="filter" method="get" action="/officials" aria-label=(words.text("register-narrow")) {
            (kept(&visit))
            div class="fields" {
                div { label for="f-q" { (words.text("officials-name")) } input id="f-q" name="q" maxlength="200" value=(asked); }
                div { button class="btn" { (words.text("claims-show")) } " " a href=(visit.link("/officials")) { (words.text("claims-clear")) } }
            }
        }
        @if list.items.is_empty() { (nothing(&words.text(if asked.is_empty() { "officials-none" } else { "register-none-so" }))) }
        @else { ul class="list" { @for item in &list.items { (line(&visit, item)) } } }
        (pager(&visit, list.next.as_deref()))
    };
    let frame =
        Frame::new(words.text("officials-title")).at(Entry::Officials).data("JSON", "/api/v1/officials");
    Ok(frame.described(words.text("officials-about")).show(&visit, body))
}

fn line(visit: &Visit, item: &OfficialItem) -> Markup {
    let words = visit.words;
    html! {
        li {
            p { a href=(visit.link(&format!("/officials/{}", item.id))) { (cut(&item.name, 120)) } @if let Some(country) = item.country { ", " (words.country(country)) } }
            @if let Some(office) = item.offices.first() { p class="why" { (cut(&office.office, 160)) } p class="meta" { (span(words, office.from, office.to)) } }
        }
    }
}

/// Writes from when to when somebody is named so.
fn span(words: Words, from: Date, to: Date) -> String {
    if from == to {
        return words.with("officials-on", [("date", text(words.date(from)))]);
    }
    words.with("officials-from-to", [("from", text(words.date(from))), ("to", text(words.date(to)))])
}

/// Shows an official: offices by time, sessions.
///
/// # Errors
/// When nobody of that id is named, or the registry cannot be read.
pub async fn official(visit: Visit, State(app): State<App>, Path(id): Path<String>) -> Shown {
    let words = visit.words;
    let found = app.registry()?.official(&id, visit.as_of).await?;
    let official = found.ok_or_else(|| Fault::not_found("fault-no-official"))?;
    let name = cut(&official.name, 120);
    let body = html! {
        header class="head" {
            h1 { (name) }
            p class="lead" {
                @if let Some(country) = official.country { (words.country(country)) }
                @if !official.spellings.is_empty() { span class="soft small line" { (words.text("officials-also")) " " (official.spellings.iter().take(12).map(|name| cut(name, 80)).collect::<Vec<_>>().join(", ")) } }
            }
            (as_of_form(&visit, None))
        }
        section class="sec" id="offices" {
            h2 { (words.text("officials-offices")) }
            p { (words.text("officials-offices-how")) }
            @if official.offices.is_empty() { (nothing(&words.text("register-unknown"))) }
            @for office in &official.offices { (held(&visit, office)) }
        }
        @if !official.led.is_empty() {
            section class="sec" id="led" {
                h2 { (words.text("officials-led")) }
                ul class="list" { @for led in &official.led { li { p {
                    a href=(visit.link(&format!("/sessions/{}", led.session))) { (led.session) }
                    @if let Some(day) = led.date { ", " (words.date(day)) }
                } } } }
            }
        }
    };
    let frame =
        Frame::new(name.clone()).at(Entry::Officials).crumb(words.text("officials-title"), "/officials");
    Ok(frame.data("JSON", format!("/api/v1/officials/{}", official.id)).show(&visit, body))
}

fn held(visit: &Visit, office: &OfficeItem) -> Markup {
    let words = visit.words;
    html! {
        h3 { (cut(&office.office, 200)) }
        p class="small soft" { (span(words, office.from, office.to)) " · " (words.with("conflicts-voices", [("count", number(office.voices))])) }
        details class="disc" {
            summary { (words.with("officials-told", [("count", number(office.sources.len() as u64))])) }
            div { ul class="list" { @for source in office.sources.iter().take(SOURCES) { (told(visit, source)) } } }
        }
    }
}

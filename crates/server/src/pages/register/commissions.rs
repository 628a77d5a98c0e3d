//! Commissions and their sessions, as documents tell of them.

use super::rows;
use crate::app::App;
use crate::pages::claims::{choice, read};
use crate::pages::frame::{Entry, Frame, as_of_form};
use crate::pages::lists::{kept, nothing, source_name};
use crate::pages::parts::cut;
use crate::pages::visit::Visit;
use crate::pages::wording::{foreign, pair_name};
use crate::pages::words::{Words, capitalised, number, text};
use crate::pages::{Fault, Shown};
use axum::extract::{Path, State};
use entente_model::{EventStatus, Pair};
use entente_observatory::sessions::{CommissionItem, PersonItem, SessionItem, SourceItem};
use entente_observatory::since::SinceLast;
use maud::{Markup, html};

/// How many sessions the list shows.
const SESSIONS: usize = 100;

/// Lists the commissions, and the sessions of all of them.
///
/// # Errors
/// When a filter is none, or the registry cannot be read.
pub async fn commissions(visit: Visit, State(app): State<App>) -> Shown {
    let words = visit.words;
    let pair = read::<Pair>(&visit, "pair", "fault-pair-filter")?;
    let registry = app.registry()?;
    let found = registry.commissions(pair, visit.as_of).await?;
    let sessions = registry.sessions(pair, visit.as_of).await?;
    let pairs = rows::pairs(&app, &visit, []).await?;
    let counts = [("commissions", number(found.total)), ("sessions", number(sessions.total))];
    let body = html! {
        header class="head" {
            h1 { (words.text("commissions-title")) }
            p class="lead" { (words.with("commissions-lead", counts)) }
            (as_of_form(&visit, None))
        }
        form class="filter" method="get" action="/commissions" aria-label=(words.text("register-narrow")) {
            (kept(&visit))
            div class="fields" {
                (choice(&visit, "pair", "claims-pair", pairs))
                div { button class="btn" { (words.text("claims-show")) } " " a href=(visit.link("/commissions")) { (words.text("claims-clear")) } }
            }
        }
        @if found.items.is_empty() { (nothing(&words.text("commissions-none"))) }
        @else {
            div class="boxes" { @for item in &found.items { (commission(&visit, item, &sessions.items)) } }
            section class="sec" id="sessions" {
                h2 { (words.text("sessions-title")) }
                ul class="list" { @for session in sessions.items.iter().take(SESSIONS) { (line(&visit, session)) } }
                @if sessions.items.len() > SESSIONS { p class="small soft" { (words.with("conflicts-more", [("count", number((sessions.items.len() - SESSIONS) as u64))])) } }
            }
        }
    };
    let data = |list: &str| rows::data(&visit, &format!("/api/v1/{list}"), &["pair"]);
    let frame =
        Frame::new(words.text("commissions-title")).at(Entry::Commissions).data("JSON", data("commissions"));
    let frame =
        frame.data(words.text("sessions-title"), data("sessions")).data("iCalendar", data("calendar.ics"));
    Ok(frame.described(words.text("commissions-about")).show(&visit, body))
}

fn commission(visit: &Visit, item: &CommissionItem, sessions: &[SessionItem]) -> Markup {
    let words = visit.words;
    let name = |id: &str| {
        sessions
            .iter()
            .find(|session| session.id == id)
            .map_or_else(|| id.to_owned(), |session| called(words, session))
    };
    let link = |id: &str| visit.link(&format!("/sessions/{id}"));
    html! {
        div class="box" {
            h2 class="h3" { (capitalised(words.word("commission", &item.kind))) ", " (pair_name(words, item.pair)) }
            p class="small soft" { (words.with("commissions-sessions", [("count", number(item.sessions))])) }
            dl class="meta-dl" {
                @if let Some(last) = &item.last {
                    dt { (words.text("commissions-last")) }
                    dd { a href=(link(last)) { (name(last)) } @if let Some(day) = item.last_date { ", " (words.date(day)) } }
                }
                dt { (words.text("commissions-next")) }
                dd { @match &item.next {
                    Some(next) => { a href=(link(next)) { (name(next)) } @if let Some(day) = item.next_date { ", " (words.date(day)) } }
                    None => span class="soft" { (words.text("register-unknown")) },
                } }
                @if !item.co_chairs.is_empty() {
                    dt { (words.text("commissions-chairs")) }
                    dd { @for chair in item.co_chairs.iter().take(6) {
                        span class="line" { (person(visit, &chair.person)) " " span class="soft small" { (range(words, &name(&chair.first), &name(&chair.last))) } }
                    } }
                }
            }
        }
    }
}

fn range(words: Words, first: &str, last: &str) -> String {
    if first == last {
        first.to_owned()
    } else {
        words.with("commissions-range", [("first", text(first)), ("last", text(last))])
    }
}

/// Writes what a session is called: `21st session`, else its day.
pub(crate) fn called(words: Words, session: &SessionItem) -> String {
    match (session.ordinal, session.date) {
        (Some(number), _) => words.with("sessions-number", [("number", text(number.to_string()))]),
        (None, Some(day)) => words.with("sessions-of-day", [("date", text(words.date(day)))]),
        (None, None) => words.text("sessions-unnumbered"),
    }
}

fn person(visit: &Visit, person: &PersonItem) -> Markup {
    let words = visit.words;
    let id = person.country.map_or_else(|| "any".to_owned(), |country| country.to_string());
    html! {
        a href=(visit.link(&format!("/officials/{id}-{}", person.key.replace(' ', "-")))) { (person.name) }
        @if let Some(office) = &person.office { ", " (cut(office, 80)) }
        @if let Some(country) = person.country { " (" (words.country(country)) ")" }
    }
}

fn line(visit: &Visit, session: &SessionItem) -> Markup {
    let words = visit.words;
    let name = session.name(words.lang());
    html! {
        li {
            p {
                a href=(visit.link(&format!("/sessions/{}", session.id))) { (called(words, session)) }
                ", " (pair_name(words, session.pair))
                @if session.status == EventStatus::Planned { " " span class="st" { (words.text("sessions-planned")) } }
            }
            @if !name.is_empty() { p class="why" { (cut(name, 200)) } }
            p class="meta" {
                @if let Some(day) = session.date { (words.date(day)) " · " }
                @if let Some(place) = &session.place { (cut(place, 80)) " · " }
                (words.with("conflicts-voices", [("count", number(session.voices))]))
            }
        }
    }
}

/// Shows a session: day, place, chairs, agenda, documents; and of the last one what changed since.
///
/// # Errors
/// When it is not on file, or the registry cannot be read.
pub async fn session(visit: Visit, State(app): State<App>, Path(id): Path<String>) -> Shown {
    let words = visit.words;
    let missing = || Fault::not_found("fault-no-session");
    let registry = app.registry()?;
    let session = registry.session(&id, visit.as_of).await?.ok_or_else(missing)?;
    let (pair, as_of) = (session.pair, visit.as_of);
    let since =
        app.elsewhere(move |registry| async move { registry.since_last(pair, as_of).await }).await??;
    let since = since.filter(|since| since.session.id == session.id);
    let title = format!("{}, {}", called(words, &session), pair_name(words, session.pair));
    let name = session.name(words.lang());
    let led: Vec<&PersonItem> = session.co_chairs().collect();
    let others: Vec<&PersonItem> = session.people.iter().filter(|person| !person.is_co_chair).collect();
    let body = html! {
        header class="head" {
            h1 { (title) }
            @if !name.is_empty() { p class="lead" { (cut(name, 300)) } }
            (as_of_form(&visit, None))
        }
        section class="sec" id="known" {
            h2 { (words.text("register-known")) }
            dl class="meta-dl" {
                dt { (words.text("register-state")) } dd { (words.word("session-status", session.status.as_str())) }
                dt { (words.text("sessions-day")) }
                dd {
                    @match session.date { Some(day) => (words.date(day)), None => span class="soft" { (words.text("register-unknown")) } }
                    @if let Some(until) = session.until { " – " (words.date(until)) }
                    @if !session.other_dates.is_empty() {
                        span class="soft small line" { (words.text("sessions-other-days")) " " (session.other_dates.iter().map(|day| words.date(*day)).collect::<Vec<_>>().join(", ")) }
                    }
                }
                @if let Some(place) = &session.place { dt { (words.text("projects-place")) } dd { (cut(place, 120)) } }
                @if !led.is_empty() { dt { (words.text("commissions-chairs")) } dd { @for one in &led { span class="line" { (person(&visit, one)) } } } }
                @if !others.is_empty() { dt { (words.text("sessions-people")) } dd { @for one in others.iter().take(20) { span class="line" { (person(&visit, one)) } } } }
                @if !session.agenda.is_empty() { dt { (words.text("sessions-agenda")) } dd { (session.agenda.iter().take(40).map(|item| cut(item, 120)).collect::<Vec<_>>().join("; ")) } }
                @if let Some(next) = &session.next { dt { (words.text("sessions-next")) } dd { a href=(visit.link(&format!("/sessions/{next}"))) { (next) } } }
            }
        }
        section class="sec" id="sources" {
            h2 { (words.with("sessions-told-by", [("count", number(session.voices))])) }
            ul class="list" { @for source in &session.sources { (told(&visit, source)) } }
        }
        @if let Some(since) = &since { (changed(&visit, since)) }
    };
    let frame = Frame::new(title.clone()).at(Entry::Commissions).described(cut(name, 160));
    let frame = frame.crumb(pair_name(words, session.pair), format!("/pairs/{}", session.pair));
    let frame = frame.crumb(words.text("commissions-title"), "/commissions");
    Ok(frame.data("JSON", format!("/api/v1/sessions/{}", session.id)).show(&visit, body))
}

/// Writes a document that tells of something, with the words that do.
pub(crate) fn told(visit: &Visit, source: &SourceItem) -> Markup {
    let words = visit.words;
    html! {
        li {
            p class="q" lang=[foreign(words, source.lang)] {
                a href=(visit.link(&format!("/documents/{}", source.document))) { (crate::pages::wording::said(words, &source.quote.exact)) }
            }
            p class="meta" {
                (words.date(source.known))
                @if let Some(id) = &source.source { " · " (source_name(id)) }
                @if let Some(title) = &source.title { " · " (cut(title, 120)) }
                @if source.voice != source.document { " · " (words.text("conflicts-copy")) }
            }
        }
    }
}

fn changed(visit: &Visit, since: &SinceLast) -> Markup {
    let words = visit.words;
    let pair = since.session.pair.to_string();
    let day = since.since.to_string();
    let entries = |key: &'static str, entries: &[entente_observatory::register::EntryWire]| {
        html! {
            @if !entries.is_empty() {
                h3 { (words.with(key, [("count", number(entries.len() as u64))])) }
                ul class="list" { @for entry in entries.iter().take(20) { li { p { (rows::name(visit, entry)) " " (rows::state(words, entry)) } } } }
            }
        }
    };
    html! {
        section class="sec" id="since" {
            h2 { (words.text("since-title")) }
            p { (words.with("since-how", [("date", text(words.date(since.since)))])) }
            ul {
                li { a href=(visit.link_with("/claims", &[("pair", pair.as_str()), ("since", day.as_str())])) { (words.with("since-claims", [("count", number(since.new_claims))])) } }
                @for moved in &since.moved {
                    li { (words.word("change", moved.step.change.as_str())) ": " a href=(visit.link(&format!("/claims/{}", moved.step.claim.id))) { (crate::pages::wording::about(words, &moved.step.claim.claim)) } }
                }
            }
            (entries("since-projects", &since.projects))
            (entries("since-items", &since.items))
            (entries("since-overdue", &since.overdue))
        }
    }
}

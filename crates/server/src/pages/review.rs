//! What waits for a person: claims that the extractor is not sure of, and projects that look like one told of twice. Who has
//! signed in as an editor accepts, corrects and rejects here.

use crate::app::App;
use crate::pages::claims::{choice, read};
use crate::pages::conflicts::group;
use crate::pages::fields::Fields;
use crate::pages::frame::{Entry, Frame};
use crate::pages::lists::{Documents, documents_of, in_context, kept, nothing, said_on, source_name};
use crate::pages::register::forms::why;
use crate::pages::session::{self, Reader, hidden};
use crate::pages::theme::local;
use crate::pages::visit::Visit;
use crate::pages::wording::{about, doubts, foreign, pair_name};
use crate::pages::words::{Words, capitalised, number, text};
use crate::pages::{Fault, Shown};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use entente_model::{EntryId, EntryKind, MentionId, Pair, Unit};
use entente_observatory::answers::CorrectionItem;
use entente_observatory::conflicts::ConflictItem;
use entente_observatory::corrections::{ACCEPTED, FIELDS, NONE, REJECTED, REVIEW};
use entente_observatory::projects::Alike;
use entente_observatory::review::Waiting;
use entente_observatory::wire::ClaimWire;
use maud::{Markup, html};

/// How many claims are shown at once: those that were looked at leave the queue, so that its beginning is the next part.
const CLAIMS: u32 = 20;

/// How many suggested merges are shown.
const MERGES: usize = 20;

/// What is kept where nobody says why.
const LOOKED_AT: &str = "reviewed";

/// Shows the queue.
///
/// # Errors
/// When a filter is none, or the registry cannot be read.
pub async fn review(visit: Visit, State(app): State<App>) -> Shown {
    let words = visit.words;
    let pair = read::<Pair>(&visit, "pair", "fault-pair-filter")?;
    let registry = app.registry()?;
    let queue = registry.review(pair, visit.as_of, CLAIMS, words.lang()).await?;
    let said = queue.conflicts.iter().flat_map(|item| &item.statements).map(|statement| &statement.document);
    let documents = queue.items.iter().map(|waiting| &waiting.claim.document).chain(said);
    let documents = documents_of(&app, documents).await?;
    let mut pairs: Vec<Pair> = registry.pairs_named(visit.as_of).await?;
    pairs.extend(pair);
    pairs.sort_by_key(|pair| pair_name(words, *pair));
    pairs.dedup();
    let pairs = pairs.into_iter().map(|pair| (pair.to_string(), pair_name(words, pair))).collect();
    let merges = queue.merges.len() as u64;
    let body = html! {
        header class="head" {
            h1 { (words.text("review-title")) }
            p class="lead" { (words.with("review-lead", [("claims", number(queue.total)), ("merges", number(merges))])) }
            (done(&visit))
            (who_may(&visit))
        }
        form class="filter" method="get" action="/review" aria-label=(words.text("register-narrow")) {
            (kept(&visit))
            div class="fields" {
                (choice(&visit, "pair", "claims-pair", pairs))
                div { button class="btn" { (words.text("claims-show")) } " " a href=(visit.link("/review")) { (words.text("claims-clear")) } }
            }
        }
        section class="sec" id="claims" {
            h2 { (words.text("review-claims")) }
            @if queue.items.is_empty() { (nothing(&words.text("review-none"))) } @else {
                ul class="list cols" {
                    @for (at, waiting) in queue.items.iter().enumerate() { (claim(&visit, at, waiting, &documents)) }
                }
            }
        }
        section class="sec" id="conflicts" {
            h2 { (words.text("conflicts-title")) }
            @match queue.conflicting {
                None => { p { (words.text("review-conflicts-by-pair")) " " a href=(visit.link("/conflicts")) { (words.text("conflict-all")) } } }
                Some(0) => (nothing(&words.text("review-conflicts-none"))),
                Some(all) => {
                    @for (at, item) in queue.conflicts.iter().enumerate() { (group(&visit, item, &documents)) (conflict_form(&visit, at, item)) }
                    @let rest = all - queue.conflicts.len() as u64;
                    @if rest > 0 { p class="small soft" { (words.with("conflicts-more", [("count", number(rest))])) } }
                }
            }
        }
        @if !queue.merges.is_empty() {
            section class="sec" id="merges" {
                h2 { (words.text("review-merges")) }
                p { (words.text("review-merges-how")) }
                ul class="list" { @for (at, alike) in queue.merges.iter().take(MERGES).enumerate() { (couple(&visit, at, alike)) } }
                @if queue.merges.len() > MERGES { p class="small soft" { (words.with("conflicts-more", [("count", number(merges - MERGES as u64))])) } }
            }
        }
    };
    let data = pair.map_or_else(|| "/api/v1/review".to_owned(), |pair| format!("/api/v1/review?pair={pair}"));
    let frame = Frame::new(words.text("review-title")).at(Entry::Review).data("JSON", data);
    Ok(frame.described(words.text("review-about")).show(&visit, body))
}

/// Says what was done by the form before.
pub(crate) fn done(visit: &Visit) -> Markup {
    let key = match visit.parameter("done") {
        Some("accept") => "review-done-accepted",
        Some("reject") => "review-done-rejected",
        Some("correct") => "review-done-corrected",
        Some("merge") => "review-done-merged",
        Some("apart") => "review-done-apart",
        Some("stands") => "review-done-stands",
        Some("none") => "review-done-none",
        _ => return html! {},
    };
    html! { p class="banner" role="status" { (visit.words.text(key)) } }
}

/// Says who may decide, where the reader may not.
pub(crate) fn who_may(visit: &Visit) -> Markup {
    let words = visit.words;
    html! {
        @if session::editor(visit).is_none() {
            p class="note" {
                (words.text(if visit.is_of_another_day() { "review-today-only" } else { "review-sign-in" })) " "
                @if visit.reader.is_none() { a href=(visit.link_with("/sign-in", &[("back", visit.here().as_str())])) { (words.text("sign-in-title")) } }
            }
        }
    }
}

fn claim(visit: &Visit, at: usize, waiting: &Waiting, documents: &Documents) -> Markup {
    let words = visit.words;
    let item = &waiting.claim;
    let document = documents.get(&item.document);
    let sure = words.quantity(item.claim.claim.confidence.as_percent().into(), Unit::Percent);
    html! {
        li {
            p class="v plain" { (words.with("review-sure", [("percent", text(sure))])) }
            @if let Some(doubts) = doubts(words, &item.claim.claim) { p class="why" { (capitalised(doubts)) } }
            p class="q" lang=[document.and_then(|document| foreign(words, document.lang))] { (in_context(visit, &item.claim)) }
            p class="why" { (words.text("review-read-as")) " " (capitalised(about(words, &item.claim.claim))) }
            p class="meta" {
                (said_on(words, document.and_then(|document| document.published), item.known))
                @if let Some(source) = document.and_then(|document| document.source.as_ref()) { " · " (source_name(source)) }
            }
            @if let Some(reader) = session::editor(visit) { (decision(visit, reader, at, waiting)) }
        }
    }
}

/// Writes the forms that accept, reject and correct a claim.
fn decision(visit: &Visit, reader: &Reader, at: usize, waiting: &Waiting) -> Markup {
    let words = visit.words;
    let claim = &waiting.claim.claim;
    let (note, version) = (format!("w{at}"), Some(waiting.corrections));
    html! {
        div class="decide" {
            form method="post" action=(visit.link("/review")) class="fields" {
                (hidden(reader, version))
                input type="hidden" name="claim" value=(claim.id);
                input type="hidden" name="pair" value=(visit.parameter("pair").unwrap_or_default());
                div { label for=(note) { (words.text("review-note")) } input id=(note) name="why" maxlength="1000" value=(LOOKED_AT); }
                div { button class="btn s" name="action" value="accept" { (words.text("review-accept")) } }
                div { button class="btn ghost s" name="action" value="reject" { (words.text("review-reject")) } }
            }
            details class="disc" {
                summary { (words.text("review-correct")) }
                div { (correction_form(visit, reader, at, (claim, waiting.corrections), &visit.here())) }
            }
        }
    }
}

/// Writes the form that corrects one field of a claim.
pub(crate) fn correction_form(
    visit: &Visit,
    reader: &Reader,
    at: usize,
    (claim, version): (&ClaimWire, u64),
    back: &str,
) -> Markup {
    let words = visit.words;
    let id = |name: &str| format!("{name}{at}");
    html! {
        form method="post" action=(visit.link(&format!("/claims/{}/corrections", claim.id))) class="fields" {
            (hidden(reader, Some(version)))
            input type="hidden" name="back" value=(back);
            div {
                label for=(id("cf")) { (words.text("edit-which")) }
                select id=(id("cf")) name="field" {
                    @for field in FIELDS.iter().filter(|field| **field != REVIEW) {
                        option value=(field) selected[*field == "value"] { (words.word("claim-field", field)) }
                    }
                }
            }
            div { label for=(id("cv")) { (words.text("edit-value")) } input id=(id("cv")) name="value" maxlength="400" aria-describedby=(id("ch")); }
            (why(&id("cw"), visit))
            div { button class="btn s" { (words.text("edit-save")) } }
        }
        p class="hint" id=(id("ch")) { (words.text("review-correct-how")) }
    }
}

/// Writes for an editor the form that says that a conflict stands or is none.
pub(crate) fn conflict_form(visit: &Visit, at: usize, item: &ConflictItem) -> Markup {
    let words = visit.words;
    let note = format!("k{at}");
    html! {
        @if let Some(reader) = session::editor(visit) {
            div class="decide" {
                form method="post" action=(visit.link("/review")) class="fields" {
                    (hidden(reader, Some(item.reviews)))
                    input type="hidden" name="conflict" value=(item.id);
                    input type="hidden" name="back" value=(visit.here());
                    input type="hidden" name="pair" value=(visit.parameter("pair").unwrap_or_default());
                    div { label for=(note) { (words.text("review-note")) } input id=(note) name="why" maxlength="1000" value=(LOOKED_AT); }
                    div { button class="btn s" name="action" value="stands" { (words.text("review-stands")) } }
                    div { button class="btn ghost s" name="action" value="none" { (words.text("review-no-conflict")) } }
                }
            }
        }
    }
}

fn couple(visit: &Visit, at: usize, alike: &Alike) -> Markup {
    let words = visit.words;
    let link = |id: &EntryId| visit.link(&format!("/projects/{id}"));
    html! {
        li {
            p class="why" {
                a href=(link(&alike.second)) { (crate::pages::wording::cut(&alike.second_name, 160)) }
                " " span class="soft" { (words.text("review-is-perhaps")) } " "
                a href=(link(&alike.first)) { (crate::pages::wording::cut(&alike.first_name, 160)) }
            }
            p class="meta" { (words.with("review-alike", [("percent", text(words.quantity(alike.shared.into(), Unit::Percent)))])) }
            @if let Some(reader) = session::editor(visit) {
                div class="decide" {
                    form method="post" action=(visit.link("/review")) class="fields" {
                        (hidden(reader, None))
                        input type="hidden" name="second" value=(alike.second);
                        input type="hidden" name="first" value=(alike.first);
                        div { label for={ "m" (at) } { (words.text("review-note")) } input id={ "m" (at) } name="why" maxlength="1000" value=(LOOKED_AT); }
                        div { button class="btn s" name="action" value="merge" { (words.text("review-merge")) } }
                        div { button class="btn ghost s" name="action" value="apart" { (words.text("review-apart")) } }
                    }
                }
            }
        }
    }
}

/// Does what a form of the queue says.
///
/// # Errors
/// When who sends it may not, it names nothing on file, or somebody has changed that since.
pub async fn decide(
    visit: Visit,
    State(app): State<App>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Fault> {
    let by = session::by(&app, &visit, &headers, &fields)?;
    let action = fields.get("action").unwrap_or_default().to_owned();
    let pair = fields.get("pair").unwrap_or_default().to_owned();
    match action.as_str() {
        "accept" | "reject" => {
            let id: MentionId = parsed(&fields, "claim", "fault-no-claim")?;
            let word = if action == "accept" { ACCEPTED } else { REJECTED };
            app.write(move |registry| async move { registry.correct(&id, REVIEW, Some(word), &by).await })
                .await??;
        }
        "merge" | "apart" => {
            let second: EntryId = parsed(&fields, "second", "fault-no-entry")?;
            let first: EntryId = parsed(&fields, "first", "fault-no-entry")?;
            for id in [&second, &first] {
                let found = app.registry()?.entry(EntryKind::Project, id, visit.today).await?;
                found.ok_or_else(|| Fault::not_found("fault-no-entry"))?;
            }
            let is_one = action == "merge";
            let work = move |registry: entente_observatory::Registry| async move {
                if is_one {
                    registry.merge(&second, &first, &by).await.map(|_| ())
                } else {
                    registry.keep_apart(&second, &first, &by).await
                }
            };
            app.write(work).await??;
        }
        "stands" | "none" => {
            let id = fields.get("conflict").unwrap_or_default().to_owned();
            let word = if action == "stands" { ACCEPTED } else { REJECTED };
            let target = id.clone();
            let work = move |registry: entente_observatory::Registry| async move {
                registry.review_conflict(&target, word, &by).await
            };
            app.write(work).await??;
            let is_queue = local(fields.get("back").unwrap_or_default()).split('?').next() == Some("/review");
            let page = if is_queue { "/review".to_owned() } else { format!("/conflicts/{id}") };
            let path = visit.link_with(&page, &[("done", action.as_str()), ("pair", pair.as_str())]);
            return Ok(Redirect::to(&path).into_response());
        }
        given => {
            let shown: String = given.chars().take(80).collect();
            return Err(Fault::field("action", "fault-choice", [("given", text(shown))]));
        }
    }
    let to = visit.link_with("/review", &[("done", action.as_str()), ("pair", pair.as_str())]);
    Ok(Redirect::to(&to).into_response())
}

/// Corrects one field of a claim.
///
/// # Errors
/// When who sends it may not, the value is none of the field, or somebody has corrected the claim since.
pub async fn correct(
    visit: Visit,
    State(app): State<App>,
    Path(id): Path<String>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Fault> {
    let by = session::by(&app, &visit, &headers, &fields)?;
    let id: MentionId = id.parse().map_err(|_| Fault::not_found("fault-no-claim"))?;
    let field = fields.get("field").unwrap_or_default().to_owned();
    let value = fields.get("value").map(str::trim).filter(|value| !value.is_empty() && *value != NONE);
    let value = value.map(str::to_owned);
    let claim = id.clone();
    let work = move |registry: entente_observatory::Registry| async move {
        registry.correct(&claim, &field, value.as_deref(), &by).await
    };
    app.write(work).await??;
    let back = match local(fields.get("back").unwrap_or_default()) {
        back if back.split('?').next() == Some("/review") => {
            visit.link_with("/review", &[("done", "correct")])
        }
        _ => visit.link_with(&format!("/claims/{id}#corrections"), &[("done", "correct")]),
    };
    Ok(Redirect::to(&back).into_response())
}

fn parsed<T: std::str::FromStr>(fields: &Fields, name: &str, missing: &'static str) -> Result<T, Fault> {
    let given = fields.get(name).and_then(|given| given.parse().ok());
    given.ok_or_else(|| Fault::not_found(missing))
}

/// Writes what people said of a claim over what was read, and for an editor the form that says more.
pub(crate) fn corrections(visit: &Visit, claim: &ClaimWire, corrections: &[CorrectionItem]) -> Markup {
    let words = visit.words;
    let editor = session::editor(visit);
    html! {
        @if editor.is_some() || !corrections.is_empty() {
            section class="sec" id="corrections" {
                h2 { (words.text("corrections-title")) }
                (done(visit))
                @if corrections.is_empty() { p { (words.text("corrections-none")) } } @else {
                    ul class="list" { @for correction in corrections { (line(words, correction)) } }
                }
                @if let Some(reader) = editor {
                    div class="decide" { (correction_form(visit, reader, 0, (claim, corrections.len() as u64), "")) }
                }
            }
        }
    }
}

/// Writes one thing that a person said.
pub(crate) fn line(words: Words, correction: &CorrectionItem) -> Markup {
    let shown = |value: &Option<String>| {
        value
            .as_ref()
            .map_or_else(|| words.text("corrections-nothing"), |value| crate::pages::wording::cut(value, 200))
    };
    let is_review = correction.field == REVIEW;
    html! {
        li {
            p {
                @if is_review {
                    (words.text(if correction.to.as_deref() == Some(REJECTED) { "corrections-rejected" } else { "corrections-accepted" }))
                } @else {
                    (capitalised(words.word("claim-field", &correction.field))) ": "
                    del { (shown(&correction.from)) } " → " ins { (shown(&correction.to)) }
                }
            }
            p class="meta" {
                (words.date(jiff::tz::TimeZone::UTC.to_datetime(correction.made).date())) " · " (correction.who) " · "
                (crate::pages::wording::cut(&correction.why, 300))
            }
        }
    }
}

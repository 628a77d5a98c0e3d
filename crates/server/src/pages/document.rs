//! The page of a document: its quotes in their surroundings, and what checking each says.

use crate::app::App;
use crate::pages::card::Checked;
use crate::pages::frame::as_of_form;
use crate::pages::marked::{Marked, SideNote, tally};
use crate::pages::parts::{cut, foreign};
use crate::pages::words::{number, text};
use crate::pages::{Entry, Fault, Frame, Shown, Visit, marks};
use axum::extract::{Path, State};
use entente_model::{DocumentId, Event, Outcome, Source};
use entente_observatory::Sources;
use entente_observatory::answers::DocumentAnswer;
use entente_observatory::examined::Examined;
use entente_observatory::passages::{AROUND, Extent};
use maud::{Markup, html};

/// Shows a document.
pub(crate) async fn document(visit: Visit, State(app): State<App>, Path(id): Path<String>) -> Shown {
    let id: DocumentId = id.parse().map_err(|_| Fault::not_found("fault-no-document"))?;
    let examined = app.registry()?.examine(&id, visit.as_of).await?;
    let examined = examined.ok_or_else(|| Fault::not_found("fault-no-document"))?;
    Ok(page(&visit, &examined))
}

/// Writes the page.
pub(crate) fn page(visit: &Visit, examined: &Examined) -> Markup {
    let words = visit.words;
    let answer = &examined.answer;
    let document = &answer.document;
    let title =
        document.title.as_deref().map_or_else(|| words.text("document-untitled"), |title| cut(title, 200));
    let claims = answer.claims.iter().filter_map(|item| {
        let verdict = examined.verdicts.get(&item.claim.id)?;
        Some((&item.claim, verdict))
    });
    let checked: Vec<Checked<'_>> = claims
        .zip(1..)
        .map(|((claim, verdict), number)| Checked {
            number,
            id: Some(&claim.id),
            claim: &claim.claim,
            verdict,
        })
        .collect();
    let notes = side_notes(visit, answer);
    let marked = Marked {
        text: examined.text.as_deref(),
        lang: document.lang,
        // No licence of a source that is read allows more so far.
        extent: Extent::Quotes,
        checked: &checked,
        notes: &notes,
        opened: &[],
    };
    let tally = tally(checked.iter().map(|checked| checked.verdict.outcome));
    let data = format!("/api/v1/documents/{}", document.id);
    let body = html! {
        header class="head" {
            h1 lang=[foreign(words, document.lang).filter(|_| document.title.is_some())] { (title) }
            (facts(visit, answer))
            (as_of_form(visit, None))
        }
        section class="sec" aria-labelledby="found" {
            h2 class="vh" id="found" { (words.text("document-found")) }
            p class="lead" { (result(visit, &tally)) }
            @if !tally.is_empty() { (marks::tally(&tally, &words.text("document-tally"), words)) }
        }
        article class="doc" aria-label=(words.text("document-text")) { (marked.rows(visit)) }
        p class="src" {
            @if examined.text.is_some() {
                (words.with("document-cut", [("around", number(AROUND as u64))]))
            } @else { (words.text("document-gone")) }
        }
        (snapshots(visit, answer))
        section class="sec" id="data" {
            h2 { (words.text("document-data")) }
            p { (words.text("document-data-claims")) " " a href=(visit.link(&data)) { "JSON" } }
        }
    };
    let sentence = result(visit, &tally);
    Frame::new(title)
        .at(Entry::Documents)
        .described(sentence)
        .crumb(words.text("nav-documents"), "/documents")
        .data("JSON", data)
        .show(visit, body)
}

fn source(answer: &DocumentAnswer) -> Option<&'static Source> {
    Sources::bundled().by_id(answer.document.source.as_ref()?.as_str())
}

fn facts(visit: &Visit, answer: &DocumentAnswer) -> Markup {
    let words = visit.words;
    let document = &answer.document;
    html! {
        dl class="meta-dl" {
            dt { (words.text("document-source")) }
            dd {
                @match source(answer) {
                    Some(source) => { (source.name) ", " (words.word("tier", source.tier.as_str())) }
                    None => (words.text("document-source-unknown")),
                }
            }
            @if let Some(url) = document.url.as_deref().filter(|url| url.starts_with("http")) {
                dt { (words.text("document-address")) }
                dd { a href=(url) rel="nofollow noopener" data-cite=(url) { (cut(url, 80)) } }
            }
            dt { (words.text("document-published")) }
            dd {
                @match document.published {
                    Some(day) => (words.date(day)),
                    None => { (words.with("document-published-unknown", [("date", text(words.date(document.known)))])) }
                }
                ", " (words.word("lang", document.lang.code()))
            }
            @if !answer.authors.is_empty() {
                dt { (words.text("document-author")) }
                dd { @for (i, author) in answer.authors.iter().enumerate() { @if i > 0 { ", " } (author.name) } }
            }
            @if let [snapshot] = answer.snapshots.as_slice() {
                dt { (words.text("document-seen")) }
                dd { (words.date(day(snapshot.seen))) }
            }
        }
    }
}

/// Writes what was found in one sentence.
fn result(visit: &Visit, tally: &[(Outcome, u64)]) -> String {
    let words = visit.words;
    let of =
        |wanted: &[Outcome]| tally.iter().filter(|(o, _)| wanted.contains(o)).map(|(_, n)| n).sum::<u64>();
    let total: u64 = tally.iter().map(|(_, count)| count).sum();
    if total == 0 {
        return words.text("document-no-claims");
    }
    let mut sentences = vec![words.with("document-claims", [("count", number(total))])];
    let parts = [
        ("document-borne-out", of(&[Outcome::Supported, Outcome::Met])),
        ("document-otherwise", of(&[Outcome::SupportedOtherwise])),
        ("document-not-borne-out", of(&[Outcome::Near, Outcome::Contradicted, Outcome::Missed])),
        ("document-waiting", of(&[Outcome::NoData, Outcome::NotComparable, Outcome::Open])),
    ];
    sentences.extend(
        parts.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| words.with(key, [("count", number(n))])),
    );
    sentences.join(" ")
}

/// What else the text tells, each beside its words.
fn side_notes(visit: &Visit, answer: &DocumentAnswer) -> Vec<SideNote> {
    let words = visit.words;
    let note = |quote: &entente_model::Quote, label: &'static str, body: Markup| SideNote {
        range: quote.start..quote.end,
        label: words.text(label),
        body,
    };
    let mut notes = Vec::new();
    for event in &answer.events {
        notes.push(note(&event.quote, "note-event", happening(visit, event)));
    }
    for official in &answer.officials {
        let office = official.office.as_ref().map(|office| format!(", {office}")).unwrap_or_default();
        notes.push(note(&official.quote, "note-official", html! { (official.name) (office) }));
    }
    for project in &answer.projects {
        let stage = project.stage.map(|stage| words.word("project-stage", stage.as_str()));
        let body = html! { (cut(&project.name, 120)) @if let Some(stage) = stage { ", " (stage) } };
        notes.push(note(&project.quote, "note-project", body));
    }
    for remark in &answer.remarks {
        let speaker =
            remark.remark.speaker.as_deref().map_or_else(|| words.text("note-nobody"), str::to_owned);
        let body = html! {
            (speaker) ": " (words.word("remark-topic", &remark.remark.topic))
            @if let Some(answer) = &remark.answered { ". " (entente_observatory::messages::render(answer, words.lang())) }
        };
        notes.push(note(&remark.remark.quote, "note-remark", body));
    }
    notes
}

fn happening(visit: &Visit, event: &Event) -> Markup {
    let words = visit.words;
    html! {
        (words.word("event-kind", event.kind.as_str()))
        @if let Some(ordinal) = event.ordinal { " № " (ordinal) }
        @if let Some(date) = event.date { ", " (words.date(date)) }
        @if let Some(place) = &event.place { ", " (place) }
        @if event.status == entente_model::EventStatus::Planned { ", " (words.text("note-planned")) }
    }
}

fn snapshots(visit: &Visit, answer: &DocumentAnswer) -> Markup {
    let words = visit.words;
    html! {
        @if answer.snapshots.len() > 1 {
            section class="sec" id="snapshots" {
                h2 { (words.with("document-snapshots", [("count", number(answer.snapshots.len() as u64))])) }
                p { (words.text("document-snapshots-why")) }
                div class="scroll" tabindex="0" role="region" aria-label=(words.text("document-snapshots-label")) {
                    table {
                        thead { tr { th scope="col" { (words.text("document-seen")) } th scope="col" class="n" { (words.text("document-bytes")) } th scope="col" { "BLAKE3" } } }
                        tbody {
                            @for snapshot in &answer.snapshots {
                                tr {
                                    th scope="row" { (words.date(day(snapshot.seen))) }
                                    td class="n" { (words.count(snapshot.bytes)) }
                                    td { code { (cut(snapshot.sha.as_str(), 17)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Returns the day of an instant, in UTC.
fn day(at: jiff::Timestamp) -> jiff::civil::Date {
    jiff::tz::TimeZone::UTC.to_datetime(at).date()
}

//! The brief on a pair: two pages before a visit, each sentence with the notes that it rests on.

use crate::app::App;
use crate::pages::frame::{Entry, Frame, as_of_form};
use crate::pages::lists::nothing;
use crate::pages::parts::observation;
use crate::pages::register::rows::path;
use crate::pages::visit::Visit;
use crate::pages::wording::pair_name;
use crate::pages::words::{Words, text};
use crate::pages::{Fault, Shown};
use axum::extract::{Path, State};
use entente_model::{Decimal, EntryId, EntryKind, Pair};
use entente_observatory::RegistryError;
use entente_observatory::brief::{Brief, Chart, Evidence, Line, Note};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Shows the brief on a pair.
///
/// # Errors
/// When the address names no pair, or the registry cannot be read.
pub async fn brief(visit: Visit, State(app): State<App>, Path(code): Path<String>) -> Shown {
    let words = visit.words;
    let shown: String = code.chars().take(80).collect();
    let pair: Pair =
        code.parse().map_err(|_| Fault::field("pair", "fault-pair", [("given", text(shown))]))?;
    let (as_of, lang) = (visit.as_of, words.lang());
    let brief =
        app.elsewhere(move |registry| async move { registry.brief(pair, as_of, lang).await }).await??;
    let kinds = kinds(&app, &brief).await?;
    let lang = words.lang().code();
    let files = [("Markdown", "md"), ("Word", "docx")]
        .map(|(name, end)| (name, format!("/api/v1/pairs/{pair}/brief.{end}?lang={lang}")));
    let body = html! {
        header class="head" {
            h1 { (brief.title) }
            p class="acts" { @for (name, address) in &files { a href=(visit.link(address)) { (name) } } }
            (as_of_form(&visit, Some(&pair.to_string())))
        }
        @if brief.sections.is_empty() { (nothing(&words.text("brief-none"))) }
        div class="briefed" {
            @for section in &brief.sections {
                section {
                    h2 { (section.title) }
                    @if let Some(chart) = &section.chart { (chart_of(words, chart)) }
                    ul { @for line in &section.lines { li { (sentence(line)) } } }
                }
            }
        }
        @if !brief.notes.is_empty() { (notes(&visit, &brief, &kinds)) }
    };
    let name = pair_name(words, pair);
    Ok(Frame::new(words.text("brief-title"))
        .at(Entry::Pairs)
        .crumb(words.text("nav-pairs"), "/pairs")
        .crumb(name, format!("/pairs/{pair}"))
        .data("JSON", format!("/api/v1/pairs/{pair}/brief?lang={lang}"))
        .show(&visit, body))
}

/// Writes a sentence with the numbers of its notes.
fn sentence(line: &Line) -> Markup {
    html! {
        (line.text)
        @for number in &line.notes { a class="mark" href={ "#note-" (number) } { (number) } }
    }
}

/// Writes the years of a chart as a table, whose bars are drawn beside the numbers.
fn chart_of(words: Words, chart: &Chart) -> Markup {
    let value = |at: usize, which: usize| -> Option<Decimal> {
        chart.series.get(which)?.values.get(at)?.as_ref()?.parse().ok()
    };
    let all = || {
        (0..chart.years.len())
            .flat_map(|at| (0..chart.series.len()).filter_map(move |which| value(at, which)))
    };
    let highest = all().max().unwrap_or_default();
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(chart.caption.text) {
            table class="bars" {
                caption { (sentence(&chart.caption)) }
                thead { tr {
                    th scope="col" { (words.text("projects-year")) }
                    @for series in &chart.series { th scope="col" colspan="2" { (series.name) } }
                } }
                tbody {
                    @for (at, year) in chart.years.iter().enumerate() {
                        tr {
                            th scope="row" { (year) }
                            @for which in 0..chart.series.len() {
                                @match value(at, which) {
                                    Some(value) => {
                                        td class="n" { (words.quantity(value, chart.unit)) }
                                        td class="b" { (bar(value, highest, which)) }
                                    }
                                    None => { td class="n soft" { (words.text("register-unknown")) } td class="b" {} }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Draws a value beside the highest; the number stands beside it.
fn bar(value: Decimal, highest: Decimal, which: usize) -> Markup {
    let part = value.checked_div(highest).unwrap_or_default() * Decimal::ONE_HUNDRED;
    let width = format!("{}%", part.round_dp(1).max(Decimal::ZERO));
    html! {
        svg class="cellbar" aria-hidden="true" focusable="false" { rect class=(if which == 0 { "a" } else { "b" }) width=(width) height="14" {} }
    }
}

fn notes(visit: &Visit, brief: &Brief, kinds: &Kinds) -> Markup {
    let words = visit.words;
    html! {
        section class="sec notes" id="notes" {
            h2 { (words.text("brief-notes")) }
            ol { @for note in &brief.notes { li id={ "note-" (note.number) } { b { (note.number) } " " (note.text) " " (leads(visit, note, kinds)) } } }
        }
    }
}

/// Leads to the evidence of a note.
fn leads(visit: &Visit, note: &Note, kinds: &Kinds) -> Markup {
    let words = visit.words;
    let href = match &note.evidence {
        Evidence::Quote { claim: Some(claim), .. } => visit.link(&format!("/claims/{claim}")),
        Evidence::Quote { document, .. } => visit.link(&format!("/documents/{document}")),
        Evidence::Observation { observation: id, .. } => observation(visit, id),
        Evidence::Entry { entry } => match kinds.get(entry) {
            Some(kind) => visit.link(&path(*kind, entry)),
            None => return html! {},
        },
    };
    let label = words.with("brief-evidence-of", [("number", text(note.number.to_string()))]);
    html! { a href=(href) aria-label=(label) { (words.text("brief-evidence")) } }
}

/// What the entries are that notes rest on: their pages stand at different addresses.
type Kinds = BTreeMap<EntryId, EntryKind>;

async fn kinds(app: &App, brief: &Brief) -> Result<Kinds, Fault> {
    let mut kinds = Kinds::new();
    for note in &brief.notes {
        if let Evidence::Entry { entry } = &note.evidence
            && let Some(found) = app.registry()?.store().entry(entry).await.map_err(RegistryError::from)?
        {
            kinds.insert(entry.clone(), found.kind);
        }
    }
    Ok(kinds)
}

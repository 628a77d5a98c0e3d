//! Checking a text: the form, and what was found in a text that was sent. Nothing is stored.

use crate::app::App;
use crate::pages::card::{Checked, computed, meaning, summary};
use crate::pages::fields::Fields;
use crate::pages::marked::{Marked, tally};
use crate::pages::parts::{cut, quoted, stated, year};
use crate::pages::words::{Words, number, text};
use crate::pages::{Entry, Fault, Frame, Shown, Visit, marks};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use entente_model::{Lang, Outcome, Verdict};
use entente_observatory::input::read_text;
use entente_observatory::on_file::OnFile;
use entente_observatory::passages::Extent;
use entente_observatory::wire::{CheckWire, ResultWire};
use entente_observatory::{Hints, Reading};
use jiff::civil::Date;
use maud::{Markup, html};

/// What stands in the form.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked {
    pub(crate) text: String,
    pub(crate) url: String,
    pub(crate) published: String,
    pub(crate) lang: String,
}

/// What is wrong with the form, and where.
#[derive(Debug, Clone)]
pub(crate) struct Wrong {
    field: &'static str,
    status: StatusCode,
    message: String,
}

/// What was found in a text.
pub(crate) struct Found {
    /// The text that was read, as its quotes are counted in it.
    pub(crate) text: String,
    /// What checking it says.
    pub(crate) report: CheckWire,
}

/// Shows the form.
pub(crate) async fn form(visit: Visit, State(app): State<App>) -> Shown {
    Ok(page(&visit, bytes(&app), &Asked::default(), None, None))
}

/// Checks what was sent and shows the form again with what was found.
pub(crate) async fn check(visit: Visit, State(app): State<App>, fields: Fields) -> Result<Response, Fault> {
    let field = |name: &str| fields.get(name).unwrap_or_default().to_owned();
    let asked =
        Asked { text: field("text"), url: field("url"), published: field("published"), lang: field("lang") };
    let reading = match hints(visit.words, &asked) {
        Ok(hints) => read(&app, &asked, hints, visit.words).await,
        Err(wrong) => Err(wrong),
    };
    let reading = match reading {
        Ok(reading) => reading,
        Err(wrong) => {
            let page = page(&visit, bytes(&app), &asked, Some(&wrong), None);
            return Ok((wrong.status, page).into_response());
        }
    };
    let text = reading.page.text.clone();
    let on_file = app.registry()?.on_file(&reading, visit.as_of, visit.words.lang()).await?;
    let mut report = app.check(reading, visit.as_of, Ok).await?;
    report.add_on_file(on_file);
    Ok(page(&visit, bytes(&app), &asked, None, Some(&Found { text, report })).into_response())
}

fn bytes(app: &App) -> u32 {
    app.config().body_bytes
}

/// Reads the day and the language of the form.
fn hints(words: Words, asked: &Asked) -> Result<Hints, Wrong> {
    let wrong = |field, message| Wrong { field, status: StatusCode::BAD_REQUEST, message };
    let published = match asked.published.trim() {
        "" => None,
        day => Some(day.parse::<Date>().map_err(|_| {
            wrong("published", words.with("check-wrong-day", [("given", text(cut(day, 40)))]))
        })?),
    };
    let lang = match asked.lang.as_str() {
        "" | "auto" => None,
        code => {
            let lang = code.parse::<Lang>().ok().filter(|lang| *lang != Lang::Und);
            Some(lang.ok_or_else(|| {
                wrong("lang", words.with("check-wrong-lang", [("given", text(cut(code, 40)))]))
            })?)
        }
    };
    Ok(Hints { published, lang, ..Hints::default() })
}

/// Reads the text, or the page at the address, where nobody else waits for it.
async fn read(app: &App, asked: &Asked, hints: Hints, words: Words) -> Result<Reading, Wrong> {
    let is_address = match (asked.text.trim().is_empty(), asked.url.trim().is_empty()) {
        (true, true) => {
            return Err(Wrong {
                field: "text",
                status: StatusCode::BAD_REQUEST,
                message: words.text("check-wrong-empty"),
            });
        }
        (false, false) => {
            return Err(Wrong {
                field: "url",
                status: StatusCode::BAD_REQUEST,
                message: words.text("check-wrong-both"),
            });
        }
        (empty, _) => empty,
    };
    // Anything else would name a file of this machine.
    let is_web = ["http://", "https://"].iter().any(|scheme| asked.url.trim().starts_with(scheme));
    let (app, asked) = (app.clone(), asked.clone());
    let work = move || {
        if !is_address {
            return read_text("text", &asked.text, &hints).map_err(|error| error.to_string());
        }
        app.read_page(asked.url.trim(), &hints).map_err(|problem| problem.detail().to_owned())
    };
    let failed = |message: String| Wrong {
        field: if is_address { "url" } else { "text" },
        status: StatusCode::UNPROCESSABLE_ENTITY,
        message,
    };
    if is_address && !is_web {
        return Err(failed(words.text("check-wrong-address")));
    }
    let read = tokio::task::spawn_blocking(work).await;
    let told = |why: String| {
        words.with(if is_address { "check-wrong-page" } else { "check-wrong-text" }, [("why", text(why))])
    };
    match read {
        Ok(read) => read.map_err(|error| failed(told(error))),
        Err(_) => Err(failed(words.text("fault-inside"))),
    }
}

/// Writes the page: the form, and what was found.
pub(crate) fn page(
    visit: &Visit,
    bytes: u32,
    asked: &Asked,
    wrong: Option<&Wrong>,
    found: Option<&Found>,
) -> Markup {
    let words = visit.words;
    let body = html! {
        header class="head" {
            h1 { (words.text("check-title")) }
            p class="lead" { (words.text("check-lead")) }
        }
        (fields(visit, bytes, asked, wrong))
        @if let Some(found) = found { (results(visit, found)) }
    };
    let frame = Frame::new(words.text("check-title")).at(Entry::Check).described(words.text("check-lead"));
    let frame = if found.is_some() || wrong.is_some() { frame.unlisted() } else { frame };
    frame.show(visit, body)
}

fn fields(visit: &Visit, bytes: u32, asked: &Asked, wrong: Option<&Wrong>) -> Markup {
    let words = visit.words;
    let at = |field: &'static str| wrong.filter(|wrong| wrong.field == field);
    let invalid = |field| at(field).map(|_| "true");
    let described = |field: &'static str, hint: &str| match at(field) {
        Some(_) => format!("{hint} wrong-{field}").trim().to_owned(),
        None => hint.to_owned(),
    };
    // A letter of Cyrillic is sent in six bytes.
    let limits = [
        ("latin", number(u64::from(bytes) / 1000 * 1000)),
        ("cyrillic", number(u64::from(bytes) / 6 / 1000 * 1000)),
    ];
    html! {
        form method="post" action=(visit.link("/check#results")) class="form" {
            label for="t" { (words.text("check-text")) }
            p class="hint" id="t-hint" { (words.text("check-hint")) " " (words.with("check-limit", limits)) }
            (error(at("text")))
            textarea id="t" name="text" spellcheck="false" aria-describedby=(described("text", "t-hint")) aria-invalid=[invalid("text")] {
                // The first line break in a text field is not part of its text.
                "\n" (asked.text)
            }
            div class="fields" {
                div {
                    label for="u" { (words.text("check-address")) }
                    (error(at("url")))
                    input id="u" name="url" type="url" size="28" placeholder="https://" autocomplete="off" value=(asked.url)
                        aria-describedby=[Some(described("url", "")).filter(|d| !d.is_empty())] aria-invalid=[invalid("url")];
                }
                div {
                    label for="d" { (words.text("check-published")) }
                    (error(at("published")))
                    input id="d" name="published" type="date" value=(asked.published)
                        aria-describedby=[Some(described("published", "")).filter(|d| !d.is_empty())] aria-invalid=[invalid("published")];
                }
                div {
                    label for="l" { (words.text("check-lang")) }
                    (error(at("lang")))
                    select id="l" name="lang" aria-describedby=[Some(described("lang", "")).filter(|d| !d.is_empty())] aria-invalid=[invalid("lang")] {
                        option value="auto" { (words.text("check-lang-auto")) }
                        @for lang in Lang::ALL {
                            option value=(lang) lang=(lang) selected[asked.lang == lang.code()] { (Words::language(lang)) }
                        }
                    }
                }
                div { button class="btn" { (words.text("check-button")) } }
            }
        }
    }
}

fn error(wrong: Option<&Wrong>) -> Markup {
    html! {
        @if let Some(wrong) = wrong { p class="wrong" id={ "wrong-" (wrong.field) } role="alert" { (wrong.message) } }
    }
}

fn results(visit: &Visit, found: &Found) -> Markup {
    let words = visit.words;
    let verdicts: Vec<Verdict> =
        found.report.results.iter().map(|result| result.verdict.clone().into_verdict()).collect();
    let claims = found.report.results.iter().zip(&verdicts).zip(1..);
    let checked: Vec<Checked<'_>> = claims
        .map(|((result, verdict), number)| Checked { number, id: None, claim: &result.claim.claim, verdict })
        .collect();
    let tally = tally(checked.iter().map(|checked| checked.verdict.outcome));
    let marked = Marked {
        text: Some(&found.text),
        lang: found.report.document.lang,
        extent: Extent::Whole,
        checked: &checked,
        notes: &[],
        opened: &[Outcome::Contradicted],
    };
    html! {
        section class="sec" id="results" tabindex="-1" {
            h2 { (counted(words, &tally)) }
            @if checked.is_empty() { p { (words.text("check-nothing")) } }
            @else { (marks::tally(&tally, &words.text("check-tally"), words)) }
            div class="doc" { (marked.rows(visit)) }
        }
        @if !checked.is_empty() {
            section class="sec" id="table" { h2 { (words.text("check-table")) } (table(visit, &checked, &found.report.results)) }
        }
        p class="src" {
            (words.with("check-known", [("date", text(words.date(found.report.as_of))), ("count", number(found.report.releases.len() as u64))]))
            " " (words.text("check-stored"))
        }
    }
}

/// Writes how many claims there are and what of them, the contradicted first.
fn counted(words: Words, tally: &[(Outcome, u64)]) -> String {
    let total: u64 = tally.iter().map(|(_, count)| count).sum();
    let order = [Outcome::Contradicted, Outcome::Missed, Outcome::Near, Outcome::SupportedOtherwise];
    let mut parts: Vec<&(Outcome, u64)> = tally.iter().collect();
    parts.sort_by_key(|(outcome, _)| order.iter().position(|other| other == outcome).unwrap_or(order.len()));
    let parts = parts
        .iter()
        .map(|(outcome, count)| format!("{} {}", words.count(*count), words.outcome_in_a_row(*outcome)));
    let counted = words.with("check-count", [("count", number(total))]);
    if total == 0 { counted } else { format!("{counted}: {}", parts.collect::<Vec<_>>().join(", ")) }
}

fn table(visit: &Visit, checked: &[Checked<'_>], results: &[ResultWire]) -> Markup {
    let words = visit.words;
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(words.text("check-table")) {
            table class="stack" role="table" {
                caption class="vh" { (words.text("check-table")) }
                thead role="rowgroup" { tr role="row" {
                    th role="columnheader" scope="col" { (words.text("check-said")) }
                    th role="columnheader" scope="col" { (words.text("check-read-as")) }
                    th role="columnheader" scope="col" { (words.text("check-computed")) }
                    th role="columnheader" scope="col" { (words.text("check-verdict")) }
                } }
                tbody role="rowgroup" {
                    @for (one, result) in checked.iter().zip(results) {
                        @let period = one.claim.period.or(one.verdict.assumed_period);
                        tr role="row" {
                            th role="rowheader" scope="row" class="said" { a href={ "#q" (one.number) } { (quoted(words, &cut(&crate::pages::parts::said(one.claim), 90))) } }
                            td role="cell" data-l=(words.text("check-read-as")) {
                                (meaning(words, one.claim)) @if let Some(period) = period { ", " (year(words, period)) } ": " (stated(words, one.claim))
                            }
                            td role="cell" class="num" data-l=(words.text("check-computed")) { (deciding(words, one)) }
                            td role="cell" {
                                (marks::verdict(one.verdict.outcome, words))
                                @if let Some(on_file) = &result.on_file { (beside(visit, on_file)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Writes what is on file beside a claim, with a link to the document that said it first.
fn beside(visit: &Visit, on_file: &OnFile) -> Markup {
    let words = visit.words;
    html! {
        p class="small" {
            (on_file.summary) " "
            a href=(visit.link(&format!("/documents/{}", on_file.first.document)))
                aria-label=(words.with("list-document-of", [("said", text(cut(&on_file.first.quote, 90)))])) {
                (words.text("list-document"))
            }
        }
    }
}

/// Writes what the definition that decided gives; else the sentence of the verdict.
fn deciding(words: Words, checked: &Checked<'_>) -> String {
    let verdict = checked.verdict;
    let decided = verdict.tried.iter().find(|tried| Some(&tried.definition) == verdict.definition.as_ref());
    match decided.and_then(|tried| Some((tried, tried.computed?))) {
        Some((tried, value)) => {
            computed(words, tried, value, checked.claim, crate::pages::card::amounts(checked.claim))
        }
        None => cut(&summary(verdict, words), 120),
    }
}

//! Joint projects: what they add up to by portion of the portfolio, what became of those of each year, and each of them.

use super::{portfolio, rows};
use crate::app::App;
use crate::pages::Shown;
use crate::pages::claims::choice;
use crate::pages::frame::{Entry, Frame, as_of_form};
use crate::pages::lists::{ROWS, nothing, pager};
use crate::pages::visit::Visit;
use crate::pages::words::{Words, number, text};
use axum::extract::State;
use entente_model::{Currency, Decimal, EntryKind, Portion, Unit};
use entente_observatory::EntryFilter;
use entente_observatory::answers::List;
use entente_observatory::projects::{Conversion, Sum, Sums};
use entente_observatory::register::EntryWire;
use maud::{Markup, html};

/// The sections of ISIC, Rev. 4.
pub(crate) const SECTIONS: [&str; 21] =
    ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U"];

/// The portions, the whole last.
const PORTIONS: [Portion; 4] = [Portion::Planned, Portion::Ongoing, Portion::Implemented, Portion::Total];

/// Shows the projects.
///
/// # Errors
/// When a filter is none, or the registry cannot be read.
pub async fn projects(visit: Visit, State(app): State<App>) -> Shown {
    let words = visit.words;
    let filter = rows::filter(&app, &visit, EntryKind::Project, ROWS).await?;
    let registry = app.registry()?;
    let list = registry.entries(&filter).await?;
    let sums = registry.sums(filter.pair, visit.as_of).await?;
    let all =
        EntryFilter { pair: filter.pair, limit: 1, ..EntryFilter::all(EntryKind::Project, visit.as_of) };
    let on_file = registry.entries(&all).await?.total;
    let said = match filter.pair {
        Some(pair) => portfolio::section(&visit, &registry.portfolio(pair, visit.as_of, words.lang()).await?),
        None => Markup::default(),
    };
    let csv = rows::data(&visit, "/api/v1/projects.csv", &["pair"]);
    let pairs = rows::pairs(&app, &visit, &list.items).await?;
    let body = html! {
        header class="head" {
            h1 { (finding(words, on_file, &sums)) }
            p class="lead" { (words.text("projects-lead")) }
            (as_of_form(&visit, filter.pair.map(|pair| pair.to_string()).as_deref()))
        }
        (said)
        @if on_file > 0 {
            (ladder(words, &sums))
            (sectors(&visit, &sums))
            (conversion(words, &sums))
        }
        section class="sec" id="list" {
            h2 { (words.text("projects-list")) }
            (rows::narrow(&visit, EntryKind::Project, html! {
                (choice(&visit, "pair", "claims-pair", pairs))
                (choice(&visit, "state", "projects-stage", rows::offered(words, EntryKind::Project)))
                (choice(&visit, "sector", "projects-sector", sections(words)))
            }))
            p class="views" { span { (words.with("projects-count", [("count", number(list.total))])) } a href=(visit.link(&csv)) { (words.text("register-csv")) } }
            @if list.items.is_empty() { (nothing(&rows::none(&visit))) } @else { (table(&visit, &list)) }
            (pager(&visit, list.next.as_deref()))
        }
    };
    let frame = Frame::new(words.text("projects-title")).at(Entry::Projects);
    let frame = frame.data("JSON", rows::data(&visit, "/api/v1/projects", &["pair", "state", "sector"]));
    Ok(frame.data("CSV", csv).described(words.text("projects-lead")).show(&visit, body))
}

/// Writes the title as what the figures say.
fn finding(words: Words, on_file: u64, sums: &Sums) -> String {
    let of = |portion| sums.portions.get(&portion).map_or(0, |sum| sum.projects);
    let (total, launched) = (of(Portion::Total), of(Portion::Implemented));
    if on_file == 0 || total == 0 {
        return words.text("projects-title");
    }
    words.with("projects-finding", [("total", number(total)), ("launched", number(launched))])
}

fn sections(words: Words) -> Vec<(String, String)> {
    SECTIONS.iter().map(|section| ((*section).to_owned(), section_name(words, section))).collect()
}

/// Writes a section of ISIC with its name.
pub(crate) fn section_name(words: Words, section: &str) -> String {
    if !SECTIONS.contains(&section) {
        return section.to_owned();
    }
    format!("{section} – {}", words.word("isic", section))
}

/// What the projects add up to, portion by portion, as a ladder: each with its part of the whole.
fn ladder(words: Words, sums: &Sums) -> Markup {
    let total = sums.portions.get(&Portion::Total).map_or(0, |sum| sum.projects);
    html! {
        section class="sec" id="ladder" {
            h2 { (words.text("projects-ladder")) }
            p { (words.text("projects-ladder-how")) }
            div class="scroll" tabindex="0" role="region" aria-label=(words.text("projects-ladder")) {
                table class="stack" role="table" {
                    caption class="vh" { (words.text("projects-ladder")) }
                    thead role="rowgroup" { tr role="row" {
                        th role="columnheader" scope="col" { (words.text("projects-portion")) }
                        th role="columnheader" scope="col" class="n" { (words.text("projects-projects")) }
                        th role="columnheader" scope="col" class="n" { (words.text("projects-value")) }
                        th role="columnheader" scope="col" class="n" { (words.text("projects-jobs")) }
                        th role="columnheader" scope="col" { (words.text("projects-part")) }
                    } }
                    tbody role="rowgroup" {
                        @for portion in PORTIONS {
                            @if let Some(sum) = sums.portions.get(&portion) { (rung(words, portion, sum, total)) }
                        }
                    }
                }
            }
            (beside(words, sums))
        }
    }
}

fn rung(words: Words, portion: Portion, sum: &Sum, total: u64) -> Markup {
    let name = words.heading("claim-portion", portion.as_str());
    html! {
        tr role="row" class=[(portion == Portion::Total).then_some("tot")] {
            th role="rowheader" scope="row" { (name) }
            td role="cell" class="n" data-l=(words.text("projects-projects")) { (words.count(sum.projects)) }
            td role="cell" class="n" data-l=(words.text("projects-value")) { (worth(words, sum)) }
            td role="cell" class="n" data-l=(words.text("projects-jobs")) { (jobs(words, sum)) }
            td role="cell" class="r" { (bar(sum.projects, total)) }
        }
    }
}

/// Draws a part of a whole; the number stands beside it.
fn bar(part: u64, whole: u64) -> Markup {
    let hundredths = part.saturating_mul(10_000).checked_div(whole).unwrap_or(0);
    let width = format!("{}.{:02}%", hundredths / 100, hundredths % 100);
    html! {
        svg class="cellbar" aria-hidden="true" focusable="false" {
            rect class="rest" width="100%" height="14" {}
            rect class="a" width=(width) height="14" {}
        }
    }
}

/// Writes what projects are worth, by currency, and of how many that is not known.
fn worth(words: Words, sum: &Sum) -> Markup {
    let value = |(currency, value): (&Currency, &Decimal)| words.quantity(*value, Unit::Money(*currency));
    let values: Vec<String> = sum.value.iter().map(value).collect();
    html! {
        @for value in &values { span class="line" { (value) } }
        @if sum.without_value > 0 { span class="line soft small" { (words.with("projects-without", [("count", number(sum.without_value))])) } }
        @else if values.is_empty() { "0" }
    }
}

fn jobs(words: Words, sum: &Sum) -> Markup {
    html! {
        @if sum.without_jobs < sum.projects || sum.projects == 0 { span class="line" { (words.count(sum.jobs)) } }
        @if sum.without_jobs > 0 { span class="line soft small" { (words.with("projects-without", [("count", number(sum.without_jobs))])) } }
    }
}

/// Says how many are in no portion: suspended and cancelled ones.
fn beside(words: Words, sums: &Sums) -> Markup {
    let stopped =
        sums.stages.iter().filter(|(stage, _)| entente_observatory::projects::portion(**stage).is_none());
    let stopped: u64 = stopped.map(|(_, sum)| sum.projects).sum();
    html! { @if stopped > 0 { p class="note" { (words.with("projects-stopped", [("count", number(stopped))])) } } }
}

fn sectors(visit: &Visit, sums: &Sums) -> Markup {
    let words = visit.words;
    let mut sectors: Vec<(&String, &Sum)> = sums.sectors.iter().collect();
    sectors.sort_by(|a, b| b.1.projects.cmp(&a.1.projects).then(a.0.cmp(b.0)));
    let most = sectors.first().map_or(0, |(_, sum)| sum.projects);
    let pair = visit.parameter("pair").unwrap_or_default();
    html! {
        @if sectors.len() > 1 {
            section class="sec" id="sectors" {
                h2 { (words.text("projects-by-sector")) }
                table class="slim bars" {
                    caption class="vh" { (words.text("projects-by-sector")) }
                    thead { tr { th scope="col" { (words.text("projects-sector")) } th scope="col" class="n" { (words.text("projects-projects")) } th scope="col" { span class="vh" { (words.text("projects-part")) } } } }
                    tbody {
                        @for (section, sum) in &sectors {
                            tr {
                                th scope="row" {
                                    @if section.is_empty() { span class="soft" { (words.text("projects-no-sector")) } }
                                    @else { a href=(visit.link_with("/projects#list", &[("pair", pair), ("sector", section)])) { (section_name(words, section)) } }
                                }
                                td class="n" { (words.count(sum.projects)) }
                                td class="w" { (bar(sum.projects, most)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What became of the projects that were first told of in each year.
fn conversion(words: Words, sums: &Sums) -> Markup {
    let row = |(year, of): (&i16, &Conversion)| {
        html! {
            tr role="row" {
                th role="rowheader" scope="row" { (year) }
                td role="cell" class="n" data-l=(words.text("projects-announced")) { (words.count(of.announced)) }
                td role="cell" class="n" data-l=(words.text("projects-launched")) { (words.count(of.launched)) }
                td role="cell" class="n" data-l=(words.text("projects-ended")) { (words.count(of.stopped)) }
                td role="cell" class="r" { (bar(of.launched, of.announced)) }
            }
        }
    };
    html! {
        @if !sums.conversion.is_empty() {
            section class="sec" id="conversion" {
                h2 { (words.text("projects-conversion")) }
                p { (words.text("projects-conversion-how")) }
                div class="scroll" tabindex="0" role="region" aria-label=(words.text("projects-conversion")) {
                    table class="stack" role="table" {
                        caption class="vh" { (words.text("projects-conversion")) }
                        thead role="rowgroup" { tr role="row" {
                            th role="columnheader" scope="col" { (words.text("projects-year")) }
                            th role="columnheader" scope="col" class="n" { (words.text("projects-announced")) }
                            th role="columnheader" scope="col" class="n" { (words.text("projects-launched")) }
                            th role="columnheader" scope="col" class="n" { (words.text("projects-ended")) }
                            th role="columnheader" scope="col" { (words.text("projects-launched-part")) }
                        } }
                        tbody role="rowgroup" { @for line in &sums.conversion { (row(line)) } }
                    }
                }
            }
        }
    }
}

fn table(visit: &Visit, list: &List<EntryWire>) -> Markup {
    let words = visit.words;
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(words.text("projects-list")) {
            table class="stack" role="table" {
                caption class="vh" { (words.text("projects-list")) }
                thead role="rowgroup" { tr role="row" {
                    th role="columnheader" scope="col" { (words.text("projects-name")) }
                    th role="columnheader" scope="col" { (words.text("projects-stage")) }
                    th role="columnheader" scope="col" { (words.text("projects-place")) }
                    th role="columnheader" scope="col" class="n" { (words.text("projects-value")) }
                    th role="columnheader" scope="col" class="n" { (words.text("projects-jobs")) }
                } }
                tbody role="rowgroup" { @for entry in &list.items { (row(visit, entry)) } }
            }
        }
    }
}

fn row(visit: &Visit, entry: &EntryWire) -> Markup {
    let words = visit.words;
    let place: Vec<&str> = ["place", "region"].iter().filter_map(|name| entry.field(name)).collect();
    let country = entry.field("country").and_then(|code| code.parse().ok()).map(|code| words.country(code));
    let jobs = entry.field("jobs").and_then(|jobs| jobs.parse::<u64>().ok());
    let unknown = || html! { span class="soft" { (words.text("register-unknown")) } };
    html! {
        tr role="row" {
            th role="rowheader" scope="row" class="what" {
                (rows::name(visit, entry))
                span class="soft small line" {
                    (entry.pair)
                    @if let Some(section) = entry.field("sector") { " · " (section_name(words, section)) }
                }
            }
            td role="cell" data-l=(words.text("projects-stage")) {
                (rows::state(words, entry))
                @if let Some(since) = entry.since { span class="soft small line" { (words.with("register-since", [("date", text(words.date(since)))])) } }
            }
            td role="cell" data-l=(words.text("projects-place")) {
                @if place.is_empty() && country.is_none() { (unknown()) }
                @else { (place.iter().copied().chain(country).collect::<Vec<_>>().join(", ")) }
            }
            td role="cell" class="n" data-l=(words.text("projects-value")) { @match rows::value(words, entry) { Some(value) => (value), None => (unknown()) } }
            td role="cell" class="n" data-l=(words.text("projects-jobs")) { @match jobs { Some(jobs) => (words.count(jobs)), None => (unknown()) } }
        }
    }
}

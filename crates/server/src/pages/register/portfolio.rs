//! The portfolio of a pair: what is said of it beside what the register adds up to, and whether totals are the sum of their
//! parts.

use crate::pages::visit::Visit;
use crate::pages::wording::stated;
use crate::pages::words::{Words, number};
use entente_model::{ClaimKind, Decimal, Unit};
use entente_observatory::portfolio::{HeadlineItem, LadderItem, Portfolio};
use maud::{Markup, html};

/// How many totals with their parts are shown.
const LADDERS: usize = 12;

/// Writes the section; nothing where nothing is said of the portfolio.
pub(crate) fn section(visit: &Visit, portfolio: &Portfolio) -> Markup {
    let words = visit.words;
    let ladders: Vec<(&jiff::civil::Date, &LadderItem)> = portfolio
        .course
        .iter()
        .rev()
        .flat_map(|course| course.ladders.iter().map(move |ladder| (&course.known, ladder)))
        .take(LADDERS)
        .collect();
    html! {
        @if !portfolio.headlines.is_empty() {
            section class="sec" id="said" {
                h2 { (words.text("portfolio-title")) }
                p { (words.text("portfolio-how")) }
                (table(visit, &portfolio.headlines))
                @if !ladders.is_empty() {
                    h3 class="after" { (words.text("portfolio-ladders")) }
                    ul class="causes" { @for (known, ladder) in &ladders { li {
                        span class={ "st " (if ladder.holds { "st-done" } else { "st-conflict" }) } { (words.text(if ladder.holds { "portfolio-holds" } else { "portfolio-fails" })) }
                        " " a href=(visit.link(&format!("/claims/{}", ladder.total))) class="num" { (sum(words, ladder)) }
                        " " span class="soft small" { (words.word("claim-kind", ladder.kind.as_str())) ", " (words.date(**known)) }
                    } } }
                }
                @let pair = portfolio.pair.to_string();
                @if !portfolio.conflicts.is_empty() {
                    p { a href=(visit.link_with("/conflicts", &[("pair", &pair)])) { (words.with("portfolio-conflicts", [("count", number(portfolio.conflicts.len() as u64))])) } }
                }
                @if !portfolio.merges.is_empty() {
                    p { a href=(visit.link_with("/review", &[("pair", &pair)])) { (words.with("portfolio-merges", [("count", number(portfolio.merges.len() as u64))])) } }
                }
            }
        }
    }
}

/// Writes a total with its parts: `60 = 11 + 3 + 46`; one of which not every part is told with `≥`.
fn sum(words: Words, ladder: &LadderItem) -> String {
    let parts: Vec<String> = ladder
        .stated_parts
        .iter()
        .map(|part| {
            part.parse::<Decimal>().map_or_else(|_| part.clone(), |part| words.quantity(part, ladder.unit))
        })
        .collect();
    let sign = if ladder.is_whole { "=" } else { "≥" };
    format!("{} {sign} {}", words.quantity(ladder.stated, ladder.unit), parts.join(" + "))
}

fn table(visit: &Visit, headlines: &[HeadlineItem]) -> Markup {
    let words = visit.words;
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(words.text("portfolio-title")) {
            table class="stack" role="table" {
                caption class="vh" { (words.text("portfolio-title")) }
                thead role="rowgroup" { tr role="row" {
                    th role="columnheader" scope="col" { (words.text("projects-portion")) }
                    th role="columnheader" scope="col" class="n" { (words.text("portfolio-said")) }
                    th role="columnheader" scope="col" class="n" { (words.text("portfolio-register")) }
                    th role="columnheader" scope="col" class="n" { (words.text("portfolio-rest")) }
                    th role="columnheader" scope="col" { (words.text("portfolio-known")) }
                } }
                tbody role="rowgroup" { @for headline in headlines { (row(visit, headline)) } }
            }
        }
    }
}

fn row(visit: &Visit, headline: &HeadlineItem) -> Markup {
    let words = visit.words;
    let claim = &headline.statement.claim;
    let unit = if headline.kind == ClaimKind::ProjectCount { Unit::Count } else { claim.claim.unit };
    let shown = |value: Option<Decimal>| {
        html! {
            @match value { Some(value) => (signed(words, value, unit)), None => span class="soft" { (words.text("register-unknown")) } }
        }
    };
    html! {
        tr role="row" {
            th role="rowheader" scope="row" { (words.heading("claim-kind", headline.kind.as_str())) ", " (words.word("claim-portion", headline.portion.as_str())) }
            td role="cell" class="n" data-l=(words.text("portfolio-said")) { a class="ev" href=(visit.link(&format!("/claims/{}", claim.id))) { (stated(words, &claim.claim)) } }
            td role="cell" class="n" data-l=(words.text("portfolio-register")) {
                (shown(headline.register))
                @if headline.not_known > 0 { span class="line soft small" { (words.with("projects-without", [("count", number(headline.not_known))])) } }
            }
            td role="cell" class="n" data-l=(words.text("portfolio-rest")) { (shown(headline.not_accounted_for)) }
            td role="cell" class="nb" data-l=(words.text("portfolio-known")) { (words.date(headline.statement.known)) }
        }
    }
}

fn signed(words: Words, value: Decimal, unit: Unit) -> String {
    let sign = if value.is_sign_negative() && !value.is_zero() { "−" } else { "" };
    format!("{sign}{}", words.quantity(value.abs(), unit))
}

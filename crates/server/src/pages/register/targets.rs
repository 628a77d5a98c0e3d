//! Targets: who set which value for when, how each stands, and how fast it asks to go.

use super::rows;
use crate::app::App;
use crate::pages::claims::{choice, read};
use crate::pages::frame::{Entry, Frame, as_of_form};
use crate::pages::lists::{kept, nothing, pager};
use crate::pages::parts::year;
use crate::pages::visit::Visit;
use crate::pages::wording::pair_name;
use crate::pages::words::{Words, number, text};
use crate::pages::{Fault, Shown};
use axum::extract::State;
use entente_model::decimal::rounded;
use entente_model::{Decimal, Pace, Pair, Unit};
use entente_observatory::answers::List;
use entente_observatory::targets::{BackTest, MilestoneItem, StepItem, TargetItem, Targets};
use jiff::civil::Date;
use maud::{Markup, html};

/// How many targets a part of the list has.
const TARGETS: usize = 30;

/// How many statements of a target's history are shown.
const STEPS: usize = 30;

/// Lists targets.
///
/// # Errors
/// When a filter is none, or the registry cannot be read.
pub async fn targets(visit: Visit, State(app): State<App>) -> Shown {
    let words = visit.words;
    let pair = read::<Pair>(&visit, "pair", "fault-pair-filter")?;
    let Targets { list, back_test } = app.registry()?.targets(pair, visit.as_of).await?;
    let total = list.total;
    let cut = list.cut(visit.parameter("cursor"), TARGETS, |target| target.id.clone());
    let list: List<TargetItem> = cut.ok_or_else(|| Fault::field("cursor", "fault-cursor", []))?;
    let pairs = rows::pairs(&app, &visit, []).await?;
    let body = html! {
        header class="head" {
            h1 { (words.text("targets-title")) }
            p class="lead" { (words.with("targets-lead", [("count", number(total))])) }
            (as_of_form(&visit, None))
        }
        form class="filter" method="get" action="/targets" aria-label=(words.text("register-narrow")) {
            (kept(&visit))
            div class="fields" {
                (choice(&visit, "pair", "claims-pair", pairs))
                div { button class="btn" { (words.text("claims-show")) } " " a href=(visit.link("/targets")) { (words.text("claims-clear")) } }
            }
        }
        @if list.items.is_empty() { (nothing(&words.text("targets-none"))) }
        @for target in &list.items { (one(&visit, target)) }
        (pager(&visit, list.next.as_deref()))
        @if total > 0 { (tested(words, &back_test)) }
    };
    let frame = Frame::new(words.text("targets-title")).at(Entry::Targets);
    let frame = frame.data("JSON", rows::data(&visit, "/api/v1/targets", &["pair"]));
    Ok(frame.described(words.text("targets-about")).show(&visit, body))
}

/// Writes a value of a target with its deadline.
fn aimed(words: Words, milestone: &MilestoneItem, unit: Unit) -> String {
    let value = [("value", text(words.quantity(milestone.value, unit)))];
    match milestone.deadline {
        Some(period) => words.with("targets-by", [value[0].clone(), ("year", text(year(words, period)))]),
        None => words.with("targets-undated", value),
    }
}

fn one(visit: &Visit, target: &TargetItem) -> Markup {
    let words = visit.words;
    let status = target.standing.as_str();
    html! {
        section class="sec conflict" id={ "t-" (target.id) } {
            h2 { (pair_name(words, target.pair)) ": " (words.word("claim-kind", target.kind.as_str())) }
            p {
                span class={ "st st-" (status) } { (words.word("target-status", status)) }
                @if let Some(now) = target.now() { " " b { (aimed(words, now, target.unit)) } }
            }
            @if let Some(now) = target.now() { (paces(words, now)) }
            @if target.milestones.len() > 1 { (milestones(words, target)) }
            (history(visit, target))
        }
    }
}

/// Writes how fast the target asks to go by each reporter's figures, and the chance with its range in words.
fn paces(words: Words, milestone: &MilestoneItem) -> Markup {
    let paces =
        milestone.verdict.outlook.as_ref().map(|outlook| outlook.paces.as_slice()).unwrap_or_default();
    let percent = |value: Decimal| text(words.quantity(rounded(value, 1), Unit::Percent));
    let line = |pace: &Pace| {
        html! {
            li {
                (words.with("targets-pace", [
                    ("country", text(words.country(pace.reporter))),
                    ("needed", percent(pace.needed)),
                    ("from", text(pace.last_period.to_string())),
                ])) " "
                @if let Some(so_far) = pace.so_far { (words.with("targets-so-far", [("percent", percent(so_far))])) " " }
                @if let Some(chance) = pace.chance { (words.with("targets-chance", [("percent", percent(chance * Decimal::ONE_HUNDRED))])) }
            }
        }
    };
    html! { @if !paces.is_empty() { ul class="causes" { @for pace in paces { (line(pace)) } } } }
}

fn milestones(words: Words, target: &TargetItem) -> Markup {
    html! {
        div class="scroll" tabindex="0" role="region" aria-label={ (words.text("targets-values")) " " (target.id) } {
            table class="stack" role="table" {
                caption class="vh" { (words.text("targets-values")) }
                thead role="rowgroup" { tr role="row" {
                    th role="columnheader" scope="col" { (words.text("targets-value")) }
                    th role="columnheader" scope="col" { (words.text("targets-set")) }
                    th role="columnheader" scope="col" { (words.text("targets-last")) }
                    th role="columnheader" scope="col" { (words.text("register-state")) }
                } }
                tbody role="rowgroup" {
                    @for milestone in &target.milestones {
                        @let status = milestone.status.as_str();
                        tr role="row" {
                            th role="rowheader" scope="row" { (aimed(words, milestone, target.unit)) }
                            td role="cell" class="nb" data-l=(words.text("targets-set")) { (day(words, milestone.is_dated, milestone.first_said)) }
                            td role="cell" class="nb" data-l=(words.text("targets-last")) { (day(words, milestone.is_dated, milestone.last_said)) }
                            td role="cell" data-l=(words.text("register-state")) { span class={ "st st-" (status) } { (words.word("target-status", status)) } }
                        }
                    }
                }
            }
        }
    }
}

/// Writes a day; that on which a document without one was seen says nothing.
fn day(words: Words, is_dated: bool, day: Date) -> String {
    if is_dated { words.date(day) } else { words.text("said-undated") }
}

fn history(visit: &Visit, target: &TargetItem) -> Markup {
    let words = visit.words;
    let line = |step: &StepItem| {
        html! {
            li {
                p {
                    span class="soft" { (day(words, step.is_dated, step.known)) } " " b { (words.word("change", step.change.as_str())) } ": "
                    a href=(visit.link(&format!("/claims/{}", step.claim.id))) { (crate::pages::wording::said(words, &step.claim.claim.quote.exact)) }
                }
            }
        }
    };
    let (dated, undated): (Vec<&StepItem>, Vec<&StepItem>) =
        target.history.iter().partition(|step| step.is_dated);
    let newest = dated.into_iter().rev().chain(undated).take(STEPS);
    html! {
        details class="disc" {
            summary { (words.with("targets-history", [("count", number(target.history.len() as u64))])) }
            div { ul class="list" { @for step in newest { (line(step)) } } }
        }
    }
}

/// Says how well chances told what became of targets that have ended.
fn tested(words: Words, test: &BackTest) -> Markup {
    html! {
        section class="sec" id="back-test" {
            h2 { (words.text("targets-tested")) }
            @match test.brier {
                Some(brier) => p { (words.with("targets-brier", [("score", text(words.fixed(brier, 3))), ("count", number(test.n))])) },
                None => p { (words.text("targets-untested")) },
            }
            @if !test.is_enough { p class="note" { (words.text("targets-too-few")) } }
        }
    }
}

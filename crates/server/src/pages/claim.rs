//! The page of a claim: the finding, the quote, every definition tried, the history of the verdict, who else said it.

mod findings;
mod review;

use crate::app::App;
use crate::pages::card::{Checked, agreement, amounts, computed, meaning, ruler, summary};
use crate::pages::frame::as_of_form;
use crate::pages::parts::{
    cut, definition, evidence, flat, foreign, input_name, observation, quoted, stated, year,
};
use crate::pages::review::corrections;
use crate::pages::ruler::Ruler;
use crate::pages::wording::doubts;
use crate::pages::words::{Words, text};
use crate::pages::{Entry, Fault, Frame, Shown, Visit, marks};
use crate::pages::{parts, said};
use axum::extract::{Path, State};
use entente_model::{Arg, Claim, MentionId, Of, Pair, Scope, Tried, Verdict};
use entente_observatory::Sources;
use entente_observatory::answers::{CorrectionItem, Explanation};
use entente_observatory::messages::render;
use entente_observatory::standing::{Publication, publications};
use entente_observatory::statements::Statement;
use maud::{Markup, html};

/// Everything that the page tells.
pub(crate) struct Explained {
    /// The chain from the words to the verdict.
    pub(crate) explanation: Explanation,
    /// The publications that the verdict rests on.
    pub(crate) publications: Vec<Publication>,
    /// What else was said of the same kind, pair and period.
    pub(crate) others: Vec<(Statement, Option<Verdict>)>,
    /// What people said of it over what was read.
    pub(crate) corrections: Vec<CorrectionItem>,
}

/// Shows a claim.
pub(crate) async fn claim(visit: Visit, State(app): State<App>, Path(id): Path<String>) -> Shown {
    let id: MentionId = id.parse().map_err(|_| Fault::not_found("fault-no-claim"))?;
    let registry = app.registry()?;
    let explanation = registry.explain(&id, visit.as_of).await?;
    let explanation = explanation.ok_or_else(|| Fault::not_found("fault-no-claim"))?;
    let claim = &explanation.claim.claim;
    let others = match pair(claim) {
        Some(pair) => {
            let period = claim.period.or(explanation.verdict.assumed_period);
            registry.also_said(&id, (claim.kind, pair), period, visit.as_of).await?
        }
        None => Vec::new(),
    };
    let verdict = explanation.verdict.clone().into_verdict();
    let publications = publications(&registry.releases().await?, &verdict.releases());
    let corrections = registry.corrections(&id, visit.as_of).await?.items;
    Ok(page(&visit, &Explained { explanation, publications, others, corrections }))
}

fn pair(claim: &Claim) -> Option<Pair> {
    let [a, b] = *claim.parties.as_slice() else { return None };
    Pair::new(a, b)
}

/// Writes the page.
pub(crate) fn page(visit: &Visit, explained: &Explained) -> Markup {
    let words = visit.words;
    let explanation = &explained.explanation;
    let claim = &explanation.claim.claim;
    let verdict = explanation.verdict.clone().into_verdict();
    let checked = Checked { number: 1, id: Some(&explanation.claim.id), claim, verdict: &verdict };
    let finding = findings::finding(words, claim, &verdict);
    let data = format!("/api/v1/claims/{}", explanation.claim.id);
    let body = html! {
        header class="head" { h1 { (finding) } (as_of_form(visit, None)) }
        (quote(visit, explanation, &verdict))
        div class="answer" {
            div {
                p class={ "v big o-" (verdict.outcome) } { (marks::glyph(verdict.outcome)) span { (words.outcome(verdict.outcome)) } }
                p class="say" { (summary(&verdict, words)) " " a class="ev" href="#definitions" { (words.text("claim-working")) } }
                @for note in &verdict.notes { p class="src" { (render(note, words.lang())) } }
                p class="src" { (agreement(words, &verdict)) }
            }
            (reading(visit, explanation, &verdict))
        }
        div class="body" {
            (definitions(visit, &checked, &explained.publications))
            (outlook(visit, claim, &verdict))
            (others(visit, explained))
            (history(visit, explanation))
            (corrections(visit, &explanation.claim, &explained.corrections))
            (cite(visit, explanation, &verdict, &data))
        }
    };
    let frame = Frame::new(quoted(words, &cut(&parts::said(claim), 60)))
        .at(Entry::Claims)
        .described(summary(&verdict, words))
        .data("JSON", data)
        .head(review::block(explanation, words));
    let frame = match pair(claim) {
        Some(pair) => frame.crumb(said::pair_name(words, pair), format!("/pairs/{pair}")),
        None => frame.crumb(words.text("nav-claims"), "/claims"),
    };
    frame.show(visit, body)
}

fn quote(visit: &Visit, explanation: &Explanation, verdict: &Verdict) -> Markup {
    let words = visit.words;
    let (claim, document) = (&explanation.claim.claim, &explanation.document);
    let quote = &claim.quote;
    let (before, after) = parts::context(claim);
    let source = document.source.as_ref().and_then(|id| Sources::bundled().by_id(id.as_str()));
    let said_by = [&claim.attribution.speaker, &claim.attribution.source];
    html! {
        figure class={ "quote o-" (verdict.outcome) } {
            blockquote lang=[foreign(words, document.lang)] {
                p {
                    span class="ctx" { "… " (flat(&before)) " " }
                    mark class=(marks::class(verdict.outcome)) { (flat(&quote.exact)) }
                    span class="ctx" { " " (flat(&after)) " …" }
                }
            }
            figcaption class="small soft" {
                @if let Some(source) = source { (source.name) ": " }
                a href=(visit.link(&format!("/documents/{}", document.id))) {
                    (document.title.as_deref().map_or_else(|| words.text("document-untitled"), |title| cut(title, 120)))
                }
                ", " (words.date(document.published.unwrap_or(document.known))) ". "
                @for name in said_by.into_iter().flatten() {
                    (words.with("claim-attributed", [("name", text(cut(name, 80)))])) " "
                }
                @if !explanation.present { (words.text("claim-gone")) }
            }
        }
    }
}

/// How the words were read.
fn reading(visit: &Visit, explanation: &Explanation, verdict: &Verdict) -> Markup {
    let words = visit.words;
    let claim = &explanation.claim.claim;
    let confidence = words.quantity(claim.confidence.as_percent().into(), entente_model::Unit::Percent);
    html! {
        div class="side" {
            h2 class="vh" { (words.text("claim-reading")) }
            dl {
                dt { (words.text("claim-kind-label")) } dd { (meaning(words, claim)) }
                dt { (words.text("claim-number")) } dd { (stated(words, claim)) }
                @if !claim.parties.is_empty() {
                    dt { (words.text("claim-countries")) }
                    dd { @for (i, country) in claim.parties.iter().enumerate() { @if i > 0 { ", " } (words.country(*country)) } }
                }
                @if let Some(of) = claim.of { dt { (words.text("claim-of")) } dd { (whole(words, of)) } }
                dt { (words.text("claim-period")) }
                dd {
                    @match (claim.period, verdict.assumed_period) {
                        (Some(period), _) => (year(words, period)),
                        (None, Some(period)) => { (year(words, period)) " " span class="soft" { (words.text("claim-assumed")) } }
                        (None, None) => span class="soft" { (words.text("claim-no-period")) },
                    }
                }
                @if let Some(base) = claim.base { dt { (words.text("claim-base")) } dd { (year(words, base)) } }
                @if let Some(place) = &claim.place { dt { (words.text("claim-place")) } dd { (cut(place, 60)) } }
                @if let Some(product) = claim.product.as_ref().or(claim.sector.as_ref()) { dt { (words.text("claim-product")) } dd { (cut(product, 60)) } }
                dt { (words.text("claim-confidence")) }
                dd {
                    (confidence)
                    @if let Some(doubts) = doubts(words, claim) { " " span class="soft" { "(" (doubts) ")" } }
                }
                dt { (words.text("claim-known")) } dd { (words.date(visit.as_of)) }
            }
        }
    }
}

/// Writes what a share, a growth or a rank is of.
fn whole(words: Words, of: Of) -> String {
    let scope = |scope: Scope| match scope {
        Scope::Country(country) => Arg::Country(country),
        Scope::Region(region) => Arg::Region(region),
    };
    match of {
        Of::Flow(flow) => words.word("trade-flow", flow.as_str()),
        Of::Trade { country, scope: place, flow } => {
            let place = match country {
                Some(country) => words
                    .with("claim-trade-with", [("country", Arg::Country(country)), ("scope", scope(place))]),
                None => words.with("claim-trade-of", [("scope", scope(place))]),
            };
            match flow {
                Some(flow) => format!("{place} ({})", words.word("trade-flow", flow.as_str())),
                None => place,
            }
        }
    }
}

fn definitions(visit: &Visit, checked: &Checked<'_>, publications: &[Publication]) -> Markup {
    let (words, claim, verdict) = (visit.words, checked.claim, checked.verdict);
    let ruler = ruler(claim, verdict);
    html! {
        section class="sec" id="definitions" {
            h2 { (words.text("claim-definitions")) }
            @if verdict.tried.is_empty() { p { (words.text("claim-no-definitions")) } }
            @else {
                p { (words.text("claim-definitions-how")) }
                div class={ "scroll o-" (verdict.outcome) } tabindex="0" role="region" aria-label=(words.text("claim-definitions")) {
                    table class="stack defs-t" role="table" {
                        caption class="vh" { (words.text("claim-definitions")) }
                        thead role="rowgroup" { tr role="row" {
                            th role="columnheader" scope="col" { (words.text("claim-definition")) }
                            th role="columnheader" scope="col" class="n" { (words.text("claim-gives")) }
                            th role="columnheader" scope="col" { (words.with("claim-against", [("value", text(stated(words, claim)))])) }
                            th role="columnheader" scope="col" class="sc" {
                                @if let Some((ruler, _)) = &ruler { (scale(words, claim, ruler)) }
                                span class="vh" { (words.text("claim-inputs")) }
                            }
                        } }
                        tbody role="rowgroup" {
                            @for (at, tried) in verdict.tried.iter().enumerate() {
                                @let dot = ruler.as_ref().and_then(|(ruler, places)| Some((ruler, places.iter().position(|p| *p == at)?)));
                                (row(visit, claim, tried, dot))
                            }
                        }
                    }
                }
            }
            (said::sources(visit, publications))
        }
    }
}

fn row(visit: &Visit, claim: &Claim, tried: &Tried, dot: Option<(&Ruler, usize)>) -> Markup {
    let words = visit.words;
    html! {
        tr role="row" class=[tried.matches.then_some("hit")] {
            th role="rowheader" scope="row" {
                (definition(words, claim, tried))
                @if tried.plain { " " span class="flag" { (words.text("card-plain")) } }
                span class="f" { (tried.formula) }
            }
            td role="cell" class="n" data-l=(words.text("claim-gives")) {
                @match tried.computed {
                    Some(value) => b { (computed(words, tried, value, claim, amounts(claim))) },
                    None => span class="soft" { (words.text("card-not-computed")) },
                }
            }
            td role="cell" class="yn" {
                @match (tried.computed, tried.matches) {
                    (None, _) => span class="soft" { (words.text("claim-lacking")) },
                    (_, true) if tried.within_rounding => span class="yes" { (words.text("claim-within-rounding")) },
                    (_, true) => span class="yes" { (words.text("claim-inside")) },
                    (_, false) => span class="no-" { (words.text("claim-outside")) },
                }
            }
            td role="cell" class="r" {
                @if let Some((ruler, dot)) = dot { (ruler.single(dot)) }
                (inputs(visit, tried))
            }
        }
    }
}

/// The inputs of a definition, folded: each leads to its observation.
fn inputs(visit: &Visit, tried: &Tried) -> Markup {
    let words = visit.words;
    html! {
        details class="disc" {
            summary {
                @if tried.inputs.is_empty() { (words.text("claim-missing")) }
                @else { (words.with("claim-inputs-count", [("count", crate::pages::words::number(tried.inputs.len() as u64))])) }
            }
            div {
                @if !tried.missing.is_empty() {
                    p class="small" { (words.with("claim-lacks", [("what", text(cut(&tried.missing.join("; "), 400)))])) }
                }
                @if !tried.inputs.is_empty() {
                    ul class="small inputs" {
                        @for input in &tried.inputs {
                            li {
                                code { (input_name(input)) } " "
                                (evidence(&observation(visit, &input.observation), &words.number(input.value)))
                                " " span class="flag" { (words.word("basis", input.basis.as_str())) ", " (words.word("status", input.status.as_str())) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The scale above the rulers.
fn scale(words: Words, claim: &Claim, ruler: &Ruler) -> Markup {
    use crate::pages::chart::N;
    let amounts = amounts(claim);
    let (left, width) = ruler.band();
    let middle = left + width / 2.0;
    let (anchor, at) = if middle < 20.0 {
        ("start", left)
    } else if middle > 80.0 {
        ("end", left + width)
    } else {
        ("middle", middle)
    };
    html! {
        svg class="scale" aria-hidden="true" {
            rect class="said" x={ (N(left)) "%" } y="22" width={ (N(width)) "%" } height="12" {}
            text class="o" x={ (N(at)) "%" } y="13" text-anchor=(anchor) { (words.with("claim-said", [("value", text(stated(words, claim)))])) }
            text x="0" y="31" { (amounts.end(ruler.ends.0, words)) }
            text x="100%" y="31" text-anchor="end" { (amounts.end(ruler.ends.1, words)) }
        }
    }
}

/// For targets: how far and how fast, by each reporter's figures.
fn outlook(visit: &Visit, claim: &Claim, verdict: &Verdict) -> Markup {
    let words = visit.words;
    let percent =
        |value| words.quantity(entente_model::decimal::rounded(value, 1), entente_model::Unit::Percent);
    let paces = verdict.outlook.as_ref().map(|outlook| (outlook.horizon, outlook.paces.as_slice()));
    html! {
        @if let Some((horizon, paces)) = paces.filter(|(_, paces)| !paces.is_empty()) {
            section class="sec" id="pace" {
                h2 { (words.with("claim-pace", [("period", text(year(words, horizon)))])) }
                div class="scroll" tabindex="0" role="region" aria-label=(words.text("claim-pace-label")) {
                    table class="stack" role="table" {
                        caption class="vh" { (words.text("claim-pace-label")) }
                        thead role="rowgroup" { tr role="row" {
                            th role="columnheader" scope="col" { (words.text("claim-reporter")) }
                            th role="columnheader" scope="col" class="n" { (words.text("claim-latest")) }
                            th role="columnheader" scope="col" class="n" { (words.text("claim-needed")) }
                            th role="columnheader" scope="col" class="n" { (words.text("claim-so-far")) }
                            th role="columnheader" scope="col" class="n" { (words.text("claim-median")) }
                            th role="columnheader" scope="col" class="n" { (words.text("claim-chance")) }
                        } }
                        tbody role="rowgroup" {
                            @for pace in paces {
                                tr role="row" {
                                    th role="rowheader" scope="row" { (words.country(pace.reporter)) }
                                    td role="cell" class="n" data-l=(words.text("claim-latest")) {
                                        @let value = words.quantity(pace.last_value, claim.unit);
                                        @match pace.inputs.last() { Some(input) => (evidence(&observation(visit, &input.observation), &value)), None => (value) }
                                        " (" (year(words, pace.last_period)) ")"
                                    }
                                    td role="cell" class="n" data-l=(words.text("claim-needed")) { (percent(pace.needed)) }
                                    td role="cell" class="n" data-l=(words.text("claim-so-far")) { @if let Some(so_far) = pace.so_far { (percent(so_far)) " (" (year(words, pace.first_period)) "–" (year(words, pace.last_period)) ")" } @else { "–" } }
                                    td role="cell" class="n" data-l=(words.text("claim-median")) { @if let Some(median) = pace.median { (words.quantity(median, claim.unit)) } @else { "–" } }
                                    td role="cell" class="n" data-l=(words.text("claim-chance")) { @if let Some(chance) = pace.chance { (words.fixed(chance, 2)) } @else { (words.text("claim-too-few")) } }
                                }
                            }
                        }
                    }
                }
                p class="src" { (words.text("claim-pace-how")) }
            }
        }
    }
}

fn others(visit: &Visit, explained: &Explained) -> Markup {
    let words = visit.words;
    html! {
        section class="sec" id="others" {
            h2 { (words.text("claim-others")) }
            @if explained.others.is_empty() { p { (words.text("claim-others-none")) } }
            @else {
                p { (words.text("claim-others-how")) }
                ul class="list cols" {
                    @for (statement, verdict) in explained.others.iter().take(30) { (said::statement(visit, statement, verdict.as_ref(), false)) }
                }
            }
        }
    }
}

fn history(visit: &Visit, explanation: &Explanation) -> Markup {
    let words = visit.words;
    html! {
        section class="sec" id="history" {
            h2 { (words.text("claim-history")) }
            @if explanation.verdicts.is_empty() { p { (words.text("claim-history-none")) } }
            @else {
                div class="scroll" tabindex="0" role="region" aria-label=(words.text("claim-history")) {
                    table class="stack" role="table" {
                        caption class="vh" { (words.text("claim-history")) }
                        thead role="rowgroup" { tr role="row" {
                            th role="columnheader" scope="col" { (words.text("claim-known")) }
                            th role="columnheader" scope="col" { (words.text("claim-grid")) }
                            th role="columnheader" scope="col" { (words.text("claim-verdict")) }
                            th role="columnheader" scope="col" { (words.text("claim-address")) }
                        } }
                        tbody role="rowgroup" {
                            @for item in &explanation.verdicts {
                                tr role="row" {
                                    th role="rowheader" scope="row" { (words.date(item.verdict.as_of)) }
                                    td role="cell" data-l=(words.text("claim-grid")) { (item.grid) }
                                    td role="cell" { (marks::verdict(item.verdict.outcome, words)) }
                                    td role="cell" { a href={ "/api/v1/verdicts/" (item.verdict.id) } { code { (cut(item.verdict.id.as_str(), 13)) } } }
                                }
                            }
                        }
                    }
                }
            }
            p class="src" { (words.text(if explanation.filed { "claim-on-file" } else { "claim-computed" })) }
        }
    }
}

fn cite(visit: &Visit, explanation: &Explanation, verdict: &Verdict, data: &str) -> Markup {
    let words = visit.words;
    let claim = &explanation.claim.claim;
    let path = format!("/claims/{}?as_of={}", explanation.claim.id, visit.as_of);
    html! {
        section class="sec" id="cite" {
            h2 { (words.text("claim-cite")) }
            div class="cite" {
                p {
                    (words.with("claim-citation", [
                        ("id", text(explanation.claim.id.as_str().chars().take(12).collect::<String>())),
                        ("said", text(quoted(words, &cut(&parts::said(claim), 75)))),
                        ("date", text(words.date(explanation.document.published.unwrap_or(explanation.document.known)))),
                        ("outcome", text(words.outcome(verdict.outcome))),
                        ("known", text(words.date(visit.as_of))),
                    ]))
                }
                p { a href=(path) { (path) } }
            }
            p class="acts" { span class="soft" { (words.text("claim-data")) " " a href=(visit.link(data)) { "JSON" } } }
        }
    }
}

//! The card of a claim: its number, the verdict, one sentence, the ruler; behind a fold every definition.

use crate::pages::amounts::Amounts;
use crate::pages::marks;
use crate::pages::parts::{asserted, capital, cut, definition, quoted, said, stated};
use crate::pages::ruler::{Dot, Ruler};
use crate::pages::visit::Visit;
use crate::pages::words::{Words, number, text};
use entente_model::{Claim, ClaimKind, Decimal, MentionId, Outcome, Tried, Verdict};
use entente_observatory::messages::render;
use maud::{Markup, html};

/// A claim with its number on the page and what checking it says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Checked<'a> {
    /// Its number on the page, from 1.
    pub(crate) number: usize,
    /// Its permanent id, where it is on file.
    pub(crate) id: Option<&'a MentionId>,
    /// The claim.
    pub(crate) claim: &'a Claim,
    /// What checking it says.
    pub(crate) verdict: &'a Verdict,
}

impl Checked<'_> {
    /// Says whether it is one of the figures of a portfolio of projects that nothing is on file to check with: those
    /// of a paragraph share a card.
    pub(crate) fn is_portfolio(&self) -> bool {
        self.claim.kind.is_portfolio() && self.verdict.outcome == Outcome::NoData
    }
}

/// Writes the sentence of a verdict in the reader's language.
pub(crate) fn summary(verdict: &Verdict, words: Words) -> String {
    capital(&render(&verdict.summary, words.lang()))
}

/// Returns how figures beside a claim are written.
pub(crate) fn amounts(claim: &Claim) -> Amounts {
    Amounts::beside(claim.unit, claim.value, claim.precision)
}

/// Returns the ruler of a claim and which of the definitions tried its dots are; none where nothing was computed in
/// the claim's unit.
pub(crate) fn ruler(claim: &Claim, verdict: &Verdict) -> Option<(Ruler, Vec<usize>)> {
    let on = |(at, tried): (usize, &Tried)| {
        let value = tried.computed.filter(|_| tried.unit == claim.unit)?;
        Some((Dot { value, agrees: tried.matches }, at))
    };
    let (dots, places): (Vec<Dot>, Vec<usize>) = verdict.tried.iter().enumerate().filter_map(on).unzip();
    let whole = claim.kind == ClaimKind::TradeShare;
    Some((Ruler::new(verdict.interval.as_ref()?, &dots, whole)?, places))
}

/// Draws a card.
pub(crate) fn card(visit: &Visit, checked: &Checked<'_>, is_open: bool) -> Markup {
    let (words, verdict) = (visit.words, checked.verdict);
    html! {
        details class={ "card o-" (verdict.outcome) } open[is_open] {
            summary {
                span class="no" { (checked.number) }
                (marks::verdict(verdict.outcome, words))
                span class="one" data-open=(words.text("card-open")) data-close=(words.text("card-close")) { (summary(verdict, words)) }
                @if let Some((ruler, _)) = ruler(checked.claim, verdict) { (strip(&ruler, checked.claim, words)) }
            }
            div class="in" id={ "c" (checked.number) } {
                (told(words, checked))
                (definitions(words, checked))
                (after(visit, checked))
            }
        }
    }
}

/// Draws the card that the figures of a portfolio share.
pub(crate) fn portfolio(visit: &Visit, all: &[Checked<'_>]) -> Markup {
    let words = visit.words;
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return html! {} };
    html! {
        details class={ "card o-" (first.verdict.outcome) } {
            summary {
                span class="no" { (first.number) @if last.number > first.number { "–" (last.number) } }
                (marks::verdict(first.verdict.outcome, words))
                span class="one" data-open=(words.text("card-open")) data-close=(words.text("card-close")) { (summary(first.verdict, words)) }
            }
            div class="in" {
                ul class="defs" {
                    @for checked in all {
                        li id={ "c" (checked.number) } {
                            span class="na" { (checked.number) }
                            span class="val" { (stated(words, checked.claim)) }
                            span { (meaning(words, checked.claim)) " " (place(visit, checked)) }
                        }
                    }
                }
            }
        }
    }
}

/// Writes what a claim is about: its kind, its portion and its modality.
pub(crate) fn meaning(words: Words, claim: &Claim) -> String {
    let mut meaning = words.word("claim-kind", claim.kind.as_str());
    if let Some(portion) = claim.stage {
        meaning = format!("{meaning}, {}", words.word("claim-portion", portion.as_str()));
    }
    match claim.modality {
        entente_model::Modality::Actual => meaning,
        modality => format!("{meaning}, {}", words.word("claim-modality", modality.as_str())),
    }
}

fn strip(ruler: &Ruler, claim: &Claim, words: Words) -> Markup {
    let amounts = amounts(claim);
    let (low, high) = (
        amounts.end(ruler.ends.0, words),
        format!("{} {}", amounts.end(ruler.ends.1, words), amounts.label(words)),
    );
    ruler.strip((&low, high.trim_end()))
}

/// What the words assert, how many definitions agree, and how often chance would; then what else is to be known.
fn told(words: Words, checked: &Checked<'_>) -> Markup {
    let (claim, verdict) = (checked.claim, checked.verdict);
    html! {
        @if let Some(interval) = &verdict.interval {
            p class="small soft" {
                (words.with("card-asserts", [
                    ("said", text(quoted(words, &cut(&said(claim), 75)))),
                    ("range", text(asserted(words, interval, amounts(claim)))),
                ]))
                " " (agreement(words, verdict))
            }
        }
        @for note in &verdict.notes { p class="small" { (render(note, words.lang())) } }
    }
}

/// Writes how many of the definitions agree and how often a made-up number would have.
pub(crate) fn agreement(words: Words, verdict: &Verdict) -> String {
    let computed = verdict.tried.iter().filter(|tried| tried.computed.is_some()).count();
    if computed == 0 || verdict.outcome == Outcome::Open {
        return String::new();
    }
    let agree = verdict.tried.iter().filter(|tried| tried.matches).count();
    let counts = [("computed", number(computed as u64)), ("agree", number(agree as u64))];
    let agreed = words.with("card-agree", counts);
    let chance = verdict.chance.and_then(|chance| chance.checked_mul(Decimal::ONE_HUNDRED));
    match chance {
        Some(chance) => {
            let chance = [("chance", text(words.fixed(chance, u32::from(chance < Decimal::ONE))))];
            format!("{agreed} {}", words.with("card-chance", chance))
        }
        None => agreed,
    }
}

fn definitions(words: Words, checked: &Checked<'_>) -> Markup {
    let (claim, amounts) = (checked.claim, amounts(checked.claim));
    html! {
        @if !checked.verdict.tried.is_empty() {
            ul class="defs" {
                @for tried in &checked.verdict.tried {
                    li class=[tried.matches.then_some("hit")] {
                        @match tried.computed {
                            Some(value) => {
                                @if tried.matches { span class="yes" { span class="vh" { (words.text("card-inside")) } } }
                                @else { span class="no-" { span class="vh" { (words.text("card-outside")) } } }
                                span class="val" { (computed(words, tried, value, claim, amounts)) }
                            }
                            None => { span class="na" {} span class="val" { (words.text("card-not-computed")) } }
                        }
                        span { (definition(words, claim, tried)) @if tried.plain { " " span class="flag" { (words.text("card-plain")) } } }
                    }
                }
            }
        }
    }
}

/// Writes the number that a definition gives, in the claim's scale where it has the claim's unit.
pub(crate) fn computed(
    words: Words,
    tried: &Tried,
    value: Decimal,
    claim: &Claim,
    amounts: Amounts,
) -> String {
    if tried.unit == claim.unit { amounts.number(value, words) } else { words.quantity(value, tried.unit) }
}

fn after(visit: &Visit, checked: &Checked<'_>) -> Markup {
    html! {
        p class="more" {
            a href={ "#q" (checked.number) } { (visit.words.text("card-back")) }
            (place(visit, checked))
        }
    }
}

fn place(visit: &Visit, checked: &Checked<'_>) -> Markup {
    html! {
        @if let Some(id) = checked.id {
            a href=(visit.link(&format!("/claims/{id}"))) { (visit.words.text("card-page")) }
        }
    }
}

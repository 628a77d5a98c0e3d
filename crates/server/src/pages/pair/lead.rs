//! The head of the page of a pair: the newest figures in a sentence and large.

use super::targets::Target;
use super::years::{Years, address};
use crate::pages::amounts::minus;
use crate::pages::frame::as_of_form;
use crate::pages::parts::{Part, evidence, sentence};
use crate::pages::words::{Words, text};
use crate::pages::{Visit, marks};
use entente_model::decimal::rounded;
use entente_model::{Decimal, Outcome, Pair, Unit};
use maud::{Markup, html};

pub(crate) fn head(visit: &Visit, name: &str, pair: Pair, lead: Markup) -> Markup {
    html! {
        header class="head" {
            h1 { (name) }
            p class="lead" { (lead) }
            (as_of_form(visit, Some(&pair.to_string())))
        }
    }
}

/// Writes the newest turnovers, their changes and the target that is open.
pub(crate) fn lead(visit: &Visit, years: &Years<'_>, targets: &[Target<'_>]) -> Markup {
    let words = visit.words;
    let Some(newest) = years.newest() else { return html! { (words.text("pair-lead-none")) } };
    let [first, second] = years.countries;
    let year = || Part::Arg(text(newest.year.to_string()));
    let turnover = |side: usize| {
        let row = newest.rows.get(side).copied().flatten()?;
        let value = years.amounts.whole(row.turnover?, words);
        Some(Part::Link(evidence(&address(visit, row, None), &value)))
    };
    let country = |country| Part::Arg(entente_model::Arg::Country(country));
    let said = match (turnover(0), turnover(1)) {
        (Some(one), Some(two)) => sentence(
            words,
            "pair-lead-both",
            [
                ("year", year()),
                ("one", one),
                ("two", two),
                ("first", country(first)),
                ("second", country(second)),
            ],
        ),
        (Some(value), None) => sentence(
            words,
            "pair-lead-one",
            [("year", year()), ("value", value), ("country", country(first))],
        ),
        (None, Some(value)) => sentence(
            words,
            "pair-lead-one",
            [("year", year()), ("value", value), ("country", country(second))],
        ),
        (None, None) => html! { (words.text("pair-lead-none")) },
    };
    let changes = (years.change(newest.year, 0), years.change(newest.year, 1));
    html! {
        (said)
        @if let (Some(one), Some(two)) = changes {
            @let link = |change| Part::Link(evidence("#turnover-table", &signed(words, change)));
            " " (sentence(words, "pair-year-before", [("first", link(one)), ("second", link(two))]))
        }
        @if let Some(target) = targets.iter().find(|target| target.is_open() && target.deadline().is_some()) {
            @let deadline = target.deadline().map(|year| year.to_string()).unwrap_or_default();
            @let value = Part::Link(evidence("#targets", &target.value(words)));
            " " (sentence(words, "pair-lead-target", [("value", value), ("year", Part::Arg(text(deadline)))]))
        }
    }
}

/// Writes a change in percent with its sign.
pub(crate) fn signed(words: Words, change: Decimal) -> String {
    let change = rounded(change, 1);
    let plus = if change > Decimal::ZERO { "+" } else { "" };
    minus(format!("{plus}{}", words.with("amount-percent", [("value", text(words.fixed(change, 1)))])))
}

/// Draws the key figures: the newest turnovers, their changes, what the open target needs.
pub(crate) fn key_figures(visit: &Visit, years: &Years<'_>, targets: &[Target<'_>]) -> Markup {
    let words = visit.words;
    let Some(newest) = years.newest() else { return html! {} };
    let classes = ["rep", "rep b"];
    let sides = || years.countries.into_iter().zip(classes).enumerate();
    let unit = [("year", text(newest.year.to_string())), ("unit", text(years.amounts.label(words)))];
    let before = (newest.year - 1).to_string();
    let has_change = (0..2).any(|side| years.change(newest.year, side).is_some());
    html! {
        dl class="key" {
            div {
                dt { (words.with("pair-key-turnover", unit)) }
                dd class="two" {
                    @for (side, (country, class)) in sides() {
                        @if let Some(value) = newest.turnover(side) {
                            span { span class="big" { (years.amounts.number(value, words)) } span class=(class) { (words.country(country)) } }
                        }
                    }
                }
            }
            @if has_change {
                div {
                    dt { (words.with("pair-key-change", [("year", text(before))])) }
                    dd class="two" {
                        @for (side, (country, class)) in sides() {
                            @if let Some(change) = years.change(newest.year, side) {
                                span { span class="big" { (signed(words, change)) } span class=(class) { (words.country(country)) } }
                            }
                        }
                    }
                }
            }
            @if let Some((target, pace)) = targets.iter().find_map(|target| Some((target, target.pace()?))) {
                div {
                    dt { (target.headline(words)) }
                    dd {
                        span class="big" { (words.quantity(rounded(pace.needed, 1), Unit::Percent)) span class="u" { (words.text("pair-a-year-needed")) } }
                        p class="by" {
                            (marks::glyph(Outcome::Open)) " "
                            @if let Some(so_far) = pace.so_far {
                                (words.with("pair-so-far", [
                                    ("country", entente_model::Arg::Country(pace.reporter)),
                                    ("value", text(words.quantity(rounded(so_far, 1), Unit::Percent))),
                                    ("from", text(pace.first_period.to_string())),
                                    ("to", text(pace.last_period.to_string())),
                                ]))
                            }
                        }
                    }
                }
            }
        }
    }
}

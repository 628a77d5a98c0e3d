//! Why the two reports differ: each flow as its seller and as its buyer record it, the gap, and what it may be due to.

use crate::pages::Visit;
use crate::pages::amounts::Amounts;
use crate::pages::parts::{evidence, observation};
use crate::pages::words::{Words, text};
use entente_model::{Decimal, Unit};
use entente_observatory::mirror::{Comparison, Effect, Mirror, MirrorRow, Side};
use maud::{Markup, html};

/// How many years stand in the table.
const YEARS: usize = 10;

/// A flow in a year that both sides record.
struct Both<'a> {
    year: i16,
    row: &'a MirrorRow,
    seller: &'a Side,
    buyer: &'a Side,
    gap: Decimal,
}

impl<'a> Both<'a> {
    fn of(row: &'a MirrorRow) -> Option<Self> {
        let (seller, buyer) = (row.exports.as_ref()?, row.imports.as_ref()?);
        Some(Self { year: row.period.whole_year()?, row, seller, buyer, gap: row.gap? })
    }
}

/// Says whether any flow of a whole year is recorded by both.
pub(crate) fn has_any(mirror: &Mirror) -> bool {
    mirror.rows.iter().any(|row| Both::of(row).is_some())
}

/// Writes the section; nothing where no flow of a whole year is recorded by both.
pub(crate) fn section(visit: &Visit, mirror: &Mirror) -> Markup {
    let words = visit.words;
    let both: Vec<Both<'_>> = mirror.rows.iter().filter_map(Both::of).collect();
    let Some(newest) = both.iter().map(|both| both.year).max() else { return html! {} };
    let largest = both.iter().map(|both| both.seller.value.max(both.buyer.value)).max().unwrap_or_default();
    let step = largest.checked_div(Decimal::ONE_THOUSAND).unwrap_or_default();
    let amounts = Amounts::new(both.first().map_or(Unit::Count, |both| both.seller.unit), largest, step);
    html! {
        section class="sec" id="sides" {
            h2 { (words.text("pair-sides")) }
            p { (words.with("pair-sides-how", [("factor", text(words.number(mirror.cif_over_fob.normalize())))])) }
            div class="panels" {
                @for both in both.iter().filter(|both| both.year == newest) { (panel(visit, both)) }
            }
            details class="disc" {
                summary { (words.text("pair-sides-years")) }
                div { (years(visit, &both, amounts)) }
            }
        }
    }
}

/// Writes a flow as `Kazakhstan → Uzbekistan`.
fn flow(words: Words, row: &MirrorRow) -> String {
    format!("{} → {}", words.country(row.from), words.country(row.to))
}

fn panel(visit: &Visit, both: &Both<'_>) -> Markup {
    let words = visit.words;
    let key = match both.gap {
        gap if gap.is_zero() => "pair-sides-same",
        gap if gap.is_sign_negative() => "pair-sides-less",
        _ => "pair-sides-more",
    };
    let args = [
        ("flow", text(flow(words, both.row))),
        ("year", text(both.year.to_string())),
        ("gap", text(words.quantity(both.gap.abs(), both.seller.unit))),
    ];
    html! {
        div class="box" {
            h3 { (words.with(key, args)) }
            dl class="meta-dl" {
                (side(visit, "pair-sides-seller", both.seller))
                (side(visit, "pair-sides-buyer", both.buyer))
                @if let Some(after) = both.row.gap_after_cif {
                    dt { (words.text("pair-sides-after")) }
                    dd class="num" { (signed(words, after, both.seller.unit)) }
                }
            }
            @if both.row.outcome == Some(Comparison::NotComparable) { p class="small" { (words.text("pair-sides-not-comparable")) } }
            @if both.row.causes.is_empty() { p class="small soft" { (words.text("pair-sides-no-cause")) } } @else {
                ul class="causes" {
                    @for cause in &both.row.causes {
                        li {
                            span class={ "st st-" (effect(cause.effect)) } { (words.word("effect", effect(cause.effect))) }
                            " " (cause.summary)
                        }
                    }
                }
            }
        }
    }
}

const fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::Explains => "explains",
        Effect::Widens => "widens",
        Effect::Named => "named",
    }
}

fn side(visit: &Visit, label: &'static str, side: &Side) -> Markup {
    let words = visit.words;
    html! {
        dt { (words.with(label, [("country", text(words.country(side.reporter)))])) }
        dd class="num" {
            (evidence(&observation(visit, &side.observation), &words.quantity(side.value, side.unit)))
            " " span class="soft small" { (words.word("basis", side.basis.as_str())) }
        }
    }
}

fn signed(words: Words, value: Decimal, unit: Unit) -> String {
    let sign = if value.is_sign_negative() { "−" } else { "+" };
    format!("{sign}{}", words.quantity(value.abs(), unit))
}

fn years(visit: &Visit, both: &[Both<'_>], amounts: Amounts) -> Markup {
    let words = visit.words;
    let caption = words.with("pair-sides-caption", [("unit", text(amounts.label(words)))]);
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(words.text("pair-sides-years")) {
            table {
                caption { (caption) }
                thead { tr {
                    th scope="col" { (words.text("pair-year")) }
                    th scope="col" { (words.text("pair-sides-flow")) }
                    th scope="col" class="n" { (words.text("pair-sides-sold")) }
                    th scope="col" class="n" { (words.text("pair-sides-bought")) }
                    th scope="col" class="n" { (words.text("pair-sides-gap")) }
                } }
                tbody {
                    @for both in both.iter().rev().take(2 * YEARS) {
                        tr {
                            th scope="row" { (both.year) }
                            td class="nb" { (both.row.from) " → " (both.row.to) }
                            td class="n" { (evidence(&observation(visit, &both.seller.observation), &amounts.number(both.seller.value, words))) }
                            td class="n" { (evidence(&observation(visit, &both.buyer.observation), &amounts.number(both.buyer.value, words))) }
                            td class="n" { (amounts.signed(both.gap, words)) }
                        }
                    }
                }
            }
        }
    }
}

//! The figures behind the charts of a pair.

use super::lead::signed;
use super::years::{Year, Years, address, percent};
use crate::pages::Visit;
use crate::pages::amounts::Amounts;
use crate::pages::parts::evidence;
use crate::pages::words::text;
use entente_model::{Decimal, Status};
use entente_observatory::pair::Row;
use maud::{Markup, html};

/// Writes turnover by year as both report it, with the difference; each figure leads to its observations.
pub(crate) fn table(visit: &Visit, years: &Years<'_>) -> Markup {
    let words = visit.words;
    let amounts = finer(years);
    let newest =
        |side: usize| years.rows.iter().rev().find_map(|year| year.rows.get(side).copied().flatten());
    let basis = |side: usize| newest(side).map(|row| words.word("basis", row.basis.as_str()));
    html! {
        div class="scroll" id="turnover-table" tabindex="0" role="region" aria-label=(words.text("pair-table-label")) {
            table {
                caption { (words.with("pair-table", [("unit", text(amounts.label(words)))])) }
                thead { tr {
                    th scope="col" { (words.text("pair-year")) }
                    @for (side, country) in years.countries.into_iter().enumerate() {
                        th scope="col" class="n" { (words.with("pair-reports", [("country", entente_model::Arg::Country(country))])) @if let Some(basis) = basis(side) { br; span class="flag" { (basis) } } }
                    }
                    th scope="col" class="n" { (words.text("pair-difference")) }
                    th scope="col" class="n" { (words.text("pair-in-percent")) }
                } }
                tbody {
                    @for year in &years.rows {
                        tr {
                            th scope="row" { (year.year) }
                            @for side in 0..2_usize { td class="n" { (figure(visit, year.rows.get(side).copied().flatten(), amounts)) } }
                            @match gap(year) {
                                Some((gap, part)) => { td class="n" { (amounts.signed(gap, words)) } td class="n" { (signed(words, part)) } }
                                None => { td class="n soft" { "–" } td class="n soft" { "–" } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Millions with one decimal, where charts have billions.
fn finer(years: &Years<'_>) -> Amounts {
    let million = Decimal::from(1_000_000);
    let largest = years.rows.iter().flat_map(|year| [year.turnover(0), year.turnover(1)]).flatten().max();
    let largest = largest.unwrap_or_default();
    if largest >= million {
        Amounts::new(years.unit, million, Decimal::from(100_000))
    } else {
        Amounts::new(years.unit, largest, Decimal::ONE)
    }
}

fn figure(visit: &Visit, row: Option<&Row>, amounts: Amounts) -> Markup {
    let words = visit.words;
    let Some((row, value)) = row.and_then(|row| Some((row, row.turnover?))) else {
        return html! { span class="soft" { (words.text("pair-not-reported")) } };
    };
    html! {
        (evidence(&address(visit, row, None), &amounts.number(value, words)))
        @if !matches!(row.status, Status::Final | Status::Unknown) { " " span class="flag" { (words.word("status", row.status.as_str())) } }
    }
}

/// Returns by how much the first country's report exceeds the second's, and in percent of it.
pub(crate) fn gap(year: &Year<'_>) -> Option<(Decimal, Decimal)> {
    let (one, two) = year.both()?;
    let gap = one.checked_sub(two)?;
    Some((gap, percent(gap, two)?))
}

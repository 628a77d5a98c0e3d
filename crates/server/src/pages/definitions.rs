//! Definitions: what a number can mean, as a formula, with what it needs and an example.

use crate::pages::Shown;
use crate::pages::frame::{Entry, Frame};
use crate::pages::visit::Visit;
use crate::pages::words::{number, text};
use entente_model::{Arg, ClaimKind, Lang, Message};
use entente_observatory::{Definition, GRID_VERSION, definitions as grid, messages};
use maud::{Markup, html};

/// The letters and, as an example, the values that stand in a formula.
const PLACES: [(&str, &str, &str); 5] = [
    ("{first}", "A", "KAZ"),
    ("{second}", "B", "UZB"),
    ("{region}", "R", "CENTRAL_ASIA"),
    ("{period}", "t", "2023"),
    ("{base}", "t₀", "2022"),
];

/// What a definition needs, by its id.
const NEEDS: [(&str, &str); 45] = [
    ("turnover_first_reports", "needs-first"),
    ("turnover_second_reports", "needs-second"),
    ("both_exports", "needs-both"),
    ("both_imports", "needs-both"),
    ("mean_of_both_reports", "needs-both"),
    ("reconciled", "needs-reconciled"),
    ("goods_and_services", "needs-services"),
    ("exports_reporter_reports", "needs-first"),
    ("exports_partner_mirror", "needs-second"),
    ("exports_mean", "needs-both"),
    ("imports_reporter_reports", "needs-first"),
    ("imports_partner_mirror", "needs-second"),
    ("imports_mean", "needs-both"),
    ("balance_holder_reports", "needs-first"),
    ("balance_partner_mirror", "needs-second"),
    ("balance_exports_less_exports", "needs-both"),
    ("balance_mean", "needs-both"),
    ("first_and_second_total_over_region_total", "needs-totals"),
    ("pair_over_trade_inside_region", "needs-region-pairs"),
    ("involving_over_trade_inside_region", "needs-region-pairs"),
    ("combined_over_members_trade_with_region", "needs-region-members"),
    ("pair_over_first_trade_with_region", "needs-first-region"),
    ("pair_over_second_trade_with_region", "needs-second-region"),
    ("pair_over_first_total", "needs-first-partners"),
    ("pair_over_second_total", "needs-second-partners"),
    ("first_total_over_region_total", "needs-totals"),
    ("second_total_over_region_total", "needs-totals"),
    ("growth_of_turnover_first_reports", "needs-first-twice"),
    ("growth_of_turnover_second_reports", "needs-second-twice"),
    ("growth_of_both_exports", "needs-both-twice"),
    ("growth_of_both_imports", "needs-both-twice"),
    ("growth_of_mean_of_both_reports", "needs-both-twice"),
    ("growth_of_goods_and_services", "needs-services-twice"),
    ("growth_of_exports_reporter_reports", "needs-first-twice"),
    ("growth_of_exports_partner_mirror", "needs-second-twice"),
    ("growth_of_exports_mean", "needs-both-twice"),
    ("growth_of_imports_reporter_reports", "needs-first-twice"),
    ("growth_of_imports_partner_mirror", "needs-second-twice"),
    ("growth_of_imports_mean", "needs-both-twice"),
    ("rank_by_turnover", "needs-first-partners"),
    ("rank_by_exports", "needs-first-partners"),
    ("rank_by_imports", "needs-first-partners"),
    ("target_growth_needed", "needs-series"),
    ("target_growth_so_far", "needs-series"),
    ("target_chance", "needs-series"),
];

/// Shows every definition, by kind of claim; each has an anchor, its id.
///
/// # Errors
/// None.
pub async fn definitions(visit: Visit) -> Shown {
    let words = visit.words;
    let kinds: Vec<ClaimKind> =
        ClaimKind::ALL.iter().copied().filter(|kind| grid().iter().any(|d| d.kind == *kind)).collect();
    let count = grid().len() as u64;
    let body = html! {
        header class="head" {
            h1 { (words.text("definitions-title")) }
            p class="lead" { (words.with("definitions-lead", [("count", number(count))])) }
            p class="small soft" { (words.with("definitions-version", [("version", text(GRID_VERSION))])) " " a href=(visit.link("/marks")) { (words.text("marks-link")) } }
        }
        div class="body with-toc" {
            nav class="toc" aria-label=(words.text("definitions-toc")) { ul {
                li { a href="#letters" { (words.text("definitions-letters")) } }
                @for kind in &kinds { li { a href={ "#" (kind) } { (words.heading("claim-kind", kind.as_str())) } } }
            } }
            div {
                section class="sec" id="letters" {
                    h2 { (words.text("definitions-letters")) }
                    (letters(&visit))
                }
                @for kind in &kinds {
                    section class="sec" id=(kind) {
                        h2 { (words.heading("claim-kind", kind.as_str())) }
                        @for definition in grid().iter().filter(|d| d.kind == *kind) { (one(&visit, definition)) }
                    }
                }
            }
        }
    };
    let frame = Frame::new(words.text("definitions-title"))
        .at(Entry::Definitions)
        .data("JSON", "/api/v1/definitions");
    Ok(frame.show(&visit, body))
}

fn letters(visit: &Visit) -> Markup {
    let words = visit.words;
    html! {
        dl class="meta-dl" {
            dt { "A, B" } dd { (words.text("definitions-parties")) }
            dt { "X(A,B), M(A,B)" } dd { (words.text("definitions-flows")) }
            dt { "trade, total, with_region" } dd { (words.text("definitions-sums")) }
            dt { "R, t, t₀" } dd { (words.text("definitions-places")) }
        }
    }
}

fn one(visit: &Visit, definition: &Definition) -> Markup {
    let words = visit.words;
    let id = definition.id.as_str();
    let description = told("description", definition, &definition.description, words.lang());
    let formula = told("formula", definition, &definition.formula, words.lang());
    let filled = |of: fn(&(&'static str, &'static str, &'static str)) -> &'static str| {
        PLACES.iter().fold(formula.clone(), |formula, place| formula.replace(place.0, of(place)))
    };
    let needs = NEEDS.iter().find(|(known, _)| *known == id).map(|(_, key)| *key);
    html! {
        article class="definition" id=(id) {
            h3 { (description) }
            dl class="meta-dl" {
                dt { (words.text("definitions-formula")) } dd { code { (filled(|place| place.1)) } }
                @if let Some(needs) = needs { dt { (words.text("definitions-needs")) } dd { (words.text(needs)) } }
                dt { (words.text("definitions-plain")) }
                dd { @match definition.plain.as_str() {
                    "" => (words.text("definitions-never")),
                    "always" => (words.text("definitions-always")),
                    plain => (told("plain", definition, plain, words.lang())),
                } }
                @if let Some(example) = example(definition, words.lang()) {
                    dt { (words.text("definitions-example")) } dd { (example) ": " code { (filled(|place| place.2)) } }
                }
            }
            p class="small" { a class="code" href={ "#" (id) } aria-label=(words.with("definitions-address", [("id", text(id))])) { (id) } }
        }
    }
}

/// Returns what the grid says of a definition; in other languages than English, what their messages say.
fn told(what: &str, definition: &Definition, english: &str, lang: Lang) -> String {
    if lang == Lang::En {
        return english.to_owned();
    }
    let key = format!("{what}_{}", definition.id);
    if !messages::catalogue().has(&key, lang) {
        return format!("[en] {english}");
    }
    let keep = |message: Message, place: &(&'static str, &str, &str)| {
        message.with(place.0.trim_matches(['{', '}']), Arg::Text(place.0.to_owned()))
    };
    messages::catalogue()
        .render(&PLACES.iter().fold(Message { key: key.into(), args: Vec::new() }, keep), lang)
}

/// Names a definition with two countries.
fn example(definition: &Definition, lang: Lang) -> Option<String> {
    let key = definition.id.as_str();
    if !messages::catalogue().has(key, lang) {
        return None;
    }
    let message = Message { key: key.to_owned().into(), args: Vec::new() }
        .with("first", Arg::Country("KAZ".parse().ok()?))
        .with("second", Arg::Country("UZB".parse().ok()?))
        .with("region", Arg::Region("CENTRAL_ASIA".parse().ok()?));
    Some(messages::render(&message, lang).trim_end_matches(',').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_definition_says_what_it_needs() {
        for definition in grid() {
            assert!(NEEDS.iter().any(|(id, _)| *id == definition.id.as_str()), "{}", definition.id);
        }
        assert_eq!(NEEDS.len(), grid().len());
    }

    #[test]
    fn every_definition_is_told_in_every_language() {
        for lang in crate::pages::Words::languages() {
            for definition in grid() {
                for (what, english) in
                    [("description", &definition.description), ("formula", &definition.formula)]
                {
                    let text = told(what, definition, english, lang);
                    assert!(!text.starts_with('[') && !text.is_empty(), "{lang} {what} {}", definition.id);
                    // Its condition, where it has one, is told too.
                    let has_plain = !["", "always"].contains(&definition.plain.as_str());
                    assert!(
                        !has_plain || !told("plain", definition, "x", lang).starts_with('['),
                        "{}",
                        definition.id
                    );
                    // The same places stand in it.
                    for (place, ..) in PLACES.iter().filter(|_| what == "formula") {
                        assert_eq!(text.contains(place), english.contains(place), "{lang} {place}: {text}");
                    }
                }
            }
        }
    }
}

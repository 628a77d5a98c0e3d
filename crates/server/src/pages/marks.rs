//! The marks of outcomes: shape, word and line always together; colour is the fourth cue.

use crate::pages::words::Words;
use entente_model::Outcome;
use maud::{Markup, PreEscaped, html};

/// The shapes, as symbols of one hidden sprite.
const SHAPES: [(&str, &str); 9] = [
    (
        "supported",
        r#"<circle class="gf" cx="9" cy="9" r="8.3"/><path class="gl" d="M5.2 9.3l2.7 2.6 4.9-5.4"/>"#,
    ),
    (
        "supported_otherwise",
        r#"<path class="gf" d="M9 .2L17.8 9 9 17.8.2 9z"/><path class="gl" d="M6 9.2l2.2 2.1 3.8-4.2"/>"#,
    ),
    (
        "near",
        r#"<rect class="gf" x="1" y="1" width="16" height="16" rx="3.5"/><path class="gl" d="M4.6 7.2q2.2-2 4.4 0t4.4 0M4.6 11.4q2.2-2 4.4 0t4.4 0"/>"#,
    ),
    (
        "contradicted",
        r#"<path class="gf" d="M5.4.7h7.2l4.7 4.7v7.2l-4.7 4.7H5.4L.7 12.6V5.4z"/><path class="gl" d="M6 6l6 6M12 6l-6 6"/>"#,
    ),
    (
        "not_comparable",
        r#"<path class="gf" d="M9 .3l7.6 4.3v8.8L9 17.7 1.4 13.4V4.6z"/><path class="gl" d="M5.3 7.2h7.4M5.3 10.8h7.4M10.9 4.9L7.1 13.1"/>"#,
    ),
    ("no_data", r#"<circle class="gd" cx="9" cy="9" r="7.8"/><path class="gi" d="M6.2 9h5.6"/>"#),
    ("open", r#"<circle class="gr" cx="9" cy="9" r="7.6"/><path class="gi" d="M9 4.8V9l2.9 1.8"/>"#),
    ("met", r#"<circle class="gr" cx="9" cy="9" r="7.6"/><circle class="gf" cx="9" cy="9" r="4"/>"#),
    (
        "missed",
        r#"<circle class="gr" cx="9" cy="9" r="7.6"/><path class="gi" d="M6.4 6.4l5.2 5.2M11.6 6.4l-5.2 5.2"/>"#,
    ),
];

/// Returns the sprite with the shapes that a page uses; nothing where it uses none.
#[must_use]
pub fn sprite(page: &str) -> Markup {
    let used = SHAPES.iter().filter(|(name, _)| page.contains(&format!("\"#g-{name}\"")));
    let symbols: String = used
        .map(|(name, shape)| {
            format!(r#"<symbol id="g-{name}" viewBox="0 0 18 18" overflow="visible">{shape}</symbol>"#)
        })
        .collect();
    html! {
        @if !symbols.is_empty() {
            svg class="sprite" aria-hidden="true" focusable="false" { (PreEscaped(symbols)) }
        }
    }
}

/// Returns the class that gives an element the colours of an outcome.
#[must_use]
pub fn class(outcome: Outcome) -> String {
    format!("o-{outcome}")
}

/// Draws the mark of an outcome; the word stands beside it.
#[must_use]
pub fn glyph(outcome: Outcome) -> Markup {
    html! {
        svg class={ "g o-" (outcome) } aria-hidden="true" focusable="false" { use href={ "#g-" (outcome) } {} }
    }
}

/// Writes an outcome as mark and word.
#[must_use]
pub fn verdict(outcome: Outcome, words: Words) -> Markup {
    html! { span class={ "v o-" (outcome) } { (glyph(outcome)) span { (words.outcome(outcome)) } } }
}

/// Draws how many there are of each outcome: a bar, and the numbers in words.
#[must_use]
pub fn tally(counts: &[(Outcome, u64)], label: &str, words: Words) -> Markup {
    let total: u64 = counts.iter().map(|(_, count)| count).sum();
    let shown: Vec<(Outcome, u64, u64)> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .scan(0, |before, (outcome, count)| {
            let start = *before;
            *before += count;
            Some((*outcome, start, *count))
        })
        .collect();
    html! {
        div class="tally" {
            svg aria-hidden="true" focusable="false" {
                @for (outcome, start, count) in &shown {
                    rect class={ "o-" (outcome) } x=(percent(*start, total)) width=(percent(*count, total)) height="14" {}
                }
            }
            ul aria-label=(label) {
                @for (outcome, _, count) in &shown {
                    li { span class={ "v o-" (outcome) } {
                        (glyph(*outcome)) span { b { (words.count(*count)) } " " (words.outcome_in_a_row(*outcome)) }
                    } }
                }
            }
        }
    }
}

/// Writes a part of a whole as SVG does, with two decimals.
fn percent(part: u64, whole: u64) -> String {
    let hundredths = part.saturating_mul(10_000).checked_div(whole).unwrap_or(0);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

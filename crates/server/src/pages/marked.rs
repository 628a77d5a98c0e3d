//! A text with its quotes marked and numbered, the cards beside the paragraph that they belong to.

use crate::pages::card::{Checked, card, portfolio};
use crate::pages::marks;
use crate::pages::parts::foreign;
use crate::pages::visit::Visit;
use crate::pages::words::{number, text};
use entente_model::{Lang, Outcome};
use entente_observatory::passages::{Extent, Passage, Piece, Stretch, passages};
use maud::{Markup, html};
use std::ops::Range;

/// Something else that the text tells, noted at its side.
pub(crate) struct SideNote {
    /// Where the words stand, in code points.
    pub(crate) range: Range<usize>,
    /// What kind of thing it is.
    pub(crate) label: String,
    /// What it is.
    pub(crate) body: Markup,
}

/// A text, as far as it may be shown, with what was found in it.
pub(crate) struct Marked<'a> {
    /// The text; none where it is gone, and only its quotes are left.
    pub(crate) text: Option<&'a str>,
    /// Its language.
    pub(crate) lang: Lang,
    /// How much of it may be shown.
    pub(crate) extent: Extent,
    /// Its claims, in the order of their numbers.
    pub(crate) checked: &'a [Checked<'a>],
    /// What else it tells.
    pub(crate) notes: &'a [SideNote],
    /// The cards that are open from the start.
    pub(crate) opened: &'a [Outcome],
}

impl Marked<'_> {
    /// Writes the rows: a paragraph, and what belongs to it.
    pub(crate) fn rows(&self, visit: &Visit) -> Markup {
        let passages = self.passages();
        html! {
            @for passage in &passages { (self.row(visit, passage)) }
        }
    }

    fn passages(&self) -> Vec<Passage> {
        let claims = self.checked.iter().map(|checked| Stretch {
            range: checked.claim.quote.start..checked.claim.quote.end,
            is_quote: true,
        });
        let notes = self.notes.iter().map(|note| Stretch { range: note.range.clone(), is_quote: false });
        let stretches: Vec<Stretch> = claims.chain(notes).collect();
        match self.text {
            Some(text) => passages(text, &stretches, self.extent),
            None => self.checked.iter().enumerate().map(|(at, checked)| kept(at, checked)).collect(),
        }
    }

    fn row(&self, visit: &Visit, passage: &Passage) -> Markup {
        let words = visit.words;
        let here: Vec<Checked<'_>> = self
            .checked
            .iter()
            .filter(|checked| passage.range.contains(&checked.claim.quote.start))
            .copied()
            .collect();
        let notes = || self.notes.iter().filter(|note| passage.range.contains(&note.range.start));
        let (first, last) = (here.first(), here.last());
        html! {
            div class="row" {
                p class="txt" lang=[foreign(words, self.lang)] {
                    @for piece in &passage.pieces {
                        @match piece {
                            Piece::Text(text) => (text),
                            Piece::Cut => span class="soft" { " … " },
                            Piece::Quote { stretches, text } => (self.quote(visit, stretches, text)),
                        }
                    }
                }
                @if first.is_some() || notes().next().is_some() {
                    div class="cards" {
                        @if let (Some(first), Some(last)) = (first, last) {
                            div class="cards" role="group" aria-label=(words.with("marked-cards", [
                                ("from", number(first.number as u64)), ("to", number(last.number as u64)),
                            ])) {
                                @for group in here.chunk_by(|a, b| a.is_portfolio() && b.is_portfolio()) {
                                    @match group {
                                        [one] => (card(visit, one, self.opened.contains(&one.verdict.outcome))),
                                        several => (portfolio(visit, several)),
                                    }
                                }
                            }
                        }
                        @if notes().next().is_some() {
                            ul class="side-note" {
                                @for note in notes() { li { b { (note.label) } " " (note.body) } }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Writes a quote as a mark that leads to its card, with the number of each claim in it.
    fn quote(&self, visit: &Visit, stretches: &[usize], said: &str) -> Markup {
        let words = visit.words;
        let claims: Vec<&Checked<'_>> = stretches.iter().filter_map(|at| self.checked.get(*at)).collect();
        let Some(first) = claims.first() else { return html! { (said) } };
        let name = |checked: &Checked<'_>| {
            words.with(
                "marked-verdict",
                [
                    ("number", text(checked.number.to_string())),
                    ("outcome", text(words.outcome_in_a_row(checked.verdict.outcome))),
                ],
            )
        };
        html! {
            mark class=(marks::class(first.verdict.outcome)) id={ "q" (first.number) } {
                a href={ "#c" (first.number) } { (said) }
            }
            @for (i, checked) in claims.iter().enumerate() {
                a class={ "ref o-" (checked.verdict.outcome) } id=[(i > 0).then(|| format!("q{}", checked.number))]
                    href={ "#c" (checked.number) } aria-label=(name(checked)) { (checked.number) }
            }
        }
    }
}

/// What is left of a text that is gone: a quote with the words that were kept around it.
fn kept(at: usize, checked: &Checked<'_>) -> Passage {
    let quote = &checked.claim.quote;
    let pieces = vec![
        Piece::Cut,
        Piece::Text(quote.prefix.clone()),
        Piece::Quote { stretches: vec![at], text: quote.exact.clone() },
        Piece::Text(quote.suffix.clone()),
        Piece::Cut,
    ];
    Passage { range: quote.start..quote.end.max(quote.start + 1), pieces }
}

/// Counts outcomes in the order of the closed list.
pub(crate) fn tally(outcomes: impl Iterator<Item = Outcome> + Clone) -> Vec<(Outcome, u64)> {
    let count = |outcome: Outcome| outcomes.clone().filter(|other| *other == outcome).count() as u64;
    Outcome::ALL.iter().map(|outcome| (*outcome, count(*outcome))).filter(|(_, count)| *count > 0).collect()
}

//! About the marks: what each outcome means, with its shape, its word and its line.

use crate::pages::Shown;
use crate::pages::frame::{Entry, Frame};
use crate::pages::marks;
use crate::pages::visit::Visit;
use entente_model::Outcome;
use maud::html;

/// Explains the marks.
///
/// # Errors
/// None.
pub async fn marks(visit: Visit) -> Shown {
    let words = visit.words;
    let body = html! {
        header class="head" { h1 { (words.text("marks-title")) } p class="lead" { (words.text("marks-lead")) } }
        section class="sec" {
            h2 { (words.text("marks-outcomes")) }
            ul class="boxes" {
                @for outcome in Outcome::ALL {
                    li class={ "box card " (marks::class(*outcome)) } id={ "o-" (outcome) } {
                        p { span class={ "v big " (marks::class(*outcome)) } { (marks::glyph(*outcome)) span { (words.outcome(*outcome)) } } }
                        p class="said" { mark class=(marks::class(*outcome)) { (words.text("marks-specimen")) } }
                        p { (words.word("meaning", outcome.as_str())) }
                        p class="small" { a href=(visit.link_with("/claims", &[("outcome", outcome.as_str())])) { (words.word("marks-claims", outcome.as_str())) } }
                    }
                }
            }
        }
        section class="sec" {
            h2 { (words.text("marks-figures")) }
            dl class="meta-dl" {
                dt { (words.text("marks-voices-title")) } dd { (words.text("marks-voices")) }
                dt { (words.text("marks-reporters-title")) } dd { (words.text("marks-reporters")) }
                dt { (words.text("marks-numbers-title")) } dd { (words.text("marks-numbers")) }
            }
        }
    };
    Ok(Frame::new(words.text("marks-title"))
        .at(Entry::Definitions)
        .crumb(words.text("nav-definitions"), "/definitions")
        .show(&visit, body))
}

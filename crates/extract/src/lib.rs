//! Reads statements about cooperation between two countries out of texts, as typed claims anchored to their quotes.
//!
//! A text is read once: `reading` holds its tokens, sentences and the phrases that the language pack knows;
//! `notes` adds countries and times; `claims` puts amounts and the words around them together. Nothing here
//! fails: a text that is not understood gives fewer claims.

mod amount;
mod attribution;
mod authors;
mod calendar;
#[cfg(test)]
mod cases;
mod claims;
mod codepoints;
mod cues;
mod date;
mod detect;
mod events;
mod government;
mod letter;
mod lexicon;
#[cfg(test)]
mod linear;
mod meaning;
mod morphology;
mod narrative;
mod notes;
mod number;
mod ordinal;
mod pack;
mod party;
mod passages;
mod people;
mod period;
mod projects;
mod reading;
mod remarks;
mod sentence;
#[cfg(test)]
mod shown;
mod tables;
mod token;

pub use detect::detect;

/// The example of the README, tested.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

use authors::Signed;
use entente_model::{Country, Extraction, Lang};
use jiff::civil::Date;
use narrative::Narrative;
use notes::Notes;

/// The version of the extractor: part of a claim version's identity, raised when the same text gives other claims.
pub const VERSION: &str = "4";

/// What is known of a text beside its words.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context {
    /// The day of publication, which "last year" is reckoned from; without it the first full date of the text.
    pub published: Option<Date>,
    /// The language; without it the text tells.
    pub lang: Option<Lang>,
    /// The country of the outlet, for "our country".
    pub country: Option<Country>,
}

/// Reads a text: its claims in text order, and what else it tells. A passage in another of our languages is read with
/// that language's pack.
///
/// Offsets of quotes count the code points of `text`. A text in a language without a pack gives nothing.
#[must_use]
pub fn extract(text: &str, context: &Context) -> Extraction {
    let lang = context.lang.unwrap_or_else(|| detect(text));
    let passages = passages::passages(text, lang);
    if passages.is_empty() || lang == Lang::Und {
        return read(text, lang, context, &[]).0;
    }
    let (mut extraction, pair) = read(&passages::without(text, &passages), lang, context, &[]);
    for passage in &passages {
        let (told, _) = read(&text[passage.bytes.clone()], passage.lang, context, &pair);
        passages::add(&mut extraction, told, text[..passage.bytes.start].chars().count());
    }
    extraction.claims = claims::once(extraction.claims);
    extraction
}

/// Reads a text in one language; `pair` are the countries that it is about where it does not name two itself. Returns
/// also the pair that it is about.
fn read(text: &str, lang: Lang, context: &Context, pair: &[Country]) -> (Extraction, Vec<Country>) {
    let mut extraction = Extraction::empty(lang);
    let Some(mut notes) = Notes::new(text, lang, context) else { return (extraction, Vec::new()) };
    if notes.pair.len() < 2 && pair.len() == 2 {
        notes.pair = pair.to_vec();
    }
    let Signed { authors, body_end } = authors::read(&notes.reading);
    let narrative = Narrative::new(&notes, body_end);
    let people = people::read(&narrative);
    let voices = attribution::read(&narrative, &people);
    extraction.claims = claims::read(&notes, body_end);
    attribution::attribute(&mut extraction.claims, &narrative, &people, &voices);
    extraction.events = events::read(&narrative, &people);
    extraction.projects = projects::read(&narrative, &voices);
    extraction.remarks = remarks::read(&narrative, &people, &voices, &extraction.claims);
    extraction.authors = authors;
    extraction.attribution.source = voices.source;
    extraction.officials = people::officials(&narrative, &people);
    (extraction, notes.pair)
}

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
mod parts;
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
mod word_map;

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
pub const VERSION: &str = "8";

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
    in_parts(text, context, parts::PART)
}

/// Reads a text in parts of about so many bytes.
fn in_parts(text: &str, context: &Context, size: usize) -> Extraction {
    let lang = context.lang.unwrap_or_else(|| detect(text));
    let mut whole = Extraction::empty(lang);
    if lang == Lang::Und {
        return whole;
    }
    let (mut context, mut pair, mut before) = (*context, Vec::new(), 0);
    for part in parts::parts(text, size) {
        let told = read_part(part, lang, &context, &pair);
        pair = if told.pair.len() == 2 { told.pair } else { pair };
        context.published = context.published.or(told.today);
        if before == 0 {
            whole = told.extraction;
            parts::make_room(&mut whole, part.len(), text.len());
        } else {
            passages::add(&mut whole, told.extraction, before);
        }
        before += part.chars().count();
    }
    parts::once(&mut whole);
    whole
}

/// What was read of a stretch of text.
struct Told {
    extraction: Extraction,
    /// The countries that it is about.
    pair: Vec<Country>,
    /// The day that it was reckoned from.
    today: Option<Date>,
}

/// Reads a part of a text, its passages in other languages each with the pack of its own.
fn read_part(text: &str, lang: Lang, context: &Context, pair: &[Country]) -> Told {
    let passages = passages::passages(text, lang);
    if passages.is_empty() {
        return read(text, lang, context, pair);
    }
    let mut told = read(&passages::without(text, &passages), lang, context, pair);
    for passage in &passages {
        let of_passage = read(&text[passage.bytes.clone()], passage.lang, context, &told.pair);
        passages::add(
            &mut told.extraction,
            of_passage.extraction,
            text[..passage.bytes.start].chars().count(),
        );
    }
    told.extraction.claims = claims::once(told.extraction.claims);
    told
}

/// Reads a text in one language; `pair` are the countries that it is about where it does not name two itself.
fn read(text: &str, lang: Lang, context: &Context, pair: &[Country]) -> Told {
    let mut extraction = Extraction::empty(lang);
    let Some(mut notes) = Notes::new(text, lang, context) else {
        return Told { extraction, pair: Vec::new(), today: None };
    };
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
    Told { extraction, today: notes.calendar.today, pair: notes.pair }
}

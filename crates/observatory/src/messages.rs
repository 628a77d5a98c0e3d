//! The words of messages: from a key and typed arguments to a sentence in a language.

use crate::catalogue::Catalogue;
use entente_model::{Lang, Message};
use std::sync::LazyLock;

pub use crate::catalogue::list;

/// The message files, each beside the code that uses its keys. A new language is a new line for each of the two.
const FILES: &[(Lang, &str)] = &[
    (Lang::En, entente_analysis::messages::ENGLISH),
    (Lang::En, include_str!("../messages/en/messages.ftl")),
    (Lang::Ru, entente_analysis::messages::RUSSIAN),
    (Lang::Ru, entente_analysis::messages::RUSSIAN_GRID),
    (Lang::Ru, include_str!("../messages/ru/messages.ftl")),
];

#[expect(clippy::expect_used, reason = "the files are compiled in, and a test reads every message in them")]
static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::new(FILES).expect("the message files are well-formed"));

/// Returns the messages of verdicts, values and answers.
#[must_use]
pub fn catalogue() -> &'static Catalogue {
    &CATALOGUE
}

/// Writes a message as a sentence in a language; visibly in English where that language has no text for it.
///
/// A key without a text is written as the key in angle brackets, so that it is seen and not silently left out.
#[must_use]
pub fn render(message: &Message, lang: Lang) -> String {
    capitalised(CATALOGUE.render(message, lang))
}

/// A sentence may begin with a part that stands inside of others too.
fn capitalised(sentence: String) -> String {
    let mut chars = sentence.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(chars).collect(),
        _ => sentence,
    }
}

#[cfg(test)]
mod tests;

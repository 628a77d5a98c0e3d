//! The words of messages: from a key and typed arguments to a sentence in a language.

use crate::words;
use entente_model::{Arg, Lang, Message};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// The message files in English, each beside the code that uses its keys.
const ENGLISH: &[&str] = &[entente_analysis::messages::ENGLISH, include_str!("../messages/en.ftl")];

#[expect(clippy::expect_used, reason = "the files are compiled in, and a test reads every message in them")]
static BUNDLE_EN: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    let english: LanguageIdentifier = "en".parse().expect("en is a language");
    let mut bundle = FluentBundle::new_concurrent(vec![english]);
    bundle.set_use_isolating(false);
    for file in ENGLISH {
        let resource = FluentResource::try_new((*file).to_owned()).map_err(|(_, errors)| errors);
        let resource = resource.expect("the message file is well-formed");
        bundle.add_resource(resource).expect("no message has two texts");
    }
    bundle
});

/// Writes a message in a language; in English where that language has no text for it yet.
///
/// A key without a text is written as the key in angle brackets, so that it is seen and not silently left out.
#[must_use]
pub fn render(message: &Message, lang: Lang) -> String {
    let bundle = &*BUNDLE_EN;
    let Some(pattern) = bundle.get_message(&message.key).and_then(|m| m.value()) else {
        return format!("<{}>", message.key);
    };
    let mut args = FluentArgs::new();
    for (name, arg) in &message.args {
        args.set(name.clone(), argument(arg, lang));
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
    if let Some(error) = errors.first() {
        tracing::error!(key = %message.key, %error, "a message lacks an argument");
    }
    text.into_owned()
}

fn argument(arg: &Arg, lang: Lang) -> String {
    match arg {
        Arg::Text(text) => text.clone(),
        Arg::Number(number) => words::grouped(*number),
        Arg::Quantity(value, unit) => words::quantity(*value, *unit, lang),
        Arg::Country(country) => country.name(lang).to_owned(),
        Arg::Region(region) => region.name(lang).to_owned(),
        Arg::Period(period) => words::period(*period),
        Arg::Message(message) => render(message, lang),
        Arg::List(items) => list(&items.iter().map(|item| argument(item, lang)).collect::<Vec<_>>()),
    }
}

/// Joins items that may hold commas themselves: `a; b; c`.
#[must_use]
pub fn list(items: &[String]) -> String {
    items.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_joined() {
        let list_of = |items: &[&str]| list(&items.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>());
        assert_eq!(list_of(&["a", "b", "c"]), "a; b; c");
        assert_eq!(list_of(&["a"]), "a");
    }

    #[test]
    fn a_key_without_text_is_seen() {
        assert_eq!(render(&Message::new("no-such-key"), Lang::En), "<no-such-key>");
    }
}

//! Message files in several languages, and the sentences that they make of keys and arguments.

use crate::inflected::{forms, in_case};
use crate::words;
use entente_model::decimal::plain;
use entente_model::{Arg, Decimal, Lang, Message};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use thiserror::Error;
use unic_langid::LanguageIdentifier;

/// Why message files are no catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CatalogueError {
    /// A file is not Fluent.
    #[error("the message file of {lang} cannot be read: {reason}")]
    Syntax {
        /// Its language.
        lang: Lang,
        /// What the parser says.
        reason: String,
    },
    /// Two messages have one key.
    #[error("the message files of {lang} have two texts for one key: {reason}")]
    Twice {
        /// Their language.
        lang: Lang,
        /// Which key.
        reason: String,
    },
}

/// The same messages in several languages; the first language is the one that others fall back to.
pub struct Catalogue {
    bundles: Vec<(Lang, FluentBundle<FluentResource>)>,
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalogue").field("languages", &self.languages().collect::<Vec<_>>()).finish()
    }
}

impl Catalogue {
    /// Reads message files, each with its language; a language may have several.
    ///
    /// # Errors
    /// A file that is not Fluent, or a key with two texts.
    pub fn new(files: &[(Lang, &str)]) -> Result<Self, CatalogueError> {
        let mut bundles: Vec<(Lang, FluentBundle<FluentResource>)> = Vec::new();
        for &(lang, file) in files {
            let resource = FluentResource::try_new(file.to_owned()).map_err(|(_, errors)| {
                CatalogueError::Syntax { lang, reason: errors.iter().map(|e| format!("{e}; ")).collect() }
            })?;
            let twice = |errors: Vec<fluent_bundle::FluentError>| CatalogueError::Twice {
                lang,
                reason: errors.iter().map(|e| format!("{e}; ")).collect(),
            };
            match bundles.iter_mut().find(|(of, _)| *of == lang) {
                Some((_, bundle)) => bundle.add_resource(resource).map_err(twice)?,
                None => {
                    let mut bundle = empty(lang);
                    bundle.add_resource(resource).map_err(twice)?;
                    bundles.push((lang, bundle));
                }
            }
        }
        Ok(Self { bundles })
    }

    /// Returns the languages that have files.
    pub fn languages(&self) -> impl Iterator<Item = Lang> {
        self.bundles.iter().map(|(lang, _)| *lang)
    }

    /// Says whether a language has a text of its own for a key.
    #[must_use]
    pub fn has(&self, key: &str, lang: Lang) -> bool {
        self.bundles.iter().any(|(of, bundle)| *of == lang && bundle.has_message(key))
    }

    /// Writes a message in a language.
    ///
    /// Where that language has no text for it, the text of the first language stands there behind its code, `[en]`;
    /// a key without any text is written in angle brackets. So neither is left out in silence.
    #[must_use]
    pub fn render(&self, message: &Message, lang: Lang) -> String {
        let own = self.bundles.iter().find(|(of, bundle)| *of == lang && bundle.has_message(&message.key));
        let first = self.bundles.first().filter(|(_, bundle)| bundle.has_message(&message.key));
        let Some((of, bundle)) = own.or(first) else { return format!("<{}>", message.key) };
        let text = self.write(bundle, message, *of);
        if *of == lang || lang == Lang::Und { text } else { format!("[{of}] {text}") }
    }

    fn write(&self, bundle: &FluentBundle<FluentResource>, message: &Message, lang: Lang) -> String {
        let Some(pattern) = bundle.get_message(&message.key).and_then(|m| m.value()) else {
            return format!("<{}>", message.key);
        };
        let mut args = FluentArgs::new();
        for (name, arg) in &message.args {
            args.set(name.clone(), self.argument(arg, lang));
            for (case, form) in forms(arg, lang) {
                args.set(format!("{name}-{case}"), FluentValue::from(form));
            }
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
        if let Some(error) = errors.first() {
            tracing::error!(key = %message.key, %error, "a message lacks an argument");
        }
        text.into_owned()
    }

    fn argument(&self, arg: &Arg, lang: Lang) -> FluentValue<'static> {
        match arg {
            Arg::Number(number) => counted(*number, words::grouped(*number, lang)),
            other => FluentValue::from(self.text_of(other, lang)),
        }
    }

    fn text_of(&self, arg: &Arg, lang: Lang) -> String {
        match arg {
            Arg::Text(text) => text.clone(),
            Arg::Number(number) => words::grouped(*number, lang),
            Arg::Quantity(value, unit) => words::quantity(*value, *unit, lang),
            Arg::Country(_) | Arg::Region(_) | Arg::Period(_) => in_case(arg, words::Case::Nominative, lang),
            Arg::Message(message) => self.render(message, lang),
            Arg::List(items) => list(&items.iter().map(|item| self.text_of(item, lang)).collect::<Vec<_>>()),
        }
    }
}

/// Joins items that may hold commas themselves: `a; b; c`.
#[must_use]
pub fn list(items: &[String]) -> String {
    items.join("; ")
}

fn empty(lang: Lang) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    // Only a function of the same name could stand in its way, and the bundle is new.
    let _ = bundle.add_builtins();
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) => number.options.currency.clone(),
        _ => None,
    }));
    bundle
}

/// Makes a number that plural forms are chosen by and that is written as given: Fluent itself knows no separators, and
/// holds numbers as floating point. The text travels in an option that nothing here has another use for.
pub(crate) fn counted(value: Decimal, text: String) -> FluentValue<'static> {
    let value = plain(value).parse().unwrap_or_default();
    FluentValue::Number(FluentNumber::new(
        value,
        FluentNumberOptions { currency: Some(text), ..FluentNumberOptions::default() },
    ))
}

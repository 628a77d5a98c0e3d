//! The words of the pages: from a key and typed arguments to text in the reader's language.

use entente_model::{Arg, Country, Decimal, Lang, Message, Outcome, Period, Region, Unit};
use entente_observatory::catalogue::Catalogue;
use entente_observatory::words;
use jiff::civil::Date;
use std::sync::LazyLock;

/// The message files of the pages. A new language is three files and a line.
const FILES: &[(Lang, &str)] = &[(Lang::En, ENGLISH), (Lang::Ru, RUSSIAN)];

const ENGLISH: &str = concat!(
    include_str!("../../messages/en.ftl"),
    include_str!("../../messages/register-en.ftl"),
    include_str!("../../messages/told-en.ftl")
);
const RUSSIAN: &str = concat!(
    include_str!("../../messages/ru.ftl"),
    include_str!("../../messages/register-ru.ftl"),
    include_str!("../../messages/told-ru.ftl")
);

#[expect(clippy::expect_used, reason = "the files are compiled in, and a test reads every message in them")]
static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::new(FILES).expect("the message files are well-formed"));

/// The words of one language. Copies are free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    lang: Lang,
}

impl Words {
    /// Returns the words of a language; what it lacks is in English, behind `[en]`.
    #[must_use]
    pub const fn of(lang: Lang) -> Self {
        Self { lang }
    }

    /// Returns the languages that pages are written in.
    pub fn languages() -> impl Iterator<Item = Lang> {
        CATALOGUE.languages()
    }

    /// Returns the language.
    #[must_use]
    pub const fn lang(self) -> Lang {
        self.lang
    }

    /// Writes a message that has no arguments.
    #[must_use]
    pub fn text(self, key: &'static str) -> String {
        self.say(&Message::new(key))
    }

    /// Writes a message with its arguments.
    ///
    /// A number chooses plural forms by itself: `[("count", number(3))]` with `{ $count -> [one] ... }`.
    #[must_use]
    pub fn with<const N: usize>(self, key: &'static str, args: [(&'static str, Arg); N]) -> String {
        self.say(&args.into_iter().fold(Message::new(key), |message, (name, arg)| message.with(name, arg)))
    }

    /// Writes a message of the pages.
    #[must_use]
    pub fn say(self, message: &Message) -> String {
        CATALOGUE.render(message, self.lang)
    }

    /// Writes a word of a closed list: the message `LIST-WORD`, such as `outcome-near`.
    #[must_use]
    pub fn word(self, list: &str, word: &str) -> String {
        let key = format!("{list}-{}", word.replace('_', "-"));
        self.say(&Message { key: key.into(), args: Vec::new() })
    }

    /// Writes a word of a closed list as a heading or at the beginning of a sentence.
    #[must_use]
    pub fn heading(self, list: &str, word: &str) -> String {
        capitalised(self.word(list, word))
    }

    /// Writes an outcome as it stands alone.
    #[must_use]
    pub fn outcome(self, outcome: Outcome) -> String {
        self.word("outcome", outcome.as_str())
    }

    /// Writes an outcome behind a number: `3 supported`.
    #[must_use]
    pub fn outcome_in_a_row(self, outcome: Outcome) -> String {
        self.word("tally", outcome.as_str())
    }

    /// Writes a number: `14,000`.
    #[must_use]
    pub fn number(self, value: Decimal) -> String {
        words::grouped(value, self.lang)
    }

    /// Writes a number with exactly so many decimals: `4.50`.
    #[must_use]
    pub fn fixed(self, value: Decimal, decimals: u32) -> String {
        words::fixed(value, decimals, self.lang)
    }

    /// Writes how many there are.
    #[must_use]
    pub fn count(self, count: u64) -> String {
        self.number(Decimal::from(count))
    }

    /// Writes a value with its unit; the two never part at the end of a line.
    #[must_use]
    pub fn quantity(self, value: Decimal, unit: Unit) -> String {
        words::quantity(value, unit, self.lang).replace(' ', "\u{a0}")
    }

    /// Writes a period as a sentence has it: `2023`, `January to April 2024`.
    #[must_use]
    pub fn period(self, period: Period) -> String {
        words::period(period, self.lang)
    }

    /// Writes a day: `13 July 2024`.
    #[must_use]
    pub fn date(self, date: Date) -> String {
        words::date(date, self.lang).replace(' ', "\u{a0}")
    }

    /// Writes a country's name.
    #[must_use]
    pub fn country(self, country: Country) -> &'static str {
        country.name(self.lang)
    }

    /// Writes a region's name.
    #[must_use]
    pub fn region(self, region: Region) -> &'static str {
        region.name(self.lang)
    }

    /// Writes a language's own name.
    #[must_use]
    pub fn language(lang: Lang) -> &'static str {
        match lang {
            Lang::En => "English",
            Lang::Ru => "Русский",
            Lang::Kk => "Қазақша",
            Lang::Uz => "Oʻzbekcha",
            Lang::Und => "–",
        }
    }
}

/// Writes a text with its first letter as a capital.
#[must_use]
pub fn capitalised(text: String) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(chars).collect(),
        _ => text,
    }
}

/// A number as an argument.
#[must_use]
pub fn number(value: u64) -> Arg {
    Arg::Number(Decimal::from(value))
}

/// A text as an argument: a name, a title, a value that is written already.
#[must_use]
pub fn text(value: impl Into<String>) -> Arg {
    Arg::Text(value.into())
}

#[cfg(test)]
mod tests;

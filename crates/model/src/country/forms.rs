//! The words that stand for a country in a text: its names, its people, its adjectives, its capital.

use super::Country;
use super::fold::{fold, without_state_words};
use super::table::rows;
use crate::lang::Lang;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word says about its country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FormKind {
    /// The name that is printed.
    Name,
    /// Another name that texts use.
    Alias,
    /// A word for its people.
    Demonym,
    /// An adjective; in Russian in the masculine nominative.
    Adjective,
    /// The capital, also under its former names; news name a government by it.
    Capital,
}

impl FormKind {
    /// Returns the kind that the tables write so.
    pub(crate) fn from_table(word: &str) -> Option<Self> {
        Some(match word {
            "name" => Self::Name,
            "alias" => Self::Alias,
            "demonym" => Self::Demonym,
            "adjective" => Self::Adjective,
            "capital" => Self::Capital,
            _ => return None,
        })
    }
}

/// A word that stands for a country in texts of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CountryForm {
    /// The country.
    pub country: Country,
    /// The language of the word.
    pub lang: Lang,
    /// What the word says.
    pub kind: FormKind,
    /// The word as a text has it in the nominative, capitals and accents included.
    pub form: &'static str,
}

static FORMS: LazyLock<Vec<CountryForm>> = LazyLock::new(|| {
    rows(include_str!("../../data/country_forms.csv"))
        .filter_map(|[country, lang, kind, form]| {
            Some(CountryForm {
                country: country.parse().ok()?,
                lang: lang.parse().ok()?,
                kind: FormKind::from_table(kind)?,
                form,
            })
        })
        .collect()
});

/// The first form of each kind: the one that is printed.
static PRINTED: LazyLock<HashMap<(Country, Lang, FormKind), &'static str>> = LazyLock::new(|| {
    let mut printed = HashMap::new();
    for form in FORMS.iter() {
        printed.entry((form.country, form.lang, form.kind)).or_insert(form.form);
    }
    printed
});

/// Names and aliases of every language and the spellings of statistics tables, folded.
static BY_NAME: LazyLock<HashMap<String, Country>> = LazyLock::new(|| {
    let of_texts = FORMS
        .iter()
        .filter(|form| matches!(form.kind, FormKind::Name | FormKind::Alias))
        .map(|form| (fold(form.form), form.country));
    let of_tables = rows(include_str!("../../data/country_table_names.csv"))
        .filter_map(|[country, form]| Some((fold(form), country.parse().ok()?)));
    of_texts.chain(of_tables).collect()
});

/// Returns the words of a language that stand for countries, in the order of the countries' codes.
pub fn country_forms(lang: Lang) -> impl Iterator<Item = &'static CountryForm> {
    FORMS.iter().filter(move |form| form.lang == lang)
}

/// Returns the form that is printed for a country, if the language has one.
pub(super) fn printed(country: Country, lang: Lang, kind: FormKind) -> Option<&'static str> {
    PRINTED.get(&(country, lang, kind)).copied()
}

/// Returns the country with a name, whatever the language and however it is spelt.
pub(super) fn by_name(name: &str) -> Option<Country> {
    let folded = fold(name);
    let found = BY_NAME.get(&folded);
    found.or_else(|| BY_NAME.get(without_state_words(&folded)?)).copied()
}

#[cfg(test)]
mod tests;

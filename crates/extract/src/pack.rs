//! Language packs: the word lists of `packs/`, which a linguist can read and edit, compiled once.

mod list;
mod source;
mod traits;

pub(crate) use list::lines;

use crate::cues::{self, Cue, Cues};
use crate::lexicon::Lexicon;
use crate::meaning::Meaning;
use crate::morphology::{Case, Morphology};
use crate::token::is_apostrophe;
use entente_model::country::{FormKind, country_forms};
use entente_model::region::region_forms;
use entente_model::{Country, Currency, Lang};
use rustc_hash::FxHashSet;
use source::{ENGLISH, KAZAKH, RUSSIAN, Source, UZBEK};
use std::sync::LazyLock;
pub(crate) use traits::Traits;

/// What the engine has to know about a language.
pub(crate) struct Pack {
    /// The language.
    pub lang: Lang,
    /// Its words.
    pub lexicon: Lexicon,
    /// Its phrases of people, events and reports.
    pub cues: Cues,
    /// The sign between a number and its decimals; the other of comma and point groups thousands.
    pub decimal: char,
    /// What its sentences do that those of other languages do not.
    pub traits: Traits,
    /// The country that "our country" is where nothing else tells.
    pub home: Option<Country>,
    /// How its words change.
    pub morphology: Option<&'static dyn Morphology>,
    /// Endings by which a word owns what follows it, as written: Uzbekistan's.
    owners: Vec<String>,
}

static EN: LazyLock<Pack> = LazyLock::new(|| compile(&ENGLISH));
static KK: LazyLock<Pack> = LazyLock::new(|| compile(&KAZAKH));
static UZ: LazyLock<Pack> = LazyLock::new(|| compile(&UZBEK));
static RU: LazyLock<Pack> = LazyLock::new(|| compile(&RUSSIAN));

impl Pack {
    /// Returns the pack of a language; none where there is none yet.
    pub(crate) fn of(lang: Lang) -> Option<&'static Self> {
        match lang {
            Lang::En => Some(&EN),
            Lang::Kk => Some(&KK),
            Lang::Uz => Some(&UZ),
            Lang::Ru => Some(&RU),
            Lang::Und => None,
        }
    }

    /// Returns what is left of a word of a person's name in all its forms.
    pub(crate) fn name_stem<'w>(&self, word: &'w str) -> &'w str {
        self.morphology.map_or(word, |morphology| morphology.name_stem(word))
    }

    /// Returns a word without the ending by which it owns what follows, whichever apostrophe it has.
    pub(crate) fn without_owner<'w>(&self, word: &'w str) -> &'w str {
        for ending in &self.owners {
            let length = ending.chars().count();
            let Some((at, _)) = word.char_indices().rev().nth(length - 1) else { continue };
            let same = |(a, b): (char, char)| a == b || (is_apostrophe(a) && is_apostrophe(b));
            if at > 0 && word[at..].chars().zip(ending.chars()).all(same) {
                return &word[..at];
            }
        }
        word
    }
}

/// A sign that no text holds. It opens a phrase that is never found but makes the lexicon know the words behind
/// it, which the cue phrases are compiled of.
const NEVER: &str = "\u{f8ff} \u{f8fe} ";

fn compile(source: &Source) -> Pack {
    let (mut entries, mut endings) = (Vec::new(), Vec::new());
    let mut owners: Vec<String> = Vec::new();
    let mut traits = Traits::default();
    let mut home = None;
    for line in source.lists.iter().flat_map(|(_, list)| lines(list)) {
        if line.tag == "ending" {
            let owner = line.arguments.contains(&"possessive");
            for ending in line.phrases {
                owners.extend(Some(ending.clone()).filter(|ending| owner && !ending.is_empty()));
                endings.push((ending, if owner { Case::Owner } else { Case::Plain }));
            }
        } else if line.tag == "trait" {
            for name in &line.phrases {
                traits.set(name);
            }
        } else if line.tag == "home" {
            home = line.phrases.first().and_then(|code| code.parse().ok());
        } else if let Some(meaning) = Meaning::parse(line.tag, &line.arguments) {
            entries.extend(line.phrases.into_iter().map(|phrase| (phrase, meaning)));
        }
    }
    entries.extend(names(source.lang));
    if let Some(morphology) = source.morphology {
        entries.extend(derived(source.lang, morphology));
    }
    let phrases: Vec<(String, Cue)> = cues::entries(source.cues);
    entries.extend(phrases.iter().map(|(phrase, _)| ([NEVER, phrase].concat(), Meaning::Common)));
    let lexicon = Lexicon::compile(entries, endings, source.morphology);
    let cues = Cues::compile(phrases, &lexicon);
    Pack {
        lang: source.lang,
        lexicon,
        cues,
        decimal: source.decimal,
        traits,
        home,
        morphology: source.morphology,
        owners,
    }
}

/// The words that the model has for countries and regions, and the codes of currencies.
fn names(lang: Lang) -> impl Iterator<Item = (String, Meaning)> {
    // Kazakh calls most far countries as Russian does.
    let listed: FxHashSet<Country> = country_forms(lang).map(|form| form.country).collect();
    let lent = country_forms(Lang::Ru).filter(move |form| {
        let name = matches!(form.kind, FormKind::Name | FormKind::Capital);
        lang == Lang::Kk && name && !listed.contains(&form.country)
    });
    let countries = country_forms(lang)
        .chain(lent)
        .map(|form| (form.form.to_owned(), Meaning::Country(form.country, form.kind)));
    let regions = region_forms(lang).map(|form| (form.form.to_owned(), Meaning::Region(form.region)));
    let codes = Currency::all().map(|currency| (currency.code().to_owned(), Meaning::Currency(currency)));
    countries.chain(regions).chain(codes)
}

/// What the names and adjectives of countries are too, as the language forms it.
fn derived(lang: Lang, morphology: &'static dyn Morphology) -> Vec<(String, Meaning)> {
    let listed: FxHashSet<&str> = country_forms(lang).map(|form| form.form).collect();
    let mut found = Vec::new();
    for form in country_forms(lang) {
        let mut add = |written: String, kind| {
            if !listed.contains(written.trim_end_matches('!')) {
                found.push((written, Meaning::Country(form.country, kind)));
            }
        };
        match form.kind {
            FormKind::Name => {
                let state = morphology.state(form.form);
                state.into_iter().for_each(|state| add(state, FormKind::Alias));
            }
            FormKind::Adjective => {
                morphology.joined(form.form, &mut |joined| add(joined, FormKind::Adjective));
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_list_is_understood() {
        for source in source::ALL {
            for (name, list) in source.lists {
                for line in lines(list) {
                    let known = line.tag == "ending"
                        || line.tag == "trait" && line.phrases.iter().all(|name| Traits::default().set(name))
                        || line.tag == "home"
                            && line.phrases.iter().all(|code| code.parse::<Country>().is_ok())
                        || Meaning::parse(line.tag, &line.arguments).is_some();
                    assert!(known, "{name}: [{}] {:?} {:?}", line.tag, line.arguments, line.phrases);
                }
            }
            for line in source.cues.iter().flat_map(|list| lines(list)) {
                let known = Cue::parse(line.tag, &line.arguments).is_some();
                assert!(known, "[{}] {:?} {:?}", line.tag, line.arguments, line.phrases);
            }
        }
    }
}

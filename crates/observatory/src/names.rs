//! The names of countries and regions in the cases that sentences ask for.

use crate::words::Case;
use entente_model::{Arg, Lang};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The tables, one a language that has cases: code, then genitive, dative, instrumental and prepositional.
const TABLES: &[(Lang, &str)] = &[(Lang::Ru, include_str!("../messages/ru/cases.csv"))];

/// The cases of a table's columns.
const COLUMNS: [Case; 4] = [Case::Genitive, Case::Dative, Case::Instrumental, Case::Prepositional];

static FORMS: LazyLock<FxHashMap<(Lang, &str, &str), &str>> = LazyLock::new(|| {
    let mut forms = FxHashMap::default();
    for (lang, table) in TABLES {
        for line in table.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let mut cells = line.split(';');
            let Some(code) = cells.next() else { continue };
            forms.extend(COLUMNS.iter().zip(cells).map(|(case, form)| ((*lang, code, case.name()), form)));
        }
    }
    forms
});

/// Returns the name of a country or region in a case; in the nominative where the language has no other form.
#[must_use]
pub fn name_in(of: &Arg, case: Case, lang: Lang) -> Option<&'static str> {
    let (code, name) = match of {
        Arg::Country(country) => (country.alpha3().to_owned(), country.name(lang)),
        Arg::Region(region) => (region.to_string(), region.name(lang)),
        _ => return None,
    };
    Some(FORMS.get(&(lang, code.as_str(), case.name())).copied().unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_model::{Country, Region};

    #[test]
    fn every_country_and_region_has_its_cases() {
        let countries = Country::all().map(|country| country.alpha3().to_owned());
        let codes: Vec<String> = countries.chain(Region::all().map(|region| region.to_string())).collect();
        for (lang, _) in TABLES {
            for code in &codes {
                for case in COLUMNS {
                    let form = FORMS.get(&(*lang, code.as_str(), case.name()));
                    assert!(form.is_some_and(|form| !form.is_empty()), "{lang} {code} {case:?}");
                }
            }
            assert_eq!(FORMS.keys().filter(|key| key.0 == *lang).count(), codes.len() * COLUMNS.len());
        }
    }

    #[test]
    fn names_stand_in_their_case() {
        let country = |code: &str| Arg::Country(code.parse().unwrap());
        for (code, case, form) in [
            ("KAZ", Case::Genitive, "Казахстана"),
            ("BLR", Case::Instrumental, "Беларусью"),
            ("USA", Case::Dative, "США"),
            ("CHN", Case::Prepositional, "Китае"),
            ("KGZ", Case::Nominative, "Кыргызстан"),
        ] {
            assert_eq!(name_in(&country(code), case, Lang::Ru), Some(form));
        }
        assert_eq!(name_in(&country("KAZ"), Case::Genitive, Lang::En), Some("Kazakhstan"));
    }
}

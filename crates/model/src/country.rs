//! Countries as ISO 3166-1 has them, and the words that stand for them.

mod fold;
mod forms;
pub(crate) mod table;

pub(crate) use fold::fold;
pub use forms::{CountryForm, FormKind, country_forms};

use crate::currency::Currency;
use crate::lang::Lang;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;
use table::{rows, serde_as_text};
use thiserror::Error;

/// A country of ISO 3166-1; countries are ordered as their alpha-3 codes are.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country(u16);

/// A line of the embedded table, which is sorted by the first field.
struct Row {
    alpha3: &'static str,
    alpha2: &'static str,
    m49: u16,
    currency: Option<Currency>,
    area: u16,
}

static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| {
    rows(include_str!("../data/countries.csv"))
        .map(|[alpha3, alpha2, m49, currency, area]| Row {
            alpha3,
            alpha2,
            m49: m49.parse().unwrap_or_default(),
            currency: currency.parse().ok(),
            area: area.parse().unwrap_or_default(),
        })
        .collect()
});

impl Country {
    /// Returns every country, in the order of the codes.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).zip(TABLE.iter()).map(|(index, _)| Self(index))
    }

    /// Returns the three-letter code.
    pub fn alpha3(self) -> &'static str {
        self.row().alpha3
    }

    /// Returns the two-letter code.
    pub fn alpha2(self) -> &'static str {
        self.row().alpha2
    }

    /// Returns the number, which the UN's M49 and ISO 3166-1 share.
    pub fn m49(self) -> u16 {
        self.row().m49
    }

    /// Returns the country with a two-letter code in capitals.
    pub fn from_alpha2(code: &str) -> Option<Self> {
        Self::all().find(|country| country.alpha2() == code)
    }

    /// Returns the country with a number.
    pub fn from_m49(number: u16) -> Option<Self> {
        Self::all().find(|country| country.m49() == number)
    }

    /// Returns the country with a name as statistics tables write it: in any of the languages, whatever the
    /// capitals, punctuation and accents, with or without "Republic of".
    ///
    /// This is for cells that hold a name and nothing else; to find countries in a text, use [`country_forms`].
    pub fn by_name(name: &str) -> Option<Self> {
        forms::by_name(name)
    }

    /// Returns the name, in English where the language has none of its own in the table.
    pub fn name(self, lang: Lang) -> &'static str {
        forms::printed(self, lang, FormKind::Name)
            .or_else(|| forms::printed(self, Lang::En, FormKind::Name))
            .unwrap_or(self.alpha3())
    }

    /// Returns the capital, in English where the language has none of its own in the table.
    pub fn capital(self, lang: Lang) -> Option<&'static str> {
        forms::printed(self, lang, FormKind::Capital)
            .or_else(|| forms::printed(self, Lang::En, FormKind::Capital))
    }

    /// Returns the money that is legal tender, the country's own where there are two.
    pub fn currency(self) -> Option<Currency> {
        self.row().currency
    }

    /// Returns the smallest area of the UN's M49 that the country lies in; 0 is none (Antarctica).
    pub(crate) fn area(self) -> u16 {
        self.row().area
    }

    fn row(self) -> &'static Row {
        &TABLE[usize::from(self.0)]
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.alpha3())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.alpha3())
    }
}

/// A word that is no code of a country.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("\"{0}\" is not an ISO 3166-1 alpha-3 code of a country; write for example KAZ")]
pub struct CountryError(pub String);

impl FromStr for Country {
    type Err = CountryError;

    fn from_str(s: &str) -> Result<Self, CountryError> {
        let index = TABLE.binary_search_by_key(&s, |row| row.alpha3).ok();
        index.and_then(|index| u16::try_from(index).ok()).map(Self).ok_or_else(|| CountryError(s.to_owned()))
    }
}

serde_as_text!(Country);

#[cfg(test)]
mod tests {
    use super::Country;
    use crate::currency::Currency;
    use crate::lang::Lang;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn country(code: &str) -> Country {
        code.parse().unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn codes_are_unique_and_sorted() {
        let all: Vec<_> = Country::all().collect();
        assert_eq!(all.len(), 249);
        assert!(all.windows(2).all(|pair| pair[0].alpha3() < pair[1].alpha3()));
        assert_eq!(all.iter().map(|c| c.alpha2()).collect::<BTreeSet<_>>().len(), 249);
        assert_eq!(all.iter().map(|c| c.m49()).collect::<BTreeSet<_>>().len(), 249);
        assert!(all.iter().all(|c| c.m49() > 0 && c.alpha2().len() == 2 && c.alpha3().len() == 3));
    }

    #[test]
    fn every_currency_of_the_table_is_one() {
        for [code, _, _, currency, _] in super::rows(include_str!("../data/countries.csv")) {
            let read = country(code).currency().map_or("", Currency::code);
            assert_eq!(read, currency, "{code}");
        }
    }

    #[test]
    fn every_country_has_its_names() {
        for country in Country::all() {
            assert_ne!(country.name(Lang::En), country.alpha3(), "{country}");
            assert_ne!(country.name(Lang::Ru), country.name(Lang::En), "{country}");
        }
    }

    #[test]
    fn a_country_is_found_by_each_code() {
        let kazakhstan = country("KAZ");
        assert_eq!(Country::from_alpha2("KZ"), Some(kazakhstan));
        assert_eq!(Country::from_m49(398), Some(kazakhstan));
        assert_eq!(kazakhstan.name(Lang::Und), "Kazakhstan");
        assert_eq!(kazakhstan.capital(Lang::Ru), Some("Астана"));
        assert_eq!(kazakhstan.currency().map(Currency::code), Some("KZT"));
    }

    #[test]
    fn only_capitals_are_a_code() {
        for word in ["kaz", "KZ", "XKX", "KAZ ", ""] {
            assert!(word.parse::<Country>().is_err(), "{word}");
        }
        let error = "XYZ".parse::<Country>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "\"XYZ\" is not an ISO 3166-1 alpha-3 code of a country; write for example KAZ"
        );
    }

    proptest! {
        #[test]
        fn text_and_json_give_the_country_back(index in 0..249_usize) {
            let country = Country::all().nth(index).unwrap();
            prop_assert_eq!(country.to_string().parse(), Ok(country));
            let json = serde_json::to_string(&country).unwrap();
            prop_assert_eq!(serde_json::from_str::<Country>(&json).unwrap(), country);
        }

        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,12}") {
            let _ = text.parse::<Country>();
            let _ = Country::by_name(&text);
        }
    }
}

//! Currencies as ISO 4217 has them.

use crate::country::table::{rows, serde_as_text};
use crate::lang::Lang;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;
use thiserror::Error;

/// A currency of ISO 4217, ordered as the codes are.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency(&'static str);

/// A line of the embedded table, which is sorted by the first field.
struct Row {
    code: &'static str,
    number: u16,
    minor_unit: Option<u8>,
    english: &'static str,
    russian: &'static str,
}

static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| {
    rows(include_str!("../data/currencies.csv"))
        .map(|[code, number, minor_unit, english, russian]| Row {
            code,
            number: number.parse().unwrap_or_default(),
            minor_unit: minor_unit.parse().ok(),
            english,
            russian,
        })
        .collect()
});

impl Currency {
    /// The renminbi yuan.
    pub const CNY: Self = Self("CNY");
    /// The euro.
    pub const EUR: Self = Self("EUR");
    /// The pound sterling.
    pub const GBP: Self = Self("GBP");
    /// The Kyrgyz som.
    pub const KGS: Self = Self("KGS");
    /// The tenge.
    pub const KZT: Self = Self("KZT");
    /// The Russian ruble.
    pub const RUB: Self = Self("RUB");
    /// The US dollar.
    pub const USD: Self = Self("USD");
    /// The Uzbek sum.
    pub const UZS: Self = Self("UZS");

    /// Returns every currency, in the order of the codes.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| Self(row.code))
    }

    /// Returns the three-letter code.
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// Returns the number of the standard.
    pub fn number(self) -> u16 {
        self.row().map_or(0, |row| row.number)
    }

    /// Returns how many decimal places the currency's smaller unit is; gold and the like have none.
    pub fn minor_unit(self) -> Option<u8> {
        self.row()?.minor_unit
    }

    /// Returns the name, in English except for Russian.
    pub fn name(self, lang: Lang) -> &'static str {
        self.row().map_or(self.0, |row| match lang {
            Lang::Ru => row.russian,
            _ => row.english,
        })
    }

    fn row(self) -> Option<&'static Row> {
        find(self.0)
    }
}

fn find(code: &str) -> Option<&'static Row> {
    let index = TABLE.binary_search_by_key(&code, |row| row.code).ok()?;
    TABLE.get(index)
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// A word that is no code of a currency.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("\"{0}\" is not an ISO 4217 code of a currency; write for example USD")]
pub struct CurrencyError(pub String);

impl FromStr for Currency {
    type Err = CurrencyError;

    fn from_str(s: &str) -> Result<Self, CurrencyError> {
        find(s).map(|row| Self(row.code)).ok_or_else(|| CurrencyError(s.to_owned()))
    }
}

serde_as_text!(Currency);

#[cfg(test)]
mod tests {
    use super::{Currency, TABLE};
    use crate::lang::Lang;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_unique_and_sorted() {
        let codes: Vec<_> = Currency::all().map(Currency::code).collect();
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{codes:?}");
        let numbers: BTreeSet<_> = Currency::all().map(Currency::number).collect();
        assert_eq!(numbers.len(), codes.len());
        assert!(!numbers.contains(&0));
        assert!(TABLE.iter().all(|row| !row.english.is_empty() && !row.russian.is_empty()));
    }

    #[test]
    fn the_named_currencies_are_in_the_table() {
        for currency in [
            Currency::CNY,
            Currency::EUR,
            Currency::GBP,
            Currency::KGS,
            Currency::KZT,
            Currency::RUB,
            Currency::USD,
            Currency::UZS,
        ] {
            assert_eq!(currency.code().parse(), Ok(currency));
        }
        assert_eq!(Currency::USD.name(Lang::Ru), "доллар США");
        assert_eq!(Currency::KZT.minor_unit(), Some(2));
        assert_eq!(Currency::KZT.number(), 398);
    }

    proptest! {
        #[test]
        fn text_and_json_give_the_currency_back(index in 0..150_usize) {
            let currency = Currency::all().nth(index).unwrap();
            prop_assert_eq!(currency.to_string().parse(), Ok(currency));
            let json = serde_json::to_string(&currency).unwrap();
            prop_assert_eq!(serde_json::from_str::<Currency>(&json).unwrap(), currency);
        }

        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,12}") {
            let _ = text.parse::<Currency>();
        }
    }
}

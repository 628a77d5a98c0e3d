//! From columns to the model's types and back, with errors that say which value it was.

use crate::database::Store;
use crate::error::StoreError;
use entente_model::Decimal;
use jiff::Timestamp;
use std::borrow::Cow;
use std::fmt::Display;
use std::str::FromStr;

impl Store {
    /// Reads a value from its canonical text.
    pub(crate) fn parse<T: FromStr>(&self, what: &'static str, text: &str) -> Result<T, StoreError> {
        text.parse().map_err(|_| self.unreadable(what, &text))
    }

    /// Reads a value that may be absent.
    pub(crate) fn parse_option<T: FromStr>(
        &self,
        what: &'static str,
        text: Option<&str>,
    ) -> Result<Option<T>, StoreError> {
        text.map(|text| self.parse(what, text)).transpose()
    }

    /// Reads a body from its JSON.
    pub(crate) fn body<T: serde::de::DeserializeOwned>(
        &self,
        what: &'static str,
        json: &[u8],
    ) -> Result<T, StoreError> {
        serde_json::from_slice(json).map_err(|error| self.unreadable(what, &error))
    }

    /// Reads an instant.
    pub(crate) fn instant(&self, micros: i64) -> Result<Timestamp, StoreError> {
        Timestamp::from_microsecond(micros).map_err(|_| self.unreadable("time", &micros))
    }

    /// Reads a number that cannot be negative.
    pub(crate) fn count(&self, number: i64) -> Result<u64, StoreError> {
        u64::try_from(number).map_err(|_| self.unreadable("count", &number))
    }

    pub(crate) fn unreadable(&self, what: &'static str, value: &dyn Display) -> StoreError {
        let value = value.to_string().chars().take(120).collect();
        StoreError::Value { url: self.url.to_string(), what, value }
    }
}

/// Writes a body as JSON. The model's types have no map with keys that are no text and no float that is no number.
pub(crate) fn json<T: serde::Serialize>(what: &'static str, value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Value {
        url: "the program".to_owned(),
        what,
        value: error.to_string(),
    })
}

/// Returns a text that somebody else wrote as every database can hold it: PostgreSQL has no place for NUL. In its place
/// stands what HTML puts there.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { text.replace('\0', "\u{FFFD}").into() } else { text.into() }
}

/// Splits a decimal into what can be stored exactly: the digits as an integer, and the number of decimal places.
pub(crate) fn unscaled(value: Decimal) -> Result<(i64, i64), StoreError> {
    let value = value.normalize();
    let digits =
        i64::try_from(value.mantissa()).map_err(|_| StoreError::Digits { value: value.to_string() })?;
    Ok((digits, i64::from(value.scale())))
}

/// Clamps a length to what a column holds. No text is near it.
pub(crate) fn integer(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

//! Languages that texts are written in.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// A language of the texts, as its ISO 639-1 code; `und` (ISO 639-2 "undetermined") is none of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    En,
    /// Russian.
    Ru,
    /// Kazakh, in Cyrillic or Latin script.
    Kk,
    /// Uzbek, in Latin or Cyrillic script.
    Uz,
    /// Undetermined, or a language that is not read.
    Und,
}

impl Lang {
    /// The languages that texts are read in, in the order of their codes' first use in the documentation.
    pub const ALL: [Self; 4] = [Self::En, Self::Ru, Self::Kk, Self::Uz];

    /// Returns the two- or three-letter code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
            Self::Kk => "kk",
            Self::Uz => "uz",
            Self::Und => "und",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A word that is no language code of ours.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("\"{0}\" is not a language that is read; write en, ru, kk, uz or und")]
pub struct LangError(pub String);

impl FromStr for Lang {
    type Err = LangError;

    fn from_str(s: &str) -> Result<Self, LangError> {
        Self::ALL
            .into_iter()
            .chain([Self::Und])
            .find(|lang| lang.code() == s)
            .ok_or_else(|| LangError(s.to_owned()))
    }
}

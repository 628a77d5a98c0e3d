//! The closed lists of the wire: small enums whose written forms other programs depend on.

mod claims;
mod documents;
mod register;
mod statistics;

pub use claims::*;
pub use documents::*;
pub use register::*;
pub use statistics::*;

use thiserror::Error;

/// A word that is not in one of the closed lists.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("\"{given}\" is not a {what}; expected one of {expected}")]
pub struct WordError {
    /// What was given.
    pub given: String,
    /// The list that was asked for.
    pub what: &'static str,
    /// Its words.
    pub expected: String,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $what:literal { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
        )]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant,)+ }

        impl $name {
            /// All words of the list, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Returns the word as it is written on the wire.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::words::WordError;

            fn from_str(s: &str) -> Result<Self, $crate::words::WordError> {
                Self::ALL.iter().copied().find(|word| word.as_str() == s).ok_or_else(|| $crate::words::WordError {
                    given: s.chars().take(80).collect(),
                    what: $what,
                    expected: [$($word),+].join(", "),
                })
            }
        }
    };
}

use words;

words! {
    /// What of a claim is not written at its figure but inferred: a reason to be less sure of it.
    Doubt, "doubt" {
        /// The unit, or the currency, is that of a figure beside it.
        UnitOfNeighbour = "unit_of_neighbour",
        /// No currency is written; it is read as US dollars, or as that of the money before it.
        NoCurrency = "no_currency",
        /// No word beside the figure says what is counted; the sentence or the one before it does.
        NoIndicator = "no_indicator",
        /// The sentence does not name the two countries; the text does.
        NoCountries = "no_countries",
        /// Which of the two countries sells is not told.
        NoDirection = "no_direction",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_round_trip() {
        for kind in ClaimKind::ALL {
            assert_eq!(kind.as_str().parse::<ClaimKind>().as_ref(), Ok(kind));
        }
        assert_eq!(
            "up".parse::<Bound>().unwrap_err().to_string(),
            "\"up\" is not a bound; expected one of exact, about, over, under, up_to"
        );
    }
}

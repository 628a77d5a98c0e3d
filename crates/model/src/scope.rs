//! `of`: what a share, a growth, a rank or a balance is one of.

use crate::country::Country;
use crate::region::Region;
use crate::words::TradeFlow;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// A country or a region, as a place whose trade is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// A country.
    Country(Country),
    /// A region or a group.
    Region(Region),
}

/// The wire's `of`: `[COUNTRY:]SCOPE[.flow]`, or a flow alone.
///
/// For a share the whole that it is a part of: `CENTRAL_ASIA` (all trade of the region), `KAZ` (Kazakhstan's
/// whole trade), `KAZ:CENTRAL_ASIA` (its trade with the region), `ARG.exports`. For a growth or a rank the flow.
/// For a balance the country whose balance it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Of {
    /// `turnover`, `exports` or `imports`.
    Flow(TradeFlow),
    /// The trade of a place, perhaps with a scope, perhaps one flow of it.
    Trade {
        /// The country whose trade with the scope is meant, where the scope is not itself that country.
        country: Option<Country>,
        /// The place.
        scope: Scope,
        /// The flow, where it is not the turnover.
        flow: Option<TradeFlow>,
    },
}

impl Of {
    /// The whole trade of a country.
    #[must_use]
    pub const fn country(country: Country) -> Self {
        Self::Trade { country: None, scope: Scope::Country(country), flow: None }
    }

    /// All trade of a region.
    #[must_use]
    pub const fn region(region: Region) -> Self {
        Self::Trade { country: None, scope: Scope::Region(region), flow: None }
    }

    /// A country's trade with a region.
    #[must_use]
    pub const fn country_with_region(country: Country, region: Region) -> Self {
        Self::Trade { country: Some(country), scope: Scope::Region(region), flow: None }
    }
}

/// A text that is no `of`.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "\"{0}\" is not a whole that a figure can be a part of; write CENTRAL_ASIA, KAZ, KAZ:CENTRAL_ASIA, ARG.exports or exports"
)]
pub struct OfError(pub String);

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Country(country) => write!(f, "{country}"),
            Self::Region(region) => write!(f, "{region}"),
        }
    }
}

impl FromStr for Scope {
    type Err = OfError;

    fn from_str(s: &str) -> Result<Self, OfError> {
        let country = s.parse().map(Self::Country);
        country.or_else(|_| s.parse().map(Self::Region)).map_err(|_| OfError(s.chars().take(80).collect()))
    }
}

impl fmt::Display for Of {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flow(flow) => write!(f, "{flow}"),
            Self::Trade { country, scope, flow } => {
                if let Some(country) = country {
                    write!(f, "{country}:")?;
                }
                write!(f, "{scope}")?;
                flow.map_or(Ok(()), |flow| write!(f, ".{flow}"))
            }
        }
    }
}

impl FromStr for Of {
    type Err = OfError;

    fn from_str(s: &str) -> Result<Self, OfError> {
        if let Ok(flow) = s.parse() {
            return Ok(Self::Flow(flow));
        }
        let error = || OfError(s.chars().take(80).collect());
        let (place, flow) = match s.split_once('.') {
            Some((place, flow)) => (place, Some(flow.parse().map_err(|_| error())?)),
            None => (s, None),
        };
        let (country, scope) = match place.split_once(':') {
            Some((country, scope)) => (Some(country.parse().map_err(|_| error())?), scope),
            None => (None, place),
        };
        Ok(Self::Trade { country, scope: scope.parse().map_err(|_| error())?, flow })
    }
}

macro_rules! serde_through_text {
    ($($name:ident),+) => { $(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::from_text::from_text(deserializer)
            }
        }
    )+ };
}

serde_through_text!(Scope, Of);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_round_trip() {
        for s in
            ["CENTRAL_ASIA", "KAZ", "KAZ:CENTRAL_ASIA", "ARG.exports", "exports", "KAZ:CENTRAL_ASIA.imports"]
        {
            assert_eq!(s.parse::<Of>().unwrap().to_string(), s);
        }
        assert!("KAZ:NOWHERE".parse::<Of>().is_err());
    }

    proptest! {
        #[test]
        fn parsing_never_panics(s in ".*") {
            let _ = s.parse::<Of>();
        }
    }
}

//! Groups of countries that statements speak of: unions, organisations, and the areas of the UN's M49.

mod forms;
mod members;

pub use forms::{RegionForm, region_forms};

use crate::country::table::serde_as_text;
use crate::country::{Country, FormKind};
use crate::lang::Lang;
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// A group of countries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Region {
    /// The five states of Central Asia.
    CentralAsia,
    /// The Eurasian Economic Union.
    Eaeu,
    /// The Commonwealth of Independent States.
    Cis,
    /// The European Union.
    Eu,
    /// The Association of Southeast Asian Nations.
    Asean,
    /// The Shanghai Cooperation Organisation.
    Sco,
    /// The Organization of Turkic States.
    Ots,
    /// BRICS.
    Brics,
    /// The Gulf Cooperation Council.
    Gcc,
    /// Africa, as M49 has it.
    Africa,
    /// All countries.
    World,
    /// Another area of M49.
    M49(M49Area),
}

/// An area of the UN's M49 that has no name of its own in [`Region`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct M49Area(u16);

impl M49Area {
    /// Returns the number of the area.
    pub const fn code(self) -> u16 {
        self.0
    }
}

impl Region {
    /// The regions with names of their own.
    pub const NAMED: [Self; 11] = [
        Self::CentralAsia,
        Self::Eaeu,
        Self::Cis,
        Self::Eu,
        Self::Asean,
        Self::Sco,
        Self::Ots,
        Self::Brics,
        Self::Gcc,
        Self::Africa,
        Self::World,
    ];

    /// Returns every region: the named ones, then the areas of M49 in the order of their numbers.
    pub fn all() -> impl Iterator<Item = Self> {
        let areas = members::areas().filter_map(Self::from_m49);
        Self::NAMED.into_iter().chain(areas.filter(|region| matches!(region, Self::M49(_))))
    }

    /// Returns the region with a number of M49: the named one for the world, Africa and Central Asia.
    pub fn from_m49(number: u16) -> Option<Self> {
        match number {
            1 => Some(Self::World),
            2 => Some(Self::Africa),
            143 => Some(Self::CentralAsia),
            _ => members::areas().any(|area| area == number).then_some(Self::M49(M49Area(number))),
        }
    }

    /// Returns the members on a day, sorted; a state counts from the day it joins to the day before it leaves.
    ///
    /// Geographical areas have the same members on every day.
    pub fn members(self, at: Date) -> Vec<Country> {
        match self {
            Self::World => Country::all().collect(),
            Self::Africa => members::of_area(2),
            Self::CentralAsia => members::of_area(143),
            Self::M49(area) => members::of_area(area.0),
            _ => members::of_organisation(self, at),
        }
    }

    /// Tells whether a country is a member on a day.
    pub fn contains(self, country: Country, at: Date) -> bool {
        self.members(at).binary_search(&country).is_ok()
    }

    /// Returns the name, in English where the language has none of its own in the table.
    pub fn name(self, lang: Lang) -> &'static str {
        forms::printed(self, lang, FormKind::Name)
            .or_else(|| forms::printed(self, Lang::En, FormKind::Name))
            .unwrap_or("region")
    }

    /// Returns the code of a region with a name of its own.
    const fn named_code(self) -> Option<&'static str> {
        Some(match self {
            Self::CentralAsia => "CENTRAL_ASIA",
            Self::Eaeu => "EAEU",
            Self::Cis => "CIS",
            Self::Eu => "EU",
            Self::Asean => "ASEAN",
            Self::Sco => "SCO",
            Self::Ots => "OTS",
            Self::Brics => "BRICS",
            Self::Gcc => "GCC",
            Self::Africa => "AFRICA",
            Self::World => "WORLD",
            Self::M49(_) => return None,
        })
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::M49(area) => f.pad(&format!("M49_{:03}", area.0)),
            named => f.pad(named.named_code().unwrap_or_default()),
        }
    }
}

/// A word that is no code of a region.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "\"{0}\" is not a region; write CENTRAL_ASIA, EAEU, CIS, EU, ASEAN, SCO, OTS, BRICS, GCC, AFRICA, WORLD or an area of the UN's M49 such as M49_145"
)]
pub struct RegionError(pub String);

impl FromStr for Region {
    type Err = RegionError;

    /// Reads a code; `M49_002` is read as `AFRICA`, so that a region has one value.
    fn from_str(s: &str) -> Result<Self, RegionError> {
        let named = Self::NAMED.into_iter().find(|region| region.named_code() == Some(s));
        named
            .or_else(|| Self::from_m49(three_digits(s.strip_prefix("M49_")?)?))
            .ok_or_else(|| RegionError(s.to_owned()))
    }
}

fn three_digits(digits: &str) -> Option<u16> {
    let three = digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
    three.then(|| digits.parse().ok()).flatten()
}

serde_as_text!(Region);

#[cfg(test)]
mod tests;

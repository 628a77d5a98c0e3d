//! The other side of an observation: usually a country, sometimes a group, sometimes nobody in particular.

mod other;

pub use other::OtherPartner;

use crate::country::table::serde_as_text;
use crate::country::{Country, fold};
use crate::lang::Lang;
use crate::region::Region;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// The other side of an observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Partner {
    /// A country.
    Country(Country),
    /// All partners together.
    World,
    /// A group of countries, where the source publishes the group itself.
    Region(Region),
    /// Not given to any country: gold, services, ships' stores, confidential trade.
    Unspecified,
    /// A partner of the source that is no country of ISO 3166-1 (any more).
    Other(OtherPartner),
}

impl Partner {
    /// Returns the country, if the partner is one.
    pub const fn country(self) -> Option<Country> {
        match self {
            Self::Country(country) => Some(country),
            Self::World | Self::Region(_) | Self::Unspecified | Self::Other(_) => None,
        }
    }

    /// Returns the name for readers, in English where the language has none of its own.
    pub fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Country(country), _) => country.name(lang),
            (Self::World, _) => Region::World.name(lang),
            (Self::Region(region), _) => region.name(lang),
            (Self::Unspecified, Lang::Ru) => "не распределено по странам",
            (Self::Unspecified, Lang::Kk) => "елдер бойынша бөлінбеген",
            (Self::Unspecified, Lang::Uz) => "mamlakatlar bo‘yicha taqsimlanmagan",
            (Self::Unspecified, Lang::En | Lang::Und) => "not allocated to a country",
            (Self::Other(other), _) => other.name(lang),
        }
    }

    /// Returns the partner with a number of the UN's, former ones included: 530 is the Netherlands Antilles, and 736
    /// is Sudan before South Sudan left it.
    ///
    /// The number 0 is not read: it is the world in some sources and what is not allocated in others.
    pub fn from_m49(number: u16) -> Option<Self> {
        let country = Country::from_m49(if number == 736 { 729 } else { number });
        country.map(Self::Country).or_else(|| OtherPartner::from_m49(number).map(Self::Other))
    }

    /// Returns the partner that statistics tables name so: a country, another partner, or what is not allocated.
    ///
    /// Totals and groups are not looked up: what a row adds up is for the reader of its table to know.
    pub fn by_name(name: &str) -> Option<Self> {
        Country::by_name(name)
            .map(Self::Country)
            .or_else(|| OtherPartner::by_name(name).map(Self::Other))
            .or_else(|| is_unspecified(name).then_some(Self::Unspecified))
    }
}

/// Tells whether a name is one of those that tables give to what has no country.
fn is_unspecified(name: &str) -> bool {
    const NAMES: [&str; 18] = [
        "Unspecified",
        "Not specified",
        "Areas, nes",
        "Bunkers",
        "Free Zones",
        "Special Categories",
        "Не распределено по странам",
        "Не указано",
        "Неизвестная страна",
        "Страна не указана",
        "Прочие страны мира",
        "Boshqa davlatlar",
        "Boshqa mamlakatlar",
        "Другие страны",
        "Other countries",
        "Неопределенная страна",
        "Undefined country",
        "Такталбаган өлкө",
    ];
    let folded = fold(name);
    NAMES.iter().any(|known| fold(known) == folded)
}

impl From<Country> for Partner {
    fn from(country: Country) -> Self {
        Self::Country(country)
    }
}

impl From<Region> for Partner {
    fn from(region: Region) -> Self {
        match region {
            Region::World => Self::World,
            region => Self::Region(region),
        }
    }
}

impl fmt::Display for Partner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Country(country) => country.fmt(f),
            Self::World | Self::Region(Region::World) => f.pad("WLD"),
            Self::Region(region) => region.fmt(f),
            Self::Unspecified => f.pad("UNSPECIFIED"),
            Self::Other(other) => other.fmt(f),
        }
    }
}

/// A word that is no code of a partner.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "\"{0}\" is not a partner; write an ISO 3166-1 alpha-3 code such as KAZ, a region such as CENTRAL_ASIA, WLD or UNSPECIFIED"
)]
pub struct PartnerError(pub String);

impl FromStr for Partner {
    type Err = PartnerError;

    /// Reads a code; `WORLD` is read as `WLD`.
    fn from_str(s: &str) -> Result<Self, PartnerError> {
        match s {
            "WLD" => return Ok(Self::World),
            "UNSPECIFIED" => return Ok(Self::Unspecified),
            _ => {}
        }
        s.parse()
            .map(Self::Country)
            .ok()
            .or_else(|| s.parse::<Region>().ok().map(Self::from))
            .or_else(|| OtherPartner::from_code(s).map(Self::Other))
            .ok_or_else(|| PartnerError(s.to_owned()))
    }
}

serde_as_text!(Partner);

#[cfg(test)]
mod tests {
    use super::{OtherPartner, Partner};
    use crate::country::Country;
    use crate::lang::Lang;
    use crate::region::Region;
    use proptest::prelude::*;

    fn all() -> Vec<Partner> {
        Country::all()
            .map(Partner::from)
            .chain(Region::all().map(Partner::from))
            .chain(OtherPartner::all().map(Partner::Other))
            .chain([Partner::Unspecified])
            .collect()
    }

    #[test]
    fn codes_are_unique() {
        let codes: std::collections::BTreeSet<_> = all().iter().map(Partner::to_string).collect();
        assert_eq!(codes.len(), all().len());
    }

    #[test]
    fn partners_have_names() {
        for partner in all() {
            assert!(!partner.name(Lang::Ru).is_empty(), "{partner}");
        }
        assert_eq!(Partner::World.name(Lang::En), "World");
    }

    #[test]
    fn the_world_has_one_value() {
        assert_eq!("WORLD".parse(), Ok(Partner::World));
        assert_eq!("M49_001".parse(), Ok(Partner::World));
        assert_eq!(Partner::Region(Region::World).to_string(), "WLD");
    }

    #[test]
    fn former_numbers_are_read() {
        let by_number = |number| Partner::from_m49(number).map(|partner| partner.to_string());
        assert_eq!(by_number(860).as_deref(), Some("UZB"));
        assert_eq!(by_number(736).as_deref(), Some("SDN"));
        assert_eq!(by_number(530).as_deref(), Some("ANT"));
        assert_eq!(by_number(0), None);
    }

    #[test]
    fn names_of_tables_are_found() {
        let by_name = |name| Partner::by_name(name).map(|partner| partner.to_string());
        assert_eq!(by_name("Тайвань").as_deref(), Some("TWN"));
        assert_eq!(by_name("Сербия и Черногория").as_deref(), Some("SCG"));
        assert_eq!(by_name("Areas, nes").as_deref(), Some("UNSPECIFIED"));
        assert_eq!(by_name("Всего"), None);
        assert_eq!(by_name("Европа"), None);
    }

    #[test]
    fn every_name_of_the_official_tables_is_found() {
        let official = include_str!("../tests/reference/official_table_names.csv");
        let mut rows = 0;
        for [code, name] in crate::country::table::rows(official) {
            let partner = Partner::by_name(name).map_or("-".to_owned(), |partner| partner.to_string());
            assert_eq!(partner, code, "{name}");
            rows += 1;
        }
        assert!(rows > 600, "{rows}");
    }

    proptest! {
        #[test]
        fn text_and_json_give_the_partner_back(index in any::<proptest::sample::Index>()) {
            let all = all();
            let partner = all[index.index(all.len())];
            prop_assert_eq!(partner.to_string().parse(), Ok(partner));
            let json = serde_json::to_string(&partner).unwrap();
            prop_assert_eq!(serde_json::from_str::<Partner>(&json).unwrap(), partner);
        }

        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,12}") {
            let _ = text.parse::<Partner>();
            let _ = Partner::by_name(&text);
        }
    }
}

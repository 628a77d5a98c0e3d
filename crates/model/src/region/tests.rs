//! Tests of the regions: codes, names, and members through the years.

use super::{Region, region_forms};
use crate::country::Country;
use crate::lang::Lang;
use jiff::civil::{Date, date};
use proptest::prelude::*;

fn codes(region: Region, at: Date) -> String {
    let members = region.members(at);
    let codes: Vec<_> = members.iter().map(|country| country.alpha3()).collect();
    codes.join(" ")
}

#[test]
fn the_eurasian_union_grew() {
    assert_eq!(codes(Region::Eaeu, date(2014, 12, 31)), "");
    assert_eq!(codes(Region::Eaeu, date(2015, 1, 1)), "BLR KAZ RUS");
    assert_eq!(codes(Region::Eaeu, date(2015, 1, 2)), "ARM BLR KAZ RUS");
    assert_eq!(codes(Region::Eaeu, date(2015, 8, 12)), "ARM BLR KAZ KGZ RUS");
}

#[test]
fn the_european_union_grew_and_shrank() {
    for (at, count) in [
        (date(1993, 11, 1), 12),
        (date(1995, 1, 1), 15),
        (date(2004, 5, 1), 25),
        (date(2007, 1, 1), 27),
        (date(2013, 7, 1), 28),
        (date(2019, 6, 1), 28),
        (date(2020, 1, 31), 28),
        (date(2020, 2, 1), 27),
        (date(2025, 1, 1), 27),
    ] {
        assert_eq!(Region::Eu.members(at).len(), count, "{at}");
    }
}

#[test]
fn organisations_have_their_members() {
    let today = date(2025, 11, 1);
    assert_eq!(codes(Region::Cis, date(2008, 1, 1)), "ARM AZE BLR GEO KAZ KGZ MDA RUS TJK UKR UZB");
    assert_eq!(codes(Region::Cis, today), "ARM AZE BLR KAZ KGZ MDA RUS TJK UZB");
    assert_eq!(codes(Region::Sco, date(2016, 1, 1)), "CHN KAZ KGZ RUS TJK UZB");
    assert_eq!(codes(Region::Sco, today), "BLR CHN IND IRN KAZ KGZ PAK RUS TJK UZB");
    assert_eq!(codes(Region::Ots, today), "AZE KAZ KGZ TUR UZB");
    assert_eq!(codes(Region::Gcc, today), "ARE BHR KWT OMN QAT SAU");
    assert_eq!(codes(Region::Brics, date(2023, 1, 1)), "BRA CHN IND RUS ZAF");
    assert_eq!(codes(Region::Brics, today), "ARE BRA CHN EGY ETH IDN IND IRN RUS ZAF");
    assert_eq!(Region::Asean.members(date(2025, 1, 1)).len(), 10);
    assert_eq!(Region::Asean.members(today).len(), 11);
}

#[test]
fn areas_have_their_countries() {
    let today = date(2025, 1, 1);
    assert_eq!(codes(Region::CentralAsia, today), "KAZ KGZ TJK TKM UZB");
    assert_eq!(Region::World.members(today).len(), 249);
    let africa = Region::Africa.members(today);
    assert_eq!(africa.len(), 60);
    let both = ["M49_015", "M49_202"].map(|code| code.parse::<Region>().unwrap().members(today).len());
    assert_eq!(both.iter().sum::<usize>(), africa.len());
    let kenya: Country = "KEN".parse().unwrap();
    assert!(Region::Africa.contains(kenya, today));
    assert!(!Region::Eu.contains(kenya, today));
}

#[test]
fn a_region_has_one_value() {
    assert_eq!("M49_001".parse(), Ok(Region::World));
    assert_eq!("M49_002".parse(), Ok(Region::Africa));
    assert_eq!("M49_143".parse(), Ok(Region::CentralAsia));
    for word in ["M49_999", "M49_398", "M49_35", "M49_0035", "M49_+35", "eu", ""] {
        assert!(word.parse::<Region>().is_err(), "{word}");
    }
}

#[test]
fn every_region_has_its_names() {
    for region in Region::all() {
        assert_ne!(region.name(Lang::En), "region", "{region}");
        assert_ne!(region.name(Lang::Ru), region.name(Lang::En), "{region}");
    }
    let written = crate::country::table::rows::<4>(include_str!("../../data/region_forms.csv"));
    let read = Lang::ALL.into_iter().flat_map(region_forms);
    assert_eq!(read.count(), written.count());
}

proptest! {
    #[test]
    fn text_and_json_give_the_region_back(index in any::<proptest::sample::Index>()) {
        let all: Vec<_> = Region::all().collect();
        let region = all[index.index(all.len())];
        prop_assert_eq!(region.to_string().parse(), Ok(region));
        let json = serde_json::to_string(&region).unwrap();
        prop_assert_eq!(serde_json::from_str::<Region>(&json).unwrap(), region);
    }

    #[test]
    fn any_text_is_read_without_panic(text in "(M49_)?\\PC{0,8}") {
        let _ = text.parse::<Region>();
    }
}

//! Who belongs to which region, and since when.

use super::Region;
use crate::country::Country;
use crate::country::table::rows;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A membership; `to` is the first day on which it no longer holds.
struct Membership {
    region: Region,
    country: Country,
    from: Date,
    to: Option<Date>,
}

static MEMBERSHIPS: LazyLock<Vec<Membership>> = LazyLock::new(|| {
    rows(include_str!("../../data/region_members.csv"))
        .filter_map(|[region, country, from, to]| {
            Some(Membership {
                region: region.parse().ok()?,
                country: country.parse().ok()?,
                from: from.parse().ok()?,
                to: to.parse().ok(),
            })
        })
        .collect()
});

/// The areas of M49 with the area that each lies in.
static AREAS: LazyLock<BTreeMap<u16, Option<u16>>> = LazyLock::new(|| {
    rows(include_str!("../../data/m49_areas.csv"))
        .filter_map(|[code, parent]| Some((code.parse().ok()?, parent.parse().ok())))
        .collect()
});

/// Returns the numbers of the areas of M49, sorted.
pub(super) fn areas() -> impl Iterator<Item = u16> {
    AREAS.keys().copied()
}

/// Returns the countries of an area of M49, sorted.
pub(super) fn of_area(area: u16) -> Vec<Country> {
    Country::all().filter(|country| lies_in(country.area(), area)).collect()
}

/// Tells whether an area is another one or lies in it.
fn lies_in(inner: u16, outer: u16) -> bool {
    let mut area = Some(inner);
    while let Some(code) = area {
        if code == outer {
            return true;
        }
        area = AREAS.get(&code).copied().flatten();
    }
    false
}

/// Returns the members of an organisation on a day, sorted.
pub(super) fn of_organisation(region: Region, at: Date) -> Vec<Country> {
    let mut members: Vec<_> = MEMBERSHIPS
        .iter()
        .filter(|membership| membership.region == region)
        .filter(|membership| membership.from <= at && membership.to.is_none_or(|to| at < to))
        .map(|membership| membership.country)
        .collect();
    members.sort_unstable();
    members.dedup();
    members
}

#[cfg(test)]
mod tests {
    use super::{AREAS, MEMBERSHIPS, rows};

    #[test]
    fn every_row_is_read() {
        let written = rows::<4>(include_str!("../../data/region_members.csv"));
        assert_eq!(MEMBERSHIPS.len(), written.count());
        let ended = rows::<4>(include_str!("../../data/region_members.csv")).filter(|row| !row[3].is_empty());
        assert_eq!(MEMBERSHIPS.iter().filter(|m| m.to.is_some()).count(), ended.count());
    }

    #[test]
    fn every_area_lies_in_the_world() {
        for (code, parent) in AREAS.iter() {
            assert!(super::lies_in(*code, 1), "{code}");
            assert_eq!(parent.is_none(), *code == 1, "{code}");
        }
    }
}

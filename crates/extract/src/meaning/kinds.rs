//! The kinds of meanings of a phrase as one set: most phrases have none of those that are looked for.

use super::{Link, Meaning};

/// A set of kinds of meanings, links each by itself, as bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Kinds(u64);

impl Kinds {
    pub(crate) const NUMBER: Self = Self(1);
    pub(crate) const SCALE: Self = Self(1 << 1);
    pub(crate) const MULTIPLE: Self = Self(1 << 2);
    pub(crate) const ORDINAL: Self = Self(1 << 3);
    pub(crate) const UNIT: Self = Self(1 << 4);
    /// One half, alone, behind a number or with one.
    pub(crate) const HALF: Self = Self(1 << 5);
    pub(crate) const TIME: Self = Self(1 << 6);
    pub(crate) const TOPIC: Self = Self(1 << 7);
    pub(crate) const COUNTRY: Self = Self(1 << 8);
    pub(crate) const REGION: Self = Self(1 << 9);
    pub(crate) const RANK: Self = Self(1 << 10);
    pub(crate) const ANAPHOR: Self = Self(1 << 11);
    /// Digits, which are no phrase.
    pub(crate) const DIGITS: Self = Self(1 << 12);
    /// All that is looked for in no other way than one by one.
    const OTHER: Self = Self(1 << 13);
    const FIRST_LINK: u32 = 16;

    /// The set of one meaning.
    pub(crate) const fn of(meaning: &Meaning) -> Self {
        match meaning {
            Meaning::Number(_) => Self::NUMBER,
            Meaning::Scale(_) => Self::SCALE,
            Meaning::Multiple(_) => Self::MULTIPLE,
            Meaning::Ordinal(_) => Self::ORDINAL,
            Meaning::Unit(..) => Self::UNIT,
            Meaning::Half | Meaning::AndHalf | Meaning::OneAndHalf => Self::HALF,
            Meaning::Time(_) => Self::TIME,
            Meaning::Topic(_) => Self::TOPIC,
            Meaning::Country(..) => Self::COUNTRY,
            Meaning::Region(_) => Self::REGION,
            Meaning::Rank(_) => Self::RANK,
            Meaning::Anaphor(_) => Self::ANAPHOR,
            Meaning::Link(link) => Self::link(*link),
            _ => Self::OTHER,
        }
    }

    /// The set of the links that a phrase opens a noun phrase by; those that stand behind it are none.
    #[inline]
    pub(crate) fn links(links: &[Link]) -> Self {
        links.iter().fold(Self::default(), |set, link| set.with(Self::link(*link)))
    }

    const fn link(link: Link) -> Self {
        Self(1 << (Self::FIRST_LINK + link as u32))
    }

    /// What is in either set.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Says whether two sets have a kind in common.
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl<'m> FromIterator<&'m Meaning> for Kinds {
    fn from_iter<I: IntoIterator<Item = &'m Meaning>>(meanings: I) -> Self {
        meanings.into_iter().fold(Self::default(), |set, meaning| set.with(Self::of(meaning)))
    }
}

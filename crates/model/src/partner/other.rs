//! Partners that statistics have and ISO 3166-1 has not, or has no longer.

use crate::country::fold;
use crate::country::table::rows;
use crate::lang::Lang;
use std::fmt;
use std::sync::LazyLock;

/// A partner that is no country of ISO 3166-1, such as `SCG`, Serbia and Montenegro.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OtherPartner(&'static str);

/// A line of the embedded table; `aliases` are set apart by semicolons.
struct Row {
    code: &'static str,
    m49: Option<u16>,
    english: &'static str,
    russian: &'static str,
    aliases: &'static str,
}

static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| {
    rows(include_str!("../../data/other_partners.csv"))
        .map(|[code, m49, english, russian, aliases]| Row {
            code,
            m49: m49.parse().ok(),
            english,
            russian,
            aliases,
        })
        .collect()
});

impl OtherPartner {
    /// Returns every such partner, in the order of the codes.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| Self(row.code))
    }

    /// Returns the code.
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// Returns the partner with a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|partner| partner.0 == code)
    }

    /// Returns the partner with a number.
    pub(super) fn from_m49(number: u16) -> Option<Self> {
        let row = TABLE.iter().find(|row| row.m49 == Some(number))?;
        Some(Self(row.code))
    }

    /// Returns the name, in English except for Russian.
    pub fn name(self, lang: Lang) -> &'static str {
        let row = TABLE.iter().find(|row| row.code == self.0);
        row.map_or(self.0, |row| match lang {
            Lang::Ru => row.russian,
            _ => row.english,
        })
    }

    /// Returns the partner with a name, however it is spelt.
    pub(super) fn by_name(name: &str) -> Option<Self> {
        let folded = fold(name);
        let named = |row: &&Row| {
            [row.english, row.russian]
                .into_iter()
                .chain(row.aliases.split(';'))
                .any(|known| !known.is_empty() && fold(known) == folded)
        };
        TABLE.iter().find(named).map(|row| Self(row.code))
    }
}

impl fmt::Display for OtherPartner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

impl fmt::Debug for OtherPartner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

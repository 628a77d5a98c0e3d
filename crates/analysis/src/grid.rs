//! The grid: every definition that a claim's number could mean, declared in a data file.

use entente_model::{ClaimKind, DefinitionId};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::sync::LazyLock;

/// The version of the grid; it is part of a verdict's identity and rises with every change of `data/grid.toml`.
pub const GRID_VERSION: &str = "2026-11-2";

/// One formula over observations that a claim's number could mean.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Its id.
    pub id: DefinitionId,
    /// Its version, which rises when the formula changes.
    pub version: u16,
    /// The kind of claim that it belongs to.
    pub kind: ClaimKind,
    /// When it is the plain reading; empty where it never is.
    pub plain: String,
    /// The formula. `{first}` and `{second}` are the parties, `{region}`, `{period}` and `{base}` what they say.
    pub formula: String,
    /// What it means, in a sentence.
    pub description: String,
}

/// How the year is found that the pace to a target without a date is reckoned to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Horizon {
    /// The year is divisible by this.
    pub every: i16,
    /// It lies at least this many years after the target was published.
    pub ahead: i16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: String,
    horizon: Horizon,
    definition: Vec<Definition>,
}

#[expect(clippy::expect_used, reason = "the file is part of the program and a test reads it")]
static FILE: LazyLock<File> = LazyLock::new(|| {
    let file: File =
        toml::from_str(include_str!("../data/grid.toml")).expect("data/grid.toml is well formed");
    debug_assert_eq!(file.version, GRID_VERSION);
    file
});

/// Returns every definition, in the order in which they are tried.
#[must_use]
pub fn definitions() -> &'static [Definition] {
    &FILE.definition
}

/// Returns the definition with an id.
pub(crate) fn definition(id: &str) -> Option<&'static Definition> {
    static BY_ID: LazyLock<FxHashMap<&str, &Definition>> = LazyLock::new(|| {
        definitions().iter().map(|definition| (definition.id.as_str(), definition)).collect()
    });
    BY_ID.get(id).copied()
}

/// Returns the rule for the horizon of targets without a date.
#[must_use]
pub fn horizon() -> Horizon {
    FILE.horizon
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_file_has_the_version_of_the_program() {
        assert_eq!(FILE.version, GRID_VERSION);
    }

    #[test]
    fn ids_are_unique() {
        let ids: BTreeSet<_> = definitions().iter().map(|definition| &definition.id).collect();
        assert_eq!(ids.len(), definitions().len());
    }
}

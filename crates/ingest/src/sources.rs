//! The publishers that are read: what country and languages they have, and what kind of publisher they are.
//!
//! The registry is a table that anyone can edit: `data/sources.csv`. It holds facts, no judgement.

use entente_model::{Lang, Source};
use std::collections::HashMap;
use std::sync::LazyLock;
use thiserror::Error;
use url::Url;

/// The table that comes with the program.
const BUNDLED: &str = include_str!("../data/sources.csv");

/// Why a table of sources was not read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line} of the sources, {field}: {fault}")]
pub struct SourcesError {
    /// The line, counted from 1.
    pub line: u64,
    /// The column.
    pub field: &'static str,
    /// What is wrong with it, and what would be accepted.
    pub fault: String,
}

/// A registry of publishers, in the order of its table.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    sources: Vec<Source>,
    hosts: HashMap<String, usize>,
    names: HashMap<String, usize>,
}

impl Sources {
    /// Returns the registry that comes with the program.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the table is part of the program, and a test reads it")]
    pub fn bundled() -> &'static Self {
        static SOURCES: LazyLock<Sources> =
            LazyLock::new(|| Sources::parse(BUNDLED).expect("the bundled table of sources is well formed"));
        &SOURCES
    }

    /// Reads a registry from a table with the columns `id,name,country,languages,tier,hosts,also`.
    ///
    /// Languages and hosts are separated by spaces, other names (`also`) by ` | `; the country may be empty.
    ///
    /// # Errors
    /// When a field is not what its column holds, or an id, host or name stands there twice.
    pub fn parse(table: &str) -> Result<Self, SourcesError> {
        let mut registry = Self::default();
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        for record in reader.records() {
            let record = record.map_err(|error| SourcesError {
                line: error.position().map_or(0, csv::Position::line),
                field: "row",
                fault: error.to_string(),
            })?;
            registry.add(&record)?;
        }
        Ok(registry)
    }

    fn add(&mut self, record: &csv::StringRecord) -> Result<(), SourcesError> {
        let field = |at: usize| record.get(at).unwrap_or_default().trim();
        let line = record.position().map_or(0, csv::Position::line);
        let fault = |field: &'static str, fault: String| SourcesError { line, field, fault };
        let twice =
            |field: &'static str, value: &str| fault(field, format!("\"{value}\" stands there twice"));
        let languages: Result<Vec<Lang>, SourcesError> = field(3)
            .split_whitespace()
            .map(|code| code.parse().map_err(|error| fault("language", format!("{error}"))))
            .collect();
        let source = Source {
            id: field(0).parse().map_err(|error| fault("id", format!("{error}")))?,
            name: field(1).to_owned(),
            country: match field(2) {
                "" => None,
                code => Some(code.parse().map_err(|error| fault("country", format!("{error}")))?),
            },
            languages: languages?,
            tier: field(4).parse().map_err(|error| fault("tier", format!("{error}")))?,
            hosts: field(5).split_whitespace().map(str::to_owned).collect(),
        };
        let index = self.sources.len();
        if self.sources.iter().any(|other| other.id == source.id) {
            return Err(twice("id", field(0)));
        }
        for host in &source.hosts {
            if self.hosts.insert(host.to_ascii_lowercase(), index).is_some() {
                return Err(twice("host", host));
            }
        }
        let also = field(6).split(" | ").filter(|name| !name.is_empty());
        for name in [source.name.as_str()].into_iter().chain(also) {
            if self.names.insert(fold(name), index).is_some_and(|other| other != index) {
                return Err(twice("name", name));
            }
        }
        self.sources.push(source);
        Ok(())
    }

    /// Returns every source.
    pub fn all(&self) -> impl Iterator<Item = &Source> {
        self.sources.iter()
    }

    /// Returns the source with an id.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id.as_str() == id)
    }

    /// Returns the source whose pages stand on a host or on one that it belongs to; the longest host wins.
    #[must_use]
    pub fn by_host(&self, host: &str) -> Option<&Source> {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let mut rest = host.as_str();
        loop {
            if let Some(&index) = self.hosts.get(rest) {
                return self.sources.get(index);
            }
            rest = rest.split_once('.')?.1;
        }
    }

    /// Returns the source with a name, whatever the capitals, spaces and punctuation.
    #[must_use]
    pub fn by_name(&self, name: &str) -> Option<&Source> {
        self.names.get(&fold(name)).and_then(|&index| self.sources.get(index))
    }

    /// Returns the source of a page, by its address, else by the name of its outlet.
    #[must_use]
    pub fn find(&self, url: Option<&Url>, outlet: Option<&str>) -> Option<&Source> {
        url.and_then(Url::host_str)
            .and_then(|host| self.by_host(host))
            .or_else(|| outlet.and_then(|name| self.by_name(name)))
    }
}

/// Folds a name: letters and digits in lower case, without a leading "the".
fn fold(name: &str) -> String {
    let folded: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let bare = name
        .trim_start()
        .get(..4)
        .filter(|article| article.eq_ignore_ascii_case("the "))
        .map(|_| &folded[3..]);
    bare.map(str::to_owned).unwrap_or(folded)
}

#[cfg(test)]
mod tests {
    use super::Sources;
    use entente_model::Tier;
    use expect_test::{Expect, expect};

    #[test]
    fn the_bundled_table_is_well_formed() {
        let sources = Sources::bundled();
        assert!(sources.all().count() >= 45);
        for source in sources.all() {
            assert!(
                !source.name.is_empty() && !source.languages.is_empty() && !source.hosts.is_empty(),
                "{source:?}"
            );
            assert_eq!(sources.by_id(source.id.as_str()), Some(source));
        }
    }

    #[test]
    fn the_longest_host_wins() {
        let table = "id,name,country,languages,tier,hosts,also\n\
            a,A,KAZ,ru,media,example.kz,\n\
            b,B,,en,agency,en.example.kz,The B | Bee\n";
        let sources = Sources::parse(table).unwrap();
        let id = |host| sources.by_host(host).map(|source| source.id.as_str());
        assert_eq!(id("www.example.kz"), Some("a"));
        assert_eq!(id("EN.example.kz."), Some("b"));
        assert_eq!(id("m.en.example.kz"), Some("b"));
        assert_eq!(id("badexample.kz"), None);
        assert_eq!(id("kz"), None);
        assert_eq!(id(""), None);
    }

    #[test]
    fn names_are_folded() {
        let sources = Sources::bundled();
        let id = |name| sources.by_name(name).map(|source| source.id.as_str());
        assert_eq!(id("astana times"), Some("astanatimes"));
        assert_eq!(id("The Astana Times"), Some("astanatimes"));
        assert_eq!(id("Казинформ"), Some("kazinform"));
        assert_eq!(id("Sputnik O'zbekiston"), Some("sputnik-uz"));
        assert_eq!(id("Theo"), None);
    }

    #[test]
    fn an_address_says_more_than_a_name() {
        let sources = Sources::bundled();
        let url = "https://primeminister.kz/en/news/1".parse().unwrap();
        let source = sources.find(Some(&url), Some("Trend")).unwrap();
        assert_eq!((source.id.as_str(), source.tier), ("primeminister-kz", Tier::Official));
        let unknown = "https://example.org/".parse().unwrap();
        assert_eq!(
            sources.find(Some(&unknown), Some("Trend")).map(|source| source.id.as_str()),
            Some("trend")
        );
        assert_eq!(sources.find(None, None), None);
    }

    #[track_caller]
    fn check_error(row: &str, expect: Expect) {
        let table = format!("id,name,country,languages,tier,hosts,also\n{row}");
        expect.assert_eq(&Sources::parse(&table).unwrap_err().to_string());
    }

    #[test]
    fn a_fault_names_its_line_and_field() {
        check_error(
            "a,A,KZ,ru,media,a.kz,",
            expect![[
                r#"line 2 of the sources, country: "KZ" is not an ISO 3166-1 alpha-3 code of a country; write for example KAZ"#
            ]],
        );
        check_error(
            "a,A,KAZ,ru,blog,a.kz,",
            expect![[
                r#"line 2 of the sources, tier: "blog" is not a tier; expected one of official, agency, media"#
            ]],
        );
        check_error(
            "a,A,KAZ,fr,media,a.kz,",
            expect![[
                r#"line 2 of the sources, language: "fr" is not a language that is read; write en, ru, kk, uz or und"#
            ]],
        );
        check_error(
            "a,A,KAZ,ru,media,a.kz a.kz,",
            expect![[r#"line 2 of the sources, host: "a.kz" stands there twice"#]],
        );
        check_error(
            "a,A,KAZ,ru,media,a.kz,\na,B,KAZ,ru,media,b.kz,",
            expect![[r#"line 3 of the sources, id: "a" stands there twice"#]],
        );
        check_error(
            "a,A",
            expect![
                "line 2 of the sources, row: CSV error: record 1 (line: 2, byte: 42): found record with 2 fields, but the previous record has 7 fields"
            ],
        );
    }
}

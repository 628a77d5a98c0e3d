//! What the manifests, the READMEs and the migrations must agree on.

use toml::{Table, Value};

use super::Finding;
use super::arrows::Member;
use super::tree::Tree;

/// The keys of `[package]` that are set once, in the root manifest.
const INHERITED: &[&str] = &["version", "edition", "rust-version", "license"];

const KINDS: &[&str] = &["dependencies", "dev-dependencies", "build-dependencies"];

/// Where the migrations of each database are.
const MIGRATIONS: &[&str] = &["crates/store/migrations/sqlite", "crates/store/migrations/postgres"];

/// Members take version, edition, lints and every dependency from the root manifest.
pub(super) fn inheritance(tree: &Tree, members: &[Member]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for member in members {
        let path = member.manifest.as_str();
        let mut find = |key: &str, message: String| {
            findings.push(Finding::new(path, line_of_key(tree, path, key), message));
        };
        let Some(manifest) = tree.text(path).and_then(|text| text.parse::<Table>().ok()) else {
            find("", "the manifest cannot be read".to_owned());
            continue;
        };
        for key in INHERITED {
            if !manifest.get("package").and_then(|package| package.get(key)).is_some_and(inherits) {
                find(key, format!("write {key}.workspace = true"));
            }
        }
        if !manifest.get("lints").is_some_and(inherits) {
            find("[lints]", "write [lints] with workspace = true".to_owned());
        }
        for (name, value) in dependencies(&manifest) {
            if !inherits(value) {
                find(
                    name,
                    format!("write {name}.workspace = true; versions and paths stand in the root manifest"),
                );
            }
        }
    }
    findings
}

/// Returns the dependencies of all kinds, those of single platforms too.
fn dependencies(manifest: &Table) -> impl Iterator<Item = (&String, &Value)> {
    let targets = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values);
    let places = std::iter::once(manifest).chain(targets.filter_map(Value::as_table));
    let tables = places.flat_map(|place| KINDS.iter().filter_map(|kind| place.get(*kind)?.as_table()));
    tables.flatten()
}

fn inherits(value: &Value) -> bool {
    value.get("workspace").and_then(Value::as_bool) == Some(true)
        && ["version", "path", "git"].iter().all(|key| value.get(key).is_none())
}

/// Returns the line of a manifest that opens with `key`, else the first.
pub(super) fn line_of_key(tree: &Tree, path: &str, key: &str) -> usize {
    let text = tree.text(path).unwrap_or_default();
    let opens = |line: &str| {
        let rest = line.trim_start().strip_prefix(key);
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_'))
    };
    text.lines().position(opens).map_or(1, |index| index + 1)
}

/// Every crate has a README beside its manifest.
pub(super) fn readmes(tree: &Tree, members: &[Member]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for member in members {
        let readme = member.manifest.replace("Cargo.toml", "README.md");
        if !tree.has(&readme) {
            findings.push(Finding::new(
                &member.manifest,
                1,
                format!("crate {} has no README.md", member.name),
            ));
        }
    }
    findings
}

/// Each database has the same migrations, by number and name. One that has no folder yet is left out.
pub(super) fn migrations_agree(tree: &Tree) -> Vec<Finding> {
    let folders = MIGRATIONS.iter().filter(|folder| tree.root().join(folder).is_dir());
    let lists: Vec<(&str, Vec<&str>)> = folders.map(|folder| (*folder, tree.names_in(folder))).collect();
    let mut findings = Vec::new();
    for (folder, names) in &lists {
        for (other, others) in &lists {
            for name in names.iter().filter(|name| !others.contains(name)) {
                findings.push(Finding::new(
                    format!("{folder}/{name}"),
                    1,
                    format!("{other} has no migration {name}"),
                ));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::tree::sample;
    use super::super::{arrows, lines};
    use super::*;

    #[test]
    fn what_is_not_inherited_and_missing_readmes_are_found() {
        let (folder, tree) = sample(&[
            (
                "Cargo.toml",
                "[workspace]\nmembers = [\"crates/*\"]\n[workspace.package]\nversion = \"0.1.0\"\nedition = \"2024\"\nlicense = \"MIT\"\nrust-version = \"1.90\"\n[workspace.dependencies]\nserde = { version = \"1\" }\n[workspace.lints.rust]\n",
            ),
            (
                "crates/good/Cargo.toml",
                "[package]\nname = \"good\"\nversion.workspace = true\nedition.workspace = true\nrust-version.workspace = true\nlicense.workspace = true\n[dependencies]\nserde = { workspace = true, features = [\n  \"derive\",\n] }\n[lints]\nworkspace = true\n",
            ),
            ("crates/good/README.md", ""),
            ("crates/good/src/lib.rs", ""),
            (
                "crates/bad/Cargo.toml",
                "[package]\nname = \"bad\"\nversion = \"0.1.0\"\nedition.workspace = true\nlicense.workspace = true\n[dev-dependencies]\nserde_json = \"1\"\n[target.'cfg(unix)'.dependencies]\nlibc = { version = \"1\" }\n",
            ),
            ("crates/bad/src/lib.rs", ""),
        ]);
        let members = arrows::members(folder.path()).unwrap();
        assert_eq!(
            lines(&inheritance(&tree, &members)),
            [
                "crates/bad/Cargo.toml:3: write version.workspace = true",
                "crates/bad/Cargo.toml:1: write rust-version.workspace = true",
                "crates/bad/Cargo.toml:1: write [lints] with workspace = true",
                "crates/bad/Cargo.toml:7: write serde_json.workspace = true; versions and paths stand in the root manifest",
                "crates/bad/Cargo.toml:9: write libc.workspace = true; versions and paths stand in the root manifest",
            ]
        );
        assert_eq!(lines(&readmes(&tree, &members)), ["crates/bad/Cargo.toml:1: crate bad has no README.md"]);
    }

    #[test]
    fn migrations_of_both_databases_agree() {
        let (_folder, tree) = sample(&[
            ("crates/store/migrations/sqlite/0001_first.sql", ""),
            ("crates/store/migrations/sqlite/0002_more.sql", ""),
            ("crates/store/migrations/postgres/0001_first.sql", ""),
            ("crates/store/migrations/postgres/0002_other.sql", ""),
        ]);
        assert_eq!(
            lines(&migrations_agree(&tree)),
            [
                "crates/store/migrations/sqlite/0002_more.sql:1: crates/store/migrations/postgres has no migration 0002_more.sql",
                "crates/store/migrations/postgres/0002_other.sql:1: crates/store/migrations/sqlite has no migration 0002_other.sql",
            ]
        );
    }

    #[test]
    fn one_database_alone_agrees_with_itself() {
        let (_folder, tree) = sample(&[("crates/store/migrations/sqlite/0001_first.sql", "")]);
        assert!(migrations_agree(&tree).is_empty());
    }
}

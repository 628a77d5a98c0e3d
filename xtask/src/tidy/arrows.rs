//! Which crate may depend on which.

use std::path::Path;

use super::tree::Tree;
use super::{Finding, manifests};
use crate::workspace;

/// Every crate of the workspace with those of ours that it may use, in any kind of dependency.
const ALLOWED: &[(&str, &[&str])] = &[
    ("entente-model", &[]),
    ("entente-extract", &["entente-model"]),
    ("entente-analysis", &["entente-model"]),
    ("entente-store", &["entente-model"]),
    ("entente-ingest", &["entente-model", "entente-extract"]),
    (
        "entente-observatory",
        &["entente-model", "entente-extract", "entente-analysis", "entente-store", "entente-ingest"],
    ),
    ("entente-server", &["entente-model", "entente-observatory"]),
    ("entente", &["entente-model", "entente-observatory", "entente-server"]),
    ("xtask", &[]),
];

/// One member of the workspace.
pub(super) struct Member {
    pub(super) name: String,
    /// Relative path of its manifest.
    pub(super) manifest: String,
    /// The names of what it depends on, for any purpose.
    dependencies: Vec<String>,
}

/// Returns the members of the workspace at `root` as `cargo metadata` tells them.
pub(super) fn members(root: &Path) -> anyhow::Result<Vec<Member>> {
    let metadata = workspace::metadata(root)?;
    let member = |package: &cargo_metadata::Package| {
        let manifest = package.manifest_path.strip_prefix(&metadata.workspace_root);
        Member {
            name: package.name.to_string(),
            manifest: manifest.unwrap_or(&package.manifest_path).as_str().replace('\\', "/"),
            dependencies: package.dependencies.iter().map(|dependency| dependency.name.clone()).collect(),
        }
    };
    Ok(metadata.workspace_packages().into_iter().map(member).collect())
}

/// Each dependency of a member on another is in the table.
pub(super) fn arrows(tree: &Tree, members: &[Member]) -> Vec<Finding> {
    let ours = |name: &str| members.iter().any(|member| member.name == name);
    let mut findings = Vec::new();
    for member in members {
        let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == member.name) else {
            let message =
                format!("crate {} is not in the table of arrows in xtask/src/tidy/arrows.rs", member.name);
            findings.push(Finding::new(&member.manifest, 1, message));
            continue;
        };
        for dependency in &member.dependencies {
            if ours(dependency) && !allowed.contains(&dependency.as_str()) {
                let line = manifests::line_of_key(tree, &member.manifest, dependency);
                let message = format!("{} must not depend on {dependency}", member.name);
                findings.push(Finding::new(&member.manifest, line, message));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::super::tree::sample;
    use super::*;

    #[test]
    fn arrows_outside_the_table_are_found_in_all_kinds_of_dependencies() {
        let manifest = |name: &str, rest: &str| {
            format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n{rest}")
        };
        let (folder, tree) = sample(&[
            ("Cargo.toml", "[workspace]\nmembers = [\"crates/*\"]\nresolver = \"3\"\n"),
            (
                "crates/model/Cargo.toml",
                &manifest(
                    "entente-model",
                    "[dev-dependencies]\nentente-extract = { path = \"../extract\" }\n",
                ),
            ),
            ("crates/model/src/lib.rs", ""),
            (
                "crates/extract/Cargo.toml",
                &manifest("entente-extract", "[dependencies]\nentente-model = { path = \"../model\" }\n"),
            ),
            ("crates/extract/src/lib.rs", ""),
            (
                "crates/odd/Cargo.toml",
                &manifest("odd", "[build-dependencies]\nentente-model = { path = \"../model\" }\n"),
            ),
            ("crates/odd/src/lib.rs", ""),
        ]);
        let mut findings = arrows(&tree, &members(folder.path()).unwrap());
        findings.sort();
        assert_eq!(
            lines(&findings),
            [
                "crates/model/Cargo.toml:6: entente-model must not depend on entente-extract",
                "crates/odd/Cargo.toml:1: crate odd is not in the table of arrows in xtask/src/tidy/arrows.rs",
            ]
        );
    }

    #[test]
    fn the_table_has_no_cycle() {
        for (i, (_, uses)) in ALLOWED.iter().enumerate() {
            let above = &ALLOWED[i..];
            assert!(uses.iter().all(|used| above.iter().all(|(name, _)| name != used)));
        }
    }
}

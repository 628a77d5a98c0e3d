//! The licences of what the programs are made of: a table of the packages, then each text with those that it is for.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Context;
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId};

/// How the names of files of licences begin, in lower case.
const NAMES: &[&str] = &["license", "licence", "copying", "notice", "unlicense"];

/// Returns the page for some programs of the workspace at `root`.
pub(super) fn page(root: &Path, programs: &[&str]) -> anyhow::Result<String> {
    let metadata = MetadataCommand::new()
        .manifest_path(root.join("Cargo.toml"))
        .other_options(["--locked".to_owned()])
        .exec()
        .context("cargo metadata")?;
    let mut packages = used(&metadata, programs)?;
    packages.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    let mut page =
        "# Licences of third parties\n\nThe programs hold code of these packages, under these licences.\n\n\
                    | package | version | licence | from |\n|---|---|---|---|\n"
            .to_owned();
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in &packages {
        let (licence, from) =
            (package.license.as_deref().unwrap_or("see below"), package.repository.as_deref());
        // Writing to a String cannot fail.
        let _ = writeln!(
            page,
            "| {} | {} | {licence} | {} |",
            package.name,
            package.version,
            from.unwrap_or_default()
        );
        let folder = package.manifest_path.parent().context("a manifest without a folder")?;
        for text in texts_in(folder.as_std_path())? {
            texts.entry(text).or_default().push(format!("{} {}", package.name, package.version));
        }
    }
    let mut texts: Vec<(Vec<String>, String)> =
        texts.into_iter().map(|(text, names)| (names, text)).collect();
    texts.sort();
    for (names, text) in texts {
        let _ = write!(page, "\n## {}\n\n```text\n{}\n```\n", names.join(", "), text.trim_matches('\n'));
    }
    Ok(page)
}

/// Returns the packages of others that are built into some programs.
fn used<'a>(metadata: &'a Metadata, programs: &[&str]) -> anyhow::Result<Vec<&'a Package>> {
    let resolve = metadata.resolve.as_ref().context("cargo metadata resolves no dependencies")?;
    let nodes: BTreeMap<&PackageId, _> = resolve.nodes.iter().map(|node| (&node.id, node)).collect();
    let mut seen: BTreeSet<&PackageId> = BTreeSet::new();
    let of = |name: &str| metadata.packages.iter().find(|package| package.name.as_str() == name);
    let mut waiting: Vec<&PackageId> = programs.iter().filter_map(|name| Some(&of(name)?.id)).collect();
    while let Some(id) = waiting.pop() {
        if !seen.insert(id) {
            continue;
        }
        let node = nodes.get(id).with_context(|| format!("{id} is not resolved"))?;
        let built_in = node
            .deps
            .iter()
            .filter(|dependency| dependency.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal));
        waiting.extend(built_in.map(|dependency| &dependency.pkg));
    }
    let theirs = |package: &&Package| seen.contains(&package.id) && package.source.is_some();
    Ok(metadata.packages.iter().filter(theirs).collect())
}

/// Returns the texts of licences that stand in the folder of a package, sorted by their names.
fn texts_in(folder: &Path) -> anyhow::Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        if path.is_file() && NAMES.iter().any(|start| name.starts_with(start)) {
            paths.push(path);
        }
    }
    paths.sort();
    // What is no text is no licence.
    Ok(paths
        .iter()
        .filter_map(|path| fs::read_to_string(path).ok())
        .map(|text| text.replace("\r\n", "\n"))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace;

    #[test]
    fn what_is_built_in_is_named_with_its_licence() {
        let page = page(&workspace::root(), &["entente", "entente-server"]).unwrap();
        let row = |name: &str| page.lines().find(|line| line.starts_with(&format!("| {name} | ")));
        assert!(row("axum").is_some_and(|row| row.contains("| MIT |")), "{:?}", row("axum"));
        assert!(row("sqlx").is_some());
        assert!(row("entente-model").is_none() && row("cargo_metadata").is_none());
        let unknown: Vec<&str> = page.lines().filter(|line| line.contains("| see below |")).collect();
        assert!(unknown.is_empty(), "packages without a licence: {unknown:?}");
    }
}

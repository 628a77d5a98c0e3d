//! `cargo xtask tidy`: the rules of the source tree that the compiler does not know.
//!
//! Each rule is a function over the files that returns what it found; the first column of a finding can be clicked.

mod arrows;
mod manifests;
mod mentions;
mod sources;
mod tree;
mod words;

use std::fmt;
use std::path::Path;

use anyhow::bail;

use crate::workspace;
use tree::Tree;

#[derive(clap::Args)]
pub(crate) struct Args {}

/// One place where a rule does not hold.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    path: String,
    line: usize,
    message: String,
    weight: Weight,
}

/// What a finding leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Warning,
    Failure,
}

impl Finding {
    fn new(path: impl Into<String>, line: usize, message: impl Into<String>) -> Self {
        Self { path: path.into(), line, message: message.into(), weight: Weight::Failure }
    }

    fn warning(self) -> Self {
        Self { weight: Weight::Warning, ..self }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = if self.weight == Weight::Warning { "warning: " } else { "" };
        write!(f, "{}:{}: {mark}{}", self.path, self.line, self.message)
    }
}

/// The rules that need nothing but the files.
const RULES: &[fn(&Tree) -> Vec<Finding>] = &[
    sources::module_docs,
    sources::file_length,
    sources::no_mod_rs,
    words::forbidden,
    words::checked_sql_only,
    words::no_private_folders,
    mentions::variables,
    manifests::migrations_agree,
];

pub(crate) fn run(_: &Args) -> anyhow::Result<()> {
    check(&workspace::root())
}

/// Prints what is found in the workspace at `root`; fails when something is wrong.
pub(crate) fn check(root: &Path) -> anyhow::Result<()> {
    let findings = findings(root)?;
    for finding in &findings {
        println!("{finding}");
    }
    let failures = findings.iter().filter(|finding| finding.weight == Weight::Failure).count();
    println!("tidy: {failures} failures, {} warnings", findings.len() - failures);
    if failures > 0 {
        bail!("cargo xtask tidy found {failures} failures");
    }
    Ok(())
}

fn findings(root: &Path) -> anyhow::Result<Vec<Finding>> {
    let tree = Tree::tracked(root)?;
    let members = arrows::members(root)?;
    let mut findings = arrows::arrows(&tree, &members);
    findings.extend(manifests::inheritance(&tree, &members));
    findings.extend(manifests::readmes(&tree, &members));
    findings.extend(RULES.iter().flat_map(|rule| rule(&tree)));
    findings.sort();
    Ok(findings)
}

#[cfg(test)]
fn lines(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}

//! What the code has and the documentation must name.

use std::collections::BTreeSet;

use super::tree::Tree;
use super::{Finding, words};

/// Kinds of names that are promises to a user, each by the letters that it opens with.
const DOCUMENTED: &[(&str, &str)] = &[("ENTENTE_", "environment variable")];

/// Every variable that the sources name is documented.
pub(super) fn variables(tree: &Tree) -> Vec<Finding> {
    let pages = tree.texts(&[".md"]).filter(|(path, _)| *path == "README.md" || path.starts_with("docs/"));
    let documentation: Vec<String> = pages.map(|(_, text)| text).collect();
    let mut findings = Vec::new();
    for (prefix, kind) in DOCUMENTED {
        let mut known: BTreeSet<&str> = documentation.iter().flat_map(|page| names(page, prefix)).collect();
        let sources: Vec<_> =
            tree.texts(&[".rs"]).filter(|(path, _)| !path.starts_with(words::RULES)).collect();
        for (path, text) in &sources {
            for (number, line) in text.lines().enumerate() {
                for name in names(line, prefix) {
                    // Told once, where it is first seen.
                    if known.insert(name) {
                        let message = format!("{kind} {name} is named neither in docs/ nor in README.md");
                        findings.push(Finding::new(*path, number + 1, message));
                    }
                }
            }
        }
    }
    findings
}

/// Returns the names in capitals that open with `prefix` and go on after it.
fn names<'a>(text: &'a str, prefix: &str) -> Vec<&'a str> {
    let in_name = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    let starts = text.match_indices(prefix).filter(|(at, _)| !text[..*at].ends_with(in_name));
    let whole =
        starts.map(|(at, _)| &text[at..][..text[at..].find(|c| !in_name(c)).unwrap_or(text.len() - at)]);
    whole.filter(|name| name.len() > prefix.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::super::tree::sample;
    use super::*;

    #[test]
    fn variables_without_documentation_are_found_once() {
        let (_folder, tree) = sample(&[
            ("README.md", "Set `ENTENTE_DATABASE`.\n"),
            ("docs/cli.md", "ENTENTE_LOG\n"),
            ("crates/cli/src/a.rs", "env = \"ENTENTE_DATABASE\"\nenv = \"ENTENTE_DATA\"\n\"ENTENTE_\"\n"),
            ("crates/cli/src/b.rs", "ENTENTE_LOG MY_ENTENTE_X ENTENTE_DATA\n"),
        ]);
        assert_eq!(
            lines(&variables(&tree)),
            [
                "crates/cli/src/a.rs:2: environment variable ENTENTE_DATA is named neither in docs/ nor in README.md",
            ]
        );
    }
}

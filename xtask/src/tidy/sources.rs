//! The form of Rust files: module docs, length, names.

use super::Finding;
use super::tree::Tree;

/// Lines without inline tests from which a file deserves a hard look, and above which it must be split.
const LONG: usize = 400;
const TOO_LONG: usize = 800;

/// Inputs of tests are not ours to document.
const TEST_DATA: &str = "/tests/data/";

/// Every module opens with its purpose.
pub(super) fn module_docs(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.texts(&[".rs"]).filter(|(path, _)| !path.contains(TEST_DATA)) {
        if !text.starts_with("//!") {
            findings.push(Finding::new(path, 1, "open the file with `//!` and what it is for"));
        }
    }
    findings
}

/// Files stay short enough to be read at once.
pub(super) fn file_length(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.texts(&[".rs"]).filter(|(path, _)| !path.contains(TEST_DATA)) {
        let length = lines_without_tests(&text);
        let message = format!("{length} lines without its inline tests");
        if length > TOO_LONG {
            findings.push(Finding::new(path, 1, format!("{message}; at most {TOO_LONG}: split it")));
        } else if length > LONG {
            findings.push(
                Finding::new(path, 1, format!("{message}; more than {LONG} are hard to read")).warning(),
            );
        }
    }
    findings
}

/// Counts the lines outside of `#[cfg(test)] mod name { ... }` at the left margin.
fn lines_without_tests(text: &str) -> usize {
    let mut count = 0;
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let opens_tests = line == "#[cfg(test)]"
            && lines.peek().is_some_and(|next| next.starts_with("mod ") && next.ends_with('{'));
        if opens_tests {
            lines.by_ref().find(|line| *line == "}");
        } else {
            count += 1;
        }
    }
    count
}

/// A module `foo` is `foo.rs` beside the folder `foo`.
pub(super) fn no_mod_rs(tree: &Tree) -> Vec<Finding> {
    let named = |path: &str| path.rsplit('/').next() == Some("mod.rs");
    let files = tree.texts(&["mod.rs"]).filter(|(path, _)| named(path));
    files.map(|(path, _)| Finding::new(path, 1, "name the module file after the module")).collect()
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::super::tree::sample;
    use super::*;

    #[test]
    fn files_without_docs_are_found() {
        let (_folder, tree) =
            sample(&[("a.rs", "//! What it is.\n"), ("b.rs", "fn b() {}\n"), ("x/tests/data/c.rs", "")]);
        assert_eq!(lines(&module_docs(&tree)), ["b.rs:1: open the file with `//!` and what it is for"]);
    }

    #[test]
    fn long_files_are_found_and_tests_do_not_count() {
        let code = |count: usize| "x\n".repeat(count);
        let tests = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", "    x\n".repeat(900));
        let (_folder, tree) = sample(&[
            ("a.rs", &format!("{}{tests}", code(400))),
            ("b.rs", &code(401)),
            ("c.rs", &format!("{}{tests}x\n", code(800))),
        ]);
        assert_eq!(
            lines(&file_length(&tree)),
            [
                "b.rs:1: warning: 401 lines without its inline tests; more than 400 are hard to read",
                "c.rs:1: 801 lines without its inline tests; at most 800: split it",
            ]
        );
    }

    #[test]
    fn mod_rs_is_found() {
        let (_folder, tree) = sample(&[("a/mod.rs", ""), ("a/xmod.rs", ""), ("mod.rs", "")]);
        assert_eq!(lines(&no_mod_rs(&tree)).len(), 2);
    }
}

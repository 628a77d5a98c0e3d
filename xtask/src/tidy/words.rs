//! What must not be written.

use super::Finding;
use super::tree::Tree;

/// The rules name what they forbid, so they do not apply to themselves.
pub(super) const RULES: &str = "xtask/src/tidy";

/// What is left unfinished, and tests that do not run or pass for any reason.
const FORBIDDEN: &[(&str, &str)] = &[
    ("#[ignore", "every test runs"),
    ("#[should_panic", "assert on the error instead"),
    ("todo!(", "finish it or leave it out"),
    ("unimplemented!(", "finish it or leave it out"),
    ("FIXME", "mend it"),
];

/// The marker of statements that sqlx has not checked, and the one crate that may use it, in one file.
const UNCHECKED_SQL: &str = "AssertSqlSafe";
const STORE: &str = "crates/store/src/";

/// First folders of paths that exist on one machine only.
const PRIVATE: &[&str] = &["home", "root", "Users", "work"];

const TEXTS: &[&str] = &[""];

/// Nothing is left unfinished.
pub(super) fn forbidden(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, line, text) in code_lines(tree, &[".rs", ".toml", ".sql", ".md"]) {
        for (word, why) in FORBIDDEN.iter().filter(|(word, _)| text.contains(word)) {
            findings.push(Finding::new(
                &path,
                line,
                format!("`{}` is not used here: {why}", word.trim_end_matches('(')),
            ));
        }
    }
    findings
}

/// Statements that sqlx cannot check stand in one file of the store.
pub(super) fn checked_sql_only(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut home: Option<String> = None;
    for (path, line, text) in code_lines(tree, &[".rs"]) {
        if !text.contains(UNCHECKED_SQL) {
            continue;
        }
        if !path.starts_with(STORE) {
            findings.push(Finding::new(
                &path,
                line,
                format!("{UNCHECKED_SQL} is for one file under {STORE}"),
            ));
            continue;
        }
        let home = home.get_or_insert_with(|| path.clone());
        if *home != path {
            findings.push(Finding::new(
                &path,
                line,
                format!("{UNCHECKED_SQL} is already used in {home}; keep it there"),
            ));
        }
    }
    findings
}

/// No file tells where somebody keeps things.
pub(super) fn no_private_folders(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, line, text) in code_lines(tree, TEXTS) {
        if let Some(folder) = PRIVATE.iter().find(|folder| names_folder(&text, folder)) {
            findings.push(Finding::new(
                &path,
                line,
                format!("the path /{folder}/... exists on one machine only"),
            ));
        }
    }
    findings
}

/// Says whether an absolute path under `/folder/` is named. The same word inside of an address or a relative path is
/// something else.
fn names_folder(text: &str, folder: &str) -> bool {
    let needle = format!("/{folder}/");
    text.match_indices(&needle).any(|(at, _)| {
        let before = text[..at].trim_end_matches("file://");
        let inside = |c: char| {
            c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/' | '~' | '%' | '}' | ')' | '*' | '$')
        };
        !before.ends_with(inside)
    })
}

/// Returns path, number and text of each line of the files with one of the endings.
fn code_lines<'a>(tree: &'a Tree, endings: &'a [&str]) -> impl Iterator<Item = (String, usize, String)> + 'a {
    let files = tree.texts(endings).filter(|(path, _)| !path.starts_with(RULES));
    files.flat_map(|(path, text)| {
        let numbered: Vec<_> =
            text.lines().enumerate().map(|(i, line)| (path.to_owned(), i + 1, line.to_owned())).collect();
        numbered
    })
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::super::tree::sample;
    use super::*;

    #[test]
    fn unfinished_work_is_found() {
        let (_folder, tree) = sample(&[
            ("a.rs", "//! A.\n#[ignore = \"slow\"]\nfn a() { todo!() }\n"),
            ("b.md", "FIXME\n"),
            ("c.rs", "// Todo o comércio: ¡todo!\n"),
            ("xtask/src/tidy/words.rs", "FIXME"),
        ]);
        assert_eq!(
            lines(&forbidden(&tree)),
            [
                "a.rs:2: `#[ignore` is not used here: every test runs",
                "a.rs:3: `todo!` is not used here: finish it or leave it out",
                "b.md:1: `FIXME` is not used here: mend it",
            ]
        );
    }

    #[test]
    fn unchecked_statements_stand_in_one_file() {
        let (_folder, tree) = sample(&[
            ("crates/store/src/a.rs", "AssertSqlSafe\nAssertSqlSafe\n"),
            ("crates/store/src/b.rs", "\nAssertSqlSafe\n"),
            ("crates/cli/src/main.rs", "AssertSqlSafe\n"),
        ]);
        assert_eq!(
            lines(&checked_sql_only(&tree)),
            [
                "crates/cli/src/main.rs:1: AssertSqlSafe is for one file under crates/store/src/",
                "crates/store/src/b.rs:2: AssertSqlSafe is already used in crates/store/src/a.rs; keep it there",
            ]
        );
    }

    #[test]
    fn private_folders_are_found_and_addresses_are_not() {
        let (_folder, tree) = sample(&[
            ("a.md", "see /home/me/notes\n"),
            ("b.sh", "cd \"/work/x\"\n"),
            ("c.toml", "url = \"https://example.org/home/news\"\n"),
            ("d.md", "the folder crates/work/src\n"),
            ("e.md", "file:///root/x\n"),
        ]);
        assert_eq!(
            lines(&no_private_folders(&tree)),
            [
                "a.md:1: the path /home/... exists on one machine only",
                "b.sh:1: the path /work/... exists on one machine only",
                "e.md:1: the path /root/... exists on one machine only",
            ]
        );
    }
}

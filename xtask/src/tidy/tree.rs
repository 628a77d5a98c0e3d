//! The files that the rules look at.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;

/// A folder and the files in it, as relative paths with forward slashes, sorted.
pub(super) struct Tree {
    root: PathBuf,
    files: Vec<String>,
}

impl Tree {
    /// Returns the files that git tracks or would track; outside of a git checkout, all but `target`.
    pub(super) fn tracked(root: &Path) -> anyhow::Result<Self> {
        let listed = Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(root)
            .output();
        let Some(output) = listed.ok().filter(|output| output.status.success()) else {
            return Self::walk(root);
        };
        let names = String::from_utf8_lossy(&output.stdout);
        let mut files: Vec<String> =
            names.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect();
        files.retain(|file| root.join(file).is_file()); // a file that was just deleted is still in the index
        files.sort();
        files.dedup();
        Ok(Self { root: root.to_path_buf(), files })
    }

    /// Returns all files under `root` but those in `target` and `.git`.
    pub(super) fn walk(root: &Path) -> anyhow::Result<Self> {
        let mut files = Vec::new();
        collect(root, "", &mut files)?;
        files.sort();
        Ok(Self { root: root.to_path_buf(), files })
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    pub(super) fn has(&self, file: &str) -> bool {
        self.files.binary_search_by(|known| known.as_str().cmp(file)).is_ok()
    }

    /// Returns the names of the files in a folder, without those of its own folders.
    pub(super) fn names_in(&self, folder: &str) -> Vec<&str> {
        let rest = self.files.iter().filter_map(|file| file.strip_prefix(folder)?.strip_prefix('/'));
        rest.filter(|name| !name.contains('/')).collect()
    }

    /// Returns the files with one of the endings, with their text. What is no text is left out.
    pub(super) fn texts<'a>(&'a self, endings: &'a [&str]) -> impl Iterator<Item = (&'a str, String)> {
        let wanted = self.files.iter().filter(|file| endings.iter().any(|ending| file.ends_with(ending)));
        wanted.filter_map(|file| Some((file.as_str(), self.text(file)?)))
    }

    /// Returns the text of a file, or none for one that is missing or no text.
    pub(super) fn text(&self, file: &str) -> Option<String> {
        let text = fs::read_to_string(self.root.join(file)).ok()?;
        (!text.contains('\0')).then_some(text)
    }
}

fn collect(root: &Path, folder: &str, files: &mut Vec<String>) -> anyhow::Result<()> {
    let path = root.join(folder);
    for entry in fs::read_dir(&path).with_context(|| format!("cannot list {}", path.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let relative = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        if !entry.file_type()?.is_dir() {
            files.push(relative);
        } else if name != "target" && name != ".git" {
            collect(root, &relative, files)?;
        }
    }
    Ok(())
}

/// Writes the files to a temporary folder and returns both.
#[cfg(test)]
pub(super) fn sample(files: &[(&str, &str)]) -> (tempfile::TempDir, Tree) {
    let folder = tempfile::tempdir().unwrap();
    for (file, text) in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let tree = Tree::walk(folder.path()).unwrap();
    (folder, tree)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_walked_without_what_is_built() {
        let (_folder, tree) = sample(&[("b/c.rs", "c"), ("b/d/e.rs", "e"), ("a.md", ""), ("target/x", "")]);
        assert_eq!(tree.files, ["a.md", "b/c.rs", "b/d/e.rs"]);
        assert_eq!(tree.names_in("b"), ["c.rs"]);
        assert!(tree.has("b/d/e.rs") && !tree.has("b/d"));
    }

    #[test]
    fn binary_files_are_no_texts() {
        let (folder, _) = sample(&[("a.rs", "a\0b"), ("b.rs", "b")]);
        fs::write(folder.path().join("c.rs"), [0xff, 0xfe]).unwrap();
        let tree = Tree::walk(folder.path()).unwrap();
        let found: Vec<_> = tree.texts(&[".rs"]).map(|(file, _)| file).collect();
        assert_eq!(found, ["b.rs"]);
    }

    #[test]
    fn git_lists_new_files_and_no_ignored_ones() {
        let (folder, _) = sample(&[(".gitignore", "/built\n"), ("built/x.rs", ""), ("new.rs", "")]);
        let init = Command::new("git").args(["init", "--quiet"]).current_dir(folder.path()).status();
        if init.is_ok_and(|status| status.success()) {
            assert_eq!(Tree::tracked(folder.path()).unwrap().files, [".gitignore", "new.rs"]);
        }
    }
}

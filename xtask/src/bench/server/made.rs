//! The registry that is measured on: made once, kept in the target folder for the next run.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::Context;

use crate::workspace;

/// How many claims each document makes.
const CLAIMS: u32 = 10;

/// A registry of so many documents.
pub(in crate::bench) struct Made {
    pub(in crate::bench) documents: u32,
}

impl Made {
    /// Returns the address of a registry in a file, which is made where there is none.
    pub(in crate::bench) fn sqlite(&self) -> anyhow::Result<String> {
        let folder = target()?.join("bench");
        fs::create_dir_all(&folder)?;
        let path = folder.join(format!("claims-{}-{:016x}.db", self.documents * CLAIMS, version()?));
        if !path.exists() {
            // Under its name only once it is whole.
            let part = path.with_extension("part");
            for rest in ["", "-wal", "-shm"] {
                let _ = fs::remove_file(format!("{}{rest}", part.display()));
            }
            self.fill(&format!("sqlite:{}", part.display()))?;
            fs::rename(&part, &path).with_context(|| format!("cannot rename {}", part.display()))?;
        }
        println!("registry: {} ({} MB)", path.display(), fs::metadata(&path)?.len() / 1_000_000);
        Ok(format!("sqlite:{}", path.display()))
    }

    /// Fills a registry.
    pub(super) fn fill(&self, url: &str) -> anyhow::Result<()> {
        let start = Instant::now();
        let words = ["build", "--quiet", "--release", "--locked", "--workspace", "--example", "synthetic"];
        workspace::finish(&mut workspace::cargo(&words))?;
        let mut command = Command::new(target()?.join("release/examples/synthetic"));
        command.arg(url);
        workspace::finish(command.args([self.documents.to_string(), CLAIMS.to_string()]))?;
        println!("{} claims filed in {:.0} s", self.documents * CLAIMS, start.elapsed().as_secs_f64());
        Ok(())
    }
}

fn target() -> anyhow::Result<PathBuf> {
    Ok(workspace::metadata(&workspace::root())?.target_directory.into_std_path_buf())
}

/// Returns a number that changes with what a registry is made by: the program that fills it, and the schema.
fn version() -> anyhow::Result<u64> {
    let root = workspace::root();
    let mut hasher = DefaultHasher::new();
    let mut add = |path: &Path| -> anyhow::Result<()> {
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        bytes.hash(&mut hasher);
        Ok(())
    };
    add(&root.join("crates/observatory/examples/synthetic.rs"))?;
    let mut migrations: Vec<PathBuf> = fs::read_dir(root.join("crates/store/migrations/sqlite"))?
        .map(|entry| Ok(entry?.path()))
        .collect::<anyhow::Result<_>>()?;
    migrations.sort();
    migrations.iter().try_for_each(|path| add(path))?;
    Ok(hasher.finish())
}

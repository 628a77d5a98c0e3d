//! What strangers send is thrown at the readers: the fuzz targets in `crates/*/fuzz`, one after the other.
//!
//! They need `cargo-fuzz` and a nightly compiler, and are for a machine that has both: `ci` does not run them. What they
//! find is kept as a test of the crate, with the least input that shows it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

use crate::workspace::{finish, root};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The targets, by name; all of them without one
    targets: Vec<String>,
    /// How many seconds each target runs
    #[arg(long, default_value_t = 60)]
    seconds: u32,
}

/// A target, in the folder of its crate's targets.
struct Target {
    folder: PathBuf,
    name: String,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<()> {
    let targets = targets(&root())?;
    if let Some(unknown) = args.targets.iter().find(|name| targets.iter().all(|target| target.name != **name))
    {
        let known: Vec<_> = targets.iter().map(|target| target.name.as_str()).collect();
        bail!("{unknown} is no fuzz target; there are {}", known.join(", "));
    }
    if !has_tools() {
        println!("cargo-fuzz or a nightly compiler is not installed: nothing was fuzzed");
        return Ok(());
    }
    for target in targets {
        if args.targets.is_empty() || args.targets.contains(&target.name) {
            fuzz(&target, args.seconds)?;
        }
    }
    Ok(())
}

fn has_tools() -> bool {
    let answers = |words: &[&str]| {
        let output = Command::new("cargo").arg("+nightly").args(words).output();
        output.is_ok_and(|output| output.status.success())
    };
    answers(&["fuzz", "--version"])
}

/// Finds the targets of all crates, in the order of their names.
fn targets(root: &Path) -> anyhow::Result<Vec<Target>> {
    let mut found = Vec::new();
    for krate in names_in(&root.join("crates"))? {
        let folder = root.join("crates").join(krate).join("fuzz");
        if !folder.is_dir() {
            continue;
        }
        for file in names_in(&folder.join("fuzz_targets"))? {
            if let Some(name) = file.strip_suffix(".rs") {
                found.push(Target { folder: folder.clone(), name: name.to_owned() });
            }
        }
    }
    Ok(found)
}

fn names_in(folder: &Path) -> anyhow::Result<Vec<String>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// Runs one target: what it finds new is kept in `corpus`, which git does not track; `seeds` are the inputs to begin with.
fn fuzz(target: &Target, seconds: u32) -> anyhow::Result<()> {
    println!("{}", target.name);
    let own = target.folder.join("corpus").join(&target.name);
    std::fs::create_dir_all(&own).with_context(|| format!("cannot make {}", own.display()))?;
    let mut command = Command::new("cargo");
    command.args(["+nightly", "fuzz", "run", &target.name]).arg(&own);
    let seeds = target.folder.join("seeds").join(&target.name);
    if seeds.is_dir() {
        command.arg(seeds);
    }
    command.arg("--").arg(format!("-max_total_time={seconds}")).args([
        "-timeout=10",
        "-rss_limit_mb=2048",
        "-max_len=16384",
        "-print_final_stats=1",
        "-verbosity=0",
    ]);
    finish(command.current_dir(&target.folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crate_that_reads_from_strangers_has_targets() {
        let names: Vec<String> = targets(&root()).unwrap().into_iter().map(|target| target.name).collect();
        for wanted in ["text", "packs", "html", "pdf", "docx", "feed", "tables", "rows"] {
            assert!(names.iter().any(|name| name == wanted), "{wanted} is not among {names:?}");
        }
    }
}

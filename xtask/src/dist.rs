//! `cargo xtask dist`: an archive of a release for this platform, with everything that a machine without Rust needs.
//!
//! The same sources and the same compiler give the same bytes: entries are sorted, and have no times and no owners.

mod archive;
mod licences;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

use crate::workspace;
use archive::Entries;

/// The programs that are packed.
const PROGRAMS: &[&str] = &["entente", "entente-server"];

/// Shells with the name of a file of completions, as each looks for it.
const SHELLS: &[(&str, &str)] = &[("bash", "entente.bash"), ("zsh", "_entente"), ("fish", "entente.fish")];

/// Files of the source tree that are packed, under their own names.
const FILES: &[&str] = &["LICENSE-APACHE", "LICENSE-MIT", "README.md"];

/// Folders of the source tree whose files are packed.
const FOLDERS: &[&str] = &["deploy", "docs"];

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder to write into; by default `dist` in the target folder
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
    /// Pack the programs that `cargo build` has built, for a look at an archive: fast, and not for others
    #[arg(long)]
    debug: bool,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<()> {
    let root = workspace::root();
    let metadata = workspace::metadata(&root)?;
    let programs = if args.debug { workspace::build(false)? } else { build(&root, &metadata)? };
    let entries = collect(&root, &programs)?;
    let to = match &args.to {
        Some(to) => to.clone(),
        None => metadata.target_directory.join("dist").into_std_path_buf(),
    };
    fs::create_dir_all(&to).with_context(|| format!("cannot make {}", to.display()))?;
    let name = format!("entente-{}-{}", version(&metadata)?, triple()?);
    let file = format!("{name}.tar.gz");
    let bytes = entries.pack(&name)?;
    fs::write(to.join(&file), &bytes).with_context(|| format!("cannot write {file}"))?;
    let checksum = archive::checksum_line(&bytes, &file);
    fs::write(to.join("SHA256SUMS"), &checksum)?;
    print!("{checksum}");
    println!("{} ({} files, {:.1} MB)", to.join(&file).display(), entries.len(), megabytes(bytes.len()));
    Ok(())
}

/// Builds the programs as they are given to others: without lines for a debugger, which are five times their size, and
/// without the folders of this machine, so that another machine makes the same bytes. In a target folder of its own:
/// what is built for use here is built with other flags.
fn build(root: &Path, metadata: &cargo_metadata::Metadata) -> anyhow::Result<PathBuf> {
    let target = metadata.target_directory.join("dist/build").into_std_path_buf();
    let home = std::env::home_dir().context("this user has no home folder")?;
    let cargo = std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let folders = [(root.to_path_buf(), "/entente"), (cargo, "/cargo"), (target.clone(), "/target")];
    let flags: Vec<String> = folders
        .iter()
        .map(|(folder, shown)| format!("--remap-path-prefix={}={shown}", folder.display()))
        .collect();
    let mut command = workspace::cargo(&["build", "--release", "--locked", "--quiet"]);
    command.args(PROGRAMS.iter().flat_map(|program| ["--package", program]));
    command.arg("--target-dir").arg(&target);
    // Parted by the unit separator, a folder may have a space in its name.
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    command.env("CARGO_PROFILE_RELEASE_STRIP", "debuginfo").env("CARGO_INCREMENTAL", "0");
    workspace::finish(&mut command)?;
    Ok(target.join("release"))
}

#[expect(clippy::cast_precision_loss, reason = "an archive is far below 2^52 bytes")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// Collects what goes into the archive.
fn collect(root: &Path, programs: &Path) -> anyhow::Result<Entries> {
    let mut entries = Entries::default();
    for program in PROGRAMS {
        entries.add_program(&format!("bin/{program}"), read(&programs.join(program))?);
    }
    let entente = programs.join("entente");
    for (shell, file) in SHELLS {
        entries.add(&format!("completions/{file}"), printed(&entente, &["completions", shell])?);
    }
    let pages = tempfile::tempdir()?;
    let folder = pages.path().to_str().context("the folder for temporary files has no plain name")?;
    printed(&entente, &["man", folder])?;
    entries.add_folder("man/man1", pages.path())?;
    for file in FILES {
        entries.add(file, read(&root.join(file))?);
    }
    for folder in FOLDERS {
        entries.add_folder(folder, &root.join(folder))?;
    }
    entries.add("LICENSES-THIRD-PARTY.md", licences::page(root, PROGRAMS)?.into_bytes());
    entries.add_checksums();
    Ok(entries)
}

fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Returns what a program prints.
fn printed(program: &Path, words: &[&str]) -> anyhow::Result<Vec<u8>> {
    let output = Command::new(program).args(words).stderr(Stdio::inherit()).output();
    let output = output.with_context(|| format!("cannot start {}", program.display()))?;
    if !output.status.success() {
        bail!("{} {} failed: {}", program.display(), words.join(" "), output.status);
    }
    Ok(output.stdout)
}

fn version(metadata: &cargo_metadata::Metadata) -> anyhow::Result<String> {
    let package = metadata.packages.iter().find(|package| package.name.as_str() == "entente");
    Ok(package.context("the workspace has no package entente")?.version.to_string())
}

/// Returns the platform that the compiler builds for.
fn triple() -> anyhow::Result<String> {
    let told = String::from_utf8(printed(Path::new("rustc"), &["-vV"])?)?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc -vV names no host")?.to_owned())
}

//! Where the workspace is, and how its programs are run.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};
use cargo_metadata::{Metadata, MetadataCommand};

/// Returns the root of the workspace that `cargo xtask` was called in; run without cargo, that of the build.
pub(crate) fn root() -> PathBuf {
    // Two checkouts may share a target folder, so the place of the build is not always right.
    let called = std::env::var_os("CARGO_MANIFEST_DIR");
    let own = called.map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.parent().unwrap_or(&own).to_path_buf()
}

/// Returns what `cargo metadata` says of the members of the workspace at `root`.
pub(crate) fn metadata(root: &Path) -> anyhow::Result<Metadata> {
    MetadataCommand::new()
        .manifest_path(root.join("Cargo.toml"))
        .no_deps()
        .exec()
        .with_context(|| format!("cargo metadata of {}", root.display()))
}

/// Returns `cargo WORDS --manifest-path ROOT/Cargo.toml`, to be run where the caller stands, so that relative paths
/// keep their meaning.
pub(crate) fn cargo(words: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(words).arg("--manifest-path").arg(root().join("Cargo.toml"));
    command
}

/// Runs a command to its end; an error names it.
pub(crate) fn finish(command: &mut Command) -> anyhow::Result<()> {
    let status = command.status().with_context(|| format!("cannot start {command:?}"))?;
    if !status.success() {
        bail!("{command:?} failed: {status}");
    }
    Ok(())
}

/// Builds every program and returns the folder that they stand in. All at once: what the workspace's own build has made
/// serves, which it would not for one package, whose libraries are given fewer features.
pub(crate) fn build(release: bool) -> anyhow::Result<PathBuf> {
    let root = root();
    let mut command = Command::new("cargo");
    command.args(["build", "--workspace", "--bins", "--locked", "--quiet"]).current_dir(&root);
    if release {
        command.arg("--release");
    }
    finish(&mut command)?;
    let profile = if release { "release" } else { "debug" };
    Ok(metadata(&root)?.target_directory.join(profile).into_std_path_buf())
}

//! `cargo xtask bench build`: the CPU time of `cargo build --release --workspace` into an empty folder.

use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, bail};

use crate::workspace;

/// User and system time that a cold release build may take, in seconds.
const BAR: f64 = 600.0;

/// Bash adds up the processor time of all descendants that were waited for, on every system that has bash.
const SCRIPT: &str = r#""$@"; status=$?; times; exit $status"#;

pub(super) fn run() -> anyhow::Result<()> {
    let target = tempfile::tempdir().context("cannot make a folder for the build")?;
    let start = Instant::now();
    let output = Command::new("bash")
        .args(["-c", SCRIPT, "bash", "cargo", "build", "--release", "--workspace", "--locked"])
        .arg("--target-dir")
        .arg(target.path())
        .current_dir(workspace::root())
        .env("LC_ALL", "C")
        .env("CARGO_INCREMENTAL", "0")
        .stderr(Stdio::inherit())
        .output()
        .context("cannot start bash")?;
    let wall = start.elapsed().as_secs_f64();
    if !output.status.success() {
        bail!("cargo build --release --workspace failed: {}", output.status);
    }
    let printed = String::from_utf8_lossy(&output.stdout);
    let cpu = children_seconds(&printed).with_context(|| format!("bash printed {printed:?} as times"))?;
    println!("cold release build: {cpu:.1} s CPU (bar {BAR:.0}), {wall:.1} s wall");
    if cpu > BAR {
        bail!("the build takes {cpu:.1} s of CPU time, over the bar of {BAR:.0}");
    }
    Ok(())
}

/// Returns user plus system seconds of the children: the last line of what bash's `times` prints.
fn children_seconds(printed: &str) -> Option<f64> {
    let mut total = 0.0;
    for word in printed.lines().next_back()?.split_whitespace() {
        let (minutes, seconds) = word.strip_suffix('s')?.split_once('m')?;
        total += minutes.parse::<f64>().ok()? * 60.0 + seconds.parse::<f64>().ok()?;
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_children_are_read() {
        assert_eq!(children_seconds("0m0.001s 0m0.002s\n7m30.500s 0m12.250s\n"), Some(462.75));
        assert_eq!(children_seconds("no times\n"), None);
        assert_eq!(children_seconds(""), None);
    }
}

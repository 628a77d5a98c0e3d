//! wrk, and what it prints.

use std::process::Command;

use anyhow::{Context, bail};

use crate::workspace;

/// The program, and the core that it runs on.
pub(super) struct Wrk {
    script: std::path::PathBuf,
}

/// What asking for a while came to.
#[derive(Debug, PartialEq)]
pub(super) struct Measured {
    pub(super) requests: u64,
    /// Requests a second.
    pub(super) rate: f64,
    /// Milliseconds that half of them took at most.
    pub(super) p50: f64,
    /// Milliseconds that 99 in a hundred took at most.
    pub(super) p99: f64,
    /// Those that were answered with an error or not at all.
    pub(super) failed: u64,
}

impl Wrk {
    pub(super) fn find() -> anyhow::Result<Self> {
        for program in ["wrk", "taskset"] {
            let found = std::env::var_os("PATH").is_some_and(|path| {
                std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
            });
            if !found {
                bail!(
                    "{program} is not installed; Debian's package is {}",
                    if program == "wrk" { "wrk" } else { "util-linux" }
                );
            }
        }
        Ok(Self { script: workspace::root().join("xtask/bench/load.lua") })
    }

    /// Asks a second for warmth, then measures.
    pub(super) fn run(
        &self,
        address: &str,
        made: Option<&str>,
        connections: u32,
        seconds: u32,
    ) -> anyhow::Result<Measured> {
        self.ask(address, made, connections, 1)?;
        self.ask(address, made, connections, seconds)
    }

    fn ask(
        &self,
        address: &str,
        made: Option<&str>,
        connections: u32,
        seconds: u32,
    ) -> anyhow::Result<Measured> {
        let mut command = Command::new("taskset");
        command.args(["-c", "1", "wrk", "--threads", "1", "--latency"]);
        command.args(["--connections", &connections.to_string(), "--duration", &format!("{seconds}s")]);
        command.arg("--script").arg(&self.script).args([address, "--", made.unwrap_or("same")]);
        let output = command.output().with_context(|| format!("cannot start {command:?}"))?;
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        if !output.status.success() {
            bail!("{command:?} failed: {printed}{}", String::from_utf8_lossy(&output.stderr));
        }
        parse(&printed).with_context(|| format!("wrk printed {printed}"))
    }
}

/// Reads the line that the script prints: requests, then microseconds in all, half of them and 99 in a hundred, then
/// errors by status and by connection.
#[expect(clippy::cast_precision_loss, reason = "counts and times of a benchmark are far below 2^52")]
fn parse(printed: &str) -> Option<Measured> {
    let line = printed.lines().find_map(|line| line.strip_prefix("RESULT "))?;
    let numbers: Vec<u64> = line.split(' ').map(|word| word.parse().ok()).collect::<Option<_>>()?;
    let [requests, micros, p50, p99, status, connection] = *numbers.as_slice() else { return None };
    Some(Measured {
        requests,
        rate: requests as f64 / (micros as f64 / 1e6),
        p50: p50 as f64 / 1e3,
        p99: p99 as f64 / 1e3,
        failed: status + connection,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_the_script_is_read() {
        let expected = Measured { requests: 5000, rate: 2500.0, p50: 1.5, p99: 20.25, failed: 3 };
        assert_eq!(parse("Running\nRESULT 5000 2000000 1500 20250 1 2\n"), Some(expected));
        assert_eq!(parse("RESULT 1 2\n"), None);
    }
}

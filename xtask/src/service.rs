//! A server of ours as a process: started, waited for, ended.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

use crate::http;

/// How long a server may take until it can answer; a large registry is brought to the newest schema in it.
const PATIENCE: Duration = Duration::from_secs(300);

/// A server that runs; it ends with this.
pub(crate) struct Service {
    process: Child,
    address: String,
    /// Kept open, for the server may write to it.
    _output: BufReader<ChildStdout>,
}

impl Service {
    /// Starts a server, reads its address off its first line, and waits until it can answer.
    pub(crate) fn start(command: &mut Command) -> anyhow::Result<Self> {
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut process = command.spawn().with_context(|| format!("cannot start {command:?}"))?;
        let mut output = BufReader::new(process.stdout.take().context("no pipe")?);
        let mut line = String::new();
        let read = output.read_line(&mut line);
        let service = Self { process, address: line.trim().to_owned(), _output: output };
        if read? == 0 {
            bail!("{command:?} ended before it printed its address");
        }
        service.wait()?;
        Ok(service)
    }

    fn wait(&self) -> anyhow::Result<()> {
        let start = Instant::now();
        loop {
            let answer = http::get(self.host(), "/readyz");
            if answer.as_ref().is_ok_and(|answer| answer.status == 200) {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                bail!("{} is not ready after {} s: {answer:?}", self.address, PATIENCE.as_secs());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Returns the address: `http://127.0.0.1:1234`.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Returns host and port.
    pub(crate) fn host(&self) -> &str {
        self.address.trim_start_matches("http://")
    }

    /// Returns the number of the process.
    pub(crate) fn id(&self) -> u32 {
        self.process.id()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // It may have ended by itself; whoever asked it has seen that.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

//! Chromium without a window: where it is, how it is started and ended.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::Context;
use serde_json::json;
use tempfile::TempDir;

use super::connection::Connection;
use super::tab::Tab;

/// The names that systems give it.
pub(super) const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "chrome"];

/// It asks for nothing but the pages that it is sent to.
const FLAGS: &[&str] = &[
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-dev-shm-usage",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
    "--remote-debugging-pipe",
];

/// The protocol is spoken over descriptors 3 and 4.
const SCRIPT: &str = r#"exec "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1"#;

/// Returns the program, where it is installed.
pub(super) fn find() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    NAMES.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// A browser with a profile of its own, which ends with this.
pub(super) struct Browser {
    connection: Option<Connection>,
    process: Child,
    _profile: TempDir,
}

impl Browser {
    pub(super) fn start(program: &Path) -> anyhow::Result<Self> {
        let profile = tempfile::Builder::new().prefix("entente-e2e-").tempdir()?;
        let mut command = Command::new("sh");
        command.args(["-c", SCRIPT, "sh"]).arg(program).args(FLAGS);
        command.arg(format!("--user-data-dir={}", profile.path().display()));
        if is_root() {
            command.arg("--no-sandbox"); // It refuses to be root with one.
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().with_context(|| format!("cannot start {}", program.display()))?;
        let (input, output) = (process.stdin.take(), process.stdout.take());
        let connection = Connection::new(input.context("no pipe")?, output.context("no pipe")?);
        Ok(Self { connection: Some(connection), process, _profile: profile })
    }

    /// Opens a tab.
    pub(super) fn tab(&mut self) -> anyhow::Result<Tab<'_>> {
        let connection = self.connection.as_mut().context("the browser has ended")?;
        let target = connection.call(None, "Target.createTarget", json!({"url": "about:blank"}))?;
        let target = target["targetId"].as_str().context("no target")?.to_owned();
        let attach = json!({"targetId": target, "flatten": true});
        let session = connection.call(None, "Target.attachToTarget", attach)?;
        let session = session["sessionId"].as_str().context("no session")?.to_owned();
        Tab::new(connection, target, session)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        drop(self.connection.take());
        // It ends with its pipes; what is still there after that is ended.
        for _ in 0..50 {
            if self.process.try_wait().is_ok_and(|ended| ended.is_some()) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

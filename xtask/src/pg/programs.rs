//! The programs of PostgreSQL on this machine, and as whom they run: a server refuses to be root.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

use crate::workspace;

/// Where packages put a server that is not on `PATH`: a folder for each version.
const PACKAGED: &str = "/usr/lib/postgresql";

/// Users that root may become, the one of PostgreSQL's packages first.
const USERS: &[&str] = &["postgres", "nobody"];

/// Programs that start another as a user without asking anything, each with its arguments before and after the name.
const SWITCHES: &[(&str, &[&str], &[&str])] =
    &[("setpriv", &["--clear-groups", "--regid"], &["--reuid"]), ("runuser", &["-u"], &["--"])];

/// The programs of one installation.
pub(crate) struct Programs {
    folder: PathBuf,
    /// What comes before a program that must not run as root.
    switch: Vec<String>,
    /// The user that owns the files of a server, where it is another than this one.
    user: Option<&'static str>,
}

impl Programs {
    /// Finds them, and a user to run them as; an error says what is missing.
    pub(crate) fn find() -> anyhow::Result<Self> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folder = std::env::split_paths(&path).chain(packaged(Path::new(PACKAGED)));
        let mut folder = folder.filter(|folder| has(folder, "initdb") && has(folder, "pg_ctl"));
        let Some(folder) = folder.next() else {
            bail!(
                "PostgreSQL's server is not installed: initdb and pg_ctl are neither on PATH nor under {PACKAGED}"
            );
        };
        if number("-u", None)? != "0" {
            return Ok(Self { folder, switch: Vec::new(), user: None });
        }
        let user = USERS.iter().find(|user| number("-u", Some(user)).is_ok());
        let user =
            *user.with_context(|| format!("root cannot run PostgreSQL, and no user is any of {USERS:?}"))?;
        let switch = SWITCHES.iter().find(|(name, ..)| std::env::split_paths(&path).any(|p| has(&p, name)));
        let (name, before, after) =
            switch.context("root cannot run PostgreSQL, and neither setpriv nor runuser is installed")?;
        let mut words = vec![(*name).to_owned()];
        words.extend(before.iter().map(|word| (*word).to_owned()));
        match *name {
            // It takes numbers everywhere, but names not on every system.
            "setpriv" => words.push(number("-g", Some(user))?),
            _ => words.push(user.to_owned()),
        }
        words.extend(after.iter().map(|word| (*word).to_owned()));
        if *name == "setpriv" {
            words.push(number("-u", Some(user))?);
        }
        Ok(Self { folder, switch: words, user: Some(user) })
    }

    /// Returns where one of them is.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Returns a command that runs as who may run a server, in a folder that this user may enter.
    pub(super) fn command(&self, program: &Path, folder: &Path) -> Command {
        let mut command = match self.switch.split_first() {
            None => Command::new(program),
            Some((switch, words)) => {
                let mut command = Command::new(switch);
                command.args(words).arg(program);
                command
            }
        };
        command.current_dir(folder);
        command
    }

    /// Makes a folder that of the user who runs the server.
    pub(super) fn give(&self, folder: &Path) -> anyhow::Result<()> {
        match self.user {
            None => Ok(()),
            Some(user) => workspace::finish(Command::new("chown").args(["-R", user]).arg(folder)),
        }
    }
}

/// Returns the folders of programs of each version, the newest first.
fn packaged(root: &Path) -> Vec<PathBuf> {
    let versions = std::fs::read_dir(root).into_iter().flatten().flatten();
    let mut versions: Vec<(u32, PathBuf)> = versions
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .collect();
    versions.sort();
    versions.into_iter().rev().map(|(_, folder)| folder).collect()
}

fn has(folder: &Path, name: &str) -> bool {
    folder.join(name).is_file()
}

/// Returns the number of a user or its group as `id` tells it.
fn number(which: &str, user: Option<&str>) -> anyhow::Result<String> {
    let output = Command::new("id").arg(which).args(user).stderr(Stdio::null()).output();
    let output = output.context("cannot start id")?;
    if !output.status.success() {
        bail!("there is no user {}", user.unwrap_or_default());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_version_comes_first() {
        let folder = tempfile::tempdir().unwrap();
        for version in ["9", "15", "16", "common"] {
            std::fs::create_dir_all(folder.path().join(version).join("bin")).unwrap();
        }
        let found = packaged(folder.path());
        let names: Vec<_> = found.iter().map(|path| path.strip_prefix(folder.path()).unwrap()).collect();
        assert_eq!(names, [Path::new("16/bin"), Path::new("15/bin"), Path::new("9/bin")]);
        assert!(packaged(&folder.path().join("none")).is_empty());
    }
}

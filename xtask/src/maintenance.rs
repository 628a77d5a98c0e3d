//! `cargo xtask db`, `reextract` and `recheck`: drive the maintenance commands of the program `entente`.

use std::process::Command;

use crate::workspace;

/// What can be done to a registry as a whole.
#[derive(Clone, Copy, clap::ValueEnum)]
enum DbTask {
    /// Bring the registry to the newest schema
    Migrate,
    /// Check integrity, foreign keys and blobs
    Verify,
    /// Copy the registry: `backup TO`
    Backup,
    /// Put a copy back: `restore FROM`
    Restore,
    /// Give unused space back
    Vacuum,
}

impl DbTask {
    fn word(self) -> &'static str {
        match self {
            Self::Migrate => "migrate",
            Self::Verify => "verify",
            Self::Backup => "backup",
            Self::Restore => "restore",
            Self::Vacuum => "vacuum",
        }
    }
}

#[derive(clap::Args)]
pub(crate) struct DbArgs {
    /// What to do
    task: DbTask,
    #[command(flatten)]
    rest: Args,
}

impl DbArgs {
    /// Returns the words after `entente maintenance`.
    pub(crate) fn words(&self) -> Vec<&str> {
        let rest = self.rest.rest.iter().map(String::as_str);
        std::iter::once(self.task.word()).chain(rest).collect()
    }
}

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Passed on as it is, such as `--database URL`
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ARGS")]
    rest: Vec<String>,
}

pub(crate) fn db(args: &DbArgs) -> anyhow::Result<()> {
    maintain(&args.words())
}

pub(crate) fn run(task: &str, args: &Args) -> anyhow::Result<()> {
    let rest = args.rest.iter().map(String::as_str);
    maintain(&std::iter::once(task).chain(rest).collect::<Vec<_>>())
}

fn maintain(words: &[&str]) -> anyhow::Result<()> {
    let mut command = Command::new(workspace::build(true)?.join("entente"));
    workspace::finish(command.arg("maintenance").args(words))
}

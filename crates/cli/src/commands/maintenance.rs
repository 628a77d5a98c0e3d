//! `entente maintenance`: looking after a registry; `cargo xtask db`, `reextract` and `recheck` call it.

use crate::context::{Context, runtime};
use crate::failure::Exit;
use entente_observatory::{Mode, Registry, Store};
use std::io::Write;
use std::path::PathBuf;
use tokio::runtime::Runtime;

/// Look after a registry.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, clap::Subcommand)]
enum Task {
    /// Bring the registry to the newest schema, with the releases that come with the program.
    Migrate,
    /// Check integrity, foreign keys and blobs.
    Verify,
    /// Copy the registry and its blobs to a place where nothing is yet.
    Backup {
        /// The file to write; blobs stand beside it.
        to: PathBuf,
    },
    /// Put a copy in the place of the registry, which must not be there.
    Restore {
        /// The copy.
        from: PathBuf,
    },
    /// Give unused space back.
    Vacuum,
    /// Read all documents again.
    Reextract,
    /// Check all claims again for the day of --as-of.
    Recheck,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let runtime = runtime()?;
    match &args.task {
        Task::Migrate => {
            context.registry(&runtime, Mode::Create)?;
            writeln!(out, "{} is up to date", context.database()?)?;
        }
        Task::Verify => return verify(context, &runtime, out),
        Task::Backup { to } => {
            let registry = context.registry(&runtime, Mode::Write)?;
            runtime.block_on(registry.store().backup(to))?;
            writeln!(out, "copied to {}", to.display())?;
        }
        Task::Restore { from } => {
            let store = runtime.block_on(Store::restore(from, &context.database()?))?;
            writeln!(out, "{} is put back", store.url())?;
        }
        Task::Vacuum => {
            let registry = context.registry(&runtime, Mode::Write)?;
            let swept = runtime.block_on(registry.store().vacuum())?;
            writeln!(out, "done; {swept} unfinished files removed")?;
        }
        Task::Reextract => {
            let registry = context.registry(&runtime, Mode::Write)?;
            let done = runtime.block_on(registry.reextract(context.as_of, context.now))?;
            writeln!(out, "{} documents read again, {} readings are new", done.documents, done.new)?;
        }
        Task::Recheck => {
            let registry: Registry = context.registry(&runtime, Mode::Write)?;
            let done = runtime.block_on(registry.recheck(context.as_of, context.now))?;
            writeln!(out, "{} documents checked again, {} verdicts are new", done.documents, done.new)?;
        }
    }
    Ok(Exit::Done)
}

fn verify(context: &Context, runtime: &Runtime, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let registry = context.registry(runtime, Mode::Read)?;
    let found = runtime.block_on(registry.store().verify())?;
    writeln!(
        out,
        "{} documents, {} claims, {} verdicts, {} observations, {} blobs",
        found.documents, found.claims, found.verdicts, found.observations, found.blobs
    )?;
    for fault in &found.faults {
        writeln!(out, "fault: {fault}")?;
    }
    writeln!(out, "{} faults", found.faults.len())?;
    Ok(if found.faults.is_empty() { Exit::Done } else { Exit::Failed })
}

//! `entente import`: tables of action items, projects and agreements into the register.

use crate::commands::correct::{Who, told};
use crate::context::{Context, runtime};
use crate::failure::{Exit, wrong_usage};
use anyhow::Context as _;
use clap::ValueEnum;
use entente_model::{EntryId, EntryKind, Pair};
use entente_observatory::Mode;
use entente_observatory::import::{Imported, Read};
use entente_observatory::register::NewEntry;
use entente_observatory::table_file::TableFile;
use jiff::civil::Date;
use std::io::Write;
use std::path::PathBuf;

/// Import action items, projects or agreements from tables: CSV, XLSX, XLS, the tables of a DOCX file; projects also from
/// IATI 2.03 activities.
///
/// Columns are known by their headings, in English or Russian; those of a CSV file are divided by commas, semicolons or tabs.
/// A row that cannot be read is told of, and the others are imported. What a person has corrected stays; importing the same file again changes nothing.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// What the tables are of.
    #[arg(value_enum)]
    what: What,
    /// The file.
    file: PathBuf,
    /// What rows are about that do not say it, such as KAZ-UZB.
    #[arg(long)]
    pair: Option<Pair>,
    /// Since when the states of the table are so, where it does not say. Default: the day of --as-of.
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,
    /// How they are known, where the table does not say. Default: the name of the file.
    #[arg(long, value_name = "TEXT")]
    evidence: Option<String>,
    /// Say what would be read, and write nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    who: Who,
}

/// What can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum What {
    /// Action items of a protocol or road map.
    Items,
    /// Joint projects.
    Projects,
    /// Agreements.
    Agreements,
}

impl What {
    /// Returns the kind of entry.
    pub(crate) const fn kind(self) -> EntryKind {
        match self {
            Self::Items => EntryKind::ActionItem,
            Self::Projects => EntryKind::Project,
            Self::Agreements => EntryKind::Agreement,
        }
    }
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let Read { rows, delimiter, .. } = read(args, context)?;
    let mut good = Vec::new();
    let mut bad = 0;
    for row in rows {
        match row.entry {
            Ok(entry) => good.push((row.number, entry)),
            Err(fault) => {
                bad += 1;
                Context::complain(&format!("{}, row {}: {fault}", args.file.display(), row.number));
            }
        }
    }
    if args.dry_run {
        if let Some(delimiter) = delimiter {
            writeln!(out, "columns are divided by a {}", delimiter.as_str())?;
        }
        for (number, (entry, _)) in &good {
            writeln!(out, "row {number}: {}", shown(entry))?;
        }
        writeln!(out, "{} rows can be imported, {bad} cannot; nothing was written", good.len())?;
    } else {
        let (mut new, mut changed, mut unchanged) = (0, 0, 0);
        if !good.is_empty() {
            let runtime = runtime()?;
            let registry = context.registry(&runtime, Mode::Create)?;
            let by = args.who.by(context, &format!("imported from {}", name(args)), None);
            let entries: Vec<(NewEntry, Option<EntryId>)> =
                good.into_iter().map(|(_, entry)| entry).collect();
            for done in runtime.block_on(registry.import(&entries, &by)).map_err(told)? {
                match done {
                    Imported::New => new += 1,
                    Imported::Changed => changed += 1,
                    Imported::Unchanged => unchanged += 1,
                }
            }
        }
        writeln!(out, "{new} new, {changed} changed, {unchanged} unchanged, {bad} rows cannot be read")?;
    }
    Ok(if bad > 0 { Exit::Failed } else { Exit::Done })
}

fn name(args: &Args) -> String {
    args.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn read(args: &Args, context: &Context) -> anyhow::Result<Read> {
    let shown = args.file.display();
    if args.file.is_dir() {
        return Err(wrong_usage(format!("\"{shown}\" is a folder; name a file")));
    }
    let bytes = std::fs::read(&args.file).with_context(|| format!("cannot read \"{shown}\""))?;
    let (shown, name) = (shown.to_string(), name(args));
    let file = TableFile {
        kind: args.what.kind(),
        name: &shown,
        pair: args.pair,
        since: args.since.unwrap_or(context.as_of),
        evidence: Some(args.evidence.as_deref().unwrap_or(&name)),
    };
    let read = file.read(&bytes)?;
    if !read.unknown.is_empty() {
        context.say(&format!("columns that are not known are left out: {}", read.unknown.join(", ")));
    }
    Ok(read)
}

/// Tells what a row says.
fn shown(entry: &NewEntry) -> String {
    let fields = entry.given.iter().map(|(name, value)| format!("{name}={value}"));
    let state = entry.state.iter().map(|(state, day, _)| format!("state={state} since {day}"));
    format!("{}: {}", entry.pair, fields.chain(state).collect::<Vec<_>>().join("; "))
}

//! `entente authors`: who signed the documents on file.

use crate::args::Format;
use crate::context::{Context, runtime};
use crate::failure::{Exit, nothing};
use crate::table::{csv_line, fitted, lay_out, more, numbers, words};
use entente_observatory::Mode;
use entente_observatory::answers::AuthorItem;
use std::io::Write;

/// List the authors of the documents on file, by name.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Read)?;
    let list = runtime.block_on(registry.authors(context.as_of))?;
    if list.total == 0 {
        return Err(nothing(format!("no authors were on file on {}", context.as_of)));
    }
    let note = |author: &AuthorItem| author.note.clone().unwrap_or_default();
    match args.format {
        Format::Table => {
            let columns = [fitted("name"), numbers("documents"), words("note", 44)];
            let row = |a: &AuthorItem| {
                let note = note(a);
                let short: String = note.chars().take(130).collect();
                let note = if short.len() < note.len() { format!("{short} ...") } else { note };
                vec![a.name.clone(), a.documents.to_string(), note]
            };
            writeln!(out, "{}", lay_out(context, &columns, list.items.iter().map(row).collect()))?;
            more(&list, ("author", "authors"), out)?;
        }
        Format::Json => writeln!(out, "{}", serde_json::to_string(&list)?)?,
        Format::Csv => {
            writeln!(out, "id,name,documents,note")?;
            for a in &list.items {
                csv_line(out, &[a.id.as_str(), &a.name, &a.documents.to_string(), &note(a)])?;
            }
        }
    }
    Ok(Exit::Done)
}

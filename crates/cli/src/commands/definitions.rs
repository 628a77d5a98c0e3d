//! `entente definitions`: the grid that claims are tried against.

use crate::args::Format;
use crate::context::Context;
use crate::failure::Exit;
use crate::table::{lay_out, words};
use entente_observatory::answers::definition_list;
use entente_observatory::{GRID_VERSION, definitions};
use std::io::Write;

/// List the definitions that a claim's number is tried against.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    match args.format {
        Format::Table => {
            writeln!(out, "Grid {GRID_VERSION}\n")?;
            let columns = [words("kind", 14), words("definition", 26), words("formula", 32)];
            let row = |d: &entente_observatory::Definition| {
                vec![d.kind.to_string(), d.id.as_str().replace('_', " "), d.formula.clone()]
            };
            writeln!(out, "{}", lay_out(context, &columns, definitions().iter().map(row).collect()))?;
        }
        Format::Json => writeln!(out, "{}", serde_json::to_string(&definition_list(context.as_of))?)?,
        Format::Csv => {
            writeln!(out, "kind,id,version,formula")?;
            for d in definitions() {
                writeln!(out, "{},{},{},\"{}\"", d.kind, d.id, d.version, d.formula.replace('"', "\"\""))?;
            }
        }
    }
    Ok(Exit::Done)
}

//! `entente brief`: two pages on a pair before a visit.

use crate::args::pair_named;
use crate::context::{Context, runtime};
use crate::failure::{Exit, nothing, wrong_usage};
use crate::inputs;
use anyhow::Context as _;
use clap::ValueEnum;
use entente_model::Lang;
use entente_observatory::{Mode, brief};
use std::io::{IsTerminal, Write};
use std::path::PathBuf;

/// Write the two-page brief on two countries: trade and both sides' reports, the last session and what is open, the
/// portfolio, targets, claims, what does not fit together, what is coming; each sentence with its evidence.
#[derive(Debug, clap::Args)]
#[group(id = "brief_on_countries")]
pub(crate) struct Args {
    /// The two countries, as KAZ-UZB or KAZ UZB, in either order.
    #[arg(num_args = 1..=2, required = true, value_names = ["A", "B"])]
    countries: Vec<String>,
    /// The language to write in: en, ru, kk or uz.
    #[arg(long, default_value = "en", value_parser = inputs::language)]
    lang: inputs::Language,
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Shape::Md)]
    format: Shape,
    /// Write it to this file.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// Markdown, with footnotes.
    Md,
    /// A page of its own that prints to two A4 pages.
    Html,
    /// A Word document.
    Docx,
    /// For programs.
    Json,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let pair =
        pair_named(&args.countries)?.ok_or_else(|| wrong_usage("name two countries, such as KAZ UZB"))?;
    if args.format == Shape::Docx && args.output.is_none() && std::io::stdout().is_terminal() {
        return Err(wrong_usage("a Word document is nothing for a terminal; name a file with -o"));
    }
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Read)?;
    let lang = args.lang.0.unwrap_or(Lang::En);
    let made = runtime.block_on(registry.brief(pair, context.as_of, lang))?;
    if made.sections.is_empty() {
        return Err(nothing(format!("nothing was on file of {pair} on {}", context.as_of)));
    }
    let bytes = match args.format {
        Shape::Md => brief::markdown(&made).into_bytes(),
        Shape::Html => brief::html(&made).into_bytes(),
        Shape::Docx => brief::docx(&made)?,
        Shape::Json => format!("{}\n", serde_json::to_string(&made)?).into_bytes(),
    };
    match &args.output {
        Some(path) => {
            std::fs::write(path, bytes).with_context(|| format!("cannot write \"{}\"", path.display()))?;
        }
        None => out.write_all(&bytes)?,
    }
    Ok(Exit::Done)
}

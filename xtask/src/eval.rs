//! `cargo xtask eval DIR`: scores extraction against a corpus of annotated texts.
//!
//! DIR holds `text/ID.txt`, `gold/ID.json` and perhaps `split.json` (`{"ID": "write" | "check"}`; `--only check` scores
//! the part that rules were not written on).
//!
//! - core: kind, value (within 0.05%) and unit agree;
//! - strict: parties, period, bound and modality agree too; stage and `of` where the gold has them, and none where it
//!   has none;
//! - anchored: strict, and the offsets of the quote really are the quote, which overlaps one of the gold's places;
//! - events: the kind agrees, and the date or the ordinal does.
//!
//! Gold facts of kind "other" are not counted, nor is a prediction that sits on one; predictions of kind "other"
//! neither. The interval is an 80% bootstrap over texts.

mod accuracy;
mod agree;
mod command;
mod confidence;
mod corpus;
mod coverage;
mod interval;
mod places;
mod report;
mod score;

use std::path::PathBuf;

use anyhow::Context;

use crate::workspace;
use command::Template;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder of the corpus
    #[arg(value_name = "DIR")]
    corpus: PathBuf,
    /// Score only the texts of this part of split.json
    #[arg(long, value_name = "PART")]
    only: Option<String>,
    /// Command run once a text, with {file}, {lang} and {published}, which prints JSON lines; by default the release
    /// build's `entente extract`
    #[arg(long, value_name = "COMMAND")]
    run: Option<String>,
    /// Print what is wrong, missed and extra in this text, or in all
    #[arg(long, value_name = "ID|all")]
    details: Option<String>,
    /// Write docs/accuracy.md from the scores; needs the whole corpus
    #[arg(long, conflicts_with_all = ["only", "coverage"])]
    write: bool,
    /// In place of scoring, check the texts and print the share of claims with a computed definition, with and without
    /// each source
    #[arg(long)]
    coverage: bool,
    /// With --coverage: the registry that claims are checked against; by default the bundled releases
    #[arg(long, value_name = "URL", requires = "coverage")]
    database: Option<String>,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<()> {
    let template = match &args.run {
        Some(text) => Template::parse(text)?,
        None if args.coverage => checking(args.database.as_deref())?,
        None => release_build()?,
    };
    let texts = corpus::read(&args.corpus, args.only.as_deref())?;
    if args.coverage {
        coverage::run(&template, &texts);
        return Ok(());
    }
    let (mut tally, mut stated) = (score::Tally::default(), confidence::Stated::default());
    let mut parts = [("write", score::Tally::default()), ("check", score::Tally::default())];
    for text in &texts {
        let lines = template.run(&text.file, text.lang(), text.published());
        for (_, part) in parts.iter_mut().filter(|(name, _)| text.part.as_deref() == Some(name)) {
            part.add(text, &lines);
        }
        let scored = tally.add(text, &lines);
        stated.add(&scored);
        if args.details.as_deref().is_some_and(|wanted| wanted == "all" || wanted == text.id()) {
            print!("{}", report::details(text, &scored));
        }
    }
    print!("{}{}", report::table(&tally), stated.line());
    if args.write {
        accuracy::write(&tally, &parts, &stated)?;
    }
    Ok(())
}

/// Builds the program and returns how it is asked to extract.
fn release_build() -> anyhow::Result<Template> {
    let program = program()?;
    let words = [&*program, "extract", "--lang", "{lang}", "--published", "{published}", "{file}"];
    Ok(Template::of(&words))
}

/// Builds the program and returns how it is asked to check against a registry; without one, one that is not there.
fn checking(database: Option<&str>) -> anyhow::Result<Template> {
    let program = program()?;
    let database = database.unwrap_or("sqlite:none-such.db");
    let words = [
        &*program,
        "check",
        "--quiet",
        "--format",
        "json",
        "--database",
        database,
        "--published",
        "{published}",
        "{file}",
    ];
    Ok(Template::of(&words))
}

fn program() -> anyhow::Result<String> {
    let program = workspace::build(true)?.join(format!("entente{}", std::env::consts::EXE_SUFFIX));
    let program = program.canonicalize().with_context(|| format!("no program at {}", program.display()))?;
    Ok(program.display().to_string())
}

#[cfg(test)]
mod tests;

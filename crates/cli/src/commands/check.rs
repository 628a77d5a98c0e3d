//! `entente check`: each claim of a text against official figures.

mod bench;

use crate::context::Context;
use crate::failure::{Exit, wrong_usage};
use crate::inputs::{self, Reader, tell_notes};
use crate::report;
use bench::Bench;
use clap::ValueEnum;
use entente_model::Outcome;
use entente_observatory::in_order::in_order;
use entente_observatory::wire::CheckWire;
use entente_observatory::{Hints, Reading, SAMPLE, SAMPLE_PUBLISHED, claim_review, input, markdown};
use jiff::civil::Date;
use std::io::Write;

/// Check each claim of a text against official figures.
///
/// Extracts, computes each claim again under every declared definition from what was known on the day of --as-of,
/// and prints which definition reproduces it.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// When the text was published (YYYY-MM-DD): "last year" is reckoned from it.
    #[arg(long, value_name = "DATE")]
    published: Option<Date>,
    /// The language: en, ru, kk, uz, or auto to find out.
    #[arg(long, default_value = "auto", value_parser = inputs::language)]
    lang: inputs::Language,
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Shape::Table)]
    format: Shape,
    /// End with exit code 4 if a verdict has one of these outcomes.
    #[arg(long, value_name = "OUTCOME", value_delimiter = ',')]
    fail_on: Vec<Outcome>,
    /// File the texts in the registry too; one is made where there is none.
    #[arg(long)]
    save: bool,
    /// Check the sample that comes with the program.
    #[arg(long, conflicts_with = "inputs")]
    sample: bool,
    /// Files or addresses; - is standard input.
    #[arg(value_name = "FILE|URL")]
    inputs: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// For reading, 80 columns.
    Table,
    /// One JSON object a text.
    Json,
    /// Markdown.
    Md,
    /// schema.org ClaimReview, as JSON-LD.
    Claimreview,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    if args.inputs.is_empty() && !args.sample {
        return Err(wrong_usage(
            "nothing to check; name a file, an address or -, or try entente check --sample",
        ));
    }
    let mut bench = Bench::open(args.save, context)?;
    let mut hints = Hints { published: args.published, lang: args.lang.0, ..Hints::default() };
    let reader = Reader::new(&args.inputs)?;
    let (mut exit, mut met) = (Exit::Done, false);
    if args.sample {
        hints.published = hints.published.or(Some(SAMPLE_PUBLISHED));
        met |= one(input::read_text("sample", SAMPLE, &hints)?, args, &mut bench, context, out)?;
    }
    let read = |name: &String| reader.read(name, &hints);
    in_order(&args.inputs, context.threads, read, |result| {
        match result {
            Ok(readings) => {
                for reading in readings {
                    tell_notes(&reading, context);
                    met |= one(reading, args, &mut bench, context, out)?;
                }
            }
            Err(error) => {
                Context::complain(&format!("{error:#}"));
                exit = Exit::Failed;
            }
        }
        anyhow::Ok(())
    })?;
    Ok(if met && exit == Exit::Done { Exit::FailOn } else { exit })
}

/// Checks one text, prints the report and says whether an outcome of `--fail-on` was met.
fn one(
    reading: Reading,
    args: &Args,
    bench: &mut Bench,
    context: &Context,
    out: &mut dyn Write,
) -> anyhow::Result<bool> {
    let report = bench.check(reading, args.save, context)?;
    match args.format {
        Shape::Table => report::print(&report, context, out)?,
        Shape::Json => json(&report, out)?,
        Shape::Md => write!(out, "{}", markdown::markdown(&report))?,
        Shape::Claimreview => json(&claim_review::claim_reviews(&report), out)?,
    }
    if report.results.is_empty() {
        context.say(&format!("no claims were found in \"{}\"", report.document.file));
    }
    Ok(is_met(&report, &args.fail_on))
}

fn is_met(report: &CheckWire, outcomes: &[Outcome]) -> bool {
    report.results.iter().any(|result| outcomes.contains(&result.verdict.outcome))
}

fn json(value: &impl serde::Serialize, out: &mut dyn Write) -> anyhow::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    writeln!(out)?;
    Ok(())
}

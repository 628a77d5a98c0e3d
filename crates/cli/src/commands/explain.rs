//! `entente explain`: one claim on file with the whole chain from its words to its verdict.

use crate::commands::document::{Shape, one};
use crate::context::{Context, runtime};
use crate::failure::{Exit, nothing};
use crate::report::{self, outcome_words};
use entente_observatory::Mode;
use entente_observatory::answers::Explanation;
use entente_observatory::normal_form::normal_form;
use std::io::Write;

/// Explain a claim on file: where it stands, how it was read, every definition that was tried, and what was said of it
/// before.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Shape::Table)]
    format: Shape,
    /// Its id, or the first digits of it.
    #[arg(value_name = "CLAIM")]
    id: String,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Read)?;
    let id = one("claim", &args.id, runtime.block_on(registry.claim_id(&args.id)))?;
    let explained = runtime.block_on(registry.explain(&id, context.as_of))?;
    let explained = explained.ok_or_else(|| nothing(format!("no claim \"{}\" is on file", args.id)))?;
    match args.format {
        Shape::Table => table(&explained, context, out)?,
        Shape::Json => writeln!(out, "{}", serde_json::to_string(&explained)?)?,
    }
    Ok(Exit::Done)
}

fn table(explained: &Explanation, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let Explanation { claim, document, .. } = explained;
    let quote = &claim.claim.quote;
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = format!("...{} [{}] {}...", flat(&quote.prefix), flat(&quote.exact), flat(&quote.suffix));
    report::wrapped(&words, "", usize::from(context.width), out)?;
    writeln!(out)?;
    let lines = [
        ("says", normal_form(&claim.claim)),
        ("claim", claim.id.to_string()),
        ("document", document.id.to_string()),
        ("title", document.title.clone().unwrap_or_else(|| "(none)".to_owned())),
        ("known", document.known.to_string()),
        ("as of", explained.as_of.to_string()),
        ("verdict", explained.verdict_id.to_string()),
        ("on file", if explained.filed { "yes" } else { "no, computed for this answer" }.to_owned()),
    ];
    for (name, value) in lines {
        report::wrapped(&format!("{name}: {value}"), "", usize::from(context.width), out)?;
    }
    if !explained.present {
        writeln!(out, "\nThe newest reading of the document no longer finds it.")?;
    }
    report::working(1, &explained.verdict, context, out)?;
    report::heading("Verdicts on file", context, out)?;
    for item in &explained.verdicts {
        let verdict = &item.verdict;
        let superseded = item.supersedes.as_ref().map(|id| format!("  after {}", &id.as_str()[..12]));
        writeln!(
            out,
            "  {}  as of {}  {}{}",
            &verdict.id.as_str()[..12],
            verdict.as_of,
            outcome_words(verdict.outcome),
            superseded.unwrap_or_default()
        )?;
    }
    if explained.verdicts.is_empty() {
        writeln!(out, "  none")?;
    }
    Ok(())
}

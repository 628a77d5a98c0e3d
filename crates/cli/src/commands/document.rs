//! `entente document`: one document on file with everything that was read out of it.

use crate::commands::claims::outcome;
use crate::context::{Context, runtime};
use crate::failure::{Exit, nothing, wrong_usage};
use crate::report;
use crate::table::{lay_out, words};
use clap::ValueEnum;
use entente_observatory::Mode;
use entente_observatory::answers::{ClaimItem, DocumentAnswer};
use entente_observatory::edits::{Anchor, Edits};
use entente_observatory::normal_form::normal_form;
use entente_observatory::resolve::{ResolveError, Resolved};
use entente_observatory::wire::ClaimWire;
use std::io::Write;

/// Show a document on file: its claims with their outcomes, events, officials, projects, remarks, authors.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Shape::Table)]
    format: Shape,
    /// Show what changed from each snapshot of it to the next: claims that changed or vanished, with both wordings.
    #[arg(long)]
    edits: bool,
    /// Its id, or the first digits of it.
    #[arg(value_name = "ID")]
    id: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shape {
    /// For reading, 80 columns.
    Table,
    /// For programs.
    Json,
}

/// Takes what digits were found to mean, or says that they mean nothing or too much.
pub(crate) fn one<T>(
    what: &str,
    given: &str,
    resolved: Result<Resolved<T>, ResolveError>,
) -> anyhow::Result<T> {
    match resolved {
        Ok(Resolved::One(id)) => Ok(id),
        Ok(Resolved::None) => Err(nothing(format!("no {what} \"{given}\" is on file"))),
        Ok(Resolved::Several) => {
            Err(wrong_usage(format!("several {what}s begin with \"{given}\"; write more digits")))
        }
        Err(ResolveError::Id(error)) => Err(wrong_usage(error.to_string())),
        Err(ResolveError::Registry(error)) => Err(error.into()),
    }
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Read)?;
    let id = one("document", &args.id, runtime.block_on(registry.document_id(&args.id)))?;
    if args.edits {
        let edits = runtime.block_on(registry.edits(&id))?;
        let edits = edits.ok_or_else(|| nothing(format!("no document \"{}\" is on file", args.id)))?;
        match args.format {
            Shape::Table => edited(&edits, context, out)?,
            Shape::Json => writeln!(out, "{}", serde_json::to_string(&edits)?)?,
        }
        return Ok(Exit::Done);
    }
    let answer = runtime.block_on(registry.document(&id, context.as_of))?;
    let answer = answer.ok_or_else(|| nothing(format!("no document \"{}\" is on file", args.id)))?;
    match args.format {
        Shape::Table => table(&answer, context, out)?,
        Shape::Json => writeln!(out, "{}", serde_json::to_string(&answer)?)?,
    }
    Ok(Exit::Done)
}

fn table(answer: &DocumentAnswer, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let document = &answer.document;
    writeln!(out, "{}", document.title.as_deref().unwrap_or("(no title)"))?;
    let published = document.published.map_or_else(
        || "publication date unknown".to_owned(),
        |date| format!("published {date} ({})", document.published_basis),
    );
    writeln!(out, "{}; {published}; as known on {}", document.lang, answer.as_of)?;
    writeln!(out, "document {}", document.id)?;
    let source = document.source.as_ref().map(|source| format!("source {source}"));
    for line in source.iter().chain(&document.url) {
        writeln!(out, "{line}")?;
    }
    if let Some(original) = &answer.copies_of {
        writeln!(out, "a near-copy of document {original}: one voice")?;
    } else if !answer.copies.is_empty() {
        writeln!(out, "near-copies on file, one voice with it: {}", answer.copies.len())?;
    }
    let columns = [words("claim", 12), words("quote", 16), words("says", 29), words("outcome", 14)];
    let row = |item: &ClaimItem| {
        vec![
            item.claim.id.as_str()[..12].to_owned(),
            item.claim.claim.quote.exact.split_whitespace().collect::<Vec<_>>().join(" "),
            normal_form(&item.claim.claim),
            outcome(item).to_owned(),
        ]
    };
    if answer.claims.is_empty() {
        writeln!(out, "\nIt makes no claims.")?;
    } else {
        writeln!(out, "\n{}", lay_out(context, &columns, answer.claims.iter().map(row).collect()))?;
    }
    let told = report::Told {
        events: &answer.events,
        officials: &answer.officials,
        projects: &answer.projects,
        remarks: &answer.remarks,
        author: answer.authors.first(),
    };
    report::told(&told, context, out)?;
    Ok(())
}

/// Prints what changed from each snapshot to the next.
fn edited(edits: &Edits, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let width = usize::from(context.width);
    writeln!(out, "document {}", edits.document)?;
    if edits.edits.is_empty() {
        writeln!(out, "There is one snapshot of it: nothing has changed.")?;
    }
    let says = |claim: &ClaimWire| {
        let words = claim.claim.quote.exact.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("\"{words}\" ({})", normal_form(&claim.claim))
    };
    let found = |anchor: &Option<Anchor>| match anchor {
        Some(anchor) => format!("found by {} ({}%)", anchor.method.as_str(), anchor.score),
        None => "not found any more".to_owned(),
    };
    for edit in &edits.edits {
        let title = format!("{} to {}, first seen {}", edit.from.prefix(), edit.to.prefix(), edit.seen);
        report::heading(&title, context, out)?;
        writeln!(out, "  claims that say what they said: {}", edit.kept)?;
        for changed in &edit.changed {
            report::hanging(&format!("  changed: {}", says(&changed.before)), 6, width, out)?;
            report::hanging(
                &format!("    now: {}; {}", says(&changed.after), found(&changed.anchor)),
                6,
                width,
                out,
            )?;
        }
        for vanished in &edit.vanished {
            report::hanging(&format!("  vanished: {}", says(&vanished.before)), 6, width, out)?;
            let there = vanished.anchor.as_ref().map(|anchor| {
                let words = anchor.text.split_whitespace().collect::<Vec<_>>().join(" ");
                format!("\"{words}\" stands there, ")
            });
            let line = format!("    {}{}", there.unwrap_or_default(), found(&vanished.anchor));
            report::hanging(&line, 6, width, out)?;
        }
        for added in &edit.added {
            report::hanging(&format!("  new: {}", says(added)), 6, width, out)?;
        }
    }
    Ok(())
}

//! `entente conflicts`: what documents on file say of one quantity, where it does not fit together.

use crate::args::{Format, pair};
use crate::context::{Context, runtime};
use crate::failure::{Exit, nothing};
use crate::report;
use crate::table::{csv_line, lay_out, more, words};
use entente_model::{Country, Lang, decimal};
use entente_observatory::Mode;
use entente_observatory::answers::List;
use entente_observatory::conflicts::{Cause, ConflictItem, StatementItem};
use entente_observatory::normal_form::normal_form;
use std::io::Write;

/// List statements on file that do not fit together, with the cause where one is evident: by pair, the newest first.
#[derive(Debug, clap::Args)]
#[group(id = "conflicts_of_countries")]
pub(crate) struct Args {
    /// Only about two countries, as ISO 3166-1 alpha-3 codes, in either order.
    #[arg(num_args = 0..=2, value_names = ["A", "B"])]
    countries: Vec<Country>,
    /// Only these statements, by their id, with all that are told of them.
    #[arg(long, value_name = "ID", conflicts_with = "countries")]
    id: Option<String>,
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    if let Some(id) = &args.id {
        return one(id, args.format, context, out);
    }
    let pair = pair(&args.countries)?;
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Read)?;
    let list = runtime.block_on(registry.conflicts(pair, context.as_of, Lang::En))?;
    if list.total == 0 {
        let what = format!("nothing on file on {} stands against anything else there", context.as_of);
        return Err(nothing(what));
    }
    match args.format {
        Format::Table => table(&list, context, out)?,
        Format::Json => writeln!(out, "{}", serde_json::to_string(&list)?)?,
        Format::Csv => csv(&list.items, out)?,
    }
    Ok(Exit::Done)
}

fn one(id: &str, format: Format, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Read)?;
    let found = runtime.block_on(registry.conflict(id, context.as_of, Lang::En))?;
    let what = || format!("no statements with the id \"{id}\" stand against each other on {}", context.as_of);
    let found = found.ok_or_else(|| nothing(what()))?;
    match format {
        Format::Table => groups(&[found], context, out)?,
        Format::Json => writeln!(out, "{}", serde_json::to_string(&found)?)?,
        Format::Csv => csv(&[found], out)?,
    }
    Ok(Exit::Done)
}

fn table(list: &List<ConflictItem>, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    groups(&list.items, context, out)?;
    more(list, ("conflict or revision", "conflicts and revisions"), out)
}

/// Writes groups of statements, each with its id.
pub(crate) fn groups(items: &[ConflictItem], context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let columns = [words("known", 10), words("claim", 12), words("quote", 19), words("says", 30)];
    let row = |statement: &StatementItem| {
        let claim = &statement.claim.claim;
        vec![
            statement.known.to_string(),
            statement.claim.id.as_str()[..12].to_owned(),
            claim.quote.exact.split_whitespace().collect::<Vec<_>>().join(" "),
            normal_form(claim),
        ]
    };
    for item in items {
        let accepted = if item.is_accepted { ", accepted" } else { "" };
        let heading = format!("{} {}{accepted}: {}", item.pair, item.standing.as_str(), item.summary);
        report::hanging(&heading, 2, usize::from(context.width), out)?;
        writeln!(out, "  id {}", item.id)?;
        writeln!(out, "{}", lay_out(context, &columns, item.statements.iter().map(row).collect()))?;
        match item.said - item.statements.len() as u64 {
            0 => writeln!(out)?,
            more => writeln!(out, "  and {more} more that repeat these or say something else again\n")?,
        }
    }
    Ok(())
}

fn csv(items: &[ConflictItem], out: &mut dyn Write) -> anyhow::Result<()> {
    writeln!(out, "group,pair,kind,standing,cause,known,id,document,voice,value,unit,period,modality,quote")?;
    for item in items {
        for statement in &item.statements {
            let claim = &statement.claim.claim;
            csv_line(
                out,
                &[
                    &item.id,
                    &item.pair.to_string(),
                    item.kind.as_str(),
                    item.standing.as_str(),
                    item.cause.map_or("", Cause::as_str),
                    &statement.known.to_string(),
                    statement.claim.id.as_str(),
                    statement.document.as_str(),
                    statement.voice.as_str(),
                    &decimal::plain(claim.value),
                    &claim.unit.to_string(),
                    &claim.period.map(|period| period.to_string()).unwrap_or_default(),
                    claim.modality.as_str(),
                    &claim.quote.exact,
                ],
            )?;
        }
    }
    Ok(())
}

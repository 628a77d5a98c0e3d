//! `entente changes`: what moved, from what to what.

use crate::args::{Format, pair};
use crate::context::{Context, runtime};
use crate::failure::Exit;
use crate::report::outcome_words;
use crate::table::{csv_line, fitted, lay_out, more, numbers, words};
use entente_model::{Country, Decimal, Lang, decimal};
use entente_observatory::answers::{ChangeItem, Changes, VerdictMoved};
use entente_observatory::words::quantity;
use entente_observatory::{ChangeFilter, Mode, ObservationCursor};
use jiff::civil::Date;
use std::io::Write;

/// List what moved since a day: official figures that a later release changed, and verdicts that came out otherwise.
///
/// A figure is listed under the day on which its new release became known, beside what the release before it in the same
/// dataset had.
#[derive(Debug, clap::Args)]
#[group(id = "changes_of_countries")]
pub(crate) struct Args {
    /// Only between two countries, as ISO 3166-1 alpha-3 codes, in either order.
    #[arg(num_args = 0..=2, value_names = ["A", "B"])]
    countries: Vec<Country>,
    /// What became known on this day or later.
    #[arg(long, value_name = "DATE")]
    since: Date,
    /// Go on where a list ended: what it gave as next.
    #[arg(long, value_name = "CURSOR")]
    cursor: Option<ObservationCursor>,
    /// At most so many.
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    limit: u32,
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let pair = pair(&args.countries)?;
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Read)?;
    let (since, as_of, after, limit) = (args.since, context.as_of, args.cursor.clone(), args.limit);
    let changes = runtime.block_on(registry.changes(&ChangeFilter { since, as_of, pair, after, limit }))?;
    match args.format {
        Format::Table => table(&changes, context, out)?,
        Format::Json => writeln!(out, "{}", serde_json::to_string(&changes)?)?,
        Format::Csv => csv(&changes, out)?,
    }
    Ok(Exit::Done)
}

fn table(changes: &Changes, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let percent = |percent: Option<Decimal>| percent.map_or_else(|| "-".to_owned(), |p| format!("{p:+}%"));
    let row = |item: &ChangeItem| {
        let now = &item.observation;
        let unit = now.unit;
        vec![
            now.period.to_string(),
            format!("{} {} {}", now.reporter, now.flow, now.partner),
            quantity(item.before, unit, Lang::En),
            quantity(now.value, unit, Lang::En),
            percent(item.percent),
            now.dataset.clone(),
        ]
    };
    let columns = [
        fitted("period"),
        fitted("figure"),
        numbers("from"),
        numbers("to"),
        numbers("by"),
        words("dataset", 24),
    ];
    writeln!(out, "What moved since {}", changes.since)?;
    if !changes.list.items.is_empty() {
        writeln!(out, "\n{}", lay_out(context, &columns, changes.list.items.iter().map(row).collect()))?;
    }
    more(&changes.list, ("figure moved", "figures moved"), out)?;
    let verdict = |item: &VerdictMoved| {
        vec![
            item.as_of.to_string(),
            item.claim.to_string().chars().take(16).collect(),
            outcome_words(item.before).to_owned(),
            outcome_words(item.outcome).to_owned(),
        ]
    };
    writeln!(out, "\n{} verdicts came out otherwise", changes.verdicts.len())?;
    if !changes.verdicts.is_empty() {
        let columns = [fitted("for"), fitted("claim"), words("from", 22), words("to", 22)];
        writeln!(out, "\n{}", lay_out(context, &columns, changes.verdicts.iter().map(verdict).collect()))?;
    }
    Ok(())
}

fn csv(changes: &Changes, out: &mut dyn Write) -> anyhow::Result<()> {
    writeln!(out, "observation,before_release,unit,before,value,percent")?;
    for item in &changes.list.items {
        let now = &item.observation;
        let percent = item.percent.map(decimal::plain).unwrap_or_default();
        let (unit, before, value) =
            (now.unit.to_string(), decimal::plain(item.before), decimal::plain(now.value));
        csv_line(out, &[now.id.as_str(), item.before_release.as_str(), &unit, &before, &value, &percent])?;
    }
    Ok(())
}

//! `entente items`, `entente projects`, `entente agreements`: the register.

use crate::args::{Format, pair};
use crate::context::{Context, runtime};
use crate::failure::{Exit, nothing, wrong_usage};
use crate::table::{fitted, lay_out, more, numbers, words};
use entente_model::{Country, EntryId, EntryKind, ItemStatus, Portion};
use entente_observatory::answers::List;
use entente_observatory::projects::Sums;
use entente_observatory::register::EntryWire;
use entente_observatory::{EntryFilter, Mode, export};
use jiff::ToSpan as _;
use std::io::Write;

/// What narrows a list of entries.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Only about two countries, as ISO 3166-1 alpha-3 codes, in either order.
    #[arg(num_args = 0..=2, value_names = ["A", "B"])]
    countries: Vec<Country>,
    /// Only in this state, such as open, launched or signed; may be given again for more.
    #[arg(long, value_name = "STATE")]
    state: Vec<String>,
    /// Only of this sector; of projects the section of ISIC.
    #[arg(long)]
    sector: Option<String>,
    /// Go on where a list ended: what it gave as next.
    #[arg(long, value_name = "CURSOR")]
    cursor: Option<EntryId>,
    /// At most so many.
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    limit: u32,
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

/// List action items by deadline, those without one last.
#[derive(Debug, clap::Args)]
pub(crate) struct Items {
    #[command(flatten)]
    list: Args,
    /// Only what is owed and due within so many days of --as-of, or overdue: 14d.
    #[arg(long, value_name = "DAYS", value_parser = days)]
    due: Option<i64>,
}

/// List joint projects, and what they add up to by portion of the portfolio.
#[derive(Debug, clap::Args)]
pub(crate) struct Projects {
    #[command(flatten)]
    list: Args,
}

/// List agreements by day.
#[derive(Debug, clap::Args)]
pub(crate) struct Agreements {
    #[command(flatten)]
    list: Args,
}

fn days(given: &str) -> Result<i64, String> {
    let number = given.strip_suffix('d').unwrap_or(given).parse::<i64>().ok();
    let number = number.filter(|days| (0..=3660).contains(days));
    number.ok_or_else(|| format!("\"{given}\" is not a number of days; write 14d"))
}

pub(crate) fn items(args: &Items, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let mut filter = filter(EntryKind::ActionItem, &args.list, context)?;
    if let Some(days) = args.due {
        filter.until = Some(context.as_of.checked_add(days.days())?);
        if filter.states.is_empty() {
            let owed = ItemStatus::ALL.iter().filter(|status| status.is_owed());
            filter.states = owed.map(ToString::to_string).collect();
        }
    }
    list(&filter, &args.list, context, out)
}

pub(crate) fn projects(args: &Projects, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    list(&filter(EntryKind::Project, &args.list, context)?, &args.list, context, out)
}

pub(crate) fn agreements(args: &Agreements, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    list(&filter(EntryKind::Agreement, &args.list, context)?, &args.list, context, out)
}

fn filter(kind: EntryKind, args: &Args, context: &Context) -> anyhow::Result<EntryFilter> {
    for state in &args.state {
        kind.state(state).map_err(|error| wrong_usage(error.to_string()))?;
    }
    Ok(EntryFilter {
        pair: pair(&args.countries)?,
        sector: args.sector.clone(),
        states: args.state.clone(),
        after: args.cursor.clone(),
        limit: args.limit,
        ..EntryFilter::all(kind, context.as_of)
    })
}

fn list(filter: &EntryFilter, args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Read)?;
    let list = runtime.block_on(registry.entries(filter))?;
    if list.total == 0 {
        let what = filter.kind.as_str().replace('_', " ");
        return Err(nothing(format!(
            "no such {what}s were on file on {}: not entered, not that there are none",
            context.as_of
        )));
    }
    match args.format {
        Format::Json => writeln!(out, "{}", serde_json::to_string(&list)?)?,
        Format::Csv => write!(out, "{}", export::csv(filter.kind, &list.items))?,
        Format::Table => {
            table(filter.kind, &list, context, out)?;
            if filter.kind == EntryKind::Project {
                let sums = runtime.block_on(registry.sums(filter.pair, context.as_of))?;
                portfolio(&sums, context, out)?;
            }
        }
    }
    Ok(Exit::Done)
}

fn table(
    kind: EntryKind,
    list: &List<EntryWire>,
    context: &Context,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let (third, heading) = match kind {
        EntryKind::ActionItem => ("deadline", "deadline"),
        EntryKind::Project => ("value", "value"),
        EntryKind::Agreement => ("day", "day"),
    };
    let columns =
        [words("id", 8), words("pair", 7), words("state", 13), words(heading, 16), words("what", 25)];
    let row = |entry: &EntryWire| {
        let value = entry.field(third).unwrap_or("-").to_owned();
        let unit = if kind == EntryKind::Project { entry.field("currency") } else { None };
        let state = entry.state.clone().unwrap_or_else(|| "-".to_owned()).replace('_', " ");
        vec![
            entry.id.as_str()[..8].to_owned(),
            entry.pair.to_string(),
            if entry.overdue { format!("{state}, overdue") } else { state },
            unit.map_or(value.clone(), |unit| format!("{value} {unit}")),
            entry.name().to_owned(),
        ]
    };
    writeln!(out, "{}", lay_out(context, &columns, list.items.iter().map(row).collect()))?;
    let what = match kind {
        EntryKind::ActionItem => ("action item", "action items"),
        EntryKind::Project => ("project", "projects"),
        EntryKind::Agreement => ("agreement", "agreements"),
    };
    more(list, what, out)
}

/// Prints what projects add up to.
fn portfolio(sums: &Sums, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let columns = [fitted("portion"), numbers("projects"), words("value", 34), numbers("jobs")];
    let unknown = |count: u64| if count > 0 { format!(" ({count} not known)") } else { String::new() };
    let row = |(portion, sum): (&Portion, &entente_observatory::projects::Sum)| {
        let value = sum.value.iter().map(|(currency, value)| format!("{value} {currency}"));
        vec![
            portion.to_string(),
            sum.projects.to_string(),
            value.collect::<Vec<_>>().join(", ") + &unknown(sum.without_value),
            format!("{}{}", sum.jobs, unknown(sum.without_jobs)),
        ]
    };
    writeln!(out, "\n{}", lay_out(context, &columns, sums.portions.iter().map(row).collect()))?;
    for (year, conversion) in &sums.conversion {
        let (announced, launched, stopped) = (conversion.announced, conversion.launched, conversion.stopped);
        writeln!(
            out,
            "first told of in {year}: {announced}; launched since: {launched}, stopped: {stopped}"
        )?;
    }
    Ok(())
}

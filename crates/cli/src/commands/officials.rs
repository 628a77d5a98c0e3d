//! `entente officials`: who is named with which office, from when to when.

use crate::args::Format;
use crate::context::{Context, runtime};
use crate::failure::{Exit, nothing, wrong_usage};
use crate::report;
use crate::table::{csv_line, more};
use entente_observatory::Mode;
use entente_observatory::answers::List;
use entente_observatory::officials::OfficialItem;
use std::io::Write;

/// List officials by name, with their offices from when to when as documents tell them, and the sessions that they led.
///
/// A name is found in whatever alphabet it is asked for or written in.
#[derive(Debug, clap::Args)]
#[group(id = "officials_by_name")]
pub(crate) struct Args {
    /// Only whose names have these words.
    #[arg(value_name = "NAME")]
    name: Vec<String>,
    /// Go on where a list ended: what it gave as next.
    #[arg(long, value_name = "CURSOR")]
    cursor: Option<String>,
    /// At most so many.
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=1000))]
    limit: u32,
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Read)?;
    let question = args.name.join(" ");
    let list = registry.officials(&question, args.cursor.as_deref(), context.as_of, args.limit);
    let list = runtime.block_on(list)?.ok_or_else(|| {
        let given = args.cursor.as_deref().unwrap_or_default();
        wrong_usage(format!(
            "\"{given}\" is not a cursor of this list; give the next of the part before as it is"
        ))
    })?;
    if list.items.is_empty() {
        return Err(nothing(format!("nobody of that name was named with an office by {}", context.as_of)));
    }
    match args.format {
        Format::Table => table(&list, context, out)?,
        Format::Json => writeln!(out, "{}", serde_json::to_string(&list)?)?,
        Format::Csv => csv(&list, out)?,
    }
    Ok(Exit::Done)
}

fn table(list: &List<OfficialItem>, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let width = usize::from(context.width);
    for item in &list.items {
        let country = item.country.map(|country| format!(" ({country})")).unwrap_or_default();
        let spellings = if item.spellings.is_empty() {
            String::new()
        } else {
            format!("; also {}", item.spellings.join(", "))
        };
        report::hanging(&format!("{}{country}{spellings}", item.name), 2, width, out)?;
        for office in &item.offices {
            let voices =
                if office.voices == 1 { "1 voice".to_owned() } else { format!("{} voices", office.voices) };
            let line = format!("  {} to {}: {} ({voices})", office.from, office.to, office.office);
            report::hanging(&line, 4, width, out)?;
        }
        for led in &item.led {
            let date = led.date.map(|date| format!(", {date}")).unwrap_or_default();
            report::hanging(&format!("  led {}{date}", led.session), 4, width, out)?;
        }
    }
    more(list, ("official", "officials"), out)
}

fn csv(list: &List<OfficialItem>, out: &mut dyn Write) -> anyhow::Result<()> {
    writeln!(out, "id,name,spellings,country,office,from,to,voices,led")?;
    for item in &list.items {
        let led: Vec<&str> = item.led.iter().map(|led| led.session.as_str()).collect();
        for office in &item.offices {
            csv_line(
                out,
                &[
                    &item.id,
                    &item.name,
                    &item.spellings.join("; "),
                    &item.country.map(|country| country.to_string()).unwrap_or_default(),
                    &office.office,
                    &office.from.to_string(),
                    &office.to.to_string(),
                    &office.voices.to_string(),
                    &led.join("; "),
                ],
            )?;
        }
    }
    Ok(())
}

//! `entente sources`: the publishers that are read.

use crate::args::Format;
use crate::context::{Context, runtime};
use crate::failure::Exit;
use crate::table::{fitted, lay_out, words};
use entente_model::Dataset;
use entente_observatory::answers::source_list;
use entente_observatory::freshness::freshness;
use entente_observatory::{Figures, Sources};
use jiff::civil::Date;
use std::io::Write;

/// List the publishers that are known: outlets, press services, statistics offices.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let sources: Vec<_> = Sources::bundled().all().collect();
    let country = |s: &entente_model::Source| s.country.map(|c| c.to_string()).unwrap_or_default();
    match args.format {
        Format::Table => {
            let columns = [fitted("tier"), fitted("country"), words("name", 34), words("host", 28)];
            let row = |s: &&entente_model::Source| {
                vec![
                    s.tier.to_string(),
                    country(s),
                    s.name.clone(),
                    s.hosts.first().cloned().unwrap_or_default(),
                ]
            };
            writeln!(
                out,
                "{}\n\n{} sources",
                lay_out(context, &columns, sources.iter().map(row).collect()),
                sources.len()
            )?;
            statistics(context, out)?;
        }
        Format::Json => writeln!(out, "{}", serde_json::to_string(&source_list(context.as_of))?)?,
        Format::Csv => {
            writeln!(out, "id,name,country,tier,host")?;
            for s in sources {
                let host = s.hosts.first().map_or("", String::as_str);
                writeln!(
                    out,
                    "{},\"{}\",{},{},{host}",
                    s.id,
                    s.name.replace('"', "\"\""),
                    country(s),
                    s.tier
                )?;
            }
        }
    }
    Ok(Exit::Done)
}

/// Says how fresh the statistics are: those of the registry, or the bundled ones where there is none.
fn statistics(context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let runtime = runtime()?;
    let figures = match context.registry_if_any(&runtime)? {
        Some(registry) => runtime.block_on(registry.releases())?,
        None => Figures::bundled()?,
    };
    let day = |day: Option<Date>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
    let row = |dataset: &Dataset| {
        let fresh = freshness(dataset, figures.releases.iter(), context.as_of);
        let name = format!("{}/{}", dataset.publisher, dataset.id);
        vec![name, day(fresh.newest), day(fresh.due), fresh.state.as_str().to_owned()]
    };
    let columns = [words("statistics", 40), fitted("newest"), fitted("next due"), fitted("state")];
    let rows = figures.datasets.iter().map(row).collect();
    writeln!(out, "\n{}\n\nas known on {}", lay_out(context, &columns, rows), context.as_of)?;
    Ok(())
}

//! `entente sources`: the publishers that are read.

use crate::args::Format;
use crate::context::Context;
use crate::failure::Exit;
use crate::table::{fitted, lay_out, words};
use entente_observatory::Sources;
use entente_observatory::answers::source_list;
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

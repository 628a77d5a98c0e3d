//! `entente datasets`: the statistics that claims are checked against, with every release.

use crate::args::Format;
use crate::context::{Context, runtime};
use crate::failure::Exit;
use crate::report;
use crate::table::{fitted, lay_out, numbers, words};
use entente_model::{Dataset, Release};
use entente_observatory::Figures;
use std::io::Write;

/// List the statistics that claims are checked against, with every release that was known on the day of --as-of.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let runtime = runtime()?;
    let figures = match context.registry_if_any(&runtime)? {
        Some(registry) => runtime.block_on(registry.releases())?,
        None => Figures::bundled()?,
    };
    let known: Vec<(&Release, u64)> = figures
        .releases
        .iter()
        .zip(figures.counts.iter().copied())
        .filter(|(release, _)| release.known() <= context.as_of)
        .collect();
    match args.format {
        Format::Table => {
            for dataset in &figures.datasets {
                let Dataset { publisher, id, office, title, .. } = dataset;
                let line = format!("{publisher}/{id}: {office}; {title}");
                report::hanging(&line, 4, usize::from(context.width), out)?;
            }
            let columns =
                [fitted("known"), fitted("date is"), words("dataset", 36), numbers("rows"), fitted("counts")];
            let row = |(r, count): &(&Release, u64)| {
                vec![
                    r.known().to_string(),
                    r.published_basis.to_string(),
                    format!("{}/{}", r.publisher, r.dataset),
                    count.to_string(),
                    r.basis.as_str().replace("_and_", " and "),
                ]
            };
            let rows = known.iter().map(row).collect();
            writeln!(
                out,
                "\n{}\n\n{} releases, as known on {}",
                lay_out(context, &columns, rows),
                known.len(),
                context.as_of
            )?;
        }
        Format::Json => {
            let releases: Vec<&Release> = known.iter().map(|(release, _)| *release).collect();
            let value = serde_json::json!({"wire": entente_observatory::wire::WIRE, "as_of": context.as_of, "datasets": figures.datasets,
                "total": releases.len(), "releases": releases});
            writeln!(out, "{value}")?;
        }
        Format::Csv => {
            writeln!(out, "release,known,published_basis,basis,rows")?;
            for (r, count) in known {
                writeln!(out, "{},{},{},{},{count}", r.id, r.known(), r.published_basis, r.basis)?;
            }
        }
    }
    Ok(Exit::Done)
}

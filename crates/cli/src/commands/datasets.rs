//! `entente datasets`: the statistics that claims are checked against, with every release.

use crate::args::Format;
use crate::context::{Context, runtime};
use crate::failure::Exit;
use crate::report;
use crate::table::{fitted, lay_out, numbers, words};
use entente_model::{Dataset, Release};
use entente_observatory::Figures;
use entente_observatory::answers::dataset_list;
use entente_observatory::freshness::{FreshState, freshness};
use jiff::civil::Date;
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
    match args.format {
        Format::Table => {
            let known = known(&figures, context.as_of);
            for dataset in &figures.datasets {
                let Dataset { publisher, id, office, title, .. } = dataset;
                let line = format!("{publisher}/{id}: {office}; {title}");
                report::hanging(&line, 4, usize::from(context.width), out)?;
                let fresh = freshness(dataset, figures.releases.iter(), context.as_of);
                if let (FreshState::Stale, Some(due)) = (fresh.state, fresh.due) {
                    writeln!(out, "    stale: the next release was due on {due}")?;
                }
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
            writeln!(out, "{}", serde_json::to_string(&dataset_list(figures, context.as_of))?)?;
        }
        Format::Csv => {
            writeln!(out, "release,known,published_basis,basis,rows")?;
            for (r, count) in known(&figures, context.as_of) {
                writeln!(out, "{},{},{},{},{count}", r.id, r.known(), r.published_basis, r.basis)?;
            }
        }
    }
    Ok(Exit::Done)
}

/// Returns the releases that were known on a day, with their sizes.
fn known(figures: &Figures, as_of: Date) -> Vec<(&Release, u64)> {
    let releases = figures.releases.iter().zip(figures.counts.iter().copied());
    releases.filter(|(release, _)| release.known() <= as_of).collect()
}

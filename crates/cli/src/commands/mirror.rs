//! `entente mirror`: the two sides of a pair's trade, and what the gap between them may be due to.

use crate::args::Format;
use crate::commands::pair::{pair_of, years};
use crate::context::{Context, runtime};
use crate::failure::{Exit, nothing};
use crate::report;
use crate::table::{csv_line, fitted, lay_out, numbers};
use entente_model::{Country, Decimal, Lang, decimal};
use entente_observatory::Figures;
use entente_observatory::mirror::{Comparison, Mirror, MirrorRow, Side, mirror};
use entente_observatory::words::quantity;
use std::io::Write;

/// Show each flow between two countries as its seller and as its buyer record it, with the gap and its causes.
#[derive(Debug, clap::Args)]
#[group(id = "sides_of_countries")]
pub(crate) struct Args {
    /// The two countries, as ISO 3166-1 alpha-3 codes, in either order.
    #[arg(num_args = 2, value_names = ["A", "B"])]
    countries: Vec<Country>,
    /// Only these years, such as 2018-2023.
    #[arg(long, value_parser = years)]
    years: Option<(i16, i16)>,
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let pair = pair_of(&args.countries)?;
    let runtime = runtime()?;
    let figures = match context.registry_if_any(&runtime)? {
        Some(registry) => runtime.block_on(registry.sides(pair))?,
        None => Figures::bundled()?,
    };
    let mut mirror = mirror(figures, pair, context.as_of, Lang::En);
    if let Some((first, last)) = args.years {
        mirror.keep_years(first, last);
    }
    if mirror.rows.is_empty() {
        let names: Vec<&str> = args.countries.iter().map(|country| country.alpha3()).collect();
        let what = format!("no flows between {} were on file on {}", names.join(" and "), context.as_of);
        return Err(nothing(what));
    }
    match args.format {
        Format::Table => table(&mirror, context, out)?,
        Format::Json => writeln!(out, "{}", serde_json::to_string(&mirror)?)?,
        Format::Csv => csv(&mirror, out)?,
    }
    Ok(Exit::Done)
}

fn table(mirror: &Mirror, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let name = |country: Country| country.name(Lang::En);
    writeln!(out, "{} and {}: the two sides", name(mirror.pair.first()), name(mirror.pair.second()))?;
    writeln!(out, "as known on {}\n", mirror.as_of)?;
    let columns =
        [fitted("period"), fitted("flow"), numbers("seller says"), numbers("buyer says"), numbers("gap")];
    let side = |side: &Option<Side>| {
        side.as_ref().map_or_else(|| "-".to_owned(), |side| quantity(side.value, side.unit, Lang::En))
    };
    let line = |row: &MirrorRow| {
        let unit = row.exports.as_ref().or(row.imports.as_ref()).map(|side| side.unit);
        let gap =
            row.gap.zip(unit).map_or_else(|| "-".to_owned(), |(gap, unit)| quantity(gap, unit, Lang::En));
        vec![
            row.period.to_string(),
            format!("{} to {}", row.from, row.to),
            side(&row.exports),
            side(&row.imports),
            gap,
        ]
    };
    writeln!(out, "{}", lay_out(context, &columns, mirror.rows.iter().map(line).collect()))?;
    causes(mirror, context, out)?;
    writeln!(out, "\nReleases:")?;
    mirror.releases.iter().try_for_each(|release| writeln!(out, "  {release}"))?;
    Ok(())
}

/// Tells the causes of the newest period that both sides report.
fn causes(mirror: &Mirror, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let Some(newest) = mirror.rows.iter().rev().find(|row| row.gap.is_some()).map(|row| row.period) else {
        return Ok(());
    };
    for row in mirror.rows.iter().filter(|row| row.period == newest && row.gap.is_some()) {
        writeln!(out, "\n{} {} to {}:", row.period, row.from, row.to)?;
        for cause in &row.causes {
            report::hanging(&format!("  {}", cause.summary), 4, usize::from(context.width), out)?;
        }
        match row.reconciled.zip(row.exports.as_ref()) {
            Some((value, side)) => writeln!(
                out,
                "  Reconciled, as the mean of the two sides where goods leave: {}.",
                quantity(value, side.unit, Lang::En)
            )?,
            None => writeln!(out, "  Not comparable: no reconciled figure.")?,
        }
    }
    Ok(())
}

fn csv(mirror: &Mirror, out: &mut dyn Write) -> anyhow::Result<()> {
    writeln!(out, "period,from,to,exports,imports,gap,gap_after_cif,outcome,reconciled,causes")?;
    let plain = |value: Option<Decimal>| value.map(decimal::plain).unwrap_or_default();
    for row in &mirror.rows {
        let causes: Vec<&str> = row.causes.iter().map(|cause| cause.cause.as_str()).collect();
        csv_line(
            out,
            &[
                &row.period.to_string(),
                row.from.alpha3(),
                row.to.alpha3(),
                &plain(row.exports.as_ref().map(|side| side.value)),
                &plain(row.imports.as_ref().map(|side| side.value)),
                &plain(row.gap),
                &plain(row.gap_after_cif),
                row.outcome.map(Comparison::as_str).unwrap_or_default(),
                &plain(row.reconciled),
                &causes.join(" "),
            ],
        )?;
    }
    Ok(())
}

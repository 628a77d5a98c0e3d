//! `entente pair`: the trade of two countries by year, as each reports it.

use crate::args::Format;
use crate::context::{Context, runtime};
use crate::failure::{Exit, nothing, wrong_usage};
use crate::table::{fitted, lay_out, numbers};
use entente_model::{Country, Decimal, Lang, Pair, decimal};
use entente_observatory::Figures;
use entente_observatory::pair::{self, Profile, Row};
use entente_observatory::words::quantity;
use jiff::civil::Date;
use std::io::Write;

/// Show the trade of two countries by year, as each of them reports it.
#[derive(Debug, clap::Args)]
#[group(id = "pair_of_countries")]
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

/// Reads a stretch of years.
pub(super) fn years(text: &str) -> Result<(i16, i16), String> {
    let error = || format!("\"{text}\" is not a stretch of years; write 2023 or 2018-2023");
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let year =
        |text: &str| text.parse::<i16>().ok().filter(|year| (1000..=9999).contains(year)).ok_or_else(error);
    let (first, last) = (year(first)?, year(last)?);
    if first <= last { Ok((first, last)) } else { Err(error()) }
}

/// Takes two arguments as a pair.
pub(super) fn pair_of(countries: &[Country]) -> anyhow::Result<Pair> {
    let [a, b] = *countries else {
        return Err(wrong_usage("name two countries, such as KAZ UZB"));
    };
    Pair::new(a, b).ok_or_else(|| wrong_usage(format!("{a} has no trade with itself; name two countries")))
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    show(args, context, out, pair::profile)
}

/// Shows a pair as `make` puts it together.
pub(crate) fn show(
    args: &Args,
    context: &Context,
    out: &mut dyn Write,
    make: fn(&Figures, Pair, Date) -> Profile,
) -> anyhow::Result<Exit> {
    let pair = pair_of(&args.countries)?;
    let runtime = runtime()?;
    let figures = match context.registry_if_any(&runtime)? {
        Some(registry) => runtime.block_on(registry.between(pair))?,
        None => Figures::bundled()?,
    };
    let mut profile = make(&figures, pair, context.as_of);
    if let Some((first, last)) = args.years {
        profile.keep_years(first, last);
    }
    if profile.rows.is_empty() {
        // In the order in which they were named.
        let names: Vec<&str> = args.countries.iter().map(|country| country.alpha3()).collect();
        let names = names.join(" and ");
        let what = format!("no figures of trade between {names} were on file on {}", context.as_of);
        return Err(nothing(what));
    }
    match args.format {
        Format::Table => table(&profile, context, out)?,
        Format::Json => {
            serde_json::to_writer(&mut *out, &profile)?;
            writeln!(out)?;
        }
        Format::Csv => csv(&profile, out)?,
    }
    Ok(Exit::Done)
}

fn table(profile: &Profile, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let name = |country: Country| country.name(Lang::En);
    writeln!(out, "{} and {}", name(profile.pair.first()), name(profile.pair.second()))?;
    writeln!(out, "as known on {}\n", profile.as_of)?;
    let columns = [
        fitted("period"),
        fitted("reporter"),
        numbers("exports"),
        numbers("imports"),
        numbers("turnover"),
        fitted("counts"),
    ];
    let value = |value: Option<Decimal>, row: &Row| {
        value.map_or_else(|| "-".to_owned(), |v| quantity(v, row.unit, Lang::En))
    };
    let line = |row: &Row| {
        vec![
            row.period.to_string(),
            row.reporter.to_string(),
            value(row.exports, row),
            value(row.imports, row),
            value(row.turnover, row),
            row.basis.as_str().replace("_and_", " and "),
        ]
    };
    writeln!(out, "{}", lay_out(context, &columns, profile.rows.iter().map(line).collect()))?;
    writeln!(out, "\nReleases:")?;
    profile.releases.iter().try_for_each(|release| writeln!(out, "  {release}"))?;
    Ok(())
}

fn csv(profile: &Profile, out: &mut dyn Write) -> anyhow::Result<()> {
    writeln!(out, "period,reporter,partner,exports,imports,turnover,unit,basis,status,release,known")?;
    let value = |value: Option<Decimal>| value.map(decimal::plain).unwrap_or_default();
    for row in &profile.rows {
        let Row { period, reporter, partner, unit, basis, status, release, known, .. } = row;
        let (x, m, t) = (value(row.exports), value(row.imports), value(row.turnover));
        writeln!(out, "{period},{reporter},{partner},{x},{m},{t},{unit},{basis},{status},{release},{known}")?;
    }
    Ok(())
}

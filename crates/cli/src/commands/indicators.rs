//! `entente indicators`: growth, shares, ranks, balance, cover ratio, intensity and concentration.

use crate::args::Format;
use crate::commands::pair::years;
use crate::context::{Context, runtime};
use crate::failure::{Exit, nothing, wrong_usage};
use crate::table::{csv_line, fitted, lay_out, numbers};
use entente_model::{Country, Lang, decimal};
use entente_observatory::Figures;
use entente_observatory::indicators::{Indicator, State, indicators};
use entente_observatory::words::quantity;
use std::io::Write;

/// Compute the indicators of a country's trade, with one partner or with all, as that country reports it.
///
/// docs/indicators.md gives each formula. An indicator without a number says whether it is missing or not covered.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The country that reports, and perhaps its partner, as ISO 3166-1 alpha-3 codes.
    #[arg(num_args = 1..=2, value_names = ["A", "B"], required = true)]
    countries: Vec<Country>,
    /// These years, such as 2018-2023; by default the last that is complete.
    #[arg(long, value_parser = years)]
    years: Option<(i16, i16)>,
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let parties = match *args.countries.as_slice() {
        [of] => (of, None),
        [of, partner] if of != partner => (of, Some(partner)),
        _ => return Err(wrong_usage("name a country, or two different ones, such as KAZ UZB")),
    };
    let runtime = runtime()?;
    let figures = match context.registry_if_any(&runtime)? {
        Some(registry) => runtime.block_on(registry.reported_by(parties.0))?,
        None => Figures::bundled()?,
    };
    let last = context.as_of.year() - 1;
    let found = indicators(figures, parties, args.years.unwrap_or((last, last)), context.as_of);
    if found.items.iter().all(|item| item.state == State::NotCovered) {
        let (of, day) = (parties.0, context.as_of);
        return Err(nothing(format!(
            "nothing that {of} reports of these years was on file on {day}; name others with --years, or load more"
        )));
    }
    match args.format {
        Format::Table => {
            let row = |item: &Indicator| vec![item.period.to_string(), item.id.replace('_', " "), said(item)];
            let columns = [fitted("period"), fitted("indicator"), numbers("value")];
            let rows = found.items.iter().map(row).collect();
            writeln!(out, "{}\n\nas known on {}", lay_out(context, &columns, rows), found.as_of)?;
        }
        Format::Json => writeln!(out, "{}", serde_json::to_string(&found)?)?,
        Format::Csv => {
            writeln!(out, "period,indicator,value,unit,state")?;
            for item in &found.items {
                let value = item.value.map(decimal::plain).unwrap_or_default();
                csv_line(out, &[&item.period.to_string(), item.id, &value, item.unit, item.state.as_str()])?;
            }
        }
    }
    Ok(Exit::Done)
}

fn said(item: &Indicator) -> String {
    let Some(value) = item.value else { return item.state.as_str().replace('_', " ") };
    let rounded = |digits| decimal::plain(decimal::rounded(value, digits));
    match item.unit {
        "USD" => quantity(value, entente_model::Unit::Money(entente_model::Currency::USD), Lang::En),
        "percent" => format!("{}%", rounded(1)),
        "rank" => decimal::plain(value),
        _ => rounded(3),
    }
}

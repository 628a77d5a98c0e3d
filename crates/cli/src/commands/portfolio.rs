//! `entente portfolio`: what the register adds up to beside what is said of it.

use crate::args::{Format, pair_named};
use crate::context::{Context, runtime};
use crate::failure::{Exit, nothing, wrong_usage};
use crate::report;
use crate::table::{csv_line, lay_out, numbers, words};
use entente_model::{Decimal, Lang, Unit, decimal};
use entente_observatory::Mode;
use entente_observatory::normal_form::stated;
use entente_observatory::portfolio::{CourseItem, HeadlineItem, LadderItem, Portfolio};
use entente_observatory::words::quantity;
use std::io::Write;

/// Show the portfolio of joint projects of two countries: the register's sums beside what is said, whether totals are the
/// sums of their parts, and what does not fit together.
#[derive(Debug, clap::Args)]
#[group(id = "portfolio_of_countries")]
pub(crate) struct Args {
    /// The two countries, as KAZ-UZB or KAZ UZB, in either order.
    #[arg(num_args = 1..=2, required = true, value_names = ["A", "B"])]
    countries: Vec<String>,
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let pair =
        pair_named(&args.countries)?.ok_or_else(|| wrong_usage("name two countries, such as KAZ UZB"))?;
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Read)?;
    let portfolio = runtime.block_on(registry.portfolio(pair, context.as_of, Lang::En))?;
    if portfolio.course.is_empty() && portfolio.register.stages.is_empty() {
        return Err(nothing(format!("nothing was on file of joint projects of {pair} on {}", context.as_of)));
    }
    match args.format {
        Format::Table => table(&portfolio, context, out)?,
        Format::Json => writeln!(out, "{}", serde_json::to_string(&portfolio)?)?,
        Format::Csv => csv(&portfolio, out)?,
    }
    Ok(Exit::Done)
}

fn table(portfolio: &Portfolio, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    writeln!(out, "{}: joint projects, as known on {}", portfolio.pair, portfolio.as_of)?;
    report::heading("What is said, beside the register", context, out)?;
    let columns = [
        words("what", 24),
        words("said", 17),
        words("known", 10),
        numbers("register"),
        numbers("not accounted"),
    ];
    writeln!(out, "{}", lay_out(context, &columns, portfolio.headlines.iter().map(headline).collect()))?;
    report::heading("What each voice said", context, out)?;
    for item in &portfolio.course {
        course(item, context, out)?;
    }
    if !portfolio.conflicts.is_empty() {
        report::heading("What does not fit together", context, out)?;
    }
    let width = usize::from(context.width);
    for item in &portfolio.conflicts {
        let said: Vec<String> = item
            .statements
            .iter()
            .map(|s| {
                format!(
                    "{} {} \"{}\"",
                    s.known,
                    &s.claim.id.as_str()[..12],
                    one_line(&s.claim.claim.quote.exact)
                )
            })
            .collect();
        report::hanging(&format!("  {} {}: {}", item.kind, item.summary, said.join("; ")), 4, width, out)?;
    }
    for (year, conversion) in &portfolio.register.conversion {
        writeln!(
            out,
            "Announced in {year}: {}; launched since: {}; stopped: {}",
            conversion.announced, conversion.launched, conversion.stopped
        )?;
    }
    for couple in &portfolio.merges {
        let line = format!(
            "May be one project: \"{}\" and \"{}\" ({}% of the words; entente review merge {} {})",
            couple.first_name,
            couple.second_name,
            couple.shared,
            &couple.second.as_str()[..8],
            &couple.first.as_str()[..8]
        );
        report::hanging(&line, 2, width, out)?;
    }
    Ok(())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn headline(item: &HeadlineItem) -> Vec<String> {
    let claim = &item.statement.claim.claim;
    let number =
        |value: Option<Decimal>| value.map_or_else(|| "-".to_owned(), |v| quantity(v, claim.unit, Lang::En));
    let unknown = if item.not_known > 0 { format!(" ({} not known)", item.not_known) } else { String::new() };
    vec![
        format!("{}, {}", item.kind.as_str().replace('_', " "), item.portion),
        stated(claim),
        item.statement.known.to_string(),
        format!("{}{unknown}", number(item.register)),
        number(item.not_accounted_for),
    ]
}

fn course(item: &CourseItem, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let width = usize::from(context.width);
    let cells: Vec<String> = item
        .claims
        .iter()
        .map(|cell| {
            let portion = cell.portion.map_or_else(String::new, |portion| format!("{portion} "));
            format!("{portion}{}", stated(&cell.claim.claim))
        })
        .collect();
    let line = format!("  {} {}: {}", item.known, &item.document.as_str()[..12], cells.join("; "));
    report::hanging(&line, 4, width, out)?;
    for ladder in &item.ladders {
        report::hanging(&format!("    {}", sum(ladder)), 6, width, out)?;
    }
    Ok(())
}

/// Writes a total beside its parts: `60 = 11 + 3 + 46 holds`.
fn sum(ladder: &LadderItem) -> String {
    let value = |text: &String| {
        let value: Decimal = text.parse().unwrap_or_default();
        written(value, ladder.unit)
    };
    let parts: Vec<String> = ladder.stated_parts.iter().map(value).collect();
    let total = written(ladder.stated, ladder.unit);
    match (ladder.is_whole, ladder.holds) {
        (true, true) => format!("{total} = {} holds", parts.join(" + ")),
        (true, false) => format!("{total} is not {}", parts.join(" + ")),
        (false, true) => format!("{total} with {} in it; not all parts are given", parts.join(" + ")),
        (false, false) => format!("{total} is less than its parts, {}", parts.join(" + ")),
    }
}

fn written(value: Decimal, unit: Unit) -> String {
    quantity(value, unit, Lang::En)
}

fn csv(portfolio: &Portfolio, out: &mut dyn Write) -> anyhow::Result<()> {
    writeln!(out, "known,document,kind,portion,value,unit,bound,modality,claim,quote,ladder")?;
    for item in &portfolio.course {
        for cell in &item.claims {
            let claim = &cell.claim.claim;
            let ladder = item.ladders.iter().find(|ladder| ladder.total == cell.claim.id);
            csv_line(
                out,
                &[
                    &item.known.to_string(),
                    item.document.as_str(),
                    claim.kind.as_str(),
                    cell.portion.map_or("", |portion| portion.as_str()),
                    &decimal::plain(claim.value),
                    &claim.unit.to_string(),
                    claim.bound.as_str(),
                    claim.modality.as_str(),
                    cell.claim.id.as_str(),
                    &claim.quote.exact,
                    &ladder.map(sum).unwrap_or_default(),
                ],
            )?;
        }
    }
    Ok(())
}

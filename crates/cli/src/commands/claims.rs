//! `entente claims`: the claims on file.

use crate::args::{Format, pair};
use crate::commands::documents::source;
use crate::context::{Context, runtime};
use crate::failure::{Exit, nothing};
use crate::report::outcome_words;
use crate::table::{csv_line, lay_out, more, words};
use entente_model::{ClaimKind, Country, Modality, Outcome, decimal};
use entente_observatory::answers::{ClaimItem, List};
use entente_observatory::normal_form::normal_form;
use entente_observatory::{ClaimCursor, ClaimFilter, Mode};
use jiff::civil::Date;
use std::io::Write;

/// List the claims on file: the newest documents first, in text order.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Only about two countries, as ISO 3166-1 alpha-3 codes, in either order.
    #[arg(num_args = 0..=2, value_names = ["A", "B"])]
    countries: Vec<Country>,
    /// Only of this kind, such as trade_turnover.
    #[arg(long)]
    kind: Option<ClaimKind>,
    /// Only of this modality: actual, planned or target.
    #[arg(long)]
    modality: Option<Modality>,
    /// Only in documents known on this day or later.
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,
    /// Only in documents known on this day or before.
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,
    /// Only in documents of this publisher, by its id or name.
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
    /// Only with this outcome, such as supported.
    #[arg(long)]
    outcome: Option<Outcome>,
    /// Only with these words in the quote or in the title and names of the document; the last may be the beginning of one.
    #[arg(long, value_name = "WORDS")]
    q: Option<String>,
    /// Go on where a list ended: what it gave as next.
    #[arg(long, value_name = "CURSOR")]
    cursor: Option<ClaimCursor>,
    /// At most so many.
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    limit: u32,
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let pair = pair(&args.countries)?;
    let runtime = runtime()?;
    let filter = ClaimFilter {
        pair,
        kind: args.kind,
        modality: args.modality,
        source: args.source.as_deref().map(source).transpose()?,
        since: args.since,
        until: args.until,
        q: args.q.clone(),
        outcome: args.outcome,
        as_of: context.as_of,
        after: args.cursor.clone(),
        limit: args.limit,
        ..ClaimFilter::default()
    };
    let registry = context.registry(&runtime, Mode::Read)?;
    let list = runtime.block_on(registry.claims(&filter))?;
    if list.total == 0 {
        return Err(nothing(format!("no such claims were on file on {}", context.as_of)));
    }
    match args.format {
        Format::Table => table(&list, context, out)?,
        Format::Json => writeln!(out, "{}", serde_json::to_string(&list)?)?,
        Format::Csv => csv(&list, out)?,
    }
    Ok(Exit::Done)
}

/// Returns the outcome of a claim in words.
pub(crate) fn outcome(item: &ClaimItem) -> &'static str {
    item.verdict.as_ref().map_or("not checked", |verdict| outcome_words(verdict.outcome))
}

fn table(list: &List<ClaimItem>, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let columns = [words("id", 12), words("quote", 16), words("says", 29), words("outcome", 14)];
    let row = |item: &ClaimItem| {
        let claim = &item.claim.claim;
        vec![
            item.claim.id.as_str()[..12].to_owned(),
            claim.quote.exact.split_whitespace().collect::<Vec<_>>().join(" "),
            normal_form(claim),
            outcome(item).to_owned(),
        ]
    };
    writeln!(out, "{}", lay_out(context, &columns, list.items.iter().map(row).collect()))?;
    more(list, ("claim", "claims"), out)
}

fn csv(list: &List<ClaimItem>, out: &mut dyn Write) -> anyhow::Result<()> {
    writeln!(out, "id,document,kind,parties,value,unit,bound,period,modality,outcome,as_of,quote")?;
    for item in &list.items {
        let claim = &item.claim.claim;
        let verdict = item.verdict.as_ref();
        csv_line(
            out,
            &[
                item.claim.id.as_str(),
                item.document.as_str(),
                claim.kind.as_str(),
                &claim.parties.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
                &decimal::plain(claim.value),
                &claim.unit.to_string(),
                claim.bound.as_str(),
                &claim.period.map(|period| period.to_string()).unwrap_or_default(),
                claim.modality.as_str(),
                verdict.map_or("", |v| v.outcome.as_str()),
                &verdict.map(|v| v.as_of.to_string()).unwrap_or_default(),
                &claim.quote.exact,
            ],
        )?;
    }
    Ok(())
}

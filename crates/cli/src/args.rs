//! What can be typed: the commands with their options.

use crate::commands::{
    authors, brief, changes, check, claims, commissions, completions, conflicts, correct, datasets,
    definitions, document, documents, entries, explain, export, extract, import, indicators, ingest, load,
    maintenance, man, mirror, officials, pair, portfolio, reference, review, series, serve, sources, targets,
    token,
};
use crate::failure::wrong_usage;
use clap::{Args, Parser, Subcommand, ValueEnum};
use entente_model::{Country, Pair};
use jiff::Timestamp;
use jiff::civil::Date;
use std::num::NonZeroUsize;

/// Checks what communiques say about two countries against official statistics.
///
/// Each number in a text becomes a claim with its exact quote; each claim is computed again from official
/// figures under every declared definition; the result says which definition reproduces it.
#[derive(Debug, Parser)]
#[command(name = "entente", version, max_term_width = 100, disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub(crate) struct Global {
    /// The registry: sqlite:PATH, or postgres://USER@HOST/DATABASE?blobs=FOLDER. Default: a file in the data folder of
    /// this user.
    #[arg(long, global = true, value_name = "URL", env = "ENTENTE_DATABASE")]
    pub(crate) database: Option<String>,
    /// Answer with what was known on this day (YYYY-MM-DD). Default: today, in UTC.
    #[arg(long, global = true, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
    /// The time that is written beside what is filed (RFC 3339). Default: the present.
    #[arg(long, global = true, value_name = "TIME", hide = true)]
    pub(crate) now: Option<Timestamp>,
    /// Read with so many threads. Default: one a core. The output is the same.
    #[arg(long, global = true, value_name = "N")]
    pub(crate) threads: Option<NonZeroUsize>,
    /// Say nothing on standard error but errors.
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Say more on standard error.
    #[arg(long, short, global = true)]
    pub(crate) verbose: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(check::Args),
    Extract(extract::Args),
    Ingest(ingest::Args),
    Documents(documents::Args),
    Document(document::Args),
    Claims(claims::Args),
    Conflicts(conflicts::Args),
    Explain(explain::Args),
    Authors(authors::Args),
    Load(load::Args),
    Pair(pair::Args),
    Mirror(mirror::Args),
    Indicators(indicators::Args),
    Changes(changes::Args),
    Series(series::Args),
    Brief(brief::Args),
    Commissions(commissions::Commissions),
    Sessions(commissions::Sessions),
    Portfolio(portfolio::Args),
    Targets(targets::Args),
    Officials(officials::Args),
    Items(entries::Items),
    Projects(entries::Projects),
    Agreements(entries::Agreements),
    Import(import::Args),
    Export(export::Args),
    Review(review::Args),
    Correct(correct::Args),
    Definitions(definitions::Args),
    Sources(sources::Args),
    Datasets(datasets::Args),
    Serve(serve::Args),
    Token(token::Args),
    Completions(completions::Args),
    #[command(hide = true)]
    Maintenance(maintenance::Args),
    #[command(hide = true)]
    Man(man::Args),
    #[command(hide = true)]
    Reference(reference::Args),
}

/// The shape of a list or an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For reading, 80 columns.
    Table,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
}

/// Returns the pair that two arguments name; none where there are none.
pub(crate) fn pair(countries: &[Country]) -> anyhow::Result<Option<Pair>> {
    match *countries {
        [] => Ok(None),
        [a, b] if a != b => Ok(Pair::new(a, b)),
        _ => Err(wrong_usage("name two different countries, such as KAZ UZB, or none")),
    }
}

/// Returns the pair that one argument names or two, `KAZ-UZB` or `KAZ UZB`, in either order; none where there are none.
pub(crate) fn pair_named(given: &[String]) -> anyhow::Result<Option<Pair>> {
    let codes: Vec<&str> = match given {
        [both] => both.split('-').collect(),
        several => several.iter().map(String::as_str).collect(),
    };
    let country = |code: &&str| {
        let found = code.to_uppercase().parse::<Country>();
        found.map_err(|error| wrong_usage(error.to_string()))
    };
    pair(&codes.iter().map(country).collect::<anyhow::Result<Vec<Country>>>()?)
}

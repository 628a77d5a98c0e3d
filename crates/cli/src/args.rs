//! What can be typed: the commands with their options.

use crate::commands::{check, completions, datasets, definitions, extract, pair, reference, series, sources};
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

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
    /// Answer with what was known on this day (YYYY-MM-DD). Default: today, in UTC.
    #[arg(long, global = true, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
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
    Pair(pair::Args),
    Series(series::Args),
    Definitions(definitions::Args),
    Sources(sources::Args),
    Datasets(datasets::Args),
    Completions(completions::Args),
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

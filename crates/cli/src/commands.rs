//! The commands: one module each, with its arguments and `run`.

pub(crate) mod authors;
pub(crate) mod brief;
pub(crate) mod changes;
pub(crate) mod check;
pub(crate) mod claims;
pub(crate) mod commissions;
pub(crate) mod completions;
pub(crate) mod conflicts;
pub(crate) mod correct;
pub(crate) mod datasets;
pub(crate) mod definitions;
pub(crate) mod document;
pub(crate) mod documents;
pub(crate) mod entries;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod extract;
pub(crate) mod import;
pub(crate) mod indicators;
pub(crate) mod ingest;
pub(crate) mod load;
pub(crate) mod maintenance;
pub(crate) mod man;
pub(crate) mod mirror;
pub(crate) mod officials;
pub(crate) mod pair;
pub(crate) mod portfolio;
pub(crate) mod reference;
pub(crate) mod review;
pub(crate) mod series;
pub(crate) mod serve;
pub(crate) mod sources;
pub(crate) mod targets;
pub(crate) mod token;

use crate::args::Command;
use crate::context::Context;
use crate::failure::Exit;
use std::io::Write;

/// Runs one command.
pub(crate) fn run(command: Command, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    match command {
        Command::Check(args) => check::run(&args, context, out),
        Command::Extract(args) => extract::run(&args, context, out),
        Command::Ingest(args) => ingest::run(&args, context, out),
        Command::Documents(args) => documents::run(&args, context, out),
        Command::Document(args) => document::run(&args, context, out),
        Command::Claims(args) => claims::run(&args, context, out),
        Command::Conflicts(args) => conflicts::run(&args, context, out),
        Command::Explain(args) => explain::run(&args, context, out),
        Command::Authors(args) => authors::run(&args, context, out),
        Command::Token(args) => token::run(&args, context, out),
        Command::Maintenance(args) => maintenance::run(&args, context, out),
        Command::Man(args) => man::run(&args),
        Command::Load(args) => load::run(&args, context, out),
        Command::Changes(args) => changes::run(&args, context, out),
        Command::Indicators(args) => indicators::run(&args, context, out),
        Command::Mirror(args) => mirror::run(&args, context, out),
        Command::Pair(args) => pair::run(&args, context, out),
        Command::Brief(args) => brief::run(&args, context, out),
        Command::Commissions(args) => commissions::commissions(&args, context, out),
        Command::Sessions(args) => commissions::sessions(&args, context, out),
        Command::Portfolio(args) => portfolio::run(&args, context, out),
        Command::Targets(args) => targets::run(&args, context, out),
        Command::Officials(args) => officials::run(&args, context, out),
        Command::Items(args) => entries::items(&args, context, out),
        Command::Projects(args) => entries::projects(&args, context, out),
        Command::Agreements(args) => entries::agreements(&args, context, out),
        Command::Import(args) => import::run(&args, context, out),
        Command::Export(args) => export::run(&args, context, out),
        Command::Review(args) => review::run(&args, context, out),
        Command::Correct(args) => correct::run(&args, context, out),
        Command::Series(args) => series::run(&args, context, out),
        Command::Definitions(args) => definitions::run(&args, context, out),
        Command::Sources(args) => sources::run(&args, context, out),
        Command::Datasets(args) => datasets::run(&args, context, out),
        Command::Serve(args) => serve::run(&args, context),
        Command::Completions(args) => Ok(completions::run(&args, out)),
        Command::Reference(_) => reference::run(out),
    }
}

//! `entente review`: what waits for a person, and what they say of it.

use crate::args::pair;
use crate::commands::conflicts;
use crate::commands::correct::{Who, told};
use crate::commands::document::{Shape, one};
use crate::context::{Context, runtime};
use crate::failure::{Exit, nothing};
use crate::report;
use crate::table::{lay_out, words};
use entente_model::{Country, EntryId, Lang};
use entente_observatory::Mode;
use entente_observatory::corrections::{ACCEPTED, REJECTED, REVIEW};
use entente_observatory::normal_form::normal_form;
use entente_observatory::resolve::Resolved;
use entente_observatory::review::{Queue, Waiting};
use std::io::Write;

/// Show what waits for a person: claims that the extractor is not sure of, projects that look like one told of twice, and
/// conflicts of a pair.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Args {
    /// Only about two countries, as ISO 3166-1 alpha-3 codes, in either order.
    #[arg(num_args = 0..=2, value_names = ["A", "B"])]
    countries: Vec<Country>,
    /// At most so many claims.
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    limit: u32,
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Shape::Table)]
    format: Shape,
    #[command(subcommand)]
    task: Option<Task>,
}

#[derive(Debug, clap::Subcommand)]
enum Task {
    /// Say that a claim is so, or that a conflict stands.
    Accept(Said),
    /// Say that it is no claim, or no conflict: it is in no list any more, and stays on file.
    Reject(Said),
    /// Say that a project is another telling of one.
    Merge(Couple),
    /// Say that two projects that look alike are two.
    Apart(Couple),
}

#[derive(Debug, clap::Args)]
struct Said {
    /// The claim's id, or the first digits of it; or the id of a conflict.
    id: String,
    /// Why.
    #[arg(long, value_name = "TEXT", default_value = "reviewed")]
    why: String,
    /// The version that you have seen, where another change since is to be told.
    #[arg(long, value_name = "VERSION")]
    seen: Option<u64>,
    #[command(flatten)]
    who: Who,
}

#[derive(Debug, clap::Args)]
struct Couple {
    /// The project that is told of again.
    second: String,
    /// The project that it is.
    first: String,
    /// Why.
    #[arg(long, value_name = "TEXT", default_value = "reviewed")]
    why: String,
    #[command(flatten)]
    who: Who,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    match &args.task {
        None => show(args, context, out),
        Some(Task::Accept(said)) => say(said, ACCEPTED, context, out),
        Some(Task::Reject(said)) => say(said, REJECTED, context, out),
        Some(Task::Merge(couple)) => settle(couple, true, context, out),
        Some(Task::Apart(couple)) => settle(couple, false, context, out),
    }
}

fn say(said: &Said, word: &str, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Write)?;
    let by = said.who.by(context, &said.why, said.seen);
    let done = if said.id.contains('-') {
        runtime.block_on(registry.review_conflict(&said.id, word, &by)).map_err(told)?
    } else {
        let id = one("claim", &said.id, runtime.block_on(registry.claim_id(&said.id)))?;
        runtime.block_on(registry.correct(&id, REVIEW, Some(word), &by)).map_err(told)?
    };
    writeln!(out, "{}: {word}, correction {}", done.target, done.version)?;
    Ok(Exit::Done)
}

fn settle(couple: &Couple, is_one: bool, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Write)?;
    let entry = |digits: &str| -> anyhow::Result<EntryId> {
        match runtime.block_on(registry.entry_id(digits))? {
            Resolved::One(id) => Ok(id),
            _ => Err(nothing(format!("no one project \"{digits}\" is on file"))),
        }
    };
    let (second, first) = (entry(&couple.second)?, entry(&couple.first)?);
    let by = couple.who.by(context, &couple.why, None);
    if is_one {
        let merged = runtime.block_on(registry.merge(&second, &first, &by)).map_err(told)?;
        writeln!(out, "project {second} is project {}, version {}", merged.id, merged.version)?;
    } else {
        runtime.block_on(registry.keep_apart(&second, &first, &by)).map_err(told)?;
        writeln!(out, "project {second} and project {first} are two")?;
    }
    Ok(Exit::Done)
}

fn show(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Read)?;
    let pair = pair(&args.countries)?;
    let queue = runtime.block_on(registry.review(pair, context.as_of, args.limit, Lang::En))?;
    match args.format {
        Shape::Json => writeln!(out, "{}", serde_json::to_string(&queue)?)?,
        Shape::Table => table(&queue, context, out)?,
    }
    Ok(Exit::Done)
}

fn table(queue: &Queue, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    if !queue.items.is_empty() {
        let columns =
            [words("id", 12), words("sure", 4), words("why", 13), words("quote", 16), words("says", 27)];
        let row = |waiting: &Waiting| {
            let claim = &waiting.claim.claim;
            vec![
                claim.id.as_str()[..12].to_owned(),
                format!("{}%", claim.claim.confidence.as_percent()),
                claim
                    .claim
                    .doubts
                    .iter()
                    .map(|doubt| doubt.as_str().replace('_', " "))
                    .collect::<Vec<_>>()
                    .join(", "),
                claim.claim.quote.exact.split_whitespace().collect::<Vec<_>>().join(" "),
                normal_form(&claim.claim),
            ]
        };
        writeln!(out, "{}\n", lay_out(context, &columns, queue.items.iter().map(row).collect()))?;
    }
    if !queue.merges.is_empty() {
        let columns =
            [words("told again", 8), words("is perhaps", 10), words("alike", 5), words("names", 48)];
        let row = |alike: &entente_observatory::projects::Alike| {
            vec![
                alike.second.as_str()[..8].to_owned(),
                alike.first.as_str()[..8].to_owned(),
                format!("{}%", alike.shared),
                format!("{} / {}", alike.second_name, alike.first_name),
            ]
        };
        writeln!(out, "{}\n", lay_out(context, &columns, queue.merges.iter().map(row).collect()))?;
    }
    conflicts::groups(&queue.conflicts, context, out)?;
    let (claims, merges) = (queue.total, queue.merges.len());
    let conflicts = match queue.conflicting {
        Some(all) => format!(", and {all} conflicts, of which {} are shown", queue.conflicts.len()),
        None => "; conflicts wait by pair".to_owned(),
    };
    let wait = format!("{claims} claims and {merges} suggested merges wait{conflicts}");
    report::hanging(&format!("{wait}, as known on {}", queue.as_of), 0, usize::from(context.width), out)?;
    Ok(())
}

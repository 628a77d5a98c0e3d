//! `entente correct`: what a person says over what was read or entered.

use crate::commands::document::one;
use crate::context::{Context, runtime};
use crate::failure::{Exit, nothing, wrong_usage};
use entente_observatory::corrections::{By, NONE};
use entente_observatory::register::Change;
use entente_observatory::resolve::Resolved;
use entente_observatory::{Mode, RegistryError};
use jiff::civil::Date;
use std::io::Write;

/// Correct one field of a claim, or of an action item, project or agreement of the register.
///
/// What was read stays on file; the claim is listed and checked as corrected, whatever is read later. Of an entry of the
/// register the field may be `state`, with the day from which it is so and how that is known.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The id of a claim or entry, or the first digits of it.
    id: String,
    /// The field, as --format json writes it.
    field: String,
    /// What is right; `none` where it is not known.
    value: String,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    why: String,
    /// The version that you have seen, where another change since is to be told.
    #[arg(long, value_name = "VERSION")]
    seen: Option<u64>,
    /// Since when a state is so. Default: the day of --as-of.
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,
    /// How a state is known.
    #[arg(long, value_name = "TEXT", default_value = "")]
    evidence: String,
    #[command(flatten)]
    who: Who,
}

/// Who does it.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Who {
    /// Who says so. Default: the name of this user.
    #[arg(long, value_name = "NAME", env = "ENTENTE_BY")]
    by: Option<String>,
}

impl Who {
    /// Returns who changes something, why, and what they have seen of it.
    #[expect(clippy::disallowed_methods, reason = "the edge: who works here is read once and passed down")]
    pub(crate) fn by(&self, context: &Context, why: &str, seen: Option<u64>) -> By {
        let user = || std::env::var("USER").ok().filter(|name| !name.is_empty());
        let who = self.by.clone().or_else(user).unwrap_or_else(|| "unknown".to_owned());
        By { who, why: why.to_owned(), seen, now: context.now, as_of: context.as_of }
    }
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    if args.why.trim().is_empty() {
        return Err(wrong_usage("say why with --why TEXT"));
    }
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Write)?;
    let by = args.who.by(context, &args.why, args.seen);
    let value = Some(args.value.as_str()).filter(|value| *value != NONE);
    if let Resolved::One(id) = runtime.block_on(registry.entry_id(&args.id))? {
        let change = if args.field == "state" {
            let state = (args.value.clone(), args.since.unwrap_or(context.as_of), args.evidence.clone());
            Change { state: Some(state), ..Change::default() }
        } else {
            Change { fields: vec![(args.field.clone(), args.value.clone())], ..Change::default() }
        };
        let entry = runtime.block_on(registry.change(&id, &change, &by)).map_err(told)?;
        writeln!(
            out,
            "{} {}: {} is {}, version {}",
            entry.kind, entry.id, args.field, args.value, entry.version
        )?;
        return Ok(Exit::Done);
    }
    let id = one("claim", &args.id, runtime.block_on(registry.claim_id(&args.id)))?;
    let done = runtime.block_on(registry.correct(&id, &args.field, value, &by)).map_err(told)?;
    let from = done.from.as_deref().unwrap_or(NONE);
    writeln!(out, "{}: {} {from} -> {}, correction {}", done.target, done.field, args.value, done.version)?;
    Ok(Exit::Done)
}

/// Gives what is refused the exit code of wrong usage; a conflict fails.
pub(crate) fn told(error: RegistryError) -> anyhow::Error {
    use entente_observatory::registry::Refusal;
    match error {
        RegistryError::Refused(refusal @ Refusal::Absent(_)) => nothing(refusal.to_string()),
        RegistryError::Refused(refusal @ (Refusal::Field(_) | Refusal::Missing(_))) => {
            wrong_usage(refusal.to_string())
        }
        error => error.into(),
    }
}

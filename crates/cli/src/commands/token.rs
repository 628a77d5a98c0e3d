//! `entente token`: who may do more than read what is public.

use crate::context::{Context, runtime};
use crate::failure::{Exit, nothing};
use crate::table::{lay_out, words};
use anyhow::Context as _;
use entente_observatory::{Mode, Role, TokenEntry};
use std::fmt::Write as _;
use std::io::Write;

/// Make, list and revoke the tokens that a server asks for.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, clap::Subcommand)]
enum Task {
    /// Make a token and print its secret, once: only its hash is kept.
    Create {
        /// What its holder may do: reader, editor or admin; each may do what those before it may.
        #[arg(long)]
        role: Role,
        /// Whom or what it is for.
        #[arg(long, default_value = "")]
        label: String,
    },
    /// List the tokens, revoked ones too.
    List,
    /// Revoke a token.
    Revoke {
        /// Its id.
        id: String,
    },
}

/// The random bytes of a secret.
const BYTES: usize = 32;

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let runtime = runtime()?;
    match &args.task {
        Task::Create { role, label } => {
            let registry = context.registry(&runtime, Mode::Create)?;
            let secret = secret()?;
            let made = registry.store().create_token(&secret, *role, label, context.now);
            let token = runtime.block_on(made)?;
            context
                .say(&format!("token {} ({}): keep the secret, it is not shown again", token.id, token.role));
            writeln!(out, "{secret}")?;
        }
        Task::List => {
            let registry = context.registry(&runtime, Mode::Read)?;
            list(&runtime.block_on(registry.store().tokens())?, context, out)?;
        }
        Task::Revoke { id } => {
            let registry = context.registry(&runtime, Mode::Write)?;
            if !runtime.block_on(registry.store().revoke_token(id, context.now))? {
                return Err(nothing(format!("no token \"{id}\" is good; entente token list shows them")));
            }
            writeln!(out, "token {id} is revoked")?;
        }
    }
    Ok(Exit::Done)
}

/// Draws a secret.
fn secret() -> anyhow::Result<String> {
    let mut bytes = [0_u8; BYTES];
    getrandom::fill(&mut bytes).context("this system gives no random numbers")?;
    let mut secret = String::from("entente_");
    for byte in bytes {
        write!(secret, "{byte:02x}")?;
    }
    Ok(secret)
}

fn list(tokens: &[TokenEntry], context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    if tokens.is_empty() {
        return Err(nothing("there are no tokens; entente token create --role editor makes one"));
    }
    // An id is copied from here: it stands on one line.
    let columns =
        [words("id", 32), words("role", 6), words("made", 10), words("revoked", 10), words("label", 11)];
    let day = |at: jiff::Timestamp| jiff::tz::TimeZone::UTC.to_datetime(at).date().to_string();
    let row = |token: &TokenEntry| {
        let revoked = token.revoked.map_or_else(|| "-".to_owned(), day);
        vec![token.id.clone(), token.role.to_string(), day(token.made), revoked, token.label.clone()]
    };
    writeln!(out, "{}", lay_out(context, &columns, tokens.iter().map(row).collect()))?;
    Ok(())
}

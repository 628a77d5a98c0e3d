//! `cargo xtask bench [NAME]`: measures against the bars of the project; without a name, all of them.

mod build;
mod extract;
mod pages;
mod register;
mod runs;
mod server;
mod statistics;
mod texts;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(clap::Subcommand)]
enum What {
    /// CPU time of a cold release build
    Build,
    /// Megabytes of text extracted a second, memory, start
    Extract,
    /// Real pages read a second, and how well; not among those that are run when none is named
    Pages(pages::Args),
    /// Documents checked a second
    Check,
    /// Documents ingested a second
    Ingest,
    /// Observations loaded a second, and what is answered over them; not among those that are run when none is named
    Statistics,
    /// What the register's lists and pages take, and what filing costs in a full registry; not among those that are run
    /// when none is named
    Register,
    /// Requests answered a second, over a million claims; not among those that are run when none is named
    Server(server::Args),
}

pub(crate) fn run(args: &Args) -> anyhow::Result<()> {
    match &args.what {
        Some(what) => measure(what),
        None => [What::Build, What::Extract, What::Check, What::Ingest].iter().try_for_each(measure),
    }
}

fn measure(what: &What) -> anyhow::Result<()> {
    match what {
        What::Build => build::run(),
        What::Extract => extract::run(),
        What::Pages(args) => pages::run(args),
        What::Check => runs::check(),
        What::Ingest => runs::ingest(),
        What::Register => register::run(),
        What::Statistics => statistics::run(),
        What::Server(args) => server::run(args),
    }
}

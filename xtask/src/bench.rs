//! `cargo xtask bench [NAME]`: measures against the bars of the project; without a name, all of them.

mod build;
mod runs;
mod texts;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// What to measure; all when none is named
    name: Option<Name>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Name {
    /// CPU time of a cold release build
    Build,
    /// Megabytes of text extracted a second
    Extract,
    /// Documents checked a second
    Check,
    /// Documents ingested a second
    Ingest,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<()> {
    let all = [Name::Build, Name::Extract, Name::Check, Name::Ingest];
    let chosen = all.into_iter().filter(|name| args.name.is_none_or(|wanted| wanted == *name));
    for name in chosen {
        measure(name)?;
    }
    Ok(())
}

fn measure(name: Name) -> anyhow::Result<()> {
    match name {
        Name::Build => build::run(),
        Name::Extract => runs::extract(),
        Name::Check => runs::check(),
        Name::Ingest => runs::ingest(),
    }
}

//! Builds, checks, data loading and maintenance: `cargo xtask TASK`.
//!
//! Each task is a module with `Args` and `run`. Nothing here depends on the project's crates: the tasks drive `cargo`
//! and the programs that it builds.
#![expect(clippy::print_stdout, reason = "a task runner reports on standard output")]
#![expect(clippy::print_stderr, reason = "what went wrong on the way is told on standard error")]

mod bench;
mod bundle;
mod ci;
mod dist;
mod e2e;
mod eval;
mod fuzz;
mod http;
mod maintenance;
mod pg;
mod service;
mod tidy;
mod workspace;

use clap::{Parser, Subcommand};

/// Builds, checks, data loading and maintenance of Entente.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Run every check, in order, up to the first that fails
    Ci(ci::Args),
    /// Check the rules of the source tree that the compiler does not know
    Tidy(tidy::Args),
    /// Run a command beside a PostgreSQL server that is thrown away: pg -- COMMAND...
    Pg(pg::Args),
    /// Look at the pages of a server in a browser
    E2e(e2e::Args),
    /// Measure against the bars of the project
    Bench(bench::Args),
    /// Pack a release for this platform
    Dist(dist::Args),
    /// Score extraction against a corpus of annotated texts
    Eval(eval::Args),
    /// Throw at the readers what strangers may send: the targets in crates/*/fuzz
    Fuzz(fuzz::Args),
    /// Write the bundled releases from the tables of the statistics offices
    Bundle(bundle::Args),
    /// Look after a registry: migrate, verify, backup, restore, vacuum
    Db(maintenance::DbArgs),
    /// Extract the claims of all filed documents again
    Reextract(maintenance::Args),
    /// Check all filed claims again
    Recheck(maintenance::Args),
}

fn main() -> anyhow::Result<()> {
    match Cli::parse().task {
        Task::Ci(args) => ci::run(&args),
        Task::Tidy(args) => tidy::run(&args),
        Task::Pg(args) => pg::run(&args),
        Task::E2e(args) => e2e::run(&args),
        Task::Bench(args) => bench::run(&args),
        Task::Dist(args) => dist::run(&args),
        Task::Eval(args) => eval::run(&args),
        Task::Fuzz(args) => fuzz::run(&args),
        Task::Bundle(args) => bundle::run(&args),
        Task::Db(args) => maintenance::db(&args),
        Task::Reextract(args) => maintenance::run("reextract", &args),
        Task::Recheck(args) => maintenance::run("recheck", &args),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn cli_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_command_beside_a_server_keeps_its_own_arguments() {
        let words = ["xtask", "pg", "--", "cargo", "test", "--", "--nocapture"];
        let Task::Pg(args) = Cli::try_parse_from(words).unwrap().task else { panic!("not pg") };
        assert_eq!(args.command, ["cargo", "test", "--", "--nocapture"]);
        assert!(Cli::try_parse_from(["xtask", "pg"]).is_err());
    }

    #[test]
    fn maintenance_arguments_pass_through() {
        let cli =
            Cli::try_parse_from(["xtask", "db", "backup", "to.db", "--database", "sqlite:a.db"]).unwrap();
        let Task::Db(args) = cli.task else { panic!("not db") };
        assert_eq!(args.words(), ["backup", "to.db", "--database", "sqlite:a.db"]);
    }
}

//! `cargo xtask ci`: every check, in order, each with its time, up to the first that fails.

use std::time::{Duration, Instant};

use anyhow::Context;
use xshell::{Shell, cmd};

use crate::{e2e, pg, tidy, workspace};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Fail where PostgreSQL is not installed; without this its tests are skipped there
    #[arg(long)]
    require_postgres: bool,
    /// Fail where Chromium is not installed; without this the pages are not looked at there
    #[arg(long)]
    require_chromium: bool,
}

type Step = (&'static str, fn(&Shell, &Args) -> anyhow::Result<()>);

/// Cheap checks first, so that a slip is told at once.
const STEPS: &[Step] = &[
    ("format", format),
    ("tidy", |_, _| tidy::check(&workspace::root())),
    ("clippy", clippy),
    ("tests", tests),
    ("doc tests", doc_tests),
    ("documentation", documentation),
    ("packages", packages),
    ("generated pages", generated),
    ("pages in a browser", pages),
];

pub(crate) fn run(args: &Args) -> anyhow::Result<()> {
    let sh = Shell::new()?;
    sh.change_dir(workspace::root());
    let mut times = Vec::new();
    for (name, step) in STEPS {
        println!("== {name}");
        let start = Instant::now();
        step(&sh, args).with_context(|| format!("{name} failed"))?;
        times.push((name, start.elapsed()));
        println!("== {name}: {}", seconds(start.elapsed()));
    }
    println!("== all passed");
    for (name, time) in &times {
        println!("{name:16} {:>10}", seconds(*time));
    }
    println!("{:16} {:>10}", "total", seconds(times.iter().map(|(_, time)| *time).sum()));
    Ok(())
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

fn format(sh: &Shell, _: &Args) -> anyhow::Result<()> {
    Ok(cmd!(sh, "cargo fmt --all --check").run()?)
}

fn clippy(sh: &Shell, _: &Args) -> anyhow::Result<()> {
    Ok(cmd!(sh, "cargo clippy --workspace --all-targets --locked -- -D warnings").run()?)
}

/// The tests, beside a server of PostgreSQL: the one that is named already, else one that is thrown away.
fn tests(sh: &Shell, args: &Args) -> anyhow::Result<()> {
    if sh.var_os(pg::VARIABLE).is_some() {
        return all_tests(sh);
    }
    match pg::Programs::find() {
        Ok(programs) => {
            let cluster = pg::Cluster::start(&programs)?;
            let _named = sh.push_env(pg::VARIABLE, cluster.url());
            all_tests(sh)
        }
        Err(missing) if args.require_postgres => Err(missing),
        Err(missing) => {
            println!("the tests on PostgreSQL are skipped: {missing:#}");
            all_tests(sh)
        }
    }
}

fn all_tests(sh: &Shell) -> anyhow::Result<()> {
    if cmd!(sh, "cargo nextest --version").quiet().ignore_stdout().ignore_stderr().run().is_ok() {
        return Ok(cmd!(sh, "cargo nextest run --workspace --locked").run()?);
    }
    println!("cargo-nextest is not installed; cargo test is used in its place");
    Ok(cmd!(sh, "cargo test --workspace --tests --locked").run()?)
}

fn doc_tests(sh: &Shell, _: &Args) -> anyhow::Result<()> {
    Ok(cmd!(sh, "cargo test --workspace --doc --locked").run()?)
}

fn documentation(sh: &Shell, _: &Args) -> anyhow::Result<()> {
    Ok(cmd!(sh, "cargo doc --workspace --no-deps --locked").env("RUSTDOCFLAGS", "-D warnings").run()?)
}

/// The libraries can be packed for a registry. They are not verified by building: their dependencies on each other
/// are not published, and the workspace itself has just been built.
fn packages(sh: &Shell, _: &Args) -> anyhow::Result<()> {
    Ok(cmd!(sh, "cargo package --workspace --exclude xtask --no-verify --allow-dirty --locked --quiet")
        .run()?)
}

/// The commands that check a generated page against what would be written now. A page that a test compares needs no
/// line here.
const GENERATORS: &[&[&str]] = &[];

fn generated(sh: &Shell, _: &Args) -> anyhow::Result<()> {
    for words in GENERATORS.iter().copied() {
        cmd!(sh, "cargo run --quiet --locked {words...}").run()?;
    }
    Ok(())
}

fn pages(_: &Shell, args: &Args) -> anyhow::Result<()> {
    e2e::run(&e2e::Args::all(args.require_chromium))
}

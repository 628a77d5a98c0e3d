//! `entente load`: official statistics, from files or from their publishers.

mod fetched;
mod files;

use crate::context::{Context, runtime};
use crate::failure::{Exit, wrong_usage};
use clap::ValueEnum;
use entente_model::{Country, ReleaseId};
use entente_observatory::loading::Loaded;
use entente_observatory::{Mode, Registry};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;
use url::Url;

/// Load official statistics into the registry.
///
/// From files that were downloaded, or with --fetch from the publisher's service. Each file or answer is one release: it
/// is filed whole or not at all, and one that is there already is left alone, so that a load that broke off can be started
/// again. Prints a line a release: whether it is new, how many figures it has, its id.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// What to load.
    #[arg(value_enum)]
    source: Source,
    /// Files or folders; for csv, each FILE.csv needs a FILE.toml beside it that says whose figures they are.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Ask the publisher's service in place of reading files.
    #[arg(long, conflicts_with = "paths")]
    fetch: bool,
    /// With --fetch: these years, such as 2018-2023.
    #[arg(long, value_parser = super::pair::years, requires = "fetch")]
    years: Option<(i16, i16)>,
    /// With --fetch: these reporters, such as KAZ,UZB.
    #[arg(long, value_delimiter = ',', value_name = "A,B", requires = "fetch")]
    reporters: Vec<Country>,
    /// With --fetch: months in place of years (UN Comtrade; the IMF's are months anyway).
    #[arg(long, requires = "fetch")]
    monthly: bool,
    /// With --fetch: where the service stands, in place of its own address.
    #[arg(long, value_name = "ADDRESS", requires = "fetch")]
    base: Option<Url>,
    /// UN Comtrade's key; without one the preview is asked, a year and a flow at a time.
    #[arg(long, env = "ENTENTE_COMTRADE_KEY", hide_env_values = true, value_name = "KEY")]
    key: Option<String>,
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Shape::Table)]
    format: Shape,
}

/// The sources of statistics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Source {
    /// The releases that come with the program.
    Bundled,
    /// Tables of national offices, as they publish them.
    National,
    /// UN Comtrade: answers of its API, or CSV downloads.
    Comtrade,
    /// The IMF's trade by partner (IMTS), in SDMX.
    Imts,
    /// The World Bank: output, population, exchange rates.
    Worldbank,
    /// Figures of your own, or as offices announced them.
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// For reading.
    Table,
    /// One JSON object a release.
    Jsonl,
}

/// What a load is made with.
struct Loader<'a> {
    args: &'a Args,
    context: &'a Context,
    runtime: Runtime,
    registry: Registry,
    bar: ProgressBar,
    /// The releases that are new.
    new: Vec<ReleaseId>,
    failed: bool,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    check(args)?;
    let runtime = runtime()?;
    // A new registry is made with the bundled releases in it.
    let registry = context.registry(&runtime, Mode::Create)?;
    let bar = bar(context);
    let mut loader = Loader { args, context, runtime, registry, bar, new: Vec::new(), failed: false };
    if args.fetch {
        loader.fetch(out)?;
    } else {
        loader.files(out)?;
    }
    loader.reopen()?;
    loader.bar.finish_and_clear();
    Ok(if loader.failed { Exit::Failed } else { Exit::Done })
}

fn check(args: &Args) -> anyhow::Result<()> {
    let service = matches!(args.source, Source::Comtrade | Source::Imts | Source::Worldbank);
    if args.fetch && !service {
        return Err(wrong_usage(
            "only comtrade, imts and worldbank have a service that can be asked; name the files of the others",
        ));
    }
    if args.fetch && (args.reporters.is_empty() || args.years.is_none()) {
        return Err(wrong_usage(
            "say what to fetch with --reporters and --years, such as --reporters KAZ,UZB --years 2018-2023",
        ));
    }
    if !args.fetch && args.paths.is_empty() && args.source != Source::Bundled {
        let hint = if service { ", or ask its service with --fetch" } else { "" };
        return Err(wrong_usage(format!("nothing to load; name files or folders{hint}")));
    }
    Ok(())
}

fn bar(context: &Context) -> ProgressBar {
    if !context.may_draw() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {human_pos} figures, {per_sec}  {wide_msg}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

impl Loader<'_> {
    /// Checks the claims again that rest on what is new.
    fn reopen(&mut self) -> anyhow::Result<()> {
        if self.new.is_empty() {
            return Ok(());
        }
        let reopening = self.registry.reopen(&self.new, self.context.as_of, self.context.now);
        let done = self.runtime.block_on(reopening)?;
        if done.claims > 0 {
            self.say(&format!(
                "{} claims rest on this and were checked again; {} verdicts changed",
                done.claims, done.moved
            ));
        }
        Ok(())
    }

    /// Prints what became of a release, and remembers it where it is new.
    fn tell(&mut self, loaded: &Loaded, took: Duration, out: &mut dyn Write) -> anyhow::Result<()> {
        if loaded.new {
            self.new.push(loaded.release.clone());
        }
        let state = if loaded.new { "new" } else { "there" };
        self.bar.suspend(|| match self.args.format {
            Shape::Table => writeln!(out, "{state:5} {:>9}  {}", loaded.rows, loaded.release),
            Shape::Jsonl => {
                let line = serde_json::json!({"release": loaded.release, "state": state, "rows": loaded.rows,
                    "coverage": loaded.coverage,
                    "passed": loaded.passed.iter().map(|(why, count)| serde_json::json!({"rows": count, "why": why})).collect::<Vec<_>>()});
                writeln!(out, "{line}")
            }
        })?;
        for (why, count) in &loaded.passed {
            self.say(&format!("{}: {count} {why} were passed over", loaded.release));
        }
        if loaded.new && took > Duration::from_secs(1) {
            let rate = loaded.rows as f64 / took.as_secs_f64();
            self.say(&format!("{} figures in {:.1} s, {rate:.0} a second", loaded.rows, took.as_secs_f64()));
        }
        Ok(())
    }

    fn say(&self, message: &str) {
        self.bar.suspend(|| self.context.say(message));
    }

    /// Says why something was not loaded; the others still are.
    fn complain(&mut self, error: &anyhow::Error) {
        self.bar.suspend(|| Context::complain(&format!("{error:#}")));
        self.failed = true;
    }

    fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
        let start = Instant::now();
        let done = work();
        (done, start.elapsed())
    }
}

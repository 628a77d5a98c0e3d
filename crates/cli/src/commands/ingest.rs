//! `entente ingest`: files texts in the registry, with their claims and verdicts.

mod inputs;
mod line;
mod queue;
mod watch;

use crate::context::{Context, runtime};
use crate::failure::{Exit, wrong_usage};
use crate::inputs::{Language, Reader, language, tell_notes};
use entente_model::Lang;
use entente_observatory::{Filed, Mode, Reading};
use indicatif::{ProgressBar, ProgressStyle};
use inputs::expand;
use jiff::civil::Date;
use line::{Done, Line};
use std::io::Write;
use std::path::PathBuf;
use watch::StopAfter;

/// File texts in the registry, with their claims checked.
///
/// Plain text, HTML, PDF with a text layer and DOCX are one text each; a feed (RSS, Atom, JSON Feed) is one an item.
/// Prints a line a text: its id, whether it is new, how many claims it makes, and its name. A text that is there
/// already changes nothing. A new registry is made where there is none, with the releases that come with the program.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// When the texts were published (YYYY-MM-DD).
    #[arg(long, value_name = "DATE")]
    pub(crate) published: Option<Date>,
    /// The address of the text, where it is read from a file.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) url: Option<String>,
    /// The publisher, by its id or name.
    #[arg(long, value_name = "SOURCE")]
    pub(crate) source: Option<String>,
    /// The language: en, ru, kk, uz, or auto to find out.
    #[arg(long, default_value = "auto", value_parser = language)]
    pub(crate) lang: Language,
    /// A list of files, one JSON object a line: file, url, outlet, published, lang.
    #[arg(long, value_name = "FILE.jsonl")]
    pub(crate) manifest: Option<PathBuf>,
    /// Share the work with other processes that are given the same texts: each text is filed by one of them, once.
    /// Texts that were filed so are not looked at again.
    #[arg(long, conflicts_with = "stop_after")]
    queue: bool,
    /// Read the page of each item of a feed that gives only a summary.
    #[arg(long)]
    follow: bool,
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Shape::Table)]
    format: Shape,
    /// Stop dead after a step of the n-th document, as a kill would.
    #[arg(long, hide = true, value_name = "STEP:N")]
    stop_after: Option<StopAfter>,
    /// Files, folders, addresses, feeds; - is standard input.
    #[arg(value_name = "PATH|DIR|URL")]
    pub(crate) inputs: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Shape {
    /// For reading.
    Table,
    /// One JSON object a text.
    Jsonl,
}

/// What was done so far.
#[derive(Debug, Default)]
struct Tally {
    new: u64,
    changed: u64,
    unchanged: u64,
    failed: u64,
    claims: usize,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    if args.inputs.is_empty() && args.manifest.is_none() {
        return Err(wrong_usage("nothing to file; name a file, a folder, an address, - or a --manifest"));
    }
    let inputs = expand(args)?;
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Create)?;
    let reader = Reader::new(&[])?.following(args.follow);
    let bar = bar(context, inputs.len());
    let mut tally = Tally::default();
    let mut tell = |done: Done| {
        match &done.result {
            Ok((reading, filed)) => {
                tally.add(*filed, reading);
                if bar.is_hidden() || args.format == Shape::Jsonl {
                    row(args.format, *filed, reading, out)?;
                }
                note(reading, context);
            }
            Err(error) => {
                tally.failed += 1;
                bar.suspend(|| Context::complain(&format!("{error:#}")));
            }
        }
        bar.set_message(done.argument);
        // A feed is one input and many texts.
        if bar.length().is_some_and(|length| bar.position() >= length) {
            bar.inc_length(1);
        }
        bar.inc(1);
        Ok(())
    };
    let line = Line { reader: &reader, registry: &registry, runtime: &runtime, context };
    if args.queue {
        queue::share(&line, inputs, &mut tell)?;
    } else {
        line.file_all(&inputs, args.stop_after, &mut tell)?;
    }
    bar.finish_and_clear();
    context.say(&tally.told());
    runtime.block_on(registry.store().clone().close());
    Ok(if tally.failed > 0 { Exit::Failed } else { Exit::Done })
}

impl Tally {
    fn add(&mut self, filed: Filed, reading: &Reading) {
        match filed {
            Filed::New => self.new += 1,
            Filed::Changed => self.changed += 1,
            Filed::Unchanged => self.unchanged += 1,
        }
        self.claims += reading.extraction.claims.len();
    }

    fn told(&self) -> String {
        let Self { new, changed, unchanged, failed, claims } = self;
        let failed = if *failed > 0 { format!(", {failed} could not be read") } else { String::new() };
        format!("{new} new, {changed} changed, {unchanged} unchanged{failed}; {claims} claims")
    }
}

/// Draws a bar where there are many texts and somebody looks; lines of the texts are then not printed.
fn bar(context: &Context, texts: usize) -> ProgressBar {
    if texts < 2 || !context.may_draw() || !context.is_terminal {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:24} {pos}/{len} {per_sec} {eta} {wide_msg}");
    let bar = ProgressBar::new(texts as u64);
    style.map_or_else(|_| ProgressBar::hidden(), |style| bar.with_style(style))
}

const fn word(filed: Filed) -> &'static str {
    match filed {
        Filed::New => "new",
        Filed::Changed => "changed",
        Filed::Unchanged => "unchanged",
    }
}

fn row(shape: Shape, filed: Filed, reading: &Reading, out: &mut dyn Write) -> anyhow::Result<()> {
    let (id, claims, name) = (reading.document.as_str(), reading.extraction.claims.len(), &reading.name);
    match shape {
        Shape::Table => writeln!(out, "{}  {:<9}  {claims:>4} claims  {name}", &id[..12], word(filed))?,
        Shape::Jsonl => {
            let line = serde_json::json!({"wire": entente_observatory::wire::WIRE, "document": id, "file": name, "filed": word(filed),
                "lang": reading.extraction.lang, "claims": claims});
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

fn note(reading: &Reading, context: &Context) {
    tell_notes(reading, context);
    if reading.page.text.trim().is_empty() {
        context.say(&format!("\"{}\" is empty", reading.name));
    } else if reading.extraction.lang == Lang::Und {
        context
            .say(&format!("\"{}\" is in none of the languages that are read (en, ru, kk, uz)", reading.name));
    }
}

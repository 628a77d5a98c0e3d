//! `entente documents`: what is on file.

use crate::args::Format;
use crate::context::{Context, runtime};
use crate::failure::{Exit, nothing, wrong_usage};
use crate::table::{csv_line, fitted, lay_out, more, numbers, words};
use entente_model::{AuthorId, SourceId};
use entente_observatory::answers::{DocumentWire, List};
use entente_observatory::{DocumentCursor, DocumentFilter, Mode, Sources};
use jiff::civil::Date;
use std::io::Write;

/// List the documents on file, the newest first.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Only of this publisher, by its id or name.
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
    /// Only signed by this author, by name.
    #[arg(long, value_name = "NAME")]
    author: Option<String>,
    /// Only known on this day or later.
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,
    /// Only known on this day or before.
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,
    /// Only with these words in the title, the names or the quotes; the last may be the beginning of one.
    #[arg(long, value_name = "WORDS")]
    q: Option<String>,
    /// Go on where a list ended: what it gave as next.
    #[arg(long, value_name = "CURSOR")]
    cursor: Option<DocumentCursor>,
    /// At most so many.
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    limit: u32,
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let runtime = runtime()?;
    let filter = DocumentFilter {
        source: args.source.as_deref().map(source).transpose()?,
        author: args.author.as_deref().map(AuthorId::of_name),
        since: args.since,
        until: args.until,
        q: args.q.clone(),
        as_of: context.as_of,
        after: args.cursor.clone(),
        limit: args.limit,
    };
    let registry = context.registry(&runtime, Mode::Read)?;
    let list = runtime.block_on(registry.documents(&filter))?;
    if list.total == 0 {
        return Err(nothing(format!("no such documents were on file on {}", context.as_of)));
    }
    match args.format {
        Format::Table => table(&list, context, out)?,
        Format::Json => writeln!(out, "{}", serde_json::to_string(&list)?)?,
        Format::Csv => {
            writeln!(out, "id,published,source,lang,claims,title,url")?;
            for d in &list.items {
                csv_line(
                    out,
                    &[
                        d.id.as_str(),
                        &d.published.map(|date| date.to_string()).unwrap_or_default(),
                        d.source.as_ref().map_or("", SourceId::as_str),
                        d.lang.code(),
                        &d.claims.to_string(),
                        d.title.as_deref().unwrap_or_default(),
                        d.url.as_deref().unwrap_or_default(),
                    ],
                )?;
            }
        }
    }
    Ok(Exit::Done)
}

/// Returns the publisher that an id or a name means.
pub(crate) fn source(word: &str) -> anyhow::Result<SourceId> {
    let sources = Sources::bundled();
    let found = sources.by_id(word).or_else(|| sources.by_name(word));
    found.map(|source| source.id.clone()).ok_or_else(|| {
        wrong_usage(format!("\"{word}\" is not a publisher that is known; entente sources lists them"))
    })
}

fn table(list: &List<DocumentWire>, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let columns =
        [words("id", 12), words("known", 10), fitted("lang"), numbers("claims"), words("title", 36)];
    let row = |d: &DocumentWire| {
        vec![
            d.id.as_str()[..12].to_owned(),
            d.known.to_string(),
            d.lang.to_string(),
            d.claims.to_string(),
            d.title.clone().unwrap_or_else(|| "-".to_owned()),
        ]
    };
    writeln!(out, "{}", lay_out(context, &columns, list.items.iter().map(row).collect()))?;
    more(list, ("document", "documents"), out)
}

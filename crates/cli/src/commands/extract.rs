//! `entente extract`: what texts state, as JSON lines.

use crate::context::Context;
use crate::failure::Exit;
use crate::inputs::{self, Reader, tell_empty, tell_notes};
use crate::table::{lay_out, numbers, words};
use clap::ValueEnum;
use entente_model::Lang;
use entente_observatory::in_order::in_order;
use entente_observatory::normal_form::normal_form;
use entente_observatory::wire::Line;
use entente_observatory::{Hints, Reading};
use jiff::civil::Date;
use std::io::Write;

/// Read the claims, events, people, projects and remarks of texts, each with its quote.
///
/// Needs no registry and writes nothing. Plain text or HTML in, JSON lines out; `-` is standard input.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The language: en, ru, kk, uz, or auto to find out.
    #[arg(long, default_value = "auto", value_parser = inputs::language)]
    lang: inputs::Language,
    /// When the texts were published (YYYY-MM-DD): "last year" is reckoned from it.
    #[arg(long, value_name = "DATE")]
    published: Option<Date>,
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Shape::Jsonl)]
    format: Shape,
    /// Add the text that the offsets count in to each document line.
    #[arg(long)]
    text: bool,
    /// Files or addresses; - is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// One JSON object a line.
    Jsonl,
    /// For reading.
    Table,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let hints = Hints { published: args.published, lang: args.lang.0, ..Hints::default() };
    let reader = Reader::new(&args.files)?;
    let mut exit = Exit::Done;
    let read = |file: &String| (file.clone(), reader.read(file, &hints));
    in_order(&args.files, context.threads, read, |(file, result)| {
        let readings = match result {
            Ok(readings) => readings,
            Err(error) => {
                Context::complain(&format!("{error:#}"));
                exit = Exit::Failed;
                return Ok(());
            }
        };
        if readings.is_empty() {
            tell_empty(&file, context);
        }
        for reading in &readings {
            match args.format {
                Shape::Jsonl => lines(reading, args.text, out)?,
                Shape::Table => table(reading, context, out)?,
            }
            note(reading, context);
        }
        anyhow::Ok(())
    })?;
    Ok(exit)
}

fn note(reading: &Reading, context: &Context) {
    tell_notes(reading, context);
    if reading.page.text.trim().is_empty() {
        context.say(&format!("\"{}\" is empty", reading.name));
    } else if reading.extraction.lang == Lang::Und {
        context
            .say(&format!("\"{}\" is in none of the languages that are read (en, ru, kk, uz)", reading.name));
    } else if reading.extraction.claims.is_empty() {
        context.say(&format!("no claims were found in \"{}\"", reading.name));
    }
}

/// A line in memory, most pieces of which are one byte long.
struct Pieces(Vec<u8>);

impl Write for Pieces {
    #[inline]
    fn write(&mut self, piece: &[u8]) -> std::io::Result<usize> {
        self.write_all(piece)?;
        Ok(piece.len())
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "known lengths become single stores only where it is called")]
    fn write_all(&mut self, piece: &[u8]) -> std::io::Result<()> {
        match piece {
            [byte] => self.0.push(*byte),
            _ => self.0.extend_from_slice(piece),
        }
        Ok(())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// About as long as the line of a claim, in bytes.
const LINE: usize = 1024;

fn lines(reading: &Reading, with_text: bool, out: &mut dyn Write) -> anyhow::Result<()> {
    let extraction = &reading.extraction;
    let document = reading.line(with_text);
    // A line is put together in one place and written at once: it has some hundred pieces.
    let mut bytes = Pieces(Vec::with_capacity(LINE));
    let mut line = |line: Line<'_>| -> anyhow::Result<()> {
        bytes.0.clear();
        serde_json::to_writer(&mut bytes, &line)?;
        bytes.0.push(b'\n');
        Ok(out.write_all(&bytes.0)?)
    };
    line(Line::Document(&document))?;
    extraction.claims.iter().map(Line::Claim).try_for_each(&mut line)?;
    extraction.events.iter().map(Line::Event).try_for_each(&mut line)?;
    extraction.officials.iter().map(Line::Official).try_for_each(&mut line)?;
    extraction.projects.iter().map(Line::Project).try_for_each(&mut line)?;
    extraction.remarks.iter().map(Line::Remark).try_for_each(&mut line)?;
    extraction.authors.iter().map(Line::Author).try_for_each(&mut line)
}

fn table(reading: &Reading, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let columns = [numbers("at"), words("quote", 24), words("says", 44)];
    let row = |claim: &entente_model::Claim| {
        vec![claim.quote.start.to_string(), claim.quote.exact.clone(), normal_form(claim)]
    };
    let rows = reading.extraction.claims.iter().map(row).collect();
    writeln!(out, "{}\n{}", reading.name, lay_out(context, &columns, rows))?;
    Ok(())
}

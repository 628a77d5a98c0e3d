//! PDF to text: what its text layer says, in reading order.
//!
//! The file is interpreted by `hayro-interpret`, which draws on a device of ours that keeps letters and their places
//! and nothing else: no image is decoded and no outline is filled. `lines` puts the letters of a page into lines and
//! columns, `mend` lines into paragraphs. What a file may cost is bounded: pages, letters, drawing operations, and the
//! size that its streams unpack to, which is measured before anything is read.

mod glyphs;
mod lines;
mod mend;
mod streams;
mod title;

use crate::pdf::glyphs::Letters;
use crate::pdf::lines::Line;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf as Syntax};
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, RenderContent, TransformExt, interpret_page,
};
use jiff::civil::Date;
use std::panic::{AssertUnwindSafe, catch_unwind};
use thiserror::Error;

/// The most pages that are read.
pub const MAX_PAGES: usize = 500;
/// The most letters that are kept of a file.
const MAX_LETTERS: usize = 4_000_000;
/// The stack of the thread that reads a file: forms may hold forms, 50 deep.
const STACK: usize = 64 * 1024 * 1024;

/// Why a PDF file was not read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PdfError {
    /// It is broken.
    #[error("\"{name}\" is a broken PDF file; open it in a viewer and print it to a new file")]
    Broken {
        /// The name of the input.
        name: String,
    },
    /// It is locked by a password.
    #[error("\"{name}\" is a PDF file that a password locks; give it unlocked")]
    Locked {
        /// The name of the input.
        name: String,
    },
    /// It holds images and no text.
    #[error(
        "\"{name}\" is a scanned PDF file without text; give it with a text layer (from text recognition), or as text"
    )]
    NoText {
        /// The name of the input.
        name: String,
    },
    /// Its letters cannot be told from its fonts.
    #[error("\"{name}\" is a PDF file whose fonts do not say what their letters are; give it as text")]
    NoLetters {
        /// The name of the input.
        name: String,
    },
    /// It costs more than is spent on a file.
    #[error("\"{name}\" is a PDF file that {what}; give it in parts, or as text")]
    TooMuch {
        /// The name of the input.
        name: String,
        /// What is too much.
        what: String,
    },
}

/// What a PDF file holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pdf {
    /// The title: what is set largest at the head of the first page, else the file's own.
    pub title: Option<String>,
    /// The author, by the file's own properties.
    pub author: Option<String>,
    /// The day it was made, by the file's own properties.
    pub created: Option<Date>,
    /// The paragraphs and the lines of tables.
    pub paragraphs: Vec<String>,
    /// How many pages it has.
    pub pages: usize,
}

/// Tells whether bytes are a PDF file: its mark stands among the first 1024 bytes, behind what a mailer put there.
#[must_use]
pub fn is_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    head.starts_with(b"%PDF-") || head.trim_ascii_start().starts_with(b"%PDF-")
}

/// Reads a PDF file.
///
/// # Errors
/// When it is broken, locked or too costly, or holds no text.
pub fn read(name: &str, bytes: &[u8]) -> Result<Pdf, PdfError> {
    streams::check(bytes).map_err(|what| PdfError::TooMuch { name: name.to_owned(), what })?;
    let broken = || PdfError::Broken { name: name.to_owned() };
    let bytes = bytes.to_vec();
    // A file is a stranger's; should it find a hole in the library, or exhaust what it may draw, others are still read.
    let work = || catch_unwind(AssertUnwindSafe(|| interpret(bytes)));
    let done = std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        thread.map(std::thread::ScopedJoinHandle::join)
    });
    match done {
        Ok(Ok(Ok(read))) => read.map_err(|fault| fault.of(name)),
        Ok(Ok(Err(stopped))) if stopped.is::<glyphs::Exhausted>() => {
            Err(PdfError::TooMuch { name: name.to_owned(), what: "draws too much".to_owned() })
        }
        _ => Err(broken()),
    }
}

/// Why a file was not read, before it has a name.
#[derive(Debug, Clone, Copy)]
enum Fault {
    Broken,
    Locked,
    NoText,
    NoLetters,
}

impl Fault {
    fn of(self, name: &str) -> PdfError {
        let name = name.to_owned();
        match self {
            Self::Broken => PdfError::Broken { name },
            Self::Locked => PdfError::Locked { name },
            Self::NoText => PdfError::NoText { name },
            Self::NoLetters => PdfError::NoLetters { name },
        }
    }
}

fn interpret(bytes: Vec<u8>) -> Result<Pdf, Fault> {
    let syntax = Syntax::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Fault::Locked,
        LoadPdfError::Invalid => Fault::Broken,
    })?;
    let cache = InterpreterCache::new();
    let mut letters = Letters::new(MAX_LETTERS);
    let mut pages: Vec<Vec<Line>> = Vec::new();
    let all = syntax.pages();
    for page in all.iter().take(MAX_PAGES) {
        let settings =
            InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
        let (width, height) = page.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let start = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(start, bounds, &cache, syntax.xref(), settings);
        interpret_page(page, &mut context, &mut letters);
        pages.push(lines::of(letters.page()));
    }
    if letters.total() == 0 {
        return Err(Fault::NoText);
    }
    if letters.unknown() * 3 > letters.total() {
        return Err(Fault::NoLetters);
    }
    let paragraphs = mend::paragraphs(&mut pages);
    let metadata = syntax.metadata();
    let words = |bytes: &Option<Box<[u8]>>| bytes.as_deref().and_then(title::decoded);
    Ok(Pdf {
        title: title::of(pages.first().map_or(&[], Vec::as_slice), words(&metadata.title)),
        author: words(&metadata.author),
        created: metadata.creation_date.as_ref().and_then(title::day),
        paragraphs,
        pages: all.len(),
    })
}

#[cfg(test)]
mod tests;

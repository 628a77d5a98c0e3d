//! From a named input to a reading: files, standard input, addresses.

use crate::reading::{Hints, Reading, read};
use entente_ingest::{Fetcher, Given, Input, PageError, Raw, ReadError, read_page};
use thiserror::Error;

/// Why an input gave no reading.
#[derive(Debug, Error)]
pub enum InputError {
    /// It could not be had.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It is no text.
    #[error(transparent)]
    Page(#[from] PageError),
}

/// Reads the input that an argument names; `-` is standard input, given as `stdin`.
///
/// # Errors
/// When it cannot be read or is no text.
pub fn read_argument(
    argument: &str,
    stdin: Option<Vec<u8>>,
    fetcher: &Fetcher,
    hints: &Hints,
) -> Result<Reading, InputError> {
    let input = match stdin {
        Some(bytes) => Input::Stdin(bytes),
        None => Input::of_argument(argument),
    };
    let raw = Raw::read(input, fetcher)?;
    let given = Given { content_type: raw.content_type, url: raw.url.clone(), published: hints.published };
    let page = read_page(&raw.name, &raw.bytes, &given)?;
    let mut hints = hints.clone();
    hints.url = hints.url.or_else(|| raw.url.map(|url| url.to_string()));
    Ok(read(&raw.name, page, &hints))
}

/// Reads a text that is at hand.
///
/// # Errors
/// When it is no text.
pub fn read_text(name: &str, text: &str, hints: &Hints) -> Result<Reading, InputError> {
    let page = read_page(name, text.as_bytes(), &Given { published: hints.published, ..Given::default() })?;
    Ok(read(name, page, hints))
}

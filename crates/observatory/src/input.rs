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
    read_raw(raw, hints)
}

/// Reads bytes that are at hand, with what came with them.
///
/// # Errors
/// When they are no text.
pub fn read_raw(raw: Raw, hints: &Hints) -> Result<Reading, InputError> {
    let given =
        Given { content_type: raw.content_type.clone(), url: raw.url.clone(), published: hints.published };
    let page = read_page(&raw.name, &raw.bytes, &given)?;
    let mut hints = hints.clone();
    hints.url = hints.url.or_else(|| raw.url.map(|url| url.to_string()));
    let mut reading = read(&raw.name, raw.bytes, page, &hints);
    reading.content_type = raw.content_type;
    Ok(reading)
}

/// Reads a text that is at hand.
///
/// # Errors
/// When it is no text.
pub fn read_text(name: &str, text: &str, hints: &Hints) -> Result<Reading, InputError> {
    let raw = Raw { name: name.to_owned(), bytes: text.as_bytes().to_vec(), content_type: None, url: None };
    read_raw(raw, hints)
}

//! DOCX to text: paragraphs and tables of the body, title, author and day from the core properties.
//!
//! What is marked as deleted is left out, what is marked as inserted is kept. Headers, footers, notes and comments are
//! not read. A part that unpacks to more than 32 MB is refused, whatever its packed size says.

mod body;
mod properties;

use jiff::civil::Date;
use std::io::{Cursor, Read};
use thiserror::Error;
use zip::ZipArchive;

/// The longest part that is unpacked, in bytes.
const MAX_PART: u64 = 32 * 1024 * 1024;
/// The most files that an archive may hold.
const MAX_FILES: usize = 20_000;
/// Where the text stands.
const BODY: &str = "word/document.xml";
/// Where title, author and days stand.
const PROPERTIES: &str = "docProps/core.xml";

/// Why a DOCX file was not read.
#[derive(Debug, Error)]
pub enum DocxError {
    /// It is a ZIP archive and no DOCX file.
    #[error(
        "\"{name}\" is a ZIP archive without a Word document in it; give plain text, HTML, a feed, PDF or DOCX"
    )]
    NoDocument {
        /// The name of the input.
        name: String,
    },
    /// A part is too long.
    #[error("\"{name}\" unpacks to more than {} MB, the most that is read", MAX_PART / (1024 * 1024))]
    TooLarge {
        /// The name of the input.
        name: String,
    },
    /// The archive is broken or encrypted.
    #[error("\"{name}\" is a broken or encrypted DOCX file ({fault})")]
    Broken {
        /// The name of the input.
        name: String,
        /// What is wrong with it.
        fault: String,
    },
}

/// What a DOCX file holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Docx {
    /// The title: the paragraph set as one, else the property.
    pub title: Option<String>,
    /// The author, by the properties.
    pub author: Option<String>,
    /// The day it was made, by the properties.
    pub created: Option<Date>,
    /// The paragraphs and the lines of tables.
    pub paragraphs: Vec<String>,
    /// The tables, as rows of cells.
    pub tables: Vec<Vec<Vec<String>>>,
}

/// Tells whether bytes are a ZIP archive, which a DOCX file is.
#[must_use]
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Reads a DOCX file.
///
/// # Errors
/// When it is none, broken, or unpacks to too much.
pub fn read(name: &str, bytes: &[u8]) -> Result<Docx, DocxError> {
    let broken = |fault: String| DocxError::Broken { name: name.to_owned(), fault };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(error.to_string()))?;
    if archive.len() > MAX_FILES {
        return Err(broken(format!("more than {MAX_FILES} files")));
    }
    let Some(body) = part(name, &mut archive, BODY)? else {
        return Err(DocxError::NoDocument { name: name.to_owned() });
    };
    let mut docx = body::read(&body).map_err(|error| broken(error.to_string()))?;
    if let Some(core) = part(name, &mut archive, PROPERTIES)? {
        properties::read(&core, &mut docx);
    }
    Ok(docx)
}

/// Unpacks a part, where there is one. XML without a mark of another encoding is UTF-8.
fn part(
    name: &str,
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    path: &str,
) -> Result<Option<String>, DocxError> {
    let broken = |fault: String| DocxError::Broken { name: name.to_owned(), fault };
    let file = match archive.by_name(path) {
        Ok(file) => file,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(broken(error.to_string())),
    };
    let mut bytes = Vec::new();
    file.take(MAX_PART + 1).read_to_end(&mut bytes).map_err(|error| broken(error.to_string()))?;
    if bytes.len() as u64 > MAX_PART {
        return Err(DocxError::TooLarge { name: name.to_owned() });
    }
    let text = crate::decode::decode(name, &bytes, None).map_err(|error| broken(error.to_string()))?.text;
    Ok(Some(text))
}

#[cfg(test)]
mod tests;

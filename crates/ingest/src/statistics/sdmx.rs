//! SDMX data messages in general: SDMX-CSV 1.0 and 2.0 and SDMX-JSON 2.0, as rows of named codes.
//!
//! Source: SDMX 3.0 Technical Standards, "SDMX-CSV Data Messages" (2.0.0) and "SDMX-JSON Data Message" (2.0.0); SDMX 2.1
//! "SDMX-CSV" (1.0). What a dimension means is for the map of a dataset to say (see `imts`).

mod csv_message;
mod json_message;

use super::facts::FactError;
use std::collections::BTreeMap;
use std::io::Read;

/// One observation of a message: its codes by the id of dimension, measure or attribute.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SdmxRow {
    /// The line, or the position in a JSON message, from 1.
    pub line: u64,
    /// Codes by component id. A label behind a code (`A: Annual`) is cut off.
    pub codes: BTreeMap<String, String>,
    /// What is done with the row; none is the same as information.
    pub action: Action,
}

/// What a row is for (SDMX-CSV 2.0, "Action").
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Action {
    /// `I`, `A`, `M`, `R`: the row holds what is so.
    #[default]
    Holds,
    /// `D`: what the row names is no longer so.
    Delete,
}

impl SdmxRow {
    /// Returns a code; empty where the component is absent.
    #[must_use]
    pub fn code(&self, component: &str) -> &str {
        self.codes.get(component).map_or("", String::as_str)
    }
}

/// The rows of a message.
pub type SdmxRows<'a> = Box<dyn Iterator<Item = Result<SdmxRow, FactError>> + Send + 'a>;

/// JSON messages larger than this are refused; CSV has no limit.
const LARGEST_JSON: u64 = 512 * 1024 * 1024;

/// Reads a message, whose form is told by its first byte.
///
/// # Errors
/// Bytes that are no data message.
pub fn message<'a>(file: &'a str, mut bytes: Box<dyn Read + Send + 'a>) -> Result<SdmxRows<'a>, FactError> {
    let io = |source| FactError::Io { file: file.to_owned(), source };
    let shape = |found: &str| FactError::Shape {
        file: file.to_owned(),
        expected: "SDMX message in CSV or JSON",
        found: found.to_owned(),
    };
    let mut head = Vec::new();
    bytes.by_ref().take(64).read_to_end(&mut head).map_err(io)?;
    let start = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&head);
    match start.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{') => {
            let mut text = head;
            bytes.take(LARGEST_JSON).read_to_end(&mut text).map_err(io)?;
            if text.len() as u64 >= LARGEST_JSON {
                return Err(shape("it is longer than 512 MB; ask for CSV, which has no limit"));
            }
            json_message::rows(file, &text)
        }
        Some(b'<') => Err(shape("it is XML or a web page; ask for application/vnd.sdmx.data+csv")),
        Some(_) => {
            let delimiter = csv_message::delimiter(start);
            csv_message::rows(file, delimiter, Box::new(std::io::Cursor::new(head).chain(bytes)))
        }
        None => Err(shape("it is empty")),
    }
}

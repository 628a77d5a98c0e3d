//! Title, author and day of a PDF file.

use crate::date;
use crate::pdf::lines::{Line, middle};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use hayro_interpret::hayro_syntax::object::DateTime;
use jiff::civil::Date;

/// How many lines of the first page can hold the title.
const HEAD: usize = 12;
/// How much larger than the text a title is set.
const LARGER: f64 = 1.15;
/// The longest title, in characters.
const MAX_TITLE: usize = 250;

/// Returns what is set largest at the head of the first page, else what the file says its title is.
pub(super) fn of(page: &[Line], own: Option<String>) -> Option<String> {
    set_largest(page).or_else(|| own.filter(|own| !is_of_a_program(own)))
}

fn set_largest(page: &[Line]) -> Option<String> {
    let body = middle(page.iter().map(|line| line.size))?;
    let head = &page[..page.len().min(HEAD)];
    let size = head.iter().map(|line| line.size).max_by(f64::total_cmp)?;
    if size < LARGER * body {
        return None;
    }
    let is_of_title = |line: &&Line| (line.size - size).abs() < 0.05 * size;
    let lines: Vec<&str> = head
        .iter()
        .skip_while(|line| !is_of_title(line))
        .take_while(is_of_title)
        .map(|line| line.text.as_str())
        .collect();
    let title = lines.join(" ");
    let letters = title.chars().filter(|c| c.is_alphabetic()).count();
    (letters > 3 && title.chars().count() <= MAX_TITLE).then_some(title)
}

/// Tells whether a title was written by a program: a file's name, or none.
fn is_of_a_program(title: &str) -> bool {
    let folded = title.to_lowercase();
    let endings =
        [".doc", ".docx", ".pdf", ".indd", ".rtf", ".odt", ".xls", ".xlsx", ".ppt", ".pptx", ".qxd"];
    folded.starts_with("microsoft ")
        || folded.starts_with("untitled")
        || folded.starts_with("document")
        || endings.iter().any(|ending| folded.ends_with(ending))
}

/// Decodes a string of the properties: UTF-16 or UTF-8 with a mark, else Latin letters.
pub(super) fn decoded(bytes: &[u8]) -> Option<String> {
    let (encoding, bytes) = match bytes {
        [0xFE, 0xFF, rest @ ..] => (UTF_16BE, rest),
        [0xFF, 0xFE, rest @ ..] => (UTF_16LE, rest),
        [0xEF, 0xBB, 0xBF, rest @ ..] => (UTF_8, rest),
        _ if std::str::from_utf8(bytes).is_ok() => (UTF_8, bytes),
        _ => (WINDOWS_1252, bytes),
    };
    let text = encoding.decode_without_bom_handling(bytes).0;
    let text: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(2 * MAX_TITLE).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// Returns a day of the properties.
pub(super) fn day(at: &DateTime) -> Option<Date> {
    date::of_markup(&format!("{:04}-{:02}-{:02}", at.year, at.month, at.day), true)
}

//! Where the next part of a list begins: the key of the last thing before it, in the order of the list.
//!
//! A cursor holds values, not the name of a row: it stays good when what it was made of is read again or gone.

use crate::place::place;
use entente_model::{DocumentId, MentionId};
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// A part of a list, and how many there are in all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T, C> {
    /// How many there are in all.
    pub total: u64,
    /// The part that was asked for.
    pub items: Vec<T>,
    /// Where the next part begins; none at the end.
    pub next: Option<C>,
}

impl<T, C> Page<T, C> {
    /// Makes a part out of one more than was asked for, which tells that there is a next part.
    pub(crate) fn new(total: u64, mut items: Vec<T>, limit: u32, cursor: impl Fn(&T) -> C) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let goes_on = items.len() > limit;
        items.truncate(limit);
        let next = items.last().filter(|_| goes_on).map(cursor);
        Self { total, items, next }
    }
}

/// A text that is no cursor of a list.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("\"{given}\" is not a cursor of this list; give the `next` of the part before as it is")]
pub struct CursorError {
    /// What was given.
    pub given: String,
}

impl CursorError {
    pub(crate) fn of(given: &str) -> Self {
        Self { given: given.chars().take(80).collect() }
    }
}

/// Where a list of documents goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentCursor {
    pub(crate) place: i64,
    pub(crate) id: DocumentId,
}

impl DocumentCursor {
    pub(crate) fn new(known: Date, id: &DocumentId) -> Self {
        Self { place: place(known, id), id: id.clone() }
    }
}

impl fmt::Display for DocumentCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.place, self.id)
    }
}

impl FromStr for DocumentCursor {
    type Err = CursorError;

    fn from_str(s: &str) -> Result<Self, CursorError> {
        let parse = || {
            let (place, id) = s.split_once('.')?;
            Some(Self { place: place.parse().ok()?, id: id.parse().ok()? })
        };
        parse().ok_or_else(|| CursorError::of(s))
    }
}

/// Where a list of claims goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimCursor {
    pub(crate) place: i64,
    pub(crate) document: DocumentId,
    pub(crate) position: i64,
    pub(crate) id: MentionId,
}

impl fmt::Display for ClaimCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}.{}", self.place, self.document, self.position, self.id)
    }
}

impl FromStr for ClaimCursor {
    type Err = CursorError;

    fn from_str(s: &str) -> Result<Self, CursorError> {
        let parse = || {
            let mut parts = s.split('.');
            let cursor = Self {
                place: parts.next()?.parse().ok()?,
                document: parts.next()?.parse().ok()?,
                position: parts.next()?.parse().ok()?,
                id: parts.next()?.parse().ok()?,
            };
            parts.next().is_none().then_some(cursor)
        };
        parse().ok_or_else(|| CursorError::of(s))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_as_it_was_written() {
        let (document, id) = ("0a".repeat(16), "0b".repeat(16));
        let of_document = format!("-85000000000000.{document}");
        assert_eq!(of_document.parse::<DocumentCursor>().unwrap().to_string(), of_document);
        let of_claim = format!("-85000000000000.{document}.17.{id}");
        assert_eq!(of_claim.parse::<ClaimCursor>().unwrap().to_string(), of_claim);
        for wrong in ["", ".", "1.2", &id, &of_document, &format!("{of_claim}.1"), "1.\u{0}"] {
            assert!(wrong.parse::<ClaimCursor>().is_err(), "{wrong}");
        }
        let error = "x".repeat(999).parse::<DocumentCursor>().unwrap_err().to_string();
        assert!(error.len() < 200 && error.contains("next"), "{error}");
    }
}

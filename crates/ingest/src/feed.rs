//! Feeds to items: RSS 2.0 and its forerunners, RSS 1.0, Atom, and JSON Feed, told apart by their content.
//!
//! Each item is a document of its own. Its bytes are a feed of its own, with that one item as it is written: the same
//! item in tomorrow's feed is then the same snapshot, and can be read again from it.
//!
//! Feeds are often not well-formed: a bare `&`, an undefined entity, a tag that is not closed. What can be read is; an
//! item that ends before its end tag is not.

mod json;
mod xml;

use crate::html::{self, with_title};
use crate::page::Note;
use jiff::civil::Date;
use thiserror::Error;
use url::Url;

/// The most items of a feed that are read.
pub const MAX_ITEMS: usize = 1000;

/// How many bytes show whether a text is a feed.
const SNIFF_REACH: usize = 4096;

/// Why a feed was not read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FeedError {
    /// The text begins like a feed and is none.
    #[error("\"{name}\" is a broken feed ({fault}); expected RSS, Atom or JSON Feed")]
    Broken {
        /// The name of the input.
        name: String,
        /// What is wrong with it.
        fault: String,
    },
}

/// The kinds of feeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedKind {
    /// RSS 2.0 and 0.9x, RSS 1.0, Atom.
    Xml,
    /// JSON Feed.
    Json,
}

/// A feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// Its items, in its order; at most [`MAX_ITEMS`].
    pub items: Vec<Item>,
    /// How many more it holds, which are not read.
    pub left_out: usize,
}

/// An item of a feed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// A feed with this item alone, as it is written.
    pub bytes: String,
    /// The address of what it announces.
    pub link: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// When it was published, as it is written.
    pub published: Option<String>,
    /// When it was changed, as it is written.
    pub updated: Option<String>,
    /// Who signed it.
    pub byline: Option<String>,
    /// The language that it, or the feed, declares.
    pub lang: Option<String>,
    /// The title of the feed.
    pub outlet: Option<String>,
    /// Its content.
    pub content: Option<Content>,
}

/// What an item holds of the text that it announces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// HTML or plain text.
    pub text: String,
    /// Whether it is HTML.
    pub html: bool,
    /// Whether the feed calls it a summary.
    pub summary: bool,
}

/// Tells whether bytes may be a feed, so that it is worth decoding them: they open with a bracket, or in two bytes a
/// letter.
#[must_use]
pub fn may_be(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64)];
    let first =
        head.iter().find(|b| !b.is_ascii_whitespace() && !matches!(b, 0 | 0xEF | 0xBB | 0xBF | 0xFE | 0xFF));
    matches!(first, Some(b'<' | b'{'))
}

/// Tells whether a text is a feed, and of which kind.
#[must_use]
pub fn kind_of(text: &str) -> Option<FeedKind> {
    let head = text.trim_start();
    if head.starts_with('<') {
        return xml::is_feed(&head[..head.floor_char_boundary(SNIFF_REACH)]).then_some(FeedKind::Xml);
    }
    (head.starts_with('{') && head.contains("jsonfeed.org/version/")).then_some(FeedKind::Json)
}

/// Reads a feed that was read from an address.
///
/// # Errors
/// When it is broken beyond reading.
pub fn read(name: &str, text: &str, kind: FeedKind, url: Option<&Url>) -> Result<Feed, FeedError> {
    let items = match kind {
        FeedKind::Xml => Ok(xml::items(text, MAX_ITEMS)),
        FeedKind::Json => json::items(text, MAX_ITEMS),
    };
    let (mut items, left_out) =
        items.map_err(|fault| FeedError::Broken { name: name.to_owned(), fault: fault.to_string() })?;
    for item in &mut items {
        item.link = item.link.take().and_then(|link| address(&link, url));
        item.title = item.title.take().and_then(|title| plain(&title));
        item.byline = item.byline.take().and_then(|name| plain(&name));
        item.outlet = item.outlet.take().and_then(|name| plain(&name));
    }
    Ok(Feed { items, left_out })
}

impl Item {
    /// Returns the title, an empty line and the paragraphs of the content.
    #[must_use]
    pub fn text(&self) -> String {
        let paragraphs = match &self.content {
            None => Vec::new(),
            Some(content) if content.html => html::paragraphs(&content.text),
            Some(content) => vec![content.text.trim().to_owned()],
        };
        let paragraphs: Vec<String> = paragraphs.into_iter().filter(|text| !text.is_empty()).collect();
        with_title(self.title.as_deref(), &paragraphs)
    }

    /// Returns the day of publication, and what is to be told of it and of the content.
    #[must_use]
    pub fn day_and_notes(&self) -> (Option<Date>, Vec<Note>) {
        let mut notes = Vec::new();
        let day = self.published.as_deref().and_then(|value| html::date_of(value, self.lang.as_deref()));
        match (&self.published, &self.updated, day) {
            (Some(value), _, None) => notes.push(Note::BadDate { value: value.chars().take(80).collect() }),
            (None, Some(_), None) => notes.push(Note::OnlyUpdated),
            _ => {}
        }
        match &self.content {
            Some(content) if content.summary => notes.push(Note::SummaryOnly),
            None => notes.push(Note::TitleOnly),
            Some(_) => {}
        }
        (day, notes)
    }

    /// Tells whether the text that it announces is longer than what it holds.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.content.as_ref().is_none_or(|content| content.summary)
    }
}

/// Returns a link as an address: http or https, joined with that of the feed.
fn address(link: &str, url: Option<&Url>) -> Option<String> {
    let link = link.trim();
    let mut parsed = match url {
        Some(base) => base.join(link).ok()?,
        None => Url::parse(link).ok()?,
    };
    parsed.set_fragment(None);
    (matches!(parsed.scheme(), "http" | "https") && parsed.has_host()).then(|| parsed.to_string())
}

/// Returns a title or a name without the markup that some feeds put there.
fn plain(text: &str) -> Option<String> {
    let text = html::paragraphs(text).join(" ");
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests;

//! From a named input to readings: files, standard input, addresses. A feed gives one reading an item, everything else one.

use crate::reading::{Hints, Reading, read};
use entente_ingest::decode::{charset_of, decode};
use entente_ingest::feed::{self, FeedError, FeedKind};
use entente_ingest::page::{Note, Page, read_item, read_page};
use entente_ingest::{Fetcher, Given, Input, Item, PageError, Raw, ReadError};
use entente_model::DateBasis;
use thiserror::Error;
use url::Url;

/// Why an input gave no reading.
#[derive(Debug, Error)]
pub enum InputError {
    /// It could not be had.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It is no text.
    #[error(transparent)]
    Page(#[from] PageError),
    /// It is a broken feed.
    #[error(transparent)]
    Feed(#[from] FeedError),
    /// One address is given for many texts.
    #[error("\"{name}\" is a feed of {items} texts, and an address is given as that of one; leave it out")]
    AddressOfMany {
        /// The name of the input.
        name: String,
        /// How many texts it holds.
        items: usize,
    },
    /// One text was asked for.
    #[error(
        "\"{name}\" is a feed of {items} texts, and one is read at a time; give the address of one of them"
    )]
    ManyTexts {
        /// The name of the input.
        name: String,
        /// How many texts it holds.
        items: usize,
    },
}

/// Reads the input that an argument names; `-` is standard input, given as `stdin`. With `follow`, the page of a feed's
/// item that gives only a summary is read in its place.
///
/// # Errors
/// When it cannot be read or is no text. A page that cannot be followed is told in the notes of its item.
pub fn read_argument(
    argument: &str,
    stdin: Option<Vec<u8>>,
    fetcher: &Fetcher,
    hints: &Hints,
    follow: bool,
) -> Result<Vec<Reading>, InputError> {
    let input = match stdin {
        Some(bytes) => Input::Stdin(bytes),
        None => Input::of_argument(argument),
    };
    let raw = Raw::read(input, fetcher)?;
    let Some((text, kind)) = feed_of(&raw) else { return Ok(vec![read_one(raw, hints)?]) };
    of_feed(&raw, &text, kind, hints, follow.then_some(fetcher))
}

/// Reads the one text that an argument names; a feed is one when it has one item.
///
/// # Errors
/// When it cannot be read, is no text, or is a feed of many.
pub fn read_single(argument: &str, fetcher: &Fetcher, hints: &Hints) -> Result<Reading, InputError> {
    read_raw(Raw::read(Input::of_argument(argument), fetcher)?, hints)
}

/// Reads bytes that are at hand, with what came with them; a feed is one text when it has one item.
///
/// # Errors
/// When they are no text, or a feed of many.
pub fn read_raw(raw: Raw, hints: &Hints) -> Result<Reading, InputError> {
    if let Some((text, kind)) = feed_of(&raw) {
        let readings = of_feed(&raw, &text, kind, hints, None)?;
        let items = readings.len();
        if items > 1 {
            return Err(InputError::ManyTexts { name: raw.name, items });
        }
        if let Some(only) = readings.into_iter().next() {
            return Ok(only);
        }
    }
    read_one(raw, hints)
}

/// Reads a text that is at hand.
///
/// # Errors
/// When it is no text.
pub fn read_text(name: &str, text: &str, hints: &Hints) -> Result<Reading, InputError> {
    let raw = Raw { name: name.to_owned(), bytes: text.as_bytes().to_vec(), content_type: None, url: None };
    read_raw(raw, hints)
}

fn read_one(raw: Raw, hints: &Hints) -> Result<Reading, InputError> {
    let given =
        Given { content_type: raw.content_type.clone(), url: raw.url.clone(), published: hints.published };
    let page = read_page(&raw.name, &raw.bytes, &given)?;
    let mut hints = hints.clone();
    hints.url = hints.url.or_else(|| raw.url.map(|url| url.to_string()));
    let mut reading = read(&raw.name, raw.bytes, page, &hints);
    reading.content_type = raw.content_type;
    Ok(reading)
}

/// Returns the text of a feed and its kind, where the bytes are one.
fn feed_of(raw: &Raw) -> Option<(String, FeedKind)> {
    if !feed::may_be(&raw.bytes) {
        return None;
    }
    let charset = raw.content_type.as_deref().and_then(charset_of);
    let text = decode(&raw.name, &raw.bytes, charset).ok()?.text;
    let kind = feed::kind_of(&text)?;
    Some((text, kind))
}

fn of_feed(
    raw: &Raw,
    text: &str,
    kind: FeedKind,
    hints: &Hints,
    fetcher: Option<&Fetcher>,
) -> Result<Vec<Reading>, InputError> {
    let feed = feed::read(&raw.name, text, kind, raw.url.as_ref())?;
    let items = feed.items.len();
    if items > 1 && hints.url.is_some() {
        return Err(InputError::AddressOfMany { name: raw.name.clone(), items });
    }
    let given = Given { published: hints.published, ..Given::default() };
    let reading = |(number, item): (usize, Item)| {
        let name = if items > 1 { format!("{}#{}", raw.name, number + 1) } else { raw.name.clone() };
        let mut page = read_item(&item, &given);
        match fetcher.and_then(|fetcher| followed(&item, &page, fetcher)) {
            Some(Ok((bytes, mut followed))) => {
                // What the feed says of it stands, where the page itself does not say.
                followed.canonical = page.canonical;
                followed.title = followed.title.or(page.title);
                followed.byline = followed.byline.or(page.byline);
                if followed.published.is_none() && page.published_basis == DateBasis::Markup {
                    (followed.published, followed.published_basis) = (page.published, DateBasis::Markup);
                }
                return read(&name, bytes, followed, hints);
            }
            Some(Err(why)) => page.notes.push(Note::NotFollowed { why }),
            None => {}
        }
        read(&name, item.bytes.into_bytes(), page, hints)
    };
    let mut readings: Vec<Reading> = feed.items.into_iter().enumerate().map(reading).collect();
    if feed.left_out > 0
        && let Some(last) = readings.last_mut()
    {
        last.page.notes.push(Note::ItemsLeftOut { count: feed.left_out });
    }
    Ok(readings)
}

/// Reads the page that an item announces, where the item does not hold it: through the same guard as any address.
fn followed(item: &Item, page: &Page, fetcher: &Fetcher) -> Option<Result<(Vec<u8>, Page), String>> {
    if !item.is_short() {
        return None;
    }
    let url: Url = page.canonical.as_deref()?.parse().ok()?;
    Some(follow(&url, fetcher).map_err(|error| {
        let causes = std::iter::successors(error.source(), |cause| cause.source());
        causes.fold(error.to_string(), |told, cause| format!("{told}: {cause}"))
    }))
}

fn follow(url: &Url, fetcher: &Fetcher) -> Result<(Vec<u8>, Page), Box<dyn std::error::Error>> {
    let fetched = fetcher.fetch(url)?;
    let given = Given { content_type: fetched.content_type, url: Some(fetched.final_url), published: None };
    let page = read_page(url.as_str(), &fetched.bytes, &given)?;
    Ok((fetched.bytes, page))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed_of(items: &[&str]) -> String {
        let items = items.iter().map(|title| {
            format!("<item><title>{title}</title><description>Trade grew to $2 billion.</description></item>")
        });
        format!("<rss version=\"2.0\"><channel>{}</channel></rss>", items.collect::<String>())
    }

    #[test]
    fn a_feed_of_one_text_is_that_text() {
        let reading = read_text("a", &feed_of(&["Trade grows"]), &Hints::default()).unwrap();
        assert_eq!(reading.page.title.as_deref(), Some("Trade grows"));
    }

    #[test]
    fn a_feed_of_many_texts_is_not_read_as_its_first() {
        let error = read_text("a", &feed_of(&["One", "Two"]), &Hints::default()).unwrap_err().to_string();
        assert_eq!(
            error,
            "\"a\" is a feed of 2 texts, and one is read at a time; give the address of one of them"
        );
    }
}

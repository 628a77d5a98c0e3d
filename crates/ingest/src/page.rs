//! A page as it was read: its text and what it says of itself.

use crate::date;
use crate::decode::{DecodeError, MAX_BYTES, charset_of, decode};
use crate::docx::{self, DocxError};
use crate::feed::Item;
use crate::html::{self, with_title};
use crate::pdf::{self, MAX_PAGES, PdfError};
use entente_model::{DateBasis, SnapshotHash};
use jiff::civil::Date;
use thiserror::Error;
use url::Url;

/// Why a page could not be read.
#[derive(Debug, Error)]
pub enum PageError {
    /// The bytes are no text.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// The PDF file could not be read.
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// The DOCX file could not be read.
    #[error(transparent)]
    Docx(#[from] DocxError),
}

/// What is to be told of a page beside what it says: it was read with a grain of salt.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Note {
    /// What the feed gives as a date is none.
    #[error("its date, \"{value}\", is no date that can be read; give one with --published")]
    BadDate {
        /// What is written there.
        value: String,
    },
    /// The feed says when it was changed, and not when it was published.
    #[error("the feed says when it was changed and not when it was published; it is filed without a date")]
    OnlyUpdated,
    /// The feed gives a summary.
    #[error("the feed gives only a summary; --follow reads the page it is of")]
    SummaryOnly,
    /// The feed gives a title.
    #[error("the feed gives only a title; --follow reads the page it is of")]
    TitleOnly,
    /// The feed holds more items than are read.
    #[error("{count} more items of the feed are not read")]
    ItemsLeftOut {
        /// How many.
        count: usize,
    },
    /// The page that an item announces could not be read.
    #[error("the page it is of was not read: {why}")]
    NotFollowed {
        /// Why.
        why: String,
    },
    /// The day is that of the file and stands nowhere in its text.
    #[error("dated {day} by the file's own properties, which say when the file was made")]
    DateOfFile {
        /// The day.
        day: Date,
    },
    /// The file holds more pages than are read.
    #[error("it has {pages} pages, of which the first {MAX_PAGES} are read")]
    PagesLeftOut {
        /// How many it has.
        pages: usize,
    },
}

/// The longest first line that is taken for a title, in characters.
const MAX_TITLE: usize = 250;

/// What is known of a page before it is read.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// The content type that a server gave with it.
    pub content_type: Option<String>,
    /// The address that it was read from.
    pub url: Option<Url>,
    /// When it was published; this wins over what the page says.
    pub published: Option<Date>,
}

/// A page as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its title.
    pub title: Option<String>,
    /// Its normalised text: all of a plain text; of everything else the title, an empty line and the paragraphs of
    /// the main text. Offsets of quotes are counted in it.
    pub text: String,
    /// When it was published.
    pub published: Option<Date>,
    /// How that is known.
    pub published_basis: DateBasis,
    /// Who signed it, as it is written.
    pub byline: Option<String>,
    /// The language that the markup declares, as it is written there (`en-US`).
    pub lang: Option<String>,
    /// The address that the page itself says it has.
    pub canonical: Option<String>,
    /// The publisher that the markup names.
    pub outlet: Option<String>,
    /// Whether it was HTML.
    pub html: bool,
    /// The encoding that the bytes were in.
    pub encoding: &'static str,
    /// The hash of the bytes.
    pub hash: SnapshotHash,
    /// What is to be told of it.
    pub notes: Vec<Note>,
    /// When the file was made, by its own properties.
    made: Option<Date>,
}

impl Page {
    /// Returns the hash of the normalised text.
    #[must_use]
    pub fn text_hash(&self) -> SnapshotHash {
        SnapshotHash::of(self.text.as_bytes())
    }
}

/// Reads a page from the bytes of an input that is called `name` in messages: plain text, HTML, PDF or DOCX.
///
/// # Errors
/// When the bytes are none of these, or cannot be read. An empty text is a page without a title.
pub fn read_page(name: &str, bytes: &[u8], given: &Given) -> Result<Page, PageError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(DecodeError::TooLarge { name: name.to_owned() }.into());
    }
    let mut page = if pdf::is_pdf(bytes) {
        of_pdf(name, bytes)?
    } else if docx::is_zip(bytes) {
        of_docx(name, bytes)?
    } else {
        of_text(name, bytes, given)?
    };
    date_by_text(&mut page);
    if page.published.is_none()
        && let Some(day) = page.made
    {
        (page.published, page.published_basis) = (Some(day), DateBasis::Markup);
        page.notes.push(Note::DateOfFile { day });
    }
    date_as_given(&mut page, given);
    Ok(page)
}

/// Makes a page of an item of a feed.
#[must_use]
pub fn read_item(item: &Item, given: &Given) -> Page {
    let mut page = Page::empty(item.bytes.as_bytes(), "UTF-8");
    let (published, notes) = item.day_and_notes();
    if published.is_some() {
        (page.published, page.published_basis) = (published, DateBasis::Markup);
    }
    page.html = item.content.as_ref().is_some_and(|content| content.html);
    page.title.clone_from(&item.title);
    page.byline.clone_from(&item.byline);
    page.lang.clone_from(&item.lang);
    page.canonical.clone_from(&item.link);
    page.outlet.clone_from(&item.outlet);
    page.text = item.text();
    page.notes = notes;
    date_by_text(&mut page);
    date_as_given(&mut page, given);
    page
}

impl Page {
    fn empty(bytes: &[u8], encoding: &'static str) -> Self {
        Self {
            title: None,
            text: String::new(),
            published: None,
            published_basis: DateBasis::Unknown,
            byline: None,
            lang: None,
            canonical: None,
            outlet: None,
            html: false,
            encoding,
            hash: SnapshotHash::of(bytes),
            notes: Vec::new(),
            made: None,
        }
    }
}

fn of_text(name: &str, bytes: &[u8], given: &Given) -> Result<Page, PageError> {
    let content_type = given.content_type.as_deref();
    let decoded = decode(name, bytes, content_type.and_then(charset_of))?;
    let mut page = Page::empty(bytes, decoded.encoding);
    page.html = html::looks_like_html(&decoded.text, content_type);
    if page.html {
        let article = html::read(&decoded.text, given.url.as_ref());
        page.title = article.facts.title;
        page.byline = article.facts.byline;
        page.lang = article.facts.lang;
        page.canonical = article.facts.canonical;
        page.outlet = article.facts.outlet;
        page.text = article.text;
        if let Some(published) = article.facts.published {
            (page.published, page.published_basis) = (Some(published), DateBasis::Markup);
        } else if let Some(dated) = article.facts.dated {
            (page.published, page.published_basis) = (Some(dated), DateBasis::Text);
        }
    } else {
        page.title = title_of_text(&decoded.text).map(str::to_owned);
        page.text = decoded.text;
    }
    Ok(page)
}

fn of_pdf(name: &str, bytes: &[u8]) -> Result<Page, PageError> {
    let pdf = pdf::read(name, bytes)?;
    let mut page = Page::empty(bytes, "PDF");
    if pdf.pages > MAX_PAGES {
        page.notes.push(Note::PagesLeftOut { pages: pdf.pages });
    }
    page.title = pdf.title;
    page.byline = pdf.author;
    page.made = pdf.created;
    // What is set as the title stands in the text already, perhaps behind a letterhead.
    let head = pdf.paragraphs.iter().take(8).map(|text| html::fold(text));
    let title =
        page.title.as_deref().filter(|title| !head.clone().any(|text| text.contains(&html::fold(title))));
    page.text = with_title(title, &pdf.paragraphs);
    Ok(page)
}

fn of_docx(name: &str, bytes: &[u8]) -> Result<Page, PageError> {
    let docx = docx::read(name, bytes)?;
    let mut page = Page::empty(bytes, "DOCX");
    page.title = docx.title;
    page.byline = docx.author;
    page.made = docx.created;
    page.text = with_title(page.title.as_deref(), &docx.paragraphs);
    if page.title.is_none() {
        page.title = title_of_text(&page.text).map(str::to_owned);
    }
    Ok(page)
}

fn date_by_text(page: &mut Page) {
    if page.published.is_none()
        && let Some(published) = date::dateline(&page.text)
    {
        (page.published, page.published_basis) = (Some(published), DateBasis::Text);
    }
}

fn date_as_given(page: &mut Page, given: &Given) {
    if let Some(published) = given.published {
        (page.published, page.published_basis) = (Some(published), DateBasis::Given);
        page.notes.retain(|note| {
            !matches!(note, Note::BadDate { .. } | Note::OnlyUpdated | Note::DateOfFile { .. })
        });
    }
}

/// Returns the first line that is not empty, where it stands alone and reads like a title.
fn title_of_text(text: &str) -> Option<&str> {
    let mut lines = text.lines().skip_while(|line| line.trim().is_empty());
    let title = lines.next()?.trim();
    let after = lines.next()?;
    let stands_alone = after.trim().is_empty() && lines.any(|line| !line.trim().is_empty());
    let is_sentence = title.ends_with(['.', '…', ';', ',']) && !title.ends_with("...");
    (stands_alone && !is_sentence && title.chars().count() <= MAX_TITLE && date::alone(title, true).is_none())
        .then_some(title)
}

#[cfg(test)]
mod tests {
    use super::{Given, read_page};
    use entente_model::{DateBasis, SnapshotHash};
    use expect_test::{Expect, expect};
    use jiff::civil::date;

    #[track_caller]
    fn check_title(text: &str, title: Option<&str>) {
        let page = read_page("a.txt", text.as_bytes(), &Given::default()).unwrap();
        assert_eq!(page.title.as_deref(), title, "{text}");
        assert_eq!(page.text, text);
    }

    #[test]
    fn the_first_line_is_the_title_where_it_reads_like_one() {
        check_title("Trade grows\n\nTrade grew by a tenth.", Some("Trade grows"));
        check_title("\n\n  Will trade grow?  \n \nTrade grew by a tenth.", Some("Will trade grow?"));
        check_title("Trade grew by a tenth.\n\nIt is to grow further.", None);
        check_title("Trade grows\nTrade grew by a tenth.", None);
        check_title("Trade grows", None);
        check_title("Trade grows\n\n", None);
        check_title("12 July 2024\n\nTrade grew by a tenth.", None);
        check_title("", None);
        check_title(&format!("{}\n\nTrade grew.", "long ".repeat(60)), None);
    }

    #[test]
    fn a_date_that_is_given_wins() {
        let text = "Trade grows\n\n12.07.2024\n\nTrade grew.";
        let page = read_page("a.txt", text.as_bytes(), &Given::default()).unwrap();
        assert_eq!((page.published, page.published_basis), (Some(date(2024, 7, 12)), DateBasis::Text));
        let given = Given { published: Some(date(2024, 7, 13)), ..Given::default() };
        let page = read_page("a.txt", text.as_bytes(), &given).unwrap();
        assert_eq!((page.published, page.published_basis), (Some(date(2024, 7, 13)), DateBasis::Given));
        let page = read_page("a.txt", b"Trade grew.", &Given::default()).unwrap();
        assert_eq!((page.published, page.published_basis), (None, DateBasis::Unknown));
    }

    #[test]
    fn an_empty_input_is_an_empty_page() {
        let page = read_page("a.txt", b"", &Given::default()).unwrap();
        assert_eq!((page.text.as_str(), page.title, page.html), ("", None, false));
        assert_eq!(page.hash, SnapshotHash::of(b""));
    }

    #[track_caller]
    fn check(name: &str, bytes: &[u8], expect: Expect) {
        let page = read_page(name, bytes, &Given::default()).unwrap();
        let published = page.published.map(|date| date.to_string()).unwrap_or_default();
        let basis = page.published_basis;
        expect.assert_eq(&format!("[{} {published} {basis}]\n{}", page.encoding, page.text));
    }

    #[test]
    fn a_page_in_windows_1251_is_read() {
        let html = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">\
            <title>Товарооборот вырос</title></head><body><div class=\"date\">12 июля 2024, 10:15</div>\
            <div class=\"article\"><p>Товарооборот двух стран за прошлый год вырос до 4,5 млрд долларов, сообщила \
            пресс-служба министерства по итогам заседания комиссии.</p><p>Стороны договорились довести его до 10 млрд \
            долларов и открыть второй пункт пропуска на границе.</p></div></body></html>";
        let bytes = encoding_rs::WINDOWS_1251.encode(html).0;
        check(
            "a.html",
            &bytes,
            expect![[r#"
                [windows-1251 2024-07-12 text]
                Товарооборот вырос

                Товарооборот двух стран за прошлый год вырос до 4,5 млрд долларов, сообщила пресс-служба министерства по итогам заседания комиссии.

                Стороны договорились довести его до 10 млрд долларов и открыть второй пункт пропуска на границе."#]],
        );
    }

    #[test]
    fn a_page_without_an_article_gives_what_it_has() {
        check(
            "a.html",
            b"<html><body><p>Trade: $4.5 billion</p></body></html>",
            expect![[r#"
            [UTF-8  unknown]
            Trade: $4.5 billion"#]],
        );
        check(
            "a.html",
            b"<html><head><title>Empty</title></head><body></body></html>",
            expect![[r#"
            [UTF-8  unknown]
            Empty"#]],
        );
    }
}

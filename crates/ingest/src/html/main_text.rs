//! The main text of a page, found by `trafilatura`.

use crate::html::{fold, strip};
use std::panic::{AssertUnwindSafe, catch_unwind};
use trafilatura::{HtmlDateMode, Options, extract};

/// Returns the paragraphs of the main text; none where no main text is found.
pub(super) fn of(html: &str) -> Option<Vec<String>> {
    // Dates are read in `facts`: the library's own search for them reads the clock.
    let mut options = Options::default();
    options.exclude_comments = true;
    options.html_date_mode = HtmlDateMode::Disabled;
    // A page is a stranger's; should it find a hole in the library, the other pages are still read.
    let result = catch_unwind(AssertUnwindSafe(|| extract(html, &options))).ok()?.ok()?;
    let paragraphs = strip::paragraphs(&result.content_html);
    match paragraphs.as_slice() {
        [] => None,
        [only] => Some(parted(only, strip::paragraphs(html)).unwrap_or(paragraphs)),
        _ => Some(paragraphs),
    }
}

/// Parts a text that the library gives in one piece, as it does of short pages, into the page's own paragraphs.
///
/// They must follow each other in the text without a gap; what stands between them on the page is left out.
fn parted(text: &str, page: Vec<String>) -> Option<Vec<String>> {
    let whole = fold(text);
    let mut rest = whole.as_str();
    let mut found = Vec::new();
    for paragraph in page {
        if let Some(after) = rest.strip_prefix(fold(&paragraph).as_str())
            && after.len() < rest.len()
        {
            rest = after;
            found.push(paragraph);
        }
    }
    rest.is_empty().then_some(found)
}

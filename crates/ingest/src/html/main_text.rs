//! The main text of a page, found by `trafilatura`.

use crate::html::strip;
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
    if paragraphs.is_empty() { None } else { Some(paragraphs) }
}

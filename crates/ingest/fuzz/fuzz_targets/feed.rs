//! Any text as a feed, and each of its items as a page.
#![no_main]

use entente_ingest::{Given, feed, read_item};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Some(kind) = feed::kind_of(text) else { return };
    let Ok(feed) = feed::read("input", text, kind, None) else { return };
    for item in &feed.items {
        read_item(item, &Given::default());
    }
});

//! Any text as HTML.
#![no_main]

use entente_ingest::html;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    html::read(text, None);
});

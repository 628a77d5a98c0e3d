//! Any bytes as a PDF file.
#![no_main]

use entente_ingest::pdf;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _unread = pdf::read("input", bytes);
});

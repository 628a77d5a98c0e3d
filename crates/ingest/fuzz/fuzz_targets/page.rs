//! Any bytes as a page: told apart, decoded, read.
#![no_main]

use entente_ingest::{Given, read_page};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let given = Given::default();
    if let Ok(page) = read_page("input", bytes, &given) {
        assert!(!page.text.contains('\r'), "the normalised text keeps no carriage return");
    }
});

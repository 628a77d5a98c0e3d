//! Any bytes as a page: told apart, decoded, read; or refused with a sentence that names them.
#![no_main]

use entente_ingest::{Given, read_page};
use entente_model::SnapshotHash;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| match read_page("input", bytes, &Given::default()) {
    Ok(page) => assert_eq!(page.hash, SnapshotHash::of(bytes)),
    Err(error) => assert!(error.to_string().contains("input"), "{error}"),
});

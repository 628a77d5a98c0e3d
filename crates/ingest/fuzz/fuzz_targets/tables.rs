//! Any bytes as a table of a statistics office: the first byte chooses whose.
#![no_main]

use entente_ingest::statistics::{TableFile, TableMap, read_national};
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static MAPS: LazyLock<Vec<TableMap>> = LazyLock::new(|| TableMap::national().expect("the maps are in order"));
const NAMES: [&str; 3] = ["table.csv", "table.xls", "table.xlsx"];

fuzz_target!(|input: (u8, &[u8])| {
    let (choice, bytes) = input;
    let name = NAMES[usize::from(choice) % NAMES.len()];
    let _refused = read_national(&MAPS, &[TableFile { name, bytes }], date(2025, 3, 14));
});

//! Any bytes as the answer of a statistics service: the first byte chooses which.
#![no_main]

use entente_ingest::statistics::comtrade::Comtrade;
use entente_ingest::statistics::facts::{Fact, FactError, Format, plan};
use entente_ingest::statistics::imts::Imts;
use entente_ingest::statistics::worldbank::read_indicators;
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &[u8])| {
    let (choice, bytes) = input;
    let loaded = date(2025, 3, 14);
    let format: &dyn Format = match choice % 3 {
        0 => &Comtrade,
        1 => &Imts,
        _ => {
            let _refused = read_indicators(&[("input".to_owned(), bytes.to_vec())], loaded);
            return;
        }
    };
    let mut taken = 0;
    let planned = plan(format, "input", bytes, loaded, &mut |_: &Fact| -> Result<(), FactError> {
        taken += 1;
        Ok(())
    });
    if let Ok(planned) = planned {
        assert_eq!(taken, planned.facts, "each fact is handed on once");
    }
});

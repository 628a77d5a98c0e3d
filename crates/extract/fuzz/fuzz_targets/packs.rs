//! Any text read with one of the packs, whatever its language: the first byte chooses it.
#![no_main]

use entente_extract::{Context, extract};
use entente_model::{Country, Lang};
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

#[path = "../quotes.rs"]
mod quotes;

const PACKS: [Lang; 4] = [Lang::En, Lang::Ru, Lang::Kk, Lang::Uz];

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let context = Context {
        published: Some(date(2025, 3, 14)),
        lang: Some(PACKS[usize::from(choice) % PACKS.len()]),
        country: (choice >= 128).then(|| "AZE".parse::<Country>().expect("AZE is a country")),
    };
    quotes::stand_where_they_say(text, &extract(text, &context));
});

//! Any text, in the language that it seems to be in.
#![no_main]

use entente_extract::{Context, extract};
use libfuzzer_sys::fuzz_target;

#[path = "../quotes.rs"]
mod quotes;

fuzz_target!(|text: &str| quotes::stand_where_they_say(text, &extract(text, &Context::default())));

//! Times `extract` over made texts whose figures, years and countries vary: `speed [BYTES] [COUNT] [LANG]`.
//!
//! LANG is `en` or `ru`; `auto:ru` leaves it to the text to tell its language.

#[path = "../../../xtask/src/bench/texts.rs"]
mod texts;

use entente_extract::{Context, extract};
use entente_model::Lang;
use std::io::Write;
use std::time::Instant;

#[expect(clippy::cast_precision_loss, reason = "sizes of a benchmark are far below 2^52")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let bytes: usize = arguments.next().map_or(Ok(2400), |bytes| bytes.parse())?;
    let count: u64 = arguments.next().map_or(Ok(2000), |count| count.parse())?;
    let lang = arguments.next().unwrap_or_else(|| "en".to_owned());
    let (told, lang) = match lang.strip_prefix("auto:") {
        Some(lang) => (false, lang),
        None => (true, lang.as_str()),
    };
    let lang: Lang = lang.parse()?;
    let write = if lang == Lang::Ru { texts::russian::communique } else { texts::communique };
    let texts: Vec<String> = (0..count).map(|seed| write(seed, bytes)).collect();
    let size: usize = texts.iter().map(String::len).sum();
    let context =
        Context { lang: told.then_some(lang), published: Some("2024-07-13".parse()?), ..Context::default() };
    let (mut best, mut claims) = (f64::INFINITY, 0);
    for _ in 0..5 {
        let start = Instant::now();
        claims = texts.iter().map(|text| extract(text, &context).claims.len()).sum();
        best = best.min(start.elapsed().as_secs_f64());
    }
    let megabytes = size as f64 / 1e6;
    let (speed, density) = (megabytes / best, claims as f64 / megabytes);
    let joined = extract(&texts.join("\n\n"), &context).claims.len() as f64 / megabytes;
    writeln!(
        std::io::stdout(),
        "{speed:.1} MB/s, {density:.0} claims a MB, {joined:.0} in all texts joined"
    )?;
    Ok(())
}

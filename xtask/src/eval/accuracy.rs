//! `docs/accuracy.md`: the scores, written for those who use the claims.

use std::fmt::Write;

use anyhow::Context;

use super::confidence::Stated;
use super::interval::interval;
use super::report::groups;
use super::score::{Counts, Score, Tally};
use crate::workspace;

const PATH: &str = "docs/accuracy.md";
const EXTRACTOR: &str = "crates/extract/src/lib.rs";

/// Writes the page of the scores.
pub(super) fn write(tally: &Tally, parts: &[(&str, Tally)], stated: &Stated) -> anyhow::Result<()> {
    let root = workspace::root();
    let source =
        std::fs::read_to_string(root.join(EXTRACTOR)).with_context(|| format!("cannot read {EXTRACTOR}"))?;
    let version =
        version(&source).with_context(|| format!("{EXTRACTOR} has no `pub const VERSION: &str`"))?;
    std::fs::write(root.join(PATH), page(version, tally, parts, stated))
        .with_context(|| format!("cannot write {PATH}"))
}

/// Returns the extractor's version out of its source.
pub(crate) fn version(source: &str) -> Option<&str> {
    source.split_once("pub const VERSION: &str = \"")?.1.split_once('"').map(|(version, _)| version)
}

/// Returns the line of the page that names the version it was made with.
pub(crate) fn made_with(version: &str) -> String {
    format!("Made with extractor version {version}.")
}

fn page(version: &str, tally: &Tally, parts: &[(&str, Tally)], stated: &Stated) -> String {
    let sum = sum(tally);
    let mut out = format!(
        "# Accuracy of extraction\n\n{} This page is generated: `cargo xtask eval DIR --write`.\n\n\
         ## What was measured\n\n\
         {} texts on economic cooperation between two countries, with {} facts and {} events annotated by hand. The texts \
         are reworded from public pages: figures, number formats, qualifiers, dates and names are the sources', the prose \
         is not. They are few, and rules were written with part `write` in view; part `check` was scored and not read, so \
         its figures say more of texts that are new. **The Kazakh and Uzbek annotations and rules were not reviewed by \
         native speakers.**\n\n\
         - core: kind, value (within 0.05%) and unit agree;\n\
         - strict: parties, period, bound and modality agree too, and stage and whole where the fact has them;\n\
         - anchored: strict, and the quote stands where the fact does;\n\
         - events: the kind agrees, and the date or the ordinal.\n\n\
         Figures are F1, the harmonic mean of precision and recall. Intervals are of 80%, by drawing texts again 400 \
         times; texts on one event are drawn apart, so that the true intervals are somewhat wider.\n\n\
         ## By language\n\n",
        made_with(version),
        tally.rows.len(),
        sum.gold,
        sum.events_gold,
    );
    out += &languages(tally);
    for (name, part) in parts {
        // Writing to a string does not fail.
        let _ = write!(out, "\nPart `{name}` alone:\n\n{}", languages(part));
    }
    let _ = write!(out, "\n## By kind\n\n{}", kinds(tally));
    let _ = write!(out, "\n## Commonest errors\n\n{}", errors(tally, &sum));
    let told = |error: Option<f64>| error.map_or_else(|| "unknown".to_owned(), |error| format!("{error:.3}"));
    let (error, out_of_fold) = (told(stated.error()), told(stated.error_out_of_fold()));
    let _ = write!(
        out,
        "\n## Confidence\n\nWhat claims state as their confidence, and the share of them that are strict hits. The stated \
         values come from rules. Beside them stands what an isotonic fit of at most five bins to all these claims would \
         state. Expected calibration error {error}; of the fit, each claim judged by the texts on other events, \
         {out_of_fold}; n = {}.\n\n{}",
        stated.count(),
        stated.markdown()
    );
    out
}

fn sum(tally: &Tally) -> Counts {
    Counts::sum(&tally.rows.iter().map(|(_, counts)| *counts).collect::<Vec<_>>())
}

fn languages(tally: &Tally) -> String {
    let mut out = "| language | texts | facts | claims | core | strict | anchored | events |\n\
                   |---|---|---|---|---|---|---|---|\n"
        .to_owned();
    for (name, rows) in groups(&tally.rows) {
        let with_interval = |hits: fn(&Counts) -> u32| {
            let score = |rows: &[Counts]| {
                let sum = Counts::sum(rows);
                Score::of(hits(&sum), sum.got, sum.gold).f1
            };
            let (low, high) = interval(&rows, score);
            format!("{:.3} ({low:.2}-{high:.2})", score(&rows))
        };
        let sum = Counts::sum(&rows);
        let events = Score::of(sum.event_hits, sum.events_got, sum.events_gold).f1;
        let _ = writeln!(
            out,
            "| {name} | {} | {} | {} | {} | {} | {} | {events:.3} |",
            rows.len(),
            sum.gold,
            sum.got,
            with_interval(|sum| sum.core),
            with_interval(|sum| sum.strict),
            with_interval(|sum| sum.anchored),
        );
    }
    out
}

fn kinds(tally: &Tally) -> String {
    let mut kinds: Vec<_> = tally.kinds.iter().collect();
    kinds.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.gold));
    let mut out = "| kind | facts | claims | core | strict |\n|---|---|---|---|---|\n".to_owned();
    for (name, Counts { core, strict, got, gold, .. }) in kinds {
        let (core, strict) = (Score::of(*core, *got, *gold).f1, Score::of(*strict, *got, *gold).f1);
        let _ = writeln!(out, "| {name} | {gold} | {got} | {core:.3} | {strict:.3} |");
    }
    out
}

fn errors(tally: &Tally, sum: &Counts) -> String {
    let mut wrong: Vec<_> =
        tally.attributes.iter().map(|(name, (hits, of))| (of - hits, *name, *of)).collect();
    wrong.sort_by_key(|(wrong, name, _)| (std::cmp::Reverse(*wrong), *name));
    let mut out = format!(
        "- {} of {} facts are missed altogether;\n- {} of {} claims agree with no fact.\n\nOf the claims that agree in \
         kind, value and unit, so many have another thing wrong:\n\n| wrong | claims | of |\n|---|---|---|\n",
        sum.gold - sum.core,
        sum.gold,
        sum.got - sum.core,
        sum.got
    );
    for (wrong, name, of) in wrong {
        let _ = writeln!(out, "| {name} | {wrong} | {of} |");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_the_version_of_the_extractor() {
        let root = workspace::root();
        let source = std::fs::read_to_string(root.join(EXTRACTOR)).unwrap();
        let page = std::fs::read_to_string(root.join(PATH)).unwrap();
        let line = made_with(version(&source).unwrap());
        assert!(page.contains(&line), "{PATH} is of another version; run `cargo xtask eval DIR --write`");
    }

    #[test]
    fn a_page_tells_what_is_missed() {
        let row = Counts { core: 1, strict: 1, got: 2, gold: 4, ..Counts::default() };
        let tally = Tally { rows: vec![("en".to_owned(), row)], ..Tally::default() };
        let page = page("7", &tally, &[], &Stated::default());
        assert!(page.contains("Made with extractor version 7."));
        assert!(page.contains("3 of 4 facts are missed"));
        assert!(page.contains("1 of 2 claims agree with no fact"));
    }
}

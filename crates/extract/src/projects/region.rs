//! Regions of countries: "the Western region of Kenya", "the Tana and Mara regions".

use crate::cues::Cue;
use crate::meaning::Link;
use crate::narrative::Narrative;
use entente_model::{Country, RegionOfCountry};
use std::ops::Range;

/// The name of a region has at most so many words.
const LONGEST: usize = 4;

/// Returns the regions that a sentence names behind a token.
pub(super) fn regions(narrative: &Narrative<'_, '_>, sentence: usize, from: usize) -> Vec<RegionOfCountry> {
    let mut found: Vec<RegionOfCountry> = Vec::new();
    for spot in narrative.spots(sentence) {
        let noun = spot.tokens();
        let (one, several) = (narrative.is(spot, Cue::Region), narrative.is(spot, Cue::Regions));
        if noun.start < from || !(one || several) {
            continue;
        }
        let name = name_before(narrative, noun.start, from);
        if name.is_empty() {
            continue;
        }
        let country = country(narrative, sentence, &name, noun.end);
        let text = |tokens: Range<usize>| narrative.reading().slice(tokens).to_owned();
        let mut names = Vec::new();
        if several {
            let and =
                name.start.checked_sub(1).filter(|&at| at > from && narrative.is_link(at, &[Link::And]));
            let first = and.map(|and| name_before(narrative, and, from)).filter(|first| !first.is_empty());
            names.extend(first.map(text));
            names.push(text(name));
        } else {
            names.push(text(name.start..noun.end));
        }
        for name in names {
            if found.iter().all(|region| region.name != name) {
                found.push(RegionOfCountry { name, country });
            }
        }
    }
    found
}

/// The words with capitals before a noun.
fn name_before(narrative: &Narrative<'_, '_>, noun: usize, from: usize) -> Range<usize> {
    let tokens = &narrative.reading().tokens;
    let mut start = noun;
    while start > from && noun - start < LONGEST {
        let token = &tokens[start - 1];
        let glued = narrative.word(start - 1) == "-" && start < noun;
        let country = !narrative.reading().meanings_at(start - 1).is_empty()
            && narrative
                .reading()
                .meanings_at(start - 1)
                .iter()
                .any(|m| matches!(m, crate::meaning::Meaning::Country(..)));
        if !(glued || (token.is_word() && token.is_capitalised() && !country)) {
            break;
        }
        start -= 1;
    }
    start..noun
}

/// The country of a region: "of Kenya" behind it, "Kenya's" or "Kenyan" before.
fn country(
    narrative: &Narrative<'_, '_>,
    sentence: usize,
    name: &Range<usize>,
    end: usize,
) -> Option<Country> {
    let of = narrative.is_link(end, &[Link::Of, Link::In]);
    let behind = of.then(|| narrative.mention_at(sentence, narrative.past_article(end + 1))).flatten();
    let before = || narrative.mention_before(sentence, name.start).filter(|mention| super::owns(mention));
    behind.or_else(before).map(|mention| mention.country)
}

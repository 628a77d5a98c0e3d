//! What was spoken about: the list of sectors behind "discussed", "projects in".

use crate::cues::Cue;
use crate::meaning::{Link, Meaning};
use crate::narrative::Narrative;
use std::ops::Range;

/// A list of sectors has at least so many items, each of at most so many words.
const FEWEST: usize = 3;
const LONGEST: usize = 5;

/// Returns the sectors that a sentence says were spoken about, as written.
pub(super) fn agenda(narrative: &Narrative<'_, '_>, sentence: usize) -> Option<Vec<String>> {
    let opens = narrative.spots(sentence).iter().filter(|spot| narrative.is(spot, Cue::Agenda));
    let end = narrative.tokens(sentence).end;
    opens
        .map(|spot| items(narrative, sentence, spot.tokens().end..end))
        .map(|items| sectors(narrative, &items))
        .filter(|sectors| sectors.len() >= FEWEST)
        .max_by_key(Vec::len)
}

/// The items of a list, with commas and "and" between.
fn items(narrative: &Narrative<'_, '_>, sentence: usize, range: Range<usize>) -> Vec<Range<usize>> {
    let mut items = Vec::new();
    let mut start = range.start;
    for at in range.clone() {
        let comma = matches!(narrative.word(at), "," | ";");
        let closed = at + 1 == range.end || matches!(narrative.word(at), "." | ":" | "(" | "–" | "—");
        if !comma && !closed {
            continue;
        }
        let stop = if closed && narrative.word(at) != "." && at + 1 == range.end { at + 1 } else { at };
        let stop = verb(narrative, start..stop);
        let item = if items.is_empty() { tail(narrative, start..stop) } else { start..stop };
        let fits =
            !item.is_empty() && item.len() <= LONGEST + 3 && !is_statement(narrative, sentence, item.clone());
        if !fits {
            if items.len() + 1 >= FEWEST {
                break;
            }
            items.clear();
        } else {
            items.push(item);
        }
        if closed || stop < at && !comma {
            break;
        }
        start = at + 1;
    }
    items
}

/// Where the words of an item end: before a verb, "were considered".
fn verb(narrative: &Narrative<'_, '_>, item: Range<usize>) -> usize {
    let reading = narrative.reading();
    let is_verb = |at: &usize| {
        let meanings = reading.meanings_at(*at);
        meanings.iter().any(|m| matches!(m, Meaning::Level | Meaning::Past | Meaning::Cue(_)))
    };
    item.clone().skip(1).find(is_verb).unwrap_or(item.end)
}

/// The end of the first item's words: behind the last "in", "on" or "of" before the list.
fn tail(narrative: &Narrative<'_, '_>, item: Range<usize>) -> Range<usize> {
    let links = [Link::In, Link::On, Link::Of, Link::From, Link::For];
    let last = item.clone().rev().find(|&at| narrative.is_link(at, &links));
    last.map_or(item.start, |at| at + 1)..item.end
}

/// Says whether an item is no sector but a new statement: it has a verb of saying, a clause, a country.
fn is_statement(narrative: &Narrative<'_, '_>, sentence: usize, item: Range<usize>) -> bool {
    item.clone().any(|at| {
        // "The heads of state had agreed"
        narrative.is_link(at, &[Link::Which, Link::Clause])
            || narrative.cue_at(at, Cue::Say).is_some()
            || narrative.cue_at(at, Cue::Confers).is_some() && at + 1 == item.end && item.len() > 1
    }) || narrative.mention_at(sentence, item.start).is_some()
}

/// Writes the sectors of items out: articles taken off, "water and energy sectors" made two.
fn sectors(narrative: &Narrative<'_, '_>, items: &[Range<usize>]) -> Vec<String> {
    let mut found = Vec::new();
    let ranges = items.first().is_some_and(|first| is_led_by_from(narrative, first));
    for (number, item) in items.iter().enumerate() {
        let last = number + 1 == items.len();
        let mut item = item.clone();
        if narrative.is_link(item.start, &[Link::And, Link::From, Link::In, Link::On, Link::Of]) {
            item.start += 1;
        }
        item.start = narrative.past_article(item.start);
        let headed = item.len() > 1
            && narrative.spot_before(item.end).is_some_and(|spot| narrative.is(spot, Cue::Sectors));
        if headed {
            item.end -= 1;
        }
        // "water and energy": two words that "and" joins are two sectors.
        let twins = item.len() == 3 && narrative.is_link(item.start + 1, &[Link::And]);
        let parts = match ranges.then(|| goal(narrative, &item)).flatten() {
            Some(to) => [split(narrative, item.start..to), split(narrative, to + 1..item.end)].concat(),
            None if headed || last || twins => split(narrative, item),
            None => vec![item],
        };
        let parts = parts.into_iter().filter(|part| !part.is_empty() && part.len() <= LONGEST);
        found.extend(parts.map(|part| narrative.reading().slice(part).to_owned()));
    }
    found
}

/// Says whether a list goes from its first sector to its last: "from trade, water and energy to transport, ecology".
fn is_led_by_from(narrative: &Narrative<'_, '_>, first: &Range<usize>) -> bool {
    let before = first.start.checked_sub(1);
    narrative.is_link(first.start, &[Link::From])
        || before.is_some_and(|at| narrative.is_link(at, &[Link::From]))
}

/// Where a list that began with "from" turns to where it goes: the "to" inside an item.
fn goal(narrative: &Narrative<'_, '_>, item: &Range<usize>) -> Option<usize> {
    let mut inside = item.start + 1..item.end.saturating_sub(1).max(item.start + 1);
    // "loans for farmers": what is for something does not go there.
    inside.find(|&at| narrative.is_link(at, &[Link::To]) && !narrative.is_link(at, &[Link::For]))
}

/// Splits an item at its "and".
fn split(narrative: &Narrative<'_, '_>, item: Range<usize>) -> Vec<Range<usize>> {
    match item.clone().find(|&at| narrative.is_link(at, &[Link::And])) {
        Some(and) => vec![item.start..and, narrative.past_article(and + 1)..item.end],
        None => vec![item],
    }
}

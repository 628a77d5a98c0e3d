//! The sources that sentences name: press services, ministries, agencies.

use crate::cues::{Cue, Spot};
use crate::meaning::Link;
use crate::narrative::Narrative;
use crate::people::People;
use std::ops::Range;

/// The name of a source has at most so many tokens.
const LONGEST: usize = 18;

/// A source that a sentence names.
pub(super) struct Source {
    /// Its name, without the article.
    pub tokens: Range<usize>,
    /// Whether the text as a whole is from it.
    pub whole: bool,
}

/// Returns the source of a sentence.
pub(super) fn source(narrative: &Narrative<'_, '_>, people: &People<'_>, sentence: usize) -> Option<Source> {
    let spots = narrative.spots(sentence);
    let whole = |spot: &Spot| narrative.is(spot, Cue::Report(true));
    let cited = spots
        .iter()
        .filter(|spot| whole(spot) || narrative.is(spot, Cue::Report(false)))
        .find_map(|spot| Some((cited(narrative, people, sentence, spot.tokens().end)?, whole(spot))));
    let found = cited.or_else(|| {
        let verbs = spots.iter().filter(|spot| narrative.is(spot, Cue::Reports));
        let mut found = verbs.map(|verb| reporting(narrative, people, sentence, verb.tokens().start));
        found.find_map(|tokens| Some((tokens?, false)))
    });
    let (tokens, whole) = found?;
    // "the centre said": named in full elsewhere.
    let bare = tokens.len() == 1 && !narrative.reading().tokens[tokens.start].is_capitalised();
    let whole = whole || has(narrative, tokens.clone(), Cue::Source(true));
    (!bare || whole).then_some(Source { tokens, whole })
}

/// The source behind "according to" and the like.
fn cited(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    at: usize,
) -> Option<Range<usize>> {
    let end = narrative.tokens(sentence).end.min(at + LONGEST);
    let opens = narrative.past_article(at);
    if narrative.cue_at(opens, Cue::Title).is_some() {
        return None;
    }
    if people
        .sightings(sentence)
        .iter()
        .any(|s| s.whole.start == opens && s.whole.end + 1 >= name_end(narrative, opens, end))
    {
        return None;
    }
    let closes = name_end(narrative, opens, end);
    let named = is_source(narrative, opens..closes)
        || narrative.reading().tokens.get(opens..closes)?.iter().any(|token| token.is_capitalised())
        || (closes > opens + 1 && narrative.word(closes - 2) == ".");
    (closes > opens && named).then_some(opens..closes)
}

/// Where the name of a source ends: at a sign, at a verb of saying, before a new statement.
fn name_end(narrative: &Narrative<'_, '_>, opens: usize, end: usize) -> usize {
    let tokens = &narrative.reading().tokens;
    let mut at = opens;
    while at < end {
        // The stop inside "example.com" ends nothing.
        let inner = narrative.word(at) == "."
            && tokens.get(at + 1).is_some_and(|next| !next.spaced() && next.is_word());
        let sign = matches!(
            narrative.word(at),
            "," | "." | ";" | ":" | "(" | ")" | "–" | "—" | "\"" | "“" | "”" | "!" | "?"
        );
        let verb = at > opens
            && narrative
                .spot_at(at)
                .is_some_and(|spot| narrative.is(spot, Cue::Reports) || narrative.is(spot, Cue::Say));
        let link = at > opens && narrative.is_link(at, &[Link::Which, Link::Clause]);
        if (sign && !inner) || verb || link {
            break;
        }
        at += 1;
    }
    at
}

/// The source that is the subject of a verb: "the ministry's press service reported".
fn reporting(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    verb: usize,
) -> Option<Range<usize>> {
    let from = narrative.tokens(sentence).start.max(verb.saturating_sub(LONGEST));
    let noun = narrative.spots(sentence).iter().rev().find(|spot| {
        spot.tokens().end <= verb && spot.tokens().start >= from && is_source_noun(narrative, spot)
    })?;
    let opens = name_start(narrative, noun.tokens().start, from);
    let parted = (opens..verb).any(|at| matches!(narrative.word(at), "," | ";" | ":"));
    let person = people.sightings(sentence).iter().any(|s| s.name.start >= opens && s.name.end <= verb);
    (!parted && !person && name_end(narrative, opens, verb + 1) == verb).then_some(opens..verb)
}

/// Where the name of a source opens: behind a sign, a verb, an article that is not inside it.
fn name_start(narrative: &Narrative<'_, '_>, noun: usize, from: usize) -> usize {
    let mut opens = noun;
    while opens > from {
        let before = opens - 1;
        let stops = matches!(
            narrative.word(before),
            "," | ";" | ":" | "." | "(" | ")" | "–" | "—" | "-" | "“" | "”" | "\""
        ) && narrative.reading().tokens[before].spaced() | (narrative.word(before) != "-")
            || narrative
                .is_link(before, &[Link::Which, Link::Clause, Link::In, Link::By, Link::With, Link::And])
            || narrative.spot_at(before).is_some_and(|spot| narrative.is(spot, Cue::Say));
        if stops {
            break;
        }
        opens = before;
        if narrative.is_article(opens) {
            break;
        }
    }
    narrative.past_article(opens)
}

fn has(narrative: &Narrative<'_, '_>, tokens: Range<usize>, cue: Cue) -> bool {
    tokens.into_iter().any(|at| narrative.cue_at(at, cue).is_some())
}

fn is_source_noun(narrative: &Narrative<'_, '_>, spot: &Spot) -> bool {
    narrative.cues(spot).iter().any(|cue| matches!(cue, Cue::Source(_)))
}

fn is_source(narrative: &Narrative<'_, '_>, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|at| {
        let spot = narrative.spot_at(at);
        spot.is_some_and(|spot| is_source_noun(narrative, spot) || narrative.is(spot, Cue::Ministry))
    })
}

//! Openings: a trade house, an embassy or a plant of two countries begins its work.

use super::draft::Draft;
use crate::cues::{Cue, Spot};
use crate::meaning::Link;
use crate::narrative::Narrative;
use entente_model::EventKind;

/// So far from the verb what is opened may stand.
const REACH: usize = 6;

/// What a verb says to have been opened, told with its day or at the head of the text: otherwise it is
/// what has been there since.
pub(super) fn opened(narrative: &Narrative<'_, '_>, sentence: usize, spot: &Spot) -> Option<Draft> {
    let verb = spot.tokens();
    let gap = |venue: &Spot| {
        let tokens = venue.tokens();
        if tokens.end <= verb.start { verb.start - tokens.end } else { tokens.start.saturating_sub(verb.end) }
    };
    let venues = narrative.spots(sentence).iter().filter(|spot| narrative.is(spot, Cue::Venue));
    let venue = venues.filter(|venue| gap(venue) <= REACH).min_by_key(|venue| gap(venue))?.tokens();
    let between = verb.end.min(venue.end)..verb.start.max(venue.start);
    let parted = between.clone().any(|at| {
        matches!(narrative.word(at), "," | ";" | ":" | ".")
            || narrative.is_link(at, &[Link::Which, Link::Clause])
    });
    if parted {
        return None;
    }
    let name = verb.start.min(venue.start)..verb.end.max(venue.end);
    let mut draft = Draft::new(EventKind::Other, sentence, verb, name);
    draft.name = venue;
    draft.opens = true;
    Some(draft)
}

//! Signings: ceremonies, and documents that are signed on a day of their own.

use super::draft::{Draft, is_planned};
use super::when::is_mark;
use crate::cues::{Cue, Spot};
use crate::meaning::{Link, Meaning};
use crate::narrative::Narrative;
use crate::token::TokenKind;
use entente_model::{EventKind, EventStatus};

/// A signing that a noun names, if it is called a ceremony or is to come: of what was signed on the way other events tell.
pub(super) fn ceremony(
    narrative: &Narrative<'_, '_>,
    mut draft: Draft,
    end: usize,
    bound: usize,
) -> Option<Draft> {
    let head = draft.head.clone();
    let of = narrative.is_link(head.end - 1, &[Link::Of]);
    let word = |at: &usize| {
        let token = &narrative.reading().tokens[*at];
        let other = narrative.reading().meanings_at(*at).iter().any(|meaning| {
            matches!(meaning, Meaning::Level | Meaning::Common | Meaning::Link(_) | Meaning::Cue(_))
        });
        token.is_word() && !other
    };
    let words = narrative.past_article(end)..if of { bound } else { end };
    let close = words.take(3).take_while(word).last().map_or(end, |at| at + 1);
    draft.name = head.start..close;
    draft.tokens = draft.name.clone();
    let ceremony = head.len() > 1 && !of;
    // "The signing of the agreement took place on 3 July"
    // "A number of documents are to be signed" farther on is an outcome of what is to come.
    let ahead = !narrative.has_genitive() || is_lead(narrative, draft.sentence);
    draft.dated_only = !(ceremony || ahead && is_planned(narrative, &draft));
    let held = |spot: &Spot| {
        let tokens = spot.tokens();
        let near = tokens.end <= head.start && head.start - tokens.end <= 2
            || tokens.start >= draft.tokens.end && tokens.start - draft.tokens.end <= HELD;
        near && narrative.is(spot, Cue::Held)
    };
    let told = !draft.dated_only || narrative.spots(draft.sentence).iter().any(held);
    told.then_some(draft)
}

/// So far behind a signing the verb may stand that says that it was held.
const HELD: usize = 6;

/// So far from the verb the document may stand that is signed.
const REACH: usize = 14;

/// A document that is signed: an event where its day is told and no other event of the sentence holds it.
pub(super) fn signed(narrative: &Narrative<'_, '_>, sentence: usize, spot: &Spot) -> Option<Draft> {
    let verb = spot.tokens();
    let gap = |document: &Spot| {
        let tokens = document.tokens();
        if tokens.end <= verb.start { verb.start - tokens.end } else { tokens.start.saturating_sub(verb.end) }
    };
    let documents = narrative.spots(sentence).iter().filter(|spot| narrative.is(spot, Cue::Document));
    let document =
        documents.filter(|document| gap(document) <= REACH).min_by_key(|document| gap(document))?;
    let mut document = document.tokens();
    // "An agreement on": what it is on is no part of the name.
    if document.len() > 1 && narrative.is_link(document.end - 1, &[Link::On, Link::For, Link::Between]) {
        document.end -= 1;
    }
    let name = verb.start.min(document.start)..verb.end.max(document.end);
    let mut draft = Draft::new(EventKind::Signing, sentence, verb.clone(), name);
    // What the headline or the first sentence tells is what the text is about, on whatever day it was.
    let counted = document.start.checked_sub(1).is_some_and(|at| {
        let digits = narrative.reading().tokens[at].kind == TokenKind::Number;
        digits
            || narrative
                .reading()
                .meanings_at(at)
                .iter()
                .any(|m| matches!(m, Meaning::Number(_) | Meaning::Scale(_)))
    });
    let attribute = verb_final(narrative) && verb.end <= document.start;
    draft.dated_only = !is_lead(narrative, sentence) || counted || attribute;
    (draft.weak, draft.status) = (true, narrative.is(spot, Cue::Held).then_some(EventStatus::Held));
    Some(draft)
}

/// Says whether verbs stand behind what they speak of, so that one before a noun is an attribute of it.
fn verb_final(narrative: &Narrative<'_, '_>) -> bool {
    narrative.reading().pack.traits.verb_final
}

/// So many sentences tell what a text is about: the headline and the one behind it.
const LEAD: usize = 2;

/// So many sentences a dateline makes at most: "ЛИМА, 14 июля. /ТАСС/."
const MARKS: usize = 2;

/// Says whether a sentence tells what a text is about, a dateline not counted.
fn is_lead(narrative: &Narrative<'_, '_>, sentence: usize) -> bool {
    sentence < LEAD + MARKS && (0..sentence).filter(|&before| !is_mark(narrative, before)).count() < LEAD
}

/// Leaves out what was signed at another event that the same sentence tells of.
pub(super) fn keep(drafts: &mut Vec<Draft>) {
    let other = |draft: &Draft| !(draft.kind == EventKind::Signing && draft.weak);
    if drafts.iter().any(other) {
        drafts.retain(other);
    }
}

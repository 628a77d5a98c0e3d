//! The noun of a visit: who goes, whose it is, and whether it is told of or only pointed back at.

use super::draft::{Draft, Role};
use crate::cues::{Cue, Spot};
use crate::meaning::Link;
use crate::narrative::Narrative;
use crate::people::{People, Sighting};
use crate::token::TokenKind;
use entente_model::EventKind;
use std::ops::Range;

/// So far behind "who" the visit may stand on which somebody is: "who is on an official visit".
const WHICH: usize = 4;

/// Says whether a sentence tells before a token that some met.
fn meets(narrative: &Narrative<'_, '_>, sentence: usize, end: usize) -> bool {
    let met =
        |cue: &Cue| matches!(cue, Cue::Meets | Cue::Receives | Cue::Session | Cue::Event(EventKind::Meeting));
    let before = |spot: &&Spot| spot.tokens().end <= end;
    narrative.spots(sentence).iter().filter(before).any(|spot| narrative.cues(spot).iter().any(met))
}

/// So far before a visit the participle may stand that says of somebody that there is one.
const ARRIVING: usize = 8;

/// So far before a visit the word may stand that says that it is one's own: "свой предстоящий в мае визит".
const OWN: usize = 6;

/// A visit, with its visitor; "the visit" alone points back.
pub(super) fn visit(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    mut draft: Draft,
    end: usize,
) -> Option<Draft> {
    let sentence = draft.sentence;
    let bounds = narrative.tokens(sentence);
    // "Talks with the President, who has arrived on a visit": the talks are what is told of.
    let before = bounds.start.max(draft.head.start.saturating_sub(ARRIVING))..draft.head.start;
    let which = before.clone().find(|&at| narrative.is_link(at, &[Link::Which]));
    let arriving = narrative.first(sentence, before.clone(), Cue::Arriving).map(|spot| spot.tokens().start);
    let who = which.filter(|which| {
        let goes = |spot: &Spot| narrative.is(spot, Cue::Visits) || narrative.is(spot, Cue::Pays);
        let goes =
            narrative.spots(sentence).iter().any(|spot| before.contains(&spot.tokens().start) && goes(spot));
        goes || !narrative.has_genitive() && draft.head.start - which <= WHICH
    });
    if let Some(who) = who.or(arriving)
        && meets(narrative, sentence, who)
    {
        draft.back = true;
        return Some(draft);
    }
    let sightings = people.sightings(sentence);
    let behind = sightings.iter().find(|s| s.whole.start >= end && s.whole.start < end + 8).filter(|s| {
        let from = s.whole.start.saturating_sub(3).max(draft.head.end);
        let adjacent = narrative.has_genitive() && s.whole.start == end;
        // "С визитом в Баку находился премьер-министр …"
        let verb =
            narrative.has_genitive() && narrative.first(sentence, end..s.whole.start, Cue::Pays).is_some();
        adjacent
            || verb
            || (from..s.whole.start).any(|at| narrative.is_link(at, &[Link::Of, Link::By]))
            || s.whole.start <= end + 2 && narrative.is_led(sentence, &s.whole, &[Link::Of])
    });
    // "the visit of a delegation": whoever stands before it is not the visitor.
    let number = narrative.reading().tokens.get(end + 1).is_some_and(|next| next.kind == TokenKind::Number);
    let of = narrative.is_link(end, &[Link::Of, Link::By]) && !number;
    let guests = sightings.iter().filter(|s| !invites(narrative, s));
    let before = guests.rev().find(|s| s.whole.end <= draft.head.start).filter(|s| {
        let between = s.whole.end..draft.head.start;
        !of && narrative.first(sentence, between, Cue::Say).is_none()
    });
    // "During his visit to Accra, President … met": who follows went there.
    let his = narrative.spot_before(draft.head.start).is_some_and(|spot| narrative.is(spot, Cue::Anaphor))
        && !narrative.is_article(draft.head.start - 1);
    // "In the course of the visit he will hold talks with President …": it is his.
    let met = |s: &&Sighting| {
        let pronoun = |at: usize| {
            narrative.is_link(at, &[Link::It]) || narrative.cue_at(at, Cue::Pronoun(false)).is_some()
        };
        narrative.has_genitive()
            && ((end..s.whole.start).any(pronoun) || narrative.is_led(sentence, &s.whole, &[Link::With]))
    };
    let after = sightings.iter().find(|s| s.whole.start >= end).filter(|_| his && before.is_none());
    let after = after.filter(|s| !met(s));
    // "He discussed with the Premier his own visit": who acts is named first.
    let own = narrative.first(
        sentence,
        draft.head.start.saturating_sub(OWN).max(bounds.start)..draft.head.start,
        Cue::Own,
    );
    let actor = || sightings.iter().find(|s| s.whole.end <= draft.head.start && !invites(narrative, s));
    let before = if own.is_some() { actor() } else { before };
    let visitor = behind.or(before).or(after);
    let start = draft.head.start.saturating_sub(1).max(bounds.start);
    let definite = start < draft.head.start && narrative.cue_at(start, Cue::Anaphor).is_some();
    // "The minister ended her visit to Chad": told with its visitor and its goal.
    let goal = narrative.is_link(draft.head.end, &[Link::To])
        || narrative.has_genitive() && narrative.is_link(draft.head.end, &[Link::In]);
    let whole = his && before.is_some() && goal;
    draft.back = behind.is_none() && after.is_none() && definite && !whole;
    draft.ordinal = None;
    draft.named = visitor.is_some();
    // "In the course of his visit to Lima the Prime Minister of Chile laid flowers"
    let actor = own.is_some()
        && narrative
            .spots(sentence)
            .iter()
            .any(|spot| (end..end + GOES).contains(&spot.tokens().start) && narrative.is(spot, Cue::Office));
    let own_goal = actor && narrative.has_genitive() && narrative.is_link(end, &[Link::In]);
    draft.sent = behind.is_none() && by_office(narrative, sentence, &draft.head)
        || visitor.is_none()
            && (own_goal
                || goes(narrative, sentence, &draft.head)
                || stayed(narrative, sentence, &draft.head));
    if !draft.sent && visitor.is_none() && of_delegation(narrative, sentence, &draft.head) {
        (draft.sent, draft.dated_only) = (true, true);
    }
    draft.back &= !draft.sent;
    draft.back |= visitor.is_none() && !draft.sent && narrative.has_genitive();
    let visitor = visitor.filter(|_| !draft.sent);
    if let Some(visitor) = visitor.filter(|_| !draft.back) {
        draft.people.push((visitor.person, Role::Visitor));
        draft.tokens = draft.tokens.start.min(draft.head.start)..draft.tokens.end;
        if behind.is_some() {
            draft.tokens.end = draft.tokens.end.max(visitor.whole.end);
        }
    }
    Some(draft)
}

/// Says whether somebody asked another to come: "at the invitation of President …", "Президент …тің шақыруымен".
pub(super) fn invites(narrative: &Narrative<'_, '_>, sighting: &Sighting) -> bool {
    let whole = &sighting.whole;
    let before = narrative.spot_before(whole.start).is_some_and(|spot| narrative.is(spot, Cue::Invites));
    let verb_final = narrative.reading().pack.traits.verb_final;
    before && !verb_final || verb_final && narrative.cue_at(whole.end, Cue::Invites).is_some()
}

/// Says whether a visit is that of somebody named by the office alone: "the visit of the President of X".
fn by_office(narrative: &Narrative<'_, '_>, sentence: usize, head: &Range<usize>) -> bool {
    let office = |spot: &&Spot| narrative.is(spot, Cue::Office);
    let behind = narrative.is_link(head.end, &[Link::Of, Link::By])
        && narrative.spots(sentence).iter().filter(office).any(|spot| {
            let start = spot.tokens().start;
            start > head.end && start <= head.end + 4
        });
    let before = narrative.spot_before(head.start).filter(office);
    let owner = before.is_some_and(|spot| narrative.reading().is_possessive(spot.tokens().end - 1));
    // "Визит премьер-министра Пакистана в Баку"
    let sent = |spot: &&Spot| office(spot) || narrative.is(spot, Cue::Delegation);
    let genitive = narrative.has_genitive() && narrative.spot_at(head.end).filter(sent).is_some();
    // "Визит Петрова в Баку": a name that the text gives no office.
    let surname = narrative.has_genitive()
        && narrative
            .reading()
            .tokens
            .get(head.end)
            .is_some_and(|token| token.is_word() && token.is_capitalised())
        && narrative.reading().meanings_at(head.end).is_empty()
        && narrative.spot_at(head.end).is_none()
        && narrative.is_link(head.end + 1, &[Link::In]);
    behind || owner || genitive || surname
}

/// "Перу бош вазири расмий ташриф билан Чилида бўлган": an office opens the sentence, and the verb says that its holder
/// was there.
fn stayed(narrative: &Narrative<'_, '_>, sentence: usize, head: &Range<usize>) -> bool {
    let bounds = narrative.tokens(sentence);
    let office = |spot: &Spot| {
        spot.tokens().start <= bounds.start + OPENS
            && spot.tokens().end <= head.start
            && narrative.is(spot, Cue::Office)
    };
    narrative.reading().pack.traits.verb_final
        && narrative.first(sentence, head.end..bounds.end, Cue::Stays).is_some()
        && narrative.spots(sentence).iter().any(office)
}

/// Among so many words an office opens its sentence.
const OPENS: usize = 3;

/// Says whether a visit is that of a delegation: "the visit of a business delegation to Tajikistan".
fn of_delegation(narrative: &Narrative<'_, '_>, sentence: usize, head: &Range<usize>) -> bool {
    let reach = head.end + 1..head.end + SENT + 1;
    let near = |spot: &Spot| reach.contains(&spot.tokens().start) && narrative.is(spot, Cue::Delegation);
    narrative.is_link(head.end, &[Link::Of]) && narrative.spots(sentence).iter().any(near)
}

/// So far behind a visit the delegation may stand that made it.
const SENT: usize = 5;

/// So far before a visit the one may stand who goes on it.
const GOES: usize = 14;

/// So many words may tell where somebody went between the verb and the visit.
const THERE: usize = 4;

/// Says whether an office without a name goes on a visit: "the President of Peru is to pay a visit to Chile".
fn goes(narrative: &Narrative<'_, '_>, sentence: usize, head: &Range<usize>) -> bool {
    let spots = narrative.spots(sentence);
    let Some(verb) = spots.iter().rev().find(|spot| {
        let gap = head.start.checked_sub(spot.tokens().end);
        // "Прибыл в страну с визитом"
        let there = narrative.has_genitive() && narrative.is(spot, Cue::Visits);
        gap.is_some_and(|gap| gap <= 2 && narrative.is(spot, Cue::Pays) || gap <= THERE && there)
    }) else {
        return false;
    };
    let office = spots.iter().rev().find(|spot| {
        let sent = narrative.is(spot, Cue::Office) || narrative.is(spot, Cue::Delegation);
        sent && spot.tokens().end <= verb.tokens().start
    });
    office.is_some_and(|office| head.start - office.tokens().end <= GOES)
}

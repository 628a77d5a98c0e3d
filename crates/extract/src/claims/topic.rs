//! Which of the phrases of a sentence can head an amount: not "trade" in "trade cooperation" or "deficit in trade".

use super::scene::{Placed, Scene};
use crate::meaning::{Kinds, Link, Meaning, Topic};
use crate::morphology::Case;

/// How far behind a topic its head may stand: "trade, economic and investment cooperation".
const HEAD_REACH: usize = 8;
/// How far behind "deficit in" the topic stands that it governs.
const GOVERNED: usize = 4;

/// Leaves out the topics that only describe another word.
pub(super) fn heads(scene: &Scene<'_, '_>, topics: &[Placed<Topic>]) -> Vec<Placed<Topic>> {
    let describes = |topic: &Placed<Topic>| {
        is_adjective(scene, topic) || topics.iter().any(|head| governs(scene, head, topic))
    };
    topics.iter().filter(|topic| !describes(topic)).copied().collect()
}

/// "Trade" before "and economic cooperation": it says what kind of cooperation.
fn is_adjective(scene: &Scene<'_, '_>, topic: &Placed<Topic>) -> bool {
    if !matches!(
        topic.what,
        Topic::Trade | Topic::Investment | Topic::Exports | Topic::Imports | Topic::Freight | Topic::Turnover
    ) {
        return false;
    }
    let reading = &scene.notes.reading;
    let mut unknown = 0;
    for at in topic.end..(topic.end + HEAD_REACH).min(scene.tokens.end) {
        let meanings = reading.meanings_at(at);
        if meanings.iter().any(|meaning| matches!(meaning, Meaning::Neutral | Meaning::Office)) {
            return true;
        }
        let listed = matches!(reading.sign(at), Some(b',' | b'-')) || reading.is_link(at, &[Link::And]);
        if listed || reading.kinds_at(at).meets(Kinds::TOPIC) {
            continue;
        }
        unknown += 1;
        let token = &reading.tokens[at];
        if !token.is_word() || token.is_capitalised() || !meanings.is_empty() || unknown > 3 {
            return false;
        }
    }
    false
}

/// "Deficit in trade": the first word is what the amount is about.
fn governs(scene: &Scene<'_, '_>, head: &Placed<Topic>, topic: &Placed<Topic>) -> bool {
    let links: &[Link] = match head.what {
        Topic::Trade | Topic::Turnover | Topic::Foreign | Topic::Other => return false,
        Topic::Investment => &[Link::Of, Link::In, Link::To],
        Topic::Projects | Topic::Agreements => &[Link::Of, Link::In, Link::On],
        _ => &[Link::Of, Link::In],
    };
    // "Дефицит торговли": the second word belongs to the first by its case.
    let reading = &scene.notes.reading;
    let in_genitive = reading.pack.traits.genitive
        && links.contains(&Link::Of)
        && topic.at == head.end
        && reading.case(&(topic.at..topic.end)) == Case::Of;
    if in_genitive {
        return true;
    }
    topic.at > head.end && topic.at - head.end <= GOVERNED && scene.is_link(head.end, links) && {
        let between = head.end + 1..topic.at;
        !scene.is_parted(between.clone())
            && !scene.has_link(
                between.clone(),
                &[Link::And, Link::Of, Link::In, Link::To, Link::From, Link::Which],
            )
            && !scene.amounts.iter().any(|amount| between.contains(&amount.tokens.start))
    }
}

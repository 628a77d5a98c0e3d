//! Whose amount it is: the two countries, and for flows which way.

use super::bracketed;
use super::kind::About;
use super::scene::{Placed, Scene};
use super::verb_final;
use crate::amount::Amount;
use crate::date;
use crate::meaning::{Anaphor, Link, Meaning, Topic};
use crate::morphology::{Case, Form};
use crate::party::Mention;
use entente_model::Country;
use entente_model::country::FormKind;
use std::ops::Range;

/// The countries of a claim and how sure that is.
#[derive(Debug, Clone)]
pub(super) struct Parties {
    pub countries: Vec<Country>,
    /// Whether the sentence itself names them.
    pub named: bool,
}

/// Returns the two countries of an amount, in the order named; those of the text where the sentence names none.
pub(super) fn pair(scene: &Scene<'_, '_>, amount: &Amount) -> Parties {
    if let Some(listed) = scene.paired.country(amount) {
        return with_listed(scene, listed);
    }
    if let Some(partner) = partner_with(scene, amount) {
        return with_other(scene, partner);
    }
    if let (Some(partner), Some(owner)) = (bracketed::partner(scene, amount), bracketed::owner(scene, amount))
    {
        return Parties { countries: vec![owner, partner], named: true };
    }
    if let Some(one) = alone_in_segment(scene, amount) {
        return with_partner(scene, one);
    }
    let clause = scene.clause(amount.opens);
    let usable: Vec<&Mention> = scene.mentions().iter().filter(|mention| is_party(scene, mention)).collect();
    let in_clause: Vec<&Mention> =
        usable.iter().copied().filter(|m| clause.contains(&m.tokens.start)).collect();
    let named = distinct(&in_clause);
    let named = if named.is_empty() { distinct(&usable) } else { named };
    match *named.as_slice() {
        [] => Parties { countries: scene.notes.pair.clone(), named: false },
        [one] => with_partner(scene, one),
        [a, b] => Parties { countries: vec![a, b], named: true },
        _ => several(scene, amount, &in_clause, &usable),
    }
}

/// "Now 900 Turkish firms work here, and by that Turkey stands behind Russia and China": the only country that is named
/// up to the verb that closes the statement, where others stand behind it.
fn alone_in_segment(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Country> {
    if !scene.notes.reading.pack.traits.verb_final || scene.mentions().len() < 3 {
        return None;
    }
    let segment = verb_final::segment(scene, amount);
    let inside: Vec<&Mention> =
        scene.mentions().iter().filter(|m| segment.contains(&m.tokens.start) && is_party(scene, m)).collect();
    let one = *distinct(&inside).first().filter(|_| distinct(&inside).len() == 1)?;
    scene.notes.pair.contains(&one).then_some(one)
}

/// "Қырғызстанмен 1,4 млрд, Тәжікстанмен 1,2 млрд": the country with which each amount is told, among several such.
fn partner_with(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Country> {
    if !scene.notes.reading.pack.traits.verb_final {
        return None;
    }
    let with = |m: &&Mention| !m.of_person && is_with(scene, m);
    let several = scene.mentions().iter().filter(with).count() > 1;
    let before =
        scene.amounts.iter().filter(|other| other.closes <= amount.opens).map(|other| other.closes).max();
    let from = before.unwrap_or(scene.tokens.start);
    let mut own = scene.mentions().iter().filter(|m| (from..amount.opens).contains(&m.tokens.start));
    let partner = own.next_back().filter(with).filter(|_| several)?;
    own.all(|m| m.of_person).then_some(partner.country)
}

/// How far before a balance the country may stand that has it: "with Peru registering a trade surplus".
const REGISTERS: usize = 5;

/// "With Peru registering a surplus of $3 million": the country that a clause of its own says has the balance.
pub(super) fn with_before(scene: &Scene<'_, '_>, balance: usize) -> Option<Country> {
    if scene.notes.reading.pack.traits.verb_final {
        return None;
    }
    let near = |m: &&Mention| m.tokens.end <= balance && balance - m.tokens.end <= REGISTERS && !m.of_person;
    let whose = scene.mentions().iter().rev().find(near)?;
    let opens = whose.tokens.start.checked_sub(2).filter(|comma| *comma >= scene.tokens.start)?;
    let led = scene.notes.reading.word(opens) == "," && scene.is_link(opens + 1, &[Link::With]);
    led.then_some(whose.country)
}

/// Says whether something is told with a country: by its ending or by a word behind it, which joins it to no other.
fn is_with(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    let end = mention.tokens.end;
    let word = scene.means(end, Meaning::Post(Link::With));
    let joins = scene.mentions().iter().any(|m| m.tokens.start == end + 1);
    scene.notes.reading.case(&mention.tokens) == Case::With || word && !joins
}

/// The partner of a country that the sentence tells the trade with: who is not one of those.
fn with_other(scene: &Scene<'_, '_>, partner: Country) -> Parties {
    let with = |country: Country| {
        let mut named = scene.mentions().iter().filter(|m| m.country == country);
        named.any(|m| is_with(scene, m))
    };
    let subject = scene.mentions().iter().map(|m| m.country).find(|country| !with(*country));
    let other = subject
        .or(scene.notes.home.filter(|home| *home != partner))
        .or_else(|| scene.notes.pair.iter().copied().find(|country| !with(*country)))
        .or_else(|| scene.notes.named_elsewhere(|country| !with(country)));
    Parties { countries: other.into_iter().chain([partner]).collect(), named: true }
}

/// One country is named: its partner is the other of the pair, or the one of the pair that speaks.
fn with_partner(scene: &Scene<'_, '_>, one: Country) -> Parties {
    let pair = &scene.notes.pair;
    if pair.contains(&one) {
        return Parties { countries: pair.clone(), named: true };
    }
    let person =
        scene.mentions().iter().find(|m| m.of_person && pair.contains(&m.country)).map(|m| m.country);
    let other = person.or(scene.notes.home.filter(|home| *home != one)).or(pair.first().copied());
    Parties { countries: other.into_iter().chain([one]).collect(), named: true }
}

/// "Kazakhstan's trade with China and Russia": the partner of each in the list is a country that is not in it.
fn with_listed(scene: &Scene<'_, '_>, one: Country) -> Parties {
    let outside = |country: &Country| !scene.paired.countries().contains(country);
    let mentions = scene.mentions();
    let party = mentions.iter().filter(|m| !m.of_person).map(|m| m.country).find(outside);
    let other = party
        .or_else(|| mentions.iter().map(|m| m.country).find(outside))
        .or(scene.notes.home.filter(outside))
        .or_else(|| scene.notes.pair.iter().copied().find(outside));
    Parties { countries: other.into_iter().chain([one]).collect(), named: true }
}

/// More than two are named: the pair of the text if it is among them and near, else the two nearest before.
fn several(scene: &Scene<'_, '_>, amount: &Amount, in_clause: &[&Mention], usable: &[&Mention]) -> Parties {
    let around = if in_clause.is_empty() { usable } else { in_clause };
    // "Кения-Гана-Чад темір жолы": a route is of more than the two.
    let joined = |pair: &[&Mention]| {
        pair[0].tokens.end + 1 == pair[1].tokens.start
            && date::is_hyphen(&scene.notes.reading, pair[0].tokens.end)
    };
    let route = around.windows(3).any(|three| joined(&three[..2]) && joined(&three[1..]));
    if route && scene.notes.pair.len() == 2 {
        return Parties { countries: scene.notes.pair.clone(), named: true };
    }
    let mut nearest: Vec<&Mention> = around.to_vec();
    nearest.sort_by_key(|m| {
        if m.tokens.start < amount.opens {
            amount.opens - m.tokens.start
        } else {
            2 * (m.tokens.start - amount.opens)
        }
    });
    let mut two = distinct(&nearest);
    two.truncate(2);
    let pair = &scene.notes.pair;
    let closest_is_ours = two.first().is_some_and(|country| pair.contains(country));
    if closest_is_ours && pair.iter().all(|country| around.iter().any(|m| m.country == *country)) {
        return Parties { countries: pair.clone(), named: true };
    }
    // A third country beside one of ours: "trade with China".
    match two.first() {
        Some(third) if !pair.contains(third) => {
            let ours = around.iter().find(|m| pair.contains(&m.country)).map(|m| m.country);
            let other = ours.or(two.get(1).copied());
            Parties { countries: other.into_iter().chain([*third]).collect(), named: true }
        }
        _ => Parties { countries: two, named: true },
    }
}

fn distinct(mentions: &[&Mention]) -> Vec<Country> {
    let mut out: Vec<Country> = Vec::new();
    for mention in mentions {
        if !out.contains(&mention.country) {
            out.push(mention.country);
        }
    }
    out
}

/// Says whether a country is named as a party: not as somebody's country, not as a place.
fn is_party(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    let at = mention.tokens.start;
    let place = mention.kind == FormKind::Capital
        && at > scene.tokens.start
        && scene.is_link(at - 1, &[Link::In, Link::To]);
    !mention.of_person && !place
}

/// Orders two countries for a flow: [reporter, partner]; `before` is who reported the flow told before in the sentence, and
/// `last` who did in the sentence before it.
pub(super) fn directed(
    scene: &Scene<'_, '_>,
    amount: &Amount,
    about: &About,
    (before, last): (Option<Country>, Option<Country>),
) -> Parties {
    let parties = pair(scene, amount);
    let [a, b] = *parties.countries.as_slice() else { return parties };
    let ours = |country: &Country| *country == a || *country == b;
    let other = |country: Country| if country == a { b } else { a };
    let clause = scene.clause(about.place.map_or(amount.opens, |(at, _)| at));
    let exports = about.topic != Topic::Imports;
    let by_links = |range: Range<usize>| {
        let linked = |links: &[Link]| linked(scene, &range, links).find(ours);
        let (to, from) = (linked(&[Link::To]), linked(&[Link::From]));
        if exports { from.or(to.map(other)) } else { to.or(from.map(other)) }
    };
    // Uzbekistan's exports, Uzbek exports; exports to China, imports from China.
    let around = if scene.notes.reading.pack.traits.verb_final {
        verb_final::segment(scene, amount)
    } else {
        clause.clone()
    };
    let owner = about.place.and_then(|(at, _)| {
        scene.mentions().iter().rev().find(|m| {
            let owns = m.possessive || m.kind == FormKind::Adjective;
            m.tokens.end <= at && at - m.tokens.end <= 3 && owns && !m.of_person
        })
    });
    // "Иран тарапы арпа импортын арттырды": the side that does it.
    let owner = owner.or_else(|| {
        let (at, _) = about.place.filter(|_| scene.notes.reading.pack.traits.verb_final)?;
        scene.mentions().iter().rev().find(|m| {
            let side = scene.means(m.tokens.end, Meaning::Anaphor(Anaphor::Pair));
            let form = scene.notes.reading.tokens.get(m.tokens.end).map(|token| token.form);
            m.tokens.end < at
                && clause.contains(&m.tokens.start)
                && side
                && form.is_some_and(|f| f.has(Form::OWN))
        })
    });
    let owner = owner.or_else(|| {
        let (_, end) = about.place?;
        scene.mentions().iter().find(|m| m.tokens.start == end && m.genitive && !m.of_person)
    });
    // "While Ghana sold Kenya $310 million worth": who stands right before the verb.
    let seller = about.place.and_then(|(at, _)| {
        scene.mentions().iter().find(|m| {
            let bare = m.kind != FormKind::Adjective && scene.notes.reading.case(&m.tokens) == Case::Plain;
            let led = m.tokens.start > scene.tokens.start
                && scene.is_link(m.tokens.start - 1, &[Link::In, Link::To, Link::From, Link::With, Link::Of]);
            m.tokens.end == at && bare && !led && !m.of_person
        })
    });
    let owner = owner.or(seller.filter(|_| !scene.notes.reading.pack.traits.verb_final));
    let subject = || {
        let start = about.place.map_or(amount.opens, |(at, _)| at);
        let subjects = scene.mentions().iter().filter(|m| !m.of_person && m.tokens.start < start);
        subjects.map(|m| m.country).find(ours)
    };
    // "Перу ўзбек мевасини импорт қилган": what is imported is the other's.
    let imported = |m: &Mention| {
        let object = scene.notes.reading.tokens[m.tokens.end].form.has(Form::OBJECT);
        !exports
            && m.kind == FormKind::Adjective
            && about.place.is_some_and(|(at, _)| m.tokens.end < at)
            && object
    };
    let reporter = owner
        .filter(|m| ours(&m.country))
        .map(|m| if imported(m) { other(m.country) } else { m.country })
        .or_else(|| by_links(own_words(scene, about, around)))
        .or(before.filter(ours))
        .or_else(|| by_links(clause))
        .or(last.filter(ours))
        .or_else(subject)
        .or(scene.notes.home.filter(ours))
        // A text in the language of one of the two reports that one's flows.
        .or(scene.notes.reading.pack.home.filter(ours))
        .unwrap_or(a);
    Parties { countries: vec![reporter, other(reporter)], named: parties.named }
}

/// The words that can speak of one flow and not of the flow told before or behind it.
fn own_words(scene: &Scene<'_, '_>, about: &About, clause: Range<usize>) -> Range<usize> {
    let Some((at, end)) = about.place else { return clause };
    let other = |topic: &&Placed<Topic>| {
        let flow = matches!(topic.what, Topic::Exports | Topic::Imports | Topic::Supplies);
        flow && topic.what != about.topic
    };
    let before = scene.topics.iter().filter(other).rfind(|topic| topic.end <= at).map(|topic| topic.end);
    let behind = scene.topics.iter().filter(other).find(|topic| topic.at >= end).map(|topic| topic.at);
    // "Imports from Kenya and exports": a flow without words of its own behind the other is told of the same two.
    let start = if before.is_some_and(|before| before > clause.start) { at } else { clause.start };
    start..behind.unwrap_or(clause.end).clamp(start, clause.end)
}

/// The countries that a link of some kinds leads.
fn linked<'s>(
    scene: &'s Scene<'_, '_>,
    range: &'s Range<usize>,
    links: &'s [Link],
) -> impl Iterator<Item = Country> + 's {
    let within = scene.mentions().iter().filter(|m| !m.of_person && range.contains(&m.tokens.start));
    within.filter(|m| scene.is_led(&m.tokens, links)).map(|m| m.country)
}

/// The country whose balance, trade or market it is: the possessive or adjective before a phrase, or "of X" behind.
pub(super) fn owner_of(scene: &Scene<'_, '_>, place: (usize, usize)) -> Option<Country> {
    let (at, end) = place;
    let before = scene.mentions().iter().rev().find(|m| {
        m.tokens.end <= at
            && at - m.tokens.end <= 4
            && !m.of_person
            && (m.possessive || m.kind == FormKind::Adjective)
    });
    let behind = || {
        scene.mentions().iter().find(|m| {
            let near = m.tokens.start >= end && m.tokens.start - end <= 3;
            near && ((end..m.tokens.start).any(|t| scene.is_link(t, &[Link::Of, Link::To])) || m.genitive)
        })
    };
    before.or_else(behind).map(|m| m.country)
}

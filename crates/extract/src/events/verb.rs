//! Events that a verb tells of: "X met with Y", "X received Y", "X visited Z".

use super::draft::{Draft, Role};
use crate::cues::{Cue, Spot};
use crate::meaning::{Anaphor, Link, Meaning};
use crate::morphology::{Case, Form};
use crate::narrative::Narrative;
use crate::party::Mention;
use crate::people::{People, Sighting};
use crate::token::{Token, TokenKind};
use entente_model::country::FormKind;
use entente_model::{Country, EventKind, EventStatus};
use std::ops::Range;

/// So far behind the verb the other one may stand.
const REACH: usize = 10;

/// Two people came together.
pub(super) fn met(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    spot: &Spot,
) -> Option<Draft> {
    let head = spot.tokens();
    let sightings = people.sightings(sentence);
    let before = sightings.iter().rev().find(|s| s.whole.end <= head.start);
    let Some(one) = before.or_else(|| pronoun(narrative, people, sentence, head.start)) else {
        return alone(narrative, people, sentence, spot)
            .or_else(|| offices(narrative, sentence, spot, Cue::Meets))
            .or_else(|| two_offices(narrative, people, sentence, spot))
            .or_else(|| by_noun(narrative, sentence, spot));
    };
    let other = sightings
        .iter()
        .find(|s| s.whole.start >= head.end && s.whole.start < head.end + REACH)
        // "told the Premier when the two spoke by video"
        .or_else(|| sightings.iter().rev().find(|s| s.whole.end <= head.start && s.person != one.person));
    let Some(other) = other else {
        return two_offices(narrative, people, sentence, spot)
            .or_else(|| one_and_office(narrative, sentence, spot, one))
            .or_else(|| by_noun(narrative, sentence, spot));
    };
    if one.person == other.person {
        return None;
    }
    let opens = before.map_or(head.start, |one| one.whole.start.min(other.whole.start));
    let tokens = opens..head.end.max(other.whole.end);
    let mut draft = Draft::new(EventKind::Meeting, sentence, head, tokens);
    let (first, second) =
        if before.is_some() && other.whole.start < one.whole.start { (other, one) } else { (one, other) };
    draft.people = vec![(first.person, Role::Participant), (second.person, Role::Participant)];
    draft.received = narrative.is(spot, Cue::Receives);
    // The form of the verb says that it took place, whatever stands around it.
    draft.status = went(narrative, sentence, spot);
    Some(draft)
}

/// Beyond so many sentences a meeting with people who are not named is one only where its day is told.
const LEAD: usize = 2;

/// "The ministry held a meeting with representatives of the embassy": the words of the verb name what took place.
fn by_noun(narrative: &Narrative<'_, '_>, sentence: usize, spot: &Spot) -> Option<Draft> {
    let head = spot.tokens();
    let named =
        head.len() > 2 && narrative.is(spot, Cue::Meets) && !narrative.reading().pack.traits.verb_final;
    named.then_some(())?;
    let mut draft = Draft::new(EventKind::Meeting, sentence, head.clone(), head);
    draft.dated_only = sentence > LEAD;
    // What stands behind it may be to come: "to prepare for the session scheduled for May".
    let before = narrative.tokens(sentence).start..draft.head.start;
    let ahead = narrative.first(sentence, before, Cue::Planned).is_some();
    draft.status = went(narrative, sentence, spot).or((!ahead).then_some(EventStatus::Held));
    Some(draft)
}

/// What the form of a verb says by itself, where it is of the past or of the future.
fn went(narrative: &Narrative<'_, '_>, sentence: usize, verb: &Spot) -> Option<EventStatus> {
    if goes_on_ahead(narrative, sentence, verb) {
        return Some(EventStatus::Planned);
    }
    let ahead = narrative.is(verb, Cue::Planned);
    narrative.has_genitive().then_some(if ahead { EventStatus::Planned } else { EventStatus::Held })
}

/// "Музокаралар ўтказиб, форумда иштирок этади": a verb that another goes on from is of the time of that one.
fn goes_on_ahead(narrative: &Narrative<'_, '_>, sentence: usize, verb: &Spot) -> bool {
    let reading = narrative.reading();
    let end = verb.tokens().end;
    let behind = end..narrative.tokens(sentence).end;
    let finite = Form::PAST.with(Form::NOW).with(Form::AHEAD);
    reading.pack.traits.verb_final
        && reading.tokens[end - 1].form.has(Form::ALONG)
        && behind
            .rev()
            .map(|at| reading.tokens[at].form)
            .find(|form| form.any(finite))
            .is_some_and(|form| form.has(Form::AHEAD) && !form.has(Form::PAST))
}

/// Officials of two countries spoke with each other, without a word for where: "the Prime Ministers … discussed".
pub(super) fn conferred(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
) -> Option<Draft> {
    let spot = narrative.spots(sentence).iter().find(|spot| narrative.is(spot, Cue::Confers))?;
    let verb = spot.tokens();
    if let Some(draft) = offices(narrative, sentence, spot, Cue::Confers) {
        return Some(draft);
    }
    let sightings = people.sightings(sentence);
    let mut before = sightings.iter().filter(|s| s.whole.end <= verb.start);
    // "Об этом говорили в Дохе глава кабмина … и премьер …"
    let mut behind = sightings.iter().filter(|s| narrative.has_genitive() && s.whole.start >= verb.end);
    let (one, other, near) = match (before.next(), before.next()) {
        (Some(one), Some(other)) => (one, other, verb.start - other.whole.end <= REACH),
        (None, None) => {
            let (one, other) = (behind.next()?, behind.next()?);
            (one, other, one.whole.start - verb.end <= REACH)
        }
        _ => return None,
    };
    let country = |sighting: &Sighting| people.get(sighting.person).country;
    let both = country(one).is_some() && country(other).is_some();
    // "The Premier … and the Prime Minister of Qatar …": our own needs no country.
    let office = |sighting: &Sighting| people.get(sighting.person).office.is_some();
    let one_of_ours = narrative.has_genitive() && office(one) && office(other);
    (near && (both || one_of_ours) && country(one) != country(other)).then_some(())?;
    let start = one.whole.start.min(one.name.start).min(verb.start);
    let end = verb.end.max(other.whole.end);
    let mut draft = Draft::new(EventKind::Meeting, sentence, verb.clone(), start..end);
    draft.people = vec![(one.person, Role::Participant), (other.person, Role::Participant)];
    Some(draft)
}

/// Only the other one is named: "the delegation met with President …".
fn alone(narrative: &Narrative<'_, '_>, people: &People<'_>, sentence: usize, spot: &Spot) -> Option<Draft> {
    let head = spot.tokens();
    let other = people.sightings(sentence).iter().find(|s| s.whole.start >= head.end)?;
    // "Риверо встретился в Лиме с президентом Чили …": a name that the text gives no office.
    let led = || {
        other.whole.start <= head.end + OFFICE
            && narrative.has_genitive()
            && narrative.is_led(sentence, &other.whole, &[Link::With])
    };
    (narrative.is(spot, Cue::Meets) && (other.whole.start <= head.end + 1 || led())).then_some(())?;
    let mut draft = Draft::new(EventKind::Meeting, sentence, head.clone(), head.start..other.whole.end);
    draft.people = vec![(other.person, Role::Participant)];
    Some(draft)
}

/// So far from the verb behind it the offices may stand: "встретились премьер-министры".
const OFFICES: usize = 3;
/// So far before the offices their countries may stand, as adjectives.
const ADJECTIVES: usize = 5;

/// Officials of two countries came together, without their names: "the foreign ministers of Chile and Peru met".
fn offices(narrative: &Narrative<'_, '_>, sentence: usize, spot: &Spot, verb: Cue) -> Option<Draft> {
    let head = spot.tokens();
    narrative.is(spot, verb).then_some(())?;
    let spots = narrative.spots(sentence);
    let several = |office: &&Spot| narrative.cues(office).iter().any(|cue| matches!(cue, Cue::Offices(_)));
    let before = spots.iter().rev().filter(several).find(|office| office.tokens().end <= head.start);
    let before = before.filter(|office| head.start - office.tokens().end <= REACH);
    let behind = || {
        let near = |office: &&Spot| (head.end..=head.end + OFFICES).contains(&office.tokens().start);
        spots.iter().filter(several).find(near).filter(|_| narrative.has_genitive())
    };
    let offices = before.or_else(behind)?.tokens();
    let bounds = narrative.tokens(sentence);
    let around = match offices.end <= head.start {
        // Where nouns stand before what they describe: "Грузия мен Армения президенттері".
        true if narrative.reading().pack.traits.verb_final => {
            bounds.start.max(offices.start.saturating_sub(REACH))..head.start
        }
        // "The Kenyan and Rwandan presidents"
        true => offices.start.saturating_sub(ADJECTIVES).max(bounds.start)..head.start,
        false => offices.start..bounds.end.min(offices.end + REACH),
    };
    let inside =
        |mention: &&Mention| around.contains(&mention.tokens.start) && mention.kind != FormKind::Capital;
    let countries = narrative.mentions(sentence).iter().filter(inside).count();
    let two = around.clone().any(|at| {
        narrative.alone(at).contains(&Meaning::Number(2))
            || narrative.reading().meanings_at(at).contains(&Meaning::Anaphor(Anaphor::Pair))
    });
    // "The ministers held talks": those who were told of.
    let again = countries == 0 && !two && verb == Cue::Meets && narrative.has_genitive();
    (countries == 2 || countries == 0 && two || again).then_some(())?;
    let tokens = offices.start.min(head.start)..head.end.max(offices.end);
    let mut draft = Draft::new(EventKind::Meeting, sentence, head, tokens);
    draft.status = went(narrative, sentence, spot);
    draft.sent = verb == Cue::Meets && countries == 2;
    draft.back = again;
    Some(draft)
}

/// Two who hold offices of two countries came together, one or both of them without a name: "the president of Kenya met
/// with the sultan of Oman". Our own head of state needs no country beside the office.
fn two_offices(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    spot: &Spot,
) -> Option<Draft> {
    let head = spot.tokens();
    let bounds = narrative.tokens(sentence);
    let verb_final = narrative.reading().pack.traits.verb_final;
    let office = |spot: &&Spot| {
        let holds = narrative.is(spot, Cue::Office) || narrative.is(spot, Cue::Counterpart);
        holds && !narrative.is(spot, Cue::Ministry)
    };
    let spots = narrative.spots(sentence);
    let mut before = spots.iter().rev().filter(office).filter(|office| office.tokens().end <= head.start);
    let (first, second) = if verb_final {
        let second = before.next().filter(|office| head.start - office.tokens().end <= REACH)?;
        (before.next()?, second)
    } else {
        let near = |office: &&Spot| (head.end..=head.end + OFFICES + 1).contains(&office.tokens().start);
        (before.next()?, spots.iter().filter(office).find(near)?)
    };
    let (first, second) = (first.tokens(), second.tokens());
    let close = if verb_final { second.start - first.end } else { head.start.saturating_sub(first.end) };
    if close > REACH + ADJECTIVES {
        return None;
    }
    let end = if verb_final { head.start } else { bounds.end.min(second.end + ADJECTIVES) };
    let around = bounds.start.max(first.start.saturating_sub(ADJECTIVES))..end;
    let mut countries: Vec<Country> = narrative
        .mentions(sentence)
        .iter()
        .filter(|m| around.contains(&m.tokens.start) && m.kind != FormKind::Capital)
        .map(|m| m.country)
        .collect();
    countries.sort_unstable();
    countries.dedup();
    // Our own head of state: "Мемлекет басшысы Чили президентімен кездесті".
    let home = narrative.reading().meanings_at(first.start).contains(&Meaning::Anaphor(Anaphor::Home));
    let fewest = if narrative.is(spot, Cue::Receives) || home { 1 } else { 2 };
    let said = narrative.first(sentence, first.end..second.start, Cue::Say).is_some();
    // "The visit of the President, who meets": what he does there is part of it.
    let which = head.start > bounds.start && narrative.is_link(head.start - 1, &[Link::Which]);
    if countries.len() < fewest || said || which {
        return None;
    }
    let tokens = first.start..head.end.max(second.end);
    let mut draft = Draft::new(EventKind::Meeting, sentence, head, tokens);
    let holds = |s: &&Sighting| s.whole.contains(&first.start) || s.whole.contains(&second.start);
    let named = people.sightings(sentence).iter().filter(holds);
    draft.people = named.map(|s| (s.person, Role::Participant)).collect();
    draft.received = narrative.is(spot, Cue::Receives);
    // Two offices of two countries and a verb tell of a meeting, also without its day.
    draft.sent = true;
    draft.status = went(narrative, sentence, spot);
    Some(draft)
}

/// So far behind the verb the office may stand, where it was between.
const OFFICE: usize = 4;

/// One is named and the other holds an office of a country: "Владимир Орлов принял в Кремле премьер-министра Монголии".
fn one_and_office(
    narrative: &Narrative<'_, '_>,
    sentence: usize,
    spot: &Spot,
    one: &Sighting,
) -> Option<Draft> {
    let head = spot.tokens();
    let near = |office: &&Spot| {
        let start = office.tokens().start;
        narrative.is(office, Cue::Office)
            && !narrative.is(office, Cue::Ministry)
            && (head.end..=head.end + OFFICE).contains(&start)
    };
    let office = narrative.spots(sentence).iter().find(near).filter(|_| narrative.has_genitive())?.tokens();
    narrative.mention_at(sentence, office.end)?;
    let mut draft = Draft::new(EventKind::Meeting, sentence, head.clone(), one.whole.start..office.end);
    draft.people = vec![(one.person, Role::Participant)];
    draft.received = narrative.is(spot, Cue::Receives);
    draft.sent = true;
    draft.status = went(narrative, sentence, spot);
    Some(draft)
}

/// The one whom a pronoun right before a verb stands for: the first named in the sentence before.
fn pronoun<'p>(
    narrative: &Narrative<'_, '_>,
    people: &'p People<'_>,
    sentence: usize,
    verb: usize,
) -> Option<&'p Sighting> {
    let from = verb.saturating_sub(3);
    narrative.first(sentence, from..verb, Cue::Pronoun(false))?;
    people.sightings(sentence.checked_sub(1)?).first()
}

/// "Лиму с официальным визитом посетит президент": the verb behind a visit tells where it goes and whose it is.
pub(super) fn goes_on_visit(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    visit: &Spot,
) -> Option<Draft> {
    let head = visit.tokens();
    let led = narrative.has_genitive() && narrative.is_led(sentence, &head, &[Link::With]);
    let verb = narrative.spot_at(head.end).filter(|spot| led && narrative.is(spot, Cue::Visits))?;
    let draft = visited(narrative, people, sentence, verb).filter(|draft| draft.place.is_some())?;
    Some(Draft { journey: false, ..draft })
}

/// Somebody went somewhere.
pub(super) fn visited(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    spot: &Spot,
) -> Option<Draft> {
    let head = spot.tokens();
    let before = narrative.tokens(sentence).start..head.start;
    // "Met with the minister, who is in Lima on a visit": the meeting is what is told of.
    let who = !narrative.reading().pack.traits.verb_final
        && head.start > before.start
        && narrative.is_link(head.start - 1, &[Link::Which])
        && narrative.spots(sentence).iter().any(|spot| {
            spot.tokens().end <= head.start
                && (narrative.is(spot, Cue::Meets) || narrative.is(spot, Cue::Receives))
        });
    if who || narrative.first(sentence, before, Cue::Hopes).is_some() {
        return None;
    }
    if let Some(draft) = arrived(narrative, people, sentence, spot) {
        return Some(draft);
    }
    let named = people.sightings(sentence).iter().rev().find(|s| s.whole.end <= head.start);
    let named = named.filter(|s| head.start - s.whole.end <= REACH);
    let opens = named.map(|s| s.whole.start).or_else(|| office_before(narrative, sentence, head.start))?;
    let behind = past_visit(narrative, head.end);
    let next = narrative.past_article(past_day(narrative, sentence, behind));
    // "Arrived in the capital of Kazakhstan"
    let of_city = narrative.cue_at(next, Cue::City).map(|city| {
        if narrative.is_link(city, &[Link::Of]) { narrative.past_article(city + 1) } else { city }
    });
    let is_name = |at: &usize| {
        let capital = narrative.reading().tokens.get(*at).is_some_and(Token::is_capitalised);
        capital || narrative.mention_at(sentence, *at).is_some()
    };
    let next = of_city.filter(is_name).unwrap_or(next);
    let country = narrative.mention_at(sentence, next);
    let capital = narrative.reading().tokens.get(next).is_some_and(Token::is_capitalised);
    if !(country.is_some() || capital) || next >= narrative.tokens(sentence).end {
        return None;
    }
    let end = country.map_or(next + 1, |mention| mention.tokens.end);
    let mut draft = Draft::new(EventKind::Visit, sentence, head, opens..end);
    draft.people = named.iter().map(|s| (s.person, Role::Visitor)).collect();
    draft.sent = named.is_none();
    // "В беларусскую столицу прилетит": the adjective says whose, and no place is named.
    let unnamed = country.is_some_and(|mention| mention.kind == FormKind::Adjective);
    draft.place = Some(next..end).filter(|_| !unnamed);
    draft.host = country.map(|mention| mention.country);
    draft.named = true;
    draft.status = went(narrative, sentence, spot);
    draft.journey = true;
    Some(draft)
}

/// Where the goal of a journey opens behind the word for it: "посетит с визитом Перу", "направился с визитом в Перу".
fn past_visit(narrative: &Narrative<'_, '_>, at: usize) -> usize {
    let visit = narrative
        .spot_at(at + 1)
        .filter(|spot| narrative.has_genitive() && narrative.is(spot, Cue::Event(EventKind::Visit)));
    let end = visit.filter(|_| narrative.is_link(at, &[Link::With])).map(|spot| spot.tokens().end);
    end.map_or(at, |end| if narrative.is_link(end, &[Link::In]) { end + 1 } else { end })
}

/// So many words the day between a verb and its goal has at most.
const DAY: usize = 5;

/// Where the goal of a journey opens whose day stands before it: "прибыла 12 июня в Лиму", "посетит 3-4 мая Перу".
fn past_day(narrative: &Narrative<'_, '_>, sentence: usize, at: usize) -> usize {
    let of_day = |at: usize| {
        let number = narrative.reading().tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
        let dash = matches!(narrative.word(at), "-" | "–");
        number || dash || narrative.reading().meanings_at(at).iter().any(|m| matches!(m, Meaning::Time(_)))
    };
    let goal = (at + 1..=at + DAY).find(|&goal| !of_day(goal));
    let goal = goal.filter(|_| narrative.has_genitive() && of_day(at));
    let object = |goal: usize| {
        narrative.mention_at(sentence, goal).is_some_and(|m| m.kind != FormKind::Adjective).then_some(goal)
    };
    let led = |goal: usize| narrative.is_link(goal, &[Link::In]).then_some(goal + 1);
    goal.and_then(|goal| led(goal).or_else(|| object(goal))).unwrap_or(at)
}

/// So far before the verb the goal of a journey may stand, and so far behind it the one who went.
const GOAL: usize = 9;
const WENT: usize = 4;

/// The goal stands before the verb and who went there behind it: "В Баку с визитом прибыл премьер-министр …".
fn arrived(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    spot: &Spot,
) -> Option<Draft> {
    narrative.has_genitive().then_some(())?;
    let head = spot.tokens();
    let behind = |at: usize| at >= head.end && at <= head.end + WENT;
    let visitor = people.sightings(sentence).iter().find(|s| behind(s.whole.start));
    let sent = narrative.spots(sentence).iter().find(|spot| {
        behind(spot.tokens().start)
            && (narrative.is(spot, Cue::Delegation) || narrative.is(spot, Cue::Office))
    });
    let end = visitor.map(|s| s.whole.end).or(sent.map(|spot| spot.tokens().end))?;
    let lowest = narrative.tokens(sentence).start.max(head.start.saturating_sub(GOAL));
    let inside = (lowest..head.start).rev().find_map(|at| {
        narrative.is_link(at, &[Link::In]).then_some(())?;
        let next = narrative.cue_at(at + 1, Cue::City).unwrap_or(at + 1);
        if let Some(mention) = narrative.mention_at(sentence, next) {
            return Some((mention.tokens.clone(), Some(mention.country)));
        }
        let token = narrative.reading().tokens.get(next).filter(|_| next < head.start)?;
        let month = narrative.reading().meanings_at(next).iter().any(|m| matches!(m, Meaning::Time(_)));
        (token.is_capitalised() && !month).then_some((next..next + 1, None))
    });
    let (place, host) = inside.or_else(|| object(narrative, sentence, lowest..head.start))?;
    let mut draft = Draft::new(EventKind::Visit, sentence, head.clone(), place.start..end);
    draft.people = visitor.iter().map(|s| (s.person, Role::Visitor)).collect();
    draft.sent = visitor.is_none();
    (draft.named, draft.journey) = (true, true);
    // "В перуанскую столицу": the adjective says whose, and no place is named.
    let unnamed = narrative.mention_at(sentence, place.start).is_some_and(|m| m.kind == FormKind::Adjective);
    (draft.place, draft.host) = (Some(place).filter(|_| !unnamed), host);
    draft.status = went(narrative, sentence, spot);
    Some(draft)
}

/// The country or capital that somebody visited, named before the verb without a link: "Ханой посетила делегация".
fn object(
    narrative: &Narrative<'_, '_>,
    sentence: usize,
    before: Range<usize>,
) -> Option<(Range<usize>, Option<Country>)> {
    let goal = |m: &&Mention| {
        let at = m.tokens.start;
        let led = at > narrative.tokens(sentence).start
            && narrative.is_link(at - 1, &[Link::In, Link::From, Link::With, Link::On, Link::To]);
        let case = narrative.reading().case(&m.tokens);
        let object = matches!(case, Case::Plain | Case::Object) && m.kind != FormKind::Adjective;
        before.contains(&at) && object && !led && !m.of_person
    };
    let goal = narrative.mentions(sentence).iter().rev().find(goal)?;
    Some((goal.tokens.clone(), Some(goal.country)))
}

/// Where the office or delegation opens that stands before a verb without a name: "the Ghanaian President will visit".
fn office_before(narrative: &Narrative<'_, '_>, sentence: usize, verb: usize) -> Option<usize> {
    let before = || narrative.spots(sentence).iter().rev().filter(|spot| spot.tokens().end <= verb);
    // "The President is expected to visit": what says that it is to come stands between.
    let office = before().find(|spot| !narrative.is(spot, Cue::Planned));
    let office = office.filter(|spot| narrative.is(spot, Cue::Office));
    let office = office.filter(|office| verb - office.tokens().end <= 3);
    let delegation = || before().find(|spot| narrative.is(spot, Cue::Delegation));
    let sent = office.or_else(|| delegation().filter(|spot| verb - spot.tokens().end <= REACH))?;
    Some(sent.tokens().start)
}

//! Offices with the countries that they are of: "Kazakh Deputy Prime Minister", "Prime Ministers of A and B".

use crate::cues::{Cue, Spot};
use crate::date::is_hyphen;
use crate::meaning::Link;
use crate::morphology::Case;
use crate::narrative::Narrative;
use entente_model::Country;
use entente_model::country::FormKind;
use std::ops::Range;

/// An office as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Office {
    /// Its name: as written, for several their one.
    pub title: String,
    /// The countries, in order; several where it is several people's.
    pub countries: Vec<Country>,
    /// All its words, the country too.
    pub tokens: Range<usize>,
    /// Whether it is the office of the one named before.
    pub counterpart: bool,
    /// Whether several hold it.
    pub several: bool,
    /// The case that it stands in, and its holder.
    pub case: Case,
}

/// Reads the office of a spot.
pub(super) fn office(narrative: &Narrative<'_, '_>, sentence: usize, spot: &Spot) -> Option<Office> {
    let cues = narrative.cues(spot);
    let plural = cues.iter().find_map(|cue| match cue {
        Cue::Offices(one) => Some(one.replace('_', " ")),
        _ => None,
    });
    let counterpart = cues.contains(&Cue::Counterpart);
    let several = plural.is_some();
    if plural.is_none() && !counterpart && !cues.contains(&Cue::Office) {
        return None;
    }
    let bounds = narrative.tokens(sentence);
    let head = spot.tokens();
    let opens = before_head(narrative, head.start, bounds.start);
    let mut countries = Vec::new();
    let left = owner(narrative, sentence, opens, bounds.start, &mut countries);
    let (tail, end) = behind_head(narrative, sentence, head.end, bounds.end, &mut countries);
    let title = match plural {
        Some(one) => {
            let portfolio = narrative.reading().slice(head.end..tail);
            let before = narrative.reading().slice(opens..head.start);
            [before, &one, portfolio]
                .iter()
                .filter(|part| !part.is_empty())
                .copied()
                .collect::<Vec<_>>()
                .join(" ")
        }
        None if narrative.reading().pack.traits.verb_final => narrative.without_case(opens..tail),
        None if opens == head.start => {
            let rest = narrative.reading().slice(head.end..tail);
            let space = if rest.is_empty() { "" } else { " " };
            format!("{}{space}{rest}", narrative.as_listed(spot))
        }
        None => narrative.reading().slice(opens..tail).to_owned(),
    };
    let title = narrative.reading().pack.without_owner(&title).to_owned();
    let case = narrative.case(spot);
    Some(Office { title, countries, tokens: left..end, counterpart, several, case })
}

/// Where the title of the office of a spot ends, its country left aside; none where it is no office.
pub(super) fn title_end(narrative: &Narrative<'_, '_>, spot: &Spot) -> Option<usize> {
    narrative.is(spot, Cue::Office).then_some(())?;
    let end = spot.tokens().end;
    let of = narrative.is_link(end, &[Link::Of, Link::For]);
    let opens = if of { narrative.past_article(end + 1) } else { end };
    let portfolio =
        (of || narrative.has_genitive()).then(|| portfolios(narrative, opens, usize::MAX)).flatten();
    Some(portfolio.unwrap_or(end))
}

/// Where an office opens: at what its holder minds, if that stands before it: "Trade and Investment Minister".
fn before_head(narrative: &Narrative<'_, '_>, head: usize, from: usize) -> usize {
    let mut opens = head;
    loop {
        let joined = opens > from + 1
            && (narrative.is_link(opens - 1, &[Link::And]) || narrative.word(opens - 1) == ",")
            && opens < head;
        let before = if joined { opens - 1 } else { opens };
        // "National Assembly Chairman": what somebody heads stands right before the office.
        let minds = |spot: &&Spot| {
            narrative.is(spot, Cue::Portfolio) || (opens == head && narrative.is(spot, Cue::Body))
        };
        match narrative.spot_before(before).filter(minds) {
            Some(spot) if spot.tokens().start >= from && capital(narrative, spot.tokens().start, head) => {
                opens = spot.tokens().start;
            }
            _ => break,
        }
    }
    let grade = narrative.spot_before(opens).filter(|spot| opens < head && narrative.is(spot, Cue::Grade));
    grade
        .map(|spot| spot.tokens().start)
        .filter(|at| *at >= from && capital(narrative, *at, head))
        .unwrap_or(opens)
}

/// What stands before an office belongs to it if it has a capital as the office has: not "trade ministers".
fn capital(narrative: &Narrative<'_, '_>, at: usize, head: usize) -> bool {
    let tokens = &narrative.reading().tokens;
    tokens[at].is_capitalised() || !tokens[head].is_capitalised()
}

/// Reads the country before an office, "Kazakhstan's" or "Uzbek", and returns where it opens.
fn owner(
    narrative: &Narrative<'_, '_>,
    sentence: usize,
    opens: usize,
    from: usize,
    countries: &mut Vec<Country>,
) -> usize {
    // "Uzbekistan's new Minister", "the Kazakh First Deputy".
    for gap in 0..=1 {
        let Some(end) = opens.checked_sub(gap).filter(|end| *end > from) else { break };
        if gap == 1 && narrative.reading().tokens[end].is_capitalised() {
            break;
        }
        let Some(mention) = narrative.mention_before(sentence, end).or_else(|| {
            let apostrophe = narrative.word(end - 1).chars().all(crate::token::is_apostrophe);
            apostrophe.then(|| narrative.mention_before(sentence, end - 1)).flatten()
        }) else {
            continue;
        };
        let plain = !mention.possessive && mention.kind != FormKind::Adjective;
        if plain && (mention.kind == FormKind::Capital || narrative.has_genitive()) {
            break;
        }
        countries.push(mention.country);
        let before = mention.tokens.start;
        // "the Kazakh and Uzbek Presidents"
        if before > from + 1
            && (narrative.is_link(before - 1, &[Link::And]) || is_hyphen(narrative.reading(), before - 1))
            && let Some(first) = narrative.mention_before(sentence, before - 1)
        {
            countries.insert(0, first.country);
            return first.tokens.start;
        }
        return before;
    }
    opens
}

/// Reads what follows an office: what its holder minds or heads, and "of" the countries. Returns where the title
/// ends and where the whole.
fn behind_head(
    narrative: &Narrative<'_, '_>,
    sentence: usize,
    head_end: usize,
    end: usize,
    countries: &mut Vec<Country>,
) -> (usize, usize) {
    // "Ambassador to Kenya": the phrase of the office holds the link.
    let posted = narrative
        .mention_at(sentence, head_end)
        .filter(|_| !narrative.has_genitive())
        .filter(|m| matches!(m.kind, FormKind::Name | FormKind::Alias) && !m.possessive);
    let posted = posted.map_or(head_end, |mention| mention.tokens.end);
    let mut title_end = posted;
    let mut at = posted;
    let mut links = 0;
    while at < end && links < 4 {
        let linked = narrative.is_link(at, &[Link::Of, Link::For, Link::To, Link::In]);
        if !linked && !narrative.has_genitive() {
            break;
        }
        let to = narrative.is_link(at, &[Link::To]) && !narrative.is_link(at, &[Link::Of]);
        let of = narrative.is_link(at, &[Link::Of]) || !linked;
        links += 1;
        let next = if linked { narrative.past_article(at + 1) } else { at };
        if !linked && narrative.mention_at(sentence, next).is_some_and(|m| !m.genitive) {
            break;
        }
        if let Some(after) = portfolios(narrative, next, end) {
            (title_end, at) = (after, after);
        } else if let Some((found, after)) = listed_countries(narrative, sentence, next, end) {
            let body = body_behind(narrative, after);
            if let Some(after) = body {
                countries.extend(found);
                (title_end, at) = (after, after);
            } else if to {
                (title_end, at) = (after, after);
            } else {
                if countries.is_empty() {
                    countries.extend(found);
                }
                if !of {
                    return (title_end, after);
                }
                at = after;
            }
        } else if let Some(after) = body_behind(narrative, next) {
            (title_end, at) = (after, after);
        } else {
            break;
        }
    }
    (title_end, at)
}

/// Reads what ministers mind, several with commas and "and" between.
fn portfolios(narrative: &Narrative<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let mut after = narrative.cue_at(at, Cue::Portfolio)?;
    while after < end {
        let comma = if narrative.word(after) == "," { after + 1 } else { after };
        let joined = if narrative.is_link(comma, &[Link::And]) { comma + 1 } else { comma };
        let next = narrative.cue_at(joined, Cue::Portfolio);
        let capital = |at: usize| narrative.reading().tokens[at].is_capitalised() || narrative.has_genitive();
        match next.filter(|_| joined > after && capital(joined)) {
            Some(next) => after = next,
            None => break,
        }
    }
    Some(after)
}

fn body_behind(narrative: &Narrative<'_, '_>, at: usize) -> Option<usize> {
    narrative.cue_at(at, Cue::Body).or_else(|| narrative.cue_at(at, Cue::Ministry))
}

/// Reads countries with commas and "and" between.
pub(crate) fn listed_countries(
    narrative: &Narrative<'_, '_>,
    sentence: usize,
    at: usize,
    end: usize,
) -> Option<(Vec<Country>, usize)> {
    let first = narrative.mention_at(sentence, at)?;
    let (mut found, mut after) = (vec![first.country], first.tokens.end);
    while after + 1 < end && (narrative.is_link(after, &[Link::And]) || narrative.word(after) == ",") {
        let next = narrative.past_article(after + 1);
        // A country behind a comma may open something else: "of Kazakhstan, Uzbek President …".
        let Some(mention) = narrative.mention_at(sentence, next).filter(|m| m.kind != FormKind::Adjective)
        else {
            break;
        };
        if mention.possessive {
            break;
        }
        found.push(mention.country);
        after = mention.tokens.end;
    }
    Some((found, after))
}

//! Named joint projects: what they are called, how far they are, where they are.

mod region;

#[cfg(test)]
mod tests;

use crate::attribution::Voices;
use crate::cues::{Cue, Spot};
use crate::meaning::{Link, Meaning};
use crate::narrative::Narrative;
use entente_model::country::FormKind;
use entente_model::{Country, Project, ProjectStage};
use std::ops::Range;

/// A project is looked for among so many told of before.
const LOOKED_AT: usize = 16;

/// Reads the named projects of a text, each once.
pub(crate) fn read(narrative: &Narrative<'_, '_>, voices: &Voices) -> Vec<Project> {
    let mut projects: Vec<Project> = Vec::new();
    for sentence in 0..narrative.sentences {
        let mut from = narrative.tokens(sentence).start;
        for spot in narrative.spots(sentence).iter().filter(|spot| narrative.is(spot, Cue::Project)) {
            if spot.tokens().start < from {
                continue;
            }
            let Some(named) = named(narrative, sentence, spot, from) else { continue };
            from = named.tokens.end;
            let source = voices.of(sentence).and_then(|voice| voice.source.clone());
            if source.is_some_and(|source| source.start < named.tokens.end && named.tokens.start < source.end)
            {
                continue;
            }
            let Some(project) = project(narrative, sentence, named) else { continue };
            let recent = projects.len().saturating_sub(LOOKED_AT);
            match projects[recent..].iter_mut().find(|known| is_same(&known.name, &project.name)) {
                Some(known) => add(known, project),
                None => projects.push(project),
            }
        }
    }
    projects
}

/// The name of a project in a text.
struct Named {
    name: String,
    tokens: Range<usize>,
    /// Whether the name itself says that it is one: it stands in quotation marks, or before "project".
    sure: bool,
}

/// So many words that belong to the noun for a project may stand before its name in quotation marks.
const BELONGING: usize = 5;

/// Reads the name of a project around the noun for it.
fn named(narrative: &Narrative<'_, '_>, sentence: usize, spot: &Spot, from: usize) -> Option<Named> {
    let noun = spot.tokens();
    let end = narrative.tokens(sentence).end;
    let reading = narrative.reading();
    let capital = reading.tokens[noun.start].is_capitalised();
    let opens = opens(narrative, sentence, noun.start, from);
    let closes = if capital { closes(narrative, noun.end, end) } else { noun.end };
    // "Центр промышленной кооперации «…»": what belongs to the noun stands between.
    let belongs = |at: &usize| reading.tokens[*at].is_word() && *at < closes + BELONGING;
    let past = (closes..end).find(|at| !belongs(at)).unwrap_or(closes);
    let closes = if narrative.has_genitive() && narrative.is_quotation_mark(past) { past } else { closes };
    let capital = capital || opens < noun.start;
    let comma = closes < end && narrative.word(closes) == ",";
    let quoted = quoted(narrative, if comma { closes + 1 } else { closes }, end);
    if let Some(inner) = quoted {
        let inside = reading.slice(inner.clone()).trim_end_matches([',', '.']);
        let head = if capital { reading.slice(opens..closes) } else { "" };
        let name = if head.is_empty() { inside.to_owned() } else { format!("{head} \"{inside}\"") };
        let start = if capital { opens } else { noun.start };
        return Some(Named { name, tokens: start..inner.end + 1, sure: true });
    }
    // "the “Green Valley” project"
    if noun.start > from + 2 && narrative.is_quotation_mark(noun.start - 1) {
        let open = (from..noun.start - 1).rev().take(12).find(|&at| narrative.is_quotation_mark(at))?;
        let name = reading.slice(open + 1..noun.start - 1).trim_end_matches(',').to_owned();
        return (!name.is_empty()).then_some(Named { name, tokens: open..noun.end, sure: true });
    }
    let words = opens..if capital { closes } else { noun.start };
    let capitals = words.clone().filter(|&at| reading.tokens[at].is_capitalised()).count();
    let own = words.clone().any(|at| is_own(narrative, at));
    (capitals >= 2 && own).then(|| Named {
        name: reading.slice(words).to_owned(),
        tokens: opens..closes.max(noun.end),
        sure: false,
    })
}

/// Says whether a word with a capital is no country, no office, no other known thing.
fn is_own(narrative: &Narrative<'_, '_>, at: usize) -> bool {
    let known = narrative.reading().meanings_at(at).iter().any(|meaning| {
        matches!(
            meaning,
            Meaning::Country(..) | Meaning::Office | Meaning::Topic(_) | Meaning::Common | Meaning::Time(_)
        )
    });
    let token = &narrative.reading().tokens[at];
    token.is_word() && token.is_capitalised() && !known
}

/// Where the name before the noun opens: at its words with capitals.
fn opens(narrative: &Narrative<'_, '_>, sentence: usize, noun: usize, from: usize) -> usize {
    let tokens = &narrative.reading().tokens;
    let mut start = noun;
    while start > from {
        let before = start - 1;
        let glued = matches!(narrative.word(before), "-" | "–" | "+")
            && (!tokens[before].spaced() || narrative.word(before) != "-");
        let digit = tokens[before].kind == crate::token::TokenKind::Number
            && start > from + 1
            && !tokens[before].spaced();
        let word = tokens[before].is_word()
            && tokens[before].is_capitalised()
            && !narrative.is_article(before)
            && !narrative.is_link(before, &[Link::In, Link::On, Link::And, Link::Of])
            && (before > narrative.tokens(sentence).start || is_own(narrative, before));
        if !(glued || digit || word) {
            break;
        }
        start = before;
    }
    while start < noun && matches!(narrative.word(start), "-" | "–") {
        start += 1;
    }
    start
}

/// Where the name behind the noun closes: behind "for" or "of" and words with capitals.
fn closes(narrative: &Narrative<'_, '_>, noun_end: usize, end: usize) -> usize {
    let tokens = &narrative.reading().tokens;
    let capital = |at: usize| at < end && tokens[at].is_word() && tokens[at].is_capitalised();
    let mut close = noun_end;
    loop {
        let joined = close < end
            && narrative.is_link(close, &[Link::For, Link::Of, Link::And, Link::To])
            && capital(narrative.past_article(close + 1));
        if capital(close) {
            close += 1;
        } else if joined {
            close = narrative.past_article(close + 1) + 1;
        } else {
            return close;
        }
    }
}

/// The words between the quotation marks that open at a token.
fn quoted(narrative: &Narrative<'_, '_>, at: usize, end: usize) -> Option<Range<usize>> {
    (at < end && narrative.is_quotation_mark(at)).then_some(())?;
    let close = (at + 1..end).take(14).find(|&at| narrative.is_quotation_mark(at))?;
    (close > at + 1).then_some(at + 1..close)
}

fn project(narrative: &Narrative<'_, '_>, sentence: usize, named: Named) -> Option<Project> {
    let stage = stage(narrative, sentence, &named.tokens);
    if !named.sure && stage.is_none() {
        return None;
    }
    let place = place(narrative, sentence, named.tokens.end);
    let regions = region::regions(narrative, sentence, named.tokens.end);
    let mut parties: Vec<Country> = regions.iter().filter_map(|region| region.country).collect();
    parties.sort_unstable();
    parties.dedup();
    if parties.len() != 2 {
        parties.clone_from(&narrative.notes.pair);
        parties.sort_unstable();
    }
    Some(Project {
        name: named.name,
        stage,
        place: place.map(|place| narrative.reading().slice(place).to_owned()),
        regions,
        parties,
        quote: narrative.reading().quote(named.tokens)?,
    })
}

/// So far from a name the word may stand that says how far the project is.
const REACH: usize = 14;

/// How far a project is: by the nearest word for it.
fn stage(narrative: &Narrative<'_, '_>, sentence: usize, name: &Range<usize>) -> Option<ProjectStage> {
    let stages = narrative.spots(sentence).iter().flat_map(|spot| {
        let tokens = spot.tokens();
        let distance = if tokens.end <= name.start {
            name.start - tokens.end
        } else {
            tokens.start.saturating_sub(name.end)
        };
        let inside = tokens.start < name.end && name.start < tokens.end;
        narrative.cues(spot).iter().filter_map(move |cue| match cue {
            Cue::Stage(stage) if distance <= REACH && !inside => Some((distance, *stage)),
            _ => None,
        })
    });
    stages.min_by_key(|(distance, _)| *distance).map(|(_, stage)| stage)
}

/// The place of a project, as written: what follows "in" behind its name, up to the verb.
fn place(narrative: &Narrative<'_, '_>, sentence: usize, at: usize) -> Option<Range<usize>> {
    let end = narrative.tokens(sentence).end;
    let reading = narrative.reading();
    let link = (at..end.min(at + 8)).find(|&at| narrative.is_link(at, &[Link::In, Link::On]))?;
    let clear = (at..link).all(|at| !matches!(narrative.word(at), "." | ";"));
    let opens = narrative.past_article(link + 1);
    let stops = |at: usize| {
        let sign = matches!(narrative.word(at), "," | "." | ";" | ":" | "(" | ")" | "–" | "—");
        let verb = reading.meanings_at(at).iter().any(|meaning| {
            matches!(
                meaning,
                Meaning::Cue(_) | Meaning::Level | Meaning::Past | Meaning::Link(Link::Which | Link::Clause)
            )
        });
        sign || verb
    };
    let closes = (opens..end).find(|&at| stops(at)).unwrap_or(end);
    let capital = |mut tokens: Range<usize>| tokens.any(|at| reading.tokens[at].is_capitalised());
    let time =
        narrative.reading().meanings_at(opens).iter().any(|meaning| matches!(meaning, Meaning::Time(_)));
    (clear && closes > opens && capital(opens..closes) && !time).then_some(opens..closes)
}

/// Says whether two names are of one project: the words of one are all in the other.
fn is_same(a: &str, b: &str) -> bool {
    let words = |name: &str| {
        name.split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() > 2)
            .map(str::to_lowercase)
            .collect::<Vec<_>>()
    };
    let (a, b) = (words(a), words(b));
    let inside = |one: &[String], other: &[String]| one.iter().all(|word| other.contains(word));
    inside(&a, &b) || inside(&b, &a)
}

/// Adds what is told of a project again.
fn add(known: &mut Project, again: Project) {
    known.stage = known.stage.or(again.stage);
    known.place = known.place.take().or(again.place);
    if known.regions.is_empty() {
        known.regions = again.regions;
    }
    if known.name.len() < again.name.len() {
        known.name = again.name;
    }
}

/// Says whether a country is named by its adjective or as an owner.
pub(crate) fn owns(mention: &crate::party::Mention) -> bool {
    mention.possessive || mention.kind == FormKind::Adjective
}

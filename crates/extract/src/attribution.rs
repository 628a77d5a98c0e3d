//! Who says what: the speaker and the source of each sentence, and the source that a text as a whole cites.

mod source;

#[cfg(test)]
mod tests;

use crate::cues::{Cue, Spot};
use crate::narrative::Narrative;
use crate::people::People;
use entente_model::{Attribution, Claim};
use std::ops::Range;

/// Whose words a sentence repeats.
#[derive(Debug, Clone, Default)]
pub(crate) struct Voice {
    /// The person who speaks: a number into the roll.
    pub speaker: Option<usize>,
    /// The verb of saying; none where only a source is named.
    pub said: Option<Range<usize>>,
    /// The name of the source.
    pub source: Option<Range<usize>>,
}

/// The voices of a text.
#[derive(Debug, Default)]
pub(crate) struct Voices {
    /// For each sentence its voice.
    of_sentence: Vec<Voice>,
    /// The source that the text as a whole cites.
    pub source: Option<String>,
}

impl Voices {
    /// The voice of a sentence.
    pub(crate) fn of(&self, sentence: usize) -> Option<&Voice> {
        self.of_sentence.get(sentence)
    }
}

/// A source named in one of so many first sentences is that of the whole text.
const LEAD: usize = 8;

/// Reads whose words the sentences of a text repeat.
pub(crate) fn read(narrative: &Narrative<'_, '_>, people: &People<'_>) -> Voices {
    let mut voices = Voices::default();
    let mut last = None;
    for sentence in 0..narrative.sentences {
        let mut voice = speaker(narrative, people, sentence, last);
        if let Some(source) = source::source(narrative, people, sentence) {
            if voices.source.is_none() && sentence < LEAD && source.whole {
                voices.source = Some(narrative.reading().slice(source.tokens.clone()).to_owned());
            }
            voice.source = Some(source.tokens);
        }
        last = voice.speaker.or_else(|| people.sightings(sentence).first().map(|s| s.person)).or(last);
        voices.of_sentence.push(voice);
    }
    voices
}

/// Gives each claim the speaker and the source of its sentence, else the source of the text.
pub(crate) fn attribute(
    claims: &mut [Claim],
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    voices: &Voices,
) {
    let reading = narrative.reading();
    let byte_of = |sentence: usize| reading.bytes(narrative.tokens(sentence)).start;
    // Where the next sentence opens: its byte, and the code points before it.
    let (mut sentence, mut next, mut chars) = (0, 0, 0);
    for claim in claims {
        while sentence + 1 < narrative.sentences {
            let opens = byte_of(sentence + 1);
            chars += crate::codepoints::count(reading.text.as_bytes().get(next..opens).unwrap_or_default());
            next = opens;
            if chars > claim.quote.start {
                break;
            }
            sentence += 1;
        }
        let Some(voice) = voices.of(sentence) else { continue };
        let named = voice.source.clone().map(|tokens| reading.slice(tokens).to_owned());
        claim.attribution = Attribution {
            speaker: voice.speaker.map(|person| people.get(person).name.clone().into_owned()),
            source: named.or_else(|| voices.source.clone()),
        };
    }
}

/// Who speaks in a sentence: the subject of its first verb of saying that has one.
fn speaker(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    last: Option<usize>,
) -> Voice {
    let end = narrative.tokens(sentence).end;
    for spot in narrative.spots(sentence) {
        for cue in narrative.cues(spot) {
            let found = match cue {
                Cue::Say => subject(narrative, people, sentence, spot, last),
                Cue::Pronoun(true) => last,
                Cue::Report(_) => named_behind(narrative, people, sentence, spot.tokens().end),
                _ => None,
            };
            if found.is_some() {
                let said = spot.tokens().start..spot.tokens().end.min(end);
                return Voice { speaker: found, said: Some(said), source: None };
            }
        }
    }
    Voice::default()
}

/// So far before a verb of saying its subject may end; farther behind a comma that opens an apposition.
const NEAR: usize = 4;
const FAR: usize = 14;

/// The subject of a verb of saying: before it a name, a pronoun or an office, or right behind it a name.
fn subject(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    verb: &Spot,
    last: Option<usize>,
) -> Option<usize> {
    let Range { start, end } = verb.tokens();
    let before = people.sightings(sentence).iter().rev().find(|sighting| sighting.whole.end <= start);
    let near = before.filter(|sighting| {
        let gap = start - sighting.whole.end;
        gap <= NEAR || (gap <= FAR && narrative.word(sighting.whole.end) == ",")
    });
    let from = near.map_or(0, |sighting| sighting.whole.end);
    let nearer = narrative.spots(sentence).iter().rev().filter(|spot| {
        let tokens = spot.tokens();
        tokens.start >= from && tokens.end <= start && start - tokens.end <= NEAR
    });
    for spot in nearer {
        for cue in narrative.cues(spot) {
            match cue {
                Cue::Pronoun(false) => return last,
                Cue::Office => return holder(narrative, people, sentence, spot).or(near.map(|s| s.person)),
                // "the ministry said": no person speaks.
                Cue::Source(_) | Cue::Ministry => return None,
                _ => {}
            }
        }
    }
    let owned = near.is_some_and(|s| crate::people::name::owns(narrative, s.whole.end - 1));
    near.filter(|_| !owned)
        .map(|sighting| sighting.person)
        .or_else(|| named_behind(narrative, people, sentence, end))
}

/// The person whose name opens right behind some words; "Mr." and the like may stand between.
fn named_behind(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    end: usize,
) -> Option<usize> {
    let next = narrative.past_article(end);
    let next = narrative.cue_at(next, Cue::Title).unwrap_or(next);
    let sightings = people.sightings(sentence);
    let named = sightings.iter().find(|s| s.whole.start == next || s.name.start == next)?;
    // "according to Kenya's minister's office" is no person.
    (!crate::people::name::owns(narrative, named.whole.end - 1)).then_some(named.person)
}

/// The person named last who holds an office that is named alone: "the minister said".
fn holder(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    office: &Spot,
) -> Option<usize> {
    let title = narrative.reading().slice(office.tokens());
    let recent = (sentence.saturating_sub(8)..=sentence).rev().flat_map(|s| people.sightings(s).iter().rev());
    recent.take(8).map(|sighting| sighting.person).find(|person| {
        let held = people.get(*person).office.as_deref().unwrap_or_default();
        held.len() >= title.len()
            && held.is_char_boundary(held.len() - title.len())
            && held[held.len() - title.len()..].eq_ignore_ascii_case(title)
    })
}

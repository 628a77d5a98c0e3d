//! Who took part in the events of a sentence, and in what role.

use super::draft::{Draft, Role};
use super::merge::Told;
use crate::cues::{Cue, Lead};
use crate::narrative::Narrative;
use crate::people::{People, Sighting};
use entente_model::EventKind;
use std::ops::Range;

/// Gives the events of a sentence the people whom it names.
pub(super) fn cast(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    drafts: &mut [Draft],
) {
    let taken: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.kind == EventKind::Visit)
        .flat_map(|draft| draft.people.iter().map(|(person, _)| *person))
        .collect();
    let lead = lead(narrative, sentence);
    let told = |draft: &Draft| draft.kind != EventKind::Visit;
    let main = drafts.iter().position(|draft| told(draft) && !draft.aside && !draft.press);
    let main = main.or_else(|| drafts.iter().position(told));
    let Some(draft) = main.map(|main| &mut drafts[main]) else { return };
    draft.led = lead.is_some();
    for sighting in people.sightings(sentence) {
        let known = draft.people.iter().any(|(person, _)| *person == sighting.person);
        if !taken.contains(&sighting.person) && !known {
            draft.people.push((sighting.person, Role::Participant));
        }
    }
    if let Some((lead, at)) = lead {
        led(draft, people.sightings(sentence), lead, &at);
    }
}

/// Gives those who led an event their role: those named behind "led by", else those named before "led".
fn led(draft: &mut Draft, sightings: &[Sighting], lead: Lead, at: &Range<usize>) {
    let behind = |s: &&Sighting| s.whole.start >= at.end;
    let named = sightings.iter().filter(behind).count();
    let leads = |s: &&Sighting| named == 0 || behind(s) || (named == 1 && lead == Lead::CoChair);
    let leaders: Vec<usize> = sightings.iter().filter(leads).map(|s| s.person).collect();
    let role = if lead == Lead::CoChair || leaders.len() > 1 { Role::CoChair } else { Role::Chair };
    for (person, part) in &mut draft.people {
        if leaders.contains(person) && *part == Role::Participant {
            *part = role;
        }
    }
}

/// The word by which a sentence says who led.
fn lead(narrative: &Narrative<'_, '_>, sentence: usize) -> Option<(Lead, Range<usize>)> {
    narrative.spots(sentence).iter().find_map(|spot| {
        narrative.cues(spot).iter().find_map(|cue| match cue {
            Cue::Leads(lead) => Some((*lead, spot.tokens())),
            _ => None,
        })
    })
}

/// Adds to the event told of just before those whom a sentence says to have taken part in it.
pub(super) fn take_part(
    narrative: &Narrative<'_, '_>,
    people: &People<'_>,
    sentence: usize,
    told: &mut Told,
) {
    let took_part = narrative
        .spots(sentence)
        .iter()
        .any(|spot| narrative.cues(spot).iter().any(|cue| matches!(cue, Cue::Attends | Cue::Leads(_))));
    if took_part {
        let persons = people.sightings(sentence).iter().map(|sighting| sighting.person);
        told.join(sentence, persons, lead(narrative, sentence).map(|(lead, _)| lead));
    }
}

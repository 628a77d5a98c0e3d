//! Portfolios: which portion of the projects a count, a value or a number of jobs belongs to.

use super::scene::Scene;
use crate::amount::Amount;
use crate::meaning::{Link, Meaning};
use entente_model::{Claim, ClaimKind, Modality, Portion};
use std::ops::Range;

/// The rung that the statements stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rung {
    pub stage: Portion,
    pub modality: Modality,
}

impl Rung {
    /// Says whether what is built is not there yet.
    pub(super) const fn is_ahead(self) -> bool {
        matches!(self.stage, Portion::Ongoing | Portion::Planned)
    }
}

/// How far before a count the word for its portion may stand: "have completed 11 joint projects".
const BEFORE: usize = 6;

/// How far before the word for a portion the words may open that say that it is to come: "is expected to be launched".
const AHEAD: usize = 5;

/// Reads the rung of a group of amounts that opens with a count of projects and ends before the next.
pub(super) fn rung(
    scene: &Scene<'_, '_>,
    amount: &Amount,
    group: Range<usize>,
    modality: Modality,
    (before, left): (Option<Rung>, Option<Rung>),
) -> Rung {
    let pick = |meaning: &Meaning| match meaning {
        Meaning::Stage(stage) => Some(*stage),
        _ => None,
    };
    if is_located(scene, amount, group.end) {
        return before.unwrap_or(Rung { stage: Portion::Total, modality });
    }
    let specific = |stage: &Portion| *stage != Portion::Total;
    let near = scene.last(group.start..amount.opens, pick).filter(|s| amount.opens - s.end <= BEFORE);
    let ahead = modality != Modality::Actual;
    // "52 have been completed, 35 are being built and 57": what closes one part is not said of the next.
    let closes = near.as_ref().is_some_and(|s| {
        let between = s.end..amount.opens;
        scene.is_parted(between.clone()) || scene.has_link(between, &[Link::And])
    });
    let leading = near.map(|s| s.what).filter(specific);
    let behind = scene.first(amount.closes..group.end, |m| pick(m).filter(specific));
    // "Will be launched": what will be done is planned.
    let cue = |m: &Meaning| matches!(m, Meaning::Cue(Modality::Planned) | Meaning::Intent).then_some(());
    let behind = behind.map(|s| {
        let cue = scene.last(s.at.saturating_sub(AHEAD).max(amount.closes)..s.at, cue);
        if cue.is_some_and(|cue| s.at - cue.end <= 1) { Portion::Planned } else { s.what }
    });
    let total = scene.first(group, |m| pick(m).filter(|s| *s == Portion::Total)).map(|s| s.what);
    // What is planned to be launched is planned; so is what is left when something is already under way.
    let left_over = scene.is_link(amount.opens.saturating_sub(1), &[Link::Another])
        && before.or(left).is_some_and(|rung| rung.stage == Portion::Ongoing);
    let stage = match behind.filter(|_| closes).or(leading).or(behind) {
        _ if left_over => Portion::Planned,
        Some(Portion::Implemented | Portion::Ongoing) if ahead && total.is_none() => Portion::Planned,
        Some(stage) => stage,
        None => total.unwrap_or(Portion::Total),
    };
    let modality = match stage {
        Portion::Planned => Modality::Planned,
        Portion::Implemented | Portion::Ongoing => Modality::Actual,
        Portion::Total => modality,
    };
    Rung { stage, modality }
}

/// How many tokens may follow the place of a part: ", and" before the next count. More would say what was done there.
const CLOSING: usize = 3;

/// "55 of them are in Kazakhstan and five on the territory of Uzbekistan": a part by place, of the same portion.
fn is_located(scene: &Scene<'_, '_>, amount: &Amount, end: usize) -> bool {
    let country = scene.mentions().iter().find(|m| m.tokens.start >= amount.closes && m.tokens.start < end);
    country.is_some_and(|m| {
        let verb = amount.closes..m.tokens.start;
        verb.len() <= 8
            && scene.is_link(m.tokens.start - 1, &[Link::In, Link::Of])
            && scene.has_link(verb.clone(), &[Link::In, Link::On])
            && scene.amounts.iter().all(|other| !verb.contains(&other.tokens.start))
            && end <= m.tokens.end + CLOSING
            && !scene.is_parted(verb)
    })
}

/// What stands first and is followed by its parts is the whole: "plan 69 projects ... completed 12 ... ongoing 3".
pub(super) fn totals(claims: &mut [Claim]) {
    let counts: Vec<usize> =
        (0..claims.len()).filter(|&at| claims[at].kind == ClaimKind::ProjectCount).collect();
    for (order, &at) in counts.iter().enumerate() {
        let whole = &claims[at];
        if whole.stage != Some(Portion::Planned) {
            continue;
        }
        let parts = counts[order + 1..].iter().map(|&part| &claims[part]);
        let has_part = parts.take(3).any(|part| {
            matches!(part.stage, Some(Portion::Implemented | Portion::Ongoing))
                && part.parties == whole.parties
                && part.value < whole.value
        });
        let end = counts.get(order + 1).copied().unwrap_or(claims.len());
        for claim in &mut claims[at..end] {
            if has_part && claim.stage == Some(Portion::Planned) {
                claim.stage = Some(Portion::Total);
            }
        }
    }
}

//! Portfolios: which portion of the projects a count, a value or a number of jobs belongs to.

use super::scene::Scene;
use crate::amount::Amount;
use crate::meaning::Meaning;
use entente_model::{Modality, Portion};
use std::ops::Range;

/// The rung that the statements stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rung {
    pub stage: Portion,
    pub modality: Modality,
}

/// Reads the rung of a group of amounts that opens with a count of projects and ends before the next.
pub(super) fn rung(scene: &Scene<'_, '_>, amount: &Amount, group: Range<usize>, modality: Modality) -> Rung {
    let pick = |meaning: &Meaning| match meaning {
        Meaning::Stage(stage) => Some(*stage),
        _ => None,
    };
    let near = scene.last(group.start..amount.opens, pick).filter(|s| amount.opens - s.end <= 6);
    let specific = |stage: &Portion| *stage != Portion::Total;
    let before = near.map(|s| s.what).filter(specific);
    let behind = scene.first(amount.tokens.end..group.end, |m| pick(m).filter(specific)).map(|s| s.what);
    let total = scene.first(group, |m| pick(m).filter(|s| *s == Portion::Total)).map(|s| s.what);
    // What is planned to be launched is planned.
    let ahead = modality != Modality::Actual;
    let stage = match before.or(behind) {
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

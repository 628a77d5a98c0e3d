//! A fact stated twice is one claim: at its first place, in its more precise form.

use entente_model::{Bound, Claim, ClaimKind, Modality, Stated};

/// Drops what repeats an earlier claim; a headline's rounded figure gives way to the exact one.
pub(super) fn once(claims: Vec<Claim>) -> Vec<Claim> {
    use rustc_hash::FxHashMap;
    let mut kept: Vec<Option<Claim>> = Vec::with_capacity(claims.len());
    let mut by_kind: FxHashMap<(ClaimKind, entente_model::Unit), Vec<usize>> = FxHashMap::default();
    for claim in claims {
        let seen = by_kind.entry((claim.kind, claim.unit)).or_default();
        // Beyond this many of one kind a text is a table, and a repetition far away is let stand.
        let recent = seen.iter().rev().take(64).copied();
        let twin =
            recent.into_iter().find(|&at| kept[at].as_ref().is_some_and(|other| is_same(other, &claim)));
        match twin {
            Some(at) => {
                if let Some(other) = &mut kept[at] {
                    merge(other, claim);
                }
            }
            None => {
                seen.push(kept.len());
                kept.push(Some(claim));
            }
        }
    }
    kept.into_iter().flatten().collect()
}

fn is_same(a: &Claim, b: &Claim) -> bool {
    let times = a.period.is_none() || b.period.is_none() || a.period == b.period;
    let value = a.value == b.value || rounds_to(a, b) || rounds_to(b, a);
    value
        && times
        && a.parties == b.parties
        // What is forecast in the headline may be a target in the text.
        && (a.modality == b.modality || a.modality != Modality::Actual && b.modality != Modality::Actual)
        && a.stage == b.stage
        && a.measure == b.measure
        && (a.of == b.of || a.kind == ClaimKind::TradeShare && (a.of.is_none() || b.of.is_none()))
}

/// Says whether one figure is the other, rounded: written with fewer digits and next to it.
fn rounds_to(coarse: &Claim, fine: &Claim) -> bool {
    if coarse.precision <= fine.precision || coarse.period.is_some() && coarse.period != fine.period {
        return false;
    }
    let stated = Stated { value: coarse.value, step: coarse.precision };
    let interval = stated.asserts(coarse.kind, coarse.unit, Bound::Exact, None);
    interval.is_some_and(|interval| interval.contains(fine.value) && coarse.value != fine.value)
}

fn merge(kept: &mut Claim, again: Claim) {
    if kept.value != again.value && again.precision < kept.precision {
        *kept = again;
        return;
    }
    if again.modality == Modality::Target {
        kept.modality = Modality::Target;
    }
    if kept.period.is_none() {
        kept.period = again.period;
    }
    if kept.of.is_none() {
        kept.of = again.of;
        kept.subject = again.subject;
    }
}

//! A fact stated twice is one claim: at its first place, in its more precise form.

use entente_model::{Bound, Claim, ClaimKind, Decimal, Modality, Stated, Unit};

/// How many code points behind a fact its repetition may stand, about the length of a long article: what is farther
/// away in a collection of texts is told of something else that happens to be as large.
const REACH: usize = 8000;
/// How many claims of one kind are looked back at: beyond that a text is a table.
const MOST: usize = 64;

/// Drops what repeats an earlier claim; a headline's figure gives way to that of the text, where it is as exact.
pub(super) fn once(claims: Vec<Claim>, title_end: usize) -> Vec<Claim> {
    use rustc_hash::FxHashMap;
    let mut kept: Vec<Claim> = Vec::with_capacity(claims.len());
    // For each kind and unit, which claims are kept and where they were first told.
    let mut by_kind: FxHashMap<(ClaimKind, Unit), Vec<(usize, usize)>> = FxHashMap::default();
    for claim in claims {
        let seen = by_kind.entry((claim.kind, claim.unit)).or_default();
        let start = claim.quote.start;
        let mut near = seen.iter().rev().take(MOST).take_while(|(_, last)| start - last <= REACH);
        let title = |kept: &Claim| kept.quote.start < title_end && claim.quote.start >= title_end;
        match near
            .find(|(at, _)| {
                is_same(&kept[*at], &claim) || title(&kept[*at]) && is_told_in(&kept[*at], &claim)
            })
            .map(|(at, _)| *at)
        {
            Some(at) => merge(&mut kept[at], claim, title_end),
            None => {
                seen.push((kept.len(), start));
                kept.push(claim);
            }
        }
    }
    kept
}

/// Says whether what a headline states in short is what the text tells, whatever else the few words leave open.
fn is_told_in(title: &Claim, text: &Claim) -> bool {
    title.value == text.value && title.parties == text.parties && title.stage == text.stage
}

fn is_same(a: &Claim, b: &Claim) -> bool {
    let times = a.period.is_none() || b.period.is_none() || a.period == b.period;
    let value = || a.value == b.value || rounds_to(a, b) || rounds_to(b, a);
    times
        && a.parties == b.parties
        // What is forecast in the headline may be a target in the text.
        && (a.modality == b.modality || a.modality != Modality::Actual && b.modality != Modality::Actual)
        && a.stage == b.stage
        && a.measure == b.measure
        && (a.of == b.of || a.kind == ClaimKind::TradeShare && (a.of.is_none() || b.of.is_none()))
        && value()
}

/// The part of a figure, one in so many, by which it is rounded at most.
const ROUNDED: u8 = 5;

/// Says whether one figure is the other, rounded: written with fewer digits and next to it.
fn rounds_to(coarse: &Claim, fine: &Claim) -> bool {
    // The upper end of a range is no rounding of what lies in it.
    if coarse.bound == Bound::UpTo
        || coarse.precision <= fine.precision
        || coarse.period.is_some() && coarse.period != fine.period
    {
        return false;
    }
    // "To 600 million, and later to 1 billion": one digit covers much that nobody would round to it.
    let distance = coarse.value.checked_sub(fine.value).map(|distance| distance.abs());
    if distance.is_none_or(|distance| distance > fine.value.abs() / Decimal::from(ROUNDED)) {
        return false;
    }
    let stated = Stated { value: coarse.value, step: coarse.precision };
    let interval = stated.asserts(coarse.kind, coarse.unit, Bound::Exact, None);
    interval.is_some_and(|interval| interval.contains(fine.value) && coarse.value != fine.value)
}

fn merge(kept: &mut Claim, mut again: Claim, title_end: usize) {
    let from_title = kept.quote.start < title_end && again.quote.start >= title_end;
    if from_title && kept.value == again.value && again.precision <= kept.precision {
        std::mem::swap(kept, &mut again);
    }
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

#[cfg(test)]
mod tests {
    use crate::{Context, extract};
    use entente_model::Lang;

    #[test]
    fn figures_too_large_to_reckon_with_are_told_apart() {
        for (lang, text) in [
            (
                Lang::En,
                "Trade between Kenya and Ghana was 66666666666666666660 billion dollars, then 3 billion dollars.",
            ),
            (
                Lang::Uz,
                "Keniya va Gana o‘rtasidagi savdo 66666666666666666660 mlrd dollarga, keyin 3 mlrd dollarga yetdi.",
            ),
        ] {
            let context = Context { lang: Some(lang), ..Context::default() };
            let claims = extract(text, &context).claims;
            assert_eq!(claims.len(), 2, "{text}: {claims:#?}");
        }
    }
}

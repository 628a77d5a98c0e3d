//! A claim in normal form: the same words for the same content, whatever the text wrote.

use crate::words;
use entente_model::{Bound, Claim, Lang, Measure, Modality, Side};

/// Writes a claim in normal form: `trade turnover, KAZ-UZB, 2023: $4.5 billion`.
#[must_use]
pub fn normal_form(claim: &Claim) -> String {
    format!("{}: {}", told_of(claim, true).join(", "), stated(claim))
}

/// Writes what a claim is about, without its number and its time: `trade turnover, KAZ-UZB`.
#[must_use]
pub fn about(claim: &Claim) -> String {
    told_of(claim, false).join(", ")
}

fn told_of(claim: &Claim, with_time: bool) -> Vec<String> {
    let mut parts = vec![claim.kind.as_str().replace('_', " ")];
    if !claim.parties.is_empty() {
        let codes: Vec<&str> = claim.parties.iter().map(|country| country.alpha3()).collect();
        parts.push(codes.join(if claim.kind.is_directed() { " with " } else { "-" }));
    }
    parts.extend(claim.of.map(|of| format!("of {of}")));
    parts.extend(claim.subject.map(|subject| subject.to_string()));
    parts.extend(claim.scope.map(|scope| format!("within {scope}")));
    parts.extend(claim.place.as_ref().map(|place| format!("in {place}")));
    parts.extend(claim.product.clone());
    parts.extend(claim.sector.as_ref().map(|sector| format!("sector {sector}")));
    parts.extend(claim.period.filter(|_| with_time).map(|period| words::period(period, Lang::En)));
    parts.extend(claim.base.map(|base| format!("against {}", words::period(base, Lang::En))));
    parts.extend(claim.stage.map(|stage| stage.to_string()));
    if claim.modality != Modality::Actual && claim.stage.is_none_or(|s| s.as_str() != claim.modality.as_str())
    {
        parts.push(claim.modality.to_string());
    }
    if let Some(measure) = claim.measure.filter(|measure| *measure != Measure::Level) {
        parts.push(measure.to_string());
    }
    parts
}

/// Writes the claim's number with its bound: `over $1.2 billion`.
#[must_use]
pub fn stated(claim: &Claim) -> String {
    let quantity = words::quantity(claim.value, claim.unit, Lang::En);
    let per = claim.per.map(|per| format!(" a {per}")).unwrap_or_default();
    let bound = match (claim.bound, claim.side) {
        (Bound::Exact, _) => "",
        (Bound::About, Some(Side::Below)) => "nearly ",
        (Bound::About, None) => "about ",
        (Bound::Over, _) => "over ",
        (Bound::Under, _) => "under ",
        (Bound::UpTo, _) => "up to ",
    };
    format!("{bound}{quantity}{per}")
}

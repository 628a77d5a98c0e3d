//! A check as schema.org `ClaimReview` (JSON-LD), one entry a claim.

use crate::wire::{CheckWire, ResultWire};
use serde_json::{Value, json};

/// Writes a check as a list of `ClaimReview`. The rating has words only: a verdict is no school mark.
#[must_use]
pub fn claim_reviews(report: &CheckWire) -> Value {
    Value::Array(report.results.iter().map(|result| review(report, result)).collect())
}

fn review(report: &CheckWire, result: &ResultWire) -> Value {
    let claim = &result.claim.claim;
    json!({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "identifier": result.claim.id,
        "datePublished": report.as_of,
        "claimReviewed": claim.quote.exact,
        "reviewBody": result.verdict.summary,
        "itemReviewed": {
            "@type": "Claim",
            "appearance": { "@type": "CreativeWork", "name": report.document.title, "datePublished": report.document.published },
            "author": { "@type": "Organization", "name": claim.attribution.source },
        },
        "reviewRating": { "@type": "Rating", "alternateName": result.verdict.outcome },
        "author": { "@type": "Organization", "name": "Entente" },
    })
}

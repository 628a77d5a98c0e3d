//! The verdict as schema.org's `ClaimReview`, for programs: a block of data, which no browser runs.

use crate::pages::parts::{cut, flat, said};
use crate::pages::words::Words;
use entente_observatory::answers::Explanation;
use entente_observatory::messages::render;
use maud::{Markup, PreEscaped, html};
use serde_json::json;

/// Writes the block. The rating has words only: a verdict is no school mark.
pub(crate) fn block(explanation: &Explanation, words: Words) -> Markup {
    let (claim, document) = (&explanation.claim.claim, &explanation.document);
    let review = json!({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "identifier": explanation.claim.id,
        "url": format!("/claims/{}", explanation.claim.id),
        "datePublished": explanation.as_of,
        "claimReviewed": cut(&said(claim), 75),
        "reviewBody": render(&explanation.verdict.message, words.lang()),
        "inLanguage": words.lang().code(),
        "author": { "@type": "Organization", "name": "Entente" },
        "itemReviewed": {
            "@type": "Claim",
            "datePublished": document.published,
            "author": { "@type": "Organization", "name": claim.attribution.source },
            "appearance": {
                "@type": "CreativeWork",
                "url": document.url,
                "name": document.title.as_deref().map(flat),
                "inLanguage": document.lang,
            },
        },
        "reviewRating": { "@type": "Rating", "alternateName": words.outcome(explanation.verdict.outcome) },
    });
    html! { script type="application/ld+json" { (PreEscaped(escaped(&review.to_string()))) } }
}

/// Keeps JSON from ending the element that it stands in, or opening a comment in it.
fn escaped(json: &str) -> String {
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_block() {
        let hostile = json!({ "x": "</script><!-- & \"" }).to_string();
        let written = escaped(&hostile);
        assert!(!written.contains(['<', '>', '&']));
        let read: serde_json::Value = serde_json::from_str(&written).unwrap();
        assert_eq!(read["x"], "</script><!-- & \"");
    }
}

//! What was found, in one clause: never more than the figures say.

use crate::pages::parts::{cut, quoted, said};
use crate::pages::words::{Words, text};
use entente_model::decimal::rounded;
use entente_model::{Arg, Claim, Outcome, Unit, Verdict};

/// Writes the finding of a claim.
pub(crate) fn finding(words: Words, claim: &Claim, verdict: &Verdict) -> String {
    let words_of = ("said", text(quoted(words, &cut(&said(claim), 75))));
    let pace = verdict.outlook.as_ref().and_then(|outlook| outlook.paces.first());
    let side = verdict.one_side_only.map(|country| ("country", Arg::Country(country)));
    match (verdict.outcome, side, pace) {
        (Outcome::Supported, Some(side), _) => words.with("finding-supported-one-side", [words_of, side]),
        (Outcome::Supported, None, _) => words.with("finding-supported", [words_of]),
        (Outcome::SupportedOtherwise, ..) => words.with("finding-supported-otherwise", [words_of]),
        (Outcome::Near, ..) => words.with("finding-near", [words_of]),
        (Outcome::NotComparable, ..) => words.with("finding-not-comparable", [words_of]),
        (Outcome::NoData, ..) => words.with("finding-no-data", [words_of]),
        (Outcome::Contradicted, ..) => words.with("finding-contradicted", [words_of]),
        (Outcome::Open, _, Some(pace)) if pace.needed.is_sign_positive() && !pace.needed.is_zero() => {
            let needed = words.quantity(rounded(pace.needed, 1), Unit::Percent);
            let reporter = ("country", Arg::Country(pace.reporter));
            words.with("finding-open-pace", [words_of, ("needed", text(needed)), reporter])
        }
        (Outcome::Open, ..) => words.with("finding-open", [words_of]),
        (Outcome::Met, Some(side), _) => words.with("finding-met-one-side", [words_of, side]),
        (Outcome::Met, None, _) => words.with("finding-met", [words_of]),
        (Outcome::Missed, ..) => words.with("finding-missed", [words_of]),
    }
}

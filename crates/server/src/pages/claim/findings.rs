//! What was found, in one clause: never more than the figures say.

use crate::pages::parts::{cut, quoted};
use crate::pages::words::{Words, text};
use entente_model::decimal::rounded;
use entente_model::{Arg, Claim, Outcome, Unit, Verdict};

/// Writes the finding of a claim.
pub(crate) fn finding(words: Words, claim: &Claim, verdict: &Verdict) -> String {
    let said = ("said", text(quoted(words, &cut(&claim.quote.exact, 75))));
    let pace = verdict.outlook.as_ref().and_then(|outlook| outlook.paces.first());
    let side = verdict.one_side_only.map(|country| ("country", Arg::Country(country)));
    match (verdict.outcome, side, pace) {
        (Outcome::Supported, Some(side), _) => words.with("finding-supported-one-side", [said, side]),
        (Outcome::Supported, None, _) => words.with("finding-supported", [said]),
        (Outcome::SupportedOtherwise, ..) => words.with("finding-supported-otherwise", [said]),
        (Outcome::Near, ..) => words.with("finding-near", [said]),
        (Outcome::NotComparable, ..) => words.with("finding-not-comparable", [said]),
        (Outcome::NoData, ..) => words.with("finding-no-data", [said]),
        (Outcome::Contradicted, ..) => words.with("finding-contradicted", [said]),
        (Outcome::Open, _, Some(pace)) if pace.needed.is_sign_positive() && !pace.needed.is_zero() => {
            let needed = words.quantity(rounded(pace.needed, 1), Unit::Percent);
            let reporter = ("country", Arg::Country(pace.reporter));
            words.with("finding-open-pace", [said, ("needed", text(needed)), reporter])
        }
        (Outcome::Open, ..) => words.with("finding-open", [said]),
        (Outcome::Met, Some(side), _) => words.with("finding-met-one-side", [said, side]),
        (Outcome::Met, None, _) => words.with("finding-met", [said]),
        (Outcome::Missed, ..) => words.with("finding-missed", [said]),
    }
}

//! The verdict on a claim.

use crate::evidence::Evidence;
use crate::subject::Subject;
use entente_model::{Message, Outcome, Verdict};
use jiff::civil::Date;

/// Checks a claim against what was known on `as_of`.
#[must_use]
pub fn verdict(subject: &Subject<'_>, evidence: &Evidence, as_of: Date) -> Verdict {
    let _ = evidence.known(as_of);
    Verdict {
        outcome: Outcome::NoData,
        definition: None,
        computed: None,
        interval: subject.claim.asserts(),
        assumed_period: None,
        summary: Message::new("summary-beyond-arithmetic"),
        tried: Vec::new(),
        chance: None,
        one_side_only: None,
        within_rounding: false,
        excess: None,
        notes: Vec::new(),
        outlook: None,
    }
}

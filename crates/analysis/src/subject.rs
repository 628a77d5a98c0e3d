//! What is checked: a claim, when it was published and who speaks.

use entente_model::{Claim, Country, Period};
use jiff::civil::Date;

/// A claim with what its document says about it.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// When its document was published, where that is known.
    pub published: Option<Date>,
    /// The country of the speaker, the source or the press service: its report comes first.
    pub voice: Option<Country>,
}

impl Subject<'_> {
    /// Returns the two parties of the claim, in the claim's order; none where there are not exactly two.
    pub(crate) fn parties(&self) -> Option<[Country; 2]> {
        match self.claim.parties.as_slice() {
            [first, second] if first != second => Some([*first, *second]),
            _ => None,
        }
    }

    /// Returns the day that a claim's relative times are counted from: its publication, else the day of checking.
    pub(crate) fn spoken(&self, as_of: Date) -> Date {
        self.published.unwrap_or(as_of)
    }

    /// Returns the claim's period, and whether it was assumed: the latest year that was complete when it was said.
    pub(crate) fn period(&self, as_of: Date) -> Option<(Period, bool)> {
        match self.claim.period {
            Some(period) => Some((period, false)),
            None => Some((Period::latest_complete_year(self.spoken(as_of))?, true)),
        }
    }
}

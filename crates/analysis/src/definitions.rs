//! The definitions of the grid as code, by kind of claim.

mod change;
mod form;
mod level;
mod share;
mod share_region;
mod standing;

use crate::frame::{self, Frame, Who};
use crate::reading::Readings;
use entente_model::{ClaimKind, Measure, TradeFlow};

pub(crate) use change::Change;
pub(crate) use level::{Line, lines_of};

/// Tries every definition of a claim's kind, in the order of the grid.
pub(crate) fn try_all<'e>(frame: &Frame<'e, '_>) -> Readings<'e> {
    match frame.claim.kind {
        ClaimKind::TradeShare => share::readings(frame),
        ClaimKind::PartnerRank => standing::readings(frame),
        ClaimKind::TradeGrowth => {
            let lines = lines_of(ClaimKind::TradeGrowth, frame::flow(frame.claim));
            level::readings(frame, lines, Change::of_growth(frame.claim), true)
        }
        kind => {
            let change = match frame.claim.measure {
                None | Some(Measure::Level) => Change::Level,
                Some(Measure::Increase) => Change::Increase,
                Some(Measure::Decrease) => Change::Decrease,
            };
            level::readings(frame, lines_of(kind, TradeFlow::Turnover), change, false)
        }
    }
}

/// Returns the change of a party's own report from the same months a year before, in percent.
pub(crate) fn change_on_year<'e>(
    frame: &Frame<'e, '_>,
    line: &Line,
    who: Who,
) -> Option<crate::figure::Figure<'e>> {
    let before = frame.period.shift_years(-1)?;
    line.party.filter(|party| *party == who)?;
    change::between(frame, line.form, before, Change::Growth).ok()
}

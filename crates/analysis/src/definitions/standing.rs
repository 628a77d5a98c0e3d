//! The partner's place among a country's partners.

use super::form::code;
use crate::figure::Figure;
use crate::frame::{Frame, flow};
use crate::rank::place;
use crate::reading::{Reading, Readings};
use entente_model::{Decimal, Partner, TradeFlow, Unit};

const BY: [(&str, TradeFlow); 3] = [
    ("rank_by_turnover", TradeFlow::Turnover),
    ("rank_by_exports", TradeFlow::Exports),
    ("rank_by_imports", TradeFlow::Imports),
];

pub(super) fn readings<'e>(frame: &Frame<'e, '_>) -> Readings<'e> {
    let mut readings = Readings::default();
    let plain = flow(frame.claim);
    for (id, by) in BY {
        let found =
            place(frame.known, [frame.first, frame.second], by, frame.claim.scope, frame.period, frame.want);
        if let Some(place) = found.as_ref().filter(|_| by == plain) {
            readings.partners = Some(place.partners);
        }
        let figure = found.map(|place| Figure {
            value: Decimal::from(place.rank),
            spread: None,
            choices: None,
            basis: place.basis,
            unit: Unit::Rank,
            inputs: place.inputs,
            rates: Vec::new(),
        });
        readings.list.push(Reading {
            id,
            plain: by == plain,
            party: Some(frame.first),
            period: frame.period,
            figure: figure.ok_or_else(|| vec![code(frame.first, Partner::World, by, frame.period)]),
        });
    }
    readings
}

//! Parts of a country's trade that are written in words: "more than half of Kenya's trade".

use crate::meaning::{Link, Meaning, Topic};
use crate::reading::Reading;
use crate::token::TokenKind;
use std::ops::Range;

/// How far behind "half of" the trade may stand that it is a part of.
const WHOLE_REACH: usize = 6;

/// "More than half of Kenya's trade", "более половины торговли", "саудасының жартысы": the part of a country's trade.
pub(super) fn is_part_of_trade(reading: &Reading<'_>, part: Range<usize>, range: &Range<usize>) -> bool {
    let trade = |at: usize| {
        let trade = |m: &Meaning| {
            matches!(m, Meaning::Topic(Topic::Trade | Topic::Turnover | Topic::Exports | Topic::Imports))
        };
        reading.meanings_at(at).iter().any(trade)
    };
    let traits = reading.pack.traits;
    if traits.verb_final {
        let owner = (range.start.max(part.start.saturating_sub(2))..=part.start).rev();
        let owner =
            owner.filter_map(|at| reading.term_at(at)).find(|term| term.tokens().end <= part.start + 1);
        return owner
            .is_some_and(|term| trade(term.tokens().start) && reading.is_possessive(term.tokens().end - 1));
    }
    let of = traits.genitive || reading.is_link(part.end, &[Link::Of]);
    of && (part.end..(part.end + WHOLE_REACH).min(range.end))
        .take_while(|&at| {
            !matches!(reading.word(at), "," | ";" | "(") && reading.tokens[at].kind != TokenKind::Number
        })
        .any(trade)
}

//! Parts of a larger trade: of a country's, of its trade with a region, of a region's.

use super::form::code;
use super::share_region;
use crate::figure::Figure;
use crate::frame::{Frame, Who, flow};
use crate::messages::say;
use crate::reading::{Missing, Reading, Readings, beyond};
use crate::region;
use entente_model::{Arg, Country, Decimal, Of, Partner, Region, Scope, TradeFlow, Unit};

const OVER_REGION: [&str; 2] = ["pair_over_first_trade_with_region", "pair_over_second_trade_with_region"];
const OVER_TOTAL: [&str; 2] = ["pair_over_first_total", "pair_over_second_total"];

/// What a share is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whole {
    /// All trade of a region.
    Region(Region),
    /// One party's trade with a region.
    WithRegion(Who, Region),
    /// One party's whole trade.
    Total(Who),
}

/// Returns what a claim's share is a part of; none where it does not say, or names a country that is no party.
pub(crate) fn whole(frame: &Frame<'_, '_>) -> Option<Whole> {
    let Some(Of::Trade { country, scope, .. }) = frame.claim.of else { return None };
    match (country, scope) {
        (None, Scope::Country(country)) | (Some(country), Scope::Region(Region::World)) => {
            frame.who(country).map(Whole::Total)
        }
        (None, Scope::Region(region)) => Some(Whole::Region(region)),
        (Some(country), Scope::Region(region)) => Some(Whole::WithRegion(frame.who(country)?, region)),
        (Some(_), Scope::Country(_)) => None,
    }
}

pub(super) fn readings<'e>(frame: &Frame<'e, '_>) -> Readings<'e> {
    let mut readings = Readings::default();
    match whole(frame) {
        None => {}
        Some(Whole::Region(region)) => share_region::readings(frame, region, &mut readings),
        Some(Whole::WithRegion(who, region)) => {
            let members = region::members(region, frame.period);
            over_region(frame, who, &members, true, &mut readings);
            over_total(frame, who, false, &mut readings);
        }
        Some(Whole::Total(who)) => over_total(frame, who, true, &mut readings),
    }
    readings
}

/// Tries pair / the party's trade with the other members, as the party reports.
pub(super) fn over_region<'e>(
    frame: &Frame<'e, '_>,
    who: Who,
    members: &[Country],
    plain: bool,
    readings: &mut Readings<'e>,
) {
    let figure = if members.binary_search(&frame.other(who)).is_ok() {
        let whole = with_members(frame, frame.country(who), members);
        whole.and_then(|whole| part(pair(frame, who)?, &whole))
    } else {
        Err(vec![format!("{} is no member", frame.other(who))])
    };
    push(frame, OVER_REGION[who as usize], plain, Some(who), figure, readings);
}

/// Tries pair / the party's whole trade, as the party reports.
pub(super) fn over_total<'e>(frame: &Frame<'e, '_>, who: Who, plain: bool, readings: &mut Readings<'e>) {
    let whole = total(frame, frame.country(who), readings);
    let figure = whole.and_then(|whole| part(pair(frame, who)?, &whole));
    push(frame, OVER_TOTAL[who as usize], plain, Some(who), figure, readings);
}

/// Returns the trade with the other party, as the party reports.
fn pair<'e>(frame: &Frame<'e, '_>, who: Who) -> Result<Figure<'e>, Missing> {
    let (partner, flow) = (frame.other(who), flow(frame.claim));
    let figure = frame.table(who, frame.period).trade(partner, flow, frame.want);
    figure.ok_or_else(|| vec![code(frame.country(who), partner.into(), flow, frame.period)])
}

/// Returns a country's trade with the world; a sum of partners is noted.
pub(super) fn total<'e>(
    frame: &Frame<'e, '_>,
    country: Country,
    readings: &mut Readings<'e>,
) -> Result<Figure<'e>, Missing> {
    let flow = flow(frame.claim);
    let Some((figure, summed)) = frame.known.table(country, frame.period).total(flow, frame.want) else {
        return Err(vec![code(country, Partner::World, flow, frame.period)]);
    };
    if let Some(partners) = summed {
        let note = say(
            "note-world-summed",
            [
                ("country", Arg::Country(country)),
                ("partners", Arg::Number(Decimal::from(partners))),
                ("period", Arg::Period(frame.period)),
            ],
        );
        if !readings.notes.contains(&note) {
            readings.notes.push(note);
        }
    }
    Ok(figure)
}

/// Returns a country's trade with the other members; one that is absent from a full table had no trade.
pub(super) fn with_members<'e>(
    frame: &Frame<'e, '_>,
    country: Country,
    members: &[Country],
) -> Result<Figure<'e>, Missing> {
    let flow = flow(frame.claim);
    let table = frame.known.table(country, frame.period);
    let full = table.is_full(flow, frame.want);
    let (mut sum, mut missing): (Option<Figure<'e>>, Missing) = (None, Vec::new());
    for member in members.iter().filter(|member| **member != country) {
        match (table.trade(*member, flow, frame.want), sum.take()) {
            (Some(figure), None) => sum = Some(figure),
            (Some(figure), Some(so_far)) => sum = Some(so_far.plus(&figure).ok_or_else(beyond)?),
            (None, so_far) => {
                sum = so_far;
                if !full {
                    missing.push(code(country, (*member).into(), flow, frame.period));
                }
            }
        }
    }
    match sum {
        Some(sum) if missing.is_empty() => Ok(sum),
        _ if missing.is_empty() => Err(vec![code(country, Partner::World, flow, frame.period)]),
        _ => Err(missing),
    }
}

/// Divides a part by its whole, in percent.
pub(super) fn part<'e>(part: Figure<'e>, whole: &Figure<'e>) -> Result<Figure<'e>, Missing> {
    part.over(whole, Decimal::ONE_HUNDRED, Unit::Percent).ok_or_else(beyond)
}

pub(super) fn push<'e>(
    frame: &Frame<'e, '_>,
    id: &'static str,
    plain: bool,
    who: Option<Who>,
    figure: Result<Figure<'e>, Missing>,
    readings: &mut Readings<'e>,
) {
    let party = who.map(|who| frame.country(who));
    readings.list.push(Reading { id, plain, party, period: frame.period, figure });
}

/// The whole of a region's trade counts exports and imports together where the claim names no flow.
pub(super) const TURNOVER: TradeFlow = TradeFlow::Turnover;

//! Parts of all trade of a region, or of the trade inside it.

use super::share::{TURNOVER, over_region, over_total, part, push, total, with_members};
use crate::figure::Figure;
use crate::frame::{Frame, Who};
use crate::messages::say;
use crate::reading::{Missing, Readings, beyond};
use crate::region;
use entente_model::{Arg, Country, Decimal, Interval, Region, ShareSubject};

/// A sum of trade inside the region, with its bounds over every choice of side.
#[derive(Default)]
struct Part<'e> {
    figure: Option<Figure<'e>>,
    low: Decimal,
    high: Decimal,
}

/// Trade inside a region, by the pairs' relation to the two parties.
#[derive(Default)]
struct Inside<'e> {
    /// Between the two.
    pair: Part<'e>,
    /// Between one of the two and another member.
    involving: Part<'e>,
    /// Between other members.
    others: Part<'e>,
    /// The pairs without a report.
    unreported: Vec<[Country; 2]>,
}

/// Tries every definition of a share of a region.
pub(super) fn readings<'e>(frame: &Frame<'e, '_>, region: Region, readings: &mut Readings<'e>) {
    // Nobody reports the trade of all countries with each other, and a quarter of a million lookups would not
    // find it.
    let members = if region == Region::World { Vec::new() } else { region::members(region, frame.period) };
    let combined = frame.claim.subject == Some(ShareSubject::Combined);
    let totals = if members.is_empty() {
        Err(vec![format!("{region}.WLD.X+M.{}", frame.period)])
    } else {
        sum(&members, |country| total(frame, country, readings))
    };
    let [first, second] = [frame.first, frame.second].map(|country| total(frame, country, readings));
    let all = |part_of: Result<Figure<'e>, Missing>| over_whole(part_of, &totals);
    let both = sum(&[frame.first, frame.second], |country| {
        let own = if country == frame.first { &first } else { &second };
        own.clone()
    });
    push(frame, "first_and_second_total_over_region_total", combined, None, all(both), readings);
    inside_readings(frame, region, &members, !combined, readings);
    let own = sum(&[frame.first, frame.second], |country| with_members(frame, country, &members));
    let every = sum(&members, |country| with_members(frame, country, &members));
    push(frame, "combined_over_members_trade_with_region", false, None, over_whole(own, &every), readings);
    for who in [Who::First, Who::Second] {
        over_region(frame, who, &members, false, readings);
    }
    for who in [Who::First, Who::Second] {
        over_total(frame, who, false, readings);
    }
    push(frame, "first_total_over_region_total", false, None, all(first), readings);
    push(frame, "second_total_over_region_total", false, None, all(second), readings);
}

fn over_whole<'e>(
    share: Result<Figure<'e>, Missing>,
    whole: &Result<Figure<'e>, Missing>,
) -> Result<Figure<'e>, Missing> {
    match (share, whole) {
        (Ok(share), Ok(whole)) => part(share, whole),
        (share, whole) => {
            let mut missing: Missing = share.err().unwrap_or_default();
            for code in whole.as_ref().err().into_iter().flatten() {
                if !missing.contains(code) {
                    missing.push(code.clone());
                }
            }
            Err(missing)
        }
    }
}

/// Adds up what each country gives; what any lacks is missing.
fn sum<'e>(
    countries: &[Country],
    mut of: impl FnMut(Country) -> Result<Figure<'e>, Missing>,
) -> Result<Figure<'e>, Missing> {
    let (mut sum, mut missing): (Option<Figure<'e>>, Missing) = (None, Vec::new());
    for country in countries {
        match (of(*country), sum.take()) {
            (Ok(figure), None) => sum = Some(figure),
            (Ok(figure), Some(so_far)) => sum = Some(so_far.plus(&figure).ok_or_else(beyond)?),
            (Err(lacking), so_far) => {
                sum = so_far;
                missing.extend(lacking);
            }
        }
    }
    sum.filter(|_| missing.is_empty()).ok_or(missing)
}

fn inside_readings<'e>(
    frame: &Frame<'e, '_>,
    region: Region,
    members: &[Country],
    mutual: bool,
    readings: &mut Readings<'e>,
) {
    let inside = inside(frame, members);
    let Some(inside) = inside.filter(|inside| inside.pair.figure.is_some()) else {
        let missing = || Err(vec![format!("{}-{}.{region}.{}", frame.first, frame.second, frame.period)]);
        push(frame, "pair_over_trade_inside_region", mutual, None, missing(), readings);
        push(frame, "involving_over_trade_inside_region", false, None, missing(), readings);
        return;
    };
    if !inside.unreported.is_empty() {
        let pairs = inside.unreported.iter().map(|[a, b]| Arg::Text(format!("{a}-{b}"))).collect();
        readings.notes.push(say(
            "note-pairs-unreported",
            [
                ("region", Arg::Region(region)),
                ("pairs", Arg::List(pairs)),
                ("period", Arg::Period(frame.period)),
            ],
        ));
    }
    let unreported = others_unreported(frame, &inside);
    let rest = joined(inside.involving.clone_part(), &inside.others);
    let pair = rest.and_then(|rest| share(&inside.pair, &rest)).ok_or_else(beyond);
    push(frame, "pair_over_trade_inside_region", mutual, None, pair, readings);
    let involving = if unreported.is_empty() {
        let involving = joined(inside.pair.clone_part(), &inside.involving);
        involving.and_then(|involving| share(&involving, &inside.others)).ok_or_else(beyond)
    } else {
        Err(unreported)
    };
    push(frame, "involving_over_trade_inside_region", false, None, involving, readings);
}

/// Returns the pairs without a report in which neither party takes part.
fn others_unreported(frame: &Frame<'_, '_>, inside: &Inside<'_>) -> Missing {
    let parties = [frame.first, frame.second];
    let others =
        inside.unreported.iter().filter(|pair| !pair.iter().any(|country| parties.contains(country)));
    others.map(|[a, b]| format!("{a}-{b}.X+M.{}", frame.period)).collect()
}

/// Adds up the trade of each pair of members: the mean of the two reports, else the one.
fn inside<'e>(frame: &Frame<'e, '_>, members: &[Country]) -> Option<Inside<'e>> {
    let mut inside = Inside::default();
    let tables: Vec<_> = members.iter().map(|member| frame.known.table(*member, frame.period)).collect();
    for (at, one) in tables.iter().enumerate() {
        for other in tables.iter().skip(at + 1) {
            let reports = [
                one.trade(other.reporter, TURNOVER, frame.want),
                other.trade(one.reporter, TURNOVER, frame.want),
            ];
            let figure = match reports {
                [Some(a), Some(b)] => a.mean(&b)?,
                [Some(figure), None] | [None, Some(figure)] => figure,
                [None, None] => {
                    inside.unreported.push([one.reporter, other.reporter]);
                    continue;
                }
            };
            let parties = [one.reporter, other.reporter].map(|c| c == frame.first || c == frame.second);
            let part = match parties {
                [true, true] => &mut inside.pair,
                [false, false] => &mut inside.others,
                _ => &mut inside.involving,
            };
            part.add(figure)?;
        }
    }
    Some(inside)
}

impl<'e> Part<'e> {
    fn add(&mut self, figure: Figure<'e>) -> Option<()> {
        let choices = figure.choices.unwrap_or_else(|| Interval::point(figure.value));
        self.low = self.low.checked_add(choices.low?)?;
        self.high = self.high.checked_add(choices.high?)?;
        self.figure = Some(match self.figure.take() {
            None => figure,
            Some(sum) => sum.plus(&figure)?,
        });
        Some(())
    }

    fn clone_part(&self) -> Self {
        Self { figure: self.figure.clone(), low: self.low, high: self.high }
    }
}

fn joined<'e>(mut one: Part<'e>, other: &Part<'e>) -> Option<Part<'e>> {
    one.low = one.low.checked_add(other.low)?;
    one.high = one.high.checked_add(other.high)?;
    one.figure = match (one.figure, &other.figure) {
        (Some(a), Some(b)) => Some(a.plus(b)?),
        (a, b) => a.or_else(|| b.clone()),
    };
    Some(one)
}

/// Returns part / (part + rest) in percent; the choices run from the part's lowest with the rest's highest to the
/// part's highest with the rest's lowest.
fn share<'e>(of: &Part<'e>, rest: &Part<'e>) -> Option<Figure<'e>> {
    let mine = of.figure.clone()?;
    let whole = match &rest.figure {
        Some(rest) => mine.clone().plus(rest)?,
        None => mine.clone(),
    };
    let unit = whole.clone();
    let mut share = mine.over(&whole, Decimal::ONE_HUNDRED, entente_model::Unit::Percent)?;
    let percent =
        |a: Decimal, b: Decimal| a.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(a.checked_add(b)?);
    share.choices = Some(Interval::closed(percent(of.low, rest.high)?, percent(of.high, rest.low)?));
    share.inputs = unit.inputs;
    Some(share)
}

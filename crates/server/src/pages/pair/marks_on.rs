//! Which statements stand on the chart of turnover, and in what order.

use super::years::Years;
use entente_model::{ClaimKind, Decimal, Measure, Modality, Outcome};
use entente_observatory::standing::Standing;
use entente_observatory::statements::Statement;

/// How many stand on the chart at most.
const MOST: usize = 10;
/// A value this many times the largest that is reported would squash the lines.
const TIMES: i64 = 4;
/// How many years ahead of the figures the axis goes at most.
const AHEAD: i16 = 12;

/// Returns the places of the statements that stand on the chart, by year and value: targets that are open first, then
/// the newest, then what is contradicted or missed, then the rest, as far as there is room.
pub(crate) fn chosen(standing: &Standing, years: &Years<'_>) -> Vec<usize> {
    let mut found: Vec<(u32, usize)> = standing
        .statements
        .iter()
        .enumerate()
        .filter(|(_, statement)| stands(statement, years))
        .map(|(at, statement)| (class(statement), at))
        .collect();
    if let Some(newest) = found.iter_mut().min_by_key(|(_, at)| *at) {
        newest.0 = newest.0.min(1);
    }
    found.sort_unstable();
    found.truncate(MOST);
    let mut places: Vec<usize> = found.into_iter().map(|(_, at)| at).collect();
    places.sort_by_key(|at| standing.statements.get(*at).map(|s| (year(s), s.claim.claim.claim.value, *at)));
    places
}

/// Returns the rank of a statement where there is not room for all.
pub(crate) fn class(statement: &Statement) -> u32 {
    match statement.outcome() {
        Some(Outcome::Open) => 0,
        Some(Outcome::Contradicted | Outcome::Missed) => 2,
        _ => 3,
    }
}

/// Returns the year that a statement is about.
pub(crate) fn year(statement: &Statement) -> Option<i16> {
    let period = statement.period?;
    let target = statement.claim.claim.claim.modality != Modality::Actual;
    period.whole_year().or_else(|| target.then(|| period.last_month().year()))
}

fn stands(statement: &Statement, years: &Years<'_>) -> bool {
    let claim = &statement.claim.claim.claim;
    let level = matches!(claim.measure, None | Some(Measure::Level)) && claim.per.is_none();
    let whole = claim.product.is_none() && claim.sector.is_none() && claim.place.is_none();
    let turnover = claim.kind == ClaimKind::TradeTurnover && claim.unit == years.unit;
    let (Some(first), Some(last)) = (years.shown().first().map(|year| year.year), years.last()) else {
        return false;
    };
    let reported = years.shown().iter().flat_map(|year| [year.turnover(0), year.turnover(1)]).flatten().max();
    let highest = reported.and_then(|value| value.checked_mul(Decimal::from(TIMES)));
    let fits = highest.is_some_and(|highest| claim.value <= highest && !claim.value.is_sign_negative());
    let in_time = year(statement).is_some_and(|year| (first..=last + AHEAD).contains(&year));
    turnover && level && whole && fits && in_time && statement.outcome().is_some()
}

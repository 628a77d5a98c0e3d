//! A pair: the trade of two countries by year, as each of them reports it.

use crate::evidence::Figures;
use entente_model::{
    Basis, Country, Decimal, Flow, Observation, Pair, Partner, Period, Release, ReleaseId, Status, Unit,
    decimal,
};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::collections::BTreeMap;

/// The trade of a pair.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Profile {
    /// The version of the wire.
    pub wire: u8,
    /// The pair.
    pub pair: Pair,
    /// What was known when.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub as_of: Date,
    /// The releases that the rows rest on, sorted.
    pub releases: Vec<ReleaseId>,
    /// One row a year and reporter, by year, then in the order of the pair.
    pub rows: Vec<Row>,
}

impl Profile {
    /// Leaves only the periods that end in some years, and the releases that these rest on.
    pub fn keep_years(&mut self, first: i16, last: i16) {
        self.rows.retain(|row| (first..=last).contains(&row.period.last_month().year()));
        self.releases = releases_of(&self.rows);
    }
}

/// What one country reports of its trade with the other in one period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// When.
    pub period: Period,
    /// Who reports.
    pub reporter: Country,
    /// With whom.
    pub partner: Country,
    /// What it sold.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub exports: Option<Decimal>,
    /// What it bought.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub imports: Option<Decimal>,
    /// Both together; announced as one figure where the two are not published.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub turnover: Option<Decimal>,
    /// The unit of the values.
    pub unit: Unit,
    /// What is counted.
    pub basis: Basis,
    /// How settled the figures are.
    pub status: Status,
    /// The vintage.
    pub release: ReleaseId,
    /// When it became known.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub known: Date,
}

/// Returns the trade of a pair by calendar year as it was known on a day.
#[must_use]
pub fn profile(figures: &Figures, pair: Pair, as_of: Date) -> Profile {
    let mut rows = rows(figures, pair, as_of);
    rows.retain(|row| row.period.whole_year().is_some());
    finish(pair, as_of, rows)
}

/// Returns every period of a pair, years and months and the year so far, as it was known on a day.
#[must_use]
pub fn series(figures: &Figures, pair: Pair, as_of: Date) -> Profile {
    finish(pair, as_of, rows(figures, pair, as_of))
}

fn finish(pair: Pair, as_of: Date, rows: Vec<Row>) -> Profile {
    Profile { wire: crate::wire::WIRE, pair, as_of, releases: releases_of(&rows), rows }
}

fn releases_of(rows: &[Row]) -> Vec<ReleaseId> {
    let mut releases: Vec<ReleaseId> = rows.iter().map(|row| row.release.clone()).collect();
    releases.sort_unstable();
    releases.dedup();
    releases
}

/// What each release says of one period, by flow.
type Vintages<'a> = FxHashMap<&'a ReleaseId, FxHashMap<Flow, &'a Observation>>;
type Found<'a> = BTreeMap<(Period, Country), Vintages<'a>>;

fn rows(figures: &Figures, pair: Pair, as_of: Date) -> Vec<Row> {
    let releases: FxHashMap<&ReleaseId, &Release> = figures.releases.iter().map(|r| (&r.id, r)).collect();
    let mut found: Found<'_> = BTreeMap::new();
    for observation in &figures.observations {
        let key = &observation.key;
        let partner = other(pair, key.reporter);
        let ours = partner.is_some_and(|partner| key.partner == Partner::Country(partner));
        let known = releases.get(&observation.release).is_some_and(|release| release.known() <= as_of);
        if ours && known && key.product.is_none() {
            let period = found.entry((key.period, key.reporter)).or_default();
            period.entry(&observation.release).or_default().insert(key.flow, observation);
        }
    }
    let newest = |((period, reporter), vintages): ((Period, Country), Vintages<'_>)| {
        let newest = vintages.into_iter().max_by_key(|(id, _)| {
            releases.get(id).map(|release| (release.known(), release.loaded, (*id).clone()))
        });
        let (id, flows) = newest?;
        row(period, reporter, other(pair, reporter)?, releases.get(id)?, &flows)
    };
    found.into_iter().filter_map(newest).collect()
}

fn other(pair: Pair, reporter: Country) -> Option<Country> {
    if reporter == pair.first() {
        Some(pair.second())
    } else {
        (reporter == pair.second()).then_some(pair.first())
    }
}

fn row(
    period: Period,
    reporter: Country,
    partner: Country,
    release: &Release,
    flows: &FxHashMap<Flow, &Observation>,
) -> Option<Row> {
    let value = |flow: Flow| flows.get(&flow).map(|observation| observation.value);
    let (exports, imports) = (value(Flow::Exports), value(Flow::Imports));
    let both = exports.zip(imports).and_then(|(x, m)| x.checked_add(m));
    let turnover = both.or(value(Flow::Turnover));
    let any = [Flow::Exports, Flow::Imports, Flow::Turnover].into_iter().find_map(|flow| flows.get(&flow))?;
    Some(Row {
        period,
        reporter,
        partner,
        exports,
        imports,
        turnover,
        unit: any.key.unit,
        basis: any.key.basis,
        status: any.status,
        release: release.id.clone(),
        known: release.known(),
    })
}

//! A shelf: what one country reports of one flow in one stretch of time, by partner.

use entente_model::{
    Basis, Country, Decimal, Flow, Month, Observation, ObservationId, ObservationKey, Partner,
};
use entente_model::{Input, Period, Release, Unit, Valuation};
use jiff::civil::Date;
use std::cmp::Ordering;

/// What a shelf is found by. Periods that cover the same months share a shelf, whatever form they are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ShelfKey {
    reporter: Country,
    flow: Flow,
    first: Month,
    last: Month,
}

impl ShelfKey {
    pub(super) fn new(reporter: Country, flow: Flow, period: Period) -> Self {
        Self { reporter, flow, first: period.first_month(), last: period.last_month() }
    }

    /// Returns who reports it.
    pub(super) const fn reporter(&self) -> Country {
        self.reporter
    }

    /// Says whether a shelf is of a reporter and a flow.
    pub(super) fn is_of(&self, reporter: Country, flow: Flow) -> bool {
        (self.reporter, self.flow) == (reporter, flow)
    }

    pub(super) fn of(key: &ObservationKey) -> Self {
        Self::new(key.reporter, key.flow, key.period)
    }
}

/// A release with what lookups ask of it, laid ready.
#[derive(Debug, Clone)]
pub(crate) struct ReleaseInfo {
    pub(crate) release: Release,
    pub(crate) known: Date,
    dataset: String,
}

impl ReleaseInfo {
    pub(super) fn new(release: Release) -> Self {
        let dataset = format!("{}/{}", release.publisher, release.dataset);
        Self { known: release.known(), dataset, release }
    }

    /// Returns the dataset, as publisher/dataset.
    pub(crate) fn dataset(&self) -> &str {
        &self.dataset
    }

    /// Orders vintages: later known, then later loaded, then larger id.
    pub(super) fn age(&self, other: &Self) -> Ordering {
        let key = |info: &Self| (info.known, info.release.loaded);
        key(self).cmp(&key(other)).then_with(|| self.release.id.cmp(&other.release.id))
    }
}

/// One observation with its address and its release.
#[derive(Debug, Clone)]
pub(crate) struct Vintage {
    pub(crate) observation: Observation,
    id: ObservationId,
    pub(crate) release: usize,
}

impl Vintage {
    pub(super) fn new(observation: Observation, release: usize) -> Self {
        Self { id: observation.id(), observation, release }
    }

    /// Returns the observation as an input of a definition.
    pub(crate) fn input(&self, releases: &[ReleaseInfo]) -> Input {
        let dataset = releases.get(self.release).map(|info| info.dataset.clone()).unwrap_or_default();
        Input {
            observation: self.id.clone(),
            dataset,
            release: self.observation.release.clone(),
            value: self.observation.value,
            basis: self.observation.key.basis,
            status: self.observation.status,
        }
    }

    fn newest_first(&self, other: &Self, releases: &[ReleaseInfo]) -> Ordering {
        let age = match (releases.get(self.release), releases.get(other.release)) {
            (Some(a), Some(b)) => b.age(a),
            _ => Ordering::Equal,
        };
        age.then_with(|| self.id.cmp(&other.id))
    }
}

/// The rows of one release on a shelf that can be added up and ranked: one basis, unit and valuation.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(super) release: usize,
    pub(super) basis: Basis,
    pub(super) unit: Unit,
    pub(super) valuation: Valuation,
    /// The number of partners: countries, and partners that are no countries any more.
    pub(super) partners: usize,
    /// The sum over the partners and what is allocated to none; none where it is beyond exact arithmetic.
    pub(super) sum: Option<Decimal>,
}

/// One partner's vintages, newest first.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(super) partner: Partner,
    pub(super) vintages: Vec<Vintage>,
}

/// What one country reports of one flow in one stretch of time.
#[derive(Debug, Default, Clone)]
pub(crate) struct Shelf {
    /// Sorted by partner.
    pub(super) rows: Vec<Row>,
    pub(super) columns: Vec<Column>,
}

impl Shelf {
    /// Adds a vintage; says whether it was not there before. Of two values under one key the larger is kept.
    pub(super) fn add(&mut self, vintage: Vintage, releases: &[ReleaseInfo]) -> bool {
        let partner = vintage.observation.key.partner;
        let at = self.rows.binary_search_by_key(&partner, |row| row.partner).unwrap_or_else(|at| {
            self.rows.insert(at, Row { partner, vintages: Vec::with_capacity(1) });
            at
        });
        let Some(row) = self.rows.get_mut(at) else { return false };
        let same = row.vintages.iter_mut().find(|old| old.id == vintage.id);
        let (before, after) = match same {
            Some(old) if old.observation.value >= vintage.observation.value => return false,
            Some(old) => {
                let change = (Some(old.observation.value), vintage.observation.value);
                *old = vintage.clone();
                change
            }
            None => {
                let newer = |old: &Vintage| old.newest_first(&vintage, releases) == Ordering::Less;
                let at = row.vintages.partition_point(newer);
                row.vintages.insert(at, vintage.clone());
                (None, vintage.observation.value)
            }
        };
        self.count(&vintage, before, after);
        before.is_none()
    }

    pub(super) fn row(&self, partner: Partner) -> Option<&Row> {
        let at = self.rows.binary_search_by_key(&partner, |row| row.partner).ok()?;
        self.rows.get(at)
    }

    fn count(&mut self, vintage: &Vintage, before: Option<Decimal>, after: Decimal) {
        let key = &vintage.observation.key;
        if matches!(key.partner, Partner::World | Partner::Region(_)) {
            return;
        }
        let same = |column: &Column| {
            (column.release, column.basis, column.unit, column.valuation)
                == (vintage.release, key.basis, key.unit, key.valuation)
        };
        let at = self.columns.iter().position(same).unwrap_or_else(|| {
            let (release, sum) = (vintage.release, Some(Decimal::ZERO));
            let (basis, unit, valuation) = (key.basis, key.unit, key.valuation);
            self.columns.push(Column { release, basis, unit, valuation, partners: 0, sum });
            self.columns.len() - 1
        });
        let Some(column) = self.columns.get_mut(at) else { return };
        column.partners += usize::from(before.is_none() && key.partner != Partner::Unspecified);
        let rest = column.sum.and_then(|sum| sum.checked_sub(before.unwrap_or_default()));
        column.sum = rest.and_then(|sum| sum.checked_add(after));
    }
}

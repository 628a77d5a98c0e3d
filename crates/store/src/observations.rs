//! Observations one by one: by address, and as a list.

use crate::cursor::{CursorError, Page};
use crate::database::{Store, ask, read};
use crate::error::StoreError;
use crate::figures::ObservationRow;
use crate::sql;
use entente_model::{
    Country, DatasetId, Flow, Observation, ObservationId, ObservationKey, Partner, Period, PublisherId,
    ReleaseId,
};
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;

/// Which observations are asked for.
#[derive(Debug, Clone, Default)]
pub struct ObservationFilter {
    /// Reported by this country.
    pub reporter: Option<Country>,
    /// Of the trade with this partner.
    pub partner: Option<Partner>,
    /// Of this flow.
    pub flow: Option<Flow>,
    /// Of this period, exactly.
    pub period: Option<Period>,
    /// In releases of this dataset.
    pub dataset: Option<(PublisherId, DatasetId)>,
    /// Also in releases of datasets whose rows are not passed on.
    pub with_internal: bool,
    /// In releases known by this day.
    pub as_of: Date,
    /// Only what follows, in the order of the list.
    pub after: Option<ObservationCursor>,
    /// At most so many.
    pub limit: u32,
}

/// Where a list of observations goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObservationCursor {
    pub(crate) release: ReleaseId,
    pub(crate) key: ObservationKey,
}

impl fmt::Display for ObservationCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Its address, with a sign in the middle that needs no escaping in a query.
        write!(f, "{}~{}", self.release, self.key)
    }
}

impl FromStr for ObservationCursor {
    type Err = CursorError;

    fn from_str(s: &str) -> Result<Self, CursorError> {
        let id: ObservationId = s.replacen('~', "#", 1).parse().map_err(|_| CursorError::of(s))?;
        parts(&id).ok_or_else(|| CursorError::of(s))
    }
}

impl ObservationCursor {
    pub(crate) fn of(observation: &Observation) -> Self {
        Self { release: observation.release.clone(), key: observation.key.clone() }
    }
}

/// Narrows a query to what follows a cursor.
macro_rules! after {
    ($query:ident, $cursor:ident) => {{
        let $crate::observations::ObservationCursor { release, key } = $cursor;
        for part in [$crate::sql::SERIES_FROM_PART, $crate::sql::OBSERVATIONS_AFTER_PART] {
            $query.push(part).push_bind(key.reporter.to_string());
            $query.push(", ").push_bind(key.partner.to_string());
            $query.push(", ").push_bind(key.flow.as_str());
            $query.push(", ").push_bind(key.product.as_deref().unwrap_or_default());
            $query.push(", ").push_bind(key.valuation.as_str());
            $query.push(", ").push_bind(key.basis.as_str());
            $query.push(", ").push_bind(key.unit.to_string());
        }
        $query.push(", ").push_bind(key.period.to_string());
        $query.push($crate::sql::OBSERVATIONS_AFTER_TAIL_PART).push_bind(release.as_str()).push("))");
    }};
}
pub(crate) use after;

/// Takes an address apart; none where it is the address of nothing that can be observed.
fn parts(id: &ObservationId) -> Option<ObservationCursor> {
    let (release, key) = id.as_str().split_once('#')?;
    Some(ObservationCursor { release: release.parse().ok()?, key: key.parse().ok()? })
}

impl Store {
    /// Returns the observation of an address; none where it is not on file.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn observation(&self, id: &ObservationId) -> Result<Option<Observation>, StoreError> {
        let Some(ObservationCursor { release, key }) = parts(id) else { return Ok(None) };
        let row: Option<ObservationRow> = read!(
            self,
            fetch_optional,
            sqlx::query_as(sql::OBSERVATION)
                .bind(key.reporter.to_string())
                .bind(key.partner.to_string())
                .bind(key.flow.as_str())
                .bind(key.product.as_deref().unwrap_or_default())
                .bind(key.period.to_string())
                .bind(key.valuation.as_str())
                .bind(key.basis.as_str())
                .bind(key.unit.to_string())
                .bind(release.as_str())
        )?;
        row.map(|row| self.observed(row)).transpose()
    }

    /// Lists observations by reporter, partner, flow, product, valuation, basis, unit and period; the vintages of one in
    /// the order of loading.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn observations_list(
        &self,
        filter: &ObservationFilter,
    ) -> Result<Page<Observation, ObservationCursor>, StoreError> {
        let as_of = filter.as_of.to_string();
        let equal = [
            (" AND k.reporter = ", filter.reporter.map(|reporter| reporter.to_string())),
            (" AND k.partner = ", filter.partner.map(|partner| partner.to_string())),
            (" AND k.flow = ", filter.flow.map(|flow| flow.to_string())),
            (" AND o.period = ", filter.period.map(|period| period.to_string())),
        ];
        macro_rules! narrow {
            ($query:ident) => {{
                $query.push_bind(as_of.as_str());
                if let Some((publisher, dataset)) = &filter.dataset {
                    $query.push(" AND publisher = ").push_bind(publisher.as_str());
                    $query.push(" AND dataset = ").push_bind(dataset.as_str());
                }
                if !filter.with_internal {
                    $query.push(sql::OBSERVATIONS_OPEN_PART);
                }
                $query.push(")");
                for (condition, value) in &equal {
                    if let Some(value) = value {
                        $query.push(condition).push_bind(value.as_str());
                    }
                }
            }};
        }
        let is_narrow = equal.iter().any(|(_, value)| value.is_some());
        let count = if is_narrow { sql::COUNT_OBSERVATIONS_HEAD_PART } else { sql::COUNT_ROWS_HEAD_PART };
        let total: i64 = ask!(self, fetch_one, build_query_scalar, count, |query| {
            narrow!(query);
        })?;
        let rows: Vec<ObservationRow> =
            ask!(self, fetch_all, build_query_as, sql::OBSERVATIONS_HEAD_PART, |query| {
                narrow!(query);
                if let Some(after) = &filter.after {
                    after!(query, after);
                }
                query.push(sql::OBSERVATIONS_TAIL_PART).push_bind(i64::from(filter.limit) + 1);
            })?;
        let observations = rows.into_iter().map(|row| self.observed(row)).collect::<Result<Vec<_>, _>>()?;
        Ok(Page::new(self.count(total)?, observations, filter.limit, ObservationCursor::of))
    }
}

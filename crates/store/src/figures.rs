//! Official figures: datasets, releases, observations.

use crate::columns::unscaled;
use crate::database::{Store, Tx, insert, on, read, row, write};
use crate::error::StoreError;
use crate::records::ReleaseEntry;
use crate::sql;
use entente_model::{Country, Dataset, Decimal, Observation, ObservationKey, Partner, Release, decimal};

/// Observations that are asked for: every vintage and every period, over all products.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FigureQuery {
    /// Who reports.
    pub reporter: Country,
    /// Of whom; none is of all.
    pub partner: Option<Partner>,
}

row!(
    pub(crate) struct ObservationRow {
        release_id: String,
        reporter: String,
        partner: String,
        flow: String,
        product: String,
        period: String,
        valuation: String,
        basis: String,
        unit: String,
        value_unscaled: i64,
        value_scale: i64,
        step: String,
        bound: String,
        status: String,
    }
);

row!(
    struct DatasetRow {
        publisher: String,
        id: String,
        title: String,
        office: String,
        reporter: Option<String>,
        url: Option<String>,
        licence: String,
    }
);

row!(
    struct ReleaseRow {
        id: String,
        publisher: String,
        dataset: String,
        published: Option<String>,
        published_basis: String,
        loaded: String,
        basis: String,
        coverage: String,
        url: Option<String>,
        hash: String,
        note: Option<String>,
        rows: i64,
    }
);

impl Store {
    /// Returns every dataset, by publisher and id.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub async fn datasets(&self) -> Result<Vec<Dataset>, StoreError> {
        let rows: Vec<DatasetRow> = read!(self, fetch_all, sqlx::query_as(sql::DATASETS))?;
        let dataset = |row: DatasetRow| {
            Ok(Dataset {
                publisher: self.parse("publisher id", &row.publisher)?,
                id: self.parse("dataset id", &row.id)?,
                title: row.title,
                office: row.office,
                reporter: self.parse_option("country", row.reporter.as_deref())?,
                url: row.url,
                licence: row.licence,
            })
        };
        rows.into_iter().map(dataset).collect()
    }

    /// Returns every release, by id.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub async fn releases(&self) -> Result<Vec<ReleaseEntry>, StoreError> {
        let rows: Vec<ReleaseRow> = read!(self, fetch_all, sqlx::query_as(sql::RELEASES))?;
        rows.into_iter().map(|row| self.release_entry(row)).collect()
    }

    /// Returns every vintage of some figures, by release and key.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub async fn observations(&self, query: FigureQuery) -> Result<Vec<Observation>, StoreError> {
        let reporter = query.reporter.to_string();
        let rows: Vec<ObservationRow> = match query.partner {
            Some(partner) => {
                let partner = partner.to_string();
                read!(
                    self,
                    fetch_all,
                    sqlx::query_as(sql::OBSERVATIONS_BETWEEN).bind(reporter).bind(partner)
                )?
            }
            None => read!(self, fetch_all, sqlx::query_as(sql::OBSERVATIONS_OF).bind(reporter))?,
        };
        rows.into_iter().map(|row| self.observed(row)).collect()
    }

    fn release_entry(&self, row: ReleaseRow) -> Result<ReleaseEntry, StoreError> {
        let release = Release {
            id: self.parse("release id", &row.id)?,
            publisher: self.parse("publisher id", &row.publisher)?,
            dataset: self.parse("dataset id", &row.dataset)?,
            published: self.parse_option("day", row.published.as_deref())?,
            published_basis: self.parse("basis of a date", &row.published_basis)?,
            loaded: self.parse("day", &row.loaded)?,
            basis: self.parse("basis", &row.basis)?,
            coverage: row.coverage,
            url: row.url,
            hash: self.parse("hash", &row.hash)?,
            note: row.note,
        };
        Ok(ReleaseEntry { release, rows: self.count(row.rows)? })
    }

    pub(crate) fn observed(&self, row: ObservationRow) -> Result<Observation, StoreError> {
        let key = ObservationKey {
            reporter: self.parse("country", &row.reporter)?,
            partner: self.parse("partner", &row.partner)?,
            flow: self.parse("flow", &row.flow)?,
            product: Some(row.product).filter(|product| !product.is_empty()),
            period: self.parse("period", &row.period)?,
            valuation: self.parse("valuation", &row.valuation)?,
            basis: self.parse("basis", &row.basis)?,
            unit: self.parse("unit", &row.unit)?,
        };
        let scale = u32::try_from(row.value_scale).map_err(|_| self.unreadable("scale", &row.value_scale))?;
        let value = Decimal::try_from_i128_with_scale(i128::from(row.value_unscaled), scale)
            .map_err(|error| self.unreadable("value", &error))?;
        Ok(Observation {
            key,
            value,
            precision: self.parse("precision", &row.step)?,
            bound: self.parse("bound", &row.bound)?,
            status: self.parse("status", &row.status)?,
            release: self.parse("release id", &row.release_id)?,
        })
    }
}

impl Tx {
    /// Files a release with its dataset and all of its observations. One that is there is left alone: a release never
    /// changes.
    ///
    /// # Errors
    /// When it cannot be written, or an observation has more digits than can be stored.
    pub async fn put_release(
        &mut self,
        dataset: &Dataset,
        release: &Release,
        observations: &[&Observation],
    ) -> Result<(), StoreError> {
        if self.has_release(release).await? {
            return Ok(());
        }
        self.put_dataset(dataset).await?;
        write!(
            self,
            sqlx::query(sql::PUT_RELEASE)
                .bind(release.id.as_str())
                .bind(release.publisher.as_str())
                .bind(release.dataset.as_str())
                .bind(release.published.map(|date| date.to_string()))
                .bind(release.published_basis.as_str())
                .bind(release.loaded.to_string())
                .bind(release.known().to_string())
                .bind(release.basis.as_str())
                .bind(release.coverage.as_str())
                .bind(release.url.as_deref())
                .bind(release.hash.as_str())
                .bind(release.note.as_deref())
                .bind(crate::columns::integer(observations.len()))
        )?;
        self.put_observations(observations).await
    }

    async fn has_release(&mut self, release: &Release) -> Result<bool, StoreError> {
        let result: Result<i64, _> = on!(&mut self.inner, Inner, |tx| {
            sqlx::query_scalar(sql::HAS_RELEASE).bind(release.id.as_str()).fetch_one(&mut **tx).await
        });
        result.map(|found| found > 0).map_err(|error| StoreError::of(&self.url, error))
    }

    async fn put_dataset(&mut self, dataset: &Dataset) -> Result<(), StoreError> {
        write!(
            self,
            sqlx::query(sql::PUT_DATASET)
                .bind(dataset.publisher.as_str())
                .bind(dataset.id.as_str())
                .bind(dataset.title.as_str())
                .bind(dataset.office.as_str())
                .bind(dataset.reporter.map(|country| country.to_string()))
                .bind(dataset.url.as_deref())
                .bind(dataset.licence.as_str())
        )?;
        Ok(())
    }

    async fn put_observations(&mut self, observations: &[&Observation]) -> Result<(), StoreError> {
        let mut rows = Vec::with_capacity(observations.len());
        for observation in observations {
            rows.push((*observation, unscaled(observation.value)?));
        }
        insert!(self, sql::PUT_OBSERVATIONS, rows, "", |row, (observation, (digits, scale))| {
            let key = &observation.key;
            row.push_bind(observation.release.as_str())
                .push_bind(key.reporter.to_string())
                .push_bind(key.partner.to_string())
                .push_bind(key.flow.as_str())
                .push_bind(key.product.as_deref().unwrap_or_default())
                .push_bind(key.period.to_string())
                .push_bind(key.valuation.as_str())
                .push_bind(key.basis.as_str())
                .push_bind(key.unit.to_string())
                .push_bind(digits)
                .push_bind(scale)
                .push_bind(decimal::plain(observation.precision))
                .push_bind(observation.bound.as_str())
                .push_bind(observation.status.as_str())
        });
        Ok(())
    }
}

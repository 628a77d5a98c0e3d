//! Loading: a release with its observations, in one transaction, however many they are.

use crate::columns::{integer, unscaled};
use crate::database::{Inner, Tx, insert, on, write};
use crate::error::StoreError;
use crate::sql;
use entente_model::{Country, Dataset, IndicatorValue, Observation, Partner, Release, ReleaseId, decimal};
use sqlx::{Postgres, Transaction};
use std::borrow::Borrow;
use std::fmt::Write as _;

impl Tx {
    /// Files a release with its dataset and all of its observations; says whether it is new. One that is there is left
    /// alone: a release never changes.
    ///
    /// # Errors
    /// When it cannot be written, or an observation has more digits than can be stored.
    #[crate::boxed]
    pub async fn put_release(
        &mut self,
        dataset: &Dataset,
        release: &Release,
        observations: &[&Observation],
    ) -> Result<bool, StoreError> {
        let new = self.open_release(dataset, release, observations.len() as u64).await?;
        if new {
            self.put_observations(observations).await?;
        }
        Ok(new)
    }

    /// Files a release with its dataset, to be followed by its observations, so many as `rows` says; says whether it is
    /// new. One that is there (see [`Tx::filed_release`]) is left alone: a release never changes.
    ///
    /// # Errors
    /// When it cannot be written.
    #[crate::boxed]
    pub async fn open_release(
        &mut self,
        dataset: &Dataset,
        release: &Release,
        rows: u64,
    ) -> Result<bool, StoreError> {
        if self.filed_release(release).await?.is_some() {
            return Ok(false);
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
                .bind(integer(usize::try_from(rows).unwrap_or(usize::MAX)))
        )?;
        Ok(true)
    }

    /// Returns the id under which a release is on file, none where it is not. A release that its publisher does not date
    /// has the day of loading in its id; the same content loaded on another day is still the same release.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn filed_release(&mut self, release: &Release) -> Result<Option<ReleaseId>, StoreError> {
        let result: Result<Option<String>, _> = on!(&mut self.inner, Inner, |tx| {
            sqlx::query_scalar(sql::FILED_RELEASE)
                .bind(release.id.as_str())
                .bind(release.publisher.as_str())
                .bind(release.dataset.as_str())
                .bind(release.hash.as_str())
                .bind(release.published.map(|date| date.to_string()))
                .fetch_optional(&mut **tx)
                .await
        });
        let found = result.map_err(|error| StoreError::of(&self.url, error))?;
        let unreadable = |id: &str| StoreError::Value {
            url: self.url.to_string(),
            what: "release id",
            value: id.chars().take(120).collect(),
        };
        found.map(|id| id.parse().map_err(|_| unreadable(&id))).transpose()
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

    /// Files observations of releases that were opened in this transaction; fastest in the order of their keys, in which
    /// they are kept.
    ///
    /// # Errors
    /// When they cannot be written, one has more digits than can be stored, or one stands there already.
    #[crate::boxed]
    pub async fn put_observations<O: Borrow<Observation> + Sync>(
        &mut self,
        observations: &[O],
    ) -> Result<(), StoreError> {
        self.put_partners(observations).await?;
        // PostgreSQL has a way for many rows that SQLite has not, and needs it: a bound value costs it a parse.
        if let Inner::Postgres(tx) = &mut self.inner {
            let copied = copy(tx, observations).await?;
            return copied.map_err(|error| StoreError::of(&self.url, error));
        }
        let mut rows = Vec::with_capacity(observations.len());
        for observation in observations {
            let observation = observation.borrow();
            rows.push((observation, unscaled(observation.value)?));
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

    /// Files whom observations are about.
    async fn put_partners<O: Borrow<Observation> + Sync>(
        &mut self,
        observations: &[O],
    ) -> Result<(), StoreError> {
        // Most stand beside others about the same.
        let mut partners: Vec<(&ReleaseId, Country, Partner)> = observations
            .iter()
            .map(Borrow::borrow)
            .map(|observation| (&observation.release, observation.key.reporter, observation.key.partner))
            .collect();
        partners.dedup();
        partners.sort_unstable();
        partners.dedup();
        let tail = sql::PUT_RELEASE_PARTNERS_TAIL;
        insert!(self, sql::PUT_RELEASE_PARTNERS, partners, tail, |row, (release, reporter, partner)| {
            row.push_bind(release.as_str()).push_bind(reporter.to_string()).push_bind(partner.to_string());
        });
        Ok(())
    }

    /// Files values of indicators of a release that was opened in this transaction.
    ///
    /// # Errors
    /// When they cannot be written, or one has more digits than can be stored.
    #[crate::boxed]
    pub async fn put_indicators(&mut self, values: &[IndicatorValue]) -> Result<(), StoreError> {
        let mut rows = Vec::with_capacity(values.len());
        for value in values {
            rows.push((value, unscaled(value.value)?));
        }
        insert!(self, sql::PUT_INDICATORS, rows, "", |row, (value, (digits, scale))| {
            row.push_bind(value.release.as_str())
                .push_bind(value.country.to_string())
                .push_bind(value.indicator.as_str())
                .push_bind(value.period.to_string())
                .push_bind(value.unit.to_string())
                .push_bind(digits)
                .push_bind(scale)
                .push_bind(value.status.as_str())
        });
        Ok(())
    }
}

/// Copies observations into PostgreSQL, in the text form of COPY: fields parted by tabs, of which ours hold none.
async fn copy<O: Borrow<Observation>>(
    tx: &mut Transaction<'static, Postgres>,
    observations: &[O],
) -> Result<Result<(), sqlx::Error>, StoreError> {
    let mut text = String::with_capacity(observations.len() * 200);
    for observation in observations {
        let observation = observation.borrow();
        let (digits, scale) = unscaled(observation.value)?;
        let key = &observation.key;
        let product = key.product.as_deref().unwrap_or_default();
        // Writing to a string does not fail.
        let _ = writeln!(
            text,
            "{}\t{}\t{}\t{}\t{product}\t{}\t{}\t{}\t{}\t{digits}\t{scale}\t{}\t{}\t{}",
            observation.release,
            key.reporter,
            key.partner,
            key.flow,
            key.period,
            key.valuation,
            key.basis,
            key.unit,
            decimal::plain(observation.precision),
            observation.bound,
            observation.status,
        );
    }
    Ok(copied(tx, text).await)
}

async fn copied(tx: &mut Transaction<'static, Postgres>, text: String) -> Result<(), sqlx::Error> {
    let mut copy = tx.copy_in_raw(sql::POSTGRES_COPY_OBSERVATIONS).await?;
    copy.send(text.into_bytes()).await?;
    copy.finish().await.map(drop)
}

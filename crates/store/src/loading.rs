//! Loading: a release with its observations, in one transaction, however many they are.

use crate::columns::{integer, unscaled};
use crate::database::{Inner, Store, Tx, insert, on, write};
use crate::error::StoreError;
use crate::parts::{Lines, Part};
use crate::sorting::Sorting;
use crate::sql;
use entente_model::{Dataset, IndicatorValue, Observation, Release, ReleaseId};
use sqlx::{Postgres, QueryBuilder, Sqlite, Transaction};
use std::borrow::Borrow;
use tokio::sync::mpsc;
use tokio::task;

impl Store {
    /// Begins to gather the observations of a release that is to be filed here.
    #[must_use]
    pub fn sorting(&self) -> Sorting {
        Sorting::beside(&self.url)
    }
}

impl Tx {
    fn sorting(&self) -> Sorting {
        Sorting::beside(&self.url)
    }

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
                .bind(dataset.terms.as_str())
        )?;
        Ok(())
    }

    /// Files observations of releases that were opened in this transaction.
    ///
    /// # Errors
    /// When they cannot be written, one has more digits than can be stored, or one stands there already.
    #[crate::boxed]
    pub async fn put_observations<O: Borrow<Observation> + Sync>(
        &mut self,
        observations: &[O],
    ) -> Result<(), StoreError> {
        let release = |observation: &O| observation.borrow().release.clone();
        for of_one in observations.chunk_by(|a, b| a.borrow().release == b.borrow().release) {
            let Some(release) = of_one.first().map(release) else { continue };
            let mut sorting = self.sorting();
            for observation in of_one.iter().map(Borrow::borrow) {
                let Observation { key, value, precision, bound, status, .. } = observation;
                sorting.push(key, (*value, *precision), *bound, *status)?;
            }
            self.put_sorted(&release, sorting, &mut |_| {}).await?;
        }
        Ok(())
    }

    /// Files observations of a release that was opened in this transaction, in the order in which they are kept;
    /// `progress` is told how many are filed so far. While some are filed, the next are got ready.
    ///
    /// # Errors
    /// When they cannot be written, or one stands there already.
    #[crate::boxed]
    pub async fn put_sorted(
        &mut self,
        release: &ReleaseId,
        sorting: Sorting,
        progress: &mut (dyn FnMut(u64) + Send),
    ) -> Result<(), StoreError> {
        let number = self.number_of(release).await?;
        let make = match self.inner {
            Inner::Sqlite(_) => Part::of_sqlite,
            Inner::Postgres(_) => Part::of_postgres,
        };
        let (sender, mut parts) = mpsc::channel(1);
        let reading = task::spawn_blocking(move || -> Result<(), StoreError> {
            let mut sorted = sorting.sorted()?;
            loop {
                let lines = Lines::next(&mut sorted)?;
                // Where nobody takes it any more, the other side says why.
                if lines.rows == 0 || sender.blocking_send(lines).is_err() {
                    return Ok(());
                }
            }
        });
        let (mut filed, mut made) = (0, None);
        loop {
            let lines = parts.recv().await;
            let is_end = lines.is_none();
            let next = match lines {
                Some(lines) => {
                    let numbers = self.number_lines(release, &lines).await?;
                    let rows = lines.rows;
                    Some((rows, task::spawn_blocking(move || make(&lines, &numbers, number))))
                }
                None => None,
            };
            if let Some((rows, making)) = std::mem::replace(&mut made, next) {
                self.put_part(done(making.await)).await?;
                filed += rows as u64;
                progress(filed);
            }
            if is_end {
                return done(reading.await);
            }
        }
    }

    async fn number_of(&mut self, release: &ReleaseId) -> Result<i64, StoreError> {
        let result: Result<Option<i64>, _> = on!(&mut self.inner, Inner, |tx| {
            sqlx::query_scalar(sql::NUMBER_OF_RELEASE).bind(release.as_str()).fetch_optional(&mut **tx).await
        });
        let number = result.map_err(|error| StoreError::of(&self.url, error))?;
        let absent = || StoreError::NoRelease { url: self.url.to_string(), release: release.to_string() };
        number.ok_or_else(absent)
    }

    /// Notes whom lines are about, and returns the numbers of their series.
    async fn number_lines(&mut self, release: &ReleaseId, lines: &Lines) -> Result<Vec<i64>, StoreError> {
        let (partners, tail) = (lines.partners(), sql::PUT_RELEASE_PARTNERS_TAIL);
        insert!(self, sql::PUT_RELEASE_PARTNERS, partners, tail, |row, (reporter, partner)| {
            row.push_bind(release.as_str()).push_bind(*reporter).push_bind(*partner);
        });
        let series: Vec<_> = lines.series.iter().map(|(series, _)| series).collect();
        self.number_series(&series).await
    }

    async fn put_part(&mut self, part: Part) -> Result<(), StoreError> {
        let result = match &mut self.inner {
            Inner::Sqlite(tx) => execute(tx, part.statements).await,
            // PostgreSQL has a way for many rows that SQLite has not, and needs it: a bound value costs it a parse.
            Inner::Postgres(tx) => copy(tx, part.copy).await,
        };
        result.map_err(|error| StoreError::of(&self.url, error))
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

/// Returns what a thread of its own has done; what it panicked with goes on here.
fn done<T>(result: Result<T, task::JoinError>) -> T {
    result.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()))
}

async fn execute(
    tx: &mut Transaction<'static, Sqlite>,
    statements: Vec<QueryBuilder<Sqlite>>,
) -> Result<(), sqlx::Error> {
    for mut statement in statements {
        statement.build().execute(&mut **tx).await?;
    }
    Ok(())
}

async fn copy(tx: &mut Transaction<'static, Postgres>, text: String) -> Result<(), sqlx::Error> {
    let mut copy = tx.copy_in_raw(sql::POSTGRES_COPY_OBSERVATIONS).await?;
    copy.send(text.into_bytes()).await?;
    copy.finish().await.map(drop)
}

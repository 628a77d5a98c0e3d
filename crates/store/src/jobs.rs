//! Jobs: work that several processes share. Who takes a job holds it for a time; what is not done by then is free again,
//! so that nothing is lost with a process that dies.

use crate::columns::{integer, plain};
use crate::database::{Pool, Store, insert, put, read, row};
use crate::error::StoreError;
use crate::sql;
use entente_model::key::KeyHasher;
use jiff::Timestamp;

/// A job to be put in. Its key stands once: putting it in again changes nothing, done or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewJob {
    /// What it is, among all jobs.
    pub key: String,
    /// What who takes it must know.
    pub body: String,
}

/// A job that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: String,
    /// Its key.
    pub key: String,
    /// What who takes it must know.
    pub body: String,
    /// How often it has been taken, this time included.
    pub attempts: u64,
}

/// How far the jobs of a kind are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct JobTally {
    /// Free, now or later.
    pub open: u64,
    /// Taken.
    pub claimed: u64,
    /// Done.
    pub done: u64,
    /// Given up.
    pub failed: u64,
}

row!(
    struct JobRow {
        id: String,
        key: String,
        body: String,
        attempts: i64,
        position: i64,
    }
);

row!(
    struct StateRow {
        state: String,
        n: i64,
    }
);

/// What a job that failed does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// It is free again from this time on.
    Retry(Timestamp),
    /// It is given up.
    GiveUp,
}

impl Store {
    /// Puts jobs of a kind in, and returns how many are new. They are taken in this order.
    ///
    /// # Errors
    /// When the registry cannot be written.
    #[crate::boxed]
    pub async fn enqueue(&self, kind: &str, jobs: &[NewJob], now: Timestamp) -> Result<u64, StoreError> {
        let before = self.job_tally(kind).await?;
        let mut tx = self.begin().await?;
        let rows: Vec<(i64, &NewJob)> =
            jobs.iter().enumerate().map(|(position, job)| (integer(position), job)).collect();
        insert!(tx, sql::PUT_JOBS, rows, sql::PUT_JOBS_TAIL, |row, (position, job)| {
            row.push_bind(KeyHasher::new("job").part(&job.key).short())
                .push_bind(kind)
                .push_bind(plain(&job.key))
                .push_bind("open")
                .push_bind(*position)
                .push_bind(now.as_microsecond())
                .push_bind(0_i64)
                .push_bind(plain(&job.body))
        });
        // Jobs are no part of any answer.
        tx.has_changed = false;
        tx.commit().await?;
        Ok(self.job_tally(kind).await?.all() - before.all())
    }

    /// Takes at most `most` jobs of a kind that are free at `now`, in the order in which they were put in, and holds them
    /// until a time. Two processes never take the same job, and neither waits for the other.
    ///
    /// # Errors
    /// When the registry cannot be written.
    #[crate::boxed]
    pub async fn claim_jobs(
        &self,
        kind: &str,
        who: &str,
        most: u32,
        until: Timestamp,
        now: Timestamp,
    ) -> Result<Vec<Job>, StoreError> {
        let (until, now, most) = (until.as_microsecond(), now.as_microsecond(), i64::from(most));
        // A statement that writes takes the lock of a file as it begins; a server passes over what another has taken.
        let statement = match &self.pool {
            Pool::Sqlite(_) => sql::SQLITE_CLAIM_JOBS,
            Pool::Postgres(_) => sql::POSTGRES_CLAIM_JOBS,
        };
        let mut rows: Vec<JobRow> = read!(
            self,
            fetch_all,
            sqlx::query_as(statement).bind(kind).bind(now).bind(most).bind(who).bind(until)
        )?;
        // What is returned of an update has no order.
        rows.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
        let job = |row: JobRow| {
            Ok(Job { id: row.id, key: row.key, body: row.body, attempts: self.count(row.attempts)? })
        };
        rows.into_iter().map(job).collect()
    }

    /// Marks a job as done, and says whether it was still held by who says so.
    ///
    /// # Errors
    /// When the registry cannot be written.
    #[crate::boxed]
    pub async fn finish_job(&self, id: &str, who: &str) -> Result<bool, StoreError> {
        Ok(put!(self, sqlx::query(sql::FINISH_JOB).bind(id).bind(who))? > 0)
    }

    /// Says that a job failed and why, and says whether it was still held by who says so.
    ///
    /// # Errors
    /// When the registry cannot be written.
    #[crate::boxed]
    pub async fn fail_job(&self, id: &str, who: &str, error: &str, after: After) -> Result<bool, StoreError> {
        let (state, not_before) = match after {
            After::Retry(at) => ("open", Some(at.as_microsecond())),
            After::GiveUp => ("failed", None),
        };
        let written = put!(
            self,
            sqlx::query(sql::FAIL_JOB).bind(id).bind(who).bind(state).bind(not_before).bind(plain(error))
        )?;
        Ok(written > 0)
    }

    /// Counts the jobs of a kind by how far they are.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn job_tally(&self, kind: &str) -> Result<JobTally, StoreError> {
        let rows: Vec<StateRow> = read!(self, fetch_all, sqlx::query_as(sql::JOB_TALLY).bind(kind))?;
        let mut tally = JobTally::default();
        for row in rows {
            let n = self.count(row.n)?;
            match row.state.as_str() {
                "open" => tally.open = n,
                "claimed" => tally.claimed = n,
                "done" => tally.done = n,
                _ => tally.failed = n,
            }
        }
        Ok(tally)
    }
}

impl JobTally {
    /// Returns the number of all jobs of the kind.
    #[must_use]
    pub const fn all(&self) -> u64 {
        self.open + self.claimed + self.done + self.failed
    }
}

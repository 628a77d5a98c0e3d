//! What a reading found beside its claims: events, officials, projects, remarks.

use crate::columns::{integer, json};
use crate::database::{Store, Tx, read, write};
use crate::error::StoreError;
use crate::records::{Filing, ReadingId, pair_of};
use crate::sql;
use entente_model::{Event, Official, Project, Remark};

impl Store {
    /// Returns the events that a reading found, in text order.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub async fn events(&self, reading: &ReadingId) -> Result<Vec<Event>, StoreError> {
        let bodies: Vec<String> =
            read!(self, fetch_all, sqlx::query_scalar(sql::EVENTS).bind(reading.as_str()))?;
        bodies.iter().map(|body| self.body("event", body.as_bytes())).collect()
    }

    /// Returns the officials that a reading found, in text order.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub async fn officials(&self, reading: &ReadingId) -> Result<Vec<Official>, StoreError> {
        self.statements(reading, "official").await
    }

    /// Returns the projects that a reading found, in text order.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub async fn projects(&self, reading: &ReadingId) -> Result<Vec<Project>, StoreError> {
        self.statements(reading, "project").await
    }

    /// Returns the remarks that a reading found, in text order.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub async fn remarks(&self, reading: &ReadingId) -> Result<Vec<Remark>, StoreError> {
        self.statements(reading, "remark").await
    }

    async fn statements<T: serde::de::DeserializeOwned>(
        &self,
        reading: &ReadingId,
        kind: &'static str,
    ) -> Result<Vec<T>, StoreError> {
        let bodies: Vec<String> =
            read!(self, fetch_all, sqlx::query_scalar(sql::STATEMENTS).bind(reading.as_str()).bind(kind))?;
        bodies.iter().map(|body| self.body(kind, body.as_bytes())).collect()
    }
}

impl Tx {
    /// Files what a reading found beside its claims and authors.
    pub(crate) async fn put_statements(&mut self, filing: &Filing) -> Result<(), StoreError> {
        for (position, event) in filing.events.iter().enumerate() {
            self.put_event(filing, position, event).await?;
        }
        self.put_all(filing, "official", &filing.officials).await?;
        self.put_all(filing, "project", &filing.projects).await?;
        self.put_all(filing, "remark", &filing.remarks).await
    }

    async fn put_event(&mut self, filing: &Filing, position: usize, event: &Event) -> Result<(), StoreError> {
        write!(
            self,
            sqlx::query(sql::PUT_EVENT)
                .bind(filing.reading.id.as_str())
                .bind(integer(position))
                .bind(filing.document.id.as_str())
                .bind(event.kind.as_str())
                .bind(pair_of(&event.parties).map(|pair| pair.to_string()))
                .bind(event.ordinal.map(i64::from))
                .bind(event.date.map(|date| date.to_string()))
                .bind(event.status.as_str())
                .bind(json("event", event)?)
        )?;
        Ok(())
    }

    async fn put_all<T: serde::Serialize>(
        &mut self,
        filing: &Filing,
        kind: &'static str,
        statements: &[T],
    ) -> Result<(), StoreError> {
        for (position, statement) in statements.iter().enumerate() {
            write!(
                self,
                sqlx::query(sql::PUT_STATEMENT)
                    .bind(filing.reading.id.as_str())
                    .bind(kind)
                    .bind(integer(position))
                    .bind(filing.document.id.as_str())
                    .bind(json(kind, statement)?)
            )?;
        }
        Ok(())
    }
}

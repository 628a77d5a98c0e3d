//! What a reading found beside its claims: events, officials, projects, remarks.

use crate::columns::{integer, json};
use crate::database::{Store, Tx, insert, read};
use crate::error::StoreError;
use crate::records::{Filing, ReadingId, pair_of};
use crate::sql;
use entente_model::{Event, Official, Project, Remark, name_key};

impl Store {
    /// Returns the events that a reading found, in text order.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn events(&self, reading: &ReadingId) -> Result<Vec<Event>, StoreError> {
        let bodies: Vec<String> =
            read!(self, fetch_all, sqlx::query_scalar(sql::EVENTS).bind(reading.as_str()))?;
        bodies.iter().map(|body| self.body("event", body.as_bytes())).collect()
    }

    /// Returns the officials that a reading found, in text order.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn officials(&self, reading: &ReadingId) -> Result<Vec<Official>, StoreError> {
        self.statements(reading, "official").await
    }

    /// Returns the projects that a reading found, in text order.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn projects(&self, reading: &ReadingId) -> Result<Vec<Project>, StoreError> {
        self.statements(reading, "project").await
    }

    /// Returns the remarks that a reading found, in text order.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
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

/// One row of `statements`: kind, position, key, body.
type Row = (&'static str, i64, Option<String>, String);

impl Tx {
    /// Files what a reading found beside its claims and authors.
    pub(crate) async fn put_statements(&mut self, filing: &Filing) -> Result<(), StoreError> {
        self.put_events(filing).await?;
        let mut rows: Vec<Row> = Vec::new();
        rows_of("official", &filing.officials, |official| Some(name_key(&official.name)), &mut rows)?;
        rows_of("project", &filing.projects, |_| None, &mut rows)?;
        rows_of("remark", &filing.remarks, |_| None, &mut rows)?;
        insert!(self, sql::PUT_STATEMENTS, rows, sql::PUT_STATEMENTS_TAIL, |row, (kind, at, key, body)| {
            row.push_bind(filing.reading.id.as_str())
                .push_bind(kind)
                .push_bind(at)
                .push_bind(filing.document.id.as_str())
                .push_bind(key.as_deref())
                .push_bind(body.as_str())
        });
        Ok(())
    }

    async fn put_events(&mut self, filing: &Filing) -> Result<(), StoreError> {
        let events = filing.events.iter().enumerate();
        let rows = events.map(|(position, event)| Ok((integer(position), event, json("event", event)?)));
        let rows: Vec<(i64, &Event, String)> = rows.collect::<Result<_, StoreError>>()?;
        insert!(self, sql::PUT_EVENTS, rows, sql::PUT_EVENTS_TAIL, |row, (position, event, body)| {
            row.push_bind(filing.reading.id.as_str())
                .push_bind(position)
                .push_bind(filing.document.id.as_str())
                .push_bind(event.kind.as_str())
                .push_bind(pair_of(&event.parties).map(|pair| pair.to_string()))
                .push_bind(event.ordinal.map(i64::from))
                .push_bind(event.date.map(|date| date.to_string()))
                .push_bind(event.status.as_str())
                .push_bind(body.as_str())
        });
        Ok(())
    }
}

fn rows_of<T: serde::Serialize>(
    kind: &'static str,
    statements: &[T],
    key: impl Fn(&T) -> Option<String>,
    rows: &mut Vec<Row>,
) -> Result<(), StoreError> {
    for (position, statement) in statements.iter().enumerate() {
        rows.push((kind, integer(position), key(statement), json(kind, statement)?));
    }
    Ok(())
}

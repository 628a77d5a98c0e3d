//! The register's entries: action items, projects and agreements, with the states that they went through.

use crate::columns::{json, plain};
use crate::cursor::Page;
use crate::database::{AT_ONCE, Store, Tx, ask, on, read, row, write};
use crate::error::StoreError;
use crate::gists::project_gist;
use crate::sql;
use entente_model::{EntryId, EntryKind, EntryState, Fields, Pair};
use jiff::civil::{Date, date};
use std::collections::BTreeMap;

/// The day that entries without one stand under: the last.
const NO_DAY: Date = date(9999, 12, 31);

/// An entry of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// What it is.
    pub kind: EntryKind,
    /// The two countries.
    pub pair: Pair,
    /// Its fields, in canonical form.
    pub fields: Fields,
    /// The states that it went through, by day.
    pub states: Vec<EntryState>,
    /// The day from which it is known.
    pub known: Date,
    /// The entry that it is another telling of.
    pub merged_into: Option<EntryId>,
    /// How often it was changed, from 1.
    pub version: u64,
}

impl Entry {
    /// Returns the state that it has on a day; none where nothing is known of that.
    #[must_use]
    pub fn state(&self, as_of: Date) -> Option<&EntryState> {
        self.states.iter().rfind(|state| state.day <= as_of)
    }

    /// Returns a field.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }

    /// Returns the day that lists are ordered by.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        self.kind.day_field().and_then(|name| self.field(name)).and_then(|day| day.parse().ok())
    }
}

/// Which entries are asked for. Those that were merged into another are in no list.
#[derive(Debug, Clone)]
pub struct EntryFilter {
    /// Of this kind.
    pub kind: EntryKind,
    /// About this pair.
    pub pair: Option<Pair>,
    /// Of this sector.
    pub sector: Option<String>,
    /// In one of these states on the day of `as_of`; in any where there is none.
    pub states: Vec<String>,
    /// Whose day is this one or before.
    pub until: Option<Date>,
    /// Known by this day.
    pub as_of: Date,
    /// Only what follows this one, in the order of the list.
    pub after: Option<EntryId>,
    /// At most so many.
    pub limit: u32,
}

impl EntryFilter {
    /// Asks for everything of a kind.
    #[must_use]
    pub const fn all(kind: EntryKind, as_of: Date) -> Self {
        let (pair, sector, until, after) = (None, None, None, None);
        Self { kind, pair, sector, states: Vec::new(), until, as_of, after, limit: u32::MAX }
    }
}

row!(
    struct EntryRow {
        id: String,
        kind: String,
        pair: String,
        known: String,
        merged_into: Option<String>,
        version: i64,
        fields: String,
    }
);

row!(
    struct StateRow {
        entry_id: String,
        day: String,
        state: String,
        evidence: String,
        who: String,
        made: i64,
    }
);

impl Store {
    /// Returns an entry; none where it is not on file.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn entry(&self, id: &EntryId) -> Result<Option<Entry>, StoreError> {
        let row: Option<EntryRow> =
            read!(self, fetch_optional, sqlx::query_as(sql::ENTRY).bind(id.as_str()))?;
        Ok(self.entries_of(row.into_iter().collect()).await?.pop())
    }

    /// Returns the entries whose id begins with some digits, at most two.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn entries_like(&self, digits: &str) -> Result<Vec<EntryId>, StoreError> {
        let (from, to) = (digits, format!("{digits}g"));
        let ids: Vec<String> =
            read!(self, fetch_all, sqlx::query_scalar(sql::ENTRY_IDS_LIKE).bind(from).bind(to))?;
        ids.iter().map(|id| self.parse("entry id", id)).collect()
    }

    /// Lists entries: by their day, those without one last.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn entries(&self, filter: &EntryFilter) -> Result<Page<Entry, EntryId>, StoreError> {
        let (kind, as_of) = (filter.kind.as_str(), filter.as_of.to_string());
        let pair = filter.pair.map(|pair| pair.to_string());
        let until = filter.until.map(|until| until.to_string());
        /// Puts the conditions of the list behind the comparison of its kind.
        macro_rules! narrow {
            ($query:ident) => {{
                $query.push_bind(kind).push(" AND e.known <= ").push_bind(as_of.as_str());
                if let Some(pair) = &pair {
                    $query.push(" AND e.pair = ").push_bind(pair.as_str());
                }
                if let Some(sector) = &filter.sector {
                    $query.push(" AND e.sector = ").push_bind(sector.as_str());
                }
                if let Some(until) = &until {
                    $query.push(" AND e.day <= ").push_bind(until.as_str());
                }
                if !filter.states.is_empty() {
                    $query.push(sql::ENTRY_STATE_PART).push_bind(as_of.as_str()).push(sql::ENTRY_NEWEST_PART);
                    let mut states = $query.separated(", ");
                    for state in &filter.states {
                        states.push_bind(state.as_str());
                    }
                    $query.push(")");
                }
            }};
        }
        let total: i64 = ask!(self, fetch_one, build_query_scalar, sql::COUNT_ENTRIES_HEAD_PART, |query| {
            narrow!(query);
        })?;
        let rows: Vec<EntryRow> = ask!(self, fetch_all, build_query_as, sql::ENTRIES_HEAD_PART, |query| {
            narrow!(query);
            if let Some(after) = &filter.after {
                query.push(sql::ENTRIES_AFTER_PART).push_bind(after.as_str()).push(")");
            }
            query.push(sql::ENTRIES_ORDER_PART).push_bind(i64::from(filter.limit) + 1);
        })?;
        let entries = self.entries_of(rows).await?;
        Ok(Page::new(self.count(total)?, entries, filter.limit, |entry| entry.id.clone()))
    }

    async fn entries_of(&self, rows: Vec<EntryRow>) -> Result<Vec<Entry>, StoreError> {
        let mut states: BTreeMap<String, Vec<EntryState>> = BTreeMap::new();
        for ids in rows.chunks(AT_ONCE) {
            let found: Vec<StateRow> =
                ask!(self, fetch_all, build_query_as, sql::ENTRY_STATES_HEAD_PART, |query| {
                    let mut list = query.separated(", ");
                    for row in ids {
                        list.push_bind(row.id.as_str());
                    }
                    query.push(sql::ENTRY_STATES_ORDER_PART);
                })?;
            for row in found {
                let StateRow { entry_id, day, state, evidence, who, made } = row;
                let (day, made) = (self.parse("day", &day)?, self.instant(made)?);
                states.entry(entry_id).or_default().push(EntryState { day, state, evidence, who, made });
            }
        }
        let entry = |row: EntryRow| {
            Ok(Entry {
                states: states.remove(&row.id).unwrap_or_default(),
                id: self.parse("entry id", &row.id)?,
                kind: self.parse("kind of entry", &row.kind)?,
                pair: self.parse("pair", &row.pair)?,
                fields: self.body("fields", row.fields.as_bytes())?,
                known: self.parse("day", &row.known)?,
                merged_into: self.parse_option("entry id", row.merged_into.as_deref())?,
                version: self.count(row.version)?,
            })
        };
        rows.into_iter().map(entry).collect()
    }
}

impl Tx {
    /// Files an entry with the states that are not on file yet. Its version must be one more than that on file.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] where somebody has changed it since; when it cannot be written.
    #[crate::boxed]
    pub async fn put_entry(&mut self, entry: &Entry) -> Result<(), StoreError> {
        let result: Result<Option<EntryRow>, _> = on!(&mut self.inner, Inner, |tx| {
            sqlx::query_as(sql::ENTRY).bind(entry.id.as_str()).fetch_optional(&mut **tx).await
        });
        let before = result.map_err(|error| StoreError::of(&self.url, error))?;
        let found = before.map_or(0, |row| u64::try_from(row.version).unwrap_or(0));
        let given = entry.version.saturating_sub(1);
        if found != given {
            return Err(StoreError::Conflict {
                target: format!("{}:{}", entry.kind, entry.id),
                given,
                found,
            });
        }
        write!(
            self,
            sqlx::query(sql::PUT_ENTRY)
                .bind(entry.id.as_str())
                .bind(entry.kind.as_str())
                .bind(entry.pair.to_string())
                .bind(entry.field("sector"))
                .bind(entry.day().unwrap_or(NO_DAY).to_string())
                .bind(entry.known.to_string())
                .bind(entry.merged_into.as_ref().map(EntryId::as_str))
                .bind(i64::try_from(entry.version).unwrap_or(i64::MAX))
                .bind(json("fields", &entry.fields)?)
                .bind(project_gist(entry))
        )?;
        for state in &entry.states {
            write!(
                self,
                sqlx::query(sql::PUT_ENTRY_STATE)
                    .bind(entry.id.as_str())
                    .bind(state.day.to_string())
                    .bind(&state.state)
                    .bind(plain(&state.evidence))
                    .bind(plain(&state.who))
                    .bind(state.made.as_microsecond())
            )?;
        }
        Ok(())
    }
}

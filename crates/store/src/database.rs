//! The two handles: [`Store`] reads, [`Tx`] writes.

use crate::address::Url;
use crate::blobs::Blobs;
use crate::counts::Ledger;
use crate::error::StoreError;
use crate::sql;
use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction};
use std::sync::Arc;

/// Rows of one INSERT: at most seventeen columns each, under the 32,766 values that SQLite takes at once
/// (PostgreSQL takes 65,535).
pub(crate) const ROWS: usize = 1000;

/// A registry that is open. Clones share their connections.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) pool: Pool,
    /// The connection that what people enter is written through, on SQLite: it waits for the disk.
    pub(crate) lasting: Option<SqlitePool>,
    pub(crate) url: Arc<Url>,
    pub(crate) blobs: Blobs,
}

/// The databases that a registry can stand on.
#[derive(Debug, Clone)]
pub(crate) enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// A transaction: what is written through it is filed together or not at all.
///
/// Dropped without [`Tx::commit`], it leaves nothing behind.
pub struct Tx {
    pub(crate) inner: Inner,
    pub(crate) url: Arc<Url>,
    /// What packs the bodies of verdicts, once it is needed.
    pub(crate) packer: Option<zstd::bulk::Compressor<'static>>,
    /// What it does to the counts.
    pub(crate) ledger: Ledger,
    /// Whether it has written anything.
    pub(crate) has_changed: bool,
}

#[derive(Debug)]
pub(crate) enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// Runs one expression against whichever database this is. It is expanded once for each, so that sqlx sees a concrete
/// database inside it and no bound is needed.
macro_rules! on {
    ($pool:expr, $kind:ident, |$p:pat_param| $body:expr) => {
        match $pool {
            $crate::database::$kind::Sqlite($p) => $body,
            $crate::database::$kind::Postgres($p) => $body,
        }
    };
}
pub(crate) use on;

/// Runs a query of a transaction and returns how many rows it wrote, or says which registry it was that failed.
///
/// Like `read!` it is given the making of a query, not a query made before: the two databases have each their own.
macro_rules! write {
    ($tx:expr, $query:expr) => {{
        let result = $crate::database::on!(&mut $tx.inner, Inner, |tx| {
            $query.execute(&mut **tx).await.map(|done| done.rows_affected())
        });
        let result = result.map_err(|error| $crate::error::StoreError::of($tx.url.as_ref(), error));
        $tx.has_changed |= result.as_ref().is_ok_and(|rows| *rows > 0);
        result
    }};
}
pub(crate) use write;

/// Inserts many rows with one statement: the head, the rows, the tail. Each statement is a trip to the thread of SQLite
/// or to the server and back, which costs more than the row. No two rows may have the same key: PostgreSQL changes no row
/// twice in one statement.
macro_rules! insert {
    ($tx:expr, $head:expr, $rows:expr, $tail:expr, |$row:ident, $item:pat_param| $bind:expr) => {{
        for rows in $rows.chunks($crate::database::ROWS) {
            let result = $crate::database::on!(&mut $tx.inner, Inner, |tx| {
                let mut query = sqlx::QueryBuilder::new($head);
                query.push_values(rows, |mut $row, $item| {
                    $bind;
                });
                query.push($tail);
                query.build().execute(&mut **tx).await.map(|done| done.rows_affected())
            });
            let rows = result.map_err(|error| $crate::error::StoreError::of($tx.url.as_ref(), error))?;
            $tx.has_changed |= rows > 0;
        }
    }};
}
pub(crate) use insert;

/// Reads with a query, by the name of a method of sqlx (`fetch_all`, `fetch_optional`, `fetch_one`).
macro_rules! read {
    ($store:expr, $fetch:ident, $query:expr) => {{
        let result = $crate::database::on!(&$store.pool, Pool, |pool| $query.$fetch(pool).await);
        result.map_err(|error| $crate::error::StoreError::of($store.url.as_ref(), error))
    }};
}
pub(crate) use read;

/// Runs a query that writes by itself, outside of any transaction of ours, and returns how many rows it wrote.
macro_rules! put {
    ($store:expr, $query:expr) => {{
        let result = $crate::database::on!(&$store.pool, Pool, |pool| {
            $query.execute(pool).await.map(|done| done.rows_affected())
        });
        result.map_err(|error| $crate::error::StoreError::of($store.url.as_ref(), error))
    }};
}
pub(crate) use put;

/// Reads with a query that is put together out of parts: its head, what is pushed behind it, how it is built
/// (`build_query_as`, `build_query_scalar`).
macro_rules! ask {
    ($store:expr, $fetch:ident, $build:ident, $head:expr, |$query:ident| $push:block) => {{
        let result = $crate::database::on!(&$store.pool, Pool, |pool| {
            let mut $query = sqlx::QueryBuilder::new($head);
            $push;
            $query.$build().$fetch(pool).await
        });
        result.map_err(|error| $crate::error::StoreError::of($store.url.as_ref(), error))
    }};
}
pub(crate) use ask;

/// So many are asked for at once where a list of them is bound: each database has a bound of its own, far above.
pub(crate) const AT_ONCE: usize = 1000;

/// Binds the members of a list whose bracket the head of the query has opened, and closes it.
macro_rules! bind_list {
    ($query:ident, $members:expr) => {{
        let mut list = $query.separated(", ");
        for member in $members {
            list.push_bind(member);
        }
        $query.push(")");
    }};
}
pub(crate) use bind_list;

/// Reads the rows of a list of ids, however many: the head of the query opens the bracket that they stand in.
macro_rules! ask_by_id {
    ($store:expr, $row:ty, $head:expr, $ids:expr) => {{
        let mut found: Vec<$row> = Vec::with_capacity($ids.len());
        for some in $ids.chunks($crate::database::AT_ONCE) {
            let rows: Vec<$row> =
                $crate::database::ask!($store, fetch_all, build_query_as, $head, |query| {
                    $crate::database::bind_list!(query, some.iter().map(|id| id.as_str()));
                })?;
            found.extend(rows);
        }
        found
    }};
}
pub(crate) use ask_by_id;

/// Declares a row by its columns. sqlx's own derive and its checked queries live in one crate, which builds the whole of
/// sqlx and of SQLite a second time for the compiler.
macro_rules! row {
    // With another row among its columns.
    ($visible:vis struct $name:ident with $inner:ident: $row:ty { $($column:ident: $type:ty,)* }) => {
        $visible struct $name {
            $inner: $row,
            $($column: $type,)*
        }

        impl<'r, R: sqlx::Row> sqlx::FromRow<'r, R> for $name
        where
            &'static str: sqlx::ColumnIndex<R>,
            $row: sqlx::FromRow<'r, R>,
            $($type: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,)*
        {
            fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
                let $inner = <$row as sqlx::FromRow<'r, R>>::from_row(row)?;
                Ok(Self { $inner, $($column: row.try_get(stringify!($column))?,)* })
            }
        }
    };
    ($visible:vis struct $name:ident { $($column:ident: $type:ty,)* }) => {
        $visible struct $name {
            $($column: $type,)*
        }

        impl<'r, R: sqlx::Row> sqlx::FromRow<'r, R> for $name
        where
            &'static str: sqlx::ColumnIndex<R>,
            $($type: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,)*
        {
            fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
                Ok(Self { $($column: row.try_get(stringify!($column))?,)* })
            }
        }
    };
}
pub(crate) use row;

impl Store {
    /// Returns where the registry stands.
    #[must_use]
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// Returns where the bytes of snapshots stand.
    #[must_use]
    pub const fn blobs(&self) -> &Blobs {
        &self.blobs
    }

    /// Starts to write. One writes at a time, whatever the database: which verdict a new one takes the place of is read
    /// first and written then.
    ///
    /// # Errors
    /// When the registry is locked or may not be written.
    #[crate::boxed]
    pub async fn begin(&self) -> Result<Tx, StoreError> {
        let inner = match &self.pool {
            // The write lock is taken now: a deferred transaction that wants it later fails with SQLITE_BUSY.
            Pool::Sqlite(pool) => pool.begin_with("BEGIN IMMEDIATE").await.map(Inner::Sqlite),
            Pool::Postgres(pool) => begin_alone(pool).await.map(Inner::Postgres),
        };
        self.tx(inner)
    }

    /// Starts to write what people enter: once it is committed it stays, whatever becomes of the machine.
    ///
    /// # Errors
    /// When the registry is locked or may not be written.
    #[crate::boxed]
    pub async fn begin_lasting(&self) -> Result<Tx, StoreError> {
        let inner = match (&self.pool, &self.lasting) {
            (Pool::Postgres(pool), _) => begin_lasting(pool).await.map(Inner::Postgres),
            (_, Some(pool)) => pool.begin_with("BEGIN IMMEDIATE").await.map(Inner::Sqlite),
            (Pool::Sqlite(pool), None) => pool.begin_with("BEGIN IMMEDIATE").await.map(Inner::Sqlite),
        };
        self.tx(inner)
    }

    fn tx(&self, inner: Result<Inner, sqlx::Error>) -> Result<Tx, StoreError> {
        let inner = inner.map_err(|error| StoreError::of(&self.url, error))?;
        Ok(Tx {
            inner,
            url: Arc::clone(&self.url),
            packer: None,
            ledger: Ledger::default(),
            has_changed: false,
        })
    }

    /// Closes every connection. What is dropped without it is closed later, on its own.
    #[crate::boxed]
    pub async fn close(self) {
        if let Some(pool) = &self.lasting {
            pool.close().await;
        }
        on!(&self.pool, Pool, |pool| pool.close().await);
    }
}

/// Starts a transaction that waits for other writers of this registry, as SQLite has it anyway. The lock goes with the
/// transaction.
async fn begin_alone(pool: &PgPool) -> Result<Transaction<'static, Postgres>, sqlx::Error> {
    let mut tx = pool.begin().await?;
    sqlx::query(sql::POSTGRES_LOCK).execute(&mut *tx).await?;
    Ok(tx)
}

/// Starts a transaction that is written to the disk before it is told of, also where the server is set otherwise.
async fn begin_lasting(pool: &PgPool) -> Result<Transaction<'static, Postgres>, sqlx::Error> {
    let mut tx = begin_alone(pool).await?;
    sqlx::query(sql::POSTGRES_DURABLE).execute(&mut *tx).await?;
    Ok(tx)
}

impl Tx {
    /// Files what was written: with the counts, and with the next revision where anything has changed.
    ///
    /// # Errors
    /// When it cannot be written; nothing of it is then filed.
    #[crate::boxed]
    pub async fn commit(mut self) -> Result<(), StoreError> {
        self.settle().await?;
        if self.has_changed {
            write!(self, sqlx::query(sql::REVISE))?;
        }
        on!(self.inner, Inner, |tx| tx.commit().await).map_err(|error| StoreError::of(&self.url, error))
    }
}

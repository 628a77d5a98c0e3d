//! How a registry is opened, made and brought up to date.

use crate::address::{BlobPlace, Server, Url};
use crate::blobs::{Access, Blobs};
use crate::database::{Pool, Store, on, read};
use crate::error::StoreError;
use crate::sql;
use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, PgPool, SqlitePool};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::LazyLock;
use std::time::Duration;

/// How long a writer waits for another.
const PATIENCE: Duration = Duration::from_secs(5);

/// The pages that a connection keeps: 16 MB, as a negative number of KiB. What is read again and again of a million claims
/// fits; the rest the system keeps, once for all connections.
const CACHE: &str = "-16384";

/// The log is worked into the file when it has so many pages (64 MB): each time costs two waits for the disk.
const CHECKPOINT: &str = "16384";

/// The connections of one program.
const CONNECTIONS: u32 = 4;

static SQLITE: LazyLock<Migrator> =
    LazyLock::new(|| migrator(include_str!("../migrations/sqlite/0001_registry.sql")));
static POSTGRES: LazyLock<Migrator> =
    LazyLock::new(|| migrator(include_str!("../migrations/postgres/0001_registry.sql")));

/// Makes the migrations of a database out of their files.
fn migrator(registry: &'static str) -> Migrator {
    let simple = MigrationType::Simple;
    Migrator::with_migrations(vec![Migration::new(
        1,
        "registry".into(),
        simple,
        registry.into_sql_str(),
        false,
    )])
}

/// What a registry is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// To read; it must be there.
    Read,
    /// To write; it must be there.
    Write,
    /// To write; it is made where it is not there.
    Create,
}

impl Store {
    /// Opens a registry and brings its schema up to date.
    ///
    /// # Errors
    /// When it is absent, locked, damaged, newer than this program, cannot be reached, or may not be opened.
    pub async fn open(url: &Url, mode: Mode) -> Result<Self, StoreError> {
        let (pool, lasting, blobs) = match url {
            Url::Sqlite(path) => {
                let pool = Pool::Sqlite(sqlite(url, path, mode).await?);
                (pool, Some(lasting(path)), Blobs::beside(path))
            }
            Url::Postgres(server) => {
                let blobs = blobs(server.blobs())?;
                (Pool::Postgres(postgres(url, server).await?), None, blobs)
            }
        };
        let store = Self { pool, lasting, url: Arc::new(url.clone()), blobs };
        store.migrate(mode).await?;
        Ok(store)
    }

    /// Brings the schema up to date; a registry that is only read is not changed where it already is.
    async fn migrate(&self, mode: Mode) -> Result<(), StoreError> {
        let migrations = match &self.pool {
            Pool::Sqlite(_) => &SQLITE,
            Pool::Postgres(_) => &POSTGRES,
        };
        let known = migrations.iter().map(|migration| migration.version).max().unwrap_or(0);
        if mode != Mode::Create || !self.is_empty().await? {
            let found = self.schema_version().await?;
            if found > known {
                return Err(StoreError::Newer { url: self.url.to_string(), found, known });
            }
            if found > 0 {
                self.compare_schema(migrations).await?;
            }
            if found == known {
                return Ok(());
            }
            // Where a file would not be there, a database is there and has nothing in it.
            if found == 0 && mode != Mode::Create && matches!(self.pool, Pool::Postgres(_)) {
                return Err(StoreError::Absent { url: self.url.to_string() });
            }
        }
        let run = on!(&self.pool, Pool, |pool| migrations.run(pool).await);
        if let Err(error) = run {
            // Programs that start together on an empty file each begin to make it; the first is enough.
            let made = self.schema_version().await.is_ok_and(|found| found == known);
            return if made { Ok(()) } else { Err(StoreError::of_migration(&self.url, error, known)) };
        }
        let settled = on!(&self.pool, Pool, |pool| {
            sqlx::query(sql::SETTLE_MIGRATIONS).execute(pool).await.map(drop)
        });
        settled.map_err(|error| StoreError::of(&self.url, error))
    }

    /// Compares the migrations that were applied with those of this program: a number alone does not say that the tables
    /// have the shape its statements ask for.
    async fn compare_schema(&self, migrations: &Migrator) -> Result<(), StoreError> {
        let applied: Vec<(i64, Vec<u8>)> = read!(self, fetch_all, sqlx::query_as(sql::APPLIED_MIGRATIONS))?;
        let same = |(version, checksum): &&(i64, Vec<u8>)| {
            let ours = migrations.iter().find(|migration| migration.version == *version);
            ours.is_some_and(|ours| *ours.checksum == **checksum)
        };
        match applied.iter().find(|applied| !same(applied)) {
            Some((found, _)) => Err(StoreError::OtherSchema { url: self.url.to_string(), found: *found }),
            None => Ok(()),
        }
    }

    async fn is_empty(&self) -> Result<bool, StoreError> {
        // Each database lists its tables in its own way.
        let tables = match &self.pool {
            Pool::Sqlite(_) => sql::SQLITE_TABLES,
            Pool::Postgres(_) => sql::POSTGRES_TABLES,
        };
        let tables: i64 = read!(self, fetch_one, sqlx::query_scalar(tables))?;
        Ok(tables == 0)
    }

    /// Returns the newest migration that was applied, 0 for a database that is no registry yet.
    async fn schema_version(&self) -> Result<i64, StoreError> {
        let has = match &self.pool {
            Pool::Sqlite(_) => sql::SQLITE_HAS_MIGRATIONS,
            Pool::Postgres(_) => sql::POSTGRES_HAS_MIGRATIONS,
        };
        let has: i64 = read!(self, fetch_one, sqlx::query_scalar(has))?;
        if has == 0 {
            let value = "no table of migrations".to_owned();
            // Another program's database is not made into a registry.
            return if self.is_empty().await? {
                Ok(0)
            } else {
                Err(StoreError::Value { url: self.url.to_string(), what: "schema", value })
            };
        }
        read!(self, fetch_one, sqlx::query_scalar(sql::SCHEMA_VERSION))
    }
}

fn blobs(place: &BlobPlace) -> Result<Blobs, StoreError> {
    match place {
        BlobPlace::Folder(folder) => Ok(Blobs::at(folder.clone())),
        BlobPlace::Bucket(name) => {
            let access = Access::from_env().ok_or_else(|| StoreError::NoKeys { bucket: name.to_string() })?;
            Blobs::in_bucket(name, access)
        }
    }
}

pub(crate) fn make_folder(path: &Path) -> Result<(), StoreError> {
    let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) else {
        return Ok(());
    };
    std::fs::create_dir_all(folder)
        .map_err(|source| StoreError::of_blob("make the folder", folder.to_owned(), source))
}

async fn sqlite(url: &Url, path: &Path, mode: Mode) -> Result<SqlitePool, StoreError> {
    if mode != Mode::Create && !path.exists() {
        return Err(StoreError::Absent { url: url.to_string() });
    }
    if path.is_dir() {
        return Err(StoreError::IsFolder { url: url.to_string() });
    }
    if mode == Mode::Create {
        make_folder(path)?;
    }
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(mode == Mode::Create)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        // With WAL a crash of the machine can lose the newest transactions, but never half of one.
        .synchronous(SqliteSynchronous::Normal)
        .pragma("cache_size", CACHE)
        .pragma("wal_autocheckpoint", CHECKPOINT)
        .busy_timeout(PATIENCE);
    let options = if mode == Mode::Read && !writable(path) { read_only(path, options) } else { options };
    let pool = SqlitePoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(PATIENCE * 2)
        .connect_with(options);
    pool.await.map_err(|error| StoreError::of(url, error))
}

/// Makes the connection that what people enter is written through, once it is asked for: each commit waits until the disk
/// has it.
fn lasting(path: &Path) -> SqlitePool {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(false)
        .foreign_keys(true)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(PATIENCE);
    SqlitePoolOptions::new().max_connections(1).acquire_timeout(PATIENCE * 2).connect_lazy_with(options)
}

async fn postgres(url: &Url, server: &Server) -> Result<PgPool, StoreError> {
    let of = |error| StoreError::of(url, error);
    let options = PgConnectOptions::from_url(server.address()).map_err(of)?;
    let patience = format!("{}s", PATIENCE.as_secs());
    let options = options.application_name("entente").options([("lock_timeout", patience)]);
    // A pool tries again for as long as it may where nobody listens; one connection tells at once.
    let first = tokio::time::timeout(PATIENCE * 2, options.connect()).await;
    let first = first.unwrap_or_else(|_| Err(io::Error::from(io::ErrorKind::TimedOut).into())).map_err(of)?;
    first.close().await.map_err(of)?;
    let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(PATIENCE * 2);
    Ok(pool.connect_lazy_with(options))
}

fn writable(path: &Path) -> bool {
    std::fs::OpenOptions::new().write(true).open(path).is_ok()
}

/// A file that may not be written is read as it stands. Where no log lies beside it nobody is writing, and it can be
/// read without the files that WAL would make beside it.
fn read_only(path: &Path, options: SqliteConnectOptions) -> SqliteConnectOptions {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let nobody_writes = !Path::new(&log).exists();
    let options = SqliteConnectOptions::new().filename(options.get_filename()).foreign_keys(true);
    options.read_only(true).immutable(nobody_writes).busy_timeout(PATIENCE)
}

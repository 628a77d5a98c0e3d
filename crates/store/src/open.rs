//! Addresses of registries, and how one is opened, made and brought up to date.

use crate::blobs::Blobs;
use crate::database::{Pool, Store};
use crate::error::StoreError;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

/// How long a writer waits for another.
const PATIENCE: Duration = Duration::from_secs(5);

/// The pages that a connection keeps: 64 MB, as a negative number of KiB.
const CACHE: &str = "-65536";

/// The log is worked into the file when it has so many pages (64 MB): each time costs two waits for the disk.
const CHECKPOINT: &str = "16384";

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");

/// Where a registry stands: `sqlite:PATH`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Url {
    /// A file.
    Sqlite(PathBuf),
}

impl Url {
    /// Returns the address of a file.
    #[must_use]
    pub const fn file(path: PathBuf) -> Self {
        Self::Sqlite(path)
    }

    /// Returns the file, where it is one.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Sqlite(path) => path,
        }
    }

    /// Says whether there is a registry, or something in its place.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.path().exists()
    }
}

impl FromStr for Url {
    type Err = StoreError;

    fn from_str(s: &str) -> Result<Self, StoreError> {
        let path = s.strip_prefix("sqlite:").map(|path| path.strip_prefix("//").unwrap_or(path));
        match path {
            Some(path) if !path.is_empty() && !path.contains('\0') => Ok(Self::Sqlite(PathBuf::from(path))),
            _ => Err(StoreError::Address { given: without_password(s) }),
        }
    }
}

/// An address may hold a password, which belongs in no message.
fn without_password(s: &str) -> String {
    match (s.split_once("://"), s.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, host))) => format!("{scheme}://...@{host}"),
        _ => s.chars().take(200).collect(),
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "sqlite:{}", self.path().display())
    }
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
    /// When it is absent, locked, damaged, newer than this program, or may not be opened.
    pub async fn open(url: &Url, mode: Mode) -> Result<Self, StoreError> {
        if mode != Mode::Create && !url.exists() {
            return Err(StoreError::Absent { url: url.to_string() });
        }
        if url.path().is_dir() {
            return Err(StoreError::IsFolder { url: url.to_string() });
        }
        if mode == Mode::Create {
            make_folder(url)?;
        }
        let pool = sqlite(url, mode).await?;
        let blobs = Blobs::beside(url.path());
        let store = Self { pool: Pool::Sqlite(pool), url: Arc::new(url.clone()), blobs };
        store.migrate(mode).await?;
        Ok(store)
    }

    /// Brings the schema up to date; a registry that is only read is not changed where it already is.
    async fn migrate(&self, mode: Mode) -> Result<(), StoreError> {
        let Pool::Sqlite(pool) = &self.pool;
        let known = SQLITE.iter().map(|migration| migration.version).max().unwrap_or(0);
        if mode != Mode::Create || !is_empty(self, pool).await? {
            let found = schema_version(self, pool).await?;
            if found > known {
                return Err(StoreError::Newer { url: self.url.to_string(), found, known });
            }
            if found == known {
                return Ok(());
            }
        }
        SQLITE.run(pool).await.map_err(|error| StoreError::of_migration(&self.url, error, known))?;
        let settle = sqlx::query(crate::sql::SETTLE_MIGRATIONS).execute(pool).await;
        settle.map(drop).map_err(|error| StoreError::of(&self.url, error))
    }
}

pub(crate) fn make_folder(url: &Url) -> Result<(), StoreError> {
    let Some(folder) = url.path().parent().filter(|folder| !folder.as_os_str().is_empty()) else {
        return Ok(());
    };
    std::fs::create_dir_all(folder)
        .map_err(|source| StoreError::of_blob("make the folder", folder.to_owned(), source))
}

async fn sqlite(url: &Url, mode: Mode) -> Result<sqlx::SqlitePool, StoreError> {
    let options = SqliteConnectOptions::new()
        .filename(url.path())
        .create_if_missing(mode == Mode::Create)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        // With WAL a crash of the machine can lose the newest transactions, but never half of one.
        .synchronous(SqliteSynchronous::Normal)
        .pragma("cache_size", CACHE)
        .pragma("wal_autocheckpoint", CHECKPOINT)
        .busy_timeout(PATIENCE);
    let options = if mode == Mode::Read && !writable(url.path()) { read_only(url, options) } else { options };
    let pool =
        SqlitePoolOptions::new().max_connections(4).acquire_timeout(PATIENCE * 2).connect_with(options).await;
    pool.map_err(|error| StoreError::of(url, error))
}

fn writable(path: &Path) -> bool {
    std::fs::OpenOptions::new().write(true).open(path).is_ok()
}

/// A file that may not be written is read as it stands. Where no log lies beside it nobody is writing, and it can be
/// read without the files that WAL would make beside it.
fn read_only(url: &Url, options: SqliteConnectOptions) -> SqliteConnectOptions {
    let mut log = url.path().as_os_str().to_owned();
    log.push("-wal");
    let nobody_writes = !Path::new(&log).exists();
    let options = SqliteConnectOptions::new().filename(options.get_filename()).foreign_keys(true);
    options.read_only(true).immutable(nobody_writes).busy_timeout(PATIENCE)
}

async fn is_empty(store: &Store, pool: &sqlx::SqlitePool) -> Result<bool, StoreError> {
    let tables: Result<i64, _> = sqlx::query_scalar(crate::sql::SQLITE_TABLES).fetch_one(pool).await;
    tables.map(|tables| tables == 0).map_err(|error| StoreError::of(&store.url, error))
}

/// Returns the newest migration that was applied, 0 for a database that is no registry yet.
async fn schema_version(store: &Store, pool: &sqlx::SqlitePool) -> Result<i64, StoreError> {
    let of = |error| StoreError::of(&store.url, error);
    let has: i64 = sqlx::query_scalar(crate::sql::SQLITE_HAS_MIGRATIONS).fetch_one(pool).await.map_err(of)?;
    if has == 0 {
        let value = "no table of migrations".to_owned();
        let nothing = is_empty(store, pool).await?;
        // Another program's database is not made into a registry.
        return if nothing {
            Ok(0)
        } else {
            Err(StoreError::Value { url: store.url.to_string(), what: "schema", value })
        };
    }
    sqlx::query_scalar(crate::sql::SCHEMA_VERSION).fetch_one(pool).await.map_err(of)
}

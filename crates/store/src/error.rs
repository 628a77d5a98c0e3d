//! What can go wrong with a registry, told apart by what can be done about it.

use crate::address::Url;
use std::path::PathBuf;
use thiserror::Error;

/// Why a registry did not do what it was asked.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The address of the registry cannot be read.
    #[error(
        "\"{given}\" is not the address of a registry; write sqlite:PATH, such as sqlite:registry.db, \
        or postgres://USER@HOST/DATABASE?blobs=FOLDER (or s3://BUCKET/PREFIX)"
    )]
    Address {
        /// What was given.
        given: String,
    },
    /// A server keeps no bytes of snapshots, and no folder is named for them.
    #[error(
        "{url} needs a place for the bytes of snapshots; write ?blobs=FOLDER or ?blobs=s3://BUCKET/PREFIX at its end"
    )]
    NoBlobs {
        /// Where.
        url: String,
    },
    /// What is named for the bytes of snapshots is no bucket.
    #[error(
        "\"{given}\" is no bucket; write s3://BUCKET or s3://BUCKET/PREFIX, in letters, digits, - . and (in the prefix) _"
    )]
    BucketName {
        /// What was given.
        given: String,
    },
    /// A bucket has no keys to be reached with.
    #[error("{bucket} needs keys; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment")]
    NoKeys {
        /// Which.
        bucket: String,
    },
    /// The address of an object store cannot be read.
    #[error(
        "\"{given}\" is not the address of an object store; write AWS_ENDPOINT_URL like https://s3.example.org"
    )]
    Endpoint {
        /// What was given.
        given: String,
    },
    /// There is none.
    #[error("there is no registry at {url}; entente ingest makes one")]
    Absent {
        /// Where.
        url: String,
    },
    /// It is a folder.
    #[error("{url} is a folder; name the file of a registry in it")]
    IsFolder {
        /// Where.
        url: String,
    },
    /// The folder for it is missing or may not be entered.
    #[error("no registry can be opened at {url}; its folder must exist and be open to this user")]
    Folder {
        /// Where.
        url: String,
        /// Why.
        #[source]
        source: Box<sqlx::Error>,
    },
    /// The file is no registry.
    #[error("{url} is damaged or is no registry; put a backup back (entente maintenance restore FROM)")]
    Corrupt {
        /// Where.
        url: String,
        /// Why.
        #[source]
        source: Box<sqlx::Error>,
    },
    /// It was written by a newer program.
    #[error(
        "{url} was written by a newer version of this program (schema {found}, known {known}); update the program"
    )]
    Newer {
        /// Where.
        url: String,
        /// The schema's version.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
    /// Its schema has a version of this program's number and another shape.
    #[error(
        "{url} was made by another build of this program: its schema {found} is not the schema {found} of this one; \
        open it with the build that made it, or file its documents and statistics into a new registry"
    )]
    OtherSchema {
        /// Where.
        url: String,
        /// The first version that is another one.
        found: i64,
    },
    /// Another program is writing.
    #[error("{url} is locked by another program; wait until it has finished")]
    Locked {
        /// Where.
        url: String,
    },
    /// It may not be written.
    #[error("{url} may only be read; change its permissions or name another with --database")]
    ReadOnly {
        /// Where.
        url: String,
    },
    /// The disk is full.
    #[error("the disk that holds {url} is full; nothing was changed, make room and try again")]
    Full {
        /// Where.
        url: String,
    },
    /// A blob cannot be written or read.
    #[error("cannot {what} \"{}\"", path.display())]
    Blob {
        /// What was tried.
        what: &'static str,
        /// Which file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A blob is not what its name says.
    #[error("\"{}\" is damaged: its bytes do not have the hash that it is named by", path.display())]
    BlobDamaged {
        /// Which file.
        path: PathBuf,
    },
    /// A stored value cannot be read.
    #[error("{url} holds a {what} that cannot be read: {value}")]
    Value {
        /// Where.
        url: String,
        /// What it should be.
        what: &'static str,
        /// What stands there.
        value: String,
    },
    /// A number is beyond what can be stored.
    #[error("{value} has more digits than can be stored (18)")]
    Digits {
        /// The number.
        value: String,
    },
    /// What an observation is of is no code of a product.
    #[error("\"{given}\" is no code of a product; write it in letters and digits, such as 27 or 270900")]
    Product {
        /// What was given.
        given: String,
    },
    /// Observations are of a release that is not on file.
    #[error("{url} has no release {release}; file it before its observations")]
    NoRelease {
        /// Where.
        url: String,
        /// Which.
        release: String,
    },
    /// Somebody else has changed it since it was looked at.
    #[error(
        "{target} has been changed since: its version is {found}, not {given}; look at it again, then change that"
    )]
    Conflict {
        /// What was to be changed.
        target: String,
        /// The version that was looked at.
        given: u64,
        /// The version that it has.
        found: u64,
    },
    /// The server does not answer.
    #[error("{url} cannot be reached; check that its server runs and that the address is right")]
    Unreachable {
        /// Where.
        url: String,
        /// Why.
        #[source]
        source: Box<sqlx::Error>,
    },
    /// The server does not know this user, or does not let them do this.
    #[error("{url} refuses this user; check the name, the password and what this user may do there")]
    Refused {
        /// Where.
        url: String,
        /// Why.
        #[source]
        source: Box<sqlx::Error>,
    },
    /// The server has no such database.
    #[error("there is no database at {url}; createdb makes one")]
    NoDatabase {
        /// Where.
        url: String,
        /// Why.
        #[source]
        source: Box<sqlx::Error>,
    },
    /// A registry on a server is not copied by this program.
    #[error(
        "{url} is on a server; copy it with pg_dump, then its folder of blobs, and put it back with pg_restore"
    )]
    OnServer {
        /// Where.
        url: String,
    },
    /// The database refused.
    #[error("{url} cannot be used")]
    Database {
        /// Where.
        url: String,
        /// Why.
        #[source]
        source: Box<sqlx::Error>,
    },
    /// The schema cannot be brought up to date.
    #[error("the schema of {url} cannot be brought up to date")]
    Migrate {
        /// Where.
        url: String,
        /// Why.
        #[source]
        source: Box<sqlx::migrate::MigrateError>,
    },
}

/// The primary result codes of SQLite (<https://www.sqlite.org/rescode.html>) that are told apart.
mod code {
    pub(super) const BUSY: i32 = 5;
    pub(super) const LOCKED: i32 = 6;
    pub(super) const READONLY: i32 = 8;
    pub(super) const CORRUPT: i32 = 11;
    pub(super) const FULL: i32 = 13;
    pub(super) const CANTOPEN: i32 = 14;
    pub(super) const NOTADB: i32 = 26;
}

/// The codes of PostgreSQL (<https://www.postgresql.org/docs/current/errcodes-appendix.html>) that are told apart.
mod state {
    pub(super) const READ_ONLY_TRANSACTION: &str = "25006";
    pub(super) const UNKNOWN_USER: &str = "28000";
    pub(super) const WRONG_PASSWORD: &str = "28P01";
    pub(super) const NO_DATABASE: &str = "3D000";
    pub(super) const MAY_NOT: &str = "42501";
    pub(super) const DISK_FULL: &str = "53100";
    pub(super) const TOO_MANY_CONNECTIONS: &str = "53300";
    pub(super) const LOCK_NOT_AVAILABLE: &str = "55P03";
    pub(super) const SERIALISATION: &str = "40001";
    pub(super) const DEADLOCK: &str = "40P01";
    pub(super) const SHUTTING_DOWN: &str = "57P01";
    pub(super) const CRASHED: &str = "57P02";
    pub(super) const STARTING: &str = "57P03";
    pub(super) const DAMAGED: &str = "XX001";
    pub(super) const INDEX_DAMAGED: &str = "XX002";
}

impl StoreError {
    /// Classifies an error of the database. The two databases give their codes in different forms.
    pub(crate) fn of(url: &Url, error: sqlx::Error) -> Self {
        let code = error.as_database_error().and_then(|error| error.code()).map(|code| code.into_owned());
        let source = Box::new(error);
        match url {
            Url::Sqlite(_) => Self::of_sqlite(url.to_string(), code.as_deref(), source),
            Url::Postgres(_) => Self::of_postgres(url.to_string(), code.as_deref(), source),
        }
    }

    fn of_sqlite(url: String, code: Option<&str>, source: Box<sqlx::Error>) -> Self {
        match code.and_then(|code| code.parse::<i32>().ok()).map(|code| code & 0xff) {
            Some(code::BUSY | code::LOCKED) => Self::Locked { url },
            Some(code::READONLY) => Self::ReadOnly { url },
            Some(code::CORRUPT | code::NOTADB) => Self::Corrupt { url, source },
            Some(code::FULL) => Self::Full { url },
            Some(code::CANTOPEN) => Self::Folder { url, source },
            _ => Self::Database { url, source },
        }
    }

    fn of_postgres(url: String, code: Option<&str>, source: Box<sqlx::Error>) -> Self {
        if let sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::PoolTimedOut = *source {
            return Self::Unreachable { url, source };
        }
        match code.unwrap_or_default() {
            state::READ_ONLY_TRANSACTION => Self::ReadOnly { url },
            state::UNKNOWN_USER | state::WRONG_PASSWORD | state::MAY_NOT => Self::Refused { url, source },
            state::NO_DATABASE => Self::NoDatabase { url, source },
            state::DISK_FULL => Self::Full { url },
            state::LOCK_NOT_AVAILABLE | state::SERIALISATION | state::DEADLOCK => Self::Locked { url },
            state::TOO_MANY_CONNECTIONS | state::SHUTTING_DOWN | state::CRASHED | state::STARTING => {
                Self::Unreachable { url, source }
            }
            state::DAMAGED | state::INDEX_DAMAGED => Self::Corrupt { url, source },
            _ => Self::Database { url, source },
        }
    }

    /// Classifies an error of a migration.
    pub(crate) fn of_migration(url: &Url, error: sqlx::migrate::MigrateError, known: i64) -> Self {
        use sqlx::migrate::MigrateError;
        match error {
            MigrateError::VersionMissing(found) | MigrateError::VersionTooNew(found, _) => {
                Self::Newer { url: url.to_string(), found, known }
            }
            MigrateError::VersionMismatch(found) => Self::OtherSchema { url: url.to_string(), found },
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => Self::of(url, error),
            other => Self::Migrate { url: url.to_string(), source: Box::new(other) },
        }
    }

    /// Classifies an error of the file system over blobs.
    pub(crate) fn of_blob(what: &'static str, path: PathBuf, source: std::io::Error) -> Self {
        match source.kind() {
            std::io::ErrorKind::StorageFull => Self::Full { url: path.display().to_string() },
            std::io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { url: path.display().to_string() },
            _ => Self::Blob { what, path, source },
        }
    }
}

//! What can go wrong with a registry, told apart by what can be done about it.

use crate::open::Url;
use std::path::PathBuf;
use thiserror::Error;

/// Why a registry did not do what it was asked.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The address of the registry cannot be read.
    #[error("\"{given}\" is not the address of a registry; write sqlite:PATH, such as sqlite:registry.db")]
    Address {
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

impl StoreError {
    /// Classifies an error of the database.
    pub(crate) fn of(url: &Url, error: sqlx::Error) -> Self {
        let url = url.to_string();
        let code = error
            .as_database_error()
            .and_then(|error| error.code())
            .and_then(|code| code.parse::<i32>().ok());
        let source = Box::new(error);
        match code.map(|code| code & 0xff) {
            Some(code::BUSY | code::LOCKED) => Self::Locked { url },
            Some(code::READONLY) => Self::ReadOnly { url },
            Some(code::CORRUPT | code::NOTADB) => Self::Corrupt { url, source },
            Some(code::FULL) => Self::Full { url },
            Some(code::CANTOPEN) => Self::Folder { url, source },
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

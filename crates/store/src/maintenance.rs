//! Looking after a registry: verify, backup, restore, vacuum.

use crate::address::Url;
use crate::blobs::Blobs;
use crate::database::{Pool, Store, on, read};
use crate::error::StoreError;
use crate::open::Mode;
use crate::sql;
use entente_model::SnapshotHash;
use sqlx::SqlitePool;
use std::fs;
use std::path::{Path, PathBuf};

/// What verifying a registry found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verification {
    /// Documents on file.
    pub documents: u64,
    /// Claims on file.
    pub claims: u64,
    /// Verdicts on file.
    pub verdicts: u64,
    /// Observations on file.
    pub observations: u64,
    /// Blobs that were read and have their hash.
    pub blobs: u64,
    /// What is wrong, a line each; nothing where all is well.
    pub faults: Vec<String>,
}

impl Store {
    /// Checks the file and its foreign keys where it is one, that each claim has its version and each
    /// observation its release, that what is counted is so many, and that each blob is there and whole.
    ///
    /// # Errors
    /// When the registry cannot be read at all.
    #[crate::boxed]
    pub async fn verify(&self) -> Result<Verification, StoreError> {
        let mut found = Verification {
            documents: self.total(sql::COUNT_ALL_DOCUMENTS).await?,
            claims: self.total(sql::COUNT_ALL_CLAIMS).await?,
            verdicts: self.total(sql::COUNT_ALL_VERDICTS).await?,
            observations: self.total(sql::COUNT_ALL_OBSERVATIONS).await?,
            ..Verification::default()
        };
        match &self.pool {
            Pool::Sqlite(pool) => self.verify_file(pool, &mut found).await?,
            // The server keeps foreign keys always, and checks its own pages (pg_amcheck, data_checksums).
            Pool::Postgres(_) => {}
        }
        let bare = self.total(sql::CLAIMS_WITHOUT_VERSION).await?;
        if bare > 0 {
            found.faults.push(format!("{bare} claims have no version of their own"));
        }
        let homeless = self.total(sql::OBSERVATIONS_WITHOUT_RELEASE).await?;
        if homeless > 0 {
            found.faults.push(format!("{homeless} observations are of no release"));
        }
        if !self.counts_are_right().await? {
            found.faults.push("the counts of claims and documents are not what counting gives".to_owned());
        }
        let (misplaced, without) =
            (self.total(sql::MISPLACED_WORDS).await?, self.total(sql::DOCUMENTS_WITHOUT_WORDS).await?);
        if misplaced + without > 0 {
            found.faults.push(format!(
                "{misplaced} words to search by are of no document, {without} documents have none"
            ));
        }
        self.verify_blobs(&mut found).await?;
        Ok(found)
    }

    async fn verify_file(&self, pool: &SqlitePool, found: &mut Verification) -> Result<(), StoreError> {
        let of = |error| StoreError::of(&self.url, error);
        let integrity: Vec<String> =
            sqlx::query_scalar(sql::SQLITE_INTEGRITY).fetch_all(pool).await.map_err(of)?;
        let foreign = sqlx::query(sql::SQLITE_FOREIGN_KEYS).fetch_all(pool).await.map_err(of)?;
        found.faults.extend(integrity.into_iter().filter(|line| line != "ok"));
        if !foreign.is_empty() {
            found.faults.push(format!("{} rows point at rows that are not there", foreign.len()));
        }
        Ok(())
    }

    async fn verify_blobs(&self, found: &mut Verification) -> Result<(), StoreError> {
        let hashes: Vec<String> = read!(self, fetch_all, sqlx::query_scalar(sql::BLOB_HASHES))?;
        for hash in hashes {
            let hash: SnapshotHash = self.parse("hash", &hash)?;
            match self.blobs.read(&hash).await {
                Ok(Some(_)) => found.blobs += 1,
                Ok(None) => found.faults.push(format!("the bytes of {hash} are not there")),
                Err(error) => found.faults.push(error.to_string()),
            }
        }
        Ok(())
    }

    async fn total(&self, query: &'static str) -> Result<u64, StoreError> {
        let total: i64 = read!(self, fetch_one, sqlx::query_scalar(query))?;
        self.count(total)
    }

    /// Copies the registry and its blobs, as they are at one moment, to a place where nothing is yet.
    ///
    /// The copy is written in one piece: two registries with the same content give the same bytes.
    ///
    /// # Errors
    /// When something is there already, or it cannot be written; always for a registry on a server, which has programs
    /// of its own for this.
    #[crate::boxed]
    pub async fn backup(&self, to: &Path) -> Result<(), StoreError> {
        let Pool::Sqlite(pool) = &self.pool else {
            return Err(StoreError::OnServer { url: self.url.to_string() });
        };
        refuse_if_there(to)?;
        let target = to.display().to_string();
        let copied = sqlx::query(sql::SQLITE_VACUUM_INTO).bind(target).execute(pool).await;
        copied.map_err(|error| StoreError::of(&Url::file(to.to_owned()), error))?;
        // After the registry: what it names was there before it was copied.
        copy_blobs(&self.blobs, &Blobs::beside(to))
    }

    /// Puts a copy in the place of a registry, which must not be there.
    ///
    /// # Errors
    /// When the copy is no registry, something is in its place already, or it cannot be written; always for a registry
    /// on a server.
    #[crate::boxed]
    pub async fn restore(from: &Path, to: &Url) -> Result<Self, StoreError> {
        let Url::Sqlite(path) = to else {
            return Err(StoreError::OnServer { url: to.to_string() });
        };
        refuse_if_there(path)?;
        let copy = Self::open(&Url::file(from.to_owned()), Mode::Read).await?;
        crate::open::make_folder(path)?;
        copy.backup(path).await?;
        copy.close().await;
        Self::open(to, Mode::Write).await
    }

    /// Gives unused space back, and removes what writers left behind that were stopped; returns how many such files.
    ///
    /// # Errors
    /// When the registry is locked or may not be written.
    #[crate::boxed]
    pub async fn vacuum(&self) -> Result<usize, StoreError> {
        let of = |error| StoreError::of(&self.url, error);
        on!(&self.pool, Pool, |pool| sqlx::query(sql::VACUUM).execute(pool).await.map(drop)).map_err(of)?;
        // What was vacuumed stands in the log of a file until it is told to go over.
        if let Pool::Sqlite(pool) = &self.pool {
            sqlx::query(sql::SQLITE_CHECKPOINT).execute(pool).await.map_err(of)?;
        }
        self.blobs.sweep()
    }
}

fn refuse_if_there(path: &Path) -> Result<(), StoreError> {
    let blobs = Blobs::beside(path);
    for path in std::iter::once(path).chain(blobs.folder()) {
        if path.exists() {
            let source = std::io::Error::new(
                std::io::ErrorKind::AlreadyExists,
                "it is there already; name another place",
            );
            return Err(StoreError::Blob { what: "write", path: path.to_owned(), source });
        }
    }
    Ok(())
}

fn copy_blobs(from: &Blobs, to: &Blobs) -> Result<(), StoreError> {
    let (Some(from_folder), Some(to_folder)) = (from.folder(), to.folder()) else { return Ok(()) };
    let whole = from.files()?.into_iter().filter(|file| file.extension().is_some_and(|e| e == "zst"));
    for file in whole {
        let Ok(within) = file.strip_prefix(from_folder) else { continue };
        let target: PathBuf = to_folder.join(within);
        let folder = target.parent().unwrap_or(to_folder);
        fs::create_dir_all(folder)
            .map_err(|source| StoreError::of_blob("make the folder", folder.to_owned(), source))?;
        fs::copy(&file, &target).map_err(|source| StoreError::of_blob("write", target, source))?;
    }
    Ok(())
}

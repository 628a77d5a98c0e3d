//! Bytes under their hash, compressed: in a folder beside a registry that is a file; in a folder or in a bucket of an
//! object store for one on a server.

mod bucket;
mod folder;

use crate::error::StoreError;
use bucket::Bucket;
pub(crate) use bucket::{Access, BucketName};
use entente_model::SnapshotHash;
use folder::Folder;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How hard bytes are compressed: zstd's default, past which texts hardly shrink.
const LEVEL: i32 = 3;
/// The most that one blob may unpack to: the most that is read of any input.
const MOST: u64 = 64 * 1024 * 1024;

/// Where blobs are. Clones share it.
#[derive(Debug, Clone)]
pub struct Blobs {
    shelf: Shelf,
}

#[derive(Debug, Clone)]
enum Shelf {
    Folder(Folder),
    Bucket(Arc<Bucket>),
}

/// Returns the name that a blob stands under.
fn name(hash: &SnapshotHash) -> String {
    format!("{}/{hash}.zst", &hash.as_str()[..2])
}

impl Blobs {
    /// Returns the blobs that stand beside a registry's file: `registry.db` has `registry.db.blobs`.
    #[must_use]
    pub fn beside(registry: &Path) -> Self {
        let mut folder = registry.as_os_str().to_owned();
        folder.push(".blobs");
        Self::at(PathBuf::from(folder))
    }

    /// Returns the blobs of a folder.
    #[must_use]
    pub const fn at(folder: PathBuf) -> Self {
        Self { shelf: Shelf::Folder(Folder(folder)) }
    }

    /// Returns the blobs of a bucket, which is reached as `access` says. Nothing is asked of it yet.
    pub(crate) fn in_bucket(name: &BucketName, access: Access) -> Result<Self, StoreError> {
        Ok(Self { shelf: Shelf::Bucket(Arc::new(Bucket::new(name, access)?)) })
    }

    /// Returns the folder, where it is one.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        match &self.shelf {
            Shelf::Folder(folder) => Some(&folder.0),
            Shelf::Bucket(_) => None,
        }
    }

    /// Returns where a blob stands, to be shown.
    fn place(&self, name: &str) -> PathBuf {
        match &self.shelf {
            Shelf::Folder(folder) => folder.path(name),
            Shelf::Bucket(bucket) => bucket.shown(name),
        }
    }

    /// Writes bytes under their hash and returns it; what is there already is left alone.
    ///
    /// # Errors
    /// When the folder cannot be written or the disk is full; when the bucket cannot be reached or refuses.
    pub fn put(&self, bytes: &[u8]) -> Result<SnapshotHash, StoreError> {
        let hash = SnapshotHash::of(bytes);
        let name = name(&hash);
        let is_there = match &self.shelf {
            Shelf::Folder(folder) => folder.has(&name),
            Shelf::Bucket(bucket) => bucket.has(&name)?,
        };
        if is_there {
            return Ok(hash);
        }
        let packed = zstd::encode_all(bytes, LEVEL);
        let packed = packed.map_err(|source| StoreError::of_blob("write", self.place(&name), source))?;
        match &self.shelf {
            Shelf::Folder(folder) => folder.put(&name, &packed)?,
            Shelf::Bucket(bucket) => bucket.put(&name, &packed)?,
        }
        Ok(hash)
    }

    /// Reads the bytes of a hash; none where they are not there. It waits for the disk or the network: a task that others
    /// wait for asks with [`Blobs::read`].
    ///
    /// # Errors
    /// When they cannot be read, or do not have that hash.
    pub fn get(&self, hash: &SnapshotHash) -> Result<Option<Vec<u8>>, StoreError> {
        let name = name(hash);
        let packed = match &self.shelf {
            Shelf::Folder(folder) => folder.get(&name)?,
            Shelf::Bucket(bucket) => bucket.get(&name, MOST)?,
        };
        let Some(packed) = packed else { return Ok(None) };
        let mut bytes = Vec::new();
        let read = zstd::Decoder::new(&*packed).and_then(|d| d.take(MOST + 1).read_to_end(&mut bytes));
        if read.is_err() || SnapshotHash::of(&bytes) != *hash {
            return Err(StoreError::BlobDamaged { path: self.place(&name) });
        }
        Ok(Some(bytes))
    }

    /// Reads the bytes of a hash on a thread of its own where the network is waited for.
    ///
    /// # Errors
    /// As [`Blobs::get`].
    #[crate::boxed]
    pub async fn read(&self, hash: &SnapshotHash) -> Result<Option<Vec<u8>>, StoreError> {
        if self.folder().is_some() {
            return self.get(hash);
        }
        let (blobs, hash) = (self.clone(), hash.clone());
        let shown = self.place(&name(&hash));
        let read = tokio::task::spawn_blocking(move || blobs.get(&hash)).await;
        read.unwrap_or_else(|error| Err(StoreError::of_blob("read", shown, std::io::Error::other(error))))
    }

    /// Lists the files of a folder, sorted; none for a bucket.
    pub(crate) fn files(&self) -> Result<Vec<PathBuf>, StoreError> {
        match &self.shelf {
            Shelf::Folder(folder) => folder.files(),
            Shelf::Bucket(_) => Ok(Vec::new()),
        }
    }

    /// Removes what writers left behind that were stopped in the middle, and returns how many. A bucket has none: what is
    /// sent in part is never seen.
    pub(crate) fn sweep(&self) -> Result<usize, StoreError> {
        let parts = self.files()?.into_iter().filter(|file| file.extension().is_some_and(|e| e == "part"));
        let mut swept = 0;
        for part in parts {
            std::fs::remove_file(&part).map_err(|source| StoreError::of_blob("remove", part, source))?;
            swept += 1;
        }
        Ok(swept)
    }
}

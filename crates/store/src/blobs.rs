//! Bytes under their hash, compressed, in a folder: beside a registry that is a file, elsewhere for one on a server.

use crate::error::StoreError;
use entente_model::SnapshotHash;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// How hard bytes are compressed: zstd's default, past which texts hardly shrink.
const LEVEL: i32 = 3;
/// The most that one blob may unpack to: the most that is read of any input.
const MOST: u64 = 64 * 1024 * 1024;

/// A folder of blobs. A blob is written under another name first and then renamed, so that what stands under a hash is
/// whole.
#[derive(Debug, Clone)]
pub struct Blobs {
    folder: PathBuf,
}

impl Blobs {
    /// Returns the blobs that stand beside a registry's file: `registry.db` has `registry.db.blobs`.
    #[must_use]
    pub fn beside(registry: &Path) -> Self {
        let mut folder = registry.as_os_str().to_owned();
        folder.push(".blobs");
        Self { folder: PathBuf::from(folder) }
    }

    /// Returns the blobs of a folder.
    #[must_use]
    pub const fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Returns the folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn path(&self, hash: &SnapshotHash) -> PathBuf {
        self.folder.join(&hash.as_str()[..2]).join(format!("{hash}.zst"))
    }

    /// Says whether there is a blob of this hash.
    #[must_use]
    pub fn has(&self, hash: &SnapshotHash) -> bool {
        self.path(hash).exists()
    }

    /// Writes bytes under their hash and returns it; what is there already is left alone.
    ///
    /// # Errors
    /// When the folder cannot be written or the disk is full.
    pub fn put(&self, bytes: &[u8]) -> Result<SnapshotHash, StoreError> {
        let hash = SnapshotHash::of(bytes);
        let path = self.path(&hash);
        if path.exists() {
            return Ok(hash);
        }
        let failed = |source| StoreError::of_blob("write", path.clone(), source);
        let packed = zstd::encode_all(bytes, LEVEL).map_err(failed)?;
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder).map_err(failed)?;
        // The name holds the process, so that two that write the same blob do not write into one file.
        let part = folder.join(format!("{hash}.{}.part", std::process::id()));
        write_whole(&part, &packed).and_then(|()| fs::rename(&part, &path)).map_err(|error| {
            // What is left of a failed attempt is of no use; that it cannot be removed changes nothing.
            let _ = fs::remove_file(&part);
            failed(error)
        })?;
        Ok(hash)
    }

    /// Reads the bytes of a hash; none where they are not there.
    ///
    /// # Errors
    /// When they cannot be read, or do not have that hash.
    pub fn get(&self, hash: &SnapshotHash) -> Result<Option<Vec<u8>>, StoreError> {
        let path = self.path(hash);
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(StoreError::of_blob("read", path, error)),
        };
        let mut bytes = Vec::new();
        let read = zstd::Decoder::new(file).and_then(|d| d.take(MOST + 1).read_to_end(&mut bytes));
        if read.is_err() || SnapshotHash::of(&bytes) != *hash {
            return Err(StoreError::BlobDamaged { path });
        }
        Ok(Some(bytes))
    }

    /// Lists what is in the folder, sorted.
    pub(crate) fn files(&self) -> Result<Vec<PathBuf>, StoreError> {
        let mut files = Vec::new();
        if !self.folder.exists() {
            return Ok(files);
        }
        let failed = |source| StoreError::of_blob("list", self.folder.clone(), source);
        for folder in fs::read_dir(&self.folder).map_err(failed)? {
            for file in fs::read_dir(folder.map_err(failed)?.path()).map_err(failed)? {
                files.push(file.map_err(failed)?.path());
            }
        }
        files.sort();
        Ok(files)
    }

    /// Removes what writers left behind that were stopped in the middle, and returns how many.
    pub(crate) fn sweep(&self) -> Result<usize, StoreError> {
        let parts = self.files()?.into_iter().filter(|file| file.extension().is_some_and(|e| e == "part"));
        let mut swept = 0;
        for part in parts {
            fs::remove_file(&part).map_err(|source| StoreError::of_blob("remove", part, source))?;
            swept += 1;
        }
        Ok(swept)
    }
}

fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    // On the disk before a transaction names it: no claim may outlive its blob.
    file.sync_data()
}

//! Blobs in a folder.

use crate::error::StoreError;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A folder of blobs. A blob is written under another name first and then renamed, so that what stands under a name is
/// whole.
#[derive(Debug, Clone)]
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    pub(super) fn put(&self, name: &str, packed: &[u8]) -> Result<(), StoreError> {
        let path = self.path(name);
        let failed = |source| StoreError::of_blob("write", path.clone(), source);
        fs::create_dir_all(path.parent().unwrap_or(&self.0)).map_err(failed)?;
        // The name holds the process, so that two that write the same blob do not write into one file.
        let part = path.with_extension(format!("{}.part", std::process::id()));
        write_whole(&part, packed).and_then(|()| fs::rename(&part, &path)).map_err(|error| {
            // What is left of a failed attempt is of no use; that it cannot be removed changes nothing.
            let _ = fs::remove_file(&part);
            failed(error)
        })
    }

    pub(super) fn get(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let path = self.path(name);
        match fs::read(&path) {
            Ok(packed) => Ok(Some(packed)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(StoreError::of_blob("read", path, error)),
        }
    }

    /// Lists what is in the folder, sorted.
    pub(super) fn files(&self) -> Result<Vec<PathBuf>, StoreError> {
        let mut files = Vec::new();
        if !self.0.exists() {
            return Ok(files);
        }
        let failed = |source| StoreError::of_blob("list", self.0.clone(), source);
        for folder in fs::read_dir(&self.0).map_err(failed)? {
            for file in fs::read_dir(folder.map_err(failed)?.path()).map_err(failed)? {
                files.push(file.map_err(failed)?.path());
            }
        }
        files.sort();
        Ok(files)
    }
}

fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    // On the disk before a transaction names it: no claim may outlive its blob.
    file.sync_data()
}

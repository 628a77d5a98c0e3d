//! The archive: entries by name, packed so that the same entries give the same bytes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Context;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use tar::{Builder, EntryType, Header};

const FILE: u32 = 0o644;
const PROGRAM: u32 = 0o755;

/// What is in an archive, by name.
#[derive(Default)]
pub(super) struct Entries(BTreeMap<String, (u32, Vec<u8>)>);

impl Entries {
    pub(super) fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.0.insert(name.to_owned(), (FILE, bytes));
    }

    pub(super) fn add_program(&mut self, name: &str, bytes: Vec<u8>) {
        self.0.insert(name.to_owned(), (PROGRAM, bytes));
    }

    /// Adds the files of a folder and of those in it.
    pub(super) fn add_folder(&mut self, name: &str, folder: &Path) -> anyhow::Result<()> {
        for entry in fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
            let path = entry?.path();
            let own = path.file_name().unwrap_or_default().to_string_lossy();
            let name = format!("{name}/{own}");
            if path.is_dir() {
                self.add_folder(&name, &path)?;
            } else {
                self.add(&name, fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?);
            }
        }
        Ok(())
    }

    /// Adds the checksums of all that is there, in the form that `sha256sum --check` reads.
    pub(super) fn add_checksums(&mut self) {
        let lines: String = self.0.iter().map(|(name, (_, bytes))| checksum_line(bytes, name)).collect();
        self.add("SHA256SUMS", lines.into_bytes());
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Packs the entries under a folder of their own.
    pub(super) fn pack(&self, folder: &str) -> anyhow::Result<Vec<u8>> {
        // The head of a gzip file has no time and no name unless they are given.
        let mut tar = Builder::new(GzEncoder::new(Vec::new(), Compression::best()));
        for (name, (mode, bytes)) in &self.0 {
            let mut header = Header::new_gnu();
            header.set_entry_type(EntryType::Regular);
            header.set_mode(*mode);
            header.set_size(bytes.len() as u64);
            for set in [Header::set_uid, Header::set_gid, Header::set_mtime] {
                set(&mut header, 0);
            }
            tar.append_data(&mut header, format!("{folder}/{name}"), bytes.as_slice())?;
        }
        Ok(tar.into_inner()?.finish()?)
    }
}

/// Returns a line of checksums.
pub(super) fn checksum_line(bytes: &[u8], name: &str) -> String {
    let mut line = String::new();
    for byte in Sha256::digest(bytes) {
        // Writing to a String cannot fail.
        let _ = write!(line, "{byte:02x}");
    }
    format!("{line}  {name}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(order: &[usize]) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let files = [("a.txt", "a"), ("b.txt", "b"), ("sub/c.txt", "c")];
        fs::create_dir(folder.path().join("sub")).unwrap();
        for at in order {
            fs::write(folder.path().join(files[*at].0), files[*at].1).unwrap();
        }
        let mut entries = Entries::default();
        entries.add_folder("docs", folder.path()).unwrap();
        entries.add_program("bin/x", b"program".to_vec());
        entries.add_checksums();
        entries.pack("name-1").unwrap()
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let first = packed(&[0, 1, 2]);
        // Files of another second, made in another order.
        std::thread::sleep(std::time::Duration::from_millis(1100));
        assert_eq!(first, packed(&[2, 1, 0]));
    }

    #[test]
    fn an_archive_holds_names_modes_and_checksums() {
        let bytes = packed(&[0, 1, 2]);
        let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(bytes.as_slice()));
        let entries = archive.entries().unwrap().map(|entry| {
            let entry = entry.unwrap();
            let header = entry.header();
            (entry.path().unwrap().display().to_string(), header.mode().unwrap(), header.mtime().unwrap())
        });
        let expected = [
            ("name-1/SHA256SUMS", FILE),
            ("name-1/bin/x", PROGRAM),
            ("name-1/docs/a.txt", FILE),
            ("name-1/docs/b.txt", FILE),
            ("name-1/docs/sub/c.txt", FILE),
        ];
        let expected: Vec<_> = expected.iter().map(|(name, mode)| ((*name).to_owned(), *mode, 0)).collect();
        assert_eq!(entries.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn checksums_are_those_of_sha256sum() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  abc.txt\n";
        assert_eq!(checksum_line(b"abc", "abc.txt"), expected);
    }
}

//! The bundle is what loading the original files gives. The files lie outside of the repository; without them
//! the tests say so and pass.

use entente_ingest::statistics::announced::{Offices, read_announced};
use entente_ingest::statistics::{Bundle, TableFile, TableMap, bundled, read_national};
use std::fs;
use std::path::{Path, PathBuf};

fn originals() -> Option<PathBuf> {
    shared("official")
}

/// Returns a folder of original files, where they are.
pub(crate) fn shared(folder: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(folder);
    let found = folder.is_dir().then_some(folder);
    if found.is_none() {
        println!("skipped: the original files of the publishers are not here");
    }
    found
}

fn load(folder: &Path) -> Bundle {
    let maps = TableMap::national().unwrap();
    let offices = Offices::known().unwrap();
    let mut files = Vec::new();
    for office in ["kaz", "kgz", "uzb"] {
        for entry in fs::read_dir(folder.join(office)).unwrap() {
            let path = entry.unwrap().path();
            files.push((path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()));
        }
    }
    // The order in which files are given does not matter.
    files.sort();
    files.reverse();
    let files: Vec<_> = files.iter().map(|(name, bytes)| TableFile { name, bytes }).collect();
    let national = read_national(&maps, &files, offices.collected).unwrap();
    let lost = national.findings.iter().filter(|finding| finding.problem.loses_data());
    assert_eq!(lost.map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
    let list = fs::read(folder.join("published_figures.csv")).unwrap();
    let announced = read_announced(&offices, "published_figures.csv", &list, offices.collected).unwrap();
    assert!(announced.findings.iter().all(|finding| !finding.problem.loses_data()));
    Bundle::of(vec![national, announced])
}

#[test]
fn the_original_files_give_the_bundle() {
    let Some(folder) = originals() else { return };
    let (loaded, bundled) = (load(&folder), bundled().unwrap());
    assert_eq!(loaded.datasets, bundled.datasets);
    assert_eq!(loaded.releases, bundled.releases);
    assert_eq!(loaded.observations.len(), bundled.observations.len());
    for (a, b) in loaded.observations.iter().zip(&bundled.observations) {
        assert_eq!(a, b);
        assert_eq!(a.id(), b.id());
    }
}

#[test]
fn the_bundle_is_written_as_it_stands() {
    let Some(folder) = originals() else { return };
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/bundle");
    for file in load(&folder).files().unwrap() {
        let stands = fs::read(data.join(&file.name)).unwrap();
        assert!(stands == file.bytes, "{}: run `cargo xtask bundle`", file.name);
    }
}

#[test]
fn half_a_file_is_refused() {
    let Some(folder) = originals() else { return };
    let maps = TableMap::national().unwrap();
    for office in ["kaz", "kgz", "uzb"] {
        for entry in fs::read_dir(folder.join(office)).unwrap() {
            let path = entry.unwrap().path();
            let (name, bytes) = (path.file_name().unwrap().to_string_lossy(), fs::read(&path).unwrap());
            let file = TableFile { name: &name, bytes: &bytes[..bytes.len() / 2] };
            let error =
                read_national(&maps, &[file], jiff::civil::date(2026, 11, 1)).unwrap_err().to_string();
            assert!(error.contains("is not a whole") || error.contains("is it cut off"), "{error}");
        }
    }
}

//! Writes the releases that come with the program from the original files of the offices.
//!
//!     cargo run --release -p entente-ingest --example bundle -- FROM_DIR OUT_DIR
//!
//! FROM_DIR holds `published_figures.csv` and, in folders of any names, the files of the national offices.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]

use entente_ingest::statistics::announced::{Offices, read_announced};
use entente_ingest::statistics::bundle;
use entente_ingest::statistics::{Bundle, TableFile, TableMap, read_national};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

type NamedBytes = (String, Vec<u8>);

const ANNOUNCED: &str = "published_figures.csv";

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(from), Some(to), None) = (args.next(), args.next(), args.next()) else {
        return Err("expected two arguments: the folder of the official files and the folder to write".into());
    };
    let offices = Offices::known()?;
    let maps = TableMap::national()?;
    let files = national_files(&from, &maps)?;
    let files: Vec<_> = files.iter().map(|(name, bytes)| TableFile { name, bytes }).collect();
    let national = read_national(&maps, &files, offices.collected)?;
    let bytes = fs::read(from.join(ANNOUNCED))?;
    let announced = read_announced(&offices, ANNOUNCED, &bytes, offices.collected)?;
    for finding in national.findings.iter().chain(&announced.findings) {
        eprintln!("{finding}");
    }
    write(&Bundle::of(vec![national, announced]), &to)
}

/// Reads the files below a folder that one of the maps knows by name.
fn national_files(folder: &Path, maps: &[TableMap]) -> Result<Vec<NamedBytes>, Box<dyn Error>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if maps.iter().any(|map| map.table_of(&name).is_some()) {
                found.push((name, fs::read(path)?));
            }
        }
    }
    found.sort();
    Ok(found)
}

fn write(bundle: &Bundle, to: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(to)?;
    let files = bundle.files()?;
    let size: usize = files.iter().map(|file| file.bytes.len()).sum();
    for file in &files {
        fs::write(to.join(&file.name), &file.bytes)?;
        let reporter = file.name.trim_end_matches(".csv.zst");
        let rows = bundle.observations.iter().filter(|o| o.key.reporter.alpha3() == reporter).count();
        println!("{} {} bytes, {rows} observations", file.name, file.bytes.len());
        if file.name != "index.json" && !bundle::reporters().any(|known| known == reporter) {
            return Err(format!("add {reporter} to the parts in src/statistics/bundle.rs").into());
        }
    }
    println!("{} releases, {} observations, {size} bytes", bundle.releases.len(), bundle.observations.len());
    Ok(())
}

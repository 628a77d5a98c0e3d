//! From files.

use super::{Loader, Source};
use anyhow::Context as _;
use entente_observatory::loading::{Loaded, Origin, lost};
use entente_observatory::statistics::announced::{self, Offices, read_announced};
use entente_observatory::statistics::comtrade::Comtrade;
use entente_observatory::statistics::facts::{FactError, Format};
use entente_observatory::statistics::imts::Imts;
use entente_observatory::statistics::own::Own;
use entente_observatory::statistics::worldbank::read_indicators;
use entente_observatory::statistics::{Load, TableFile, TableMap, read_national};
use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};

/// A file of figures that people handle is not larger.
const LARGEST: u64 = 256 * 1024 * 1024;

impl Loader<'_> {
    pub(super) fn files(&mut self, out: &mut dyn Write) -> anyhow::Result<()> {
        match self.args.source {
            Source::Bundled => self.bundled(out),
            Source::National => self.national(out),
            Source::Comtrade => self.each(|_| Ok(Box::new(Comtrade)), out),
            Source::Imts => self.each(|_| Ok(Box::new(Imts)), out),
            Source::Worldbank => self.world_bank(out),
            Source::Csv => self.csv(out),
        }
    }

    /// They are in every registry that this program made or opened to write.
    fn bundled(&mut self, out: &mut dyn Write) -> anyhow::Result<()> {
        let figures = self.runtime.block_on(self.registry.releases())?;
        for (release, rows) in figures.releases.iter().zip(figures.counts) {
            let loaded = Loaded {
                release: release.id.clone(),
                coverage: release.coverage.clone(),
                rows,
                new: false,
                passed: Vec::new(),
            };
            self.tell(&loaded, std::time::Duration::ZERO, out)?;
        }
        Ok(())
    }

    fn national(&mut self, out: &mut dyn Write) -> anyhow::Result<()> {
        let maps = TableMap::national()?;
        let known = |name: &str| maps.iter().any(|map| map.table_of(name).is_some());
        let mut files = Vec::new();
        for path in &self.args.paths {
            for file in expand(path)? {
                let name = name_of(&file);
                if path.is_dir() && !known(&name) {
                    self.say(&format!(
                        "\"{}\" is no table that a map knows; it was passed over",
                        file.display()
                    ));
                    continue;
                }
                files.push((name, whole(&file)?));
            }
        }
        let tables: Vec<_> = files.iter().map(|(name, bytes)| TableFile { name, bytes }).collect();
        let load = read_national(&maps, &tables, self.context.today())?;
        self.tables(&load, out)
    }

    fn tables(&mut self, load: &Load, out: &mut dyn Write) -> anyhow::Result<()> {
        for finding in &load.findings {
            self.say(&finding.to_string());
        }
        let (loaded, took) = Self::timed(|| self.runtime.block_on(self.registry.load_tables(load)));
        for loaded in loaded? {
            self.tell(&loaded, took, out)?;
        }
        match lost(&load.findings) {
            0 => {}
            rows => self.say(&format!("{rows} rows could not be read; the others were loaded")),
        }
        Ok(())
    }

    /// Loads each file as one release; one that is refused stops no other.
    fn each(
        &mut self,
        format: impl Fn(&Path) -> anyhow::Result<Box<dyn Format>>,
        out: &mut dyn Write,
    ) -> anyhow::Result<()> {
        for path in self.expanded()? {
            let result = format(&path).and_then(|format| self.one(&path, &*format, out));
            if let Err(error) = result {
                self.complain(&error);
            }
        }
        Ok(())
    }

    fn one(&mut self, path: &Path, format: &dyn Format, out: &mut dyn Write) -> anyhow::Result<()> {
        let name = name_of(path);
        let bytes = open(path).map_err(|source| FactError::Io { file: name.clone(), source })?;
        let (bar, day) = (self.bar.clone(), self.context.today());
        let mut progress = |filed| bar.set_position(filed);
        let origin = Origin { file: &name, bytes, url: None, cut_at: None };
        let loading = self.registry.load_file(format, origin, day, &mut progress);
        let (loaded, took) = Self::timed(|| self.runtime.block_on(loading));
        self.tell(&loaded?, took, out)
    }

    fn world_bank(&mut self, out: &mut dyn Write) -> anyhow::Result<()> {
        let mut pages = Vec::new();
        for path in self.expanded()? {
            pages.push((name_of(&path), whole(&path)?));
        }
        let found = read_indicators(&pages, self.context.today())?;
        let (loaded, took) = Self::timed(|| self.runtime.block_on(self.registry.load_indicators(&found)));
        self.tell(&loaded?, took, out)
    }

    /// A list of announced figures is told by its headings; any other file needs a description beside it.
    fn csv(&mut self, out: &mut dyn Write) -> anyhow::Result<()> {
        for path in self.expanded()?.into_iter().filter(|path| path.extension() != Some("toml".as_ref())) {
            let result = if is_announced(&path)? { self.announced(&path, out) } else { self.own(&path, out) };
            if let Err(error) = result {
                self.complain(&error);
            }
        }
        Ok(())
    }

    fn announced(&mut self, path: &Path, out: &mut dyn Write) -> anyhow::Result<()> {
        let load = read_announced(&Offices::known()?, &name_of(path), &whole(path)?, self.context.today())?;
        self.tables(&load, out)
    }

    fn own(&mut self, path: &Path, out: &mut dyn Write) -> anyhow::Result<()> {
        let beside = path.with_extension("toml");
        let text = std::fs::read_to_string(&beside).with_context(|| {
            format!(
                "\"{}\" needs a description of whose figures it holds, in \"{}\"",
                path.display(),
                beside.display()
            )
        })?;
        let own = Own::describe(&name_of(&beside), &text)?;
        self.one(path, &own, out)
    }

    fn expanded(&self) -> anyhow::Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        for path in &self.args.paths {
            files.extend(expand(path)?);
        }
        Ok(files)
    }
}

fn is_announced(path: &Path) -> anyhow::Result<bool> {
    let mut head = Vec::new();
    let opened = open(path).with_context(|| format!("cannot read \"{}\"", path.display()))?;
    opened.take(4096).read_to_end(&mut head)?;
    let head = String::from_utf8_lossy(&head);
    let first = head.lines().next().unwrap_or_default();
    Ok(announced::HEADINGS.split(',').all(|heading| first.contains(heading)))
}

/// Returns the files of a folder and those below it, sorted; a file is itself.
fn expand(path: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    let mut folders = vec![path.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder)
            .with_context(|| format!("cannot read the folder \"{}\"", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Opens a file, unpacked where its name says that it is packed.
fn open(path: &Path) -> io::Result<Box<dyn Read + Send>> {
    let file = BufReader::with_capacity(1 << 16, File::open(path)?);
    if path.extension() == Some("gz".as_ref()) {
        return Ok(Box::new(BufReader::with_capacity(1 << 16, flate2::read::MultiGzDecoder::new(file))));
    }
    Ok(Box::new(file))
}

fn whole(path: &Path) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let reading = open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    reading.with_context(|| format!("cannot read \"{}\"", path.display()))?;
    anyhow::ensure!(
        bytes.len() as u64 <= LARGEST,
        "\"{}\" is longer than 256 MB; a table of an office is not, load it in parts",
        path.display()
    );
    Ok(bytes)
}

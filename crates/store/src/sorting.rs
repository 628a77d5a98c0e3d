//! Observations on their way into the registry: put in the order in which it keeps them, however many they are.
//!
//! Rows that come in any other order are each written to another place, and the places of a large release do not all fit
//! into memory: every part of it would go through the whole of what is there. So they are gathered as lines of text, the
//! columns of their series first, then the period, and sorted; what does not fit is written to a temporary file in sorted
//! runs, which are merged at the end. Memory is that of one run, and a little for each that there is.

use crate::address::Url;
use crate::columns::unscaled;
use crate::error::StoreError;
use entente_model::{Bound, Decimal, ObservationKey, Status, decimal};
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

/// The lines of one run.
const RUN: usize = 100_000;
/// What is read of all runs at once, in bytes, and of one at least and at most.
const AHEAD: usize = 4 << 20;
const AHEAD_OF_ONE: (usize, usize) = (4 << 10, 256 << 10);

/// Observations of one release while they are gathered.
#[derive(Debug)]
pub struct Sorting {
    /// Where what does not fit into memory is written.
    folder: PathBuf,
    /// How many lines make a run.
    run: usize,
    /// The lines of this run, as they came.
    text: String,
    lines: Vec<Line>,
    runs: Vec<(u64, u64)>,
    file: Option<File>,
    rows: u64,
}

/// Where a line stands in its text, and what decides most comparisons: its first bytes.
#[derive(Debug, Clone, Copy)]
struct Line {
    first: u128,
    from: usize,
    to: usize,
}

impl Sorting {
    /// Begins; what does not fit into memory is written to the folder of the registry, which has room for it.
    pub(crate) fn beside(url: &Url) -> Self {
        let folder =
            url.path().and_then(|path| path.parent()).filter(|folder| !folder.as_os_str().is_empty());
        Self {
            folder: match url {
                Url::Sqlite(_) => folder.map_or_else(|| PathBuf::from("."), PathBuf::from),
                Url::Postgres(_) => std::env::temp_dir(),
            },
            run: RUN,
            text: String::new(),
            lines: Vec::new(),
            runs: Vec::new(),
            file: None,
            rows: 0,
        }
    }

    /// Adds an observation.
    ///
    /// # Errors
    /// When it has more digits than can be stored, its product is no code, or it cannot be written.
    pub fn push(
        &mut self,
        key: &ObservationKey,
        (value, precision): (Decimal, Decimal),
        bound: Bound,
        status: Status,
    ) -> Result<(), StoreError> {
        let (digits, scale) = unscaled(value)?;
        let product = key.product.as_deref().unwrap_or_default();
        if !product.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(StoreError::Product { given: product.chars().take(80).collect() });
        }
        if self.lines.len() == self.run {
            self.spill().map_err(|error| failed(&self.folder, error))?;
        }
        let (from, text) = (self.text.len(), &mut self.text);
        text.push_str(key.reporter.alpha3());
        text.push('\t');
        // Writing to a string does not fail.
        let _ = write!(text, "{}\t{}\t{product}\t", key.partner, key.flow);
        for word in [key.valuation.as_str(), key.basis.as_str(), key.unit.as_str()] {
            text.push_str(word);
            text.push('\t');
        }
        let _ = write!(text, "{}\t{digits}\t{scale}\t", key.period);
        if precision == Decimal::ONE {
            text.push('1');
        } else {
            text.push_str(&decimal::plain(precision));
        }
        for word in [bound.as_str(), status.as_str()] {
            text.push('\t');
            text.push_str(word);
        }
        let to = self.text.len();
        self.lines.push(Line {
            first: first(self.text.as_bytes().get(from..to).unwrap_or_default()),
            from,
            to,
        });
        self.rows += 1;
        Ok(())
    }

    /// Returns how many observations were added.
    #[must_use]
    pub const fn rows(&self) -> u64 {
        self.rows
    }

    /// Ends; the lines come in order.
    pub(crate) fn sorted(mut self) -> Result<Sorted, StoreError> {
        let mut last =
            String::with_capacity(if self.runs.is_empty() { self.text.len() + self.lines.len() } else { 0 });
        if self.runs.is_empty() {
            self.in_order(|line| {
                last.push_str(line);
                last.push('\n');
                Ok(())
            })
            .map_err(|error| failed(&self.folder, error))?;
        } else {
            self.spill().map_err(|error| failed(&self.folder, error))?;
        }
        let ahead = (AHEAD / self.runs.len().max(1)).clamp(AHEAD_OF_ONE.0, AHEAD_OF_ONE.1);
        let mut sorted = Sorted { heads: BinaryHeap::new(), file: self.file.take(), folder: self.folder };
        let memory = Head { first: 0, buffer: last.into_bytes(), line: 0..0, left: 0..0, ahead };
        let runs = self.runs.iter().map(|&(from, to)| Head {
            first: 0,
            buffer: Vec::new(),
            line: 0..0,
            left: from..to,
            ahead,
        });
        for mut head in std::iter::once(memory).chain(runs) {
            if head.advance(sorted.file.as_mut()).map_err(|error| failed(&sorted.folder, error))? {
                sorted.heads.push(head);
            }
        }
        Ok(sorted)
    }

    /// Writes what was gathered to the file, in order.
    fn spill(&mut self) -> io::Result<()> {
        let mut file = match self.file.take() {
            Some(file) => file,
            None => tempfile::tempfile_in(&self.folder)?,
        };
        let from = file.seek(SeekFrom::End(0))?;
        let mut writer = BufWriter::with_capacity(1 << 18, &mut file);
        self.in_order(|line| {
            writer.write_all(line.as_bytes())?;
            writer.write_all(b"\n")
        })?;
        writer.flush()?;
        drop(writer);
        self.runs.push((from, file.stream_position()?));
        self.file = Some(file);
        self.text.clear();
        self.lines.clear();
        Ok(())
    }

    fn in_order(&mut self, mut take: impl FnMut(&str) -> io::Result<()>) -> io::Result<()> {
        let (text, lines) = (&self.text, &mut self.lines);
        let whole = |line: &Line| text.get(line.from..line.to).unwrap_or_default();
        lines.sort_unstable_by(|a, b| a.first.cmp(&b.first).then_with(|| whole(a).cmp(whole(b))));
        lines.iter().try_for_each(|line| take(whole(line)))
    }
}

/// What was tried when sorting fails.
const SORT: &str = "sort figures in a temporary file in";

fn failed(folder: &Path, error: io::Error) -> StoreError {
    StoreError::of_blob(SORT, folder.to_owned(), error)
}

/// The first bytes of a line as a number that compares as they do.
fn first(line: &[u8]) -> u128 {
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(line) {
        *to = *from;
    }
    u128::from_be_bytes(bytes)
}

/// Lines in order, out of the runs that they stand in.
#[derive(Debug)]
pub(crate) struct Sorted {
    heads: BinaryHeap<Head>,
    file: Option<File>,
    folder: PathBuf,
}

/// A run, and the line of it that comes next.
#[derive(Debug)]
struct Head {
    first: u128,
    /// What was read of the run and is not done with.
    buffer: Vec<u8>,
    /// Where the line stands in it.
    line: std::ops::Range<usize>,
    /// What of the file is still to be read.
    left: std::ops::Range<u64>,
    /// How much of it is read at once.
    ahead: usize,
}

impl Sorted {
    /// Hands the next lines on, as many as are wanted and there are; says how many.
    pub(crate) fn take(&mut self, most: usize, mut line: impl FnMut(&str)) -> Result<usize, StoreError> {
        let mut taken = 0;
        while taken < most
            && let Some(mut head) = self.heads.peek_mut()
        {
            // What is read was written as text, and is cut where lines end.
            line(std::str::from_utf8(head.line()).unwrap_or_default());
            taken += 1;
            match head.advance(self.file.as_mut()) {
                Ok(true) => {}
                Ok(false) => drop(PeekMut::pop(head)),
                Err(error) => {
                    drop(head);
                    return Err(failed(&self.folder, error));
                }
            }
        }
        Ok(taken)
    }
}

impl Head {
    fn line(&self) -> &[u8] {
        self.buffer.get(self.line.clone()).unwrap_or_default()
    }

    /// Goes on to the next line; says whether there is one.
    fn advance(&mut self, file: Option<&mut File>) -> io::Result<bool> {
        let mut from = if self.line.end == 0 { 0 } else { self.line.end + 1 };
        let mut end = self.end_of_line(from);
        if let Some(file) = file {
            while end.is_none() && !self.left.is_empty() {
                self.buffer.drain(..from.min(self.buffer.len()));
                from = 0;
                self.fill(file)?;
                end = self.end_of_line(from);
            }
        }
        self.line = from..end.unwrap_or(from);
        self.first = first(self.line());
        Ok(end.is_some())
    }

    fn end_of_line(&self, from: usize) -> Option<usize> {
        let rest = self.buffer.get(from..)?;
        rest.iter().position(|byte| *byte == b'\n').map(|at| from + at)
    }

    fn fill(&mut self, file: &mut File) -> io::Result<()> {
        file.seek(SeekFrom::Start(self.left.start))?;
        let left = self.left.end - self.left.start;
        let ahead = u64::try_from(self.ahead).unwrap_or(u64::MAX).min(left);
        let read = file.take(ahead).read_to_end(&mut self.buffer)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.left.start += u64::try_from(read).unwrap_or(left);
        Ok(())
    }
}

/// The smallest line is the greatest head: it is the one on top.
impl Ord for Head {
    fn cmp(&self, other: &Self) -> Ordering {
        other.first.cmp(&self.first).then_with(|| other.line().cmp(self.line()))
    }
}

impl PartialOrd for Head {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Head {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Head {}

#[cfg(test)]
mod tests {
    use super::*;

    fn gathered(run: usize, keys: &[ObservationKey]) -> Sorting {
        let folder = tempfile::tempdir().unwrap();
        let mut sorting = Sorting::beside(&Url::file(folder.path().join("r.db")));
        sorting.run = run;
        for (at, key) in keys.iter().enumerate() {
            let value = Decimal::new(i64::try_from(at).unwrap(), 1);
            sorting.push(key, (value, Decimal::new(1, 1)), Bound::Exact, Status::Final).unwrap();
        }
        // Nothing that can be seen is left in the folder, and it may go.
        assert_eq!(folder.path().read_dir().unwrap().count(), 0);
        sorting
    }

    fn lines(sorting: Sorting, at_once: usize) -> Vec<String> {
        let (mut sorted, mut lines) = (sorting.sorted().unwrap(), Vec::new());
        while sorted.take(at_once, |line| lines.push(line.to_owned())).unwrap() > 0 {}
        lines
    }

    fn keys() -> Vec<ObservationKey> {
        let mut keys = Vec::new();
        for year in [2023, 2021, 2022] {
            for partner in ["UZB", "UNSPECIFIED", "KGZ", "WLD", "CENTRAL_ASIA"] {
                for (flow, product) in [("X", "_"), ("M", "27"), ("M", "_"), ("X", "2709")] {
                    for period in [format!("{year}"), format!("{year}-02"), format!("{year}-01/{year}-03")] {
                        let key = format!("KAZ.{partner}.{flow}.{product}.{period}.FOB.goods.USD");
                        keys.push(key.parse().unwrap());
                    }
                }
            }
        }
        keys
    }

    #[test]
    fn lines_come_in_the_order_of_the_columns_whatever_the_runs() {
        let keys = keys();
        let all = lines(gathered(1000, &keys), 1000);
        assert_eq!(all.len(), keys.len());
        let columns = |line: &String| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
        assert!(all.is_sorted_by_key(columns), "{all:#?}");
        for (run, at_once) in [(1, 1), (7, 3), (60, 1000), (keys.len(), 10), (keys.len() - 1, 10)] {
            assert_eq!(lines(gathered(run, &keys), at_once), all, "runs of {run}");
        }
        assert_eq!(lines(gathered(10, &[]), 10), Vec::<String>::new());
    }

    #[test]
    fn what_would_part_the_columns_is_refused() {
        let mut key = keys().remove(0);
        for code in ["27\t", "\\N", "27.01", "нефть"] {
            key.product = Some(code.to_owned());
            let mut sorting = gathered(10, &[]);
            let value = (Decimal::ONE, Decimal::ONE);
            let error = sorting.push(&key, value, Bound::Exact, Status::Final).unwrap_err();
            assert!(matches!(error, StoreError::Product { .. }), "{error}");
        }
    }
}

//! Parts of a release: so many of its observations as are filed at once, in the form that the database takes many rows in.

use crate::error::StoreError;
use crate::series::Series;
use crate::sorting::Sorted;
use crate::sql;
use sqlx::sqlite::SqliteArguments;
use sqlx::{Arguments, QueryBuilder, Sqlite};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

/// The observations of one part.
const PART: usize = 20_000;

/// How many rows a statement of SQLite has. It keeps each statement that it has seen, with a place for each value, so that
/// there are few of them; a number in between is made up of these.
const STATEMENTS: [usize; 4] = [1000, 100, 10, 1];

/// The columns that the rows of a statement have each their own value of.
const OWN: &str = "(?, ?, ?, ?)";

/// The next lines of a release.
#[derive(Default)]
pub(crate) struct Lines {
    /// What they are of, each with so many lines that follow each other.
    pub(crate) series: Vec<(Series, usize)>,
    /// What follows the series in each line.
    text: String,
    /// How many there are.
    pub(crate) rows: usize,
}

impl Lines {
    /// Takes the next lines; none are the end.
    pub(crate) fn next(sorted: &mut Sorted) -> Result<Self, StoreError> {
        let mut lines = Self { text: String::with_capacity(PART * 32), ..Self::default() };
        lines.rows = sorted.take(PART, |line| {
            let (series, rest) = Series::split(line);
            match lines.series.last_mut() {
                Some((last, rows)) if last.as_str() == series => *rows += 1,
                _ => lines.series.push((Series::from(series), 1)),
            }
            lines.text.push_str(rest);
            lines.text.push('\n');
        })?;
        Ok(lines)
    }

    /// Returns whom the lines are about, reporter and partner, each once.
    pub(crate) fn partners(&self) -> Vec<(&str, &str)> {
        let mut partners: Vec<_> = self.series.iter().map(|(series, _)| series.partners()).collect();
        partners.dedup();
        partners
    }

    /// Returns each line with the number of its series.
    fn numbered(&self, numbers: &[i64]) -> impl Iterator<Item = (i64, &str)> {
        let runs = self.series.iter().zip(numbers);
        let of_each = runs.flat_map(|((_, rows), number)| std::iter::repeat_n(*number, *rows));
        of_each.zip(self.text.lines())
    }
}

/// Observations that are filed at once, as the database takes them.
#[derive(Default)]
pub(crate) struct Part {
    /// For SQLite.
    pub(crate) statements: Vec<QueryBuilder<Sqlite>>,
    /// For PostgreSQL: the text form of COPY, fields parted by tabs, of which ours hold none.
    pub(crate) copy: String,
}

impl Part {
    /// Makes statements out of lines. Most releases have one precision, bound and status: a statement has its rows of one
    /// such kind and is given these once.
    pub(crate) fn of_sqlite(lines: &Lines, numbers: &[i64], release: i64) -> Self {
        let mut kinds: BTreeMap<[&str; 3], Vec<Row<'_>>> = BTreeMap::new();
        for (series, line) in lines.numbered(numbers) {
            let mut fields = line.split('\t');
            let [period, digits, scale, step, bound, status] =
                std::array::from_fn(|_| fields.next().unwrap_or_default());
            let [digits, scale] = [digits, scale].map(|number| number.parse().unwrap_or_default());
            kinds.entry([step, bound, status]).or_default().push(Row { series, period, digits, scale });
        }
        let mut statements = Vec::new();
        for (kind, rows) in kinds {
            let mut rows = rows.as_slice();
            for size in STATEMENTS {
                while let Some((these, rest)) = rows.split_at_checked(size) {
                    statements.push(statement(these, release, kind));
                    rows = rest;
                }
            }
        }
        Self { statements, ..Self::default() }
    }

    pub(crate) fn of_postgres(lines: &Lines, numbers: &[i64], release: i64) -> Self {
        let mut text = String::with_capacity(lines.text.len() + lines.rows * 16);
        for (series, line) in lines.numbered(numbers) {
            // Writing to a string does not fail.
            let _ = writeln!(text, "{series}\t{release}\t{line}");
        }
        Self { copy: text, ..Self::default() }
    }
}

/// What a row has of its own.
struct Row<'a> {
    series: i64,
    period: &'a str,
    digits: i64,
    scale: i64,
}

fn statement(rows: &[Row<'_>], release: i64, kind: [&str; 3]) -> QueryBuilder<Sqlite> {
    let mut text =
        String::with_capacity(sql::SQLITE_PUT_OBSERVATIONS_PART.len() + rows.len() * (OWN.len() + 2));
    text.push_str(sql::SQLITE_PUT_OBSERVATIONS_PART);
    for at in 0..rows.len() {
        if at > 0 {
            text.push_str(", ");
        }
        text.push_str(OWN);
    }
    text.push(')');
    let mut values = SqliteArguments::default();
    values.reserve(4 + 4 * rows.len(), 0);
    let mut add = |value: Value| {
        // Texts and numbers are taken as they are: nothing can go wrong.
        let _ = match value {
            Value::Text(text) => values.add(text),
            Value::Number(number) => values.add(number),
        };
    };
    add(Value::Number(release));
    for word in kind {
        add(Value::Text(word.into()));
    }
    // The periods of one series are often those of the next.
    let mut periods: BTreeMap<&str, Arc<str>> = BTreeMap::new();
    for Row { series, period, digits, scale } in rows {
        let period = periods.entry(period).or_insert_with(|| (*period).into());
        add(Value::Number(*series));
        add(Value::Text(Arc::clone(period)));
        add(Value::Number(*digits));
        add(Value::Number(*scale));
    }
    QueryBuilder::with_arguments(text, values)
}

enum Value {
    Text(Arc<str>),
    Number(i64),
}

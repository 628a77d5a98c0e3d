//! Parts of a release: so many of its observations as are filed at once, in the form that the database takes many rows in.

use crate::error::StoreError;
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

/// What the columns of a line are that the rows of a statement have each their own value of.
const OWN: &str = "(?, ?, ?, ?, ?, ?, ?, ?)";

/// Observations that are filed at once.
#[derive(Default)]
pub(crate) struct Part {
    /// How many there are.
    pub(crate) rows: u64,
    /// Whom they are about: reporter and partner.
    pub(crate) partners: Vec<(String, String)>,
    /// For SQLite.
    pub(crate) statements: Vec<QueryBuilder<Sqlite>>,
    /// For PostgreSQL: the text form of COPY, fields parted by tabs, of which ours hold none.
    pub(crate) copy: String,
}

/// The columns of a line, in its order.
type Columns<'a> = [&'a str; 13];

impl Part {
    /// Takes the next lines; a part without rows is the end.
    pub(crate) fn next(sorted: &mut Sorted, release: i64, is_file: bool) -> Result<Self, StoreError> {
        let mut part = Self::default();
        let mut text = String::with_capacity(PART * 80);
        let rows = sorted.take(PART, |line| {
            part.about(line);
            text.push_str(line);
            if !is_file {
                // Writing to a string does not fail.
                let _ = write!(text, "\t{release}");
            }
            text.push('\n');
        })?;
        part.rows = rows as u64;
        if is_file {
            part.statements = statements(&text, release);
        } else {
            part.copy = text;
        }
        Ok(part)
    }

    /// Notes whom a line is about; those about the same follow each other.
    fn about(&mut self, line: &str) {
        let mut columns = line.split('\t');
        let (Some(reporter), Some(partner)) = (columns.next(), columns.next()) else { return };
        if self.partners.last().is_none_or(|last| (last.0.as_str(), last.1.as_str()) != (reporter, partner)) {
            self.partners.push((reporter.to_owned(), partner.to_owned()));
        }
    }
}

/// Makes statements out of lines. Most releases have one valuation, basis, unit, bound and status: a statement has its
/// rows of one such kind and is given these once.
fn statements(text: &str, release: i64) -> Vec<QueryBuilder<Sqlite>> {
    let mut kinds: BTreeMap<[&str; 5], Vec<Columns<'_>>> = BTreeMap::new();
    for line in text.lines() {
        let mut fields = line.split('\t');
        let columns: Columns<'_> = std::array::from_fn(|_| fields.next().unwrap_or_default());
        let [.., valuation, basis, unit, _, _, _, bound, status] = columns;
        kinds.entry([valuation, basis, unit, bound, status]).or_default().push(columns);
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
    statements
}

fn statement(rows: &[Columns<'_>], release: i64, kind: [&str; 5]) -> QueryBuilder<Sqlite> {
    let mut text =
        String::with_capacity(sql::SQLITE_PUT_OBSERVATIONS_PART.len() + rows.len() * (OWN.len() + 2));
    text.push_str(sql::SQLITE_PUT_OBSERVATIONS_PART);
    for at in 0..rows.len() {
        text.push_str(if at == 0 { OWN } else { ", (?, ?, ?, ?, ?, ?, ?, ?)" });
    }
    text.push(')');
    let mut values = SqliteArguments::default();
    values.reserve(6 + 8 * rows.len(), 0);
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
    let mut same = Same::default();
    for [reporter, partner, flow, product, period, _, _, _, digits, scale, step, _, _] in rows {
        for (at, text) in [reporter, partner, flow, product, period].into_iter().enumerate() {
            add(Value::Text(same.of(at, text)));
        }
        add(Value::Number(digits.parse().unwrap_or_default()));
        add(Value::Number(scale.parse().unwrap_or_default()));
        add(Value::Text(same.of(5, step)));
    }
    QueryBuilder::with_arguments(text, values)
}

enum Value {
    Text(Arc<str>),
    Number(i64),
}

/// What the rows so far have in each column: a row that has the same again shares it.
#[derive(Default)]
struct Same([Option<Arc<str>>; 6]);

impl Same {
    fn of(&mut self, column: usize, text: &str) -> Arc<str> {
        let Some(last) = self.0.get_mut(column) else { return text.into() };
        match last {
            Some(last) if **last == *text => Arc::clone(last),
            other => Arc::clone(other.insert(text.into())),
        }
    }
}

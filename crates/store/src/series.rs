//! The keys of series: what an observation is of, over all periods and releases, and the number it has here.

use crate::database::{Tx, insert, on, row};
use crate::error::StoreError;
use crate::sql;
use std::collections::BTreeMap;

/// How many columns a key has.
const COLUMNS: usize = 7;

/// The key of a series: reporter, partner, flow, product, valuation, basis and unit, with tabs between them. They compare
/// as their columns do: no letter comes before a tab.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Series(String);

impl From<&str> for Series {
    fn from(key: &str) -> Self {
        Self(key.to_owned())
    }
}

impl Series {
    /// Parts a line of columns, those of the key first, from what follows them.
    pub(crate) fn split(line: &str) -> (&str, &str) {
        let end = line.match_indices('\t').nth(COLUMNS - 1).map_or(line.len(), |(at, _)| at);
        let (key, rest) = line.split_at_checked(end).unwrap_or((line, ""));
        (key, rest.strip_prefix('\t').unwrap_or(rest))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns reporter and partner.
    pub(crate) fn partners(&self) -> (&str, &str) {
        let [reporter, partner, ..] = self.columns();
        (reporter, partner)
    }

    fn columns(&self) -> [&str; COLUMNS] {
        let mut columns = self.0.split('\t');
        std::array::from_fn(|_| columns.next().unwrap_or_default())
    }
}

row!(
    struct SeriesRow {
        number: i64,
        reporter: String,
        partner: String,
        flow: String,
        product: String,
        valuation: String,
        basis: String,
        unit: String,
    }
);

impl From<SeriesRow> for (Series, i64) {
    fn from(row: SeriesRow) -> Self {
        let SeriesRow { number, reporter, partner, flow, product, valuation, basis, unit } = row;
        (Series([reporter, partner, flow, product, valuation, basis, unit].join("\t")), number)
    }
}

impl Tx {
    /// Returns the numbers of series, which are in order and each once; those that are new here are given one.
    pub(crate) async fn number_series(&mut self, series: &[&Series]) -> Result<Vec<i64>, StoreError> {
        let mut known = BTreeMap::new();
        for of_one in series.chunk_by(|a, b| a.partners().0 == b.partners().0) {
            if let (Some(first), Some(last)) = (of_one.first(), of_one.last()) {
                known.extend(self.series_between(first, last).await?);
            }
        }
        let (mut last, mut new) = (self.last_series().await?, Vec::new());
        let mut numbers = Vec::with_capacity(series.len());
        for &series in series {
            numbers.push(known.get(series).copied().unwrap_or_else(|| {
                last += 1;
                new.push((last, series));
                last
            }));
        }
        insert!(self, sql::PUT_SERIES, new, "", |row, (number, series)| {
            row.push_bind(*number);
            for column in series.columns() {
                row.push_bind(column);
            }
        });
        Ok(numbers)
    }

    /// Reads the series of one reporter from one key to another.
    async fn series_between(
        &mut self,
        first: &Series,
        last: &Series,
    ) -> Result<impl Iterator<Item = (Series, i64)> + use<>, StoreError> {
        let result: Result<Vec<SeriesRow>, _> = on!(&mut self.inner, Inner, |tx| {
            let mut query = sqlx::query_as(sql::SERIES_BETWEEN);
            let bound = first.columns().into_iter().chain(last.columns().into_iter().skip(1));
            for column in bound {
                query = query.bind(column);
            }
            query.fetch_all(&mut **tx).await
        });
        let rows = result.map_err(|error| StoreError::of(&self.url, error))?;
        Ok(rows.into_iter().map(Into::into))
    }

    async fn last_series(&mut self) -> Result<i64, StoreError> {
        let result = on!(&mut self.inner, Inner, |tx| {
            sqlx::query_scalar(sql::LAST_SERIES).fetch_one(&mut **tx).await
        });
        result.map_err(|error| StoreError::of(&self.url, error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_parted_behind_its_key() {
        let line = "KAZ\tUZB\tX\t\tFOB\tgoods\tUSD\t2023\t15\t1";
        let (key, rest) = Series::split(line);
        assert_eq!((key, rest), ("KAZ\tUZB\tX\t\tFOB\tgoods\tUSD", "2023\t15\t1"));
        assert_eq!(Series::from(key).partners(), ("KAZ", "UZB"));
        assert_eq!(Series::from(key).columns(), ["KAZ", "UZB", "X", "", "FOB", "goods", "USD"]);
    }

    #[test]
    fn keys_compare_as_their_columns() {
        let keys = ["KAZ\tUZ\tX\t\tF", "KAZ\tUZB\tM\t27\tF", "KAZ\tUZB\tX\t\tF", "KAZ\tUZB\tX\t27\tF"]
            .map(Series::from);
        assert!(keys.is_sorted());
        assert!(keys.is_sorted_by_key(Series::columns));
    }
}

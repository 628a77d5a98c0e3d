//! Pairs: of which two countries there are claims, how many, and what checking them says.

use crate::database::{Store, read, row};
use crate::error::StoreError;
use crate::place::{day_of, first_of};
use crate::records::PairEntry;
use crate::sql;
use entente_model::Pair;
use jiff::civil::Date;

row!(
    pub(crate) struct TallyRow {
        pair: String,
        outcome: String,
        n: i64,
    }
);

impl Store {
    /// Lists the pairs that claims known by a day are about, in alphabetical order, with the tally of their outcomes.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn pairs(&self, as_of: Date) -> Result<Vec<PairEntry>, StoreError> {
        self.tallies(as_of, None).await
    }

    /// Returns the pairs that claims known by a day are about, in alphabetical order, without looking at the claims.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn pairs_named(&self, as_of: Date) -> Result<Vec<Pair>, StoreError> {
        let pairs: Vec<String> =
            read!(self, fetch_all, sqlx::query_scalar(sql::PAIRS_NAMED).bind(first_of(as_of)))?;
        pairs.iter().map(|pair| self.parse("pair", pair)).collect()
    }

    /// Returns a pair with the tally of its outcomes; none where no claim known by a day is about it.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn pair(&self, pair: Pair, as_of: Date) -> Result<Option<PairEntry>, StoreError> {
        Ok(self.tallies(as_of, Some(pair)).await?.pop())
    }

    async fn tallies(&self, as_of: Date, pair: Option<Pair>) -> Result<Vec<PairEntry>, StoreError> {
        let rows = self.tally(as_of, pair).await?;
        let mut entries = Vec::new();
        for rows in rows.chunk_by(|a, b| a.pair == b.pair) {
            entries.extend(self.pair_entry(rows, as_of).await?);
        }
        Ok(entries)
    }

    async fn pair_entry(&self, rows: &[TallyRow], as_of: Date) -> Result<Option<PairEntry>, StoreError> {
        let mut tally = Vec::new();
        for row in rows.iter().filter(|row| row.n != 0) {
            let outcome = Some(row.outcome.as_str()).filter(|outcome| !outcome.is_empty());
            tally.push((self.parse_option("outcome", outcome)?, self.count(row.n)?));
        }
        let (Some(first), false) = (rows.first(), tally.is_empty()) else { return Ok(None) };
        tally.sort();
        let newest: Option<i64> = read!(
            self,
            fetch_optional,
            sqlx::query_scalar(sql::PAIR_NEWEST).bind(&first.pair).bind(first_of(as_of))
        )?;
        Ok(Some(PairEntry {
            pair: self.parse("pair", &first.pair)?,
            claims: tally.iter().map(|(_, n)| n).sum(),
            newest: newest.and_then(day_of),
            tally,
        }))
    }
}

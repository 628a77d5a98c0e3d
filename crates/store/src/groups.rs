//! Claims that may stand against each other, found by what they are about and by the number that they give, so that no
//! other claim of their pair is read.

use crate::claims::ClaimRow;
use crate::database::{AT_ONCE, Store, ask};
use crate::error::StoreError;
use crate::place::first_of;
use crate::records::{ClaimEntry, GroupKeys};
use crate::sql;
use entente_model::Pair;
use jiff::civil::Date;
use std::collections::BTreeSet;

impl Store {
    /// Returns the claims of a pair that have one of some keys, in documents known by a day, each once: the newest
    /// documents first, in text order.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn claims_with_keys(
        &self,
        pair: Pair,
        keys: &[GroupKeys],
        as_of: Date,
    ) -> Result<Vec<ClaimEntry>, StoreError> {
        let quantities: BTreeSet<&str> = keys.iter().filter_map(|keys| keys.quantity.as_deref()).collect();
        let figures: BTreeSet<&str> = keys.iter().filter_map(|keys| keys.figure.as_deref()).collect();
        let quantities: Vec<&str> = quantities.into_iter().collect();
        let figures: Vec<&str> = figures.into_iter().collect();
        let mut claims = self.claims_by(pair, sql::GROUPED_BY_QUANTITY_PART, &quantities, as_of).await?;
        claims.extend(self.claims_by(pair, sql::GROUPED_BY_FIGURE_PART, &figures, as_of).await?);
        let mut seen = BTreeSet::new();
        claims.retain(|claim| seen.insert(claim.id.clone()));
        claims.sort_by(|a, b| {
            let (a, b) = (a.cursor(), b.cursor());
            (a.place, &a.document, a.position, &a.id).cmp(&(b.place, &b.document, b.position, &b.id))
        });
        Ok(claims)
    }

    async fn claims_by(
        &self,
        pair: Pair,
        has: &'static str,
        keys: &[&str],
        as_of: Date,
    ) -> Result<Vec<ClaimEntry>, StoreError> {
        let (pair, day) = (pair.to_string(), as_of.to_string());
        let mut claims = Vec::new();
        for keys in keys.chunks(AT_ONCE) {
            let rows: Vec<ClaimRow> =
                ask!(self, fetch_all, build_query_as, sql::GROUPED_HEAD_PART, |query| {
                    query
                        .push_bind(pair.as_str())
                        .push(sql::GROUPED_FROM_PART)
                        .push_bind(first_of(as_of))
                        .push(has);
                    let mut list = query.separated(", ");
                    for key in keys {
                        list.push_bind(*key);
                    }
                    query
                        .push(")")
                        .push(sql::GROUPED_JOIN_PART)
                        .push_bind(day.as_str())
                        .push(sql::GROUPED_TAIL);
                })?;
            for row in rows {
                claims.push(self.claim_entry(row)?);
            }
        }
        Ok(claims)
    }
}

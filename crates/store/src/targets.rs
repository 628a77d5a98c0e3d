//! Claims about targets, all of them at once: each with whose voice it is and whether the day of its document is known.

use crate::claims::ClaimRow;
use crate::database::{Store, ask, row};
use crate::error::StoreError;
use crate::place::first_of;
use crate::records::ClaimEntry;
use crate::sql;
use entente_model::{DocumentId, Pair};
use jiff::civil::Date;

/// A claim about a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetEntry {
    /// The claim, without its verdict.
    pub claim: ClaimEntry,
    /// The first document of the near-copies of its document; that itself where it is none.
    pub voice: DocumentId,
    /// Whether its document tells its day of publication.
    pub is_dated: bool,
}

row!(
    struct TargetRow with claim: ClaimRow {
        voice: String,
        is_dated: i64,
    }
);

impl Store {
    /// Returns every claim about a target of a pair, or of all, in documents known by a day: the newest documents first, in
    /// text order.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn target_claims(
        &self,
        pair: Option<Pair>,
        as_of: Date,
    ) -> Result<Vec<TargetEntry>, StoreError> {
        let pair = pair.map(|pair| pair.to_string());
        let rows: Vec<TargetRow> = ask!(self, fetch_all, build_query_as, sql::TARGETS_HEAD_PART, |query| {
            query.push_bind(first_of(as_of));
            match &pair {
                Some(pair) => query.push(sql::TARGETS_OF_PAIR_PART).push_bind(pair.as_str()),
                None => query.push(sql::TARGETS_OF_ALL_PART),
            };
            query.push(sql::TARGETS_TAIL);
        })?;
        let entry = |row: TargetRow| {
            Ok(TargetEntry {
                voice: self.parse("document id", &row.voice)?,
                is_dated: row.is_dated != 0,
                claim: self.claim_entry(row.claim)?,
            })
        };
        rows.into_iter().map(entry).collect()
    }
}

//! How many claims and documents there are, kept while they are written.
//!
//! # What is kept
//!
//! A claim that its document still makes has, on each day, one outcome: that of the newest verdict on its current version
//! for a day up to this one, or none yet. It is in no list before the day from which its document is known. So it adds
//! one to its cell (pair, kind, modality, outcome) on the day from which it has this outcome, and takes it away again on
//! the day from which it has another. `claim_counts` holds the sums of these steps by day, by month, by year and over
//! [`ALL`] days, each for the pair and over [`ANY`] pair; `document_counts` does the same for documents and sources.
//!
//! # The invariant
//!
//! For each cell and each day D, the number of claims in the cell as known on D is the sum of the steps of all days up to
//! D; and that is the sum over all days less the steps of the days after D. The second is what lists ask for (`totals`):
//! as a rule D is today and nothing comes after it, so that a million claims are counted by the rows of [`ALL`] alone,
//! and else by those of some days, months and years.
//! Summed over the outcomes, the steps of one day are the claims that became known on it, for a change of outcome adds
//! and takes away one: a span of days is answered by the steps of those days.
//!
//! Each transaction keeps it so: what a document adds is taken away before it is changed and added after, in
//! [`Tx::touch`] and [`Tx::settle`]. `verify` counts the days anew and compares, and sums them up again.

use crate::database::{Store, Tx, insert, on, read, row, write};
use crate::error::StoreError;
use crate::records::{Filing, pair_of};
use crate::sql;
use entente_model::DocumentId;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Under this span stands the sum over all days.
pub(crate) const ALL: &str = "";
/// Under this pair, or source, stands the sum over all, those without one among them.
pub(crate) const ANY: &str = "*";

/// A cell of the counts of claims: day, pair, kind, modality, outcome.
type ClaimCell = (String, String, String, String, String);
/// A cell of the counts of documents: day, source.
type DocumentCell = (String, String);

/// Counts, or changes of counts, by day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    claims: BTreeMap<ClaimCell, i64>,
    documents: BTreeMap<DocumentCell, i64>,
}

/// What decides where a claim is counted.
struct Counted<'a> {
    known: &'a str,
    pair: &'a str,
    kind: &'a str,
    modality: &'a str,
}

impl Counts {
    /// Adds a claim, `sign` times: its outcomes by the day that they are for, the newest of a day last.
    fn add_claim(&mut self, claim: &Counted<'_>, outcomes: &[(&str, &str)], sign: i64) {
        let mut step = |day: &str, outcome: &str, n: i64| {
            let [day, pair, kind, modality, outcome] =
                [day, claim.pair, claim.kind, claim.modality, outcome].map(str::to_owned);
            *self.claims.entry((day, pair, kind, modality, outcome)).or_default() += n * sign;
        };
        let mut now = "";
        step(claim.known, now, 1);
        for (day, outcome) in outcomes {
            let day = (*day).max(claim.known);
            step(day, now, -1);
            step(day, outcome, 1);
            now = outcome;
        }
    }

    fn add_document(&mut self, known: &str, source: &str, sign: i64) {
        *self.documents.entry((known.to_owned(), source.to_owned())).or_default() += sign;
    }

    /// Adds a document that was not there before, with its claims.
    pub(crate) fn add_filing(&mut self, filing: &Filing, known: Date) {
        let known = known.to_string();
        self.add_document(&known, filing.document.source.as_ref().map_or("", |source| source.as_str()), 1);
        for filed in &filing.claims {
            let claim = &filed.claim;
            let counted = Counted {
                known: &known,
                pair: &pair_of(&claim.parties).map(|pair| pair.to_string()).unwrap_or_default(),
                kind: claim.kind.as_str(),
                modality: claim.modality.as_str(),
            };
            let as_of = filed.verdict.as_of.to_string();
            self.add_claim(&counted, &[(&as_of, filed.verdict.verdict.outcome.as_str())], 1);
        }
    }

    /// Adds documents with their claims as they are on file, `sign` times.
    fn add_filed(&mut self, documents: &[DocumentRow], claims: &[OutcomeRow], sign: i64) {
        for document in documents {
            self.add_document(&document.known, document.source_id.as_deref().unwrap_or_default(), sign);
        }
        for rows in claims.chunk_by(|a, b| a.id == b.id) {
            let Some(first) = rows.first() else { continue };
            let counted = Counted {
                known: &first.known,
                pair: first.pair.as_deref().unwrap_or_default(),
                kind: &first.kind,
                modality: &first.modality,
            };
            let outcomes = rows.iter().filter_map(|row| row.as_of.as_deref().zip(row.outcome.as_deref()));
            self.add_claim(&counted, &outcomes.collect::<Vec<_>>(), sign);
        }
    }

    /// Returns the counts of claims by day, month, year and over all, for each pair and over all.
    fn claims_summed(&self) -> Vec<(ClaimCell, i64)> {
        let mut sums: BTreeMap<ClaimCell, i64> = BTreeMap::new();
        for ((day, pair, kind, modality, outcome), n) in &self.claims {
            for (span, pair) in spans(day).into_iter().flat_map(|span| [(span, ANY), (span, pair.as_str())]) {
                let [span, pair] = [span, pair].map(str::to_owned);
                *sums.entry((span, pair, kind.clone(), modality.clone(), outcome.clone())).or_default() += n;
            }
        }
        sums.into_iter().filter(|(_, n)| *n != 0).collect()
    }

    /// Returns the counts of documents by day, month, year and over all, for each source and over all.
    fn documents_summed(&self) -> Vec<(DocumentCell, i64)> {
        let mut sums: BTreeMap<DocumentCell, i64> = BTreeMap::new();
        for ((day, source), n) in &self.documents {
            for (span, source) in spans(day).into_iter().flat_map(|s| [(s, ANY), (s, source.as_str())]) {
                *sums.entry((span.to_owned(), source.to_owned())).or_default() += n;
            }
        }
        sums.into_iter().filter(|(_, n)| *n != 0).collect()
    }

    /// Leaves out what does not count.
    fn drop_zeros(&mut self) {
        self.claims.retain(|_, n| *n != 0);
        self.documents.retain(|_, n| *n != 0);
    }
}

/// Returns what a day is part of: itself, its month, its year, all days.
fn spans(day: &str) -> [&str; 4] {
    let month = day.rsplit_once('-').map_or(day, |(month, _)| month);
    let year = month.rsplit_once('-').map_or(month, |(year, _)| year);
    [day, month, year, ALL]
}

row!(
    struct OutcomeRow {
        id: String,
        known: String,
        pair: Option<String>,
        kind: String,
        modality: String,
        as_of: Option<String>,
        outcome: Option<String>,
    }
);

row!(
    struct DocumentRow {
        known: String,
        source_id: Option<String>,
    }
);

row!(
    struct ClaimCountRow {
        span: String,
        pair: String,
        kind: String,
        modality: String,
        outcome: String,
        n: i64,
    }
);

row!(
    struct DocumentCountRow {
        span: String,
        source_id: String,
        n: i64,
    }
);

/// How many documents are counted at once.
const PAGE: u32 = 1000;

impl Store {
    /// Says whether the counts that are kept are those that counting gives.
    pub(crate) async fn counts_are_right(&self) -> Result<bool, StoreError> {
        if self.kept_counts().await? != self.counted().await? {
            return Ok(false);
        }
        let mut wrong: i64 = 0;
        for sums in [sql::WRONG_CLAIM_SUMS, sql::WRONG_DOCUMENT_SUMS] {
            wrong += read!(self, fetch_one, sqlx::query_scalar::<_, i64>(sums))?;
        }
        Ok(wrong == 0)
    }

    async fn kept_counts(&self) -> Result<Counts, StoreError> {
        let claims: Vec<ClaimCountRow> = read!(self, fetch_all, sqlx::query_as(sql::CLAIM_COUNTS))?;
        let documents: Vec<DocumentCountRow> = read!(self, fetch_all, sqlx::query_as(sql::DOCUMENT_COUNTS))?;
        let claims = claims.into_iter().map(|r| ((r.span, r.pair, r.kind, r.modality, r.outcome), r.n));
        let documents = documents.into_iter().map(|r| ((r.span, r.source_id), r.n));
        let mut counts = Counts { claims: claims.collect(), documents: documents.collect() };
        counts.drop_zeros();
        Ok(counts)
    }

    async fn counted(&self) -> Result<Counts, StoreError> {
        let mut counts = Counts::default();
        let mut after = None;
        loop {
            let page = self.document_ids(after.as_ref(), PAGE).await?;
            let (Some(first), Some(last)) = (page.first(), page.last()) else { break };
            let (first, last) = (first.as_str(), last.as_str());
            let documents: Vec<DocumentRow> =
                read!(self, fetch_all, sqlx::query_as(sql::DOCUMENTS_TO_COUNT).bind(first).bind(last))?;
            let claims: Vec<OutcomeRow> =
                read!(self, fetch_all, sqlx::query_as(sql::OUTCOMES_TO_COUNT).bind(first).bind(last))?;
            counts.add_filed(&documents, &claims, 1);
            after = page.last().cloned();
        }
        counts.drop_zeros();
        Ok(counts)
    }
}

/// What a transaction does to the counts.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    pub(crate) changes: Counts,
    /// Documents that are taken away and not yet added again.
    touched: BTreeSet<DocumentId>,
}

impl Tx {
    /// Takes a document and its claims out of the counts, once, before anything of it is changed.
    pub(crate) async fn touch(&mut self, document: &DocumentId) -> Result<(), StoreError> {
        if self.ledger.touched.insert(document.clone()) {
            self.count_document(document, -1).await?;
        }
        Ok(())
    }

    /// Brings what was touched into the counts again, and writes what has changed in them.
    pub(crate) async fn settle(&mut self) -> Result<(), StoreError> {
        for document in std::mem::take(&mut self.ledger.touched) {
            write!(self, sqlx::query(sql::SETTLE_OUTCOMES).bind(document.as_str()))?;
            self.count_document(&document, 1).await?;
        }
        let mut changes = std::mem::take(&mut self.ledger.changes);
        changes.drop_zeros();
        let claims = changes.claims_summed();
        insert!(self, sql::ADD_CLAIM_COUNTS, claims, sql::ADD_CLAIM_COUNTS_TAIL, |row, (cell, n)| {
            let (span, pair, kind, modality, outcome) = cell;
            row.push_bind(span.as_str())
                .push_bind(pair.as_str())
                .push_bind(kind.as_str())
                .push_bind(modality.as_str())
                .push_bind(outcome.as_str())
                .push_bind(*n)
        });
        let documents = changes.documents_summed();
        insert!(
            self,
            sql::ADD_DOCUMENT_COUNTS,
            documents,
            sql::ADD_DOCUMENT_COUNTS_TAIL,
            |row, (cell, n)| { row.push_bind(cell.0.as_str()).push_bind(cell.1.as_str()).push_bind(*n) }
        );
        Ok(())
    }

    async fn count_document(&mut self, document: &DocumentId, sign: i64) -> Result<(), StoreError> {
        let id = document.as_str();
        let documents = on!(&mut self.inner, Inner, |tx| {
            sqlx::query_as(sql::DOCUMENTS_TO_COUNT).bind(id).bind(id).fetch_all(&mut **tx).await
        });
        let documents: Vec<DocumentRow> = documents.map_err(|error| StoreError::of(&self.url, error))?;
        let claims = on!(&mut self.inner, Inner, |tx| {
            sqlx::query_as(sql::OUTCOMES_TO_COUNT).bind(id).bind(id).fetch_all(&mut **tx).await
        });
        let claims: Vec<OutcomeRow> = claims.map_err(|error| StoreError::of(&self.url, error))?;
        self.ledger.changes.add_filed(&documents, &claims, sign);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_up_to_a_day_are_the_sum_less_those_after() {
        let claim = Counted { known: "2024-05-01", pair: "KAZ-UZB", kind: "exports", modality: "actual" };
        let mut counts = Counts::default();
        let outcomes =
            [("2024-01-01", "near"), ("2024-06-01", "open"), ("2024-06-01", "met"), ("2024-07-01", "near")];
        counts.add_claim(&claim, &outcomes, 1);
        let sums = counts.claims_summed();
        let of = |pair: &str, outcome: &str, is: &dyn Fn(&str) -> bool| -> i64 {
            let cells = sums.iter().filter(|(c, _)| c.1 == pair && c.4 == outcome && is(&c.0));
            cells.map(|(_, n)| n).sum()
        };
        for day in ["2024-04-30", "2024-05-01", "2024-06-01", "2024-06-30", "2025-01-01"] {
            for (outcome, from, to) in [
                ("", "", ""),
                ("open", "", ""),
                ("met", "2024-06-01", "2024-07-01"),
                ("near", "2024-05-01", "2024-06-01"),
            ] {
                let later = outcome == "near" && day >= "2024-07-01";
                let expected = i64::from((from <= day && day < to) || later);
                for pair in ["KAZ-UZB", ANY] {
                    let after = of(pair, outcome, &|span| span.len() == day.len() && span > day);
                    assert_eq!(of(pair, outcome, &|span| span == ALL) - after, expected, "{day} {outcome}");
                }
            }
        }
        assert_eq!(of(ANY, "near", &|span| span == "2024-05"), 1);
        assert_eq!(of(ANY, "near", &|span| span == "2024-06"), -1);
        assert_eq!(of(ANY, "near", &|span| span == "2024"), 1);
        counts.add_claim(&claim, &outcomes, -1);
        counts.drop_zeros();
        assert_eq!(counts, Counts::default());
    }
}

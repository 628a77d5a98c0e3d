//! Lists of documents and of claims: narrowed, in parts, each with its exact total.
//!
//! A list is put together out of parts of statements, for what it is narrowed by decides which index it is read off; one
//! statement with a condition for each would be read off none. Totals come from what is kept (`totals`) where that can
//! tell, else they are counted.

use crate::claims::ClaimRow;
use crate::cursor::{ClaimCursor, DocumentCursor, Page};
use crate::database::{Pool, Store, ask, read};
use crate::documents::DocumentRow;
use crate::error::StoreError;
use crate::place::{end_of, first_of};
use crate::records::{ClaimEntry, ClaimFilter, DocumentEntry, DocumentFilter};
use crate::search::{Asked, push_words};
use crate::sql;
use jiff::civil::Date;

/// What a list is narrowed by, as its statement has it.
struct Narrowed {
    /// The first place.
    from: i64,
    /// The place after the last.
    end: Option<i64>,
    /// Columns, each with the value that it must have. The list is read off the index of the first.
    equal: Vec<(&'static str, String)>,
    /// Words that must be there.
    words: Option<Asked>,
    /// Words are asked for, and there are none in the question.
    is_empty: bool,
    /// An outcome that must be found out for a day, with that day.
    outcome_on: Option<(&'static str, String)>,
}

impl Narrowed {
    fn new(as_of: Date, since: Option<Date>, until: Option<Date>) -> Self {
        let from = first_of(until.map_or(as_of, |until| until.min(as_of)));
        Self {
            from,
            end: since.map(end_of),
            equal: Vec::new(),
            words: None,
            is_empty: false,
            outcome_on: None,
        }
    }

    fn by(&mut self, column: &'static str, value: Option<&str>) {
        self.equal.extend(value.map(|value| (column, value.to_owned())));
    }

    /// Returns what stands before a column: SQLite, which does not know how often a value stands in its table, looks up no
    /// index for a column with a plus sign. PostgreSQL knows, and has no such sign.
    fn mark(&self, pool: &Pool, is_first: bool, by_words: bool) -> &'static str {
        if matches!(pool, Pool::Sqlite(_)) && (!is_first || by_words) { " AND +" } else { " AND " }
    }
}

/// Puts the conditions of a list behind the comparison of its place; `$before_end` is the comparison with its end,
/// `$has` and `$in` are the conditions on one word; `$counts` says that all of the list is gone through, where the rarest
/// word is the way to it, rare or not.
macro_rules! narrow {
    ($store:expr, $query:ident, $narrowed:expr, $before_end:expr, $has:expr, $in:expr, $counts:expr) => {{
        let narrowed = $narrowed;
        $query.push_bind(narrowed.from);
        if let Some(end) = narrowed.end {
            $query.push($before_end).push_bind(end);
        }
        let by_words = narrowed.words.as_ref().is_some_and(|asked| $counts || asked.is_rare);
        for (at, (column, value)) in narrowed.equal.iter().enumerate() {
            $query.push(narrowed.mark(&$store.pool, at == 0, by_words)).push(column).push(" = ");
            $query.push_bind(value.as_str());
        }
        if let Some(asked) = &narrowed.words {
            if by_words {
                $query.push($in);
                push_words!($query, &asked.words[asked.rarest]);
                $query.push(")");
            }
            for words in &asked.words {
                $query.push($has);
                push_words!($query, words);
                $query.push(")");
            }
        }
        if let Some((outcome, day)) = &narrowed.outcome_on {
            $query.push(" AND ").push_bind(*outcome).push(sql::OUTCOME_ON_PART);
            $query.push_bind(day.as_str()).push(sql::NEWEST_PART);
        }
    }};
}

/// One more than is asked for, which tells whether the list goes on.
fn and_one(limit: u32) -> i64 {
    i64::from(limit) + 1
}

impl Store {
    /// Lists claims that their documents still make: the newest documents first, in text order.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn claims(&self, filter: &ClaimFilter) -> Result<Page<ClaimEntry, ClaimCursor>, StoreError> {
        let narrowed = self.narrowed(filter).await?;
        if narrowed.is_empty {
            return Ok(Page { total: 0, items: Vec::new(), next: None });
        }
        let total = match self.kept_claims(filter).await? {
            Some(total) => total,
            None => ask!(self, fetch_one, build_query_scalar, sql::COUNT_CLAIMS_HEAD_PART, |query| {
                let (has, within) = (sql::CLAIM_HAS_WORD_PART, sql::CLAIM_IN_WORDS_PART);
                narrow!(self, query, &narrowed, " AND c.place < ", has, within, true);
            })?,
        };
        if total == 0 {
            // To look for what is not there would be to look at everything.
            return Ok(Page { total: 0, items: Vec::new(), next: None });
        }
        let as_of = filter.as_of.to_string();
        let rows: Vec<ClaimRow> = ask!(self, fetch_all, build_query_as, sql::CLAIMS_HEAD_PART, |query| {
            let (has, within) = (sql::CLAIM_HAS_WORD_PART, sql::CLAIM_IN_WORDS_PART);
            narrow!(self, query, &narrowed, " AND c.place < ", has, within, false);
            if let Some(after) = &filter.after {
                query.push(" AND (c.place, c.document_id, c.position, c.id) > (").push_bind(after.place);
                query.push(", ").push_bind(after.document.as_str()).push(", ").push_bind(after.position);
                query.push(", ").push_bind(after.id.as_str()).push(")");
            }
            query.push(sql::CLAIMS_ORDER_PART).push_bind(and_one(filter.limit).min(total));
            query.push(sql::CLAIMS_JOIN_PART).push_bind(as_of.as_str()).push(sql::CLAIMS_TAIL);
        })?;
        let entries = rows.into_iter().map(|row| self.claim_entry(row)).collect::<Result<_, _>>()?;
        Ok(Page::new(self.count(total)?, entries, filter.limit, ClaimEntry::cursor))
    }

    async fn narrowed(&self, filter: &ClaimFilter) -> Result<Narrowed, StoreError> {
        let mut narrowed = Narrowed::new(filter.as_of, filter.since, filter.until);
        self.ask_for(&mut narrowed, filter.q.as_deref()).await?;
        // Those first that few claims have.
        narrowed.by("c.document_id", filter.document.as_ref().map(|document| document.as_str()));
        narrowed.by("c.pair", filter.pair.map(|pair| pair.to_string()).as_deref());
        narrowed.by("c.source_id", filter.source.as_ref().map(|source| source.as_str()));
        if let Some(outcome) = filter.outcome {
            let as_of = filter.as_of.to_string();
            // The outcome that a claim's row has is that of the latest day: where no verdict is for a later day than the
            // one asked for, it is the outcome on that day.
            let later: i64 = read!(self, fetch_one, sqlx::query_scalar(sql::VERDICTS_AFTER).bind(&as_of))?;
            if later == 0 {
                narrowed.by("c.outcome", Some(outcome.as_str()));
            } else {
                narrowed.outcome_on = Some((outcome.as_str(), as_of));
            }
        }
        narrowed.by("c.kind", filter.kind.map(|kind| kind.as_str()));
        narrowed.by("c.modality", filter.modality.map(|modality| modality.as_str()));
        Ok(narrowed)
    }

    async fn ask_for(&self, narrowed: &mut Narrowed, question: Option<&str>) -> Result<(), StoreError> {
        if let Some(question) = question {
            narrowed.words = self.asked(question).await?;
            narrowed.is_empty = narrowed.words.is_none();
        }
        Ok(())
    }

    /// Lists documents, the newest first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn documents(
        &self,
        filter: &DocumentFilter,
    ) -> Result<Page<DocumentEntry, DocumentCursor>, StoreError> {
        let mut narrowed = Narrowed::new(filter.as_of, filter.since, filter.until);
        narrowed.by("d.source_id", filter.source.as_ref().map(|source| source.as_str()));
        self.ask_for(&mut narrowed, filter.q.as_deref()).await?;
        if narrowed.is_empty {
            return Ok(Page { total: 0, items: Vec::new(), next: None });
        }
        let (has, within) = (sql::DOCUMENT_HAS_WORD_PART, sql::DOCUMENT_IN_WORDS_PART);
        let by_author = filter.author.is_some();
        let author = filter.author.as_ref().map(|author| author.as_str());
        /// Begins a statement over all documents, or over those that an author signed.
        macro_rules! begin {
            ($query:ident) => {
                match author {
                    None => $query.push(sql::ALL_DOCUMENTS_PART),
                    Some(author) => {
                        $query.push(sql::SIGNED_DOCUMENTS_PART).push_bind(author).push(" AND a.place >= ")
                    }
                }
            };
        }
        let (before_end, after, order) = if by_author {
            (" AND a.place < ", " AND (a.place, a.document_id) > (", " ORDER BY a.place, a.document_id")
        } else {
            (" AND d.place < ", " AND (d.place, d.id) > (", " ORDER BY d.place, d.id")
        };
        let total = match self.kept_documents(filter).await? {
            Some(total) => total,
            None => ask!(self, fetch_one, build_query_scalar, sql::COUNT_DOCUMENTS_HEAD_PART, |query| {
                begin!(query);
                narrow!(self, query, &narrowed, before_end, has, within, true);
            })?,
        };
        let rows: Vec<DocumentRow> =
            ask!(self, fetch_all, build_query_as, sql::DOCUMENTS_HEAD_PART, |query| {
                begin!(query);
                narrow!(self, query, &narrowed, before_end, has, within, false);
                if let Some(cursor) = &filter.after {
                    query
                        .push(after)
                        .push_bind(cursor.place)
                        .push(", ")
                        .push_bind(cursor.id.as_str())
                        .push(")");
                }
                query.push(order).push(sql::LIMIT_PART).push_bind(and_one(filter.limit));
                query.push(sql::DOCUMENTS_TAIL);
            })?;
        let entries = rows.into_iter().map(|row| self.document_entry(row)).collect::<Result<_, _>>()?;
        Ok(Page::new(self.count(total)?, entries, filter.limit, DocumentEntry::cursor))
    }
}

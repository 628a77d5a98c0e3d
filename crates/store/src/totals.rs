//! Totals out of the counts that are kept: as known on a day, and of a span of days.
//!
//! What came after a day is the rest of its month by days, the rest of its year by months, and later years: at most
//! some eighty rows for each cell, however many days there are (see `counts`).

use crate::counts::{ALL, ANY};
use crate::database::{Store, ask, bind_list, read};
use crate::error::StoreError;
use crate::pairs::TallyRow;
use crate::records::{ClaimFilter, DocumentFilter};
use crate::sql;
use entente_model::Pair;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Spans whose counts are added, and spans whose counts are taken away.
#[derive(Debug, Default, PartialEq, Eq)]
struct Spans {
    plus: Vec<String>,
    minus: Vec<String>,
}

impl Spans {
    /// Returns those that make all that is known on a day; `last` is the newest day that has counts.
    fn known_on(day: Date, last: Date) -> Self {
        Self { plus: vec![ALL.to_owned()], minus: after(day, last).into_iter().collect() }
    }

    /// Returns those that make what became known between two days, both included.
    fn between(since: Option<Date>, until: Date, last: Date) -> Self {
        // Before the first day that there is comes nothing.
        let Some(before) = since.and_then(|since| since.yesterday().ok()) else {
            return Self::known_on(until, last);
        };
        if before >= until {
            return Self::default();
        }
        let (plus, minus) = (after(before, last), after(until, last));
        Self {
            plus: plus.difference(&minus).cloned().collect(),
            minus: minus.difference(&plus).cloned().collect(),
        }
    }
}

/// Returns the days, months and years that make up what comes after a day, up to the last year that is needed.
fn after(day: Date, last: Date) -> BTreeSet<String> {
    let mut spans = BTreeSet::new();
    if day >= last {
        return spans;
    }
    let month_end = day.last_of_month();
    spans.extend(day.series(1.day()).skip(1).take_while(|day| *day <= month_end).map(|day| day.to_string()));
    let year = day.strftime("%Y").to_string();
    spans.extend((day.month() + 1..=12).map(|month| format!("{year}-{month:02}")));
    let later = (day.year()..=last.year()).skip(1).filter_map(|year| Date::new(year, 1, 1).ok());
    spans.extend(later.map(|first| first.strftime("%Y").to_string()));
    spans
}

/// Pushes what selects the rows of some spans, with their sign, behind what selects one row; `$rest` pushes what else
/// rows are narrowed by.
macro_rules! push_spans {
    ($query:ident, $spans:expr, $plus:expr, $minus:expr, $rest:block) => {{
        let mut between = "";
        for (head, spans) in [($plus, &$spans.plus), ($minus, &$spans.minus)] {
            if spans.is_empty() {
                continue;
            }
            $query.push(between).push(head);
            bind_list!($query, spans.iter().map(|span| span.as_str()));
            $rest;
            between = sql::UNION_PART;
        }
        // Nothing is selected from a span that is none.
        if between.is_empty() {
            $query.push($plus).push("NULL)");
        }
    }};
}

impl Store {
    /// Returns the total of a list of claims from what is kept; none where that cannot tell.
    pub(crate) async fn kept_claims(&self, filter: &ClaimFilter) -> Result<Option<i64>, StoreError> {
        let has_span = filter.since.is_some() || filter.until.is_some();
        let is_counted = filter.document.is_some() || filter.source.is_some() || filter.q.is_some();
        if is_counted || (has_span && filter.outcome.is_some()) {
            return Ok(None);
        }
        let Some(last) = self.last_day(sql::LAST_CLAIM_COUNT).await? else { return Ok(Some(0)) };
        let until = filter.until.map_or(filter.as_of, |until| until.min(filter.as_of));
        // As it was known on the day, where an outcome may be asked for; the claims that became known are the same.
        let spans = Spans::between(filter.since, until, last);
        let pair = filter.pair.map_or_else(|| ANY.to_owned(), |pair| pair.to_string());
        let narrowed = [
            (" AND kind = ", filter.kind.map(|kind| kind.as_str())),
            (" AND modality = ", filter.modality.map(|modality| modality.as_str())),
            (" AND outcome = ", filter.outcome.map(|outcome| outcome.as_str())),
        ];
        ask!(self, fetch_one, build_query_scalar, sql::TOTAL_HEAD_PART, |query| {
            push_spans!(query, spans, sql::CLAIMS_ADDED_PART, sql::CLAIMS_TAKEN_PART, {
                query.push(" AND pair = ").push_bind(pair.as_str());
                for (condition, value) in narrowed {
                    if let Some(value) = value {
                        query.push(condition).push_bind(value);
                    }
                }
            });
            query.push(sql::TOTAL_TAIL);
        })
        .map(Some)
    }

    /// Returns the total of a list of documents from what is kept; none where that cannot tell.
    pub(crate) async fn kept_documents(&self, filter: &DocumentFilter) -> Result<Option<i64>, StoreError> {
        if filter.author.is_some() || filter.q.is_some() {
            return Ok(None);
        }
        let Some(last) = self.last_day(sql::LAST_DOCUMENT_COUNT).await? else { return Ok(Some(0)) };
        let until = filter.until.map_or(filter.as_of, |until| until.min(filter.as_of));
        let spans = Spans::between(filter.since, until, last);
        let source = filter.source.as_ref().map_or(ANY, |source| source.as_str());
        ask!(self, fetch_one, build_query_scalar, sql::TOTAL_HEAD_PART, |query| {
            push_spans!(query, spans, sql::DOCUMENTS_ADDED_PART, sql::DOCUMENTS_TAKEN_PART, {
                query.push(" AND source_id = ").push_bind(source);
            });
            query.push(sql::TOTAL_TAIL);
        })
        .map(Some)
    }

    /// Returns how many claims about each pair, or about one, have each outcome as known on a day, by pair.
    pub(crate) async fn tally(&self, as_of: Date, pair: Option<Pair>) -> Result<Vec<TallyRow>, StoreError> {
        let Some(last) = self.last_day(sql::LAST_CLAIM_COUNT).await? else { return Ok(Vec::new()) };
        let spans = Spans::known_on(as_of, last);
        let pair = pair.map(|pair| pair.to_string());
        ask!(self, fetch_all, build_query_as, sql::TALLY_HEAD_PART, |query| {
            push_spans!(query, spans, sql::TALLY_ADDED_PART, sql::TALLY_TAKEN_PART, {
                match &pair {
                    Some(pair) => query.push(" AND pair = ").push_bind(pair.as_str()),
                    None => query.push(sql::EACH_PAIR_PART),
                };
            });
            query.push(sql::TALLY_TAIL);
        })
    }

    /// Returns the newest day that counts are kept for; none where there are none.
    async fn last_day(&self, statement: &'static str) -> Result<Option<Date>, StoreError> {
        // A day sorts after its month and its year.
        let last: Option<String> = read!(self, fetch_one, sqlx::query_scalar(statement))?;
        last.map(|last| self.parse("day", &last)).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_comes_after_a_day_is_days_then_months_then_years() {
        let spans = |day, last| after(day, last).into_iter().collect::<Vec<_>>().join(" ");
        assert_eq!(
            spans(date(2024, 10, 29), date(2026, 1, 1)),
            "2024-10-30 2024-10-31 2024-11 2024-12 2025 2026"
        );
        assert_eq!(spans(date(2024, 12, 31), date(2026, 1, 1)), "2025 2026");
        assert_eq!(spans(date(2026, 1, 1), date(2026, 1, 1)), "");
    }

    #[test]
    fn what_comes_after_both_ends_of_a_span_is_looked_at_by_neither() {
        let spans = Spans::between(Some(date(2023, 11, 30)), date(2024, 11, 29), date(2030, 1, 1));
        assert_eq!(spans.plus, ["2023-11-30", "2023-12", "2024"]);
        assert_eq!(spans.minus, ["2024-11-30", "2024-12"]);
        assert_eq!(
            Spans::between(Some(date(2024, 1, 2)), date(2024, 1, 1), date(2030, 1, 1)),
            Spans::default()
        );
    }
}

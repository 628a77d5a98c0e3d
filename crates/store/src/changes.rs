//! What moved: observations that a later vintage of their dataset changed, and verdicts that came out otherwise.

use crate::cursor::Page;
use crate::database::{Store, ask, read, row};
use crate::error::StoreError;
use crate::figures::ObservationRow;
use crate::observations::{ObservationCursor, after};
use crate::sql;
use entente_model::{
    ClaimKind, Country, Currency, Decimal, DocumentId, MentionId, Observation, Outcome, Pair, Partner,
    ReleaseId, Unit, VerdictId,
};
use jiff::civil::Date;

/// Which changes are asked for.
#[derive(Debug, Clone, Default)]
pub struct ChangeFilter {
    /// That became known on this day or later.
    pub since: Date,
    /// That became known by this day.
    pub as_of: Date,
    /// Of the trade between two countries.
    pub pair: Option<Pair>,
    /// Only what follows, in the order of the list.
    pub after: Option<ObservationCursor>,
    /// At most so many.
    pub limit: u32,
}

/// An observation, and what the vintage before it in the same dataset had in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObservationChange {
    /// The observation as it is now.
    pub now: Observation,
    /// The vintage before.
    pub before_release: ReleaseId,
    /// The value before.
    pub before: Decimal,
}

/// A verdict that took the place of another and says something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictChange {
    /// The verdict.
    pub id: VerdictId,
    /// The verdict before.
    pub before_id: VerdictId,
    /// The document that makes the claim.
    pub document: DocumentId,
    /// The claim.
    pub claim: MentionId,
    /// What was known when.
    pub as_of: Date,
    /// The outcome.
    pub outcome: Outcome,
    /// The outcome before.
    pub before: Outcome,
    /// The value that decided it.
    pub computed: Option<Decimal>,
    /// The value that decided the one before.
    pub before_computed: Option<Decimal>,
}

row!(
    struct ChangeRow with now: ObservationRow {
        before_release: String,
        before_unscaled: i64,
        before_scale: i64,
    }
);

row!(
    struct VerdictChangeRow {
        id: String,
        before_id: String,
        document_id: String,
        claim_id: String,
        as_of: String,
        outcome: String,
        before_outcome: String,
        computed: Option<String>,
        before_computed: Option<String>,
    }
);

row!(
    struct PartnersRow {
        reporter: String,
        partner: String,
    }
);

impl Store {
    /// Lists observations that differ from the vintage before them in the same dataset, in the order of observations.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn changes(
        &self,
        filter: &ChangeFilter,
    ) -> Result<Page<ObservationChange, ObservationCursor>, StoreError> {
        let (since, as_of) = (filter.since.to_string(), filter.as_of.to_string());
        let sides = filter.pair.map(|pair| [pair.first().to_string(), pair.second().to_string()]);
        macro_rules! narrow {
            ($query:ident) => {{
                $query.push_bind(since.as_str());
                $query.push(sql::CHANGES_UNTIL_PART).push_bind(as_of.as_str());
                if let Some([a, b]) = &sides {
                    $query.push(" AND ((l.reporter = ").push_bind(a.as_str());
                    $query.push(" AND l.partner = ").push_bind(b.as_str());
                    $query.push(") OR (l.reporter = ").push_bind(b.as_str());
                    $query.push(" AND l.partner = ").push_bind(a.as_str()).push("))");
                }
            }};
        }
        let total: i64 = ask!(self, fetch_one, build_query_scalar, sql::COUNT_CHANGES_HEAD_PART, |query| {
            narrow!(query);
        })?;
        let rows: Vec<ChangeRow> = ask!(self, fetch_all, build_query_as, sql::CHANGES_HEAD_PART, |query| {
            narrow!(query);
            if let Some(after) = &filter.after {
                after!(query, after);
            }
            query.push(sql::OBSERVATIONS_TAIL_PART).push_bind(i64::from(filter.limit) + 1);
        })?;
        let changes = rows.into_iter().map(|row| self.change(row)).collect::<Result<Vec<_>, _>>()?;
        Ok(Page::new(self.count(total)?, changes, filter.limit, |change| ObservationCursor::of(&change.now)))
    }

    fn change(&self, row: ChangeRow) -> Result<ObservationChange, StoreError> {
        Ok(ObservationChange {
            now: self.observed(row.now)?,
            before_release: self.parse("release id", &row.before_release)?,
            before: self.value(row.before_unscaled, row.before_scale)?,
        })
    }

    /// Lists verdicts for days of a stretch that say something else than those whose place they took, the newest first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn verdict_changes(&self, filter: &ChangeFilter) -> Result<Vec<VerdictChange>, StoreError> {
        let rows: Vec<VerdictChangeRow> = read!(
            self,
            fetch_all,
            sqlx::query_as(sql::VERDICT_CHANGES)
                .bind(filter.since.to_string())
                .bind(filter.as_of.to_string())
                .bind(filter.pair.map(|pair| pair.to_string()))
                .bind(i64::from(filter.limit))
        )?;
        let change = |row: VerdictChangeRow| {
            Ok(VerdictChange {
                id: self.parse("verdict id", &row.id)?,
                before_id: self.parse("verdict id", &row.before_id)?,
                document: self.parse("document id", &row.document_id)?,
                claim: self.parse("claim id", &row.claim_id)?,
                as_of: self.parse("day", &row.as_of)?,
                outcome: self.parse("outcome", &row.outcome)?,
                before: self.parse("outcome", &row.before_outcome)?,
                computed: self.parse_option("value", row.computed.as_deref())?,
                before_computed: self.parse_option("value", row.before_computed.as_deref())?,
            })
        };
        rows.into_iter().map(change).collect()
    }

    /// Returns who reports whom in a release.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn partners_of(&self, release: &ReleaseId) -> Result<Vec<(Country, Partner)>, StoreError> {
        let rows: Vec<PartnersRow> =
            read!(self, fetch_all, sqlx::query_as(sql::PARTNERS_OF_RELEASE).bind(release.as_str()))?;
        let parsed = |row: PartnersRow| {
            Ok((self.parse("country", &row.reporter)?, self.parse("partner", &row.partner)?))
        };
        rows.into_iter().map(parsed).collect()
    }

    /// Lists the documents that make claims of a kind, or any claims about a pair, in the order of their ids.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn documents_claiming(
        &self,
        kind: Option<ClaimKind>,
        pair: Option<Pair>,
    ) -> Result<Vec<DocumentId>, StoreError> {
        let (kind, pair) = (kind.map(|kind| kind.to_string()), pair.map(|pair| pair.to_string()));
        let ids: Vec<String> =
            read!(self, fetch_all, sqlx::query_scalar(sql::DOCUMENTS_CLAIMING).bind(kind).bind(pair))?;
        ids.iter().map(|id| self.parse("document id", id)).collect()
    }

    /// Lists the documents whose claims may be told in a currency, in the order of their ids; some may be told in another.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn documents_counting_in(&self, currency: Currency) -> Result<Vec<DocumentId>, StoreError> {
        let unit = Unit::Money(currency).to_string();
        let pattern = format!("%\"{unit}\"%");
        let ids: Vec<String> = read!(
            self,
            fetch_all,
            sqlx::query_scalar(sql::DOCUMENTS_COUNTING_IN).bind(&pattern).bind(&unit)
        )?;
        ids.iter().map(|id| self.parse("document id", id)).collect()
    }
}

//! What people say over what was read. A correction is kept beside the evidence, and the claim points at the version that
//! it makes: lists, counts and verdicts follow it, and what was read stays.

use crate::claims::ClaimRow;
use crate::columns::{json, plain};
use crate::database::{AT_ONCE, Store, Tx, ask, on, read, row, write};
use crate::error::StoreError;
use crate::place::first_of;
use crate::records::{ClaimEntry, FiledVerdict, GroupKeys, pair_of};
use crate::sql;
use entente_model::key::KeyHasher;
use entente_model::{Claim, ClaimVersionId, DocumentId, MentionId, Pair, ReadingId, SnapshotHash};
use jiff::Timestamp;
use jiff::civil::Date;

/// Claims below this confidence, in hundredths, are for people to look at.
pub const UNSURE: u8 = 75;

/// What one person said of one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// What is corrected, as `kind:id`.
    pub target: String,
    /// The field.
    pub field: String,
    /// What stood there.
    pub from: Option<String>,
    /// What is right.
    pub to: Option<String>,
    /// Who says so.
    pub who: String,
    /// When.
    pub made: Timestamp,
    /// Why.
    pub why: String,
    /// Which correction of this thing it is, from 1; 0 until it is filed.
    pub version: u64,
}

/// A claim as people have corrected it.
#[derive(Debug, Clone)]
pub struct LaidOver {
    /// The document that makes it.
    pub document: DocumentId,
    /// The reading that it is laid over.
    pub reading: ReadingId,
    /// The snapshot of that reading.
    pub snapshot: SnapshotHash,
    /// The claim's permanent id.
    pub id: MentionId,
    /// The id of the version.
    pub version: ClaimVersionId,
    /// The claim.
    pub claim: Claim,
    /// What finds the claims that may stand against it.
    pub keys: GroupKeys,
    /// Whether it is one: a claim that was rejected is in no list.
    pub present: bool,
    /// How sure it is, in hundredths.
    pub confidence: u8,
    /// What checking it says.
    pub verdict: FiledVerdict,
}

/// Stands for the extractor where a version was made by people.
pub const PEOPLE: &str = "correction";

row!(
    struct CorrectionRow {
        target: String,
        field: String,
        from_value: Option<String>,
        to_value: Option<String>,
        who: String,
        made: i64,
        why: String,
        version: i64,
    }
);

impl Store {
    /// Returns the corrections of a thing, `kind:id`, the first first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn corrections_of(&self, target: &str) -> Result<Vec<Correction>, StoreError> {
        let rows: Vec<CorrectionRow> =
            read!(self, fetch_all, sqlx::query_as(sql::CORRECTIONS_OF).bind(target))?;
        rows.into_iter().map(|row| self.correction(row)).collect()
    }

    /// Returns the corrections of every claim of a document, by claim, the first first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn corrections_in(&self, document: &DocumentId) -> Result<Vec<Correction>, StoreError> {
        // The id of a claim begins with the first digits of its document's.
        let from = format!("claim:{}", &document.as_str()[..8]);
        let to = format!("{from}g");
        let rows: Vec<CorrectionRow> =
            read!(self, fetch_all, sqlx::query_as(sql::CORRECTIONS_LIKE).bind(&from).bind(&to))?;
        rows.into_iter().map(|row| self.correction(row)).collect()
    }

    /// Returns the corrections of one field of some things, by thing, the first first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn corrections_to(
        &self,
        field: &str,
        targets: &[String],
    ) -> Result<Vec<Correction>, StoreError> {
        let mut corrections = Vec::new();
        for some in targets.chunks(AT_ONCE) {
            let rows: Vec<CorrectionRow> =
                ask!(self, fetch_all, build_query_as, sql::CORRECTIONS_TO_HEAD_PART, |query| {
                    query.push_bind(field).push(sql::CORRECTIONS_TO_TARGETS_PART);
                    let mut list = query.separated(", ");
                    for target in some {
                        list.push_bind(target.as_str());
                    }
                    query.push(sql::CORRECTIONS_TO_TAIL);
                })?;
            for row in rows {
                corrections.push(self.correction(row)?);
            }
        }
        Ok(corrections)
    }

    /// Lists claims below a confidence (at most [`UNSURE`]) in documents known by a day, the least sure first, with how
    /// many there are in all.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn unsure_claims(
        &self,
        below: u8,
        pair: Option<Pair>,
        as_of: Date,
        limit: u32,
    ) -> Result<(u64, Vec<ClaimEntry>), StoreError> {
        let (below, from) = (i64::from(below.min(UNSURE)), first_of(as_of));
        let pair = pair.map(|pair| pair.to_string());
        let total: i64 =
            read!(self, fetch_one, sqlx::query_scalar(sql::COUNT_UNSURE).bind(below).bind(from).bind(&pair))?;
        let rows: Vec<ClaimRow> = read!(
            self,
            fetch_all,
            sqlx::query_as(sql::UNSURE_CLAIMS)
                .bind(as_of.to_string())
                .bind(below)
                .bind(from)
                .bind(&pair)
                .bind(i64::from(limit))
        )?;
        let entries = rows.into_iter().map(|row| self.claim_entry(row)).collect::<Result<_, _>>()?;
        Ok((self.count(total)?, entries))
    }

    fn correction(&self, row: CorrectionRow) -> Result<Correction, StoreError> {
        let CorrectionRow { target, field, from_value, to_value, who, made, why, version } = row;
        let (made, version) = (self.instant(made)?, self.count(version)?);
        Ok(Correction { target, field, from: from_value, to: to_value, who, made, why, version })
    }
}

impl Tx {
    /// Files a correction and returns its version: one more than that of the last one of this thing.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] where the last one is not the one that was seen; when it cannot be written.
    #[crate::boxed]
    pub async fn put_correction(
        &mut self,
        correction: &Correction,
        seen: Option<u64>,
    ) -> Result<u64, StoreError> {
        let target = &correction.target;
        let last = self.correction_version(target).await?;
        if let Some(given) = seen.filter(|seen| *seen != last) {
            return Err(StoreError::Conflict { target: target.clone(), given, found: last });
        }
        let version = last + 1;
        let id = KeyHasher::new("correction").part(target).part(&version.to_string()).short();
        write!(
            self,
            sqlx::query(sql::PUT_CORRECTION)
                .bind(&id)
                .bind(target)
                .bind(&correction.field)
                .bind(correction.from.as_deref().map(plain))
                .bind(correction.to.as_deref().map(plain))
                .bind(plain(&correction.who))
                .bind(correction.made.as_microsecond())
                .bind(plain(&correction.why))
                .bind(i64::try_from(version).unwrap_or(i64::MAX))
        )?;
        Ok(version)
    }

    /// Returns the version of the last correction of a thing; 0 where there is none.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn correction_version(&mut self, target: &str) -> Result<u64, StoreError> {
        let result: Result<i64, _> = on!(&mut self.inner, Inner, |tx| {
            sqlx::query_scalar(sql::CORRECTION_VERSION).bind(target).fetch_one(&mut **tx).await
        });
        let last = result.map_err(|error| StoreError::of(&self.url, error))?;
        Ok(u64::try_from(last).unwrap_or(0))
    }

    /// Lays a corrected claim over what was read of it: its version and verdict are filed beside the others, and the
    /// claim points at them.
    ///
    /// # Errors
    /// When it cannot be written.
    #[crate::boxed]
    pub async fn lay_over(&mut self, laid: &LaidOver) -> Result<(), StoreError> {
        self.touch(&laid.document).await?;
        let body = json("claim", &laid.claim)?;
        let claim = &laid.claim;
        write!(
            self,
            sqlx::query(sql::PUT_CLAIM_VERSION)
                .bind(laid.document.as_str())
                .bind(laid.version.as_str())
                .bind(laid.id.as_str())
                .bind(laid.reading.as_str())
                .bind(PEOPLE)
                .bind(laid.snapshot.as_str())
                .bind(&body)
        )?;
        write!(
            self,
            sqlx::query(sql::LAY_OVER)
                .bind(laid.id.as_str())
                .bind(laid.version.as_str())
                .bind(claim.kind.as_str())
                .bind(claim.modality.as_str())
                .bind(pair_of(&claim.parties).map(|pair| pair.to_string()))
                .bind(i64::from(laid.present))
                .bind(i64::from(laid.confidence))
                .bind(laid.keys.quantity.as_deref())
                .bind(laid.keys.figure.as_deref())
                .bind(laid.keys.gist.as_deref())
        )?;
        self.put_verdict(&laid.document, &laid.id, &laid.version, &laid.verdict).await?;
        Ok(())
    }
}

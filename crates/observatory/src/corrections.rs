//! Corrections of claims: what a person says over what was read. The evidence stays as it is; the claim is shown, listed
//! and checked as corrected, whatever a later version of the extractor reads.

use crate::check::{Said, subject};
use crate::desk::Desk;
use crate::filing::{filed_verdict, group_keys};
use crate::registry::{Refusal, Registry, RegistryError};
use crate::upkeep::said;
use entente_analysis::verdict;
use entente_model::{Claim, ClaimVersionId, Decimal, FieldError, MentionId, SnapshotHash};
use entente_store::{AuditEntry, Correction, LaidOver, PEOPLE, StoreError};
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value;

/// The fields of a claim that can be corrected, as the wire has them; `speaker` and `source` stand in its attribution.
pub const FIELDS: [&str; 24] = [
    "kind", "parties", "of", "value", "unit", "bound", "side", "period", "modality", "stage", "sector",
    "from", "to", "place", "base", "measure", "scope", "subject", "basis", "product", "per", "speaker",
    "source", REVIEW,
];

/// The field that says what a person thinks of a claim as a whole.
pub const REVIEW: &str = "review";
/// A person has looked at it, and it is so.
pub const ACCEPTED: &str = "accepted";
/// It is no claim.
pub const REJECTED: &str = "rejected";
/// Stands for an absent value.
pub const NONE: &str = "none";

/// Who changes something, when, and what for.
#[derive(Debug, Clone)]
pub struct By {
    /// Who.
    pub who: String,
    /// Why.
    pub why: String,
    /// The version that they looked at; none where they say to change it whatever it is.
    pub seen: Option<u64>,
    /// When.
    pub now: Timestamp,
    /// The day that verdicts are for.
    pub as_of: Date,
}

/// How a claim stands after what people said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) present: bool,
    pub(crate) confidence: u8,
}

/// Returns what a claim's corrections are filed under.
#[must_use]
pub fn target(id: &MentionId) -> String {
    format!("claim:{id}")
}

/// Returns a claim with one field set, and what stood there before.
///
/// # Errors
/// When there is no such field, or the value is none of it.
pub fn set(claim: &Claim, field: &str, to: Option<&str>) -> Result<(Claim, Option<String>), FieldError> {
    let shown = |text: &str| text.chars().take(80).collect::<String>();
    let error =
        |expected: String| FieldError { field: shown(field), given: shown(to.unwrap_or(NONE)), expected };
    if !FIELDS.contains(&field) {
        return Err(error(format!("a field of a claim: {}", FIELDS.join(", "))));
    }
    if field == REVIEW {
        let is_known = matches!(to, Some(ACCEPTED | REJECTED));
        let expected = || error(format!("{ACCEPTED} or {REJECTED}"));
        return is_known.then(|| (claim.clone(), None)).ok_or_else(expected);
    }
    let mut body = serde_json::to_value(claim).map_err(|fault| error(fault.to_string()))?;
    let value = match (field, to) {
        ("parties", Some(list)) => list.split([',', '-', ' ']).filter(|code| !code.is_empty()).collect(),
        (_, Some(text)) => Value::from(text),
        (_, None) => Value::Null,
    };
    let place = match field {
        "speaker" | "source" => &mut body["attribution"][field],
        _ => &mut body[field],
    };
    let before = std::mem::replace(place, value);
    if field == "value" {
        let number: Option<Decimal> = to.and_then(|text| text.parse().ok());
        let number =
            number.ok_or_else(|| error("a decimal number in base units, such as 4500000000".to_owned()))?;
        body["precision"] = Value::from(entente_model::decimal::plain(last_digit(number)));
    }
    let corrected = serde_json::from_value(body).map_err(|fault| {
        let fault = fault.to_string();
        error(fault.split_once("expected ").map_or(fault.as_str(), |(_, expected)| expected).to_owned())
    })?;
    Ok((corrected, written(&before)))
}

/// Returns the worth of one unit of the last digit that is no zero.
fn last_digit(number: Decimal) -> Decimal {
    let number = number.normalize();
    let (mut mantissa, mut step) = (number.mantissa(), Decimal::new(1, number.scale()));
    while mantissa != 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        step *= Decimal::TEN;
    }
    step
}

fn written(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Array(list) => Some(list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(",")),
        other => Some(other.to_string()),
    }
}

/// Lays corrections over what was read, in their order. One that no longer fits what was read is left out: it stays on
/// file, and is shown with the claim.
pub(crate) fn corrected<'a>(
    read: &Claim,
    corrections: impl IntoIterator<Item = &'a Correction>,
) -> (Claim, Standing) {
    let (mut claim, mut standing) = (read.clone(), Standing { present: true, confidence: 100 });
    for correction in corrections {
        if correction.field == REVIEW {
            standing.present = correction.to.as_deref() != Some(REJECTED);
        } else if let Ok((laid, _)) = set(&claim, &correction.field, correction.to.as_deref()) {
            claim = laid;
        }
    }
    (claim, standing)
}

/// Returns the id of the version of a claim that people made.
pub(crate) fn correction_version(claim: &Claim, id: &MentionId, snapshot: &SnapshotHash) -> ClaimVersionId {
    // A claim is plain data, which always has a JSON form.
    let fields = serde_json::to_string(claim).unwrap_or_default();
    ClaimVersionId::new(id, PEOPLE, snapshot, &fields)
}

impl Registry {
    /// Corrects one field of a claim, or says with the field `review` that it is accepted or rejected. It is written to
    /// the disk before it is told of. Returns the correction as it is filed.
    ///
    /// # Errors
    /// When the value is none of the field, says what is there already, or the claim is not on file; a conflict where
    /// somebody else has corrected the claim since; when the registry cannot be written.
    #[crate::boxed]
    pub async fn correct(
        &self,
        id: &MentionId,
        field: &str,
        to: Option<&str>,
        by: &By,
    ) -> Result<Correction, RegistryError> {
        let store = self.store();
        let absent = || Refusal::Absent(target(id));
        let entry = store.claim(id, by.as_of).await?.ok_or_else(absent)?;
        let document = store.document(&entry.document).await?.ok_or_else(absent)?;
        let mut corrections = store.corrections_of(&target(id)).await?;
        let found = corrections.len() as u64;
        if let Some(given) = by.seen.filter(|seen| *seen != found) {
            // Told before anything else: what was looked at says nothing of what would change.
            return Err(StoreError::Conflict { target: target(id), given, found }.into());
        }
        let (_, before) = set(&entry.claim, field, to).map_err(Refusal::from)?;
        if field != REVIEW && before.as_deref() == to {
            return Err(Refusal::Same(target(id)).into());
        }
        let last = corrections.iter().rfind(|c| c.field == field);
        let from = if field == REVIEW { last.and_then(|last| last.to.clone()) } else { before };
        let mut correction = Correction {
            target: target(id),
            field: field.to_owned(),
            from,
            to: to.map(str::to_owned),
            who: by.who.clone(),
            made: by.now,
            why: by.why.clone(),
            version: 0,
        };
        let known = corrections.len() as u64;
        corrections.push(correction.clone());
        let versions = store.claim_versions(id).await?;
        let read = versions.into_iter().rfind(|version| version.extractor != PEOPLE).ok_or_else(absent)?;
        let (claim, standing) = corrected(&read.claim, &corrections);
        let (mut extraction, claims) = self.extraction_of(&document).await?;
        match claims.iter().position(|other| other.id == *id) {
            Some(at) => extraction.claims[at] = claim.clone(),
            None => extraction.claims.push(claim.clone()),
        }
        let said: Said<'_> = said(&document, &extraction);
        let mut desk = Desk::default();
        desk.fetch(self, &said, by.as_of).await?;
        let verdict = verdict(&subject(&said, &claim), desk.evidence(), by.as_of);
        let version = correction_version(&claim, id, &read.snapshot);
        let laid = LaidOver {
            document: entry.document,
            reading: document.reading,
            snapshot: read.snapshot,
            id: id.clone(),
            verdict: filed_verdict(&version, verdict, by.as_of, by.now),
            version,
            keys: group_keys(&claim, entry.known),
            claim,
            present: standing.present,
            confidence: standing.confidence,
        };
        let mut tx = store.begin_lasting().await?;
        // What was laid together above rests on the corrections that were there.
        correction.version = tx.put_correction(&correction, Some(by.seen.unwrap_or(known))).await?;
        tx.lay_over(&laid).await?;
        tx.put_audit(&trail(&correction)).await?;
        tx.commit().await?;
        Ok(correction)
    }
}

/// Returns the line of the trail that a correction leaves.
pub(crate) fn trail(correction: &Correction) -> AuditEntry {
    let Correction { target, field, from, to, who, made, why, .. } = correction;
    let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| NONE.to_owned());
    AuditEntry {
        at: *made,
        who: who.clone(),
        action: "correct".to_owned(),
        target: target.clone(),
        detail: format!("{field}: {} -> {}; {why}", shown(from), shown(to)),
    }
}

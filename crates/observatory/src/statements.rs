//! What was said of two countries: claims of many documents, those that say the same as one statement.

use crate::answers::{ClaimItem, DocumentWire};
use entente_model::{Claim, DocumentId, Modality, Outcome, Period};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// A statement, by the newest document that makes it.
#[derive(Debug, Clone)]
pub struct Statement {
    /// The claim, as the newest document makes it.
    pub claim: ClaimItem,
    /// That document.
    pub document: DocumentWire,
    /// The period that it is about; assumed where the claim names none.
    pub period: Option<Period>,
    /// Whether that was assumed.
    pub is_assumed: bool,
    /// How many documents make it.
    pub documents: usize,
    /// The day on which the first of them was published; none where that is known of none.
    pub first_said: Option<Date>,
}

impl Statement {
    /// Returns what checking it gave, where it was checked for a day up to the one asked for.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        self.claim.verdict.as_ref().map(|verdict| verdict.outcome)
    }
}

/// Groups claims of some documents; the newest statement first, then in the order of the claims.
///
/// Two claims are one statement where they say the same of the same countries and period and checking them gave the
/// same; their words may differ. A claim whose document is not given is left out.
#[must_use]
pub fn statements(claims: Vec<ClaimItem>, documents: &BTreeMap<DocumentId, DocumentWire>) -> Vec<Statement> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut found: Vec<(Statement, BTreeSet<DocumentId>)> = Vec::new();
    for item in claims {
        let Some(document) = documents.get(&item.document) else { continue };
        let (period, is_assumed) = period(&item.claim.claim, document.published);
        let key = format!(
            "{:?} {:?} {}",
            item.verdict.as_ref().map(|v| v.outcome),
            period,
            content(&item.claim.claim)
        );
        if let Some((statement, said_by)) = places.get(&key).and_then(|at| found.get_mut(*at)) {
            said_by.insert(document.id.clone());
            statement.documents = said_by.len();
            statement.first_said = earlier(statement.first_said, document.published);
            continue;
        }
        places.insert(key, found.len());
        let (said_by, first_said) = (BTreeSet::from([document.id.clone()]), document.published);
        let document = document.clone();
        let statement = Statement { claim: item, document, period, is_assumed, documents: 1, first_said };
        found.push((statement, said_by));
    }
    let mut found: Vec<Statement> = found.into_iter().map(|(statement, _)| statement).collect();
    // What nobody knows the day of comes last.
    found
        .sort_by_key(|statement| std::cmp::Reverse((statement.document.published, statement.document.known)));
    found
}

/// Returns the earlier of two days of which either may be unknown.
fn earlier(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    a.into_iter().chain(b).min()
}

/// Returns the period that a claim is about, and whether it is assumed: the latest year that was complete when it was
/// said; none where nobody knows when that was.
fn period(claim: &Claim, said: Option<Date>) -> (Option<Period>, bool) {
    match claim.period {
        None if claim.modality == Modality::Actual && claim.kind.is_trade() => {
            (said.and_then(Period::latest_complete_year), true)
        }
        period => (period, false),
    }
}

/// Writes what a claim says, without its words, its place and its period.
fn content(claim: &Claim) -> String {
    let Claim { kind, parties, of, value, unit, bound, side, modality, stage, .. } = claim;
    let Claim { sector, from, to, place, base, measure, scope, subject, basis, product, per, .. } = claim;
    format!(
        "{kind}{parties:?}{of:?}{}{unit:?}{bound:?}{side:?}{modality:?}{stage:?}{sector:?}{from:?}{to:?}{place:?}{base:?}\
        {measure:?}{scope:?}{subject:?}{basis:?}{product:?}{per:?}",
        value.normalize()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::ClaimWire;
    use entente_model::{ClaimKind, Currency, DateBasis, Lang, MentionId, Quote, SnapshotHash, Stated, Unit};
    use jiff::Timestamp;
    use jiff::civil::date;

    fn document(name: &str, known: Date) -> DocumentWire {
        let sha = SnapshotHash::of(name.as_bytes());
        DocumentWire {
            id: DocumentId::of_bytes(None, &sha),
            source: None,
            url: None,
            title: None,
            lang: Lang::En,
            published: Some(known),
            published_basis: DateBasis::Given,
            known,
            first_seen: Timestamp::UNIX_EPOCH,
            sha: sha.clone(),
            text_sha: sha,
            chars: 0,
            extractor: "1".to_owned(),
            claims: 1,
        }
    }

    fn claim(document: &DocumentWire, words: &str, value: i64) -> ClaimItem {
        let quote =
            Quote { exact: words.to_owned(), prefix: String::new(), suffix: String::new(), start: 0, end: 1 };
        let stated = Stated { value: value.into(), step: 1.into() };
        let parties = vec!["KAZ".parse().unwrap(), "UZB".parse().unwrap()];
        let claim = Claim::new(ClaimKind::TradeTurnover, parties, stated, Unit::Money(Currency::USD), quote);
        let id = MentionId::new(&document.id, words, 0);
        ClaimItem {
            document: document.id.clone(),
            known: document.known,
            verdict: None,
            claim: ClaimWire { id, claim },
        }
    }

    #[test]
    fn the_same_in_other_words_is_one_statement_of_the_newest_document() {
        let (old, new, other) = (
            document("a", date(2024, 7, 3)),
            document("b", date(2024, 7, 12)),
            document("c", date(2023, 7, 12)),
        );
        let claims =
            vec![claim(&old, "$5 bn", 5), claim(&new, "5 billion dollars", 5), claim(&other, "$5 bn", 5)];
        let documents = [old, new, other].map(|d| (d.id.clone(), d)).into();
        let found = statements(claims, &documents);
        // The third is of another year: what it says is assumed to be of 2022.
        assert_eq!(found.iter().map(|s| s.documents).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(found[0].first_said, Some(date(2024, 7, 3)));
        assert_eq!(found[0].period.map(|p| p.to_string()).as_deref(), Some("2023"));
        assert!(found[0].is_assumed);
    }
}

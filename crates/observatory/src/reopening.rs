//! Re-opening verdicts: what a release reports is checked again where a claim rests on it, and only there.

use crate::check::subject;
use crate::desk::Desk;
use crate::filing::filed_verdict;
use crate::registry::{Registry, RegistryError};
use crate::upkeep::said;
use entente_analysis::{Partners, Subject, money, needs, verdict};
use entente_model::{ClaimKind, Country, Currency, DocumentId, Pair, Partner, ReleaseId};
use entente_store::DocumentEntry;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What re-opening did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reopened {
    /// Claims that rest on what was loaded, and were computed again.
    pub claims: u64,
    /// Those whose verdict changed; the old one is kept beside the new.
    pub moved: u64,
}

/// What some releases say.
#[derive(Default)]
struct Touched {
    /// Who reports whom.
    reports: BTreeMap<Country, BTreeSet<Partner>>,
    /// Whose rates of exchange they give.
    moneys: BTreeSet<Currency>,
}

impl Registry {
    /// Checks the claims again that rest on what some releases report; a verdict that comes out otherwise is filed beside
    /// the old one.
    ///
    /// # Errors
    /// When the registry cannot be read or written; what was done before stays.
    #[crate::boxed]
    pub async fn reopen(
        &self,
        releases: &[ReleaseId],
        as_of: Date,
        now: Timestamp,
    ) -> Result<Reopened, RegistryError> {
        let touched = self.touched(releases).await?;
        let (mut desk, mut done) = (Desk::default(), Reopened::default());
        for id in self.candidates(&touched).await? {
            if let Some(entry) = self.store().document(&id).await? {
                self.reopen_document(&entry, &touched, &mut desk, (as_of, now), &mut done).await?;
            }
        }
        Ok(done)
    }

    async fn touched(&self, releases: &[ReleaseId]) -> Result<Touched, RegistryError> {
        let mut touched = Touched::default();
        for release in releases {
            for (reporter, partner) in self.store().partners_of(release).await? {
                touched.reports.entry(reporter).or_default().insert(partner);
            }
            touched.moneys.extend(self.store().currencies_of(release).await?);
        }
        Ok(touched)
    }

    /// Returns the documents with claims that may rest on it: about one of the pairs, or compared with what others report.
    async fn candidates(&self, touched: &Touched) -> Result<BTreeSet<DocumentId>, RegistryError> {
        let mut found = BTreeSet::new();
        for currency in &touched.moneys {
            found.extend(self.store().documents_counting_in(*currency).await?);
        }
        if touched.reports.is_empty() {
            return Ok(found);
        }
        for entry in self.store().pairs(Date::MAX).await? {
            if touched.has_either(entry.pair) {
                found.extend(self.store().documents_claiming(None, Some(entry.pair)).await?);
            }
        }
        for kind in [ClaimKind::TradeShare, ClaimKind::PartnerRank] {
            found.extend(self.store().documents_claiming(Some(kind), None).await?);
        }
        Ok(found)
    }

    async fn reopen_document(
        &self,
        entry: &DocumentEntry,
        touched: &Touched,
        desk: &mut Desk,
        (as_of, now): (Date, Timestamp),
        done: &mut Reopened,
    ) -> Result<(), RegistryError> {
        let (extraction, mut claims) = self.extraction_of(entry).await?;
        let said = said(entry, &extraction);
        claims.retain(|claim| touched.answers(&subject(&said, &claim.claim), as_of));
        if claims.is_empty() {
            return Ok(());
        }
        desk.fetch(self, &said, as_of).await?;
        let mut tx = self.store().begin().await?;
        for claim in claims {
            done.claims += 1;
            let verdict = verdict(&subject(&said, &claim.claim), desk.evidence(), as_of);
            let before = self.store().verdicts_of(&claim.id).await?;
            let of_version = before.iter().rev().find(|stored| stored.version == claim.version);
            if of_version.is_some_and(|stored| stored.verdict == verdict) {
                continue;
            }
            let filed = filed_verdict(&claim.version, verdict, as_of, now);
            done.moved +=
                u64::from(tx.put_verdict(&claim.document, &claim.id, &claim.version, &filed).await?);
        }
        tx.commit().await?;
        Ok(())
    }
}

impl Touched {
    fn has(&self, reporter: Country, partner: Partner) -> bool {
        self.reports.get(&reporter).is_some_and(|partners| partners.contains(&partner))
    }

    fn has_either(&self, pair: Pair) -> bool {
        let (a, b) = (pair.first(), pair.second());
        self.has(a, b.into()) || self.has(b, a.into())
    }

    /// Says whether a claim needs any of it.
    fn answers(&self, subject: &Subject<'_>, as_of: Date) -> bool {
        money(subject.claim).is_some_and(|money| self.moneys.contains(&money))
            || needs(subject, as_of).iter().any(|need| match need.partners {
                Partners::One(partner) => self.has(need.reporter, partner),
                Partners::All => self.reports.contains_key(&need.reporter),
            })
    }
}

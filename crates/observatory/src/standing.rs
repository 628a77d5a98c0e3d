//! How a pair stands: what both report of their trade, and what was said of it.

use crate::answers::{ClaimItem, DocumentWire};
use crate::evidence::Figures;
use crate::pair::{Profile, profile};
use crate::registry::{Registry, RegistryError};
use crate::statements::{Statement, statements};
use entente_model::{ClaimKind, Dataset, DocumentId, MentionId, Pair, Release, Verdict, VerdictId};
use entente_store::ClaimFilter;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// How many of the newest claims of a pair are read for a page; lists give the rest.
pub const NEWEST_CLAIMS: u32 = 1000;
/// How many statements are given with their verdict.
pub const WITH_VERDICT: usize = 120;

/// How a pair stands.
#[derive(Debug)]
pub struct Standing {
    /// The trade of the pair by year.
    pub profile: Profile,
    /// The publications that the rows rest on, each with the vintages that they stand in.
    pub publications: Vec<Publication>,
    /// What was said, the newest first.
    pub statements: Vec<Statement>,
    /// How many claims there are of the pair in all.
    pub claims: u64,
    /// How many documents make the claims that were read.
    pub documents: usize,
    /// The verdicts on the first [`WITH_VERDICT`] statements and on those of targets, by the claim.
    pub verdicts: BTreeMap<MentionId, Verdict>,
}

/// A publication, with some of its vintages.
#[derive(Debug, Clone)]
pub struct Publication {
    /// The publication.
    pub dataset: Dataset,
    /// Vintages, by id.
    pub releases: Vec<Release>,
}

/// Returns the publications that some releases belong to, in the order of the publications.
#[must_use]
pub fn publications(figures: &Figures, wanted: &[entente_model::ReleaseId]) -> Vec<Publication> {
    let of = |dataset: &Dataset| {
        let own = figures.releases.iter().filter(|release| {
            release.publisher == dataset.publisher
                && release.dataset == dataset.id
                && wanted.contains(&release.id)
        });
        let releases: Vec<Release> = own.cloned().collect();
        (!releases.is_empty()).then(|| Publication { dataset: dataset.clone(), releases })
    };
    figures.datasets.iter().filter_map(of).collect()
}

impl Registry {
    /// Returns how a pair stands, as it was known on a day.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn standing(&self, pair: Pair, as_of: Date) -> Result<Standing, RegistryError> {
        let filter = ClaimFilter { pair: Some(pair), as_of, limit: NEWEST_CLAIMS, ..ClaimFilter::default() };
        let of_trade = async {
            let figures = Figures { datasets: self.store().datasets().await?, ..self.between(pair).await? };
            let profile = profile(&figures, pair, as_of);
            let publications = publications(&figures, &profile.releases);
            Ok((profile, publications))
        };
        let (list, (profile, publications)) = tokio::try_join!(self.claims(&filter), of_trade)?;
        let ids: BTreeSet<DocumentId> = list.items.iter().map(|item| item.document.clone()).collect();
        let documents = self.documents_by_id(&ids).await?;
        let statements = statements(list.items, &documents);
        let verdicts = self.verdicts_on(shown(&statements)).await?;
        let (claims, documents) = (list.total, ids.len());
        Ok(Standing { profile, publications, statements, claims, documents, verdicts })
    }

    /// Returns what else was said of the kind of a claim, its pair and its period: statements, the newest first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn also_said(
        &self,
        claim: &MentionId,
        (kind, pair): (ClaimKind, Pair),
        period: Option<entente_model::Period>,
        as_of: Date,
    ) -> Result<Vec<(Statement, Option<Verdict>)>, RegistryError> {
        let (pair, kind) = (Some(pair), Some(kind));
        let filter = ClaimFilter { pair, kind, as_of, limit: NEWEST_CLAIMS, ..ClaimFilter::default() };
        let mut items = self.claims(&filter).await?.items;
        // A claim of another period is another statement; which period is meant by one that names none, its document says.
        let may_be = |item: &ClaimItem| item.claim.claim.period.is_none_or(|own| period == Some(own));
        items.retain(|item| item.claim.id != *claim && may_be(item));
        let ids: BTreeSet<DocumentId> = items.iter().map(|item| item.document.clone()).collect();
        let documents = self.documents_by_id(&ids).await?;
        let mut statements = statements(items, &documents);
        statements.retain(|statement| statement.period == period);
        let mut verdicts = self.verdicts_on(statements.iter().take(WITH_VERDICT)).await?;
        Ok(statements
            .into_iter()
            .map(|s| (verdicts.remove(&s.claim.claim.id), s))
            .map(|(v, s)| (s, v))
            .collect())
    }

    async fn documents_by_id(
        &self,
        ids: &BTreeSet<DocumentId>,
    ) -> Result<BTreeMap<DocumentId, DocumentWire>, RegistryError> {
        let documents = self.store().documents_by_id(&ids.iter().collect()).await?;
        Ok(documents.into_iter().map(|(id, entry)| (id, DocumentWire::from(entry))).collect())
    }

    async fn verdicts_on(
        &self,
        statements: impl Iterator<Item = &Statement>,
    ) -> Result<BTreeMap<MentionId, Verdict>, RegistryError> {
        let ids: Vec<&VerdictId> =
            statements.filter_map(|statement| Some(&statement.claim.verdict.as_ref()?.id)).collect();
        let verdicts = self.store().verdicts_by_id(&ids).await?;
        Ok(verdicts.into_iter().map(|stored| (stored.claim, stored.verdict)).collect())
    }
}

/// Returns the statements that are given with their verdict: the newest, and targets.
fn shown(statements: &[Statement]) -> impl Iterator<Item = &Statement> {
    let is_target = |s: &Statement| s.claim.claim.claim.modality == entente_model::Modality::Target;
    let targets = statements.iter().skip(WITH_VERDICT).filter(move |s| is_target(s)).take(WITH_VERDICT);
    statements.iter().take(WITH_VERDICT).chain(targets)
}

//! The gist of a claim: what decides how it stands to others, without its words, who said it and how sure that is. Claims that
//! say the same have the same gist, so that of a thousand that repeat one number one is read.

mod kept;

pub(crate) use kept::Kept;

use crate::registry::{Registry, RegistryError};
use entente_analysis::portfolio::adding_word;
use entente_analysis::reconcile::Told;
use entente_model::{
    Attribution, Basis, Bound, Claim, ClaimKind, Confidence, Country, Decimal, DocumentId, Measure,
    MentionId, Modality, Of, Pair, Per, Period, Portion, Quote, Scope, ShareSubject, Side, Unit, decimal,
};
use entente_store::{ClaimEntry, GistEntry, Gists};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What stands in the registry, in short keys: there is one for each claim.
#[derive(Serialize, Deserialize)]
struct Gist {
    #[serde(rename = "k")]
    kind: ClaimKind,
    #[serde(rename = "p")]
    parties: Vec<Country>,
    #[serde(rename = "v", with = "decimal::wire")]
    value: Decimal,
    #[serde(rename = "s", with = "decimal::wire")]
    step: Decimal,
    #[serde(rename = "u")]
    unit: Unit,
    #[serde(rename = "b")]
    bound: Bound,
    #[serde(rename = "m")]
    modality: Modality,
    #[serde(rename = "t", default, skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    side: Option<Side>,
    #[serde(rename = "o", default, skip_serializing_if = "Option::is_none")]
    of: Option<Of>,
    #[serde(rename = "g", default, skip_serializing_if = "Option::is_none")]
    stage: Option<Portion>,
    #[serde(rename = "c", default, skip_serializing_if = "Option::is_none")]
    sector: Option<String>,
    #[serde(rename = "f", default, skip_serializing_if = "Option::is_none")]
    from: Option<Country>,
    #[serde(rename = "h", default, skip_serializing_if = "Option::is_none")]
    to: Option<Country>,
    #[serde(rename = "l", default, skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(rename = "a", default, skip_serializing_if = "Option::is_none")]
    base: Option<Period>,
    #[serde(rename = "e", default, skip_serializing_if = "Option::is_none")]
    measure: Option<Measure>,
    #[serde(rename = "i", default, skip_serializing_if = "Option::is_none")]
    scope: Option<Scope>,
    #[serde(rename = "j", default, skip_serializing_if = "Option::is_none")]
    subject: Option<ShareSubject>,
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    basis: Option<Basis>,
    #[serde(rename = "q", default, skip_serializing_if = "Option::is_none")]
    product: Option<String>,
    #[serde(rename = "r", default, skip_serializing_if = "Option::is_none")]
    per: Option<Per>,
    /// The word that tells it as something on top of what was told before.
    #[serde(rename = "w", default, skip_serializing_if = "Option::is_none")]
    adding: Option<String>,
}

/// Writes the gist of a claim.
pub(crate) fn gist(claim: &Claim) -> Option<String> {
    let gist = Gist {
        kind: claim.kind,
        parties: claim.parties.clone(),
        value: claim.value,
        step: claim.precision,
        unit: claim.unit,
        bound: claim.bound,
        modality: claim.modality,
        period: claim.period,
        side: claim.side,
        of: claim.of,
        stage: claim.stage,
        sector: claim.sector.clone(),
        from: claim.from,
        to: claim.to,
        place: claim.place.clone(),
        base: claim.base,
        measure: claim.measure,
        scope: claim.scope,
        subject: claim.subject,
        basis: claim.basis,
        product: claim.product.clone(),
        per: claim.per,
        adding: claim.kind.is_portfolio().then(|| adding_word(claim)).flatten().map(str::to_owned),
    };
    // Text, numbers and words of the model always have a JSON form.
    serde_json::to_string(&gist).ok()
}

/// Reads a claim out of its gist. It has no words but the one that tells it as something on top.
fn claim(gist: Gist) -> Claim {
    let exact = gist.adding.unwrap_or_default();
    let quote = Quote { exact, prefix: String::new(), suffix: String::new(), start: 0, end: 0 };
    Claim {
        kind: gist.kind,
        parties: gist.parties,
        of: gist.of,
        value: gist.value,
        unit: gist.unit,
        bound: gist.bound,
        side: gist.side,
        period: gist.period,
        modality: gist.modality,
        stage: gist.stage,
        sector: gist.sector,
        attribution: Attribution::default(),
        quote,
        confidence: Confidence::percent(100),
        doubts: Vec::new(),
        from: gist.from,
        to: gist.to,
        place: gist.place,
        base: gist.base,
        measure: gist.measure,
        scope: gist.scope,
        subject: gist.subject,
        basis: gist.basis,
        product: gist.product,
        per: gist.per,
        precision: gist.step,
    }
}

/// All claims of a pair by their gists: the first known first, those of one document in text order.
#[derive(Debug)]
pub(crate) struct All {
    items: Vec<GistEntry>,
    /// What they say, each once.
    said: Vec<Claim>,
    documents: Vec<DocumentId>,
}

/// The claims of a pair, of all kinds or of some, in documents known by a day.
#[derive(Debug, Clone)]
pub(crate) struct InShort {
    all: Arc<All>,
    kinds: &'static [ClaimKind],
    as_of: Date,
}

impl InShort {
    /// Returns the claims as reconciliation takes them.
    pub(crate) fn told(&self) -> Vec<Told<'_>> {
        self.told_of(|_| true)
    }

    /// Returns some of the claims as reconciliation takes them.
    pub(crate) fn told_of(&self, has: impl Fn(&Claim) -> bool) -> Vec<Told<'_>> {
        let All { said, documents, .. } = &*self.all;
        let told = self.items(has).map(|item| Told {
            id: &item.id,
            document: &documents[item.document],
            voice: &documents[item.voice],
            known: item.known,
            claim: &said[item.said],
        });
        told.collect()
    }

    /// Returns the documents of some of the claims that do not tell their day of publication.
    pub(crate) fn undated_of(&self, has: impl Fn(&Claim) -> bool) -> BTreeSet<DocumentId> {
        let items = self.items(has).filter(|item| !item.is_dated);
        items.map(|item| self.all.documents[item.document].clone()).collect()
    }

    fn items(&self, has: impl Fn(&Claim) -> bool) -> impl Iterator<Item = &GistEntry> {
        // They stand in the order of the days.
        let known = self.all.items.partition_point(|item| item.known <= self.as_of);
        let is_asked = |claim: &Claim| self.kinds.is_empty() || self.kinds.contains(&claim.kind);
        self.all.items[..known].iter().filter(move |item| {
            let claim = &self.all.said[item.said];
            is_asked(claim) && has(claim)
        })
    }
}

/// Returns the place of each document in the order of their ids: numbers are compared faster than these.
fn ranks(documents: &[DocumentId]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..documents.len()).collect();
    order.sort_unstable_by_key(|&at| &documents[at]);
    let mut ranks = vec![0; documents.len()];
    order.into_iter().enumerate().for_each(|(rank, at)| ranks[at] = rank);
    ranks
}

impl Registry {
    /// Returns what is compared of the claims of a pair, of all kinds or of some, in documents known by a day.
    pub(crate) async fn in_short(
        &self,
        pair: Pair,
        kinds: &'static [ClaimKind],
        as_of: Date,
    ) -> Result<InShort, RegistryError> {
        // Asked for before they are read: what changes between is read again by the next who asks.
        let revision = self.revision().await?;
        let all = match self.kept().of(pair, revision) {
            Some(all) => all,
            None => {
                let all = Arc::new(self.all_in_short(pair).await?);
                self.kept().keep(pair, revision, &all);
                all
            }
        };
        Ok(InShort { all, kinds, as_of })
    }

    async fn all_in_short(&self, pair: Pair) -> Result<All, RegistryError> {
        let Gists { mut items, said, documents } = self.store().gists::<Gist>(pair).await?;
        let ranks = ranks(&documents);
        items.sort_unstable_by(|a, b| {
            let key = |item: &GistEntry| (item.known, ranks[item.document], item.position);
            key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
        });
        Ok(All { items, said: said.into_iter().map(claim).collect(), documents })
    }

    /// Returns claims with their words, by their ids.
    pub(crate) async fn in_full(
        &self,
        ids: impl IntoIterator<Item = &MentionId>,
    ) -> Result<BTreeMap<MentionId, ClaimEntry>, RegistryError> {
        let mut ids: Vec<&MentionId> = ids.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        let claims = self.store().claims_by_id(&ids).await?;
        Ok(claims.into_iter().map(|entry| (entry.id.clone(), entry)).collect())
    }
}

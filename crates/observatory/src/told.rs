//! Claims on file as reconciliation takes them: each with whose voice its document is.

use crate::registry::{Registry, RegistryError};
use entente_analysis::reconcile::Told;
use entente_model::DocumentId;
use entente_store::{ClaimEntry, ClaimFilter};
use std::collections::{BTreeMap, BTreeSet};

/// So many claims are asked for at a time.
const AT_A_TIME: u32 = 1000;

/// Whose voice each document is.
pub(crate) type Voices = BTreeMap<DocumentId, DocumentId>;

/// Returns claims with whose voice they are, as [`Registry::voices_of`] gives it for them.
pub(crate) fn told<'a>(claims: &'a [ClaimEntry], voices: &'a Voices) -> Vec<Told<'a>> {
    let told = |entry: &'a ClaimEntry| Told {
        id: &entry.id,
        document: &entry.document,
        voice: &voices[&entry.document],
        known: entry.known,
        claim: &entry.claim,
    };
    claims.iter().map(told).collect()
}

impl Registry {
    /// Returns every claim that a filter leaves, whatever its limit is.
    pub(crate) async fn every_claim(&self, filter: ClaimFilter) -> Result<Vec<ClaimEntry>, RegistryError> {
        let mut filter = ClaimFilter { limit: AT_A_TIME, ..filter };
        let mut claims = Vec::new();
        loop {
            let page = self.store().claims(&filter).await?;
            claims.extend(page.items);
            filter.after = page.next;
            if filter.after.is_none() {
                return Ok(claims);
            }
        }
    }

    /// Returns whose voice the documents of claims are: each its own where it is no near-copy.
    pub(crate) async fn voices_of(&self, claims: &[ClaimEntry]) -> Result<Voices, RegistryError> {
        let documents: BTreeSet<&DocumentId> = claims.iter().map(|entry| &entry.document).collect();
        let mut voices = self.store().voices_of(&documents).await?;
        for document in documents {
            voices.entry(document.clone()).or_insert_with(|| document.clone());
        }
        Ok(voices)
    }
}

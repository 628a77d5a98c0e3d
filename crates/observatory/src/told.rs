//! Claims on file as reconciliation takes them: each with whose voice its document is.

use crate::registry::{Registry, RegistryError};
use entente_analysis::reconcile::Told;
use entente_model::DocumentId;
use entente_store::ClaimEntry;
use std::collections::{BTreeMap, BTreeSet};

/// Whose voice each document is.
pub(crate) type Voices = BTreeMap<DocumentId, DocumentId>;

/// Returns claims with whose voice they are, as [`Registry::voices_of`] gives it for them.
pub(crate) fn told<'a>(
    claims: impl IntoIterator<Item = &'a ClaimEntry>,
    voices: &'a Voices,
) -> Vec<Told<'a>> {
    let told = |entry: &'a ClaimEntry| Told {
        id: &entry.id,
        document: &entry.document,
        voice: &voices[&entry.document],
        known: entry.known,
        claim: &entry.claim,
    };
    claims.into_iter().map(told).collect()
}

impl Registry {
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

//! A document on file with its text and what checking each of its claims says on a day.

use crate::answers::DocumentAnswer;
use crate::check::subject;
use crate::desk::Desk;
use crate::registry::{Registry, RegistryError};
use crate::upkeep::said;
use entente_analysis::verdict;
use entente_model::{DocumentId, MentionId, Verdict};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A document with its text and verdicts.
#[derive(Debug)]
pub struct Examined {
    /// The document and everything that was read out of it.
    pub answer: DocumentAnswer,
    /// Its normalised text, which quotes are counted in; none where its bytes are gone.
    pub text: Option<String>,
    /// What checking its claims says, by the claim.
    pub verdicts: BTreeMap<MentionId, Verdict>,
}

impl Registry {
    /// Returns a document with its text and what checking its claims says; none where it is not on file.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn examine(&self, id: &DocumentId, as_of: Date) -> Result<Option<Examined>, RegistryError> {
        let mut desk = Desk::default();
        let Some(answer) = self.document_at(id, as_of, &mut desk).await? else { return Ok(None) };
        let Some(entry) = self.store().document(id).await? else { return Ok(None) };
        let (extraction, claims) = self.extraction_of(&entry).await?;
        let said = said(&entry, &extraction);
        let checked = claims.iter().map(|entry| {
            let verdict = verdict(&subject(&said, &entry.claim), desk.evidence(), as_of);
            (entry.id.clone(), verdict)
        });
        let verdicts = checked.collect();
        let bytes = self.store().blobs().read(&answer.document.text_sha).await?;
        let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
        Ok(Some(Examined { answer, text, verdicts }))
    }
}

//! Near-copies of one text, known as one voice: the first of them that was filed.
//!
//! Only the first of a voice is found by keys; what is filed later is compared with those that share one, and points at
//! the most alike. A text that a thousand outlets print is thus compared once each time.

use crate::database::{Store, Tx, ask_by_id, insert, on, read, row, write};
use crate::error::StoreError;
use crate::records::Filing;
use crate::sql;
use entente_model::{DocumentId, Signature};
use std::collections::{BTreeMap, BTreeSet};

/// Whose voice a document is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoiceEntry {
    /// The first document of the voice.
    pub voice: DocumentId,
    /// The earlier document that it is a near-copy of.
    pub copies_of: Option<DocumentId>,
}

row!(
    struct VoiceRow {
        voice: String,
        copies_of: Option<String>,
    }
);

row!(
    struct OfRow {
        document_id: String,
        voice: String,
    }
);

row!(
    struct CandidateRow {
        document_id: String,
        signature: Vec<u8>,
    }
);

impl Store {
    /// Returns whose voice a document is; none where its text is too short to tell.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn voice(&self, document: &DocumentId) -> Result<Option<VoiceEntry>, StoreError> {
        let row: Option<VoiceRow> =
            read!(self, fetch_optional, sqlx::query_as(sql::VOICE).bind(document.as_str()))?;
        let entry = |row: VoiceRow| {
            Ok(VoiceEntry {
                voice: self.parse("document id", &row.voice)?,
                copies_of: self.parse_option("document id", row.copies_of.as_deref())?,
            })
        };
        row.map(entry).transpose()
    }

    /// Returns whose voices documents are, by the document; of those whose text is too short to tell there is none.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn voices_of(
        &self,
        documents: &BTreeSet<&DocumentId>,
    ) -> Result<BTreeMap<DocumentId, DocumentId>, StoreError> {
        let documents: Vec<&&DocumentId> = documents.iter().collect();
        let mut voices = BTreeMap::new();
        for row in ask_by_id!(self, OfRow, sql::VOICES_HEAD_PART, documents) {
            let voice = self.parse("document id", &row.voice)?;
            voices.insert(self.parse("document id", &row.document_id)?, voice);
        }
        Ok(voices)
    }

    /// Returns the documents of a voice, sorted by their ids, at most `limit` of them.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn documents_of_voice(
        &self,
        voice: &DocumentId,
        limit: u32,
    ) -> Result<Vec<DocumentId>, StoreError> {
        let ids: Vec<String> = read!(
            self,
            fetch_all,
            sqlx::query_scalar(sql::DOCUMENTS_OF_VOICE).bind(voice.as_str()).bind(i64::from(limit))
        )?;
        ids.iter().map(|id| self.parse("document id", id)).collect()
    }
}

impl Tx {
    /// Files whose voice a document is, and returns that.
    pub(crate) async fn put_voice(&mut self, filing: &Filing, is_new: bool) -> Result<String, StoreError> {
        let document = filing.document.id.as_str();
        if !is_new {
            write!(self, sqlx::query(sql::DROP_VOICE_KEYS).bind(document))?;
        }
        let Some(signature) = &filing.signature else {
            if !is_new {
                write!(self, sqlx::query(sql::DROP_VOICE).bind(document))?;
            }
            return Ok(document.to_owned());
        };
        let keys = signature.keys();
        let copies_of = self.most_alike(document, signature, &keys).await?;
        let voice = copies_of.as_deref().unwrap_or(document);
        write!(
            self,
            sqlx::query(sql::PUT_VOICE)
                .bind(document)
                .bind(voice)
                .bind(copies_of.as_deref())
                .bind(signature.to_bytes())
        )?;
        if copies_of.is_none() {
            insert!(self, sql::PUT_VOICE_KEYS, keys, sql::PUT_VOICE_KEYS_TAIL, |row, key| {
                row.push_bind(*key).push_bind(document)
            });
        }
        Ok(voice.to_owned())
    }

    /// Returns the first document of a voice that a signature is a near-copy of; of several the most alike.
    async fn most_alike(
        &mut self,
        document: &str,
        signature: &Signature,
        keys: &[i64],
    ) -> Result<Option<String>, StoreError> {
        let result: Result<Vec<CandidateRow>, _> = on!(&mut self.inner, Inner, |tx| {
            let query = keys.iter().fold(sqlx::query_as(sql::VOICES_LIKE), |query, key| query.bind(*key));
            query.bind(document).fetch_all(&mut **tx).await
        });
        let found = result.map_err(|error| StoreError::of(&self.url, error))?;
        let near = found.into_iter().filter_map(|row| {
            let other = Signature::from_bytes(&row.signature)?;
            signature.is_near(&other).then(|| (signature.agrees_in(&other), row.document_id))
        });
        // The candidates are sorted by their ids: of those that are as alike the first stands.
        Ok(near.max_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.cmp(&a.1))).map(|(_, document)| document))
    }
}

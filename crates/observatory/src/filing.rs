//! Filing: a reading with its verdicts becomes a document in the registry, in one transaction.

use crate::check::{Said, subject};
use crate::corrections::{corrected, correction_version, target};
use crate::desk::Desk;
use crate::gist::gist;
use crate::reading::Reading;
use crate::registry::{Registry, RegistryError};
use entente_analysis::reconcile::{figure_key, quantity_key};
use entente_analysis::{Evidence, GRID_VERSION, verdict};
use entente_extract::VERSION;
use entente_model::{
    Claim, ClaimVersionId, Document, MentionId, ReadingId, Signature, Snapshot, SnapshotHash, Verdict,
    VerdictId,
};
use entente_store::{
    Correction, FiledClaim, FiledVerdict, Filing, GroupKeys, LaidOver, ReadingRecord, Store, StoreError,
};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The steps of filing a document, for those who want to watch or to stop it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// The bytes stand under their hash; no transaction is open.
    BlobWritten,
    /// A transaction is open; nothing is written through it.
    TransactionOpen,
    /// Everything is written, nothing is filed.
    BeforeCommit,
    /// The document is filed.
    AfterCommit,
}

impl Step {
    /// All steps with their names, in order.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::BlobWritten, "blob-written"),
        (Self::TransactionOpen, "transaction-open"),
        (Self::BeforeCommit, "before-commit"),
        (Self::AfterCommit, "after-commit"),
    ];
}

/// What filing a reading did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filed {
    /// The document is new.
    New,
    /// The document was there; this reading of it is new.
    Changed,
    /// Document and reading were there: nothing was written.
    Unchanged,
}

/// Keeps the bytes of a reading and its normalised text among the blobs, where they are not yet.
///
/// Filing does it too; doing it before, on another thread, saves waiting for the disk.
///
/// # Errors
/// When they cannot be written.
pub fn keep(store: &Store, reading: &Reading) -> Result<(), RegistryError> {
    store.blobs().put(&reading.bytes)?;
    store.blobs().put(reading.page.text.as_bytes())?;
    Ok(())
}

/// Prepares readings for filing, one after another: it checks their claims at a desk of its own.
pub struct Intake {
    registry: Registry,
    desk: Desk,
    as_of: Date,
    now: Timestamp,
}

/// A reading on its way into the registry.
#[derive(Debug)]
pub struct Prepared(Option<Box<Work>>);

/// What is to be filed of a reading.
#[derive(Debug)]
struct Work {
    filing: Filing,
    /// Claims that people have corrected, as they are with that.
    laid: Vec<LaidOver>,
    /// How many corrections there were.
    corrections: usize,
}

impl Intake {
    /// Starts to file; `as_of` is the day that verdicts are for, `now` the time that is written beside what is filed.
    #[must_use]
    pub fn new(registry: &Registry, as_of: Date, now: Timestamp) -> Self {
        Self { registry: registry.clone(), desk: Desk::default(), as_of, now }
    }

    /// Prepares a reading and files it.
    ///
    /// # Errors
    /// When the registry or its blobs cannot be written; nothing of the document is then filed.
    #[crate::boxed(?Send)]
    pub async fn file(&mut self, reading: &Reading) -> Result<Filed, RegistryError> {
        let prepared = self.prepare(reading).await?;
        self.registry.file(reading, &prepared, &|_| ()).await
    }

    /// Prepares a reading: checks its claims, and writes nothing.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn prepare(&mut self, reading: &Reading) -> Result<Prepared, RegistryError> {
        let (document, id) = describe(reading);
        let before = self.registry.store().reading_of(&document.id).await?;
        if before.as_ref() == Some(&id) {
            return Ok(Prepared(None));
        }
        self.evidence_for(reading).await?;
        // Nobody can have corrected what is not on file.
        let corrections = match before {
            Some(_) => self.registry.store().corrections_in(&document.id).await?,
            None => Vec::new(),
        };
        let laid = self.laid_over(reading, &document, &id, &corrections).await?;
        let filing = self.filing(reading, document, id);
        Ok(Prepared(Some(Box::new(Work { filing, laid, corrections: corrections.len() }))))
    }

    /// Lays what people have corrected over the claims of a reading.
    async fn laid_over(
        &mut self,
        reading: &Reading,
        document: &Document,
        id: &ReadingId,
        corrections: &[Correction],
    ) -> Result<Vec<LaidOver>, RegistryError> {
        if corrections.is_empty() {
            return Ok(Vec::new());
        }
        let mut extraction = reading.extraction.clone();
        let mut states = Vec::new();
        for (claim, mention) in extraction.claims.iter_mut().zip(reading.mentions()) {
            let target = target(mention);
            let own: Vec<&Correction> = corrections.iter().filter(|c| c.target == target).collect();
            if !own.is_empty() {
                let (corrected, state) = corrected(claim, own);
                *claim = corrected;
                states.push((claim.clone(), mention, state));
            }
        }
        let said = Said { extraction: &extraction, ..reading.said() };
        self.desk.fetch(&self.registry, &said, self.as_of).await?;
        let known = known(document, self.now);
        let laid = states.into_iter().map(|(claim, mention, state)| {
            let version = correction_version(&claim, mention, &document.snapshot);
            let verdict = verdict(&subject(&said, &claim), self.desk.evidence(), self.as_of);
            LaidOver {
                document: document.id.clone(),
                reading: id.clone(),
                snapshot: document.snapshot.clone(),
                id: mention.clone(),
                verdict: filed_verdict(&version, verdict, self.as_of, self.now),
                version,
                keys: group_keys(&claim, known),
                claim,
                present: state.present,
                confidence: state.confidence,
            }
        });
        Ok(laid.collect())
    }

    /// Returns evidence that holds what the claims and remarks of a reading need.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub async fn evidence_for(&mut self, reading: &Reading) -> Result<&Evidence, RegistryError> {
        self.desk.fetch(&self.registry, &reading.said(), self.as_of).await?;
        Ok(self.desk.evidence())
    }

    fn filing(&self, reading: &Reading, document: Document, id: ReadingId) -> Filing {
        let extraction = &reading.extraction;
        let said = reading.said();
        let claims = extraction.claims.iter().zip(reading.mentions());
        let claims = claims.map(|(claim, mention)| self.claim(&said, claim, mention, &document));
        Filing {
            source: reading.source.cloned(),
            snapshot: Snapshot {
                hash: document.snapshot.clone(),
                document: document.id.clone(),
                seen: self.now,
                bytes: reading.bytes.len() as u64,
                encoding: reading.page.encoding.to_owned(),
                content_type: reading.content_type.clone(),
            },
            reading: ReadingRecord {
                id,
                extractor: VERSION.to_owned(),
                attribution: extraction.attribution.clone(),
                at: self.now,
            },
            claims: claims.collect(),
            document,
            events: extraction.events.clone(),
            officials: extraction.officials.clone(),
            projects: extraction.projects.clone(),
            remarks: extraction.remarks.clone(),
            authors: extraction.authors.clone(),
            signature: Signature::of(&reading.page.text),
        }
    }

    fn claim(&self, said: &Said<'_>, claim: &Claim, id: &MentionId, document: &Document) -> FiledClaim {
        let version = version_of(claim, id, &document.snapshot);
        let verdict = verdict(&subject(said, claim), self.desk.evidence(), self.as_of);
        FiledClaim {
            id: id.clone(),
            claim: claim.clone(),
            keys: group_keys(claim, known(document, self.now)),
            verdict: filed_verdict(&version, verdict, self.as_of, self.now),
            version,
        }
    }
}

/// The day from which a document counts as known: published, else seen now.
fn known(document: &Document, now: Timestamp) -> Date {
    document.published.unwrap_or_else(|| TimeZone::UTC.to_datetime(now).date())
}

/// Returns what finds the claims that may stand against a claim; `known` is the day from which its document is.
#[must_use]
pub fn group_keys(claim: &Claim, known: Date) -> GroupKeys {
    let (quantity, figure) = (quantity_key(claim, known), figure_key(claim));
    let is_found = quantity.is_some() || figure.is_some();
    GroupKeys { quantity, figure, gist: is_found.then(|| gist(claim)).flatten() }
}

impl Registry {
    /// Files what was prepared of a reading, in one transaction; `watch` is told each step.
    ///
    /// # Errors
    /// When the registry or its blobs cannot be written; nothing of the document is then filed.
    #[crate::boxed(?Send)]
    pub async fn file(
        &self,
        reading: &Reading,
        prepared: &Prepared,
        watch: &dyn Fn(Step),
    ) -> Result<Filed, RegistryError> {
        let Some(work) = &prepared.0 else { return Ok(Filed::Unchanged) };
        let filing = &work.filing;
        let store = self.store();
        let before = store.reading_of(&filing.document.id).await?;
        if before.as_ref() == Some(&filing.reading.id) {
            return Ok(Filed::Unchanged); // The same text stood before it in the queue.
        }
        keep(store, reading)?;
        watch(Step::BlobWritten);
        let mut tx = store.begin().await?;
        watch(Step::TransactionOpen);
        let is_new = tx.file(filing).await?;
        if is_new && before.is_some() {
            // Nobody else writes now: what was corrected since this was prepared would be lost.
            let (target, given) = (format!("document:{}", filing.document.id), work.corrections as u64);
            let found = store.corrections_in(&filing.document.id).await?.len() as u64;
            if found != given {
                return Err(StoreError::Conflict { target, given, found }.into());
            }
            for laid in &work.laid {
                tx.lay_over(laid).await?;
            }
        }
        watch(Step::BeforeCommit);
        tx.commit().await?;
        watch(Step::AfterCommit);
        if !is_new {
            return Ok(Filed::Unchanged); // Another program has filed it since.
        }
        Ok(if before.is_some() { Filed::Changed } else { Filed::New })
    }
}

/// Returns what a reading says a document is, and the reading's id.
fn describe(reading: &Reading) -> (Document, ReadingId) {
    let page = &reading.page;
    let document = Document {
        id: reading.document.clone(),
        source: reading.source.map(|source| source.id.clone()),
        url: reading.url.clone(),
        title: page.title.clone(),
        lang: reading.extraction.lang,
        published: page.published,
        published_basis: page.published_basis,
        snapshot: page.hash.clone(),
        text_hash: page.text_hash(),
        chars: page.text.chars().count(),
    };
    let id = ReadingId::new(&document.snapshot, &document.text_hash, VERSION, &document);
    (document, id)
}

/// Returns the id of a version of a claim: its typed fields are hashed in their wire form.
fn version_of(claim: &Claim, id: &MentionId, snapshot: &SnapshotHash) -> ClaimVersionId {
    // A claim is plain data, which always has a JSON form.
    let fields = serde_json::to_string(claim).unwrap_or_default();
    ClaimVersionId::new(id, VERSION, snapshot, &fields)
}

/// Returns a verdict with its id, as it is filed.
pub(crate) fn filed_verdict(
    version: &ClaimVersionId,
    verdict: Verdict,
    as_of: Date,
    made: Timestamp,
) -> FiledVerdict {
    let id = VerdictId::new(version, GRID_VERSION, &verdict.releases(), as_of);
    FiledVerdict { id, grid: GRID_VERSION.to_owned(), as_of, made, verdict }
}

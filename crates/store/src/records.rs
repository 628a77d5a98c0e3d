//! What goes into the registry and comes out of it, in terms of the model.

pub use entente_model::{AuthorId, ReadingId};

use crate::columns::integer;
use crate::cursor::{ClaimCursor, DocumentCursor};
use crate::place::place;
use entente_model::{
    Attribution, Author, Claim, ClaimKind, ClaimVersionId, Country, Dataset, Document, DocumentId, Event,
    MentionId, Modality, Official, Outcome, Pair, Project, Release, ReleaseId, Remark, Signature, Snapshot,
    SnapshotHash, Source, SourceId, Verdict, VerdictId,
};
use jiff::Timestamp;
use jiff::civil::Date;

/// Everything of one document, filed together.
#[derive(Debug, Clone)]
pub struct Filing {
    /// The publisher, where it is known.
    pub source: Option<Source>,
    /// The document.
    pub document: Document,
    /// The bytes that were read.
    pub snapshot: Snapshot,
    /// The reading.
    pub reading: ReadingRecord,
    /// The claims, in text order.
    pub claims: Vec<FiledClaim>,
    /// Events, in text order.
    pub events: Vec<Event>,
    /// Officials, in text order.
    pub officials: Vec<Official>,
    /// Projects, in text order.
    pub projects: Vec<Project>,
    /// Remarks, in text order.
    pub remarks: Vec<Remark>,
    /// Authors, in text order.
    pub authors: Vec<Author>,
    /// What near-copies of its text are known by; none where it is too short.
    pub signature: Option<Signature>,
}

/// One run of one version of the extractor over a snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingRecord {
    /// Its id.
    pub id: ReadingId,
    /// The extractor's version.
    pub extractor: String,
    /// Whom the text as a whole cites.
    pub attribution: Attribution,
    /// When it was read.
    pub at: Timestamp,
}

/// A claim to be filed, with what checking it said.
#[derive(Debug, Clone)]
pub struct FiledClaim {
    /// Its permanent id.
    pub id: MentionId,
    /// The id of this version of it.
    pub version: ClaimVersionId,
    /// The claim.
    pub claim: Claim,
    /// What finds the claims that may stand against it.
    pub keys: GroupKeys,
    /// What checking it said.
    pub verdict: FiledVerdict,
}

/// What finds the claims that may stand against a claim. Keys are made above the registry, which compares them only.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GroupKeys {
    /// The same where two claims are about one thing in one year; none where a pair has many such things.
    pub quantity: Option<String>,
    /// The same where two claims give one number; none where the number is none to be known by.
    pub figure: Option<String>,
    /// What it says, without its words: what is compared of every claim of a pair; none where it stands against no other.
    pub gist: Option<String>,
}

/// A verdict to be filed.
#[derive(Debug, Clone)]
pub struct FiledVerdict {
    /// Its id.
    pub id: VerdictId,
    /// The version of the grid.
    pub grid: String,
    /// What was known when.
    pub as_of: Date,
    /// When it was computed.
    pub made: Timestamp,
    /// The verdict.
    pub verdict: Verdict,
}

/// A document on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentEntry {
    /// The document.
    pub document: Document,
    /// The day from which it counts as known: published, else first seen.
    pub known: Date,
    /// When it was first seen.
    pub first_seen: Timestamp,
    /// Its newest reading.
    pub reading: ReadingId,
    /// The version of the extractor that read it.
    pub extractor: String,
    /// How many claims the newest reading found.
    pub claims: u64,
}

impl DocumentEntry {
    /// Returns where a list goes on after this document.
    #[must_use]
    pub fn cursor(&self) -> DocumentCursor {
        DocumentCursor::new(self.known, &self.document.id)
    }
}

/// Which documents are asked for.
#[derive(Debug, Clone, Default)]
pub struct DocumentFilter {
    /// Of this publisher.
    pub source: Option<SourceId>,
    /// Signed by this author.
    pub author: Option<AuthorId>,
    /// Known on this day or later.
    pub since: Option<Date>,
    /// Known on this day or before.
    pub until: Option<Date>,
    /// Whose title, names or quotes hold all these words; the last may be the beginning of one.
    pub q: Option<String>,
    /// Known by this day.
    pub as_of: Date,
    /// Only what follows, in the order of the list.
    pub after: Option<DocumentCursor>,
    /// At most so many.
    pub limit: u32,
}

/// Which claims are asked for.
#[derive(Debug, Clone, Default)]
pub struct ClaimFilter {
    /// Of this document.
    pub document: Option<DocumentId>,
    /// About this pair.
    pub pair: Option<Pair>,
    /// Of this kind.
    pub kind: Option<ClaimKind>,
    /// Of this modality.
    pub modality: Option<Modality>,
    /// In documents of this publisher.
    pub source: Option<SourceId>,
    /// In documents known on this day or later.
    pub since: Option<Date>,
    /// In documents known on this day or before.
    pub until: Option<Date>,
    /// With this outcome.
    pub outcome: Option<Outcome>,
    /// Whose quote, with the title of its document and the names in it, holds all these words; the last may be the
    /// beginning of one.
    pub q: Option<String>,
    /// In documents known by this day, and with what was said of them by then.
    pub as_of: Date,
    /// Only what follows, in the order of the list.
    pub after: Option<ClaimCursor>,
    /// At most so many.
    pub limit: u32,
}

/// A claim on file, as its newest reading has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimEntry {
    /// Its permanent id.
    pub id: MentionId,
    /// The document that it stands in.
    pub document: DocumentId,
    /// The day from which that document counts as known.
    pub known: Date,
    /// The id of the version.
    pub version: ClaimVersionId,
    /// The claim.
    pub claim: Claim,
    /// Whether the newest reading of the document still finds it.
    pub present: bool,
    /// The newest verdict for a day up to the one asked for.
    pub verdict: Option<LatestVerdict>,
}

impl ClaimEntry {
    /// Returns where a list goes on after this claim.
    #[must_use]
    pub fn cursor(&self) -> ClaimCursor {
        let (document, position) = (self.document.clone(), integer(self.claim.quote.start));
        ClaimCursor { place: place(self.known, &document), document, position, id: self.id.clone() }
    }
}

/// A verdict in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LatestVerdict {
    /// Its id.
    pub id: VerdictId,
    /// What was known when.
    pub as_of: Date,
    /// The outcome.
    pub outcome: Outcome,
}

/// One version of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimVersion {
    /// Its id.
    pub id: ClaimVersionId,
    /// The extractor's version.
    pub extractor: String,
    /// The snapshot that it was read from.
    pub snapshot: SnapshotHash,
    /// The reading that found it first.
    pub reading: ReadingId,
    /// The claim.
    pub claim: Claim,
}

/// A verdict on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredVerdict {
    /// Its id.
    pub id: VerdictId,
    /// The document that makes the claim.
    pub document: DocumentId,
    /// The claim that was checked.
    pub claim: MentionId,
    /// The version of the claim that was checked.
    pub version: ClaimVersionId,
    /// The version of the grid.
    pub grid: String,
    /// What was known when.
    pub as_of: Date,
    /// The verdict that it took the place of.
    pub supersedes: Option<VerdictId>,
    /// When it was computed.
    pub made: Timestamp,
    /// The verdict.
    pub verdict: Verdict,
}

/// A release on file, with the number of its observations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseEntry {
    /// The release.
    pub release: Release,
    /// How many observations it has.
    pub rows: u64,
}

impl ReleaseEntry {
    /// Returns the dataset of a release among some.
    #[must_use]
    pub fn dataset<'a>(&self, datasets: &'a [Dataset]) -> Option<&'a Dataset> {
        datasets.iter().find(|d| d.publisher == self.release.publisher && d.id == self.release.dataset)
    }

    /// Returns the id.
    #[must_use]
    pub const fn id(&self) -> &ReleaseId {
        &self.release.id
    }
}

/// An author on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorEntry {
    /// The id.
    pub id: AuthorId,
    /// The name.
    pub name: String,
    /// The longest note that a document gave.
    pub note: Option<String>,
    /// How many documents are signed by them.
    pub documents: u64,
}

/// A pair of which there are claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairEntry {
    /// The pair.
    pub pair: Pair,
    /// How many claims there are.
    pub claims: u64,
    /// The newest day from which a document that makes one is known.
    pub newest: Option<Date>,
    /// How many claims have each outcome; none is for those that were not checked by then. In the order of outcomes.
    pub tally: Vec<(Option<Outcome>, u64)>,
}

/// Returns the pair that parties are; none where they are not two countries.
pub(crate) fn pair_of(parties: &[Country]) -> Option<Pair> {
    match *parties {
        [a, b] => Pair::new(a, b),
        _ => None,
    }
}

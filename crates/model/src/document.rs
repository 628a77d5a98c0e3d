//! Documents, their snapshots, and the sources that publish them.

use crate::country::Country;
use crate::id::{DocumentId, SnapshotHash, SourceId};
use crate::lang::Lang;
use crate::words::{DateBasis, Tier};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A publisher that is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Its name.
    pub name: String,
    /// Its country, where it has one.
    pub country: Option<Country>,
    /// The languages it publishes in.
    pub languages: Vec<Lang>,
    /// What kind of publisher it is.
    pub tier: Tier,
    /// The hosts its pages stand on.
    pub hosts: Vec<String>,
}

/// One page or file of a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// Its permanent identity.
    pub id: DocumentId,
    /// Its publisher, where it is known.
    pub source: Option<SourceId>,
    /// Its canonical address, where it has one.
    pub url: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The language it was read in.
    pub lang: Lang,
    /// When it was published.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::Day>"))]
    pub published: Option<Date>,
    /// How that is known.
    pub published_basis: DateBasis,
    /// The hash of its newest snapshot.
    pub snapshot: SnapshotHash,
    /// The hash of the normalised text of that snapshot.
    pub text_hash: SnapshotHash,
    /// The length of the normalised text in code points.
    pub chars: usize,
}

/// The bytes of a document as they were at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Snapshot {
    /// The hash of the bytes.
    pub hash: SnapshotHash,
    /// The document.
    pub document: DocumentId,
    /// When the bytes were seen.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::Moment"))]
    pub seen: Timestamp,
    /// Their number.
    pub bytes: u64,
    /// Their encoding, as found.
    pub encoding: String,
    /// The content type that a server gave with them.
    pub content_type: Option<String>,
}

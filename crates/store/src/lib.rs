//! The registry: documents with their snapshots and claims, verdicts, and official figures, on SQLite or
//! PostgreSQL.
//!
#![doc = include_str!("../README.md")]
//!
//! # What this crate does not know
//!
//! It does not know where anything came from, and reads no clock: the time is passed in. Nothing above it sees SQL or
//! a row type: domain types go in and come out.
//!
//! # How it is built
//!
//! Each statement stands once, in `sql`, in the part of SQL that SQLite and PostgreSQL share; all writing goes through
//! [`Tx`], so that half a document cannot be filed. Bytes stand beside the registry as [`Blobs`], under their hash.

mod address;
mod audit;
mod authors;
mod blobs;
mod changes;
mod claims;
mod columns;
mod corrections;
mod counts;
mod cursor;
mod database;
mod documents;
mod entries;
mod error;
mod figures;
mod filing;
mod gists;
mod groups;
mod jobs;
mod lists;
mod loading;
mod maintenance;
mod observations;
mod open;
mod pairs;
mod parts;
mod place;
mod records;
mod revision;
mod search;
mod series;
mod sets;
mod sorting;
mod sql;
mod statements;
mod targets;
mod tokens;
mod told;
mod totals;
mod verdicts;
mod voices;

// Gives the future of a function to its callers in a box. The body of a plain `async fn` is compiled in each crate that
// awaits it, with every statement in it; that of a boxed one once, here.
pub use address::{Server, Url};
use async_recursion::async_recursion as boxed;
pub use audit::AuditEntry;
pub use blobs::Blobs;
pub use changes::{ChangeFilter, ObservationChange, VerdictChange};
pub use corrections::{Correction, LaidOver, PEOPLE, UNSURE};
pub use cursor::{ClaimCursor, CursorError, DocumentCursor, Page};
pub use database::{Store, Tx};
pub use documents::ReadingEntry;
pub use entries::{Entry, EntryFilter};
pub use error::StoreError;
pub use figures::FigureQuery;
pub use gists::{GistEntry, Gists, ProjectGist};
pub use jobs::{After, Job, JobTally, NewJob};
pub use maintenance::Verification;
pub use observations::{ObservationCursor, ObservationFilter};
pub use open::Mode;
pub use records::{
    AuthorEntry, AuthorId, ClaimEntry, ClaimFilter, ClaimVersion, DocumentEntry, DocumentFilter, FiledClaim,
    FiledVerdict, Filing, GroupKeys, LatestVerdict, PairEntry, ReadingId, ReadingRecord, ReleaseEntry,
    StoredVerdict,
};
pub use search::{NameHit, NameKind};
pub use sorting::Sorting;
pub use targets::TargetEntry;
pub use tokens::{Role, RoleError, TokenEntry};
pub use told::{OfficialEntry, Teller};
pub use voices::VoiceEntry;

//! The use cases: read a text, check it, show a pair.
//!
#![doc = include_str!("../README.md")]
//!
//! # What this crate does not know
//!
//! It knows no arguments, no terminal and no routes: whoever calls it prints what it returns. It reads no clock: the
//! day for which it answers is passed in.

pub mod answers;
pub mod brief;
pub mod calendar;
pub mod catalogue;
pub mod check;
pub mod claim_review;
pub mod conflicts;
pub mod corrections;
pub mod desk;
pub mod edits;
pub mod evidence;
pub mod examined;
pub mod export;
pub mod filing;
pub mod freshness;
mod gist;
pub mod iati;
pub mod import;
pub mod in_order;
pub mod indicators;
mod inflected;
pub mod input;
pub mod loading;
pub mod markdown;
pub mod mention;
pub mod messages;
pub mod mirror;
pub mod names;
pub mod naming;
pub mod normal_form;
pub mod officials;
pub mod on_file;
pub mod pair;
pub mod passages;
pub mod portfolio;
pub mod projects;
pub mod reading;
pub mod register;
pub mod registry;
pub mod reopening;
pub mod resolve;
pub mod review;
pub mod sessions;
pub mod since;
pub mod standing;
pub mod statements;
pub mod table_file;
pub mod targets;
mod told;
pub mod upkeep;
pub mod voice;
pub mod wire;
pub mod words;

// As in the store: compiled once, here, and not in each crate that awaits it.
use async_recursion::async_recursion as boxed;
pub use desk::SharedDesk;
pub use entente_analysis::{Definition, Evidence, GRID_VERSION, definitions};
pub use entente_ingest::statistics;
pub use entente_ingest::{FetchError, FetchPolicy, Fetcher, ReadError, Sources, read_manifest, walk};
pub use entente_store::{
    After, AuthorEntry, AuthorId, ChangeFilter, ClaimCursor, ClaimEntry, ClaimFilter, ClaimVersion,
    Correction, CursorError, DocumentCursor, DocumentEntry, DocumentFilter, Entry, EntryFilter, Job,
    LatestVerdict, Mode, NameKind, NewJob, ObservationCursor, ObservationFilter, PairEntry, Role, RoleError,
    Store, StoreError, StoredVerdict, TokenEntry, Url, Verification,
};
pub use evidence::{Figures, FiguresError};
pub use filing::{Filed, Intake, Prepared, Step};
pub use reading::{Hints, Reading, read};
pub use registry::{Registry, RegistryError};

/// A communique of our own wording to try the program on.
pub const SAMPLE: &str = include_str!("../data/sample.txt");

/// When the sample was published.
pub const SAMPLE_PUBLISHED: jiff::civil::Date = jiff::civil::date(2024, 7, 13);

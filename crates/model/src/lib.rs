//! The words of Entente as types: what a statement says, what a statistics office published, what checking gave.
//!
//! Nothing here does I/O, reads a clock or draws a random number; nothing can fail except parsing and
//! arithmetic. Every identifier is a newtype that can only be made by parsing or by hashing what it stands for.
//!
#![doc = include_str!("../README.md")]

pub mod claim;
pub mod country;
pub mod currency;
pub mod decimal;
pub mod document;
mod from_text;
pub mod id;
pub mod indicator;
pub mod interval;
pub mod key;
pub mod lang;
pub mod message;
pub mod observation;
pub mod partner;
pub mod period;
pub mod person;
pub mod quote;
pub mod region;
pub mod register;
pub mod release;
#[cfg(feature = "schema")]
pub mod schema;
pub mod scope;
pub mod search;
pub mod signature;
pub mod statement;
pub mod unit;
pub mod verdict;
pub mod words;

pub use claim::{Attribution, Claim, Confidence};
pub use country::Country;
pub use currency::Currency;
pub use decimal::Decimal;
pub use document::{Document, Snapshot, Source};
pub use id::{
    AuthorId, ClaimVersionId, DatasetId, DefinitionId, DocumentId, IdError, MentionId, ObservationId, Pair,
    PublisherId, ReadingId, ReleaseId, SnapshotHash, SourceId, VerdictId,
};
pub use indicator::IndicatorValue;
pub use interval::{Interval, Stated};
pub use lang::Lang;
pub use message::{Arg, Message};
pub use observation::{Observation, ObservationKey};
pub use partner::Partner;
pub use period::{Month, Period};
pub use person::name_key;
pub use quote::Quote;
pub use region::Region;
pub use register::{EntryId, EntryState, FieldError, Fields, Form};
pub use release::{Dataset, Release};
pub use scope::{Of, Scope};
pub use signature::Signature;
pub use statement::{Author, Event, Extraction, Official, Participant, Project, RegionOfCountry, Remark};
pub use unit::Unit;
pub use verdict::{Input, Outlook, Pace, RateInput, Tried, Verdict};
pub use words::{
    AgreementStatus, Basis, Bound, ClaimKind, DateBasis, Doubt, EntryKind, EventKind, EventStatus, Flow,
    Indicator, ItemStatus, Measure, Modality, Outcome, Per, Portion, ProjectStage, PublishedBasis,
    ShareSubject, Side, Status, Terms, Tier, TradeFlow, Valuation,
};

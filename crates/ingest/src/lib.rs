//! Bytes to pages and observations.
//!
#![doc = include_str!("../README.md")]
//!
//! # What this crate does not know
//!
//! It has no store and no SQL: it yields pages and observations, and whoever calls it files them. It reads no
//! clock and no setting of the environment: the date at which something is known is passed in by the caller. It
//! checks no claim and finds none.

pub mod date;
pub mod decode;
pub mod docx;
pub mod feed;
pub mod fetch;
pub mod guard;
pub mod html;
pub mod iati;
pub mod page;
pub mod pdf;
pub mod read;
mod rows;
pub mod sources;
pub mod statistics;
pub mod tables;

pub use decode::{DecodeError, Decoded, decode};
pub use feed::{Feed, Item};
pub use fetch::{FetchError, FetchPolicy, Fetched, Fetcher};
pub use page::{Given, Note, Page, PageError, read_item, read_page};
pub use read::{Input, ManifestEntry, Raw, ReadError, read_manifest, walk};
pub use sources::Sources;

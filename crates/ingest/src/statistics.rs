//! Official statistics: the bytes of tables and lists become releases and observations.
//!
//! [`table`] reads the tables of national offices, each told by a [`map`] which is data, so that next year's file
//! or another office's table is a new map and not new code. [`announced`] reads figures as offices announced
//! them. [`bundle`] holds the releases that come with the program; loading the original files gives the same
//! releases and observations under the same addresses.
//!
//! A row that cannot be read stops nothing: it becomes a [`Finding`]. A file that is not what its map says is an
//! error, because its columns could mean anything.

pub mod announced;
pub mod api;
pub mod bundle;
pub mod comtrade;
pub mod facts;
pub mod finding;
pub mod grid;
pub mod imts;
pub mod map;
pub mod own;
pub mod sdmx;
pub mod table;
pub mod worldbank;

pub use bundle::{Bundle, BundleError, bundled, bundled_for};
pub use finding::{Finding, Problem};
pub use map::{MapError, TableMap};
pub use table::{Load, TableError, TableFile, read_national, read_tables};

//! Official statistics: the bundled releases against an independent reading, the original files, and bad files.
//!
//! One binary for the crate's statistics; its parts are modules.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]

#[path = "statistics/asking.rs"]
mod asking;
#[path = "statistics/bad_files.rs"]
mod bad_files;
#[path = "statistics/bundled.rs"]
mod bundled;
#[path = "statistics/machine_files.rs"]
mod machine_files;
#[path = "statistics/originals.rs"]
mod originals;

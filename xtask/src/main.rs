//! Builds, data loading and maintenance.
fn main() {}

//! Verdicts on worked figures, on every branch of the order of outcomes, and on arbitrary claims.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test tells by failing")]

mod claims;
mod figures;
mod mirror;
mod money;
mod needed;
mod outcomes;
mod properties;
mod render;
mod rest;
mod shares;
mod targets;
mod turnover;
mod words;

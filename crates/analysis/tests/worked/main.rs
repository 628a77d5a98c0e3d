//! Verdicts on worked figures, on every branch of the order of outcomes, and on arbitrary claims.

mod claims;
mod figures;
mod outcomes;
mod properties;
mod render;
mod rest;
mod shares;
mod targets;
mod turnover;
mod words;

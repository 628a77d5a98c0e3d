//! Reads statements about cooperation between two countries out of texts.
mod amount;
mod calendar;
mod codepoints;
mod date;
mod detect;
mod lexicon;
mod meaning;
mod number;
mod pack;
mod party;
mod period;
mod reading;
mod sentence;
mod token;

pub use detect::detect;

//! How the words of a language change.

mod chain;
mod form;
mod script;
pub(crate) mod turkic;

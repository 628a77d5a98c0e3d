//! The message keys that verdicts use; the words stand in `messages/`.

/// The English words, in Fluent's syntax.
pub const ENGLISH: &str = include_str!("../messages/en.ftl");

/// Every key with the arguments that it is given.
pub const KEYS: &[(&str, &[&str])] = &[];

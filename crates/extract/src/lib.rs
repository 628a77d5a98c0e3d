//! Reads statements about cooperation between two countries out of texts.

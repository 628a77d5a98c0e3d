//! The server: the API, the pages, health and metrics over HTTP.
//!
#![doc = include_str!("../README.md")]
//!
//! # What this crate does not know
//!
//! It knows no SQL, no grammar and no formula: it asks `entente-observatory` and writes down what it is told, as JSON in
//! [`api`] and as pages in [`pages`].

pub mod api;
pub mod app;
pub mod config;
pub mod pages;
pub mod problem;
pub mod serve;

pub use app::{App, Clock};
pub use config::Config;
pub use problem::Problem;
pub use serve::{ServeError, serve};

//! The server: the API, the pages, health and metrics over HTTP.
//!
#![doc = include_str!("../README.md")]
//!
//! # What this crate does not know
//!
//! It knows no SQL, no grammar and no formula: it asks `entente-observatory` and writes down what it is told, as JSON in
//! [`api`] and as pages in [`pages`].

pub mod answer;
mod answers;
pub mod api;
pub mod app;
mod clients;
pub mod config;
mod desk;
mod edge;
pub mod home;
pub mod log;
mod metrics;
pub mod pages;
pub mod problem;
mod revision;
pub mod run;
pub mod serve;

pub use answer::Answer;
pub use app::{App, Clock};
pub use config::Config;
pub use problem::Problem;
pub use serve::{ServeError, serve};

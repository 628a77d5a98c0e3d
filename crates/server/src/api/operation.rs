//! What an operation of the API is. The table of them is all there is: routes, checks of parameters, the description and
//! the test that exercises each operation are made from it.

use crate::answer::Answer;
use crate::api::input::Input;
use crate::api::kind::{FILE, Kind};
use crate::app::App;
use crate::problem::Problem;
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use entente_observatory::Role;
use schemars::{Schema, SchemaGenerator};
use std::pin::Pin;

/// A table (RFC 4180).
pub const CSV: &str = "text/csv; charset=utf-8";

/// A calendar (RFC 5545).
pub const CALENDAR: &str = "text/calendar; charset=utf-8";

/// Markup of somebody else's standard.
pub const XML: &str = "application/xml";

/// Text with marks for headings and notes.
pub const MARKDOWN: &str = "text/markdown; charset=utf-8";

/// A Word document.
pub const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// One thing that can be asked of the API.
pub struct Operation {
    /// Its name in the description.
    pub id: &'static str,
    /// The method.
    pub method: Method,
    /// The path below `/api/v1`, with its parameters in braces.
    pub path: &'static str,
    /// What it does, in a sentence.
    pub summary: &'static str,
    /// Everything that can be given.
    pub parameters: &'static [Parameter],
    /// What it answers.
    pub answer: fn(&mut SchemaGenerator) -> Schema,
    /// The statuses that it succeeds with.
    pub statuses: &'static [&'static str],
    /// What the answer is made from.
    pub rests_on: RestsOn,
    /// Who may ask.
    pub role: Option<Role>,
    /// How many requests it counts as.
    pub cost: u32,
    /// Does it.
    pub run: fn(App, Input) -> Doing,
}

/// An operation under way.
pub type Doing = Pin<Box<dyn Future<Output = Result<Reply, Problem>> + Send>>;

/// What an answer is made from, and so how long it stays good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestsOn {
    /// What is on file: it is good until that changes.
    Registry,
    /// What was sent: it is made anew each time.
    Request,
}

/// What can be given to an operation.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// Where it stands.
    pub place: Place,
    /// Whether it must be given.
    pub required: bool,
    /// How it is written.
    pub kind: Kind,
    /// What it means.
    pub about: &'static str,
}

/// Where a parameter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the path.
    Path,
    /// In the path, with the slashes that it may have: the rest of the path.
    Rest,
    /// Behind the question mark.
    Query,
    /// In the body, a JSON object.
    Body,
    /// The body itself, the bytes of a file.
    File,
}

impl Parameter {
    /// Makes a parameter of the path.
    pub const fn path(name: &'static str, kind: Kind, about: &'static str) -> Self {
        Self { name, place: Place::Path, required: true, kind, about }
    }

    /// Makes a parameter behind the question mark that may be left out.
    pub const fn query(name: &'static str, kind: Kind, about: &'static str) -> Self {
        Self { name, place: Place::Query, required: false, kind, about }
    }

    /// Makes a key of the body that must be given.
    pub const fn need(name: &'static str, kind: Kind, about: &'static str) -> Self {
        Self { name, place: Place::Body, required: true, kind, about }
    }

    /// Makes the body, where it is a file.
    pub const fn file(about: &'static str) -> Self {
        Self { name: "file", place: Place::File, required: true, kind: FILE, about }
    }

    /// Makes a key of the body that may be left out.
    pub const fn body(name: &'static str, kind: Kind, about: &'static str) -> Self {
        Self { name, place: Place::Body, required: false, kind, about }
    }
}

impl Operation {
    /// Makes one that reads what is on file, for anybody; it counts as one request.
    pub const fn reading(
        id: &'static str,
        path: &'static str,
        summary: &'static str,
        parameters: &'static [Parameter],
        answer: fn(&mut SchemaGenerator) -> Schema,
        run: fn(App, Input) -> Doing,
    ) -> Self {
        Self {
            id,
            method: Method::GET,
            path,
            summary,
            parameters,
            answer,
            statuses: &["200"],
            rests_on: RestsOn::Registry,
            role: None,
            cost: 1,
            run,
        }
    }

    /// Counts it as so many requests.
    pub const fn costing(mut self, cost: u32) -> Self {
        self.cost = cost;
        self
    }

    /// Returns the whole path as the description has it.
    pub fn address(&self) -> String {
        format!("/api/v1{}", self.path)
    }

    /// Returns the whole path as the router has it.
    pub fn route(&self) -> String {
        let rest = self.parameters.iter().find(|parameter| parameter.place == Place::Rest);
        let path = self.address();
        rest.map_or(path.clone(), |rest| {
            path.replace(&format!("{{{}}}", rest.name), &format!("{{*{}}}", rest.name))
        })
    }

    /// Says whether a body is sent with it.
    pub fn has_body(&self) -> bool {
        self.parameters.iter().any(|parameter| matches!(parameter.place, Place::Body | Place::File))
    }

    /// Says whether the body is a file.
    pub fn has_file(&self) -> bool {
        self.parameters.iter().any(|parameter| parameter.place == Place::File)
    }

    /// Says whether it changes what is on file.
    pub fn writes(&self) -> bool {
        self.role.is_some() && self.method != Method::GET
    }

    /// Returns what it answers in: JSON, unless its path ends otherwise.
    pub fn media(&self) -> &'static str {
        match self.path.rsplit_once('.') {
            Some((_, "csv")) => CSV,
            Some((_, "ics")) => CALENDAR,
            Some((_, "xml")) => XML,
            Some((_, "md")) => MARKDOWN,
            Some((_, "docx")) => WORD,
            _ => crate::answer::JSON,
        }
    }
}

/// What an operation answers.
#[derive(Debug)]
pub enum Reply {
    /// What is good for a while and may be kept.
    Kept(Answer),
    /// What is good for this request.
    Fresh {
        /// The status.
        status: StatusCode,
        /// Where what was made stands.
        location: Option<String>,
        /// JSON.
        body: Vec<u8>,
    },
}

impl Reply {
    /// Returns the answer that may be kept.
    pub fn into_answer(self) -> Answer {
        match self {
            Self::Kept(answer) => answer,
            Self::Fresh { body, .. } => Answer::new(crate::answer::JSON, body),
        }
    }

    /// Writes it as an answer to a request.
    pub fn respond(self, request: &HeaderMap) -> Response {
        match self {
            Self::Kept(answer) => answer.respond(request),
            Self::Fresh { status, location, body } => {
                let headers =
                    [(header::CONTENT_TYPE, crate::answer::JSON), (header::CACHE_CONTROL, "no-store")];
                let mut response = (status, headers, body).into_response();
                if let Some(location) = location.and_then(|location| HeaderValue::try_from(location).ok()) {
                    response.headers_mut().insert(header::LOCATION, location);
                }
                response
            }
        }
    }
}

/// Answers with a value of the wire that may be kept.
///
/// # Errors
/// When it has no JSON form.
pub fn kept(value: &impl serde::Serialize) -> Result<Reply, Problem> {
    Answer::json(value).map(Reply::Kept)
}

/// Answers with something of another kind than JSON that may be kept.
pub fn kept_as(media: &'static str, body: impl Into<Bytes>) -> Reply {
    Reply::Kept(Answer::new(media, body))
}

/// Answers with a value of the wire that is good for this request.
///
/// # Errors
/// When it has no JSON form.
pub fn fresh(
    status: StatusCode,
    location: Option<String>,
    value: &impl serde::Serialize,
) -> Result<Reply, Problem> {
    Ok(Reply::Fresh { status, location, body: crate::answer::json(value)? })
}

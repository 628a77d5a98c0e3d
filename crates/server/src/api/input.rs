//! What a request gives to an operation, read and checked against the table: what is not in it is refused.

use crate::api::operation::{Operation, Parameter, Place};
use crate::app::App;
use crate::auth::Holder;
use crate::problem::Problem;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use entente_observatory::answers::List;
use entente_observatory::corrections::By;
use jiff::civil::Date;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};
use std::fmt::Display;
use std::str::FromStr;

/// What was given to an operation, each in its one normal form.
#[derive(Debug, Default)]
pub struct Input {
    values: Vec<(&'static str, String)>,
    today: Option<Date>,
    holder: Option<Holder>,
    file: Bytes,
}

impl Input {
    /// Reads what stands in the path and behind the question mark.
    ///
    /// # Errors
    /// When something is given that the operation does not take, twice, or in a form that is none.
    pub(crate) async fn read(operation: &Operation, parts: &mut Parts, today: Date) -> Result<Self, Problem> {
        let mut input = Self { today: Some(today), ..Self::default() };
        if operation.path.contains('{') {
            let given = RawPathParams::from_request_parts(parts, &()).await;
            let given = given.map_err(|_| Problem::new(StatusCode::BAD_REQUEST, "the path is not UTF-8"))?;
            for (name, value) in &given {
                input.take(operation, &[Place::Path, Place::Rest], name, value)?;
            }
        }
        for part in parts.uri.query().unwrap_or_default().split('&').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let (name, value) = (decoded("query", name)?, decoded(&shown(name), value)?);
            input.take(operation, &[Place::Query], &name, &value)?;
        }
        Ok(input)
    }

    /// Reads the body: a JSON object whose values are strings and numbers, or a file.
    ///
    /// # Errors
    /// When it is too long, none, compressed, or has something in it that the operation does not take.
    pub(crate) async fn read_body(
        &mut self,
        operation: &Operation,
        parts: &Parts,
        body: Body,
        most: usize,
    ) -> Result<(), Problem> {
        let media = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let media = media.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        if operation.has_file() && is_form(media) {
            return Err(unsupported("the body must be the file itself, not a form with it"));
        }
        if !operation.has_file() && !media.eq_ignore_ascii_case("application/json") {
            return Err(unsupported("the body must be JSON; say Content-Type: application/json"));
        }
        let coding = parts.headers.get(header::CONTENT_ENCODING);
        if coding.is_some_and(|coding| !coding.as_bytes().eq_ignore_ascii_case(b"identity")) {
            return Err(unsupported("the body must not be compressed; leave Content-Encoding out"));
        }
        let bytes = to_bytes(body, most).await.map_err(|_| {
            let detail = format!("the body is longer than {most} bytes, or broke off; send less");
            Problem::new(StatusCode::PAYLOAD_TOO_LARGE, detail)
        })?;
        if operation.has_file() {
            self.file = bytes;
            return Ok(());
        }
        self.read_json(operation, &bytes)
    }

    fn read_json(&mut self, operation: &Operation, bytes: &[u8]) -> Result<(), Problem> {
        let wrong = |what: &str| Problem::new(StatusCode::BAD_REQUEST, format!("the body is not {what}"));
        let object: Map<String, Value> =
            serde_json::from_slice(bytes).map_err(|error| wrong(&format!("a JSON object: {error}")))?;
        for (name, value) in object {
            let parameter = self.parameter(operation, &[Place::Body], &name)?;
            match value {
                // As where it is left out.
                Value::Null => {}
                Value::String(value) if !parameter.kind.is_number => {
                    self.take(operation, &[Place::Body], &name, &value)?;
                }
                Value::Number(value) if parameter.kind.is_number => {
                    self.take(operation, &[Place::Body], &name, &value.to_string())?;
                }
                _ => {
                    let expected = if parameter.kind.is_number { "a number" } else { "a string" };
                    return Err(Problem::field(name, format!("must be {expected}")));
                }
            }
        }
        let missing = |p: &&Parameter| p.place == Place::Body && p.required && !self.has(p.name);
        match operation.parameters.iter().find(missing) {
            Some(missing) => Err(Problem::field(missing.name, "must be given")),
            None => Ok(()),
        }
    }

    fn parameter(
        &self,
        operation: &Operation,
        places: &[Place],
        name: &str,
    ) -> Result<&'static Parameter, Problem> {
        let found = operation.parameters.iter().find(|p| places.contains(&p.place) && p.name == name);
        found.ok_or_else(|| {
            let taken = operation.parameters.iter().filter(|p| places.contains(&p.place)).map(|p| p.name);
            let taken = taken.collect::<Vec<_>>().join(", ");
            let taken =
                if taken.is_empty() { "none is taken here".to_owned() } else { format!("there are {taken}") };
            Problem::field(shown(name), format!("\"{}\" is not a parameter; {taken}", shown(name)))
        })
    }

    fn take(
        &mut self,
        operation: &Operation,
        places: &[Place],
        name: &str,
        value: &str,
    ) -> Result<(), Problem> {
        let parameter = self.parameter(operation, places, name)?;
        if self.has(parameter.name) {
            return Err(Problem::field(parameter.name, "is given twice; give it once"));
        }
        let value = (parameter.kind.read)(value).map_err(|detail| Problem::field(parameter.name, detail))?;
        self.values.push((parameter.name, value));
        Ok(())
    }

    /// Says who asks.
    pub(crate) fn held_by(&mut self, holder: Holder) {
        self.holder = Some(holder);
    }

    /// Returns who changes something, for which reason, having looked at which version.
    ///
    /// # Errors
    /// When the operation is not one for which a token is needed.
    pub fn by(&self, app: &App, seen: Option<u64>) -> Result<By, Problem> {
        let holder = self.holder.as_ref().ok_or_else(Problem::internal)?;
        Ok(holder.by(app, self.text("why").unwrap_or_default(), seen))
    }

    /// Takes out the file that was sent.
    pub fn take_file(&mut self) -> Bytes {
        std::mem::take(&mut self.file)
    }

    /// Returns everything that was given by a list of names: the fields of an entry.
    pub fn given(&self, names: impl Fn(&str) -> bool) -> Vec<(String, String)> {
        let given = self.values.iter().filter(|(name, _)| names(name));
        given.map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
    }

    /// Says whether something was given.
    pub fn has(&self, name: &str) -> bool {
        self.values.iter().any(|(given, _)| *given == name)
    }

    /// Returns what was given, as it was written.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(given, _)| *given == name).map(|(_, value)| value.as_str())
    }

    /// Takes a text out, so that it is not copied.
    pub fn take_text(&mut self, name: &str) -> Option<String> {
        let at = self.values.iter().position(|(given, _)| *given == name)?;
        Some(self.values.swap_remove(at).1)
    }

    /// Returns what was given as a value; none where it was left out.
    ///
    /// # Errors
    /// When it is not one: a cursor of another list.
    pub fn get<T: FromStr<Err: Display>>(&self, name: &'static str) -> Result<Option<T>, Problem> {
        let parsed = self.text(name).map(str::parse::<T>).transpose();
        parsed.map_err(|error| Problem::field(name, error.to_string()))
    }

    /// Returns what must have been given as a value.
    ///
    /// # Errors
    /// When it was left out, or is not one.
    pub fn need<T: FromStr<Err: Display>>(&self, name: &'static str) -> Result<T, Problem> {
        self.get(name)?.ok_or_else(|| Problem::field(name, "must be given"))
    }

    /// Returns the day to answer for: the one that was given, else today.
    pub fn as_of(&self) -> Date {
        let given = self.text("as_of").and_then(|date| date.parse().ok());
        given.or(self.today).unwrap_or(Date::MAX)
    }

    /// Returns how many items are wanted at most.
    pub fn limit(&self) -> u32 {
        let given = self.text("limit").and_then(|limit| limit.parse().ok());
        given.unwrap_or(crate::api::kind::LIMIT_DEFAULT)
    }

    /// Leaves the part of a whole list that is asked for; `key` names an item in a cursor.
    ///
    /// # Errors
    /// When the cursor is of another list.
    pub fn part<T>(&self, list: List<T>, key: impl Fn(&T) -> String) -> Result<List<T>, Problem> {
        let cursor = self.text("cursor");
        list.cut(cursor, self.limit() as usize, key).ok_or_else(not_of_the_list)
    }

    /// Returns what was asked in one form: the operation, everything given by name, the day.
    pub(crate) fn asked(&self, operation: &Operation) -> String {
        let mut values: Vec<_> = self.values.iter().filter(|(name, _)| *name != "as_of").collect();
        values.sort_unstable();
        let mut asked = format!("{} {}", operation.id, self.as_of());
        for (name, value) in values {
            // No value that is looked for among kept answers has one in it.
            asked.push('\0');
            asked.push_str(name);
            asked.push('=');
            asked.push_str(value);
        }
        asked
    }
}

/// Says that a cursor is none of the list that was asked for.
pub(crate) fn not_of_the_list() -> Problem {
    Problem::field("cursor", "is not a cursor of this list; give the `next` of the part before as it is")
}

/// Says whether a body is what a form of a browser sends.
fn is_form(media: &str) -> bool {
    ["multipart/form-data", "application/x-www-form-urlencoded"]
        .iter()
        .any(|form| media.eq_ignore_ascii_case(form))
}

fn unsupported(detail: &str) -> Problem {
    Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail)
}

fn shown(text: &str) -> String {
    text.chars().take(80).collect()
}

fn decoded(field: &str, text: &str) -> Result<String, Problem> {
    let text = text.replace('+', " ");
    let text = percent_decode_str(&text).decode_utf8();
    text.map(std::borrow::Cow::into_owned).map_err(|_| Problem::field(field, "is not UTF-8"))
}

//! Answers of the API: one JSON object with `data`, `count` and `error`.

use super::fields::{Fields, read};
use crate::statistics::facts::{FactError, Row, Rows};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// An answer. What is not named here is not looked at.
#[derive(Debug, Deserialize)]
struct Answer<'a> {
    #[serde(borrow, default)]
    data: Option<Vec<Record<'a>>>,
    #[serde(borrow, default)]
    error: Option<Cow<'a, str>>,
    /// What the gateway says where it does not let a request through.
    #[serde(borrow, default)]
    message: Option<Cow<'a, str>>,
    #[serde(default, rename = "statusCode")]
    status: Option<u16>,
    #[serde(default)]
    count: Option<i64>,
}

/// A row of an answer. Numbers are kept as they are written.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Record<'a> {
    #[serde(borrow)]
    type_code: Option<&'a RawValue>,
    #[serde(borrow)]
    freq_code: Option<&'a RawValue>,
    #[serde(borrow)]
    period: Option<&'a RawValue>,
    #[serde(borrow)]
    reporter_code: Option<&'a RawValue>,
    #[serde(borrow, rename = "reporterISO")]
    reporter_iso: Option<&'a RawValue>,
    #[serde(borrow)]
    flow_code: Option<&'a RawValue>,
    #[serde(borrow)]
    partner_code: Option<&'a RawValue>,
    #[serde(borrow, rename = "partnerISO")]
    partner_iso: Option<&'a RawValue>,
    #[serde(borrow)]
    partner2_code: Option<&'a RawValue>,
    #[serde(borrow)]
    classification_code: Option<&'a RawValue>,
    #[serde(borrow)]
    cmd_code: Option<&'a RawValue>,
    #[serde(borrow)]
    customs_code: Option<&'a RawValue>,
    #[serde(borrow)]
    mot_code: Option<&'a RawValue>,
    #[serde(borrow)]
    mos_code: Option<&'a RawValue>,
    #[serde(borrow)]
    cifvalue: Option<&'a RawValue>,
    #[serde(borrow)]
    fobvalue: Option<&'a RawValue>,
    #[serde(borrow)]
    primary_value: Option<&'a RawValue>,
    /// Where the bulk listing has files in place of rows.
    #[serde(borrow)]
    file_url: Option<&'a RawValue>,
}

/// Returns a scalar as its text: a string without its quotes, nothing for null. None of the codes has an escape in it.
fn text(raw: Option<&RawValue>) -> &str {
    let text = raw.map_or("", RawValue::get);
    if text == "null" { "" } else { text.trim_matches('"').trim() }
}

impl<'a> Record<'a> {
    fn fields(&self) -> Fields<'a> {
        Fields {
            type_code: text(self.type_code),
            freq: text(self.freq_code),
            period: text(self.period),
            reporter: text(self.reporter_code),
            reporter_iso: text(self.reporter_iso),
            flow: text(self.flow_code),
            partner: text(self.partner_code),
            partner_iso: text(self.partner_iso),
            partner2: text(self.partner2_code),
            classification: text(self.classification_code),
            commodity: text(self.cmd_code),
            customs: text(self.customs_code),
            transport: text(self.mot_code),
            supply: text(self.mos_code),
            cif: text(self.cifvalue),
            fob: text(self.fobvalue),
            value: text(self.primary_value),
        }
    }
}

/// Reads an answer.
pub(super) fn rows<'a>(file: &'a str, bytes: &[u8]) -> Result<Rows<'a>, FactError> {
    let shape = |found: String| FactError::Shape {
        file: file.to_owned(),
        expected: "answer of the UN Comtrade API",
        found,
    };
    let answer: Answer<'_> =
        serde_json::from_slice(bytes).map_err(|error| shape(format!("{error}; is the file cut off?")))?;
    if let Some(refusal) = refusal(file, &answer) {
        return Err(refusal);
    }
    let records = answer.data.ok_or_else(|| shape("it has no \"data\"".to_owned()))?;
    if records.iter().any(|record| record.file_url.is_some()) {
        return Err(shape("it is a list of bulk files; fetch the files themselves".to_owned()));
    }
    let mut rows = Vec::with_capacity(records.len());
    for (record, number) in records.iter().zip(1..) {
        rows.push(read(&record.fields()).map_err(|problem| FactError::Row {
            file: file.to_owned(),
            line: number,
            problem,
        })?);
    }
    whole(file, answer.count, rows)
}

/// The API tells how many rows there are; where more are told than given, the answer is a part.
fn whole<'a>(file: &'a str, count: Option<i64>, rows: Vec<Row>) -> Result<Rows<'a>, FactError> {
    let given = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    if let Some(count) = count.filter(|count| *count > given) {
        return Err(FactError::Shape {
            file: file.to_owned(),
            expected: "whole answer of the UN Comtrade API",
            found: format!(
                "it says that it has {count} rows and has {given}; ask for fewer periods or partners"
            ),
        });
    }
    Ok(Box::new(rows.into_iter().map(Ok)))
}

/// What the API and its gateway say when something is wrong, and what to do then.
fn refusal(file: &str, answer: &Answer<'_>) -> Option<FactError> {
    let error = answer.error.as_deref().filter(|error| !error.is_empty());
    let message = error.or(answer.message.as_deref().filter(|message| !message.is_empty()))?;
    let folded = message.to_lowercase();
    let advice = match answer.status {
        Some(401 | 403) if folded.contains("quota") || folded.contains("volume") => {
            "the quota of this key is used up; wait until it is renewed, or use another key"
        }
        Some(401 | 403) => "check the key that was given, or leave it out to use the preview",
        Some(429) => "too many requests; wait a minute and load again, what was loaded stays",
        _ if folded.contains("quota") => {
            "the quota of this key is used up; wait until it is renewed, or use another key"
        }
        _ if folded.contains("key") => "check the key that was given, or leave it out to use the preview",
        _ if folded.contains("period") => {
            "write years such as 2023 for annual data and months such as 202304 for monthly data"
        }
        _ => "see https://comtradedeveloper.un.org for the parameters that it takes",
    };
    Some(FactError::Answer {
        file: file.to_owned(),
        publisher: "UN Comtrade",
        message: message.chars().take(200).collect(),
        advice,
    })
}

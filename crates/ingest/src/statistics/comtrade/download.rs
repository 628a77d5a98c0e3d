//! CSV downloads. The official one writes `reporterCode`, libraries that pass it on write `reporter_code`: headings are
//! compared without case and underscores.

use super::fields::{Fields, read};
use crate::statistics::facts::{FactError, Row, Rows};
use csv::{Reader, StringRecord};
use std::io::Read;

/// The headings that must be there.
const NEEDED: [&str; 6] = ["period", "reportercode", "flowcode", "partnercode", "cmdcode", "primaryvalue"];

/// Where the fields stand.
struct Columns {
    type_code: Option<usize>,
    freq: Option<usize>,
    period: Option<usize>,
    reporter: Option<usize>,
    reporter_iso: Option<usize>,
    flow: Option<usize>,
    partner: Option<usize>,
    partner_iso: Option<usize>,
    partner2: Option<usize>,
    classification: Option<usize>,
    commodity: Option<usize>,
    customs: Option<usize>,
    transport: Option<usize>,
    supply: Option<usize>,
    cif: Option<usize>,
    fob: Option<usize>,
    value: Option<usize>,
}

impl Columns {
    fn locate(headings: &StringRecord) -> Result<Self, &'static str> {
        let folded =
            |heading: &str| heading.trim().trim_start_matches('\u{feff}').replace('_', "").to_lowercase();
        let headings: Vec<String> = headings.iter().map(folded).collect();
        let find = |name: &str| headings.iter().position(|heading| heading == name);
        if let Some(missing) = NEEDED.into_iter().find(|name| find(name).is_none()) {
            return Err(missing);
        }
        Ok(Self {
            type_code: find("typecode"),
            freq: find("freqcode"),
            period: find("period"),
            reporter: find("reportercode"),
            reporter_iso: find("reporteriso"),
            flow: find("flowcode"),
            partner: find("partnercode"),
            partner_iso: find("partneriso"),
            partner2: find("partner2code"),
            classification: find("classificationcode"),
            commodity: find("cmdcode"),
            customs: find("customscode"),
            transport: find("motcode"),
            supply: find("moscode"),
            cif: find("cifvalue"),
            fob: find("fobvalue"),
            value: find("primaryvalue"),
        })
    }

    fn fields<'r>(&self, record: &'r StringRecord) -> Fields<'r> {
        let text = |column: Option<usize>| column.and_then(|at| record.get(at)).map_or("", str::trim);
        Fields {
            type_code: text(self.type_code),
            freq: text(self.freq),
            period: text(self.period),
            reporter: text(self.reporter),
            reporter_iso: text(self.reporter_iso),
            flow: text(self.flow),
            partner: text(self.partner),
            partner_iso: text(self.partner_iso),
            partner2: text(self.partner2),
            classification: text(self.classification),
            commodity: text(self.commodity),
            customs: text(self.customs),
            transport: text(self.transport),
            supply: text(self.supply),
            cif: text(self.cif),
            fob: text(self.fob),
            value: text(self.value),
        }
    }
}

/// Reads a download.
pub(super) fn rows<'a>(file: &'a str, bytes: Box<dyn Read + Send + 'a>) -> Result<Rows<'a>, FactError> {
    let mut reader = csv::ReaderBuilder::new().from_reader(bytes);
    let headings = reader.headers().map_err(|error| of_csv(file, &error))?;
    let columns = Columns::locate(headings).map_err(|missing| FactError::Shape {
        file: file.to_owned(),
        expected: "download of UN Comtrade",
        found: format!("it has no column {missing}; its first line should hold {}", NEEDED.join(", ")),
    })?;
    Ok(Box::new(Download { file, reader, columns, record: StringRecord::new(), failed: false }))
}

struct Download<'a> {
    file: &'a str,
    reader: Reader<Box<dyn Read + Send + 'a>>,
    columns: Columns,
    record: StringRecord,
    failed: bool,
}

impl Iterator for Download<'_> {
    type Item = Result<Row, FactError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        let row = match self.reader.read_record(&mut self.record) {
            Ok(false) => return None,
            Ok(true) => read(&self.columns.fields(&self.record)).map_err(|problem| FactError::Row {
                file: self.file.to_owned(),
                line: self.record.position().map_or(0, csv::Position::line),
                problem,
            }),
            Err(error) => Err(of_csv(self.file, &error)),
        };
        self.failed = row.is_err();
        Some(row)
    }
}

/// Says what is wrong with a line of a CSV file.
pub(in crate::statistics) fn of_csv(file: &str, error: &csv::Error) -> FactError {
    let line = error.position().map_or(1, csv::Position::line);
    let problem = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("it has {len} fields, the lines before it {expected_len}; is the file cut off?")
        }
        csv::ErrorKind::Utf8 { .. } => "it is not UTF-8; save the file as UTF-8".to_owned(),
        _ => format!("it cannot be read ({error})"),
    };
    FactError::Row { file: file.to_owned(), line, problem }
}

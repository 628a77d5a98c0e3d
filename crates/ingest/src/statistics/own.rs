//! Figures of one's own in CSV, beside a description of whose they are.
//!
//! The columns are `reporter, partner, flow, period, value` and, where they are not everywhere the same, `product,
//! valuation, basis, unit, status, precision`, in any order. The description is a TOML file with the fields of
//! [`Description`]; it says who published the figures, so that no statement of an official becomes an observation.

use super::comtrade::of_csv;
use super::facts::{Fact, FactError, Format, Row, Rows, value};
use csv::StringRecord;
use entente_model::{
    Basis, Currency, Dataset, DatasetId, Flow, ObservationKey, Partner, Period, PublisherId, Status, Terms,
    Unit, Valuation,
};
use jiff::civil::Date;
use serde::Deserialize;
use std::fmt::Display;
use std::io::Read;
use std::str::FromStr;

/// Whose figures they are.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Description {
    /// The office's id, such as `stat.gov.kz`.
    pub publisher: PublisherId,
    /// The dataset's id.
    pub dataset: DatasetId,
    /// The dataset's title.
    pub title: String,
    /// The office's name.
    pub office: String,
    /// Where it stands.
    pub url: Option<String>,
    /// Under what terms the figures may be passed on.
    pub licence: String,
    /// Whether rows are passed on; where nothing is said, they are.
    #[serde(default = "open")]
    pub terms: Terms,
    /// When it was published, where that is known.
    pub published: Option<Date>,
    /// What is counted, where no column says so.
    #[serde(default = "unknown_basis")]
    pub basis: Basis,
    /// The unit, where no column says so.
    #[serde(default = "dollars")]
    pub unit: Unit,
}

fn open() -> Terms {
    Terms::Open
}

fn unknown_basis() -> Basis {
    Basis::Unknown
}

fn dollars() -> Unit {
    Unit::Money(Currency::USD)
}

/// Figures of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    description: Description,
}

impl Own {
    /// Takes a description, as TOML.
    ///
    /// # Errors
    /// A text that is no description; the message names the line.
    pub fn describe(file: &str, text: &str) -> Result<Self, FactError> {
        let description = toml::from_str(text).map_err(|error| FactError::Shape {
            file: file.to_owned(),
            expected: "description of a CSV of figures",
            found: error.to_string(),
        })?;
        Ok(Self { description })
    }
}

const NEEDED: [&str; 5] = ["reporter", "partner", "flow", "period", "value"];
const OTHERS: [&str; 6] = ["product", "valuation", "basis", "unit", "status", "precision"];

impl Format for Own {
    fn rows<'a>(&self, file: &'a str, bytes: Box<dyn Read + Send + 'a>) -> Result<Rows<'a>, FactError> {
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bytes);
        let headings = reader.headers().map_err(|error| of_csv(file, &error))?.clone();
        let columns = Columns::locate(file, &headings)?;
        let description = self.description.clone();
        let mut failed = false;
        let mut unit = None;
        let mut record = StringRecord::new();
        Ok(Box::new(std::iter::from_fn(move || {
            if failed {
                return None;
            }
            let row = match reader.read_record(&mut record) {
                Ok(false) => return None,
                Ok(true) => columns
                    .read(&record, &description)
                    .and_then(|row| one_unit(row, &mut unit))
                    .map_err(|problem| FactError::Row {
                        file: file.to_owned(),
                        line: record.position().map_or(0, csv::Position::line),
                        problem,
                    }),
                Err(error) => Err(of_csv(file, &error)),
            };
            failed = row.is_err();
            Some(row)
        })))
    }

    fn dataset(&self, _: &Fact) -> Dataset {
        let Description { publisher, dataset, title, office, url, licence, terms, .. } =
            self.description.clone();
        Dataset { publisher, id: dataset, title, office, reporter: None, url, licence, terms }
    }
}

/// Where the columns stand, in the order of `NEEDED` and `OTHERS`.
struct Columns {
    at: [Option<usize>; 11],
}

impl Columns {
    fn locate(file: &str, headings: &StringRecord) -> Result<Self, FactError> {
        let shape =
            |found: String| FactError::Shape { file: file.to_owned(), expected: "CSV of figures", found };
        if headings.get(0).is_some_and(|first| first.trim_start().starts_with('<')) {
            return Err(shape("it is a web page".to_owned()));
        }
        let names: Vec<String> =
            headings.iter().map(|h| h.trim_start_matches('\u{feff}').trim().to_lowercase()).collect();
        let known = || NEEDED.iter().chain(&OTHERS);
        if let Some(other) = names.iter().find(|name| !known().any(|known| known == name)) {
            let all: Vec<&str> = known().copied().collect();
            return Err(shape(format!("it has a column \"{other}\"; expected {}", all.join(", "))));
        }
        let mut at = [None; 11];
        for (slot, name) in at.iter_mut().zip(known()) {
            let mut places =
                names.iter().enumerate().filter(|(_, heading)| heading == name).map(|(at, _)| at);
            *slot = places.next();
            if places.next().is_some() {
                return Err(shape(format!("its column {name} stands twice")));
            }
            if slot.is_none() && NEEDED.contains(name) {
                return Err(shape(format!("it has no column {name}; expected {}", NEEDED.join(", "))));
            }
        }
        Ok(Self { at })
    }

    fn read(&self, record: &StringRecord, description: &Description) -> Result<Row, String> {
        let text = |at: usize| self.at.get(at).copied().flatten().and_then(|at| record.get(at)).unwrap_or("");
        let amount = text(4);
        let (value, mut precision) = value(amount).ok_or_else(|| {
            format!("\"{amount}\" is no number; write digits with a decimal point, such as 1234.5")
        })?;
        let flow: Flow = word(text(2))?;
        if value.is_sign_negative() && !value.is_zero() && flow != Flow::Balance {
            return Err(format!("the value {value} is below zero; a trade value is zero or more"));
        }
        if !text(10).is_empty() {
            precision = text(10)
                .parse()
                .map_err(|_| format!("\"{}\" is no precision; write 1, 0.1 or 1000", text(10)))?;
        }
        let product = Some(text(5)).filter(|code| !code.is_empty() && *code != "TOTAL").map(str::to_owned);
        if let Some(code) = product.as_deref().filter(|code| !code.bytes().all(|b| b.is_ascii_alphanumeric()))
        {
            return Err(format!(
                "\"{code}\" is no code of a product; write it in letters and digits, such as 27 or 270900"
            ));
        }
        let period: Period = word(text(3))?;
        let partner: Partner = word(text(1))?;
        let key = ObservationKey {
            reporter: word(text(0))?,
            partner,
            flow,
            product,
            period,
            valuation: or(text(6), Valuation::Unknown)?,
            basis: or(text(7), description.basis)?,
            unit: or(text(8), description.unit)?,
        };
        let status = or(text(9), Status::Unknown)?;
        Ok(Row::Fact(Fact { key, value, precision, status, published: description.published }))
    }
}

/// Refuses a second unit: values of one file are added up and compared.
fn one_unit(row: Row, unit: &mut Option<Unit>) -> Result<Row, String> {
    let Row::Fact(fact) = &row else { return Ok(row) };
    let (now, before) = (fact.key.unit, *unit.get_or_insert(fact.key.unit));
    if now == before {
        Ok(row)
    } else {
        Err(format!(
            "the unit is {now}, in the lines before it {before}; put each unit into a file of its own"
        ))
    }
}

fn word<T: FromStr<Err: Display>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: T::Err| error.to_string())
}

fn or<T: FromStr<Err: Display>>(text: &str, default: T) -> Result<T, String> {
    if text.is_empty() { Ok(default) } else { word(text) }
}

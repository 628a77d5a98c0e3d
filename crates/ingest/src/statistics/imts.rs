//! The IMF's International Trade in Goods by partner country (IMTS, once DOTS), out of its SDMX answers.
//!
//! Source: <https://data.imf.org/en/datasets/IMF.STA:IMTS>. `OBS_VALUE` is in plain dollars although `SCALE` is 6. The IMF
//! fills what a country did not report with estimates: rows whose `DERIVATION_TYPE` or status says so are estimated, and
//! are never shown as reported.

use super::facts::{Fact, FactError, Format, Row, Rows, value};
use super::sdmx::{Action, SdmxRow, message};
use entente_model::{
    Basis, Country, Currency, Dataset, DatasetId, Flow, Month, ObservationKey, Partner, Period, PublisherId,
    Status, Terms, Unit, Valuation,
};
use jiff::civil::Date;
use std::io::Read;

/// The IMF's IMTS in SDMX-CSV or SDMX-JSON.
#[derive(Debug, Clone, Copy, Default)]
pub struct Imts;

/// Where the API stands.
pub const BASE: &str = "https://api.imf.org/external/sdmx/3.0";

const LICENCE: &str = "IMF: free use with the source named; bulk redistribution needs permission \
    (https://www.imf.org/external/terms.htm)";

/// The IMF's groups that are the world, and what is allocated to no country.
const WORLD: [&str; 2] = ["G001", "W00"];
const UNSPECIFIED: [&str; 2] = ["GX001", "_X"];

impl Format for Imts {
    fn rows<'a>(&self, file: &'a str, bytes: Box<dyn Read + Send + 'a>) -> Result<Rows<'a>, FactError> {
        let rows = message(file, bytes)?;
        Ok(Box::new(rows.map(move |row| {
            let row = row?;
            read(&row).map_err(|problem| FactError::Row { file: file.to_owned(), line: row.line, problem })
        })))
    }

    #[expect(clippy::expect_used, reason = "the ids are constants, which a test reads")]
    fn dataset(&self, _: &Fact) -> Dataset {
        Dataset {
            publisher: "imf.org".parse::<PublisherId>().expect("a publisher's id"),
            id: "imts".parse::<DatasetId>().expect("a dataset's id"),
            title: "International Trade in Goods (by partner country)".to_owned(),
            office: "International Monetary Fund".to_owned(),
            reporter: None,
            url: Some("https://data.imf.org/en/datasets/IMF.STA:IMTS".to_owned()),
            licence: LICENCE.to_owned(),
            terms: Terms::Open,
        }
    }
}

fn read(row: &SdmxRow) -> Result<Row, String> {
    let indicator = row.code("INDICATOR");
    if row.action == Action::Delete {
        return Ok(Row::Passed("rows that take a figure back"));
    }
    if indicator.is_empty() && row.code("OBS_VALUE").is_empty() {
        return Ok(Row::Passed("rows without figures, which describe the dataset"));
    }
    let (flow, valuation) = match indicator {
        "XG_FOB_USD" => (Flow::Exports, Valuation::Fob),
        "MG_CIF_USD" => (Flow::Imports, Valuation::Cif),
        "MG_FOB_USD" => (Flow::Imports, Valuation::Fob),
        "TBG_USD" => return Ok(Row::Passed("balances, which are exports less imports")),
        "" => return Err("it has no INDICATOR; is this another dataset than IMTS?".to_owned()),
        other => {
            return Err(format!(
                "\"{other}\" is no indicator of IMTS; expected XG_FOB_USD, MG_CIF_USD or MG_FOB_USD"
            ));
        }
    };
    if row.code("OBS_VALUE").is_empty() {
        return Ok(Row::Passed("rows without a value"));
    }
    let Some(reporter) = row.code("COUNTRY").parse::<Country>().ok() else {
        return match row.code("COUNTRY") {
            code if code.starts_with('G') => Ok(Row::Passed("rows in which a group of countries reports")),
            code => Err(format!("COUNTRY \"{code}\" is no country; expected an ISO 3166-1 alpha-3 code")),
        };
    };
    let partner = match row.code("COUNTERPART_COUNTRY") {
        code if WORLD.contains(&code) => Partner::World,
        code if UNSPECIFIED.contains(&code) => Partner::Unspecified,
        code => match code.parse::<Country>() {
            Ok(country) => Partner::Country(country),
            Err(_) if code.starts_with('G') => return Ok(Row::Passed("rows of groups of partners")),
            Err(_) => {
                return Err(format!(
                    "COUNTERPART_COUNTRY \"{code}\" is no country; expected an ISO 3166-1 alpha-3 code"
                ));
            }
        },
    };
    let text = row.code("OBS_VALUE");
    let (value, precision) =
        value(text).ok_or_else(|| format!("OBS_VALUE \"{text}\" is no number of dollars"))?;
    if value.is_sign_negative() && !value.is_zero() {
        return Err(format!("the value {value} is below zero; a trade value is zero or more"));
    }
    let unit = Unit::Money(Currency::USD);
    let key = ObservationKey {
        reporter,
        partner,
        flow,
        product: None,
        period: period(row.code("TIME_PERIOD"))?,
        valuation,
        basis: Basis::Goods,
        unit,
    };
    Ok(Row::Fact(Fact { key, value, precision, status: status(row), published: published(row) }))
}

/// What the row says of how its value came about.
fn status(row: &SdmxRow) -> Status {
    let marks = [row.code("STATUS"), row.code("OBS_STATUS"), row.code("DERIVATION_TYPE")];
    let is = |codes: &[&str]| marks.iter().any(|mark| codes.contains(mark));
    if is(&["E", "EST", "I", "IMP"]) {
        Status::Estimated
    } else if is(&["P", "PR"]) {
        Status::Preliminary
    } else if is(&["R", "RV"]) {
        Status::Revised
    } else {
        Status::Unknown
    }
}

fn published(row: &SdmxRow) -> Option<Date> {
    let text =
        [row.code("UPDATE_DATE"), row.code("PUBLICATION_DATE")].into_iter().find(|text| !text.is_empty())?;
    text.get(..10)?.parse().ok()
}

/// Reads `2023`, `2023-M04`, `2023-04`, `2023-Q1` and `2023-S1`, as SDMX writes periods.
fn period(text: &str) -> Result<Period, String> {
    let wrong = || format!("TIME_PERIOD \"{text}\" is no period; expected 2023, 2023-Q1 or 2023-M04");
    let (year, rest) = text.split_once('-').unwrap_or((text, ""));
    let year: i16 = year.parse().map_err(|_| wrong())?;
    let number = |text: &str| text.parse::<i8>().map_err(|_| wrong());
    match rest.split_at_checked(1).unwrap_or((rest, "")) {
        ("", _) => Period::year(year).ok_or_else(wrong),
        ("M", month) => Month::new(year, number(month)?).map(Period::Month).ok_or_else(wrong),
        ("Q", quarter) => format!("{year}-Q{}", number(quarter)?).parse().map_err(|_| wrong()),
        ("S", half) => format!("{year}-H{}", number(half)?).parse().map_err(|_| wrong()),
        _ => text.parse().map_err(|_| wrong()),
    }
}

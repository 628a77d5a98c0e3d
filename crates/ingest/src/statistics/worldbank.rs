//! The World Bank's indicators, out of answers of its API (version 2): output, population, exchange rates.
//!
//! Source: <https://datahelpdesk.worldbank.org/knowledgebase/topics/125589>. An answer is a list of two: what page this is
//! of how many, and the rows. A row without a value is passed over: the country has not reported that year.

use super::facts::{FactError, value};
use entente_model::{
    Country, Currency, Dataset, DatasetId, Indicator, IndicatorValue, Month, Period, PublishedBasis,
    PublisherId, Release, ReleaseId, SnapshotHash, Status, Terms, Unit,
};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeSet;
use url::Url;

/// Where the API stands.
pub const BASE: &str = "https://api.worldbank.org/v2";

const LICENCE: &str = "World Bank: CC BY 4.0 (https://datacatalog.worldbank.org/public-licenses)";

/// The series that are read, by what they say.
pub const SERIES: [(&str, Indicator); 3] = [
    ("NY.GDP.MKTP.CD", Indicator::Gdp),
    ("SP.POP.TOTL", Indicator::Population),
    ("PA.NUS.FCRF", Indicator::ExchangeRate),
];

/// What answers gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicators {
    /// The dataset.
    pub dataset: Dataset,
    /// The release.
    pub release: Release,
    /// The values, by country, indicator and period.
    pub values: Vec<IndicatorValue>,
    /// How many rows were passed over, by reason.
    pub passed: Vec<(&'static str, u64)>,
}

#[derive(Debug, Deserialize)]
struct Page<'a> {
    #[serde(default)]
    page: u32,
    #[serde(default)]
    pages: u32,
    #[serde(borrow, default)]
    lastupdated: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    message: Vec<Complaint<'a>>,
}

#[derive(Debug, Deserialize)]
struct Complaint<'a> {
    #[serde(borrow, default)]
    value: Cow<'a, str>,
}

#[derive(Debug, Deserialize)]
struct Record<'a> {
    #[serde(borrow)]
    indicator: Named<'a>,
    #[serde(borrow)]
    countryiso3code: Cow<'a, str>,
    #[serde(borrow)]
    date: Cow<'a, str>,
    #[serde(borrow)]
    value: Option<&'a RawValue>,
}

#[derive(Debug, Deserialize)]
struct Named<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
}

/// Reads the pages of one question, in their order; `loaded` dates them where the bank does not.
///
/// # Errors
/// An answer that is none, that says that something is wrong, or pages that are not all there.
pub fn read_indicators(pages: &[(String, Vec<u8>)], loaded: Date) -> Result<Indicators, FactError> {
    let mut reading = Reading::default();
    for (file, bytes) in pages {
        reading.page(file, bytes)?;
    }
    reading.finish(pages, loaded)
}

/// Returns the address of a page of a series for some countries and years.
#[must_use]
pub fn address(base: &Url, countries: &[Country], series: &str, years: (i16, i16), page: u32) -> Option<Url> {
    let list = if countries.is_empty() {
        "all".to_owned()
    } else {
        countries.iter().map(|country| country.alpha3()).collect::<Vec<_>>().join(";")
    };
    let mut url = base.clone();
    url.path_segments_mut().ok()?.pop_if_empty().extend(["country", &list, "indicator", series]);
    url.query_pairs_mut()
        .append_pair("format", "json")
        .append_pair("per_page", "1000")
        .append_pair("page", &page.to_string())
        .append_pair("date", &format!("{}:{}", years.0, years.1));
    Some(url)
}

/// Returns how many pages an answer says that there are.
///
/// # Errors
/// An answer that is none, or that says that something is wrong.
pub fn pages_of(file: &str, bytes: &[u8]) -> Result<u32, FactError> {
    split(file, bytes).map(|(page, _)| page.pages)
}

#[derive(Debug, Default)]
struct Reading {
    found: BTreeSet<(Country, Indicator, Period)>,
    values: Vec<(Country, Indicator, Period, Unit, entente_model::Decimal)>,
    updated: Option<Date>,
    empty: u64,
    areas: u64,
    last_page: u32,
    pages: u32,
}

fn split<'a>(file: &str, bytes: &'a [u8]) -> Result<(Page<'a>, Option<&'a RawValue>), FactError> {
    let shape = |found: String| FactError::Shape {
        file: file.to_owned(),
        expected: "answer of the World Bank's API",
        found,
    };
    let parts: Vec<&RawValue> = serde_json::from_slice(bytes)
        .map_err(|error| shape(format!("{error}; ask for format=json; is the file cut off?")))?;
    let first = parts.first().ok_or_else(|| shape("it is an empty list".to_owned()))?;
    let page: Page<'_> = serde_json::from_str(first.get())
        .map_err(|error| shape(format!("its first part does not tell the page ({error})")))?;
    if let Some(complaint) = page.message.first() {
        return Err(FactError::Answer {
            file: file.to_owned(),
            publisher: "the World Bank",
            message: complaint.value.chars().take(200).collect(),
            advice: "check the countries, the series and the years that were asked for",
        });
    }
    Ok((page, parts.get(1).copied()))
}

impl Reading {
    fn page(&mut self, file: &str, bytes: &[u8]) -> Result<(), FactError> {
        let (page, records) = split(file, bytes)?;
        if page.page <= 1 {
            (self.last_page, self.pages) = (0, page.pages);
        }
        if page.page != self.last_page + 1 || page.pages != self.pages {
            return Err(FactError::Shape {
                file: file.to_owned(),
                expected: "next page of an answer of the World Bank",
                found: format!("it is page {} of {}, after page {}", page.page, page.pages, self.last_page),
            });
        }
        self.last_page = page.page;
        let updated = page.lastupdated.as_deref().and_then(|date| date.parse().ok());
        self.updated = self.updated.max(updated);
        let Some(records) = records.filter(|records| records.get() != "null") else { return Ok(()) };
        let records: Vec<Record<'_>> =
            serde_json::from_str(records.get()).map_err(|error| FactError::Shape {
                file: file.to_owned(),
                expected: "answer of the World Bank's API",
                found: error.to_string(),
            })?;
        for (record, line) in records.iter().zip(1..) {
            self.record(record).map_err(|problem| FactError::Row { file: file.to_owned(), line, problem })?;
        }
        Ok(())
    }

    fn record(&mut self, record: &Record<'_>) -> Result<(), String> {
        let series = &*record.indicator.id;
        let Some((_, indicator)) = SERIES.iter().find(|(id, _)| *id == series) else {
            let known: Vec<&str> = SERIES.iter().map(|(id, _)| *id).collect();
            return Err(format!("\"{series}\" is no series that is read; expected {}", known.join(", ")));
        };
        // Regions and groups by income have codes of the bank's own, or none.
        let Ok(country) = record.countryiso3code.parse::<Country>() else {
            self.areas += 1;
            return Ok(());
        };
        let Some(text) = record.value.map(RawValue::get).filter(|text| *text != "null") else {
            self.empty += 1;
            return Ok(());
        };
        let (value, _) = value(text).ok_or_else(|| format!("\"{text}\" is no number"))?;
        if value.is_sign_negative() || value.is_zero() {
            return Err(format!("the value {value} is not above zero"));
        }
        let unit = match indicator {
            Indicator::Gdp => Unit::Money(Currency::USD),
            Indicator::Population => Unit::Count,
            Indicator::ExchangeRate => match country.currency() {
                Some(currency) => Unit::Money(currency),
                None => return Err(format!("{country} has no currency of its own")),
            },
        };
        let period = period(&record.date)?;
        if !self.found.insert((country, *indicator, period)) {
            return Err(format!("{country} {indicator} {period} stands a second time"));
        }
        self.values.push((country, *indicator, period, unit, value));
        Ok(())
    }

    #[expect(clippy::expect_used, reason = "the ids are constants, which a test reads")]
    fn finish(mut self, pages: &[(String, Vec<u8>)], loaded: Date) -> Result<Indicators, FactError> {
        let file =
            pages.last().map_or_else(|| "the World Bank's answer".to_owned(), |(file, _)| file.clone());
        if self.last_page != self.pages {
            return Err(FactError::Shape {
                file,
                expected: "whole answer of the World Bank",
                found: format!("pages {} to {} are missing", self.last_page + 1, self.pages),
            });
        }
        let passed = [("rows without a value", self.empty), ("rows of regions and groups", self.areas)];
        let passed: Vec<_> = passed.into_iter().filter(|(_, count)| *count > 0).collect();
        if self.values.is_empty() {
            let why: Vec<_> = passed.iter().map(|(why, count)| format!("{count} {why}")).collect();
            return Err(FactError::Empty { file, why: format!("; passed over: {}", why.join(", ")) });
        }
        self.values.sort_by_key(|(country, indicator, period, ..)| (*country, *indicator, *period));
        let dataset = Dataset {
            publisher: "worldbank.org".parse::<PublisherId>().expect("a publisher's id"),
            id: "wdi".parse::<DatasetId>().expect("a dataset's id"),
            title: "World Development Indicators".to_owned(),
            office: "World Bank".to_owned(),
            reporter: None,
            url: Some("https://data.worldbank.org".to_owned()),
            licence: LICENCE.to_owned(),
            terms: Terms::Open,
        };
        let release = self.release(&dataset, pages, loaded);
        let value = |(country, indicator, period, unit, value)| IndicatorValue {
            country,
            indicator,
            period,
            unit,
            value,
            status: Status::Unknown,
            release: release.id.clone(),
        };
        let values = self.values.into_iter().map(value).collect();
        Ok(Indicators { dataset, release, values, passed })
    }

    fn release(&self, dataset: &Dataset, pages: &[(String, Vec<u8>)], loaded: Date) -> Release {
        let hash = match pages {
            [(_, only)] => SnapshotHash::of(only),
            many => {
                let hashes: String =
                    many.iter().map(|(_, bytes)| format!("{}\n", SnapshotHash::of(bytes))).collect();
                SnapshotHash::of(hashes.as_bytes())
            }
        };
        let countries: BTreeSet<&str> = self.values.iter().map(|(country, ..)| country.alpha3()).collect();
        let indicators: BTreeSet<&str> =
            self.values.iter().map(|(_, indicator, ..)| indicator.as_str()).collect();
        let periods = self.values.iter().map(|(_, _, period, ..)| *period);
        let (first, last) = (periods.clone().min(), periods.max());
        let between = first.zip(last).map(|(first, last)| format!(", {first} to {last}")).unwrap_or_default();
        let list = |words: BTreeSet<&str>| words.into_iter().collect::<Vec<_>>().join(", ");
        let countries =
            if countries.len() > 8 { format!("{} countries", countries.len()) } else { list(countries) };
        Release {
            id: ReleaseId::new(&dataset.publisher, &dataset.id, self.updated.unwrap_or(loaded), &hash),
            publisher: dataset.publisher.clone(),
            dataset: dataset.id.clone(),
            published: self.updated,
            published_basis: if self.updated.is_some() {
                PublishedBasis::Stated
            } else {
                PublishedBasis::Unknown
            },
            loaded,
            basis: entente_model::Basis::Unknown,
            coverage: format!("{} of {countries}{between}", list(indicators)),
            url: None,
            hash,
            note: None,
        }
    }
}

/// Reads `2023`, `2023M04` and `2023Q1`.
fn period(text: &str) -> Result<Period, String> {
    let wrong = || format!("\"{text}\" is no period; expected 2023, 2023Q1 or 2023M04");
    let (year, rest) = text.split_at_checked(4).ok_or_else(wrong)?;
    let year: i16 = year.parse().map_err(|_| wrong())?;
    match rest.split_at_checked(1).unwrap_or((rest, "")) {
        ("", _) => Period::year(year).ok_or_else(wrong),
        ("M", month) => {
            let month: i8 = month.parse().map_err(|_| wrong())?;
            Month::new(year, month).map(Period::Month).ok_or_else(wrong)
        }
        ("Q", quarter) => format!("{year}-Q{quarter}").parse().map_err(|_| wrong()),
        _ => Err(wrong()),
    }
}

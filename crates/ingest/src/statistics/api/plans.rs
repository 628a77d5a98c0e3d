//! Which addresses a service is asked, for some reporters and years.

use crate::statistics::{comtrade, imts, worldbank};
use entente_model::{Country, Flow, Period};
use url::Url;

/// An address with what is sent along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The address; it holds no key, so that it may be shown.
    pub url: Url,
    /// The form that is asked for.
    pub accept: &'static str,
    /// The header that carries the key, and the key.
    pub key: Option<(&'static str, String)>,
    /// How many rows at least mean that the answer was cut short; none where the service says so itself.
    pub cut_at: Option<usize>,
}

/// A statistics service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// UN Comtrade, annual.
    Comtrade,
    /// UN Comtrade, monthly.
    ComtradeMonthly,
    /// The IMF's IMTS, monthly.
    Imts,
    /// The World Bank's indicators.
    WorldBank,
}

/// Where the services stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bases {
    /// UN Comtrade.
    pub comtrade: Url,
    /// The IMF.
    pub imf: Url,
    /// The World Bank.
    pub worldbank: Url,
}

impl Default for Bases {
    #[expect(clippy::expect_used, reason = "three constants, which a test reads")]
    fn default() -> Self {
        let url = |text: &str| Url::parse(text).expect("an address");
        Self { comtrade: url(comtrade::query::BASE), imf: url(imts::BASE), worldbank: url(worldbank::BASE) }
    }
}

const FLOWS: [Flow; 4] = [Flow::Exports, Flow::Imports, Flow::ReExports, Flow::ReImports];
const JSON: &str = "application/json";
const SDMX_CSV: &str = "application/vnd.sdmx.data+csv;version=2.0.0";

impl Service {
    /// Returns the addresses to ask, in order: one release each. The World Bank answers in pages, of which these are the
    /// first.
    #[must_use]
    pub fn asked(
        self,
        bases: &Bases,
        reporters: &[Country],
        years: (i16, i16),
        key: Option<&str>,
    ) -> Vec<Asked> {
        match self {
            Self::Comtrade => comtrade(bases, reporters, yearly(years), key),
            Self::ComtradeMonthly => comtrade(bases, reporters, monthly(years), key),
            Self::Imts => reporters.iter().filter_map(|country| imts(bases, *country, years)).collect(),
            Self::WorldBank => worldbank::SERIES
                .iter()
                .filter_map(|(series, _)| world_bank_page(bases, reporters, series, years, 1))
                .collect(),
        }
    }
}

/// Returns the address of one page of one series of the World Bank.
pub fn world_bank_page(
    bases: &Bases,
    countries: &[Country],
    series: &str,
    years: (i16, i16),
    page: u32,
) -> Option<Asked> {
    let url = worldbank::address(&bases.worldbank, countries, series, years, page)?;
    Some(Asked { url, accept: JSON, key: None, cut_at: None })
}

fn comtrade(bases: &Bases, reporters: &[Country], periods: Vec<Period>, key: Option<&str>) -> Vec<Asked> {
    let limits = if key.is_some() { comtrade::query::KEYED } else { comtrade::query::PREVIEW };
    let query = comtrade::query::Query {
        reporters: reporters.to_vec(),
        partners: Vec::new(),
        periods,
        commodities: vec!["TOTAL".to_owned()],
        flows: FLOWS.to_vec(),
    };
    let asked = |part: comtrade::query::Query| {
        Some(Asked {
            url: part.address(&bases.comtrade, limits)?,
            accept: JSON,
            key: key.map(|key| ("Ocp-Apim-Subscription-Key", key.to_owned())),
            cut_at: Some(limits.rows),
        })
    };
    query.split(limits).into_iter().filter_map(asked).collect()
}

fn imts(bases: &Bases, reporter: Country, (first, last): (i16, i16)) -> Option<Asked> {
    let mut url = bases.imf.clone();
    url.path_segments_mut().ok()?.pop_if_empty().extend([
        "data",
        "dataflow",
        "IMF.STA",
        "IMTS",
        "+",
        &format!("{reporter}.XG_FOB_USD+MG_CIF_USD+MG_FOB_USD.*.M"),
    ]);
    let between = format!("ge:{first}-M01+le:{last}-M12");
    url.query_pairs_mut().append_pair("c[TIME_PERIOD]", &between);
    Some(Asked { url, accept: SDMX_CSV, key: None, cut_at: None })
}

fn yearly((first, last): (i16, i16)) -> Vec<Period> {
    (first..=last).filter_map(Period::year).collect()
}

fn monthly((first, last): (i16, i16)) -> Vec<Period> {
    let month = |(year, month)| entente_model::Month::new(year, month).map(Period::Month);
    (first..=last).flat_map(|year| (1..=12).map(move |month| (year, month))).filter_map(month).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_service_is_asked_for_what_it_has() {
        let kaz: Vec<Country> = vec!["KAZ".parse().unwrap()];
        let bases = Bases::default();
        let count = |service: Service, key| service.asked(&bases, &kaz, (2022, 2023), key).len();
        assert_eq!(count(Service::Comtrade, Some("k")), 1);
        assert_eq!(count(Service::Comtrade, None), 8);
        assert_eq!(count(Service::ComtradeMonthly, Some("k")), 2);
        assert_eq!(count(Service::WorldBank, None), 3);
        let imts = Service::Imts.asked(&bases, &kaz, (2022, 2023), None);
        assert_eq!(
            imts[0].url.as_str(),
            "https://api.imf.org/external/sdmx/3.0/data/dataflow/IMF.STA/IMTS/+/KAZ.XG_FOB_USD+MG_CIF_USD+MG_FOB_USD.*.M\
             ?c%5BTIME_PERIOD%5D=ge%3A2022-M01%2Ble%3A2023-M12"
        );
        let keyed = &Service::Comtrade.asked(&bases, &kaz, (2022, 2023), Some("secret"))[0];
        assert!(!keyed.url.as_str().contains("secret"));
    }
}

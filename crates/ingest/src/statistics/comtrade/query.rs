//! Questions to the API, split so that no answer is cut short.
//!
//! Limits as the API's documentation gives them: the preview answers with at most 500 rows and takes one period at a time;
//! with a key, 100,000 rows and 12 periods.

use entente_model::{Country, Flow, Period};
use url::Url;

/// Where the API stands.
pub const BASE: &str = "https://comtradeapi.un.org";

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Who reports.
    pub reporters: Vec<Country>,
    /// With whom; empty is everybody, the world among them.
    pub partners: Vec<Country>,
    /// Years, or months.
    pub periods: Vec<Period>,
    /// `TOTAL`, or chapters of the Harmonized System.
    pub commodities: Vec<String>,
    /// Which ways.
    pub flows: Vec<Flow>,
}

/// The limits of one way of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The path below the base.
    path: &'static str,
    /// How many periods at once.
    pub periods: usize,
    /// How many rows an answer has at most.
    pub rows: usize,
}

/// Without a key.
pub const PREVIEW: Limits = Limits { path: "public/v1/preview", periods: 1, rows: 500 };
/// With a key.
pub const KEYED: Limits = Limits { path: "data/v1/get", periods: 12, rows: 100_000 };

impl Query {
    /// Splits the question into such as one answer holds: one reporter each, few enough periods, and flow by flow or a few
    /// partners or commodities at a time where that is not enough.
    ///
    /// The rows of an answer are reckoned from above: each partner, flow and commodity of each period is one.
    #[must_use]
    pub fn split(&self, limits: Limits) -> Vec<Self> {
        let one_flow = self.rows_a_period() / self.flows.len().max(1);
        let flows = if self.rows_a_period() > limits.rows { 1 } else { self.flows.len().max(1) };
        let commodities = (limits.rows / self.width().max(1)).clamp(1, self.commodities.len().max(1));
        let partners = (limits.rows / flows).max(1);
        let periods = (limits.rows / (one_flow * flows).max(1)).clamp(1, limits.periods);
        let mut parts = Vec::new();
        for reporter in &self.reporters {
            for periods in self.periods.chunks(periods) {
                for flows in self.flows.chunks(flows) {
                    for commodities in self.commodities.chunks(commodities) {
                        for partners in groups(&self.partners, partners) {
                            parts.push(Self {
                                reporters: vec![*reporter],
                                partners,
                                periods: periods.to_vec(),
                                commodities: commodities.to_vec(),
                                flows: flows.to_vec(),
                            });
                        }
                    }
                }
            }
        }
        parts
    }

    /// How many partners an answer has at most: everybody is some 260 areas, the world and what is allocated to none.
    fn width(&self) -> usize {
        const EVERYBODY: usize = 260;
        if self.partners.is_empty() { EVERYBODY } else { self.partners.len() }
    }

    fn rows_a_period(&self) -> usize {
        self.width() * self.flows.len() * self.commodities.len()
    }

    /// Returns the address that asks this, without a key: that goes into a header and into no log.
    #[must_use]
    pub fn address(&self, base: &Url, limits: Limits) -> Option<Url> {
        let monthly = self.periods.iter().any(|period| matches!(period, Period::Month(_)));
        let freq = if monthly { "M" } else { "A" };
        let mut url = base.join(&format!("{}/C/{freq}/HS", limits.path)).ok()?;
        let list = |items: Vec<String>| items.join(",");
        let number = |country: &Country| country.m49().to_string();
        let periods = self.periods.iter().map(|period| period.to_string().replace('-', "")).collect();
        url.query_pairs_mut()
            .append_pair("reporterCode", &list(self.reporters.iter().map(own_number).collect()))
            .append_pair("period", &list(periods))
            .append_pair("flowCode", &list(self.flows.iter().map(ToString::to_string).collect()))
            .append_pair("cmdCode", &self.commodities.join(","))
            .append_pair("customsCode", "C00")
            .append_pair("motCode", "0")
            .append_pair("partner2Code", "0")
            .append_pair("includeDesc", "true");
        if !self.partners.is_empty() {
            let partners =
                self.partners.iter().map(|country| own(country).unwrap_or_else(|| number(country)));
            url.query_pairs_mut().append_pair("partnerCode", &list(partners.collect()));
        }
        Some(url)
    }
}

/// Parts a list into groups of at most so many; an empty list, which means everybody, stays one.
fn groups(partners: &[Country], most: usize) -> Vec<Vec<Country>> {
    if partners.is_empty() {
        vec![Vec::new()]
    } else {
        partners.chunks(most).map(<[Country]>::to_vec).collect()
    }
}

fn own_number(country: &Country) -> String {
    own(country).unwrap_or_else(|| country.m49().to_string())
}

/// Returns the number that Comtrade has for a country where it is not that of M49.
fn own(country: &Country) -> Option<String> {
    let territory = super::fields::TERRITORIES.iter().find(|(_, iso)| *iso == country.alpha3());
    territory.map(|(number, _)| (*number).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn countries(codes: &str) -> Vec<Country> {
        codes.split_whitespace().map(|code| code.parse().unwrap()).collect()
    }

    fn years(first: i16, last: i16) -> Vec<Period> {
        (first..=last).map(Period::Year).collect()
    }

    const FLOWS: [Flow; 4] = [Flow::Exports, Flow::Imports, Flow::ReExports, Flow::ReImports];

    #[test]
    fn a_question_is_split_so_that_no_answer_is_cut_short() {
        let all = Query {
            reporters: countries("KAZ UZB"),
            partners: Vec::new(),
            periods: years(2000, 2023),
            commodities: vec!["TOTAL".to_owned()],
            flows: FLOWS.to_vec(),
        };
        let chapters =
            Query { commodities: (1..=97).map(|chapter| format!("{chapter:02}")).collect(), ..all.clone() };
        for query in [&all, &chapters] {
            for limits in [PREVIEW, KEYED] {
                let parts = query.split(limits);
                let fits = |part: &Query| part.rows_a_period() * part.periods.len() <= limits.rows;
                assert!(parts.iter().all(|part| fits(part) && part.periods.len() <= limits.periods));
                let asked: usize =
                    parts.iter().map(|p| p.periods.len() * p.flows.len() * p.commodities.len()).sum();
                assert_eq!(asked, 2 * 24 * 4 * query.commodities.len());
            }
        }
        // 1,040 rows a year: 12 years at once with a key; without, a year and a flow at a time.
        assert_eq!(all.split(KEYED).len(), 4);
        assert_eq!(all.split(PREVIEW).len(), 192);
    }

    #[test]
    fn an_address_asks_for_what_is_wanted() {
        let query = Query {
            reporters: countries("USA"),
            partners: countries("KAZ IND"),
            periods: vec!["2023-04".parse().unwrap()],
            commodities: vec!["TOTAL".to_owned()],
            flows: vec![Flow::Exports, Flow::Imports],
        };
        let base: Url = "http://127.0.0.1:9/".parse().unwrap();
        assert_eq!(
            query.address(&base, PREVIEW).unwrap().as_str(),
            "http://127.0.0.1:9/public/v1/preview/C/M/HS?reporterCode=842&period=202304&flowCode=X%2CM\
             &cmdCode=TOTAL&customsCode=C00&motCode=0&partner2Code=0&includeDesc=true&partnerCode=398%2C699"
        );
    }
}

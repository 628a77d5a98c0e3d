//! A desk to check at: the evidence that the claims at hand need, fetched out of a registry as they come.

mod shared;

pub use shared::{NotReady, SharedDesk};

use crate::check::{Said, subject};
use crate::registry::{Registry, RegistryError};
use entente_analysis::{Evidence, Partners, money, needs};
use entente_model::{Currency, IndicatorValue, Observation, Release, Remark};
use entente_store::FigureQuery;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What claims need of a registry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Query {
    Figures(FigureQuery),
    /// What a dollar cost in this money.
    Rates(Currency),
}

/// What a query finds.
enum Answer {
    Figures(Vec<Observation>),
    Rates(Vec<IndicatorValue>),
}

impl Query {
    async fn ask(self, registry: &Registry) -> Result<Answer, RegistryError> {
        Ok(match self {
            Self::Figures(query) => Answer::Figures(registry.store().observations(query).await?),
            Self::Rates(currency) => Answer::Rates(registry.store().rates(currency).await?),
        })
    }
}

/// Evidence, and what of the registry it holds already.
///
/// A verdict at a desk is the verdict over all of the registry: what a claim may rest on is fetched before it is
/// checked, in every vintage, and more evidence than a claim needs does not change its verdict.
#[derive(Debug, Default)]
pub struct Desk {
    evidence: Evidence,
    fetched: BTreeSet<Query>,
    has_releases: bool,
}

impl Desk {
    /// Returns what was fetched so far.
    #[must_use]
    pub const fn evidence(&self) -> &Evidence {
        &self.evidence
    }

    /// Fetches what the claims and remarks of a document need.
    pub(crate) async fn fetch(
        &mut self,
        registry: &Registry,
        said: &Said<'_>,
        as_of: Date,
    ) -> Result<(), RegistryError> {
        if !self.has_releases {
            self.add_releases(registry.releases().await?.releases);
        }
        for query in queries(said, as_of) {
            if !self.has(&query) {
                self.add(query, query.ask(registry).await?);
            }
        }
        Ok(())
    }

    /// Says whether what a query finds was fetched, by itself or with all of its reporter's.
    fn has(&self, query: &Query) -> bool {
        let whole = |query: &FigureQuery| Query::Figures(FigureQuery { partner: None, ..*query });
        self.fetched.contains(query)
            || matches!(query, Query::Figures(query) if self.fetched.contains(&whole(query)))
    }

    fn add_releases(&mut self, releases: Vec<Release>) {
        self.evidence.extend(releases, []);
        self.has_releases = true;
    }

    fn add(&mut self, query: Query, answer: Answer) {
        match answer {
            Answer::Figures(observations) => self.evidence.extend([], observations),
            Answer::Rates(values) => self.evidence.extend_rates(values),
        }
        self.fetched.insert(query);
    }
}

/// Returns what the claims and the remarks need, each once, whole reporters first.
fn queries(said: &Said<'_>, as_of: Date) -> BTreeSet<Query> {
    let claims = said.extraction.claims.iter().flat_map(|claim| needs(&subject(said, claim), as_of));
    let rates = said.extraction.claims.iter().filter_map(money).map(Query::Rates);
    let of_claims = claims.map(|need| FigureQuery {
        reporter: need.reporter,
        partner: match need.partners {
            Partners::One(partner) => Some(partner),
            Partners::All => None,
        },
    });
    let of_remark = |remark: &Remark| {
        let reporter = remark.parties.first().copied()?;
        Some(FigureQuery { reporter, partner: None })
    };
    let of_remarks = said.extraction.remarks.iter().filter_map(of_remark);
    of_claims.chain(of_remarks).map(Query::Figures).chain(rates).collect()
}

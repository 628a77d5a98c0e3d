//! Pairs: of which two countries there are claims, and the tally of what checking them says.

use super::List;
use crate::registry::{Registry, RegistryError};
use entente_model::{Outcome, Pair};
use entente_store::PairEntry;
use jiff::civil::Date;
use serde::Serialize;

/// A pair in a list.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PairItem {
    /// The pair.
    pub pair: Pair,
    /// How many claims there are.
    pub claims: u64,
    /// The newest day from which a document that makes one is known.
    #[cfg_attr(feature = "schema", schemars(with = "Option<entente_model::schema::Day>"))]
    pub newest: Option<Date>,
    /// How many claims have each outcome.
    pub tally: Vec<TallyItem>,
}

/// How many claims have an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TallyItem {
    /// The outcome; none of those that were not checked by then.
    pub outcome: Option<Outcome>,
    /// How many.
    pub claims: u64,
}

impl From<PairEntry> for PairItem {
    fn from(entry: PairEntry) -> Self {
        let tally = entry.tally.into_iter().map(|(outcome, claims)| TallyItem { outcome, claims });
        Self { pair: entry.pair, claims: entry.claims, newest: entry.newest, tally: tally.collect() }
    }
}

impl Registry {
    /// Lists the pairs that claims known by a day are about, in alphabetical order.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn pairs(&self, as_of: Date) -> Result<List<PairItem>, RegistryError> {
        Ok(List::whole(as_of, self.store().pairs(as_of).await?))
    }

    /// Returns which pairs claims known by a day are about, in alphabetical order: no more than what a form offers.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn pairs_named(&self, as_of: Date) -> Result<Vec<Pair>, RegistryError> {
        Ok(self.store().pairs_named(as_of).await?)
    }

    /// Returns how many claims about a pair have each outcome; none where no claim known by a day is about it.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn tally(&self, pair: Pair, as_of: Date) -> Result<Option<PairItem>, RegistryError> {
        Ok(self.store().pair(pair, as_of).await?.map(PairItem::from))
    }
}

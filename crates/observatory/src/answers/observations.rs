//! Observations: one by its address, and a list of them.

use super::List;
use crate::registry::{Registry, RegistryError};
use crate::wire::WIRE;
use entente_model::{
    Basis, Bound, Country, Decimal, Flow, Observation, ObservationId, Partner, Period, ReleaseId, Status,
    Unit, Valuation, decimal,
};
use entente_store::ObservationFilter;
use serde::Serialize;

/// One official number, with its address taken apart.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ObservationItem {
    /// Its address.
    pub id: ObservationId,
    /// Who reports.
    pub reporter: Country,
    /// With whom.
    pub partner: Partner,
    /// Which way.
    pub flow: Flow,
    /// Of what: a Harmonized System code; none is all products.
    pub product: Option<String>,
    /// When.
    pub period: Period,
    /// Where goods are valued.
    pub valuation: Valuation,
    /// What is counted.
    pub basis: Basis,
    /// In what.
    pub unit: Unit,
    /// The number, in base units.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub value: Decimal,
    /// The worth of one unit of the last published digit.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub precision: Decimal,
    /// What the number asserts.
    pub bound: Bound,
    /// How settled it is.
    pub status: Status,
    /// Its dataset, as publisher/dataset.
    pub dataset: String,
    /// The vintage.
    pub release: ReleaseId,
}

/// One official number by itself.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ObservationAnswer {
    /// The version of the wire.
    pub wire: u8,
    /// The observation.
    pub observation: ObservationItem,
}

impl From<Observation> for ObservationItem {
    fn from(observation: Observation) -> Self {
        let (id, key, release) = (observation.id(), observation.key, observation.release);
        Self {
            id,
            reporter: key.reporter,
            partner: key.partner,
            flow: key.flow,
            product: key.product,
            period: key.period,
            valuation: key.valuation,
            basis: key.basis,
            unit: key.unit,
            value: observation.value,
            precision: observation.precision,
            bound: observation.bound,
            status: observation.status,
            // A release's id begins with its publisher and its dataset.
            dataset: release.as_str().splitn(3, '/').take(2).collect::<Vec<_>>().join("/"),
            release,
        }
    }
}

impl Registry {
    /// Returns the observation of an address; none where it is not on file.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn observation(&self, id: &ObservationId) -> Result<Option<ObservationAnswer>, RegistryError> {
        let found = self.store().observation(id).await?;
        Ok(found.map(|observation| ObservationAnswer { wire: WIRE, observation: observation.into() }))
    }

    /// Lists observations by reporter, partner, flow, product, period and release.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn observations(
        &self,
        filter: &ObservationFilter,
    ) -> Result<List<ObservationItem>, RegistryError> {
        Ok(List::part(filter.as_of, self.store().observations_list(filter).await?))
    }
}

//! What a registry is read against: the definitions, the publishers that are read, the statistics.

use super::List;
use crate::evidence::Figures;
use crate::freshness::{Freshness, freshness};
use entente_analysis::{Definition, GRID_VERSION, definitions};
use entente_ingest::Sources;
use entente_model::{ClaimKind, Dataset, DefinitionId, Release, Source};
use jiff::civil::Date;
use serde::Serialize;

/// The definitions that a claim's number is tried against.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DefinitionList {
    /// The definitions, in the order in which they are tried.
    #[serde(flatten)]
    pub list: List<DefinitionItem>,
    /// The version of the whole.
    pub grid: &'static str,
}

/// A definition.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DefinitionItem {
    /// Its id.
    pub id: DefinitionId,
    /// Its version, which rises when the formula changes.
    pub version: u16,
    /// The kind of claim that it belongs to.
    pub kind: ClaimKind,
    /// When it is the plain reading; empty where it never is.
    pub plain: String,
    /// The formula.
    pub formula: String,
    /// What it means, in a sentence.
    pub description: String,
}

/// The statistics publications.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DatasetList {
    /// The publications, each with its releases.
    #[serde(flatten)]
    pub list: List<DatasetItem>,
    /// The publications by themselves, as this answer had them before it was a list.
    pub datasets: Vec<Dataset>,
    /// Every release that was known, by id.
    pub releases: Vec<Release>,
}

/// A statistics publication with its releases.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DatasetItem {
    /// The publication.
    #[serde(flatten)]
    pub dataset: Dataset,
    /// Whether its next release is overdue.
    pub freshness: Freshness,
    /// Its releases that were known, by id.
    pub releases: Vec<ReleaseItem>,
}

/// A release, and how many observations it has.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReleaseItem {
    /// The release.
    #[serde(flatten)]
    pub release: Release,
    /// How many observations it has.
    pub rows: u64,
}

impl From<&Definition> for DefinitionItem {
    fn from(definition: &Definition) -> Self {
        let Definition { id, version, kind, plain, formula, description } = definition.clone();
        Self { id, version, kind, plain, formula, description }
    }
}

/// Lists the definitions; they are the program's own, whatever the day.
#[must_use]
pub fn definition_list(as_of: Date) -> DefinitionList {
    let items: Vec<&Definition> = definitions().iter().collect();
    DefinitionList { list: List::whole(as_of, items), grid: GRID_VERSION }
}

/// Lists the publishers that are read; they are the program's own, whatever the day.
#[must_use]
pub fn source_list(as_of: Date) -> List<Source> {
    List::whole(as_of, Sources::bundled().all().cloned().collect::<Vec<_>>())
}

/// Lists the publications with those of their releases that were known on a day.
#[must_use]
pub fn dataset_list(figures: Figures, as_of: Date) -> DatasetList {
    let releases = figures.releases.into_iter().zip(figures.counts);
    let known = releases.filter(|(release, _)| release.known() <= as_of);
    let known: Vec<_> = known.map(|(release, rows)| ReleaseItem { release, rows }).collect();
    let item = |dataset: &Dataset| {
        let ours =
            |r: &&ReleaseItem| r.release.publisher == dataset.publisher && r.release.dataset == dataset.id;
        let freshness = freshness(dataset, known.iter().map(|item| &item.release), as_of);
        DatasetItem {
            dataset: dataset.clone(),
            freshness,
            releases: known.iter().filter(ours).cloned().collect(),
        }
    };
    let items: Vec<DatasetItem> = figures.datasets.iter().map(item).collect();
    let releases = known.into_iter().map(|item| item.release).collect();
    DatasetList { list: List::whole(as_of, items), datasets: figures.datasets, releases }
}

//! Statistics publications and their vintages.

use crate::country::Country;
use crate::id::{DatasetId, PublisherId, ReleaseId, SnapshotHash};
use crate::words::{Basis, PublishedBasis, Terms};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A statistics publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dataset {
    /// The office that publishes it.
    pub publisher: PublisherId,
    /// Its id within that publisher.
    pub id: DatasetId,
    /// Its title in English.
    pub title: String,
    /// The name of the office in English.
    pub office: String,
    /// The country that reports.
    pub reporter: Option<Country>,
    /// Where it stands.
    pub url: Option<String>,
    /// Under what terms it may be passed on, in words.
    pub licence: String,
    /// Whether its rows are.
    pub terms: Terms,
}

/// One vintage of a dataset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Release {
    /// Its id.
    pub id: ReleaseId,
    /// The office.
    pub publisher: PublisherId,
    /// The dataset.
    pub dataset: DatasetId,
    /// When it was published, where that is known.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::Day>"))]
    pub published: Option<Date>,
    /// How that is known.
    pub published_basis: PublishedBasis,
    /// When it was loaded.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::Day"))]
    pub loaded: Date,
    /// What it counts as trade.
    pub basis: Basis,
    /// What it covers, in words: reporters, partners, years.
    pub coverage: String,
    /// Where it was read from.
    pub url: Option<String>,
    /// The hash of the file it was read from.
    pub hash: SnapshotHash,
    /// What a reader should know of it.
    pub note: Option<String>,
}

impl Release {
    /// Returns the day from which its figures count as known: published, else loaded.
    #[must_use]
    pub fn known(&self) -> Date {
        self.published.unwrap_or(self.loaded)
    }
}

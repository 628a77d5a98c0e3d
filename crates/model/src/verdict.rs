//! Verdicts: what checking a claim says, with every definition tried, its inputs and its result.

use crate::country::Country;
use crate::currency::Currency;
use crate::decimal::{self, Decimal};
use crate::id::{DefinitionId, ObservationId, ReleaseId};
use crate::interval::Interval;
use crate::message::Message;
use crate::period::Period;
use crate::unit::Unit;
use crate::words::{Basis, Outcome, Status};
use serde::{Deserialize, Serialize};

/// What checking a claim says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Verdict {
    /// The outcome.
    pub outcome: Outcome,
    /// The definition that decided it.
    pub definition: Option<DefinitionId>,
    /// The number that this definition gives.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub computed: Option<Decimal>,
    /// What the claim's number asserts.
    pub interval: Option<Interval>,
    /// The period, where the claim names none and the latest complete year was taken.
    pub assumed_period: Option<Period>,
    /// What the verdict says in one sentence.
    pub summary: Message,
    /// Every definition of the grid, in its order.
    pub tried: Vec<Tried>,
    /// How often a made-up number would have agreed; none where nothing was computed.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub chance: Option<Decimal>,
    /// The one country whose report agrees, where a plain reading of another disagrees or is missing.
    pub one_side_only: Option<Country>,
    /// The announced figure meets the claim's interval without lying inside it.
    pub within_rounding: bool,
    /// By how much a value exceeds an "over", as a fraction of the number named.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub excess: Option<Decimal>,
    /// What else a reader should know.
    pub notes: Vec<Message>,
    /// For targets: how far and how fast.
    pub outlook: Option<Outlook>,
}

impl Verdict {
    /// Returns the releases that the inputs stand in, sorted, each once.
    #[must_use]
    pub fn releases(&self) -> Vec<ReleaseId> {
        let inputs = self.tried.iter().flat_map(|t| &t.inputs).map(|input| &input.release);
        let rates = self.tried.iter().flat_map(|t| &t.rates).map(|rate| &rate.release);
        let mut releases: Vec<ReleaseId> = inputs.chain(rates).cloned().collect();
        if let Some(outlook) = &self.outlook {
            releases.extend(outlook.paces.iter().flat_map(|p| &p.inputs).map(|i| i.release.clone()));
        }
        releases.sort_unstable();
        releases.dedup();
        releases
    }
}

/// One definition, tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tried {
    /// Which.
    pub definition: DefinitionId,
    /// Whether it is what the words plainly mean.
    pub plain: bool,
    /// The formula, with the countries and the period put in.
    pub formula: String,
    /// The number that it gives.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub computed: Option<Decimal>,
    /// The unit of that number.
    pub unit: Unit,
    /// The numbers that it gives over every choice it leaves open, or what announced figures assert.
    pub range: Option<Interval>,
    /// Whether the number lies in the claim's interval.
    pub matches: bool,
    /// Whether it matches only within the rounding of an announced figure.
    pub within_rounding: bool,
    /// The period that was computed.
    pub period: Option<Period>,
    /// What the numbers count; differs from what the claim counts where they are not comparable.
    pub basis: Basis,
    /// The observations that are missing.
    pub missing: Vec<String>,
    /// The observations that were used.
    pub inputs: Vec<Input>,
    /// The rates of exchange at which they were turned into the claim's money.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rates: Vec<RateInput>,
}

/// A rate of exchange that a definition used: the average price of a dollar over a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RateInput {
    /// The country whose money it is.
    pub country: Country,
    /// The money.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub currency: Currency,
    /// The period that the rate is the average of.
    pub period: Period,
    /// So many units of it for a dollar.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub value: Decimal,
    /// Its dataset, as publisher/dataset.
    pub dataset: String,
    /// Its vintage.
    pub release: ReleaseId,
}

/// An observation that a definition used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Input {
    /// Its address.
    pub observation: ObservationId,
    /// Its dataset, as publisher/dataset.
    pub dataset: String,
    /// Its vintage.
    pub release: ReleaseId,
    /// Its value.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub value: Decimal,
    /// What it counts.
    pub basis: Basis,
    /// How settled it is.
    pub status: Status,
}

/// How far and how fast a target asks to go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Outlook {
    /// The year by which it is to be reached, where one is named.
    pub deadline: Option<Period>,
    /// The year that the pace is reckoned to: the deadline, or a declared horizon.
    pub horizon: Period,
    /// By each reporter's figures.
    pub paces: Vec<Pace>,
}

/// A target seen from one reporter's series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pace {
    /// Who reports.
    pub reporter: Country,
    /// The latest complete year.
    pub last_period: Period,
    /// Its value.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub last_value: Decimal,
    /// Growth needed a year, in percent.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub needed: Decimal,
    /// Growth so far: compound growth a year over the series, in percent.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub so_far: Option<Decimal>,
    /// The first year of the series.
    pub first_period: Period,
    /// The number of yearly growths in the series.
    pub growths: usize,
    /// The median of the forecast for the horizon.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub median: Option<Decimal>,
    /// The chance of reaching the target, from 0 to 1; none for fewer than five growths.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub chance: Option<Decimal>,
    /// The observations that were used.
    pub inputs: Vec<Input>,
}

//! Claims: typed quantitative statements, each anchored to its exact quote.

use crate::country::Country;
use crate::decimal::{self, Decimal};
use crate::interval::{Interval, Stated};
use crate::period::Period;
use crate::quote::Quote;
use crate::scope::{Of, Scope};
use crate::unit::Unit;
use crate::words::{Basis, Bound, ClaimKind, Doubt, Measure, Modality, Per, Portion, ShareSubject, Side};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One typed quantitative statement. Its serde form is the wire form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Claim {
    /// What it is about.
    pub kind: ClaimKind,
    /// The countries: sorted, but [reporter, partner] for exports and imports, [of, partner] for a rank.
    pub parties: Vec<Country>,
    /// The whole that a share is of; the flow of a growth or rank; the country of a balance.
    pub of: Option<Of>,
    /// The value in base units: 4.5 billion is 4500000000.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub value: Decimal,
    /// The unit.
    pub unit: Unit,
    /// What the number asserts beside its value.
    pub bound: Bound,
    /// The side of an approximate value.
    pub side: Option<Side>,
    /// The time that it is about, where the text gives one.
    pub period: Option<Period>,
    /// Whether it is, is planned, or is a goal.
    pub modality: Modality,
    /// The portion of a project portfolio.
    pub stage: Option<Portion>,
    /// The sector, as written.
    pub sector: Option<String>,
    /// Who said so.
    pub attribution: Attribution,
    /// Where it stands.
    pub quote: Quote,
    /// How sure the extractor is.
    pub confidence: Confidence,
    /// Why it is not surer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<Doubt>,
    /// Investor, exporter of a growth or balance, lender.
    pub from: Option<Country>,
    /// Host, importer, borrower.
    pub to: Option<Country>,
    /// A region or city that the figure is limited to.
    pub place: Option<String>,
    /// The period that a growth compares with.
    pub base: Option<Period>,
    /// Level, increase or decrease.
    pub measure: Option<Measure>,
    /// The region or group that a rank is within.
    pub scope: Option<Scope>,
    /// How the two countries share.
    pub subject: Option<ShareSubject>,
    /// What is counted as trade, where the text says.
    pub basis: Option<Basis>,
    /// The product, as written.
    pub product: Option<String>,
    /// The time unit of an amount.
    pub per: Option<Per>,
    /// The worth of one unit of the last written digit, in base units.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub precision: Decimal,
}

impl Claim {
    /// Makes a claim that says no more than this: exact, actual, sure, of no period and by nobody.
    #[must_use]
    pub fn new(kind: ClaimKind, parties: Vec<Country>, stated: Stated, unit: Unit, quote: Quote) -> Self {
        Self {
            kind,
            parties,
            of: None,
            value: stated.value,
            unit,
            bound: Bound::Exact,
            side: None,
            period: None,
            modality: Modality::Actual,
            stage: None,
            sector: None,
            attribution: Attribution::default(),
            quote,
            confidence: Confidence::percent(100),
            doubts: Vec::new(),
            from: None,
            to: None,
            place: None,
            base: None,
            measure: None,
            scope: None,
            subject: None,
            basis: None,
            product: None,
            per: None,
            precision: stated.step,
        }
    }

    /// Returns what the number asserts; none where it is beyond exact arithmetic.
    #[must_use]
    pub fn asserts(&self) -> Option<Interval> {
        let stated = Stated { value: self.value, step: self.precision };
        stated.asserts(self.kind, self.unit, self.bound, self.side)
    }
}

/// Who said what is claimed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attribution {
    /// The person who is quoted.
    pub speaker: Option<String>,
    /// The press service, office or outlet that is cited.
    pub source: Option<String>,
}

/// How sure the extractor is, in hundredths from 0 to 100; a fraction on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Confidence(u8);

impl Confidence {
    /// Makes a confidence of `percent` hundredths, at most 100.
    #[must_use]
    pub const fn percent(percent: u8) -> Self {
        Self(if percent > 100 { 100 } else { percent })
    }

    /// Returns the hundredths.
    #[must_use]
    pub const fn as_percent(self) -> u8 {
        self.0
    }
}

impl Serialize for Confidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 100.0)
    }
}

impl<'de> Deserialize<'de> for Confidence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fraction = f64::deserialize(deserializer)?;
        if !(0.0..=1.0).contains(&fraction) {
            return Err(serde::de::Error::custom(format!("{fraction} is not a confidence between 0 and 1")));
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100 fits")]
        Ok(Self((fraction * 100.0).round() as u8))
    }
}

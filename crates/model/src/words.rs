//! The closed lists of the wire: small enums whose written forms other programs depend on.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// A word that is not in one of the closed lists.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("\"{given}\" is not a {what}; expected one of {expected}")]
pub struct WordError {
    /// What was given.
    pub given: String,
    /// The list that was asked for.
    pub what: &'static str,
    /// Its words.
    pub expected: String,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $what:literal { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant,)+ }

        impl $name {
            /// All words of the list, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Returns the word as it is written on the wire.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = WordError;

            fn from_str(s: &str) -> Result<Self, WordError> {
                Self::ALL.iter().copied().find(|word| word.as_str() == s).ok_or_else(|| WordError {
                    given: s.chars().take(80).collect(),
                    what: $what,
                    expected: [$($word),+].join(", "),
                })
            }
        }
    };
}

words!(
    /// What a claim is about.
    ClaimKind, "claim kind" {
        /// Goods exchanged between two countries, exports and imports together.
        TradeTurnover = "trade_turnover",
        /// What the first party sold to the second.
        Exports = "exports",
        /// What the first party bought from the second.
        Imports = "imports",
        /// Exports less imports of the country in `of`.
        TradeBalance = "trade_balance",
        /// Change of turnover, exports or imports.
        TradeGrowth = "trade_growth",
        /// A part of a larger trade.
        TradeShare = "trade_share",
        /// The second party's place among the first's partners.
        PartnerRank = "partner_rank",
        /// Number of joint projects.
        ProjectCount = "project_count",
        /// Worth of joint projects.
        ProjectValue = "project_value",
        /// Jobs of joint projects.
        ProjectJobs = "project_jobs",
        /// Capital invested.
        Investment = "investment",
        /// Number of companies with the other party's capital.
        CompanyCount = "company_count",
        /// Number of agreements.
        AgreementCount = "agreement_count",
        /// Worth of agreements.
        AgreementValue = "agreement_value",
        /// Freight carried.
        FreightVolume = "freight_volume",
        /// Flights in a period.
        Flights = "flights",
        /// What a plant, line or crossing can do.
        Capacity = "capacity",
        /// A surface.
        Area = "area",
        /// A number of people.
        Population = "population",
        /// Money lent.
        Loan = "loan",
        /// An amount allowed.
        Quota = "quota",
        /// A quantity about the cooperation that is none of the others.
        Other = "other",
    }
);

impl ClaimKind {
    /// Says whether the order of the parties carries meaning: [reporter, partner], [of, partner].
    #[must_use]
    pub const fn is_directed(self) -> bool {
        matches!(self, Self::Exports | Self::Imports | Self::PartnerRank)
    }

    /// Says whether the claim is about a portfolio of projects, which has portions (wire key `stage`).
    #[must_use]
    pub const fn is_portfolio(self) -> bool {
        matches!(self, Self::ProjectCount | Self::ProjectValue | Self::ProjectJobs)
    }

    /// Says whether trade statistics can answer the claim.
    #[must_use]
    pub const fn is_trade(self) -> bool {
        matches!(
            self,
            Self::TradeTurnover
                | Self::Exports
                | Self::Imports
                | Self::TradeBalance
                | Self::TradeGrowth
                | Self::TradeShare
                | Self::PartnerRank
        )
    }
}

words!(
    /// What a number asserts beside its value.
    Bound, "bound" {
        /// The number as written.
        Exact = "exact",
        /// Roughly the number; nearly, almost and close to also set [`Side::Below`].
        About = "about",
        /// More than the number.
        Over = "over",
        /// Less than the number.
        Under = "under",
        /// At most the number.
        UpTo = "up_to",
    }
);

words!(
    /// The side of the number on which an approximate value lies.
    Side, "side" {
        /// Nearly, almost, close to: the value lies below the number.
        Below = "below",
    }
);

words!(
    /// Whether a claim tells what is or what shall be.
    Modality, "modality" {
        /// It is, or was.
        Actual = "actual",
        /// A forecast or a plan.
        Planned = "planned",
        /// A goal or a task.
        Target = "target",
    }
);

words!(
    /// The part of a project portfolio that a claim is about (wire key `stage`).
    Portion, "portion" {
        /// All projects.
        Total = "total",
        /// Those that are done.
        Implemented = "implemented",
        /// Those that are under way.
        Ongoing = "ongoing",
        /// Those that are foreseen.
        Planned = "planned",
    }
);

words!(
    /// What an amount measures beside its kind.
    Measure, "measure" {
        /// The level reached.
        Level = "level",
        /// By how much more.
        Increase = "increase",
        /// By how much less.
        Decrease = "decrease",
    }
);

words!(
    /// How two countries share in a larger trade.
    ShareSubject, "share subject" {
        /// Both together account for it.
        Combined = "combined",
        /// The trade between them makes it up.
        Mutual = "mutual",
    }
);

words!(
    /// What is counted as trade.
    Basis, "basis" {
        /// Goods only.
        Goods = "goods",
        /// Services only.
        Services = "services",
        /// Goods and services.
        GoodsAndServices = "goods_and_services",
        /// The publisher does not say.
        Unknown = "unknown",
    }
);

words!(
    /// The time that an amount is counted by.
    Per, "time unit" {
        /// Each month.
        Month = "month",
        /// Each year.
        Year = "year",
    }
);

words!(
    /// The kinds of events.
    EventKind, "event kind" {
        /// A session of an intergovernmental or ministerial commission.
        CommissionSession = "commission_session",
        /// Talks, a call, a video conference.
        Meeting = "meeting",
        /// A visit of an official.
        Visit = "visit",
        /// A business or other forum.
        Forum = "forum",
        /// A signing of documents.
        Signing = "signing",
        /// Heads of state, or councils of them.
        Summit = "summit",
        /// Another event.
        Other = "other",
    }
);

words!(
    /// Whether an event has taken place.
    EventStatus, "event status" {
        /// It has.
        Held = "held",
        /// It is to come.
        Planned = "planned",
    }
);

words!(
    /// How far a project is.
    ProjectStage, "project stage" {
        /// Told of.
        Announced = "announced",
        /// Agreed upon.
        Agreed = "agreed",
        /// Paid for.
        Financed = "financed",
        /// Being built.
        UnderConstruction = "under_construction",
        /// At work.
        Launched = "launched",
        /// Stopped for now.
        Suspended = "suspended",
        /// Given up.
        Cancelled = "cancelled",
    }
);

words!(
    /// What checking a claim gave.
    Outcome, "outcome" {
        /// A plain reading reproduces it.
        Supported = "supported",
        /// Another declared definition reproduces it.
        SupportedOtherwise = "supported_otherwise",
        /// A plain reading comes close.
        Near = "near",
        /// Values exist, on another basis, currency or coverage only.
        NotComparable = "not_comparable",
        /// The observations of a plain reading are missing.
        NoData = "no_data",
        /// Every plain reading gives another number.
        Contradicted = "contradicted",
        /// A target whose deadline lies ahead, or that has none.
        Open = "open",
        /// A target that was reached in time.
        Met = "met",
        /// A target that was not.
        Missed = "missed",
    }
);

words!(
    /// The direction of trade, as UN Comtrade writes it, and what offices announce as one figure.
    Flow, "flow" {
        /// Exports.
        Exports = "X",
        /// Imports.
        Imports = "M",
        /// Re-exports: an of-which line of exports, never added to them.
        ReExports = "RX",
        /// Re-imports: an of-which line of imports, never added to them.
        ReImports = "RM",
        /// Exports and imports announced as one figure.
        Turnover = "TURNOVER",
        /// Exports less imports announced as one figure.
        Balance = "BALANCE",
    }
);

words!(
    /// What a trade figure is made of, in claims.
    TradeFlow, "trade flow" {
        /// Exports and imports together.
        Turnover = "turnover",
        /// Exports.
        Exports = "exports",
        /// Imports.
        Imports = "imports",
    }
);

words!(
    /// Where in its journey goods are valued.
    Valuation, "valuation" {
        /// Free on board: at the exporter's border.
        Fob = "FOB",
        /// Cost, insurance and freight: at the importer's border.
        Cif = "CIF",
        /// The publisher does not say.
        Unknown = "unknown",
    }
);

words!(
    /// How settled a figure is.
    Status, "status" {
        /// Published before it was complete.
        Preliminary = "preliminary",
        /// Settled.
        Final = "final",
        /// Replaces an earlier one.
        Revised = "revised",
        /// Not reported but estimated.
        Estimated = "estimated",
        /// The publisher does not say.
        Unknown = "unknown",
    }
);

words!(
    /// How a release's publication date is known.
    PublishedBasis, "basis of a date" {
        /// The publisher states it.
        Stated = "stated",
        /// It follows from something else.
        Inferred = "inferred",
        /// It is not known.
        Unknown = "unknown",
    }
);

words!(
    /// How a document's publication date is known.
    DateBasis, "basis of a date" {
        /// The caller gave it.
        Given = "given",
        /// It stands in the page's markup.
        Markup = "markup",
        /// It stands in the text.
        Text = "text",
        /// It is not known.
        Unknown = "unknown",
    }
);

words!(
    /// What kind of publisher a source is.
    Tier, "tier" {
        /// A government, its press services, a statistics office.
        Official = "official",
        /// A news agency.
        Agency = "agency",
        /// Any other outlet.
        Media = "media",
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_round_trip() {
        for kind in ClaimKind::ALL {
            assert_eq!(kind.as_str().parse::<ClaimKind>().as_ref(), Ok(kind));
        }
        assert_eq!(
            "up".parse::<Bound>().unwrap_err().to_string(),
            "\"up\" is not a bound; expected one of exact, about, over, under, up_to"
        );
    }
}

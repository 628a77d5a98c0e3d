//! The lists that claims and verdicts are written in.

use super::words;

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
    /// The time that an amount is counted by.
    Per, "time unit" {
        /// Each month.
        Month = "month",
        /// Each year.
        Year = "year",
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

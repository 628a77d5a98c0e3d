//! The lists that documents and what they tell beside claims are described in.

use super::words;

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

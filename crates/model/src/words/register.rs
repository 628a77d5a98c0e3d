//! The closed lists of the register: what is entered, and how far it is.

use super::words;

words!(
    /// What can be entered into the register.
    EntryKind, "kind of entry" {
        /// One decision with an owner and a deadline.
        ActionItem = "action_item",
        /// A joint project.
        Project = "project",
        /// An agreement between two countries.
        Agreement = "agreement",
    }
);

words!(
    /// How far an action item is. That it is overdue is reckoned, not entered.
    ItemStatus, "status of an action item" {
        /// Decided, not begun.
        Open = "open",
        /// Begun.
        InProgress = "in_progress",
        /// Done.
        Done = "done",
        /// Given up.
        Dropped = "dropped",
        /// Handed on to the next session.
        CarriedOver = "carried_over",
    }
);

words!(
    /// How far an agreement is.
    AgreementStatus, "status of an agreement" {
        /// Being drafted.
        Draft = "draft",
        /// Its text is agreed.
        Agreed = "agreed",
        /// Ready to be signed.
        ReadyForSignature = "ready_for_signature",
        /// Signed.
        Signed = "signed",
        /// In force.
        InForce = "in_force",
        /// No longer in force.
        Ended = "ended",
    }
);

impl ItemStatus {
    /// Says whether somebody still owes something.
    #[must_use]
    pub const fn is_owed(self) -> bool {
        matches!(self, Self::Open | Self::InProgress | Self::CarriedOver)
    }
}

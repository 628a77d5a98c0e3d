//! The remarks of a list: what a free note says about a figure, in a closed list of words.

use entente_model::{Bound, Flow};

/// A remark on a figure that is handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Note {
    /// The outlet cuts billions off instead of rounding them.
    Truncated,
    /// The figure is of an earlier year, as a later release carries it: a later vintage.
    EarlierYear,
    /// The page of one side's figures, read from the other side.
    TurnedRound,
    /// The year was inferred from the period.
    YearInferred,
    /// The page contradicts itself.
    Contradictory,
}

impl Note {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Truncated, "truncat"),
        (Self::EarlierYear, "earlier year"),
        (Self::TurnedRound, "turned round"),
        (Self::YearInferred, "year inferred"),
        (Self::Contradictory, "contradiction"),
    ];

    /// Returns the remark as a reader sees it.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Truncated => "the page cuts billions off, so that up to one unit more may be meant",
            Self::EarlierYear => "an earlier year, as this later release gives it",
            Self::TurnedRound => "given by the page from the partner's side",
            Self::YearInferred => "the page gives the months, not the year",
            Self::Contradictory => "the parts do not add up in the page",
        }
    }

    /// Finds the remarks of a note. Cutting off concerns billions only.
    pub(super) fn all_of(note: &str, stated_in_billions: bool) -> Vec<Self> {
        let applies = |found: Self| found != Self::Truncated || stated_in_billions;
        Self::ALL
            .into_iter()
            .filter(|(found, word)| note.contains(word) && applies(*found))
            .map(|(n, _)| n)
            .collect()
    }
}

/// Returns the bound that a note gives to a figure of a flow.
///
/// A note is clauses, set apart by `;`. A clause speaks of one flow where it opens with its name ("turnover stated
/// as over"), else of the figure itself ("stated as more than", "approximate").
pub(super) fn bound(note: &str, flow: Flow) -> Bound {
    note.split(';').find_map(|clause| clause_bound(clause.trim(), flow)).unwrap_or(Bound::Exact)
}

fn clause_bound(clause: &str, flow: Flow) -> Option<Bound> {
    let words = match clause.split_once("stated as ") {
        Some((subject, words)) => {
            let about_this = match subject.trim() {
                "" => true,
                "turnover" => flow == Flow::Turnover,
                "X" | "exports" => flow == Flow::Exports,
                "M" | "imports" => flow == Flow::Imports,
                "balance" => flow == Flow::Balance,
                _ => false,
            };
            about_this.then_some(words)?
        }
        None => clause,
    };
    let words = words.trim_start_matches('"').trim_start_matches("a little ");
    let opens = |known: &[&str]| known.iter().any(|word| words.starts_with(word));
    if opens(&["more than", "over", "exceeding", "surpassing", "above"]) {
        Some(Bound::Over)
    } else if opens(&["less than", "under", "below"]) {
        Some(Bound::Under)
    } else if opens(&["almost", "nearly", "around", "about", "roughly", "approximate"]) {
        Some(Bound::About)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(note: &str, turnover: Bound, exports: Bound) {
        assert_eq!((bound(note, Flow::Turnover), bound(note, Flow::Exports)), (turnover, exports), "{note}");
    }

    #[test]
    fn notes_give_bounds() {
        check("", Bound::Exact, Bound::Exact);
        check("stated as more than; -9%", Bound::Over, Bound::Over);
        check("turnover stated as \"over\"; X+M gives 9.91", Bound::Over, Bound::Exact);
        check("share 8.4%; X stated as almost", Bound::Exact, Bound::About);
        check("stated as a little over", Bound::Over, Bound::Over);
        check("approximate", Bound::About, Bound::About);
        check("around; -22.5%", Bound::About, Bound::About);
        check("roughly / nearly", Bound::About, Bound::About);
        check("date about 2024-12", Bound::Exact, Bound::Exact);
        check("exports stated as goods and services", Bound::Exact, Bound::Exact);
    }

    #[test]
    fn notes_give_remarks() {
        let note = "seven months; billions truncated; comparison figure for the earlier year";
        assert_eq!(Note::all_of(note, true), [Note::Truncated, Note::EarlierYear]);
        assert_eq!(Note::all_of(note, false), [Note::EarlierYear]);
    }
}

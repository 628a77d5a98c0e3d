//! The history of a target: who set which value for when, and what became of it.
//!
//! Claims of targets are joined by their **indicator**: everything that decides which number is meant but its value and its
//! time. A **milestone** is one value of an indicator with the deadline that is named for it; a text that names no deadline
//! speaks of the newest milestone of its value. What a later text says of the indicator repeats a milestone or moves it.

use crate::reconcile::{Told, indicator_key};
use entente_model::{Claim, Decimal, Modality, Period};
use jiff::ToSpan as _;
use jiff::civil::Date;
use rustc_hash::FxHashSet;
use serde::Serialize;

/// A target that nobody has repeated for so many years is taken for dropped, unless its deadline is over.
const YEARS_UNTIL_DROPPED: i64 = 3;

/// What a statement does to a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It is the first.
    Set,
    /// It says the same.
    Repeated,
    /// It names a deadline for a value that had none.
    Dated,
    /// It names a greater value.
    Raised,
    /// It names a smaller value.
    Lowered,
    /// It names a later deadline.
    Postponed,
    /// It names an earlier deadline.
    BroughtForward,
    /// It names a step on the way: a smaller value for an earlier day.
    Step,
    /// It names another value or deadline, on a day that nobody knows: whether before or after the others is not told.
    Undated,
}

impl Change {
    /// Returns the word as it is written on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Repeated => "repeated",
            Self::Dated => "dated",
            Self::Raised => "raised",
            Self::Lowered => "lowered",
            Self::Postponed => "postponed",
            Self::BroughtForward => "brought_forward",
            Self::Step => "step",
            Self::Undated => "undated",
        }
    }

    /// Says whether it moves the target.
    #[must_use]
    pub const fn is_move(self) -> bool {
        matches!(self, Self::Raised | Self::Lowered | Self::Postponed | Self::BroughtForward)
    }
}

/// How a milestone stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Its deadline lies ahead, or it has none.
    Open,
    /// Its deadline is over, and figures decide what came of it: see its verdict.
    Ended,
    /// Before its deadline another took its place.
    Moved,
    /// Before its deadline it was no longer spoken of.
    Dropped,
}

/// One value with its deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// The value.
    pub value: Decimal,
    /// The deadline, where one is named.
    pub deadline: Option<Period>,
    /// How it stands.
    pub status: Status,
    /// The milestone that took its place, by its place in the history.
    pub moved_to: Option<usize>,
    /// Who speaks of it, as places in what was given: the first known first, one a voice and day.
    pub said: Vec<usize>,
}

/// A statement in a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The statement, as a place in what was given.
    pub said: usize,
    /// What it does.
    pub change: Change,
    /// The milestone that it speaks of, by its place in the history.
    pub milestone: usize,
}

/// The history of one indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// What it is known by.
    pub key: String,
    /// Its milestones, in the order in which they were set.
    pub milestones: Vec<Milestone>,
    /// The milestone that stands now.
    pub current: usize,
    /// What was said, the first known first.
    pub steps: Vec<Step>,
}

/// Joins claims of targets by their indicator and tells how each went, as known on a day; by the day on which each was last
/// spoken of, the newest first. What is no target is left out. Statements of documents whose day of publication is not known
/// stand at the end: they repeat what others say, or add to it, but move nothing.
#[must_use]
pub fn histories(told: &[Told<'_>], is_dated: impl Fn(&Told<'_>) -> bool, as_of: Date) -> Vec<History> {
    let mut order: Vec<usize> =
        (0..told.len()).filter(|&at| told[at].claim.modality == Modality::Target).collect();
    let is_dated = |at: usize| is_dated(&told[at]);
    order.sort_by_key(|&at| (!is_dated(at), told[at].known, told[at].id));
    let mut found: Vec<History> = Vec::new();
    let mut seen = FxHashSet::default();
    for at in order {
        let Told { claim, voice, .. } = told[at];
        let key = indicator_key(claim);
        if !seen.insert((key.clone(), voice, claim.value.normalize(), claim.period)) {
            continue; // The same voice says the same again.
        }
        match found.iter_mut().find(|history| history.key == key) {
            Some(history) => say(history, told, at, is_dated(at)),
            None => found.push(History {
                key,
                milestones: vec![milestone(claim, at)],
                current: 0,
                steps: vec![Step { said: at, change: Change::Set, milestone: 0 }],
            }),
        }
    }
    for history in &mut found {
        settle(history, told, &is_dated, as_of);
    }
    let newest = |history: &History| {
        let dated = history.steps.iter().rfind(|step| is_dated(step.said));
        dated.or(history.steps.last()).map(|step| (told[step.said].known, told[step.said].id))
    };
    found.sort_by(|a, b| newest(b).cmp(&newest(a)));
    found
}

fn milestone(claim: &Claim, said: usize) -> Milestone {
    Milestone {
        value: claim.value,
        deadline: claim.period,
        status: Status::Open,
        moved_to: None,
        said: vec![said],
    }
}

/// Enters a statement into the history of its indicator.
fn say(history: &mut History, told: &[Told<'_>], at: usize, is_dated: bool) {
    let claim = told[at].claim;
    if let Some(known) = spoken_of(history, claim) {
        let names_deadline = history.milestones[known].deadline.is_none() && claim.period.is_some();
        let milestone = &mut history.milestones[known];
        milestone.deadline = milestone.deadline.or(claim.period);
        milestone.said.push(at);
        let change = if names_deadline { Change::Dated } else { Change::Repeated };
        history.steps.push(Step { said: at, change, milestone: known });
        return;
    }
    let current = &history.milestones[history.current];
    let change = if is_dated { change(current, claim) } else { Change::Undated };
    let new = history.milestones.len();
    if !matches!(change, Change::Step | Change::Undated) {
        let over = current.deadline.is_some_and(|deadline| deadline.is_over(told[at].known));
        if !over {
            history.milestones[history.current].moved_to = Some(new);
        }
        history.current = new;
    }
    history.milestones.push(milestone(claim, at));
    history.steps.push(Step { said: at, change, milestone: new });
}

/// Returns the milestone that a statement speaks of: the newest of its value and deadline; without a deadline, or where the
/// milestone had none, the newest of its value.
fn spoken_of(history: &History, claim: &Claim) -> Option<usize> {
    let fits = |milestone: &Milestone| {
        let same_time = match (milestone.deadline, claim.period) {
            (Some(a), Some(b)) => a.same_months(b),
            _ => true,
        };
        milestone.value == claim.value && same_time
    };
    history.milestones.iter().rposition(fits)
}

/// Returns what a statement of another value or deadline does to a milestone.
fn change(current: &Milestone, claim: &Claim) -> Change {
    let end = |period: Option<Period>| period.map(|period| period.last_month());
    let (was, is) = (end(current.deadline), end(claim.period));
    if claim.value < current.value && was.zip(is).is_some_and(|(was, is)| is < was) {
        return Change::Step;
    }
    match claim.value.cmp(&current.value) {
        std::cmp::Ordering::Greater => Change::Raised,
        std::cmp::Ordering::Less => Change::Lowered,
        std::cmp::Ordering::Equal if was.zip(is).is_some_and(|(was, is)| is < was) => Change::BroughtForward,
        std::cmp::Ordering::Equal => Change::Postponed,
    }
}

fn settle(history: &mut History, told: &[Told<'_>], is_dated: &dyn Fn(usize) -> bool, as_of: Date) {
    for milestone in &mut history.milestones {
        // The day on which a document without a day was seen says nothing of when it was written.
        let days = |said: &[usize]| said.iter().filter(|&&at| is_dated(at)).map(|&at| told[at].known).max();
        let last = days(&milestone.said).or_else(|| milestone.said.iter().map(|&at| told[at].known).max());
        let last = last.unwrap_or(as_of);
        let is_forgotten =
            last.checked_add(YEARS_UNTIL_DROPPED.years()).is_ok_and(|forgotten| forgotten < as_of);
        milestone.status = if milestone.deadline.is_some_and(|deadline| deadline.is_over(as_of)) {
            Status::Ended
        } else if milestone.moved_to.is_some() {
            Status::Moved
        } else if is_forgotten {
            Status::Dropped
        } else {
            Status::Open
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_model::{ClaimKind, DocumentId, MentionId, Quote, Stated};

    /// Tells what became of statements of (day, value, deadline), each of a voice of its own.
    fn tell(said: &[(&str, i64, Option<&str>)], as_of: &str) -> History {
        let parties = vec!["CHL".parse().unwrap(), "PER".parse().unwrap()];
        let claims: Vec<Claim> = said
            .iter()
            .map(|(_, value, deadline)| {
                let stated = Stated { value: (*value).into(), step: 1.into() };
                let quote = Quote::cut("x", 0..1, 0).unwrap();
                let usd = "USD".parse().unwrap();
                let mut claim = Claim::new(ClaimKind::TradeTurnover, parties.clone(), stated, usd, quote);
                claim.modality = Modality::Target;
                claim.period = deadline.map(|deadline| deadline.parse().unwrap());
                claim
            })
            .collect();
        let documents: Vec<DocumentId> =
            (0..said.len()).map(|at| DocumentId::of_address(&at.to_string())).collect();
        let ids: Vec<MentionId> = documents.iter().map(|id| MentionId::new(id, "x", 0)).collect();
        let told: Vec<Told<'_>> = (0..said.len())
            .map(|at| Told {
                id: &ids[at],
                document: &documents[at],
                voice: &documents[at],
                known: said[at].0.parse().unwrap(),
                claim: &claims[at],
            })
            .collect();
        // What was said in December was said on a day that nobody knows.
        let is_dated = |said: &Told<'_>| said.known.month() != 12;
        let [history] = histories(&told, is_dated, as_of.parse().unwrap()).try_into().unwrap();
        history
    }

    #[test]
    fn what_was_said_on_a_day_that_nobody_knows_stands_last_and_moves_nothing() {
        let said = [
            ("2016-12-01", 5, None),
            ("2016-12-02", 7, None),
            ("2015-03-01", 5, Some("2030")),
            ("2016-03-01", 9, None),
        ];
        check(
            &said,
            "2017-01-01",
            &[Change::Set, Change::Raised, Change::Repeated, Change::Undated],
            &[Status::Moved, Status::Open, Status::Open],
        );
        assert_eq!(tell(&said, "2017-01-01").current, 1);
    }

    #[track_caller]
    fn check(said: &[(&str, i64, Option<&str>)], as_of: &str, changes: &[Change], statuses: &[Status]) {
        let history = tell(said, as_of);
        assert_eq!(history.steps.iter().map(|step| step.change).collect::<Vec<_>>(), changes);
        assert_eq!(history.milestones.iter().map(|m| m.status).collect::<Vec<_>>(), statuses);
    }

    #[test]
    fn a_target_is_repeated_dated_and_raised() {
        check(
            &[
                ("2015-03-01", 5, None),
                ("2016-03-01", 5, Some("2020")),
                ("2017-03-01", 5, None),
                ("2019-03-01", 10, None),
                ("2020-03-01", 5, None),
            ],
            "2021-06-01",
            &[Change::Set, Change::Dated, Change::Repeated, Change::Raised, Change::Repeated],
            &[Status::Ended, Status::Open],
        );
    }

    #[test]
    fn a_deadline_moves_and_a_step_does_not() {
        check(
            &[
                ("2015-03-01", 10, Some("2020")),
                ("2016-03-01", 5, Some("2018")),
                ("2017-03-01", 10, Some("2025")),
                ("2018-03-01", 8, Some("2025")),
            ],
            "2019-06-01",
            &[Change::Set, Change::Step, Change::Postponed, Change::Lowered],
            &[Status::Moved, Status::Ended, Status::Moved, Status::Open],
        );
    }

    #[test]
    fn what_nobody_repeats_is_dropped() {
        let said = [("2015-03-01", 5, None)];
        check(&said, "2018-03-01", &[Change::Set], &[Status::Open]);
        check(&said, "2018-03-02", &[Change::Set], &[Status::Dropped]);
        // After its deadline a new one takes no place.
        let history = tell(&[("2015-03-01", 5, Some("2016")), ("2018-03-01", 9, None)], "2018-04-01");
        assert_eq!((history.current, history.milestones[0].moved_to), (1, None));
    }
}

//! Targets: who set which value for when, what became of it, how fast it asks to go, and how well chances told that.

use crate::answers::List;
use crate::check::{WORDS, subject};
use crate::desk::Desk;
use crate::gist::InShort;
use crate::registry::{Registry, RegistryError};
use crate::told::{Voices, told};
use crate::upkeep::said;
use crate::wire::{ClaimWire, VerdictWire, WIRE};
pub use entente_analysis::history::{Change, Status};
use entente_analysis::history::{History, Milestone, histories};
use entente_analysis::reconcile::Told;
use entente_analysis::{Seen, brier, seen, verdict};
use entente_model::{
    Attribution, Claim, ClaimKind, Country, Decimal, DocumentId, Extraction, MentionId, Modality, Outcome,
    Pair, Period, Unit, decimal,
};
use entente_store::{ClaimEntry, DocumentEntry, TargetEntry};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Of fewer ended targets no word of calibration is said.
pub const ENOUGH_TO_CALIBRATE: u64 = 20;

/// Targets, and what chances told of those that have ended.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Targets {
    /// The targets, those last that were spoken of longest ago.
    #[serde(flatten)]
    pub list: List<TargetItem>,
    /// What chances told of the targets that have ended.
    pub back_test: BackTest,
}

/// A target of a pair: one indicator, with every value that was set for it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TargetItem {
    /// Its id: the pair, the kind and what else decides which number is meant.
    pub id: String,
    /// The two countries.
    pub pair: Pair,
    /// What it is about.
    pub kind: ClaimKind,
    /// The unit of its values.
    pub unit: Unit,
    /// How it stands now.
    pub standing: TargetStatus,
    /// The milestone that stands now, by its place among them.
    pub current: usize,
    /// Every value with its deadline, in the order in which they were set.
    pub milestones: Vec<MilestoneItem>,
    /// What was said, the first known first; what was said on a day that nobody knows stands at the end.
    pub history: Vec<StepItem>,
}

impl TargetItem {
    /// Returns the milestone that stands now.
    #[must_use]
    pub fn now(&self) -> Option<&MilestoneItem> {
        self.milestones.get(self.current)
    }

    /// Returns the newest statement of a milestone, by the place of that.
    #[must_use]
    pub fn newest(&self, milestone: usize) -> Option<&StepItem> {
        self.history.iter().rfind(|step| step.milestone == milestone)
    }
}

/// How a milestone stands, with what figures say of those that have ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TargetStatus {
    /// Its deadline lies ahead, or it has none.
    Open,
    /// It was reached in time.
    Met,
    /// It was not.
    Missed,
    /// Its deadline is over, and the figures that would tell are not there.
    NoData,
    /// Before its deadline another took its place.
    Moved,
    /// For three years nobody has spoken of it.
    Dropped,
}

impl TargetStatus {
    /// Returns the word as it is written on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Met => "met",
            Self::Missed => "missed",
            Self::NoData => "no_data",
            Self::Moved => "moved",
            Self::Dropped => "dropped",
        }
    }

    const fn of(status: Status, outcome: Outcome) -> Self {
        match (status, outcome) {
            (Status::Open, _) => Self::Open,
            (Status::Moved, _) => Self::Moved,
            (Status::Dropped, _) => Self::Dropped,
            (Status::Ended, Outcome::Met) => Self::Met,
            (Status::Ended, Outcome::Missed) => Self::Missed,
            (Status::Ended, _) => Self::NoData,
        }
    }
}

/// One value with its deadline.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MilestoneItem {
    /// The value.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub value: Decimal,
    /// The deadline, where one is named.
    pub deadline: Option<Period>,
    /// How it stands.
    pub status: TargetStatus,
    /// The milestone that took its place.
    pub moved_to: Option<usize>,
    /// When it was set.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub first_said: Date,
    /// When it was last spoken of.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub last_said: Date,
    /// Whether a document whose day of publication is known speaks of it; else these are days on which documents were seen.
    pub is_dated: bool,
    /// How many voices speak of it.
    pub voices: u64,
    /// What figures say: for one that is open its pace and chance.
    pub verdict: VerdictWire,
}

/// A statement in the history of a target.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StepItem {
    /// What it does.
    pub change: Change,
    /// The milestone that it speaks of.
    pub milestone: usize,
    /// The day from which its document counts as known.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub known: Date,
    /// Whether that is the day of its publication; else it is the day on which it was first seen, it may be much older, and
    /// it stands at the end.
    pub is_dated: bool,
    /// The document.
    pub document: DocumentId,
    /// The first document of its near-copies; itself where it is none.
    pub voice: DocumentId,
    /// The claim.
    #[serde(flatten)]
    pub claim: ClaimWire,
}

/// How well chances told what became of targets that have ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BackTest {
    /// How many chances: one a target and reporter.
    pub n: u64,
    /// The Brier score: the mean of the squared distances between a chance and what came. 0 is best, 0.25 is what a coin
    /// gets; none where n is 0.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub brier: Option<Decimal>,
    /// Whether there are enough of them to say anything of calibration.
    pub is_enough: bool,
    /// Each of them.
    pub items: Vec<BackTestItem>,
}

/// A chance that was told of a target, and what came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BackTestItem {
    /// The target.
    pub target: String,
    /// The value.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub value: Decimal,
    /// Its deadline.
    pub deadline: Option<Period>,
    /// The year in which it was set: the chance rests on the years before.
    pub set_in: i16,
    /// Whose figures.
    pub reporter: Country,
    /// The chance, from 0 to 1.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub chance: Decimal,
    /// Whether it was reached.
    pub reached: bool,
}

impl Registry {
    /// Lists the targets of one pair, or of all, as known on a day: those first that were spoken of last.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn targets(&self, pair: Option<Pair>, as_of: Date) -> Result<Targets, RegistryError> {
        let (mut claims, mut voices, mut undated) = (BTreeMap::new(), Voices::new(), BTreeSet::new());
        for TargetEntry { claim, voice, is_dated } in self.store().target_claims(pair, as_of).await? {
            if !is_dated {
                undated.insert(claim.document.clone());
            }
            voices.insert(claim.document.clone(), voice);
            claims.insert(claim.id.clone(), claim);
        }
        let told = told(claims.values(), &voices);
        let histories = histories(&told, |said| !undated.contains(said.document), as_of);
        let of = TargetClaims { told: &told, undated: &undated, claims: &claims };
        let (items, tests) = self.told_of_targets(&histories, of, as_of).await?;
        let list = List { wire: WIRE, as_of, total: items.len() as u64, items, next: None };
        Ok(Targets { list, back_test: back_test(tests) })
    }

    /// Returns the targets that were spoken of last among what is told of a pair, at most so many. Their histories hold the
    /// first and the last statement of each milestone.
    #[crate::boxed]
    pub(crate) async fn newest_targets(
        &self,
        in_short: &InShort,
        as_of: Date,
        most: usize,
    ) -> Result<Vec<TargetItem>, RegistryError> {
        let is_target = |claim: &Claim| claim.modality == Modality::Target;
        let (told, undated) = (in_short.told_of(is_target), in_short.undated_of(is_target));
        let is_dated = |said: &Told<'_>| !undated.contains(said.document);
        let mut histories = histories(&told, is_dated, as_of);
        histories.truncate(most);
        let mut shown = BTreeSet::new();
        for history in &mut histories {
            keep_ends(history, |at| is_dated(&told[at]));
            shown.extend(history.steps.iter().map(|step| told[step.said].id));
            let spoken = history.milestones.iter().filter_map(|own| speaking(&own.said, &told, &undated));
            shown.extend(spoken.map(|said| said.id));
        }
        let claims = self.in_full(shown).await?;
        let of = TargetClaims { told: &told, undated: &undated, claims: &claims };
        Ok(self.told_of_targets(&histories, of, as_of).await?.0)
    }

    /// Returns targets by their histories, and what chances told of those of them that have ended.
    async fn told_of_targets(
        &self,
        histories: &[History],
        of: TargetClaims<'_>,
        as_of: Date,
    ) -> Result<(Vec<TargetItem>, Vec<BackTestItem>), RegistryError> {
        let last = |milestone: &Milestone| speaking(&milestone.said, of.told, of.undated);
        let milestones = histories.iter().flat_map(|history| &history.milestones);
        let documents = milestones.filter_map(last).map(|said| said.document).collect();
        let mut desk =
            TargetDesk { documents: self.store().cited_documents(&documents).await?, desk: Desk::default() };
        let (mut items, mut tests) = (Vec::new(), Vec::new());
        'targets: for history in histories {
            let Some(first) = history.steps.first().map(|step| &of.told[step.said]) else { continue };
            let [a, b] = first.claim.parties.as_slice() else { continue };
            let Some(pair) = Pair::new(*a, *b) else { continue };
            let id = format!("{pair}-{}-{}", first.claim.kind, &history.key[..8]);
            let mut milestones = Vec::new();
            for milestone in &history.milestones {
                let made = self.milestone(milestone, of, &mut desk, as_of).await?;
                let Some((item, seen)) = made else { continue 'targets };
                let set_in = item.first_said.year();
                tests.extend(seen.into_iter().map(|seen| BackTestItem {
                    target: id.clone(),
                    value: item.value,
                    deadline: item.deadline,
                    set_in,
                    reporter: seen.reporter,
                    chance: seen.chance,
                    reached: seen.reached,
                }));
                milestones.push(item);
            }
            items.push(item(id, pair, history, milestones, of));
        }
        Ok((items, tests))
    }

    /// Says how a milestone stands, and what chances told of it when it was set.
    async fn milestone(
        &self,
        milestone: &Milestone,
        of: TargetClaims<'_>,
        TargetDesk { documents, desk }: &mut TargetDesk,
        as_of: Date,
    ) -> Result<Option<(MilestoneItem, Vec<Seen>)>, RegistryError> {
        let said_by: Vec<&Told<'_>> = milestone.said.iter().map(|&at| &of.told[at]).collect();
        // Of a document without a day of publication only the day is known on which it was seen.
        let is_dated = said_by.iter().any(|said| of.is_dated(said));
        let days = || said_by.iter().filter(|said| !is_dated || of.is_dated(said)).map(|said| said.known);
        let (first_said, last_said) = (days().min().unwrap_or(as_of), days().max().unwrap_or(as_of));
        let heard: BTreeSet<&DocumentId> = said_by.iter().map(|said| said.voice).collect();
        // The newest statement speaks for it, with the deadline that any of them names.
        let Some(speaking) = speaking(&milestone.said, of.told, of.undated) else { return Ok(None) };
        let Some(entry) = of.claims.get(speaking.id) else { return Ok(None) };
        let Some((document, attribution)) = documents.get(&entry.document) else { return Ok(None) };
        let mut claim = entry.claim.clone();
        claim.period = milestone.deadline;
        // No more of its document decides how one claim is checked than who speaks in it.
        let officials = match claim.attribution.speaker {
            Some(_) => self.store().officials(&document.reading).await?,
            None => Vec::new(),
        };
        let extraction = Extraction {
            lang: document.document.lang,
            claims: vec![claim.clone()],
            events: Vec::new(),
            officials,
            projects: Vec::new(),
            remarks: Vec::new(),
            authors: Vec::new(),
            attribution: attribution.clone(),
        };
        let said = said(document, &extraction);
        desk.fetch(self, &said, as_of).await?;
        let (subject, evidence) = (subject(&said, &claim), desk.evidence());
        let verdict = verdict(&subject, evidence, as_of);
        let seen = seen(&subject, evidence, as_of, first_said.year());
        let item = MilestoneItem {
            value: milestone.value,
            deadline: milestone.deadline,
            status: TargetStatus::of(milestone.status, verdict.outcome),
            moved_to: milestone.moved_to,
            first_said,
            last_said,
            is_dated,
            voices: heard.len() as u64,
            verdict: VerdictWire::new(verdict, WORDS),
        };
        Ok(Some((item, seen)))
    }
}

/// Returns the newest statement of a milestone; of documents whose day nobody knows only where there is no other.
fn speaking<'a>(
    said: &[usize],
    told: &'a [Told<'a>],
    undated: &BTreeSet<DocumentId>,
) -> Option<&'a Told<'a>> {
    let dated = said.iter().rfind(|&&at| !undated.contains(told[at].document));
    dated.or(said.last()).map(|&at| &told[at])
}

/// Leaves the first and the last step of each milestone: of those whose day is known, where that is known of any.
fn keep_ends(history: &mut History, is_dated: impl Fn(usize) -> bool) {
    let mut ends = BTreeSet::from([0]);
    for milestone in 0..history.milestones.len() {
        let own = || (0..history.steps.len()).filter(|&at| history.steps[at].milestone == milestone);
        let dated: Vec<usize> = own().filter(|&at| is_dated(history.steps[at].said)).collect();
        let own = if dated.is_empty() { own().collect() } else { dated };
        ends.extend(own.first().into_iter().chain(own.last()));
    }
    let mut at = 0..;
    history.steps.retain(|_| at.next().is_some_and(|at| ends.contains(&at)));
}

/// The claims of targets.
#[derive(Clone, Copy)]
struct TargetClaims<'a> {
    /// What is compared of them.
    told: &'a [Told<'a>],
    /// The documents that do not tell their day of publication.
    undated: &'a BTreeSet<DocumentId>,
    /// Those of them that are shown, with their words.
    claims: &'a BTreeMap<MentionId, ClaimEntry>,
}

impl TargetClaims<'_> {
    fn is_dated(&self, said: &Told<'_>) -> bool {
        !self.undated.contains(said.document)
    }
}

/// What is looked up for the milestones of targets.
struct TargetDesk {
    documents: BTreeMap<DocumentId, (DocumentEntry, Attribution)>,
    desk: Desk,
}

fn item(
    id: String,
    pair: Pair,
    history: &History,
    milestones: Vec<MilestoneItem>,
    of: TargetClaims<'_>,
) -> TargetItem {
    let step = |step: &entente_analysis::history::Step| {
        let told = &of.told[step.said];
        let claim = of.claims.get(told.id)?.claim.clone();
        Some(StepItem {
            change: step.change,
            milestone: step.milestone,
            known: told.known,
            is_dated: of.is_dated(told),
            document: told.document.clone(),
            voice: told.voice.clone(),
            claim: ClaimWire { id: told.id.clone(), claim },
        })
    };
    let steps: Vec<StepItem> = history.steps.iter().filter_map(step).collect();
    let about = &of.told[history.steps[0].said].claim;
    TargetItem {
        id,
        pair,
        kind: about.kind,
        unit: about.unit,
        standing: milestones[history.current].status,
        current: history.current,
        milestones,
        history: steps,
    }
}

fn back_test(items: Vec<BackTestItem>) -> BackTest {
    let seen: Vec<Seen> = items
        .iter()
        .map(|item| Seen { reporter: item.reporter, chance: item.chance, reached: item.reached })
        .collect();
    let n = seen.len() as u64;
    BackTest { n, brier: brier(&seen), is_enough: n >= ENOUGH_TO_CALIBRATE, items }
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_analysis::history::Step;

    #[test]
    fn of_each_milestone_the_first_and_the_last_step_of_a_known_day_stay() {
        // Statements 0 and 5 to 7 are of days that nobody knows.
        let told = [(0, 0), (1, 0), (2, 0), (3, 0), (4, 1), (5, 1), (6, 2), (7, 2)];
        let steps = told.map(|(said, milestone)| Step { said, change: Change::Repeated, milestone });
        let milestone = Milestone {
            value: Decimal::ONE,
            deadline: None,
            status: Status::Open,
            moved_to: None,
            said: Vec::new(),
        };
        let mut history =
            History { key: String::new(), milestones: vec![milestone; 3], current: 0, steps: steps.to_vec() };
        keep_ends(&mut history, |said| (1..=4).contains(&said));
        let left: Vec<usize> = history.steps.iter().map(|step| step.said).collect();
        assert_eq!(left, [0, 1, 3, 4, 6, 7]);
    }
}

//! What does not add up: what documents on file say of one quantity, where it does not fit together.
//!
//! All claims of a pair are compared by their gists; with their words those are read that are shown. What a person says is no
//! conflict is in no list.

mod looked_at;

use crate::answers::List;
use crate::messages::render;
use crate::registry::{Registry, RegistryError};
use crate::wire::{ClaimWire, WIRE};
pub use entente_analysis::reconcile::{Cause, Standing};
use entente_analysis::reconcile::{Group, Told, reconcile};
use entente_model::{ClaimKind, Decimal, DocumentId, Interval, Lang, MentionId, Message, Pair, decimal};
use entente_store::ClaimEntry;
use jiff::civil::Date;
pub(crate) use looked_at::review_target;
use rustc_hash::FxHashSet;
use serde::Serialize;
use std::collections::BTreeMap;
use std::ptr;

/// How many statements of a group are told: the first that says each thing before those that repeat it.
pub const STATEMENTS: usize = 12;

/// Statements that do not fit together, or of which the later took the place of the earlier.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConflictItem {
    /// Its id: the first statement, and the cause or else how they stand to each other.
    pub id: String,
    /// How often a person said something of it; to be given with what is said next.
    pub reviews: u64,
    /// Whether a person has looked at it and says that it stands.
    pub is_accepted: bool,
    /// The pair that they are about.
    pub pair: Pair,
    /// What they are about.
    pub kind: ClaimKind,
    /// How they stand to each other: `conflict` or `revision`.
    pub standing: Standing,
    /// Why, where that is evident.
    pub cause: Option<Cause>,
    /// The cause, or that none is evident, in a sentence.
    pub summary: String,
    /// The least and the greatest value, where all are in one unit.
    pub spread: Option<Spread>,
    /// How many voices speak: near-copies of one text are one.
    pub voices: u64,
    /// How many statements there are: one a voice and value.
    pub said: u64,
    /// What is said, the first known before the others. Of more than twelve statements those that say something else each
    /// come before those that repeat it.
    pub statements: Vec<StatementItem>,
}

/// Which groups are asked for.
#[derive(Debug, Clone, Copy)]
pub struct ConflictFilter<'a> {
    /// About this pair; about all of them where there is none.
    pub pair: Option<Pair>,
    /// As known on this day.
    pub as_of: Date,
    /// The language of the sentences.
    pub lang: Lang,
    /// Only what follows the group of this key.
    pub after: Option<&'a str>,
    /// At most so many.
    pub limit: usize,
}

/// A part of the list of what does not add up.
#[derive(Debug)]
pub struct Conflicts {
    /// The groups.
    pub list: List<ConflictItem>,
    /// How many of all groups are conflicts; the others are revisions.
    pub conflicts: u64,
}

/// The least and the greatest value.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Spread {
    /// The least.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub low: Decimal,
    /// The greatest.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub high: Decimal,
}

/// What one document says.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatementItem {
    /// The document.
    pub document: DocumentId,
    /// The first document of its near-copies; itself where it is none.
    pub voice: DocumentId,
    /// The day from which it counts as known.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub known: Date,
    /// What the number asserts.
    #[cfg_attr(feature = "schema", schemars(with = "(Option<String>, Option<String>)"))]
    pub asserts: Option<Interval>,
    /// The claim.
    #[serde(flatten)]
    pub claim: ClaimWire,
}

fn key(first: &MentionId, standing: Standing, cause: Option<Cause>) -> String {
    format!("{first}-{}", cause.map_or(standing.as_str(), Cause::as_str))
}

/// A group that does not add up, before the words of its statements are read.
pub(crate) struct Found {
    /// What it is found by: its first statement and the cause.
    id: String,
    reviews: u64,
    is_accepted: bool,
    pair: Pair,
    kind: ClaimKind,
    standing: Standing,
    cause: Option<Cause>,
    spread: Option<Spread>,
    voices: u64,
    said: u64,
    statements: Vec<Statement>,
}

/// A statement without its words.
#[derive(Clone)]
pub(crate) struct Statement {
    pub(crate) id: MentionId,
    pub(crate) document: DocumentId,
    pub(crate) voice: DocumentId,
    pub(crate) known: Date,
}

impl Statement {
    pub(crate) fn new(told: &Told<'_>) -> Self {
        let (id, document, voice) = (told.id.clone(), told.document.clone(), told.voice.clone());
        Self { id, document, voice, known: told.known }
    }

    /// Writes it with its words; none where the claim is not on file any more.
    pub(crate) fn in_full(self, claims: &BTreeMap<MentionId, ClaimEntry>) -> Option<StatementItem> {
        let Self { id, document, voice, known } = self;
        let claim = claims.get(&id)?.claim.clone();
        Some(StatementItem {
            document,
            voice,
            known,
            asserts: claim.asserts(),
            claim: ClaimWire { id, claim },
        })
    }
}

impl Found {
    /// Says whether it is a conflict that nobody has looked at.
    pub(crate) fn waits(&self) -> bool {
        self.standing == Standing::Conflict && !self.is_accepted
    }

    /// Returns what it is about.
    pub(crate) const fn kind(&self) -> ClaimKind {
        self.kind
    }
}

impl Registry {
    /// Lists what does not add up, of one pair or of all of them, as known on a day: by pair, conflicts before revisions,
    /// the newest first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn conflicts(
        &self,
        pair: Option<Pair>,
        as_of: Date,
        lang: Lang,
    ) -> Result<List<ConflictItem>, RegistryError> {
        let all = ConflictFilter { pair, as_of, lang, after: None, limit: usize::MAX };
        let whole = self.conflicts_part(&all).await?;
        Ok(whole.map_or_else(|| List::whole(as_of, Vec::<ConflictItem>::new()), |part| part.list))
    }

    /// Lists a part of what does not add up; none where no group has the key that it is to follow.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn conflicts_part(
        &self,
        filter: &ConflictFilter<'_>,
    ) -> Result<Option<Conflicts>, RegistryError> {
        let as_of = filter.as_of;
        let pairs = match filter.pair {
            Some(pair) => vec![pair],
            None => self.store().pairs_named(as_of).await?,
        };
        let mut found = Vec::new();
        for pair in pairs {
            let in_short = self.in_short(pair, &[], as_of).await?;
            found.extend(unfitting(&in_short.told(), pair));
        }
        let found = self.that_stand(found, as_of).await?;
        let conflicts = found.iter().filter(|found| found.standing == Standing::Conflict).count() as u64;
        let whole = List { wire: WIRE, as_of, total: found.len() as u64, items: found, next: None };
        let Some(part) = whole.cut(filter.after, filter.limit, |found| found.id.clone()) else {
            return Ok(None);
        };
        let List { wire, total, items, next, .. } = part;
        let items = self.told_in_full(items, filter.lang).await?;
        Ok(Some(Conflicts { list: List { wire, as_of, total, items, next }, conflicts }))
    }

    /// Reads the words of the statements of groups.
    pub(crate) async fn told_in_full(
        &self,
        found: Vec<Found>,
        lang: Lang,
    ) -> Result<Vec<ConflictItem>, RegistryError> {
        let shown = found.iter().flat_map(|found| &found.statements);
        let claims = self.in_full(shown.map(|statement| &statement.id)).await?;
        let item = |found: Found| ConflictItem {
            id: found.id,
            reviews: found.reviews,
            is_accepted: found.is_accepted,
            pair: found.pair,
            kind: found.kind,
            standing: found.standing,
            cause: found.cause,
            summary: render(&cause_message(found.standing, found.cause), lang),
            spread: found.spread,
            voices: found.voices,
            said: found.said,
            statements: found.statements.into_iter().filter_map(|said| said.in_full(&claims)).collect(),
        };
        Ok(found.into_iter().map(item).collect())
    }
}

/// Finds what does not fit together among what is told of a pair, a group after the other.
pub(crate) fn unfitting<'a>(told: &'a [Told<'_>], pair: Pair) -> impl Iterator<Item = Found> + 'a {
    unfitting_with(told, pair, STATEMENTS)
}

/// Does what [`unfitting`] does, with at most so many statements a group.
fn unfitting_with<'a>(told: &'a [Told<'_>], pair: Pair, most: usize) -> impl Iterator<Item = Found> + 'a {
    let groups = reconcile(told).into_iter().filter(|group| group.standing != Standing::Agreement);
    groups.filter_map(move |group| of_group(told, &group, pair, most))
}

fn of_group(told: &[Told<'_>], group: &Group, pair: Pair, most: usize) -> Option<Found> {
    let first = &told[*group.members.first()?];
    let voices: FxHashSet<_> = group.members.iter().map(|&at| told[at].voice).collect();
    Some(Found {
        id: key(first.id, group.standing, group.cause),
        reviews: 0,
        is_accepted: false,
        pair,
        kind: first.claim.kind,
        standing: group.standing,
        cause: group.cause,
        spread: group.spread.map(|(low, high)| Spread { low, high }),
        voices: voices.len() as u64,
        said: group.members.len() as u64,
        statements: shown(told, &group.members, most)
            .into_iter()
            .map(|at| Statement::new(&told[at]))
            .collect(),
    })
}

/// Leaves as many members as are told, in their order: the first that says each thing, then those that repeat it.
fn shown(told: &[Told<'_>], members: &[usize], most: usize) -> Vec<usize> {
    if members.len() <= most {
        return members.to_vec();
    }
    let mut seen: FxHashSet<*const entente_model::Claim> = FxHashSet::default();
    let (first, others): (Vec<usize>, Vec<usize>) =
        members.iter().partition(|&&at| seen.insert(ptr::from_ref(told[at].claim)));
    let mut shown: Vec<usize> = first.into_iter().chain(others).take(most).collect();
    shown.sort_by_key(|&at| (told[at].known, told[at].id));
    shown
}

/// Returns the sentence that tells why statements do not fit together.
pub(crate) const fn cause_message(standing: Standing, cause: Option<Cause>) -> Message {
    Message::new(summary(standing, cause))
}

const fn summary(standing: Standing, cause: Option<Cause>) -> &'static str {
    match (cause, standing) {
        (Some(Cause::Scale), _) => "conflict-scale",
        (Some(Cause::Currency), _) => "conflict-currency",
        (Some(Cause::Denominator), _) => "conflict-denominator",
        (Some(Cause::Period), _) => "conflict-period",
        (Some(Cause::Place), _) => "conflict-place",
        (Some(Cause::Stage), _) => "conflict-stage",
        (Some(Cause::Addition), _) => "conflict-addition",
        (Some(Cause::Stale), _) => "conflict-stale",
        (Some(Cause::Series), _) => "conflict-series",
        (None, Standing::Revision) => "conflict-revision",
        (None, Standing::Agreement) => "conflict-agreement",
        (None, Standing::Conflict) => "conflict-unexplained",
    }
}

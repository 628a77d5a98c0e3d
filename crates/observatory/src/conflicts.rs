//! What does not add up: what documents on file say of one quantity, where it does not fit together.
//!
//! Statements are found by what they are about and by the number that they give, never by reading documents again or every
//! claim of a pair.

use crate::answers::List;
use crate::messages::render;
use crate::registry::{Registry, RegistryError};
use crate::told::told;
use crate::wire::{ClaimWire, WIRE};
pub use entente_analysis::reconcile::{Cause, Standing};
use entente_analysis::reconcile::{Group, Told, reconcile};
use entente_model::{ClaimKind, Decimal, DocumentId, Interval, Lang, Message, Pair, decimal};
use jiff::civil::Date;
use serde::Serialize;

/// Statements that do not fit together, or of which the later took the place of the earlier.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConflictItem {
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
    /// What is said, the first known before the others; one a voice and value.
    pub statements: Vec<StatementItem>,
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

impl StatementItem {
    /// Writes down what a document says.
    #[must_use]
    pub fn new(told: &Told<'_>) -> Self {
        Self {
            document: told.document.clone(),
            voice: told.voice.clone(),
            known: told.known,
            asserts: told.claim.asserts(),
            claim: ClaimWire { id: told.id.clone(), claim: told.claim.clone() },
        }
    }
}

impl ConflictItem {
    /// What it is found by in a list: its first statement and the cause.
    #[must_use]
    pub fn key(&self) -> String {
        let first = self.statements.first().map(|statement| statement.claim.id.to_string());
        format!("{}-{}", first.unwrap_or_default(), self.cause.map_or(self.standing.as_str(), Cause::as_str))
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
        let pairs = match pair {
            Some(pair) => vec![pair],
            None => self.store().pairs(as_of).await?.into_iter().map(|entry| entry.pair).collect(),
        };
        let mut items = Vec::new();
        for pair in pairs {
            items.extend(self.conflicts_of(pair, as_of, lang).await?);
        }
        Ok(List { wire: WIRE, as_of, total: items.len() as u64, items, next: None })
    }

    async fn conflicts_of(
        &self,
        pair: Pair,
        as_of: Date,
        lang: Lang,
    ) -> Result<Vec<ConflictItem>, RegistryError> {
        let keys = self.store().shared_keys(pair, as_of).await?;
        let claims = self.store().claims_with_keys(pair, &keys, as_of).await?;
        let voices = self.voices_of(&claims).await?;
        let told = told(&claims, &voices);
        let groups = reconcile(&told).into_iter().filter(|group| group.standing != Standing::Agreement);
        Ok(groups.filter_map(|group| item(&told, group, pair, lang)).collect())
    }
}

fn item(told: &[Told<'_>], group: Group, pair: Pair, lang: Lang) -> Option<ConflictItem> {
    let said: Vec<&Told<'_>> = group.members.iter().map(|&at| &told[at]).collect();
    let kind = said.first()?.claim.kind;
    let mut voices: Vec<_> = said.iter().map(|told| told.voice).collect();
    voices.sort_unstable();
    voices.dedup();
    Some(ConflictItem {
        pair,
        kind,
        standing: group.standing,
        cause: group.cause,
        summary: render(&cause_message(group.standing, group.cause), lang),
        spread: group.spread.map(|(low, high)| Spread { low, high }),
        voices: voices.len() as u64,
        statements: said.iter().map(|told| StatementItem::new(told)).collect(),
    })
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

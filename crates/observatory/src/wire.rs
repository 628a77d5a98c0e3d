//! The JSON that other programs depend on. Keys are added here and listed in docs/wire.md; none is renamed.

use crate::messages::render;
use crate::on_file::OnFile;
use entente_model::verdict::{Outlook, Tried};
use entente_model::{
    Author, Claim, DateBasis, Decimal, DefinitionId, Event, Interval, Lang, MentionId, Message, Official,
    Outcome, Period, Project, ReleaseId, Remark, SnapshotHash, Verdict, decimal,
};
use jiff::civil::Date;
use serde::Serialize;

/// The version of the wire, in every document line and report.
pub const WIRE: u8 = 1;

/// One line of `entente extract`, by its `type`.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Line<'a> {
    /// The text that the lines after it were read from.
    Document(&'a DocumentLine),
    /// A claim.
    Claim(&'a Claim),
    /// An event.
    Event(&'a Event),
    /// An official.
    Official(&'a Official),
    /// A named project.
    Project(&'a Project),
    /// A remark.
    Remark(&'a Remark),
    /// An author.
    Author(&'a Author),
}

/// The text that something was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DocumentLine {
    /// The version of the wire.
    pub wire: u8,
    /// The file or address, as it was named; `-` for standard input.
    pub file: String,
    /// The title.
    pub title: Option<String>,
    /// The language that it was read in.
    pub lang: Lang,
    /// When it was published.
    #[cfg_attr(feature = "schema", schemars(with = "Option<entente_model::schema::Day>"))]
    pub published: Option<Date>,
    /// How that is known.
    pub published_basis: DateBasis,
    /// The hash of the bytes.
    pub sha: SnapshotHash,
    /// The hash of the normalised text.
    pub text_sha: SnapshotHash,
    /// The length of the normalised text in code points.
    pub chars: usize,
    /// The normalised text, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// What `entente check` prints.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckWire {
    /// The version of the wire.
    pub wire: u8,
    /// The text.
    pub document: DocumentLine,
    /// What was known when.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub as_of: Date,
    /// The releases that any verdict rests on.
    pub releases: Vec<ReleaseId>,
    /// One entry a claim, in text order.
    pub results: Vec<ResultWire>,
    /// Events.
    pub events: Vec<Event>,
    /// Officials.
    pub officials: Vec<Official>,
    /// Named projects.
    pub projects: Vec<Project>,
    /// Remarks, with what the figures say to those that they can answer.
    pub remarks: Vec<RemarkWire>,
    /// The first author.
    pub author: Option<Author>,
}

/// A claim and what checking it says.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResultWire {
    /// The claim.
    pub claim: ClaimWire,
    /// The verdict.
    pub verdict: VerdictWire,
    /// What is on file beside it; absent where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_file: Option<OnFile>,
}

impl CheckWire {
    /// Adds what is on file beside each claim, in the order of the claims.
    pub fn add_on_file(&mut self, found: Vec<Option<OnFile>>) {
        for (result, on_file) in self.results.iter_mut().zip(found) {
            result.on_file = on_file;
        }
    }
}

/// A claim with its permanent id.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClaimWire {
    /// Its id.
    pub id: MentionId,
    /// The claim.
    #[serde(flatten)]
    pub claim: Claim,
}

/// A remark, and the answer that figures give to it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RemarkWire {
    /// The remark.
    #[serde(flatten)]
    pub remark: Remark,
    /// What the figures say, where they can answer it.
    pub answer: Option<String>,
    /// The same as key and arguments, for readers of other languages.
    #[serde(skip)]
    pub answered: Option<Message>,
}

/// A verdict with its sentence written out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VerdictWire {
    /// The outcome.
    pub outcome: Outcome,
    /// The definition that decided it.
    pub definition: Option<DefinitionId>,
    /// The number that this definition gives.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub computed: Option<Decimal>,
    /// What the claim's number asserts.
    pub interval: Option<Interval>,
    /// The period that was assumed.
    pub assumed_period: Option<Period>,
    /// One sentence.
    pub summary: String,
    /// The sentence as key and arguments.
    pub message: Message,
    /// What else a reader should know.
    pub notes: Vec<String>,
    /// The same as keys and arguments, for readers of other languages.
    #[serde(skip)]
    pub noted: Vec<Message>,
    /// Every definition of the grid.
    pub tried: Vec<Tried>,
    /// How often a made-up number would have agreed.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub chance: Option<Decimal>,
    /// The one country whose report agrees.
    pub one_side_only: Option<entente_model::Country>,
    /// Whether an announced figure agrees only within its rounding.
    pub within_rounding: bool,
    /// By how much a value exceeds an "over".
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub excess: Option<Decimal>,
    /// For targets: how far and how fast.
    pub outlook: Option<Outlook>,
}

impl VerdictWire {
    /// Returns the verdict that was written out.
    #[must_use]
    pub fn into_verdict(self) -> Verdict {
        Verdict {
            outcome: self.outcome,
            definition: self.definition,
            computed: self.computed,
            interval: self.interval,
            assumed_period: self.assumed_period,
            summary: self.message,
            tried: self.tried,
            chance: self.chance,
            one_side_only: self.one_side_only,
            within_rounding: self.within_rounding,
            excess: self.excess,
            notes: self.noted,
            outlook: self.outlook,
        }
    }

    /// Writes a verdict's messages out in a language.
    #[must_use]
    pub fn new(verdict: Verdict, lang: Lang) -> Self {
        Self {
            outcome: verdict.outcome,
            definition: verdict.definition,
            computed: verdict.computed,
            interval: verdict.interval,
            assumed_period: verdict.assumed_period,
            summary: render(&verdict.summary, lang),
            message: verdict.summary,
            notes: verdict.notes.iter().map(|note| render(note, lang)).collect(),
            noted: verdict.notes,
            tried: verdict.tried,
            chance: verdict.chance,
            one_side_only: verdict.one_side_only,
            within_rounding: verdict.within_rounding,
            excess: verdict.excess,
            outlook: verdict.outlook,
        }
    }
}

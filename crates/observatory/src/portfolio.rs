//! A pair's portfolio of joint projects: what the register adds up to beside what is said of it, and what of that does not
//! fit together.

use crate::conflicts::{ConflictItem, Found, Statement, StatementItem, unfitting};
use crate::projects::{Alike, Sum, Sums, sums};
use crate::registry::{Registry, RegistryError};
use crate::wire::{ClaimWire, WIRE};
use entente_analysis::portfolio::{Ladder, is_headline, ladders};
use entente_analysis::reconcile::Told;
use entente_model::{
    ClaimKind, Decimal, DocumentId, Interval, Lang, MentionId, Pair, Portion, Unit, decimal,
};
use entente_store::ClaimEntry;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The kinds of claims about a portfolio.
pub(crate) const KINDS: [ClaimKind; 3] =
    [ClaimKind::ProjectCount, ClaimKind::ProjectValue, ClaimKind::ProjectJobs];

/// How many voices are told, the last that spoke.
const VOICES: usize = 50;
/// How many groups of statements that do not fit together are told: conflicts first, the newest of them.
const CONFLICTS: usize = 20;

/// A pair's portfolio.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Portfolio {
    /// The version of the wire.
    pub wire: u8,
    /// What was known when.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub as_of: Date,
    /// The pair.
    pub pair: Pair,
    /// What the register adds up to.
    pub register: Sums,
    /// What was said last of each portion, beside that.
    pub headlines: Vec<HeadlineItem>,
    /// How many voices spoke of it.
    pub voices: u64,
    /// What each voice said, the first known first; of more than fifty the last.
    pub course: Vec<CourseItem>,
    /// How many groups of statements do not fit together.
    pub conflicting: u64,
    /// What of it does not fit together; of more than twenty groups the first of `/conflicts`, where all stand.
    pub conflicts: Vec<ConflictItem>,
    /// Projects of the register that look like one told of twice.
    pub merges: Vec<Alike>,
}

/// What was said last of a portion of the portfolio.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HeadlineItem {
    /// What is counted.
    pub kind: ClaimKind,
    /// The portion.
    pub portion: Portion,
    /// What is said.
    #[serde(flatten)]
    pub statement: StatementItem,
    /// What the register has of it; none where it has no project of that portion whose number is known.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub register: Option<Decimal>,
    /// What of the statement the register does not account for; below zero where it has more.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub not_accounted_for: Option<Decimal>,
    /// Of how many projects of that portion in the register the number is not known.
    pub not_known: u64,
}

/// What one voice says of a portfolio.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CourseItem {
    /// The day from which it is known.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub known: Date,
    /// The document; the first one on file of its near-copies.
    pub document: DocumentId,
    /// Its claims, by kind and portion.
    pub claims: Vec<CellItem>,
    /// Each total beside its parts.
    pub ladders: Vec<LadderItem>,
}

/// One number of a portfolio.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CellItem {
    /// The portion; none where the text names none.
    pub portion: Option<Portion>,
    /// The claim.
    #[serde(flatten)]
    pub claim: ClaimWire,
}

/// A total beside its parts, as intervals.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LadderItem {
    /// What is added up.
    pub kind: ClaimKind,
    /// The unit.
    pub unit: Unit,
    /// The total.
    pub total: MentionId,
    /// The parts that the text gives: implemented, ongoing, planned.
    pub parts: Vec<MentionId>,
    /// The value of the total.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub stated: Decimal,
    /// The values of the parts.
    pub stated_parts: Vec<String>,
    /// What the total asserts.
    #[cfg_attr(feature = "schema", schemars(with = "(Option<String>, Option<String>)"))]
    pub asserts: Interval,
    /// What the parts assert together.
    #[cfg_attr(feature = "schema", schemars(with = "(Option<String>, Option<String>)"))]
    pub sum: Interval,
    /// Whether all three parts are given.
    pub is_whole: bool,
    /// Whether the two can both be so.
    pub holds: bool,
}

impl LadderItem {
    /// Says whether it tells more than that some parts are not more than their total.
    pub(crate) const fn tells(&self) -> bool {
        tells(self.is_whole, self.holds)
    }
}

const fn tells(is_whole: bool, holds: bool) -> bool {
    is_whole || !holds
}

/// Which voices are told of with their words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Course {
    /// The last of them.
    Last,
    /// The last whose total and parts are both given, or do not fit.
    Adding,
}

/// What is said of a portfolio, and what the register adds up to.
pub(crate) struct Said {
    pub(crate) headlines: Vec<HeadlineItem>,
    pub(crate) voices: u64,
    pub(crate) course: Vec<CourseItem>,
}

impl Registry {
    /// Returns the portfolio of a pair, as known on a day.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn portfolio(&self, pair: Pair, as_of: Date, lang: Lang) -> Result<Portfolio, RegistryError> {
        let projects = self.store().project_gists(Some(pair), as_of).await?;
        let register = sums(&projects, as_of);
        let in_short = self.in_short(pair, &KINDS, as_of).await?;
        let told = in_short.told();
        let said = self.said_of_portfolio(&told, &register, Course::Last).await?;
        let Said { headlines, voices, course } = said;
        let is_portfolio = |found: &Found| found.kind().is_portfolio();
        let found: Vec<Found> = unfitting(&told, pair).filter(is_portfolio).collect();
        let mut found = self.that_stand(found, as_of).await?;
        let conflicting = found.len() as u64;
        found.truncate(CONFLICTS);
        let conflicts = self.told_in_full(found, lang).await?;
        let merges = self.alike_of(&projects).await?;
        Ok(Portfolio {
            wire: WIRE,
            as_of,
            pair,
            register,
            headlines,
            voices,
            course,
            conflicting,
            conflicts,
            merges,
        })
    }

    /// Returns what is said of the portfolio of a pair, out of what is told of that alone, beside what the register adds up
    /// to.
    pub(crate) async fn said_of_portfolio(
        &self,
        told: &[Told<'_>],
        register: &Sums,
        wanted: Course,
    ) -> Result<Said, RegistryError> {
        let heads = heads(told);
        let (voices, mut course) = course(told);
        if wanted == Course::Adding {
            let last = course.into_iter().rfind(|own| own.ladders.iter().any(|l| tells(l.is_whole, l.holds)));
            course = last.into_iter().collect();
        }
        let claims = {
            let of_course = course.iter().flat_map(|own| &own.claims).map(|&at| told[at].id);
            self.in_full(heads.iter().map(|head| told[head.said].id).chain(of_course)).await?
        };
        let headlines = heads.iter().filter_map(|head| headline(head, told, register, &claims)).collect();
        let course = course.into_iter().map(|own| own.item(told, &claims)).collect();
        Ok(Said { headlines, voices, course })
    }
}

/// What was said last of a kind and portion.
struct Head {
    kind: ClaimKind,
    portion: Portion,
    said: usize,
}

/// Returns what was said last of each kind and portion; of what is known since one day what most voices say, and of as many
/// the finest.
fn heads(told: &[Told<'_>]) -> Vec<Head> {
    let mut found = Vec::new();
    for kind in KINDS {
        for &portion in Portion::ALL {
            let fits = |at: &usize| {
                let claim = told[*at].claim;
                claim.kind == kind && claim.stage == Some(portion) && is_headline(claim)
            };
            let fitting: Vec<usize> = (0..told.len()).filter(fits).collect();
            let Some(newest) = fitting.iter().map(|&at| told[at].known).max() else { continue };
            let same_day: Vec<usize> = fitting.into_iter().filter(|&at| told[at].known == newest).collect();
            let agreeing = |at: usize| {
                let same = same_day.iter().filter(|&&other| told[other].claim.value == told[at].claim.value);
                same.map(|&other| told[other].voice).collect::<BTreeSet<_>>().len()
            };
            let best = same_day.iter().copied().max_by(|&a, &b| {
                let finer = told[b].claim.precision.cmp(&told[a].claim.precision);
                agreeing(a).cmp(&agreeing(b)).then(finer).then_with(|| told[b].id.cmp(told[a].id))
            });
            found.extend(best.map(|said| Head { kind, portion, said }));
        }
    }
    found
}

fn headline(
    head: &Head,
    told: &[Told<'_>],
    register: &Sums,
    claims: &BTreeMap<MentionId, ClaimEntry>,
) -> Option<HeadlineItem> {
    let Head { kind, portion, said } = *head;
    let said = &told[said];
    let sum = register.portions.get(&portion);
    let of_register = |sum: &Sum| match (kind, said.claim.unit) {
        (ClaimKind::ProjectValue, Unit::Money(currency)) => sum.value.get(&currency).copied(),
        (ClaimKind::ProjectJobs, _) if sum.without_jobs < sum.projects => Some(Decimal::from(sum.jobs)),
        (ClaimKind::ProjectCount, _) => Some(Decimal::from(sum.projects)),
        _ => None,
    };
    let register = sum.and_then(of_register);
    let not_known = sum.map_or(0, |sum| match kind {
        ClaimKind::ProjectValue => sum.without_value,
        ClaimKind::ProjectJobs => sum.without_jobs,
        _ => 0,
    });
    Some(HeadlineItem {
        kind,
        portion,
        statement: Statement::new(said).in_full(claims)?,
        register,
        not_accounted_for: register.and_then(|register| said.claim.value.checked_sub(register)),
        not_known,
    })
}

/// What one voice says, by places in what is told.
struct Own {
    known: Date,
    document: DocumentId,
    claims: Vec<usize>,
    ladders: Vec<Ladder>,
}

impl Own {
    fn item(self, told: &[Told<'_>], claims: &BTreeMap<MentionId, ClaimEntry>) -> CourseItem {
        let cell = |at: usize| {
            let id = told[at].id.clone();
            let claim = claims.get(&id)?.claim.clone();
            Some(CellItem { portion: claim.stage, claim: ClaimWire { id, claim } })
        };
        CourseItem {
            known: self.known,
            document: self.document,
            claims: self.claims.into_iter().filter_map(cell).collect(),
            ladders: self.ladders.iter().map(|ladder| ladder_item(ladder, told)).collect(),
        }
    }
}

/// Returns how many voices speak, and what the last of them say, by the day from which it is known.
fn course(told: &[Told<'_>]) -> (u64, Vec<Own>) {
    let mut course: Vec<Own> = Vec::new();
    let mut voices: BTreeMap<&DocumentId, (&DocumentId, usize)> = BTreeMap::new();
    for (at, said) in told.iter().enumerate().filter(|(_, said)| is_headline(said.claim)) {
        let next = course.len();
        // Of near-copies the first known speaks.
        let (document, place) = *voices.entry(said.voice).or_insert((said.document, next));
        if document != said.document {
            continue;
        }
        if place == next {
            let (known, document) = (said.known, document.clone());
            course.push(Own { known, document, claims: Vec::new(), ladders: Vec::new() });
        }
        course[place].claims.push(at);
    }
    let total = course.len() as u64;
    course.drain(..course.len().saturating_sub(VOICES));
    for ladder in ladders(told) {
        let document = told[ladder.total].document;
        if let Some(own) = course.iter_mut().find(|own| own.document == *document) {
            own.ladders.push(ladder);
        }
    }
    (total, course)
}

fn ladder_item(ladder: &Ladder, told: &[Told<'_>]) -> LadderItem {
    LadderItem {
        kind: ladder.kind,
        unit: told[ladder.total].claim.unit,
        total: told[ladder.total].id.clone(),
        parts: ladder.parts.iter().map(|&part| told[part].id.clone()).collect(),
        stated: told[ladder.total].claim.value,
        stated_parts: ladder.parts.iter().map(|&part| decimal::plain(told[part].claim.value)).collect(),
        asserts: ladder.asserts,
        sum: ladder.sum,
        is_whole: ladder.is_whole,
        holds: ladder.holds,
    }
}

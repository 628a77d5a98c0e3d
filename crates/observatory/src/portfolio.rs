//! A pair's portfolio of joint projects: what the register adds up to beside what is said of it, and what of that does not
//! fit together.

use crate::conflicts::{ConflictItem, StatementItem};
use crate::projects::{Alike, Sum, Sums};
use crate::registry::{Registry, RegistryError};
use crate::told::told;
use crate::wire::{ClaimWire, WIRE};
use entente_analysis::portfolio::{Ladder, is_headline, ladders};
use entente_analysis::reconcile::Told;
use entente_model::{
    ClaimKind, Decimal, DocumentId, Interval, Lang, MentionId, Pair, Portion, Unit, decimal,
};
use entente_store::{ClaimEntry, ClaimFilter};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeSet;

/// The kinds of claims about a portfolio.
const KINDS: [ClaimKind; 3] = [ClaimKind::ProjectCount, ClaimKind::ProjectValue, ClaimKind::ProjectJobs];

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
    /// What each voice said, the first known first.
    pub course: Vec<CourseItem>,
    /// What of it does not fit together.
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

/// What is said of a portfolio, and what the register adds up to.
pub(crate) struct Said {
    pub(crate) register: Sums,
    pub(crate) headlines: Vec<HeadlineItem>,
    pub(crate) course: Vec<CourseItem>,
}

impl Registry {
    /// Returns the portfolio of a pair, as known on a day.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn portfolio(&self, pair: Pair, as_of: Date, lang: Lang) -> Result<Portfolio, RegistryError> {
        let Said { register, headlines, course } = self.said_of_portfolio(pair, as_of).await?;
        let is_portfolio = |item: &ConflictItem| item.kind.is_portfolio();
        let conflicts = self.conflicts(Some(pair), as_of, lang).await?.items;
        let conflicts = conflicts.into_iter().filter(is_portfolio).collect();
        let merges = self.alike(Some(pair), as_of).await?;
        Ok(Portfolio { wire: WIRE, as_of, pair, register, headlines, course, conflicts, merges })
    }

    /// Returns what is said of the portfolio of a pair and what the register has, without what does not fit together.
    pub(crate) async fn said_of_portfolio(&self, pair: Pair, as_of: Date) -> Result<Said, RegistryError> {
        let register = self.sums(Some(pair), as_of).await?;
        let claims = self.portfolio_claims(pair, as_of).await?;
        let voices = self.voices_of(&claims).await?;
        let told = told(&claims, &voices);
        Ok(Said { headlines: headlines(&told, &register), course: course(&told), register })
    }

    /// Returns every claim about the portfolio of a pair, the first known first.
    async fn portfolio_claims(&self, pair: Pair, as_of: Date) -> Result<Vec<ClaimEntry>, RegistryError> {
        let mut claims = Vec::new();
        for kind in KINDS {
            let (pair, kind) = (Some(pair), Some(kind));
            claims
                .extend(self.every_claim(ClaimFilter { pair, kind, as_of, ..ClaimFilter::default() }).await?);
        }
        claims.sort_by(|a, b| {
            (a.known, &a.document, a.claim.quote.start, &a.id).cmp(&(
                b.known,
                &b.document,
                b.claim.quote.start,
                &b.id,
            ))
        });
        Ok(claims)
    }
}

/// Returns what was said last of each kind and portion; of what is known since one day what most voices say, and of as many
/// the finest.
fn headlines(told: &[Told<'_>], register: &Sums) -> Vec<HeadlineItem> {
    let mut found = Vec::new();
    for kind in KINDS {
        for &portion in Portion::ALL {
            let fits = |said: &&Told<'_>| {
                is_headline(said.claim) && said.claim.kind == kind && said.claim.stage == Some(portion)
            };
            let Some(newest) = told.iter().filter(fits).map(|said| said.known).max() else { continue };
            let same_day = || told.iter().filter(fits).filter(|said| said.known == newest);
            let agreeing = |said: &Told<'_>| {
                let same = same_day().filter(|other| other.claim.value == said.claim.value);
                same.map(|other| other.voice).collect::<BTreeSet<_>>().len()
            };
            let best = same_day().max_by(|a, b| {
                let finer = b.claim.precision.cmp(&a.claim.precision);
                agreeing(a).cmp(&agreeing(b)).then(finer).then_with(|| b.id.cmp(a.id))
            });
            found.extend(best.map(|best| headline(kind, portion, best, register.portions.get(&portion))));
        }
    }
    found
}

fn headline(kind: ClaimKind, portion: Portion, said: &Told<'_>, sum: Option<&Sum>) -> HeadlineItem {
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
    HeadlineItem {
        kind,
        portion,
        statement: StatementItem::new(said),
        register,
        not_accounted_for: register.and_then(|register| said.claim.value.checked_sub(register)),
        not_known,
    }
}

/// Returns what each voice says, by the day from which it is known.
fn course(told: &[Told<'_>]) -> Vec<CourseItem> {
    let ladders = ladders(told);
    let mut course: Vec<CourseItem> = Vec::new();
    let mut voices: Vec<(&DocumentId, &DocumentId)> = Vec::new();
    for said in told.iter().filter(|said| is_headline(said.claim)) {
        // Of near-copies the first known speaks.
        let spoken_for = voices.iter().find(|(voice, _)| *voice == said.voice);
        match spoken_for {
            Some((_, document)) if *document != said.document => continue,
            Some(_) => {}
            None => voices.push((said.voice, said.document)),
        }
        let cell = CellItem {
            portion: said.claim.stage,
            claim: ClaimWire { id: said.id.clone(), claim: said.claim.clone() },
        };
        match course.iter_mut().find(|item| item.document == *said.document) {
            Some(item) => item.claims.push(cell),
            None => course.push(CourseItem {
                known: said.known,
                document: said.document.clone(),
                claims: vec![cell],
                ladders: Vec::new(),
            }),
        }
    }
    for ladder in &ladders {
        let document = told[ladder.total].document;
        if let Some(item) = course.iter_mut().find(|item| item.document == *document) {
            item.ladders.push(ladder_item(ladder, told));
        }
    }
    course
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

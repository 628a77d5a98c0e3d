//! Checking a text: each of its claims against the figures that were known.

use crate::messages::render;
use crate::reading::Reading;
use crate::voice::voice;
use crate::wire::{CheckWire, ClaimWire, RemarkWire, ResultWire, VerdictWire, WIRE};
use entente_analysis::{Evidence, Subject, rank_of, verdict};
use entente_model::unit::Unit;
use entente_model::{
    Arg, Claim, Country, Decimal, Extraction, Lang, Message, Period, ReleaseId, Remark, TradeFlow, Verdict,
};
use jiff::civil::Date;

/// The language that verdicts are written in until other message files join.
pub(crate) const WORDS: Lang = Lang::En;

/// Checks every claim of a reading; the verdicts are in the order of the claims.
#[must_use]
pub fn verdicts(reading: &Reading, evidence: &Evidence, as_of: Date) -> Vec<Verdict> {
    let claims = reading.extraction.claims.iter();
    claims.map(|claim| verdict(&subject(&reading.said(), claim), evidence, as_of)).collect()
}

/// Returns a claim with what its document says about it.
pub(crate) fn subject<'a>(said: &Said<'_>, claim: &'a Claim) -> Subject<'a> {
    Subject { claim, published: said.published, voice: voice(claim, said.extraction, said.outlet) }
}

/// What of a document decides how its claims are checked.
pub(crate) struct Said<'a> {
    /// When it was published.
    pub(crate) published: Option<Date>,
    /// The country of its outlet.
    pub(crate) outlet: Option<Country>,
    /// What was read out of it.
    pub(crate) extraction: &'a Extraction,
}

impl Reading {
    /// Returns what of the document decides how its claims are checked.
    pub(crate) fn said(&self) -> Said<'_> {
        let outlet = self.source.and_then(|source| source.country);
        Said { published: self.page.published, outlet, extraction: &self.extraction }
    }
}

/// Puts a reading and its verdicts together in the form of the wire.
#[must_use]
pub fn report(reading: Reading, verdicts: Vec<Verdict>, evidence: &Evidence, as_of: Date) -> CheckWire {
    let document = reading.line(false);
    let mentions = reading.mentions().to_vec();
    let mut releases: Vec<ReleaseId> = verdicts.iter().flat_map(Verdict::releases).collect();
    let published = reading.page.published;
    let extraction = reading.extraction;
    let answer = |remark| answered(remark, published, evidence, as_of);
    let remarks = extraction.remarks.into_iter().map(answer).collect();
    releases.sort_unstable();
    releases.dedup();
    let claims = extraction.claims.into_iter().zip(mentions).zip(verdicts);
    let results = claims.map(|((claim, id), verdict)| ResultWire {
        claim: ClaimWire { id, claim },
        verdict: VerdictWire::new(verdict, WORDS),
        on_file: None,
    });
    CheckWire {
        wire: WIRE,
        document,
        as_of,
        releases,
        results: results.collect(),
        events: extraction.events,
        officials: extraction.officials,
        projects: extraction.projects,
        remarks,
        author: extraction.authors.into_iter().next(),
    }
}

/// Puts a remark together with what the figures say to it, where they can answer it.
pub(crate) fn answered(
    remark: Remark,
    published: Option<Date>,
    evidence: &Evidence,
    as_of: Date,
) -> RemarkWire {
    let answer = answer_remark(&remark, published, evidence, as_of);
    RemarkWire { remark, answer: answer.as_ref().map(|answer| render(answer, WORDS)), answered: answer }
}

/// Answers a remark that figures can answer: "one of the largest trading partners" with the computed rank.
fn answer_remark(
    remark: &Remark,
    published: Option<Date>,
    evidence: &Evidence,
    as_of: Date,
) -> Option<Message> {
    let [of, partner] = *remark.parties.as_slice() else { return None };
    if remark.topic != "partner_rank" {
        return None;
    }
    let period = Period::latest_complete_year(published.unwrap_or(as_of))?;
    let message = Message::new("remark-rank-unknown")
        .with("of", Arg::Country(of))
        .with("partner", Arg::Country(partner))
        .with("period", Arg::Period(period));
    let Some(answer) = rank_of(of, partner, TradeFlow::Turnover, None, period, evidence, as_of) else {
        return Some(message);
    };
    Some(
        Message::new("remark-rank")
            .with("of", Arg::Country(of))
            .with("partner", Arg::Country(partner))
            .with("period", Arg::Period(period))
            .with("rank", Arg::Quantity(Decimal::from(answer.rank), Unit::Rank))
            .with("partners", Arg::Number(Decimal::from(answer.partners))),
    )
}

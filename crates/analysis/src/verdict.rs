//! The verdict on a claim.

use crate::chance::chance;
use crate::definitions::try_all;
use crate::evidence::Evidence;
use crate::frame::Frame;
use crate::grid;
use crate::judge::{Judgement, excess, judge};
use crate::messages::say;
use crate::notes::notes;
use crate::reading::Readings;
use crate::subject::Subject;
use crate::target;
use crate::tried::{told, tried};
use crate::wording;
use entente_model::{Arg, Claim, Country, Decimal, Interval, Message, Modality, Outcome, Verdict};
use jiff::civil::Date;

/// Checks a claim against what was known on `as_of`.
///
/// Never fails: what cannot be checked has the outcome `no_data` and a summary that says why.
#[must_use]
pub fn verdict(subject: &Subject<'_>, evidence: &Evidence, as_of: Date) -> Verdict {
    let claim = subject.claim;
    let open = target::is_open(claim, as_of);
    let frame = Frame::new(subject, evidence, as_of).filter(|_| claim.kind.is_trade());
    match (frame, claim.asserts()) {
        (Some(frame), Some(_)) if open => open_target(&frame),
        (Some(frame), Some(interval)) if claim.modality != Modality::Actual => ended_target(&frame, interval),
        (Some(frame), Some(interval)) => actual(&frame, interval),
        _ if open => bare(claim, Outcome::Open, Message::new("summary-open")),
        _ => bare(claim, Outcome::NoData, unanswered(claim)),
    }
}

/// Says why statistics cannot answer a claim.
fn unanswered(claim: &Claim) -> Message {
    match claim.kind {
        kind if kind.is_portfolio() => Message::new("summary-register"),
        kind if !kind.is_trade() => Message::new("summary-other-documents"),
        _ if claim.asserts().is_none() => Message::new("summary-beyond-arithmetic"),
        _ => say("summary-parties", [("count", Arg::Number(Decimal::from(claim.parties.len())))]),
    }
}

/// A verdict without readings.
fn bare(claim: &Claim, outcome: Outcome, summary: Message) -> Verdict {
    Verdict {
        outcome,
        definition: None,
        computed: None,
        interval: claim.asserts(),
        assumed_period: None,
        summary,
        tried: Vec::new(),
        chance: None,
        one_side_only: None,
        within_rounding: false,
        excess: None,
        notes: Vec::new(),
        outlook: None,
    }
}

/// Checks what is said to be so.
fn actual(frame: &Frame<'_, '_>, interval: Interval) -> Verdict {
    let readings = try_all(frame);
    let judgement = judge(frame, &readings, &interval);
    let supported = matches!(judgement.outcome, Outcome::Supported | Outcome::SupportedOtherwise);
    let deciding = judgement.deciding.and_then(|at| judgement.all.get(at));
    let figure = deciding.and_then(|judged| judged.reading.figure.as_ref().ok());
    let excess = figure.filter(|_| supported).and_then(|figure| excess(frame, figure));
    let mut verdict = written(frame, &readings, &judgement);
    verdict.outcome = judgement.outcome;
    verdict.within_rounding =
        supported && deciding.is_some_and(|judged| judged.fit == crate::judge::Fit::Meets);
    verdict.one_side_only = judgement.one_side_only;
    verdict.summary = wording::summary(frame, &judgement);
    verdict.chance = chance(frame.claim, &values(frame, &readings), readings.partners);
    verdict.excess = excess;
    verdict.notes = notes(frame, &judgement, readings.notes.clone(), excess);
    verdict
}

/// Tells how far a target is, and how fast it asks to go.
fn open_target(frame: &Frame<'_, '_>) -> Verdict {
    let mut notes = Vec::new();
    let outlook = target::outlook(frame, &mut notes);
    let summary = wording::open(frame, outlook.as_ref());
    Verdict { notes, outlook, ..bare(frame.claim, Outcome::Open, summary) }
}

/// Checks a target whose deadline is over against the value itself that it names.
fn ended_target(frame: &Frame<'_, '_>, interval: Interval) -> Verdict {
    let readings = try_all(frame);
    let judgement = judge(frame, &readings, &interval);
    let unit = frame.claim.unit;
    let plain = judgement.plain.iter().filter_map(|at| judgement.all.get(*at));
    let values: Vec<(Option<Country>, Option<Decimal>)> = plain
        .map(|judged| {
            let figure = judged.reading.figure.as_ref().ok().filter(|figure| figure.unit == unit);
            (judged.reading.party, figure.filter(|_| judged.comparable()).map(|figure| figure.value))
        })
        .collect();
    let figures: Vec<Option<Decimal>> = values.iter().map(|(_, value)| *value).collect();
    let outcome = target::ended(frame, &figures);
    let shortfall = target::shortfall(frame, &figures).filter(|_| outcome == Outcome::Missed);
    let agreeing = values.iter().filter(|(_, value)| match outcome {
        Outcome::Met => value.is_some_and(|value| target::reaches(frame, value)),
        _ => value.is_some(),
    });
    let mut parties = agreeing.map(|(party, _)| *party);
    let one_side_only = match (parties.next(), parties.next()) {
        (Some(party), None) if values.len() > 1 => party,
        _ => None,
    };
    let best = target::best(frame, &figures);
    let at = judgement.plain.iter().zip(&figures).find(|(_, value)| best.is_some() && **value == best);
    let deciding = at.map(|(at, _)| *at);
    let judgement = Judgement { deciding, ..judgement };
    let mut verdict = written(frame, &readings, &judgement);
    verdict.outcome = outcome;
    verdict.one_side_only = one_side_only;
    verdict.summary = wording::ended(frame, &judgement, outcome, one_side_only, shortfall);
    verdict.notes = notes(frame, &judgement, readings.notes.clone(), None);
    verdict
}

/// Writes down what was tried and what decided it.
fn written(frame: &Frame<'_, '_>, readings: &Readings<'_>, judgement: &Judgement<'_, '_>) -> Verdict {
    let deciding = judgement.deciding.and_then(|at| readings.list.get(at));
    let figure = deciding.and_then(|reading| reading.figure.as_ref().ok());
    Verdict {
        definition: deciding.and_then(|reading| grid::definition(reading.id)).map(|found| found.id.clone()),
        computed: figure.map(|figure| told(figure.value, figure.unit)),
        assumed_period: frame.assumed.then_some(frame.period),
        tried: judgement.all.iter().filter_map(|judged| tried(frame, judged)).collect(),
        ..bare(frame.claim, Outcome::NoData, Message::new("summary-whole"))
    }
}

/// Returns every value of the grid that is in the claim's unit.
fn values(frame: &Frame<'_, '_>, readings: &Readings<'_>) -> Vec<Decimal> {
    let figures = readings.list.iter().filter_map(|reading| reading.figure.as_ref().ok());
    figures.filter(|figure| figure.unit == frame.claim.unit).map(|figure| figure.value).collect()
}

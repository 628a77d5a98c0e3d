//! What a verdict says in one sentence.

use crate::frame::Frame;
use crate::judge::{Difference, Fit, Judged, Judgement};
use crate::messages::say;
use crate::tried::{quantity, region};
use entente_model::{
    Arg, Bound, ClaimKind, Country, Decimal, Measure, Message, Outcome, Outlook, Period, Unit,
};

/// Returns the summary of a judgement.
pub(crate) fn summary(frame: &Frame<'_, '_>, judgement: &Judgement<'_, '_>) -> Message {
    let plain = || list(frame, judgement, |_| true);
    let deciding = judgement.deciding.and_then(|at| judgement.all.get(at));
    match judgement.outcome {
        Outcome::Supported if judgement.one_side_only.is_some() => say(
            "summary-supported-one-side",
            [
                ("agree", list(frame, judgement, |judged| judged.fit != Fit::Outside)),
                ("other", list(frame, judgement, |judged| judged.fit == Fit::Outside)),
            ],
        ),
        Outcome::Supported => say("summary-supported", [("agree", plain())]),
        Outcome::SupportedOtherwise => say(
            "summary-supported-otherwise",
            [
                ("plain", plain()),
                ("agree", deciding.map_or(Arg::List(Vec::new()), |judged| told(frame, judged))),
            ],
        ),
        Outcome::Near => say("summary-near", [("plain", plain())]),
        Outcome::NotComparable => {
            let difference = deciding.and_then(|judged| judged.difference).unwrap_or(Difference::Basis);
            let difference = Arg::Message(Box::new(Message::new(difference_key(difference))));
            say("summary-not-comparable", [("difference", difference), ("plain", plain())])
        }
        Outcome::NoData if judgement.plain.is_empty() => Message::new("summary-whole"),
        Outcome::NoData => say("summary-no-data", [("plain", plain())]),
        _ => say("summary-contradicted", [("plain", plain())]),
    }
}

/// Returns the summary of a target whose deadline lies ahead, or that has none.
pub(crate) fn open(frame: &Frame<'_, '_>, outlook: Option<&Outlook>) -> Message {
    let Some(outlook) = outlook.filter(|outlook| !outlook.paces.is_empty()) else {
        return Message::new("summary-open");
    };
    let pace = |pace: &entente_model::Pace| {
        Arg::Message(Box::new(say(
            "pace",
            [
                ("reporter", Arg::Country(pace.reporter)),
                ("needed", quantity(pace.needed, Unit::Percent)),
                ("value", quantity(pace.last_value, frame.want.unit)),
                ("period", Arg::Period(pace.last_period)),
            ],
        )))
    };
    let paces = Arg::List(outlook.paces.iter().map(pace).collect());
    match outlook.deadline {
        Some(deadline) => say("summary-open-dated", [("deadline", Arg::Period(deadline)), ("paces", paces)]),
        None => say("summary-open-undated", [("horizon", Arg::Period(outlook.horizon)), ("paces", paces)]),
    }
}

/// Returns the summary of a target whose deadline is over.
pub(crate) fn ended(
    frame: &Frame<'_, '_>,
    judgement: &Judgement<'_, '_>,
    outcome: Outcome,
    one_side_only: Option<Country>,
    shortfall: Option<Decimal>,
) -> Message {
    let told = |at: &usize| {
        let judged = judgement.all.get(*at)?;
        Some(value_or_missing(frame, judged))
    };
    let plain = Arg::List(judgement.plain.iter().filter_map(told).collect());
    match (outcome, one_side_only, shortfall) {
        (Outcome::Met, Some(reporter), _) => {
            say("summary-met-one-side", [("reporter", Arg::Country(reporter)), ("plain", plain)])
        }
        (Outcome::Met, None, _) => say("summary-met", [("plain", plain)]),
        (Outcome::Missed, _, Some(shortfall)) => {
            say("summary-missed", [("shortfall", quantity(shortfall, Unit::Percent)), ("plain", plain)])
        }
        _ => say("summary-no-data", [("plain", plain)]),
    }
}

fn list(frame: &Frame<'_, '_>, judgement: &Judgement<'_, '_>, keep: impl Fn(&Judged<'_, '_>) -> bool) -> Arg {
    let plain = judgement.plain.iter().filter_map(|at| judgement.all.get(*at));
    Arg::List(plain.filter(|judged| keep(judged)).map(|judged| told(frame, judged)).collect())
}

/// Tells a reading: what it gives and, where that disagrees, how.
fn told(frame: &Frame<'_, '_>, judged: &Judged<'_, '_>) -> Arg {
    let comparable = !matches!(judged.difference, Some(Difference::Unit | Difference::Coverage));
    let Some(figure) = judged.reading.figure.as_ref().ok().filter(|_| comparable) else {
        return value_or_missing(frame, judged);
    };
    if judged.fit == Fit::Inside {
        return value_or_missing(frame, judged);
    }
    let value = ("value", quantity(figure.value, figure.unit));
    let (what, period) = (("what", phrase(frame, judged)), ("period", period(frame, judged.reading.period)));
    Arg::Message(Box::new(match judged.fit {
        Fit::Meets => say("reading-gives-rounded", [what, value, period]),
        _ => {
            let stated = ("stated", quantity(frame.claim.value, frame.claim.unit));
            say(differs_key(frame), [what, value, period, stated])
        }
    }))
}

/// Tells what a reading gives, or that it is missing.
fn value_or_missing(frame: &Frame<'_, '_>, judged: &Judged<'_, '_>) -> Arg {
    let (what, period) = (("what", phrase(frame, judged)), ("period", period(frame, judged.reading.period)));
    Arg::Message(Box::new(match &judged.reading.figure {
        Ok(figure) => say("reading-gives", [what, ("value", quantity(figure.value, figure.unit)), period]),
        Err(_) if judged.reading.party.is_some() => say("reading-missing", [what, period]),
        Err(_) => say("reading-lacking", [what, period]),
    }))
}

/// Names a definition with its countries and its region.
fn phrase(frame: &Frame<'_, '_>, judged: &Judged<'_, '_>) -> Arg {
    let message = Message::new(judged.reading.id)
        .with("first", Arg::Country(frame.first))
        .with("second", Arg::Country(frame.second));
    Arg::Message(Box::new(match region(frame) {
        Some(region) => message.with("region", Arg::Region(region)),
        None => message,
    }))
}

/// Names the period, and for a change the one it is counted from.
fn period(frame: &Frame<'_, '_>, period: Period) -> Arg {
    let changes = matches!(frame.claim.measure, Some(Measure::Increase | Measure::Decrease));
    let changes =
        changes && frame.claim.kind != ClaimKind::TradeShare && frame.claim.kind != ClaimKind::PartnerRank;
    match frame.base.filter(|_| changes || frame.claim.kind == ClaimKind::TradeGrowth) {
        Some(base) => {
            let message =
                say("period-against", [("period", Arg::Period(period)), ("base", Arg::Period(base))]);
            Arg::Message(Box::new(message))
        }
        None => Arg::Period(period),
    }
}

const fn difference_key(difference: Difference) -> &'static str {
    match difference {
        Difference::Coverage => "difference-coverage",
        Difference::Unit => "difference-unit",
        Difference::Basis => "difference-basis",
    }
}

const fn differs_key(frame: &Frame<'_, '_>) -> &'static str {
    match (frame.claim.bound, frame.claim.unit) {
        (Bound::Exact, Unit::Rank) => "reading-differs-count",
        (Bound::Exact, _) => "reading-differs-exact",
        (Bound::About, _) => "reading-differs-about",
        (Bound::Over, _) => "reading-differs-over",
        (Bound::Under, _) => "reading-differs-under",
        (Bound::UpTo, _) => "reading-differs-up-to",
    }
}

//! Formulas over what the two parties report, as data.

use crate::evidence::Want;
use crate::figure::Figure;
use crate::frame::{Frame, Who};
use crate::mirror;
use crate::reading::{Missing, beyond};
use entente_model::{Basis, Country, Partner, Period, TradeFlow, Valuation};

/// A formula over what the two parties report of each other.
#[derive(Debug)]
pub(crate) enum Form {
    /// What one party reports.
    Report(Who, TradeFlow),
    /// Exports less imports of the first party: as it reports, or as the mirror of what the second reports.
    Balance(Who),
    Sum(&'static Self, &'static Self),
    Less(&'static Self, &'static Self),
    Mean(&'static Self, &'static Self),
    /// What both report of goods and services together: the mean, else the one.
    Services,
    /// Both flows, each as the mean of its two sides where the goods leave; none where the two count different things.
    Reconciled,
}

/// What a formula is computed for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct At {
    pub(crate) period: Period,
    /// Whether to keep to the basis that the claim's own period is answered on, so that changes compare like
    /// with like.
    pub(crate) like_now: bool,
}

/// Computes a formula.
pub(crate) fn compute<'e>(frame: &Frame<'e, '_>, form: &Form, at: At) -> Result<Figure<'e>, Missing> {
    let both = |a, b| match (compute(frame, a, at), compute(frame, b, at)) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(mut a), Err(b)) => {
            a.extend(b);
            Err(a)
        }
        (Err(missing), _) | (_, Err(missing)) => Err(missing),
    };
    match form {
        Form::Report(who, flow) => report(frame, *who, *flow, at),
        Form::Balance(who) => balance(frame, *who, at),
        Form::Sum(a, b) => both(a, b).and_then(|(a, b)| a.plus(&b).ok_or_else(beyond)),
        Form::Less(a, b) => both(a, b).and_then(|(a, b)| a.minus(&b).ok_or_else(beyond)),
        Form::Mean(a, b) => both(a, b).and_then(|(a, b)| a.mean(&b).ok_or_else(beyond)),
        Form::Services => services(frame, at),
        Form::Reconciled => reconciled(frame, at),
    }
}

/// Returns the code of a missing observation.
pub(crate) fn code(reporter: Country, partner: Partner, flow: TradeFlow, period: Period) -> String {
    format!("{reporter}.{partner}.{}.{period}", flow_code(flow))
}

/// Returns a flow as codes of missing observations write it.
const fn flow_code(flow: TradeFlow) -> &'static str {
    match flow {
        TradeFlow::Turnover => "X+M",
        TradeFlow::Exports => "X",
        TradeFlow::Imports => "M",
    }
}

fn report<'e>(frame: &Frame<'e, '_>, who: Who, flow: TradeFlow, at: At) -> Result<Figure<'e>, Missing> {
    let partner = frame.other(who);
    let mut want = frame.want;
    let now = || frame.table(who, frame.period).trade(partner, flow, frame.want);
    if let Some(now) = at.like_now.then(now).flatten() {
        want = Want { basis: now.basis, unit: now.unit, strict: want.strict };
    }
    let figure = frame.table(who, at.period).trade(partner, flow, want);
    figure.ok_or_else(|| vec![code(frame.country(who), partner.into(), flow, at.period)])
}

fn balance<'e>(frame: &Frame<'e, '_>, who: Who, at: At) -> Result<Figure<'e>, Missing> {
    let (reporter, partner) = (frame.country(who), frame.other(who));
    let exports = report(frame, who, TradeFlow::Exports, at);
    let imports = report(frame, who, TradeFlow::Imports, at);
    let own = match (exports, imports) {
        (Ok(exports), Ok(imports)) => exports.minus(&imports).ok_or_else(beyond)?,
        (exports, imports) => {
            let announced = frame.known.announced_balance(reporter, partner.into(), at.period, frame.want);
            match announced {
                Some(balance) => balance,
                None => return Err([exports.err(), imports.err()].into_iter().flatten().flatten().collect()),
            }
        }
    };
    Ok(if who == Who::First { own } else { own.negated() })
}

/// The method of the two sides: see [`crate::mirror`].
fn reconciled<'e>(frame: &Frame<'e, '_>, at: At) -> Result<Figure<'e>, Missing> {
    let flow = |seller, buyer| {
        let exports = report(frame, seller, TradeFlow::Exports, at);
        let imports = report(frame, buyer, TradeFlow::Imports, at);
        match (exports, imports) {
            (Ok(exports), Ok(imports)) => Ok((exports, imports)),
            (exports, imports) => {
                Err([exports.err(), imports.err()].into_iter().flatten().flatten().collect())
            }
        }
    };
    let mean = |(exports, imports): (Figure<'e>, Figure<'e>)| {
        if mirror::counts_differ(exports.basis, imports.basis) {
            return Err(vec![format!("{}-{}.reconciled.{}", frame.first, frame.second, at.period)]);
        }
        let valued = |figure: &Figure<'e>, valuation| {
            figure.inputs.iter().any(|v| v.observation.key.valuation == valuation)
        };
        let dearer = !valued(&exports, Valuation::Cif) && !valued(&imports, Valuation::Fob);
        let left = if dearer { imports.divided(mirror::CIF_OVER_FOB) } else { Some(imports) };
        left.and_then(|imports| exports.mean(&imports)).ok_or_else(beyond)
    };
    let there = flow(Who::First, Who::Second).and_then(mean)?;
    let back = flow(Who::Second, Who::First).and_then(mean)?;
    there.plus(&back).ok_or_else(beyond)
}

fn services<'e>(frame: &Frame<'e, '_>, at: At) -> Result<Figure<'e>, Missing> {
    let want = Want { basis: Basis::GoodsAndServices, strict: true, unit: frame.want.unit };
    let of = |who| frame.table(who, at.period).trade(frame.other(who), TradeFlow::Turnover, want);
    match (of(Who::First), of(Who::Second)) {
        (Some(a), Some(b)) => a.mean(&b).ok_or_else(beyond),
        (Some(one), None) | (None, Some(one)) => Ok(one),
        (None, None) => Err([Who::First, Who::Second]
            .map(|who| {
                let code = code(frame.country(who), frame.other(who).into(), TradeFlow::Turnover, at.period);
                format!("{code}.{}", Basis::GoodsAndServices)
            })
            .into()),
    }
}

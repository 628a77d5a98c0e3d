//! What a reader should know beside the verdict.

use crate::definitions::{change_on_year, lines_of};
use crate::frame::{Frame, Who};
use crate::judge::Judgement;
use crate::messages::say;
use crate::tried::quantity;
use entente_model::{Arg, Basis, ClaimKind, Country, Decimal, Measure, Message, TradeFlow, Unit};

/// An "over" that a value exceeds by more than this part of the number named is loose.
const LOOSE: Decimal = Decimal::from_parts(25, 0, 0, false, 2);

/// Returns the notes on a judgement, after those that the readings bring.
pub(crate) fn notes(
    frame: &Frame<'_, '_>,
    judgement: &Judgement<'_, '_>,
    mut notes: Vec<Message>,
    excess: Option<Decimal>,
) -> Vec<Message> {
    if frame.assumed {
        notes.insert(0, say("note-assumed-period", [("period", Arg::Period(frame.period))]));
    }
    bases(frame, judgement, &mut notes);
    converted(frame, judgement, &mut notes);
    if let Some(excess) = excess.filter(|excess| !excess.is_zero()) {
        let key = if excess > LOOSE { "note-loose" } else { "note-excess" };
        let percent = excess.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(excess);
        notes.push(say(key, [("excess", quantity(percent, Unit::Percent))]));
    }
    on_year(frame, judgement, &mut notes);
    notes
}

/// Notes the basis of each plain report that is not the one the claim is read on.
fn bases(frame: &Frame<'_, '_>, judgement: &Judgement<'_, '_>, notes: &mut Vec<Message>) {
    for judged in judgement.plain.iter().filter_map(|at| judgement.all.get(*at)) {
        let (Ok(figure), Some(reporter)) = (&judged.reading.figure, judged.reading.party) else { continue };
        if figure.basis != frame.want.basis {
            notes.push(say(
                "note-basis",
                [
                    ("reporter", Arg::Country(reporter)),
                    ("basis", basis(figure.basis)),
                    ("claimed", basis(frame.want.basis)),
                ],
            ));
        }
    }
}

/// Notes the rates at which reports were turned into the claim's money, each once.
fn converted(frame: &Frame<'_, '_>, judgement: &Judgement<'_, '_>, notes: &mut Vec<Message>) {
    let figures = judgement.all.iter().filter_map(|judged| judged.reading.figure.as_ref().ok());
    let mut told = Vec::new();
    for rate in figures.flat_map(|figure| &figure.rates).map(|rate| rate.input(frame.known.releases())) {
        if told.contains(&rate) {
            continue;
        }
        notes.push(say(
            "note-converted",
            [
                ("rate", Arg::Number(rate.value)),
                ("money", Arg::Text(rate.currency.code().to_owned())),
                ("period", Arg::Period(rate.period)),
                ("dataset", Arg::Text(rate.dataset.clone())),
            ],
        ));
        told.push(rate);
    }
}

fn basis(basis: Basis) -> Arg {
    Arg::Message(Box::new(Message::new(match basis {
        Basis::Goods => "basis-goods",
        Basis::Services => "basis-services",
        Basis::GoodsAndServices => "basis-goods-and-services",
        Basis::Unknown => "basis-unknown",
    })))
}

/// Notes how the figure that a level is checked against stands to the same months a year before.
fn on_year(frame: &Frame<'_, '_>, judgement: &Judgement<'_, '_>, notes: &mut Vec<Message>) {
    let kind = frame.claim.kind;
    let level = matches!(kind, ClaimKind::TradeTurnover | ClaimKind::Exports | ClaimKind::Imports)
        && matches!(frame.claim.measure, None | Some(Measure::Level));
    let deciding = judgement.deciding.or_else(|| judgement.plain.first().copied());
    let reading = deciding.and_then(|at| judgement.all.get(at)).map(|judged| judged.reading);
    let Some(reading) = reading.filter(|_| level) else { return };
    let Some(line) = lines_of(kind, TradeFlow::Turnover).iter().find(|line| line.id == reading.id) else {
        return;
    };
    let Some((who, reporter)) = line.party.map(|who: Who| (who, frame.country(who))) else { return };
    if let (Some(change), Some(before)) = (change_on_year(frame, line, who), frame.period.shift_years(-1)) {
        notes.push(on_year_note(frame, reporter, change.value, before));
    }
}

fn on_year_note(
    frame: &Frame<'_, '_>,
    reporter: Country,
    change: Decimal,
    before: entente_model::Period,
) -> Message {
    let key = if change < Decimal::ZERO { "note-below-year-before" } else { "note-above-year-before" };
    say(
        key,
        [
            ("reporter", Arg::Country(reporter)),
            ("period", Arg::Period(frame.period)),
            ("change", quantity(change.abs(), Unit::Percent)),
            ("before", Arg::Period(before)),
        ],
    )
}

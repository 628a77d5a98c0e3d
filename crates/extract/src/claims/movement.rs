//! Which way an amount moves.

use super::scene::{Placed, Scene};
use crate::amount::Amount;
use crate::meaning::{Link, Meaning, Movement};
use crate::morphology::Form;
use entente_model::{Bound, Unit};

/// The movement of an amount: the nearest before it in its statement, or right behind it ("20% higher").
pub(super) fn movement(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Placed<Movement>> {
    let pick = |meaning: &Meaning| match meaning {
        Meaning::Movement(movement) => Some(*movement),
        _ => None,
    };
    let clause = scene.clause(amount.opens);
    let own = scene.first(amount.tokens.clone(), pick).or_else(|| signed(scene, amount));
    let verb_final = scene.notes.reading.pack.traits.verb_final;
    // "A 45 percent year-on-year increase"
    let yearly = scene.notes.reading.term_at(amount.closes).filter(|term| term.tokens().len() > 2);
    let yearly = yearly.filter(|term| scene.notes.reading.meanings(term).contains(&Meaning::Article));
    let from = yearly.map_or(amount.closes, |term| term.tokens().end);
    let reach = if verb_final { clause.end } else { (from + 4).min(clause.end) };
    let behind = || scene.first(amount.closes..reach, pick);
    let before = || scene.last(clause.start..amount.opens, pick);
    own.or_else(behind)
        .or_else(before)
        .or_else(|| compared(scene, amount))
        .or_else(|| of_next(scene, amount))
        .or_else(|| of_last(scene, amount))
}

/// "За год торговля выросла на 13%, а за полугодие — на 14%": where the verb is left out, it is that of the change before.
fn of_last(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Placed<Movement>> {
    let reading = &scene.notes.reading;
    let last = scene.amounts.iter().rev().find(|last| last.closes <= amount.opens)?;
    let by = amount.opens.checked_sub(1).filter(|by| *by > last.closes)?;
    let clause = scene.clause(amount.opens);
    // "…, а с начала года — на 14%", "…, а с начала года уже на 14%"
    let timed = || {
        scene.times.iter().any(|when| when.tokens.start >= clause.start && when.tokens.end + 2 >= by)
            && clause.start < by
    };
    let dash = matches!(reading.word(by - 1), "–" | "—" | "-");
    let left_out = scene.is_link(by, &[Link::By]) && (dash || reading.pack.traits.genitive && timed());
    let other = scene.topics.iter().any(|topic| (clause.start..amount.opens).contains(&topic.at));
    let change = |amount: &Amount| matches!(amount.unit, Some(Unit::Percent | Unit::Times));
    (left_out && change(last) && change(amount) && !other && clause.start >= last.closes)
        .then(|| movement(scene, last))
        .flatten()
}

/// "Сауда 18 пайызға, ал экспорт 15 пайызға өсті": where verbs stand last, the change before has the verb of the next.
fn of_next(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Placed<Movement>> {
    let reading = &scene.notes.reading;
    let to = |amount: &Amount| reading.tokens[amount.tokens.end - 1].form.has(Form::TO);
    let next = scene.amounts.iter().find(|next| next.opens >= amount.closes)?;
    let joined = next.unit == amount.unit && to(amount) && to(next) && reading.word(amount.closes) == ",";
    let clause = scene.clause(next.opens);
    let pick = |meaning: &Meaning| match meaning {
        Meaning::Movement(movement) => Some(*movement),
        _ => None,
    };
    (reading.pack.traits.verb_final && joined).then(|| scene.first(next.closes..clause.end, pick)).flatten()
}

/// "(+15%)", "(-3%)": a change that is told by its sign.
fn signed(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Placed<Movement>> {
    let at = amount.opens.checked_sub(1).filter(|at| *at > scene.tokens.start)?;
    let what = match scene.notes.reading.word(at) {
        "+" => Movement::Up,
        "-" | "–" | "−" => Movement::Down,
        _ => return None,
    };
    (scene.notes.reading.word(at - 1) == "(").then_some(Placed { at, end: at + 1, what })
}

/// "18 percent more than a year earlier": words of a bound right behind a change; one word, "over", is of time.
fn compared(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Placed<Movement>> {
    let end = amount.closes;
    let reading = &scene.notes.reading;
    // "15 percent above the 2021 level": one word, where an article and a year stand behind it.
    let level = |at: usize| {
        let article = reading.meanings_at(at).contains(&Meaning::Article);
        article && scene.times.iter().any(|when| when.tokens.start == at + 1)
    };
    let term = reading.term_at(end).filter(|term| term.tokens().len() > 1 || level(term.tokens().end))?;
    let what = scene.notes.reading.meanings(term).iter().find_map(|meaning| match meaning {
        Meaning::Bound(Bound::Over, ..) => Some(Movement::Up),
        Meaning::Bound(Bound::Under, ..) => Some(Movement::Down),
        _ => None,
    })?;
    matches!(amount.unit, Some(Unit::Percent | Unit::Times)).then_some(Placed {
        at: end,
        end: term.tokens().end,
        what,
    })
}

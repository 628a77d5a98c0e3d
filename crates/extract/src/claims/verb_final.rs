//! Sentences whose verbs stand last: what the verb behind an amount says of it, and of the portfolio that it is of.

use super::kind::About;
use super::ladder::Rung;
use super::modality::is_trade;
use super::scene::Scene;
use crate::amount::Amount;
use crate::meaning::{Link, Meaning, Time};
use crate::morphology::Form;
use crate::period::{Role, When};
use entente_model::{Bound, ClaimKind, Modality, Portion, Unit};
use std::ops::Range;

/// What a verb says of the amounts before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verb {
    /// It came about, or comes about now.
    Is,
    /// It will come about.
    Ahead,
    /// Somebody will bring it about.
    Raised,
    /// Words that make it a goal.
    Target,
    /// Words that make it a plan or a forecast.
    Planned,
    /// Words that mean to do it.
    Intent,
    /// It is the same as what the next verb says.
    Joined,
}

/// The forms that a verb takes which others follow in the same sentence.
const JOINED: Form = Form::ALONG;

/// Forms of verbs that close a statement.
const FINITE: Form = Form::PAST.with(Form::AHEAD).with(Form::AIM).with(Form::NOW).with(Form::IF);

/// Returns what the verbs behind an amount say of it; none where there are none.
pub(super) fn modality(scene: &Scene<'_, '_>, at: usize, about: &About) -> Option<Modality> {
    let amount = &scene.amounts[at];
    let reading = &scene.notes.reading;
    let clause = scene.clause(amount.opens);
    let next = scene.amounts.get(at + 1).map_or(clause.end, |next| next.opens);
    let meant = if is_trade(about.topic) { Modality::Target } else { Modality::Planned };
    let mut joined = false;
    // Where the doing of it ends: "10 миллиардга етказиш бўйича чоралар кўрилди" says not that it was brought there.
    let mut raising: Option<usize> = None;
    // A bound that is a verb, "exceeded", stands within the amount.
    if bound_verb(scene, amount).is_some_and(|form| form.any(Form::PAST.with(Form::IF).with(Form::NOW))) {
        return Some(Modality::Actual);
    }
    if bound_verb(scene, amount).is_some_and(|form| form.has(Form::AIM)) {
        return Some(if is_trade(about.topic) { Modality::Target } else { Modality::Planned });
    }
    // "4 миллиардқа жуық, алдағы жылдары оны 6 миллиардқа жеткізу": the verb speaks of it, and of what it is brought to.
    let it = (amount.closes..next).any(|at| reading.word(at) == ",")
        && scene.has_link(amount.closes..next, &[Link::It])
        && amount.bound != Bound::Exact;
    if it && next < clause.end {
        return Some(Modality::Actual);
    }
    let is_time = |at: usize| scene.times.iter().any(|when| when.tokens.contains(&at));
    let mut token = amount.closes;
    while token < clause.end && !(token >= next && joined) {
        let Some(term) = reading.term_at(token) else {
            token += 1;
            continue;
        };
        let tokens = term.tokens();
        token = tokens.end;
        if is_time(tokens.start) {
            continue;
        }
        let (meanings, form) = (reading.meanings(term), reading.tokens[tokens.end - 1].form);
        let said = verb(meanings, form);
        let reached = |end: usize| tokens.start <= end + 1 && meanings.contains(&Meaning::Level);
        match (said, raising) {
            (Some(Verb::Is), Some(end)) if !reached(end) => return Some(meant),
            (Some(Verb::Joined), _) => joined = true,
            (Some(Verb::Is), _) if form.has(Form::AHEAD) && is_by_then(scene, amount) => {
                return Some(Modality::Planned);
            }
            (Some(verb), _) => return Some(decide(scene, about, (verb, form), token..clause.end)),
            (None, _) if form.has(Form::GERUND) && meanings.contains(&Meaning::Raise) => {
                raising = Some(tokens.end);
            }
            (None, _) => {}
        }
    }
    // "Екі есе ұлғайтып, 2 млрд долларға жеткізуге уағдаласты": a change is told with the level that it leads to.
    if joined && about.kind == ClaimKind::TradeGrowth && at + 1 < scene.amounts.len() {
        let level = &scene.amounts[at + 1];
        let leads = level.unit.is_some_and(Unit::is_money) && level.opens < clause.end;
        if let Some(told) = leads
            .then(|| modality(scene, at + 1, &About { kind: ClaimKind::TradeTurnover, ..*about }))
            .flatten()
        {
            return Some(told);
        }
    }
    match raising {
        Some(_) if !joined => Some(meant),
        _ if joined => Some(Modality::Actual),
        _ => exceeds_this_year(scene, amount).then_some(Modality::Planned),
    }
}

/// "Биыл 1 млрд доллардан асады": the form of what is, or is to come, is of what is to come where its year is not over.
fn exceeds_this_year(scene: &Scene<'_, '_>, amount: &Amount) -> bool {
    let ahead = bound_verb(scene, amount).is_some_and(|form| form.has(Form::AHEAD));
    let this_year = scene.notes.calendar.year(0);
    let running = |when: &When| {
        let year = when.period.and_then(entente_model::Period::whole_year);
        when.role != Role::Base && year.is_some() && year >= this_year
    };
    ahead && scene.times.iter().any(running)
}

/// "2030 yilga kelib 5 milliardni tashkil etadi": what is said of a year that is not over, in the form of what is or is to
/// come, is to come.
fn is_by_then(scene: &Scene<'_, '_>, amount: &Amount) -> bool {
    let this_year = scene.notes.calendar.year(0);
    let clause = scene.clause(amount.opens);
    let by_then = |when: &&When| when.role == Role::Until && clause.contains(&when.tokens.start);
    let nearest =
        scene.times.iter().filter(by_then).min_by_key(|when| when.tokens.end.abs_diff(amount.opens));
    nearest.and_then(|when| when.period).is_some_and(|period| Some(period.last_month().year()) >= this_year)
}

/// "1 млрд долларға, ал болашақта 3 млрд долларға жеткізу": the verb of the next amount, which is told in the same case.
pub(super) fn of_next(scene: &Scene<'_, '_>, at: usize, about: &About) -> Option<Modality> {
    let reading = &scene.notes.reading;
    let form = |amount: &Amount| reading.tokens[amount.tokens.end - 1].form;
    let (amount, next) = (&scene.amounts[at], scene.amounts.get(at + 1)?);
    let joined = next.unit == amount.unit && form(amount).has(Form::TO) && form(next).has(Form::TO);
    joined.then(|| modality(scene, at + 1, about)).flatten()
}

/// What a verb decides of an amount, by the words that stand behind the verb.
fn decide(
    scene: &Scene<'_, '_>,
    about: &About,
    (verb, form): (Verb, Form),
    behind: Range<usize>,
) -> Modality {
    let trade = is_trade(about.topic);
    // Flights are told of in the form of what is always so.
    let always = about.kind == ClaimKind::Flights && form.has(Form::AHEAD);
    let target = || {
        let target = |meaning: &Meaning| matches!(meaning, Meaning::Cue(Modality::Target)).then_some(());
        scene.first(behind.clone(), target).is_some()
    };
    match verb {
        Verb::Is | Verb::Joined => Modality::Actual,
        Verb::Ahead | Verb::Intent if always => Modality::Actual,
        Verb::Target => Modality::Target,
        Verb::Raised if trade => Modality::Target,
        Verb::Intent if trade || target() => Modality::Target,
        Verb::Planned if target() => Modality::Target,
        Verb::Ahead | Verb::Raised | Verb::Intent | Verb::Planned => Modality::Planned,
    }
}

/// The form of a verb that is the bound of an amount.
fn bound_verb(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Form> {
    let last = amount.closes.checked_sub(1).filter(|last| *last >= amount.tokens.end)?;
    Some(scene.notes.reading.tokens[last].form)
}

/// Reads what a phrase says by its meanings and its last word's form.
fn verb(meanings: &[Meaning], form: Form) -> Option<Verb> {
    let has = |meaning: Meaning| meanings.contains(&meaning);
    if has(Meaning::Cue(Modality::Target)) {
        return Some(Verb::Target);
    }
    if has(Meaning::Intent) || has(Meaning::Stage(Portion::Planned)) {
        return Some(Verb::Intent);
    }
    if has(Meaning::Cue(Modality::Planned)) {
        return Some(Verb::Planned);
    }
    let moves = meanings.iter().any(|meaning| {
        matches!(
            meaning,
            Meaning::Movement(_)
                | Meaning::Level
                | Meaning::Raise
                | Meaning::Stage(_)
                | Meaning::BoundBehind(..)
        )
    });
    if !moves && !has(Meaning::Happens) {
        return None;
    }
    if form.has(Form::AIM) {
        return Some(Verb::Intent);
    }
    if form.has(Form::GERUND) {
        return None;
    }
    if form.has(Form::PAST) || form.any(Form::IF.with(Form::NOW)) {
        return Some(Verb::Is);
    }
    if form.has(Form::AHEAD) {
        return Some(if has(Meaning::Raise) {
            Verb::Raised
        } else if has(Meaning::State) {
            Verb::Is
        } else {
            Verb::Ahead
        });
    }
    form.has(JOINED).then_some(Verb::Joined)
}

/// The words that can tell how far the projects of an amount are: to the next verb that closes a statement.
pub(super) fn segment(scene: &Scene<'_, '_>, amount: &Amount) -> Range<usize> {
    let reading = &scene.notes.reading;
    let closes = |at: &usize| {
        let sign = matches!(reading.word(*at), "," | ";" | ":" | "–" | "—");
        let before = at.checked_sub(1).filter(|before| *before >= scene.tokens.start);
        // "32 жоба бар, оның 10-ы": what there is closes a statement too.
        sign && before.is_some_and(|before| {
            reading.tokens[before].form.any(FINITE.with(JOINED)) || scene.means(before, Meaning::State)
        })
    };
    let clause = scene.clause(amount.opens);
    let start = (clause.start..amount.opens).rev().find(closes).map_or(clause.start, |at| at + 1);
    let end = (amount.closes..clause.end).find(closes).unwrap_or(clause.end);
    start..end
}

/// How far before a count the word for its portion may stand.
const BEFORE: usize = 5;

/// Reads the rung of a count, a value or a number of jobs; `next` is where the next count opens.
pub(super) fn rung(
    scene: &Scene<'_, '_>,
    (amount, about): (&Amount, &About),
    next: usize,
    modality: Modality,
) -> Option<Rung> {
    let segment = segment(scene, amount);
    // "45 жобаның 20-сы": what owns the next count is the whole.
    let owns =
        about.place.is_some_and(|(_, end)| end > amount.closes && scene.notes.reading.is_possessive(end - 1));
    if owns && next < segment.end {
        return Some(Rung { stage: Portion::Total, modality: Modality::Actual });
    }
    let stage = |range: Range<usize>, last: bool| {
        let pick = |meaning: &Meaning| match meaning {
            Meaning::Stage(stage) if *stage != Portion::Total => Some(*stage),
            _ => None,
        };
        let found = if last { scene.last(range, pick) } else { scene.first(range, pick) }?;
        let form = scene.notes.reading.tokens[found.end - 1].form;
        // What will be carried out is planned; the doing of it is told of by the verb behind.
        let ahead =
            form.any(Form::AHEAD.with(Form::AIM)) || form.has(Form::GERUND) && modality != Modality::Actual;
        let now = form.has(Form::NOW) && found.what == Portion::Implemented;
        Some(match found.what {
            Portion::Implemented if ahead => Portion::Planned,
            Portion::Implemented if now => Portion::Ongoing,
            other => other,
        })
    };
    let behind = stage(amount.closes..next.clamp(amount.closes, segment.end), false)
        .or_else(|| stage(amount.closes..segment.end, false));
    let before = || stage(segment.start.max(amount.opens.saturating_sub(BEFORE))..amount.opens, true);
    let found = behind.or_else(before);
    let total = scene
        .first(segment, |meaning| matches!(meaning, Meaning::Stage(Portion::Total)).then_some(()))
        .is_some();
    let stage = match found? {
        Portion::Planned if total => Portion::Total,
        stage => stage,
    };
    let modality = match (stage, found?) {
        (Portion::Total, _) | (Portion::Planned, _) => Modality::Planned,
        _ => Modality::Actual,
    };
    Some(Rung { stage, modality })
}

/// "266 млн долларга ёки 30 фоизга кўпайди", "605 млн долларга кўп": by how much something changed, which is no level.
pub(super) fn is_change(scene: &Scene<'_, '_>, amount: &Amount) -> bool {
    let reading = &scene.notes.reading;
    let form = |amount: &Amount| reading.tokens[amount.tokens.end - 1].form;
    if !reading.pack.traits.verb_final || !form(amount).has(Form::TO) {
        return false;
    }
    let share = |next: &&Amount| {
        next.opens == amount.closes + 1
            && next.unit == Some(Unit::Percent)
            && form(next).has(Form::TO)
            && scene.means(amount.closes, Meaning::Link(Link::Or))
    };
    let more = reading.term_at(amount.closes).is_some_and(|term| {
        let meanings = reading.meanings(term);
        let bound =
            |meaning: &Meaning| matches!(meaning, Meaning::BoundBehind(Bound::Over | Bound::Under, _));
        let compares = meanings.iter().any(|meaning| matches!(meaning, Meaning::Movement(_)));
        compares && meanings.iter().any(bound) && reading.tokens[term.tokens().end - 1].form == Form::NONE
    });
    scene.amounts.iter().any(|next| share(&next)) || more
}

/// How far behind an amount the words may stand that compare something with it.
const COMPARED: usize = 3;

/// "3 млрд доллардан 5 млрд долларға", "3 mlrd dollarga nisbatan": what a movement starts from, or is compared with.
pub(super) fn is_starting_point(scene: &Scene<'_, '_>, at: usize) -> bool {
    let reading = &scene.notes.reading;
    let amount = &scene.amounts[at];
    let compared = (amount.closes..(amount.closes + COMPARED).min(scene.tokens.end))
        .take_while(|at| reading.word(*at) != ",")
        .any(|at| scene.means(at, Meaning::Time(Time::Base)));
    let form = |amount: &Amount| reading.tokens[amount.tokens.end - 1].form;
    let next = scene.amounts.get(at + 1).filter(|next| next.unit == amount.unit);
    let led = next.is_some_and(|next| form(next).any(Form::TO.with(Form::UNTIL)));
    compared || led && form(amount).has(Form::FROM) && amount.bound == Bound::Exact
}

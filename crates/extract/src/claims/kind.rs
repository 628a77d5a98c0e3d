//! What an amount is about: from its unit and the nearest phrase that can have such a unit.

mod count;
mod money;
mod part;

use super::ladder::Rung;
use super::modality::{is_mark, is_trade};
use super::movement::movement;
use super::scene::{Placed, Scene};
use crate::amount::Amount;
use crate::meaning::{Anaphor, Link, Meaning, Time, Topic};
use crate::morphology::Form;
use crate::period::Role;
use count::counted;
use entente_model::{ClaimKind, Country, Modality, Period, Unit};
use money::{money, unnamed_money};
use part::share;

/// What the sentences before have spoken of, for "the figure" and "of them".
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Context {
    /// What money was last about.
    pub money: Option<Topic>,
    /// What trade a sentence named without a figure, and its number: "trade is growing. Last year it reached".
    pub named: Option<(Topic, usize)>,
    /// Whether projects were spoken of.
    pub projects: bool,
    /// The number of the last sentence that named projects.
    pub projects_named: Option<usize>,
    /// The number of the sentence that spoke of it.
    pub sentence: usize,
    /// The number of the last sentence that told of all trade of one country.
    pub entire: Option<usize>,
    /// The period that trade was last told of, and the number of the sentence that did.
    pub period: Option<(Period, usize)>,
    /// The period of a sentence that named trade without a figure of it, and its number.
    pub spoken: Option<(Period, usize)>,
    /// The rung that projects were last told on, and the number of the sentence that did.
    pub rung: Option<(Rung, usize)>,
    /// Whose exports or imports were last told, and the number of the sentence that did.
    pub reporter: Option<(Country, usize)>,
}

/// What an amount is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct About {
    /// The kind of claim.
    pub kind: ClaimKind,
    /// The phrase that says so.
    pub topic: Topic,
    /// Where that phrase stands; none where it stands in an earlier sentence.
    pub place: Option<(usize, usize)>,
}

/// How far behind an amount the phrase may stand that names what it is an amount of.
const BEHIND: usize = 4;
/// How far before an amount the bare word "trade" still speaks of it.
const TRADE_REACH: usize = 28;

/// Returns what an amount is about; none where it is no statement about the cooperation.
pub(super) fn about(scene: &Scene<'_, '_>, amount: &Amount, context: &Context) -> Option<About> {
    match amount.unit {
        Some(Unit::Money(_)) => money(scene, amount, context),
        Some(Unit::Percent) => percent(scene, amount, context),
        Some(Unit::Times) => growth(scene, amount, context),
        Some(Unit::Jobs) => Some(About {
            kind: ClaimKind::ProjectJobs,
            topic: Topic::Jobs,
            place: Some((amount.tokens.start, amount.closes)),
        }),
        Some(Unit::PerWeek) => Some(About { kind: ClaimKind::Flights, topic: Topic::Flights, place: None }),
        Some(unit) => physical(scene, amount, unit),
        None => counted(scene, amount, context).or_else(|| unnamed_money(scene, amount, context)),
    }
}

pub(super) const fn money_kind(topic: Topic) -> Option<ClaimKind> {
    Some(match topic {
        Topic::Turnover | Topic::Trade => ClaimKind::TradeTurnover,
        Topic::Exports | Topic::Supplies => ClaimKind::Exports,
        Topic::Imports => ClaimKind::Imports,
        Topic::Deficit | Topic::Surplus | Topic::Balance => ClaimKind::TradeBalance,
        Topic::Projects => ClaimKind::ProjectValue,
        Topic::Investment => ClaimKind::Investment,
        Topic::Agreements => ClaimKind::AgreementValue,
        Topic::Loan => ClaimKind::Loan,
        _ => return None,
    })
}

/// The phrase right behind an amount that says what it is an amount of: "$320 million in exports".
fn touching(scene: &Scene<'_, '_>, amount: &Amount, fits: impl Fn(Topic) -> bool) -> Option<Placed<Topic>> {
    // "452 млн — экспорт": a dash says what an amount is of.
    let is_dash = matches!(scene.notes.reading.word(amount.closes), "–" | "—");
    let traits = scene.notes.reading.pack.traits;
    // "180 млн доллары – Кенияның экспорты": the ending says that it is a part.
    let owns = |at: usize| scene.notes.reading.tokens[at].form.has(Form::OWN);
    let owned = || owns(amount.tokens.end - 1) || owns(amount.closes - 1);
    let dash =
        is_dash && amount.closes < scene.tokens.end && (traits.genitive || traits.verb_final && owned());
    let end = amount.closes + usize::from(dash);
    let end = if traits.verb_final { scene.past_aside(end) } else { end };
    let placed = scene.topics.iter().find(|t| t.at >= end && fits(t.what)).copied()?;
    let between = end..placed.at;
    let plain = between.len() <= BEHIND
        && !scene.is_parted(between.clone())
        && !between.clone().any(|at| {
            scene.is_link(at, &[Link::And, Link::Which, Link::Clause, Link::From, Link::With, Link::To])
                || scene.means(at, Meaning::Time(Time::Base))
        })
        && !scene.amounts.iter().any(|other| between.contains(&other.tokens.start));
    plain.then_some(placed)
}

/// The nearest phrase before an amount, in its statement first, then in the sentence.
fn before(scene: &Scene<'_, '_>, amount: &Amount, fits: impl Fn(Topic) -> bool) -> Option<Placed<Topic>> {
    let clause = scene.clause(amount.opens);
    let reach =
        |t: &Placed<Topic>| t.what != Topic::Trade || scene.distance(t.end..amount.opens) <= TRADE_REACH;
    let candidates = scene.topics.iter().rev().filter(|t| t.end <= amount.opens && fits(t.what) && reach(t));
    // "Turnover was $3 billion (imports $2 billion), and last year it was": what stands in parentheses is over.
    let candidates = candidates.filter(|t| !scene.is_aside(t.at, amount.opens));
    let mut candidates = candidates.copied().peekable();
    let nearest = *candidates.peek()?;
    candidates.find(|t| t.at >= clause.start).or(Some(nearest))
}

/// What the figure was last about, where the sentence points back to it.
fn carried(scene: &Scene<'_, '_>, amount: &Amount, context: &Context) -> Option<Topic> {
    let points_back = scene.first(scene.tokens.start..amount.opens, |meaning| {
        matches!(meaning, Meaning::Anaphor(Anaphor::Figure) | Meaning::Link(Link::It)).then_some(())
    });
    let points_back = points_back.filter(|figure| !is_of_another(scene, figure));
    // "Trade topped $1 billion, and the sides agreed to bring it to two."
    let here = scene.topics.iter().rfind(|t| t.end <= amount.opens && money_kind(t.what).is_some());
    let it = here.filter(|t| scene.has_link(t.end..amount.opens, &[Link::It]));
    if let Some(topic) = it.filter(|t| is_trade(t.what)) {
        return Some(topic.what);
    }
    let near = scene.number <= context.sentence + 2;
    // "In the same period last year it had been 35 million"
    let again = scene.times.iter().any(|when| when.same || when.role == Role::Same);
    let points = points_back.is_some() || again || is_mark(scene, amount) || is_goal(scene, amount);
    let named = context.named.filter(|(_, sentence)| scene.number == sentence + 1 && points);
    if let Some((topic, _)) = named {
        return Some(topic);
    }
    // "The goal is 5 billion, and in the long term — 10 billion"
    let leads_on = scene.notes.reading.pack.traits.genitive
        && amount.opens > scene.tokens.start
        && matches!(scene.notes.reading.word(amount.opens - 1), "–" | "—")
        && scene
            .amounts
            .iter()
            .any(|other| other.closes <= amount.opens && other.unit.is_some_and(Unit::is_money))
        && scene.times.iter().any(|when| when.tokens.end + 1 == amount.opens && when.role != Role::Day);
    let points = points || leads_on;
    let moved = movement(scene, amount).is_some();
    (near && (points || moved)).then_some(context.money).flatten()
}

/// "Молиявий ҳамкорликнинг умумий ҳажми": a figure of what is named right before it points back at nothing.
fn is_of_another(scene: &Scene<'_, '_>, figure: &Placed<()>) -> bool {
    let reading = &scene.notes.reading;
    let owner = figure.at.checked_sub(1).filter(|owner| *owner >= scene.tokens.start);
    owner.is_some_and(|owner| {
        let points = |m: &Meaning| matches!(m, Meaning::Anaphor(_) | Meaning::Link(_) | Meaning::Topic(_));
        let form = reading.tokens[owner].form;
        // "Тікелей инвестициясының көлемі": a topic of several words ends there.
        let topic = scene.topics.iter().any(|topic| topic.end == figure.at);
        form.has(Form::OWNER) && !topic && !reading.meanings_at(owner).iter().any(points)
    })
}

/// How many words may stand between the word for a goal and the amount: "цель — 5 млрд", "the target of over 5 billion".
const GOAL_REACH: usize = 2;
/// How many where one of them says that it is reached: "our goal is to reach 5 billion".
const REACHED: usize = 5;

/// Says whether an amount is what a goal is, named right before it.
fn is_goal(scene: &Scene<'_, '_>, amount: &Amount) -> bool {
    let lowest = scene.tokens.start.max(amount.opens.saturating_sub(REACHED + 1));
    let target = |meaning: &Meaning| matches!(meaning, Meaning::Cue(Modality::Target)).then_some(());
    scene.last(lowest..amount.opens, target).is_some_and(|found| {
        let level = |meaning: &Meaning| matches!(meaning, Meaning::Level).then_some(());
        let reached =
            scene.last(found.end..amount.opens, level).is_some_and(|level| level.end == amount.opens);
        amount.opens - found.end <= if reached { REACHED } else { GOAL_REACH }
    })
}

fn percent(scene: &Scene<'_, '_>, amount: &Amount, context: &Context) -> Option<About> {
    share(scene, amount).or_else(|| growth(scene, amount, context))
}

fn growth(scene: &Scene<'_, '_>, amount: &Amount, context: &Context) -> Option<About> {
    let word = amount.unit == Some(Unit::Times) && amount.spelled;
    if movement(scene, amount).is_none() && !word {
        return None;
    }
    let fits = |topic: Topic| {
        matches!(
            topic,
            Topic::Turnover
                | Topic::Trade
                | Topic::Exports
                | Topic::Imports
                | Topic::Supplies
                | Topic::Deficit
                | Topic::Surplus
                | Topic::Balance
                | Topic::Foreign
                | Topic::Freight
                | Topic::Investment
                | Topic::Companies
                | Topic::Projects
        )
    };
    let clause = scene.clause(amount.opens);
    let behind = scene.topics.iter().find(|t| t.at >= amount.closes && t.at < clause.end && fits(t.what));
    let close = behind.filter(|t| t.at - amount.closes <= 6 && !scene.is_parted(amount.closes..t.at));
    let placed = before(scene, amount, fits).or(close.copied());
    let topic = match placed {
        Some(placed) => placed.what,
        None => carried(scene, amount, context)?,
    };
    let trade =
        matches!(topic, Topic::Turnover | Topic::Trade | Topic::Exports | Topic::Imports | Topic::Supplies);
    trade.then_some(About { kind: ClaimKind::TradeGrowth, topic, place: placed.map(|p| (p.at, p.end)) })
}

/// How far behind an amount the verb may stand that says what was done with it.
const DONE: usize = 16;

/// "214 минг тонна мева ва сабзавот экспорт қилинган": where verbs stand last, what was sold stands between.
fn sold(scene: &Scene<'_, '_>, amount: &Amount, fits: impl Fn(Topic) -> bool) -> Option<Placed<Topic>> {
    let reading = &scene.notes.reading;
    let verb = |t: &&Placed<Topic>| t.at >= amount.closes && t.at - amount.closes <= DONE && fits(t.what);
    let verb = scene.topics.iter().find(verb).filter(|_| reading.pack.traits.verb_final)?;
    let form = reading.tokens[verb.end - 1].form;
    let finite = form.any(Form::PAST.with(Form::NOW).with(Form::AHEAD).with(Form::ALONG));
    let other = scene.amounts.iter().any(|other| (amount.closes..verb.at).contains(&other.tokens.start));
    (finite && !other).then_some(*verb)
}

fn physical(scene: &Scene<'_, '_>, amount: &Amount, unit: Unit) -> Option<About> {
    let kind_of = |topic: Topic| match topic {
        Topic::Freight => Some(ClaimKind::FreightVolume),
        Topic::Capacity => Some(ClaimKind::Capacity),
        Topic::Exports | Topic::Supplies => Some(ClaimKind::Exports),
        Topic::Imports => Some(ClaimKind::Imports),
        Topic::Quota => Some(ClaimKind::Quota),
        Topic::Area => Some(ClaimKind::Area),
        _ => None,
    };
    let fits = |topic: Topic| match unit {
        Unit::Hectares | Unit::SquareMetres => topic == Topic::Area,
        Unit::Megawatts => topic == Topic::Capacity,
        _ => kind_of(topic).is_some() && topic != Topic::Area,
    };
    let placed = before(scene, amount, fits).or_else(|| touching(scene, amount, fits));
    let placed = placed.or_else(|| sold(scene, amount, fits));
    let fallback = match unit {
        Unit::Hectares => Some(ClaimKind::Area),
        Unit::Megawatts => Some(ClaimKind::Capacity),
        _ => None,
    };
    let kind = placed.and_then(|p| kind_of(p.what)).or(fallback)?;
    let topic = placed.map_or(Topic::Area, |p| p.what);
    Some(About { kind, topic, place: placed.map(|p| (p.at, p.end)) })
}
